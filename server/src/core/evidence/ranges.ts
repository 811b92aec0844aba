// Owns: half-open ranges of numbers.
// Must not know: what the numbers are of.

/** Half-open ranges of numbers that do not overlap. */
export class Ranges {
  readonly #ranges: readonly (readonly [number, number])[];
  readonly total: number;

  constructor(ranges: [number, number][]) {
    ranges.sort((a, b) => a[0] - b[0]);
    this.#ranges = ranges;
    this.total = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  }

  all(): number[] {
    const ids: number[] = [];
    for (const [from, to] of this.#ranges) for (let id = from; id < to; id++) ids.push(id);
    return ids;
  }

  has(id: number): boolean {
    let low = 0;
    let high = this.#ranges.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ranges[middle] as readonly [number, number])[1] <= id) low = middle + 1;
      else high = middle;
    }
    const range = this.#ranges[low];
    return range !== undefined && range[0] <= id;
  }
}
