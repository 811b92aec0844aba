// Owns: reading the name that stands beside an identifier.
// Must not know: which identifiers there are, tables.
import type { Span } from '../../text/span.ts';

/** Words beside an identifier, as candidates for its name: the longest first. Spans count from the start of `prose`. */
export interface Beside {
  readonly text: string;
  readonly span: Span;
  /** It starts its sentence, cell or item, or follows a mark: nothing else stands before it. */
  readonly alone: boolean;
}

const MAX_WORDS = 9;

/** Candidates right after an identifier: "T1059 PowerShell", "CWE-79: …", "T1059.001 (PowerShell)". */
export function namesAfter(prose: string, at: number, limit: number): readonly Beside[] {
  const text = prose.slice(at, Math.min(limit, at + 120));
  const opening = /^(?:\s*(?:[:,(–—]|-(?=\s))\s*["'“‘]?|\s+["'“‘]?)(?=\p{L})/u.exec(text);
  if (!opening) return [];
  const start = opening[0].length;
  const words = [...text.slice(start).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+./'’&-]*:?/gu)];
  const found: Beside[] = [];
  let last = 0;
  for (const word of words.slice(0, MAX_WORDS)) {
    const gap = text.slice(start + last, start + word.index);
    if (last > 0 && !/^(?:\s|\s?[('"“‘]|['"”’)]\s?\(?){0,3}$/.test(gap)) break;
    last = word.index + word[0].length;
    const piece = text.slice(start, start + last).replace(/[.,:;'’]+$/, '');
    found.push({ text: piece, span: { start: at + start, end: at + start + piece.length }, alone: true });
    if (/[,;:.]$/.test(word[0]) && !/:$/.test(word[0])) break;
  }
  return found.reverse();
}

/** Candidates right before an identifier in parentheses: "Use After Free (CWE-416)". */
export function namesBefore(prose: string, at: number, limit: number): readonly Beside[] {
  const from = Math.max(limit, at - 140);
  const text = prose.slice(from, at);
  const opening = /["'”’]?\s*(?:[([]|[-–—:,]\s)\s*(?:(?:CWE|ATT&CK|MITRE|technique|ID|or|aka|i\.e\.)[\s:,]*)?$/u.exec(text);
  if (!opening) return [];
  const end = opening.index;
  const words = [...text.slice(0, end).matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}+./'’&-]*:?/gu)];
  const found: Beside[] = [];
  let first = end;
  for (let i = words.length - 1; i >= 0 && i >= words.length - MAX_WORDS; i--) {
    const word = words[i];
    if (!word) break;
    const wordEnd = word.index + word[0].length;
    const gap = text.slice(wordEnd, first);
    if (first < end && !/^(?:\s|\s?[('"“‘)]){0,3}$/.test(gap)) break;
    if (first === end && !/^["'”’)]?\s*$/.test(gap)) break;
    first = word.index;
    const before = text.slice(0, first);
    const capitals =
      /^(?:\p{Lu}\S*|of|to|and|or|the|for|via|from|with|in|on|over)(?: (?:\p{Lu}\S*|of|to|and|or|the|for|via|from|with|in|on|over))+$/u.test(
        text.slice(first, wordEndOf(text, end)),
      );
    const alone =
      capitals ||
      (/(?:^|[.,;:!?(["“‘–—]|\b(?:as|and|or|is|called|named|technique|tactic|weakness|a|an|the|of|also))\s*$/i.test(before) &&
        !(before === '' && from > limit));
    found.push({ text: text.slice(first, wordEndOf(text, end)), span: { start: from + first, end: from + wordEndOf(text, end) }, alone });
  }
  return found.reverse();
}

function wordEndOf(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s"'”’]/.test(text[at - 1] as string)) at--;
  return at;
}
