// Owns: who is named right before or right behind words in quotation marks that the notes give without a speaker of their own.
// Must not know: drafts, verdicts, whole Sources that are one person's.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import { lazy } from '../../text/lazy.ts';
import { placeOf } from '../passage-facts.ts';
import { fullNames } from '../passages.ts';
import type { Passage, Source } from '../types.ts';
import { introducedIn, isFullName, isPersonName } from './speaker-names.ts';

/** The name that belongs to the words of a passage by where it stands; undefined where none does. */
export function namedNear(passage: Passage): string | undefined {
  if (passage.quote === undefined && !/["“„«]/.test(passage.text)) return undefined;
  return namedBefore(passage) ?? namedBehind(passage) ?? namedByPronoun(passage) ?? namedAbove(passage);
}

/** Full name behind initials or a last name that one person of a Source has; a full name is its own. */
export function fullNameIn(source: Source, name: string): string | undefined {
  if (isFullName(name)) return name;
  let names = NAMES.get(source);
  if (names === undefined) {
    names = fullNames([source.title, ...source.passages.map(passage => passage.text)].join('\n').slice(0, LONGEST_SOURCE));
    NAMES.set(source, names);
  }
  const full = names.get(name);
  return full !== undefined && isPersonName(full) ? full : undefined;
}

const NAMES = new WeakMap<Source, ReadonlyMap<string, string>>();
const LONGEST_SOURCE = 40_000;

const NAME = "\\p{Lu}[\\p{L}\\p{M}'’-]*(?: \\p{Lu}[\\p{L}\\p{M}'’-]*){0,3}";
/** "[IB] “…”", "(Brandvold) “…”", "Ilka Brandvold | “…”": a cell. */
const beforeWords = lazy(() => new RegExp(`^(?:[[(<](${NAME})[\\])>]:? ?|(${NAME}) \\| )["“„«]`, 'u'));

function namedBefore({ text, source }: Passage): string | undefined {
  const [, bracketed, cell] = beforeWords().exec(text) ?? [];
  const name = bracketed ?? cell;
  return name === undefined ? undefined : fullNameIn(source, name);
}

/** "“…” (Jonna Vesterby, head of operations)", "“…” – IB", and the same in the next sentence of the paragraph. */
function namedBehind(passage: Passage): string | undefined {
  const { quote, source, text } = passage;
  if (quote === undefined) return undefined;
  const at = text.lastIndexOf(quote.text);
  const rest = at < 0 ? '' : text.slice(at + quote.text.length).replace(/^["”“»\s.]+/, '');
  const next = source.passages[placeOf(passage) + 1];
  const isBeside = next !== undefined && isNextTo(passage, next);
  const dashed = isBeside && rest === '' ? dashedWords().exec(next.text)?.[1] : undefined;
  if (dashed !== undefined) return fullNameIn(source, dashed);
  const last = /[.!?…]["”]? ([^.!?…]+)$/.exec(text)?.[1] ?? '';
  const behind = rest !== '' ? rest : isBeside && next.quote === undefined ? next.text : last;
  if (behind.length > LONGEST_BEHIND || (rest === '' && !/^(?:\(|[—–-] ?)?\p{Lu}/u.test(behind))) return undefined;
  const parts = behind
    .replace(/^[(—–\s-]+|[).\s]+$/g, '')
    .split(/[,;(] ?/)
    .map(part => part.trim());
  const [only = ''] = parts;
  if (parts.length === 1) return /^(?:\(|[—–-])/.test(behind) && !isFullName(only) ? fullNameIn(source, only) : undefined;
  const place = parts.findIndex(part => isPersonName(part) && !FUNCTION_WORDS.has((part.split(' ')[0] ?? '').toLowerCase()));
  const name = parts[place];
  // A paper and a place may look like a name; what somebody is stands behind a person's.
  return name !== undefined && introducedIn(`${name}, ${parts.slice(place + 1).join(' ')}`).length > 0 ? name : undefined;
}

/** "– IB", with the next words behind it where each has a line. */
const dashedWords = lazy(() => new RegExp(`^[—–-] ?(${NAME})(?=$| ["“„«])`, 'u'));

const LONGEST_BEHIND = 120;

/** "Ilka Brandvold runs the plant. “…,” she said.", "“…,” said Ilka Brandvold. “…”": who was named in the sentence before. */
function namedByPronoun(passage: Passage): string | undefined {
  const { quote, source, text } = passage;
  const before = source.passages[placeOf(passage) - 1];
  if (quote === undefined || before === undefined || !isNextTo(before, passage)) return undefined;
  const at = text.indexOf(quote.text);
  const outside = at < 0 ? '' : `${text.slice(0, at)} ${text.slice(at + quote.text.length)}`.replace(/["“”„«»]/g, ' ').trim();
  const [pronoun = '', verb = '', ...more] = outside.toLowerCase().match(/\p{L}+/gu) ?? [];
  const isPronoun = /^(?:he|she)$/.test(pronoun) && reportingVerb(verb) !== undefined && more.length <= FEW;
  if (outside.replace(/[.,:\s]/g, '') !== '' && !isPronoun) return undefined;
  if (before.quote?.speaker !== undefined) return fullNameIn(source, before.quote.speaker) ?? before.quote.speaker;
  if (!isPronoun) return undefined;
  const names = namesIn(before.text);
  const [name] = names;
  return name !== undefined && names.length === 1 && before.text.startsWith(name) ? name : undefined;
}

const FEW = 4;

/** "On Tue, 4 Aug, Ilka Brandvold wrote:", and a line that is a person, with the words of this person in the lines below it. */
function namedAbove(passage: Passage): string | undefined {
  const { source } = passage;
  const at = placeOf(passage);
  const before = source.passages[at - 1]?.text ?? '';
  if (before.endsWith(':')) {
    const names = namesIn(before);
    const verb = /(\p{L}+):$/u.exec(before)?.[1]?.toLowerCase() ?? '';
    return names.length === 1 && reportingVerb(verb) !== undefined ? names[0] : undefined;
  }
  if (!isMarked(passage)) return undefined;
  for (let above = at - 1; above > 0 && above >= at - LINES; above--) {
    const line = source.passages[above] as Passage;
    const name = line.text.split(/[,(:]/)[0]?.trim() ?? '';
    if (line.quote !== undefined || /[.!?]$/.test(line.text) || line.text.length > LONGEST_BEHIND) continue;
    // A line that is a name alone, or a name and what its bearer is.
    if (isFullName(name) && (name === line.text || introducedIn(line.text).length > 0)) return name;
    if (name === line.text && fullNameIn(source, name) !== undefined) return fullNameIn(source, name);
  }
  return undefined;
}

const LINES = 8;

/** A line of words in quotation marks and nothing else beside a time. */
export function isMarked({ quote, text }: Passage): boolean {
  return quote !== undefined && /^(?:\[?\(?[\d:.]+\)?\]? )?["“„«]/.test(text) && /["”“»]$/.test(text);
}

/** Full names of people in a text. */
function namesIn(text: string): readonly string[] {
  return [...new Set([...fullNames(text).values()])].filter(isPersonName);
}

/** So far apart stand sentences of one paragraph. */
export const BESIDE = 2;

/** On the same or the next line. */
function isNextTo(passage: Passage, next: Passage): boolean {
  const gap = next.span.start - passage.span.end;
  return gap === 0 || gap === 1;
}
