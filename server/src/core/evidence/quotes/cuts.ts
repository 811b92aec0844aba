// Owns: whether what was cut from a quote (at its ends, by an ellipsis) governs what was kept.
// Must not know: how places are found, who speaks, rules.
import type { NoteWord } from '../quote-index.ts';
import type { Laid, Step } from './align.ts';
import { type Change, sameCase, wordsBetween } from './judge.ts';
import { governingBefore, isCondition, isException, isNegation, isQualifier, isWhole, opensLimit } from './meaning.ts';
import { type QuoteWord, quoteWords } from './words.ts';

/** What the draft says around the quote, in its sentence. */
export interface DraftContext {
  readonly before: string;
  readonly after: string;
}

const CLAUSE_END = /[,;:.!?…—–()"“”«»]/;
const CONJUNCTION = /^(?:and|but|or|who|which|because|when|while|as|so|though|although)$/;

/** A negation or qualifier of the notes right before the first word: "Almost nobody reads" quoted as "Nobody reads". */
export function cutAtStart(
  prose: string,
  words: readonly QuoteWord[],
  notes: readonly NoteWord[],
  laid: Laid,
  { before }: DraftContext,
): Change[] {
  const step = laid.steps.find(candidate => candidate.quote >= 0);
  const first = step && words[step.quote];
  const note = step && step.note >= 0 ? notes[step.note] : undefined;
  if (!step?.same || !first || first.wild || !note) return [];
  const clause: NoteWord[] = [];
  for (let i = step.note - 1; i >= 0 && clause.length < 8; i--) {
    const word = notes[i] as NoteWord;
    const next = notes[i + 1] as NoteWord;
    if (word.passage !== next.passage || (word.end <= next.start && CLAUSE_END.test(word.passage.text.slice(word.end, next.start)))) break;
    clause.unshift(word);
  }
  const back = governingBefore(
    clause.map(word => word.key),
    first.key,
  );
  if (back === 0) return [];
  const governs = clause[clause.length - back] as NoteWord;
  // The draft may say it in its own words before the quote.
  if (
    quoteWords(before).some(
      (word, index, all) => word.key === governs.key || isNegation(word.key) || isQualifier(word.key, all[index + 1]?.key),
    )
  )
    return [];
  const span = { start: first.start, end: first.end };
  return [{ span, replacement: sameCase(prose.slice(span.start, span.end), wordsBetween(notes, governs, note)), meaning: true }];
}

/** A condition of the notes right after the last word: "We will pay if the court agrees" quoted as "We will pay". */
export function cutAtEnd(
  prose: string,
  words: readonly QuoteWord[],
  notes: readonly NoteWord[],
  laid: Laid,
  { after }: DraftContext,
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
  if (quoteWords(after).some(word => word.key === next.key)) return [];
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

/** A negation or qualifier that an ellipsis swallowed, in the clause that goes on after it. */
export function cutAtGaps(prose: string, words: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): Change[] {
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
    const limits = isException((skipped[0] as NoteWord).key) && isDenied(notes, before.note);
    if (!limits && !governs(skipped, notes[after] as NoteWord)) continue;
    const span = { start: (words[before.quote] as QuoteWord).start, end: (words[at] as QuoteWord).end };
    changes.push({
      span,
      replacement: sameCase(prose.slice(span.start, span.end), wordsBetween(notes, notes[before.note], notes[after])),
      meaning: true,
    });
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
