// Owns: whose words a passage is where no name stands before them: labels of a transcript, a name behind, the one person of a call or mail.
// Must not know: drafts, verdicts, how speakers are compared.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import type { Passage, Source } from '../types.ts';
import { BESIDE, fullNameIn, isMarked, namedNear } from './named-near.ts';
import { isFullName } from './speaker-names.ts';

/** Whose words, and how that is known. */
export interface Voice {
  readonly name: string;
  /**
   * `label`: "ROTH: …" opens the line, or a name stands right behind the words. `answer`: the words answer a question put
   * to the one person of the note, or are marked as words in a note of this person. `source`: all of the note is this person's.
   */
  readonly by: 'label' | 'answer' | 'source';
}

/** Who speaks in a passage that names nobody; undefined where that cannot be told. */
export function voiceOf(passage: Passage): Voice | undefined {
  const label = labelsOf(passage.source).get(passage);
  if (label !== undefined && !isAnswer(label))
    return isQuestion(label) ? undefined : { name: fullNameIn(passage.source, label) ?? label, by: 'label' };
  const near = label === undefined ? namedNear(passage) : undefined;
  if (near !== undefined) return { name: near, by: 'label' };
  const person = writersOf(passage.source).get(passage) ?? personOf(passage.source);
  if (person === undefined) return undefined;
  return { name: person, by: label !== undefined || isMarked(passage) ? 'answer' : 'source' };
}

const PEOPLE = new WeakMap<Source, { readonly name: string | undefined }>();

/** The one person whose call, interview or mail a Source is, by what its head says of it, else by its title: "call, Rafe Illingsworth, head of security". */
export function personOf(source: Source): string | undefined {
  let known = PEOPLE.get(source);
  if (known === undefined) {
    const [author, ...others] = source.metadata.authors ?? [];
    const written = author !== undefined && others.length === 0 && isFullName(author) ? author : namedAtHead(source);
    known = { name: written ?? namedIn(source.title) ?? signatureOf(source) };
    PEOPLE.set(source, known);
  }
  return known.name;
}

function namedIn(text: string): string | undefined {
  return text
    .split(/[,.;:()<>|–—]|\b(?:with|from|by|and)\b|['’]s\b/)
    .map(part => part.replace(HONOURS, '').trim().replace(STATION, ''))
    .find(part => isFullName(part) && !/\d/.test(part));
}

const HONOURS = /^\s*(?:(?:Prof|Dr|Mr|Mrs|Ms|Sir|Dame|Professor|Doctor|Call|Phone|Interview|Mail|Talk)\b\.?\s*)+/i;

/** "plant manager Ilka Brandvold", but not "manager at Norra Works". */
const STATION = /^(?:(?!(?:at|of|in|for|on|to|near)\s)\p{Ll}[\p{L}-]*\s+){1,4}(?=\p{Lu})/u;

/** Keys that say who speaks in a Source. */
const SPEAKING = /^(?:from|speaker|interviewee|interview|caller|sender|talk with|call with|interview with)$/i;
const HEADER = /^(From|To|Cc|Bcc|Date|Sent|Received|Subject|Re|Reply-To|Speaker|Interviewee): ?([^\n]*)/i;

/** "speaker: Ilka Brandvold" in the metadata, "From: Ilka Brandvold" in the first lines. */
function namedAtHead(source: Source): string | undefined {
  const lines = source.passages.slice(0, HEAD).flatMap(({ text }) => {
    const [, key = '', value = ''] = HEADER.exec(text) ?? [];
    return key === '' ? [] : [{ key, value }];
  });
  for (const { key, value } of [...source.items, ...lines]) {
    if (!SPEAKING.test(key)) continue;
    const name = namedIn(withoutAddress(value));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Who wrote each passage of an exchange: where a Source has several mails, those below a "From:" are the words of who stands there. */
function writersOf(source: Source): ReadonlyMap<Passage, string> {
  const known = WRITERS.get(source);
  if (known !== undefined) return known;
  const writers = new Map<Passage, string>();
  const mails = source.passages.filter(({ text }) => FROM.test(text));
  let writer: string | undefined;
  for (const passage of mails.length > 1 ? source.passages : []) {
    const from = FROM.exec(passage.text)?.[1];
    if (from !== undefined) writer = namedIn(withoutAddress(from));
    if (writer !== undefined) writers.set(passage, writer);
  }
  WRITERS.set(source, writers);
  return writers;
}

/** "Dana Orr <dana@orr.example>" without the address. */
function withoutAddress(from: string): string {
  return from
    .split(/\s+/)
    .filter(part => !part.includes('@'))
    .join(' ');
}

const WRITERS = new WeakMap<Source, ReadonlyMap<Passage, string>>();
const FROM = /^From: ?([^\n]*)/i;

/** The name under a mail. */
function signatureOf({ passages }: Source): string | undefined {
  if (!passages.slice(0, HEAD).some(({ text }) => /^(?:From|Date|Sent|Subject): /i.test(text))) return undefined;
  const last = passages.at(-1);
  const name = last?.text.split(/[,(]/)[0]?.trim() ?? '';
  return last?.quote === undefined && isFullName(name) && (last?.text.length ?? 0) <= LONGEST_SIGNATURE ? name : undefined;
}

/** So many lines at the top of a mail are its headers. */
const HEAD = 6;
const LONGEST_SIGNATURE = 60;

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
    // "Date: Tue, 24 June": a field of a mail's head is nobody, and words below it are not its own.
    const label = HEADER.test(passage.text) ? undefined : LABEL.exec(passage.text)?.[1];
    // A label reaches over the sentences of its paragraph: they follow with a space or a line end between.
    if (label !== undefined) {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      open = { label, end: passage.span.end };
    } else if (
      open !== undefined &&
      passage.span.start - open.end <= BESIDE &&
      passage.span.start >= open.end &&
      !REPORTS.test(passage.text) &&
      !opensWithAnother(passage, open.label)
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
    if (repeated.has(label) || isAnswer(label) || isQuestion(label) || label === label.toUpperCase()) continue;
    if (fullNameIn(source, label) === undefined) labels.delete(passage);
  }
  LABELS.set(source, labels);
  REPEATED.set(source, repeated);
  return labels;
}

/** "Rohde sceptical, “a law is slow”" in the paragraph of another: somebody else of the Source is named before the words. */
function opensWithAnother({ quote, text, source }: Passage, label: string): boolean {
  const name = /^\p{Lu}[\p{L}\p{M}'’-]*(?= )/u.exec(text)?.[0] ?? '';
  const isQuoting = quote !== undefined || /["“„«]/.test(text);
  return (
    isQuoting && name !== '' && !label.includes(name) && !FUNCTION_WORDS.has(name.toLowerCase()) && fullNameIn(source, name) !== undefined
  );
}

/** What somebody else said is told there: "The statement says that all branches will open". */
const REPORTS = /^(?:according to|(?:\S+ ){1,6}(?:says?|said|states?|stated|writes?|wrote) that) /i;

/** "[00:12] OKPARA (Dr Maren): …", "Fane: …", "A: …". */
const LABEL =
  /^(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]? )?(\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){0,3})(?: \([^()]{1,80}\)|, [^:]{1,60})?: /u;

function isAnswer(label: string): boolean {
  return /^(?:A|Answer)$/i.test(label);
}

function isQuestion(label: string): boolean {
  return /^(?:Q|Question|Me|I|Us|Interviewer|Reporter)$/i.test(label);
}
