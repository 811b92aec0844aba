// Owns: questions that a cited Source answers with no where the draft says yes, and the other way round.
// Must not know: verdicts, rules, denials within a sentence (polarity, denials).
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { placeOf } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Candidate, type Comparing, drafted, isLight, quotedShare, quotedSpans } from './comparing.ts';
import { isHedge } from './hedging.ts';
import { isDenial, negated } from './negation.ts';
import { nearness } from './standing.ts';

const WHO_SPEAKS = '^(?:[\\p{Lu}][\\p{L}.’\' -]{0,40}: )?["“]?';
const NO = new RegExp(
  `${WHO_SPEAKS}(?:no[,;]|no\\.(?! ?\\d)|no$|not at all|not yet|never[.,]|(?:we|i|they|he|she|it|you) (?:do|does|did|have|has|had|is|was|were|are|am|can|could|will|would)(?: not|n['’]t)(?:[.,;]|$))`,
  'iu',
);
const YES = new RegExp(
  `${WHO_SPEAKS}(?:yes[,.;]|yes$|correct[.,]|that is (?:right|correct|true)|(?:we|i|they|he|she|it) (?:do|does|did|have|has|had|is|was|were|are|am|can|could|will|would)[.,;])`,
  'iu',
);
/** "Who", "how many" and "why" are answered by no yes or no. */
const OPEN_QUESTION = /\b(?:who|whom|whose|what|which|when|where|why|how)\b/i;
const CAREFUL = /\b(?:if|whether|unless|could|would|may|might|should|asked)\b|\?/i;

/** Least share of the question's telling words that the claim must have. */
const BACK = 0.6;

/** At most one difference. */
export function answerDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4 || CAREFUL.test(words.text)) return [];
  if (words.words.some((_, at) => isHedge(words, at))) return [];
  for (const candidate of comparing.candidates) {
    const answer = candidate.cited ? answerTo(candidate.passage) : undefined;
    const pivot = answer === undefined ? undefined : pivotOf(comparing, candidate, answer.isYes);
    if (answer === undefined || pivot === undefined) continue;
    const word = words.words[pivot] as KeyedWord;
    const span = { start: word.start + comparing.claim.span.start, end: word.end + comparing.claim.span.start };
    const noted = `${candidate.passage.text} ${answer.passage.text}`;
    return [{ kind: 'polarity', span, drafted: drafted(comparing, span), noted, passage: answer.passage }];
  }
  return [];
}

/** The passage behind a question, where it says yes or no. */
function answerTo(question: Passage): { readonly passage: Passage; readonly isYes: boolean } | undefined {
  if (!/\?["”]?$/.test(question.text) || OPEN_QUESTION.test(question.text)) return undefined;
  const at = placeOf(question);
  const passage = at < 0 ? undefined : question.source.passages[at + 1];
  if (passage === undefined) return undefined;
  if (NO.test(passage.text)) return { passage, isYes: false };
  return YES.test(passage.text) ? { passage, isYes: true } : undefined;
}

/** The last word that claim and question share, where the claim has most of the question and the other answer. */
function pivotOf({ words }: Comparing, { alignment }: Candidate, isYes: boolean): number | undefined {
  const asked = alignment.passage;
  // "Did it not pay?" "No.": either may be meant.
  if (asked.words.some((_, at) => isDenial(asked, at))) return undefined;
  const own = negated(words);
  const content = asked.words.flatMap((word, at) => (word.isFunction || word.isNumber || isLight(word) || isDenial(asked, at) ? [] : [at]));
  const shared = content.flatMap(at => {
    const mine = words.words.findIndex(word => !word.isFunction && nearness(word, asked.words[at] as KeyedWord) >= 0.7);
    return mine < 0 ? [] : [{ mine, at }];
  });
  if (shared.length < 2 || shared.length < BACK * content.length) return undefined;
  if (shared.some(({ mine }) => own[mine]) !== isYes) return undefined;
  const telling = shared.filter(({ mine }) => words.words[mine]?.isName === false && words.words[mine]?.isNumber === false);
  const places = new Set(shared.map(({ mine }) => mine));
  if (isYes) return telling.find(({ mine }) => own[mine] && isDeniedItself(words, mine, places))?.mine;
  // "Pay" in the question is "paid" in the claim: a verb changes its form.
  if (telling.some(({ mine }) => isOnlyMeant(words, mine))) return undefined;
  return (telling.findLast(({ mine, at }) => words.words[mine]?.folded !== asked.words[at]?.folded) ?? telling.at(-1))?.mine;
}

/** Between the denial and the word stand words of the question alone: "did not wait and paid" denies no paying. */
function isDeniedItself(text: KeyedText, at: number, shared: ReadonlySet<number>): boolean {
  for (let before = at - 1; before >= 0; before--) {
    if (isDenial(text, before)) return true;
    const word = text.words[before] as KeyedWord;
    if (/^(?:and|or|nor|but|then|before|after)$/.test(word.folded) || !(word.isFunction || shared.has(before))) return false;
  }
  return false;
}

/** "Wanted to pay", "considered paying": it may not have come to that. */
function isOnlyMeant(text: KeyedText, at: number): boolean {
  const before = text.words[at - 1]?.folded ?? '';
  return before === 'to' || (text.words[at]?.folded.endsWith('ing') === true && !/^(?:is|are|was|were|been|be)$/.test(before));
}
