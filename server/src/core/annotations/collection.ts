// Owns: annotations as a W3C AnnotationCollection (JSON-LD), in and out.
// Must not know: files, other formats.

import { sidecarLines } from './sidecar.ts';
import { serialize } from './write.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Terms of ours beyond the W3C's. */
const OWN_TERMS = {
  assignee: 'urn:backdraft:assignee',
  resolved: 'urn:backdraft:resolved',
  shared: 'urn:backdraft:shared',
  by: 'http://purl.org/dc/terms/creator',
  at: 'http://purl.org/dc/terms/created',
};

/** All annotations of a sidecar as one collection with one page. `id` is the collection's own. */
export function toCollection(sidecar: string, id: string): string {
  const items = sidecarLines(sidecar).flatMap(({ value }) => (value ? [value] : []));
  const collection = {
    '@context': [CONTEXT, OWN_TERMS],
    id,
    type: 'AnnotationCollection',
    label: 'Annotations',
    total: items.length,
    first: { id: `${id}#page-1`, type: 'AnnotationPage', startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

/** Lines for a sidecar from a collection, a page, an array or a single annotation; undefined when it is none of them. */
export function fromCollection(text: string): { readonly lines: readonly string[]; readonly skipped: number } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const items = itemsOf(value);
  if (!items) return undefined;
  const lines = items.flatMap(item => {
    const { '@context': _, ...rest } = item as Record<string, unknown>;
    const line = serialize(rest);
    return sidecarLines(line)[0]?.kind === 'annotation' ? [line] : [];
  });
  return { lines, skipped: items.length - lines.length };
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, first, items } = value as Record<string, unknown>;
  const types = Array.isArray(type) ? type : [type];
  if (types.includes('AnnotationCollection')) return itemsOf(first) ?? itemsOf({ type: 'AnnotationPage', items });
  if (types.includes('AnnotationPage')) return Array.isArray(items) ? items : undefined;
  return types.includes('Annotation') ? [value] : undefined;
}
