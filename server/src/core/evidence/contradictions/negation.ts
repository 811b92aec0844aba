// Owns: which words of a text a negation governs.
// Must not know: claims, passages, what a negation contradicts.
import { baseStem } from '../../lexicon/paraphrases.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import { stem } from '../../text/words.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { opensStatement } from './grammar.ts';

/** Words that turn what follows them round. */
export const NEGATORS = new Set(
  `not no none never nobody nothing neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't
  won't wouldn't can't couldn't shouldn't ain't denied denies deny denying refused refuses refuse declined declines decline failed fails fail
  lacks lacked lack lacking rejects rejected disputes disputed refuted`
    .split(/\s+/)
    .filter(word => word !== ''),
);
/** What something is said to be evidence of comes after these: "no sign that data left". */
const SIGNS = /^(?:evidence|signs?|traces?|proof|indications?|hints?|suggest\p{L}*|indicat\p{L}*)$/u;
/** The same of words that mean much else: "no mention that", "nothing points to". */
const SIGNS_THAT = /^(?:words?|mention|reason|shows?|points?|records?)$/;

/** Whether a word only leads to what there is or is not. */
export function isSign(text: KeyedText, at: number): boolean {
  const { folded } = text.words[at] as KeyedWord;
  return SIGNS.test(folded) || (SIGNS_THAT.test(folded) && /^(?:that|to)$/.test(text.words[at + 1]?.folded ?? ''));
}

/** That something came about at all: what a denial may add to what it denies. */
export const coming: () => ReadonlySet<string> = lazy(
  () =>
    new Set(
      `arrive come receive make find exist appear issue send know see report hear say name get happen take place set do go reach give offer publish
  establish announce note tell show turn bring hold have exist follow plan`
        .split(/\s+/)
        .map(word => baseStem(word, stem(word))),
    ),
);

/** After these a negation no longer holds. */
export const TURNS = new Set('but although though while whereas because since however yet until unless except'.split(' '));
/** How many words after a negation it still governs. */
export const REACH = 6;

/** "It excludes fines, not damage": what is not left out is in. */
export const LEAVES_OUT = /\b(?:exclud|exempt|except)\p{L}*\b[^.;]*,? (?:but )?not\b/iu;
/** Words that turn something down. */
export const TURNED = /\b(?:turn(?:s|ed)? (?:\p{L}+ )?down|reject\p{L}*|refus\p{L}*|declin\p{L}*|rather than|instead of)\b/iu;

/** Words that leave something out of what is said. */
const EXCEPTIONS = /except|but for|other than|besides|apart from|aside from/.source;
/** "Not all", "not badly". */
const IN_FULL = alternatives(
  /only|just|least|all|every|always|necessarily|badly|seriously|severely|heavily/,
  /significantly|substantially|directly|immediately|permanently/,
);
const DEGREES = alternatives(
  /(?:little|few|hardly any\p{L}*,?) or (?:no|none)/u,
  /before|until|till/,
  EXCEPTIONS,
  `if|not (?:${IN_FULL})`,
  // "No longer", "no doubt", "at first".
  /no (?:longer|more|less|fewer|later|sooner|doubt|matter)/,
  /any longer|any more|anymore|at first|initially/,
);

/** What is left out of a statement is not denied by it. */
export const EXCEPT = new RegExp(`\\b(?:${EXCEPTIONS}|not only|not just)\\b`, 'iu');
/** A denial of how much, how often or how long, or that leaves some out, leaves the rest as it was. */
export const TO_A_DEGREE = new RegExp(`\\b(?:${DEGREES}|only)\\b|\\?`, 'iu');
/** A clause that denies a part, to a degree or until a time, denies nothing outright. */
export const IN_PART = new RegExp(`\\b(?:${DEGREES}|unless|yet)\\b|\\?`, 'iu');

/** Denials that have no word of denial: "ran out of space", "keeps the names to itself", "will stay away". */
const IDIOMS = new RegExp(
  String.raw`\b(?:${alternatives(
    /(?:ran|runs?|running) out of|out of|(?:go(?:es)?|went|gone) without/,
    /(?:stay|stays|stayed|kept|keeps?) (?:away|clear|out) |(?:stay|stays|stayed) away/,
    /short of|spared|bypass(?:es|ed|ing)?|circumvent(?:s|ed)?/,
    /free (?:of|from)|ke(?:ep|eps|pt|eping) (?:\p{L}+ ){0,6}to (?:him|her|it|them|my|our|your)sel(?:f|ves)/u,
  )})\b`,
  'iu',
);

/** "Never signed out" is signed in. */
const UNDOES = /\b(?:sign|log)(?:s|ed|ged)? (?:\p{L}+ )?(?:out|off)\b/iu;

/** Whether the verb of a stretch undoes something: it denies what was, and a denial of it affirms that. */
export function undoes(said: string): boolean {
  return UNDOES.test(said);
}

/** Whether what a stretch says is denied by an idiom. */
export function deniesByIdiom(said: string): boolean {
  return IDIOMS.test(said);
}

/** "And so was the payment data": whether a stretch says what the one before it says, of something else. */
export function goesOnAlike(said: string): boolean {
  return /^(?:and )?so (?:is|are|was|were|do|does|did|has|have|had|can|could)\b/i.test(said);
}

/** Whether a place is what something is contrasted with: "rather than organisers", "instead of paying". */
export function isSetAside(text: KeyedText, at: number): boolean {
  for (let place = at; place > 0 && place > at - REACH; place--) {
    const [word, left] = [text.words[place] as KeyedWord, text.words[place - 1] as KeyedWord];
    if (/[,;:.()?!]/.test(text.text.slice(left.end, word.start))) return false;
    if (place < at && /^(?:rather than|instead of|opposed to)$/.test(`${left.folded} ${word.folded}`)) return true;
  }
  return false;
}

/** What was not so at first may have come about since. */
export const AT_FIRST = /\b(?:at first|initially|until (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

/** Who says something is no part of what is denied. */
export const SAYING = /^(?:sa(?:y|ys|id|ying)|tells?|told|adds?|added|writes?|wrote)$/;

/** "Not every owner" and "not all" leave some: they deny nothing of the rest. */
const PARTLY = new Set('only just least every all everyone everybody always necessarily entirely fully quite exactly'.split(' '));

/** "Has yet to decide" has not decided. */
const YET_TO = /^(?:has|have|had|is|are|was|were)$/;

/** "Unsafe", "unaware". */
const UNDONE = alternatives(
  /safe|able|aware|known|likely/,
  /affected|touched|harmed|hurt|damaged|patched|protected|encrypted/,
  /checked|noticed|answered|usual|available|usable|reachable|readable/,
  /lawful|true|fit|wise|willing/,
  /clear|certain|common|necessary|changed|paid|tested|secured/,
);
/** Words that deny by their form: under a negation they affirm ("at no time unsafe", "not impossible"). */
const DENYING_FORM = new RegExp(
  `^(?:${alternatives(
    `un(?:${UNDONE})`,
    /im(?:possible|proper|practical)|il(?:legal|licit)/,
    /in(?:secure|valid|complete|correct|accurate|active|accessible|operative|adequate|sufficient|visible)/,
    // "Without", "missing", "failed".
    /without|offline|useless|harmless|absent|missing/,
    /fail\p{L}*|lack\p{L}*|refus\p{L}*|den(?:y|ied|ies)|declin\p{L}*|ignor\p{L}*/u,
  )})$`,
  'u',
);

/** Whether a stretch of a text has a negation and a word that denies by its form: neither alone says what holds. */
export function isTwiceDenied(text: KeyedText, from: number, to: number): boolean {
  let denials = 0;
  let forms = 0;
  for (let at = from; at <= to; at++) {
    if (DENYING_FORM.test((text.words[at] as KeyedWord).folded)) forms++;
    else if (isDenial(text, at)) denials++;
  }
  return forms > 0 && forms + denials > 1;
}

/** Whether a stretch of a text has a negation. */
export function denies(text: KeyedText, from: number, to: number): boolean {
  for (let at = from; at <= to; at++) if (isDenial(text, at)) return true;
  return false;
}

/** Whether a word turns round what follows: a negation, or "stop" before what is stopped ("will stop trusting"). */
export function isDenial(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  const next = text.words[at + 1]?.folded ?? '';
  // "Report no. 3" denies nothing.
  if (word.folded === 'no' && ((text.words[at + 1]?.isNumber === true && next !== 'one') || text.text.charAt(word.end) === '.'))
    return false;
  if (isNought(text, at)) return true;
  if (word.folded === 'yet') return next === 'to' && YET_TO.test(text.words[at - 1]?.folded ?? '');
  if (/^(?:stop|stops|stopped|cease|ceases|ceased)$/.test(word.folded)) return next.endsWith('ing');
  return NEGATORS.has(word.folded) && !PARTLY.has(next);
}

/** "0 accounts lost", "zero complaints": as much as "no", where it counts what follows; "zero-day", "0 °C" and "0.5" count nothing. */
function isNought(text: KeyedText, at: number): boolean {
  const [word, next] = [text.words[at] as KeyedWord, text.words[at + 1]];
  if ((word.folded !== '0' && word.folded !== 'zero') || next === undefined || next.isNumber || next.isFunction) return false;
  return text.text.slice(word.end, next.start) === ' ' && !NO_COUNT.test(next.folded);
}

const NO_COUNT = /^(?:trust|day|days|hour|knowledge|click|touch|tolerance|sum|point|percent|per|degrees?|[cf]|[ap]m|utc|h)$/;

/** "Without consent and upheld", "without an account can": what is done without ends there. */
const WITHOUT_ENDS = /^(?:and|can|could|will|would|may|might|must|should|is|are|was|were|has|had)$/;

const OBJECT_ENDS = /^(?:and|then)$/;
/** How many words after "no sign of" are still denied. */
const FAR = 14;
/** Denials that can be the object of a verb: what comes behind them with an "and" is not denied. */
const OBJECTS = /^(?:no|none|nobody|nothing|neither)$/;

/** For each word, whether a negation governs it: one stands before it in its clause, at most six words back, or is its object. */
export function negated(text: KeyedText): readonly boolean[] {
  const flags = NEGATED.get(text) ?? negatedIn(text);
  NEGATED.set(text, flags);
  return flags;
}

const NEGATED = new WeakMap<KeyedText, readonly boolean[]>();

function negatedIn(text: KeyedText): boolean[] {
  const flags = text.words.map(() => false);
  let until = -1;
  let last = -1;
  let odd = false;
  let ends: RegExp | undefined;
  for (const [at, word] of text.words.entries()) {
    const left = text.words[at - 1];
    const before = left === undefined ? '' : text.text.slice(left.end, word.start);
    // "Not yet" goes on denying.
    const isTurn = TURNS.has(word.folded) && !isDenial(text, at) && !(word.folded === 'yet' && until === at - 1 + REACH);
    if (/[.;:!?—–"“”«»]|, /.test(before) || isTurn || (at <= until && opensStatement(text, at)) || ends?.test(word.folded) === true)
      until = -1;
    // "Does nothing on Sundays" denies no Sundays, "costs nothing to close" no closing.
    if (word.folded === 'nothing' && /^(?:do|does|did|costs?|costing)$/.test(left?.folded ?? '')) continue;
    if (isDenial(text, at)) {
      // Two negations in one clause undo each other, but not "demanded nothing and left no message".
      odd = at <= until && !isJoined(text, last, at) ? !odd : true;
      last = at;
      const isObject =
        OBJECTS.test(word.folded) &&
        left !== undefined &&
        (!left.isFunction || /^(?:has|have|had)$/.test(left.folded)) &&
        !/[.,;:!?—–]/.test(before);
      ends = word.folded === 'without' ? WITHOUT_ENDS : isObject ? OBJECT_ENDS : undefined;
      until = at + REACH + (text.words[at + 1]?.folded === 'one' ? 1 : 0);
      if (isObject && word.folded !== 'no') flags[at - 1] = true;
      continue;
    }
    flags[at] = at <= until && odd;
    if (flags[at] && isSign(text, at)) until = Math.max(until, at + FAR);
  }
  for (const at of valuesOfNone(text)) for (let before = labelStart(text, at); before < at; before++) flags[before] = true;
  return flags;
}

function isJoined(text: KeyedText, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (/^(?:and|or|nor)$/.test((text.words[at] as KeyedWord).folded)) return true;
  return false;
}

/** What may stand behind a "none" that is all there is to say: its end, or how far one knows. "Nothing was stolen" is a sentence of its own. */
const VALUE_ENDS =
  /^(?:["”’)]?$|["”’)]?[.,;!?]| \(| (?:at all|so far|yet|known|that (?:i|we|they|he|she|it|any\p{L}+) )| (?:reported|recorded|found|noted)(?:$|[.,;!?]))/iu;

/** "Harm to patients: none", "data lost? none": places of words that say of the label or question before them that there was none. */
function valuesOfNone(text: KeyedText): number[] {
  return text.words.flatMap(({ folded, start, end }, at) => {
    const before = text.words[at - 1];
    const gap = before === undefined ? '' : text.text.slice(before.end, start);
    const isAnswer = gap.includes('?') && /^(?:no|not|nope)$/.test(folded);
    if (!/[:?]/.test(gap) || !(isAnswer || /^(?:none|nobody|nothing|never|0|zero)$/.test(folded))) return [];
    return VALUE_ENDS.test(text.text.slice(end, end + 40)) ? [at] : [];
  });
}

/** The first word of the label before a "none"; "harm to patients, staff: none" is one, "deaths: three, injuries: none" are two. */
function labelStart(text: KeyedText, none: number): number {
  let comma = none;
  for (let at = none - 1; at > 0; at--) {
    const gap = text.text.slice((text.words[at - 1] as KeyedWord).end, (text.words[at] as KeyedWord).start);
    if (/[.;!?]/.test(gap)) return comma < none && at < comma - LIST_WORDS ? comma : at;
    if (gap.includes(':')) return comma < none ? comma : at;
    if (comma === none && gap.includes(',')) comma = at;
    if (comma < none && at < comma - LIST_WORDS) return comma;
  }
  return comma < none && comma > LIST_WORDS ? comma : 0;
}

/** More words than this before a comma are a sentence, not the first of a list. */
const LIST_WORDS = 3;
