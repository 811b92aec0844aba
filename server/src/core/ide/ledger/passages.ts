// Owns: which passages of the notes bear on a claim, and what the notes have of the quotes in it.
// Must not know: which of them may be shown, and how.
import { type LedgerEvidence, MISQUOTED } from '../../annotations/ledger.ts';
import type { CheckedClaim } from '../../engine/types.ts';
import type { Passage, QuoteMatch } from '../../evidence/types.ts';
import { carriedElsewhere } from '../../rules/claims/citation-mismatch.ts';
import type { DocumentView } from '../../rules/types.ts';
import { overlaps, slice } from '../../text/span.ts';

/** Passages shown for a claim, and the share of the best one's score that each must have. */
const MOST_PASSAGES = 5;
const NEAR_BEST = 0.6;

/** The passages that bear on a claim, each once. */
export function passagesFor(
  one: CheckedClaim,
  view: DocumentView,
): readonly { readonly passage: Passage; readonly relation: LedgerEvidence['relation'] }[] {
  const { support } = one;
  const found = new Map<Passage, LedgerEvidence['relation']>();
  for (const { passage } of support.differences) found.set(passage, 'contradicts');
  const quotes = quotesIn(one, view);
  for (const { passage, status } of quotes)
    if (passage && !found.has(passage)) found.set(passage, MISQUOTED.has(status) ? 'contradicts' : 'supports');
  const elsewhere = support.verdict === 'miscited' ? carriedElsewhere(support) : undefined;
  if (elsewhere && !found.has(elsewhere.passage)) found.set(elsewhere.passage, 'elsewhere');
  const isQuoted = quotes.every(({ status }) => status !== 'not-found');
  const best = support.matches[0]?.score ?? 0;
  const backs = isQuoted && (support.verdict === 'supported' || support.verdict === 'partial' || support.verdict === 'uncited');
  for (const { passage, score } of support.matches) {
    if (found.size >= MOST_PASSAGES || found.has(passage)) continue;
    if (backs && score >= NEAR_BEST * best) found.set(passage, 'supports');
    else if (found.size === 0) found.set(passage, 'closest');
  }
  return [...found].map(([passage, relation]) => ({ passage, relation }));
}

/** The direct quotes in a claim, with what the notes have of each. */
export function quotesIn(
  { claim, segment }: CheckedClaim,
  view: DocumentView,
): readonly (Pick<QuoteMatch, 'status' | 'passage'> & { readonly text: string })[] {
  return segment.facts.quotes.flatMap(quote => {
    if (!overlaps(quote.span, claim.span)) return [];
    const { status, passage } = view.quoteMatch(segment, quote);
    const text = slice(segment.facts.tree.prose, quote.content);
    return status === 'not-speech' ? [] : [{ text, status, ...(passage ? { passage } : {}) }];
  });
}
