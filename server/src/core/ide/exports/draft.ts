// Owns: what a checked draft can be written out as, and what is to be said of that: what is left out, what to look at before publishing.
// Must not know: who asks, where it is written.
import type { CheckedDocument, Workspace } from '../../engine/types.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { gatherLedger } from '../ledger/gather.ts';
import { sourcesLeftOutWords } from './annotations.ts';
import { type BibliographyFormat, bibliographyOf } from './bibliography.ts';
import { claimReviewsOf, claimReviewWords } from './claim-review.ts';
import { cleanCopy, cleanCopyWords } from './clean.ts';

export interface DraftExport {
  readonly text: string;
  readonly remarks: readonly Phrase[];
  /** Nothing of the draft is in it. */
  readonly isEmpty: boolean;
}

/** Exports a draft; undefined for what is none. */
export function exportDraft(
  workspace: Workspace,
  checked: CheckedDocument,
  what: 'clean' | 'bibliography' | 'claimreview',
  format: BibliographyFormat = 'csl',
): DraftExport | undefined {
  const { view, story, role } = checked;
  if (!view || !story || role !== 'draft') return undefined;
  switch (what) {
    case 'clean': {
      const copy = cleanCopy(workspace, checked, view, story);
      return { text: copy.text, remarks: [...cleanCopyWords(copy), ...handlingWords(checked)], isEmpty: false };
    }
    case 'bibliography': {
      const { text, entries, leftOut } = bibliographyOf(workspace, view, story, format);
      return { text, remarks: sourcesLeftOutWords(leftOut), isEmpty: entries === 0 };
    }
    case 'claimreview': {
      const ledger = gatherLedger(workspace, checked);
      if (!ledger) return undefined;
      const reviews = claimReviewsOf(ledger, view);
      const remarks = [...claimReviewWords(reviews, ledger), ...handlingWords(checked)];
      return { text: reviews.text, remarks, isEmpty: reviews.reviews === 0 };
    }
  }
}

/** What is open on handling: whoever publishes must know. */
function handlingWords({ findings }: CheckedDocument): readonly Phrase[] {
  const open = findings.filter(({ rule }) => rule.startsWith('handling/')).length;
  if (open === 0) return [];
  return [
    open === 1
      ? phrase`1 finding on handling open in this draft. Look at it before you publish.`
      : phrase`${open} findings on handling open in this draft. Look at them before you publish.`,
  ];
}
