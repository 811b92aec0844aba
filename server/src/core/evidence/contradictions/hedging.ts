// Owns: whether a word or phrase of a text makes it less than sure where it stands.
// Must not know: claims, passages, how sure a sentence is as a whole.
import { HEDGES } from '../../lexicon/certainty-words.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import type { KeyedText } from '../alignment.ts';

/** Whether the word at a place hedges: "suspects" of what somebody thinks, not of people; "may" of what can be, not of what is forbidden. */
export function isHedge(text: KeyedText, at: number): boolean {
  const word = text.words[at];
  if (word === undefined || !HEDGES.has(word.folded)) return false;
  const before = text.words[at - 1];
  const next = text.words[at + 1]?.folded ?? '';
  // "May be related to": a month has no verb behind it.
  if (word.text === 'May' && !/^(?:be|have|also|well|not|yet|just|still)$/.test(next)) return false;
  if (word.folded === 'suspects' || word.folded === 'suspect')
    return !(isCounted(before?.folded ?? '', before?.isNumber === true) || /^(?:was|were|is|are|who|has|have|had)$/.test(next));
  // "Deposits remain possible": they can be made.
  if (word.folded === 'possible' && CAN_BE.test(before?.folded ?? '') && next !== 'that') return false;
  // "No statement possible": none can be made.
  if (word.folded === 'possible' && text.words[at - 2]?.folded === 'no') return false;
  if (isMeantOtherwise(text, at)) return false;
  // "The seller may appeal": a right.
  return !(/^(?:may|might)$/.test(word.folded) && /^(?:not|only|appeal|lodge|challenge|contest|object)$/.test(next));
}

/** Words that hedge elsewhere, by what follows them where they do not: "guessed passwords", "appeared in court", "assumed control", "may be quoted". */
const OTHERWISE: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^guess/,
    /^ (?:(?:the|an?|its|their|his|her|this|that|each|every|weak|simple|short) )*(?:passwords?|passcodes?|passphrases?|pins?|codes?|credentials?|user ?names?|tokens?|combinations?|keys?|number of)\b/i,
  ],
  [/^appear/, /^ (?:in|on|at|before|among|under|beside|again|online|twice|once|daily|weekly)\b/i],
  [
    /^assume/,
    /^ (?:(?:full|the|an?|his|her|its|their|new|false|joint) )*(?:control|command|office|responsibilit\p{L}+|power|dut(?:y|ies)|roles?|identit\p{L}+|names?|costs?|debts?|posts?|chair\p{L}*)\b/iu,
  ],
  [
    /^suggest/,
    /^ (?:(?:the|an?|some|several|other|these|following|many|two|three) )*(?:changes?|improvements?|amendments?|readings?|measures?|fixe?s?|names?|steps?|settings?|values?|users|customers|owners|\p{L}{3,}ing)\b/iu,
  ],
  [/^(?:think|thought)/, /^ (?:of|about|twice|tanks?|up|over|through|ahead)\b/i],
  [/^possible$/, /^ (?:to|until|till|by|from|only|within|again)\b/i],
  [
    /^preliminary$/,
    /^ (?:hearings?|injunctions?|rulings?|agreements?|rounds?|talks|works?|proceedings|versions?|questions?|inquir\p{L}+|investigations?|examinations?|measures?)\b/iu,
  ],
  [/^may$/, /^ be (?:quoted|printed|named|attributed|cited|reprinted|photographed|identified)\b/i],
];

function isMeantOtherwise(text: KeyedText, at: number): boolean {
  const word = text.words[at];
  if (word === undefined) return false;
  // "No server can guess it".
  if (word.folded === 'guess' && /^(?:can|could|cannot|to|easily)$/.test(text.words[at - 1]?.folded ?? '')) return true;
  // "You may print this": leave is given.
  if (word.folded === 'may' && text.words[at - 1]?.folded === 'you') return true;
  return OTHERWISE.some(([hedge, followed]) => hedge.test(word.folded) && followed.test(text.text.slice(word.end, word.end + 60)));
}

const CAN_BE = /^(?:remains?|remained|still|longer|is|are|was|were|be|been|makes?|made|as|if|when|whenever|where|wherever)$/;

/** What stands before a noun. */
function isCounted(before: string, isNumber: boolean): boolean {
  return (
    isNumber ||
    /^(?:an?|the|this|that|these|those|two|three|all|both|other|further|more|main|chief|prime|first|second|third|no|several|some|many)$/.test(
      before,
    )
  );
}

const ACCUSED = alternatives(
  /accused|suspected|charged|said|thought|believed|rumou?red/,
  /reported|alleged|supposed|assumed|expected|presumed/,
);
/** Who accuses before a court. */
const ACCUSERS = /prosecution|prosecutors?|indictment|charge sheet|plaintiffs?|claimants?|complaint/.source;
const HOPES = alternatives(
  /hopes?|hoped|hoping|aims?|aimed|aiming|wish(?:es|ed)?|plans?|intends?|intended/,
  /proposes?|proposed|considers?|wants?|weighs?|discuss(?:es|ed)?|would like/,
);
const CANNOT = /cannot|can not|can[’']t|could not|couldn[’']t|will not|won[’']t|would not/.source;
/** Phrases of several words, and words that are hedges beside a statement alone, by which a clause is less than sure. */
const tentative = lazy(
  () =>
    new RegExp(
      String.raw`\b(?:${alternatives(
        /look(?:s|ed|ing)? (?:as (?:if|though)|like|likely)/,
        /sound(?:s|ed)? (?:as (?:if|though)|like)/,
        /(?:as far as|for all) (?:i|we|they|he|she|anyone|anybody) (?:can|could|know|knows|knew)/,
        /(?:working |pet |best |only an? |just an? )?(?:theory|hypothesis|hunch|conjecture|guess)/,
        `(?:is|are|was|were|been) (?:only |now )?(?:${ACCUSED}) (?:of|to|with)`,
        /main suspect|prime suspect|on suspicion/,
        `(?:${ACCUSERS}) (?:says?|said|claims?|argues?|alleges?|accuses?|holds?|puts?|believes?)`,
        /resembl\p{L}+|similar(?:ity|ities)?|coincidence|reminiscent|reminds? \p{L}+ of|in common with/u,
        /(?:may|might|could|would) (?:well |also |yet |just )?(?:have|be)/,
        `(?:${HOPES}) (?:for|to|that)`,
        `(?:${CANNOT}) (?:yet )?(?:promise|guarantee|say|tell|exclude|rule|be sure|swear)`,
        /not (?:quite |entirely |fully |completely |yet |at all )?(?:sure|certain|clear|proven|proved|confirmed|established|verified|final)/,
        /no (?:proof|certainty|guarantee|promise)/,
        /(?:does|do|did)(?: not|n[’']t) (?:yet )?(?:prove|know|say|mean)/,
        /(?:promis(?:e|es|ed|ing)|vow(?:s|ed)?|pledge[sd]?|undertakes?|undertook) (?:to|that)/,
        /(?:wouldn[’']t|would not) (?:bet|be (?:shocked|surprised))/,
        /not before|at the earliest|if all goes well|god willing/,
        /look(?:ing)? into (?:whether|if|it)|(?:examin|check|investigat)(?:e|es|ed|ing) (?:whether|if)/,
        /(?:is|are|was|were|remains?) (?:still )?(?:open|unclear|unknown|disputed|contested|unproven|unconfirmed)/,
      )})(?![\p{L}])`,
      'iu',
    ),
);

/** What makes a stretch of a text less than sure, as written in lower case; undefined where it is plain. */
export function tentativeIn(text: KeyedText, from: number, to: number): string | undefined {
  for (let at = from; at <= to; at++) {
    const word = text.words[at];
    if (word !== undefined && isHedge(text, at) && !/^(?:claim|estimat|could|appear)/.test(word.folded)) return word.text.toLowerCase();
  }
  const [first, last] = [text.words[from], text.words[to]];
  return first === undefined || last === undefined
    ? undefined
    : tentative().exec(text.text.slice(first.start, last.end))?.[0].toLowerCase();
}
