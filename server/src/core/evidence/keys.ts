// Owns: the form of Source keys: what may stand in one, the key of a file, slugs of headings.
// Must not know: Sources, files' contents.

/** A key as it is compared: Unicode NFC, exact case. */
export function normalKey(key: string): string {
  return key.normalize('NFC');
}

/** Key of a file: its name without folder and ending, what may not stand in a key replaced by `-`. */
export function stemKey(path: string): string {
  return keyFrom(withoutEnding(path.slice(path.lastIndexOf('/') + 1)));
}

/** Key of a file whose stem is not the only one: its path without ending. */
export function pathKey(path: string): string {
  return keyFrom(withoutEnding(path));
}

/** `text` as a key. Never empty. */
export function keyFrom(text: string): string {
  const key = trimPunctuation(normalKey(text).replace(/[^\p{L}\p{N}\p{M}\-_.:/]+/gu, '-'));
  return key === '' ? 'note' : key;
}

function trimPunctuation(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '-.:/'.includes(text.charAt(start))) start++;
  while (end > start && '-.:/'.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/** The id that GitHub and pandoc give a heading, for links to it. */
export function headingSlug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function withoutEnding(name: string): string {
  const slash = name.lastIndexOf('/');
  const dot = name.lastIndexOf('.');
  if (dot <= slash + 1) return name;
  const stem = name.slice(0, dot);
  return stem.endsWith('.notes') ? stem.slice(0, -'.notes'.length) : stem;
}
