// Owns: completing TLP marks in the text.
// Must not know: other kinds of completion.
import type { Phrase } from '../../text/phrases.ts';
import { TLP_MEANING } from '../knowledge-hover.ts';
import { type Completion, type Place, replaced } from './place.ts';

const MARK = /(?<![\p{L}\p{N}])TLP(?::[ \t]?[A-Z+]{0,13})?$/iu;
const LEVELS = Object.entries(TLP_MEANING);

/** Marks; undefined where none is being typed. */
export function markCompletions(place: Place): readonly Completion[] | undefined {
  const typed = MARK.exec(place.before)?.[0];
  if (typed === undefined) return undefined;
  const span = replaced(place, typed.length, /^[A-Z+]*/i);
  return LEVELS.map(([level, meaning]) => option(`TLP:${level}`, meaning, span));
}

function option(text: string, detail: Phrase, span: Completion['span']): Completion {
  return { label: text, detail, markdown: '', span, newText: text, filterText: text, kind: 'mark' };
}
