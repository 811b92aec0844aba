// Owns: the workspace that hosts get: loading it, what editors and the disk say of files, and who is told of it.
// Must not know: LSP, Node; how extractors, evidence and rules work.

import type { TextEdit } from '../annotations/track.ts';
import type { Anchor, DocumentAnnotations } from '../annotations/types.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import { ENGLISH, type Language, type Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { Annotations, documentOf, isSidecar, sidecarOf } from './annotations.ts';
import { Catalogue, type Known } from './catalogue.ts';
import { CONFIGURATION_FILE } from './configuration.ts';
import { ConfigurationChains } from './configuration-chains.ts';
import { DocumentChecks } from './document-checks.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { addFile, type Intake, indexContent, indexEvidence, loadFolders, lookAt, roleOfFile } from './loading.ts';
import { ProtectedNames } from './protected.ts';
import { Resources } from './resources.ts';
import { isEvidence, roleOfFrontMatter } from './roles.ts';
import { runToEnd, runWithPauses } from './steps.ts';
import { Story } from './story.ts';
import { Tables } from './tables.ts';
import type { CheckedDocument, Checking, IndexProgress, Ports, Problem, Workspace, WorkspaceOptions } from './types.ts';
import { baseName, joinUri, normalUri } from './uri.ts';
import type { Use } from './usage.ts';

/** Files that mean something only where a configuration names them. */
const ONLY_RESOURCES = /\.(?:gz|xml|csv)$/i;

/** Makes a workspace. Nothing is read before `load`. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  return new EngineWorkspace(options);
}

class EngineWorkspace implements Workspace {
  readonly language: Language;
  readonly #ports: Ports;
  readonly #catalogue: Catalogue;
  readonly #configurations: ConfigurationChains;
  readonly #resources: Resources;
  readonly #tables: Tables;
  readonly #annotations: Annotations;
  readonly #protected = new ProtectedNames();
  readonly #checks: DocumentChecks;
  readonly #intake: Intake;
  readonly #listeners = new Set<() => void>();
  #problems: Problem[] = [];
  #loading: Promise<void> = Promise.resolve();
  /** Files that were opened or typed in since the last load began. */
  readonly #typed = new Set<string>();

  constructor({ ports, folders, language = ENGLISH, limits: given }: WorkspaceOptions) {
    const limits = { ...DEFAULT_LIMITS, ...given };
    this.language = language;
    this.#ports = ports;
    this.#catalogue = new Catalogue(folders.map(normalUri), ports.files, root => this.#loneStory(root));
    this.#resources = new Resources(ports.files);
    this.#configurations = new ConfigurationChains(this.#catalogue, this.#resources, language);
    this.#tables = new Tables(ports, this.#resources);
    this.#annotations = new Annotations(ports.files);
    this.#checks = new DocumentChecks({
      catalogue: this.#catalogue,
      configurations: this.#configurations,
      annotations: this.#annotations,
      tables: this.#tables,
      names: this.#protected,
      limits,
      language,
    });
    this.#intake = {
      ports,
      limits,
      catalogue: this.#catalogue,
      configurations: this.#configurations,
      resources: this.#resources,
      makeStory: root => this.#makeStory(root),
      problem: (...problem) => this.#problem(...problem),
    };
  }

  get ready(): boolean {
    return this.#catalogue.ready;
  }

  get revision(): number {
    return this.#catalogue.revision;
  }

  get problems(): readonly Problem[] {
    const { open } = this.#catalogue;
    // An open sidecar is checked like any open file.
    const sidecars = this.#annotations
      .documents()
      .map(sidecarOf)
      .filter(uri => !open.has(uri));
    return [...this.#problems, ...sidecars.flatMap(uri => this.#checks.problemsOfSidecar(uri))];
  }

  problemsOf(uri: string): readonly Problem[] {
    const at = normalUri(uri);
    const own = this.#problems.filter(problem => problem.uri === at);
    return isSidecar(at) && !this.#catalogue.open.has(at) ? [...own, ...this.#checks.problemsOfSidecar(at)] : own;
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  load(onProgress?: (progress: IndexProgress) => void, signal?: { readonly aborted: boolean }): Promise<void> {
    // One load at a time: a second one starts when the first has ended, and sees the newest files.
    // A load that failed was told to who asked for it; the next one begins all the same.
    this.#loading = this.#loading.catch(() => undefined).then(() => this.#load(onProgress, signal));
    return this.#loading;
  }

  async #load(onProgress?: (progress: IndexProgress) => void, signal?: { readonly aborted: boolean }): Promise<void> {
    await this.#tables.load();
    this.#problems = [];
    this.#typed.clear();
    const loaded = await loadFolders(this.#intake, onProgress, signal);
    if (!loaded) return;
    await this.#annotations.load(loaded.sidecars);
    this.#catalogue.replace(loaded.stories, loaded.known);
    this.#gatherProtected();
    this.#checks.dropUnknown();
    this.#changed();
    // What was typed meanwhile may have been read before.
    for (const [uri, { text }] of this.#catalogue.open) if (this.#typed.has(uri)) this.#applied(uri, text);
  }

  #makeStory(root: string): Story {
    const story: Story = new Story(root, {
      knowledge: () => this.#tables.of(story),
      names: this.#protected,
      usage: source => this.#checks.isUsed(story, source.key),
      draftTlp: () => this.#checks.draftTlp(story),
    });
    return story;
  }

  /** The Story of a file outside of every folder, or never saved: nothing is known of its drafts. */
  #loneStory(root: string): Story {
    return new Story(root, {
      knowledge: () => this.#tables.shipped,
      names: this.#protected,
      usage: () => true,
      draftTlp: () => 'RED',
    });
  }

  open(uri: string, text: string, languageId?: string, beside?: string): void {
    const at = normalUri(uri);
    this.#catalogue.open.set(at, { text, languageId, beside: beside && normalUri(beside) });
    this.#applied(at, text);
  }

  change(uri: string, text: string, edits?: readonly TextEdit[]): void {
    const at = normalUri(uri);
    const open = this.#catalogue.open.get(at);
    if (!open) this.open(uri, text);
    if (!open || open.text === text) return;
    this.#annotations.edited(at, open.text, text, edits);
    open.text = text;
    this.#applied(at, text);
  }

  async close(uri: string): Promise<void> {
    const at = normalUri(uri);
    if (!this.#catalogue.open.delete(at)) return;
    this.#checks.drop(at);
    // What was never saved is gone: the file on disk counts again. A load may have read it, and know of it only in the end.
    await this.#loading.catch(() => undefined);
    if (this.#catalogue.known.has(at)) await this.refresh([{ uri: at, kind: 'changed' }]);
  }

  isOpen(uri: string): boolean {
    return this.#catalogue.open.has(normalUri(uri));
  }

  /** The open text of a file has changed: notes and configurations take effect at once. */
  #applied(uri: string, text: string): void {
    this.#typed.add(uri);
    const known = this.#catalogue.known.get(uri);
    if (!this.ready) return;
    if (this.#protected.textChanged(uri, text)) this.#changed();
    if (!known) return;
    if (known.role === 'configuration') {
      this.#configured(uri, known.story);
      return;
    }
    const { file, story } = known;
    const role = roleOfFrontMatter(parseFrontMatter(text)) ?? roleOfFile(file, story);
    if (role !== known.role) this.#catalogue.set({ file, role, story });
    if (isEvidence(role)) {
      this.#problems = this.#problems.filter(problem => problem.uri !== uri);
      if (indexContent(this.#intake, { file, story }, { kind: 'text', text, bom: false }, true)) this.#evidenceChanged();
    } else if (known.role === 'notes') {
      story.removeFile(uri);
      this.#evidenceChanged();
    }
  }

  /** The open text of a configuration has changed. Everything is looked at again where files may have other roles. */
  #configured(uri: string, own: Story): void {
    const rolesOf = (story: Story): string =>
      [String(story.configuration.drafts), String(story.configuration.notes), JSON.stringify(story.resources)].join('\n');
    const before = rolesOf(own);
    for (const story of this.#catalogue.stories.values()) {
      if (story.configurationUri === uri || this.#configurations.has(uri)) this.#configurations.configure(story);
    }
    this.#changed();
    if (before !== rolesOf(own)) void this.load();
  }

  async refresh(changes: readonly { readonly uri: string; readonly kind: 'created' | 'changed' | 'deleted' }[]): Promise<boolean> {
    await this.#loading.catch(() => undefined);
    const catalogue = this.#catalogue;
    let elsewhere = false;
    for (const change of changes) {
      const uri = normalUri(change.uri);
      const known = catalogue.known.get(uri);
      if (this.#resources.uris.has(uri)) {
        await this.load();
        return true;
      }
      if (isSidecar(uri)) {
        // Findings of its document alone change with it, and a check sees that by itself.
        if (await this.#annotations.refresh(uri)) this.#tell();
        continue;
      }
      if (!known && ONLY_RESOURCES.test(uri)) continue;
      if (catalogue.isStructural(uri, change.kind)) {
        await this.load();
        return true;
      }
      // What was wrong with the file before is told anew where it still is.
      this.#problems = this.#problems.filter(problem => problem.uri !== uri);
      if (change.kind === 'deleted') {
        if (known) this.#forget(known);
        elsewhere ||= known !== undefined;
        continue;
      }
      if (!known) {
        elsewhere = (await addFile(this.#intake, uri)) || elsewhere;
        continue;
      }
      if (catalogue.open.has(uri)) continue;
      const entry = await lookAt(this.#intake, known.file, known.story);
      catalogue.set(entry);
      if (isEvidence(entry.role)) {
        await indexEvidence(this.#intake, entry);
        elsewhere = true;
      } else if (known.role === 'notes') {
        known.story.removeFile(uri);
        elsewhere = true;
      }
    }
    if (elsewhere) this.#evidenceChanged();
    return elsewhere;
  }

  #forget({ file, story }: Known): void {
    this.#catalogue.delete(file.uri);
    this.#checks.forget(file.uri);
    story.removeFile(file.uri);
  }

  files(): ReturnType<Workspace['files']> {
    return [...this.#catalogue.known.values()]
      .filter(known => known.role !== 'off')
      .map(known => ({ uri: known.file.uri, role: known.role, storyRoot: known.story.root }))
      .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  }

  check(uri: string): CheckedDocument | undefined {
    return runToEnd(this.checking(uri));
  }

  checking(uri: string): Checking<CheckedDocument | undefined> {
    return this.#checks.checking(normalUri(uri));
  }

  async checkFile(uri: string): Promise<CheckedDocument | undefined> {
    const at = normalUri(uri);
    const ready = this.check(at);
    if (ready) return ready;
    const known = this.#catalogue.known.get(at);
    if (known && known.role !== 'draft') return undefined;
    const content = await this.#catalogue.read(at);
    return content.kind === 'text' ? runWithPauses(this.#checks.checkingText(at, content.text), () => this.#ports.pause()) : undefined;
  }

  storyOf(uri: string): ReturnType<Workspace['storyOf']> {
    const { root, view } = this.#catalogue.storyOf(normalUri(uri));
    return { root, view };
  }

  sourcesOf(storyRoot: string): ReturnType<Workspace['sourcesOf']> {
    return [...(this.#catalogue.stories.get(normalUri(storyRoot))?.view.sources.values() ?? [])];
  }

  textOf(uri: string): string | undefined {
    const at = normalUri(uri);
    const ofSidecar = isSidecar(at) ? this.#annotations.textOf(documentOf(at)) : undefined;
    return this.#catalogue.textOf(at) ?? this.#configurations.textOf(at) ?? ofSidecar;
  }

  annotationsOf(uri: string): DocumentAnnotations {
    const at = normalUri(uri);
    return this.#annotations.of(at, this.textOf(at) ?? '');
  }

  anchorsWritten(uri: string, anchors: ReadonlyMap<string, Anchor>): void {
    this.#annotations.written(normalUri(uri), anchors);
  }

  resources(): readonly string[] {
    return [...this.#resources.uris];
  }

  tables(): Readonly<Record<string, string>> {
    return this.#tables.versions(this.#catalogue.stories.values(), this.#catalogue.folders);
  }

  redact(text: string): string {
    return this.#protected.redact(text);
  }

  findProtected(text: string): ReturnType<Workspace['findProtected']> {
    return this.#protected.find(text);
  }

  drafts(storyRoot: string): readonly string[] {
    return this.#catalogue.drafts(normalUri(storyRoot));
  }

  uses(uri: string): readonly Use[] {
    return this.#checks.uses(normalUri(uri));
  }

  configurationOf(uri: string): { readonly uri: string; readonly text: string | undefined } {
    const { configurationUri, root } = this.#catalogue.storyOf(normalUri(uri));
    const at = configurationUri ?? joinUri(root, CONFIGURATION_FILE);
    return { uri: at, text: this.#configurations.textOf(at) };
  }

  #gatherProtected(): void {
    const sources = [...this.#catalogue.stories.values()].flatMap(story => [...story.index.sources.values()]);
    this.#protected.set(sources, this.#catalogue.texts());
  }

  #problem(uri: string, message: Phrase | string, severity: Problem['severity'], span?: Span): void {
    this.#problems.push({ uri, message: this.language.of(message), severity, ...(span ? { span } : {}) });
    this.#ports.log('warning', this.redact(`${baseName(uri)}: ${ENGLISH.of(message)}`));
  }

  #evidenceChanged(): void {
    this.#gatherProtected();
    this.#changed();
  }

  #changed(): void {
    this.#catalogue.invalidate();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
