// Owns: keys of Sources in a sidecar: what verdicts rest on, and mentions in comments; what a renaming changes of them.
// Must not know: files, editors, what a Source is.
import { normalKey } from '../evidence/keys.ts';
import type { Span } from '../text/span.ts';
import { sidecarLines } from './sidecar.ts';
import { serialize } from './write.ts';

/** Lines that name Sources by keys that are renamed, as they are to be; all others stay as they are. Keys are the old ones. */
export function renameKeys(text: string, keys: ReadonlyMap<string, string>): readonly { readonly span: Span; readonly newText: string }[] {
  return sidecarLines(text).flatMap(({ value, start, end }) => {
    if (!value) return [];
    const renamed = {
      ...value,
      ...(value.body === undefined ? {} : { body: inBodies(value.body, keys) }),
      ...(typeof value.bodyValue === 'string' ? { bodyValue: inMentions(value.bodyValue, key => keys.get(key)) } : {}),
    };
    return JSON.stringify(renamed) === JSON.stringify(value) ? [] : [{ span: { start, end }, newText: serialize(renamed) }];
  });
}

function inBodies(body: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(body)) return body.map(one => inBodies(one, keys));
  if (typeof body === 'string') return inMentions(body, key => keys.get(key));
  if (typeof body !== 'object' || body === null) return body;
  const { value, purpose } = body as Readonly<Record<string, unknown>>;
  if (typeof value !== 'string') return body;
  if (purpose === 'linking') return { ...body, value: keys.get(normalKey(value)) ?? value };
  return purpose === 'assessing' ? body : { ...body, value: inMentions(value, key => keys.get(key)) };
}

/** Words in which mentions (`[[key]]`, `[[key|…]]`, `@key`, `@{key}`, `[^key]`) have another key; undefined leaves one as it is. */
export function inMentions(words: string, rename: (key: string) => string | undefined): string {
  return words.replace(/(\[\[\s*|\[\^|@\{?)([\p{L}\p{N}\p{M}_.:/-]+)/gu, (whole, open: string, name: string) => {
    // What ends a sentence is no part of a key.
    const key = open === '@' ? name.replace(/(?<![_.:/-])[_.:/-]+$/, '') : name;
    const now = rename(normalKey(key));
    return now === undefined ? whole : `${open}${now}${name.slice(key.length)}`;
  });
}
