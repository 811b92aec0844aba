// Owns: the commands of the Claims view: grouping and filtering.
// Must not know: what claims are.
import { commands, l10n, type QuickPickItem, window } from 'vscode';
import type { ClaimVerdict, ListedSourceItem } from '../../../server/src/protocol.ts';
import type { ClaimsView, Grouping } from '../views/claims-view.ts';
import { VERDICTS, verdictName } from '../views/verdicts.ts';

export async function groupClaims(view: ClaimsView): Promise<void> {
  const choices: (QuickPickItem & { readonly grouping: Grouping })[] = [
    { grouping: 'verdict', label: l10n.t('By verdict') },
    { grouping: 'section', label: l10n.t('By section') },
    { grouping: 'source', label: l10n.t('By source') },
  ];
  const choice = await window.showQuickPick(
    choices.map(item => ({ ...item, ...(item.grouping === view.grouping ? { description: l10n.t('now') } : {}) })),
    { title: l10n.t('Group Claims') },
  );
  if (choice) await view.groupBy(choice.grouping);
}

export async function filterClaimsByText(view: ClaimsView): Promise<void> {
  const words = await window.showInputBox({
    title: l10n.t('Filter Claims by Text'),
    prompt: l10n.t('Claims that hold these words'),
    value: view.filter.words ?? '',
  });
  if (words === undefined) return;
  const { words: _, ...rest } = view.filter;
  view.filterBy(words.trim() === '' ? rest : { ...rest, words: words.trim() });
}

export async function filterClaimsByVerdict(view: ClaimsView): Promise<void> {
  const count = (verdict: ClaimVerdict): number => (view.list?.claims ?? []).filter(claim => claim.verdict === verdict).length;
  const choices = VERDICTS.filter(verdict => count(verdict) > 0).map(verdict => ({
    verdict,
    label: verdictName(verdict),
    description: String(count(verdict)),
    picked: view.filter.verdicts?.includes(verdict) ?? true,
  }));
  const chosen = await window.showQuickPick(choices, { title: l10n.t('Filter Claims by Verdict'), canPickMany: true });
  if (!chosen) return;
  const { verdicts: _, ...rest } = view.filter;
  const all = chosen.length === 0 || chosen.length === choices.length;
  view.filterBy(all ? rest : { ...rest, verdicts: chosen.map(({ verdict }) => verdict) });
}

/** Shows in the Claims view what rests on a source of the Evidence view. */
export async function showClaimsOf(view: ClaimsView, { key, name }: ListedSourceItem): Promise<void> {
  view.filterBy({ source: { key, name } });
  await commands.executeCommand('backdraft.claims.focus');
}
