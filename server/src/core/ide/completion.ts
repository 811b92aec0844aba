// Owns: what can be completed at an offset: which kind of thing is being typed there, and what of it may be offered.
// Must not know: LSP, how editors filter and insert, how each kind is found.
import type { Workspace } from '../engine/types.ts';
import { identifierCompletions } from './completion/identifiers.ts';
import { frontMatterCompletions, markCompletions } from './completion/marks.ts';
import { type Completion, isInCode, placeAt } from './completion/place.ts';
import { suppressionCompletions } from './completion/rules.ts';
import { sourceCompletions } from './completion/sources.ts';
import { wordCompletions } from './completion/words.ts';

export type { Completion } from './completion/place.ts';

/**
 * Completions at an offset of a draft, the most useful first: citation keys, ids, marks, rule ids, words.
 * Nothing from Sources that may not be offered there, and no protected names. Without `words`, only what has a sign of its own.
 */
export function completionsAt(workspace: Workspace, uri: string, offset: number, words = true): readonly Completion[] {
  const checked = workspace.check(uri);
  if (!checked?.view || !checked.story || checked.role !== 'draft') return [];
  const place = placeAt(checked, checked.view, checked.story, offset);
  const { story } = place;
  const found =
    frontMatterCompletions(place) ??
    suppressionCompletions(place) ??
    (isInCode(place) ? [] : undefined) ??
    sourceCompletions(place) ??
    markCompletions(place) ??
    identifierCompletions(place) ??
    (words ? wordCompletions(place) : []);
  return found.filter(one => story.findProtected(`${one.newText} ${one.detail}`).length === 0);
}
