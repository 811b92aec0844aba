// Owns: tests of what becomes of a verdict when the person who gave it judges again.
// Must not know: VS Code, sidecars.
import assert from 'node:assert/strict';
import { evidenceOf, isChangeable } from '../../../client/src/annotations/earlier.ts';
import type { WireAnnotation } from '../../../server/src/protocol.ts';

const one = (more: Partial<WireAnnotation>): WireAnnotation => ({
  id: 'urn:1',
  body: '',
  expired: false,
  evidence: [],
  resolved: false,
  replies: [],
  ...more,
});

describe('a verdict that is given again', () => {
  for (const [what, earlier, changes] of [
    ['one’s own', { own: true, verdict: 'verified' }, true],
    ['one’s own that has expired', { own: true, verdict: 'verified', expired: true }, true],
    ['one’s own that is resolved', { own: true, verdict: 'verified', resolved: true }, true],
    ['one’s own open dispute', { own: true, verdict: 'disputed' }, true],
    ['one’s own dispute that was talked through', { own: true, verdict: 'disputed', resolved: true }, false],
    ['one’s own want of a source that was met', { own: true, verdict: 'needs-source', resolved: true }, false],
    ['one’s own comment', { own: true }, false],
    ['somebody else’s', { verdict: 'verified' }, false],
  ] as const)
    it(`${changes ? 'takes the place of' : 'leaves alone'} ${what}`, () => assert.equal(isChangeable(one(earlier)), changes));

  for (const [what, picked, offered, earlier, rests] of [
    ['nothing was picked, and there is none before', [], ['pool'], undefined, undefined],
    ['some was picked, and there is none before', ['pool'], ['pool', 'log'], undefined, ['pool']],
    ['nothing was picked of what it rests on', [], ['pool', 'log'], ['pool'], []],
    ['other was picked', ['log'], ['pool', 'log'], ['pool'], ['log']],
    ['what it rests on was not there to pick', ['log'], ['log'], ['gone', 'desk'], ['gone', 'desk', 'log']],
    ['some of it was not there to pick, and the rest was taken away', [], ['pool'], ['gone', 'pool'], ['gone']],
  ] as const)
    it(`rests on ${rests?.join(' and ') || (rests ? 'nothing' : 'what it did')} where ${what}`, () =>
      assert.deepEqual(
        evidenceOf(picked, offered, earlier ? one({ own: true, verdict: 'verified', evidence: earlier }) : undefined),
        rests,
      ));
});
