// Owns: cutting what people wrote to a length that a page or a format can bear, and saying how much is left.
// Must not know: pages, formats.
import { type Phrase, phrase } from '../text/phrases.ts';

/** The start of a body of at most `limit` UTF-16 units, never cut within a character; `more`: how many units are left. */
export function cutBody(body: string, limit: number): { readonly text: string; readonly more: number } {
  if (body.length <= limit) return { text: body, more: 0 };
  const text = body.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  return { text, more: body.length - text.length };
}

/** What stands in the place of the rest. */
export function moreWords(more: number): Phrase {
  return more === 1 ? phrase`… (1 more character in the sidecar)` : phrase`… (${more} more characters in the sidecar)`;
}
