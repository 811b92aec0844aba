// Owns: running rules over a document: severities, caching by segment, messages, fingerprints, order.
// Must not know: files, Stories' notes; it sees them through the views that rules see.
import type { Facts } from '../extract/facts.ts';
import type { DocumentView, Finding, Report, Rule, SegmentRule, Severity, StoryView } from '../rules/types.ts';
import { fingerprint } from '../text/fingerprint.ts';
import type { LineIndex } from '../text/line-index.ts';
import { compareSpans, shift } from '../text/span.ts';
import type { Configuration } from './configuration.ts';
import { fill } from './messages.ts';
import { applySuppressions } from './suppressions.ts';

/** A finding with all that a host shows: rendered and redacted. */
export interface ShownFinding extends Finding {
  /** The words of the document that the finding is about, redacted. */
  readonly text: string;
  /** Rule, arguments, sentence and an ordinal among equals; never a position. */
  readonly fingerprint: string;
  /** Message in plain text, redacted. */
  readonly rendered: string;
}

type SegmentFinding = Omit<Finding, 'severity' | 'fixes'> & {
  readonly severity?: Severity;
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: 'safe' | 'suggestion';
    readonly edits: readonly { readonly span: { start: number; end: number }; readonly newText: string }[];
  }[];
};

/** Findings of all segment rules by facts; facts are immutable, so they are a key that dies with them. */
const segmentFindings = new WeakMap<Facts, { readonly key: string; readonly findings: readonly SegmentFinding[] }>();

export interface CheckInput {
  readonly rules: readonly Rule[];
  readonly configuration: Configuration;
  readonly lines: LineIndex;
  /** The document with whatever suppressions it is to show. */
  view(suppressions: DocumentView['suppressions']): DocumentView;
  readonly story: StoryView;
  /** The evidence is complete; until then rules that need it are silent. */
  readonly ready: boolean;
  redact(text: string): string;
}

/** Checks one document; yields between rules. Findings come in order of their place. */
export function* checking(input: CheckInput): Generator<void, readonly ShownFinding[]> {
  const found: Finding[] = [];
  const ran = new Set<string>();
  const view = input.view([]);
  const local: SegmentRule[] = [];
  for (const rule of input.rules) {
    if (rule.afterSuppressions || !runs(rule, view, input)) continue;
    ran.add(rule.id);
    if (rule.scope === 'segment') {
      local.push(rule);
      continue;
    }
    run(rule, view, input, found);
    yield;
  }
  runLocal(local, view, input, found);
  yield;
  const judged = (id: string): boolean => [...ran].some(rule => id === '' || rule === id || rule.startsWith(`${id}/`));
  const { shown, uses } = applySuppressions(found, { ...view, lines: input.lines }, judged);
  const last: Finding[] = [...shown];
  const lateView = input.view(uses);
  const late: Finding[] = [];
  for (const rule of input.rules) if (rule.afterSuppressions && runs(rule, lateView, input)) run(rule, lateView, input, late);
  // Suppressions reach findings about suppressions too, but do not keep each other in use.
  last.push(...applySuppressions(late, { ...view, lines: input.lines }, () => false).shown);
  return show(last, view, input);
}

function runs(rule: Rule, view: DocumentView, input: CheckInput): boolean {
  if (!rule.roles.includes(view.role)) return false;
  if (input.story.dormant && !rule.dormant) return false;
  if (input.configuration.rules.get(rule.id)?.severity === 'off') return false;
  const needsEvidence =
    rule.scope === 'document' && rule.reads.some(kind => kind === 'support' || kind === 'quote-match' || kind === 'story');
  return input.ready || !needsEvidence;
}

function run(rule: Rule, view: DocumentView, input: CheckInput, found: Finding[]): void {
  if (rule.scope === 'segment') {
    runLocal([rule], view, input, found);
    return;
  }
  rule.check({
    document: view,
    story: input.story,
    options: optionsOf(rule, input),
    report: (report: Report) =>
      found.push({
        rule: rule.id,
        severity: severityOf(rule, report.severity, input),
        span: report.span,
        message: report.message,
        args: report.args ?? {},
        related: report.related ?? [],
        fixes: report.fixes ?? [],
      }),
  });
}

function optionsOf(rule: Rule, input: CheckInput): never {
  return (input.configuration.rules.get(rule.id)?.options ?? {}) as never;
}

/** A rule's own severity for one finding gives way to what the configuration says of the rule. */
function severityOf(rule: Rule, own: Severity | undefined, input: CheckInput): Severity {
  if (input.story.dormant) return 'hint';
  const setting = input.configuration.rules.get(rule.id);
  const configured = setting && setting.severity !== 'off' && setting.severity !== rule.severity ? setting.severity : undefined;
  return configured ?? own ?? rule.severity;
}

/** Runs segment rules; what they found in a segment is kept as long as it, the rules and their options stay. */
function runLocal(rules: readonly SegmentRule[], view: DocumentView, input: CheckInput, found: Finding[]): void {
  const key = rules.map(rule => `${rule.id} ${rule.version} ${view.role} ${JSON.stringify(optionsOf(rule, input))}`).join('\n');
  const byId = new Map(rules.map(rule => [rule.id, rule]));
  for (const { facts, offset } of view.segments) {
    let kept = segmentFindings.get(facts);
    if (kept?.key !== key) {
      kept = { key, findings: rules.flatMap(rule => findingsOf(rule, facts, view.role, optionsOf(rule, input))) };
      segmentFindings.set(facts, kept);
    }
    for (const finding of kept.findings) {
      found.push({
        rule: finding.rule,
        severity: severityOf(byId.get(finding.rule) as Rule, finding.severity, input),
        span: shift(finding.span, offset),
        message: finding.message,
        args: finding.args,
        related: finding.related,
        fixes: finding.fixes.map(fix => ({
          title: fix.title,
          kind: fix.kind,
          edits: fix.edits.map(edit => ({ uri: view.uri, span: shift(edit.span, offset), newText: edit.newText })),
        })),
      });
    }
  }
}

function findingsOf(rule: SegmentRule, facts: Facts, role: 'draft' | 'notes', options: never): readonly SegmentFinding[] {
  const found: SegmentFinding[] = [];
  rule.check({
    facts,
    role,
    options,
    report: report => {
      found.push({
        rule: rule.id,
        span: report.span,
        message: report.message,
        args: report.args ?? {},
        related: report.related ?? [],
        fixes: report.fixes ?? [],
        ...(report.severity ? { severity: report.severity } : {}),
      });
    },
  });
  return found;
}

function show(findings: readonly Finding[], view: DocumentView, input: CheckInput): readonly ShownFinding[] {
  const templates = new Map(input.rules.map(rule => [rule.id, rule.messages]));
  const inOrder = [...findings].sort((a, b) => compareSpans(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
  const counts = new Map<string, number>();
  const sentences = new SentenceFinder(view, input.lines);
  return inOrder.map(finding => {
    const identity = `${finding.rule}\n${finding.message}\n${JSON.stringify(finding.args)}\n${sentences.at(finding.span.start)}`;
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    const template = templates.get(finding.rule)?.[finding.message] ?? finding.message;
    return {
      rule: finding.rule,
      severity: finding.severity,
      span: finding.span,
      message: finding.message,
      args: finding.args,
      related: finding.related,
      fixes: finding.fixes,
      text: input.redact(view.text.slice(finding.span.start, finding.span.end)),
      fingerprint: fingerprint(`${identity}\n${ordinal}`),
      rendered: input.redact(fill(template, finding.args)),
    };
  });
}

/** Finds the sentence around an offset, walking forward only: offsets must not fall. */
class SentenceFinder {
  readonly #view: DocumentView;
  readonly #lines: LineIndex;
  #segment = 0;

  constructor(view: DocumentView, lines: LineIndex) {
    this.#view = view;
    this.#lines = lines;
  }

  /** Text of the sentence, or of the line where no sentence stands. */
  at(offset: number): string {
    const { segments, text } = this.#view;
    while (this.#segment + 1 < segments.length && (segments[this.#segment + 1]?.offset ?? 0) <= offset) this.#segment++;
    const segment = segments[this.#segment];
    if (segment) {
      const inner = offset - segment.offset;
      const sentence = segment.facts.tree.sentences.find(candidate => candidate.span.start <= inner && inner < candidate.span.end);
      if (sentence) return segment.facts.tree.text.slice(sentence.span.start, sentence.span.end);
    }
    const line = this.#lines.lineSpan(this.#lines.lineAt(offset));
    return text.slice(line.start, line.end);
  }
}
