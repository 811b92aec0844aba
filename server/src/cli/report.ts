// Owns: what a check of the command line comes to, in the shape of `--format json`, version 1.
// Must not know: how it is written out. Everything in it is redacted.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CheckedDocument, Problem, Workspace } from '../core/engine/types.ts';
import type { Severity } from '../core/rules/types.ts';
import { LineIndex, type Range } from '../core/text/line-index.ts';
import { type Span, shift } from '../core/text/span.ts';
import type { GateData } from './gates.ts';

export interface ReportedEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

export interface ReportedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly text: string;
  readonly fingerprint: string;
  readonly related: readonly {
    readonly path: string;
    readonly start: number;
    readonly end: number;
    readonly range: Range;
    readonly message: string;
  }[];
  readonly fixes: readonly { readonly title: string; readonly kind: 'safe' | 'suggestion'; readonly edits: readonly ReportedEdit[] }[];
}

export interface ReportedFile {
  readonly path: string;
  readonly role: CheckedDocument['role'];
  readonly story: string;
  readonly findings: readonly ReportedFinding[];
  readonly claims: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly score: number;
    readonly support: string;
    readonly citations: readonly string[];
    readonly evidence: readonly {
      readonly source: string;
      readonly path: string;
      readonly start: number;
      readonly end: number;
      readonly score: number;
    }[];
  }[];
  readonly unchecked: readonly { readonly reason: string; readonly start: number | null; readonly end: number | null }[];
}

export interface ReportedProblem {
  readonly path: string;
  readonly range: Range;
  readonly severity: Severity;
  readonly message: string;
}

export interface Report {
  readonly version: 1;
  readonly tables: Readonly<Record<string, string>>;
  readonly files: readonly ReportedFile[];
  readonly problems: readonly ReportedProblem[];
  /** Of the gates that were asked for. */
  readonly gates?: readonly GateData[];
}

/** Builds reports against one working directory and the texts of the files that they point into. */
export class Reporting {
  readonly #workspace: Workspace;
  readonly #workingDirectory: string;
  readonly #lines = new Map<string, LineIndex>();
  readonly #textOf: (uri: string) => string | undefined;

  constructor(workspace: Workspace, workingDirectory: string, textOf: (uri: string) => string | undefined) {
    this.#workspace = workspace;
    this.#workingDirectory = workingDirectory;
    this.#textOf = textOf;
  }

  /** Path from the working directory, with "/". */
  pathOf(uri: string): string {
    const relative = path.relative(this.#workingDirectory, fileURLToPath(uri));
    return (relative === '' ? '.' : relative).split(path.sep).join('/');
  }

  #rangeOf(uri: string, span: Span): Range {
    let lines = this.#lines.get(uri);
    if (!lines) {
      lines = new LineIndex(this.#textOf(uri) ?? '');
      this.#lines.set(uri, lines);
    }
    return lines.range(span);
  }

  file(checked: CheckedDocument): ReportedFile {
    this.#lines.set(checked.uri, checked.lines);
    const redact = (text: string): string => this.#workspace.redact(text);
    return {
      path: this.pathOf(checked.uri),
      role: checked.role,
      story: checked.storyRoot === undefined ? '.' : this.pathOf(checked.storyRoot),
      findings: checked.findings.map(finding => ({
        rule: finding.rule,
        severity: finding.severity,
        message: finding.rendered,
        start: finding.span.start,
        end: finding.span.end,
        range: checked.lines.range(finding.span),
        text: finding.text,
        fingerprint: finding.fingerprint,
        related: finding.related.map(other => ({
          path: this.pathOf(other.uri),
          ...other.span,
          range: this.#rangeOf(other.uri, other.span),
          message: redact(other.message),
        })),
        fixes: finding.fixes.map(fix => ({
          title: redact(fix.title),
          kind: fix.kind,
          edits: fix.edits.map(edit => ({ path: this.pathOf(edit.uri), ...edit.span, newText: redact(edit.newText) })),
        })),
      })),
      claims: checked.claims
        .filter(({ support }) => support.verdict !== 'not-a-claim')
        .map(({ claim, segment, support }) => ({
          ...shift(claim.span, segment.offset),
          type: claim.type,
          score: round(claim.score),
          support: support.verdict,
          citations: support.cited.map(redact),
          evidence: support.matches.map(match => ({
            source: redact(match.passage.source.key),
            path: this.pathOf(match.passage.source.uri),
            ...match.passage.span,
            score: round(match.score),
          })),
        })),
      unchecked: checked.unchecked.map(one => ({ reason: one.reason, start: one.span?.start ?? null, end: one.span?.end ?? null })),
    };
  }

  problem(problem: Problem): ReportedProblem {
    return {
      path: this.pathOf(problem.uri),
      range: problem.span ? this.#rangeOf(problem.uri, problem.span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: problem.severity,
      message: this.#workspace.redact(problem.message),
    };
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
