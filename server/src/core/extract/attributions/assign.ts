// Owns: which cue of a row of items speaks each of its quotes.
// Must not know: blocks, scopes, kinds of source.

import { PRONOUNS } from '../../lexicon/source-nouns.ts';
import { lowerBound } from '../../text/span.ts';
import type { Quote } from '../facts.ts';
import type { Item } from './items.ts';
import { isFiller, isNamed, isSourceNoun, subjectBefore } from './phrases.ts';
import type { Cue } from './verb-cues.ts';

/** Cues (with those added for quotes that a plain verb introduces), and the cue of each quote by its index. */
export interface Assigned {
  readonly cues: readonly Cue[];
  readonly quotes: ReadonlyMap<number, number>;
}

/** Gives each quote of the row its cue: one right beside it, one in its sentence, or the one that its sentence goes on from. */
export function assignQuotes(items: readonly Item[], found: readonly Cue[], all: readonly Quote[]): Assigned {
  const cues = [...found];
  const taken = new Map<number, Cue>();
  const places = items.flatMap((item, index) => (item.kind === 'quote' ? [index] : []));
  for (const cue of found) claimBeside(items, cue, taken);
  let next = 0;
  let sentence = 0;
  for (const place of places) {
    const quote = (items[place] as Item).quote as number;
    while (next < place) {
      if (items[next]?.kind === 'stop') sentence = next + 1;
      next++;
    }
    if (taken.has(quote)) continue;
    const before = all[quote]?.continues;
    const earlier = before === undefined ? undefined : taken.get(before);
    const cue =
      earlier ??
      inSentence(items, found, place, sentence) ??
      carried(items, found, taken, sentence) ??
      bySubject(items, place, sentence, cues);
    if (cue) taken.set(quote, cue);
  }
  const order = [...cues].sort((a, b) => a.from - b.from);
  const index = new Map(order.map((cue, i) => [cue, i]));
  return { cues: order, quotes: new Map([...taken].map(([quote, cue]) => [quote, index.get(cue) ?? 0])) };
}

/** `“…,” X said` · `X said: “…”` · `X: “…”` · `“…” — X`. */
function claimBeside(items: readonly Item[], cue: Cue, taken: Map<number, Cue>): void {
  if (cue.order === 'passive' && !cue.source) return;
  const start = Math.min(cue.from, cue.source?.from ?? cue.from);
  const end = Math.max(cue.to, cue.source?.extent.to ?? cue.to);
  let back = start - 1;
  const comma = items[back]?.kind === 'mark' && items[back]?.text === ',';
  if (comma) back--;
  const stop = items[back]?.kind === 'stop';
  if (stop) back--;
  const left = items[back];
  if (left?.kind === 'quote' && left.quote !== undefined && cue.order !== 'colon' && !taken.has(left.quote)) {
    // After a full stop only a bare clause is a tag: `“Who?” Feld asked.`
    if (!stop || isBareClause(items, end)) taken.set(left.quote, cue);
  }
  if (cue.order === 'tail') return;
  // To the right: over "that", an object ("told reporters"), adverbs and a comma or colon.
  let ahead = end;
  for (; ahead < items.length && ahead - end < 12; ahead++) {
    const item = items[ahead] as Item;
    if (item.kind === 'quote') break;
    if (item.kind === 'stop') return;
    if (item.kind === 'mark' && !/^[,:(]$/.test(item.text)) return;
  }
  const right = items[ahead];
  if (
    right?.kind === 'quote' &&
    right.quote !== undefined &&
    ahead - end < 12 &&
    (cue.order === 'before' || cue.order === 'colon') &&
    !taken.has(right.quote)
  )
    taken.set(right.quote, cue);
}

function isBareClause(items: readonly Item[], end: number): boolean {
  const next = items[end];
  return !next || next.kind === 'stop' || next.kind === 'quote' || (next.kind === 'mark' && /^[.,]$/.test(next.text));
}

function inSentence(items: readonly Item[], cues: readonly Cue[], place: number, sentence: number): Cue | undefined {
  let end = place;
  while (end < items.length && items[end]?.kind !== 'stop' && end - place < 60) end++;
  let best: Cue | undefined;
  for (let i = firstAt(cues, sentence); i < cues.length; i++) {
    const cue = cues[i] as Cue;
    if (cue.from > end) break;
    if (!cue.source) continue;
    if (cue.from < place) best = cue;
    else if (!best && (cue.order === 'after' || cue.order === 'frame' || cue.order === 'before')) return cue;
  }
  return best;
}

/** Index of the first cue that starts at item `from` or later. */
function firstAt(cues: readonly Cue[], from: number): number {
  return lowerBound(cues, from, cue => ({ start: cue.from, end: cue.to }));
}

/** A sentence that is a quote and nothing else goes on with the speaker of the sentence before it. */
function carried(items: readonly Item[], cues: readonly Cue[], taken: ReadonlyMap<number, Cue>, sentence: number): Cue | undefined {
  if (sentence === 0) return undefined;
  for (let i = sentence; i < items.length && items[i]?.kind !== 'stop' && i < sentence + 60; i++)
    if (items[i]?.kind === 'word') return undefined;
  for (let i = sentence - 2; i >= 0; i--) {
    const item = items[i] as Item;
    if (item.kind === 'stop') break;
    if (item.kind === 'quote' && item.quote !== undefined) {
      const last = taken.get(item.quote);
      if (last) return last;
    }
  }
  for (let i = firstAt(cues, sentence) - 1; i >= 0; i--) {
    const cue = cues[i] as Cue;
    if (cue.source && cue.order !== 'passive') return cue;
  }
  return undefined;
}

/** "Clinton criticised the act as a “crazy system”": the subject of the sentence, where it can speak. */
function bySubject(items: readonly Item[], place: number, sentence: number, cues: Cue[]): Cue | undefined {
  const subject = subjectBefore(items, place, sentence);
  if (!subject || subject.to >= place) return undefined;
  const speaks =
    isNamed(items, subject) || items.slice(subject.from, subject.to).some(item => PRONOUNS.has(item.lower) || isSourceNoun(item.lower));
  if (!speaks) return undefined;
  let verb = subject.extent.to;
  while (verb < place - 1 && (isFiller(items[verb]) || items[verb]?.kind === 'mark')) verb++;
  if (items[verb]?.kind !== 'word') return undefined;
  const cue: Cue = { from: verb, to: verb + 1, lemma: '', force: 'neutral', source: subject, order: 'before' };
  cues.push(cue);
  return cue;
}
