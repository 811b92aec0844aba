// Owns: what a Source is called in messages.
// Must not know: rules, editors.
import type { Source } from './types.ts';

/** Its title where it has one to speak of, else its key: notes without a heading are called by their file, not by their first line. */
export function nameOf(source: Source): string {
  return hasTitle(source) ? source.title.replace(/\s+/g, ' ').trim() : source.key;
}

/** Whether its title says more than the first words of its text. */
export function hasTitle({ title, passages }: Source): boolean {
  if (title === '' || title.endsWith('…') || title.length > 90) return false;
  return passages[0]?.text.startsWith(title) !== true || title.length < 30;
}
