// Owns: cutting a sentence where its parts carry different numbers or sources.
// Must not know: scores, types.

import { AUXILIARIES } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { SentenceFacts } from './profile.ts';

/** Spans of the clauses of a sentence: one where it need not be cut. */
export function clausesOf(
  tokens: readonly Token[],
  facts: SentenceFacts,
  sentence: Span,
  citationEnds: readonly number[],
): readonly Span[] {
  if (tokens.length < 8 || tokens.length > 400 || isElliptic(tokens)) return [sentence];
  const cuts: number[] = [];
  let from = 0;
  for (let at = 1; at < tokens.length - 2 && cuts.length < 6; at++) {
    const joint = jointAt(tokens, at);
    if (joint === undefined) continue;
    if (facts.quotes.some(quote => quote.span.start < (tokens[at] as Token).start && (tokens[at] as Token).start < quote.span.end))
      continue;
    if (!hasVerb(tokens, from, at) || !hasVerb(tokens, joint, tokens.length)) continue;
    const left = { start: (tokens[from] as Token).start, end: (tokens[at] as Token).start };
    const right = { start: (tokens[joint] as Token).start, end: sentence.end };
    const cited = citationEnds.some(end => end > left.start && end <= right.start);
    if (!cited && !(isCounted(facts, left) && isCounted(facts, right))) continue;
    cuts.push((tokens[at] as Token).start);
    from = at;
  }
  if (cuts.length === 0) return [sentence];
  const edges = [sentence.start, ...cuts, sentence.end];
  return edges.slice(0, -1).map((start, index) => ({ start, end: edges[index + 1] as number }));
}

/** A semicolon, or a comma (or nothing) with "and", "but", "while": answers where the next clause's words start. */
function jointAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at] as Token;
  if (token.text === ';') return at + 1;
  if (token.text === ',' && /^(?:and|but|while|whereas|yet|so|though|although)$/.test(tokens[at + 1]?.lower ?? '')) return at + 2;
  if (token.text !== ',' && /^(?:and|but|while|whereas)$/.test(token.lower) && tokens[at - 1]?.text !== ',' && startsClause(tokens, at + 1))
    return at + 1;
  return undefined;
}

/** "…, and one in a thousand always is": what is left out stands in the clause before. */
function isElliptic(tokens: readonly Token[]): boolean {
  const last = tokens.findLast(token => token.kind === 'word');
  return last !== undefined && AUXILIARIES.has(last.lower);
}

/** A subject and its verb follow within a few words: "and the demand for money was left". */
function startsClause(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first?.kind !== 'word' || verbForm(first.lower) === 'past') return false;
  for (let ahead = at + 1; ahead < tokens.length && ahead < at + 7; ahead++) {
    const token = tokens[ahead] as Token;
    if (token.kind === 'mark') return false;
    if (AUXILIARIES.has(token.lower) || verbForm(token.lower) === 'past') return true;
  }
  return false;
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const form = verbForm(token.lower);
    if (AUXILIARIES.has(token.lower) || form === 'past' || form === 'third') return true;
  }
  return false;
}

function isCounted(facts: SentenceFacts, span: Span): boolean {
  return facts.numbers.some(number => number.kind !== 'ordinal' && number.span.start >= span.start && number.span.end <= span.end);
}
