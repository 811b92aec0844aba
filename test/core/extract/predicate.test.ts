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
  ['One of the firms paid the intruders to have it deleted.', 'past indefinite paid'],
  ['In every mailbox they set a rule.', 'past pronoun set'],
  ['In the remaining one they used a stolen token.', 'past pronoun used'],
  ['In the past five years 14 firms have been fined.', 'perfect counted fined'],
  ['Tolan, 34, wiped the servers.', 'past name wiped'],
  ['The contractor, Medrix, lost a third of its customers.', 'past definite lost'],
  ['Nadia Osei, who speaks for the opposition, finds the ban half right.', 'present name finds'],
  ['Drost, who retired in 2019, does not dispute it.', 'present name dispute'],
  ['Belkacem, then 32, worked nights for a power company.', 'past name worked'],
  ['The files, names and addresses, stored on the server'],
  ['A gang once gave her a discount.', 'past indefinite gave'],
  ['The judge asked him three times.', 'past definite asked'],
  ["The company's shares fell by six percent.", 'past definite fell'],
  ['In Estmark, the neighbour to the north, attacks fell by 15 percent.', 'past name fell'],
  ['Half of all registries still run servers that their makers no longer support.', 'present counted run'],
  ["Weeks before the summit, Norvane's side had requested it.", 'past name requested'],
  ['Windows 7, which this exploit targeted, was at its end of life.', 'past name was'],
  ['Analysis of the other bugs (one, two) that have been disclosed.'],
  ['However, the bank closed the branch.', 'past definite closed'],
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
