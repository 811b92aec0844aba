// Owns: findings as SARIF 2.1.0 (OASIS standard), for code scanning.
// Must not know: how a check is done.
import { isSidecar } from '../../core/engine/annotations.ts';
import { RULES } from '../../core/rules/registry.ts';
import type { Range } from '../../core/text/line-index.ts';
import type { Language } from '../../core/text/phrases.ts';
import type { Report, ReportedFinding } from '../report.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const;

/** Faults of sidecars are results like findings, under an id of their own; code scanning shows nothing else. */
const SIDECAR_RULE = 'annotations/sidecar';

/** A SARIF log with one run. Columns count UTF-16 code units. */
export function reportSarif(report: Report, version: string, language: Language): string {
  const used = new Set(report.files.flatMap(file => file.findings.map(finding => finding.rule)));
  const rules = RULES.filter(rule => used.has(rule.id));
  const ofSidecars = report.problems.filter(({ path }) => isSidecar(path));
  const others = report.problems.filter(({ path }) => !isSidecar(path));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Backdraft',
            version,
            rules: [
              ...rules.map(rule => ({
                id: rule.id,
                shortDescription: { text: rule.docs.summary },
                fullDescription: { text: rule.docs.why },
                defaultConfiguration: { level: LEVELS[rule.severity] },
              })),
              ...(ofSidecars.length > 0
                ? [
                    {
                      id: SIDECAR_RULE,
                      shortDescription: { text: language.say`A line of an annotations file that cannot be taken as it stands.` },
                      defaultConfiguration: { level: LEVELS.warning },
                    },
                  ]
                : []),
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { WORKINGDIRECTORY: { description: { text: 'The folder in which the check ran.' } } },
        results: [
          ...report.files.flatMap(file =>
            file.findings.map(finding => ({
              ruleId: finding.rule,
              ruleIndex: rules.findIndex(rule => rule.id === finding.rule),
              level: LEVELS[finding.severity],
              message: { text: finding.message },
              locations: [location(file.path, finding)],
              partialFingerprints: { 'backdraftFinding/v1': finding.fingerprint },
              relatedLocations: finding.related.map((other, id) => ({
                id,
                ...location(other.path, other),
                message: { text: other.message },
              })),
              fixes: finding.fixes.map(fix => ({
                description: { text: fix.title },
                artifactChanges: [...new Set(fix.edits.map(edit => edit.path))].map(path => ({
                  artifactLocation: artifact(path),
                  replacements: fix.edits
                    .filter(edit => edit.path === path)
                    .map(edit => ({
                      deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
                      insertedContent: { text: edit.newText },
                    })),
                })),
              })),
            })),
          ),
          ...ofSidecars.map(({ path, range, severity, message }) => ({
            ruleId: SIDECAR_RULE,
            ruleIndex: rules.length,
            level: LEVELS[severity],
            message: { text: message },
            locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(range) } }],
          })),
        ],
        invocations: [
          {
            executionSuccessful: others.length === 0,
            toolConfigurationNotifications: others.map(problem => ({
              level: LEVELS[problem.severity],
              message: { text: problem.message },
              locations: [{ physicalLocation: { artifactLocation: artifact(problem.path), region: region(problem.range) } }],
            })),
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function location(path: string, at: Pick<ReportedFinding, 'range' | 'start' | 'end'>): object {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { ...region(at.range), charOffset: at.start, charLength: at.end - at.start },
    },
  };
}

function artifact(path: string): object {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'WORKINGDIRECTORY' };
}

function region({ start, end }: Range): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
