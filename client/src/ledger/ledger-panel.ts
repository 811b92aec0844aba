// Owns: the panel with the ledger of the draft that is being written: it follows the draft, and saves the ledger to files.
// Must not know: what stands in a ledger; its page is made by the server.
import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import {
  LEDGER_FILE_REQUEST,
  LEDGER_VIEW_REQUEST,
  type LedgerFileParams,
  type LedgerParams,
  type LedgerView,
  type ProtocolPlace,
} from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { toRange } from '../places.ts';
import { saveAs } from '../save.ts';
import { LEVELS, ledgerPage } from './page.ts';

type Audience = Omit<LedgerParams, 'uri'>;

/** A draft, and for whom its ledger is. */
interface Wanted {
  readonly draft: Uri;
  readonly audience: Audience;
}

const FILES: Readonly<Record<LedgerFileParams['format'], string>> = { html: 'HTML', md: 'Markdown', csv: 'CSV', json: 'JSON' };

/** What the page tells. It is our own script, yet nothing of it is taken on trust. */
type Told =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly version: number; readonly target: number }
  | { readonly type: 'export'; readonly format: string }
  | {
      readonly type: 'audience';
      readonly version: number;
      readonly tlp: string;
      readonly includeAbove: boolean;
      readonly includeUnmarked: boolean;
    };

/** One panel; made when it is first asked for. */
export class LedgerPanel implements Disposable {
  readonly #session: Session;
  readonly #listener: Disposable;
  #panel: WebviewPanel | undefined;
  /** What is to be shown; every draft begins with its own mark. */
  #wanted: Wanted | undefined;
  /** What the page has. */
  #page: (Wanted & { readonly view: LedgerView }) | undefined;
  #version = 0;
  /** The first version of the draft that the page has. */
  #since = 0;
  /** A request is under way; `again` when something has changed meanwhile. */
  #asking: 'no' | 'once' | 'again' = 'no';

  constructor(session: Session) {
    this.#session = session;
    this.#listener = session.states.onDidChange(() => void this.#refresh());
  }

  /** What the panel shows, for those who look on. */
  get shown(): { readonly draft: string; readonly body: string; readonly version: number; readonly audience: Audience } | undefined {
    if (!this.#page) return undefined;
    const { draft, view, audience } = this.#page;
    return { draft: draft.toString(), body: view.body, version: this.#version, audience };
  }

  /** Opens the panel beside the draft, or brings it to the front. */
  async open(): Promise<void> {
    if (!this.#session.states.draft) {
      void window.showInformationMessage(l10n.t('Open a draft first: the ledger shows what its claims rest on.'));
      return;
    }
    if (this.#panel) this.#panel.reveal(undefined, true);
    else this.#create();
    await this.#refresh();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#panel?.dispose();
  }

  #create(): void {
    const { extensionUri } = this.#session.context;
    const panel = window.createWebviewPanel(
      'backdraft.ledger',
      l10n.t('Ledger'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] },
    );
    this.#panel = panel;
    panel.onDidDispose(() => {
      this.#panel = undefined;
      this.#page = undefined;
    });
    panel.webview.onDidReceiveMessage((told: Told) => void this.take(told));
  }

  /** Does what the page asks for. */
  async take(told: Told): Promise<void> {
    if (told.type === 'ready') this.#send();
    else if (told.type === 'audience') {
      // A choice for a draft that has gone from the page, or is going, is none for the next one.
      if (!this.#page || told.version < this.#since || !isSame(this.#page.draft, this.#wanted?.draft)) return;
      const tlp = LEVELS.find(level => level === told.tlp);
      const includeUnmarked = tlp !== undefined && told.includeUnmarked === true;
      const audience = { ...(tlp ? { tlp } : {}), includeAbove: told.includeAbove === true, includeUnmarked };
      this.#wanted = { draft: this.#page.draft, audience };
      await this.#refresh();
    } else if (told.type === 'reveal') {
      const place = told.version === this.#version ? this.#page?.view.places[told.target] : undefined;
      if (place) await reveal(place);
    } else if (told.type === 'export') {
      const format = (Object.keys(FILES) as LedgerFileParams['format'][]).find(known => known === told.format);
      if (format) await this.#export(format);
    }
  }

  async #refresh(): Promise<void> {
    const { draft } = this.#session.states;
    if (!this.#panel || !draft) return;
    // What one draft may show says nothing of another.
    if (!isSame(draft, this.#wanted?.draft)) this.#wanted = { draft, audience: {} };
    if (this.#asking !== 'no') {
      this.#asking = 'again';
      return;
    }
    this.#asking = 'once';
    const wanted = this.#wanted as Wanted;
    try {
      const params: LedgerParams = { uri: wanted.draft.toString(), ...wanted.audience };
      const view = await this.#session.client.sendRequest<LedgerView | null>(LEDGER_VIEW_REQUEST, params);
      // What was asked for before another draft or level was chosen comes too late.
      if (view && wanted === this.#wanted) this.#show({ ...wanted, view });
    } catch (error) {
      // The text has changed meanwhile: the next check asks again.
      this.#session.output.debug(`Ledger: ${String(error)}`);
    } finally {
      const again = (this.#asking as string) === 'again';
      this.#asking = 'no';
      if (again) void this.#refresh();
    }
  }

  #show(now: Wanted & { readonly view: LedgerView }): void {
    const panel = this.#panel;
    if (!panel) return;
    const before = this.#page;
    const { draft, view } = now;
    this.#page = now;
    const isOther = !isSame(draft, before?.draft);
    if (!isOther && before?.view.body === view.body) return;
    this.#version++;
    if (isOther) this.#since = this.#version;
    panel.title = l10n.t('Ledger: {0}', draft.path.slice(draft.path.lastIndexOf('/') + 1));
    if (before) {
      this.#send();
      return;
    }
    const script = panel.webview.asWebviewUri(Uri.joinPath(this.#session.context.extensionUri, 'dist', 'ledger-view.js')).toString();
    panel.webview.html = ledgerPage(view.style, script);
  }

  #send(): void {
    if (!this.#page) return;
    const { tlp = '', includeAbove = false, includeUnmarked = false } = this.#page.audience;
    const audience = { tlp, includeAbove, includeUnmarked };
    void this.#panel?.webview.postMessage({ body: this.#page.view.body, version: this.#version, audience });
  }

  /** Saves what the page has; says why where that fails. */
  async #export(format: LedgerFileParams['format']): Promise<void> {
    if (!this.#page) return;
    const { draft, audience } = this.#page;
    const params: LedgerFileParams = { uri: draft.toString(), ...audience, format };
    let target: Uri | undefined;
    try {
      const text = await this.#session.client.sendRequest<string | null>(LEDGER_FILE_REQUEST, params);
      if (text === null) {
        void window.showWarningMessage(l10n.t('The ledger was not saved: this file is not checked as a draft any more.'));
        return;
      }
      target = await saveAs(draft, { text, title: l10n.t('Save the ledger'), kind: FILES[format], extension: format, infix: 'ledger' });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(l10n.t('The ledger was not saved: {0}', why));
    }
    if (!target) return;
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(l10n.t('The ledger is saved.'), open)) === open)
      await commands.executeCommand('vscode.open', target);
  }
}

function isSame(one: Uri, other: Uri | undefined): boolean {
  return one.toString() === other?.toString();
}

/** Shows a place in the editor that has its file open already, else beside the panel. */
async function reveal({ uri, range }: ProtocolPlace): Promise<void> {
  const target = Uri.parse(uri);
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  await window.showTextDocument(target, { viewColumn: editor?.viewColumn ?? ViewColumn.One, selection: toRange(range) });
}
