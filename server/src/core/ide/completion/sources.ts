// Owns: completing citation keys.
// Must not know: other kinds of completion.
import type { Source } from '../../evidence/types.ts';
import { plain } from '../markdown.ts';
import { type Completion, type Place, replaced } from './place.ts';

const OPENERS = /(?:\[@|;\s*@|\[\^|\[\[|(?:^|[\s(])@)([\p{L}\p{N}_.:/-]*)$/u;

/** Keys of Sources that may be offered here; undefined where no citation is being typed. */
export function sourceCompletions(place: Place): readonly Completion[] | undefined {
  const { story, view, after } = place;
  const match = OPENERS.exec(place.before);
  if (!match) return undefined;
  const typed = match[1] ?? '';
  const span = replaced(place, typed.length, /^[\p{L}\p{N}_.:/-]*/u);
  const opener = match[0].slice(0, match[0].length - typed.length).trimStart();
  const close = closing(opener, after.slice(span.end - place.offset));
  return [...story.sources.values()]
    .filter(source => story.mayOffer(source, view))
    .map(source => ({
      label: source.key,
      detail: [source.metadata.published, source.title].filter(Boolean).join(' · '),
      markdown: preview(source),
      span,
      newText: source.key + close,
      filterText: source.key,
      kind: 'source',
    }));
}

/** The brackets that are still to be closed. */
function closing(opener: string, after: string): string {
  if (opener.startsWith('[[')) return after.startsWith(']]') ? '' : after.startsWith(']') ? ']' : ']]';
  return opener.startsWith('[') && !/^[\];]/.test(after) ? ']' : '';
}

function preview(source: Source): string {
  return source.passages
    .slice(0, 2)
    .map(passage => `> ${plain(passage.text, 240)}`)
    .join('\n\n');
}
