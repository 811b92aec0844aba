// Owns: annotations in the real VS Code: threads, verdicts, undo, hostile bodies, renames.
// Must not know: how passages are found.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { safeBody } from '../../../client/src/annotations/markdown.ts';
import type { Views } from '../../../client/src/extension.shared.ts';
import type { WireAnnotation } from '../../../server/src/protocol.ts';
import { HOSTILE } from '../../support/hostile-bodies.ts';
import { action, answering, EXTENSION, fileUri, finding, noFinding, openFile, until } from '../helpers.ts';

const CLAIM = 'Kestria has given network equipment to nine other governments since 2020.';
const DRAFT = `# Gifts\n\nThe port has twelve routers.\n\n${CLAIM}\n`;

describe('annotations', () => {
  const uri = (): vscode.Uri => fileUri('story', 'annotated.md');
  const sidecar = (): vscode.Uri => fileUri('story', 'annotated.md.annotations.jsonl');
  let own: Views | undefined;
  const views = (): Views => {
    assert.ok(own, 'the extension hands out its views');
    return own;
  };
  const all = (): readonly WireAnnotation[] => views().annotations.of(uri())?.annotations ?? [];
  const rangeOf = (document: vscode.TextDocument, words: string): vscode.Range => {
    const at = document.getText().indexOf(words);
    return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
  };

  before(async function () {
    this.timeout(120_000);
    await vscode.workspace.fs.writeFile(uri(), new TextEncoder().encode(DRAFT));
    await openFile('story', 'annotated.md');
    own = await vscode.extensions.getExtension<Views>(EXTENSION)?.activate();
    await until('annotations of the draft', () => (views().annotations.of(uri())?.annotatable ? true : undefined), 110_000);
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const one of [uri(), sidecar()]) await vscode.workspace.fs.delete(one).then(undefined, () => undefined);
  });

  it('a verdict at the cursor settles the claim; its change expires it, and undo brings it back', async () => {
    const editor = await openFile('story', 'annotated.md');
    await finding(uri(), 'claims/unsupported');
    const { start } = rangeOf(editor.document, 'network');
    await vscode.commands.executeCommand('backdraft.annotations.verdict', uri().toString(), { start, end: start }, 'verified');
    const [one] = await until('verdict', () => (all().length > 0 ? all() : undefined));
    assert.equal(one?.verdict, 'verified');
    await noFinding(uri(), 'claims/unsupported');
    await editor.edit(edit => edit.replace(rangeOf(editor.document, 'nine'), 'ninety'));
    await finding(uri(), 'annotations/expired-verdict');
    await vscode.commands.executeCommand('undo');
    await noFinding(uri(), 'annotations/expired-verdict');
    await until('the verdict to stand', () => (all()[0]?.expired === false ? true : undefined));
  });

  it('the claim under the cursor takes a verdict from the keyboard and is assigned; the panel can filter by what was said', async () => {
    const editor = await openFile('story', 'annotated.md');
    const place = rangeOf(editor.document, 'network');
    const given = await action(uri(), place, /^Give a verdict on this claim/);
    assert.equal(given.command?.command, 'backdraft.annotations.verdict');
    const range = given.command?.arguments?.[1];
    const sources = views().annotations.of(uri())?.sources ?? [];
    const evidence = sources.slice(0, 1);
    assert.ok(evidence.length > 0);
    await views().annotations.change(uri(), {
      kind: 'add',
      range,
      verdict: 'disputed',
      evidence,
      assignee: 'Grace',
      body: 'I *doubt* it.',
    });
    const one = await until('verdict', () => all().find(({ verdict }) => verdict === 'disputed'));
    const thread = views().annotations.thread(uri(), one.id);
    assert.match(thread?.label ?? '', /Disputed · for Grace/);
    const [first] = thread?.comments ?? [];
    const body = typeof first?.body === 'string' ? first.body : (first?.body.value ?? '');
    for (const words of ['Disputed', 'rests on', evidence[0] ?? '', 'for Grace', 'I *doubt* it.']) assert.ok(body.includes(words), body);
    await vscode.commands.executeCommand('backdraft.annotations.show', uri().toString(), one.id);
    assert.equal(thread?.collapsibleState, vscode.CommentThreadCollapsibleState.Expanded);
    const lenses = await until('lens', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri(), 100);
      const said = found.filter(({ command }) => command?.command === 'backdraft.annotations.show');
      return said.length > 0 ? said : undefined;
    });
    assert.ok(lenses.some(({ command }) => /^Disputed by .*, for Grace$|^Disputed, .*for Grace$/.test(command?.title ?? '')));
    await views().annotations.change(uri(), { kind: 'delete', id: one.id });
    await until('end of the dispute', () => (all().some(({ id }) => id === one.id) ? undefined : true));
  });

  it('a passage that is deleted orphans its annotation, and undo attaches it again', async () => {
    const editor = await openFile('story', 'annotated.md');
    const { start, end } = rangeOf(editor.document, 'The port has twelve routers.');
    const range = { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
    await views().annotations.change(uri(), { kind: 'add', range, body: 'Who counted?' });
    const ours = (): WireAnnotation | undefined => all().find(({ body }) => body === 'Who counted?');
    assert.deepEqual(ours()?.range?.start, { line: 2, character: 0 });
    await editor.edit(edit => edit.delete(rangeOf(editor.document, 'The port has twelve routers.')));
    await until('orphan', () => (ours()?.lastText === 'The port has twelve routers.' ? true : undefined));
    await vscode.commands.executeCommand('undo');
    await until('passage', () => (ours()?.range ? true : undefined));
    assert.deepEqual(ours()?.range?.start, { line: 2, character: 0 });
  });

  it('undo brings back a passage that was cut before the draft was saved, on screen and with the next save in the sidecar', async () => {
    const editor = await openFile('story', 'annotated.md');
    const ours = (): WireAnnotation | undefined => all().find(({ body }) => body === 'Who counted?');
    const range = ours()?.range;
    assert.ok(range);
    const kept = async (): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar()));
    await editor.edit(edit => edit.delete(rangeOf(editor.document, ' twelve routers.')));
    assert.ok(await editor.document.save());
    await until('the cut passage in the sidecar', async () => ((await kept()).includes('"exact":"The port has"') ? true : undefined));
    await vscode.commands.executeCommand('undo');
    await until('the whole passage', () => (ours()?.range?.end.character === range.end.character ? true : undefined));
    assert.ok(await editor.document.save());
    await until('the whole passage in the sidecar', async () =>
      (await kept()).includes('"exact":"The port has twelve routers."') ? true : undefined,
    );
  });

  it('an edit of a comment that another program has changed meanwhile stays below it as an answer, and it is said', async () => {
    await openFile('story', 'annotated.md');
    const ours = (): WireAnnotation | undefined => all().find(({ body }) => body.startsWith('Who counted'));
    const [comment] = views().annotations.thread(uri(), ours()?.id ?? '')?.comments ?? [];
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar()));
    await vscode.workspace.fs.writeFile(sidecar(), new TextEncoder().encode(text.replace('Who counted?', 'Who counted them?')));
    const said = await answering('showWarningMessage', undefined, () =>
      vscode.commands.executeCommand('backdraft.annotations.saveEdit', { ...comment, body: 'Counted by whom?' }),
    );
    assert.match(said.join(), /as an answer/);
    await until('both texts', () => (ours()?.body === 'Who counted them?' ? true : undefined));
    assert.deepEqual(
      ours()?.replies.map(({ body }) => body),
      ['Counted by whom?'],
    );
  });

  it('a sidecar goes where its draft goes', async () => {
    const moved = fileUri('story', 'renamed.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri(), moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    const there = moved.with({ path: `${moved.path}.annotations.jsonl` });
    await until('sidecar', () =>
      vscode.workspace.fs.stat(there).then(
        () => true,
        () => undefined,
      ),
    );
    const back = new vscode.WorkspaceEdit();
    back.renameFile(moved, uri());
    assert.ok(await vscode.workspace.applyEdit(back));
    await until('the sidecar to come back', () =>
      vscode.workspace.fs.stat(sidecar()).then(
        () => true,
        () => undefined,
      ),
    );
  });

  it('a draft and its sidecar that are moved together arrive together, with what was chosen beside them', async () => {
    const beside = fileUri('story', 'beside.txt');
    await vscode.workspace.fs.writeFile(beside, new TextEncoder().encode('Beside.\n'));
    const chosen = [uri(), sidecar(), beside];
    const folder = fileUri('story', 'moved-together');
    const there = (from: vscode.Uri): vscode.Uri => vscode.Uri.joinPath(folder, from.path.slice(from.path.lastIndexOf('/') + 1));
    const names = async (): Promise<readonly string[]> => (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name).sort();
    const edit = new vscode.WorkspaceEdit();
    for (const one of chosen) edit.renameFile(one, there(one));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual(await names(), ['annotated.md', 'annotated.md.annotations.jsonl', 'beside.txt']);
    const back = new vscode.WorkspaceEdit();
    for (const one of chosen) back.renameFile(there(one), one);
    assert.ok(await vscode.workspace.applyEdit(back));
    assert.deepEqual(await names(), []);
    for (const one of [folder, beside]) await vscode.workspace.fs.delete(one);
  });

  it('a draft that is moved to where annotations lie already leaves both sidecars as they are', async () => {
    const moved = fileUri('story', 'taken.md');
    const taken = moved.with({ path: `${moved.path}.annotations.jsonl` });
    const lying = new TextEncoder().encode('{"id":"urn:uuid:1","type":"Annotation","target":"taken.md"}\n');
    await vscode.workspace.fs.writeFile(taken, lying);
    const before = await vscode.workspace.fs.readFile(sidecar());
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri(), moved);
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.deepEqual([...(await vscode.workspace.fs.readFile(taken))], [...lying]);
    assert.deepEqual([...(await vscode.workspace.fs.readFile(sidecar()))], [...before]);
    const back = new vscode.WorkspaceEdit();
    back.renameFile(moved, uri());
    assert.ok(await vscode.workspace.applyEdit(back));
    await vscode.workspace.fs.delete(taken);
  });

  it('bodies of plain words stay as they are, for VS Code to look for what is filtered', () => {
    for (const body of ['As @pool has it: TLP:RED, see [[pool]] & a@example.org!', 'https://example.org <b>x</b> my_key \\ &#91;', ''])
      assert.equal(safeBody(body), body);
  });

  const markdown = (body: string): vscode.MarkdownString => {
    const shown = safeBody(body);
    assert.ok(typeof shown !== 'string', body);
    return shown;
  };

  it('Markdown keeps mentions and marks as they are written', () => {
    assert.equal(markdown('**so** `x`\n\n- one\n> two').value, '**so** `x`\n\n- one\n> two');
    assert.equal(markdown('*so* `a[0] <b> \\d`').value, '*so* `a[0] <b> \\d`');
    assert.equal(markdown('*As* @pool has it: TLP:RED, see [[pool-2]].').value, '*As* @pool has it: TLP:RED, see [[pool-2]].');
    assert.ok(markdown(`*${'x'.repeat(3_000_000)}`).value.length < 30_000);
  });

  // What VS Code makes of them, test/e2e/comments.test.mjs looks at.
  for (const body of HOSTILE)
    it(`nothing can come of ${JSON.stringify(body.slice(0, 40))}`, () => {
      const { value, isTrusted, supportHtml, supportThemeIcons } = markdown(`*x* ${body}`);
      assert.deepEqual([isTrusted, supportHtml, supportThemeIcons], [false, false, false]);
      // Code is code: test/core/annotations/harmless.test.ts holds another reader of Markdown to it.
      const meant = value.replace(/\\[!-/:-@[-`{-~]/g, '').replace(/^(`{3,})[\s\S]*?^\1$|`[^`\n]+`/gm, '');
      assert.doesNotMatch(meant.replace(/\[\[[\w-]+\]\](?![[(:])/g, ''), /[<[\]]|:\/\/|www\.|\S@|&#?\w+;/i);
    });
});
