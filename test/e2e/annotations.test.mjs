// Owns: an annotation by hand, from the gutter: the bar beside selected lines, the form that has the keys, the thread, the sidecar.
// Must not know: how annotations are kept.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Hand } from './hand.mjs';

/** All that some elements say. */
const said = async elements => (await elements.allTextContents()).join('\n').replace(/\u00a0/g, ' ');

describe('An annotation from the gutter', function () {
  this.timeout(180_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({ story: 'test/e2e/harbour', file: 'draft.md' });
    await hand.until('findings', async () => /error/.test(await hand.status()));
  });

  after(() => hand?.close());

  /** Presses a sign of the gutter, which changes under the mouse; keeps what is seen before. */
  async function press(sign, shot) {
    const { x, y, width, height } = await hand.until('the sign in the gutter', () => sign.boundingBox().catch(() => null));
    await hand.page.mouse.move(x + width / 2, y + height / 2);
    await hand.page.waitForTimeout(300);
    if (shot) await hand.shot(shot);
    await hand.page.mouse.down();
    await hand.page.mouse.up();
  }

  it('begins beside selected lines', async () => {
    const bar = hand.page.locator('.comment-range-glyph');
    assert.equal(await bar.count(), 0, 'no bar beside a line that is not selected');
    await hand.clickOn('ports took');
    await hand.page.keyboard.press('Home');
    await hand.page.keyboard.press('Shift+End');
    await bar.first().waitFor();
    await press(bar.first(), 'gutter');
  });

  it('takes what is typed, and keeps it beside the draft', async () => {
    const form = hand.page.locator('.review-widget');
    await form.first().waitFor();
    // What a form loses, it loses in its first second.
    await hand.page.waitForTimeout(1500);
    await hand.page.keyboard.type('Which port was the fourth?');
    await hand.until('the words in the form', async () => (await said(form)).includes('fourth?'));
    await form.getByRole('button', { name: 'Annotate' }).first().click();
    const kept = await hand.until('the sidecar', () => {
      try {
        return readFileSync(path.join(hand.folder, 'draft.md.annotations.jsonl'), 'utf8');
      } catch {
        return undefined;
      }
    });
    assert.match(kept, /Which port was the fourth\?/);
    assert.match(kept, /Four ports took 31 routers/);
    // The thread waits behind its sign.
    await press(hand.page.locator('[class*="comment-range-glyph"]:visible, [class*="comment-thread"]:visible').first());
    await hand.until('the thread', async () => (await said(form)).includes('Which port was the fourth?'));
    await hand.shot('thread');
  });

  it('completes the keys of sources in an answer', async () => {
    const form = hand.page.locator('.review-widget');
    // The panel of comments has come up and leaves little room.
    await hand.command('View: Hide Panel');
    await form.locator('.comment-form .monaco-editor').first().click();
    await hand.until('the keys in the box', () => form.locator('.comment-form .monaco-editor.focused').count());
    await hand.page.keyboard.type('As @', { delay: 60 });
    await hand.shot('mention-typed');
    const offered = hand.page.locator('.suggest-widget.visible .monaco-list-row');
    assert.match(await hand.status(), /claims supported/, 'the box stands for its draft');
    await hand.until('sources to mention', async () => (await said(offered)).includes('@pool'));
    await hand.shot('mention');
    await hand.page.keyboard.type('poo', { delay: 60 });
    await hand.page.keyboard.press('Enter');
    await hand.until('the mention', async () => (await said(form)).includes('As @pool'));
  });
});
