// Owns: verdicts on the claims and quotes of one document, kept as long as all that they depend on is equal.
// Must not know: how verdicts are reached, rules, findings.
import type { EvidenceIndex, Reads } from '../evidence/contract.ts';
import { matchQuote } from '../evidence/quotes.ts';
import { type CoveringCitation, judgeClaim } from '../evidence/support.ts';
import type { QuoteMatch, Support } from '../evidence/types.ts';
import type { Register } from '../extract/claims/register.ts';
import type { Claim, Quote, TlpLevel } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { PlacedSegment } from '../rules/types.ts';
import { overlaps } from '../text/span.ts';
import {
  attributionsOver,
  citationsOver,
  closingSource,
  earlierNames,
  isOpinion,
  outsideSpeaker,
  type Surroundings,
  sourcesBeside,
} from './document-pass.ts';
import type { Story } from './story.ts';

/** What verdicts depend on beyond a segment and its surroundings. */
export interface Grounds {
  readonly story: Story;
  readonly knowledge: Knowledge;
  readonly ready: boolean;
  readonly register: Register;
  readonly date?: string;
  readonly tlp?: TlpLevel;
}

interface Kept<T> {
  readonly key: string;
  readonly value: T;
}

/** A verdict with what it read of the evidence: it holds as long as that is the same. */
interface KeptSupport extends Kept<Support> {
  readonly index: EvidenceIndex;
  readonly reads: Reads;
}

/** Words that changed in a quote are not what the notes back, however many of them they share. */
function withQuotes(support: Support, quotes: readonly QuoteMatch['status'][]): Support {
  if (support.verdict !== 'supported' && support.verdict !== 'partial' && support.verdict !== 'uncited') return support;
  if (quotes.includes('meaning-changed')) return { ...support, verdict: 'contradicted' };
  const isOtherwise = quotes.some(status => status === 'altered' || status === 'spliced' || status === 'wrong-speaker');
  return isOtherwise && support.verdict === 'supported' ? { ...support, verdict: 'partial' } : support;
}

/** The verdicts of one document. */
export class Judge {
  /** By claim: it lives as long as its segment's facts do. The key holds all else that its verdict depends on. */
  readonly #supports = new WeakMap<Claim, KeptSupport>();
  readonly #matches = new WeakMap<Quote, Kept<QuoteMatch>>();

  /**
   * The verdict on a claim. What stands in the claim's own segment alone (its names, opinion marks) needs no place in the
   * key; attributions may stand before a list's colon.
   */
  support(grounds: Grounds, segment: PlacedSegment, around: Surroundings, claim: Claim): Support {
    const { story, ready, register, knowledge, date, tlp } = grounds;
    const covering = citationsOver(around, claim.sentence);
    const closing = closingSource(segment, around, claim.sentence);
    const beside = sourcesBeside(segment, around, claim.sentence);
    const { strictness } = story.configuration;
    const quotes = segment.facts.quotes.flatMap(quote => {
      if (!overlaps(claim.span, quote.content)) return [];
      const { status, span } = this.match(grounds, segment, around, quote);
      return status === 'wrong-speaker' || overlaps(claim.span, span) ? [status] : [];
    });
    const attributions = attributionsOver(segment, claim.span, claim.sentence, around);
    const key = [
      quotes.join(' '),
      ...attributions.map(one => `${one.kind} ${one.name ?? ''}`),
      `${ready} ${strictness} ${register} ${story.configuration.defaultTlp} ${knowledge.revision} ${date ?? ''} ${tlp ?? ''}`,
      closing?.key ?? '',
      beside.map(source => source.key).join('\t'),
      ...covering.map(one => `${one.citation.target}\t${one.source?.key ?? ''}`),
    ].join('\n');
    const kept = this.#supports.get(claim);
    if (kept?.key === key && kept.index === story.index && story.index.isSame(kept.reads)) return kept.value;
    const { index, reads } = story.index.recording();
    for (const { source } of covering) if (source) reads.sources.add(source.key);
    if (closing) reads.sources.add(closing.key);
    for (const source of beside) reads.sources.add(source.key);
    const judged = judgeClaim({
      claim,
      segment,
      index,
      citations: covering.map(({ citation, source }): CoveringCitation => ({ target: citation.target, ...(source ? { source } : {}) })),
      attributions,
      knowledge,
      strictness,
      register,
      ready,
      opinion: isOpinion(segment, claim.sentence),
      earlierNames: earlierNames(segment, claim.sentence),
      tlp: tlp ?? (story.configuration.defaultTlp as TlpLevel),
      ...(date ? { date } : {}),
      ...(closing ? { closing } : {}),
      ...(beside.length > 0 ? { beside } : {}),
    });
    // A citation that leads nowhere backs nothing; citations/unresolved says so.
    const leadsNowhere = judged.verdict === 'attributed' && covering.some(one => !one.source && one.plain !== true);
    const value: Support = leadsNowhere ? { ...judged, verdict: 'unchecked', reason: 'no-text' } : withQuotes(judged, quotes);
    this.#supports.set(claim, { key, value, index: story.index, reads });
    return value;
  }

  /** What the notes hold of a quote. */
  match({ story, ready }: Grounds, segment: PlacedSegment, around: Surroundings, quote: Quote): QuoteMatch {
    const speaker = outsideSpeaker(segment, quote, around);
    const key = [story.revision, ready, speaker ?? ''].join('\n');
    const kept = this.#matches.get(quote);
    if (kept?.key === key) return kept.value;
    const value = matchQuote({ quote, facts: segment.facts, quotes: story.quotes, ready, ...(speaker ? { speaker } : {}) });
    this.#matches.set(quote, { key, value });
    return value;
  }
}
