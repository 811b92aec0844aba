// Owns: what a Source is called in messages.
// Must not know: rules, editors.
import type { Source } from './types.ts';

/** Its title where it has one to speak of, else its key: notes without a heading are called by their file, not by their first line. */
export function nameOf(source: Source): string {
  return hasTitle(source) ? source.title.replace(/\s+/g, ' ').trim() : source.key;
}

/** Whether its title says more than the first words of its text: a heading does, though it is the first passage, too. */
export function hasTitle({ title, passages, origin }: Source): boolean {
  if (title === '' || title.endsWith('…') || title.length > 90) return false;
  if (origin === 'heading' || title.length < 30) return true;
  const first = passages[0]?.text;
  if (first === undefined) return true;
  if (first === title) return !/[.!?:]["”’]?$/.test(title);
  return !first.startsWith(title) && !title.startsWith(first);
}
