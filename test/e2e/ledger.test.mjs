// Owns: the ledger as people see it: the page in a real browser, on paper, and the view in VS Code.
// Must not know: how the ledger is gathered.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../tools/lib/run.mjs';
import { openBrowser } from '../../tools/vscode-host/browser.mjs';
import { Hand, pictureOf } from './hand.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Drafts to look at: those of the samples, and of each story of the folder that `BACKDRAFT_STORIES` names. */
function drafts() {
  const samples = path.join(ROOT, 'samples/summit-phones');
  const found = ['draft.md', 'brief.md'].map(name => ({ name: `sample-${name.replace('.md', '')}`, file: path.join(samples, name) }));
  const more = process.env.BACKDRAFT_STORIES;
  if (!more) return found;
  for (const story of readdirSync(more, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    for (const name of readdirSync(path.join(more, story.name)).filter(one => /^draft\.(md|txt)$/.test(one)))
      found.push({ name: story.name, file: path.join(more, story.name, name) });
  return found;
}

describe('The ledger in a browser', function () {
  this.timeout(120_000);
  let browser;
  let scratch;

  before(async () => {
    scratch = mkdtempSync(path.join(tmpdir(), 'backdraft-ledger-'));
    browser = await openBrowser();
  });

  after(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  for (const { name, file } of drafts()) {
    it(`${name}: nothing leaves the page, nothing is out of reach, and it prints`, async () => {
      const page = path.join(scratch, `${name}.html`);
      execFileSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), 'ledger', file, '-o', page], { stdio: 'pipe' });
      for (const colorScheme of ['light', 'dark']) {
        const said = [];
        const asked = [];
        const context = await browser.newContext({ viewport: { width: 1100, height: 1500 }, colorScheme });
        const tab = await context.newPage();
        tab.on('console', message => said.push(message.text()));
        tab.on('pageerror', error => said.push(error.message));
        tab.on('request', request => asked.push(request.url()));
        await tab.goto(pathToFileURL(page).href);
        await tab.screenshot({ path: pictureOf(`ledger-${name}-${colorScheme}`) });
        await tab.keyboard.press('Tab');
        assert.equal(await tab.evaluate(() => document.activeElement?.className), 'skip', 'the first stop skips to the claims');
        const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, 'nothing stands out at the side');
        if (colorScheme === 'light') {
          const pdf = await tab.pdf({ path: path.join(scratch, `${name}.pdf`), preferCSSPageSize: true });
          assert.ok(pdf.length > 10_000);
        }
        assert.deepEqual(said, []);
        assert.deepEqual(asked, [pathToFileURL(page).href]);
        await context.close();
        assert.deepEqual(await violations(browser, page, colorScheme), []);
      }
    });
  }
});

/** What axe-core finds in a page; the page's own policy would not let it run. */
async function violations(browser, page, colorScheme) {
  const context = await browser.newContext({ viewport: { width: 1100, height: 1500 }, colorScheme, bypassCSP: true });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(page).href);
  const found = await axeIn(tab);
  await context.close();
  return found;
}

async function axeIn(frame) {
  await frame.evaluate(AXE);
  const { violations: found } = await frame.evaluate(() => globalThis.axe.run());
  return found.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
}

/** Themes by the class that a page in VS Code has in them. */
const THEMES = [
  { kind: 'vscode-light', theme: 'Default Light Modern' },
  { kind: 'vscode-dark', theme: 'Default Dark Modern' },
  { kind: 'vscode-high-contrast', theme: 'Default High Contrast' },
  { kind: 'vscode-high-contrast-light', theme: 'Default High Contrast Light' },
];

describe('The ledger in VS Code', function () {
  this.timeout(180_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({ story: 'samples/summit-phones', file: 'draft.md', viewport: { width: 1500, height: 900 } });
  });

  after(() => hand?.close());

  /** The frame that holds the page of the ledger. */
  async function ledger() {
    return hand.until('the ledger', async () => {
      for (const frame of hand.page.frames())
        if (
          (await frame
            .locator('main h1')
            .count()
            .catch(() => 0)) > 0
        )
          return frame;
      return undefined;
    });
  }

  it('opens beside the draft, and leads to a claim', async () => {
    await hand.until('the check', async () => /error/.test(await hand.status()));
    await hand.command('Backdraft: Open Ledger');
    const frame = await ledger();
    assert.match((await frame.locator('h1').textContent()) ?? '', /Two phones and a joke/);
    await frame.locator('button.reveal', { hasText: 'Kessia has given phones to eleven governments' }).first().click();
    await hand.page.locator('.statusbar-item').filter({ hasText: 'Ln 33' }).first().waitFor();
    await hand.shot('ledger-view');
  });

  it('follows what is typed, and stays where the reader is', async () => {
    const frame = await ledger();
    await frame.locator('#claim-20').evaluate(node => node.scrollIntoView());
    const before = await frame.locator('#claim-20').evaluate(node => Math.round(node.getBoundingClientRect().top));
    await hand.goTo(11, 1);
    await hand.page.keyboard.press('End');
    await hand.page.keyboard.type(' Kessia sold 4,000 phones to Veyra in 2024.');
    await frame.locator('h3', { hasText: 'Kessia sold 4,000 phones' }).waitFor();
    const now = await frame.evaluate(() =>
      Math.max(...[...document.querySelectorAll('article')].map(one => one.getBoundingClientRect().top).filter(top => top <= 120)),
    );
    assert.ok(Math.abs(now - before) <= 120, `${before} before, ${now} now`);
  });

  it('takes a level by keyboard, and says what it leaves out', async () => {
    const frame = await ledger();
    const level = frame.getByRole('combobox', { name: 'For readers at' });
    const unmarked = frame.getByRole('checkbox', { name: 'Show evidence without a mark' });
    assert.equal(await unmarked.isVisible(), false);
    await level.focus();
    await hand.page.keyboard.type('TLP:GREEN');
    await hand.until('the ledger for readers', async () => /TLP:GREEN/.test(await frame.locator('main header').first().innerText()));
    assert.equal(await level.evaluate(node => node === document.activeElement), true, 'the select keeps the keys');
    const leftOut = () => frame.locator('main').innerText();
    await hand.until('what is left out', async () => /left out: from sources without a mark/.test(await leftOut()));
    await hand.shot('ledger-view-level');
    await hand.page.keyboard.press('Tab');
    await hand.page.keyboard.press('Tab');
    assert.equal(await unmarked.evaluate(node => node === document.activeElement), true);
    await hand.page.keyboard.press('Space');
    await hand.until('what has no mark', async () => !/left out: from sources without a mark/.test(await leftOut()));
    assert.deepEqual(await axeIn(frame), []);
    await level.selectOption('');
    await unmarked.waitFor({ state: 'hidden' });
  });

  for (const { kind, theme } of THEMES)
    it(`is within reach for everybody, ${kind}`, async () => {
      hand.theme(theme);
      const frame = await ledger();
      await hand.until(`the ledger in ${kind}`, () =>
        frame
          .locator(`body.${kind}`)
          .count()
          .catch(() => 0),
      );
      await frame.locator('main').evaluate(() => scrollTo(0, 0));
      await hand.shot(`ledger-view-${kind}`);
      assert.deepEqual(await axeIn(frame), []);
    });
});
