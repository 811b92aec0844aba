// Owns: giving findings to the client: pulled by document and workspace, or pushed; telling it when they may have changed.
// Must not know: how findings come about.
import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type RelatedFullDocumentDiagnosticReport,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { documentOf, isSidecar, sidecarOf } from '../core/engine/annotations.ts';
import type { CheckedDocument, Problem, SoFar } from '../core/engine/types.ts';
import { normalUri } from '../core/engine/uri.ts';
import { LineIndex } from '../core/text/line-index.ts';
import { resultIdOf, toDiagnostics, toProblem } from './convert.ts';
import { refreshViews } from './refresh.ts';
import type { Session } from './session.ts';
import { sendEarlyStatus, sendStatus } from './status.ts';

const REFRESH_AFTER = 100;
/** Edits that arrive together are checked together. */
const PUSH_AFTER = 1;

/** Diagnostics of one session. */
export class Diagnostics {
  readonly #session: Session;
  /** What the client may hold of a file is not what its last `resultId` says: it was edited since. */
  readonly #outdated = new Set<string>();
  /** The last request for each document. */
  readonly #lastRequests = new Map<string, object>();
  #changes = 0;
  /** The state of `#changes` that a workspace request was last answered for. */
  #answered = -1;
  #waiting: (() => void)[] = [];
  #refreshTimer: ReturnType<typeof setTimeout> | undefined;
  /** Sidecars that were told with their documents: of those that are gone by now the client must hear, too. */
  readonly #relatedSidecars = new Set<string>();
  /** What was pushed of the sidecars of open documents, by uri of the sidecar. */
  readonly #pushedSidecars = new Map<string, string>();
  readonly #pushTimers = new Map<string, { readonly timer: ReturnType<typeof setTimeout>; readonly stop: CancellationTokenSource }>();

  constructor(session: Session) {
    this.#session = session;
    if (!session.abilities.pullDiagnostics) return;
    const { diagnostics } = session.connection.languages;
    diagnostics.on((params, token) => this.#document(params, token));
    diagnostics.onWorkspace((params, token, _progress, partial) => this.#workspace(params, token, partial));
  }

  /** A document was opened, edited or closed. */
  documentChanged(clientUri: string, how: 'opened' | 'edited' | 'closed'): void {
    const uri = normalUri(clientUri);
    this.#outdated.add(uri);
    if (how === 'closed') {
      this.#wake();
      this.#lastRequests.delete(clientUri);
    }
    if (this.#session.abilities.pullDiagnostics) return;
    if (how !== 'closed') {
      this.#push(uri);
      // What is wrong with a sidecar does not hang on the text of its document.
      if (how === 'opened') this.#session.quietly(this.#pushSidecars());
      return;
    }
    this.#stopPush(uri);
    void this.#session.connection.sendDiagnostics({ uri: clientUri, diagnostics: [] });
    this.#session.quietly(this.#pushSidecars());
  }

  /** Findings of any file may have changed: notes, configuration, tables, settings. Calls in quick succession count as one. */
  everythingChanged(): void {
    this.#wake();
    clearTimeout(this.#refreshTimer);
    this.#refreshTimer = setTimeout(() => this.#refresh(), REFRESH_AFTER);
  }

  dispose(): void {
    clearTimeout(this.#refreshTimer);
    for (const uri of this.#pushTimers.keys()) this.#stopPush(uri);
    this.#wake();
  }

  #refresh(): void {
    refreshViews(this.#session);
    const { abilities, connection, documents } = this.#session;
    if (!abilities.pullDiagnostics) {
      for (const uri of documents.keys()) this.#push(uri);
      this.#session.quietly(this.#pushSidecars());
    } else if (abilities.refreshDiagnostics) {
      connection.languages.diagnostics.refresh();
    }
  }

  async #document(
    { textDocument, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const checked = await this.#soonest(textDocument.uri, token, previousResultId);
    if (!checked) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const resultId = resultIdOf(checked);
    if (!isWhole(checked)) {
      sendEarlyStatus(this.#session, checked);
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await toDiagnostics(this.#session, checked) };
    }
    sendStatus(this.#session, checked);
    const related = this.#relatedTo(checked.uri);
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId, ...related };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await toDiagnostics(this.#session, checked), ...related };
  }

  /** The check of a document, or what is known of a long one so far, if the client can be told to ask again: it is, when more is known. */
  #soonest(uri: string, token: CancellationToken, held: string | undefined): Promise<CheckedDocument | SoFar | undefined> {
    const session = this.#session;
    if (!session.abilities.refreshDiagnostics) return session.check(uri, token);
    const request = {};
    const before = this.#lastRequests.get(uri);
    this.#lastRequests.set(uri, request);
    const isLast = (): boolean => this.#lastRequests.get(uri) === request;
    return new Promise((resolve, reject) => {
      let isAnswered = false;
      let told = held;
      const askAgain = (): void => {
        if (isAnswered && isLast()) session.quietly(Promise.resolve().then(() => session.connection.languages.diagnostics.refresh()));
      };
      const whole = session.check(uri, token, known => {
        const resultId = resultIdOf(known);
        if (resultId === told) return;
        told = resultId;
        askAgain();
        isAnswered = true;
        resolve(known);
      });
      whole.then(
        checked => {
          askAgain();
          if (!checked && isLast()) this.#lastRequests.delete(uri);
          resolve(checked);
        },
        error => {
          // Whoever was answered before goes on waiting for the whole.
          if (!isAnswered && isLast() && before) this.#lastRequests.set(uri, before);
          if (isAnswered) session.quietly(Promise.reject(error));
          reject(error);
        },
      );
    });
  }

  /** The sidecar of a document, for clients that ask for single documents alone. */
  #relatedTo(uri: string): Pick<RelatedFullDocumentDiagnosticReport, 'relatedDocuments'> {
    const { abilities, workspace, documents } = this.#session;
    const sidecar = sidecarOf(uri);
    if (!abilities.relatedDocuments || documents.has(sidecar)) return {};
    if (workspace.textOf(sidecar) !== undefined) this.#relatedSidecars.add(sidecar);
    if (!this.#relatedSidecars.has(sidecar)) return {};
    const items = this.#apart(sidecar, workspace.problemsOf(sidecar));
    return { relatedDocuments: { [sidecar]: { kind: DocumentDiagnosticReportKind.Full, items } } };
  }

  /**
   * Answers at once after a change, and else when something differs from what the client holds: clients ask again
   * as soon as they have an answer.
   * Files are sent one by one where the client takes partial results.
   */
  async #workspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    partial: { report(part: WorkspaceDiagnosticReport): void } | undefined,
  ): Promise<WorkspaceDiagnosticReport> {
    const held = new Map(previousResultIds.map(({ uri, value }) => [normalUri(uri), { uri, value }]));
    for (;;) {
      const changes = this.#changes;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      let news = 0;
      for await (const item of this.#workspaceItems(held, token)) {
        if (item.kind === DocumentDiagnosticReportKind.Full) news++;
        if (partial && item.kind === DocumentDiagnosticReportKind.Full) partial.report({ items: [item] });
        else items.push(item);
      }
      if (news > 0 || this.#answered !== changes) {
        this.#answered = changes;
        return { items };
      }
      if (changes === this.#changes) await this.#untilChange(token);
      if (token.isCancellationRequested) throw cancelled();
    }
  }

  async *#workspaceItems(
    held: ReadonlyMap<string, { readonly uri: string; readonly value: string }>,
    token: CancellationToken,
  ): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
    const { workspace, settings, host } = this.#session;
    if (!workspace.ready) return;
    const problems = groupByUri(workspace.problems.filter(({ uri }) => settings.check.closedFiles || this.#isBesideOpen(uri)));
    const files = settings.check.closedFiles ? workspace.files().map(({ uri }) => uri) : [];
    const seen = new Set([...files, ...problems.keys()]);
    for (const uri of seen) {
      if (token.isCancellationRequested) throw cancelled();
      const document = this.#session.documents.get(uri);
      const checked = document ? await this.#session.check(uri, token).catch(() => undefined) : await this.#checkClosed(uri);
      await host.pause();
      const apart = problems.get(uri) ?? [];
      // What changes while it is checked is asked for again.
      if (!checked && (document || apart.length === 0)) continue;
      const result = { resultId: checked?.resultId ?? '', problems: [...(checked?.problems ?? []), ...apart] };
      const previous = held.get(uri);
      // Nothing to say about a file of which the client holds nothing.
      if (!previous && result.problems.length === 0 && (checked?.findings.length ?? 0) === 0) continue;
      const place = { uri: this.#session.clientUri(uri), version: document?.version ?? null, resultId: resultIdOf(result) };
      const same = previous?.value === place.resultId && !this.#outdated.has(uri);
      if (!document) this.#outdated.delete(uri);
      if (same) {
        yield { kind: DocumentDiagnosticReportKind.Unchanged, ...place };
        continue;
      }
      const found = checked ? await toDiagnostics(this.#session, checked) : [];
      yield {
        kind: DocumentDiagnosticReportKind.Full,
        ...place,
        items: [...found, ...this.#apart(uri, apart)],
      };
    }
    // Files that went away, or are no longer wanted.
    for (const [uri, previous] of held) {
      if (!seen.has(uri) && !this.#session.documents.has(uri) && previous.value !== '') {
        yield { kind: DocumentDiagnosticReportKind.Full, uri: previous.uri, version: null, resultId: '', items: [] };
      }
    }
  }

  /** The check of a file that is not open; all that is to be said of a sidecar stands among the problems of the workspace. */
  async #checkClosed(uri: string): Promise<CheckedDocument | undefined> {
    return isSidecar(uri) ? undefined : this.#session.workspace.checkFile(uri);
  }

  /** Whether a file is the sidecar of an open document. */
  #isBesideOpen(uri: string): boolean {
    return isSidecar(uri) && this.#session.documents.has(documentOf(uri));
  }

  /** Problems of a file that no check of it tells, as diagnostics. */
  #apart(uri: string, problems: readonly Problem[]): Diagnostic[] {
    if (problems.length === 0) return [];
    const text = this.#session.workspace.textOf(uri);
    const lines = text === undefined ? undefined : new LineIndex(text);
    return problems.map(problem => toProblem(this.#session, problem, lines));
  }

  #untilChange(token: CancellationToken): Promise<void> {
    return new Promise(resolve => {
      const listener = token.onCancellationRequested(() => this.#wake());
      this.#waiting.push(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  #wake(): void {
    this.#changes++;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  #push(uri: string): void {
    this.#stopPush(uri);
    const stop = new CancellationTokenSource();
    const timer = setTimeout(() => this.#session.quietly(this.#pushNow(uri, stop.token)), PUSH_AFTER);
    this.#pushTimers.set(uri, { timer, stop });
  }

  /** Pushes what is new of the sidecars beside open documents; one that is open itself is pushed like any document. */
  async #pushSidecars(): Promise<void> {
    const { workspace, documents, connection } = this.#session;
    const found = groupByUri(workspace.problems.filter(({ uri }) => this.#isBesideOpen(uri)));
    for (const uri of new Set([...found.keys(), ...this.#pushedSidecars.keys()])) {
      const diagnostics = this.#apart(uri, found.get(uri) ?? []);
      const now = JSON.stringify(diagnostics);
      if (now === (this.#pushedSidecars.get(uri) ?? '[]')) continue;
      if (diagnostics.length > 0) this.#pushedSidecars.set(uri, now);
      else this.#pushedSidecars.delete(uri);
      if (!documents.has(uri)) await connection.sendDiagnostics({ uri, diagnostics });
    }
  }

  #stopPush(uri: string): void {
    const pending = this.#pushTimers.get(uri);
    clearTimeout(pending?.timer);
    pending?.stop.cancel();
    this.#pushTimers.delete(uri);
  }

  async #pushNow(uri: string, token: CancellationToken): Promise<void> {
    const send = async (found: CheckedDocument | SoFar): Promise<void> => {
      const document = this.#session.documents.get(uri);
      const diagnostics = await toDiagnostics(this.#session, found);
      if (!document || token.isCancellationRequested) return;
      if (isWhole(found)) sendStatus(this.#session, found);
      else sendEarlyStatus(this.#session, found);
      await this.#session.connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
    };
    let told = '';
    const checked = await this.#session.check(uri, token, known => {
      const resultId = resultIdOf(known);
      if (resultId === told) return;
      told = resultId;
      this.#session.quietly(send(known));
    });
    if (checked) await send(checked);
  }
}

function isWhole(found: CheckedDocument | SoFar): found is CheckedDocument {
  return 'claims' in found;
}

function groupByUri(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) groups.set(problem.uri, [...(groups.get(problem.uri) ?? []), problem]);
  return groups;
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
}
