// Owns: annotations as files for others: a W3C collection or a Sidemark review, without what the draft may not name.
// Must not know: how either format is written.
import { toCollection } from '../../annotations/collection.ts';
import { renameKeys, withKeys } from '../../annotations/keys.ts';
import { toMrsf } from '../../annotations/mrsf.ts';
import { applyEdits } from '../../engine/edits.ts';
import type { Workspace } from '../../engine/types.ts';
import { baseName } from '../../engine/uri.ts';
import { BLACK } from '../../evidence/redaction.ts';

export interface ExportedAnnotations {
  readonly text: string;
  /** Sources that were named by their keys, and that the draft may not name. */
  readonly leftOut: number;
}

/** A W3C AnnotationCollection of a draft's or note's sidecar; `id` names the collection. */
export function collectionOf(workspace: Workspace, uri: string, sidecar: string, id: string): ExportedAnnotations {
  const hidden = hiddenKeys(workspace, uri);
  const shown = applyEdits(sidecar, renameKeys(sidecar, hidden));
  return { text: workspace.redact(toCollection(shown, id)), leftOut: namedIn(workspace, uri, hidden) };
}

/** The same as a Sidemark review file (MRSF 1.0). */
export function reviewOf(workspace: Workspace, uri: string): ExportedAnnotations {
  const hidden = hiddenKeys(workspace, uri);
  const { annotations } = workspace.annotationsOf(uri);
  const shown = annotations.map(one => ({ ...one, annotation: withKeys(one.annotation, hidden) }));
  const text = toMrsf(baseName(uri), workspace.textOf(uri) ?? '', shown);
  return { text: workspace.redact(text), leftOut: namedIn(workspace, uri, hidden) };
}

/** Keys of Sources that a draft may not name, each with what stands in its place. Annotations of notes stay among those who may read these. */
function hiddenKeys(workspace: Workspace, uri: string): ReadonlyMap<string, string> {
  const story = workspace.storyOf(uri)?.view;
  const checked = workspace.check(uri);
  const draft = checked?.role === 'draft' ? checked.view : undefined;
  if (!story || !draft) return new Map();
  return new Map([...story.sources].filter(([, source]) => !story.mayOffer(source, draft)).map(([key]) => [key, BLACK]));
}

/** How many of some keys the annotations name. */
function namedIn(workspace: Workspace, uri: string, keys: ReadonlyMap<string, string>): number {
  const { annotations } = workspace.annotationsOf(uri);
  const isNamed = (key: string): boolean =>
    annotations.some(({ annotation }) => JSON.stringify(withKeys(annotation, new Map([[key, BLACK]]))) !== JSON.stringify(annotation));
  return [...keys.keys()].filter(isNamed).length;
}
