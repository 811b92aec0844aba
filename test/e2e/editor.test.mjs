// Owns: what a writer does with the mouse and the keyboard, in a real VS Code.
// Must not know: how findings come about.
import assert from 'node:assert/strict';
import { Hand } from './hand.mjs';

describe('A writer in VS Code', function () {
  this.timeout(180_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({ story: 'test/vscode/workspace/story', file: 'draft.md' });
  });

  after(() => hand?.close());

  it('sees what the notes do not bear out', async () => {
    await hand.until('red squiggle', async () => (await hand.squiggles('error')) > 0);
    await hand.until('counts in the status bar', async () => /error/.test(await hand.status()));
    await hand.shot('diagnostics');
  });

  it('reads why in a hover, with the evidence', async () => {
    const text = await hand.hoverOver('21', /Pool report/);
    assert.match(text, /12/);
    await hand.shot('hover');
    await hand.page.mouse.move(5, 400);
    await hand.page.keyboard.press('Escape');
  });

  it('takes a quick fix by keyboard', async () => {
    const before = await hand.squiggles('error');
    await hand.clickOn('21');
    await hand.quickFixes(/12/);
    await hand.shot('quick-fix-before');
    await hand.page.keyboard.press('Enter');
    await hand.until('mended text', async () => (await hand.lines()).some(one => one.includes('gave 12 routers')));
    await hand.until('one squiggle fewer', async () => (await hand.squiggles('error')) < before);
    await hand.page.mouse.move(5, 400);
    await hand.shot('quick-fix-after');
  });

  it('types a misquote and sees it underlined', async () => {
    const before = await hand.squiggles('error');
    await hand.page.keyboard.press('Control+End');
    await hand.page.keyboard.type('\n"We have checked all of the routers twice," Feld said.', { delay: 5 });
    await hand.until(
      'a squiggle under the quote',
      async () => (await hand.squiggles('error')) + (await hand.squiggles('warning')) > before,
    );
  });

  it('opens the page of the rule from the palette', async () => {
    // While the line is typed, other rules may speak first; the page is that of the finding that stays.
    await hand.hoverOver('of the routers twice', /quotes\/not-in-notes/);
    await hand.page.mouse.move(5, 400);
    await hand.page.keyboard.press('Escape');
    await hand.clickOn('of the routers twice');
    await hand.command('Backdraft: Open the Page of This Rule');
    await hand.page.locator('.tab').filter({ hasText: 'not-in-notes' }).first().waitFor();
  });
});
