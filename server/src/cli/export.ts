// Owns: the command `export`: a clean copy, a bibliography, claim reviews, annotations; and saying what is left out.
// Must not know: what each of them holds.
import { collectionOf, reviewOf } from '../core/ide/exports/annotations.ts';
import { bibliographyOf } from '../core/ide/exports/bibliography.ts';
import { claimReviewsOf } from '../core/ide/exports/claim-review.ts';
import { cleanCopy } from '../core/ide/exports/clean.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
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
  const tell = (said: Phrase): void => terminal.error(`backdraft: ${terminal.language.of(said)}\n`);
  const withoutSources = ({ text, leftOut }: { readonly text: string; readonly leftOut: number }): string => {
    if (leftOut > 0)
      tell(
        leftOut === 1
          ? phrase`1 source that this draft may not name left out.`
          : phrase`${leftOut} sources that this draft may not name left out.`,
      );
    return text;
  };
  switch (words.what) {
    case 'clean': {
      const copy = cleanCopy(workspace, checked, view, story);
      if (copy.names > 0)
        tell(copy.names === 1 ? phrase`1 protected name blacked out.` : phrase`${copy.names} protected names blacked out.`);
      if (copy.citations > 0)
        tell(
          copy.citations === 1
            ? phrase`1 citation of a source that this draft may not name left out.`
            : phrase`${copy.citations} citations of sources that this draft may not name left out.`,
        );
      const open = findings.filter(({ rule }) => rule.startsWith('handling/')).length;
      if (open > 0)
        tell(
          open === 1
            ? phrase`1 finding on handling open in this draft. Look at it before you publish.`
            : phrase`${open} findings on handling open in this draft. Look at them before you publish.`,
        );
      return copy.text;
    }
    case 'bibliography': {
      return withoutSources(bibliographyOf(workspace, view, story, words.format));
    }
    case 'claimreview': {
      const ledger = gatherLedger(workspace, checked);
      if (!ledger) return undefined;
      const { text, reviews, hasUrl } = claimReviewsOf(ledger, view);
      if (reviews === 0) tell(phrase`no claim is verified or disputed by a person, so there is nothing to review.`);
      else if (!hasUrl) tell(phrase`search engines want the address of the page: set "url" in its front matter.`);
      return text;
    }
    case 'annotations': {
      const { annotations, sidecar } = workspace.annotationsOf(checked.uri);
      if (annotations.length === 0) tell(phrase`this draft has no annotations.`);
      if (words.format === 'mrsf') return withoutSources(reviewOf(workspace, checked.uri));
      const content = await new NodeFileStore().read(sidecar, { maxBytes: MOST_BYTES });
      if (content.kind === 'problem' && content.problem !== 'missing') {
        tell(phrase`its annotations cannot be read (${content.detail}).`);
        return undefined;
      }
      const lines = content.kind === 'text' ? content.text : '';
      return withoutSources(collectionOf(workspace, checked.uri, lines, `urn:uuid:${uuid5(NAMESPACE, lines)}`));
    }
  }
}
