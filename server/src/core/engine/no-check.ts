// Owns: what is answered for files that are not read as drafts or notes: those that are off, too large, or configuration.
// Must not know: segments, rules, verdicts.
import { fingerprint } from '../text/fingerprint.ts';
import { LineIndex } from '../text/line-index.ts';
import type { ConfigurationProblem } from './configuration-reader.ts';
import type { CheckedDocument } from './types.ts';

const NO_CLAIMS: CheckedDocument['claimCounts'] = { total: 0, supported: 0, unchecked: 0 };

/** A file that is not checked, with the reason. `finding` puts the reason at its start, too. */
export function checkOff(uri: string, text: string, reason: string, told = false): CheckedDocument {
  const problems: CheckedDocument['problems'] = told ? [{ uri, span: { start: 0, end: 0 }, message: reason, severity: 'info' }] : [];
  return {
    uri,
    text,
    lines: new LineIndex(text),
    role: 'off',
    findings: [],
    claims: [],
    claimCounts: NO_CLAIMS,
    unchecked: [{ reason }],
    problems,
    resultId: `off ${fingerprint(reason)}`,
  };
}

/** The check of a configuration file: its problems. */
export function checkConfiguration(uri: string, text: string, problems: readonly ConfigurationProblem[]): CheckedDocument {
  return {
    uri,
    text,
    lines: new LineIndex(text),
    role: 'configuration',
    findings: [],
    claims: [],
    claimCounts: NO_CLAIMS,
    unchecked: [],
    problems: problems.map(problem => ({ uri, span: problem.span, message: problem.message, severity: problem.severity ?? 'error' })),
    resultId: fingerprint(JSON.stringify(problems)),
  };
}
