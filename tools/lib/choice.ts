// Owns: training of a linear model that chooses one of several alternatives (conditional logit). No randomness.
// Must not know: what the features mean.
import { softmax } from '../../server/src/core/evidence/support-spans.ts';
import type { Linear } from './logistic.ts';

/** Alternatives with their features, and how much of the truth each is (the sum is 1). */
export interface Choice {
  readonly rows: readonly Float64Array[];
  readonly truth: readonly number[];
}

const STEPS = 250;
const RATE = 0.05;

/**
 * Fits weights under which the true alternatives are likeliest, with an L2 penalty on standardised features, by Adam
 * (Kingma and Ba 2015) on all choices at once. The bias is 0: it is the same for all alternatives.
 */
export function fitChoice(choices: readonly Choice[], penalty: number): Linear {
  const width = choices[0]?.rows[0]?.length ?? 0;
  const all = choices.flatMap(choice => choice.rows);
  const at = (row: Float64Array, feature: number): number => row[feature] as number;
  const means = Array.from({ length: width }, (_, feature) => all.reduce((sum, row) => sum + at(row, feature), 0) / all.length);
  const scales = means.map(
    (mean, feature) => Math.sqrt(all.reduce((sum, row) => sum + (at(row, feature) - mean) ** 2, 0) / all.length) || 1,
  );
  const standard = choices.map(choice =>
    choice.rows.map(row => row.map((value, feature) => (value - (means[feature] as number)) / (scales[feature] as number))),
  );
  const weights = new Float64Array(width);
  const momentum = new Float64Array(width);
  const power = new Float64Array(width);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = weights.map(weight => -penalty * weight);
    for (const [which, rows] of standard.entries()) {
      const probabilities = softmax(rows.map(row => dot(weights, row)));
      for (const [alternative, row] of rows.entries()) {
        const lack = (choices[which]?.truth[alternative] as number) - (probabilities[alternative] as number);
        if (Math.abs(lack) < 1e-6) continue;
        for (let feature = 0; feature < width; feature++) gradient[feature] = at(gradient, feature) + lack * at(row, feature);
      }
    }
    for (let feature = 0; feature < width; feature++) {
      momentum[feature] = 0.9 * at(momentum, feature) + 0.1 * at(gradient, feature);
      power[feature] = 0.99 * at(power, feature) + 0.01 * at(gradient, feature) ** 2;
      const move = at(momentum, feature) / (1 - 0.9 ** step) / (Math.sqrt(at(power, feature) / (1 - 0.99 ** step)) + 1e-8);
      weights[feature] = at(weights, feature) + RATE * move;
    }
  }
  return { bias: 0, weights: [...weights].map((weight, feature) => weight / (scales[feature] as number)) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}
