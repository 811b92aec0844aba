// Owns: a statement of the draft with its negation put in or taken out.
// Must not know: claims, passages, why it is reworded.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { NEGATORS, REACH } from './negation.ts';

const AUXILIARIES = new Set('is are was were has have had will would can could does do did be been'.split(' '));

/** Words of a claim and what should stand in their place. */
export interface Rewriting {
  readonly span: Span;
  readonly text: string;
}

/** "has shared" to "has not shared": the last auxiliary before the word takes a "not". */
export function withNegation(words: KeyedText, pivot: number): Rewriting | undefined {
  for (let at = pivot - 1; at >= 0 && at >= pivot - REACH; at--) {
    const word = words.words[at] as KeyedWord;
    const gap = words.text.slice(word.end, (words.words[at + 1] as KeyedWord).start);
    if (/[.,;:!?]/.test(gap)) return undefined;
    if (!AUXILIARIES.has(word.folded)) continue;
    if (word.folded === 'be' || word.folded === 'been') continue;
    const end = (words.words[pivot] as KeyedWord).end;
    const rest = words.text.slice(word.end, end);
    return { span: { start: word.start, end }, text: `${word.text} not${rest}` };
  }
  return undefined;
}

/** "has not shared" to "has shared", "hasn't" to "has". */
export function withoutNegation(words: KeyedText, pivot: number): Rewriting | undefined {
  for (let at = pivot - 1; at >= 0 && at >= pivot - REACH; at--) {
    const word = words.words[at] as KeyedWord;
    const end = (words.words[pivot] as KeyedWord).end;
    if (word.folded === 'not' && at > 0) {
      const before = words.words[at - 1] as KeyedWord;
      if (!AUXILIARIES.has(before.folded) || /^(?:do|does|did)$/.test(before.folded)) return undefined;
      return { span: { start: before.start, end }, text: before.text + words.text.slice(word.end, end) };
    }
    const contracted = /^(is|are|was|were|has|have|had|would|could|should)n['’]t$/i.exec(word.text);
    if (contracted) return { span: { start: word.start, end }, text: `${contracted[1]}${words.text.slice(word.end, end)}` };
    if (NEGATORS.has(word.folded) || (!FUNCTION_WORDS.has(word.folded) && at < pivot - 3)) return undefined;
  }
  return undefined;
}
