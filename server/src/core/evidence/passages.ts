// Owns: cutting a block of notes into passages: sentences, note-form lines, words of a named speaker.
// Must not know: where Sources begin and end, metadata, the index.

import { resolveSpeaker } from '../extract/attributions.ts';
import { quotesBeforeSpeakers } from '../extract/extract.ts';
import type { Attribution, Facts, Quote } from '../extract/facts.ts';
import { noFacts } from '../extract/facts.ts';
import { splitSentences } from '../syntax/sentences.ts';
import type { Block } from '../syntax/types.ts';
import { lowerBound, type Span } from '../text/span.ts';
import type { NoteSegment } from './contract.ts';
import type { LateQuote, LateSpeakers } from './late-speakers.ts';
import type { Passage } from './types.ts';

/** A passage that does not know its Source yet. Spans count from the start of the file. */
export type PassageDraft = Omit<Passage, 'source'>;

/** The people of a file: their full names, and those who speak its quotes where that is told later. */
export interface People {
  readonly names: ReadonlyMap<string, string>;
  readonly late?: LateSpeakers;
}

/** Quoted lines above this length are cut into sentences, each in quotation marks of its own. */
const MAX_QUOTE = 1500;
/** Items of a list up to this length are one passage. */
const MAX_ITEM = 480;
/** Paragraphs with lines longer than this are not wrapped by hand. */
const MAX_WRAP = 132;
const MIN_WRAP = 48;

const OPENING = '"“«„‘\'';
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»', '„': '“”', '‘': '’', "'": "'" };
const NOT_SPEAKERS =
  /^(?:slogan|title|subject|headline|quote|note|notes|caption|statement|product|question|q|a|re|from|to|date|url|source|url|key|tags?|summary|page|link|text|answer|update|example|todo|i|he|she|they|we|it)$/i;
/** "On Wed, 5 Aug, …" names nobody. */
const OPENERS = /^(?:on|in|at|after|before|since|by|for|with|then|and|but|when|while|if|as)\b/i;
const PARTICLES = new Set([
  'de',
  'da',
  'di',
  'du',
  'van',
  'von',
  'der',
  'den',
  'del',
  'la',
  'le',
  'al',
  'el',
  'bin',
  'ibn',
  'the',
  'of',
  'and',
  'y',
]);
const TIME_STAMP = /^\[?\(?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\)?\]?[ \t]+/;
/** `way in: …`, `ransom note = …`: the short label of a note. */
const LABEL = /^\p{L}[\p{L}\p{N} '’/-]{0,28} ?[:=](?=\s)/u;
const TRAILING_GRADE = /\{([A-Fa-f][1-6])\}[\s.]*$/;
const NAME =
  /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}'’-]{1,40}(?: (?:(?:de|van|von|der|bin|al|el|la) )?\p{Lu}[\p{L}\p{M}'’-]{1,40}(?![\p{L}\p{M}])){1,3}/gu;

const DAY_OR_MONTH =
  /^(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr|Jul|Aug|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)$/;

/** Full names in a text by their initials ("HB") and by their last name, where only one person has them. */
export function fullNames(text: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const clash = new Set<string>();
  for (const match of text.matchAll(NAME)) {
    const name = match[0].replace(/['’]s$/, '');
    const words = name.split(' ');
    if (words.some(word => DAY_OR_MONTH.test(word))) continue;
    const initials = words.map(word => (/^\p{Lu}/u.test(word) ? word.charAt(0) : '')).join('');
    for (const short of [initials, words.at(-1) as string]) {
      const known = names.get(short);
      if (known === undefined) names.set(short, name);
      else if (known !== name && !known.endsWith(` ${name}`)) clash.add(short);
    }
  }
  for (const short of clash) names.delete(short);
  return names;
}

/** The passages of a paragraph, list item, caption or footnote, in order. */
export function passagesOfBlock(segment: NoteSegment, block: Block, people: People): PassageDraft[] {
  const { tree } = segment.facts;
  const text = tree.prose;
  const breaks = hardBreaks(text, block.span);
  const units: Span[] = [];
  for (let index = block.sentences.start; index < block.sentences.end; index++) {
    const sentence = tree.sentences[index];
    if (sentence) cutAt(text, sentence.span, breaks, units);
  }
  if (units.length === 0) cutAt(text, block.span, breaks, units);
  const drafts: PassageDraft[] = [];
  let spoken = false;
  for (let index = 0; index < units.length; index++) {
    let unit = units[index] as Span;
    // Words of a speaker go on over several sentences until their mark closes, within the line.
    const opened = openedBy(text, unit);
    if (opened !== undefined) {
      let end = unit.end;
      while (!closes(text, opened, end) && index + 1 < units.length) {
        const next = units[index + 1] as Span;
        const nextBreak = breaks[lowerBound(breaks, end, at => ({ start: at, end: at }))];
        if ((nextBreak !== undefined && nextBreak <= next.start) || next.end - unit.start > MAX_QUOTE) break;
        end = next.end;
        index++;
      }
      unit = { start: unit.start, end };
    }
    const draft = readLine(segment, unit, people, false);
    const before = drafts.at(-1);
    if (draft.text !== '') drafts.push(draft);
    // A grade behind the full stop is for the sentence before it.
    else if (draft.grade !== undefined && before) drafts[drafts.length - 1] = { ...before, grade: draft.grade };
    spoken ||= draft.quote !== undefined;
  }
  // An item of a list is one note: its later sentences have their subject in the first.
  if (block.kind === 'list-item' && drafts.length > 1 && !spoken && block.span.end - block.span.start <= MAX_ITEM)
    return [readLine(segment, block.span, people, false)];
  return drafts;
}

/** The passages of a text without markup that is no file of notes: an abstract, a mail, a web page. Spans count from its start. */
export function passagesOfText(text: string, names: ReadonlyMap<string, string> = fullNames(text.slice(0, 200_000))): PassageDraft[] {
  const sentences: { readonly span: Span; readonly block: number }[] = [];
  const blocks: Block[] = [];
  for (const span of paragraphsOf(text)) {
    const first = sentences.length;
    for (const sentence of splitSentences(text, span)) sentences.push({ span: sentence, block: blocks.length });
    blocks.push({ kind: 'paragraph', span, sentences: { start: first, end: sentences.length } });
  }
  const tree = { text, markup: 'plain' as const, prose: text, blocks, inlines: [], sentences, comments: [], footnotes: [] };
  const segment: NoteSegment = { offset: 0, index: 0, facts: noFacts(tree) };
  return blocks.flatMap(block => passagesOfBlock(segment, block, { names }));
}

/** Runs of lines that are not blank. */
function paragraphsOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = 0;
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf('\n', at);
    const stop = next < 0 ? text.length : next;
    const line = trim(text, { start: at, end: stop });
    if (line.end > line.start) {
      if (start < 0) start = line.start;
      end = line.end;
    } else if (start >= 0) {
      spans.push({ start, end });
      start = -1;
    }
    at = stop + 1;
  }
  if (start >= 0) spans.push({ start, end });
  return spans;
}

/** One unit as a passage: `Name: "…"`, `[00:04] "…"`, a paragraph of a block quote, or plain words. `span` is relative to the segment. */
export function readLine(segment: NoteSegment, span: Span, people: People, blockQuote: boolean): PassageDraft {
  const prose = segment.facts.tree.prose;
  let { start, end } = trim(prose, span);
  const grade = TRAILING_GRADE.exec(prose.slice(Math.max(start, end - 16), end));
  if (grade) ({ start, end } = trim(prose, { start, end: end - (grade[0] as string).length }));
  const placed = { start: start + segment.offset, end: end + segment.offset };
  const found = blockQuote
    ? blockQuoteWords(prose, { start, end })
    : (spokenWords(prose, { start, end }) ?? factQuote(segment, { start, end }, people.late));
  const text = fold(prose.slice(start, end));
  const base = {
    span: placed,
    text: blockQuote && found?.content.end === found?.content.start ? '' : text,
    ...(grade ? { grade: (grade[1] as string).toUpperCase() } : {}),
  };
  if (!found) return base;
  const quote = {
    content: { start: found.content.start + segment.offset, end: found.content.end + segment.offset },
    text: fold(prose.slice(found.content.start, found.content.end)),
  };
  if (found.late) return { ...base, quote: withLateSpeaker(quote, found.late) };
  const speaker = fullNameOf(found.speaker, people.names);
  return { ...base, quote: { ...quote, ...(speaker === undefined ? {} : { speaker }) } };
}

/** A quote whose speaker is found when somebody asks. */
function withLateSpeaker(
  quote: { readonly content: Span; readonly text: string },
  late: () => string | undefined,
): NonNullable<Passage['quote']> {
  return {
    ...quote,
    get speaker() {
      return late();
    },
  } as NonNullable<Passage['quote']>;
}

function fullNameOf(name: string | undefined, names: ReadonlyMap<string, string>): string | undefined {
  return name === undefined ? undefined : (names.get(name) ?? name);
}

interface Spoken {
  readonly content: Span;
  readonly speaker?: string;
  /** The speaker's full name, where that is told later. */
  readonly late?: () => string | undefined;
}

/** `Name: "…"`, `Name, title: "…"`, `[00:04] "…"`, `[00:04] Name: …`. */
function spokenWords(prose: string, span: Span): Spoken | undefined {
  const line = prose.slice(span.start, Math.min(span.end, span.start + 240));
  const stamp = TIME_STAMP.exec(line)?.[0].length ?? 0;
  const speaker = speakerBefore(line.slice(stamp));
  let at = span.start + stamp + (speaker?.length ?? 0);
  while (at < span.end && isSpace(prose.charAt(at))) at++;
  if (!speaker && stamp === 0 && !opensQuote(prose, span)) return undefined;
  const marked = OPENING.includes(prose.charAt(at)) && at < span.end;
  if (!marked)
    return stamp > 0 && at < span.end
      ? { content: { start: at, end: span.end }, ...(speaker ? { speaker: speaker.name } : {}) }
      : undefined;
  const content = { start: at + 1, end: closingMark(prose, at, span.end) };
  return { content, ...(speaker ? { speaker: speaker.name } : {}) };
}

/** Words in quotation marks that open a line and fill it to its end. */
function opensQuote(prose: string, span: Span): boolean {
  const first = prose.charAt(span.start);
  if (!'"“«„'.includes(first)) return false;
  const close = closingMark(prose, span.start, span.end);
  return close >= span.end - 2 && close > span.start;
}

/** The name before a colon at the start of a line, or before a dash and a quotation mark, and how far it reaches, colon or dash included. */
function speakerBefore(line: string): { readonly name: string; readonly length: number } | undefined {
  const dashed = ANY_OPENING.test(line) ? DASHED.exec(line)?.[1]?.length : undefined;
  const colon = dashed ?? line.indexOf(':');
  if (colon < 1 || colon > 100) return undefined;
  const before = line.slice(0, colon).trim();
  const comma = before.search(/[,(]/);
  const name = (comma > 0 ? before.slice(0, comma) : before).replace(FROM, '').replace(TURNS, '').trim();
  return isName(name) ? { name, length: colon + 1 } : undefined;
}

const ANY_OPENING = /["“«„]/;
/** "Fane – “We leave.”" */
const DASHED = /^([^:"“«„]{2,80}? )[-–—] ?["“«„]/;

/** "Statement by Ilka Brandvold:", "plant manager Ilka Brandvold:" */
const FROM =
  /^(?:(?:[Qq]uote|[Ss]tatement|[Cc]omment|[Aa]nswer|[Rr]eply|[Mm]essage|[Nn]ote|[Ll]etter|[Ww]ords) (?:by|from|of) )?(?:[Tt]he )?(?:(?!(?:at|of|in|for|on|to|near) )\p{Ll}[\p{L}-]* ){0,4}(?=\p{Lu}\S+ \p{Lu})/u;

/** "Aalto to the Herald:", "Fane by phone:", "Okpara, later:", "Roth said:". */
const TURNS =
  / (?:to|for|of|from|in|by|at|over|via|later|again|then|afterwards|said|says|wrote|writes|replied|replies|answered|answers|added|adds|told)\b.*$/;

function isName(text: string): boolean {
  if (text === '' || NOT_SPEAKERS.test(text) || OPENERS.test(text)) return false;
  const words = text.split(/\s+/);
  return words.length <= 5 && words.every((word, index) => (index > 0 && PARTICLES.has(word)) || /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word));
}

/** Words of a block quote: between its marks where it has them, the speaker after a dash. */
function blockQuoteWords(prose: string, span: Span): Spoken {
  const raw = prose.slice(span.start, span.end);
  const dash = Math.max(raw.lastIndexOf('—'), raw.lastIndexOf('–'), raw.lastIndexOf(' -- ') + 1, raw.startsWith('-- ') ? 0 : -1);
  let end = span.end;
  let speaker: string | undefined;
  if (dash >= 0) {
    const after = raw
      .slice(dash)
      .replace(/^[—–-]+/, '')
      .trim();
    const before = raw.slice(0, dash).trimEnd();
    const name = after.split(/[,(]/, 1)[0]?.trim() ?? '';
    if (after.length <= 120 && isName(name) && (before === '' || /["”»“’'.!?…]$/.test(before))) {
      speaker = name;
      end = span.start + before.length;
    }
  }
  const inner = trim(prose, { start: span.start, end });
  if (inner.end <= inner.start) return { content: { start: span.start, end: span.start }, ...(speaker === undefined ? {} : { speaker }) };
  const spoken = speaker === undefined ? spokenWords(prose, inner) : undefined;
  if (spoken) return spoken;
  const content = OPENING.includes(prose.charAt(inner.start))
    ? { start: inner.start + 1, end: closingMark(prose, inner.start, inner.end) }
    : inner;
  return { content, ...(speaker === undefined ? {} : { speaker }) };
}

/** A quote within a sentence of notes, as the quote extractor found it. */
function factQuote(segment: NoteSegment, span: Span, late: LateSpeakers | undefined): Spoken | undefined {
  const quotes = quotesBeforeSpeakers(segment.facts);
  for (let index = lowerBound(quotes, span.start, quote => quote.span); index < quotes.length; index++) {
    const quote = quotes[index] as Quote;
    if (quote.span.start >= span.end) return undefined;
    if (quote.kind !== 'speech' || quote.span.end > span.end) continue;
    if (late) return { content: quote.content, late: late.add({ segment: segment.index, quote: index }) };
    const speaker = speakerOfQuote(segment.facts, index);
    return { content: quote.content, ...(speaker === undefined ? {} : { speaker }) };
  }
  return undefined;
}

/** Who speaks a quote within a sentence, by the words of its segment; undefined where nobody is named. */
function speakerOfQuote(facts: Facts, index: number): string | undefined {
  const place = facts.quotes[index]?.attribution;
  const attribution = place === undefined ? undefined : facts.attributions[place];
  const named = attribution === undefined ? '' : namedBy(facts, attribution);
  return isName(named) ? named : undefined;
}

/** The full names of those who speak some quotes of a file; undefined where nobody is named. */
export function speakersOf(segments: readonly NoteSegment[], quotes: readonly LateQuote[]): readonly (string | undefined)[] {
  const names = namesOfFile(segments);
  return quotes.map(({ segment, quote }) => {
    const found = segments[segment];
    return found && fullNameOf(speakerOfQuote(found.facts, quote), names);
  });
}

/** Full names in the prose of a file. */
export function namesOfFile(segments: readonly NoteSegment[]): ReadonlyMap<string, string> {
  const prose = segments.map(segment => segment.facts.tree.prose).join('\n');
  return fullNames(prose.slice(0, 200_000));
}

/** The words that name who spoke; for a pronoun the one person it can mean. */
function namedBy(facts: Facts, attribution: Attribution): string {
  if (attribution.source === undefined) return '';
  if (attribution.kind !== 'pronoun') return fold(facts.tree.prose.slice(attribution.source.start, attribution.source.end));
  const speaker = resolveSpeaker(facts, attribution);
  return speaker?.certain === true ? fold(speaker.text) : '';
}

/** Offset of the mark that closes the one at `at`: the last of its kind before `end`, else `end`. */
function closingMark(prose: string, at: number, end: number): number {
  const marks = CLOSING[prose.charAt(at)] ?? '"';
  for (let index = end - 1; index > at; index--) if (marks.includes(prose.charAt(index))) return index;
  return end;
}

/** The opening mark of a unit that starts as a speaker's words, with its offset. */
function openedBy(prose: string, unit: Span): number | undefined {
  if ('"“«„'.includes(prose.charAt(unit.start))) return unit.start;
  const spoken = spokenWords(prose, unit);
  if (!spoken) return undefined;
  const at = spoken.content.start - 1;
  return at >= unit.start && OPENING.includes(prose.charAt(at)) && prose.charAt(at) !== "'" ? at : undefined;
}

/** Whether the mark at `at` is closed before `end`. */
function closes(prose: string, at: number, end: number): boolean {
  const marks = CLOSING[prose.charAt(at)] ?? '"';
  let count = 0;
  for (let index = at + 1; index < end; index++) if (marks.includes(prose.charAt(index))) count++;
  return prose.charAt(at) === '"' ? count % 2 === 1 : count > 0;
}

/**
 * Offsets of line ends in a paragraph at which a new note begins. A paragraph wrapped by hand has none:
 * there, each next line's first word would not have fitted on the line before.
 */
function hardBreaks(prose: string, span: Span): number[] {
  if (!/[\r\n]/.test(prose.slice(span.start, span.end))) return [];
  const lines: { start: number; end: number }[] = [];
  let at = span.start;
  for (let index = span.start; index <= span.end; index++) {
    const code = index === span.end ? 10 : prose.charCodeAt(index);
    if (code !== 10 && code !== 13) continue;
    const line = trim(prose, { start: at, end: index });
    if (line.end > line.start) lines.push(line);
    at = index + 1;
  }
  if (lines.length < 2) return [];
  const widest = lines.reduce((width, line) => Math.max(width, line.end - line.start), 0);
  let wrapped = 0;
  for (let index = 1; index < lines.length; index++) {
    const before = lines[index - 1] as Span;
    const line = lines[index] as Span;
    let word = line.start;
    while (word < line.end && !isSpace(prose.charAt(word))) word++;
    if (before.end - before.start + 1 + (word - line.start) > widest) wrapped++;
  }
  const isWrapped = widest >= MIN_WRAP && widest <= MAX_WRAP && wrapped >= 0.75 * (lines.length - 1);
  const breaks: number[] = [];
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as Span;
    if (!isWrapped || startsNote(prose, line)) breaks.push((lines[index - 1] as Span).end);
  }
  return breaks;
}

function startsNote(prose: string, line: Span): boolean {
  const words = prose.slice(line.start, Math.min(line.end, line.start + 160));
  return /^(?:[-*•]\s|\d{1,2}[.)]\s)/.test(words) || TIME_STAMP.test(words) || LABEL.test(words) || spokenWords(prose, line) !== undefined;
}

/** Pushes the pieces of `span` between `breaks`, trimmed. */
function cutAt(prose: string, span: Span, breaks: readonly number[], into: Span[]): void {
  let from = span.start;
  for (let index = lowerBound(breaks, span.start, at => ({ start: at, end: at })); index <= breaks.length; index++) {
    const at = breaks[index] ?? span.end;
    const piece = trim(prose, { start: from, end: Math.min(at, span.end) });
    if (piece.end > piece.start) into.push(piece);
    if (at >= span.end) return;
    from = at;
  }
}

function trim(prose: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(prose.charAt(start))) start++;
  while (end > start && isSpace(prose.charAt(end - 1))) end--;
  return { start, end };
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\r' || character === '\t' || character === '\u00a0';
}

const UNFOLDED = /[^\S ]| {2}| [.,;:!?)]|^ | $/;

/** White space folded; the gap that markup left before a mark of punctuation gone. */
function fold(text: string): string {
  if (!UNFOLDED.test(text)) return text;
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:!?)](?: |$))/g, '$1')
    .trim();
}
