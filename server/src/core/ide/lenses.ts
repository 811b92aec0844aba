// Owns: lines that stand above paragraphs, claims and Sources: how many Sources a paragraph has, what people said of a claim, what rests on a Source.
// Must not know: LSP, commands of editors.
import type { PlacedAnnotation } from '../annotations/types.ts';
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import type { Source } from '../evidence/types.ts';
import type { PlacedSegment } from '../rules/types.ts';
import type { Block } from '../syntax/types.ts';
import { ENGLISH, type Language, type Phrase, phrase } from '../text/phrases.ts';
import { overlaps, type Span, shift } from '../text/span.ts';
import { segmentAt } from './lookup.ts';
import type { Location } from './navigation.ts';
import { PERSONS_VERDICT_WORDS } from './verdicts.ts';

/** Where a lens stands; what it says is worked out when it is seen. */
export interface Lens {
  readonly kind: 'paragraph' | 'verdict' | 'source';
  readonly span: Span;
  /** Of a Source. */
  readonly key?: string;
  /** Of the annotation that holds a person's verdict. */
  readonly annotation?: string;
}

export interface LensText {
  readonly title: string;
  /** Where the Sources, or the claims that rest on this one, stand. */
  readonly places: readonly Location[];
}

/** Lenses of a draft's paragraphs with claims and of people's verdicts, or of the Sources of notes. None in dormant Stories. */
export function lensesOf(
  checked: CheckedDocument,
  annotations: readonly PlacedAnnotation[],
  wants: { readonly paragraphs: boolean; readonly sources: boolean },
): readonly Lens[] {
  const { story, uri } = checked;
  if (!story || story.dormant) return [];
  if (checked.role !== 'draft')
    return wants.sources ? story.evidence.sourcesIn(uri).map(({ key, keySpan }) => ({ kind: 'source', span: keySpan, key })) : [];
  if (!wants.paragraphs) return [];
  const lenses: Lens[] = [];
  for (const { claim, segment, support } of checked.claims) {
    const block = blockOf(segment, claim.sentence);
    if (support.verdict === 'not-a-claim' || block?.kind !== 'paragraph') continue;
    const span = shift(block.span, segment.offset);
    if (lenses.at(-1)?.span.start !== span.start) lenses.push({ kind: 'paragraph', span });
  }
  for (const { annotation, placement } of annotations) {
    if (placement.state === 'placed' && (annotation.verdict || annotation.assignee) && !annotation.resolved)
      lenses.push({ kind: 'verdict', span: placement.span, annotation: annotation.id });
  }
  return lenses;
}

/** What a person said of a claim, when, and who has to act on it. */
export function verdictLens({ annotation, expired }: PlacedAnnotation, language = ENGLISH): string {
  const { verdict, creator, created, assignee } = annotation;
  const word = verdict ? language.of(PERSONS_VERDICT_WORDS[verdict]) : undefined;
  const day = /^\d{4}-\d{2}-\d{2}/.exec(created ?? '')?.[0];
  return [
    ...(word ? [creator ? language.say`${word} by ${creator}` : word] : []),
    ...(word && day ? [day] : []),
    ...(expired ? [language.say`its words have changed since`] : []),
    ...(assignee ? [language.say`for ${assignee}`] : []),
  ].join(', ');
}

function blockOf({ facts: { tree } }: PlacedSegment, sentence: number): Block | undefined {
  return tree.blocks[tree.sentences[sentence]?.block ?? -1];
}

/**
 * What the paragraph at an offset cites or names, and how many of those are independent of each other.
 * Undefined where no paragraph with a claim stands.
 */
export function paragraphLens(checked: CheckedDocument, offset: number, language = ENGLISH): LensText | undefined {
  const { story, view } = checked;
  const segment = segmentAt(checked, offset);
  const inner = offset - (segment?.offset ?? 0);
  const block = segment?.facts.tree.blocks.find(({ kind, span }) => kind === 'paragraph' && span.start <= inner && inner < span.end);
  if (!story || !view || !segment || !block) return undefined;
  const sources = new Map<string, Source>();
  const add = (source: Source | undefined): void => {
    if (source) sources.set(source.key, source);
  };
  for (const one of view.citations) if (one.segment === segment && overlaps(one.citation.span, block.span)) add(one.source);
  let claims = 0;
  for (const { claim, segment: of, support } of checked.claims) {
    if (of !== segment || !overlaps(claim.span, block.span) || support.verdict === 'not-a-claim') continue;
    claims++;
    for (const key of support.cited) add(story.sources.get(key));
  }
  if (claims === 0) return undefined;
  const independent = new Set([...sources.values()].map(source => story.originOf(source))).size;
  return {
    title: countOfSources(sources.size, independent, language),
    places: [...sources.values()].map(({ uri, keySpan }) => ({ uri, span: keySpan })),
  };
}

function countOfSources(sources: number, independent: number, language: Language): string {
  if (sources === 0) return language.say`cites no source`;
  if (sources === 1) return language.say`1 source`;
  return independent === sources
    ? language.say`${sources} independent sources`
    : language.say`${sources} sources, ${independent} independent`;
}

/** How many claims of the Story's drafts rest on the Source with a key; citations where no claim does. */
export function sourceLens(workspace: Workspace, storyRoot: string, key: string): LensText {
  const claims: Location[] = [];
  const citations: Location[] = [];
  for (const uri of workspace.drafts(storyRoot)) {
    for (const use of workspace.uses(uri)) {
      if (use.key !== key) continue;
      if (use.kind === 'claim') claims.push({ uri, span: use.span });
      else if (use.kind === 'citation') citations.push({ uri, span: use.span });
    }
  }
  const places = claims.length > 0 ? claims : citations;
  return { title: workspace.language.of(countOfUses(claims.length, citations.length)), places };
}

function countOfUses(claims: number, citations: number): Phrase {
  if (claims === 1) return phrase`Rests on this: 1 claim`;
  if (claims > 1) return phrase`Rests on this: ${claims} claims`;
  if (citations === 1) return phrase`Rests on this: 1 citation`;
  return citations > 1 ? phrase`Rests on this: ${citations} citations` : phrase`Rests on this: nothing yet`;
}
