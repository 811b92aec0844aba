// Owns: findings as workflow commands of GitHub Actions, which become annotations of a pull request.
// Must not know: how a check is done.
import type { Language } from '../../core/text/phrases.ts';
import type { Report } from '../report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' } as const;

/** One command a line; format as GitHub documents it under "workflow commands". */
export function reportGithub(report: Report, language: Language): string {
  const lines: string[] = [];
  for (const { path, range, message } of report.problems) {
    lines.push(
      `::error ${properties({ file: path, line: range.start.line + 1, col: range.start.character + 1, title: `backdraft: ${language.say`not checked`}` })}::${escapeData(message)}`,
    );
  }
  for (const file of report.files) {
    for (const finding of file.findings) {
      const { start, end } = finding.range;
      const place = {
        file: file.path,
        line: start.line + 1,
        endLine: end.line + 1,
        col: start.character + 1,
        endColumn: end.character + 1,
        title: finding.rule,
      };
      lines.push(`::${LEVELS[finding.severity]} ${properties(place)}::${escapeData(finding.message)}`);
    }
  }
  return lines.map(line => `${line}\n`).join('');
}

function properties(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
