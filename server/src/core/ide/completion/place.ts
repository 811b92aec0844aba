// Owns: where a completion is asked for, what one is, and the words typed before the cursor.
// Must not know: what is offered.
import type { CheckedDocument } from '../../engine/types.ts';
import type { DocumentView, StoryView } from '../../rules/types.ts';
import type { Phrase } from '../../text/phrases.ts';
import type { Span } from '../../text/span.ts';
import { segmentAt } from '../lookup.ts';

export interface Completion {
  readonly label: string;
  readonly detail: Phrase | string;
  readonly markdown: Phrase | string;
  /** What is replaced, and by what. */
  readonly span: Span;
  readonly newText: string;
  readonly filterText: string;
  readonly kind: 'source' | 'identifier' | 'mark' | 'word' | 'rule' | 'quote' | 'key' | 'value' | 'snippet';
  /** The new text with places to fill in, in the grammar of LSP's snippets; it holds nothing but our own words. */
  readonly snippet?: string;
}

/** A place in a draft or note at which something is typed. */
export interface Place {
  readonly checked: CheckedDocument;
  readonly view: DocumentView;
  readonly story: StoryView;
  readonly offset: number;
  /** The line up to the offset, its last `SEEN` units at most. */
  readonly before: string;
  /** The line after the offset, as far. */
  readonly after: string;
}

const SEEN = 300;

export function placeAt(checked: CheckedDocument, view: DocumentView, story: StoryView, offset: number): Place {
  const at = Math.max(0, Math.min(offset, checked.text.length));
  const line = checked.lines.lineSpan(checked.lines.lineAt(at));
  const before = checked.text.slice(Math.max(line.start, at - SEEN), at);
  return { checked, view, story, offset: at, before, after: checked.text.slice(at, Math.min(line.end, at + SEEN)) };
}

/** A key or value of metadata, front matter or configuration, with what it means. */
export function choice(kind: 'key' | 'value', text: string, detail: Phrase | string, span: Span): Completion {
  return { label: text, detail, markdown: '', span, newText: kind === 'key' ? `${text}: ` : text, filterText: text, kind };
}

/** Whether the offset stands in code, where no words are offered. */
export function isInCode({ checked, offset }: Place): boolean {
  const segment = segmentAt(checked, offset);
  if (!segment) return false;
  const inner = offset - segment.offset;
  const holds = ({ span }: { readonly span: Span }): boolean => span.start < inner && inner < span.end;
  const { inlines, blocks } = segment.facts.tree;
  return inlines.some(inline => inline.kind === 'code' && holds(inline)) || blocks.some(block => block.kind === 'code' && holds(block));
}

/** The span of what was typed, `length` units before the offset, together with the rest of the word after it. */
export function replaced({ offset, after }: Place, length: number, rest: RegExp): Span {
  return { start: offset - length, end: offset + (rest.exec(after)?.[0].length ?? 0) };
}

const MOST_WORDS = 5;
const LONGEST = 80;

/** What was typed, as the last five words, four, … and one, the longest first: "it is very li", "is very li", "very li", "li". */
export function typedWords(before: string): readonly string[] {
  const tail = before.slice(-LONGEST);
  const words = [...tail.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.+'’]*/gu)];
  const found: string[] = [];
  let next = tail.length;
  for (let i = words.length - 1; i >= 0 && found.length < MOST_WORDS; i--) {
    const word = words[i];
    const start = word?.index ?? 0;
    const gap = tail.slice(start + (word?.[0].length ?? 0), next);
    if (next === tail.length ? gap !== '' : !/^[ -]$/.test(gap)) break;
    found.push(tail.slice(start));
    next = start;
  }
  return found.reverse();
}

/** How forms and what is typed are compared: lower case, hyphens as spaces. As long as the text. */
export function foldTyped(text: string): string {
  const folded = text.toLowerCase();
  return (folded.length === text.length ? folded : text).replace(/[-‐‑–]/g, ' ');
}

/** Things to offer by the forms that lead to them. */
export interface Forms<T> {
  /** What has a form that begins with `typed`, in order of the forms; `most` at most. */
  startingWith(typed: string, most: number): readonly { readonly form: string; readonly value: T }[];
}

export function formsOf<T>(entries: Iterable<readonly [string, T]>): Forms<T> {
  const sorted = [...entries]
    .map(([form, value]) => ({ folded: foldTyped(form), form, value }))
    .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
  return {
    startingWith(typed, most) {
      const wanted = foldTyped(typed);
      let low = 0;
      for (let high = sorted.length; low < high; ) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle]?.folded ?? '') < wanted) low = middle + 1;
        else high = middle;
      }
      const found: { form: string; value: T }[] = [];
      for (let entry = sorted[low]; entry?.folded.startsWith(wanted) && found.length < most; entry = sorted[++low]) found.push(entry);
      return found;
    },
  };
}
