// Owns: reading and evaluating ensembles of small decision trees, as the trainers write them.
// Must not know: what the features mean.

/** An ensemble in flat arrays: `inner` nodes and `inner + 1` leaves for each tree, in heap order. */
export interface Trees {
  readonly depth: number;
  readonly bias: number;
  readonly features: Uint8Array;
  readonly thresholds: Float64Array;
  readonly leaves: Float64Array;
}

/** Reads `depth|bias|tree|tree…`, a tree being `features;thresholds;leaves`, each separated by commas; `~` is a threshold never reached. */
export function readTrees(text: string): Trees {
  const [depth = '0', bias = '0', ...trees] = text.split('|');
  const features: number[] = [];
  const thresholds: number[] = [];
  const leaves: number[] = [];
  for (const tree of trees) {
    const [f = '', t = '', l = ''] = tree.split(';');
    for (const value of f.split(',')) features.push(Number(value));
    for (const value of t.split(',')) thresholds.push(value === '~' ? Number.POSITIVE_INFINITY : Number(value));
    for (const value of l.split(',')) leaves.push(Number(value));
  }
  return {
    depth: Number(depth),
    bias: Number(bias),
    features: Uint8Array.from(features),
    thresholds: Float64Array.from(thresholds),
    leaves: Float64Array.from(leaves),
  };
}

/** Sum of the leaves that a row falls into, with the bias: log-odds. */
export function scoreTrees(trees: Trees, row: Float64Array): number {
  const inner = 2 ** trees.depth - 1;
  let sum = trees.bias;
  for (let tree = 0; tree * inner < trees.features.length; tree++) {
    let node = 0;
    for (let level = 0; level < trees.depth; level++) {
      const at = tree * inner + node;
      const value = row[trees.features[at] as number] as number;
      node = 2 * node + (value >= (trees.thresholds[at] as number) ? 2 : 1);
    }
    sum += trees.leaves[tree * (inner + 1) + node - inner] as number;
  }
  return sum;
}
