// Owns: fitting a linear model over the features of sentences, picking its n-grams, packing it.
// Must not know: what is predicted, where data comes from.
import { denseFeatures } from '../../server/src/core/extract/claims/features.ts';
import type { Profile } from '../../server/src/core/extract/claims/profile.ts';
import { profileOfText } from '../../server/src/core/extract/claims/sentence.ts';
import {
  type Grams,
  gramsOf,
  type LinearModel,
  linearScore,
  type PlainModel,
  packModel,
  unpackModel,
} from '../../server/src/core/extract/claims/sparse.ts';
import { fit, type Loss, type Sparse, sparseOf } from './linear.ts';

export interface Example {
  readonly text: string;
  readonly label: number;
  readonly grams: Grams;
  readonly dense: Float64Array;
}

export interface Settings {
  readonly loss: Loss;
  readonly cost: number;
  /** How many n-grams are kept. */
  readonly keep: number;
  /** Weight of the dense features beside the n-grams. */
  readonly dense: number;
  /** Exponent of how much rarity of an n-gram counts. */
  readonly rarity: number;
  /** Sentences that must have an n-gram. */
  readonly least: number;
}

/** Features of labelled texts. */
export function examplesOf(
  items: readonly { readonly text: string; readonly label: number }[],
  denseOf: (profile: Profile) => Float64Array = denseFeatures,
): Example[] {
  return items.map(({ text, label }) => {
    const profile = profileOfText(text);
    return { text, label, grams: gramsOf(profile), dense: denseOf(profile) };
  });
}

/** Trains on all `examples`: once over all n-grams, then over those that matter most. */
export function train(examples: readonly Example[], settings: Settings): PlainModel {
  const counts = new Map<number, number>();
  for (const { grams } of examples) for (const hash of new Set(grams.hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const hashes = [...counts]
    .filter(([hash, count]) => count >= settings.least && hash !== 0)
    .map(([hash]) => hash)
    .sort((a, b) => a - b);
  const rarity = (hash: number): number => (1 + Math.log((1 + examples.length) / (1 + (counts.get(hash) ?? 0)))) ** settings.rarity;
  const labels = Float64Array.from(examples, example => example.label);
  const rows = examples.map((_, index) => index);
  const whole = matrixOf(examples, hashes, rarity, settings.dense);
  const first = fit(whole, rows, labels, settings.loss, settings.cost);
  const spread = spreadOf(whole);
  const kept = hashes
    .map((hash, index) => ({ hash, worth: Math.abs(first[index] as number) * (spread[index] as number) }))
    .sort((a, b) => b.worth - a.worth || a.hash - b.hash)
    .slice(0, settings.keep)
    .map(({ hash }) => hash)
    .sort((a, b) => a - b);
  const second = fit(matrixOf(examples, kept, rarity, settings.dense), rows, labels, settings.loss, settings.cost);
  const size = examples[0]?.dense.length ?? 0;
  return {
    intercept: second[kept.length + size] as number,
    dense: Array.from({ length: size }, (_, index) => (second[kept.length + index] as number) * settings.dense),
    grams: kept.map((hash, index) => [hash, (second[index] as number) * rarity(hash)] as const),
  };
}

function matrixOf(examples: readonly Example[], hashes: readonly number[], rarity: (hash: number) => number, dense: number): Sparse {
  const column = new Map(hashes.map((hash, index) => [hash, index]));
  const scale = hashes.map(rarity);
  const rows = examples.map(example => {
    const sums = new Map<number, number>();
    let from = 0;
    for (const end of example.grams.ends) {
      const norm = 1 / Math.sqrt(Math.max(1, end - from));
      for (let at = from; at < end; at++) {
        const index = column.get(example.grams.hashes[at] as number);
        if (index !== undefined) sums.set(index, (sums.get(index) ?? 0) + norm * (scale[index] as number));
      }
      from = end;
    }
    const row: [number, number][] = [...sums];
    example.dense.forEach((value, index) => {
      if (value !== 0) row.push([hashes.length + index, value * dense]);
    });
    return row;
  });
  return sparseOf(rows, hashes.length + (examples[0]?.dense.length ?? 0));
}

function spreadOf(matrix: Sparse): Float64Array {
  const sums = new Float64Array(matrix.columns);
  matrix.values.forEach((value, at) => {
    const column = matrix.indices[at] as number;
    sums[column] = (sums[column] as number) + value * value;
  });
  return sums.map(Math.sqrt);
}

/** The model as the product will read it: packed, and unpacked again. */
export function shipped(model: PlainModel): { readonly packed: string; readonly model: LinearModel } {
  const packed = packModel(model);
  return { packed, model: unpackModel(packed) };
}

export function scoreOf(model: LinearModel, example: Example): number {
  return linearScore(model, example.grams, example.dense);
}

/** Splits indices into `count` parts by a fixed generator (mulberry32). */
export function parts(size: number, count: number, seed: number): number[][] {
  const order = Array.from({ length: size }, (_, index) => index);
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as number, order[at] as number];
  }
  const out: number[][] = Array.from({ length: count }, () => []);
  order.forEach((index, at) => {
    out[at % count]?.push(index);
  });
  return out;
}
