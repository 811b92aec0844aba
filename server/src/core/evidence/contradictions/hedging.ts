// Owns: whether a word of a text makes it less than sure where it stands.
// Must not know: claims, passages, how sure a sentence is as a whole.
import { HEDGES } from '../../lexicon/certainty-words.ts';
import type { KeyedText } from '../alignment.ts';

/** Whether the word at a place hedges: "suspects" of what somebody thinks, not of people; "may" of what can be, not of what is forbidden. */
export function isHedge(text: KeyedText, at: number): boolean {
  const word = text.words[at];
  if (word === undefined || !HEDGES.has(word.folded) || word.text === 'May') return false;
  const before = text.words[at - 1];
  const next = text.words[at + 1]?.folded ?? '';
  if (word.folded === 'suspects' || word.folded === 'suspect')
    return !(isCounted(before?.folded ?? '', before?.isNumber === true) || /^(?:was|were|is|are|who|has|have|had)$/.test(next));
  // "Deposits remain possible": they can be made.
  if (word.folded === 'possible' && CAN_BE.test(before?.folded ?? '') && next !== 'that') return false;
  return !((word.folded === 'may' || word.folded === 'might') && (next === 'not' || next === 'only'));
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
