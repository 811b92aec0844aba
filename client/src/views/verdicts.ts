// Owns: words, icons and colours of the verdicts on claims.
// Must not know: how verdicts are reached; where they are shown.
import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { ClaimVerdict, ListedClaimItem } from '../../../server/src/protocol.ts';

/** In the order of lists: what needs the writer comes first. */
export const VERDICTS: readonly ClaimVerdict[] = [
  'contradicted',
  'miscited',
  'unsupported',
  'uncited',
  'partial',
  'unchecked',
  'attributed',
  'supported',
];

/** What a verdict says, as a heading over claims. */
export function verdictName(verdict: ClaimVerdict): string {
  switch (verdict) {
    case 'contradicted':
      return l10n.t('The notes say otherwise');
    case 'miscited':
      return l10n.t('Not in the cited source');
    case 'unsupported':
      return l10n.t('Not found in the notes');
    case 'uncited':
      return l10n.t('In the notes, but not cited');
    case 'partial':
      return l10n.t('Supported in part');
    case 'unchecked':
      return l10n.t('Not checked');
    case 'attributed':
      return l10n.t('Source named in the text');
    case 'supported':
      return l10n.t('Supported by the notes');
    case 'not-a-claim':
      return l10n.t('Not a claim');
  }
}

/** Why a claim could not be checked. */
export function reasonText(reason: NonNullable<ListedClaimItem['reason']>): string {
  switch (reason) {
    case 'indexing':
      return l10n.t('the notes are still being read');
    case 'other-language':
      return l10n.t('the best source is in another language');
    case 'no-text':
      return l10n.t('the source has no text here');
    case 'too-large':
      return l10n.t('the source is too large');
    case 'off':
      return l10n.t('checking is off here');
  }
}

/** Shapes differ as colours do: neither alone carries the meaning. */
const ICONS: Readonly<Record<ClaimVerdict, readonly [icon: string, colour: string]>> = {
  contradicted: ['error', 'backdraft.claimContradicted'],
  miscited: ['warning', 'backdraft.claimUnsupported'],
  unsupported: ['question', 'backdraft.claimUnsupported'],
  uncited: ['info', 'backdraft.claimUncited'],
  partial: ['circle-large-outline', 'backdraft.claimUncited'],
  unchecked: ['circle-slash', 'backdraft.claimUnchecked'],
  attributed: ['person', 'backdraft.claimAttributed'],
  supported: ['pass', 'backdraft.claimSupported'],
  'not-a-claim': ['circle-small', 'backdraft.claimUnchecked'],
};

export function verdictIcon(verdict: ClaimVerdict): ThemeIcon {
  const [icon, colour] = ICONS[verdict];
  return new ThemeIcon(icon, new ThemeColor(colour));
}
