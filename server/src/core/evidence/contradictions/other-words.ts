// Owns: words of claim and passage that tell nothing against each other though a negation stands before one of them.
// Must not know: verdicts, rules, which words are shared.
import { isUnharmed } from '../../lexicon/opposites.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Clause, textOf } from './comparing.ts';
import { denies } from './negation.ts';

/** "The app was down" and "nobody could use the app" are one. */
const OUT_OF_USE =
  /\b(?:down|off(?:line)?|out|hit|dead|dark|unavailable|unreachable|disrupt\p{L}*|fail\p{L}*|crash\p{L}*|stopp\p{L}*|halt\p{L}*|fro(?:ze|zen)|lock\p{L}*|block\p{L}*|closed|shut|paraly\p{L}*|broke(?:n)?|lost|outage|idle|stood still|affected)\b/iu;
const ABLE =
  /\b(?:could|can|cannot|able|unable|work\p{L}*|us(?:e|ed|able)|reach\p{L}*|ran|run|running|log(?:ged)? in)\b|\bcouldn['’]t\b|\bcan['’]t\b/iu;

/** "The money was safe" and "no money was at risk" are one. */
const AT_RISK =
  /\b(?:risk|danger|threat\p{L}*|endangered|harm\p{L}*|affected|touched|damaged|hit|hurt|attacked|copied|stolen|taken|reached|lost)\b/iu;

/** One clause says in other words, and denies nothing, what the other one denies. */
export function saysInOtherWords(text: KeyedText, clause: Clause, other: KeyedText, denying: Clause): boolean {
  if (denies(text, clause.from, clause.to)) return false;
  const denial = textOf(other, denying);
  const isWell = text.words.some((word, at) => clause.from <= at && at <= clause.to && isUnharmed(word.key));
  return (isWell && AT_RISK.test(denial)) || (OUT_OF_USE.test(textOf(text, clause)) && ABLE.test(denial));
}

/** "As far as they know", "at no time", "in no way". */
const IDIOM = /^(?:far|times?|ways?|means|circumstances?)$/;

/** Words that a negation before one of them turns round for neither: those of idioms, and "the leader" beside "did not lead". */
export function isNoPivot(a: KeyedWord, b: KeyedWord): boolean {
  const isDoer = (doer: string, verb: string): boolean => /(?:er|or)s?$/.test(doer) && !verb.startsWith(doer.replace(/s$/, ''));
  return IDIOM.test(a.folded) || isDoer(a.folded, b.folded) || isDoer(b.folded, a.folded);
}
