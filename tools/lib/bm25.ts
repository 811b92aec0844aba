// Owns: a plain BM25 over the passages of one Source, for training without the evidence index.
// Must not know: claims, verdicts.
import { keyed, keyedPassage } from '../../server/src/core/evidence/alignment.ts';
import type { Passage, Source } from '../../server/src/core/evidence/types.ts';

/** Best passages of a Source for a text, best first. */
export function bestPassages(text: string, source: Source, limit: number): Passage[] {
  const query = new Set(
    keyed(text)
      .words.filter(word => !word.isFunction)
      .map(word => word.key),
  );
  const texts = source.passages.map(keyedPassage);
  const mean = texts.reduce((sum, one) => sum + one.words.length, 0) / Math.max(1, texts.length);
  const frequency = new Map<string, number>();
  for (const key of query) frequency.set(key, texts.filter(one => one.places.has(key)).length);
  return source.passages
    .map((passage, at) => {
      const one = texts[at] ?? keyedPassage(passage);
      let score = 0;
      for (const key of query) {
        const count = one.places.get(key)?.length ?? 0;
        if (count === 0) continue;
        const within = frequency.get(key) ?? 1;
        const idf = Math.log(1 + (texts.length - within + 0.5) / (within + 0.5));
        score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * one.words.length) / mean));
      }
      return { passage, score, at };
    })
    .filter(one => one.score > 0)
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, limit)
    .map(one => one.passage);
}
