// Owns: the set of hard cases of sentence splitting.
// Must not know: how sentences are cut.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitSentences } from '../../../server/src/core/syntax/sentences.ts';

const CASES = readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'));

/** Least share of cases that must be cut exactly as they are marked. */
const BAR = 0.98;

describe('sentences', () => {
  it(`cuts at least ${BAR * 100} % of the hard cases right`, () => {
    const wrong: string[] = [];
    for (const line of CASES) {
      const text = line.replaceAll('‖', '');
      const got = splitSentences(text, { start: 0, end: text.length }).map(span => text.slice(span.start, span.end));
      const expected = line.split('‖').map(part => part.trim());
      if (JSON.stringify(got) !== JSON.stringify(expected)) wrong.push(`${line}\n        got ${got.join(' ‖ ')}`);
    }
    const right = (CASES.length - wrong.length) / CASES.length;
    console.log(`      ${CASES.length} cases, ${(right * 100).toFixed(1)} % right${wrong.map(line => `\n      wrong: ${line}`).join('')}`);
    assert.ok(CASES.length >= 150);
    assert.ok(right >= BAR, `${(right * 100).toFixed(1)} %`);
  });
});
