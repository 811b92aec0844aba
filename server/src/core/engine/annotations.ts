// Owns: the sidecars of a workspace: their text, what they say, and where each annotation stands in its document.
// Must not know: how anchors are found, how sidecars are written, checks.
import { placeAnchors } from '../annotations/anchors.ts';
import { readSidecar, SIDECAR_SUFFIX } from '../annotations/sidecar.ts';
import { carried, isLost, type TextEdit, type Tracked, track, trackedAt, writtenBy } from '../annotations/track.ts';
import type { Anchor, Annotation, DocumentAnnotations, PlacedAnnotation, Placement, Sidecar } from '../annotations/types.ts';
import { claimWords } from '../annotations/verdicts.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { type Span, slice } from '../text/span.ts';
import type { FileStore } from './types.ts';

const MAX_BYTES = 64_000_000;

interface Known {
  readonly text: string;
  readonly sidecar: Sidecar;
  /** Where they stand in a text; in an open document the passages are followed from edit to edit. */
  placed?: Placed;
  /** Anchors that were written for where passages were followed to, by id. */
  written?: ReadonlyMap<string, Anchor>;
}

interface Placed {
  readonly text: string;
  readonly annotations: readonly PlacedAnnotation[];
  /** The passage of each annotation of an open document, as far as it is followed. */
  readonly tracked?: readonly (Tracked | undefined)[];
}

/** Whether a file is the sidecar of another. */
export function isSidecar(uri: string): boolean {
  return uri.endsWith(SIDECAR_SUFFIX) && uri.length > SIDECAR_SUFFIX.length;
}

/** Uri of the sidecar of a draft or note. */
export function sidecarOf(uri: string): string {
  return uri + SIDECAR_SUFFIX;
}

/** Uri of the draft or note that a sidecar belongs to. */
export function documentOf(sidecar: string): string {
  return sidecar.slice(0, -SIDECAR_SUFFIX.length);
}

const NONE: readonly PlacedAnnotation[] = [];

/** Annotations by document. */
export class Annotations {
  readonly #files: FileStore;
  /** Sidecars that are there, by uri of their document. */
  readonly #known = new Map<string, Known>();

  constructor(files: FileStore) {
    this.#files = files;
  }

  /** Reads these sidecars and forgets all others. */
  async load(sidecars: readonly string[]): Promise<void> {
    const wanted = new Set(sidecars.map(documentOf));
    for (const uri of [...this.#known.keys()]) if (!wanted.has(uri)) this.#known.delete(uri);
    for (const sidecar of sidecars) await this.refresh(sidecar);
  }

  /** Reads a sidecar again. Answers whether it says something new. */
  async refresh(sidecar: string): Promise<boolean> {
    const uri = documentOf(sidecar);
    const content = await this.#files.read(sidecar, { maxBytes: MAX_BYTES });
    if (content.kind === 'problem' && content.problem === 'missing') return this.#known.delete(uri);
    if (content.kind !== 'text') {
      const detail = content.kind === 'problem' ? content.detail : phrase`binary`;
      this.#known.set(uri, { text: '', sidecar: { annotations: [], problems: [unreadable(detail)] } });
      return true;
    }
    const before = this.#known.get(uri);
    if (before?.text === content.text) return false;
    const known: Known = { text: content.text, sidecar: readSidecar(content.text) };
    if (before?.written) known.written = awaited(before, known.sidecar);
    if (before?.placed) known.placed = again(known.sidecar, before.placed, before.written);
    this.#known.set(uri, known);
    return true;
  }

  /** Anchors are written anew for where passages stand now: what is read of them is no news, and their passages are followed on. */
  written(uri: string, anchors: ReadonlyMap<string, Anchor>): void {
    const known = this.#known.get(uri);
    if (known) known.written = new Map([...(known.written ?? []), ...anchors]);
  }

  /** What the sidecar of a document says, line by line; undefined when there is none. */
  contentOf(uri: string): Sidecar | undefined {
    return this.#known.get(uri)?.sidecar;
  }

  /** Text of the sidecar of a document; undefined when there is none. */
  textOf(uri: string): string | undefined {
    return this.#known.get(uri)?.text;
  }

  /** Documents that have a sidecar. */
  documents(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** The text of an open document has changed from `before`, by these edits one after the other; without them the difference counts. */
  edited(uri: string, before: string, after: string, edits?: readonly TextEdit[]): void {
    const known = this.#known.get(uri);
    if (!known || known.sidecar.annotations.length === 0) return;
    this.of(uri, before);
    const { placed } = known;
    if (!placed) return;
    let text = before;
    let tracked = placed.tracked ?? placed.annotations.map(one => trackedAs(one, before));
    let longest = 0;
    const touched = new Set<number>();
    const steps = edits ?? [difference(before, after)];
    let written: readonly Span[] = [];
    steps.forEach((edit, i) => {
      text = i === steps.length - 1 ? after : text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end);
      longest = Math.max(longest, edit.newText.length);
      written = [...written.map(span => carried(span, edit)), writtenBy(edit)];
      tracked = tracked.map((one, n) => {
        const next = one && track(one, edit, text, written);
        if (one?.words !== next?.words || one?.earlier !== next?.earlier) touched.add(n);
        return next;
      });
    });
    const back = foundAgain(placed.annotations, tracked, longest, after);
    if (back.size > 0) tracked = tracked.map((one, i) => back.get(i) ?? one);
    const annotations = placed.annotations.map((one, i) => follow(one, tracked[i], touched.has(i), after));
    known.placed = back.size === 0 && touched.size === 0 ? { text: after, tracked, annotations } : inOrder(after, annotations, tracked);
  }

  /** The annotations of a document whose text is `text`. */
  of(uri: string, text: string): DocumentAnnotations {
    const known = this.#known.get(uri);
    if (!known) return { uri, sidecar: sidecarOf(uri), annotations: NONE, problems: [] };
    if (known.placed?.text !== text) known.placed = placedIn(known.sidecar, text);
    return { uri, sidecar: sidecarOf(uri), annotations: known.placed.annotations, problems: known.sidecar.problems };
  }
}

function placedIn({ annotations }: Sidecar, text: string): Placed {
  const placements = placesOf(text, annotations);
  return inOrder(
    text,
    annotations.map((annotation, i) => placedAs(annotation, placements[i] as Placement, text)),
  );
}

function placesOf(text: string, annotations: readonly Annotation[]): readonly Placement[] {
  const placements = placeAnchors(
    text,
    annotations.map(({ anchor }) => anchor),
  );
  return placements.map((placement, i) => {
    const pointer = annotations[i]?.pointer;
    return pointer === undefined ? placement : { state: 'orphaned', lastText: pointer, why: 'no-target' };
  });
}

/** Places of the annotations of a sidecar that was written anew: those whose passage is the same stay where they are. */
function again(sidecar: Sidecar, { text, annotations, tracked }: Placed, written?: ReadonlyMap<string, Anchor>): Placed {
  const old = new Map(annotations.map((one, i) => [one.annotation.id, { one, tracked: tracked?.[i] }]));
  const isSame = (annotation: Annotation): boolean => {
    const before = old.get(annotation.id)?.one;
    if (targetOf(before?.annotation) === targetOf(annotation)) return true;
    const anchor = written?.get(annotation.id);
    return before?.placement.state === 'placed' && anchor !== undefined && targetOf({ anchor }) === targetOf(annotation);
  };
  const fresh = sidecar.annotations.filter(annotation => !old.has(annotation.id) || !isSame(annotation));
  const placements = placesOf(text, fresh);
  const placed = new Map(fresh.map((annotation, i) => [annotation.id, placements[i] as Placement]));
  const now = sidecar.annotations.map(annotation =>
    placedAs(annotation, placed.get(annotation.id) ?? (old.get(annotation.id)?.one.placement as Placement), text),
  );
  if (!tracked) return inOrder(text, now);
  const followed = now.map(one => (placed.has(one.annotation.id) ? trackedAs(one, text) : old.get(one.annotation.id)?.tracked));
  return inOrder(text, now, followed);
}

/** Of the anchors that were written those that are still to be read: the lines of the others say something else by now. */
function awaited({ sidecar, written = new Map() }: Known, now: Sidecar): ReadonlyMap<string, Anchor> {
  const before = new Map(sidecar.annotations.map(one => [one.id, targetOf(one)]));
  const after = new Map(now.annotations.map(one => [one.id, targetOf(one)]));
  return new Map([...written].filter(([id, anchor]) => after.get(id) === before.get(id) && after.get(id) !== targetOf({ anchor })));
}

/** Equal for equal passages. */
function targetOf(annotation: Pick<Annotation, 'anchor' | 'pointer'> | undefined): string {
  const { exact, prefix, suffix, start, end, shared } = annotation?.anchor ?? {};
  return JSON.stringify([exact, prefix, suffix, start, end, shared, annotation?.pointer]);
}

function placedAs(annotation: Annotation, placement: Placement, text: string): PlacedAnnotation {
  const now = annotation.verdict !== undefined && placement.state === 'placed' ? slice(text, placement.span) : undefined;
  return { annotation, placement, expired: now !== undefined && claimWords(now) !== claimWords(annotation.anchor?.exact ?? now) };
}

/** Annotations in the order of the text, with what is followed of each. */
function inOrder(text: string, annotations: readonly PlacedAnnotation[], tracked?: readonly (Tracked | undefined)[]): Placed {
  const order = [...annotations.keys()].sort(
    (a, b) => orderOf((annotations[a] as PlacedAnnotation).placement) - orderOf((annotations[b] as PlacedAnnotation).placement),
  );
  return {
    text,
    annotations: order.map(i => annotations[i] as PlacedAnnotation),
    ...(tracked ? { tracked: order.map(i => tracked[i]) } : {}),
  };
}

function trackedAs({ placement }: PlacedAnnotation, text: string): Tracked | undefined {
  return placement.state === 'placed' ? trackedAt(placement.span, text) : undefined;
}

/** Lost passages that an edit may have brought back, by the number of their annotation. */
function foundAgain(
  annotations: readonly PlacedAnnotation[],
  tracked: readonly (Tracked | undefined)[],
  longest: number,
  text: string,
): ReadonlyMap<number, Tracked> {
  const lost = [...annotations.keys()].filter(i => {
    const { annotation, placement } = annotations[i] as PlacedAnnotation;
    const one = tracked[i];
    return placement.state === 'orphaned' && (!one || isLost(one)) && (annotation.anchor?.exact.length ?? 0) <= longest;
  });
  if (lost.length === 0) return new Map();
  const placements = placeAnchors(
    text,
    lost.map(i => annotations[i]?.annotation.anchor),
  );
  return new Map(
    lost.flatMap((i, n) => {
      const placement = placements[n];
      return placement?.state === 'placed' ? [[i, trackedAt(placement.span, text)] as const] : [];
    }),
  );
}

/** An annotation after an edit, by where its passage was followed to. */
function follow(one: PlacedAnnotation, tracked: Tracked | undefined, touched: boolean, text: string): PlacedAnnotation {
  const { annotation, placement } = one;
  if (!tracked) return one;
  const { span, words, earlier } = tracked;
  if (isLost(tracked)) return { annotation, placement: { state: 'orphaned', lastText: earlier[0] ?? words, why: 'gone' }, expired: false };
  if (placement.state === 'placed' && placement.span === span) return one;
  // Most passages only move.
  if (placement.state === 'placed' && !touched)
    return { annotation, placement: { state: 'placed', span, how: placement.how }, expired: one.expired };
  const exact = annotation.anchor !== undefined && claimWords(slice(text, span)) === claimWords(annotation.anchor.exact);
  return placedAs(annotation, { state: 'placed', span, how: exact ? 'exact' : 'changed' }, text);
}

/** The one edit that leads from a text to another: what lies between their common beginning and end. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}

function orderOf(placement: Placement): number {
  return placement.state === 'placed' ? placement.span.start : placement.state === 'document' ? -1 : Number.MAX_SAFE_INTEGER;
}

function unreadable(detail: Phrase | string): Sidecar['problems'][number] {
  const message = phrase`This file could not be read, so its annotations are not shown (${detail}).`;
  return { kind: 'unreadable', severity: 'error', line: 0, span: { start: 0, end: 0 }, message };
}
