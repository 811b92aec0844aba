// Owns: what the server last said of each open document, and which draft the views are about.
// Must not know: how it is shown.
import { commands, type Disposable, EventEmitter, type TextDocument, type Uri, window, workspace } from 'vscode';
import type { DocumentStatus } from '../../server/src/protocol.ts';

/** Changes within this time are shown together: a status follows every check. */
const TOGETHER = 120;

/** States of open documents. The context key `backdraft.activeRole` names the role of the one in the active editor. */
export class DocumentStates implements Disposable {
  readonly #known = new Map<string, DocumentStatus>();
  readonly #changed = new EventEmitter<void>();
  readonly #disposables: Disposable[];
  #draft: Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** A document was checked, or another one became active; calls in quick succession count as one. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#disposables = [
      this.#changed,
      window.onDidChangeActiveTextEditor(() => this.#follow()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#known.delete(uri.toString());
        if (this.#draft?.toString() === uri.toString()) this.#draft = undefined;
        this.#follow();
      }),
    ];
  }

  /** What is known of the document in the active editor. */
  get active(): DocumentStatus | undefined {
    return this.#known.get(this.#active?.toString() ?? '');
  }

  /** The document in the active editor. A box in which a comment is written stands for the draft that it is about. */
  get #active(): Uri | undefined {
    const uri = window.activeTextEditor?.document.uri;
    return uri?.scheme === 'comment' ? this.#draft : uri;
  }

  of(document: TextDocument | undefined): DocumentStatus | undefined {
    return document && this.#known.get(document.uri.toString());
  }

  /** The draft in the active editor, else the one that was there last and is still open: a look at a note leaves the views alone. */
  get draft(): Uri | undefined {
    return this.#draft;
  }

  /** Takes the newest state of a document. */
  update(status: DocumentStatus): void {
    this.#known.set(status.uri, status);
    this.#follow();
  }

  /** Forgets everything, for a server that starts again. */
  clear(): void {
    this.#known.clear();
    this.#follow();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #follow(): void {
    const { active } = this;
    if (active?.role === 'draft') this.#draft = this.#active;
    void commands.executeCommand('setContext', 'backdraft.activeRole', active?.role ?? 'none');
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire();
    }, TOGETHER);
  }
}
