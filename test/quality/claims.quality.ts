// Measures check-worthiness on the four folds of ClaimBuster: trained on each fold's training part, as the trainer ships it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkWorthiness } from '../../server/src/core/extract/claims/model.ts';
import { profileOfText } from '../../server/src/core/extract/claims/sentence.ts';
import { CLAIM_WEIGHTS } from '../../server/src/core/extract/claims/weights.generated.ts';
import { evaluate, readClaimBuster } from '../../tools/train-claims.ts';

export async function measure(dataDir: string): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  if (!existsSync(path.join(dataDir, 'claims', 'claimbuster'))) return [];
  const data = readClaimBuster(dataDir);
  const { f1, bytes } = evaluate(data);
  const source = 'ClaimBuster, 4 folds (SVM .831, BERT .880)';
  return [
    { figure: 'check-worthiness, macro-F1', value: f1.reduce((sum, value) => sum + value, 0) / f1.length, bar: 0.84, aim: 0.855, source },
    {
      figure: 'check-worthiness, model in KB (at most)',
      value: Math.max(bytes, CLAIM_WEIGHTS.length) / 1000,
      bar: 150,
      source: 'text of the shipped module',
    },
    {
      figure: 'check-worthiness, µs a sentence (at most)',
      value: timed([...data.examples.values()].slice(0, 2000).map(example => example.text)),
      bar: 50,
      source: 'the model alone, warm',
    },
  ];
}

/** The best of six runs: others work on the machine, too. */
function timed(texts: readonly string[]): number {
  const profiles = texts.map(profileOfText);
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    for (const profile of profiles) checkWorthiness(profile);
    best = Math.min(best, ((performance.now() - start) * 1000) / profiles.length);
  }
  return best;
}
