// Owns: putting a Source together from what a reader of some format found.
// Must not know: formats.
import type { Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { normalKey, stemKey } from './keys.ts';
import { languageOf } from './language.ts';
import type { LateSpeakers } from './late-speakers.ts';
import type { ReadMetadata } from './metadata.ts';
import type { PassageDraft } from './passages.ts';
import type { Source } from './types.ts';

/** Something in a file of evidence that could not be read as meant. The rest of the file counts all the same. */
export interface SourceProblem {
  readonly span: Span;
  readonly message: Phrase;
}

export interface SourcesRead {
  readonly sources: readonly Source[];
  readonly problems: readonly SourceProblem[];
}

/** Where a file stands. */
export interface FilePlace {
  readonly uri: string;
  /** Path from the Story's folder, with "/". */
  readonly path: string;
}

export interface SourceParts {
  readonly key: string;
  readonly origin: Source['origin'];
  readonly span: Span;
  readonly keySpan: Span;
  readonly title: string;
  readonly read: ReadMetadata;
  readonly items: Source['items'];
  readonly drafts: readonly PassageDraft[];
  readonly noText?: Source['noText'];
  readonly late?: LateSpeakers;
}

/** A Source whose passages know it; its language is told from its text unless its metadata says it. */
export function makeSource(place: FilePlace, parts: SourceParts): Source {
  const language = parts.read.language ?? languageOf(parts.drafts.map(draft => draft.text));
  const source: Source = {
    key: normalKey(parts.key),
    uri: place.uri,
    path: place.path,
    origin: parts.origin,
    span: parts.span,
    keySpan: parts.keySpan,
    title: parts.title,
    metadata: parts.read.metadata,
    items: parts.items,
    passages: [],
    ...(parts.noText ? { noText: parts.noText } : {}),
    ...(parts.late && !parts.late.isEmpty ? { late: parts.late } : {}),
    ...(language === undefined || language === 'en' ? {} : { language }),
  };
  (source as { passages: Source['passages'] }).passages = parts.drafts.map(draft => passageOf(source, draft));
  return source;
}

/** Most passages are a place and words: written out, they take half the memory. */
function passageOf(source: Source, draft: PassageDraft): Source['passages'][number] {
  const { span, text, quote, grade, page } = draft;
  if (quote === undefined && grade === undefined && page === undefined) return { source, span, text };
  return { source, ...draft };
}

/** The one Source of a file that is keyed by its stem. */
export function makeFileSource(
  place: FilePlace,
  parts: Pick<SourceParts, 'title' | 'read' | 'drafts' | 'noText'> & { readonly length: number; readonly items?: Source['items'] },
): Source {
  return makeSource(place, {
    key: stemKey(place.path),
    origin: 'file',
    span: { start: 0, end: parts.length },
    keySpan: { start: 0, end: 0 },
    title: parts.title === '' ? place.path.slice(place.path.lastIndexOf('/') + 1) : parts.title,
    read: parts.read,
    items: parts.items ?? [],
    drafts: parts.drafts,
    ...(parts.noText ? { noText: parts.noText } : {}),
  });
}
