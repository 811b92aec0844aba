// Owns: annotations as files for others: a W3C collection or a Sidemark review, without what the draft may not show; saying what is left out.
// Must not know: how either format is written.
import { toCollection } from '../../annotations/collection.ts';
import { LONGEST_TEXT, toMrsf } from '../../annotations/mrsf.ts';
import { readSidecar, sidecarLines } from '../../annotations/sidecar.ts';
import type { Anchor, PlacedAnnotation, SidecarProblem } from '../../annotations/types.ts';
import type { Workspace } from '../../engine/types.ts';
import { baseName } from '../../engine/uri.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { problemWords } from '../ledger/words.ts';
import { HiddenParts, HiddenSources } from '../shown.ts';

export interface ExportedAnnotations {
  readonly text: string;
  /** Sources that were named by their keys, and that the draft may not name. */
  readonly leftOut: number;
  /** Annotations on parts that are marked above the draft. */
  readonly hidden: number;
  /** Comments that are longer than the format wants, and are cut. */
  readonly cut: number;
  /** What is wrong with the sidecar: lines that are not exported, or that may not be meant. */
  readonly problems: readonly SidecarProblem[];
}

/** Why nothing is exported. */
export const NOT_CHECKED = phrase`The annotations are not exported: this file is not checked as a draft, so what of them must stay hidden is not known.`;

/** A W3C AnnotationCollection of a draft's or note's sidecar; `id` names the collection. Undefined: `NOT_CHECKED`. */
export function collectionOf(workspace: Workspace, uri: string, sidecar: string, id: string): ExportedAnnotations | undefined {
  const { annotations, problems } = readSidecar(sidecar);
  const placed = new Map(workspace.annotationsOf(uri).annotations.map(one => [one.annotation.id, one.placement]));
  const told = shownOf(
    workspace,
    uri,
    // A line that the workspace has not read yet stands nowhere that is known.
    annotations.map(annotation => ({ annotation, placement: placed.get(annotation.id) ?? { state: 'document' }, expired: false })),
  );
  if (!told) return undefined;
  const { shown, hidden, sources } = told;
  const lines = sidecarLines(sidecar);
  const named = shown.flatMap(({ annotation, anchor }) => [
    { line: annotation.line, anchor },
    ...annotation.replies.map(({ line }) => ({ line, anchor: undefined })),
  ]);
  const items = named
    .sort((a, b) => a.line - b.line)
    .flatMap(({ line, anchor }) => {
      const value = lines[line]?.value;
      return value
        ? [{ value: sources.inValue(value) as Readonly<Record<string, unknown>>, anchor: sources.inValue(anchor) as Anchor }]
        : [];
    });
  return { text: workspace.redact(toCollection(items, id)), leftOut: sources.met.size, hidden, cut: 0, problems };
}

/** The same as a Sidemark review file (MRSF 1.0). */
export function reviewOf(workspace: Workspace, uri: string): ExportedAnnotations | undefined {
  const { annotations, problems } = workspace.annotationsOf(uri);
  const outside = shownOf(workspace, uri, annotations);
  if (!outside) return undefined;
  const { shown, hidden, sources } = outside;
  const told = shown.map(({ placement, expired, annotation, anchor }) => ({
    placement,
    expired,
    annotation: { ...sources.inAnnotation(annotation), ...(anchor ? { anchor } : {}) },
  }));
  const text = toMrsf(baseName(uri), workspace.textOf(uri) ?? '', told, comment => sources.inValue(comment));
  const cut = told.flatMap(({ annotation }) => [annotation, ...annotation.replies]).filter(({ body }) => body.length > LONGEST_TEXT).length;
  return { text: workspace.redact(sources.inWords(text)), leftOut: sources.met.size, hidden, cut, problems };
}

/** What a draft's readers may see of its annotations. Those of notes stay among those who may read these. Undefined where it cannot be told. */
function shownOf(
  workspace: Workspace,
  uri: string,
  all: readonly PlacedAnnotation[],
):
  | {
      /** With an anchor where it must be another one than the line has. */
      readonly shown: readonly (PlacedAnnotation & { readonly anchor?: Anchor })[];
      readonly hidden: number;
      readonly sources: HiddenSources;
    }
  | undefined {
  const redact = (words: string): string => workspace.redact(words);
  const story = workspace.storyOf(uri)?.view;
  const checked = workspace.check(uri);
  const view = checked?.role === 'draft' ? checked.view : undefined;
  if (checked?.role === 'notes') return { shown: all, hidden: 0, sources: new HiddenSources(new Map(), () => false, redact) };
  if (!story || !view) return undefined;
  const parts = new HiddenParts(view, story, view.tlp ?? story.defaultTlp);
  const shown = all.flatMap(one => {
    if (parts.holds(one)) return [];
    const anchor = parts.shownAnchor(one);
    if (anchor === one.annotation.anchor) return [one];
    return anchor ? [{ ...one, anchor }] : [];
  });
  return {
    shown,
    hidden: all.length - shown.length,
    sources: new HiddenSources(story.sources, source => !story.mayOffer(source, view), redact),
  };
}

/** How many Sources an export does not name. */
export function sourcesLeftOutWords(leftOut: number): readonly Phrase[] {
  if (leftOut === 0) return [];
  return [
    leftOut === 1
      ? phrase`1 source that this draft may not name left out.`
      : phrase`${leftOut} sources that this draft may not name left out.`,
  ];
}

/** Sentences on what an export leaves out or cuts; none where there is nothing to say. */
export function leftOutWords({ leftOut, hidden, cut, problems }: ExportedAnnotations): readonly Phrase[] {
  return [
    ...sourcesLeftOutWords(leftOut),
    ...(hidden > 0
      ? [
          hidden === 1
            ? phrase`1 annotation left out: on a part marked above the draft, or on no place that can be told.`
            : phrase`${hidden} annotations left out: on parts marked above the draft, or on no place that can be told.`,
        ]
      : []),
    ...(cut > 0
      ? [
          cut === 1
            ? phrase`1 comment is longer than ${LONGEST_TEXT} characters and is cut.`
            : phrase`${cut} comments are longer than ${LONGEST_TEXT} characters and are cut.`,
        ]
      : []),
    ...problemWords(problems),
  ];
}
