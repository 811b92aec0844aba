// Owns: questions that rules of sourcing share: which Sources stand behind a sentence or a claim.
// Must not know: any one rule, how verdicts are reached.
import type { Source, Support } from '../evidence/types.ts';
import type { Sentence } from '../syntax/types.ts';
import type { DocumentView, PlacedSegment } from './types.ts';

/** A match counts beside the best one when its score is at least this share of it. */
const NEAR_BEST = 0.6;

interface SourcedSentence {
  readonly segment: PlacedSegment;
  readonly sentence: Sentence;
  /** Index of the sentence in its segment. */
  readonly index: number;
  /** Sources cited in the sentence itself, each once. */
  readonly sources: readonly Source[];
}

/** Sentences with citations that resolve, in order. */
export function* sourcesBySentence(document: DocumentView): Iterable<SourcedSentence> {
  const found = new Map<string, { segment: PlacedSegment; sentence: Sentence; index: number; sources: Source[] }>();
  for (const { citation, segment, source } of document.citations) {
    const sentence = segment.facts.tree.sentences[citation.sentence];
    if (!source || !sentence || segment.facts.tree.blocks[sentence.block]?.kind === 'footnote') continue;
    const mark = `${segment.index} ${citation.sentence}`;
    const known = found.get(mark);
    if (!known) found.set(mark, { segment, sentence, index: citation.sentence, sources: [source] });
    else if (!known.sources.some(other => other.key === source.key)) known.sources.push(source);
  }
  yield* found.values();
}

/** The Sources that carry a claim: those it cites that have text, and those whose passages bear on it about as well as the best. */
export function bearingSources(support: Support, sources: ReadonlyMap<string, Source>): readonly Source[] {
  const found = new Map<string, Source>();
  for (const key of support.cited) {
    const source = sources.get(key);
    if (source && source.passages.length > 0) found.set(key, source);
  }
  const best = support.matches[0]?.score ?? 0;
  for (const { passage, score } of support.matches) {
    if (best > 0 && score >= NEAR_BEST * best) found.set(passage.source.key, sources.get(passage.source.key) ?? passage.source);
  }
  return [...found.values()];
}
