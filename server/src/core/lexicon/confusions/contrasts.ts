// Owns: what a contrast is: a term, and what a text says of its thing that only another term fits; in the draft itself or in the notes.
// Must not know: single terms, rules, how passages of the notes are found.
import { type Confusion, isDenied, type Slip, sameCase, type Wording } from './types.ts';

/** To add one, copy an entry of a neighbouring file; `bad` and `good` are run as tests. */
export interface Contrast extends Omit<Confusion, 'find'> {
  /** The term, with flags `gi`; named group `wrong` is the span, else the whole match. */
  readonly word: RegExp;
  /** What is said of a thing that the term does not fit. */
  readonly told: RegExp;
  /** With these words a text stands by the term, or speaks of something else as well. */
  readonly agreed: RegExp;
  /** What to write for the term; undefined where only the writer can tell. */
  readonly better: (word: string) => string | undefined;
  /** How the notes may name the thing, beside `told`. */
  readonly named?: RegExp;
  /** Where `told` would say too little or too much in the draft's own words. */
  readonly draftTold?: RegExp;
}

/** What to write for one thing, and for several. */
export const many = (one: string, several: string) => (word: string) => (/s$/i.test(word) ? several : one);

/** The next sentence goes on about what this one names. */
const GOES_ON =
  /^(?:it|its|this|that|they|these|he|she|the (?:attack|malware|program|code|tool|script|exploit|flaw|bug|hole|vulnerability|message|file|data|list|server|machine|system|way in|operators?|intruders?|attackers?|owners?|victims?))\b/i;
/** The term takes up what the sentence before tells of. */
const TAKES_UP =
  /\b(?:this|that|these|the|such an?|it (?:is|was) an?|amount(?:s|ed) to an?|which (?:is|was) an?)\s+(?:[\w’'-]{1,20}\s+)?["“‘]?$/i;

/** The contrast as a confusion: the sentence, and its neighbours where they go on about the same thing, tell of another. */
export function asConfusion(contrast: Contrast): Confusion {
  const { id, wrong, right, triggers, message, bad, good } = contrast;
  const find = (wording: Wording): readonly Slip[] => {
    // Looked at here alone: a sign makes its expressions when they are first asked for.
    const { word, better, agreed } = contrast;
    const told = contrast.draftTold ?? contrast.told;
    const slips: Slip[] = [];
    for (const match of wording.text.matchAll(word)) {
      const wrong = match.groups?.wrong ?? match[0];
      const start = match.index + match[0].indexOf(wrong);
      if (isDenied(wording.text, start)) continue;
      const before = TAKES_UP.test(wording.text.slice(0, start)) ? lastSentence(wording.before) : '';
      const after = GOES_ON.test(wording.after) ? wording.after : '';
      const context = `${before} ${wording.text.slice(0, start)}${BLANK}${wording.text.slice(start + wrong.length)} ${after}`;
      if (!told.test(context) || agreed.test(context)) continue;
      const replacement = better(wrong);
      slips.push({
        span: { start, end: start + wrong.length },
        ...(replacement !== undefined && { better: sameCase(wrong, replacement) }),
      });
    }
    return slips;
  };
  return { id, wrong, right, triggers, message, bad, good, find };
}

/** Stands for the term while its surroundings are looked at, so that it does not speak for itself. */
const BLANK = '▢';

function lastSentence(text: string): string {
  const parts = text.split(/(?<=[.!?]["”’)]?)\s+(?=["“(]?\p{Lu})/u);
  return parts.at(-1) ?? '';
}

/** Whether a text has words that stand by something, outside of a denial. */
export function affirms(text: string, words: RegExp): boolean {
  const all = words.flags.includes('g') ? words : new RegExp(words.source, `${words.flags}g`);
  for (const match of text.matchAll(all)) {
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 12);
    if (!isDenied(text, match.index) && !/^\s*(?::|\?|–|—|-)?\s*(?:no\b|\?)/i.test(after)) return true;
  }
  return false;
}
