// Owns: what is answered for files that are not read as drafts or notes: those that are off, too large, configuration or sidecars.
// Must not know: segments, rules, verdicts.
import { fingerprint } from '../text/fingerprint.ts';
import { LineIndex } from '../text/line-index.ts';
import type { ConfigurationProblem } from './configuration-reader.ts';
import type { CheckedDocument, Problem } from './types.ts';

/** A file that is not checked, with the reason. */
export function checkOff(uri: string, text: string, reason: string): CheckedDocument {
  return { ...noCheck(uri, text, 'off', [], `off ${fingerprint(reason)}`), unchecked: [{ reason }] };
}

/** A file that is not checked since it is above a limit, which is told at its start. */
export function checkTooLarge(uri: string, text: string, sort: 'draft' | 'note', reason: string): CheckedDocument {
  const told: Problem = { uri, span: { start: 0, end: 0 }, message: reason, severity: 'info' };
  return { ...checkOff(uri, text, reason), problems: [told], tooLarge: sort };
}

/** The check of a configuration file: its problems. */
export function checkConfiguration(uri: string, text: string, problems: readonly ConfigurationProblem[]): CheckedDocument {
  const told = problems.map(({ span, message, severity = 'error' }) => ({ uri, span, message, severity }));
  return noCheck(uri, text, 'configuration', told, fingerprint(JSON.stringify(problems)));
}

/** The check of a sidecar that is looked at as a file of its own: its problems. */
export function checkSidecar(uri: string, text: string, problems: readonly Problem[]): CheckedDocument {
  return noCheck(uri, text, 'off', problems, `sidecar ${fingerprint(text)}`);
}

function noCheck(
  uri: string,
  text: string,
  role: CheckedDocument['role'],
  problems: readonly Problem[],
  resultId: string,
): CheckedDocument {
  const claimCounts = { total: 0, supported: 0, unchecked: 0 };
  return { uri, text, lines: new LineIndex(text), role, findings: [], claims: [], claimCounts, unchecked: [], problems, resultId };
}
