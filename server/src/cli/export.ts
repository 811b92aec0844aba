// Owns: the command `export`: a clean copy, a bibliography, claim reviews, annotations; and saying what is left out.
// Must not know: what each of them holds.
import { bibliographyOf } from '../core/ide/exports/bibliography.ts';
import { claimReviewsOf } from '../core/ide/exports/claim-review.ts';
import { cleanCopy } from '../core/ide/exports/clean.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { count } from '../core/ide/ledger/words.ts';
import type { ExportArguments } from './arguments.ts';
import type { Terminal } from './check.ts';
import { checkOneDraft, deliver, type OneDraft } from './one-draft.ts';

/** Writes the export and answers the exit code: 0, or 2 for a usage or configuration error or a file that cannot be written. */
export async function runExport(words: ExportArguments, terminal: Terminal): Promise<number> {
  const draft = await checkOneDraft(words.path, terminal);
  const text = draft && textOf(draft, words, terminal);
  if (!draft || text === undefined) return 2;
  const code = deliver(text, words.output, terminal);
  return draft.broken ? 2 : code;
}

function textOf({ workspace, checked }: OneDraft, { what, format }: ExportArguments, terminal: Terminal): string | undefined {
  const { view, story, findings } = checked;
  if (!view || !story) return undefined;
  const tell = (words: string): void => terminal.error(`backdraft: ${words}\n`);
  switch (what) {
    case 'clean': {
      const copy = cleanCopy(workspace, checked, view, story);
      if (copy.names > 0) tell(`${count(copy.names, 'protected name')} blacked out.`);
      if (copy.citations > 0) tell(`${count(copy.citations, 'citation')} of sources that this draft may not name left out.`);
      const open = findings.filter(({ rule }) => rule.startsWith('handling/')).length;
      if (open > 0) tell(`${count(open, 'finding')} on handling open in this draft. Look at them before you publish.`);
      return copy.text;
    }
    case 'bibliography': {
      const bibliography = bibliographyOf(workspace, view, story, format);
      if (bibliography.leftOut > 0) tell(`${count(bibliography.leftOut, 'source')} that this draft may not name left out.`);
      return bibliography.text;
    }
    case 'claimreview': {
      const ledger = gatherLedger(workspace, checked);
      if (!ledger) return undefined;
      const { text, reviews, hasUrl } = claimReviewsOf(ledger, view);
      if (reviews === 0) tell('no claim is verified or disputed by a person, so there is nothing to review.');
      else if (!hasUrl) tell('search engines want the address of the page: set "url" in its front matter.');
      return text;
    }
  }
}
