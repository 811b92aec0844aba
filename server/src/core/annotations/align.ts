// Owns: laying a remembered passage over a stretch of text that may have changed, word by word.
// Must not know: annotations, how candidates are found, what is done with the answer.
import type { WordIndex } from './words.ts';

/** A word of what is looked for. */
export interface SoughtWord {
  readonly key: string;
  /** Its number in the text that is searched, or -1. */
  readonly word: number;
  readonly weight: number;
}

/** Cost of a word of the text that the passage does not have, as a share of an average word's weight. */
const GAP = 0.3;

/** Above so many pairs of words only a band along the diagonal is looked at; above so many in the band, nothing. */
const MOST_CELLS = 40_000;
const MIN_BAND = 60;
const MOST_WORK = 3_000_000;

/**
 * The best way to lay `sought` over the words `[from, to)` of a text: for each sought word its place in the text or -1.
 * Local: both may hang over. Words that were only respelled count in part.
 */
export function layOver(sought: readonly SoughtWord[], index: WordIndex, from: number, to: number): Int32Array {
  const rows = sought.length;
  const columns = to - from;
  const placed = new Int32Array(rows).fill(-1);
  if (rows === 0 || columns <= 0) return placed;
  const gap = (GAP * sought.reduce((sum, { weight }) => sum + weight, 0)) / rows;
  const width = columns + 1;
  // Long passages lie along the diagonal of their window.
  const band = rows * columns > MOST_CELLS ? Math.max(MIN_BAND, columns - rows) : columns;
  if (rows * Math.min(columns, 2 * band) > MOST_WORK) return placed;
  /** 1: words fit, 2: sought word is left out, 3: word of the text is passed over; 0: nothing before. */
  const steps = new Uint8Array((rows + 1) * width);
  let above = new Float64Array(width);
  let row = new Float64Array(width);
  let best = 0;
  let bestAt = 0;
  for (let i = 1; i <= rows; i++) {
    const { word, key, weight } = sought[i - 1] as SoughtWord;
    row[0] = 0;
    const middle = Math.round((i * columns) / rows);
    const first = Math.max(1, middle - band);
    const last = Math.min(columns, middle + band);
    if (band < columns) row.fill(0);
    for (let j = first; j <= last; j++) {
      const other = index.words[from + j - 1] as number;
      let value = 0;
      let step = 0;
      const likeness = other === word ? 1 : weight > 0 && key.length > 3 ? alike(key, index.keyAt(from + j - 1)) : 0;
      if (likeness > 0) {
        value = (above[j - 1] as number) + likeness * weight;
        step = 1;
      }
      if ((above[j] as number) > value) {
        value = above[j] as number;
        step = 2;
      }
      const passed = (row[j - 1] as number) - gap;
      if (passed > value) {
        value = passed;
        step = 3;
      }
      row[j] = value;
      steps[i * width + j] = step;
      if (value > best) {
        best = value;
        bestAt = i * width + j;
      }
    }
    [above, row] = [row, above];
  }
  for (let at = bestAt; at > 0; ) {
    const step = steps[at];
    if (step === 1) {
      placed[Math.floor(at / width) - 1] = from + (at % width) - 1;
      at -= width + 1;
    } else if (step === 2) at -= width;
    else if (step === 3) at -= 1;
    else break;
  }
  return placed;
}

/** How alike two different words are, from 0 to below 1: the share of their common beginning and end. */
export function alike(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  const longer = Math.max(a.length, b.length);
  if (shorter * 2 < longer || shorter < 3) return 0;
  let start = 0;
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  let end = 0;
  while (end < shorter - start && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  const share = (start + end) / longer;
  return share >= 0.6 ? share : 0;
}
