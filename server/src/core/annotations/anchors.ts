// Owns: finding the passages of annotations in a text, or saying honestly that they cannot be found; describing passages.
// Must not know: sidecars, editors, verdicts.
import type { Span } from '../text/span.ts';
import { layOver, type SoughtWord } from './align.ts';
import type { Anchor, Placement } from './types.ts';
import { forEachWord, WordIndex, wordKey } from './words.ts';

/** Code points of context on each side of a passage that is the only one of its words. */
const CONTEXT = 160;
/** Context is doubled up to this much until a passage can be told apart from others like it. */
const MOST_CONTEXT = 1024;

/** A word of the context counts this much of one of the passage. */
const CONTEXT_WEIGHT = 0.4;
/** A word that was respelled counts this much. */
const RESPELLED = 0.8;
/** Shares of the passage, of its context and of both, by weight, that must stand where a changed passage is placed. */
const LEAST_PASSAGE = 0.5;
const LEAST_CONTEXT = 0.2;
const LEAST_SCORE = 0.35;
/** Bits that what is left of a changed passage must tell. */
const LEAST_BITS = 8;
/** Bits that a passage must tell to be known without its context. */
const TELLING_BITS = 20;
/** A place where this share of the passage stands is a rival. */
const RIVAL = 0.35;
/** A rival this near in score makes a choice a guess: new ones, and those that were there when the passage was described. */
const MARGIN = 0.3;
const MARGIN_IN_CONTEXT = 0.2;
/** So many new words, and half as many as it has, may stand within a passage for it to hold together. */
const TORN = 12;

/** How many places a word may have to be looked up, all words of an anchor together, and places that are looked at closely. */
const MOST_PLACES = 64;
const MOST_VOTES = 1200;
const MOST_CANDIDATES = 4;
/** Share of the weight of all that voted that must stand together. */
const LEAST_SHARE = 0.2;
const VOTES_BESIDE_WHOLE = 150;
const SHARE_BESIDE_WHOLE = 0.4;
const MOST_VERBATIM = 60;

/** Places of anchors in a text, in the order of the anchors. */
export function placeAnchors(text: string, anchors: readonly (Anchor | undefined)[]): readonly Placement[] {
  const index = new WordIndex(text);
  return anchors.map(anchor => (anchor ? placeAnchor(index, anchor) : { state: 'document' }));
}

/** Place of one anchor in an indexed text. */
export function placeAnchor(index: WordIndex, anchor: Anchor): Placement {
  const sought = soughtOf(index, anchor);
  const orphaned = (why: 'gone' | 'copies'): Placement => ({ state: 'orphaned', lastText: anchor.exact, why });
  if (!sought) return orphaned('gone');
  const candidates = candidatesOf(index, sought).sort((a, b) => b.score - a.score);
  const [best, ...others] = candidates;
  if (!best || !isEnough(best, sought)) return orphaned('gone');
  const margin = sought.alone ? MARGIN : MARGIN_IN_CONTEXT;
  if (others.some(other => other.passage >= RIVAL && best.score - other.score < margin && !isNeighbour(best, other))) {
    const hinted = atItsPosition(index.text, candidates, sought, anchor);
    return hinted ? { state: 'placed', span: hinted.span, how: 'exact' } : orphaned('copies');
  }
  return { state: 'placed', span: best.span, how: best.exact ? 'exact' : 'changed' };
}

/** Where all of passage and context stands, an equal word nearby that shares most of the context is no copy. */
function isNeighbour(best: Candidate, other: Candidate): boolean {
  const distance = Math.max(other.span.start - best.span.end, best.span.start - other.span.end);
  return best.whole && !other.whole && distance < CONTEXT;
}

/**
 * The very words at the very position, where context could not tell them apart from the beginning: there is none, or all that
 * may be kept. Elsewhere a copy that came later is as likely.
 */
function atItsPosition(text: string, candidates: readonly Candidate[], sought: Sought, anchor: Anchor): Candidate | undefined {
  const { start, prefix, suffix } = anchor;
  const mayHint = sought.contextWeight === 0 || codePoints(prefix) >= MOST_CONTEXT || codePoints(suffix) >= MOST_CONTEXT;
  if (start === undefined || !mayHint) return undefined;
  const offset = start + anchor.exact.length - anchor.exact.trimStart().length;
  return candidates.find(({ exact, span }) => exact && codePoints(text.slice(0, span.start)) === offset);
}

/** A passage with its context, in words. */
interface Sought {
  readonly words: readonly SoughtWord[];
  /** Words `[from, to)` are the passage. */
  readonly from: number;
  readonly to: number;
  /** UTF-16 units of its first and last word that lie outside of it. */
  readonly before: number;
  readonly after: number;
  readonly passageWeight: number;
  readonly contextWeight: number;
  readonly bits: number;
  /** No other passage of about these words stood in the text: else more context would have been kept. */
  readonly alone: boolean;
}

function soughtOf(index: WordIndex, { exact, prefix, suffix }: Anchor): Sought | undefined {
  const passage = exact.trim();
  if (passage === '') return undefined;
  const lead = prefix + exact.slice(0, exact.indexOf(passage[0] as string));
  const text = prefix + exact + suffix;
  const start = lead.length;
  const end = start + passage.length;
  const words: SoughtWord[] = [];
  let from = -1;
  let to = 0;
  let before = 0;
  let after = 0;
  let bits = 0;
  const spans: Span[] = [];
  forEachWord(text, (wordStart, wordEnd) => spans.push({ start: wordStart, end: wordEnd }));
  spans.forEach((span, i) => {
    const isPassage = span.start < end && span.end > start;
    // Context may be cut off within a word.
    if (!isPassage && (i === 0 || i === spans.length - 1) && spans.length > 4) return;
    const key = wordKey(text.slice(span.start, span.end));
    const word = index.numberOf(key);
    const told = index.bitsOf(word);
    if (isPassage) {
      if (from < 0) {
        from = words.length;
        before = Math.max(0, start - span.start);
      }
      to = words.length + 1;
      after = Math.max(0, span.end - end);
      bits += told;
    }
    words.push({ key, word, weight: told * Math.sqrt(key.length) * (isPassage ? 1 : CONTEXT_WEIGHT) });
  });
  if (from < 0) return undefined;
  const weigh = (a: number, b: number): number => words.slice(a, b).reduce((sum, { weight }) => sum + weight, 0);
  return {
    words,
    from,
    to,
    before,
    after,
    passageWeight: weigh(from, to),
    contextWeight: weigh(0, from) + weigh(to, words.length),
    bits,
    alone: codePoints(prefix) <= CONTEXT && codePoints(suffix) <= CONTEXT,
  };
}

interface Candidate {
  readonly span: Span;
  /** Index of its first word, where it stands word for word. */
  readonly place?: number;
  readonly exact: boolean;
  /** Its context stands word for word, too. */
  readonly whole: boolean;
  /** Shares of passage, context and both that stand there. */
  readonly passage: number;
  readonly context: number;
  readonly score: number;
}

function candidatesOf(index: WordIndex, sought: Sought): Candidate[] {
  const found: Candidate[] = verbatim(index, sought).map(place => lookAt(index, sought, place));
  // Where all of it stands word for word, only what is much like it is a rival.
  const isWhole = found.some(({ whole }) => whole);
  const windows = isWhole
    ? windowsOf(index, sought, VOTES_BESIDE_WHOLE, SHARE_BESIDE_WHOLE)
    : windowsOf(index, sought, MOST_VOTES, LEAST_SHARE);
  for (const { from, to } of windows) {
    const known = found.some(({ place }) => place !== undefined && place >= from && place + sought.to - sought.from <= to);
    const candidate = known ? undefined : look(index, sought, from, to);
    if (!candidate) continue;
    const same = found.findIndex(other => other.span.start < candidate.span.end && candidate.span.start < other.span.end);
    if (same < 0) found.push(candidate);
    else if (!(found[same] as Candidate).exact && (found[same] as Candidate).score < candidate.score) found[same] = candidate;
  }
  return found;
}

/** Places where the passage stands word for word. */
function verbatim(index: WordIndex, { words, from, to }: Sought): readonly number[] {
  let rarest = from;
  for (let i = from; i < to; i++) {
    const { word } = words[i] as SoughtWord;
    if (word < 0) return [];
    if (index.countOf(word) < index.countOf((words[rarest] as SoughtWord).word)) rarest = i;
  }
  const places: number[] = [];
  for (const at of index.placesOf((words[rarest] as SoughtWord).word)) {
    const start = at - (rarest - from);
    let i = from;
    while (i < to && index.words[start + i - from] === (words[i] as SoughtWord).word) i++;
    if (i < to) continue;
    places.push(start);
    // So many are copies whatever their context.
    if (places.length >= MOST_VERBATIM) break;
  }
  return places;
}

/** A place where the passage stands word for word, with its context laid over what stands around it. */
function lookAt(index: WordIndex, sought: Sought, place: number): Candidate {
  const { words, from, to } = sought;
  const end = place + to - from;
  const before = words.slice(0, from);
  const after = words.slice(to);
  const reach = (count: number): number => count + 6 + Math.ceil(count / 2);
  const laid = [
    { words: before, placed: layOver(before, index, Math.max(0, place - reach(before.length)), place) },
    { words: after, placed: layOver(after, index, end, Math.min(index.length, end + reach(after.length))) },
  ];
  let context = 0;
  for (const side of laid) {
    side.words.forEach(({ word, weight }, i) => {
      const at = side.placed[i] as number;
      if (at >= 0) context += index.words[at] === word ? weight : weight * RESPELLED;
    });
  }
  return {
    span: { start: (index.starts[place] as number) + sought.before, end: (index.ends[end - 1] as number) - sought.after },
    place,
    exact: true,
    whole: words.every(({ word }, i) => index.words[place - from + i] === word),
    passage: 1,
    context: sought.contextWeight === 0 ? 0 : context / sought.contextWeight,
    score: (sought.passageWeight + context) / (sought.passageWeight + sought.contextWeight),
  };
}

/** Stretches of the text that hold the rarest words of what is sought in about its order, best first. */
function windowsOf(
  index: WordIndex,
  { words, from, to }: Sought,
  mostVotes: number,
  leastShare: number,
): readonly { readonly from: number; readonly to: number }[] {
  const votes: { readonly at: number; readonly weight: number }[] = [];
  let voted = 0;
  const voters = words
    .map(({ word, weight }, i) => ({ word, weight, i, count: index.countOf(word) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  for (const { word, weight, i, count } of voters) {
    if (votes.length + count > mostVotes) break;
    if (count > MOST_PLACES && votes.length > 0) break;
    voted += weight;
    for (const place of index.placesOf(word)) votes.push({ at: place - i, weight });
  }
  votes.sort((a, b) => a.at - b.at);
  const reach = 8 + Math.ceil((to - from) / 2);
  const clusters: { first: number; last: number; weight: number }[] = [];
  let left = 0;
  let weight = 0;
  votes.forEach(vote => {
    weight += vote.weight;
    while (vote.at - (votes[left] as { at: number }).at > reach) {
      weight -= (votes[left] as { weight: number }).weight;
      left++;
    }
    const first = (votes[left] as { at: number }).at;
    const last = clusters.at(-1);
    if (last && first <= last.last) {
      if (weight > last.weight) Object.assign(last, { first, last: vote.at, weight });
    } else clusters.push({ first, last: vote.at, weight });
  });
  const slack = 6 + Math.ceil((to - from) / 3);
  // Where much less stands than could, nothing of what is sought does.
  const least = leastShare * voted;
  return clusters
    .filter(cluster => cluster.weight >= least)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_CANDIDATES)
    .map(cluster => ({
      from: Math.max(0, cluster.first - slack),
      to: Math.min(index.length, cluster.last + words.length + slack),
    }));
}

/** Lays what is sought over a window. */
function look(index: WordIndex, sought: Sought, from: number, to: number): Candidate | undefined {
  const placed = layOver(sought.words, index, from, to);
  const run = mainRun(placed, sought);
  if (!run) return undefined;
  const { words } = sought;
  let passage = 0;
  let context = 0;
  let exact = run.first === sought.from && run.last === sought.to - 1;
  for (let i = 0; i < words.length; i++) {
    const { word, weight } = words[i] as SoughtWord;
    const inside = i >= sought.from && i < sought.to;
    const place = placed[i] as number;
    if (inside && (place < 0 || index.words[place] !== word || (i > run.first && place !== (placed[i - 1] as number) + 1))) exact = false;
    if (place < 0) continue;
    const share = index.words[place] === word ? weight : weight * RESPELLED;
    if (!inside) context += share;
    else if (i >= run.first && i <= run.last) passage += share;
  }
  const startPlace = startOf(placed, sought, run.first);
  const endPlace = endOf(placed, sought, run.last);
  return {
    span: {
      start: (index.starts[startPlace] as number) + (exact ? sought.before : 0),
      end: (index.ends[endPlace] as number) - (exact ? sought.after : 0),
    },
    exact,
    whole: false,
    passage: passage / sought.passageWeight,
    context: sought.contextWeight === 0 ? 0 : context / sought.contextWeight,
    score: (passage + context) / (sought.passageWeight + sought.contextWeight),
  };
}

/** The heaviest part of the passage that holds together: pieces that drifted apart are no part of it. */
function mainRun(placed: Int32Array, { words, from, to }: Sought): { readonly first: number; readonly last: number } | undefined {
  const most = TORN + Math.ceil((to - from) / 2);
  let best: { first: number; last: number; weight: number } | undefined;
  let run: typeof best;
  for (let i = from; i < to; i++) {
    const place = placed[i] as number;
    if (place < 0) continue;
    const { weight } = words[i] as SoughtWord;
    if (run && place - (placed[run.last] as number) - (i - run.last) <= most) {
      run.last = i;
      run.weight += weight;
    } else run = { first: i, last: i, weight };
    if (!best || run.weight > best.weight) best = run;
  }
  return best;
}

/** First place of the passage: words that replaced its first ones belong to it, as far as its context bounds them. */
function startOf(placed: Int32Array, { from }: Sought, first: number): number {
  const place = placed[first] as number;
  const missing = first - from;
  if (missing === 0) return place;
  const before = from > 0 ? (placed[from - 1] as number) : -1;
  return before >= 0 && place - before - 1 <= missing ? before + 1 : place;
}

function endOf(placed: Int32Array, { to }: Sought, last: number): number {
  const place = placed[last] as number;
  const missing = to - 1 - last;
  if (missing === 0) return place;
  const after = to < placed.length ? (placed[to] as number) : -1;
  return after >= 0 && after - place - 1 <= missing ? after - 1 : place;
}

function isEnough({ passage, context, score, exact }: Candidate, sought: Sought): boolean {
  if (exact && sought.alone && sought.bits >= TELLING_BITS) return true;
  if (!sought.alone && context < LEAST_CONTEXT) return false;
  return passage >= LEAST_PASSAGE && score >= LEAST_SCORE && (exact || passage * sought.bits >= LEAST_BITS);
}

/** Describes a passage so that it can be found again: with as much context as tells it apart from others of its words. */
export function describeAnchor(index: WordIndex, span: Span): Anchor {
  const { text } = index;
  const exact = text.slice(span.start, span.end);
  const start = codePoints(text.slice(0, span.start));
  const position = { start, end: start + codePoints(exact) };
  const described = (length: number): Anchor => ({
    exact,
    prefix: before(text, span.start, length),
    suffix: after(text, span.end, length),
    ...position,
  });
  const alone = described(CONTEXT);
  if (isAlone(index, alone)) return alone;
  for (let length = 2 * CONTEXT; ; length *= 2) {
    const anchor = described(length);
    if (length >= MOST_CONTEXT) return anchor;
    const placement = placeAnchor(index, anchor);
    if (placement.state === 'placed' && placement.span.start >= span.start - 1 && placement.span.end <= span.end + 1) return anchor;
  }
}

function isAlone(index: WordIndex, anchor: Anchor): boolean {
  const sought = soughtOf(index, anchor);
  return sought !== undefined && candidatesOf(index, sought).filter(({ passage }) => passage >= RIVAL).length <= 1;
}

/** The last `count` code points before an offset, from the beginning of a word on. */
function before(text: string, offset: number, count: number): string {
  const points = [...text.slice(Math.max(0, offset - 2 * count), offset)].slice(-count);
  return points.join('');
}

function after(text: string, offset: number, count: number): string {
  return [...text.slice(offset, offset + 2 * count)].slice(0, count).join('');
}

/** Number of code points of a text; a lone surrogate counts as one. */
export function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0xd800 && code <= 0xdbff) {
      const next = text.charCodeAt(at + 1);
      if (next >= 0xdc00 && next <= 0xdfff) at++;
    }
    count++;
  }
  return count;
}
