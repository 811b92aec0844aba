// Owns: what a text says of matters that are so or not so: which phrase says it, of what, and whether it is denied.
// Must not know: claims, verdicts, what two states tell against each other.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { type FieldPhrase, fieldPhrases, type Pole } from '../../lexicon/field-phrases.ts';
import { FIELDS } from '../../lexicon/fields.ts';
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Clause, clauseAround, isLight } from './comparing.ts';
import { roleOf } from './grammar.ts';
import { isHedge } from './hedging.ts';
import { IN_PART, isDenial, negated, REACH, SAYING } from './negation.ts';

/** What a phrase of a text says of one matter. */
export interface State extends Pole {
  /** Indices of the first and last word of the phrase. */
  readonly from: number;
  readonly to: number;
  /** The part of the sentence that it is said in: no subordinate clause, no other subject. */
  readonly clause: Clause;
  /** Of what it is said: indices of the telling words of its subject, or of its object where the phrase acts on one. */
  readonly thing: readonly number[];
  /** Only wished, asked, feared, held possible, so in part or for a time. */
  readonly isUnreal: boolean;
  /** What can be, or cannot. */
  readonly isAbility: boolean;
}

const KNOWN = new WeakMap<KeyedText, readonly State[]>();

/** All states of a text, in order. */
export function statesIn(text: KeyedText): readonly State[] {
  const known = KNOWN.get(text);
  if (known !== undefined) return known;
  const flags = negated(text);
  const made = found(text).map(phrase => stateOf(text, phrase, flags));
  KNOWN.set(text, made);
  return made;
}

interface Found extends Pole {
  readonly from: number;
  readonly to: number;
  /** Indices of the words that an underscore stands for. */
  readonly gap: readonly number[];
}

/** Places of phrases of the table; of one matter only the longest. */
function found(text: KeyedText): Found[] {
  const all: Found[] = [];
  for (const [at, word] of text.words.entries()) {
    const phrases = [fieldPhrases().get(word.folded), fieldPhrases().get(`${word.folded.slice(0, 3)}*`)].flatMap(some => some ?? []);
    for (const phrase of phrases) {
      const { field, isYes, kind } = phrase;
      const matched = matchOf(text, at, phrase);
      if (matched !== undefined && !(matched.to === at && isNoun(text, at)))
        all.push({ field, isYes, ...(kind === undefined ? {} : { kind }), from: at, ...matched });
    }
  }
  const longest = [...all].sort((a, b) => b.to - b.from - (a.to - a.from));
  const kept: Found[] = [];
  for (const one of longest)
    if (!kept.some(other => other.field === one.field && other.from <= one.to && one.from <= other.to)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

const POSSESSIVE = /^(?:its|their|his|her|our|my|your)$/;

/** "Their pay", "about pay": a word that may be a verb, where it is none. */
function isNoun(text: KeyedText, at: number): boolean {
  const before = text.words[at - 1]?.folded ?? '';
  if (/^(?:to|as)$/.test(before) || !(POSSESSIVE.test(before) || PREPOSITIONS.has(before))) return false;
  const form = verbForm((text.words[at] as KeyedWord).folded);
  return form === 'base' || form === 'third';
}

/** "Does not cover lost sales": a participle that only says which sales; what is denied is the covering. */
function isNarrowing(text: KeyedText, at: number): boolean {
  const next = text.words[at + 1];
  const form = verbForm((text.words[at] as KeyedWord).folded);
  if (at === 0 || next === undefined || next.isFunction || isApart(text, at) || (form !== 'past' && form !== 'participle')) return false;
  return text.words[at - 1]?.isFunction === false && roleOf(text, at - 1) === 'verb';
}

/** How many words an underscore may stand for. */
const GAP = 4;

/** Where a phrase that starts at a place ends, and what stands in its gap; undefined where it does not stand there. */
function matchOf(text: KeyedText, from: number, { words }: FieldPhrase): Pick<Found, 'to' | 'gap'> | undefined {
  let at = from;
  const gap: number[] = [];
  for (const [index, expected] of words.entries()) {
    if (expected === '_') continue;
    const most = words[index - 1] === '_' ? GAP : 0;
    let place = at;
    while (place <= at + most && !isWord(text.words[place], expected)) place++;
    if (place > at + most) return undefined;
    for (let next = Math.max(from, at - 1); next < place; next++) if (isApart(text, next)) return undefined;
    for (let next = at; next < place; next++) gap.push(next);
    at = place + 1;
  }
  return { to: at - 1, gap };
}

/** Letters that a form of a word may have beyond its start. */
const ENDING = 4;

function isWord(word: KeyedWord | undefined, expected: string): boolean {
  if (word === undefined) return false;
  if (!expected.endsWith('*')) return word.folded === expected;
  return word.folded.startsWith(expected.slice(0, -1)) && word.folded.length < expected.length + ENDING;
}

/** Whether a clause ends after a word. */
function isApart(text: KeyedText, at: number): boolean {
  const [left, right] = [text.words[at], text.words[at + 1]];
  return left === undefined || right === undefined || /[,;:.()?!—–→]/.test(text.text.slice(left.end, right.start));
}

function stateOf(text: KeyedText, phrase: Found, flags: readonly boolean[]): State {
  const clause = ownClause(text, phrase);
  const denial = denialBefore(text, phrase.from, clause);
  const isDenying = isDenial(text, phrase.from);
  // "Nobody has refused": a word that denies is denied itself.
  const isDenied =
    (isDenying
      ? denial !== undefined
      : (flags[phrase.from] === true && !isNarrowing(text, phrase.from)) || isOfNone(text, phrase.from, clause)) ||
    text.words[phrase.from - 1]?.folded === 'nor' ||
    isDeniedBehind(text, phrase, clause);
  const { gap: _, ...pole } = phrase;
  return {
    ...pole,
    isYes: phrase.isYes !== isDenied,
    clause,
    isAbility: text.words
      .slice(clause.from, phrase.from)
      .some(word => /^(?:can|cannot|could|able|can['’]t|couldn['’]t)$/.test(word.folded)),
    thing: thingOf(text, phrase, clause),
    isUnreal: (isDenied && !isDenying && denial !== undefined && CONTESTED.test(denial)) || isUnrealIn(text, phrase, clause, isDenied),
  };
}

/** How many words a subject may have that says of none: "none of his eleven other customers on the island was hit". */
const SUBJECT = 12;

function isOfNone(text: KeyedText, at: number, { from }: Clause): boolean {
  const start = Math.max(from, at - SUBJECT);
  // "No charge was brought over the leak that cost her the job": the verb of the charge has been said.
  const relative = text.words.findLastIndex((word, place) => place >= start && place < at && /^(?:that|which|who)$/.test(word.folded));
  return text.words
    .slice(start, at)
    .some(
      (word, step) => /^(?:no|none|nobody|nothing|neither)$/.test(word.folded) && !(relative > 0 && hasVerb(text, start + step, relative)),
    );
}

/** "Paid nothing", "found none", "had no trouble". */
function isDeniedBehind(text: KeyedText, { gap, from, to }: Found, clause: Clause): boolean {
  for (let at = from + 1; at < to; at++) if (gap.includes(at) && isDenial(text, at)) return true;
  const next = [to + 1, to + 2].filter(at => at <= clause.to).map(at => text.words[at]?.folded ?? '');
  return /^(?:nothing|none|nobody|no|neither)$/.test(next[0] ?? '') || /^(?:nothing|none|nobody)$/.test(next[1] ?? '');
}

/** Who denies, disputes or refuses something only says so. */
const CONTESTED = /^(?:den|disput|reject|refut|refus|declin)/;

function denialBefore(text: KeyedText, at: number, { from }: Clause): string | undefined {
  for (let before = at - 1; before >= Math.max(from, at - REACH); before--) if (isDenial(text, before)) return text.words[before]?.folded;
  return undefined;
}

const CUTS =
  /^(?:that|which|who|whom|whose|when|while|because|since|after|before|if|whether|as|where|although|though|but|whereas|than|until|unless)$/;
const VERBAL = /^(?:is|are|was|were|has|have|had|did|does|do|can|could|will|would|be|been)$/;

/** The clause of a phrase without what another verb says in it. */
function ownClause(text: KeyedText, { from: start, to: end }: Found): Clause {
  const whole = clauseAround(text, { start: (text.words[start] as KeyedWord).start, end: (text.words[end] as KeyedWord).end });
  let { from, to } = whole;
  for (let at = start - 1; at >= from; at--) {
    const { folded } = text.words[at] as KeyedWord;
    const colon =
      at + 1 <= start && text.text.slice((text.words[at] as KeyedWord).end, (text.words[at + 1] as KeyedWord).start).includes(':');
    const isOwn = telling(text, { from: at + 1, to: start - 1 }).length > 0;
    if (isOwn && (CUTS.test(folded) || (/^(?:and|or)$/.test(folded) && hasVerb(text, from, at)) || (colon && hasVerb(text, from, at)))) {
      from = at + 1;
      break;
    }
  }
  for (let at = end + 1; at <= to; at++) {
    const { folded } = text.words[at] as KeyedWord;
    if (CUTS.test(folded) || (/^(?:and|or)$/.test(folded) && hasVerb(text, at + 1, to + 1))) {
      to = at - 1;
      break;
    }
  }
  return { from, to: Math.max(to, end) };
}

function hasVerb(text: KeyedText, from: number, to: number): boolean {
  return text.words.slice(from, to).some(word => VERBAL.test(word.folded));
}

const noise = lazy(
  () =>
    new RegExp(
      `^(?:${alternatives(
        /too|also|well|already|still|even|just/,
        /now|later|then|again|once|ever|so/,
        /very|quite/,
        // "Own", "another", "first".
        /own|same|other|another|first|last|new|such/,
        /further|more|most|all|both|each|whole|entire|total/,
        /there|here|today|yesterday|tomorrow/,
        /far|known/,
        // Things and times.
        /thing|things|part|parts|time|times/,
        /day|days|week|weeks|month|months|year|years/,
      )})$`,
    ),
);

function isNoise({ folded }: KeyedWord): boolean {
  return noise().test(folded) || isDayOrMonth(folded);
}

/** Indices of the telling words of a stretch of a text. */
export function telling(text: KeyedText, { from, to }: Clause): number[] {
  const places: number[] = [];
  for (let at = Math.max(0, from); at <= to && at < text.words.length; at++) {
    const word = text.words[at] as KeyedWord;
    if (word.isFunction || isDenial(text, at) || isLight(word) || isNoise(word)) continue;
    if (/ly$/.test(word.folded) || SAYING.test(word.folded)) continue;
    places.push(at);
  }
  return places;
}

const LINKS = /^(?:is|are|was|were|be|been|being|got|get|gets|stay|stays|stayed|remain|remains|remained|'s)$/;
const STARTS_OBJECT =
  /^(?:an?|the|this|that|these|those|its|their|his|her|our|my|any|some|every|no|all|both|each|one|two|three|several|many)$/;

/** The subject of a phrase; the object where the phrase acts on one. */
function thingOf(text: KeyedText, phrase: Found, clause: Clause): readonly number[] {
  const { from, to, field } = phrase;
  const before = [...antecedentOf(text, clause), ...nounsFrom(text, clause.from, from - 1), ...beforeComma(text, from, clause)];
  if (FIELDS[field]?.ofAgent === true) return before;
  // "Left the archive alone".
  const within = phrase.gap.filter(at => telling(text, { from: at, to: at }).length > 0);
  if (within.length > 0) return within;
  const next = to < clause.to ? text.words[to + 1] : undefined;
  const isActive =
    next !== undefined && (STARTS_OBJECT.test(next.folded) || (!next.isFunction && telling(text, { from: to + 1, to: to + 1 }).length > 0));
  if (!isActive || isLinked(text, from, clause)) return before;
  const after = nounsFrom(text, to + 1, clause.to);
  return after.length > 0 ? after : before;
}

/** The subject of the clause before, where this one has none: "One of them, Petkov, has confessed". */
function beforeComma(text: KeyedText, at: number, { from }: Clause): readonly number[] {
  const [left, first] = [text.words[from - 1], text.words[from]];
  if (left === undefined || first === undefined || from === at || !/^,[ ]$/.test(text.text.slice(left.end, first.start))) return [];
  if (!LINKS.test(first.folded) && !/^(?:has|have|had|will|and)$/.test(first.folded)) return [];
  if (nounsFrom(text, from, at - 1).length > 0) return [];
  const before = clauseAround(text, { start: left.start, end: left.end });
  const nouns = nounsFrom(text, before.from, from - 1);
  return nouns.length > 0 || before.from === 0
    ? nouns
    : nounsFrom(text, clauseAround(text, text.words[before.from - 1] as KeyedWord).from, from - 1);
}

/** What a relative clause is about: "autofill, which is switched on". */
function antecedentOf(text: KeyedText, { from }: Clause): readonly number[] {
  const start = /^(?:that|which|who|whose)$/.test(text.words[from]?.folded ?? '') ? from : from - 1;
  if (start < 1 || !/^(?:that|which|who|whose)$/.test(text.words[start]?.folded ?? '') || text.words[start - 1]?.isFunction === true)
    return [];
  const before = text.words[start - 1] as KeyedWord;
  if (before.isFunction || SAYING.test(before.folded) || mind().test(before.folded)) return [];
  const noun = clauseAround(text, { start: before.start, end: before.end });
  return nounsFrom(text, noun.from, start - 1);
}

/** Verbs before a "that" which is no pronoun. */
const mind = lazy(
  () =>
    new RegExp(
      `^(?:${alternatives(
        /kn[eo]w\p{L}*|think|thought|believ\p{L}*|find|found/u,
        /show\p{L}*|learn\p{L}*|hear\p{L}*|see|saw|mean\p{L}*/u,
        // What is said.
        /confirm\p{L}*|announc\p{L}*|claim\p{L}*|stat\p{L}*|report\p{L}*|insist\p{L}*/u,
        /warn\p{L}*|conced\p{L}*|admit\p{L}*|den\p{L}*/u,
        /writ\p{L}*|stress\p{L}*|assur\p{L}*|promis\p{L}*|repl\p{L}*/u,
        /note\p{L}*|agree\p{L}*/u,
      )})$`,
      'u',
    ),
);

/** "Was copied", "remained untouched". */
function isLinked(text: KeyedText, at: number, { from }: Clause): boolean {
  for (let before = at - 1; before >= from; before--) {
    const word = text.words[before] as KeyedWord;
    if (LINKS.test(word.folded)) return true;
    if (!(word.isFunction || /ly$/.test(word.folded)) || /^(?:has|have|had)$/.test(word.folded)) return false;
  }
  return false;
}

/** The first telling words of a stretch, as far as they stand together or are joined by "of" and "and". */
function nounsFrom(text: KeyedText, from: number, to: number): readonly number[] {
  const places: number[] = [];
  for (let at = from; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (word.isNumber) continue;
    if (telling(text, { from: at, to: at }).length > 0) places.push(at);
    else if (places.length > 0 && word.isFunction && !/^(?:of|and|or|the|an?|its|their|his|her|our|all|both)$/.test(word.folded)) break;
  }
  return places;
}

/** "In the online lookup", "a closed letter": a quality by which a thing is called. */
function isAttribute(text: KeyedText, at: number): boolean {
  const [before, word, next] = [text.words[at - 1], text.words[at], text.words[at + 1]];
  if (next === undefined || word === undefined || next.isFunction || isApart(text, at) || isNoise(next)) return false;
  return before !== undefined && (DETERMINERS.has(before.folded) || PREPOSITIONS.has(before.folded) || before.isNumber);
}

const unreal = lazy(
  () =>
    new RegExp(
      `^(?:${alternatives(
        // On a condition, or possible.
        /if|whether|unless|could|would|should|might|may|must/,
        // Tried, wanted, planned.
        /tr(?:y|ies|ied|ying)|attempt\p{L}*|want\p{L}*|plan(?:s|ned|ning)?|hop(?:e|es|ed|ing)|intend\p{L}*/u,
        /threat\p{L}*/u,
        // Asked for.
        /ask(?:s|ed|ing)?|order(?:s|ed)|demand\p{L}*|urg(?:e|es|ed)|call(?:s|ed)/u,
        // Feared, held against somebody.
        /risk\p{L}*|fear\p{L}*|accus\p{L}*|alleg\p{L}*|suspicion/u,
        // Almost, not yet, in part.
        /almost|nearly|until|before|except|only/,
        /partly|some|half|most|many|several|few|mostly|largely/,
        // Meant to be.
        /supposed|meant|ought|warn\p{L}*|expect\p{L}*|believe[sd]?|promis\p{L}*|offer(?:s|ed)?/u,
        // Not always.
        /unless|initially|sometimes|often|usually|rarely|seldom/,
        /cannot|like|instead|rather|away/,
        /how|what|why|less|hardly|barely|scarcely/,
        // "Ready to", "likely to".
        /ready|willing|prepared|likely|unlikely/,
        /used|without|elsewhere/,
        // Denied or doubted.
        /disput\p{L}*|den(?:y|ies|ied|ying)|doubt\p{L}*|contest\p{L}*|refut\p{L}*|question\p{L}*/u,
        // Kept off.
        /prevent\p{L}*|avoid\p{L}*|protect\p{L}*|against|rule|ruled|exclude\p{L}*/u,
      )})$`,
      'u',
    ),
);
const DONE =
  /^(?:able|unable|managed|failed|began|begun|started|continued?|continues|happened|proved|turned|came|decided|decides|chose|chosen|resolved|not|never)$/;

/** Wished, asked, feared or so in part: what stands before the phrase in its clause says so. */
function isUnrealIn(text: KeyedText, { from, to }: Found, clause: Clause, isDenied: boolean): boolean {
  for (let at = clause.from; at <= clause.to; at++) {
    if (at >= from && at <= to) continue;
    if (isHedge(text, at)) return true;
    // "Attacks have not been reported": what is denied is something else.
    if (at > to && !isDenied && isDenial(text, at)) return true;
    const { folded, text: written } = text.words[at] as KeyedWord;
    if (written === 'May') continue;
    if (at < from && /^(?:disput|den(?:y|i)|doubt|contest|refut)/.test(folded)) return true;
    // What cannot be is not.
    if (isDenied && /^(?:can|could)$/.test(folded)) continue;
    if (at < from && unreal().test(folded) && (folded === 'without' || !isDenial(text, at))) return true;
  }
  if (from === to && isAttribute(text, from)) return true;
  const before = text.words[from - 1]?.folded;
  if (before === 'to' && from - 2 >= clause.from && !DONE.test(text.words[from - 2]?.folded ?? '')) return true;
  const cut = text.words[clause.from - 1]?.folded ?? '';
  if (/^(?:if|whether|unless|until|before|when|than|as|where)$/.test(cut)) return true;
  const said = text.text.slice((text.words[clause.from] as KeyedWord).start, (text.words[clause.to] as KeyedWord).end);
  return isDenied && IN_PART.test(said);
}
