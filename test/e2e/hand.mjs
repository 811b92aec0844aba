// Owns: the hand that drives VS Code in a browser: where things are on the page, and what a person does with them.
// Must not know: single tests.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../tools/lib/run.mjs';
import { openBrowser } from '../../tools/vscode-host/browser.mjs';
import { startVSCode, workbenchUrl } from '../../tools/vscode-host/server.mjs';

/** Steps whose pictures the docs show, and their names there. */
const PICTURES = {
  diagnostics: 'diagnostics',
  hover: 'hover',
  'quick-fix-before': 'quick-fix-before',
  'quick-fix-after': 'quick-fix-after',
  '4-cite': 'cite',
  '6-claims': 'claims',
  gutter: 'gutter',
  'ledger-sample-draft-light': 'ledger',
};

/** File for a picture of a step. Every one is kept in artifacts/e2e; with `BACKDRAFT_SCREENSHOTS=docs/images` those of the docs are renewed there. */
export function pictureOf(name) {
  const folder = process.env.BACKDRAFT_SCREENSHOTS;
  const file =
    folder && PICTURES[name] ? path.resolve(ROOT, folder, `${PICTURES[name]}.png`) : path.join(ROOT, 'artifacts/e2e', `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  return file;
}

const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.tips.enabled': false,
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 150,
  'editor.fontSize': 15,
  'editor.lineHeight': 24,
  'editor.wordWrap': 'on',
  'editor.lightbulb.enabled': 'off',
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'breadcrumbs.enabled': false,
  'explorer.compactFolders': false,
};

/** So many milliseconds are waited for what must come: a busy machine is no fault. */
const PATIENCE = 60_000;

/** A VS Code with a folder and a file open and the extension of this project loaded. */
export class Hand {
  /** Without a file nothing is open, and the workbench is there when its side bar is. */
  static async open({ folder, file, viewport = { width: 1180, height: 720 }, settings = {} }) {
    const server = await startVSCode({ settings: { ...SETTINGS, ...settings } });
    try {
      const browser = await openBrowser({ viewport });
      const context = await browser.newContext({ viewport, deviceScaleFactor: Number(process.env.BACKDRAFT_SCALE ?? 1) });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      await page.goto(workbenchUrl(server, { folder, extensionDevelopmentPath: ROOT, openFile: file }));
      const hand = new Hand(server, browser, page);
      const there = file ? hand.editor.locator('.view-line') : page.locator('.activitybar .action-label[aria-label^="Backdraft"]');
      await there.first().waitFor();
      return hand;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  /** The same on a copy of a story of this project (without one: on an empty folder), which is `folder` and ends with the hand. */
  static async openCopy({ story, file, ...more }) {
    const scratch = mkdtempSync(path.join(tmpdir(), 'backdraft-e2e-'));
    const folder = path.join(scratch, 'harbour');
    if (story) cpSync(path.join(ROOT, story), folder, { recursive: true });
    else mkdirSync(folder);
    const clean = () => rmSync(scratch, { recursive: true, force: true });
    try {
      const hand = await Hand.open({ folder, ...(file ? { file: path.join(folder, file) } : {}), ...more });
      return Object.assign(hand, { folder, clean });
    } catch (error) {
      clean();
      throw error;
    }
  }

  constructor(server, browser, page) {
    this.clean = () => {};
    this.server = server;
    this.browser = browser;
    this.page = page;
    this.editor = page.locator('.editor-instance .monaco-editor').first();
  }

  async close() {
    await this.browser.close();
    await this.server.stop();
    this.clean();
  }

  /** Changes the colour theme by its id, in the settings of the copied folder. */
  theme(id) {
    const settings = path.join(this.folder, '.vscode/settings.json');
    mkdirSync(path.dirname(settings), { recursive: true });
    writeFileSync(settings, JSON.stringify({ 'workbench.colorTheme': id }));
  }

  /** Keeps what is on the screen as a PNG. */
  async shot(name) {
    await this.page.screenshot({ path: pictureOf(name) });
  }

  /** Number of squiggles of a kind: error, warning, info. */
  squiggles(kind) {
    return this.editor.locator(`.squiggly-${kind}`).count();
  }

  /** Waits until a condition on the page's side of things holds. */
  async until(what, ask, timeout = PATIENCE) {
    const end = Date.now() + timeout;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) {
        await this.shot('failure');
        throw new Error(`no ${what} within ${timeout / 1000} s; the screen is kept as failure.png`);
      }
      await this.page.waitForTimeout(50);
    }
  }

  /** The lines that the editor shows, from the top. */
  async lines() {
    const lines = await this.editor
      .locator('.view-line')
      .evaluateAll(found => found.map(line => [Number.parseFloat(line.style.top), line.textContent.replace(/\u00a0/g, ' ')]));
    return lines.sort((a, b) => a[0] - b[0]).map(([, text]) => text);
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.page.keyboard.press('F1');
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(title);
    await this.page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: title }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** Puts the cursor on a line and column (from 1) by keyboard. */
  async goTo(line, column) {
    await this.page.keyboard.press('Control+g');
    await this.page.locator('.quick-input-widget input').first().waitFor();
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page
      .locator('.statusbar-item')
      .filter({ hasText: `Ln ${line}, Col ${column}` })
      .waitFor();
  }

  /** Puts the cursor into a piece of the text with the mouse: hints and wrapped lines do not matter. */
  async clickOn(text) {
    const box = await this.boxOf(text);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Moves the mouse over a piece of the text and waits for the hover that holds some words. */
  async hoverOver(text, words) {
    const hover = this.page.locator('.monaco-hover:not(.hidden)').filter({ hasText: words });
    await this.until(`hover over ${text}`, async () => {
      const box = await this.boxOf(text);
      await this.page.mouse.move(box.x - 20, box.y - 40);
      await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 6 });
      return hover
        .first()
        .waitFor({ timeout: 3000 })
        .then(
          () => true,
          () => false,
        );
    });
    return (await hover.first().textContent()) ?? '';
  }

  /** Where a piece of the text stands on the screen. */
  async boxOf(text) {
    const box = await this.editor.locator('.view-lines').evaluate((root, wanted) => {
      for (const line of root.querySelectorAll('.view-line')) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        const nodes = [];
        while (walker.nextNode()) nodes.push(walker.currentNode);
        const whole = nodes.map(node => node.data.replace(/\u00a0/g, ' ')).join('');
        const at = whole.indexOf(wanted);
        if (at === -1) continue;
        const range = document.createRange();
        let seen = 0;
        for (const node of nodes) {
          if (seen <= at && at < seen + node.length) range.setStart(node, at - seen);
          if (seen < at + wanted.length && at + wanted.length <= seen + node.length) range.setEnd(node, at + wanted.length - seen);
          seen += node.length;
        }
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x, y, width, height };
      }
      return undefined;
    }, text);
    if (!box) throw new Error(`${text} is not on the screen`);
    return box;
  }

  /** Opens the menu of quick fixes by keyboard, again until one of them is there: a request may meet one that VS Code cancels. */
  async quickFixes(title) {
    // A menu may hold a second panel for what a row opens.
    const menu = this.page.locator('.action-widget:not(.action-list-submenu-panel)');
    const fix = menu.locator('.monaco-list-row.action').filter({ hasText: title }).first();
    await this.until(`quick fix ${title}`, async () => {
      if (!(await menu.isVisible())) await this.page.keyboard.press('Control+.');
      await fix.waitFor({ timeout: 3000 }).catch(() => this.page.keyboard.press('Escape'));
      return fix.isVisible();
    });
    return { menu, fix };
  }

  /** Opens Backdraft's container in the side bar with the mouse. */
  async openViews() {
    await this.page.locator('.activitybar .action-label[aria-label^="Backdraft"]').first().click({ force: true });
    await this.view('Claims').waitFor();
  }

  /** A view of the side bar by its name. */
  view(name) {
    return this.page.locator('.split-view-view .pane').filter({ has: this.page.locator(`.pane-header[aria-label*="${name} Section"]`) });
  }

  /** An item of a tree by what a screen reader says of it. */
  item(name, says) {
    return this.view(name).getByRole('treeitem', { name: says });
  }

  /** Opens an item of a tree by its twistie, which leaves the editor as it is. */
  async expand(name, says) {
    await this.item(name, says).first().locator('.monaco-tl-twistie').click();
  }

  /** The name that a screen reader gives each item of a tree. */
  async items(name) {
    return this.view(name)
      .getByRole('treeitem')
      .evaluateAll(found => found.map(item => item.getAttribute('aria-label') ?? ''));
  }

  /** Words of the list that asks for a choice. */
  async choices() {
    return this.page
      .locator('.quick-input-list .monaco-list-row')
      .evaluateAll(found => found.map(row => row.getAttribute('aria-label') ?? ''));
  }

  /** Text of the status bar's item of Backdraft. */
  async status() {
    const item = this.page.locator('.statusbar-item[id*="backdraft.status"]');
    return (await item.count()) > 0 ? ((await item.first().getAttribute('aria-label')) ?? '') : '';
  }
}
