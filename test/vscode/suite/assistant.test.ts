// Owns: language models in VS Code: a model and tools behind one gate and the writer's consent.
// Must not know: which words the gate lets through.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileUri, findings, openFile, until } from '../helpers.ts';

interface Model {
  readonly asked: string[];
  answer: string;
}

const NOTE = '## Pool report {#pool}\n- tlp: CLEAR\n\nLumenet gave 12 routers to the harbour office on 12 February 2026.\n';
const DRAFT = '---\ndate: 2026-03-02\n---\n\nLumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]\n';
const write = (text: string, ...names: readonly string[]): Thenable<void> =>
  vscode.workspace.fs.writeFile(fileUri('marked', ...names), new TextEncoder().encode(text));

/** A dialog as the writer saw it. VS Code shows none in tests: they are answered here. */
interface Dialog {
  readonly message: string;
  readonly detail: string;
}

describe('Language models', () => {
  const dialogs: Dialog[] = [];
  let answer: string | undefined;
  let model: Model;
  const original = {
    warn: vscode.window.showWarningMessage,
    inform: vscode.window.showInformationMessage,
    pick: vscode.window.showQuickPick,
  };

  before(async function () {
    this.timeout(90_000); // the first suite waits for VS Code to come up
    const extension = vscode.extensions.getExtension<Model>('backdraft-tests.model');
    assert.ok(extension, 'the model’s extension is there');
    model = await extension.activate();
    const say = async (message: string, options?: { readonly detail?: string }): Promise<string | undefined> => {
      dialogs.push({ message, detail: options?.detail ?? '' });
      return answer;
    };
    Object.assign(vscode.window, {
      showWarningMessage: say,
      showInformationMessage: say,
      showQuickPick: async (items: readonly { readonly label: string }[]) => items.find(({ label }) => label === 'Echo'),
    });
    await write(NOTE, 'notes', 'pool.md');
    await write(DRAFT, 'draft.md');
    const { document } = await openFile('marked', 'draft.md');
    await until('first finding', () => (findings(document.uri).length > 0 ? true : undefined), 80_000);
  });
  beforeEach(async () => {
    dialogs.length = 0;
    model.asked.length = 0;
    const editor = await openFile('marked', 'draft.md');
    editor.selection = new vscode.Selection(4, 10, 4, 10);
  });
  after(async () => {
    Object.assign(vscode.window, {
      showWarningMessage: original.warn,
      showInformationMessage: original.inform,
      showQuickPick: original.pick,
    });
    await allow(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(fileUri('marked'), { recursive: true });
  });

  const allow = async (value: boolean | undefined): Promise<void> => {
    await vscode.workspace.getConfiguration('backdraft').update('assistant.enabled', value, vscode.ConfigurationTarget.Global);
  };
  const opinion = (): Thenable<unknown> => vscode.commands.executeCommand('backdraft.secondOpinion');
  const tool = async (name: string, input: object): Promise<string> => {
    const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
    return content.map(part => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
  };

  it('are asked nothing by default', async () => {
    answer = 'Send';
    await opinion();
    assert.equal(model.asked.length, 0);
    assert.match(dialogs[0]?.message ?? '', /backdraft\.assistant\.enabled/);
  });

  it('give a second opinion, once the writer has seen the text and agreed', async () => {
    await allow(true);
    answer = 'Send';
    model.answer = 'CONTRADICTS\nThe notes have 12.';
    await until('the setting in the server', async () => {
      dialogs.length = 0;
      await opinion();
      return model.asked.length > 0 || undefined;
    });
    const [sent] = model.asked;
    assert.ok(sent && dialogs[0]?.detail.includes(sent), 'what was shown is what was sent');
    assert.match(dialogs[0]?.message ?? '', /Echo \(backdraft-tests\)/);
    assert.match(sent, /gave 21 routers[\s\S]*gave 12 routers/);
    assert.match(dialogs[1]?.message ?? '', /the answer of Echo .*not Backdraft/);
    assert.match(dialogs[1]?.detail ?? '', /CONTRADICTS/);
    assert.equal(vscode.window.activeTextEditor?.document.getText(), DRAFT, 'the draft is as it was');
  });

  it('are sent nothing when the writer declines', async () => {
    answer = undefined;
    await opinion();
    assert.equal(dialogs.length, 1);
    assert.equal(model.asked.length, 0);
  });

  it('are sent nothing of notes that lost their mark', async () => {
    answer = 'Send';
    await write(NOTE.replace('- tlp: CLEAR\n', ''), 'notes', 'pool.md');
    await until('refusal', async () => {
      dialogs.length = 0;
      model.asked.length = 0;
      await opinion();
      return dialogs[0]?.message.includes('No evidence may be handed out') || undefined;
    });
    assert.equal(model.asked.length, 0);
    await write(NOTE, 'notes', 'pool.md');
  });

  it('can call tools for claims, evidence and verdicts', async () => {
    await allow(true);
    answer = 'Hand Over';
    const names = await until('tools', () => {
      const ours = vscode.lm.tools.filter(({ name }) => name.startsWith('backdraft_')).map(({ name }) => name);
      return ours.length === 3 ? ours.sort() : undefined;
    });
    assert.deepEqual(names, ['backdraft_claims', 'backdraft_evidence', 'backdraft_verdict']);
    const claims = await until('claims', async () => {
      const said = await tool('backdraft_claims', {});
      // The mark of the notes came back just now: the server may still be reading them.
      return said.startsWith('{') && JSON.parse(said).claims[0].verdict === 'contradicted' ? said : undefined;
    });
    assert.ok(claims.includes('contradicted'));
    const verdict = await until('verdict with evidence', async () => {
      const said = await tool('backdraft_verdict', { claim: '1' });
      return said.includes('12 routers') ? said : undefined;
    });
    assert.equal(dialogs.at(-1)?.detail, verdict);
    answer = undefined;
    assert.match(await tool('backdraft_evidence', { claim: '1' }), /declined/);
  });

  it('are refused by the tools once the setting is off again', async () => {
    answer = 'Hand Over';
    await allow(false);
    await until('refusal', async () => {
      const said = await tool('backdraft_claims', {}).catch(error => String(error));
      return /assistant\.enabled|not found|was not contributed|Unknown tool|does not exist/i.test(said) || undefined;
    });
  });
});
