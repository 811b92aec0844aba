// Owns: the commands that save what a draft is published as: a clean copy, a bibliography, claim reviews.
// Must not know: what stands in them; they are made by the server.
import { commands, l10n, type QuickPickItem, type Uri, window } from 'vscode';
import { EXPORT_DRAFT_REQUEST, type ExportDraftParams, type ExportDraftResult } from '../../../server/src/protocol.ts';
import type { Session } from '../extension.shared.ts';
import { type Saving, saveAs } from '../save.ts';

type Form = Omit<Saving, 'text' | 'isOutside'> & Pick<ExportDraftParams, 'format'> & { readonly saved: string };

/** Saves an export of the draft that is being written; says what is left out of it, and what to look at. */
export async function exportDraft({ client, states }: Session, what: ExportDraftParams['what']): Promise<void> {
  // What was just opened may not be known as a draft yet; a box for comments stands for its draft.
  const active = window.activeTextEditor?.document.uri;
  const draft = active && active.scheme !== 'comment' ? active : states.draft;
  if (!draft) {
    void window.showInformationMessage(l10n.t('Open a draft first: it is what is exported.'));
    return;
  }
  const form = await formOf(what, draft);
  if (!form) return;
  const { format, saved, ...rest } = form;
  const params: ExportDraftParams = { uri: draft.toString(), what, ...(format ? { format } : {}) };
  const made = await client.sendRequest<ExportDraftResult | null>(EXPORT_DRAFT_REQUEST, params);
  if (!made || made.isEmpty) {
    void window.showInformationMessage([l10n.t('There is nothing to export.'), ...(made?.remarks ?? [])].join(' '));
    return;
  }
  const target = await saveAs(draft, { ...rest, text: made.text, isOutside: true });
  if (!target) return;
  const open = l10n.t('Open');
  const said = [saved, ...made.remarks].join(' ');
  const choice = await (made.remarks.length > 0 ? window.showWarningMessage(said, open) : window.showInformationMessage(said, open));
  if (choice === open) await commands.executeCommand('vscode.open', target);
}

async function formOf(what: ExportDraftParams['what'], draft: Uri): Promise<Form | undefined> {
  switch (what) {
    case 'clean': {
      const extension = /\.([a-z0-9]+)$/i.exec(draft.path)?.[1] ?? 'md';
      const kind = extension === 'md' ? 'Markdown' : l10n.t('Text');
      return { title: l10n.t('Save a clean copy'), kind, extension, infix: 'clean', saved: l10n.t('The clean copy is saved.') };
    }
    case 'bibliography':
      return pickBibliography();
    case 'claimreview':
      return {
        title: l10n.t('Save claim reviews'),
        kind: 'JSON-LD',
        extension: 'json',
        infix: 'claimreview',
        saved: l10n.t('The claim reviews are saved.'),
      };
  }
}

async function pickBibliography(): Promise<Form | undefined> {
  const title = l10n.t('Save the bibliography');
  const saved = l10n.t('The bibliography is saved.');
  const forms: readonly (QuickPickItem & { readonly form: Form })[] = [
    { label: 'CSL-JSON', form: { title, kind: 'CSL-JSON', extension: 'json', infix: 'cited', format: 'csl', saved } },
    { label: 'BibLaTeX', form: { title, kind: 'BibLaTeX', extension: 'bib', infix: 'cited', format: 'bibtex', saved } },
  ];
  return (await window.showQuickPick(forms, { placeHolder: l10n.t('Export the bibliography as') }))?.form;
}
