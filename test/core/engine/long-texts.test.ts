// Owns: long texts of one shape, as draft, as note and as both: they are checked, and what once took the square of their length or more still
// ends at a size where that would take minutes. What they cost stands in test/bench/hostile.bench.ts.
// Must not know: how any of it is read or judged.
import assert from 'node:assert';
import { gatherLedger } from '../../../server/src/core/ide/ledger/gather.ts';
import { storyOf } from '../../support/ide.ts';
import { uriOf } from '../../support/memory-files.ts';
import { filesOf, type Setup, WORDY } from '../../support/wordy.ts';

/** Checks, types a letter in the middle, checks again, writes the ledger. */
async function readAll(shape: string, setup: Setup, words: number): Promise<void> {
  const files = filesOf(shape, setup, words);
  const { workspace, check } = await storyOf(files);
  const text = files['draft.md'];
  const uri = uriOf('draft.md');
  workspace.open(uri, text, 'markdown');
  check('draft.md');
  const middle = text.length >> 1;
  workspace.change(uri, `${text.slice(0, middle)}x${text.slice(middle)}`);
  const checked = check('draft.md');
  assert.ok(gatherLedger(workspace, checked));
  for (const { span } of checked.findings) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length + 1);
}

describe('long texts', () => {
  for (const shape of Object.keys(WORDY)) it(shape, () => readAll(shape, 'both', 80));

  // [shape, what it is, words]: before texts without stops were cut and lists of figures left alone, each took minutes or hours.
  const ONCE_SLOW: readonly (readonly [string, Setup, number])[] = [
    ['bare numbers', 'draft', 5000],
    ['bare numbers', 'both', 1500],
    ['dates in a row', 'both', 1500],
  ];
  for (const [shape, setup, words] of ONCE_SLOW) it(`${words} words: ${shape}, as ${setup}`, () => readAll(shape, setup, words));
});
