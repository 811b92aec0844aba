// Owns: exporting a draft by hand: the palette, the dialog in which a person says where, the file, what is said of it.
// Must not know: what an export holds.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Hand } from './hand.mjs';

describe('Exports in VS Code', function () {
  this.timeout(180_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({ story: 'samples/summit-phones', file: 'draft.md' });
    await hand.until('the check', async () => /error/.test(await hand.status()));
  });

  after(() => hand?.close());

  it('a clean copy is saved where it is said, above the story if nothing is', async () => {
    await hand.page.keyboard.press('F1');
    await hand.page.locator('.quick-input-widget input').first().waitFor();
    await hand.page.keyboard.type('Backdraft: Export');
    await hand.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Export Clean Copy' }).first().waitFor();
    await hand.shot('export-commands');
    for (const title of ['Export Annotations', 'Export Bibliography', 'Export ClaimReview', 'Export Clean Copy'])
      assert.ok(
        (await hand.choices()).some(choice => choice.includes(title)),
        title,
      );
    await hand.page.keyboard.type(' Clean');
    await hand.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'Export Clean Copy' }).first().waitFor();
    await hand.page.keyboard.press('Enter');
    const input = hand.page.locator('.quick-input-widget input').first();
    await hand.until('the offered name', async () => (await input.inputValue()).endsWith('draft.clean.md'));
    assert.equal(path.dirname(await input.inputValue()), path.dirname(hand.folder));
    await hand.shot('export-dialog');
    await hand.page.keyboard.press('Enter');
    const target = path.join(path.dirname(hand.folder), 'draft.clean.md');
    await hand.until('the copy', async () => existsSync(target) && readFileSync(target, 'utf8') !== '');
    assert.doesNotMatch(readFileSync(target, 'utf8'), /backdraft-/);
    // A driven VS Code keeps its messages behind the bell.
    await hand.command('Notifications: Show Notifications');
    const told = hand.page.locator('.notifications-center .notification-list-item');
    await hand.until('what is left out', async () => /clean copy is saved.*blacked out/is.test((await told.allTextContents()).join('\n')));
    await hand.shot('export-said');
  });
});
