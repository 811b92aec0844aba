// Owns: people of the draft who are none of the notes': first name of one with the surname of another, one's name with another's office.
// Must not know: verdicts, rules, spelling.
import { isTitleWord } from '../../lexicon/titles.ts';
import type { Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isStated, quotedSpans, sharedApart } from './comparing.ts';

/** A full name in a text: indices of its first and last word. */
interface FullName {
  readonly first: number;
  readonly last: number;
}

/** At most one difference for each full name of the claim. */
export function personDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  const differences: Difference[] = [];
  for (const name of fullNames(words)) {
    const span = {
      start: (words.words[name.first] as KeyedWord).start + claim.span.start,
      end: (words.words[name.last] as KeyedWord).end + claim.span.start,
    };
    if (!isStated(comparing, span, quoted)) continue;
    const found = mixedName(comparing, name, span) ?? otherOffice(comparing, name, span);
    if (found !== undefined) differences.push(found);
  }
  return differences;
}

/** Two or three capitalised words in a row, titles before them left out. */
function fullNames(text: KeyedText): FullName[] {
  const names: FullName[] = [];
  for (let at = 0; at < text.words.length; at++) {
    if (!isNamePart(text, at)) continue;
    let last = at;
    while (last + 1 < text.words.length && last < at + 3 && isNamePart(text, last + 1) && touches(text, last)) last++;
    let first = at;
    while (first < last && isTitleWord((text.words[first] as KeyedWord).folded)) first++;
    if (last > first && last - first <= 2) names.push({ first, last });
    at = last;
  }
  return names;
}

function isNamePart(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  return !word.isFunction && !word.isNumber && /^\p{Lu}[\p{L}'’-]*\p{Ll}(?:['’]s)?$/u.test(word.text);
}

function touches(text: KeyedText, at: number): boolean {
  return (
    /^[ .]{1,2}$/.test(text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start)) &&
    !isPossessive(text, at)
  );
}

function isPossessive(text: KeyedText, at: number): boolean {
  return /['’]s$/.test((text.words[at] as KeyedWord).text);
}

interface Person {
  readonly passage: Passage;
  readonly text: KeyedText;
  readonly name: FullName;
}

/** "Peter Lunn" where the notes have Marta Lunn and Peter Osei. */
function mixedName(comparing: Comparing, name: FullName, span: Span): Difference | undefined {
  const { words } = comparing;
  const [first, last] = [words.words[name.first] as KeyedWord, words.words[name.last] as KeyedWord];
  const sameFirst: Person[] = [];
  const sameLast: Person[] = [];
  for (const passage of passagesOn(comparing, `${first.text} ${last.text}`)) {
    const text = keyedPassage(passage);
    if (text.places.has(first.key) && text.places.has(last.key) && isTogether(text, first.key, last.key)) return undefined;
    for (const other of fullNames(text)) {
      const [given, family] = [text.words[other.first] as KeyedWord, text.words[other.last] as KeyedWord];
      if (given.key === first.key && bare(family) !== bare(last)) sameFirst.push({ passage, text, name: other });
      if (bare(family) === bare(last) && given.key !== first.key) sameLast.push({ passage, text, name: other });
    }
  }
  if (sameLast.length === 0 && !isWord(comparing, last)) return undefined;
  const distinct = (people: readonly Person[]): boolean => new Set(people.map(nameText)).size === 1;
  const isMixed = sameFirst.length > 0 && sameLast.length > 0;
  const candidates = isMixed ? [...sameFirst, ...sameLast] : sameFirst.length > 0 ? sameFirst : isWord(comparing, first) ? [] : sameLast;
  const office = officeOf(words, name);
  const held = candidates.filter(person => hasOffice(person, office));
  const meant = held.length > 0 ? held : isMixed ? bestOf(comparing, candidates, span) : [];
  const [person] = meant;
  if (person === undefined || !distinct(meant)) return undefined;
  const noted = nameText(person);
  const replacement = isPossessive(words, name.last) ? `${noted}’s` : noted;
  return { kind: 'name', span, drafted: drafted(comparing, span), noted, passage: person.passage, replacement };
}

function bare(word: KeyedWord): string {
  return word.folded.replace(/['’]s$/, '');
}

function nameText({ text, name }: Person): string {
  return text.text.slice((text.words[name.first] as KeyedWord).start, (text.words[name.last] as KeyedWord).end).replace(/['’]s$/, '');
}

/** The two names stand side by side, in either order. */
function isTogether(text: KeyedText, first: string, last: string): boolean {
  return (text.places.get(first) ?? []).some(at => (text.places.get(last) ?? []).some(other => Math.abs(other - at) <= 2));
}

/** Candidates and what the index finds, each once, those of the claim first. */
function passagesOn(comparing: Comparing, query: string): readonly Passage[] {
  return [...new Set([...comparing.candidates.map(candidate => candidate.passage), ...comparing.find(query)])];
}

function isWord(comparing: Comparing, word: KeyedWord): boolean {
  return comparing.find(word.text).some(passage => keyedPassage(passage).places.has(word.key));
}

/** The people whose passage shares most with the claim. */
function bestOf(comparing: Comparing, people: readonly Person[], span: Span): readonly Person[] {
  const shares = people.map(person => {
    const candidate = comparing.candidates.find(one => one.passage === person.passage);
    return candidate === undefined ? 0 : sharedApart(comparing, candidate, [span]).coverage + (candidate.cited ? 0.2 : 0);
  });
  const most = Math.max(...shares);
  return people.filter((_, at) => most > 0 && shares[at] === most);
}

/** Keys of the words that say what somebody is: "…, the medical director", "(medical director)", "Sergeant …". */
function officeOf(text: KeyedText, name: FullName): readonly string[] {
  const keys: string[] = [];
  for (let at = name.first - 1; at >= 0 && at >= name.first - 4; at--) {
    const word = text.words[at] as KeyedWord;
    const gap = text.text.slice(word.end, (text.words[at + 1] as KeyedWord).start);
    if (!/^[ .]{1,2}$/.test(gap) || word.isFunction || word.isNumber) break;
    // "chief executive Ruth Adeyemi": lower-case words before the name, and titles.
    if (/^\p{Lu}/u.test(word.text) && !isTitleWord(word.folded) && at > 0) break;
    keys.push(word.key);
  }
  const after = text.words[name.last + 1];
  const gap = after === undefined ? '' : text.text.slice((text.words[name.last] as KeyedWord).end, after.start);
  if (!/^(?:,| \()/.test(gap)) return keys;
  for (let at = name.last + 1; at < text.words.length && at <= name.last + 8; at++) {
    const word = text.words[at] as KeyedWord;
    if (at > name.last + 1 && /[,.;:()—–]/.test(text.text.slice((text.words[at - 1] as KeyedWord).end, word.start))) break;
    if (/^(?:who|which|that|said|says|told|and|whose)$/.test(word.folded)) break;
    if (!word.isFunction && !word.isNumber) keys.push(word.key);
  }
  return keys;
}

function hasOffice(person: Person, office: readonly string[]): boolean {
  if (office.length === 0) return false;
  const own = new Set(officeOf(person.text, person.name));
  return office.some(key => own.has(key));
}

/** "Ines Vogt, the head of surgery" where the notes give that office to another, and another one to her. */
function otherOffice(comparing: Comparing, name: FullName, span: Span): Difference | undefined {
  const { words } = comparing;
  const office = officeOf(words, name);
  if (office.length === 0) return undefined;
  const last = words.words[name.last] as KeyedWord;
  let own: Person | undefined;
  let holder: Person | undefined;
  const holds = (keys: readonly string[]): boolean => office.every(key => keys.includes(key));
  for (const passage of passagesOn(comparing, words.text)) {
    const text = keyedPassage(passage);
    for (const other of fullNames(text)) {
      const keys = officeOf(text, other);
      if (keys.length === 0) continue;
      const isSame = bare(text.words[other.last] as KeyedWord) === bare(last);
      if (isSame && holds(keys)) return undefined;
      if (isSame) own ??= { passage, text, name: other };
      else if (holds(keys) && keys.length <= office.length + 1) holder ??= { passage, text, name: other };
    }
  }
  if (own === undefined || holder === undefined) return undefined;
  const noted = nameText(holder);
  return { kind: 'name', span, drafted: drafted(comparing, span), noted, passage: holder.passage, replacement: noted };
}
