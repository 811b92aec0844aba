// Owns: sparse linear models: logistic and least-squares regression with an L2 penalty, by L-BFGS. Nothing is random.
// Must not know: sentences, features, files.

/** Rows of a sparse matrix, one after the other. */
export interface Sparse {
  readonly rows: number;
  readonly columns: number;
  readonly starts: Int32Array;
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** Packs rows of [column, value] pairs. */
export function sparseOf(rows: readonly (readonly (readonly [number, number])[])[], columns: number): Sparse {
  let size = 0;
  for (const row of rows) size += row.length;
  const starts = new Int32Array(rows.length + 1);
  const indices = new Int32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  rows.forEach((row, index) => {
    for (const [column, value] of row) {
      indices[at] = column;
      values[at++] = value;
    }
    starts[index + 1] = at;
  });
  return { rows: rows.length, columns, starts, indices, values };
}

/** Weights of the columns, the intercept last. */
export function scoreRow(matrix: Sparse, row: number, weights: Float64Array): number {
  let sum = weights[matrix.columns] as number;
  for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
    sum += (matrix.values[at] as number) * (weights[matrix.indices[at] as number] as number);
  }
  return sum;
}

export type Loss = 'logistic' | 'squares';

/**
 * Minimises cost × loss + ½|w|² over the given rows; the intercept is not penalised. Labels are 0 and 1 for the logistic loss.
 * L-BFGS with ten pairs and backtracking; stops when the gradient is small or after `steps`.
 */
export function fit(matrix: Sparse, rows: readonly number[], labels: Float64Array, loss: Loss, cost: number, steps = 120): Float64Array {
  const size = matrix.columns + 1;
  let weights = new Float64Array(size);
  let { value, gradient } = objective(matrix, rows, labels, loss, cost, weights);
  const moves: { s: Float64Array; g: Float64Array; rho: number }[] = [];
  for (let step = 0; step < steps; step++) {
    const direction = descent(gradient, moves);
    const slope = dot(gradient, direction);
    if (slope > -1e-9 || Math.sqrt(dot(gradient, gradient)) < 1e-3) break;
    let length = moves.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    let next = weights;
    let found = { value, gradient };
    for (let tries = 0; tries < 20; tries++, length /= 2) {
      next = weights.map((weight, index) => weight + length * (direction[index] as number));
      found = objective(matrix, rows, labels, loss, cost, next);
      if (found.value <= value + 1e-4 * length * slope) break;
    }
    const s = next.map((weight, index) => weight - (weights[index] as number));
    const g = found.gradient.map((slopeAt, index) => slopeAt - (gradient[index] as number));
    const sg = dot(s, g);
    if (sg > 1e-10) {
      moves.push({ s, g, rho: 1 / sg });
      if (moves.length > 10) moves.shift();
    }
    const gain = value - found.value;
    weights = next;
    ({ value, gradient } = found);
    if (gain < 1e-6 * Math.abs(value)) break;
  }
  return weights;
}

function objective(matrix: Sparse, rows: readonly number[], labels: Float64Array, loss: Loss, cost: number, weights: Float64Array) {
  const gradient = new Float64Array(weights.length);
  let value = 0;
  for (const row of rows) {
    const z = scoreRow(matrix, row, weights);
    const label = labels[row] as number;
    let slope: number;
    if (loss === 'squares') {
      value += (cost * (z - label) ** 2) / 2;
      slope = cost * (z - label);
    } else {
      const signed = label > 0.5 ? z : -z;
      value += cost * (signed > 0 ? Math.log1p(Math.exp(-signed)) : -signed + Math.log1p(Math.exp(signed)));
      const p = 1 / (1 + Math.exp(-z));
      slope = cost * (p - label);
    }
    for (let at = matrix.starts[row] as number; at < (matrix.starts[row + 1] as number); at++) {
      const column = matrix.indices[at] as number;
      gradient[column] = (gradient[column] as number) + slope * (matrix.values[at] as number);
    }
    gradient[matrix.columns] = (gradient[matrix.columns] as number) + slope;
  }
  for (let column = 0; column < matrix.columns; column++) {
    const weight = weights[column] as number;
    value += (weight * weight) / 2;
    gradient[column] = (gradient[column] as number) + weight;
  }
  return { value, gradient };
}

function descent(gradient: Float64Array, moves: readonly { s: Float64Array; g: Float64Array; rho: number }[]): Float64Array {
  const q = gradient.map(value => -value);
  const alphas: number[] = [];
  for (let at = moves.length - 1; at >= 0; at--) {
    const move = moves[at] as (typeof moves)[number];
    const alpha = move.rho * dot(move.s, q);
    alphas[at] = alpha;
    for (let index = 0; index < q.length; index++) q[index] = (q[index] as number) - alpha * (move.g[index] as number);
  }
  const last = moves[moves.length - 1];
  if (last) {
    const scale = 1 / (last.rho * dot(last.g, last.g));
    for (let index = 0; index < q.length; index++) q[index] = (q[index] as number) * scale;
  }
  moves.forEach((move, at) => {
    const beta = move.rho * dot(move.g, q);
    const step = (alphas[at] as number) - beta;
    for (let index = 0; index < q.length; index++) q[index] = (q[index] as number) + step * (move.s[index] as number);
  });
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] as number) * (b[index] as number);
  return sum;
}
