// Owns: figures of a claim that evidence does not hold in any form.
// Must not know: what the figures count, verdicts.
import { type KeyedText, type KeyedWord, keyedPassage } from './alignment.ts';
import type { Passage } from './types.ts';

const RUN = /\d+(?:\.\d+)?/g;

/** Every figure that passages write: whole numbers, the parts of dates, ordinals and ranges, and number words. */
export class Figures {
  readonly #written: Written[] = [];
  readonly #texts: KeyedText[] = [];

  constructor(passages: Iterable<Passage>) {
    for (const passage of passages) {
      this.#written.push(writtenIn(passage));
      this.#texts.push(keyedPassage(passage));
    }
  }

  /** Whether a number word of a claim is written in any passage, as it is or as what it rounds. */
  has(word: KeyedWord): boolean {
    const run = bare(word.key);
    if (this.#written.some(one => one.runs.has(run)) || this.#texts.some(text => text.places.has(word.key))) return true;
    const value = Number(word.key);
    if (!Number.isFinite(value) || value < 1000 || value % 100 !== 0) return false;
    return this.#written.some(one => one.values.some(other => Math.abs(other - value) <= 0.05 * value));
  }
}

interface Written {
  readonly runs: ReadonlySet<string>;
  readonly values: readonly number[];
}

const WRITTEN = new WeakMap<Passage, Written>();

/** The runs of digits of a passage, kept as long as the passage lives. */
function writtenIn(passage: Passage): Written {
  const known = WRITTEN.get(passage);
  if (known) return known;
  const runs = new Set<string>();
  const values: number[] = [];
  const text = passage.text.replace(/(\d),(?=\d{3})/g, '$1');
  for (const match of text.matchAll(RUN)) {
    runs.add(bare(match[0]));
    // "7.10." is a day and a month.
    if (/^\d\d?\.[01]?\d$/.test(match[0])) for (const run of match[0].split('.')) runs.add(bare(run));
    values.push(Number(match[0]));
  }
  const written = { runs, values };
  WRITTEN.set(passage, written);
  return written;
}

function bare(run: string): string {
  return run.replace(/^0+(?=\d)/, '');
}

/** Places of the claim's figures that no passage holds. The word "one" says too little and is left out. */
export function absentFigures(claim: KeyedText, figures: Figures): number[] {
  return claim.words.flatMap((word, at) =>
    word.isNumber && (/\d/.test(word.text) || Number(word.key) > 1) && !figures.has(word) ? [at] : [],
  );
}
