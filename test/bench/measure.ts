// Owns: what the benchmarks share: times of runs, and a table of figures beside what they are compared with.
// Must not know: what is measured.

/** Median and 95th percentile in ms. */
export interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Order statistics of some times. */
export function timesOf(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  return { median: sorted[sorted.length >> 1] ?? 0, p95: sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? 0 };
}

/** Runs `work` some times, one after the other, and tells how long each took. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<Times> {
  const all: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    await work(run);
    all.push(performance.now() - start);
  }
  return timesOf(all);
}

/** What a figure is held against: a bar in ms, or a peer that ran in the same process or beside it, with the most times its time. */
export interface Beside {
  readonly name?: string;
  readonly ms?: number;
  readonly bar?: number;
  readonly times?: number;
}

/** One line: what was measured, how long, its bar (the median must not exceed it), and the ratio to a peer. */
export function row(what: string, { median, p95 }: Times, { name, ms, bar, times }: Beside = {}): void {
  const limit = bar === undefined ? '' : `   at most ${bar} ms`;
  const ratio = ms === undefined ? '' : `   ${(median / ms).toFixed(2)} of ${name}${times === undefined ? '' : `, at most ${times}`}`;
  console.log(`${what.padEnd(46)} median ${median.toFixed(1).padStart(8)} ms   p95 ${p95.toFixed(1).padStart(8)} ms${limit}${ratio}`);
}
