// Owns: whose words a passage is where no name stands right beside them: labels of a transcript, the one person of a call or mail.
// Must not know: drafts, verdicts, how speakers are compared.
import type { Passage, Source } from '../types.ts';
import { isFullName } from './speaker-names.ts';

/** Whose words, and how that is known. */
export interface Voice {
  readonly name: string;
  /** `label`: "ROTH: …" opens the line. `source`: the note is a call, an interview, a mail of this one person. */
  readonly by: 'label' | 'source';
}

/** Who speaks in a passage that names nobody; undefined where that cannot be told. */
export function voiceOf(passage: Passage): Voice | undefined {
  const label = labelsOf(passage.source).get(passage);
  if (label !== undefined && !isAnswer(label)) return isQuestion(label) ? undefined : { name: label, by: 'label' };
  const person = personOf(passage.source);
  return person === undefined ? undefined : { name: person, by: 'source' };
}

const PEOPLE = new WeakMap<Source, { readonly name: string | undefined }>();

/** The one person whose call, interview or mail a Source is, by its author, else by its title: "call, Rafe Illingsworth, head of security". */
export function personOf(source: Source): string | undefined {
  let known = PEOPLE.get(source);
  if (known === undefined) {
    const [author, ...others] = source.metadata.authors ?? [];
    const titled = source.title
      .split(/[,.;:()<>|–—]|\b(?:with|from|by|and)\b/)
      .map(part => part.replace(HONOURS, '').trim())
      .filter(part => isFullName(part) && !/\d/.test(part));
    known = { name: author !== undefined && others.length === 0 && isFullName(author) ? author : titled[0] };
    PEOPLE.set(source, known);
  }
  return known.name;
}

const HONOURS = /^\s*(?:(?:Prof|Dr|Mr|Mrs|Ms|Sir|Dame|Professor|Doctor|Call|Phone|Interview|Mail|Talk)\b\.?\s*)+/i;

/** Labels of people in a Source: those that open lines more than once. */
export function labelledIn(source: Source): ReadonlySet<string> {
  labelsOf(source);
  return REPEATED.get(source) ?? NOBODY;
}

const NOBODY: ReadonlySet<string> = new Set();
const LABELS = new WeakMap<Source, ReadonlyMap<Passage, string>>();
const REPEATED = new WeakMap<Source, ReadonlySet<string>>();

/** Passages that a label speaks: its own line to the end of its paragraph. */
function labelsOf(source: Source): ReadonlyMap<Passage, string> {
  const known = LABELS.get(source);
  if (known !== undefined) return known;
  const labels = new Map<Passage, string>();
  const counts = new Map<string, number>();
  let open: { readonly label: string; readonly end: number } | undefined;
  for (const passage of source.passages) {
    const label = LABEL.exec(passage.text)?.[1];
    // A label reaches over the sentences of its paragraph: they follow with a space or a line end between.
    if (label !== undefined) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      open = { label, end: passage.span.end };
    } else if (
      open !== undefined &&
      passage.span.start - open.end <= BESIDE &&
      passage.span.start >= open.end &&
      !REPORTS.test(passage.text)
    )
      open = { label: open.label, end: passage.span.end };
    else open = undefined;
    if (open !== undefined) labels.set(passage, open.label);
  }
  const repeated = new Set(
    [...counts].filter(([label, count]) => count > 1 && !isAnswer(label) && !isQuestion(label)).map(([label]) => label),
  );
  // A word with a colon that opens one line alone is a heading as often as a speaker.
  for (const [passage, label] of labels) {
    if (!repeated.has(label) && !isAnswer(label) && !isQuestion(label) && label !== label.toUpperCase()) labels.delete(passage);
  }
  LABELS.set(source, labels);
  REPEATED.set(source, repeated);
  return labels;
}

/** What somebody else said is told there: "The statement says that all branches will open". */
const REPORTS = /^(?:according to|(?:\S+ ){1,6}(?:says?|said|states?|stated|writes?|wrote) that) /i;

/** So far apart stand sentences of one paragraph. */
const BESIDE = 2;
/** "[00:12] OKPARA (Dr Maren): …", "Fane: …", "A: …". */
const LABEL =
  /^(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]? )?(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3})(?: \([^()]{1,80}\)|, [^:]{1,60})?: /u;

function isAnswer(label: string): boolean {
  return /^(?:A|Answer)$/i.test(label);
}

function isQuestion(label: string): boolean {
  return /^(?:Q|Question|Me|I|Us|Interviewer|Reporter)$/i.test(label);
}
