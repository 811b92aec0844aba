// Owns: the item in the status bar that sums up the open draft.
// Must not know: how findings come about.
import { type Disposable, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { DocumentStatus } from '../../server/src/protocol.ts';

/** Shows what the last check of the active document came to; hidden where there is nothing to say. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem('backdraft.status', StatusBarAlignment.Right, 95);
  readonly #known = new Map<string, DocumentStatus>();
  readonly #listener = window.onDidChangeActiveTextEditor(() => this.#show());

  constructor() {
    this.#item.name = 'Backdraft';
  }

  /** Takes the newest state of a document. */
  update(status: DocumentStatus): void {
    this.#known.set(status.uri, status);
    this.#show();
  }

  /** Forgets everything, for a server that starts again. */
  clear(): void {
    this.#known.clear();
    this.#show();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : this.#known.get(uri);
    if (!status || status.role === 'off') {
      this.#item.hide();
      return;
    }
    const { text, label } = summary(status);
    this.#item.text = text;
    this.#item.accessibilityInformation = { label: `Backdraft: ${label}` };
    this.#item.tooltip = tooltip(status, label);
    this.#item.command = status.dormant && status.role === 'draft' ? 'backdraft.setUpStory' : 'workbench.actions.view.problems';
    this.#item.show();
  }
}

function summary({ findings, claims, dormant, indexing, role }: DocumentStatus): { readonly text: string; readonly label: string } {
  if (indexing) return { text: '$(sync~spin) Backdraft', label: 'reading the notes' };
  const parts = [
    { count: findings.error, icon: 'error', word: 'error' },
    { count: findings.warning, icon: 'warning', word: 'warning' },
    { count: findings.info + findings.hint, icon: 'info', word: 'remark' },
  ].filter(part => part.count > 0);
  const label = [
    parts.length === 0 ? 'no findings' : parts.map(part => `${part.count} ${part.word}${part.count === 1 ? '' : 's'}`).join(', '),
    ...(claims.total > 0 ? [`${claims.supported} of ${claims.total} claims supported`] : []),
    ...(dormant && role === 'draft' ? ['no notes here yet'] : []),
  ].join('; ');
  const text = parts.length === 0 ? '$(pass) Backdraft' : `Backdraft ${parts.map(part => `$(${part.icon}) ${part.count}`).join(' ')}`;
  return { text, label };
}

function tooltip({ dormant, role, unchecked }: DocumentStatus, label: string): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`Backdraft: ${label}`);
  for (const reason of unchecked) text.appendMarkdown('\n\n').appendText(`Not checked: ${reason}`);
  if (dormant && role === 'draft')
    text.appendMarkdown('\n\n').appendText('Claims are checked once there are notes. Click to set up this folder as a story.');
  return text;
}
