// Owns: what a writer can do about findings: fixes, suppressions, changes of configuration; fix-all.
// Must not know: LSP; how fixes are made. All edits are against the texts that the workspace holds.
import { isMap, parseDocument } from 'yaml';
import { withoutOverlaps } from '../engine/edits.ts';
import type { ShownFinding } from '../engine/findings.ts';
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import type { Edit } from '../rules/types.ts';
import type { Language } from '../text/phrases.ts';
import { overlaps, type Span } from '../text/span.ts';
import { claimAt } from './lookup.ts';
import { noteForClaim } from './new-source.ts';
import { rewritesAt } from './rewrites.ts';

export interface Action {
  readonly title: string;
  readonly kind: 'quickfix' | 'suppress' | 'rewrite';
  /** The finding that it mends, where there is one. */
  readonly finding?: ShownFinding;
  /** The first safe fix of a finding: what a writer most likely wants. */
  readonly preferred: boolean;
  readonly edits: readonly Edit[];
  /** A file to create first; its text is the only edit of it. */
  readonly creates?: string;
}

/** Actions for all findings that touch a span, fixes first; then rewrites that do what no fix does. */
export function actionsAt(workspace: Workspace, uri: string, span: Span): readonly Action[] {
  const checked = workspace.check(uri);
  const { language } = workspace;
  if (!checked) return [];
  const here = checked.findings.filter(finding => overlaps(finding.span, span) || touches(finding.span, span));
  const fixes: Action[] = here.flatMap(finding =>
    finding.fixes.map((fix, i) => ({
      title: fix.title,
      kind: 'quickfix' as const,
      finding,
      preferred: i === 0 && fix.kind === 'safe',
      edits: fix.edits,
    })),
  );
  const rewrites = rewritesAt(checked, span).filter(({ edits }) => !fixes.some(fix => sameEdits(fix.edits, edits)));
  return [
    ...fixes,
    ...rewrites.map(({ title, edits }) => ({ title: language.of(title), kind: 'rewrite' as const, preferred: false, edits })),
    ...here.flatMap(finding => [
      ...startNote(workspace, checked, finding),
      ...opinion(checked, finding, language),
      suppressLine(checked, finding, language),
      ...configure(workspace, uri, finding),
    ]),
  ];
}

function sameEdits(a: readonly Edit[], b: readonly Edit[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function touches(a: Span, b: Span): boolean {
  return b.start === b.end && a.start <= b.start && b.start <= a.end;
}

/** Edits of every safe fix of a document, none overlapping; a finding's first safe fix counts. */
export function fixAll(workspace: Workspace, uri: string): readonly Edit[] {
  const checked = workspace.check(uri);
  if (!checked) return [];
  return safeEdits(checked);
}

/** As `fixAll`, of one check. A fix is taken whole or not at all. */
export function safeEdits(checked: CheckedDocument): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of checked.findings) {
    const fix = finding.fixes.find(candidate => candidate.kind === 'safe' && candidate.edits.every(edit => edit.uri === checked.uri));
    if (!fix) continue;
    const clashes = fix.edits.some(edit => taken.some(other => overlaps(edit.span, other.span) || sameEmpty(edit, other)));
    if (!clashes) taken.push(...fix.edits);
  }
  return withoutOverlaps(taken);
}

function sameEmpty(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

/** A new note for a claim that nothing supports, cited by it. */
function startNote(workspace: Workspace, checked: CheckedDocument, finding: ShownFinding): Action[] {
  if (finding.rule !== 'claims/unsupported') return [];
  const made = noteForClaim(workspace, checked.uri, finding.span);
  if (!made) return [];
  const { note, edits } = made;
  return [
    {
      title: workspace.language.say`Start a note for this claim`,
      kind: 'quickfix',
      finding,
      preferred: false,
      edits: [{ uri: note.uri, span: { start: 0, end: 0 }, newText: note.text }, ...edits],
      creates: note.uri,
    },
  ];
}

function opinion(checked: CheckedDocument, finding: ShownFinding, language: Language): Action[] {
  if (finding.rule !== 'claims/unsupported' && finding.rule !== 'claims/uncited' && finding.rule !== 'claims/overstated') return [];
  const claim = claimAt(checked, finding.span.start);
  const sentence = claim?.segment.facts.tree.sentences[claim.claim.sentence];
  if (!claim || !sentence) return [];
  const at = claim.segment.offset + sentence.span.end;
  return [
    {
      title: language.say`Mark as opinion or analysis`,
      kind: 'quickfix',
      finding,
      preferred: false,
      edits: [{ uri: checked.uri, span: { start: at, end: at }, newText: ' <!-- backdraft-opinion -->' }],
    },
  ];
}

function suppressLine(checked: CheckedDocument, finding: ShownFinding, language: Language): Action {
  const line = checked.lines.lineSpan(checked.lines.lineAt(finding.span.start));
  const lineEnd = checked.text.includes('\r\n') ? '\r\n' : '\n';
  const inTable = /^\s*\|/.test(checked.text.slice(line.start, line.end));
  const at = inTable ? tableStart(checked, line.start) : line.start;
  // Inside a table or a list a comment line would end it, so a table is suppressed from above as a whole.
  const indent = /^[ \t]*(?:[-*+>] )?/.exec(checked.text.slice(line.start, line.end))?.[0].replace(/[-*+>]/, ' ') ?? '';
  const newText = inTable
    ? `<!-- backdraft-disable ${finding.rule} -- reason -->${lineEnd}${lineEnd}`
    : `${indent.trim() === '' && !/\S/.test(indent) ? indent : ''}<!-- backdraft-disable-next-line ${finding.rule} -- reason -->${lineEnd}`;
  return {
    title: language.say`Ignore ${finding.rule} here`,
    kind: 'suppress',
    finding,
    preferred: false,
    edits: [{ uri: checked.uri, span: { start: at, end: at }, newText }],
  };
}

function tableStart(checked: CheckedDocument, from: number): number {
  let start = from;
  for (let line = checked.lines.lineAt(from) - 1; line >= 0; line--) {
    const span = checked.lines.lineSpan(line);
    if (!/^\s*\|/.test(checked.text.slice(span.start, span.end))) break;
    start = span.start;
  }
  return start;
}

function configure(workspace: Workspace, uri: string, finding: ShownFinding): Action[] {
  const actions: Action[] = [];
  const { language } = workspace;
  const off = configurationEdit(workspace, uri, ['rules', finding.rule], 'off');
  if (off)
    actions.push({ title: language.say`Switch ${finding.rule} off in this Story`, kind: 'suppress', finding, preferred: false, ...off });
  const acronym = finding.rule === 'terms/undefined-acronym' ? finding.text : undefined;
  const term =
    finding.rule === 'terms/undefined-term' || finding.rule === 'terms/hype' || finding.rule === 'terms/misused' ? finding.text : undefined;
  if (acronym) {
    const known = configurationEdit(workspace, uri, ['terms', 'acronyms', acronym], '');
    if (known) actions.push({ title: language.say`Add ${acronym} to our acronyms`, kind: 'suppress', finding, preferred: false, ...known });
  } else if (term) {
    const known = configurationEdit(workspace, uri, ['terms', 'define', term], language.say`our meaning of it`);
    if (known) actions.push({ title: language.say`Add “${term}” to our terms`, kind: 'suppress', finding, preferred: false, ...known });
  }
  return actions;
}

/** Sets one value in the Story's configuration, keeping its comments; undefined when that file cannot be read as YAML. */
export function configurationEdit(
  workspace: Workspace,
  uri: string,
  path: readonly string[],
  value: string,
): { readonly edits: readonly Edit[]; readonly creates?: string } | undefined {
  const { uri: file, text } = workspace.configurationOf(uri);
  const document = parseDocument(text ?? '', { logLevel: 'silent' });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined;
  for (let depth = 1; depth < path.length; depth++) {
    const inner: unknown = document.getIn(path.slice(0, depth), true);
    if (inner !== undefined && inner !== null && !isMap(inner)) return undefined;
  }
  document.setIn(path, value);
  const newText = document.toString({ lineWidth: 0 });
  const edits = [{ uri: file, span: { start: 0, end: text?.length ?? 0 }, newText }];
  return text === undefined ? { edits, creates: file } : { edits };
}
