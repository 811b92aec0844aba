// Owns: laying a run of quoted words over a window of the notes at the least cost.
// Must not know: what a difference means, who speaks, how windows are found.
import type { QuoteWord } from './words.ts';

/** One step: `quote` and `note` are places in their lists, -1 where the other side has nothing. */
export interface Step {
  readonly quote: number;
  readonly note: number;
  readonly same: boolean;
}

export interface Laid {
  readonly steps: readonly Step[];
  readonly cost: number;
  /** Words of the notes from the first to one past the last that the quote covers; equal when it covers none. */
  readonly from: number;
  readonly to: number;
}

const DIAGONAL = 1;
const UP = 2;
const LEFT = 3;
/** A word of the notes that the quote lacks is a little cheaper than one that differs: “we find” for “we can find” lacks “can”. */
const SKIP = 0.96;
/** A skipped word of the notes right after square brackets costs next to nothing: they stand for it. */
const BRACKET_SKIP = 0.02;
/** So does one that an ellipsis stands for; a long leap costs more than a short one. */
const GAP_SKIP = 0.004;

/**
 * The cheapest way to read all of `quote` in `notes`, whose ends are free. A word that differs costs about 1 (less when it
 * is a form of the same word), one too many or too few as much. Time and memory grow with the product of the lengths.
 */
export function lay(quote: readonly QuoteWord[], notes: readonly string[]): Laid {
  const rows = quote.length;
  const columns = notes.length;
  const moves = new Uint8Array((rows + 1) * (columns + 1));
  let above = new Float64Array(columns + 1);
  let row = new Float64Array(columns + 1);
  for (let i = 1; i <= rows; i++) {
    const word = quote[i - 1] as QuoteWord;
    const { key, wild } = word;
    const drop = wild ? 0.01 : 1;
    const skip = quote[i]?.gap ? GAP_SKIP : wild ? BRACKET_SKIP : SKIP;
    row[0] = (above[0] as number) + drop;
    const base = i * (columns + 1);
    moves[base] = UP;
    for (let j = 1; j <= columns; j++) {
      const note = notes[j - 1] as string;
      let best = (above[j - 1] as number) + (key === note || wild ? 0 : differing(key, note));
      let move = DIAGONAL;
      const up = (above[j] as number) + drop;
      if (up < best) {
        best = up;
        move = UP;
      }
      // Skipping after the last word of the quote is free: the notes go on.
      const left = (row[j - 1] as number) + (i === rows ? (wild ? 0 : SKIP) : skip);
      if (left < best) {
        best = left;
        move = LEFT;
      }
      row[j] = best;
      moves[base + j] = move;
    }
    [above, row] = [row, above];
  }
  let end = 0;
  for (let j = 1; j <= columns; j++) if ((above[j] as number) < (above[end] as number) - 1e-9) end = j;
  const cost = above[end] as number;
  const steps: Step[] = [];
  let i = rows;
  let j = end;
  while (i > 0) {
    const move = moves[i * (columns + 1) + j];
    if (move === DIAGONAL) {
      i--;
      j--;
      const word = quote[i] as QuoteWord;
      steps.push({ quote: i, note: j, same: word.key === notes[j] || word.wild === true });
    } else if (move === UP) {
      i--;
      steps.push({ quote: i, note: -1, same: (quote[i] as QuoteWord).wild === true });
    } else {
      j--;
      steps.push({ quote: -1, note: j, same: i > 0 && ((quote[i - 1] as QuoteWord).wild === true || quote[i]?.gap === true) });
    }
  }
  steps.reverse();
  return { steps, cost, from: j, to: end };
}

/** A form of the same word is nearer than another word, so that it is laid over it. */
function differing(a: string, b: string): number {
  if (a === '' || b === '') return 1;
  const length = Math.min(a.length, b.length);
  if (length < 4 || a.charCodeAt(0) !== b.charCodeAt(0)) return 0.98;
  let prefix = 1;
  while (prefix < length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return prefix * 5 >= Math.max(a.length, b.length) * 3 ? 0.75 : 0.97;
}
