// Owns: tests that long sentences of laws, courts and prosecutors are judged whole: by the citation and the voice at one end of them.
// Must not know: where longer ones are cut.
import assert from 'node:assert';
import { judge } from './judge.ts';

const BRANCHES = 'abcdefghijklmnopqrstuvwxyz';

/** A sentence of about so many characters, without its full stop. */
function legal(length: number): string {
  const failures: string[] = [];
  for (let at = 0; failures.join('; ').length < length - 100; at++) {
    const branch = `${BRANCHES[at % 26]}${at < 26 ? '' : BRANCHES[Math.floor(at / 26) - 1]}`;
    failures.push(`the defendant in its branch ${branch} failed to keep the register of processing activities for its subsidiary`);
  }
  return `the court held that ${failures.join('; ')}, and that it must pay a fine of 4 million euros`;
}

const upper = (text: string): string => text.replace(/^./, first => first.toUpperCase());

describe('long sentences', () => {
  for (const length of [2750, 6000]) {
    const sentence = legal(length);
    const note = `## Pool {#pool}\n\n${upper(sentence)}.\n\nAnna Berg is a prosecutor.\n`;
    const drafts: readonly (readonly [string, string])[] = [
      ['a citation at its end', `${upper(sentence)} [@pool].\n`],
      ['a footnote', `${upper(sentence)}.[^pool]\n\n[^pool]: Pool\n`],
      ['who says it at its head', `According to the prosecutor Anna Berg, ${sentence}.\n`],
    ];
    for (const [what, draft] of drafts) {
      it(`of ${length} characters are one claim with ${what}`, async () => {
        const [claim, ...others] = await judge(draft, { 'notes/pool.md': note });
        assert.ok(claim !== undefined);
        assert.equal(claim.support.verdict, 'supported');
        assert.ok(claim.claim.span.end - claim.claim.span.start >= sentence.length);
        assert.deepEqual(
          others.filter(other => other.support.verdict !== 'not-a-claim'),
          [],
        );
      });
    }

    it(`of ${length} characters are told from what a note has otherwise, with the citation at the other end`, async () => {
      const draft = `${upper(sentence.replace('4 million', '6 million'))} [@pool].\n`;
      const found = (await judge(draft, { 'notes/pool.md': note })).flatMap(({ support }) => support.differences);
      assert.deepEqual(
        found.map(({ drafted, noted }) => [drafted, noted]),
        [['6 million euros', '4 million euros']],
      );
    });
  }
});
