// Owns: tests that texts without a sign for a long way are compared in linear time: a run of letters or words that fills a file.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** Longer than this takes minutes where a pattern starts anew at each letter, and no time where it does not. */
const LETTERS = 300_000;

describe('long texts', () => {
  it('a mail from a run of letters is read', async () => {
    const mail = `From: ${'a'.repeat(LETTERS)}\nTo: Dana Orr <dana@orr.example>\n\n“The gate was open,” she wrote.\n`;
    await differences('“The gate was open,” Dana Orr wrote [[source]].', `${mail}\n${mail}`);
  });

  it('a day behind a run of words without a sign is held against the notes', async () => {
    const found = await differences(
      `The gate ${'old '.repeat(LETTERS / 4)}, was opened on 3 May 2025 [[source]].`,
      'The gate was opened on 4 May 2025.',
    );
    assert.ok(Array.isArray(found));
  });

  it('a run of denials without a sign is held against the draft', async () => {
    const found = await differences(
      'The clerk read the sealed files in the room [[source]].',
      `- Clerk: ${'no file and '.repeat(LETTERS / 60)}no letter.`,
    );
    assert.ok(Array.isArray(found));
  });
});
