// Owns: checks of documents by uri: text and role of each, the state that is kept of it, what notes need to know of drafts.
// Must not know: how a document is checked, how files are found and read.

import { readSidecar } from '../annotations/sidecar.ts';
import type { TlpLevel } from '../extract/facts.ts';
import { TLP_LEVELS } from '../extract/tlp.ts';
import { RULES } from '../rules/registry.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import type { Language } from '../text/phrases.ts';
import { type Annotations, documentOf, isSidecar } from './annotations.ts';
import type { Catalogue } from './catalogue.ts';
import { checkingDocument, DocumentState } from './check.ts';
import type { ConfigurationChains } from './configuration-chains.ts';
import { longest, tooLong } from './limits.ts';
import { checkConfiguration, checkOff, checkSidecar, checkTooLarge } from './no-check.ts';
import type { ProtectedNames } from './protected.ts';
import { isEvidence, markupOf, roleOfFrontMatter, roleOfPath } from './roles.ts';
import { problemsOfSidecar } from './sidecar-problems.ts';
import { runToEnd } from './steps.ts';
import type { Story } from './story.ts';
import type { Tables } from './tables.ts';
import type { CheckedDocument, Checking, Limits, Problem } from './types.ts';
import { baseName, isUntitled, relativePath } from './uri.ts';
import { type Use, usesOf } from './usage.ts';

/** Checks of files that are not open whose state is kept. */
const CLOSED_STATES = 40;

/** What checks read. */
interface Grounds {
  readonly catalogue: Catalogue;
  readonly configurations: ConfigurationChains;
  readonly annotations: Annotations;
  readonly tables: Tables;
  readonly names: ProtectedNames;
  readonly limits: Limits;
  readonly language: Language;
}

interface DraftSummary {
  readonly revision: number;
  readonly text: string;
  /** Where it rests on which Source, and the keys of those. */
  readonly uses: readonly Use[];
  readonly sources: ReadonlySet<string>;
  readonly tlp?: TlpLevel;
}

/** Checks of any document of a workspace. Uris are as `normalUri` writes them. */
export class DocumentChecks {
  readonly #grounds: Grounds;
  readonly #states = new Map<string, DocumentState>();
  /** Kept apart from the states, which are large. */
  readonly #summaries = new Map<string, DraftSummary>();

  constructor(grounds: Grounds) {
    this.#grounds = grounds;
  }

  /** Forgets the state of a document. */
  drop(uri: string): void {
    this.#states.delete(uri);
  }

  /** Forgets a document that is no longer there. */
  forget(uri: string): void {
    this.#states.delete(uri);
    this.#summaries.delete(uri);
  }

  /** Forgets the states of all documents that are neither open nor known. */
  dropUnknown(): void {
    const { open, known } = this.#grounds.catalogue;
    for (const uri of [...this.#states.keys()]) if (!open.has(uri) && !known.has(uri)) this.#states.delete(uri);
  }

  /** Checks a document that is open or whose text is at hand, in steps; undefined for any other. */
  *checking(uri: string): Checking<CheckedDocument | undefined> {
    const { catalogue, configurations } = this.#grounds;
    const open = catalogue.open.get(uri);
    const known = catalogue.known.get(uri);
    const text = open?.text ?? known?.text ?? (isEvidence(known?.role) ? known?.story.textOf(uri) : undefined);
    if (text === undefined) {
      return known?.role === 'configuration' ? this.#checkConfiguration(uri, configurations.textOf(uri) ?? '') : undefined;
    }
    return yield* this.checkingText(uri, text);
  }

  /** Checks a document as if its text were this, in steps. */
  *checkingText(uri: string, text: string): Checking<CheckedDocument | undefined> {
    const { catalogue, annotations, tables, names, limits, language } = this.#grounds;
    if (isSidecar(uri)) return checkSidecar(uri, text, this.problemsOfSidecar(uri, text));
    const known = catalogue.known.get(uri);
    const story = catalogue.storyOf(uri);
    const path = known?.file.path ?? relativePath(story.root, uri) ?? baseName(uri);
    let role = known?.role ?? (isUntitled(uri) ? 'draft' : roleOfPath(path, story.configuration));
    if (role === 'configuration') return this.#checkConfiguration(uri, text);
    if (role !== 'bibliography') role = roleOfFrontMatter(parseFrontMatter(text)) ?? role;
    if (role === 'off') return checkOff(uri, text, language.say`This file is neither a draft nor notes.`);
    const sort = role === 'draft' ? 'draft' : 'note';
    const limit = longest(sort, story.configuration, limits);
    if (text.length > limit) return checkTooLarge(uri, text, sort, language.of(tooLong(text.length, limit, sort)));
    return yield* checkingDocument(this.#stateOf(uri), {
      uri,
      path,
      text,
      role,
      markup: markupOf(path, catalogue.open.get(uri)?.languageId),
      story,
      ready: catalogue.ready,
      revision: catalogue.revision,
      knowledge: tables.of(story),
      redact: value => names.redact(value),
      language,
      rules: RULES,
      annotations: annotations.of(uri, text).annotations,
    });
  }

  /** What is wrong with a sidecar: with the one on disk, or as if its text were this. */
  problemsOfSidecar(uri: string, text?: string): readonly Problem[] {
    const { annotations, catalogue, language } = this.#grounds;
    const document = documentOf(uri);
    const sidecar = text === undefined ? annotations.contentOf(document) : readSidecar(text);
    if (!sidecar) return [];
    return problemsOfSidecar(uri, text ?? annotations.textOf(document) ?? '', sidecar, {
      document,
      isThere: !catalogue.ready || catalogue.known.has(document) || catalogue.open.has(document),
      hasSource: key => !catalogue.ready || catalogue.storyOf(document).hasSource(key),
      language,
    });
  }

  #checkConfiguration(uri: string, text: string): CheckedDocument {
    return checkConfiguration(uri, text, this.#grounds.configurations.problemsOf(uri, text));
  }

  /** Of files that are not open only the newest keep their state, so that memory does not grow with the workspace. */
  #stateOf(uri: string): DocumentState {
    const known = this.#states.get(uri);
    if (known) return known;
    const state = new DocumentState();
    this.#states.set(uri, state);
    const { open } = this.#grounds.catalogue;
    let extra = this.#states.size - open.size - CLOSED_STATES;
    for (const other of this.#states.keys()) {
      if (extra <= 0) break;
      if (open.has(other)) continue;
      this.#states.delete(other);
      extra--;
    }
    return state;
  }

  /** Where a draft rests on which Source. */
  uses(uri: string): readonly Use[] {
    return this.#summaryOf(uri).uses;
  }

  /** Whether a draft of the Story rests on the Source with this key. */
  isUsed(story: Story, key: string): boolean {
    return this.#grounds.catalogue.drafts(story.root).some(uri => this.#summaryOf(uri).sources.has(key));
  }

  /** The highest mark of a Story's drafts. */
  draftTlp(story: Story): TlpLevel {
    let highest = 0;
    for (const uri of this.#grounds.catalogue.drafts(story.root)) {
      const level = this.#summaryOf(uri).tlp ?? story.view.defaultTlp;
      highest = Math.max(highest, TLP_LEVELS.indexOf(level));
    }
    return TLP_LEVELS[highest] ?? 'CLEAR';
  }

  #summaryOf(uri: string): DraftSummary {
    const { catalogue } = this.#grounds;
    const { revision } = catalogue;
    const text = catalogue.textOf(uri) ?? '';
    const known = this.#summaries.get(uri);
    if (known && known.revision === revision && known.text === text) return known;
    const view = runToEnd(this.checking(uri))?.view;
    const uses = view ? usesOf(view) : [];
    const tlp = view?.tlp;
    const summary = { revision, text, uses, sources: new Set(uses.map(use => use.key)), ...(tlp ? { tlp } : {}) };
    this.#summaries.set(uri, summary);
    return summary;
  }
}
