// Owns: one Story: its configuration, its evidence, and the view that rules get of it.
// Must not know: what is open, other Stories, when files are read.

import { readBibliography } from '../evidence/bibliography.ts';
import { createSourceLookup, type SourceLookup } from '../evidence/citations.ts';
import type { EvidenceIndex } from '../evidence/contract.ts';
import { readBinary, readOtherFile } from '../evidence/files.ts';
import { createOrigins } from '../evidence/independence.ts';
import { createEvidenceIndex } from '../evidence/index.ts';
import { createQuoteIndex, type QuoteIndex } from '../evidence/quote-index.ts';
import { readSources, type SourcesRead } from '../evidence/sources.ts';
import type { Source } from '../evidence/types.ts';
import type { TlpLevel } from '../extract/facts.ts';
import { isAbove, TLP_LEVELS } from '../extract/tlp.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { RULES } from '../rules/registry.ts';
import { groupOf, type StoryView } from '../rules/types.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { type Configuration, resolveConfiguration } from './configuration.ts';
import type { FoundFile } from './discovery.ts';
import type { ProtectedNames } from './protected.ts';
import type { Resource } from './resources.ts';
import { markupOf } from './roles.ts';
import { SegmentReader } from './segments.ts';
import type { FileContent } from './types.ts';

interface StoryPorts {
  knowledge(): Knowledge;
  readonly names: ProtectedNames;
  usage(source: Source): boolean;
  /** The highest mark of the Story's drafts. */
  draftTlp(): TlpLevel;
}

const RULE_IDS: ReadonlySet<string> = new Set(RULES.flatMap(rule => [rule.id, groupOf(rule.id)]));

/** A Story. Its evidence is updated file by file; its view is made anew when something changed. */
export class Story {
  readonly root: string;
  readonly index: EvidenceIndex = createEvidenceIndex();
  readonly quotes: QuoteIndex = createQuoteIndex();
  configuration: Configuration = resolveConfiguration([], RULES);
  configurationUri: string | undefined;
  /** Tables and vocabularies that the configuration names. */
  resources: readonly Resource[] = [];
  hasNotesFolder = false;
  hasNotes = false;
  hasBibliography = false;
  readonly #ports: StoryPorts;
  readonly #texts = new Map<string, string>();
  /** Problems of evidence files: metadata that cannot be read, broken entries of a bibliography. */
  readonly problems = new Map<string, readonly { readonly span: Span; readonly message: Phrase }[]>();
  readonly #readers = new Map<string, SegmentReader>();
  #hasConfiguration = false;
  #revision = 0;
  #view: StoryView | undefined;
  #lookup: SourceLookup | undefined;

  constructor(root: string, ports: StoryPorts) {
    this.root = root;
    this.#ports = ports;
  }

  /** No notes, bibliography or configuration: only what needs no evidence is checked here. */
  get dormant(): boolean {
    return !this.#hasConfiguration && !this.hasNotesFolder && !this.hasNotes && !this.hasBibliography;
  }

  /** Raised by every change of configuration or evidence. */
  get revision(): number {
    return this.#revision;
  }

  /** Ways to find a Source by what a citation says. */
  get lookup(): SourceLookup {
    const lookup = this.#lookup ?? createSourceLookup(this.index.sources);
    this.#lookup = lookup;
    return lookup;
  }

  /** Whether there is a Source with this key. */
  hasSource(key: string): boolean {
    return this.lookup.byKey(key) !== undefined;
  }

  configure(configuration: Configuration, fromFile: boolean): void {
    this.configuration = configuration;
    this.#hasConfiguration = fromFile;
    this.invalidate();
  }

  /** Something that the view shows has changed. */
  invalidate(): void {
    this.#revision++;
    this.#view = undefined;
    this.#lookup = undefined;
  }

  /** Takes the content of an evidence file for that of before. Answers whether anything changed. */
  indexFile(file: FoundFile, content: FileContent, keepFacts = false): boolean {
    if (content.kind === 'text' && this.#texts.get(file.uri) === content.text) return false;
    const text = content.kind === 'text' ? content.text : '';
    this.#texts.set(file.uri, text);
    const read = this.#sourcesOf(file, content, keepFacts);
    this.problems.set(file.uri, read.problems);
    this.index.replace(file.uri, read.sources);
    this.quotes.replace(file.uri, read.sources);
    this.invalidate();
    return true;
  }

  removeFile(uri: string): void {
    this.#texts.delete(uri);
    this.#readers.delete(uri);
    this.problems.delete(uri);
    this.index.replace(uri, []);
    this.quotes.replace(uri, []);
    this.invalidate();
  }

  /** Text of an evidence file as it was indexed. */
  textOf(uri: string): string | undefined {
    return this.#texts.get(uri);
  }

  #sourcesOf(file: FoundFile, content: FileContent, keepFacts: boolean): SourcesRead {
    const place = { uri: file.uri, path: file.path };
    if (content.kind !== 'text') return readBinary(place, content.kind === 'problem' ? content.problem : 'binary');
    if (/\.(?:bib|bibtex|json)$/i.test(file.path)) return readBibliography({ ...place, text: content.text });
    if (!/\.(?:md|markdown|txt)$/i.test(file.path)) return readOtherFile({ ...place, text: content.text });
    const reader = this.#readers.get(file.uri) ?? new SegmentReader();
    // Facts of notes are kept only where the note is being edited: ten thousand notes are a normal case.
    if (keepFacts) this.#readers.set(file.uri, reader);
    const { text } = content;
    const options = { markup: markupOf(file.path), role: 'notes', knowledge: this.#ports.knowledge() } as const;
    const segments = reader.read(text, { ...options, isTextKept: !keepFacts && !this.#readers.has(file.uri) });
    const again = (): ReturnType<SegmentReader['read']> => {
      const kept = this.#texts.get(file.uri) === text ? this.#readers.get(file.uri) : undefined;
      return (kept ?? new SegmentReader()).read(text, options);
    };
    const frontMatter = new Map(parseFrontMatter(text).items.map(item => [item.key, item.value]));
    return readSources({ ...place, text, frontMatter, segments, again });
  }

  get view(): StoryView {
    this.#view ??= this.#makeView();
    return this.#view;
  }

  #makeView(): StoryView {
    const { configuration, index } = this;
    const ports = this.#ports;
    const origins = createOrigins(index.sources);
    const defaultTlp = TLP_LEVELS.find(level => level === configuration.defaultTlp) ?? 'CLEAR';
    return {
      dormant: this.dormant,
      hasEvidence: [...index.sources.values()].some(source => source.passages.length > 0),
      sources: index.sources,
      duplicates: index.duplicates,
      citationStyle: configuration.citationStyle,
      audience: configuration.audience,
      strictness: configuration.strictness,
      terms: configuration.terms,
      scale: configuration.scale,
      defaultTlp,
      knowledge: this.#ports.knowledge(),
      ruleIds: RULE_IDS,
      evidence: index,
      findProtected: text => this.#ports.names.find(text),
      isUsed: source => this.#ports.usage(source),
      get draftTlp() {
        return ports.draftTlp();
      },
      mayOffer: (source, draft) => {
        if (isAbove(source.metadata.tlp, draft.tlp ?? defaultTlp)) return false;
        if (source.metadata.terms && source.metadata.terms !== 'on-record') return false;
        return this.#ports.names.find(`${source.key} ${source.title}`).length === 0;
      },
      originOf: source => origins.originOf(source),
    };
  }
}
