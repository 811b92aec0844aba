// Owns: tests of verdicts: which of several lines of one annotation counts.
// Must not know: how sidecars are read.
import assert from 'node:assert/strict';
import { mostCareful, type Said } from '../../../server/src/core/annotations/verdicts.ts';

describe('lines that say different things of one annotation', () => {
  const verified: Said = { verdict: 'verified' };
  const disputed: Said = { verdict: 'disputed' };
  const wanted: Said = { verdict: 'needs-source' };
  const opinion: Said = { verdict: 'opinion' };
  const cases: readonly (readonly [string, readonly Said[], readonly Said[]])[] = [
    ['a dispute beside a sign-off', [verified, disputed], [disputed]],
    ['whichever comes first', [disputed, verified], [disputed]],
    ['a want of a source beside a sign-off', [wanted, verified], [wanted]],
    ['a dispute beside a want of a source', [wanted, disputed], [disputed]],
    ['no verdict beside a sign-off', [verified, {}], [{}]],
    ['a sign-off beside an opinion', [verified, opinion], [opinion]],
    ['what nobody can check beside an opinion', [opinion, { verdict: 'not-checkable' }], [{ verdict: 'not-checkable' }]],
    ['a dispute that one line resolves', [{ verdict: 'disputed', resolved: {} }, disputed], [disputed]],
    ['a resolved dispute settles nothing', [verified, { verdict: 'disputed', resolved: {} }], [{ verdict: 'disputed', resolved: {} }]],
    ['two that agree', [verified, verified], [verified, verified]],
    ['none', [], []],
  ];
  for (const [what, lines, careful] of cases) {
    it(what, () =>
      assert.deepEqual(
        mostCareful(lines, line => line),
        careful,
      ),
    );
  }
});
