// Owns: gradient-boosted trees of small depth for two classes: training. No randomness: equal input gives equal trees.
// Must not know: what the features mean.

/** A tree: inner nodes `[feature, threshold]` in heap order (row value below the threshold goes left), then leaf values. */
export interface Tree {
  readonly features: readonly number[];
  readonly thresholds: readonly number[];
  readonly leaves: readonly number[];
}

export interface Ensemble {
  readonly bias: number;
  readonly depth: number;
  readonly trees: readonly Tree[];
}

export interface BoostOptions {
  readonly depth: number;
  readonly rounds: number;
  readonly rate: number;
  /** Least sum of weights in a leaf. */
  readonly leaf: number;
  /** L2 penalty of leaf values. */
  readonly penalty: number;
  readonly bins: number;
}

/** Trains on rows with labels 0/1 and weights, by Newton steps on the logistic loss over binned features. */
export function boost(
  rows: readonly Float64Array[],
  labels: readonly number[],
  weights: readonly number[],
  options: BoostOptions,
): Ensemble {
  const width = rows[0]?.length ?? 0;
  const cuts = Array.from({ length: width }, (_, feature) => quantiles(rows, feature, options.bins));
  const binned = cuts.map((cut, feature) => Uint8Array.from(rows, row => binOf(cut, row[feature] as number)));
  let positive = 0;
  let total = 0;
  for (let i = 0; i < rows.length; i++) {
    total += weights[i] as number;
    positive += (weights[i] as number) * (labels[i] as number);
  }
  const bias = Math.log((positive + 1) / (total - positive + 1));
  const scores = new Float64Array(rows.length).fill(bias);
  const gradients = new Float64Array(rows.length);
  const curvatures = new Float64Array(rows.length);
  const trees: Tree[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (let i = 0; i < rows.length; i++) {
      const p = 1 / (1 + Math.exp(-(scores[i] as number)));
      gradients[i] = (weights[i] as number) * ((labels[i] as number) - p);
      curvatures[i] = (weights[i] as number) * p * (1 - p);
    }
    const tree = grow(binned, cuts, gradients, curvatures, weights, options);
    trees.push(tree);
    for (let i = 0; i < rows.length; i++) scores[i] = (scores[i] as number) + evaluate(tree, rows[i] as Float64Array, options.depth);
  }
  return { bias, depth: options.depth, trees };
}

/** Log-odds of a row. */
export function scoreOf(ensemble: Ensemble, row: Float64Array): number {
  let sum = ensemble.bias;
  for (const tree of ensemble.trees) sum += evaluate(tree, row, ensemble.depth);
  return sum;
}

function evaluate(tree: Tree, row: Float64Array, depth: number): number {
  let node = 0;
  for (let level = 0; level < depth; level++) {
    const right = (row[tree.features[node] as number] as number) >= (tree.thresholds[node] as number);
    node = 2 * node + (right ? 2 : 1);
  }
  return tree.leaves[node - tree.features.length] as number;
}

function quantiles(rows: readonly Float64Array[], feature: number, bins: number): number[] {
  const values = Float64Array.from(rows, row => row[feature] as number).sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < bins; bin++) {
    const low = values[Math.floor((bin * (values.length - 1)) / bins)] as number;
    const cut = Math.round(low * 1e4) / 1e4;
    if (cuts.length === 0 || cut > (cuts[cuts.length - 1] as number)) cuts.push(cut);
  }
  return cuts;
}

/** How many cuts lie at or below the value. */
function binOf(cuts: readonly number[], value: number): number {
  let bin = 0;
  while (bin < cuts.length && value >= (cuts[bin] as number)) bin++;
  return bin;
}

function grow(
  binned: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  gradients: Float64Array,
  curvatures: Float64Array,
  weights: readonly number[],
  options: BoostOptions,
): Tree {
  const inner = 2 ** options.depth - 1;
  const features = new Array<number>(inner).fill(0);
  const thresholds = new Array<number>(inner).fill(Number.MAX_SAFE_INTEGER);
  const leaves = new Array<number>(inner + 1).fill(0);
  const count = gradients.length;
  const place = new Int32Array(count);
  for (let node = 0; node < inner; node++) {
    const members = placedAt(place, node);
    const split = bestSplit(members, binned, cuts, gradients, curvatures, weights, options);
    if (split !== undefined) {
      features[node] = split.feature;
      thresholds[node] = (cuts[split.feature] as readonly number[])[split.cut] as number;
    }
    for (const i of members) {
      const right = split !== undefined && ((binned[split.feature] as Uint8Array)[i] as number) > split.cut;
      place[i] = 2 * node + (right ? 2 : 1);
    }
  }
  const gradient = new Float64Array(inner + 1);
  const curvature = new Float64Array(inner + 1);
  for (let i = 0; i < count; i++) {
    const leaf = (place[i] as number) - inner;
    gradient[leaf] = (gradient[leaf] as number) + (gradients[i] as number);
    curvature[leaf] = (curvature[leaf] as number) + (curvatures[i] as number);
  }
  for (let leaf = 0; leaf <= inner; leaf++) {
    const value = (options.rate * (gradient[leaf] as number)) / ((curvature[leaf] as number) + options.penalty);
    leaves[leaf] = Math.round(value * 1e4) / 1e4;
  }
  return { features, thresholds, leaves };
}

function placedAt(place: Int32Array, node: number): Int32Array {
  let size = 0;
  for (let i = 0; i < place.length; i++) if (place[i] === node) size++;
  const members = new Int32Array(size);
  for (let i = 0, at = 0; i < place.length; i++) if (place[i] === node) members[at++] = i;
  return members;
}

function bestSplit(
  members: Int32Array,
  binned: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  gradients: Float64Array,
  curvatures: Float64Array,
  weights: readonly number[],
  options: BoostOptions,
): { feature: number; cut: number } | undefined {
  let best: { feature: number; cut: number } | undefined;
  let bestGain = 1e-6;
  let allG = 0;
  let allH = 0;
  let allW = 0;
  for (const i of members) {
    allG += gradients[i] as number;
    allH += curvatures[i] as number;
    allW += weights[i] as number;
  }
  const base = (allG * allG) / (allH + options.penalty);
  for (let feature = 0; feature < cuts.length; feature++) {
    const bins = (cuts[feature] as readonly number[]).length + 1;
    const g = new Float64Array(bins);
    const h = new Float64Array(bins);
    const w = new Float64Array(bins);
    const column = binned[feature] as Uint8Array;
    for (let k = 0; k < members.length; k++) {
      const i = members[k] as number;
      const bin = column[i] as number;
      g[bin] = (g[bin] as number) + (gradients[i] as number);
      h[bin] = (h[bin] as number) + (curvatures[i] as number);
      w[bin] = (w[bin] as number) + (weights[i] as number);
    }
    let leftG = 0;
    let leftH = 0;
    let leftW = 0;
    for (let cut = 0; cut + 1 < bins; cut++) {
      leftG += g[cut] as number;
      leftH += h[cut] as number;
      leftW += w[cut] as number;
      if (leftW < options.leaf || allW - leftW < options.leaf) continue;
      const rightG = allG - leftG;
      const gain = (leftG * leftG) / (leftH + options.penalty) + (rightG * rightG) / (allH - leftH + options.penalty) - base;
      if (gain > bestGain) {
        bestGain = gain;
        best = { feature, cut };
      }
    }
  }
  return best;
}
