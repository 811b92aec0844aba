// Owns: the name behind an attribution: pronouns and roles resolved within their paragraph, titles taken off.
// Must not know: other segments, notes.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { DETERMINERS, ORGANISATION_NAME, ROLE_NOUNS } from '../../lexicon/source-nouns.ts';
import { covers, lowerBound, type Span, slice } from '../../text/span.ts';
import type { Attribution, Facts, NameFact } from '../facts.ts';
import { perFacts } from '../per-facts.ts';

/** Who speaks. */
export interface Speaker {
  /** The name where one is known, else the words of the source ("the ministry"). */
  readonly text: string;
  readonly kind: Attribution['kind'];
  /** A person's name, as opposed to a role, a body or an unresolved pronoun. */
  readonly named: boolean;
  /** The name stands in the attribution itself, or is the only one that it can mean. */
  readonly certain: boolean;
  /** The words in the attribution that name the source; relative to the segment. */
  readonly span: Span;
}

const NAME_RUN =
  /(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:van|von|de|der|den|da|di|del|della|la|le|el|al|bin|ibn|ter|dos|du))(?:\s+(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:van|von|de|der|den|da|di|del|della|la|le|el|al|bin|ibn|ter|dos|du)(?=\s)))*/gu;
const TITLES = new Set(
  `mr mrs ms miss mx dr prof sir dame lord lady president prime minister secretary senator sen rep representative gov governor gen general col colonel
  capt captain lt sgt judge justice chancellor king queen prince princess pope ambassador mayor sheriff professor former deputy chief director congressman congresswoman
  vice spokesman spokeswoman press detective officer commissioner inspector analyst researcher engineer attorney chairman`.split(/\s+/),
);

const SPEAKERS = new WeakMap<Attribution, Speaker | undefined>();

/** The speaker of an attribution of `facts`; undefined for the unnamed passive. Worked out once: every claim in its scope asks. */
export function resolveSpeaker(facts: Facts, attribution: Attribution): Speaker | undefined {
  if (!SPEAKERS.has(attribution)) SPEAKERS.set(attribution, speakerOf(facts, attribution));
  return SPEAKERS.get(attribution);
}

function speakerOf(facts: Facts, attribution: Attribution): Speaker | undefined {
  const { source } = attribution;
  if (!source) return undefined;
  const words = slice(facts.tree.prose, source).replace(/\s+/g, ' ').trim();
  if (attribution.kind === 'pronoun') return fromContext(facts, attribution, source, words);
  if (attribution.kind === 'person') {
    const named = personWithin(facts, source);
    const text = named ? named.text : personName(words);
    return { text, kind: 'person', named: true, certain: true, span: named ? named.span : source };
  }
  if (attribution.kind === 'role') return roleHolder(facts, attribution, source, words);
  return { text: words, kind: attribution.kind, named: false, certain: true, span: source };
}

/** The name in "its spokesman Jonas Feld" or "President Arden". */
export function personName(words: string): string {
  let best = '';
  for (const match of words.matchAll(NAME_RUN)) {
    const parts = match[0].split(/\s+/);
    while (
      parts.length > 1 &&
      (TITLES.has((parts[0] as string).toLowerCase().replace(/\.$/, '')) || DETERMINERS.has((parts[0] as string).toLowerCase()))
    )
      parts.shift();
    const name = parts.join(' ').replace(/['’]s$/, '');
    if (DETERMINERS.has(name.toLowerCase()) || parts.some(part => ORGANISATION_NAME.has(part.toLowerCase()) && parts.length > 2)) continue;
    if (name.split(' ').length >= best.split(' ').length || best === '') best = name;
  }
  return best === '' ? words : best;
}

function personWithin({ names }: Facts, source: Span): NameFact | undefined {
  for (let at = lowerBound(names, source.start, name => name.span); at < names.length; at++) {
    const name = names[at] as NameFact;
    if (name.span.start >= source.end) return undefined;
    if (name.kind === 'person' && covers(source, name.span)) return name;
  }
  return undefined;
}

/** A person who is named: where, with the words of the name, and whether as one who speaks there. */
interface Mention {
  readonly span: Span;
  readonly text: string;
  readonly words: readonly string[];
  readonly spoke: boolean;
}

/** People as sources of attributions, and people named at all; each in order. */
const mentionsOf = perFacts(({ tree, attributions, names }) => {
  const spoke: Mention[] = [];
  for (const { kind, source } of attributions) {
    if (kind !== 'person' || !source) continue;
    const text = personName(slice(tree.prose, source).replace(/\s+/g, ' '));
    spoke.push({ span: source, text, words: nameWords(text), spoke: true });
  }
  spoke.sort((a, b) => a.span.start - b.span.start);
  const named = names
    .filter(name => name.kind === 'person')
    .map(({ span, text }): Mention => ({ span, text, words: nameWords(text), spoke: false }));
  return { spoke, named };
});

/** So many mentions back somebody may have been named whom "she" means. */
const REACH = 24;

/** People named before an attribution in its block: those who speak there first, most recent last. */
function peopleBefore(facts: Facts, attribution: Attribution): readonly Mention[] {
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  if (!block) return [];
  const { spoke, named } = mentionsOf(facts);
  const reached = (mentions: readonly Mention[]): readonly Mention[] => {
    const end = lowerBound(mentions, attribution.cue.start, mention => mention.span);
    return mentions.slice(Math.max(0, end - REACH), end).filter(mention => mention.span.start >= block.span.start);
  };
  const people = [...reached(spoke)];
  for (const mention of reached(named)) if (!people.some(person => canBeOne(person.words, mention.words))) people.push(mention);
  return people.sort((a, b) => a.span.start - b.span.start);
}

function fromContext(facts: Facts, attribution: Attribution, span: Span, words: string): Speaker {
  const people = peopleBefore(facts, attribution);
  const last = people.findLast(person => person.spoke) ?? people.at(-1);
  if (!last || /^(?:I|we|us|you|it|they|them|their)$/i.test(words))
    return { text: words, kind: 'pronoun', named: false, certain: false, span };
  const full = people.find(person => canBeOne(person.words, last.words) && person.text.includes(' ')) ?? last;
  const others = people.some(person => !canBeOne(person.words, (people[0] as Mention).words)) || namesAnother(facts, attribution, last);
  return {
    text: full.text,
    kind: 'person',
    named: true,
    certain: !others && (last.spoke || isSubjectBefore(facts, attribution, last)),
    span,
  };
}

/** "Tomas Reyk leads the union. “We closed at four,” he said." */
function isSubjectBefore({ tree }: Facts, attribution: Attribution, { span }: Mention): boolean {
  const before = tree.sentences[attribution.sentence - 1];
  if (before === undefined || before.span.start !== span.start) return false;
  return !/\b(?:he|she|him|her|his)\b/i.test(tree.prose.slice(before.span.start, before.span.end));
}

/** A full name of somebody else, whether it was recognised as a person's or not, stands before the attribution in its block. */
function namesAnother({ tree }: Facts, attribution: Attribution, last: Mention): boolean {
  const block = tree.blocks[tree.sentences[attribution.sentence]?.block ?? -1];
  const start = Math.max(block?.span.start ?? 0, attribution.cue.start - CALLED);
  for (const match of tree.prose.slice(start, attribution.cue.start).matchAll(FULL_NAME)) {
    const words = nameWords(match[0]);
    if (FUNCTION_WORDS.has(words[0] ?? '')) words.shift();
    if (words.length > 1 && !words.some(word => ORGANISATION_NAME.has(word)) && !canBeOne(words, last.words)) return true;
  }
  return false;
}

const FULL_NAME = /(?<![\p{L}\p{N}])\p{Lu}\p{Ll}[\p{L}'’-]*(?: \p{Lu}\p{Ll}[\p{L}'’-]*){1,2}/gu;

/** How far back, in UTF-16 units, somebody may have been called by a role. */
const CALLED = 4000;

/** "said the director, Lukas Bergmann." */
const NAME_BEHIND = /^, (\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){1,2})(?=[.,;:]|$| [([])/u;

/** "the spokesman": the one person who was called so before in the paragraph. */
function roleHolder(facts: Facts, attribution: Attribution, span: Span, words: string): Speaker {
  const behind = NAME_BEHIND.exec(facts.tree.prose.slice(span.end, span.end + 60))?.[1];
  if (behind !== undefined && !behind.split(' ').some(part => ORGANISATION_NAME.has(part.toLowerCase())))
    return { text: behind, kind: 'person', named: true, certain: true, span: { start: span.end + 2, end: span.end + 2 + behind.length } };
  const role = words
    .toLowerCase()
    .split(' ')
    .reverse()
    .find(word => ROLE_NOUNS.has(word));
  const people = role === undefined ? [] : peopleBefore(facts, attribution);
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  const before = block ? facts.tree.prose.slice(Math.max(block.span.start, attribution.span.start - CALLED), attribution.span.start) : '';
  const only = people.length === 1 ? people[0] : undefined;
  if (!only || !role || !new RegExp(`\\b${role}\\b`, 'i').test(before))
    return { text: words, kind: 'role', named: false, certain: false, span };
  return { text: only.text, kind: 'person', named: true, certain: true, span };
}

/** Whether two names of people can mean one person: one's last word is among the other's words. */
export function sameSurname(a: string, b: string): boolean {
  return canBeOne(nameWords(a), nameWords(b));
}

function canBeOne(left: readonly string[], right: readonly string[]): boolean {
  const lastLeft = left[left.length - 1];
  const lastRight = right[right.length - 1];
  return lastLeft !== undefined && lastRight !== undefined && (right.includes(lastLeft) || left.includes(lastRight));
}

/** Words of a name, folded: lower case, without accents, titles, possessive and full stops. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/g, '')
    .split(/[^\p{L}\p{N}'’-]+/u)
    .filter(word => word !== '' && !TITLES.has(word));
}

/** `Luis Ferrant` gives `lf`; for notes that write `LF: "…"`. */
export function initialsOf(name: string): string {
  return nameWords(name)
    .flatMap(word => word.split('-'))
    .map(word => word[0] ?? '')
    .join('');
}
