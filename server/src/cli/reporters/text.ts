// Owns: findings as text that is a pleasure to read: place, message, source line with carets, fix.
// Must not know: how a check is done.
import { styleText } from 'node:util';
import { type Language, type Phrase, phrase } from '../../core/text/phrases.ts';
import type { Span } from '../../core/text/span.ts';
import type { Report, ReportedFinding } from '../report.ts';

type Style = Parameters<typeof styleText>[0];

export interface TextOptions {
  readonly color: boolean;
  /** Columns to fill at most. */
  readonly width: number;
  readonly language: Language;
  /** Text of a file of the report, not redacted. */
  textOf(path: string): string | undefined;
  /** Protected names in a text; they are shown as ████. */
  findProtected(path: string, text: string): readonly { readonly span: Span }[];
}

const SEVERITY: Readonly<Record<ReportedFinding['severity'], Style>> = { error: 'red', warning: 'yellow', info: 'blue', hint: 'gray' };
const TITLES: Readonly<Record<ReportedFinding['severity'], Phrase>> = {
  error: phrase`error`,
  warning: phrase`warning`,
  info: phrase`note`,
  hint: phrase`hint`,
};

function countOf(severity: ReportedFinding['severity'], count: number): Phrase {
  switch (severity) {
    case 'error':
      return count === 1 ? phrase`1 error` : phrase`${count} errors`;
    case 'warning':
      return count === 1 ? phrase`1 warning` : phrase`${count} warnings`;
    case 'info':
      return count === 1 ? phrase`1 note` : phrase`${count} notes`;
    case 'hint':
      return count === 1 ? phrase`1 hint` : phrase`${count} hints`;
  }
}

/** The whole report, with a summary as its last line. */
export function reportText(report: Report, options: TextOptions): string {
  const { language } = options;
  const paint = (style: Style, text: string): string => (options.color ? styleText(style, text) : text);
  const out: string[] = [];
  for (const problem of report.problems) {
    const { line, character } = problem.range.start;
    out.push(
      `${paint('bold', `${problem.path}:${line + 1}:${character + 1}`)} ${paint(SEVERITY[problem.severity], language.of(TITLES[problem.severity]))}`,
      ...wrap(problem.message, options.width, '  '),
      '',
    );
  }
  for (const file of report.files) {
    const lines = options.textOf(file.path)?.split(/\r\n|\r|\n/) ?? [];
    for (const finding of file.findings) {
      const { line, character } = finding.range.start;
      out.push(
        `${paint('bold', `${file.path}:${line + 1}:${character + 1}`)} ${paint(SEVERITY[finding.severity], language.of(TITLES[finding.severity]))} ${paint('gray', finding.rule)}`,
      );
      out.push(...excerpt(lines[line] ?? '', file.path, finding, options, paint));
      out.push(...wrap(finding.message, options.width, '  '));
      const fix = finding.fixes[0];
      if (fix) out.push(`  ${paint('green', language.of(fix.kind === 'safe' ? phrase`fix` : phrase`suggestion`))} ${fix.title}`);
      out.push('');
    }
  }
  out.push(summary(report, language, paint));
  return `${out.join('\n')}\n`;
}

/** The line that a finding starts on, cut to the width around its words, with carets under them. */
function excerpt(
  raw: string,
  path: string,
  finding: ReportedFinding,
  options: TextOptions,
  paint: (style: Style, text: string) => string,
): string[] {
  const { line, move } = redacted(raw, options.findProtected(path, raw));
  const number = String(finding.range.start.line + 1);
  const room = Math.max(30, options.width - number.length - 6);
  const from = move(finding.range.start.character);
  const oneLine = finding.range.end.line === finding.range.start.line;
  const to = oneLine ? Math.max(move(finding.range.end.character), from + 1) : line.length;
  let cut = 0;
  if (line.length > room) cut = Math.max(0, Math.min(from - Math.floor(room / 4), line.length - room));
  const shown = line.slice(cut, cut + room).replaceAll('\t', ' ');
  const head = cut > 0 ? '…' : '';
  const tail = cut + room < line.length ? '…' : '';
  const gutter = ' '.repeat(number.length);
  const carets = '^'.repeat(Math.max(1, Math.min(to, cut + room) - from));
  return [
    `  ${paint('gray', `${number} │`)} ${head}${shown}${tail}`,
    `  ${gutter} ${paint('gray', '│')} ${' '.repeat(head.length + columns(line.slice(cut, from)))}${paint(SEVERITY[finding.severity], carets)}`,
  ];
}

/** A line with ████ for protected names, and where an offset of it has moved to. */
function redacted(raw: string, names: readonly { readonly span: Span }[]): { readonly line: string; move(offset: number): number } {
  let line = '';
  let from = 0;
  const steps: { readonly at: number; readonly to: number }[] = [{ at: 0, to: 0 }];
  for (const { span } of names) {
    line += `${raw.slice(from, span.start)}████`;
    from = span.end;
    steps.push({ at: span.start, to: line.length - 4 }, { at: span.end, to: line.length });
  }
  line += raw.slice(from);
  return {
    line,
    move(offset) {
      const step = steps.findLast(candidate => candidate.at <= offset) ?? { at: 0, to: 0 };
      return Math.min(step.to + offset - step.at, line.length);
    },
  };
}

/** How many columns a terminal gives to a text: wide East Asian characters take two, combining ones none. */
function columns(text: string): number {
  let sum = 0;
  for (const character of text) {
    if (/\p{Mn}|\p{Me}|\u200b|\u200d|\ufe0f/u.test(character)) continue;
    sum += /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/.test(character)
      ? 2
      : 1;
  }
  return sum;
}

function wrap(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    if (line.length + word.length + 1 > width && line.trim() !== '') {
      lines.push(line);
      line = indent;
    }
    line += line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}

function summary(report: Report, language: Language, paint: (style: Style, text: string) => string): string {
  const findings = report.files.flatMap(file => file.findings);
  const all = [...findings, ...report.problems];
  const drafts = report.files.filter(file => file.role === 'draft').length;
  const counted = drafts === 1 ? phrase`1 draft checked` : phrase`${drafts} drafts checked`;
  const checked = `${language.of(counted)}${claimsText(report, language)}`;
  if (all.length === 0) return `${paint('green', `✓ ${language.say`nothing to report`}`)} (${checked})`;
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .map(severity => [severity, all.filter(one => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => paint(SEVERITY[severity], language.of(countOf(severity, count))));
  const fixable = findings.filter(finding => finding.fixes.some(fix => fix.kind === 'safe')).length;
  return `${counts.join(', ')} (${checked})${fixable > 0 ? `. ${language.say`${fixable} can be fixed with --fix.`}` : '.'}`;
}

/** How the claims of all drafts stand: "12 claims: 6 backed by the notes, 4 with a source named in the text, 2 not checked". */
function claimsText(report: Report, language: Language): string {
  const claims = report.files.flatMap(file => file.claims);
  if (claims.length === 0) return '';
  const count = (...verdicts: readonly string[]): number => claims.filter(claim => verdicts.includes(claim.support)).length;
  const parts = [
    [count('supported'), phrase`backed by the notes`],
    [count('partial'), phrase`backed in part`],
    [count('uncited'), phrase`in the notes but not cited`],
    [count('attributed'), phrase`with a source named in the text`],
    [count('contradicted', 'miscited', 'unsupported'), phrase`not backed`],
    [count('unchecked'), phrase`not checked`],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${language.of(words)}`);
  const counted = claims.length === 1 ? phrase`1 claim` : phrase`${claims.length} claims`;
  return `; ${language.of(counted)}: ${said.join(', ')}`;
}
