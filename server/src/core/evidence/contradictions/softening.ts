// Owns: a statement of the draft made as sure as the notes are.
// Must not know: claims, passages, why it is softened.

import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';

const ADVERBS: readonly (readonly [RegExp, string])[] = [
  [/^(?:possibl|may|might|could|conceivabl|potential|tentative|perhaps|maybe)/, 'possibly'],
  [/^(?:alleg|purport|supposed|claim)/, 'allegedly'],
  [/^(?:rumou?r|report|speculat)/, 'reportedly'],
  [/^apparent|^seem|^appear/, 'apparently'],
];

/** The adverb that says as much as a hedge. */
export function adverbOf(hedge: string): string {
  for (const [pattern, adverb] of ADVERBS) if (pattern.test(hedge)) return adverb;
  return /^(?:no |not |cannot|can|could not|un|do|does|did)/.test(hedge) ? 'possibly' : 'probably';
}

const BE = new Set('is are was were has have had will'.split(' '));

/** "has confirmed that" to "suspects that"; only where the notes suspect or believe. */
export function withoutCertainty(words: KeyedText, sure: number, hedge: string): { span: Span; text: string } | undefined {
  const word = words.words[sure] as KeyedWord;
  const before = sure > 0 ? (words.words[sure - 1] as KeyedWord) : undefined;
  const start = before !== undefined && /^(?:has|have|had)$/.test(before.folded) ? before.start : word.start;
  const span = { start, end: word.end };
  if (!/^(?:confirm|prove|verif)/.test(word.folded)) return undefined;
  const verb = /^(?:suspect|suspic)/.test(hedge) ? 'suspect' : /^(?:believ|think|thought|assum)/.test(hedge) ? 'believe' : 'suspect';
  const plural = before?.folded === 'have' || word.folded === 'confirm' || word.folded === 'prove' || word.folded === 'verify';
  const past = before?.folded === 'had' || (start === word.start && word.folded.endsWith('ed'));
  if (past) return { span, text: `${verb}${verb.endsWith('e') ? 'd' : 'ed'}` };
  return { span, text: plural ? verb : `${verb}s` };
}

/** "is run" to "is possibly run", "got in" to "probably got in": before the first verb that can be told. */
export function withAdverb(words: KeyedText, adverb: string): { span: Span; text: string } | undefined {
  for (const [at, word] of words.words.entries()) {
    const next = words.words[at + 1];
    if (at > 0 && BE.has(word.folded) && next !== undefined) {
      return { span: { start: word.start, end: word.end }, text: `${word.text} ${adverb}` };
    }
    const isPast = /^(?:got|took|stole|gave|sent|sold|hid|broke|began|became|made|came|went|ran|wrote|led|lost|left|kept|built)$/.test(
      word.folded,
    );
    if (at > 0 && !word.isName && (isPast || (word.folded.length > 4 && word.folded.endsWith('ed')))) {
      return { span: { start: word.start, end: word.end }, text: `${adverb} ${word.text}` };
    }
  }
  return undefined;
}
