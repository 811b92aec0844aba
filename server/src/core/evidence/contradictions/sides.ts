// Owns: one of two statements that stand against each other: the statement around a word, and whether it is denied.
// Must not know: the other one, what both tell together.
import type { KeyedText } from '../alignment.ts';
import { textOf } from './comparing.ts';
import { type Statement, statementAround } from './grammar.ts';
import { denies, deniesByIdiom, goesOnAlike, isSetAside, negated, undoes } from './negation.ts';

/** One of the two statements that stand against each other, and the word that stands in both. */
export interface Side {
  readonly text: KeyedText;
  readonly at: number;
  readonly statement: Statement;
  readonly isDenied: boolean;
}

/** Sides by text and word: all kinds of contradictions ask for the same ones. */
const SIDES = new WeakMap<KeyedText, Map<number, Side>>();

/** The statement around a word of a text. */
export function sideOf(text: KeyedText, at: number): Side {
  const known = SIDES.get(text) ?? new Map<number, Side>();
  SIDES.set(text, known);
  const side = known.get(at) ?? newSide(text, at);
  known.set(at, side);
  return side;
}

function newSide(text: KeyedText, at: number): Side {
  const statement = statementAround(text, at);
  const said = textOf(text, statement);
  const isTurned = negated(text)[at] === true || denies(text, statement.from, statement.to);
  const isDenied = undoes(said)
    ? !isTurned
    : isTurned ||
      isSetAside(text, at) ||
      deniesByIdiom(said) ||
      (statement.from > 0 && goesOnAlike(said) && sideOf(text, statement.from - 1).isDenied);
  return { text, at, statement, isDenied };
}
