// Owns: the Sources of a Story by key: equal stems told apart, notes joined with their bibliography entries, duplicates.
// Must not know: ranking, files and how they are read.
import { normalKey, pathKey, stemKey } from './keys.ts';
import type { Passage, Source, SourceMetadata } from './types.ts';
import { sameUrlKey } from './urls.ts';

interface TableFile {
  readonly uri: string;
  readonly sources: readonly Source[];
}

interface Duplicate {
  readonly key: string;
  readonly first: Source;
  readonly again: Source;
}

interface View {
  readonly sources: ReadonlyMap<string, Source>;
  readonly duplicates: readonly Duplicate[];
  /** Sources of each file as the Story knows them. */
  readonly inFile: ReadonlyMap<string, readonly Source[]>;
  /** Passages of each file in order, each with the Source that the Story knows. */
  readonly passages: ReadonlyMap<string, readonly Passage[]>;
  /** Where a key's passages stand: file, and half-open range in `passages`. */
  readonly places: ReadonlyMap<string, readonly { readonly uri: string; readonly from: number; readonly to: number }[]>;
}

/** Sources by key. Changes are cheap; the view is worked out when it is next asked for. */
export class SourceTable {
  readonly #files = new Map<string, TableFile>();
  #view: View | undefined;
  /** Files in order, and the keys of those keyed by their stem: most changes leave both. */
  #sorted: TableFile[] | undefined;
  #stems: ReadonlyMap<string, string> | undefined;
  /** Passages and renamed or joined Sources of the last views, so that what did not change stays the same object. */
  readonly #flat = new WeakMap<readonly Source[], readonly Passage[]>();
  readonly #changed = new WeakMap<Source, { readonly mark: string; readonly source: Source }>();

  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** Sources of a file as they were read. */
  readFrom(uri: string): readonly Source[] {
    return this.#files.get(uri)?.sources ?? [];
  }

  replace(uri: string, sources: readonly Source[]): void {
    const before = this.#files.get(uri);
    const file = sources.length === 0 ? undefined : { uri, sources };
    if (file) this.#files.set(uri, file);
    else this.#files.delete(uri);
    if (before && file) this.#replaceSorted(before, file);
    else this.#sorted = undefined;
    if (stemPaths(before) !== stemPaths(file)) this.#stems = undefined;
    this.#view = undefined;
  }

  get sources(): ReadonlyMap<string, Source> {
    return this.#current().sources;
  }

  get duplicates(): readonly Duplicate[] {
    return this.#current().duplicates;
  }

  passageAt(uri: string, index: number): Passage | undefined {
    return this.#current().passages.get(uri)?.[index];
  }

  placesOf(key: string): readonly { readonly uri: string; readonly from: number; readonly to: number }[] {
    return this.#current().places.get(normalKey(key)) ?? [];
  }

  sourcesIn(uri: string): readonly Source[] {
    return this.#current().inFile.get(uri) ?? [];
  }

  definitionsOf(key: string): readonly Source[] {
    const normal = normalKey(key);
    const files = new Set(this.placesOf(normal).map(({ uri }) => uri));
    return [...files].flatMap(uri => this.sourcesIn(uri).filter(source => source.key === normal));
  }

  #current(): View {
    this.#view ??= this.#build();
    return this.#view;
  }

  #build(): View {
    this.#sorted ??= [...this.#files.values()].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
    const files = this.#sorted;
    this.#stems ??= stemKeys(files.flatMap(file => file.sources.filter(isStem).map(({ path }) => path)));
    const stems = this.#stems;
    const sources = new Map<string, Source>();
    const duplicates: Duplicate[] = [];
    const passages = new Map<string, readonly Passage[]>();
    const places = new Map<string, { uri: string; from: number; to: number }[]>();
    const finals: { readonly file: TableFile; readonly own: Source[] }[] = [];
    for (const file of files) {
      const own: Source[] = [];
      for (const source of file.sources) {
        const key = (isStem(source) && stems.get(source.path)) || source.key;
        const named = key === source.key ? source : this.#with(source, { key }, key);
        own.push(named);
        const first = sources.get(key);
        if (!first) sources.set(key, named);
        else if (isSame(first, named)) {
          const [note, entry] = first.origin === 'bibliography' ? [named, first] : [first, named];
          const metadata = joined(note.metadata, entry.metadata);
          const joinedNote = this.#with(note, { metadata }, `${key} ${JSON.stringify(metadata)}`);
          sources.set(key, joinedNote);
          if (note === named) own[own.length - 1] = joinedNote;
          else for (const made of finals) replaceIn(made.own, note, joinedNote);
          if (note !== named) replaceIn(own, note, joinedNote);
        } else duplicates.push({ key, first, again: named });
      }
      finals.push({ file, own });
    }
    for (const { file, own } of finals) {
      let from = 0;
      for (const source of own) {
        const to = from + source.passages.length;
        const known = places.get(source.key);
        if (known) known.push({ uri: file.uri, from, to });
        else places.set(source.key, [{ uri: file.uri, from, to }]);
        from = to;
      }
      passages.set(file.uri, this.#flatten(file, own));
    }
    const inFile = new Map(finals.map(({ file, own }) => [file.uri, own]));
    return { sources, duplicates, inFile, passages, places };
  }

  #replaceSorted(before: TableFile, file: TableFile): void {
    const place = this.#sorted?.indexOf(before) ?? -1;
    if (this.#sorted && place >= 0) this.#sorted[place] = file;
    else this.#sorted = undefined;
  }

  #flatten(file: TableFile, own: readonly Source[]): readonly Passage[] {
    const same = own.every((source, index) => source === file.sources[index]);
    if (own.length === 1) return (own[0] as Source).passages;
    const known = same ? this.#flat.get(file.sources) : undefined;
    if (known) return known;
    const flat = own.flatMap(source => source.passages);
    if (same) this.#flat.set(file.sources, flat);
    return flat;
  }

  /** A Source with another key or other metadata; the same object for the same change. */
  #with(source: Source, change: Partial<Source>, mark: string): Source {
    const known = this.#changed.get(source);
    if (known?.mark === mark) return known.source;
    const made: Source = { ...source, ...change, passages: [] };
    (made as { passages: Source['passages'] }).passages = source.passages.map(passage => ({ ...passage, source: made }));
    this.#changed.set(source, { mark, source: made });
    return made;
  }
}

/** Paths of the Sources of a file that are keyed by its stem. */
function stemPaths(file: TableFile | undefined): string {
  return (file?.sources ?? [])
    .filter(isStem)
    .map(({ path }) => path)
    .join('\n');
}

function replaceIn(list: Source[], old: Source, made: Source): void {
  const at = list.indexOf(old);
  if (at >= 0) list[at] = made;
}

/** Keys of files that are keyed by their stem, by path: equal stems take their path. */
export function stemKeys(paths: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  const stems = paths.map(stemKey);
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return new Map(
    paths.map((path, at) => {
      const stem = stems[at] as string;
      return [path, (counts.get(stem) ?? 0) > 1 ? pathKey(path) : stem];
    }),
  );
}

/** Whether a Source has its key from the stem of its file alone. */
export function isStem(source: Source): boolean {
  return source.origin === 'file' && source.keySpan.end === source.keySpan.start;
}

/** A note and a bibliography entry of one key are one Source when their urls or titles agree, or the note has neither of its own. */
function isSame(a: Source, b: Source): boolean {
  if ((a.origin === 'bibliography') === (b.origin === 'bibliography')) return false;
  const [note, entry] = a.origin === 'bibliography' ? [b, a] : [a, b];
  const noteUrl = note.metadata.url === undefined ? '' : sameUrlKey(note.metadata.url);
  const entryUrl = entry.metadata.url === undefined ? '' : sameUrlKey(entry.metadata.url);
  if (noteUrl !== '' && noteUrl === entryUrl) return true;
  // A note by the name of the key that says nothing of its own about what it is: the reading notes of that entry.
  if (isStem(note) && noteUrl === '' && note.items.length === 0 && note.passages[0]?.text !== note.title) return true;
  const noteTitle = plainTitle(note.title);
  const entryTitle = plainTitle(entry.title);
  return (
    noteTitle !== '' &&
    entryTitle !== '' &&
    (noteTitle === entryTitle || noteTitle.includes(entryTitle) || (noteTitle.length > 12 && entryTitle.includes(noteTitle)))
  );
}

/** A title without case, spaces and punctuation. */
export function plainTitle(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What the note says comes first; the entry fills the gaps. */
function joined(note: SourceMetadata, entry: SourceMetadata): SourceMetadata {
  return { ...entry, ...note, confidential: [...new Set([...note.confidential, ...entry.confidential])] };
}
