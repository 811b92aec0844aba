// Owns: logistic regression with L2 penalty by Newton steps. No randomness.
// Must not know: what the features mean.

/** Log-odds are `bias` plus the sum of weights times features. */
export interface Linear {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Fits on rows with labels 0 to 1 and weights. Features are standardised inside; the result is for rows as they are. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  weights: readonly number[],
  penalty: number,
): Linear {
  const width = rows[0]?.length ?? 0;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = Array.from({ length: width }, (_, f) => rows.reduce((sum, row, i) => sum + (weights[i] ?? 0) * (row[f] ?? 0), 0) / total);
  const scales = means.map(
    (mean, f) => Math.sqrt(rows.reduce((sum, row, i) => sum + (weights[i] ?? 0) * ((row[f] ?? 0) - mean) ** 2, 0) / total) || 1,
  );
  const size = width + 1;
  let beta = new Array<number>(size).fill(0);
  for (let step = 0; step < 30; step++) {
    const gradient = new Array<number>(size).fill(0);
    const hessian = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    for (const [i, row] of rows.entries()) {
      const x = [1, ...row.map((value, f) => (value - (means[f] ?? 0)) / (scales[f] ?? 1))];
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, f) => sum + value * (beta[f] ?? 0), 0)));
      const weight = weights[i] ?? 0;
      for (let a = 0; a < size; a++) {
        gradient[a] = (gradient[a] ?? 0) + weight * ((labels[i] ?? 0) - p) * (x[a] ?? 0);
        const line = hessian[a] ?? [];
        for (let b = 0; b < size; b++) line[b] = (line[b] ?? 0) + weight * p * (1 - p) * (x[a] ?? 0) * (x[b] ?? 0);
      }
    }
    for (let a = 1; a < size; a++) {
      gradient[a] = (gradient[a] ?? 0) - penalty * (beta[a] ?? 0);
      const line = hessian[a] ?? [];
      line[a] = (line[a] ?? 0) + penalty;
    }
    const move = solve(hessian, gradient);
    beta = beta.map((value, a) => value + (move[a] ?? 0));
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  const plain = means.map((_, f) => (beta[f + 1] ?? 0) / (scales[f] ?? 1));
  const bias = (beta[0] ?? 0) - plain.reduce((sum, weight, f) => sum + weight * (means[f] ?? 0), 0);
  return { bias, weights: plain };
}

/** Log-odds of a row. */
export function linearScore(model: Linear, row: readonly number[]): number {
  return model.weights.reduce((sum, weight, f) => sum + weight * (row[f] ?? 0), model.bias);
}

function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] ?? [], rows[column] ?? []];
    const line = rows[column] ?? [];
    const head = line[column] || 1e-12;
    for (let row = 0; row < size; row++) {
      if (row === column) continue;
      const other = rows[row] ?? [];
      const factor = (other[column] ?? 0) / head;
      if (factor === 0) continue;
      for (let at = column; at <= size; at++) other[at] = (other[at] ?? 0) - factor * (line[at] ?? 0);
    }
  }
  return rows.map((line, at) => (line[size] ?? 0) / (line[at] || 1e-12));
}
