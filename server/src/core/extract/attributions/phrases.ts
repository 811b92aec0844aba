// Owns: the noun phrase that stands as the source beside a reporting verb.
// Must not know: which verbs report; what is attributed.
import {
  ADVERBS,
  AUXILIARIES,
  DETERMINERS,
  DOCUMENT_NOUNS,
  GROUP_NOUNS,
  NOUN_PREPOSITIONS,
  ORGANISATION_NAME,
  ORGANISATION_NOUNS,
  PHRASE_BOUNDS,
  PREPOSITIONS,
  PRONOUNS,
  ROLE_NOUNS,
  TIME_NOUNS,
  UNNAMED_NOUNS,
} from '../../lexicon/source-nouns.ts';
import type { Item } from './items.ts';

/** Items `[from, to)` that name a source; `extent` also holds its apposition. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  readonly extent: { readonly from: number; readonly to: number };
}

/** "people familiar with the matter", "a person close to the board" */
const KNOWING = new Set(['familiar', 'close', 'briefed', 'involved', 'knowledge', 'aware', 'access', 'present', 'acquainted']);
/** No source is longer; this keeps the search linear. */
const LONGEST = 24;
const LONGEST_APPOSITION = 40;

export function isSourceNoun(lower: string): boolean {
  const word = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const last = word.slice(word.lastIndexOf('-') + 1);
  return [word, last].some(
    w =>
      ROLE_NOUNS.has(w) ||
      ORGANISATION_NOUNS.has(w) ||
      DOCUMENT_NOUNS.has(w) ||
      GROUP_NOUNS.has(w) ||
      UNNAMED_NOUNS.has(w) ||
      ORGANISATION_NAME.has(w) ||
      (w.endsWith('s') && (ROLE_NOUNS.has(w.slice(0, -1)) || DOCUMENT_NOUNS.has(w.slice(0, -1)) || ORGANISATION_NOUNS.has(w.slice(0, -1)))),
  );
}

/** Adverbs and auxiliaries between a subject and its verb. */
export function isFiller(item: Item | undefined): boolean {
  if (item?.kind !== 'word') return false;
  return (
    ADVERBS.has(item.lower) ||
    AUXILIARIES.has(item.lower) ||
    (/^[a-z]+ly$/.test(item.text) && item.lower.length > 4 && item.lower !== 'family' && item.lower !== 'ally')
  );
}

/** The phrase that ends right before item `end`, read from right to left. */
export function phraseBefore(items: readonly Item[], end: number): Phrase | undefined {
  let to = end;
  while (to > 0 && isFiller(items[to - 1]) && !PRONOUNS.has((items[to - 1] as Item).lower)) to--;
  const last = items[to - 1];
  if (!last) return undefined;
  if (last.kind === 'mark' && (last.text === ',' || last.text === ')' || last.text === '—' || last.text === '–'))
    return beforeApposition(items, to - 1);
  return corePhrase(items, to);
}

/** "Feld, the spokesman, said" · "Feld (R-Mo.) said": the phrase before a pair of commas or brackets. */
function beforeApposition(items: readonly Item[], close: number): Phrase | undefined {
  const mark = (items[close] as Item).text;
  const opening = mark === ')' ? '(' : mark;
  let candidate: Phrase | undefined;
  for (let i = close - 1; i >= 0 && close - i <= LONGEST_APPOSITION; i--) {
    const item = items[i] as Item;
    if (item.kind === 'stop' || item.kind === 'quote') break;
    if (item.kind !== 'mark' || item.text !== opening) continue;
    if (close - i < 2) break;
    const core = corePhrase(items, i);
    // "On Tuesday, the bank, which …, said": the last comma may close a list inside the apposition, so look further left once.
    if (core && isNamed(items, core)) {
      candidate = core;
      break;
    }
    if (!candidate && core) candidate = core;
  }
  if (!candidate) {
    // "In a statement, Feld, said" and the like: nothing sensible.
    return undefined;
  }
  const inner = corePhrase(items, close);
  // "the chief executive, Martin Oyelaran, said": the name stands in the apposition.
  if (inner && !isNamed(items, candidate) && isNamed(items, inner) && inner.from - candidate.to <= 2)
    return { from: candidate.from, to: inner.to, extent: { from: candidate.from, to: close } };
  return { ...candidate, extent: { from: candidate.from, to: close } };
}

/** Whether it holds a capitalised word that is not just the first of its sentence. */
export function isNamed(items: readonly Item[], phrase: { readonly from: number; readonly to: number }): boolean {
  for (let i = phrase.from; i < phrase.to; i++) {
    const item = items[i] as Item;
    if (
      item.capital &&
      !DETERMINERS.has(item.lower) &&
      !PRONOUNS.has(item.lower) &&
      !TIME_NOUNS.has(item.lower) &&
      !(i === phrase.from && isSentenceStart(items, i) && isSourceNoun(item.lower))
    )
      return true;
  }
  return false;
}

function isSentenceStart(items: readonly Item[], i: number): boolean {
  return i === 0 || items[i - 1]?.kind === 'stop';
}

function corePhrase(items: readonly Item[], to: number): Phrase | undefined {
  const last = items[to - 1];
  if (last?.kind !== 'word') return undefined;
  if (PRONOUNS.has(last.lower) && !(last.lower === 'one' && isDeterminer(items[to - 2]))) {
    // "who worked on it said": an object, not the subject.
    return PREPOSITIONS.has(items[to - 2]?.lower ?? '') ? undefined : whole(to - 1, to);
  }
  if (isBound(last) || PREPOSITIONS.has(last.lower)) return undefined;
  let from = to;
  while (from > 0 && to - from < LONGEST) {
    const item = items[from - 1] as Item;
    if (item.kind === 'mark' && (item.text === '&' || item.text === '-' || item.text === "'" || item.text === '.' || item.text === '/')) {
      from--;
      continue;
    }
    if (item.kind !== 'word') break;
    if (item.lower === 'and') {
      // "Senators Cruz and Rubio said" is one source; "went home and Feld said" is not.
      const before = items[from - 2];
      const after = items[from];
      if (!(before?.capital && after?.capital) && !(before && after && isSourceNoun(before.lower) && isSourceNoun(after.lower))) break;
      from--;
      continue;
    }
    if (isBound(item) || isFiller(item)) break;
    if (PREPOSITIONS.has(item.lower)) {
      const before = items[from - 2];
      if (before?.kind === 'word' && KNOWING.has(before.lower)) {
        from--;
        continue;
      }
      if (!NOUN_PREPOSITIONS.has(item.lower) || before?.kind !== 'word') break;
      if (!isSourceNoun(before.lower) && !(item.lower === 'of' && (before.capital || isSourceNoun(items[from - 3]?.lower ?? '')))) break;
      from--;
      continue;
    }
    from--;
    if (isDeterminer(item)) {
      const before = items[from - 1];
      if (
        before?.kind === 'word' &&
        NOUN_PREPOSITIONS.has(before.lower) &&
        items[from - 2]?.kind === 'word' &&
        (isSourceNoun((items[from - 2] as Item).lower) || KNOWING.has((items[from - 2] as Item).lower) || endsFullName(items, from - 1))
      )
        continue;
      break;
    }
  }
  while (from < to && ((items[from] as Item).kind !== 'word' || isTime(items, from, to) || (items[from] as Item).lower === 'and')) from++;
  return from < to ? whole(from, to) : undefined;
}

/** "Inspector Tomas Reyl of the cyber unit": two capitals and what ties them to a body. */
function endsFullName(items: readonly Item[], preposition: number): boolean {
  if (!/^(?:of|from|at|for)$/.test((items[preposition] as Item).lower)) return false;
  const last = items[preposition - 1];
  const first = items[preposition - 2];
  return last?.capital === true && first?.capital === true && !isTimeNoun(last) && !DETERMINERS.has(first.lower);
}

/** "Tuesday Feld said", "last week the ministry said": what is left of the noun phrase after the time. */
function isTime(items: readonly Item[], from: number, to: number): boolean {
  for (let i = to - 2; i >= from; i--) {
    const item = items[i] as Item;
    // "the head of the night shift"
    const next = items[i + 1] as Item;
    if ((isTimeNoun(item) && (next.capital || isDeterminer(next) || isSourceNoun(next.lower))) || /^\d{4}$/.test(item.text)) return true;
    if (isDeterminer(item)) return false;
  }
  return false;
}

/** "Night Ledger" is a name; "Tuesday" is a day. */
function isTimeNoun(item: Item): boolean {
  return (
    TIME_NOUNS.has(item.lower) &&
    (!item.capital || /^(?:\w+day|Janu|Febr|Marc|Apri|May|June|July|Augu|Sept|Octo|Nove|Dece)/.test(item.text))
  );
}

function isDeterminer(item: Item | undefined): boolean {
  return item !== undefined && DETERMINERS.has(item.lower);
}

function isBound(item: Item): boolean {
  return PHRASE_BOUNDS.has(item.lower);
}

function whole(from: number, to: number): Phrase {
  return { from, to, extent: { from, to } };
}

/** The phrase that starts at item `start`, read from left to right. */
export function phraseAfter(items: readonly Item[], start: number): Phrase | undefined {
  let from = start;
  while (isFiller(items[from])) from++;
  const first = items[from];
  if (first?.kind !== 'word') return undefined;
  if (PRONOUNS.has(first.lower) && first.lower !== 'one') return whole(from, from + 1);
  if (isBound(first) || PREPOSITIONS.has(first.lower)) return undefined;
  let to = from;
  while (to < items.length && to - from < LONGEST) {
    const item = items[to] as Item;
    if (
      item.kind === 'mark' &&
      (item.text === '&' || item.text === '-' || item.text === "'" || item.text === '.' || item.text === '/') &&
      items[to + 1]?.kind === 'word' &&
      to > from &&
      (items[to + 1] as Item).start - item.end <= 1 &&
      (item.text !== '.' || ((items[to - 1] as Item).text.length <= 3 && (items[to - 1] as Item).capital))
    ) {
      to++;
      continue;
    }
    if (item.kind !== 'word') break;
    if (item.lower === 'and') {
      if (!(items[to - 1]?.capital && items[to + 1]?.capital)) break;
      to++;
      continue;
    }
    if (
      isBound(item) ||
      (isFiller(item) && to > from) ||
      (isTimeNoun(item) && to > from) ||
      (PRONOUNS.has(item.lower) && to > from && item.lower !== 'one')
    )
      break;
    if (isDeterminer(item) && to > from && !PREPOSITIONS.has((items[to - 1] as Item).lower)) break;
    if (to > from && endsName(items, to, from)) break;
    if (PREPOSITIONS.has(item.lower)) {
      const before = items[to - 1] as Item;
      const after = items[to + 1];
      if (!NOUN_PREPOSITIONS.has(item.lower) || !(isSourceNoun(before.lower) || (item.lower === 'of' && before.capital))) break;
      if (
        after?.kind !== 'word' ||
        TIME_NOUNS.has(after.lower) ||
        (item.lower !== 'of' &&
          item.lower !== 'for' &&
          item.lower !== 'at' &&
          item.lower !== 'from' &&
          !after.capital &&
          !isDeterminer(after))
      )
        break;
      if (
        (item.lower === 'in' || item.lower === 'on' || item.lower === 'to' || item.lower === 'with') &&
        before.capital &&
        !isSourceNoun(before.lower)
      )
        break;
    }
    to++;
  }
  while (to > from && (items[to - 1]?.kind !== 'word' || PREPOSITIONS.has((items[to - 1] as Item).lower) || isDeterminer(items[to - 1])))
    to--;
  return to > from ? { from, to, extent: { from, to: appositionEnd(items, to) } } : undefined;
}

/** A verb or the like after a name or source noun: "Arden looked", "my boss came". */
function endsName(items: readonly Item[], at: number, from: number): boolean {
  const item = items[at] as Item;
  const before = items[at - 1] as Item;
  if (item.capital || PREPOSITIONS.has(item.lower) || isSourceNoun(item.lower)) return false;
  if (before.capital)
    return (
      !(at - 1 === from && DETERMINERS.has(before.lower)) &&
      /(?:ed|es|s|ing)$|^(?:went|came|took|gave|made|got|left|ran|met|held|began|put|set|sent|kept|lost|won)$/.test(item.lower)
    );
  return isSourceNoun(before.lower) && !isSourceNoun(items[at + 1]?.lower ?? '') && !items[at + 1]?.capital;
}

/** "said Jonas Feld, who speaks for the office, …": to the end of what is said of him. */
function appositionEnd(items: readonly Item[], to: number): number {
  if (items[to]?.text !== ',' || items[to]?.kind !== 'mark') return to;
  for (let i = to + 1; i < items.length && i - to <= LONGEST_APPOSITION; i++) {
    const item = items[i] as Item;
    if (
      item.kind === 'stop' ||
      item.kind === 'quote' ||
      (item.kind === 'mark' && (item.text === ',' || item.text === '.' || item.text === ';'))
    )
      return i;
  }
  return to;
}

/** The subject of the sentence that item `at` stands in: its first noun phrase that is no adverbial. */
export function subjectBefore(items: readonly Item[], at: number, from: number): Phrase | undefined {
  let start = from;
  // "In a call on Saturday, Feld …": what stands before the first comma is passed over where it starts with a preposition.
  const first = items[start];
  if (
    first &&
    (PREPOSITIONS.has(first.lower) || PHRASE_BOUNDS.has(first.lower) || TIME_NOUNS.has(first.lower) || isFiller(first)) &&
    !PRONOUNS.has(first.lower)
  ) {
    for (let i = start; i < at && i < start + LONGEST_APPOSITION; i++) {
      if (items[i]?.kind === 'mark' && items[i]?.text === ',') {
        start = i + 1;
        break;
      }
    }
    if (start === from) start = from + 1;
  }
  const phrase = phraseAfter(items, start);
  return phrase && phrase.to <= at ? phrase : undefined;
}

/** Whether a phrase has a pronoun or a noun that can speak. */
export function isSourceLike(items: readonly Item[], phrase: Phrase): boolean {
  for (let i = phrase.from; i < phrase.to; i++) {
    const lower = (items[i] as Item).lower;
    if (PRONOUNS.has(lower) || isSourceNoun(lower)) return true;
  }
  return false;
}
