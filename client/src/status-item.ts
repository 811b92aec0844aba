// Owns: the item in the status bar that sums up the open draft.
// Must not know: how findings come about.
import { type Disposable, l10n, MarkdownString, StatusBarAlignment, type StatusBarItem, window } from 'vscode';
import type { DocumentStatus } from '../../server/src/protocol.ts';
import type { DocumentStates } from './document-states.ts';

/** Shows what the last check of the active document came to; hidden where there is nothing to say. */
export class StatusItem implements Disposable {
  readonly #item: StatusBarItem = window.createStatusBarItem('backdraft.status', StatusBarAlignment.Right, 95);
  readonly #states: DocumentStates;
  readonly #listener: Disposable;

  constructor(states: DocumentStates) {
    this.#item.name = 'Backdraft';
    this.#states = states;
    this.#listener = states.onDidChange(() => this.#show());
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const status = this.#states.active;
    if (!status || status.role === 'off') {
      this.#item.hide();
      return;
    }
    const label = labelOf(status);
    this.#item.text = textOf(status);
    this.#item.accessibilityInformation = { label: `Backdraft: ${label}` };
    this.#item.tooltip = tooltip(status, label);
    this.#item.command = commandOf(status);
    this.#item.show();
  }
}

/** In a draft without notes it offers to set them up; else it leads to the claims, in other files to the problems. */
function commandOf({ dormant, role }: DocumentStatus): string {
  if (role !== 'draft') return 'workbench.actions.view.problems';
  return dormant ? 'backdraft.setUpStory' : 'backdraft.claims.focus';
}

function textOf({ findings, claims, indexing, checking }: DocumentStatus): string {
  if (indexing || checking) return '$(sync~spin) Backdraft';
  const counts = [
    { count: findings.error, icon: 'error' },
    { count: findings.warning, icon: 'warning' },
    { count: findings.info + findings.hint, icon: 'info' },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, icon }) => `$(${icon}) ${count}`);
  const share = claims.total > 0 ? [`$(pass) ${claims.supported}/${claims.total}`] : [];
  if (counts.length === 0 && share.length === 0) return '$(pass) Backdraft';
  return ['Backdraft', ...share, ...counts].join(' ');
}

/** All of it in words, for tooltip and screen readers. */
function labelOf({ findings, claims, dormant, indexing, checking, role, notesOf }: DocumentStatus): string {
  if (indexing) return l10n.t('reading the notes');
  if (checking) return l10n.t('checking the rest of this document');
  const { error, warning } = findings;
  const remarks = findings.info + findings.hint;
  const counts = [
    ...(error > 0 ? [error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)] : []),
    ...(warning > 0 ? [warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)] : []),
    ...(remarks > 0 ? [remarks === 1 ? l10n.t('1 remark') : l10n.t('{0} remarks', remarks)] : []),
  ];
  return [
    counts.length === 0 ? l10n.t('no findings') : counts.join(', '),
    ...(claims.total > 0 ? [l10n.t('{0} of {1} claims supported', claims.supported, claims.total)] : []),
    ...(notesOf === undefined ? [] : [l10n.t('not saved yet, checked against the notes of {0}', notesOf)]),
    ...(dormant && role === 'draft' ? [l10n.t('no notes here yet')] : []),
  ].join('; ');
}

function tooltip({ dormant, role, unchecked }: DocumentStatus, label: string): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`Backdraft: ${label}`);
  for (const reason of unchecked) text.appendMarkdown('\n\n').appendText(l10n.t('Not checked: {0}', reason));
  if (dormant && role === 'draft')
    text.appendMarkdown('\n\n').appendText(l10n.t('Claims are checked once there are notes. Click to set up this folder as a story.'));
  return text;
}
