// Owns: the commands of the palette and what they do in the editor.
// Must not know: rules beyond their ids.
import { commands, type Diagnostic, env, l10n, languages, type Position, Uri, window, workspace } from 'vscode';
import { CHECK_WORKSPACE_REQUEST, type CheckWorkspaceResult, type ProtocolPlace } from '../../server/src/protocol.ts';
import { citeEvidence, citeHere } from './commands/cite.ts';
import { filterClaimsByText, filterClaimsByVerdict, groupClaims, showClaimsOf } from './commands/claims-view.ts';
import { exportDraft } from './commands/export.ts';
import { newNoteForClaim, newSourceFromClipboard } from './commands/new-source.ts';
import { copyAddresses, markAsOpinion } from './commands/selection.ts';
import { setStrictness, toggleStrictness } from './commands/strictness.ts';
import { showUnchecked } from './commands/unchecked.ts';
import { walkClaims } from './commands/walk-claims.ts';
import type { Session } from './extension.shared.ts';
import type { LedgerPanel } from './ledger/ledger-panel.ts';
import { openPlace, showReferences } from './places.ts';
import { setUpStory } from './set-up-story.ts';
import type { ClaimsView } from './views/claims-view.ts';
import type { EvidenceNode } from './views/evidence-view.ts';

/** The server names it in code lenses. */
export const SHOW_REFERENCES = 'backdraft.showReferences';

/** Registers every command that package.json contributes. */
export function registerCommands(session: Session, claims: ClaimsView, ledger: LedgerPanel): void {
  const register = (name: string, run: (...args: readonly unknown[]) => unknown): void => {
    session.context.subscriptions.push(commands.registerCommand(name, run));
  };
  register('backdraft.checkWorkspace', () => checkWorkspace(session));
  register('backdraft.restart', () => session.restart());
  register('backdraft.openRulePage', (rule?: unknown) => openRulePage(session, rule));
  register('backdraft.showOutput', () => session.output.show());
  register('backdraft.setUpStory', () => setUpStory());
  register('backdraft.openWalkthrough', () =>
    commands.executeCommand('workbench.action.openWalkthrough', `${session.context.extension.id}#backdraft.start`, false),
  );
  register('backdraft.nextUnsupportedClaim', () => walkClaims(session, 'next'));
  register('backdraft.previousUnsupportedClaim', () => walkClaims(session, 'previous'));
  register('backdraft.citeEvidence', () => citeEvidence(session));
  register('backdraft.newSourceFromClipboard', () => newSourceFromClipboard(session));
  register('backdraft.newNoteForClaim', () => newNoteForClaim(session));
  register('backdraft.markAsOpinion', () => markAsOpinion(session));
  register('backdraft.copyDefanged', () => copyAddresses(session, 'defanged'));
  register('backdraft.copyRefanged', () => copyAddresses(session, 'refanged'));
  register('backdraft.setStrictness', () => setStrictness(session));
  register('backdraft.toggleStrictness', () => toggleStrictness(session));
  register('backdraft.openLedger', () => ledger.open());
  register('backdraft.exportCleanCopy', () => exportDraft(session, 'clean'));
  register('backdraft.exportBibliography', () => exportDraft(session, 'bibliography'));
  register('backdraft.exportClaimReview', () => exportDraft(session, 'claimreview'));
  register('backdraft.showUnchecked', () => showUnchecked(session));
  register('backdraft.claims.group', () => groupClaims(claims));
  register('backdraft.claims.filterByText', () => filterClaimsByText(claims));
  register('backdraft.claims.filterByVerdict', () => filterClaimsByVerdict(claims));
  register('backdraft.claims.clearFilter', () => claims.filterBy({}));
  register('backdraft.evidence.cite', node => ofSource(node, ({ key }) => citeHere(session, key)));
  register('backdraft.evidence.copyKey', node => ofSource(node, ({ key }) => env.clipboard.writeText(key)));
  register('backdraft.evidence.showClaims', node => ofSource(node, source => showClaimsOf(claims, source)));
  register('backdraft.openPlace', place => openPlace(place as ProtocolPlace));
  register(SHOW_REFERENCES, (uri, position, places) =>
    showReferences(String(uri), position as Position, places as readonly ProtocolPlace[]),
  );
}

/** Runs an action of the Evidence view on the source that it was called for. */
function ofSource<T>(node: unknown, run: (source: Extract<EvidenceNode, { kind: 'source' }>['source']) => T): T | undefined {
  const { kind, ...rest } = (node ?? {}) as Partial<EvidenceNode>;
  return kind === 'source' && 'source' in rest && rest.source ? run(rest.source) : undefined;
}

async function checkWorkspace({ client }: Session): Promise<CheckWorkspaceResult> {
  const result = await client.sendRequest<CheckWorkspaceResult>(CHECK_WORKSPACE_REQUEST);
  const { error, warning, info, hint } = result.findings;
  const total = error + warning + info + hint;
  const found = total === 0 ? l10n.t('no findings') : l10n.t('{0} errors, {1} warnings, {2} remarks', error, warning, info + hint);
  const said = l10n.t('Backdraft checked the workspace ({0} files): {1}.', result.files, found);
  void window.showInformationMessage(said, ...(total > 0 ? [l10n.t('Show Problems')] : [])).then(choice => {
    if (choice) void commands.executeCommand('workbench.actions.view.problems');
  });
  return result;
}

/** Opens the page of a rule: the one named, else one of the findings under the cursor. */
async function openRulePage({ context }: Session, named: unknown): Promise<void> {
  const rule = typeof named === 'string' ? named : await ruleUnderCursor();
  if (rule === undefined) {
    void window.showInformationMessage(l10n.t('There is no finding of Backdraft under the cursor.'));
    return;
  }
  const page = Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
  try {
    await workspace.fs.stat(page);
  } catch {
    void window.showWarningMessage(l10n.t('There is no page about the rule {0}.', rule));
    return;
  }
  await commands.executeCommand('markdown.showPreview', page).then(undefined, () => window.showTextDocument(page));
}

async function ruleUnderCursor(): Promise<string | undefined> {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  const rules = languages
    .getDiagnostics(editor.document.uri)
    .filter(found => found.source === 'backdraft' && found.range.contains(editor.selection.active))
    .map(ruleOf)
    .filter(rule => rule !== undefined);
  const different = [...new Set(rules)];
  return different.length <= 1 ? different[0] : window.showQuickPick(different, { placeHolder: l10n.t('Which rule?') });
}

function ruleOf({ code }: Diagnostic): string | undefined {
  const id = typeof code === 'object' ? code.value : code;
  return id === undefined ? undefined : String(id);
}
