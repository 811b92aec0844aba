// Owns: annotations as a W3C AnnotationCollection (JSON-LD), in and out.
// Must not know: files, other formats.

import { sidecarLines } from './sidecar.ts';
import type { Anchor } from './types.ts';
import { selectors, serialize } from './write.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** Terms of ours beyond the W3C's. */
const OWN_TERMS = {
  assignee: 'urn:backdraft:assignee',
  resolved: 'urn:backdraft:resolved',
  shared: 'urn:backdraft:shared',
  mrsf: { '@id': 'urn:backdraft:mrsf', '@type': '@json' },
  by: 'http://purl.org/dc/terms/creator',
  at: 'http://purl.org/dc/terms/created',
};

/** An annotation as a sidecar has it, and the anchor that it is to have instead. */
export interface CollectionItem {
  readonly value: Readonly<Record<string, unknown>>;
  readonly anchor?: Anchor | undefined;
}

/** Annotations as one collection with one page. `id` is the collection's own. */
export function toCollection(items: readonly CollectionItem[], id: string): string {
  const collection = {
    '@context': [CONTEXT, OWN_TERMS],
    id,
    type: 'AnnotationCollection',
    label: 'Annotations',
    total: items.length,
    first: { id: `${id}#page-1`, type: 'AnnotationPage', startIndex: 0, items: items.map(itemOf) },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function itemOf({ value, anchor }: CollectionItem): Readonly<Record<string, unknown>> {
  if (!anchor) return value;
  const [target] = [value.target].flat();
  return { ...value, target: { ...(isRecord(target) ? target : {}), selector: selectors(anchor) } };
}

export interface ReadCollection {
  readonly lines: readonly string[];
  /** Annotations that cannot be read, and those that are elsewhere. */
  readonly skipped: number;
  /** Annotations that the collection counts and does not hold: its other pages are not in the file. */
  readonly elsewhere: number;
}

/** Lines for a sidecar from a collection with all its pages, a page, an array or a single annotation; undefined when it is none of them. */
export function fromCollection(text: string): ReadCollection | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const found = itemsOf(value);
  if (!found) return undefined;
  const { items, elsewhere } = found;
  const lines = items.flatMap(item => {
    if (!isRecord(item)) return [];
    const { '@context': _, ...rest } = item;
    const line = serialize(rest);
    return sidecarLines(line)[0]?.kind === 'annotation' ? [line] : [];
  });
  return { lines, skipped: items.length - lines.length + elsewhere, elsewhere };
}

interface Items {
  readonly items: readonly unknown[];
  readonly elsewhere: number;
}

/** What may be a collection, a page, an annotation, or a list of annotations; undefined where it is none. */
function itemsOf(value: unknown): Items | undefined {
  if (Array.isArray(value)) return { items: value, elsewhere: 0 };
  if (!isRecord(value)) return undefined;
  if (isPaged(value)) return itemsOfPages(value);
  return typesOf(value).includes('Annotation') ? { items: [value], elsewhere: 0 } : undefined;
}

/** Annotations of all pages that are here: each may hold the next one, or a collection all of them. Each is read once. */
function itemsOfPages(root: Readonly<Record<string, unknown>>): Items {
  const items: unknown[] = [];
  const read = new Set<unknown>();
  const named = new Set<string>();
  const waiting: unknown[] = [root];
  for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
    if (typeof page === 'string') named.add(page);
    if (!isRecord(page) || read.has(page.id ?? page)) continue;
    read.add(page.id ?? page);
    for (const item of [page.items ?? []].flat()) (isPaged(item) ? waiting : items).push(item);
    waiting.push(...[page.first, page.next, page.last].filter(more => more !== undefined));
  }
  const isMissing = [...named].some(id => !read.has(id));
  const total = typeof root.total === 'number' ? root.total : 0;
  return { items, elsewhere: Math.max(total - items.length, isMissing ? 1 : 0) };
}

function isPaged(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && typesOf(value).some(type => type === 'AnnotationCollection' || type === 'AnnotationPage');
}

function typesOf({ type }: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [type].flat();
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
