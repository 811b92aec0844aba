// Words by which notes leave a thing open that the draft states: an answer still to come, or one of several.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note, the words that leave it open]. */
const OPEN: readonly (readonly [string, string, RegExp])[] = [
  [
    'A faulty battery cell caused the fire in the shop [[source]].',
    'Cause of the fire undetermined, faulty battery cell or wiring.',
    /undetermined/,
  ],
  [
    'The update caused the outage of the exchange [[source]].',
    'Too early to say if the update caused the outage of the exchange.',
    /too early/i,
  ],
  [
    'Outsiders read the records of the patients [[source]].',
    'Records of the patients: no way to tell if outsiders read them.',
    /no way to tell/,
  ],
  [
    'The two cities share their data on attacks [[source]].',
    'The two cities explore the possibility of sharing data on attacks.',
    /explore the possibility/,
  ],
  [
    'The handwriting on the papers is that of the accountant [[source]].',
    'Handwriting on the papers that of the accountant? Expert: inconclusive.',
    /inconclusive/,
  ],
  [
    'The leaked key signed the false firmware [[source]].',
    'False firmware signed with the leaked key is one hypothesis of three.',
    /one hypothesis/,
  ],
];

/** [draft, note]: the draft is as careful as the notes. */
const CAREFUL: readonly (readonly [string, string])[] = [
  ['What caused the fire in the shop has not been found out [[source]].', 'Cause of the fire undetermined, faulty battery cell or wiring.'],
  [
    'The two cities are looking at ways to share data on attacks [[source]].',
    'The two cities explore the possibility of sharing data on attacks.',
  ],
];

describe('what notes leave open', () => {
  for (const [draft, note, words] of OPEN)
    it(`surer: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(
        found.some(one => one.startsWith('certainty') && words.test(one)),
        found.join('\n'),
      );
    });
  for (const [draft, note] of CAREFUL)
    it(`careful: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(!found.some(one => /^(?:polarity|certainty)/.test(one)), found.join('\n'));
    });
});
