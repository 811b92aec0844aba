// Owns: whether what was cut from a quote (at its ends, by an ellipsis) governs what was kept.
// Must not know: how places are found, who speaks, rules.
import { alternatives } from '../../text/alternatives.ts';
import type { NoteWord } from '../quote-index.ts';
import type { Laid, Step } from './align.ts';
import { type Change, sameCase, wordsBetween } from './judge.ts';
import {
  governingBefore,
  isCondition,
  isException,
  isHedge,
  isNegation,
  isQualifier,
  isWhole,
  leadBefore,
  narrows,
  opensLimit,
  swallowedBy,
} from './meaning.ts';
import { type QuoteWord, quoteWords } from './words.ts';

/** What the draft says around the quote, in its sentence. */
export interface DraftContext {
  readonly before: string;
  readonly after: string;
}

const CLAUSE_END = /[,;:.!?…—–()"“”«»]/;
const CONJUNCTION = /^(?:and|but|or|who|which|because|when|while|as|so|though|although)$/;

/**
 * What the notes have right before the first word and what governs it: "Almost nobody reads" quoted as "Nobody reads", "I think
 * they left" as "They left", "Most of us looked" as "[We] looked".
 */
export function cutAtStart(
  prose: string,
  words: readonly QuoteWord[],
  notes: readonly NoteWord[],
  laid: Laid,
  context: DraftContext,
): Change[] {
  const kept = laid.steps.filter(candidate => candidate.quote >= 0);
  const step = kept.find(({ quote }) => words[quote]?.wild !== true);
  const start = kept[0] && words[kept[0].quote];
  const first = step && words[step.quote];
  const note = step && step.note >= 0 ? notes[step.note] : undefined;
  if (!step?.same || !first || !start || !note) return [];
  const clause = wordsBefore(notes, step.note, CLAUSE_END);
  const keys = clause.map(word => word.key);
  const span = { start: start.start, end: first.end };
  const changed = (governs: NoteWord): Change[] => [
    { span, replacement: sameCase(prose.slice(span.start, span.end), wordsBetween(notes, governs, note)), meaning: true },
  ];
  if (first !== start) {
    const swallowed = swallowedBy(keys);
    const bracketed = quoteWords(prose, start.start, first.start).map(word => word.key);
    const isTold = bracketed.some((key, at) => isQualifier(key, bracketed[at + 1]) || isNegation(key) || /^\p{N}/u.test(key));
    return swallowed === 0 || isTold ? [] : changed(clause[clause.length - swallowed] as NoteWord);
  }
  const back = governingBefore(keys, first.key);
  if (back > 0) {
    const governs = clause[clause.length - back] as NoteWord;
    return saysItself(governs.key, context) ? [] : changed(governs);
  }
  // A lead may stand off by a comma: "As far as I can tell, they left".
  const sentence = wordsBefore(notes, step.note, SENTENCE_END);
  const lead = leadBefore(sentence.map(word => word.key));
  if (lead === 0 || hedges(context)) return [];
  return changed(sentence[sentence.length - lead] as NoteWord);
}

const SENTENCE_END = /[;:.!?…—–()"“”«»]/;
/** So many words back something may stand that governs the first. */
const REACH = 10;

/** The words right before one of the notes, nearest last, to the next mark that ends them. */
function wordsBefore(notes: readonly NoteWord[], at: number, end: RegExp): NoteWord[] {
  const found: NoteWord[] = [];
  for (let i = at - 1; i >= 0 && found.length < REACH; i--) {
    const word = notes[i] as NoteWord;
    const next = notes[i + 1] as NoteWord;
    if (word.passage !== next.passage || (word.end <= next.start && end.test(word.passage.text.slice(word.end, next.start)))) break;
    found.unshift(word);
  }
  return found;
}

/** The draft says it in its own words before the quote: the same word, or another that leads into words that stand in its sentence. */
function saysItself(governs: string, { before }: DraftContext): boolean {
  const isSetOff = /[,.:;!?…)\]–—]\s*["“„«'‘]?\s*$/.test(before);
  return quoteWords(before).some(
    (word, index, all) => word.key === governs || (isNegation(word.key) ? !isSetOff : isQualifier(word.key, all[index + 1]?.key)),
  );
}

/** Words for what somebody thinks, fears or has heard. */
const OF_MIND = new RegExp(
  `^(?:${alternatives(
    /guess|guesses|guessed|reckons?|reckoned|supposes?|supposed/,
    /imagines?|imagined|presumes?|presumed/,
    /fears?|feared|feels?|felt/,
    /expects?|expected/,
    // "In his view", "to her knowledge".
    /opinion|view|knowledge/,
    /knows?|impression|feeling|hunch/,
    /estimates?|estimated|heard|hears|understands?|understood/,
    /recalls?|remembers?|doubts?|thinking|belief|sense/,
  )})$`,
);

/** The draft says beside the quote that somebody thinks so: "she believes", "as far as he knows". */
function hedges({ before, after }: DraftContext): boolean {
  const beside = [...quoteWords(before), ...quoteWords(after.split(/[.;!?“"]/, 2).join(' ')).slice(0, 8)];
  return beside.some(word => isHedge(word.key) || OF_MIND.test(word.key));
}

/** A condition of the notes right after the last word: "We will pay if the court agrees" quoted as "We will pay". */
export function cutAtEnd(
  prose: string,
  words: readonly QuoteWord[],
  notes: readonly NoteWord[],
  laid: Laid,
  { before, after }: DraftContext,
): Change[] {
  const step = laid.steps.findLast(candidate => candidate.quote >= 0);
  const last = step && words[step.quote];
  const note = step && step.note >= 0 ? notes[step.note] : undefined;
  const next = step && step.note >= 0 ? notes[step.note + 1] : undefined;
  if (!step?.same || !last || last.wild || !note || next?.passage !== note.passage) return [];
  // "They are not" quoted as "They are".
  const turned = next.key === 'not' && /^\s*$/.test(note.passage.text.slice(note.end, next.start));
  const joined = /^[\s,]*$/.test(note.passage.text.slice(note.end, next.start));
  const rest = notes.slice(step.note + 1, step.note + 4).map(word => word.key);
  const denied = isDenied(notes, step.note);
  const conditioned =
    joined &&
    ((isCondition(next.key) && next.key !== 'until') ||
      opensLimit(rest, denied) ||
      (isException(next.key) && denied) ||
      isNarrowed(notes, step.note, next));
  if (!turned && !conditioned) return [];
  if (/^(?:know|see|ask|wonder|sure|say|tell|clear|matter|check|unclear|doubt|decide|care)$/.test(last.key)) return [];
  // The draft may go on with it: “There are no coincidences in the first hour,” she says, “only schedules.”
  if (quoteWords(after).some((word, at, all) => word.key === next.key && (rest[1] === undefined || all[at + 1]?.key === rest[1])))
    return [];
  // It may have told it in its own words before: before the work is finished, he "wouldn't swear to it".
  if (!turned && quoteWords(before).some(word => isCondition(word.key) || isException(word.key))) return [];
  if (quoteWords(after).some(word => (turned ? isNegation(word.key) : isCondition(word.key) || isException(word.key)))) return [];
  let to = next;
  for (let i = step.note + 1; i + 1 < notes.length; i++) {
    const word = notes[i] as NoteWord;
    const following = notes[i + 1] as NoteWord;
    to = word;
    if (following.passage !== word.passage || /[,;:.!?"“”]/.test(word.passage.text.slice(word.end, following.start))) break;
    to = following;
  }
  const span = { start: last.start, end: last.end };
  return [{ span, replacement: sameCase(prose.slice(span.start, span.end), wordsBetween(notes, note, to)), meaning: true }];
}

/**
 * A negation or qualifier that an ellipsis swallowed, in the clause that goes on after it. `end` is that of the quote: words after
 * it stand in the next part of a split one.
 */
export function cutAtGaps(prose: string, words: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid, end: number): Change[] {
  const changes: Change[] = [];
  const { steps } = laid;
  for (let i = 0; i < steps.length; i++) {
    const at = (steps[i] as Step).quote;
    if (at < 0 || !words[at]?.gap) continue;
    const skipped: NoteWord[] = [];
    let left = i - 1;
    for (; left >= 0 && (steps[left] as Step).quote < 0; left--) skipped.unshift(notes[(steps[left] as Step).note] as NoteWord);
    const after = steps[i]?.note ?? -1;
    const before = steps[left];
    if (skipped.length === 0 || after < 0 || !before || before.note < 0) continue;
    const [opening] = skipped as [NoteWord];
    const kept = notes[before.note] as NoteWord;
    const goesOn = opening.passage === kept.passage && /^[\s,]*$/.test(kept.passage.text.slice(kept.end, opening.start));
    const limits = (goesOn && narrows(skipped.map(word => word.key))) || (isException(opening.key) && isDenied(notes, before.note));
    if (!limits && !governs(skipped, notes[after] as NoteWord)) continue;
    const from = words[before.quote] as QuoteWord;
    const isSplit = (words[at] as QuoteWord).start >= end;
    const span = { start: from.start, end: isSplit ? from.end : (words[at] as QuoteWord).end };
    const to = isSplit ? skipped.at(-1) : notes[after];
    changes.push({ span, replacement: sameCase(prose.slice(span.start, span.end), wordsBetween(notes, kept, to)), meaning: true });
  }
  return changes;
}

/** "In every point that was tested" quoted as "in every point": the relative clause says of what whole. */
function isNarrowed(notes: readonly NoteWord[], last: number, next: NoteWord): boolean {
  if (!/^(?:that|who|which|where)$/.test(next.key) || next.passage.text.slice((notes[last] as NoteWord).end, next.start).includes(','))
    return false;
  return notes.slice(Math.max(0, last - 2), last).some(word => word.passage === next.passage && isWhole(word.key));
}

/** Whether a negation stands in the clause of the notes that ends with the word at `last`. */
function isDenied(notes: readonly NoteWord[], last: number): boolean {
  for (let i = last; i >= 0 && last - i < 14; i--) {
    const word = notes[i] as NoteWord;
    if (isNegation(word.key)) return true;
    const before = notes[i - 1];
    if (before?.passage !== word.passage || /[,;:.!?]/.test(word.passage.text.slice(before.end, word.start))) return false;
  }
  return false;
}

function governs(skipped: readonly NoteWord[], next: NoteWord): boolean {
  for (let i = skipped.length - 1; i >= 0; i--) {
    const word = skipped[i] as NoteWord;
    const following = skipped[i + 1] ?? next;
    if (
      word.passage !== following.passage ||
      CLAUSE_END.test(word.passage.text.slice(word.end, following.start)) ||
      CONJUNCTION.test(word.key)
    )
      break;
    if (isNegation(word.key) || (i >= skipped.length - 2 && isQualifier(word.key, following.key))) return true;
  }
  // "We will pay … on Friday" for "We will pay if the court agrees on Friday".
  const first = skipped[0] as NoteWord;
  return isCondition(first.key) && first.key !== 'until';
}
