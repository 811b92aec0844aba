// Owns: running rules over a document: severities, what is kept by segment, messages, fingerprints, order.
// Must not know: files, Stories' notes; it sees them through the views that rules see.
import type { Facts } from '../extract/facts.ts';
import type {
  DocumentRule,
  DocumentView,
  Edit,
  Finding,
  Fix,
  FixMaker,
  PlacedSegment,
  Related,
  Report,
  Rule,
  SegmentRule,
  Severity,
  ShownFix,
  StoryView,
} from '../rules/types.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { ENGLISH, type Language, type Phrase } from '../text/phrases.ts';
import { compareSpans, type Span, shift } from '../text/span.ts';
import type { Configuration } from './configuration.ts';

/** A finding with all that a host shows: rendered and redacted. */
export interface ShownFinding extends Finding {
  /** The words of the document that the finding is about, redacted. */
  readonly text: string;
  /** Rule, arguments, sentence and an ordinal among equals; never a position. */
  readonly fingerprint: string;
  /** Message in plain text, redacted. */
  readonly rendered: string;
}

/** A finding in one segment, kept while it moves: its places in the document count from the start of the segment. */
export interface KeptFinding extends Omit<Finding, 'fixes' | 'related'> {
  readonly text: string;
  readonly rendered: string;
  /** What makes it the same finding as another one: rule, arguments, sentence. */
  readonly identity: string;
  /** Of the first of equals. */
  readonly fingerprint: string;
  readonly hash: number;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[] | FixMaker;
}

export interface RulesInput {
  readonly rules: readonly Rule[];
  readonly configuration: Configuration;
  readonly story: StoryView;
  readonly role: 'draft' | 'notes';
  /** The evidence is complete; until then rules that need it are silent. */
  readonly ready: boolean;
  redact(text: string): string;
  readonly language: Language;
}

/** How findings become text: in which language, and without which names. */
export type Wording = Pick<RulesInput, 'redact' | 'language'>;

/** The rules that run on a document of one role in one Story, with their severities and options. */
export class RuleSet {
  /** Ids of all that run. */
  readonly ids: ReadonlySet<string>;
  readonly #input: RulesInput;
  readonly #local: readonly SegmentRule[];
  readonly #bySegment: readonly DocumentRule[];
  readonly #whole: readonly DocumentRule[];
  readonly #late: readonly Rule[];
  readonly #byId: ReadonlyMap<string, Rule>;
  readonly #localKey: string;

  constructor(input: RulesInput) {
    this.#input = input;
    const running = input.rules.filter(rule => this.#runs(rule));
    const timely = running.filter(rule => !rule.afterSuppressions);
    this.#late = running.filter(rule => rule.afterSuppressions);
    this.#local = timely.filter(rule => rule.scope === 'segment');
    const documentRules = timely.filter(rule => rule.scope === 'document');
    this.#bySegment = documentRules.filter(rule => rule.bySegment);
    this.#whole = documentRules.filter(rule => !rule.bySegment);
    this.ids = new Set(timely.map(rule => rule.id));
    this.#byId = new Map(running.map(rule => [rule.id, rule]));
    this.#localKey = this.#local
      .map(rule => `${rule.id} ${rule.version} ${input.role} ${JSON.stringify(this.#optionsOf(rule))}`)
      .join('\n');
  }

  #runs(rule: Rule): boolean {
    const { role, story, configuration, ready } = this.#input;
    if (!rule.roles.includes(role)) return false;
    if (story.dormant && !rule.dormant) return false;
    if (configuration.rules.get(rule.id)?.severity === 'off') return false;
    const needsEvidence =
      rule.scope === 'document' && rule.reads.some(kind => kind === 'support' || kind === 'quote-match' || kind === 'story');
    return ready || !needsEvidence;
  }

  #optionsOf(rule: Rule): never {
    return (this.#input.configuration.rules.get(rule.id)?.options ?? {}) as never;
  }

  /** A rule's own severity for one finding gives way to what the configuration says of the rule. */
  #severityOf(rule: Rule, own: Severity | undefined): Severity {
    if (this.#input.story.dormant) return 'hint';
    const setting = this.#input.configuration.rules.get(rule.id);
    const configured = setting && setting.severity !== 'off' && setting.severity !== rule.severity ? setting.severity : undefined;
    return configured ?? own ?? rule.severity;
  }

  /** What rules find that need no more than the facts of a segment. */
  inFacts(facts: Facts, uri: string): KeptFinding[] {
    const alone = { text: facts.tree.text, segments: [{ facts, offset: 0, index: 0 }] };
    return this.#reportsOfFacts(facts, uri).map(({ rule, report }) => this.#kept(rule, report, alone));
  }

  /** What rules that run segment by segment find in a segment, in order; `view` shows it as a document of its own. */
  inSegment(view: DocumentView): readonly KeptFinding[] {
    const { facts } = view.segments[0] as PlacedSegment;
    const found = this.inFacts(facts, view.uri);
    for (const rule of this.#bySegment) this.#run(rule, view, report => found.push(this.#kept(rule, report, view)));
    return found.length > 1 ? found.sort(compareFindings) : found;
  }

  /** What rules that need the whole document find, one rule after the other. */
  *inDocument(view: DocumentView): Generator<readonly KeptFinding[]> {
    for (const rule of this.#whole) yield this.#inWhole(rule, view);
  }

  /** What rules find that look at suppressions and what these hid. */
  afterSuppressions(view: DocumentView): readonly KeptFinding[] {
    return this.#late.flatMap(rule => (rule.scope === 'document' ? this.#inWhole(rule, view) : []));
  }

  #inWhole(rule: DocumentRule, view: DocumentView): readonly KeptFinding[] {
    const found: KeptFinding[] = [];
    this.#run(rule, view, report => found.push(this.#kept(rule, report, view)));
    return found;
  }

  #run(rule: DocumentRule, document: DocumentView, report: (report: Report) => void): void {
    rule.check({ document, story: this.#input.story, options: this.#optionsOf(rule), report });
  }

  /** Reports of segment rules; kept with the facts as long as the rules and their options stay. */
  #reportsOfFacts(facts: Facts, uri: string): readonly FactsReport[] {
    const kept = REPORTS.get(facts);
    if (kept?.key === this.#localKey && kept.uri === uri) return kept.reports;
    const reports: FactsReport[] = [];
    for (const rule of this.#local) {
      rule.check({
        facts,
        role: this.#input.role,
        options: this.#optionsOf(rule),
        report: report => {
          const fixes = report.fixes?.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ uri, ...edit })) }));
          reports.push({ rule, report: { ...report, fixes: fixes ?? [] } });
        },
      });
    }
    REPORTS.set(facts, { key: this.#localKey, uri, reports });
    return reports;
  }

  #kept(rule: Rule, report: Report, view: Pick<DocumentView, 'text' | 'segments'>): KeptFinding {
    const { span, message } = report;
    const args = report.args ?? {};
    const identity = `${rule.id}\n${message}\n${JSON.stringify(inEnglish(args))}\n${sentenceAt(view, span.start)}`;
    const severity = this.#severityOf(rule, report.severity);
    const first = fingerprint(`${identity}\n0`);
    return {
      rule: rule.id,
      severity,
      span,
      message,
      args,
      related: report.related ?? [],
      fixes: report.fixes ?? [],
      text: this.#input.redact(view.text.slice(span.start, span.end)),
      rendered: this.#input.redact(
        this.#input.language.message(rule.id, message, this.#byId.get(rule.id)?.messages[message] ?? message, args),
      ),
      identity,
      fingerprint: first,
      hash: Number.parseInt(fingerprint(`${first} ${severity}`), 36) % 0x7fffffff,
    };
  }
}

/** Whatever tells findings apart is the same in every language. */
function inEnglish(args: Finding['args']): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, ENGLISH.of(value)]));
}

interface FactsReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** Facts are immutable, so they are a key that dies with them. */
const REPORTS = new WeakMap<Facts, { readonly key: string; readonly uri: string; readonly reports: readonly FactsReport[] }>();

/** A kept finding at its place in a version of a document. */
export class PlacedFinding implements Finding {
  readonly kept: KeptFinding;
  readonly span: Span;
  readonly #document: DocumentView;
  readonly #wording: Wording;
  /** Absent where the finding is of the document as a whole. */
  readonly #segment: PlacedSegment | undefined;
  #fingerprint: string;
  #ordinal = 0;
  #fixes: readonly ShownFix[] | undefined;

  constructor(kept: KeptFinding, wording: Wording, document: DocumentView, segment?: PlacedSegment) {
    this.kept = kept;
    this.#wording = wording;
    this.#document = document;
    this.#segment = segment;
    this.span = segment ? shift(kept.span, segment.offset) : kept.span;
    this.#fingerprint = kept.fingerprint;
  }

  get rule(): string {
    return this.kept.rule;
  }

  get severity(): Severity {
    return this.kept.severity;
  }

  get message(): string {
    return this.kept.message;
  }

  get args(): Finding['args'] {
    return this.kept.args;
  }

  get text(): string {
    return this.kept.text;
  }

  get rendered(): string {
    return this.kept.rendered;
  }

  get fingerprint(): string {
    return this.#fingerprint;
  }

  /** Stands for all that a host shows of it but its place. */
  get hash(): number {
    return this.kept.hash ^ this.#ordinal;
  }

  get related(): Finding['related'] {
    return this.kept.related.map(({ message, ...place }) => ({ ...this.#placed(place), message: this.#shown(message) }));
  }

  /** Made when first asked for. */
  get fixes(): readonly ShownFix[] {
    this.#fixes ??= this.#makeFixes().map(fix => ({ ...fix, title: this.#shown(fix.title) }));
    return this.#fixes;
  }

  /** Tells it from `ordinal` equal findings before it. */
  number(ordinal: number): void {
    if (ordinal === 0) return;
    this.#ordinal = ordinal;
    this.#fingerprint = fingerprint(`${this.kept.identity}\n${ordinal}`);
  }

  #makeFixes(): readonly Fix[] {
    const { fixes, span } = this.kept;
    if (typeof fixes === 'function') return fixes(this.#document, this.#segment ?? segmentAt(this.#document, span.start));
    if (!this.#segment) return fixes;
    return fixes.map(({ title, kind, edits }) => ({ title, kind, edits: edits.map((edit): Edit => this.#placed(edit)) }));
  }

  #shown(text: Phrase | string): string {
    return this.#wording.redact(this.#wording.language.of(text));
  }

  /** Places in other files count from their start already. */
  #placed<T extends { readonly uri: string; readonly span: Span }>(place: T): T {
    const offset = this.#segment?.offset ?? 0;
    return offset > 0 && place.uri === this.#document.uri ? { ...place, span: shift(place.span, offset) } : place;
  }
}

/** Puts findings in order of their place, and numbers those that are equal but for it. */
export function inOrder(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  const isSorted = findings.every((finding, index) => index === 0 || compareFindings(findings[index - 1] as PlacedFinding, finding) <= 0);
  const sorted = isSorted ? findings : [...findings].sort(compareFindings);
  const counts = new Map<string, number>();
  for (const finding of sorted) {
    const { fingerprint: identity } = finding.kept;
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    finding.number(ordinal);
  }
  return sorted;
}

function compareFindings(a: Pick<Finding, 'span' | 'rule'>, b: Pick<Finding, 'span' | 'rule'>): number {
  return compareSpans(a.span, b.span) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** The segment around an offset; the first one for what stands before all. */
function segmentAt({ segments }: Pick<DocumentView, 'segments'>, offset: number): PlacedSegment {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((segments[middle] as PlacedSegment).offset <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low] as PlacedSegment;
}

/** Text of the sentence around an offset, or of the line where no sentence stands. */
function sentenceAt(view: Pick<DocumentView, 'text' | 'segments'>, offset: number): string {
  const segment = segmentAt(view, offset);
  if (segment) {
    const { tree } = segment.facts;
    const inner = offset - segment.offset;
    const sentence = tree.sentences.find(candidate => candidate.span.start <= inner && inner < candidate.span.end);
    if (sentence) return tree.text.slice(sentence.span.start, sentence.span.end);
  }
  const { text } = view;
  let start = offset;
  while (start > 0 && !isLineEnd(text, start - 1)) start--;
  let end = offset;
  while (end < text.length && !isLineEnd(text, end)) end++;
  return text.slice(start, end);
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
