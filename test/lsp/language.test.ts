// Owns: the server speaks the client's language, and tells findings apart by the same marks in each.
// Must not know: what is said beyond the story (that nothing is missing: test/tools/localisation.test.ts).
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  type Diagnostic,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { ASSISTANT_REQUEST, type AssistantResult, LEDGER_VIEW_REQUEST, type LedgerView } from '../../server/src/protocol.ts';
import { Client, hoverText, positionOf } from './client.ts';
import { DRAFT, FILES, NUMBER, OBSOLETE } from './story.ts';

interface Said {
  readonly diagnostics: readonly Diagnostic[];
  readonly message: string;
  readonly titles: readonly string[];
  readonly hover: string;
}

/** What the server says of the story to a client with a locale. */
async function said(locale: string | undefined): Promise<Said> {
  const client = await Client.start({ files: FILES, ...(locale === undefined ? {} : { locale }) });
  try {
    await client.open('draft.md', DRAFT);
    const diagnostics = await client.diagnostics('draft.md');
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      range: diagnostics.find(({ code }) => code === OBSOLETE)?.range ?? {
        start: { line: 0, character: 0 },
        end: { line: 0, character: 0 },
      },
      context: { diagnostics: [] },
    });
    const position = positionOf(DRAFT, '21');
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri: client.uri('draft.md') }, position });
    return {
      hover: hoverText(hover).value,
      diagnostics,
      message: String(diagnostics.find(({ code }) => code === NUMBER)?.message),
      titles: ((actions ?? []) as CodeAction[]).map(({ title }) => title),
    };
  } finally {
    await client.close();
  }
}

describe('The language of the server', () => {
  it('is German for a client from Vienna, with the same findings', async () => {
    const english = await said('en-GB');
    const german = await said('de-AT');
    assert.match(german.message, /^Im Entwurf steht „21/);
    assert.ok(german.titles.includes('TLP:CLEAR schreiben'), german.titles.join());
    assert.match(german.hover, /Die Notizen sagen etwas anderes.*Bewertung B2/s);
    const marks = ({ diagnostics }: Said) =>
      diagnostics.map(({ code, range, data }) => ({ code, range, mark: (data as { fingerprint?: string }).fingerprint }));
    assert.deepEqual(marks(german), marks(english));
    assert.ok(marks(english).every(({ mark }) => typeof mark === 'string'));
  });

  it('is German in configurations, CVSS metrics and refusals, too', async () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
    const configuration = 'audience: readers\n\nterms:\n  \n';
    const scored = `The vector is ${vector}.\n`;
    const client = await Client.start({ files: { ...FILES, 'scored.md': scored }, locale: 'de' });
    try {
      await client.open('scored.md', scored);
      await client.open('.backdraft.yaml', configuration, 'yaml');
      const [problem] = await client.diagnostics('.backdraft.yaml');
      assert.equal(problem?.message, '„audience“ muss eines von general, security sein.');
      const textDocument = { uri: client.uri('.backdraft.yaml') };
      const keys = await client.connection.sendRequest(CompletionRequest.type, { textDocument, position: { line: 1, character: 0 } });
      const items = (Array.isArray(keys) ? keys : (keys?.items ?? [])) as CompletionItem[];
      assert.equal(
        items.find(({ label }) => label === 'strictness')?.detail,
        'Wie leicht ein Satz als Behauptung gilt, die einen Beleg braucht.',
      );
      const at = { textDocument: { uri: client.uri('scored.md') }, position: positionOf(scored, 'CVSS:3.1') };
      assert.match(hoverText(await client.connection.sendRequest(HoverRequest.type, at)).value, /9\.8 \(kritisch\)/);
      assert.match(hoverText(await client.connection.sendRequest(HoverRequest.type, at)).value, /Angriffsvektor.*Netzwerk/);
      const refused = await client.connection.sendRequest<AssistantResult>(ASSISTANT_REQUEST, { ...at, question: 'claims' });
      assert.match(refused.kind === 'refused' ? refused.reason : '', /^Sprachmodelle erhalten nichts/);
    } finally {
      await client.close();
    }
  });

  it('is German in the ledger, in what all fixes are called, in rules that completion offers, and of notes that cannot be read', async () => {
    const odd = '---\ngrade: Z9\n---\nText.\n';
    const client = await Client.start({ files: { ...FILES, 'notes/odd.md': odd }, locale: 'de' });
    try {
      await client.open('draft.md', DRAFT);
      const textDocument = { uri: client.uri('draft.md') };
      const view = await client.connection.sendRequest<LedgerView>(LEDGER_VIEW_REQUEST, textDocument);
      assert.match(view.body, /<h2 id="summary">Überblick<\/h2>/);
      const start = { line: 0, character: 0 };
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument,
        range: { start, end: start },
        context: { diagnostics: [], only: ['source'] },
      });
      assert.ok((actions ?? []).some(({ title }) => title === 'Alle sicheren Korrekturen von Backdraft übernehmen'));
      const comment = '<!-- backdraft-disable-next-line ';
      await client.open('new.md', comment);
      const rules = await client.connection.sendRequest(CompletionRequest.type, {
        textDocument: { uri: client.uri('new.md') },
        position: { line: 0, character: comment.length },
      });
      const items = (Array.isArray(rules) ? rules : (rules?.items ?? [])) as CompletionItem[];
      assert.equal(items.find(({ label }) => label === 'quotes/altered')?.detail, 'Die Worte eines Zitats sind nicht die der Notizen.');
      await client.open('notes/odd.md', odd);
      assert.match(
        (await client.diagnostics('notes/odd.md')).map(({ message }) => String(message)).join('\n'),
        /keine Admiralitätsbewertung/,
      );
    } finally {
      await client.close();
    }
  });

  it('is English for a client that names no language, and for one that we do not speak', async () => {
    for (const locale of [undefined, 'fr', '']) assert.match((await said(locale)).message, /^The draft has “21/);
  });
});
