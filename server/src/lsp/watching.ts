// Owns: noticing files that change outside of the editor: through the client's watching, else by their modification times.
// Must not know: what a file means to the engine.
import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent, type FileRename } from 'vscode-languageserver';
import { joinUri, normalUri, parentUri } from '../core/engine/uri.ts';
import type { Diagnostics } from './diagnostics.ts';
import type { Session } from './session.ts';

const WATCHED = ['**/*.{md,markdown,txt,bib,json,jsonl,yaml,yml,pdf,docx,gz,xml,csv}', '**/.gitignore', '**/.backdraft.yaml'];
const NEVER = /\/(?:node_modules|\.git|\.hg|\.svn)\//;
/** Changes within this time are read together: git touches many files at once. */
const TOGETHER = 50;
const LOOK_EVERY = 2000;
/** Milliseconds that a file system may round a modification time by. */
const COARSEST_TIME = 2000;

type Change = { readonly uri: string; readonly kind: 'created' | 'changed' | 'deleted' };

const KINDS: Readonly<Record<FileChangeType, Change['kind']>> = {
  [FileChangeType.Created]: 'created',
  [FileChangeType.Changed]: 'changed',
  [FileChangeType.Deleted]: 'deleted',
};

/** Watches the files of a session until `dispose`. */
export class Watching {
  readonly #session: Session;
  readonly #diagnostics: Diagnostics;
  #pending = new Map<string, Change>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #times: ReadonlyMap<string, string> | undefined;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  #disposed = false;

  constructor(session: Session, diagnostics: Diagnostics) {
    this.#session = session;
    this.#diagnostics = diagnostics;
    session.connection.onDidChangeWatchedFiles(({ changes }) => this.#changed(changes.map(toChange)));
    if (session.abilities.didRenameFiles)
      session.connection.workspace.onDidRenameFiles(({ files }) => this.#changed(files.flatMap(toChanges)));
  }

  /**
   * Asks the client to watch, before `load` reads the workspace: what changes while it reads is read again.
   * Where the client cannot, looks at modification times from then on, and once back at the time of reading.
   */
  async start(load: () => Promise<void>): Promise<void> {
    if (this.#session.abilities.watchFiles) {
      const watchers = WATCHED.map(globPattern => ({ globPattern }));
      await this.#session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      return load();
    }
    const since = Date.now() - COARSEST_TIME;
    await load();
    this.#times = await this.#look();
    const late = [...this.#times].filter(([, time]) => Number.parseFloat(time) >= since);
    this.#changed(late.map(([uri]) => ({ uri, kind: 'created' })));
    this.#lookLater();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#lookTimer);
  }

  #changed(changes: readonly Change[]): void {
    for (const change of changes) if (!NEVER.test(change.uri)) this.#pending.set(change.uri, change);
    if (this.#pending.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#session.quietly(this.#apply()), TOGETHER);
  }

  async #apply(): Promise<void> {
    const changes = [...this.#pending.values()];
    this.#pending = new Map();
    const before = this.#session.workspace.revision;
    const elsewhere = await this.#session.workspace.refresh(changes);
    // A closed draft that changed concerns the workspace report alone; `revision` rises by itself with a refresh.
    if (elsewhere || before !== this.#session.workspace.revision || changes.some(({ uri }) => !this.#session.documents.has(uri))) {
      this.#diagnostics.everythingChanged();
    }
  }

  #lookLater(): void {
    if (this.#disposed) return;
    this.#lookTimer = setTimeout(() => this.#session.quietly(this.#lookAgain().finally(() => this.#lookLater())), LOOK_EVERY);
  }

  async #lookAgain(): Promise<void> {
    const now = await this.#look();
    const before = this.#times ?? new Map();
    this.#times = now;
    this.#changed([
      ...[...now]
        .filter(([uri, time]) => before.get(uri) !== time)
        .map(([uri]): Change => ({ uri, kind: before.has(uri) ? 'changed' : 'created' })),
      ...[...before.keys()].filter(uri => !now.has(uri)).map((uri): Change => ({ uri, kind: 'deleted' })),
    ]);
  }

  /** Sizes and modification times of all files in folders that hold something of interest, and in the folders right inside. */
  async #look(): Promise<ReadonlyMap<string, string>> {
    const { workspace, host, folders } = this.#session;
    const times = new Map<string, string>();
    const places = new Set([...folders.map(normalUri), ...workspace.files().flatMap(({ uri, storyRoot }) => [parentUri(uri), storyRoot])]);
    const inside = new Set<string>();
    for (const folder of places) for (const one of await this.#lookInto(folder, times)) inside.add(one);
    for (const folder of inside) if (!places.has(folder)) await this.#lookInto(folder, times);
    for (const uri of workspace.resources()) {
      const stat = times.has(uri) ? undefined : await host.files.stat(uri);
      if (stat) times.set(uri, `${stat.mtime}:${stat.size}`);
    }
    return times;
  }

  /** Adds the files of a folder to `times`; answers the folders in it. */
  async #lookInto(folder: string, times: Map<string, string>): Promise<readonly string[]> {
    const { host } = this.#session;
    const entries = await host.files.list(folder);
    for (const entry of entries) {
      const uri = joinUri(folder, entry.name);
      if (entry.type !== 'file' || !isWatched(entry.name)) continue;
      const stat = entry.mtime === undefined ? await host.files.stat(uri) : entry;
      times.set(uri, `${stat?.mtime}:${stat?.size}`);
    }
    await host.pause();
    const within = entries.filter(({ type }) => type === 'folder').map(({ name }) => joinUri(folder, name));
    return within.filter(uri => !NEVER.test(`${uri}/`));
  }
}

function toChange({ uri, type }: FileEvent): Change {
  return { uri: normalUri(uri), kind: KINDS[type] ?? 'changed' };
}

function toChanges({ oldUri, newUri }: FileRename): Change[] {
  return [
    { uri: normalUri(oldUri), kind: 'deleted' },
    { uri: normalUri(newUri), kind: 'created' },
  ];
}

function isWatched(name: string): boolean {
  return /\.(?:md|markdown|txt|bib|json|jsonl|ya?ml|pdf|docx)$|^\.gitignore$/i.test(name);
}
