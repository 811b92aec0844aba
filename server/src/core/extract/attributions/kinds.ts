// Owns: what kind of source a phrase names, and what more is said of sources without a name.
// Must not know: verbs, quotes, how a phrase was found.
import {
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  isCrowd,
  ORGANISATION_NAME,
  ORGANISATION_NOUNS,
  PRONOUNS,
  ROLE_NOUNS,
  UNNAMED_NOUNS,
} from '../../lexicon/source-nouns.ts';
import { alternatives } from '../../text/alternatives.ts';
import { covers, lowerBound, type Span } from '../../text/span.ts';
import type { Attribution, NameFact, SourceKind } from '../facts.ts';
import type { Item } from './items.ts';

const COUNT = /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|dozens?|hundreds?)$/;
const INDEFINITE = new Set([
  'a',
  'an',
  'one',
  'another',
  'some',
  'many',
  'most',
  'several',
  'few',
  'other',
  'multiple',
  'various',
  'certain',
  'unnamed',
  'anonymous',
  'both',
]);
/** Why no name is given. */
const REASON = new RegExp(
  String.raw`\b(?:${alternatives(
    /because|since|for fear/,
    /fear(?:s|ed|ing)? (?:for|of|that|losing|retaliation|reprisals?)/,
    // "Was not authorised to", "barred from".
    /(?:was|were|is|are) not (?:authori[sz]ed|allowed|permitted)/,
    /not (?:authori[sz]ed|allowed|permitted) to/,
    /lack(?:s|ed)? (?:the )?authori[sz]ation|barred from/,
    // "To discuss the matter", "to protect", "under an NDA".
    /to discuss (?:the |an? )?(?:matter|sensitive|confidential|private|internal|ongoing)/,
    /to protect|to avoid (?:retaliation|reprisals?)|under (?:a )?nda|bound by|to speak (?:freely|candidly|frankly|openly)/,
  )})`,
  'i',
);
const ANONYMITY =
  /\b(?:anonym\w*|not to be (?:named|identified|quoted)|(?:declined|refused|did not want|do not want|does not want|didn['’]t want) to be (?:named|identified)|without being named|whose name|not (?:be|being) named|on background)\b/i;
const HAS_SEEN = alternatives(
  /saw|has seen|have seen|had seen/,
  /read|reviewed|attended|took part|was present|were present/,
  // "Worked", "led", "helped".
  /worked|works|work|led|leads|helped/,
  /spoke|was involved|were involved|responded|investigated|handled|run|runs/,
);
/** What the person has seen or knows, beyond the set phrase "familiar with the matter". */
const DESCRIPTION = new RegExp(
  String.raw`\b(?:${alternatives(
    String.raw`who (?:\w+ )?(?:${HAS_SEEN})`,
    /with (?:direct |first-?hand )?knowledge|with access to|briefed on|present at|involved in|close to|directly|familiar with/,
  )})\b`,
  'i',
);

const OBJECT_PRONOUN = /^(?:its|him|her|his|them|their|us)$/;

/** Kind of the source that items `[from, to)` name. */
export function sourceKind(items: readonly Item[], from: number, to: number, names: readonly NameFact[]): SourceKind {
  const words = items.slice(from, to).filter(item => item.kind === 'word');
  const first = words[0];
  if (!first) return 'role';
  if (words.length === 1 && (OBJECT_PRONOUN.test(first.lower) || (PRONOUNS.has(first.lower) && first.lower !== 'one'))) return 'pronoun';
  const named = nameKind({ start: first.start, end: (words[words.length - 1] as Item).end }, names);
  const head = headOf(words);
  // "Officials at the Ministry of Transport" are officials, not the ministry.
  const people =
    named === 'organisation' && (GROUP_NOUNS.has(head) || UNNAMED_NOUNS.has(head) || (ROLE_NOUNS.has(head) && !words.at(-1)?.capital));
  if (named && !people) return named;
  const capitals = words.filter(
    (word, index) => word.capital && !DETERMINERS.has(word.lower) && !(index === 0 && words.length > 1 && isPlain(word.lower)),
  );
  const indefinite = INDEFINITE.has(first.lower) || COUNT.test(first.lower);
  // "Hoteliers complain", but "the drivers": they were spoken of.
  const plural = GROUP_NOUNS.has(head) || (isCrowd(head) && !DETERMINERS.has(first.lower));
  if (plural && !capitals.some(word => word.capital && word !== words[0]))
    return DOCUMENT_NOUNS.has(head.replace(/s$/, '')) && !indefinite && first.lower === 'the' ? 'document' : 'group';
  if (plural) return 'group';
  if (indefinite && (UNNAMED_NOUNS.has(head) || ROLE_NOUNS.has(head)) && !capitals.some(word => word !== first))
    return UNNAMED_NOUNS.has(head) || first.lower === 'one' ? 'group' : 'role';
  const properName = capitals.length > 0 && !(capitals.length === 1 && capitals[0] === first && isPlain(first.lower));
  if (properName) {
    const last = words[words.length - 1] as Item;
    if (!last.capital && DOCUMENT_NOUNS.has(head)) return 'document';
    if (!last.capital && ORGANISATION_NOUNS.has(head)) return 'organisation';
    if (
      !last.capital &&
      ROLE_NOUNS.has(head) &&
      !words.some((word, index) => index > 0 && word.capital && !words[index - 1]?.capital && !isOrganisationWord(word))
    )
      return 'role';
    if (isInApposition(items.slice(from, to))) return 'person';
    if (
      capitals.some(isOrganisationWord) ||
      capitals.some(word => /^[A-Z]{2,}$/.test(word.text) && word.text.length < 7) ||
      first.lower === 'the'
    )
      return ROLE_NOUNS.has(words.at(-2)?.lower ?? '')
        ? 'person'
        : capitals.length >= 2 && ROLE_NOUNS.has(capitals[0]?.lower ?? '')
          ? 'person'
          : 'organisation';
    return 'person';
  }
  if (DOCUMENT_NOUNS.has(head)) return 'document';
  if (ORGANISATION_NOUNS.has(head)) return 'organisation';
  return 'role';
}

function isPlain(lower: string): boolean {
  return (
    DETERMINERS.has(lower) || ROLE_NOUNS.has(lower) || ORGANISATION_NOUNS.has(lower) || GROUP_NOUNS.has(lower) || DOCUMENT_NOUNS.has(lower)
  );
}

/** "the rector, Jasper Nkemi": two capitals that name no body behind the comma, and none before it. */
function isInApposition(items: readonly Item[]): boolean {
  const comma = items.findIndex(item => item.text === ',');
  const name = items.slice(comma + 1);
  return (
    comma > 1 &&
    !items.slice(0, comma).some(item => item.capital && !DETERMINERS.has(item.lower)) &&
    (name.length === 2 || name.length === 3) &&
    name.every(item => item.kind === 'word' && item.capital && !isOrganisationWord(item))
  );
}

function isOrganisationWord(word: Item): boolean {
  return ORGANISATION_NAME.has(word.lower.replace(/'s$/, ''));
}

/** The noun before the first preposition, or the last word. */
export function headOf(words: readonly Item[]): string {
  const at = words.findIndex(
    (word, index) => index > 0 && /^(?:of|for|at|from|in|with|on|to|familiar|close|involved|briefed)$/.test(word.lower),
  );
  return (words[at > 0 ? at - 1 : words.length - 1] as Item | undefined)?.lower ?? '';
}

function nameKind(span: Span, names: readonly NameFact[]): SourceKind | undefined {
  let organisation = false;
  for (let i = lowerBound(names, span.start, name => name.span); i < names.length; i++) {
    const name = names[i] as NameFact;
    if (name.span.start >= span.end) break;
    if (!covers(span, name.span)) continue;
    if (name.kind === 'person') return 'person';
    if (name.kind === 'organisation' && name.span.end === span.end) organisation = true;
  }
  return organisation ? 'organisation' : undefined;
}

/** Whether a text says that somebody is not named, and why. */
export function givesReason(text: string): boolean {
  return REASON.test(text) && (ANONYMITY.test(text) || /\bauthori[sz]ed\b/i.test(text));
}

/** What is said of a source without a name, beyond that it exists. `around` is its sentence. */
export function gradesOf(items: readonly Item[], from: number, to: number, around: string): NonNullable<Attribution['graded']> {
  const words = items.slice(from, to).filter(item => item.kind === 'word');
  const grades: NonNullable<Attribution['graded']>[number][] = [];
  if (words.some(word => COUNT.test(word.lower))) grades.push('count');
  if (
    words.some((word, index) => index > 0 && word.capital) ||
    /^(?:[A-Z]{2,}|[A-Z][a-z]+)$/.test(affiliation(words)) ||
    (!HIDDEN.test(headOf(words)) && bodyNamed(words))
  )
    grades.push('affiliation');
  if (givesReason(around)) grades.push('reason');
  if (DESCRIPTION.test(around)) grades.push('description');
  return grades;
}

/** "Sources in city hall": who is hidden behind a body without a name stays hidden. */
const HIDDEN = /^(?:sources?|insiders?|people)$/;

/** "analysts at the bank", "ministry officials": a body that the reader can find. */
function bodyNamed(words: readonly Item[]): boolean {
  return words.some(
    (word, index) =>
      ORGANISATION_NOUNS.has(word.lower) &&
      !GROUP_NOUNS.has(word.lower) &&
      (index < words.length - 1 ||
        ['at', 'of', 'from', 'for', 'in', 'with', 'the', 'its', 'their'].includes(words[index - 1]?.lower ?? '')) &&
      !['industry', 'government', 'military', 'media', 'law'].includes(word.lower),
  );
}

const FIELDS_AND_RANKS = alternatives(
  /Security|Intelligence|Cyber|Industry/,
  /Government|Law|Legal|Financial|Political|Military/,
  // "Local", "senior", "outside".
  /Local|Federal|State|Senior|Independent|Outside|Leading|Top/,
  /Privacy|Data|Medical|Health|Foreign|Western|Trade|Market/,
  /Critics|Other|Former|Current/,
  /Academic|Consumer|Shipping|Banking|Insurance|Energy/,
  /Telecom|Software|Network|Internet|Technology|Business|Safety|Digital/,
);
/** "Security officials", "senior staff": what they work on or are, not whom they work for. */
const NO_AFFILIATION = new RegExp(alternatives(/ly$/, `^(?:${FIELDS_AND_RANKS})$`));

function affiliation(words: readonly Item[]): string {
  const first = words[0];
  const head = words[1];
  return first &&
    head &&
    first.capital &&
    /s$/.test(head.lower) &&
    GROUP_NOUNS.has(head.lower) &&
    !isPlain(first.lower) &&
    !INDEFINITE.has(first.lower) &&
    !COUNT.test(first.lower) &&
    !DETERMINERS.has(first.lower) &&
    !NO_AFFILIATION.test(first.text)
    ? first.text
    : '';
}
