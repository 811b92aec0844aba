// Owns: a text taken out of a file of another format, with the place in the file of each piece.
// Must not know: formats.
import type { Span } from '../text/span.ts';
import { fullNames, type PassageDraft, passagesOfText } from './passages.ts';

interface Piece {
  /** Offset in the text. */
  readonly at: number;
  /** Where it stands in the file; of another length than the piece where escapes were resolved. */
  readonly place: Span;
  readonly length: number;
}

/** Text that grows piece by piece. */
export class MappedText {
  readonly #parts: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  #endsLine = true;

  add(text: string, place: Span): void {
    if (text === '') return;
    this.#pieces.push({ at: this.#length, place, length: text.length });
    this.#parts.push(text);
    this.#length += text.length;
    this.#endsLine = false;
  }

  /** A blank line: the end of a paragraph. */
  newLine(): void {
    if (this.#endsLine) return;
    this.#parts.push('\n\n');
    this.#length += 2;
    this.#endsLine = true;
  }

  toString(): string {
    return this.#parts.join('');
  }

  /** The text's passages, placed in the file. */
  passages(): PassageDraft[] {
    const text = this.toString();
    return passagesOfText(text, fullNames(text.slice(0, 200_000))).map(draft => ({
      ...draft,
      span: this.#placeOf(draft.span),
      ...(draft.quote ? { quote: { ...draft.quote, content: this.#placeOf(draft.quote.content) } } : {}),
    }));
  }

  #placeOf(span: Span): Span {
    const start = this.#offset(span.start, false);
    return { start, end: Math.max(start, this.#offset(span.end - 1, true)) };
  }

  /** Place of a character; with `after`, of its end. */
  #offset(at: number, after: boolean): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#pieces[middle] as Piece).at <= at) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low - 1];
    if (!piece) return 0;
    const { place, length } = piece;
    if (place.end - place.start !== length) return after ? place.end : place.start;
    return Math.min(place.end, place.start + (at - piece.at) + (after ? 1 : 0));
  }
}
