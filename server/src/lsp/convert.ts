// Owns: the only translation between the engine's shapes and LSP's.
// Must not know: when anything is asked for or sent.
import {
  type Diagnostic,
  DiagnosticSeverity,
  type Location,
  type Position,
  type Range,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { CheckedDocument, Problem, SoFar } from '../core/engine/types.ts';
import type { Edit, Severity } from '../core/rules/types.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import type { LineIndex } from '../core/text/line-index.ts';
import type { Span } from '../core/text/span.ts';
import type { DiagnosticData, FindingCounts, ProtocolChanges } from '../protocol.ts';
import type { Session } from './session.ts';

/** `source` of every diagnostic. */
export const SOURCE = 'backdraft';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

type CheckedFinding = SoFar['findings'][number];

/** Range of a span in a text whose lines are given, in the client's encoding. */
export function toRange(session: Session, lines: LineIndex, span: Span): Range {
  return lines.range(span, session.encoding);
}

/** UTF-16 offset of a client's position; clamped into the text. */
export function toOffset(session: Session, lines: LineIndex, position: Position): number {
  return lines.offset(position, session.encoding);
}

/** Span of a client's range; one that runs backwards is turned round. */
export function toSpan(session: Session, lines: LineIndex, { start, end }: Range): Span {
  const a = toOffset(session, lines, start);
  const b = toOffset(session, lines, end);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** A span of any file as a location; undefined where the file cannot be read. */
export async function toLocation(session: Session, uri: string, span: Span): Promise<Location | undefined> {
  const lines = await session.linesOf(uri);
  return lines && { uri: session.clientUri(uri), range: toRange(session, lines, span) };
}

/** Places in any files; those in files that cannot be read are left out. */
export async function toLocations(session: Session, places: readonly { readonly uri: string; readonly span: Span }[]): Promise<Location[]> {
  const locations = await Promise.all(places.map(({ uri, span }) => toLocation(session, uri, span)));
  return locations.filter(location => location !== undefined);
}

/** All findings and problems of a document as diagnostics. */
export async function toDiagnostics(session: Session, checked: CheckedDocument | SoFar): Promise<Diagnostic[]> {
  const lines = await linesOfRelated(session, checked.findings);
  const findings = checked.findings.map(finding => diagnosticOf(session, checked, finding, lines));
  return [...findings, ...checked.problems.map(problem => toProblem(session, problem, checked.lines))];
}

/** A problem with a file as a whole, or with its front matter or configuration, as a diagnostic; without lines at its start. */
export function toProblem(session: Session, { message, severity, span }: Problem, lines?: LineIndex): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: lines && span ? toRange(session, lines, span) : { start, end: start },
    severity: SEVERITIES[severity],
    source: SOURCE,
    message: session.workspace.redact(message),
  };
}

/** Equal strings mean equal diagnostics. */
export function resultIdOf({ resultId, problems }: Pick<CheckedDocument, 'resultId' | 'problems'>): string {
  return problems.length === 0 ? resultId : `${resultId}+${fingerprint(JSON.stringify(problems))}`;
}

/** One finding as a diagnostic. */
export async function toDiagnostic(session: Session, checked: CheckedDocument, finding: CheckedFinding): Promise<Diagnostic> {
  return diagnosticOf(session, checked, finding, await linesOfRelated(session, [finding]));
}

/** Lines of the files that findings point to, each read once. */
async function linesOfRelated(session: Session, findings: readonly CheckedFinding[]): Promise<ReadonlyMap<string, LineIndex>> {
  const lines = new Map<string, LineIndex>();
  if (!session.abilities.relatedInformation) return lines;
  const uris = new Set<string>();
  for (const { related } of findings) for (const { uri } of related) uris.add(uri);
  for (const uri of uris) {
    const known = await session.linesOf(uri);
    if (known) lines.set(uri, known);
  }
  return lines;
}

function diagnosticOf(
  session: Session,
  checked: Pick<SoFar, 'uri' | 'lines'>,
  finding: CheckedFinding,
  linesOf: ReadonlyMap<string, LineIndex>,
): Diagnostic {
  const { codeDescription, relatedInformation } = session.abilities;
  const data: DiagnosticData = { uri: session.clientUri(checked.uri), rule: finding.rule, fingerprint: finding.fingerprint };
  const page = codeDescription ? rulePage(session, finding.rule) : undefined;
  const related: NonNullable<Diagnostic['relatedInformation']> = [];
  for (const { uri, span, message } of relatedInformation ? finding.related : []) {
    const lines = linesOf.get(uri);
    if (lines) related.push({ location: { uri: session.clientUri(uri), range: toRange(session, lines, span) }, message });
  }
  return {
    range: toRange(session, checked.lines, finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: SOURCE,
    message: finding.rendered,
    data,
    ...(page ? { codeDescription: { href: page } } : {}),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** Address of a rule's page, where the pages are at hand. */
export function rulePage({ docs }: Session, rule: string): string | undefined {
  return docs === undefined ? undefined : `${docs.replace(/\/$/, '')}/${rule}.md`;
}

/** A file to make before an edit goes into it. */
export interface NewFile {
  readonly uri: string;
  readonly text: string;
}

/** A file that changes its name after it was edited. */
export interface RenamedFile {
  readonly oldUri: string;
  readonly newUri: string;
}

/**
 * Edits as a workspace edit, with versions where the client wants them. A new file needs a client that can create files,
 * a renamed one a client that can rename them; that comes last, so that clients that ask what a rename changes find it done.
 * Undefined where a file of the edits cannot be read or made.
 */
export async function toWorkspaceEdit(
  session: Session,
  edits: readonly Edit[],
  created: readonly NewFile[] = [],
  renamed: readonly RenamedFile[] = [],
): Promise<WorkspaceEdit | undefined> {
  const byFile = new Map<string, TextEdit[]>();
  for (const { uri, span, newText } of edits) {
    const lines = await session.linesOf(uri);
    if (!lines) return undefined;
    const list = byFile.get(uri) ?? [];
    list.push({ range: toRange(session, lines, span), newText });
    byFile.set(uri, list);
  }
  const { versionedEdits, createFiles, renameFiles } = session.abilities;
  if (created.length > 0 && !(versionedEdits && createFiles)) return undefined;
  if (renamed.length > 0 && !(versionedEdits && renameFiles)) return undefined;
  if (!versionedEdits) return { changes: Object.fromEntries([...byFile].map(([uri, list]) => [session.clientUri(uri), list])) };
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      ...created.flatMap(({ uri, text }) => [
        { kind: 'create' as const, uri, options: { ignoreIfExists: true } },
        { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
      ]),
      ...[...byFile].map(
        ([uri, list]): TextDocumentEdit => ({
          textDocument: { uri: session.clientUri(uri), version: session.versionOf(uri) },
          edits: list,
        }),
      ),
      ...renamed.map(({ oldUri, newUri }) => ({ kind: 'rename' as const, oldUri: session.clientUri(oldUri), newUri })),
    ],
  };
}

/** Edits and new files for a client that asked by a request of ours. Edits of files that cannot be read are left out. */
export async function toChanges(
  session: Session,
  edits: readonly Edit[],
  creates: ProtocolChanges['creates'] = [],
): Promise<ProtocolChanges> {
  const placed = await Promise.all(
    edits.map(async ({ uri, span, newText }) => {
      const place = await toLocation(session, uri, span);
      return place && { ...place, newText };
    }),
  );
  return { edits: placed.filter(edit => edit !== undefined), creates };
}

/** Findings by severity. */
export function countFindings(findings: readonly { readonly severity: Severity }[]): FindingCounts {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** The words of our own Markdown, for clients that show plain text. */
export function withoutMarkup(markdown: string): string {
  return markdown
    .replace(/^> ?/gm, '')
    .replace(/\*\*|~~|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
