// Owns: names and identifiers that the notes spell differently for the same thing.
// Must not know: verdicts, rules.
import type { Reference } from '../../extract/facts.ts';
import { isSameTitle, isTitleWord } from '../../lexicon/titles.ts';
import { editDistance } from '../../text/distance.ts';
import { overlaps, type Span } from '../../text/span.ts';
import { type KeyedText, type KeyedWord, keyedPassage, keyedTitle } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import { weightsOf } from '../support-model.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isStated, LONGEST_WHOLE, quotedSpans, sharedApart } from './comparing.ts';
import { halfNameDifferences } from './half-names.ts';
import { isNameKept } from './kept-values.ts';
import { personDifferences } from './persons.ts';
import { placedDifferences } from './placed-things.ts';
import { looksMistyped } from './quantities.ts';
import { slotDifferences } from './slots.ts';

/** Endings that make one name of another: "Kestria" and "Kestrian". */
const DERIVED = /^(?:s|es|n|an|ian|ean|ns|ans|ians|ese|ish|i|ic|ite|ites|er|ers|ist|ists)$/;

/** Names of the claim that no evidence has, where a passage about the same thing has one that is nearly the same. */
export function nameDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const found = [
    ...personDifferences(comparing),
    ...spellingDifferences(comparing, quoted),
    ...halfNameDifferences(comparing),
    ...identifierDifferences(comparing, quoted),
    ...slotDifferences(comparing),
    ...placedDifferences(comparing),
  ];
  // Of one place only the first is told.
  const differing = found.filter(one => !isNameKept(comparing, one));
  return differing.filter((one, at) => !differing.slice(0, at).some(before => overlaps(before.span, one.span)));
}

function spellingDifferences(comparing: Comparing, quoted: readonly Span[]): Difference[] {
  const { words, claim } = comparing;
  const differences: Difference[] = [];
  for (const [at, word] of words.words.entries()) {
    const span = { start: word.start + claim.span.start, end: word.end + claim.span.start };
    if (!isNameWord(word, at) || isTitle(words, at) || !isStated(comparing, span, quoted) || inIdentifier(comparing, span)) continue;
    if (comparing.candidates.some(candidate => keyedPassage(candidate.passage).places.has(word.key))) continue;
    const isRare = (comparing.weights[at] as number) >= 0.95;
    const like =
      (isRare ? (likeName(comparing, word, span) ?? likeNameOfCited(comparing, at)) : undefined) ??
      likeBesideName(comparing, at) ??
      (isRare ? likeNameOfAny(comparing, at) : undefined);
    if (like === undefined || isKnown(comparing, word)) continue;
    const replacement = word.text.endsWith("'s") || word.text.endsWith('’s') ? `${like.name}${word.text.slice(-2)}` : like.name;
    differences.push({ kind: 'name', span, drafted: word.text, noted: like.name, passage: like.passage, replacement });
  }
  return differences;
}

function isNameWord(word: KeyedWord, at: number): boolean {
  if (word.isFunction || word.folded.length < 4 || /\d/.test(word.folded)) return false;
  const capital = word.text.charAt(0) !== word.text.charAt(0).toLowerCase();
  return capital && (word.isName || at === 0);
}

/** "Captain" before a name. */
function isTitle({ words }: KeyedText, at: number): boolean {
  const next = words[at + 1];
  return isTitleWord((words[at] as KeyedWord).folded) && next !== undefined && isCapital(next);
}

/** "Capt" for "Captain", "Cdr" for "Commander", "Univ" for "University": the letters of the one in the other, from the first. */
function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (isSameTitle(short, long)) return true;
  if (short.length > 5 || short.length > 0.6 * long.length || short.charAt(0) !== long.charAt(0)) return false;
  let at = 0;
  for (const letter of long) if (letter === short.charAt(at)) at++;
  return at === short.length && (long.startsWith(short) || short.at(-1) === long.at(-1));
}

function inIdentifier(comparing: Comparing, span: Span): boolean {
  const inside = (fact: { readonly span: Span }): boolean => fact.span.start <= span.start && span.end <= fact.span.end;
  return comparing.facts.references.some(inside) || comparing.facts.indicators.some(inside);
}

/** A name of a passage that is one or two edits away, is not in the claim, and stands in shared context. */
function likeName(comparing: Comparing, word: KeyedWord, span: Span): { name: string; passage: Passage } | undefined {
  for (const candidate of comparing.candidates) {
    const shared = sharedApart(comparing, candidate, [span]);
    if (shared.words < 1.5 && !(candidate.cited && shared.words >= 1)) continue;
    for (const other of keyedPassage(candidate.passage).words) {
      if (other.isFunction || /\d/.test(other.folded) || other.text.charAt(0) === other.text.charAt(0).toLowerCase()) continue;
      if (!(areLookalikes(word.folded, other.folded) || areHumpsAlike(word.text, other.text)) || comparing.words.places.has(other.key))
        continue;
      const name = other.text.replace(/['’]s$/, '');
      return { name: inCaseOf(word.text, name), passage: candidate.passage };
    }
  }
  return undefined;
}

/** "PrintSpoolHelper" and "PrintQueueHelper": of three parts or more one differs. */
function areHumpsAlike(a: string, b: string): boolean {
  const parts = (name: string): readonly string[] => name.match(/\p{Lu}\p{Ll}+/gu) ?? [];
  const [mine, theirs] = [parts(a), parts(b)];
  if (mine.length < 3 || mine.length !== theirs.length || mine.join('') !== a || theirs.join('') !== b) return false;
  return mine.filter((part, at) => part !== theirs[at]).length === 1;
}

function isSubject({ words }: Comparing, at: number): boolean {
  return /^(?:is|was|has|had|will|said|says|did|does|can|wrote|writes|told)$/.test(words.words[at + 1]?.folded ?? '');
}

/** "Holmstad" where the cited Source has a "Holmgard", and the claim has not: names that begin alike are mixed up. */
function likeNameOfCited(comparing: Comparing, at: number): { name: string; passage: Passage } | undefined {
  const word = comparing.words.words[at] as KeyedWord;
  if (!word.isName && !isSubject(comparing, at)) return undefined;
  for (const source of comparing.cited) {
    if (source.passages.length > LONGEST_WHOLE) continue;
    const [head] = source.passages;
    if (head === undefined) continue;
    const texts = [
      ...source.passages.map(passage => ({ passage, text: keyedPassage(passage) })),
      { passage: head, text: comparing.title(source).passage },
    ];
    for (const { passage, text } of texts) {
      const other = text.words.find(
        one => isCapital(one) && !one.isFunction && beginAlike(word.folded, one.folded) && !comparing.words.places.has(one.key),
      );
      if (other !== undefined && isName(text, other)) return { name: other.text.replace(/['’]s$/, ''), passage };
    }
  }
  return undefined;
}

/** How long a name must be for one wrong letter, or two, to make no other name of it. */
const LONG = { one: 6, two: 9 } as const;

/** How many lines at the head of a Source say whose it is. */
const HEAD = 3;

/** "Hushguild" where Sources are called after "Hushguide", whatever the claim is about; where two names are as like, none is meant. */
function likeNameOfAny(comparing: Comparing, at: number): { name: string; passage: Passage } | undefined {
  const word = comparing.words.words[at] as KeyedWord;
  if (word.folded.length < LONG.one || (!word.isName && !/['’]s$/.test(word.text) && !isSubject(comparing, at))) return undefined;
  if (isKnown(comparing, word)) return undefined;
  let found: { name: string; passage: Passage } | undefined;
  for (const source of comparing.sources()) {
    const [head] = source.passages;
    if (head === undefined) continue;
    const texts = source.passages.slice(0, HEAD).map(passage => ({ passage, text: keyedPassage(passage) }));
    for (const { passage, text } of [{ passage: head, text: keyedTitle(source) }, ...texts]) {
      for (const other of text.words) {
        const [mine, theirs] = [bare(word), bare(other)];
        if (!isCapital(other) || other.isFunction || comparing.words.places.has(other.key) || !isLetterOff(mine, theirs)) continue;
        const name = inCaseOf(word.text, other.text.replace(/['’]s$/, ''));
        if (found !== undefined && found.name.toLowerCase() !== name.toLowerCase()) return undefined;
        found ??= { name, passage };
      }
    }
  }
  return found;
}

/** A name as the draft writes its own: a heading in capitals asks for none. */
function inCaseOf(mine: string, name: string): string {
  if (mine === mine.toUpperCase()) return name.toUpperCase();
  return name === name.toUpperCase() && name.length > ALIKE ? name.charAt(0) + name.slice(1).toLowerCase() : name;
}

function bare({ folded }: KeyedWord): string {
  return folded.replace(/['’]s$/, '');
}

/** One letter apart, two in long names that begin alike. */
function isLetterOff(a: string, b: string): boolean {
  if (!areLookalikes(a, b)) return false;
  const short = Math.min(a.length, b.length);
  if (editDistance(a, b, 1) <= 1) return short >= LONG.one;
  return short >= LONG.two && a.slice(0, ALIKE) === b.slice(0, ALIKE);
}

/** A capital where no sentence begins, or on a word that is hardly any other than a name. */
function isName(text: KeyedText, word: KeyedWord): boolean {
  return word.isName || (weightsOf(text)[text.words.indexOf(word)] ?? 0) >= 0.95;
}

/** How many letters names that are mixed up have in common at least. */
const ALIKE = 4;

/** Two names that share their first letters, half of the longer one, and are no forms of one name. */
function beginAlike(a: string, b: string): boolean {
  const [first, second] = [a.replace(/['’]s$/, ''), b.replace(/['’]s$/, '')];
  if (first === second || Math.min(first.length, second.length) < 6 || !/^\p{L}+$/u.test(first + second)) return false;
  let prefix = 0;
  while (prefix < first.length && first.charAt(prefix) === second.charAt(prefix)) prefix++;
  if (prefix < ALIKE || 2 * prefix < Math.max(first.length, second.length)) return false;
  const [left, right] = [first.slice(prefix), second.slice(prefix)];
  return left.length >= 1 && right.length >= 1 && !isEnding(left) && !isEnding(right) && !isSpelling(first, second);
}

/** What makes a noun, an adjective or a people of a name. */
function isEnding(rest: string): boolean {
  return (
    DERIVED.test(rest) ||
    /^(?:ing|ed|al|ally|y|ly|ion|ions|ive|or|ors|ment|ments|able|age|ia|land|lands|ance|ence|ity|ern|erly|ward|ism|isms|ize|ise|um|us|a|o|e)$/.test(
      rest,
    )
  );
}

/** "Halcyon Beach" and "Halcyon Reach": beside the same other half of a name, any one letter may be the slip. */
function likeBesideName(comparing: Comparing, at: number): { name: string; passage: Passage } | undefined {
  const { words } = comparing;
  const word = words.words[at] as KeyedWord;
  for (const step of [-1, 1]) {
    const half = words.words[at + step];
    const gap = words.text.slice(Math.min(word.end, half?.end ?? 0), Math.max(word.start, half?.start ?? 0));
    if (half === undefined || !isCapital(half) || half.isFunction || gap !== ' ') continue;
    for (const { passage } of comparing.candidates) {
      const text = keyedPassage(passage);
      for (const place of text.places.get(half.key) ?? []) {
        const other = text.words[place - step];
        if (other === undefined || !isCapital(other) || other.isFunction || other.folded.length < 4) continue;
        if (!isHalfSlip(word.folded, other.folded) || isShortFor(word.folded, other.folded)) continue;
        return { name: other.text.replace(/['’]s$/, ''), passage };
      }
    }
  }
  return undefined;
}

/** One letter, or another ending: "Nordholm Mutual" and "Nordhavn Mutual". */
function isHalfSlip(a: string, b: string): boolean {
  if (isSpelling(a, b)) return false;
  if (editDistance(a, b, 1) <= 1) return true;
  let prefix = 0;
  while (prefix < a.length && a.charAt(prefix) === b.charAt(prefix)) prefix++;
  const [left, right] = [a.slice(prefix), b.slice(prefix)];
  if (prefix < ALIKE || 2 * prefix < Math.max(a.length, b.length) || Math.max(a.length, b.length) < 7) return false;
  return left === '' ? !isEnding(right) : right === '' ? !isEnding(left) : !isEnding(left) || !isEnding(right);
}

function isCapital(word: KeyedWord): boolean {
  return word.text.charAt(0) !== word.text.charAt(0).toLowerCase();
}

/** British and American spelling, or one form and its plural. */
function isSpelling(a: string, b: string): boolean {
  const plain = (text: string): string =>
    text
      .replace(/our/g, 'or')
      .replace(/re$/, 'er')
      .replace(/ence$/, 'ense')
      .replace(/is(?=e|ation)/g, 'iz')
      .replace(/s$/, '');
  return plain(a) === plain(b);
}

/** Whether two names differ by a slip: one edit, two from seven letters on, and neither is derived from the other. */
export function areLookalikes(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4 || a.charAt(0) !== b.charAt(0) || isSpelling(a, b)) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short) && DERIVED.test(long.slice(short.length))) return false;
  // "Kestria" and "Kestrian", "Norway" and "Norwegian" share a stem and part in an ending.
  let prefix = 0;
  while (prefix < short.length && a.charAt(prefix) === b.charAt(prefix)) prefix++;
  if (DERIVED.test(long.slice(prefix)) && /^[aeiouy]?$/.test(short.slice(prefix))) return false;
  const limit = short.length >= 7 ? 2 : 1;
  return editDistance(a, b, limit) <= limit;
}

/** Whether any evidence has the word. */
function isKnown(comparing: Comparing, word: KeyedWord): boolean {
  return comparing.find(word.text).some(passage => keyedPassage(passage).places.has(word.key));
}

function identifierDifferences(comparing: Comparing, quoted: readonly Span[]): Difference[] {
  const differences: Difference[] = [];
  const own = comparing.facts.references.filter(
    fact => fact.kind === 'cve' && fact.malformed === undefined && isStated(comparing, fact.span, quoted),
  );
  const apart = own.map(fact => fact.span);
  for (const fact of own) {
    if (comparing.find(fact.id).some(passage => passage.text.includes(fact.id))) continue;
    const like = likeIdentifier(comparing, fact, own, apart);
    if (like === undefined) continue;
    differences.push({
      kind: 'name',
      span: fact.span,
      drafted: drafted(comparing, fact.span),
      noted: like.id,
      passage: like.passage,
      replacement: like.id,
    });
  }
  return [...differences, ...indicatorDifferences(comparing, quoted)];
}

function likeIdentifier(
  comparing: Comparing,
  fact: Reference,
  own: readonly Reference[],
  apart: readonly Span[],
): { id: string; passage: Passage } | undefined {
  for (const candidate of comparing.candidates) {
    const shared = sharedApart(comparing, candidate, apart);
    const others = factsOfPassage(candidate.passage, comparing.knowledge).references.filter(
      other => other.kind === fact.kind && other.malformed === undefined && !own.some(mine => mine.id === other.id),
    );
    for (const other of others) {
      const slip = looksMistyped(fact.id, other.id) || editDistance(fact.id, other.id, 1) <= 1;
      const enough = slip ? shared.words >= 1 : others.length === 1 && shared.coverage >= 0.6 && shared.telling >= 2;
      if (enough) return { id: other.id, passage: candidate.passage };
    }
  }
  return undefined;
}

/** Hashes and addresses that differ from the notes' by a slip. */
function indicatorDifferences(comparing: Comparing, quoted: readonly Span[]): Difference[] {
  const differences: Difference[] = [];
  for (const fact of comparing.facts.indicators) {
    if (!isStated(comparing, fact.span, quoted) || fact.malformed !== undefined || fact.harmless !== undefined || fact.value.length < 8)
      continue;
    const written = drafted(comparing, fact.span);
    if (
      comparing
        .find(written)
        .some(passage => factsOfPassage(passage, comparing.knowledge).indicators.some(other => other.value === fact.value))
    )
      continue;
    for (const candidate of comparing.candidates) {
      const other = factsOfPassage(candidate.passage, comparing.knowledge).indicators.find(
        one =>
          one.kind === fact.kind &&
          one.value !== fact.value &&
          (isSlip(fact.value, one.value) || (candidate.cited && isOneDigitOff(comparing, fact.value, one.value))),
      );
      if (other === undefined) continue;
      const noted = candidate.passage.text.slice(other.span.start, other.span.end);
      const replacement = fact.written === other.written ? { replacement: noted } : {};
      differences.push({ kind: 'name', span: fact.span, drafted: written, noted, passage: candidate.passage, ...replacement });
      break;
    }
  }
  return differences;
}

/** Addresses that differ in one digit of the last part, where the draft has got no place for the noted one. */
function isOneDigitOff(comparing: Comparing, drafted: string, noted: string): boolean {
  const [mine, theirs] = [drafted.split('.'), noted.split('.')];
  if (mine.length !== 4 || theirs.length !== 4 || mine.slice(0, 3).join('.') !== theirs.slice(0, 3).join('.')) return false;
  if (comparing.facts.indicators.some(fact => fact.value === noted)) return false;
  return mine[3]?.length === theirs[3]?.length && editDistance(mine[3] ?? '', theirs[3] ?? '', 1) <= 1;
}

/** One edit apart; two for hashes. Addresses of one range differ in a digit and are two addresses: a swap alone is a slip there. */
function isSlip(a: string, b: string): boolean {
  if (/^[\d.]+$/.test(a))
    return a.length === b.length && a.length > 8 && looksMistyped(a, b) && [...a].sort().join('') === [...b].sort().join('');
  const limit = /^[0-9a-f]{32,}$/.test(a) ? 2 : 1;
  return editDistance(a, b, limit) <= limit;
}
