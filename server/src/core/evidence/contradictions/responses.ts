// Owns: yes in the draft and no in the notes, told in other words: "accepted" and "turns it down", "covered" and "exempt", "keeps" and "deletes".
// Must not know: verdicts, rules, plain negations (polarity, denials).
import { areOpposite, isContrast } from '../../lexicon/opposites.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Difference } from '../types.ts';
import {
  type Candidate,
  type Clause,
  type Comparing,
  clauseAround,
  clausesIn,
  contrary,
  isOfAnother,
  isTitle,
  onTopic,
  quotedShare,
  quotedSpans,
  textOf,
} from './comparing.ts';
import { negated } from './negation.ts';

/** [said in the draft, said in the notes of the same thing]; neither can be so where the other is. */
const ANSWERS: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\b(?:accept(?:s|ed)?|agree[sd]?|approve[sd]?|consent(?:s|ed)|said yes)\b/i,
    /\b(?:sa(?:id|ys) no|turn(?:s|ed) (?:(?:it|this|that|them|him|her|the \p{L}+) )?down|declin(?:es|ed)|reject(?:s|ed)|refuse[sd]?)\b/iu,
  ],
  [
    /\b(?:(?:is|are|was|were) (?:also )?(?:covered|included|subject)|appl(?:y|ies) to|cover(?:s|ed)?)\b/i,
    /\b(?:exempt(?:ed)?|(?:do(?:es)?|did)(?: not|n['’]t) (?:apply|cover)|not (?:covered|included|subject)|excluded)\b/i,
  ],
  [
    /\b(?:publish(?:ed|es)?|made (?:it |them )?public|released?)\b/i,
    /\b(?:keeps?|kept|keeping) (?:it|them|that|this) to (?:him|her|it|them)sel(?:f|ves)\b/i,
  ],
  [/\b(?:oblige[sd]?|require[sd]?|forces?|forced|must|ha(?:s|ve) to)\b/i, /\bnot (?:required|compulsory|mandatory|obligatory|binding)\b/i],
  [
    /\b(?:better|worse|improve[sd]?|helped|reduce[sd]?|raise[sd]?)\b/i,
    /\b(?:made|makes?|had|has|saw|found) no (?:difference|effect|impact)\b/i,
  ],
];

const NEGATION = /\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n['’]t|real terms|adjusted for)\b/iu;
const OPEN = /\b(?:if|whether|unless|provided|as long as|when|would|could|might|should|may)\b/i;

/** At most one difference, of a cited Source. */
export function responseDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4 || NEGATION.test(words.text) || words.text.trimEnd().endsWith('?')) return [];
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited || isTitle(candidate.passage)) continue;
    for (const clause of clausesIn(candidate.alignment.passage)) {
      const found = answerIn(comparing, candidate, clause) ?? oppositeIn(comparing, candidate, clause);
      if (found !== undefined) return [difference(comparing, candidate, clause, found)];
    }
  }
  return [];
}

/** Offsets into the claim of what stands against a clause. */
interface Against {
  readonly start: number;
  readonly end: number;
}

function answerIn(comparing: Comparing, candidate: Candidate, clause: Clause): Against | undefined {
  const { words } = comparing;
  const text = textOf(candidate.alignment.passage, clause);
  for (const [said, noted] of ANSWERS) {
    const answer = said.exec(words.text);
    if (answer === null || !noted.test(text) || candidate.passage.quote !== undefined) continue;
    const around = clauseAround(words, { start: answer.index, end: answer.index + answer[0].length });
    if (OPEN.test(textOf(words, around)) || sharedIn(comparing, candidate, wholeOf(candidate)).length === 0) continue;
    const isSaid = onTopic(comparing).some(
      one =>
        one.cited &&
        said.test(one.passage.text) &&
        !noted.test(one.passage.text) &&
        sharedIn(comparing, one, wholeOf(one)).length >= sharedIn(comparing, candidate, wholeOf(candidate)).length,
    );
    if (!isSaid) return { start: answer.index, end: answer.index + answer[0].length };
  }
  return undefined;
}

/** "Keeps a copy" and "deletes its copies": opposites beside one and the same thing. */
function oppositeIn(comparing: Comparing, candidate: Candidate, clause: Clause): Against | undefined {
  const { words } = comparing;
  const { passage } = candidate.alignment;
  const [own, theirs] = [negated(words), negated(passage)];
  for (const [mine, word] of words.words.entries()) {
    if (word.isNumber || word.isName || isContrast(word.key) || passage.places.has(word.key)) continue;
    for (let their = clause.from; their <= clause.to; their++) {
      const other = passage.words[their] as KeyedWord;
      if (words.places.has(other.key) || !areOpposite(word.key, other.key) || own[mine] !== theirs[their]) continue;
      const beside = besideOf(words, mine);
      const common = besideOf(passage, their).filter(key => beside.includes(key));
      if (common.length > 0 && !isOfAnother(words, passage, clause)) return { start: word.start, end: word.end };
    }
  }
  return undefined;
}

/** How far the thing may stand from its verb or adjective. */
const BESIDE = 3;

/** Keys of the telling words near a place. */
function besideOf(text: KeyedText, at: number): string[] {
  return text.words
    .slice(Math.max(0, at - BESIDE), at + BESIDE + 1)
    .filter(word => !word.isFunction && word !== text.words[at])
    .map(word => word.key);
}

function wholeOf(candidate: Candidate): Clause {
  return { from: 0, to: candidate.alignment.passage.words.length - 1 };
}

/** Telling words of the claim that stand in a clause. */
function sharedIn(comparing: Comparing, candidate: Candidate, clause: Clause): readonly number[] {
  return comparing.words.words.flatMap((word, at) => {
    const match = candidate.alignment.matches[at] as WordMatch;
    const inside = match.at >= clause.from && match.at <= clause.to;
    return !word.isFunction && !word.isNumber && inside && match.score >= 0.7 ? [at] : [];
  });
}

function difference(comparing: Comparing, candidate: Candidate, clause: Clause, against: Against): Difference {
  const offset = comparing.claim.span.start;
  const span = { start: against.start + offset, end: against.end + offset };
  return contrary(comparing, candidate, clause, span);
}
