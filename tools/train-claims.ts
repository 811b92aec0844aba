// Owns: training of the check-worthiness model from the ClaimBuster sentences. Seeded; equal data gives equal bytes.
// Must not know: thresholds of the product, documents.
//
//   npm run train:claims -- --data DIR           evaluates, then writes server/src/core/extract/claims/weights.generated.ts
//   npm run train:claims -- --data DIR --check   prints the evaluation only
//
// Data: ClaimBuster (Arslan et al. 2020, Zenodo 3836810), published for building computational methods. Weights ship, no text.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Example, examplesOf, parts, type Settings, scoreOf, shipped, train } from './lib/sentence-model.ts';

const OUT = fileURLToPath(new URL('../server/src/core/extract/claims/weights.generated.ts', import.meta.url));
/** Chosen by cross-validation inside the training parts. */
export const SETTINGS: Settings = { loss: 'logistic', cost: 6, keep: 24_000, dense: 0.5, rarity: 0, least: 2 };
const SEED = 20_251;
const INNER = 4;

interface Row {
  readonly sentence_id: number;
  readonly Text: string;
  readonly Verdict: number;
}

/** One of the four folds as published: ids of its training and test sentences. */
export interface Fold {
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** All sentences by id with their features, and the folds. */
export function readClaimBuster(dataDir: string): { readonly examples: ReadonlyMap<number, Example>; readonly folds: readonly Fold[] } {
  const rows = new Map<number, Row>();
  const folds = [0, 1, 2, 3].map(fold => {
    const [trained, tested] = ['train', 'test'].map(part => {
      const list = JSON.parse(readFileSync(join(dataDir, 'claims', 'claimbuster', `${part}_${fold}.json`), 'utf8')) as Row[];
      for (const row of list) rows.set(row.sentence_id, row);
      return list.map(row => row.sentence_id);
    });
    return { train: trained ?? [], test: tested ?? [] };
  });
  const ids = [...rows.keys()].sort((a, b) => a - b);
  const made = examplesOf(ids.map(id => ({ text: rows.get(id)?.Text ?? '', label: rows.get(id)?.Verdict ?? 0 })));
  return { examples: new Map(ids.map((id, index) => [id, made[index] as Example])), folds };
}

/** The score above which a sentence counts as check-worthy, best on sentences that the model has not seen within `examples`. */
export function cutFor(examples: readonly Example[], settings: Settings): number {
  const scores: number[] = [];
  const folds = parts(examples.length, INNER, SEED);
  folds.forEach(held => {
    const out = new Set(held);
    const { model } = shipped(
      train(
        examples.filter((_, index) => !out.has(index)),
        settings,
      ),
    );
    for (const index of held) scores[index] = scoreOf(model, examples[index] as Example);
  });
  let best = { f1: 0, cut: 0 };
  for (let step = -20; step <= 20; step++) {
    const cut = step / 20;
    const f1 = macroF1(
      examples.map(example => example.label === 1),
      scores.map(score => score > cut),
    );
    if (f1 > best.f1) best = { f1, cut };
  }
  return best.cut;
}

/** Mean of the F1 of both classes. */
export function macroF1(truth: readonly boolean[], guess: readonly boolean[]): number {
  let sum = 0;
  for (const value of [true, false]) {
    let hit = 0;
    let all = 0;
    truth.forEach((label, index) => {
      if (label === value && guess[index] === value) hit += 2;
      if (label === value) all++;
      if (guess[index] === value) all++;
    });
    sum += hit / Math.max(1, all);
  }
  return sum / 2;
}

/** Macro-F1 of each fold, with the cut chosen inside its training part. */
export function evaluate(
  data: ReturnType<typeof readClaimBuster>,
  settings: Settings = SETTINGS,
): { readonly f1: readonly number[]; readonly bytes: number } {
  let bytes = 0;
  const f1 = data.folds.map(fold => {
    const pick = (ids: readonly number[]): Example[] => ids.map(id => data.examples.get(id)).filter(example => example !== undefined);
    const trained = pick(fold.train);
    const tested = pick(fold.test);
    const { packed, model } = shipped(train(trained, settings));
    bytes = Math.max(bytes, packed.length);
    const cut = cutFor(trained, settings);
    return macroF1(
      tested.map(example => example.label === 1),
      tested.map(example => scoreOf(model, example) > cut),
    );
  });
  return { f1, bytes };
}

function main(): void {
  const args = process.argv.slice(2);
  const dataDir = args[args.indexOf('--data') + 1];
  if (!args.includes('--data') || dataDir === undefined) {
    console.error('usage: npm run train:claims -- --data DIR [--check]');
    process.exitCode = 2;
    return;
  }
  const data = readClaimBuster(dataDir);
  console.log(`${data.examples.size} sentences`);
  if (!args.includes('--quick')) {
    const { f1, bytes } = evaluate(data);
    console.log(
      `macro-F1 by fold ${f1.map(value => value.toFixed(4)).join(' ')}, mean ${(f1.reduce((a, b) => a + b, 0) / f1.length).toFixed(4)}; ${bytes} bytes`,
    );
  }
  if (args.includes('--check')) return;
  const { packed } = shipped(train([...data.examples.values()], SETTINGS));
  writeFileSync(
    OUT,
    `// Generated by tools/train-claims.ts from the ClaimBuster sentences (Arslan et al. 2020). Do not edit.\n// Owns: the weights of the check-worthiness model.\n// Must not know: anything.\n\n/** See \`packModel\` in sparse.ts. */\nexport const CLAIM_WEIGHTS =\n  '${packed}';\n`,
  );
  console.log(`wrote ${OUT}: ${packed.length} bytes`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
