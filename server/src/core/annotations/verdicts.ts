// Owns: which claim a verdict is about, by the claim's words, and whether they still stand.
// Must not know: sidecars, where annotations stand, rules.

import type { NotedAnnotation } from '../rules/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { Annotation, PlacedAnnotation, Verdict } from './types.ts';

/** Rules that a verdict settles for its claim. */
const SETTLED_BY: Readonly<Record<string, readonly string[]>> = {
  verified: ['claims/unsupported'],
  opinion: ['claims/unsupported', 'claims/uncited'],
};

/** The claims that verdicts settle, by their words: wherever they stand, and only as long as they are the same. */
export class VerdictWords {
  /** Ids of rules by the words of a claim. */
  readonly #rules = new Map<string, ReadonlySet<string>>();

  /** `hasSource`: whether the notes have a Source with this key; yes as long as they are not all read. */
  constructor(annotations: readonly PlacedAnnotation[], hasSource: (key: string) => boolean) {
    const disputed = new Set<string>();
    for (const { annotation } of annotations) {
      if (annotation.verdict === undefined || !annotation.anchor) continue;
      if (annotation.verdict === 'verified' && !rests(annotation.evidence, hasSource)) continue;
      const words = claimWords(annotation.anchor.exact);
      const rules = SETTLED_BY[annotation.verdict];
      // Whoever disputes a claim keeps it open until the dispute is resolved, whatever the clocks say.
      if (rules) this.#rules.set(words, new Set([...(this.#rules.get(words) ?? []), ...rules]));
      else if (!annotation.resolved && isDoubt(annotation.verdict)) disputed.add(words);
    }
    for (const words of disputed) this.#rules.delete(words);
  }

  /** Whether a finding of a rule about a claim is settled. */
  settles(rule: string, claim: () => string): boolean {
    return this.#rules.size > 0 && rule.startsWith('claims/') && this.#rules.get(claimWords(claim()))?.has(rule) === true;
  }
}

/** Whether there is something left that a verdict with this evidence rests on. */
function rests(evidence: readonly string[], hasSource: (key: string) => boolean): boolean {
  const left = evidence.filter(hasSource).length;
  return !hasLostAll(left, evidence.length - left);
}

/** Whether a verdict has lost all that it rests on: so many Sources are left, and so many are gone. One that rests on nothing is a person's word. */
export function hasLostAll(left: number, gone: number): boolean {
  return left === 0 && gone > 0;
}

/** What one line says of an annotation, as far as its verdict goes. */
export type Said = Pick<Annotation, 'verdict' | 'resolved'>;

/**
 * Of the lines that say different things of one annotation, those whose verdict is the most careful: an open dispute, an open want of
 * a source, what settles nothing, an opinion, and last that it is verified. Nobody knows which line is meant, so none settles a claim
 * that another one keeps open.
 */
export function mostCareful<One>(lines: readonly One[], said: (line: One) => Said): readonly One[] {
  const ranks = lines.map(line => carefulness(said(line)));
  const least = ranks.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return lines.filter((_, at) => ranks[at] === least);
}

function carefulness({ verdict, resolved }: Said): number {
  switch (verdict) {
    case 'disputed':
      return resolved ? 2 : 0;
    case 'needs-source':
      return resolved ? 2 : 1;
    case 'opinion':
      return 3;
    case 'verified':
      return 4;
    default:
      return 2;
  }
}

/**
 * The verdict that a person gave on the claim at a place before, and that a new one takes the place of. What was disputed and is
 * resolved has been talked through: it stays as it is.
 */
export function earlierVerdict(annotations: readonly PlacedAnnotation[], by: string, claim: Span): Annotation | undefined {
  return annotations.findLast(
    ({ annotation: { verdict, creator, resolved }, placement }) =>
      verdict !== undefined &&
      creator === by &&
      !(resolved && isDoubt(verdict)) &&
      placement.state === 'placed' &&
      overlaps(placement.span, claim),
  )?.annotation;
}

function isDoubt(verdict: Verdict): boolean {
  return verdict === 'disputed' || verdict === 'needs-source';
}

/** What rules see of annotations; those that are resolved have nothing more to say. */
export function notedAnnotations(annotations: readonly PlacedAnnotation[]): readonly NotedAnnotation[] {
  return annotations
    .filter(({ annotation, placement }) => !annotation.resolved && placement.state !== 'document')
    .map(({ annotation, placement, expired }) => ({
      ...(placement.state === 'placed' ? { span: placement.span } : {}),
      ...(annotation.pointer === undefined ? {} : { pointer: annotation.pointer }),
      lastText: placement.state === 'orphaned' ? placement.lastText : (annotation.anchor?.exact ?? ''),
      ...(annotation.creator ? { by: annotation.creator } : {}),
      ...(annotation.verdict ? { verdict: annotation.verdict } : {}),
      expired,
    }));
}

/**
 * The words of a claim: letters, digits and signs that carry a value, in lower case, without markup, citations and comments.
 * Equal keys mean that a verdict on one is a verdict on the other.
 */
export function claimWords(passage: string): string {
  const plain = withoutCitations(passage).normalize('NFC').toLowerCase();
  return (plain.match(/[\p{L}\p{N}\p{M}]+|[%‰$€£¥<>=±−+]|[.,:'’-](?=[\p{L}\p{N}])/gu) ?? []).join(' ');
}

/** Drops comments, footnote and pandoc citations, wiki links and the targets of links. */
function withoutCitations(passage: string): string {
  return passage
    .replace(/<!--[^>]{0,2000}-->/g, ' ')
    .replace(/\[\^[^\]\s]{1,200}\]/g, ' ')
    .replace(/\[\[[^\]]{1,200}\]\]/g, ' ')
    .replace(/\[-?@[^\]]{1,400}\]/g, ' ')
    .replace(/\]\([^)]{0,2000}\)/g, '] ');
}
