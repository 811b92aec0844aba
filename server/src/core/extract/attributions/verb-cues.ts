// Owns: verbs that report, each with the noun phrase that it has as its source.
// Must not know: frames such as "according to", which quotes a cue covers, other blocks.
import { PASSIVE_PARTICIPLES, type ReportingVerb, type VerbUse } from '../../lexicon/reporting-verbs.ts';
import { DETERMINERS, VAGUE_GROUP_NOUNS } from '../../lexicon/source-nouns.ts';
import { isTitleWord } from '../../lexicon/titles.ts';
import type { Item } from './items.ts';
import { isFiller, isNamed, isSourceLike, type Phrase, phraseAfter, phraseBefore, subjectBefore } from './phrases.ts';

/** A cue with its source, as places in the row of items. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly force: ReportingVerb['force'];
  readonly source?: Phrase;
  /** `before`: source, cue, words. `after`: words, cue, source. `frame`: "according to X". `colon`: "X: …". `tail`: "… — X". */
  readonly order: 'before' | 'after' | 'frame' | 'colon' | 'tail' | 'passive';
  /** "citing two officials": relayed by the cue before it in the sentence. */
  readonly relayed?: boolean;
}

const NOT_BEFORE =
  /^(?:to|not|n't|never|cannot|without|of|for|by|the|a|an|its|their|his|her|our|my|your|this|these|those|no|any|such|recent|new|latest|public|first)$/;

/** "Industry observers expect more of these", "experts think the case is thin": with a crowd these report without "that", too. */
const CROWD_VERBS = /^(?:expect|predict|anticipate|forecast|fear|foresee|think|believe|suspect|doubt|agree)$/;

/** The cue that the verb at items `[from, to)` is, with who speaks; undefined where it reports nothing. */
export function verbCue(items: readonly Item[], from: number, to: number, use: VerbUse, sentence: number): Cue | undefined {
  const { verb } = use;
  const before = items[from - 1];
  const quoted = nearQuote(items, from, to);
  const base = { from, to, lemma: verb.lemma, force: verb.force };
  if (isNegated(items, from) || isTitle(items, from)) return undefined;
  const passive = passiveCue(items, from, to, use);
  if (passive !== undefined) return passive ?? undefined;
  if (use.form === 'base' && before?.lower === 'to') {
    // "went on to say": the subject stands further left; only beside a quote is it worth a guess.
    const subject = quoted ? subjectBefore(items, from, sentence) : undefined;
    return subject ? { ...base, source: subject, order: 'before' } : undefined;
  }
  if (use.ambiguous && before && NOT_BEFORE.test(before.lower)) return undefined;
  const asks = !quoted && asksFor(items, from, to, verb);
  if (verb.use === 'quote' && !quoted && !asks) return undefined;
  const crowd = CROWD_VERBS.test(verb.lemma) && VAGUE_GROUP_NOUNS.has(before?.lower ?? '');
  if (verb.use === 'clause' && !quoted && !crowd && !takesClause(items, to) && !forecasts(items, to, verb) && !asks) return undefined;
  if (!quoted && !crowd && !isReport(items, from, to, verb)) return undefined;
  if (use.form === 'gerund') {
    if (!quoted && verb.lemma !== 'say' && verb.lemma !== 'add') return undefined;
    if (before?.kind === 'word' && NOT_BEFORE.test(before.lower)) return undefined;
    const subject = nearestSubject(items, from, sentence);
    return subject ? { ...base, source: subject, order: 'before' } : undefined;
  }
  const after = invertedSource(items, from, to, quoted, use);
  if (after) return { ...base, source: after, order: 'after' };
  const source = phraseBefore(items, from) ?? coordinated(items, from, sentence);
  if (source && (asks || isPlausible(items, source, use, quoted, to))) return { ...base, source, order: 'before' };
  return undefined;
}

/** "is said to", "was quoted as saying", "said by Feld": null where it is passive and names nobody of use. */
function passiveCue(items: readonly Item[], from: number, to: number, use: VerbUse): Cue | null | undefined {
  if (use.form !== 'participle' && use.form !== 'past') return undefined;
  let j = from - 1;
  while (j >= 0 && isFiller(items[j]) && !/^(?:is|was|are|were|be|been|being)$/.test((items[j] as Item).lower)) j--;
  if (!/^(?:is|was|are|were|be|been|being)$/.test(items[j]?.lower ?? '')) {
    if (items[to]?.lower !== 'by' || !use.ambiguous) return undefined;
    return null;
  }
  const base = { from, to, lemma: use.verb.lemma, force: use.verb.force };
  const next = items[to]?.lower;
  if (next === 'as' && /^(?:saying|telling|writing)$/.test(items[to + 1]?.lower ?? '')) {
    const source = phraseBefore(items, j);
    return source ? { ...base, to: to + 2, lemma: 'say', source, order: 'before' } : null;
  }
  if (next === 'by') {
    const source = phraseAfter(items, to + 1);
    return source ? { ...base, to: to + 1, source, order: 'after' } : null;
  }
  if (next === 'to' && PASSIVE_PARTICIPLES.has((items[from] as Item).lower)) return { ...base, from: j, to: to + 1, order: 'passive' };
  return null;
}

/** "Judge Honor Penhale". */
function isTitle(items: readonly Item[], at: number): boolean {
  const [item, next] = [items[at] as Item, items[at + 1]];
  return item.capital && next?.capital === true && isTitleWord(item.lower);
}

const REQUESTS = /^(?:urge|ask|advise|demand|argue|call|recommend)$/;

/** "Orre urged companies not to pay", "Quayle asked for three years": what somebody who is named wants is said, too. */
function asksFor(items: readonly Item[], from: number, to: number, verb: ReportingVerb): boolean {
  const source = REQUESTS.test(verb.lemma) ? phraseBefore(items, from) : undefined;
  if (source === undefined || !isNamed(items, source)) return false;
  // "The crew asked for 640,000 dollars": a demand is a deed.
  if (items[to]?.lower === 'for') return items[to + 1]?.kind === 'word' && !/\d/.test(items[to + 1]?.text ?? '');
  if (verb.lemma === 'call' || verb.lemma === 'argue') return false;
  for (let j = to; j < to + 8 && items[j]?.kind === 'word'; j++)
    if (items[j]?.lower === 'to') return j > to && items[j + 1]?.kind === 'word' && !DETERMINERS.has(items[j + 1]?.lower ?? '');
  return false;
}

function isNegated(items: readonly Item[], at: number): boolean {
  for (let j = at - 1; j >= 0 && j >= at - 3; j--) {
    const item = items[j] as Item;
    if (item.kind !== 'word') return false;
    if (/^(?:not|never|cannot)$/.test(item.lower) || item.lower.endsWith("n't")) return true;
    if (/^(?:declined|refused|failed|unable)$/.test(item.lower)) return true;
    if (!isFiller(item) && item.lower !== 'to') return false;
  }
  return false;
}

/** A quote stands beside the cue, on either side, with nothing but its source and a few words between. */
export function nearQuote(items: readonly Item[], from: number, to: number): boolean {
  for (let j = to; j < items.length && j < to + 14; j++) {
    const item = items[j] as Item;
    if (item.kind === 'quote') return true;
    if (item.kind === 'stop') break;
  }
  // What is said of the speaker between two commas keeps no quote away: "“…,” Hollis Prewett of the town hall, one of the two, told us".
  const start = phraseBefore(items, from)?.from ?? from;
  for (let j = start - 1; j >= 0 && j > start - 14; j--) {
    const item = items[j] as Item;
    if (item.kind === 'quote') return true;
    if (item.kind === 'stop' && items[j - 1]?.kind !== 'quote') break;
  }
  return false;
}

const LISTENERS =
  /^(?:reporters|journalists|me|us|him|her|them|lawmakers|investors|congress|parliament|viewers|supporters|correspondents)$/;
/** "Told the Post", "told the court". */
const HEARERS =
  /^(?:paper|newspaper|magazine|agency|broadcaster|court|jury|judge|hearing|committee|inquiry|council|parliament|press|radio)$/;
const CLAIMED = /^(?:responsibility|credit|victory|ownership|asylum|benefits|lives|the|at)$/;

/** Without a quote some verbs report only with a clause or as a tag: "wrote to the bank" and "told the drivers itself" say nothing. */
function isReport(items: readonly Item[], from: number, to: number, verb: ReportingVerb): boolean {
  const next = items[to];
  const tag = !next || next.kind === 'stop' || (next.kind === 'mark' && /[.,;[(]/.test(next.text)) || isTrailing(items, from, to);
  switch (verb.lemma) {
    case 'write':
    case 'blog':
    case 'text':
    case 'email':
    case 'message':
    case 'post':
    case 'tweet':
      return tag || takesClause(items, to);
    case 'claim':
      return !CLAIMED.test(next?.lower ?? '');
    case 'tell': {
      for (let j = to; j < items.length && j < to + 9 && items[j]?.kind !== 'stop'; j++) if (items[j]?.lower === 'that') return true;
      if (LISTENERS.test(next?.lower ?? '') || (next?.capital && next.lower !== 'i')) return true;
      if (next && DETERMINERS.has(next.lower) && (items[to + 1]?.capital || HEARERS.test(items[to + 1]?.lower ?? ''))) return true;
      const source = phraseBefore(items, from);
      const before = source && items[source.from - 1];
      return before?.kind === 'mark' && before.text === ',';
    }
    default:
      return true;
  }
}

/** So many words before the comma make a statement: "On Tuesday, she wrote to the bank" is none. */
const STATED = 4;
const WHERE = /^(?:in|on|at|last|this|later|today|yesterday|back|after)$/;

/** "They were spread over nine addresses, she wrote in a mail on Tuesday.": behind what it reports, with where or when. */
function isTrailing(items: readonly Item[], from: number, to: number): boolean {
  if (!WHERE.test(items[to]?.lower ?? '')) return false;
  const source = phraseBefore(items, from);
  if (source === undefined || items[source.from - 1]?.text !== ',') return false;
  for (let j = source.from - 2, words = 0; j >= 0 && items[j]?.kind !== 'stop'; j--)
    if (items[j]?.kind === 'word' && ++words >= STATED) return true;
  return false;
}

function takesClause(items: readonly Item[], to: number): boolean {
  const next = items[to];
  if (next?.kind !== 'word') return false;
  if (next.lower === 'that') return items[to + 1]?.kind === 'word';
  return false;
}

/** "Reuter expects all systems to be back by 5 December": what somebody forecasts stands before "to". */
function forecasts(items: readonly Item[], to: number, verb: ReportingVerb): boolean {
  if (verb.lemma !== 'expect' || items[to]?.lower === 'to') return false;
  for (let j = to; j < to + 8 && items[j]?.kind === 'word'; j++) if (items[j]?.lower === 'to') return items[j + 1]?.kind === 'word';
  return false;
}

/** `…,” said Jonas Feld` · `The total could rise, said Feld.` */
function invertedSource(items: readonly Item[], from: number, to: number, quoted: boolean, use: VerbUse): Phrase | undefined {
  let j = from - 1;
  while (isFiller(items[j])) j--;
  const before = items[j];
  const afterQuote =
    before?.kind === 'quote' ||
    (before?.kind === 'stop' && items[j - 1]?.kind === 'quote') ||
    (before?.text === ',' && items[j - 1]?.kind === 'quote');
  const afterComma = before?.kind === 'mark' && before.text === ',';
  if (!afterQuote && !(afterComma && !quoted && use.verb.use === 'speech' && !use.ambiguous)) return undefined;
  const source = phraseAfter(items, to);
  if (!source) return undefined;
  const next = items[source.to];
  // "…,” says the emeritus.": whoever speaks a quote is a person, whatever the noun.
  const isSpoken = use.verb.use === 'speech' && !use.ambiguous && DETERMINERS.has(items[source.from]?.lower ?? '');
  if (afterQuote) return isNamed(items, source) || isSourceLike(items, source) || isSpoken ? source : undefined;
  // Without a quote only where the sentence ends right after: else it is "X, who said the bank would …".
  const ends = !next || next.kind === 'stop' || (next.kind === 'mark' && /[.,;]/.test(next.text));
  return ends && items[source.from]?.capital && phraseBefore(items, from) === undefined ? source : undefined;
}

/** "went to the port and said": the subject of the verb before. */
function coordinated(items: readonly Item[], from: number, sentence: number): Phrase | undefined {
  // "An engineer who worked on it said": the noun that "who" stands for.
  for (let i = from - 2; i > sentence && i > from - 14; i--) {
    const item = items[i] as Item;
    if (item.kind !== 'word') break;
    if (item.lower === 'who') return phraseBefore(items, i);
  }
  let j = from - 1;
  while (isFiller(items[j])) j--;
  const before = items[j];
  if (!before || before.kind === 'stop' || before.kind === 'quote') return undefined;
  if (!/^(?:and|but|then|who|which|that|or|,)$/.test(before.lower || before.text)) return undefined;
  if (before.lower === 'who') return phraseBefore(items, items[j - 1]?.text === ',' ? j - 1 : j) ?? subjectBefore(items, from, sentence);
  return nearestSubject(items, from, sentence);
}

function nearestSubject(items: readonly Item[], at: number, sentence: number): Phrase | undefined {
  return subjectBefore(items, at, sentence);
}

const NOBODY = /^(?:nobody|none|nothing|no|neither|anybody|anyone|who|what|which)$/;

function isPlausible(items: readonly Item[], source: Phrase, use: VerbUse, quoted: boolean, to: number): boolean {
  if (NOBODY.test((items[source.from] as Item).lower)) return false;
  const named = isNamed(items, source);
  const like = isSourceLike(items, source);
  if (use.verb.use === 'quote') return quoted;
  if (use.ambiguous && !quoted) {
    if (!named && !like) return false;
    if (!takesClause(items, to) && use.form === 'base') return false;
    return takesClause(items, to) || use.form === 'past' || use.form === 'participle';
  }
  if (use.form === 'base' && !quoted && !like) return false;
  return named || like || quoted || takesClause(items, to) || isTag(items, source, use, to);
}

/** "Trading stopped at noon, the exchange said.": behind a comma and with nothing after it, the subject of "said" speaks, whatever the noun. */
function isTag(items: readonly Item[], source: Phrase, use: VerbUse, to: number): boolean {
  const next = items[to];
  const ends = next === undefined || next.kind === 'stop' || (next.kind === 'mark' && /^[.,;]$/.test(next.text));
  return ends && use.verb.use === 'speech' && items[source.from - 1]?.text === ',' && DETERMINERS.has((items[source.from] as Item).lower);
}
