// Measures sentence certainty with the shipped weights, which never saw the test split.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { certaintyOf } from '../../server/src/core/extract/claims/certainty.ts';
import { profileOfText } from '../../server/src/core/extract/claims/sentence.ts';
import { pearson, readCertainty } from '../../tools/train-certainty.ts';

export async function measure(dataDir: string): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  if (!existsSync(path.join(dataDir, 'certainty'))) return [];
  const tested = readCertainty(dataDir, 'test');
  const value = pearson(
    tested.map(example => certaintyOf(profileOfText(example.text))),
    tested.map(example => example.label),
  );
  return [{ figure: 'sentence certainty, Pearson', value, bar: 0.69, aim: 0.72, source: 'Pei and Jurgens 2021, test split' }];
}
