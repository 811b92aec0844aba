// Owns: telling whether a quote goes on after the words that name its speaker ("…," she says. "…").
// Must not know: who that speaker is.
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import type { Span } from '../../text/span.ts';
import type { Quote } from '../facts.ts';

/** The words between two parts of a split quote are few. */
const LONGEST_GAP = 160;
const WORD = /[\p{L}'’]+/gu;

/** Whether the quote at `next` continues `earlier`, judged from what stands between them. */
export function continues(prose: string, earlier: Quote, next: Span): boolean {
  const start = earlier.span.end;
  if (next.start <= start || next.start - start > LONGEST_GAP || earlier.open) return false;
  const gap = prose.slice(start, next.start);
  // One clause: a full stop only at its end, and no colon, which starts a new quote.
  const clause = /^\s*,?\s*(.*?)\s*([,.;])?\s*$/su.exec(gap);
  const words = clause?.[1] ?? '';
  const stop = clause?.[2];
  if (words === '' || !stop || /[:;!?()]|\.\s/.test(words.replace(/\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Prof|St)\.\s/gu, ' ')))
    return false;
  if (!/[,.?!…—–-]\s*$/.test(prose.slice(earlier.content.start, earlier.content.end).slice(-3)) && !/^\s*,/.test(gap)) return false;
  const found = words.match(WORD) ?? [];
  if (found.length > 22) return false;
  return found.some(word => {
    const use = reportingVerb(word.toLowerCase());
    return use !== undefined && use.form !== 'gerund' && use.form !== 'base';
  });
}
