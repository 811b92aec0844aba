// Owns: whether a statement only wants, plans, asks for or expects something, and whether another one only says that it has not come so far.
// Must not know: drafts, passages, what two statements tell together.
import { verbForm } from '../../lexicon/verbs.ts';
import type { KeyedWord } from '../alignment.ts';
import { textOf } from './comparing.ts';
import type { Side } from './sides.ts';

/** What is behind these is told. */
const FINITE = /^(?:was|were|has|have|had|did|wasn['’]t|weren['’]t|hasn['’]t|haven['’]t|hadn['’]t|didn['’]t)$/;
const WILL = /^(?:will|shall|would|might|may|(?:i|you|he|she|it|we|they)['’](?:ll|d))$/;
/** Who does one of these has not got the thing, nor has it been done. */
const WANTS =
  /^(?:want|plan|hop|intend|threaten|demand|request|urg|consider|fear|expect|propos|prepar|seek|weigh|discuss|promis|recommend|suggest|draft|debat)(?:e?s|e|n?ed|n?ing)?$|^(?:weighing|planned|planning|sought|meant)$/;
/** The same with the word behind: "asked for", "looking for", "is to", "working on". */
const WANTS_FOR =
  /^(?:ask(?:s|ed|ing)? (?:for|to|that)|call(?:s|ed|ing)? for|look(?:s|ed|ing)? for|wait(?:s|ed|ing)? for|push(?:es|ed|ing)? for|appl(?:y|ies|ied|ying) for|work(?:s|ed|ing)? on|(?:is|are|was|were) (?:due|going|about|set)|(?:is|are) to)$/;

/** Whether the word of a side is only wanted, planned, asked for or expected where it stands. */
export function isAhead({ text, at, statement: { from, opener } }: Side): boolean {
  // "Demands that it be corrected".
  const start = opener === 'that' ? Math.max(0, from - 2) : from;
  const isTold = verbForm((text.words[at] as KeyedWord).folded) === 'past';
  for (let place = at - 1; place >= start; place--) {
    const { folded, text: written } = text.words[place] as KeyedWord;
    // "The planned tunnel was built", "expected a loss and lost two customers": what was wanted came.
    if (FINITE.test(folded) || (isTold && /^(?:and|but|or|who|which)$/.test(folded))) return false;
    if (written === 'May' && place > 0) continue;
    if (WILL.test(folded) || WANTS.test(folded) || WANTS_FOR.test(`${folded} ${text.words[place + 1]?.folded ?? ''}`)) return true;
  }
  return false;
}

/** Whether a side tells of the time so far alone: what has not been, what is so now. */
export function isSoFar(side: Side): boolean {
  const said = textOf(side.text, side.statement);
  if (isAhead(side) || FOR_GOOD.test(said)) return false;
  return SO_FAR.test(said) || (side.isDenied ? HAS_BEEN : IS_NOW).test(said);
}

const FOR_GOOD =
  /\b(?:never|ever|refus\p{L}+|reject\p{L}*|turn(?:s|ed)? down|declin\p{L}+|rul(?:es?|ed) out|won['’]t|(?:will|would|shall) not|no plans?|no intention|cannot|can['’]t|must not|may not|not to|decided against)\b/iu;
const SO_FAR = /\b(?:yet|so far|(?:until|up to|till|as of) (?:now|today)|to date|still|at the moment|for now|currently|this time)\b/i;
const IS_NOW = /\b(?:is|are)\b/i;
const HAS_BEEN = /\b(?:has|have|had|hasn['’]t|haven['’]t|hadn['’]t)\b/i;
