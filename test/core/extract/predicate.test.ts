// The reader of main predicates: tense, subject, and forms in -ed that only look like a past.
import assert from 'node:assert/strict';
import { predicatesOf } from '../../../server/src/core/extract/claims/predicate.ts';
import { tokenize } from '../../../server/src/core/text/tokens.ts';

/** Sentence, and "tense subject verb" of each of its main clauses. */
const CASES: readonly (readonly [string, ...string[]])[] = [
  ['The gang leaked the files.', 'past definite leaked'],
  ['The files leaked by the gang are public.', 'present definite are'],
  ['Permissions granted the app are always used.', 'present plural used'],
  ['Standards combined with a controller allow it to run.', 'present plural allow'],
  ['Lumenet has been fixed since March.', 'perfect name fixed'],
  ['In 2012 Lumenet was hacked.', 'past name hacked'],
  ['The men that hit the bank have left.', 'perfect definite left'],
  ['39 offices were closed on Friday.', 'past counted closed'],
  ['She lost the case, and the bank closed the branch.', 'past pronoun lost', 'past definite closed'],
  ['A user can set a flag.', 'modal indefinite set'],
  ['Half of all towns in the province take longer than a month.', 'present counted take'],
  ['The gang hit the bank.', 'past definite hit'],
  ['This format loosens the limits.', 'present definite loosens'],
  ['Any features that were active'],
];

describe('predicates', () => {
  for (const [text, ...expected] of CASES) {
    it(text, () => {
      const found = predicatesOf(tokenize(text)).map(one => `${one.tense} ${one.subject} ${one.verb}`);
      assert.deepEqual(found, expected);
    });
  }

  it('gets through clauses without end', () => {
    for (const part of ['words attack (', 'attackers use it, ', 'the thing that was added in ', 'and took the ']) {
      const tokens = tokenize(part.repeat(10_000));
      predicatesOf(tokens);
    }
  });
});
