// Owns: things that the draft puts in another place than the notes: "the Lorn laboratory" for "the laboratory at Ostry".
// Must not know: verdicts, rules, deeds, spelling.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isStated, onTopic, quotedSpans, sharedApart } from './comparing.ts';

/** A thing with the name of its place: indices of the name's words. */
interface Placed {
  readonly noun: string;
  readonly first: number;
  readonly last: number;
}

/** At most one difference for each thing with a place in the claim. */
export function placedDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  const differences: Difference[] = [];
  for (const mine of placedIn(words)) {
    const start = (words.words[mine.first] as KeyedWord).start + claim.span.start;
    const span = { start, end: (words.words[mine.last] as KeyedWord).end + claim.span.start };
    if (!isStated(comparing, span, quoted) || isBorneOut(comparing, mine)) continue;
    const found = elsewhere(comparing, mine, span);
    if (found === undefined) continue;
    const { name, passage } = found;
    differences.push({ kind: 'name', span, drafted: drafted(comparing, span), noted: name, passage, replacement: name });
  }
  return differences;
}

const PLACED = /^(?:at|in|near|on|outside)$/;

/** "laboratory at Ostry", "adjuster in the Northgate office", "the Lorn laboratory". */
function placedIn(text: KeyedText): Placed[] {
  const placed: Placed[] = [];
  for (let at = 0; at < text.words.length; at++) {
    if (!isPlaceName(text, at)) continue;
    let last = at;
    while (last + 1 < text.words.length && isPlaceName(text, last + 1) && gapBehind(text, last) === ' ') last++;
    const before = text.words[at - 1];
    const article = before !== undefined && /^(?:the|a|an|its|their|our)$/.test(before.folded);
    const behind = text.words[last + 1];
    if (article && behind !== undefined && gapBehind(text, last) === ' ' && isThing(behind))
      placed.push({ noun: behind.key, first: at, last });
    const joint = text.words[article ? at - 2 : at - 1];
    const thing = text.words[article ? at - 3 : at - 2];
    const isJoined = gapBehind(text, article ? at - 3 : at - 2) === ' ' && gapBehind(text, article ? at - 2 : at - 1) === ' ';
    if (joint !== undefined && thing !== undefined && PLACED.test(joint.folded) && isJoined && isThing(thing))
      placed.push({ noun: thing.key, first: at, last });
    at = last;
  }
  return placed;
}

function gapBehind(text: KeyedText, at: number): string {
  const [word, next] = [text.words[at], text.words[at + 1]];
  return word === undefined || next === undefined ? '' : text.text.slice(word.end, next.start);
}

function isPlaceName(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  return word.isName && !word.isFunction && !word.isNumber && /^\p{Lu}\p{L}*\p{Ll}$/u.test(word.text) && !isDayOrMonth(word.folded);
}

/** A word in small letters that is neither a verb in the past nor a number. */
function isThing(word: KeyedWord): boolean {
  return !word.isFunction && !word.isNumber && word.folded.length > 2 && !/(?:ed|ing|s)$/.test(word.folded) && /^\p{Ll}/u.test(word.text);
}

/** Some passage has the thing and the draft's place. */
function isBorneOut({ words, candidates, find }: Comparing, { noun, first, last }: Placed): boolean {
  const name = words.words[last] as KeyedWord;
  const passages = [...candidates.map(one => one.passage), ...find(`${name.text} ${noun}`)];
  return passages.some(passage => {
    const text = keyedPassage(passage);
    const keys = words.words.slice(first, last + 1).map(word => word.key);
    return text.places.has(noun) && keys.some(key => text.places.has(key)) && !isSetApart(text, noun, name.key);
  });
}

/** The thing and the place stand in one passage, in two sentences or clauses of it, the thing with a place of its own. */
function isSetApart(text: KeyedText, noun: string, name: string): boolean {
  const own = placedIn(text);
  const things = own.filter(one => one.noun === noun);
  const isThere = (one: Placed): boolean => text.words.slice(one.first, one.last + 1).some(word => word.key === name);
  return things.length > 0 && !things.some(isThere) && own.some(one => one.noun !== noun && isThere(one));
}

/** The one other place that the notes have for the thing, in a passage on what the claim tells. */
function elsewhere(
  comparing: Comparing,
  mine: Placed,
  span: { start: number; end: number },
): { name: string; passage: Passage } | undefined {
  const { words } = comparing;
  let found: { name: string; passage: Passage } | undefined;
  for (const candidate of onTopic(comparing)) {
    const text = candidate.alignment.passage;
    const things = placedIn(text).filter(one => one.noun === mine.noun);
    for (const one of things) {
      const name = text.text.slice((text.words[one.first] as KeyedWord).start, (text.words[one.last] as KeyedWord).end);
      if (found !== undefined && found.name !== name) return undefined;
      if (text.words.slice(one.first, one.last + 1).some(word => words.places.has(word.key))) return undefined;
      const shared = sharedApart(comparing, candidate, [span]);
      if (!candidate.cited && comparing.cited.length > 0) continue;
      if (shared.words < 2 || shared.coverage < LEAST) continue;
      found ??= { name, passage: candidate.passage };
    }
  }
  const name = words.words[mine.last] as KeyedWord;
  return found !== undefined && (isKnown(comparing, name) || isAlike(name.folded, found.name.toLowerCase())) ? found : undefined;
}

const LEAST = 0.4;

/** The notes know the place for something else. */
function isKnown({ find }: Comparing, name: KeyedWord): boolean {
  return find(name.text).some(passage => keyedPassage(passage).places.has(name.key));
}

/** "Southgate" and "Northgate": the same second half. Names that begin alike may be forms of one ("Norwegian"). */
function isAlike(a: string, b: string): boolean {
  const half = Math.ceil(Math.max(a.length, b.length) / 2) - 1;
  return half >= 3 && a.slice(-half) === b.slice(-half);
}
