// Owns: the differences between a quote and the words of the notes it was laid over, and what they amount to.
// Must not know: how places are found, who speaks, rules.
import type { Span } from '../../text/span.ts';
import type { NoteWord } from '../quote-index.ts';
import type { QuoteMatch } from '../types.ts';
import type { Laid } from './align.ts';
import { changesMeaning, FILLERS } from './meaning.ts';
import type { QuoteWord } from './words.ts';

/** A stretch where quote and notes differ. */
export interface Change {
  /** In the text of the quote. */
  readonly span: Span;
  /** What the notes have for it; empty where the draft's words are to go. */
  readonly replacement: string;
  readonly meaning: boolean;
}

/** All stretches that differ, in order. `text` is the text that the quote's words count from. */
export function changesOf(text: string, quote: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): Change[] {
  const changes: Change[] = [];
  const { steps } = laid;
  for (let i = 0; i < steps.length; i++) {
    if (steps[i]?.same) continue;
    let end = i;
    while (end < steps.length && !steps[end]?.same) end++;
    const change = changeAt(text, quote, notes, laid, i, end);
    if (change) changes.push(change);
    i = end;
  }
  return changes;
}

function changeAt(
  text: string,
  quote: readonly QuoteWord[],
  notes: readonly NoteWord[],
  { steps }: Laid,
  from: number,
  to: number,
): Change | undefined {
  const group = steps.slice(from, to);
  const drafted = group.flatMap(step => (step.quote >= 0 ? [quote[step.quote] as QuoteWord] : []));
  const noted = group.flatMap(step => (step.note >= 0 ? [notes[step.note] as NoteWord] : []));
  if (drafted.length === 0 && noted.every(word => FILLERS.has(word.key))) return undefined;
  const left = steps[from - 1];
  const right = steps[to];
  const after = { quote: numberAt(quote, right?.quote), note: numberAt(notes, right?.note) };
  const meaning = changesMeaning([...drafted.map(word => word.key), ...after.quote], [...noted.map(word => word.key), ...after.note]);
  // Where words are missing, the words on both sides show where; both sides take their words from the notes.
  const first = drafted.length === 0 ? wordAt(quote, left?.quote) : drafted[0];
  const last = drafted.length === 0 ? wordAt(quote, right?.quote) : drafted[drafted.length - 1];
  const start = first ?? last;
  const end = last ?? first;
  if (!start || !end) return undefined;
  const noteFrom = drafted.length === 0 && first && left && left.note >= 0 ? (notes[left.note] as NoteWord) : noted[0];
  const noteTo = drafted.length === 0 && last && right && right.note >= 0 ? (notes[right.note] as NoteWord) : noted[noted.length - 1];
  const span = { start: start.start, end: end.end };
  return { span, replacement: sameCase(text.slice(span.start, span.end), wordsBetween(notes, noteFrom, noteTo)), meaning };
}

/** The key of a word where it is a number: "about" qualifies only before one. */
function numberAt(words: readonly { readonly key: string }[], at: number | undefined): string[] {
  const key = at === undefined || at < 0 ? undefined : words[at]?.key;
  return key !== undefined && /^\p{N}/u.test(key) ? [key] : [];
}

function wordAt(quote: readonly QuoteWord[], at: number | undefined): QuoteWord | undefined {
  return at === undefined || at < 0 ? undefined : quote[at];
}

/** The text of the notes from one word to another, over the border of passages too. */
export function wordsBetween(notes: readonly NoteWord[], from: NoteWord | undefined, to: NoteWord | undefined): string {
  if (!from || !to) return '';
  if (from.passage === to.passage) return from.passage.text.slice(from.start, Math.max(from.end, to.end));
  const parts: string[] = [];
  let passage: NoteWord['passage'] | undefined;
  for (let i = notes.indexOf(from); i >= 0 && i < notes.length; i++) {
    const word = notes[i] as NoteWord;
    if (word.passage !== passage) {
      passage = word.passage;
      const end =
        passage === to.passage
          ? to.end
          : passage.quote
            ? word.start +
              passage.text
                .slice(word.start)
                .trimEnd()
                .replace(/["”»]$/, '').length
            : passage.text.length;
      parts.push(passage.text.slice(word.start, end));
    }
    if (passage === to.passage) break;
  }
  return parts.join(' ');
}

/** Takes over the case of the first letter, where the notes' word differs in that alone or starts a sentence there. */
export function sameCase(drafted: string, noted: string): string {
  const a = drafted.charAt(0);
  const b = noted.charAt(0);
  if (a === '' || b === '' || a.toLowerCase() === a.toUpperCase()) return noted;
  const upper = a === a.toUpperCase() && a !== a.toLowerCase();
  if (upper && b !== b.toUpperCase()) return b.toUpperCase() + noted.slice(1);
  if (
    !upper &&
    b !== b.toLowerCase() &&
    /^\p{Lu}\p{Ll}*(?:\s|$)/u.test(noted) &&
    !/^I\b/.test(noted) &&
    drafted.slice(0, 3).toLowerCase() === noted.slice(0, 3).toLowerCase()
  )
    return b.toLowerCase() + noted.slice(1);
  return noted;
}

/** A word diff from the draft's words to the notes'. */
export function diffOf(text: string, quote: readonly QuoteWord[], notes: readonly NoteWord[], laid: Laid): QuoteMatch['diff'] {
  const parts: { op: 'same' | 'drop' | 'add'; text: string }[] = [];
  const add = (op: 'same' | 'drop' | 'add', words: string): void => {
    const last = parts[parts.length - 1];
    if (words === '') return;
    if (last?.op === op) last.text = `${last.text} ${words}`;
    else parts.push({ op, text: words });
  };
  let seen: QuoteWord | undefined;
  let pending: string[] = [];
  const flush = (): void => {
    add('add', pending.join(' '));
    pending = [];
  };
  let noted: NoteWord | undefined;
  for (const step of laid.steps) {
    const word = step.quote >= 0 ? (quote[step.quote] as QuoteWord) : undefined;
    const note = step.note >= 0 ? (notes[step.note] as NoteWord) : undefined;
    // Both words of a contraction are one word to a reader.
    const again = word !== undefined && seen !== undefined && seen.start === word.start;
    const noteAgain = note !== undefined && noted !== undefined && noted.passage === note.passage && noted.start === note.start;
    if (step.same) {
      flush();
      if (word && !again) add('same', text.slice(word.start, word.end));
    } else {
      if (word && !again) add('drop', text.slice(word.start, word.end));
      if (note && !noteAgain) pending.push(note.passage.text.slice(note.start, note.end));
    }
    seen = word ?? seen;
    noted = note ?? noted;
  }
  flush();
  return parts;
}
