// Owns: what can be completed at an offset: which kind of thing is being typed there, and what of it may be offered.
// Must not know: LSP, how editors filter and insert, how each kind is found.
import type { Workspace } from '../engine/types.ts';
import { ENGLISH } from '../text/phrases.ts';
import { configurationCompletions } from './completion/configuration.ts';
import { frontMatterCompletions } from './completion/front-matter.ts';
import { identifierCompletions } from './completion/identifiers.ts';
import { markCompletions } from './completion/marks.ts';
import { metadataCompletions } from './completion/metadata.ts';
import { newSourceCompletions } from './completion/new-source.ts';
import { type Completion, isInCode, type Place, placeAt } from './completion/place.ts';
import { quoteCompletions } from './completion/quotes.ts';
import { suppressionCompletions } from './completion/rules.ts';
import { sourceCompletions } from './completion/sources.ts';
import { wordCompletions } from './completion/words.ts';

export type { Completion } from './completion/place.ts';

/**
 * Completions at an offset, the most useful first. Of drafts: citation keys, quotes, ids, marks, rule ids, words; nothing from
 * Sources that may not be offered there. Of notes: metadata, new sources. Of configurations: keys and values.
 * No protected names. Without `words`, only what has a sign of its own.
 */
export function completionsAt(workspace: Workspace, uri: string, offset: number, words = true): readonly Completion[] {
  const checked = workspace.check(uri);
  if (!checked) return [];
  if (checked.role === 'configuration') return configurationCompletions(checked, offset);
  if (!checked.view || !checked.story || (checked.role !== 'draft' && checked.role !== 'notes')) return [];
  const { story } = checked;
  const place = placeAt(checked, checked.view, story, offset);
  const found = checked.role === 'draft' ? inDraft(place, words) : inNotes(place, words);
  return found.filter(one => story.findProtected(`${one.newText} ${ENGLISH.of(one.detail)}`).length === 0);
}

function inDraft(place: Place, words: boolean): readonly Completion[] {
  return (
    frontMatterCompletions(place) ??
    suppressionCompletions(place) ??
    (isInCode(place) ? [] : undefined) ??
    sourceCompletions(place) ??
    markCompletions(place) ??
    identifierCompletions(place) ??
    quoteCompletions(place) ??
    (words ? wordCompletions(place) : [])
  );
}

function inNotes(place: Place, words: boolean): readonly Completion[] {
  return (
    frontMatterCompletions(place) ??
    suppressionCompletions(place) ??
    (isInCode(place) ? [] : undefined) ??
    metadataCompletions(place) ??
    (words ? newSourceCompletions(place) : [])
  );
}
