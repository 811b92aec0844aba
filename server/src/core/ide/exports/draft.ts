// Owns: what a checked draft can be written out as, and what is to be said of that: what is left out, what to look at before publishing.
// Must not know: who asks, where it is written.
import type { CheckedDocument, Workspace } from '../../engine/types.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { gatherLedger } from '../ledger/gather.ts';
import { type BibliographyFormat, bibliographyOf } from './bibliography.ts';
import { claimReviewsOf } from './claim-review.ts';
import { type CleanCopy, cleanCopy } from './clean.ts';

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
      return { text: copy.text, remarks: remarksOnCopy(copy, checked), isEmpty: false };
    }
    case 'bibliography': {
      const { text, entries, leftOut } = bibliographyOf(workspace, view, story, format);
      return { text, remarks: leftOutSources(leftOut), isEmpty: entries === 0 };
    }
    case 'claimreview': {
      const ledger = gatherLedger(workspace, checked);
      if (!ledger) return undefined;
      const { text, reviews, hasUrl } = claimReviewsOf(ledger, view);
      const remarks = [
        ...(reviews === 0 ? [phrase`no claim is verified or disputed by a person, so there is nothing to review.`] : []),
        ...(reviews > 0 && !hasUrl ? [phrase`search engines want the address of the page: set "url" in its front matter.`] : []),
      ];
      return { text, remarks, isEmpty: reviews === 0 };
    }
  }
}

/** Says how many Sources a draft may not name. */
export function leftOutSources(count: number): readonly Phrase[] {
  if (count === 0) return [];
  return [
    count === 1 ? phrase`1 source that this draft may not name left out.` : phrase`${count} sources that this draft may not name left out.`,
  ];
}

function remarksOnCopy({ names, citations }: CleanCopy, { findings }: CheckedDocument): readonly Phrase[] {
  const said: Phrase[] = [];
  if (names > 0) said.push(names === 1 ? phrase`1 protected name blacked out.` : phrase`${names} protected names blacked out.`);
  if (citations > 0)
    said.push(
      citations === 1
        ? phrase`1 citation of a source that this draft may not name left out.`
        : phrase`${citations} citations of sources that this draft may not name left out.`,
    );
  const open = findings.filter(({ rule }) => rule.startsWith('handling/')).length;
  if (open > 0)
    said.push(
      open === 1
        ? phrase`1 finding on handling open in this draft. Look at it before you publish.`
        : phrase`${open} findings on handling open in this draft. Look at them before you publish.`,
    );
  return said;
}
