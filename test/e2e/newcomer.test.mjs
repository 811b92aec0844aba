// Owns: a newcomer's first quarter of an hour, by hand: from an empty folder to a story of 200 words on two sources without a finding.
// Must not know: how findings come about.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/lib/run.mjs';
import { Hand } from './hand.mjs';

const STATEMENT = `## Statement of St. Brigid Hospital on the outage {#st-brigid}
- url: https://stbrigid.example/news/outage
- published: 2026-11-24
- grade: B2

St. Brigid Hospital in Carrow was attacked with ransomware in the night of 21 November 2026. At 2:40 a.m. staff noticed that 340 computers no longer started. The hospital shut down its network and diverted ambulances to two neighbouring hospitals for 31 hours. 57 appointments were moved; no urgent operation was cancelled. Patient records are kept in a separate system and, as far as we know today, were not copied. The hospital has not paid a ransom and will not pay one. It has informed the police and the data protection authority.

> "Our nurses worked with paper and pencil for two days, and I could not be prouder of them." — Maeve Doran, director
`;

const INTERVIEW = `Interview with Tomas Reuter, incident responder at Northgate Security, by phone on 25 November, on the record.

The attackers came in through a VPN gateway that had not been patched since August. The hole was CVE-2024-3400. The gang calls itself Greymoth. It demanded $1.8 million. Reuter's team found no sign that data had been copied. He expects all systems to be back by 5 December.

> "They were in the network for nine days before anyone noticed." — Tomas Reuter
`;

/** As one writes: a figure turned round, a quote from memory, two sentences without their source. */
const STORY = `A ransomware attack has cut the computers of St. Brigid Hospital in Carrow off from the network. In the night of 21 November, staff noticed at 2:40 a.m. that 340 computers no longer started, the hospital said in a statement.

It took its network offline and sent ambulances to two neighbouring hospitals for 31 hours. 75 appointments were moved. No urgent operation was cancelled.

"Our nurses worked with pencil and paper for two days, and I could not be prouder of them," said Maeve Doran, the hospital's director.

The attackers came in through a VPN gateway that had not been patched since August, said Tomas Reuter of Northgate Security, which is helping the hospital. They used CVE-2024-3400. "They were in the network for nine days before anyone noticed," Reuter said.

The gang, which calls itself Greymoth, demanded $1.8 million. The hospital says it has not paid and will not pay. Patient records were not copied, according to the hospital. Reuter's team found no sign of stolen data.

The police and the data protection authority have been informed. Reuter expects all systems to be back by 5 December.

Hospitals have become a favourite target of extortion gangs. Many of them run old software that cannot be updated.
`;

describe('A newcomer', function () {
  this.timeout(240_000);
  let hand;
  let folder;

  before(async () => {
    hand = await Hand.openCopy({ viewport: { width: 1280, height: 900 } });
    folder = hand.folder;
  });

  after(() => hand?.close());

  /** Writes as if pasted: nothing completes, nothing closes quotation marks. */
  const paste = text => hand.page.keyboard.insertText(text);

  /** Puts the keys into the editor of a file that is open. */
  async function editorOf(name) {
    await hand.page.locator('.tab').filter({ hasText: name }).first().click();
    await hand.page.locator('.editor-group-container.active .tab.active').filter({ hasText: name }).first().waitFor();
  }

  it('sets up an empty folder from the view', async () => {
    await hand.openViews();
    await hand.shot('newcomer-1-empty');
    await hand.page.getByRole('button', { name: 'Set Up This Folder as a Story' }).first().click();
    await hand.page.locator('.tab').filter({ hasText: 'first-source.md' }).first().waitFor();
    await hand.page.locator('.tab').filter({ hasText: 'draft.md' }).first().waitFor();
    assert.deepEqual(readdirSync(folder).sort(), ['.backdraft.yaml', 'draft.md', 'notes']);
    assert.match(readFileSync(path.join(folder, 'draft.md'), 'utf8'), /^---\ndate: \d{4}-\d{2}-\d{2}\n---\n/);
    await hand.shot('newcomer-2-set-up');
  });

  it('writes down what the first source says, and makes a note of an address in the clipboard', async () => {
    await editorOf('first-source.md');
    await hand.page.keyboard.press('Control+a');
    await paste(STATEMENT);
    await hand.page.keyboard.press('Control+s');
    await hand.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(hand.page.url()).origin });
    await hand.page.evaluate(() => navigator.clipboard.writeText('https://northgate.example/blog/carrow-hospital'));
    await hand.command('Backdraft: New Source from Clipboard');
    await hand.page.locator('.tab.active').filter({ hasText: 'carrow-hospital.md' }).first().waitFor();
    assert.equal(await hand.page.locator('.editor-group-container').count(), 2, 'a note takes the place of a note');
    await paste(INTERVIEW);
    await hand.page.keyboard.press('Control+s');
  });

  it('writes the story, and sees what the notes do not bear out', async () => {
    await editorOf('draft.md');
    await hand.page.keyboard.press('Control+End');
    await paste(STORY);
    await hand.until('two errors', async () => /2 errors/.test(await hand.status()));
    await hand
      .item('Claims', /^In the notes, but not cited\. It took its network offline/)
      .first()
      .waitFor();
    // Sources are called by their titles.
    await hand
      .item('Evidence', /^Statement of St\. Brigid Hospital on the outage, /)
      .first()
      .waitFor();
    await hand.shot('newcomer-3-findings');
  });

  it('mends it all with quick fixes and citations, and nothing new turns up', async () => {
    for (const [words, fix, after] of [
      ['75', /57/, '57 appointments'],
      ['pencil and', /Restore the words/, 'paper and pencil'],
      ['hospitals for 31', /Cite “Statement of St\. Brigid/, '[^st-brigid]'],
      ['sign of', /Cite “Carrow hospital/, 'data.[^carrow-hospital]'],
      ['which calls', /Cite “Carrow hospital/, 'million.[^carrow-hospital]'],
    ]) {
      await hand.clickOn(words);
      await hand.quickFixes(fix);
      await hand.page.keyboard.press('Enter');
      // Lines are broken where the window ends.
      const bare = text => text.replace(/\s/g, '');
      await hand.until(after, async () => bare((await hand.lines()).join('')).includes(bare(after)));
    }
    await hand.until('no findings', async () => /^Backdraft: no findings/.test(await hand.status()));
    await hand.shot('newcomer-4-clean');
    await hand.command('File: Save All');
    await hand.until('the saved draft', async () => readFileSync(path.join(folder, 'draft.md'), 'utf8').includes('[^carrow-hospital]:'));
    const said = execFileSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), 'check', '--fail-on', 'hint', folder], {
      encoding: 'utf8',
    });
    assert.match(said, /nothing to report/);
  });
});
