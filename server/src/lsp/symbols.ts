// Owns: answering for the outline of a document, and for symbols of the workspace.
// Must not know: what is in an outline, what matches a query.
import {
  type DocumentSymbol,
  LSPErrorCodes,
  ResponseError,
  type SymbolInformation,
  SymbolKind,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import type { CheckedDocument } from '../core/engine/types.ts';
import { findClaims, findSources, matchesQuery, type OutlineSymbol, outlineOf } from '../core/ide/symbols.ts';
import { toLocation, toRange } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** Kinds that every client knows; sections are what editors make of Markdown's headings. */
const KINDS: Readonly<Record<OutlineSymbol['kind'], SymbolKind>> = {
  section: SymbolKind.String,
  claim: SymbolKind.Boolean,
  source: SymbolKind.File,
};

export const documentSymbols: Feature = {
  capabilities: { documentSymbolProvider: { label: 'Backdraft' } },
  register(session) {
    session.connection.onDocumentSymbol(async ({ textDocument }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const outline = outlineOf(checked);
      return session.abilities.hierarchicalSymbols
        ? outline.map(symbol => toDocumentSymbol(session, checked, symbol))
        : outline.flatMap(symbol => toSymbolInformation(session, checked, symbol));
    });
  },
};

function toDocumentSymbol(session: Session, checked: CheckedDocument, symbol: OutlineSymbol): DocumentSymbol {
  const { workspace } = session;
  return {
    name: workspace.redact(symbol.name),
    detail: workspace.redact(session.language.of(symbol.detail)),
    kind: KINDS[symbol.kind],
    range: toRange(session, checked.lines, symbol.span),
    selectionRange: toRange(session, checked.lines, symbol.selection),
    children: symbol.children.map(child => toDocumentSymbol(session, checked, child)),
  };
}

function toSymbolInformation(session: Session, checked: CheckedDocument, symbol: OutlineSymbol, container?: string): SymbolInformation[] {
  const name = session.workspace.redact(symbol.name);
  const location = { uri: session.clientUri(checked.uri), range: toRange(session, checked.lines, symbol.span) };
  return [
    { name, kind: KINDS[symbol.kind], location, ...(container === undefined ? {} : { containerName: container }) },
    ...symbol.children.flatMap(child => toSymbolInformation(session, checked, child, name)),
  ];
}

/** A list as long as this was cut: whoever looks for something types more of it. */
const MOST = 200;

export const workspaceSymbols: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(session) {
    session.connection.onWorkspaceSymbol(async ({ query }, token) => {
      const symbols: WorkspaceSymbol[] = [];
      for await (const symbol of search(session, query.trim())) {
        if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
        if (symbol) symbols.push(symbol);
        if (symbols.length >= MOST) break;
      }
      return symbols;
    });
  },
};

/** Sources first, then claims; of closed drafts only where something is asked for. Undefined now and then, to look up. */
async function* search(session: Session, query: string): AsyncGenerator<WorkspaceSymbol | undefined> {
  const { workspace, host } = session;
  const files = workspace.files();
  for (const root of new Set(files.map(({ storyRoot }) => storyRoot))) {
    const view = files.find(({ storyRoot }) => storyRoot === root);
    const story = view && workspace.storyOf(view.uri)?.view;
    for (const { source, symbol } of story ? findSources(story, query) : []) {
      const location = await toLocation(session, source.uri, symbol.selection);
      if (location) yield toWorkspaceSymbol(session, symbol, location, source.path);
    }
  }
  for (const { uri, role } of files) {
    if (role !== 'draft' || (query === '' && !session.documents.has(uri))) continue;
    await host.pause();
    yield undefined;
    const text = workspace.textOf(uri);
    if (text !== undefined && !matchesQuery(text, query)) continue;
    const checked = await workspace.checkFile(uri);
    if (!checked) continue;
    for (const symbol of findClaims(checked, query)) {
      const location = { uri: session.clientUri(uri), range: toRange(session, checked.lines, symbol.span) };
      yield toWorkspaceSymbol(session, symbol, location, session.language.of(symbol.detail));
    }
  }
}

function toWorkspaceSymbol(
  { workspace }: Session,
  { name, kind }: OutlineSymbol,
  location: WorkspaceSymbol['location'],
  of: string,
): WorkspaceSymbol {
  return { name: workspace.redact(name), kind: KINDS[kind], location, containerName: workspace.redact(of) };
}
