// Owns: the hedge of one sentence of a passage, and the words that it makes less than sure.
// Must not know: claims, verdicts, rules.
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Clause, clauseAround } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { OPEN_PHRASES, STILL_TO_COME } from './open-phrases.ts';

/** The sentences of a passage. */
export function clausesOf(text: KeyedText): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  for (let at = 0; at < text.words.length; at++) {
    const next = text.words[at + 1];
    const gap = next === undefined ? '.' : text.text.slice((text.words[at] as KeyedWord).end, next.start);
    if (!/[.;!?]["”’)]? |[.;!?]$/.test(`${gap}`)) continue;
    clauses.push({ from, to: at });
    from = at + 1;
  }
  return clauses;
}

export interface Hedge {
  /** As written, lower case. */
  readonly text: string;
  /** The words that it makes less than sure. */
  readonly scope: Clause;
}

/** What was found in each sentence of a passage, by its first word: one claim after the other asks for the same. */
const HEDGES_OF = new WeakMap<KeyedText, Map<number, { readonly to: number; readonly hedge: Hedge | undefined }>>();

/** The hedge of one sentence of a passage; undefined where it is plain. */
export function hedgeOf(passage: KeyedText, clause: Clause): Hedge | undefined {
  const known = HEDGES_OF.get(passage) ?? new Map<number, { readonly to: number; readonly hedge: Hedge | undefined }>();
  HEDGES_OF.set(passage, known);
  const kept = known.get(clause.from);
  if (kept?.to === clause.to) return kept.hedge;
  const hedge = findHedge(passage, clause);
  known.set(clause.from, { to: clause.to, hedge });
  return hedge;
}

function findHedge(passage: KeyedText, clause: Clause): Hedge | undefined {
  for (let at = clause.from; at <= clause.to; at++) {
    const word = passage.words[at] as KeyedWord;
    if (!isHedge(passage, at) || /^(?:claim|estimat|could|appear)/.test(word.folded)) continue;
    const next = passage.words[at + 1]?.folded;
    // "On suspicion of" is the law's word, "may I" a courtesy, "believe in" a creed.
    if (word.folded === 'suspicion' && passage.words[at - 1]?.folded === 'on') continue;
    if ((next === 'i' && /^(?:may|might)$/.test(word.folded)) || (next === 'in' && word.folded.startsWith('believe'))) continue;
    return { text: word.text.toLowerCase(), scope: scopeOf(passage, clause, at) };
  }
  const first = passage.words[clause.from];
  const last = passage.words[clause.to];
  if (first === undefined || last === undefined) return undefined;
  const said = passage.text.slice(first.start, last.end);
  const open = (OPEN_PHRASES.exec(said) ?? STILL_TO_COME.exec(said))?.[0];
  if (open === undefined) return undefined;
  const start = passage.text.indexOf(open, first.start);
  const scope = /^as far as/i.test(open) ? partOf(passage, clause, { start, end: start + open.length }) : clause;
  return { text: open.toLowerCase(), scope };
}

/** Where the words of a hedge, in lower case, stand whole: "may" does not stand in "mayor". */
export function placeOfHedge(said: string, hedge: string): number {
  const lower = said.toLowerCase();
  const isLetter = (place: number): boolean => /\p{L}/u.test(lower.charAt(place));
  let at = lower.indexOf(hedge);
  while (at >= 0 && (isLetter(at - 1) || isLetter(at + hedge.length))) at = lower.indexOf(hedge, at + 1);
  return at;
}

/** "Forty were copied, none misused as far as we know": what stands up to the comma; all before a phrase that stands alone. */
function partOf(passage: KeyedText, clause: Clause, phrase: Span): Clause {
  const part = clauseAround(passage, phrase);
  const hasOwn = passage.words
    .slice(part.from, part.to + 1)
    .some(word => !word.isFunction && (word.start < phrase.start || word.start >= phrase.end));
  return hasOwn ? { from: Math.max(part.from, clause.from), to: Math.min(part.to, clause.to) } : clause;
}

/** Verbs whose object is what is not sure; other hedges take their subject in as well. */
export const OF_MIND = /^(?:suspects?|suspecting|believes?|thinks?|assumes?|guess(?:es)?|speculates?|alleges?|hints?|suggests?)$/;
/** How many words before it a hedge may cover: "the gang may have". */
const SUBJECT = 8;

/** From the hedge to where the clause ends, with the subject before it; a hedge at the end covers what stands before. */
function scopeOf(passage: KeyedText, clause: Clause, at: number): Clause {
  const gap = (left: number): string =>
    passage.text.slice((passage.words[left] as KeyedWord).end, passage.words[left + 1]?.start ?? (passage.words[left] as KeyedWord).end);
  let to = at;
  let content = 0;
  // "Was taken over, we think in December, and the key with it": what is put in ends at its comma.
  const isPutIn =
    at >= 2 && at - 2 >= clause.from && /^(?:we|i|they|he|she|it)$/.test(passage.words[at - 1]?.folded ?? '') && /,/.test(gap(at - 2));
  const most = isPutIn ? 1 : 3;
  while (to < clause.to && !/[;:]/.test(gap(to)) && !(content >= most && /[,–—]/.test(gap(to)))) {
    to++;
    if (!(passage.words[to] as KeyedWord).isFunction) content++;
  }
  // "The port on the board: they suspect it is active."
  const takesUp = [1, 2].some(step => at + step <= clause.to && /^(?:it|this|these|they|so)$/.test(passage.words[at + step]?.folded ?? ''));
  if (content === 0 || takesUp) return { from: clause.from, to };
  let from = at;
  const word = passage.words[at] as KeyedWord;
  if (OF_MIND.test(word.folded)) return { from, to };
  while (from > clause.from && from > at - SUBJECT && !/[,;:–—]/.test(gap(from - 1))) from--;
  return { from, to };
}
