// Owns: the name behind an attribution: pronouns and roles resolved within their paragraph, titles taken off.
// Must not know: other segments, notes.
import { DETERMINERS, ORGANISATION_NAME, ROLE_NOUNS } from '../../lexicon/source-nouns.ts';
import { covers, type Span, slice } from '../../text/span.ts';
import type { Attribution, Facts } from '../facts.ts';

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

/** The speaker of an attribution of `facts`; undefined for the unnamed passive. */
export function resolveSpeaker(facts: Facts, attribution: Attribution): Speaker | undefined {
  const { source } = attribution;
  if (!source) return undefined;
  const words = slice(facts.tree.prose, source).replace(/\s+/g, ' ').trim();
  if (attribution.kind === 'pronoun') return fromContext(facts, attribution, source, words);
  if (attribution.kind === 'person') {
    const named = facts.names.find(name => name.kind === 'person' && covers(source, name.span));
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

/** People named before an attribution in its block: those who speak there first, most recent last. */
function peopleBefore(facts: Facts, attribution: Attribution): { text: string; spoke: boolean }[] {
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  if (!block) return [];
  const people: { at: number; text: string; spoke: boolean }[] = [];
  for (const other of facts.attributions) {
    if (other.kind !== 'person' || !other.source || other.source.start < block.span.start || other.source.start >= attribution.cue.start)
      continue;
    const text = personName(slice(facts.tree.prose, other.source).replace(/\s+/g, ' '));
    people.push({ at: other.source.start, text, spoke: true });
  }
  for (const name of facts.names) {
    if (name.kind !== 'person' || name.span.start < block.span.start || name.span.start >= attribution.cue.start) continue;
    if (!people.some(person => sameSurname(person.text, name.text))) people.push({ at: name.span.start, text: name.text, spoke: false });
  }
  return people.sort((a, b) => a.at - b.at);
}

function fromContext(facts: Facts, attribution: Attribution, span: Span, words: string): Speaker {
  const people = peopleBefore(facts, attribution);
  const distinct = people.filter((person, index) => !people.slice(0, index).some(earlier => sameSurname(earlier.text, person.text)));
  const last = [...people].reverse().find(person => person.spoke) ?? people[people.length - 1];
  if (!last || /^(?:I|we|us|you|it|they|them|their)$/i.test(words))
    return { text: words, kind: 'pronoun', named: false, certain: false, span };
  const full = people.find(person => sameSurname(person.text, last.text) && person.text.includes(' ')) ?? last;
  return { text: full.text, kind: 'person', named: true, certain: distinct.length === 1 && last.spoke, span };
}

/** "the spokesman": the one person who was called so before in the paragraph. */
function roleHolder(facts: Facts, attribution: Attribution, span: Span, words: string): Speaker {
  const role = words
    .toLowerCase()
    .split(' ')
    .reverse()
    .find(word => ROLE_NOUNS.has(word));
  const people = role === undefined ? [] : peopleBefore(facts, attribution);
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  const before = block ? facts.tree.prose.slice(block.span.start, attribution.span.start) : '';
  const only = people.length === 1 ? people[0] : undefined;
  if (!only || !role || !new RegExp(`\\b${role}\\b`, 'i').test(before))
    return { text: words, kind: 'role', named: false, certain: false, span };
  return { text: only.text, kind: 'person', named: true, certain: true, span };
}

/** Whether two names of people can mean one person: one's last word is among the other's words. */
export function sameSurname(a: string, b: string): boolean {
  const left = nameWords(a);
  const right = nameWords(b);
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
