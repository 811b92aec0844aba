// Owns: the command `export`: a clean copy, a bibliography, claim reviews, annotations; and saying what is left out.
// Must not know: what each of them holds.
import { toCollection } from '../core/annotations/collection.ts';
import { toMrsf } from '../core/annotations/mrsf.ts';
import { baseName } from '../core/engine/uri.ts';
import { bibliographyOf } from '../core/ide/exports/bibliography.ts';
import { claimReviewsOf } from '../core/ide/exports/claim-review.ts';
import { cleanCopy } from '../core/ide/exports/clean.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { count } from '../core/ide/ledger/words.ts';
import { NodeFileStore } from '../node/files.ts';
import type { ExportArguments } from './arguments.ts';
import type { Terminal } from './check.ts';
import { checkOneDraft, deliver, type OneDraft } from './one-draft.ts';
import { uuid5 } from './uuid.ts';

/** Of the ids of collections: equal annotations make an equal file. */
const NAMESPACE = 'b1d7a3c0-52f0-4c1e-8f0b-6d1f9f6a2e57';
/** A sidecar larger than this is not read. */
const MOST_BYTES = 64_000_000;

/** Writes the export and answers the exit code: 0, or 2 for a usage or configuration error or a file that cannot be written. */
export async function runExport(words: ExportArguments, terminal: Terminal): Promise<number> {
  const draft = await checkOneDraft(words.path, terminal);
  const text = draft && (await textOf(draft, words, terminal));
  if (!draft || text === undefined) return 2;
  const code = deliver(text, words.output, terminal);
  return draft.broken ? 2 : code;
}

async function textOf({ workspace, checked }: OneDraft, words: ExportArguments, terminal: Terminal): Promise<string | undefined> {
  const { view, story, findings } = checked;
  if (!view || !story) return undefined;
  const tell = (said: string): void => terminal.error(`backdraft: ${said}\n`);
  switch (words.what) {
    case 'clean': {
      const copy = cleanCopy(workspace, checked, view, story);
      if (copy.names > 0) tell(`${count(copy.names, 'protected name')} blacked out.`);
      if (copy.citations > 0) tell(`${count(copy.citations, 'citation')} of sources that this draft may not name left out.`);
      const open = findings.filter(({ rule }) => rule.startsWith('handling/')).length;
      if (open > 0) tell(`${count(open, 'finding')} on handling open in this draft. Look at them before you publish.`);
      return copy.text;
    }
    case 'bibliography': {
      const bibliography = bibliographyOf(workspace, view, story, words.format);
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
    case 'annotations': {
      const { annotations, sidecar } = workspace.annotationsOf(checked.uri);
      if (annotations.length === 0) tell('this draft has no annotations.');
      if (words.format === 'mrsf') return workspace.redact(toMrsf(baseName(checked.uri), checked.text, annotations));
      const content = await new NodeFileStore().read(sidecar, { maxBytes: MOST_BYTES });
      if (content.kind === 'problem' && content.problem !== 'missing') {
        tell(`its annotations cannot be read (${content.detail}).`);
        return undefined;
      }
      const lines = content.kind === 'text' ? content.text : '';
      return workspace.redact(toCollection(lines, `urn:uuid:${uuid5(NAMESPACE, lines)}`));
    }
  }
}
