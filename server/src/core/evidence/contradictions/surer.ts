// Owns: whether a draft is surer than the words by which the notes keep a thing open.
// Must not know: how the words were found, denials, verdicts, rules.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import { type KeyedText, type KeyedWord, keyed, keyedPassage } from '../alignment.ts';
import type { Difference } from '../types.ts';
import type { Comparing } from './comparing.ts';
import { statementAround } from './grammar.ts';
import { placeOfHedge } from './hedge-scope.ts';
import { denies, negated, SAYING } from './negation.ts';
import { hasWord, nearness, wholeOf } from './standing.ts';

/** Whether the draft is surer than the words that make the notes less than sure: it has not got them itself, and what they hedge is no quote. */
export function isSurer(comparing: Comparing, difference: Difference): boolean {
  const { words, facts, claim } = comparing;
  const { noted, passage, isExtent } = difference;
  if (isExtent === true) return true;
  if (OPINION.test(words.text) || wasAble(difference) || !isOfWhatIsHedged(comparing, difference)) return false;
  const phrase = keyed(noted);
  const isDenied = denies(phrase, 0, phrase.words.length - 1);
  // "Almost certain" is less than "certain".
  const hedge = phrase.words.filter(word => !word.isFunction && (isDenied || !CERTAIN.has(word.folded)));
  const own = negated(words);
  const has = (word: KeyedWord): boolean =>
    words.words.some((other, at) => !other.isFunction && nearness(word, other) >= 0.7 && (own[at] === true) === isDenied);
  if (hedge.length > 0 && hedge.every(has)) return false;
  const at = placeOfNoted(difference);
  // What is asked is not kept open.
  if (at >= 0 && /^[^.!;]*\?/.test(passage.text.slice(at)) && !/^[^.!;?]*$/.test(passage.text)) return false;
  const theirs = keyedPassage(passage);
  const quotes = facts.quotes.filter(quote => quote.kind === 'speech');
  const isQuoted = ({ start }: KeyedWord): boolean =>
    quotes.some(({ span }) => span.start <= start + claim.span.start && start + claim.span.start < span.end);
  const shared = words.words.filter(
    word => !word.isFunction && !word.isName && !SAYING.test(word.folded) && hasWord(theirs, wholeOf(theirs), word),
  );
  const inside = shared.filter(isQuoted).length;
  return inside === 0 || shared.length - inside > inside;
}

/** The draft says whose view it is. */
const OPINION =
  /\b(?:(?:takes?|took|holds?|held) (?:\p{L}+ ){1,4}for an? |(?:sees?|saw|regards?|regarded|views?|viewed|considers?|considered) (?:\p{L}+ ){1,4}(?:as|to be) )/iu;

/** "Could be frozen and returned" among things that happened: it was. */
function wasAble({ noted, passage: { text } }: Difference): boolean {
  if (!/^could be$/i.test(noted) || /\b(?:would|may|might|if|whether|perhaps|possibl[ey])\b/i.test(text)) return false;
  return /\bcould be (?:\p{L}+ly )?\p{L}+(?:ed|en)\b(?! (?:by|in|to|for)\b)/iu.test(text);
}

/** Where what makes the notes less than sure stands: whole, or cut short ("explored the option" of "the options"). */
function placeOfNoted({ noted, passage: { text } }: Difference): number {
  const hedge = noted.toLowerCase();
  const at = placeOfHedge(text, hedge);
  return at >= 0 ? at : text.toLowerCase().indexOf(hedge);
}

/** Whether what makes the notes less than sure stands with some of what the draft says there, or says nothing but that. */
function isOfWhatIsHedged({ words, claim }: Comparing, difference: Difference): boolean {
  const { span, noted, passage } = difference;
  const theirs = keyedPassage(passage);
  const start = placeOfNoted(difference);
  // What they cannot say is asked, not hedged.
  const isCertain = SHOWN.test(words.text) || words.words.some(word => CERTAIN.has(word.folded));
  if (start < 0 || /\b(?:who|why|how)$/i.test(noted) || isCertain) return true;
  const end = start + noted.length;
  const before = passage.text.slice(0, start).split(/[.;!?]["”)]? |, (?:but|and) /);
  const from = start - (before.at(-1) as string).length;
  const to = end + (/^(?:[^.;:!?,]|,(?! (?:but|and) )|[.,:](?=\S))*/.exec(passage.text.slice(end))?.[0].length ?? 0);
  const hedged = theirs.words.filter(
    word =>
      word.start >= from && word.end <= to && !(word.start >= start && word.end <= end) && !word.isFunction && !HEDGES.has(word.folded),
  );
  // A sentence of next to nothing else keeps open what stands before it; so does one that goes on to something else behind a comma.
  const comma = end + (/^[^,]*/.exec(passage.text.slice(end, to))?.[0].length ?? 0);
  const isShort = hedged.filter(word => word.start < comma).length <= FEW;
  if (isShort && !/^, (?:but|and) /.test(passage.text.slice(Math.min(comma, to)))) return true;
  const inside = words.words.filter(word => word.start + claim.span.start >= span.start && word.end + claim.span.start <= span.end);
  const last = inside.at(-1);
  const isPart = inside.filter(word => !word.isFunction).length > 1;
  const whole = last === undefined || isPart ? inside : statementWords(words, words.words.indexOf(last));
  const said = whole.filter(word => !word.isFunction);
  return said.length === 0 || said.some(word => hedged.some(other => nearness(word, other) >= 0.7));
}

/** "Has shown that" claims to be sure. */
const SHOWN = /\b(?:show(?:s|n|ed)?|demonstrat(?:e|es|ed)) that\b/i;

function statementWords(text: KeyedText, at: number): KeyedWord[] {
  const { from, to } = statementAround(text, at);
  return text.words.slice(from, to + 1);
}

/** So many telling words beside a hedge. */
const FEW = 2;
