// The command line in German: help, refusals, gates, the ledger and what is left out of it, exports, problems in notes.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { backdraft, folderWith, removeFolders } from './backdraft.ts';

const SAMPLE = fileURLToPath(new URL('../../samples/summit-phones', import.meta.url));
const STORY = {
  'draft.md': '---\ntlp: GREEN\n---\nLumenet gave 12 routers to the harbour office.[^pool]\n\n[^pool]: Pool.\n',
  'notes/pool.md': '---\ntlp: AMBER\ngrade: Z9\nkey: value: other\n---\nLumenet gave 12 routers to the harbour office.\n',
  'refs.bib': '@article{one, title = {A}\n',
};
const GERMAN = { LC_ALL: 'de@euro' };

describe('backdraft in German', () => {
  after(removeFolders);

  for (const locale of ['de', 'de_AT.UTF-8', 'de.UTF-8', 'de@euro', 'DE_de'])
    it(`is what ${locale} asks for`, () => {
      const run = backdraft(folderWith({}), ['--help'], '', { LC_ALL: locale });
      assert.equal(run.code, 0);
      assert.match(run.out, /^backdraft: belegt jede Behauptung/);
    });

  it('is not what other languages ask for', () => {
    for (const locale of ['C', 'C.UTF-8', 'fr_FR.UTF-8', 'den', ''])
      assert.match(backdraft(folderWith({}), ['--help'], '', { LC_ALL: locale, LC_MESSAGES: '', LANG: '' }).out, /every claim/);
  });

  for (const [words, said] of [
    [['chek'], /Es gibt keinen Befehl „chek“.*Siehe backdraft --help/],
    [['check', '--bogus'], /Es gibt keine Option „--bogus“/],
    [['check', '--format'], /--format braucht einen Wert/],
    [['check', '--fix=yes'], /--fix nimmt keinen Wert/],
    [['check', 'missing.md'], /weder Datei noch Ordner „missing\.md“/],
    [['ledger', 'missing.md'], /hier gibt es keine Datei „missing\.md“/],
    [['ledger', 'draft.md', '--fix'], /--fix passt nicht zu „ledger“/],
  ] as const)
    it(`says what is wrong with: ${words.join(' ')}`, () => {
      const run = backdraft(folderWith({}), words, '', GERMAN);
      assert.equal(run.code, 2);
      assert.match(run.error, said);
    });

  it('tells what notes, front matter and bibliographies hold that cannot be read', () => {
    const { out } = backdraft(folderWith(STORY), ['check', '.'], '', GERMAN);
    assert.match(out, /„Z9“ ist keine Admiralitätsbewertung/);
    assert.match(out, /Ein Doppelpunkt mit Leerzeichen/);
    assert.match(out, /Dieser Eintrag ist nicht geschlossen/);
  });

  it('gates say what is missing', () => {
    const { out, code } = backdraft(folderWith(STORY), ['check', '--require-verified', 'draft.md'], '', GERMAN);
    assert.equal(code, 1);
    assert.match(out, /--require-verified: 1 Behauptung nicht bestätigt\n.*niemandem zugewiesen\)/);
  });

  it('the ledger is a German page, and says what is left out', () => {
    const run = backdraft(folderWith(STORY), ['ledger', 'draft.md'], '', GERMAN);
    assert.match(run.error, /1 Stelle weggelassen: aus Quellen, die höher als TLP:GREEN gekennzeichnet sind/);
    const page = backdraft(SAMPLE, ['ledger', 'draft.md', '--language', 'de']).out;
    assert.match(page, /<html lang="de">/);
    assert.deepEqual(englishIn(page.replace(/<style>.*?<\/style>/s, '')), []);
    const text = backdraft(SAMPLE, ['ledger', 'draft.md', '--format', 'md', '--language', 'de']).out;
    assert.match(text, /^---\nbackdraft: off\n---\n\n# Hauptbuch: /);
    assert.match(text, /## Behauptungen der Reihe nach/);
  });

  it('data of the ledger are the same in every language', () => {
    for (const format of ['csv', 'json'])
      assert.equal(
        backdraft(SAMPLE, ['ledger', 'brief.md', '--format', format, '--language', 'de']).out,
        backdraft(SAMPLE, ['ledger', 'brief.md', '--format', format, '--language', 'en']).out,
      );
  });

  it('exports say what they leave out', () => {
    const { error } = backdraft(folderWith(STORY), ['export', 'claimreview', 'draft.md'], '', GERMAN);
    assert.match(error, /Niemand hat eine Behauptung bestätigt oder bestritten/);
  });
});

/** Words of English in a page that stand outside of what drafts and notes say. */
function englishIn(page: string): readonly string[] {
  const ours = page
    .replace(/<title>.*?<\/title>/s, '')
    .replace(/<bdi>.*?<\/bdi>/gs, '')
    .replace(/<td>[^<]*<\/td>|<text[^>]*>[^<]*<\/text>/g, '')
    .replace(/<[^>]*>/g, '\n');
  return ours
    .split('\n')
    .filter(line => /(?<![\p{L}-])(?:the|of|and|is|with|not|from|by|in the|claims?|sources?|draft)(?![\p{L}-])/u.test(line));
}
