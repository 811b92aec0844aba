// Owns: making untrusted words into HTML that shows just these words.
// Must not know: what the words are about.

/** Controls, and marks that turn the direction of text: what they hide becomes visible as a replacement character. */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text in which nothing unseen is left. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '\ufffd');
}

/** Text as HTML, fit for elements and quoted attributes: nothing in it runs or links. */
export function escaped(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`);
}

/** Text as HTML whose direction of writing stays within it. */
export function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

/** Text cut to a length in UTF-16 units, never within a character. */
export function cutTo(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${[...text.slice(0, length - 1)]
    .join('')
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}
