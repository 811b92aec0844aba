// Owns: measures of how well scores and decisions agree with labels.
// Must not know: what is scored.

/** Probability that a positive scores above a negative; ties count half. */
export function auc(positives: readonly number[], negatives: readonly number[]): number {
  if (positives.length === 0 || negatives.length === 0) return Number.NaN;
  const all = [...positives.map(score => ({ score, positive: true })), ...negatives.map(score => ({ score, positive: false }))];
  all.sort((a, b) => a.score - b.score);
  let rankSum = 0;
  for (let i = 0; i < all.length; ) {
    let j = i;
    while (j < all.length && all[j]?.score === all[i]?.score) j++;
    const rank = (i + 1 + j) / 2;
    for (let k = i; k < j; k++) if (all[k]?.positive === true) rankSum += rank;
    i = j;
  }
  return (rankSum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

/** Mean of the recalls of both classes. */
export function balancedAccuracy(said: readonly boolean[], truth: readonly boolean[]): number {
  const recall = (value: boolean): number => {
    const members = truth.flatMap((is, at) => (is === value ? [said[at] === value] : []));
    return members.filter(Boolean).length / Math.max(1, members.length);
  };
  return (recall(true) + recall(false)) / 2;
}

/** Harmonic mean of precision and recall of the positive class, over all words of all texts. */
export function f1(said: readonly (readonly boolean[])[], truth: readonly (readonly boolean[])[]): number {
  let hits = 0;
  let claimed = 0;
  let wanted = 0;
  for (const [text, flags] of said.entries()) {
    for (const [at, flag] of flags.entries()) {
      const is = truth[text]?.[at] === true;
      if (flag) claimed++;
      if (is) wanted++;
      if (flag && is) hits++;
    }
  }
  return claimed + wanted === 0 ? 1 : (2 * hits) / (claimed + wanted);
}
