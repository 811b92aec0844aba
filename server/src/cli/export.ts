// Owns: the command `export`: a clean copy, a bibliography, claim reviews, annotations; and saying what is left out.
// Must not know: what each of them holds.
import { collectionOf, leftOutWords, NOT_CHECKED, reviewOf } from '../core/ide/exports/annotations.ts';
import { exportDraft } from '../core/ide/exports/draft.ts';
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
  const tell = (said: readonly Phrase[]): void => {
    for (const one of said) terminal.error(`backdraft: ${terminal.language.of(one)}\n`);
  };
  if (words.what !== 'annotations') {
    const made = exportDraft(workspace, checked, words.what, words.what === 'bibliography' ? words.format : undefined);
    tell(made?.remarks ?? []);
    return made?.text;
  }
  const { annotations, problems, sidecar } = workspace.annotationsOf(checked.uri);
  const content = await new NodeFileStore().read(sidecar, { maxBytes: MOST_BYTES });
  if (content.kind === 'problem' && content.problem !== 'missing') {
    tell([phrase`Its annotations cannot be read (${content.detail}).`]);
    return undefined;
  }
  if (annotations.length === 0 && problems.length === 0) tell([phrase`This draft has no annotations.`]);
  const lines = content.kind === 'text' ? content.text : '';
  const exported =
    words.format === 'mrsf'
      ? reviewOf(workspace, checked.uri)
      : collectionOf(workspace, checked.uri, lines, `urn:uuid:${uuid5(NAMESPACE, lines)}`);
  tell(exported ? leftOutWords(exported) : [NOT_CHECKED]);
  return exported?.text;
}
