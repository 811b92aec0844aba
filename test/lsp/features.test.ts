// Owns: hover, code actions, completion, definition and references over LSP.
// Must not know: which words they use beyond the story.
import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionRequest,
  type CompletionItem,
  CompletionRequest,
  DefinitionRequest,
  HoverRequest,
  type Location,
  ReferencesRequest,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { Client, hoverText, PLAIN, positionOf, rules, textAt, VSCODE } from './client.ts';
import { DRAFT, FILES, NOTE, NUMBER, OBSOLETE, UNRESOLVED } from './story.ts';

describe('Language features over LSP', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.start({ files: FILES });
    await client.open('draft.md', DRAFT);
  });
  afterEach(() => client.close());

  const at = (needle: string, plus = 0) => ({ textDocument: { uri: client.uri('draft.md') }, position: positionOf(DRAFT, needle, plus) });

  async function actions(rule: string, only?: string[]): Promise<CodeAction[]> {
    const diagnostic = (await client.diagnostics('draft.md')).find(({ code }) => code === rule);
    assert.ok(diagnostic, rule);
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
    });
    return (found ?? []) as CodeAction[];
  }

  it('hover tells verdict, evidence and source', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, at('21'));
    const { kind, value } = hoverText(hover);
    assert.equal(kind, 'markdown');
    assert.match(value, /notes say otherwise/i);
    assert.match(value, /Pool report/);
    assert.match(value, /B2/);
  });

  it('hover over a citation shows the source', async () => {
    const hover = await client.connection.sendRequest(HoverRequest.type, at('[@pool]', 3));
    assert.match(hoverText(hover).value, /Pool report from the harbour.*2026/s);
    assert.equal(hover?.range && textAt(DRAFT, hover.range).includes('@pool'), true);
  });

  it('a quick fix puts right what drifted', async () => {
    const fix = (await actions(NUMBER)).find(({ edit }) => edit && apply(DRAFT, edit).includes('gave 12 routers'));
    assert.ok(fix);
    assert.equal(fix.kind, 'quickfix');
    assert.equal(fix.diagnostics?.[0]?.code, NUMBER);
  });

  it('a key with a typing error is offered right', async () => {
    const fix = (await actions(UNRESOLVED)).find(({ edit }) => edit && apply(DRAFT, edit).includes('[@invoices]'));
    assert.ok(fix, (await actions(UNRESOLVED)).map(({ title }) => title).join('; '));
  });

  it('fix-all takes safe fixes only, and comes only where it is asked for or fits', async () => {
    const found = await actions(OBSOLETE, ['source.fixAll']);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['source.fixAll.backdraft'],
    );
    const text = apply(DRAFT, found[0]?.edit);
    assert.match(text, /TLP:CLEAR before/);
    assert.deepEqual(
      (await actions(OBSOLETE, ['source.organizeImports'])).map(({ kind }) => kind),
      [],
    );
  });

  it('a finding can be ignored here or in the story', async () => {
    const found = await actions(OBSOLETE);
    const here = found.find(({ title }) => /^Ignore handling\/obsolete-tlp here/.test(title));
    assert.ok(here, found.map(({ title }) => title).join('; '));
    await client.change('draft.md', [{ text: apply(DRAFT, here.edit) }]);
    assert.ok(!rules(await client.diagnostics('draft.md')).includes(OBSOLETE));
    await client.change('draft.md', [{ text: DRAFT }]);
    const story = found.find(({ title }) => /off in this Story/.test(title));
    const edited = story?.edit?.documentChanges?.[0];
    assert.ok(edited && 'edits' in edited);
    assert.equal(edited.textDocument.uri, client.uri('.backdraft.yaml'));
    assert.match((edited.edits[0] as TextEdit).newText, /handling\/obsolete-tlp: off/);
    assert.match((edited.edits[0] as TextEdit).newText, /style: pandoc/);
  });

  it('completion offers keys with title and date', async () => {
    const list = (await client.connection.sendRequest(CompletionRequest.type, at('[@invoises]', 4))) as CompletionItem[];
    assert.deepEqual(list.map(({ label }) => label).sort(), ['invoices', 'pool']);
    const pool = list.find(({ label }) => label === 'pool');
    assert.match(pool?.detail ?? '', /2026-02-13.*Pool report/);
    const edit = pool?.textEdit as TextEdit;
    assert.equal(textAt(DRAFT, edit.range), 'invoises');
    assert.deepEqual(await client.connection.sendRequest(CompletionRequest.type, at('This paper', 4)), []);
  });

  it('completion of notes and configurations: metadata, snippets, keys', async () => {
    const complete = async (name: string, text: string, languageId?: string): Promise<CompletionItem[]> => {
      await client.open(name, text, languageId);
      const position = positionOf(text, text.trimEnd(), text.trimEnd().length);
      const list = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: client.uri(name) }, position });
      return list && 'items' in list ? list.items : (list ?? []);
    };
    const source = (await complete('notes/new.md', 'sou')).find(({ label }) => label === 'New source');
    assert.ok(source);
    assert.equal(source.insertTextFormat, 2);
    assert.match(source.textEdit?.newText ?? '', /\{#\$\{2:key\}\}/);
    const grades = await complete('notes/grade.md', '## A {#a}\n- grade: B2\n');
    assert.equal(grades.find(({ label }) => label === 'B2')?.detail, 'usually reliable, probably true');
    const keys = await complete('.backdraft.yaml', 'citations:\n  st', 'yaml');
    assert.deepEqual(
      keys.map(({ label, textEdit }) => [label, (textEdit as TextEdit).newText]),
      [['style', 'style: ']],
    );
  });

  it('definition leads to the note, references lead back', async () => {
    const there = (await client.connection.sendRequest(DefinitionRequest.type, at('[@pool]', 3))) as Location[];
    assert.deepEqual(
      there.map(({ uri, range }) => [uri, textAt(NOTE, range)]),
      [[client.uri('notes/sources.md'), 'pool']],
    );
    await client.open('notes/sources.md', NOTE);
    const back = await client.connection.sendRequest(ReferencesRequest.type, {
      textDocument: { uri: client.uri('notes/sources.md') },
      position: positionOf(NOTE, '{#pool}', 3),
      context: { includeDeclaration: true },
    });
    assert.deepEqual(new Set(back?.map(({ uri }) => uri)), new Set([client.uri('notes/sources.md'), client.uri('draft.md')]));
    assert.ok(back?.some(({ uri, range }) => uri === client.uri('draft.md') && textAt(DRAFT, range).includes('pool')));
  });
});

describe('Language features for lesser clients', () => {
  let client: Client;
  afterEach(() => client.close());

  it('hover in plain text, edits without versions', async () => {
    client = await Client.start({
      files: FILES,
      capabilities: { ...PLAIN, textDocument: { diagnostic: {}, hover: { contentFormat: ['plaintext'] } } },
      early: true,
    });
    await client.open('draft.md', DRAFT);
    await client.until('evidence', async () => rules(await client.diagnostics('draft.md')).includes(NUMBER));
    const textDocument = { uri: client.uri('draft.md') };
    const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument, position: positionOf(DRAFT, '21') });
    const { kind, value } = hoverText(hover);
    assert.equal(kind, 'plaintext');
    assert.doesNotMatch(value, /\*\*|&#/);
    await client.open('notes/new.md', '## ');
    const completed = await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri: client.uri('notes/new.md') },
      position: { line: 0, character: 3 },
    });
    const items = (Array.isArray(completed) ? completed : []) as CompletionItem[];
    assert.deepEqual(
      items.map(({ label, insertTextFormat }) => [label, insertTextFormat]),
      [['New source', undefined]],
    );
    assert.doesNotMatch(items[0]?.textEdit?.newText ?? '', /\$/);
    const start = positionOf(DRAFT, '21');
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument,
      range: { start, end: start },
      context: { diagnostics: [] },
    });
    const edits = (found as CodeAction[]).map(({ edit }) => edit);
    assert.ok(edits.length > 0);
    assert.ok(edits.every(edit => edit?.changes && !edit.documentChanges));
  });

  it('a configuration that does not exist is made with the edit', async () => {
    const { '.backdraft.yaml': _, ...files } = FILES;
    client = await Client.start({ files, capabilities: VSCODE });
    await client.open('draft.md', DRAFT);
    const diagnostic = (await client.diagnostics('draft.md')).find(({ code }) => code === OBSOLETE);
    assert.ok(diagnostic);
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: client.uri('draft.md') },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic] },
    });
    const story = (found as CodeAction[]).find(({ title }) => /off in this Story/.test(title));
    const [create, edit] = story?.edit?.documentChanges ?? [];
    assert.ok(create && 'kind' in create && create.kind === 'create' && create.uri === client.uri('.backdraft.yaml'));
    assert.ok(edit && 'edits' in edit && /obsolete-tlp: off/.test((edit.edits[0] as TextEdit).newText));
  });
});

/** The draft after an edit of it. */
function apply(text: string, edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges ?? [];
  const edits = changes.flatMap(change =>
    'edits' in change && change.textDocument.uri.endsWith('/draft.md') ? (change.edits as TextEdit[]) : [],
  );
  const starts = [0];
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1);
  const offset = ({ line, character }: TextEdit['range']['start']): number => (starts[line] ?? text.length) + character;
  return edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .sort((a, b) => b.start - a.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
