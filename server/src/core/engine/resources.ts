// Owns: files that configurations name: official tables that replace shipped ones, Vale vocabularies; reading them, what is wrong with them.
// Must not know: Stories, documents, what tables and words are used for.
import { attackFromStix, cweFromText, type Imported, kevFromJson } from '../knowledge/imports.ts';
import { type Knowledge, withTable } from '../knowledge/knowledge.ts';
import { readVocabulary, type Vocabulary } from '../lexicon/vale.ts';
import type { HouseTerms } from '../rules/types.ts';
import { type Language, type Phrase, phrase } from '../text/phrases.ts';
import type { ConfigurationFile, ConfigurationProblem } from './configuration-reader.ts';
import type { FileContent, FileStore } from './types.ts';
import { joinUri, resolvePath } from './uri.ts';

/** A file or folder that counts for a Story. */
export interface Resource {
  readonly key: string;
  readonly uri: string;
}

/** The largest official file that is read, unpacked: ATT&CK's bundles of 2025 have about 50 MB. */
const MAX_TABLE_BYTES = 80_000_000;
const MAX_VOCABULARY_BYTES = 1_000_000;

interface TableKind {
  readonly table: 'attack' | 'kev' | 'cwe';
  import(text: string): Imported;
}

const TABLE_KEYS: Readonly<Record<string, TableKind>> = {
  'attack.bundle': { table: 'attack', import: attackFromStix },
  'kev.file': { table: 'kev', import: kevFromJson },
  'cwe.file': { table: 'cwe', import: cweFromText },
};
const VOCABULARIES = 'terms.vocabularies';

/** What a Story's chain of configurations names, the nearest first: of each table the nearest file, and all vocabularies. */
export function resourcesOf(chain: readonly { readonly uri: string; readonly file: ConfigurationFile }[]): readonly Resource[] {
  const found: Resource[] = [];
  for (const { uri, file } of chain) {
    for (const { key, path } of file.paths) {
      if (key === VOCABULARIES || (key in TABLE_KEYS && !found.some(other => other.key === key)))
        found.push({ key, uri: resolvePath(uri, path) });
    }
  }
  return found;
}

interface Read {
  /** Equal as long as the files are, where the host knows their times. */
  readonly stamp: string | undefined;
  readonly table?: string;
  readonly vocabulary?: Vocabulary;
  readonly problems: readonly (Omit<ConfigurationProblem, 'span' | 'message'> & { readonly message: Phrase })[];
}

/** The files that configurations name, as they were read last. */
export class Resources {
  readonly #files: FileStore;
  #read = new Map<string, Read>();
  #uris: ReadonlySet<string> = new Set();
  #knowledge = new Map<string, Knowledge>();

  constructor(files: FileStore) {
    this.#files = files;
  }

  /** Reads what has changed, and forgets what is no longer named. */
  async load(named: readonly Resource[]): Promise<void> {
    const read = new Map<string, Read>();
    for (const resource of named) {
      const key = keyOf(resource);
      if (!read.has(key)) read.set(key, await this.#look(resource, this.#read.get(key)));
    }
    this.#read = read;
    this.#uris = new Set(named.flatMap(urisOf));
    this.#knowledge = new Map();
  }

  /** Files that are looked at, there or not. */
  get uris(): ReadonlySet<string> {
    return this.#uris;
  }

  /** Knowledge with the tables of these files in place of its own. */
  knowledge(shipped: Knowledge, named: readonly Resource[]): Knowledge {
    const tables = named.filter(one => this.#read.get(keyOf(one))?.table !== undefined);
    if (tables.length === 0) return shipped;
    const key = [shipped.revision, ...tables.map(keyOf)].join('\n');
    let knowledge = this.#knowledge.get(key);
    if (!knowledge) {
      knowledge = shipped;
      for (const one of tables) knowledge = withTable(knowledge, TABLE_KEYS[one.key]?.table ?? '', this.#read.get(keyOf(one))?.table ?? '');
      this.#knowledge.set(key, knowledge);
    }
    return knowledge;
  }

  /** House terms with the words of the vocabularies; those of the configuration come first, then the nearest vocabulary. */
  terms(own: HouseTerms, named: readonly Resource[]): HouseTerms {
    const vocabularies = named.map(one => this.#read.get(keyOf(one))?.vocabulary).filter(one => one !== undefined);
    if (vocabularies.length === 0) return own;
    const merged = (key: 'prefer' | 'ban' | 'acronyms'): Map<string, string> =>
      new Map([...vocabularies.map(one => one[key]).reverse(), own[key]].flatMap(words => [...words]));
    return { prefer: merged('prefer'), ban: merged('ban'), define: own.define, acronyms: merged('acronyms') };
  }

  /** What is wrong with the files that a configuration names, each at the place of its path. */
  problemsOf(uri: string, file: ConfigurationFile, language: Language): readonly ConfigurationProblem[] {
    return file.paths.flatMap(({ key, path, span }) =>
      (this.#read.get(keyOf({ key, uri: resolvePath(uri, path) }))?.problems ?? []).map(problem => ({
        ...problem,
        message: language.of(problem.message),
        span,
      })),
    );
  }

  async #look(resource: Resource, before: Read | undefined): Promise<Read> {
    const stamps: string[] = [];
    for (const uri of urisOf(resource)) {
      const stat = await this.#files.stat(uri);
      stamps.push(stat ? `${stat.size} ${stat.mtime}` : 'missing');
    }
    const stamp = stamps.some(one => one.includes('undefined')) ? undefined : stamps.join('\n');
    if (before && stamp !== undefined && before.stamp === stamp) return before;
    const kind = TABLE_KEYS[resource.key];
    return { stamp, ...(kind ? await this.#readTable(resource.uri, kind) : await this.#readVocabulary(resource)) };
  }

  async #readTable(uri: string, kind: TableKind): Promise<Omit<Read, 'stamp'>> {
    const content = await this.#files.read(uri, { maxBytes: MAX_TABLE_BYTES, unpack: true });
    if (content.kind !== 'text') return { problems: [{ message: unreadable(content, MAX_TABLE_BYTES) }] };
    const imported = kind.import(content.text);
    return 'table' in imported ? { table: imported.table, problems: [] } : { problems: [{ message: imported.problem }] };
  }

  async #readVocabulary(resource: Resource): Promise<Omit<Read, 'stamp'>> {
    const texts = { accept: '', reject: '' };
    const problems: { message: Phrase; severity?: 'warning' }[] = [];
    let missing = 0;
    const uris = urisOf(resource);
    for (const uri of uris) {
      const content = await this.#files.read(uri, { maxBytes: MAX_VOCABULARY_BYTES });
      if (content.kind === 'text') texts[sortOf(uri)] = content.text;
      else if (content.kind === 'problem' && content.problem === 'missing') missing++;
      else problems.push({ message: unreadable(content, MAX_VOCABULARY_BYTES) });
    }
    if (missing === uris.length)
      problems.push({
        message: uris.length === 1 ? phrase`There is no such file.` : phrase`There is no accept.txt and no reject.txt in this folder.`,
      });
    const vocabulary = readVocabulary(texts.accept, texts.reject);
    const [first] = vocabulary.skipped;
    if (first) {
      const { length } = vocabulary.skipped;
      problems.push({
        severity: 'warning',
        message: phrase`${length === 1 ? phrase`One entry is` : phrase`${length} entries are`} left out, since Backdraft reads words and small choices such as "colou?r" and no other regular expressions. The first is in line ${first.line + 1} of ${first.file}.txt.`,
      });
    }
    return { vocabulary, problems };
  }
}

function keyOf({ key, uri }: Resource): string {
  return `${key} ${uri}`;
}

/** The files of a resource: a folder of a vocabulary holds two. */
function urisOf({ key, uri }: Resource): readonly string[] {
  return key === VOCABULARIES && !/\.txt$/i.test(uri) ? [joinUri(uri, 'accept.txt'), joinUri(uri, 'reject.txt')] : [uri];
}

function sortOf(uri: string): 'accept' | 'reject' {
  return /(?:^|\/)reject[^/]*$/i.test(uri) ? 'reject' : 'accept';
}

function unreadable(content: Exclude<FileContent, { kind: 'text' }>, maxBytes: number): Phrase {
  switch (content.kind === 'bytes' ? 'binary' : content.problem) {
    case 'missing':
      return phrase`There is no such file. The path counts from the folder of this configuration.`;
    case 'too-large':
      return phrase`This file has more than ${Math.round(maxBytes / 1e6)} MB, so it is not read. Use the official file of one domain, without additions.`;
    case 'binary':
      return phrase`This file is not text. Unpack it first; of packed files only .gz is read.`;
    case 'encoding':
      return phrase`This file is not UTF-8 text. Download it again, or save it as UTF-8.`;
    default:
      return content.kind === 'problem'
        ? phrase`This file could not be read (${content.detail}). Download it again.`
        : phrase`This file could not be read. Download it again.`;
  }
}
