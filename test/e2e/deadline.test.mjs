// Owns: an evening on deadline, by hand: a misquote mended, evidence cited, claims walked, both views used, a source renamed; themes.
// Must not know: how findings come about.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/lib/run.mjs';
import { Hand } from './hand.mjs';

describe('A writer on deadline', function () {
  this.timeout(240_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({ story: 'test/e2e/harbour', file: 'draft.md', viewport: { width: 1280, height: 900 } });
    await hand.until('findings', async () => /error/.test(await hand.status()));
  });

  after(() => hand?.close());

  /** The line of the draft (from 1) that holds some words. */
  async function lineOf(words) {
    await hand.until('the first line', async () => {
      // What had the keys before may still have them.
      await hand.page.keyboard.press('Control+Home');
      return (await hand.lines())[0] === '---';
    });
    const index = (await hand.lines()).findIndex(line => line.includes(words));
    assert.notEqual(index, -1, `${words} is on the screen`);
    return index + 1;
  }

  it('types a misquote and sees the squiggle', async () => {
    const before = await hand.squiggles('error');
    await hand.page.keyboard.press('Control+End');
    await hand.page.keyboard.type('\n"We have checked every single router," said Ana Feld.[^pool]', { delay: 8 });
    await hand.page.keyboard.press('Escape');
    await hand.until('squiggle under the quote', async () => (await hand.squiggles('error')) > before);
    await hand.shot('1-misquote');
  });

  it('reads in the hover what was said', async () => {
    const text = await hand.hoverOver('have checked every', /not checked every single router/i);
    assert.match(text, /Ana Feld/);
    await hand.shot('2-hover');
    await hand.page.mouse.move(5, 500);
    await hand.page.keyboard.press('Escape');
  });

  it('takes the fix by keyboard', async () => {
    const line = await lineOf('checked every single');
    await hand.goTo(line, 7);
    await hand.quickFixes(/not/);
    await hand.shot('3-quick-fix');
    await hand.page.keyboard.press('Enter');
    await hand.until('mended quote', async () => (await hand.lines()).some(one => one.includes('We have not checked every single router')));
  });

  it('cites evidence through the picker', async () => {
    await hand.goTo(await lineOf('Inspectors found'), 5);
    await hand.page.keyboard.press('Control+F9');
    const [first, ...others] = await hand.until('sources', async () => {
      const rows = await hand.choices();
      // The list that led to the line may still be closing.
      return rows.length > 1 && rows;
    });
    assert.match(first, /^Visit to the cellar/);
    assert.ok(!others.some(row => /call from the desk/.test(row)), 'a source above the mark is not offered');
    await hand.shot('4-cite');
    await hand.page.keyboard.press('Enter');
    await hand.until('citation', async () => (await hand.lines()).some(line => line.includes('20 February 2026.[^visit]')));
  });

  it('walks to the next unsupported claim, and round again', async () => {
    await hand.goTo(1, 1);
    const place = () =>
      hand.page
        .locator('.statusbar-item')
        .filter({ hasText: /Ln \d+/ })
        .first()
        .textContent();
    const walked = [];
    for (let step = 0; step < 3; step++) {
      const before = await place();
      await hand.page.keyboard.press('Control+F8');
      await hand.page
        .locator('.statusbar-item')
        .filter({ hasText: /Claim \d of 2 without support/ })
        .first()
        .waitFor();
      walked.push(
        await hand.until('another place', async () => {
          const now = await place();
          return now !== before && now;
        }),
      );
      if (step === 0) await hand.shot('5-walk');
    }
    assert.notEqual(walked[0], walked[1]);
    assert.equal(walked[0], walked[2]);
  });

  it('reads the claims in their view, and goes to one by keyboard', async () => {
    await hand.openViews();
    await hand
      .item('Claims', /^The notes say otherwise\. Four ports took 31/)
      .first()
      .waitFor();
    const badge = hand.page
      .locator('.activitybar .action-item')
      .filter({ has: hand.page.locator('[aria-label^="Backdraft"]') })
      .locator('.badge-content');
    assert.equal(await badge.first().textContent(), '2');
    await hand.shot('6-claims');
    await hand
      .item('Claims', /^Not found in the notes\. Kestria/)
      .first()
      .focus();
    await hand
      .item('Claims', /^Not found in the notes\. Kestria/)
      .first()
      .click();
    await hand.until(
      'the claim selected',
      async () =>
        (await hand.page
          .locator('.statusbar-item')
          .filter({ hasText: /selected/ })
          .count()) > 0,
    );
  });

  it('opens what a claim rests on', async () => {
    await hand.expand('Claims', /^Supported by the notes\. Two of the 12/);
    await hand.until('source and origin', async () => {
      const items = await hand.items('Claims');
      return items.some(item => /\bHarbour Gazette, /.test(item)) && items.some(item => /\bPool report from the harbour, /.test(item));
    });
    await hand.shot('7-rests-on');
  });

  it('finds in the evidence what is unused, what counts as one, what is locked', async () => {
    await hand.command('Backdraft: Focus on Evidence View');
    const items = await hand.until('evidence', async () => {
      const found = await hand.items('Evidence');
      return found.some(item => /Lighthouse/.test(item)) && found;
    });
    const said = items.join('\n');
    assert.match(said, /One origin: Pool report/);
    assert.match(said, /Lighthouse column.*unused/);
    assert.match(said, /A call from the desk.*not to be named in this draft/);
    await hand.shot('8-evidence');
  });

  it('shows from the context menu which claims rest on a source', async () => {
    await hand
      .item('Evidence', /^Sea Wire/)
      .first()
      .click({ button: 'right' });
    const menu = hand.page.locator('.monaco-menu .action-label').filter({ hasText: 'Show Claims That Rest on This' });
    await menu.first().waitFor();
    await hand.shot('9-context-menu');
    await menu.first().click();
    await hand.until('claims of the source alone', async () => (await hand.items('Claims')).filter(item => /\. /.test(item)).length === 1);
    await hand.command('Backdraft: Clear Filter');
  });

  it('renames a source, with its citations', async () => {
    await hand.page.locator('.tab').filter({ hasText: 'draft.md' }).first().click();
    // In the definition of the footnote.
    await hand.goTo(await lineOf('[^wire]: Sea Wire'), 4);
    const input = hand.page.locator('.rename-box input');
    await hand.until('rename box', async () => {
      if (!(await input.isVisible())) await hand.page.keyboard.press('F2');
      await hand.page.waitForTimeout(400);
      return input.isVisible();
    });
    await input.fill('sea-wire');
    await hand.shot('10-rename');
    await hand.page.keyboard.press('Enter');
    await hand.until('renamed citations', async () => (await hand.lines()).filter(line => line.includes('[^sea-wire]')).length >= 2);
    await hand.command('File: Save All');
    await hand.until('renamed note', async () => readFileSync(path.join(hand.folder, 'notes/press.md'), 'utf8').includes('{#sea-wire}'));
  });

  it('opens the walkthrough, and sees every step', async () => {
    await hand.command('Backdraft: Open Walkthrough');
    const steps = hand.page.locator('.getting-started-step');
    await hand.until('six steps', async () => (await steps.count()) === 6);
    for (let step = 0; step < 6; step++) {
      await steps.nth(step).click();
      await hand.page.waitForTimeout(700);
      await hand.shot(`12-walkthrough-${step + 1}`);
    }
  });
});

describe('The views in other themes', function () {
  this.timeout(240_000);

  for (const [name, theme] of [
    ['13-dark', 'Default Dark Modern'],
    ['14-high-contrast', 'Default High Contrast'],
  ]) {
    it(`show all claims in ${theme}`, async () => {
      const folder = path.join(ROOT, 'test/e2e/harbour');
      const settings = { 'workbench.colorTheme': theme };
      const hand = await Hand.open({ folder, file: path.join(folder, 'draft.md'), viewport: { width: 1280, height: 900 }, settings });
      try {
        await hand.until('findings', async () => /error/.test(await hand.status()));
        await hand.openViews();
        await hand
          .item('Claims', /^The notes say otherwise\. Four ports took 31/)
          .first()
          .waitFor();
        await hand.shot(name);
      } finally {
        await hand.close();
      }
    });
  }
});
