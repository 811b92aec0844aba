// Owns: keys of Sources in a sidecar: what verdicts rest on, and mentions in comments; what a renaming changes of them.
// Must not know: files, editors, what a Source is.
import type { Span } from '../text/span.ts';
import { sidecarLines } from './sidecar.ts';
import type { Annotation, Reply } from './types.ts';
import { serialize } from './write.ts';

/** Lines that name Sources by keys that are renamed, as they are to be; all others stay as they are. Keys are the old ones. */
export function renameKeys(text: string, keys: ReadonlyMap<string, string>): readonly { readonly span: Span; readonly newText: string }[] {
  return sidecarLines(text).flatMap(({ value, start, end }) => {
    if (!value) return [];
    const renamed = {
      ...value,
      ...(value.body === undefined ? {} : { body: inBodies(value.body, keys) }),
      ...(typeof value.bodyValue === 'string' ? { bodyValue: inWords(value.bodyValue, keys) } : {}),
    };
    return JSON.stringify(renamed) === JSON.stringify(value) ? [] : [{ span: { start, end }, newText: serialize(renamed) }];
  });
}

/** The same of an annotation that was read. */
export function withKeys(annotation: Annotation, keys: ReadonlyMap<string, string>): Annotation {
  const inReply = <One extends Reply>(one: One): One => ({ ...one, body: inWords(one.body, keys) });
  const { evidence, replies } = annotation;
  return { ...inReply(annotation), evidence: evidence.map(key => keys.get(key) ?? key), replies: replies.map(inReply) };
}

function inBodies(body: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(body)) return body.map(one => inBodies(one, keys));
  if (typeof body === 'string') return inWords(body, keys);
  if (typeof body !== 'object' || body === null) return body;
  const { value, purpose } = body as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string') return body;
  if (purpose === 'linking') return { ...body, value: keys.get(value) ?? value };
  return purpose === 'assessing' ? body : { ...body, value: inWords(value, keys) };
}

/** Mentions in words: `[[key]]`, `[[key|…]]` and `@key`. */
function inWords(words: string, keys: ReadonlyMap<string, string>): string {
  return words.replace(/(\[\[|@)([\p{L}\p{N}_.:/-]+)/gu, (whole, open: string, name: string) => {
    // What ends a sentence is no part of a key.
    const key = open === '@' ? name.replace(/(?<![_.:/-])[_.:/-]+$/, '') : name;
    const now = keys.get(key);
    return now === undefined ? whole : `${open}${now}${name.slice(key.length)}`;
  });
}
