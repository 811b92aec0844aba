// Owns: threads and the Comments panel as a person sees them: hostile words come to nothing, a filter finds what was written, and a thread
// is edited, answered, assigned, resolved and deleted by hand.
// Must not know: how annotations are kept.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HOSTILE } from '../support/hostile-bodies.ts';
import { Hand } from './hand.mjs';

const WORDS = [
  { body: 'As @pool has it, TLP:RED for now, see https://example.org/a.', verdict: 'disputed', evidence: ['pool'] },
  { body: '**As** @desk has it, TLP:AMBER, see [[press]].' },
  { body: 'Nobody counted them, R&D says.' },
];

/** A sidecar of annotations on the draft, made by somebody else. */
function sidecar() {
  const bodies = [...WORDS, ...HOSTILE.flatMap(body => [{ body }, { body: `*x* ${body}` }, { body: 'About it.', evidence: [body] }])];
  return bodies
    .map(({ body, verdict, evidence = [] }, i) =>
      JSON.stringify({
        id: `urn:uuid:${String(i).padStart(4, '0')}`,
        type: 'Annotation',
        motivation: verdict ? 'assessing' : 'commenting',
        creator: { type: 'Person', name: 'Grace' },
        created: '2026-01-02T03:04:05Z',
        body: [
          ...(verdict ? [{ type: 'TextualBody', purpose: 'assessing', value: verdict }] : []),
          ...evidence.map(value => ({ type: 'TextualBody', purpose: 'linking', value })),
          { type: 'TextualBody', value: body, format: 'text/markdown' },
        ],
        target: {
          source: 'draft.md',
          selector: [
            {
              type: 'TextQuoteSelector',
              exact: i < WORDS.length ? 'Four ports took 31 routers' : 'words that nobody wrote',
              prefix: '',
              suffix: '',
            },
          ],
        },
      }),
    )
    .join('\n')
    .concat('\n');
}

describe('Comments in VS Code', function () {
  this.timeout(180_000);
  let hand;

  before(async () => {
    hand = await Hand.openCopy({
      story: 'test/e2e/harbour',
      file: 'draft.md',
      viewport: { width: 1280, height: 900 },
      settings: { 'backdraft.annotations.author': 'Ada' },
    });
    await hand.until('findings', async () => /error/.test(await hand.status()));
  });

  after(() => hand?.close());

  const panel = () => hand.page.locator('.comments-panel');
  const rows = () => panel().locator('.monaco-list-row');
  const kept = () => readFileSync(path.join(hand.folder, 'draft.md.annotations.jsonl'), 'utf8');
  const said = async elements => (await elements.allTextContents()).join('\n').replace(/\u00a0/g, ' ');

  /** What links, loads or runs in some elements of the page, of which there are at least some. */
  async function dangers(where, atLeast) {
    assert.ok((await where.count()) >= atLeast, `${await where.count()} of them`);
    return where.evaluateAll(found =>
      found.flatMap(one =>
        [...one.querySelectorAll('a:not(.action-label, .label-name), img, script, iframe, video, details, [onerror], .codicon-sync')].map(
          node => node.outerHTML,
        ),
      ),
    );
  }

  it('the panel shows words, and nothing of them leads anywhere', async () => {
    // VS Code begins to watch files a while after it shows them: what was written before is written again.
    let written = 0;
    await hand.until('the annotations', async () => {
      if (Date.now() > written + 5_000) {
        writeFileSync(path.join(hand.folder, 'draft.md.annotations.jsonl'), sidecar());
        written = Date.now();
      }
      return (await rows().count()) > 3;
    });
    await hand.shot('comments-panel');
    assert.deepEqual(await dangers(rows(), 4), []);
  });

  for (const [filter, words] of [
    ['@pool', /As @pool has it/],
    ['[[pool]]', /rests on \[\[pool\]\]/],
    ['TLP:RED', /TLP:RED/],
    ['https://example.org/a', /As @pool/],
    ['@desk', /As @desk has it/],
    ['[[press]]', /see \[\[press\]\]/],
    ['TLP:AMBER', /As @desk/],
    ['R&D', /R&D says/],
    ['Disputed', /Disputed/],
  ])
    it(`the panel finds ${filter}`, async () => {
      const input = hand.page.locator('.viewpane-filter input').first();
      await input.fill(filter);
      await hand.until(`${filter} in the panel`, async () => words.test(await said(rows())) && (await rows().count()) < 6, 10_000);
      if (filter === '@pool') await hand.shot('comments-filter');
      await input.fill('');
    });

  /** Presses the sign of the threads of a line. */
  async function open(line) {
    await hand.goTo(line, 1);
    const sign = hand.page.locator('.margin-view-overlays [class*="comment-thread"]');
    const bodies = hand.page.locator('.review-widget:visible .comment-body');
    await hand.until(`the threads of line ${line}`, async () => {
      if ((await bodies.count()) > 0) return true;
      const { x, y, width, height } = await sign.first().boundingBox();
      await hand.page.mouse.move(x + width / 2, y + height / 2);
      await hand.page.waitForTimeout(300);
      await hand.page.mouse.down();
      await hand.page.mouse.up();
      return bodies
        .first()
        .waitFor({ timeout: 3000 })
        .then(() => true)
        .catch(() => false);
    });
  }

  it('threads show the same, and nothing of them leads anywhere', async () => {
    await hand.command('View: Hide Panel');
    await open(1);
    await hand.shot('threads');
    assert.deepEqual(await dangers(hand.page.locator('.review-widget .comment-body'), 30), []);
  });

  it('a thread is answered, edited, assigned and deleted by hand', async () => {
    await hand.page.keyboard.press('Escape');
    await hand.command('View: Toggle Comments');
    await hand.page.locator('.viewpane-filter input').first().fill('Nobody counted');
    await panel().locator('.monaco-list-row', { hasText: 'Nobody counted them' }).first().dblclick();
    const thread = hand.page.locator('.review-widget:visible').filter({ hasText: 'Nobody counted them' }).first();
    await thread.locator('.comment-body').first().waitFor();
    await hand.command('View: Hide Panel');
    const press = async title => {
      await thread.locator('.review-comment').first().hover();
      await thread.locator(`.action-label[aria-label^="${title}"]`).first().click();
    };
    await press('Edit');
    await thread.locator('.edit-textarea, .edit-container .monaco-editor').first().waitFor();
    await hand.page.keyboard.type(' Typed in vain.', { delay: 20 });
    await hand.shot('thread-editing');
    await thread.getByRole('button', { name: 'Cancel' }).first().click();
    await hand.until(
      'the words as they were',
      async () => (await said(thread.locator('.comment-body').first())).trim() === 'Nobody counted them, R&D says.',
    );
    await thread.locator('.comment-form .monaco-editor, .review-thread-reply-button').first().click();
    await hand.page.keyboard.type('I did.', { delay: 20 });
    await thread.getByRole('button', { name: 'Reply' }).last().click();
    await hand.until('the answer', async () => /"replying".*I did\./.test(kept()));
    await press('Assign');
    await hand.page.locator('.quick-input-widget input').first().waitFor();
    await hand.page.keyboard.type('Alan');
    await hand.page.keyboard.press('Enter');
    await hand.until(
      'the assignee',
      async () => /for Alan/.test(await said(thread)) && /"assignee":\{"type":"Person","name":"Alan"\}/.test(kept()),
    );
    await hand.shot('thread-assigned');
    await press('Delete');
    const dialog = hand.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await hand.shot('thread-delete');
    assert.match(await said(dialog), /with all its replies/);
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await hand.until('the end of the thread', async () => !/Nobody counted them|I did\./.test(kept()));
  });
});
