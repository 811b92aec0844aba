// Owns: the state of all folders: Stories, configuration, notes, drafts, what is open; and their checks.
// Must not know: LSP, Node; how extractors, evidence and rules work.

import type { TextEdit } from '../annotations/track.ts';
import type { DocumentAnnotations } from '../annotations/types.ts';
import type { TlpLevel } from '../extract/facts.ts';
import { TLP_LEVELS } from '../extract/tlp.ts';
import { type Knowledge, NO_KNOWLEDGE, TABLES, withTable } from '../knowledge/knowledge.ts';
import { RULES } from '../rules/registry.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import { ENGLISH, type Language, type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { Annotations, isSidecar } from './annotations.ts';
import { checkConfiguration, checkingDocument, checkOff, DocumentState } from './check.ts';
import {
  CONFIGURATION_FILE,
  type ConfigurationFile,
  type ConfigurationProblem,
  readConfiguration,
  resolveConfiguration,
} from './configuration.ts';
import { discover, type FoundFile, isWorthKnowing } from './discovery.ts';
import { GitIgnore } from './gitignore.ts';
import { ProtectedNames } from './protected.ts';
import { Resources, resourcesOf } from './resources.ts';
import { markupOf, type Role, roleOfFrontMatter, roleOfPath } from './roles.ts';
import { Story } from './story.ts';
import type { CheckedDocument, FileContent, IndexProgress, Limits, Problem, Workspace, WorkspaceOptions } from './types.ts';
import { baseName, isUntitled, isWithin, joinUri, normalUri, parentUri, relativePath, resolvePath, targetOfUntitled } from './uri.ts';
import { type Use, usesOf } from './usage.ts';

const DEFAULT_LIMITS: Limits = { maxDraftLength: 3_000_000, maxNoteLength: 5_000_000, maxFiles: 50_000 };
/** Bytes that may hold `maxDraftLength` or `maxNoteLength` units. */
const MAX_BYTES = 24_000_000;
const UNITS_BETWEEN_PAUSES = 8;
/** Checks of files that are not open whose state is kept. */
const CLOSED_STATES = 40;
/** Files that mean something only where a configuration names them. */
const ONLY_RESOURCES = /\.(?:gz|xml|csv)$/i;

interface Known {
  readonly file: FoundFile;
  readonly role: Role;
  readonly story: Story;
  /** Text on disk, kept for drafts of Stories that are not dormant. */
  readonly text?: string;
}

interface DraftSummary {
  readonly revision: number;
  readonly text: string;
  /** Where it rests on which Source, and the keys of those. */
  readonly uses: readonly Use[];
  readonly sources: ReadonlySet<string>;
  readonly tlp?: TlpLevel;
}

interface OpenFile {
  text: string;
  readonly languageId: string | undefined;
  /** Of what was never saved: the file that it was begun beside. */
  readonly beside: string | undefined;
}

/** Makes a workspace. Nothing is read before `load`. */
export function createWorkspace(options: WorkspaceOptions): Workspace {
  return new EngineWorkspace(options);
}

class EngineWorkspace implements Workspace {
  readonly language: Language;
  readonly #options: WorkspaceOptions;
  readonly #limits: Limits;
  readonly #folders: readonly string[];
  #stories = new Map<string, Story>();
  #known = new Map<string, Known>();
  /** Text of configurations, the nearest of a Story and those that it extends. */
  #configurations = new Map<string, string>();
  readonly #open = new Map<string, OpenFile>();
  readonly #states = new Map<string, DocumentState>();
  readonly #listeners = new Set<() => void>();
  readonly #protected = new ProtectedNames();
  readonly #resources: Resources;
  readonly #annotations: Annotations;
  readonly #summaries = new Map<string, DraftSummary>();
  #knowledge: Knowledge = NO_KNOWLEDGE;
  #problems: Problem[] = [];
  #ready = false;
  #revision = 0;
  #loading: Promise<void> = Promise.resolve();

  constructor(options: WorkspaceOptions) {
    this.#options = options;
    this.language = options.language ?? ENGLISH;
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#folders = options.folders.map(normalUri);
    this.#resources = new Resources(options.ports.files);
    this.#annotations = new Annotations(options.ports.files);
  }

  get ready(): boolean {
    return this.#ready;
  }

  get revision(): number {
    return this.#revision;
  }

  get problems(): readonly Problem[] {
    return [...this.#problems, ...this.#annotations.problems(uri => this.#known.has(uri) || this.#open.has(uri), this.language)];
  }

  onDidChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  load(onProgress?: (progress: IndexProgress) => void, signal?: { readonly aborted: boolean }): Promise<void> {
    // One load at a time: a second one starts when the first has ended, and sees the newest files.
    this.#loading = this.#loading.then(() => this.#load(onProgress, signal));
    return this.#loading;
  }

  async #load(onProgress?: (progress: IndexProgress) => void, signal?: { readonly aborted: boolean }): Promise<void> {
    const { ports } = this.#options;
    const aborted = (): boolean => signal?.aborted === true;
    await this.#loadTables();
    this.#problems = [];
    const known = new Map<string, Known>();
    const stories = new Map<string, Story>();
    const found: FoundFile[] = [];
    const sidecars: string[] = [];
    for (const folder of this.#folders) {
      const result = await discover(folder, ports.files, {
        maxFiles: this.#limits.maxFiles,
        pause: ports.pause,
        ...(signal ? { signal } : {}),
      });
      found.push(...result.files);
      sidecars.push(...result.sidecars);
      if (result.truncated) {
        this.#problem(folder, phrase`This folder holds more than ${this.#limits.maxFiles} files. The rest is not checked.`, 'warning');
      }
      for (const [root, { configuration, hasNotesFolder }] of result.stories) {
        const story: Story = new Story(root, {
          knowledge: () => this.#knowledgeOf(story),
          names: this.#protected,
          usage: (source): boolean => this.#isUsed(story, source),
          draftTlp: (): TlpLevel => this.#draftTlp(story),
        });
        story.hasNotesFolder = hasNotesFolder;
        if (configuration) story.configurationUri = configuration;
        stories.set(root, story);
      }
    }
    if (aborted()) return;
    const chains = new Set<string>();
    for (const story of stories.values()) {
      if (story.configurationUri) for (const uri of await this.#loadConfigurationChain(story.configurationUri)) chains.add(uri);
      this.#configure(story);
    }
    await this.#resources.load([...stories.values()].flatMap(story => story.resources));
    // Again, with the words of the vocabularies.
    for (const story of stories.values()) this.#configure(story);
    const own = new Set(found.map(file => file.uri));
    for (const uri of chains) if (!own.has(uri) || baseName(uri) !== CONFIGURATION_FILE) this.#tellOfBase(uri);
    for (const file of found) {
      const story = stories.get(file.storyRoot);
      if (story && roleOfPath(file.path, story.configuration) === 'bibliography') story.hasBibliography = true;
    }
    // Everything is built aside and takes the place of the old state at once: what is asked meanwhile gets the old answers.
    const evidence: Known[] = [];
    for (const [i, file] of found.entries()) {
      if (aborted()) return;
      if (i % UNITS_BETWEEN_PAUSES === 0) await ports.pause();
      const story = stories.get(file.storyRoot) as Story;
      const entry = await this.#look(file, story);
      known.set(file.uri, entry);
      if (entry.role === 'notes' || entry.role === 'bibliography') evidence.push(entry);
    }
    let done = 0;
    onProgress?.({ done, total: evidence.length });
    for (const entry of evidence) {
      if (aborted()) return;
      await this.#index(entry);
      done++;
      if (done % UNITS_BETWEEN_PAUSES === 0) {
        onProgress?.({ done, total: evidence.length });
        await ports.pause();
      }
    }
    onProgress?.({ done, total: evidence.length });
    await this.#annotations.load(sidecars);
    this.#stories = stories;
    this.#known = known;
    this.#gatherProtected();
    this.#ready = true;
    for (const uri of [...this.#states.keys()]) if (!this.#open.has(uri) && !known.has(uri)) this.#states.delete(uri);
    this.#changed();
  }

  async #loadTables(): Promise<void> {
    for (const name of TABLES) {
      if (this.#knowledge.versions?.[name] !== undefined) continue;
      const text = await this.#options.ports.loadTable(name);
      if (text === undefined) continue;
      this.#knowledge = withTable(this.#knowledge, name, text);
    }
  }

  /** A configuration that others extend is no document of its own, so its faults are told apart. */
  #tellOfBase(uri: string): void {
    const text = this.#open.get(uri)?.text ?? this.#configurations.get(uri);
    if (text === undefined) return;
    for (const { span, message, severity } of this.#configurationProblems(uri, text))
      this.#problem(uri, message, severity ?? 'error', span);
  }

  /** What is wrong with a configuration, and with the files that it names. */
  #configurationProblems(uri: string, text: string): readonly ConfigurationProblem[] {
    const { language } = this;
    const file = readConfiguration(text, RULES, language);
    const missing = file.paths.filter(({ key, path }) => {
      const base = resolvePath(uri, path);
      return key === 'extends' && this.#ready && !this.#configurations.has(base) && !this.#open.has(base);
    });
    return [
      ...file.problems,
      ...this.#resources.problemsOf(uri, file, language),
      ...missing.map(({ path, span }) => ({ span, message: language.say`There is no configuration "${path}" to build on.` })),
    ];
  }

  #knowledgeOf(story: Story): Knowledge {
    return this.#resources.knowledge(this.#knowledge, story.resources);
  }

  /** Reads a configuration and all that it extends; cycles end where they began. Answers their uris. */
  async #loadConfigurationChain(uri: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (let at: string | undefined = uri; at && !seen.has(at); ) {
      seen.add(at);
      const content = await this.#read(at);
      if (content.kind !== 'text') {
        this.#configurations.delete(at);
        break;
      }
      this.#configurations.set(at, content.text);
      const base: unknown = readConfiguration(content.text, RULES).values.extends;
      at = typeof base === 'string' ? resolvePath(at, base) : undefined;
    }
    return seen;
  }

  /** Sets a Story's configuration from the texts at hand. */
  #configure(story: Story): void {
    const chain: { readonly uri: string; readonly file: ConfigurationFile }[] = [];
    const seen = new Set<string>();
    for (let at = story.configurationUri; at && !seen.has(at); ) {
      seen.add(at);
      const text = this.#open.get(at)?.text ?? this.#configurations.get(at);
      if (text === undefined) break;
      const file = readConfiguration(text, RULES);
      chain.push({ uri: at, file });
      const base: unknown = file.values.extends;
      at = typeof base === 'string' ? resolvePath(at, base) : undefined;
    }
    story.resources = resourcesOf(chain);
    const configuration = resolveConfiguration(
      chain.map(({ file }) => file),
      RULES,
    );
    story.configure({ ...configuration, terms: this.#resources.terms(configuration.terms, story.resources) }, chain.length > 0);
  }

  async #read(uri: string): Promise<FileContent> {
    const open = this.#open.get(uri);
    if (open) return { kind: 'text', text: open.text, bom: false };
    return this.#options.ports.files.read(uri, { maxBytes: MAX_BYTES });
  }

  /** Role of a file, which front matter may change. Drafts of working Stories keep their text. */
  async #look(file: FoundFile, story: Story): Promise<Known> {
    if (this.#resources.uris.has(file.uri)) return { file, role: 'off', story };
    let role = roleOfPath(file.path, story.configuration);
    if (role === 'draft' && file.ignored) role = 'off';
    const canSay = (role === 'draft' || role === 'notes' || role === 'off') && /\.(?:md|markdown|txt)$/i.test(file.path) && !file.ignored;
    if (!canSay) return { file, role, story };
    const content = await this.#read(file.uri);
    if (content.kind !== 'text') {
      if (role === 'draft' && content.kind === 'problem') this.#problem(file.uri, unreadable(content.problem, content.detail), 'warning');
      return { file, role, story };
    }
    role = roleOfFrontMatter(parseFrontMatter(content.text)) ?? role;
    if (role === 'notes') story.hasNotes = true;
    return role === 'draft' && !story.dormant ? { file, role, story, text: content.text } : { file, role, story };
  }

  async #index(entry: Known): Promise<void> {
    const content = await this.#read(entry.file.uri);
    if (content.kind === 'problem' && content.problem !== 'binary') {
      this.#problem(entry.file.uri, unreadable(content.problem, content.detail), 'warning');
    }
    const text = content.kind === 'text' ? content.text : undefined;
    const limit = entry.story.configuration.limits.note ?? this.#limits.maxNoteLength;
    if (text !== undefined && text.length > limit) {
      entry.story.indexFile(entry.file, { kind: 'problem', problem: 'too-large', detail: phrase`${text.length} characters` });
      this.#problem(entry.file.uri, tooLong(text.length, limit, 'note'), 'warning');
      return;
    }
    entry.story.indexFile(entry.file, content);
  }

  open(uri: string, text: string, languageId?: string, beside?: string): void {
    const at = normalUri(uri);
    this.#open.set(at, { text, languageId, beside: beside && normalUri(beside) });
    this.#applied(at);
  }

  change(uri: string, text: string, edits?: readonly TextEdit[]): void {
    const at = normalUri(uri);
    const open = this.#open.get(at);
    if (!open) this.open(uri, text);
    if (!open || open.text === text) return;
    this.#annotations.edited(at, open.text, text, edits);
    open.text = text;
    this.#applied(at);
  }

  async close(uri: string): Promise<void> {
    const at = normalUri(uri);
    if (!this.#open.delete(at)) return;
    this.#states.delete(at);
    // What was never saved is gone: the file on disk counts again.
    if (this.#known.has(at)) await this.refresh([{ uri: at, kind: 'changed' }]);
  }

  isOpen(uri: string): boolean {
    return this.#open.has(normalUri(uri));
  }

  /** The open text of a file has changed: notes and configurations take effect at once. */
  #applied(uri: string): void {
    const open = this.#open.get(uri) as OpenFile;
    const known = this.#known.get(uri);
    if (!this.#ready) return;
    if (this.#protected.textChanged(uri, open.text)) this.#changed();
    if (!known) return;
    if (known.role === 'configuration') {
      const before = known.story.configuration;
      const resources = JSON.stringify(known.story.resources);
      for (const story of this.#stories.values()) {
        if (story.configurationUri === uri || this.#configurations.has(uri)) this.#configure(story);
      }
      this.#changed();
      const after = known.story.configuration;
      if (
        String(before.drafts) !== String(after.drafts) ||
        String(before.notes) !== String(after.notes) ||
        resources !== JSON.stringify(known.story.resources)
      )
        void this.load();
      return;
    }
    const role = roleOfFrontMatter(parseFrontMatter(open.text)) ?? this.#pathRole(known);
    if (role !== known.role) this.#known.set(uri, { file: known.file, role, story: known.story });
    if (role === 'notes' || role === 'bibliography') {
      if (known.story.indexFile(known.file, { kind: 'text', text: open.text, bom: false }, true)) {
        this.#gatherProtected();
        this.#changed();
      }
    } else if (known.role === 'notes') {
      known.story.removeFile(uri);
      this.#gatherProtected();
      this.#changed();
    }
  }

  #pathRole(known: Known): Role {
    const role = roleOfPath(known.file.path, known.story.configuration);
    return role === 'draft' && known.file.ignored ? 'off' : role;
  }

  async refresh(changes: readonly { readonly uri: string; readonly kind: 'created' | 'changed' | 'deleted' }[]): Promise<boolean> {
    await this.#loading;
    let elsewhere = false;
    for (const change of changes) {
      const uri = normalUri(change.uri);
      const known = this.#known.get(uri);
      if (this.#resources.uris.has(uri)) {
        await this.load();
        return true;
      }
      if (isSidecar(uri)) {
        // Findings of its document alone change with it, and a check sees that by itself.
        if (await this.#annotations.refresh(uri)) for (const listener of this.#listeners) listener();
        continue;
      }
      if (!known && ONLY_RESOURCES.test(uri)) continue;
      if (this.#isStructural(uri, known, change.kind)) {
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
        elsewhere = (await this.#add(uri)) || elsewhere;
        continue;
      }
      if (this.#open.has(uri)) continue;
      const entry = await this.#look(known.file, known.story);
      this.#known.set(uri, entry);
      if (entry.role === 'notes' || entry.role === 'bibliography') {
        await this.#index(entry);
        elsewhere = true;
      } else if (known.role === 'notes') {
        known.story.removeFile(uri);
        elsewhere = true;
      }
    }
    if (elsewhere) {
      this.#gatherProtected();
      this.#changed();
    }
    return elsewhere;
  }

  /** Whether a change on disk may move files between Stories and roles: then everything is looked at again. */
  #isStructural(uri: string, known: Known | undefined, kind: 'created' | 'changed' | 'deleted'): boolean {
    if (known?.role === 'configuration' || baseName(uri) === CONFIGURATION_FILE || baseName(uri) === '.gitignore') return this.#isOurs(uri);
    if (known && kind !== 'deleted') return false;
    if (known) {
      // Without its last evidence a Story may fall dormant.
      return known.role !== 'draft' && known.role !== 'off' && this.#evidenceOf(known.story).length <= 1;
    }
    if (!isWorthKnowing(baseName(uri))) {
      // A folder, perhaps.
      return kind === 'deleted'
        ? [...this.#known.keys()].some(file => isWithin(uri, file))
        : !baseName(uri).includes('.') && this.#isOurs(uri);
    }
    if (kind === 'deleted' || !this.#isOurs(uri)) return false;
    const story = this.#storyOf(uri);
    const folders = (relativePath(story.root, uri) ?? '').split('/').slice(0, -1);
    return (
      !this.#stories.has(story.root) ||
      story.dormant ||
      folders.lastIndexOf('notes') > 0 ||
      (folders[0] === 'notes' && !story.hasNotesFolder)
    );
  }

  #isOurs(uri: string): boolean {
    return this.#folders.some(folder => isWithin(folder, uri));
  }

  #evidenceOf(story: Story): readonly Known[] {
    return [...this.#known.values()].filter(known => known.story === story && (known.role === 'notes' || known.role === 'bibliography'));
  }

  #forget({ file, story }: Known): void {
    this.#known.delete(file.uri);
    this.#states.delete(file.uri);
    this.#summaries.delete(file.uri);
    story.removeFile(file.uri);
  }

  /** Takes in a new file of a Story that stands. Answers whether other files may be affected. */
  async #add(uri: string): Promise<boolean> {
    const story = this.#storyOf(uri);
    const path = relativePath(story.root, uri);
    if (!this.#isOurs(uri) || !isWorthKnowing(baseName(uri)) || path === undefined) return false;
    if (path.split('/').some(part => part.startsWith('.') || part === 'node_modules')) return false;
    const entry = await this.#look({ uri, storyRoot: story.root, path, ignored: await this.#isIgnored(uri) }, story);
    this.#known.set(uri, entry);
    if (entry.role === 'notes' || entry.role === 'bibliography') await this.#index(entry);
    return entry.role !== 'off';
  }

  /** Whether git ignores a file, by the ignore files from its workspace folder down. */
  async #isIgnored(uri: string): Promise<boolean> {
    const top = this.#folders.find(folder => isWithin(folder, uri)) ?? parentUri(uri);
    const parts = (relativePath(top, uri) ?? '').split('/');
    let git = new GitIgnore();
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const content = await this.#options.ports.files.read(joinUri(top, ...parts.slice(0, depth), '.gitignore'), { maxBytes: 1 << 20 });
      if (content.kind === 'text') git = git.add(folder, content.text);
      const isLast = depth === parts.length - 1;
      if (git.ignores(`${parts.slice(0, depth + 1).join('/')}${isLast ? '' : '/'}`)) return true;
    }
    return false;
  }

  files(): ReturnType<Workspace['files']> {
    return [...this.#known.values()]
      .filter(known => known.role !== 'off')
      .map(known => ({ uri: known.file.uri, role: known.role, storyRoot: known.story.root }))
      .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  }

  check(uri: string): CheckedDocument | undefined {
    const steps = this.checking(uri);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  *checking(uri: string): Generator<void, CheckedDocument | undefined> {
    const at = normalUri(uri);
    const open = this.#open.get(at);
    const known = this.#known.get(at);
    const text =
      open?.text ?? known?.text ?? (known?.role === 'notes' || known?.role === 'bibliography' ? known.story.textOf(at) : undefined);
    if (text === undefined)
      return known?.role === 'configuration' ? this.#checkConfiguration(at, this.#configurations.get(at) ?? '') : undefined;
    return yield* this.#checkText(at, text, known, open?.languageId);
  }

  async checkFile(uri: string): Promise<CheckedDocument | undefined> {
    const at = normalUri(uri);
    const ready = this.check(at);
    if (ready) return ready;
    const known = this.#known.get(at);
    if (known && known.role !== 'draft') return undefined;
    const content = await this.#read(at);
    if (content.kind !== 'text') return undefined;
    const steps = this.#checkText(at, content.text, known, undefined);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.#options.ports.pause();
    }
  }

  *#checkText(
    uri: string,
    text: string,
    known: Known | undefined,
    languageId: string | undefined,
  ): Generator<void, CheckedDocument | undefined> {
    const story = known?.story ?? this.#storyOf(uri);
    const path = known?.file.path ?? relativePath(story.root, uri) ?? baseName(uri);
    let role = known?.role ?? (isUntitled(uri) ? 'draft' : roleOfPath(path, story.configuration));
    if (role === 'configuration') return this.#checkConfiguration(uri, text);
    if (role !== 'bibliography') role = roleOfFrontMatter(parseFrontMatter(text)) ?? role;
    if (role === 'off') return checkOff(uri, text, this.language.say`This file is neither a draft nor notes.`);
    const limit =
      role === 'draft'
        ? (story.configuration.limits.draft ?? this.#limits.maxDraftLength)
        : (story.configuration.limits.note ?? this.#limits.maxNoteLength);
    if (text.length > limit) {
      return checkOff(uri, text, this.language.of(tooLong(text.length, limit, role === 'draft' ? 'draft' : 'note')), true);
    }
    let state = this.#states.get(uri);
    if (!state) {
      state = new DocumentState();
      this.#states.set(uri, state);
      this.#dropStates();
    }
    return yield* checkingDocument(state, {
      uri,
      path,
      text,
      role,
      markup: markupOf(path, languageId),
      story,
      ready: this.#ready,
      revision: this.#revision,
      knowledge: this.#knowledgeOf(story),
      redact: value => this.redact(value),
      language: this.language,
      rules: RULES,
      annotations: this.#annotations.of(uri, text).annotations,
    });
  }

  /** Of files that are not open only the newest keep their state, so that memory does not grow with the workspace. */
  #dropStates(): void {
    let extra = this.#states.size - this.#open.size - CLOSED_STATES;
    for (const uri of this.#states.keys()) {
      if (extra <= 0) return;
      if (this.#open.has(uri)) continue;
      this.#states.delete(uri);
      extra--;
    }
  }

  #checkConfiguration(uri: string, text: string): CheckedDocument {
    return checkConfiguration(uri, text, this.#configurationProblems(uri, text));
  }

  /** The Story of a file that no walk has found: outside of every folder, new, or never saved. */
  #storyOf(uri: string): Story {
    const best = isUntitled(uri) ? this.#storyOfUntitled(uri) : this.#storyAround(uri);
    if (best) return best;
    const story = new Story(parentUri(uri), {
      knowledge: () => this.#knowledge,
      names: this.#protected,
      usage: () => true,
      draftTlp: () => 'RED',
    });
    story.configure(resolveConfiguration([], RULES), false);
    return story;
  }

  #storyAround(uri: string): Story | undefined {
    let best: Story | undefined;
    for (const story of this.#stories.values()) {
      if (isWithin(story.root, uri) && story.root.length > (best?.root.length ?? -1)) best = story;
    }
    return best;
  }

  /** What was never saved belongs where it is to be saved, else to the Story that it was begun in, else to the only one with evidence. */
  #storyOfUntitled(uri: string): Story | undefined {
    const { beside = '' } = this.#open.get(uri) ?? {};
    const [only, ...others] = [...this.#stories.values()].filter(story => !story.dormant);
    return this.#storyAround(targetOfUntitled(uri)) ?? this.#storyAround(beside) ?? (others.length === 0 ? only : undefined);
  }

  storyOf(uri: string): ReturnType<Workspace['storyOf']> {
    const at = normalUri(uri);
    const story = this.#known.get(at)?.story ?? this.#storyOf(at);
    return { root: story.root, view: story.view };
  }

  sourcesOf(storyRoot: string): ReturnType<Workspace['sourcesOf']> {
    return [...(this.#stories.get(normalUri(storyRoot))?.view.sources.values() ?? [])];
  }

  textOf(uri: string): string | undefined {
    const at = normalUri(uri);
    const known = this.#known.get(at);
    return this.#open.get(at)?.text ?? known?.text ?? known?.story.textOf(at) ?? this.#configurations.get(at);
  }

  annotationsOf(uri: string): DocumentAnnotations {
    const at = normalUri(uri);
    return this.#annotations.of(at, this.textOf(at) ?? '');
  }

  resources(): readonly string[] {
    return [...this.#resources.uris];
  }

  tables(): Readonly<Record<string, string>> {
    const shipped = this.#knowledge.versions ?? {};
    const tables: Record<string, string> = { ...shipped };
    for (const story of this.#stories.values()) {
      const folder = this.#folders.map(one => relativePath(one, story.root)).find(path => path !== undefined) ?? '.';
      for (const [name, version] of Object.entries(this.#knowledgeOf(story).versions ?? {}))
        if (version !== shipped[name]) tables[name] = `${tables[name] ?? ''}; ${version} in ${folder}`.replace(/^; /, '');
    }
    return tables;
  }

  redact(text: string): string {
    return this.#protected.redact(text);
  }

  findProtected(text: string): ReturnType<Workspace['findProtected']> {
    return this.#protected.find(text);
  }

  #isUsed(story: Story, source: { readonly key: string }): boolean {
    return this.drafts(story.root).some(uri => this.#summaryOf(uri).sources.has(source.key));
  }

  /** What a Story's notes need to know of a draft; kept apart from its state, which is large. */
  #summaryOf(uri: string): DraftSummary {
    const text = this.textOf(uri) ?? '';
    const known = this.#summaries.get(uri);
    if (known && known.revision === this.#revision && known.text === text) return known;
    const view = this.check(uri)?.view;
    const uses = view ? usesOf(view) : [];
    const tlp = view?.tlp;
    const summary = { revision: this.#revision, text, uses, sources: new Set(uses.map(use => use.key)), ...(tlp ? { tlp } : {}) };
    this.#summaries.set(uri, summary);
    return summary;
  }

  /** The highest mark of a Story's drafts. */
  #draftTlp(story: Story): TlpLevel {
    let highest = 0;
    for (const uri of this.drafts(story.root)) {
      const level = this.#summaryOf(uri).tlp ?? story.view.defaultTlp;
      highest = Math.max(highest, TLP_LEVELS.indexOf(level));
    }
    return TLP_LEVELS[highest] ?? 'CLEAR';
  }

  drafts(storyRoot: string): readonly string[] {
    const root = normalUri(storyRoot);
    return [...this.#known.values()].filter(known => known.story.root === root && known.role === 'draft').map(known => known.file.uri);
  }

  uses(uri: string): readonly Use[] {
    return this.#summaryOf(normalUri(uri)).uses;
  }

  configurationOf(uri: string): { readonly uri: string; readonly text: string | undefined } {
    const at = normalUri(uri);
    const story = this.#known.get(at)?.story ?? this.#storyOf(at);
    const configurationUri = story.configurationUri ?? joinUri(story.root, CONFIGURATION_FILE);
    return { uri: configurationUri, text: this.#open.get(configurationUri)?.text ?? this.#configurations.get(configurationUri) };
  }

  #gatherProtected(): void {
    const sources = [...this.#stories.values()].flatMap(story => [...story.index.sources.values()]);
    const texts = new Map<string, string>();
    for (const [uri, known] of this.#known) {
      const text = this.#open.get(uri)?.text ?? known.text ?? known.story.textOf(uri);
      if (text !== undefined) texts.set(uri, text);
    }
    for (const [uri, open] of this.#open) texts.set(uri, open.text);
    this.#protected.set(sources, texts);
  }

  #problem(uri: string, message: Phrase | string, severity: Problem['severity'], span?: Span): void {
    this.#problems.push({ uri, message: this.language.of(message), severity, ...(span ? { span } : {}) });
    this.#options.ports.log('warning', this.redact(`${baseName(uri)}: ${ENGLISH.of(message)}`));
  }

  #changed(): void {
    this.#revision++;
    for (const story of this.#stories.values()) story.invalidate();
    for (const listener of this.#listeners) listener();
  }
}

function tooLong(length: number, limit: number, which: 'draft' | 'note'): Phrase {
  return phrase`This file has ${length} characters, more than the limit of ${limit}. Raise limits.${which} to check it.`;
}

function unreadable(problem: string, detail: Phrase | string): Phrase {
  switch (problem) {
    case 'encoding':
      return phrase`This file is not UTF-8 text, so it is not checked (${detail}).`;
    case 'binary':
      return phrase`This file is not text, so it is not checked.`;
    case 'too-large':
      return phrase`This file is too large, so it is not checked (${detail}).`;
    case 'missing':
      return phrase`This file is no longer there.`;
    default:
      return phrase`This file could not be read, so it is not checked (${detail}).`;
  }
}
