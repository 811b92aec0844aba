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

const FILES: Readonly<Record<LedgerFileParams['format'], string>> = { html: 'HTML', md: 'Markdown', csv: 'CSV', json: 'JSON' };

/** What the page tells. It is our own script, yet nothing of it is taken on trust. */
type Told =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly version: number; readonly target: number }
  | { readonly type: 'export'; readonly format: string }
  | { readonly type: 'audience'; readonly tlp: string; readonly includeAbove: boolean; readonly includeUnmarked: boolean };

/** One panel; made when it is first asked for. */
export class LedgerPanel implements Disposable {
  readonly #session: Session;
  readonly #listener: Disposable;
  #panel: WebviewPanel | undefined;
  #draft: Uri | undefined;
  /** The draft whose ledger was asked for last. */
  #asked: string | undefined;
  #view: LedgerView | undefined;
  #version = 0;
  /** For whom the ledger of this draft is shown; every draft begins with its own mark. */
  #audience: Audience = {};
  /** A request is under way; `again` when something has changed meanwhile. */
  #asking: 'no' | 'once' | 'again' = 'no';

  constructor(session: Session) {
    this.#session = session;
    this.#listener = session.states.onDidChange(() => void this.#refresh());
  }

  /** What the panel shows, for those who look on. */
  get shown(): { readonly draft: string; readonly body: string; readonly version: number; readonly audience: Audience } | undefined {
    return this.#panel && this.#draft && this.#view
      ? { draft: this.#draft.toString(), body: this.#view.body, version: this.#version, audience: this.#audience }
      : undefined;
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
      this.#draft = undefined;
      this.#view = undefined;
    });
    panel.webview.onDidReceiveMessage((told: Told) => void this.take(told));
  }

  /** Does what the page asks for. */
  async take(told: Told): Promise<void> {
    if (told.type === 'ready') this.#send();
    else if (told.type === 'audience') {
      const tlp = LEVELS.find(level => level === told.tlp);
      const includeUnmarked = tlp !== undefined && told.includeUnmarked === true;
      this.#audience = { ...(tlp ? { tlp } : {}), includeAbove: told.includeAbove === true, includeUnmarked };
      await this.#refresh();
    } else if (told.type === 'reveal') {
      const place = told.version === this.#version ? this.#view?.places[told.target] : undefined;
      if (place) await reveal(place);
    } else if (told.type === 'export') {
      const format = (Object.keys(FILES) as LedgerFileParams['format'][]).find(known => known === told.format);
      if (format) await this.#export(format);
    }
  }

  async #refresh(): Promise<void> {
    const { draft } = this.#session.states;
    if (!this.#panel || !draft) return;
    if (this.#asking !== 'no') {
      this.#asking = 'again';
      return;
    }
    this.#asking = 'once';
    // What one draft may show says nothing of another.
    if (this.#asked !== draft.toString()) this.#audience = {};
    this.#asked = draft.toString();
    try {
      const params: LedgerParams = { uri: draft.toString(), ...this.#audience };
      const view = await this.#session.client.sendRequest<LedgerView | null>(LEDGER_VIEW_REQUEST, params);
      if (view) this.#show(draft, view);
    } catch (error) {
      // The text has changed meanwhile: the next check asks again.
      this.#session.output.debug(`Ledger: ${String(error)}`);
    } finally {
      const again = (this.#asking as string) === 'again';
      this.#asking = 'no';
      if (again) void this.#refresh();
    }
  }

  #show(draft: Uri, view: LedgerView): void {
    const panel = this.#panel;
    if (!panel) return;
    const isFirst = this.#view === undefined;
    if (this.#draft?.toString() === draft.toString() && this.#view?.body === view.body) return;
    this.#draft = draft;
    this.#view = view;
    this.#version++;
    panel.title = l10n.t('Ledger: {0}', draft.path.slice(draft.path.lastIndexOf('/') + 1));
    if (isFirst) {
      const script = panel.webview.asWebviewUri(Uri.joinPath(this.#session.context.extensionUri, 'dist', 'ledger-view.js')).toString();
      panel.webview.html = ledgerPage(view.style, script);
    } else this.#send();
  }

  #send(): void {
    const { tlp = '', includeAbove = false, includeUnmarked = false } = this.#audience;
    const audience = { tlp, includeAbove, includeUnmarked };
    if (this.#view) void this.#panel?.webview.postMessage({ body: this.#view.body, version: this.#version, audience });
  }

  async #export(format: LedgerFileParams['format']): Promise<void> {
    const draft = this.#draft;
    if (!draft) return;
    const params: LedgerFileParams = { uri: draft.toString(), ...this.#audience, format };
    const text = await this.#session.client.sendRequest<string | null>(LEDGER_FILE_REQUEST, params);
    if (text === null) return;
    const target = await saveAs(draft, { text, title: l10n.t('Save the ledger'), kind: FILES[format], extension: format, infix: 'ledger' });
    if (!target) return;
    const open = l10n.t('Open');
    if ((await window.showInformationMessage(l10n.t('The ledger is saved.'), open)) === open)
      await commands.executeCommand('vscode.open', target);
  }
}

/** Shows a place in the editor that has its file open already, else beside the panel. */
async function reveal({ uri, range }: ProtocolPlace): Promise<void> {
  const target = Uri.parse(uri);
  const editor = window.visibleTextEditors.find(({ document }) => document.uri.toString() === target.toString());
  await window.showTextDocument(target, { viewColumn: editor?.viewColumn ?? ViewColumn.One, selection: toRange(range) });
}
