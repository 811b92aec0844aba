// Owns: what a rule is, what it may read, what it yields. One file per rule stands in rules/<group>/.
// Must not know: LSP, files, how the engine schedules rules.

import type { EvidenceIndex, Placed as PlacedSegment, ResolvedCitation, SegmentCitation } from '../evidence/contract.ts';
import type { Difference, Match, QuoteMatch, Source, Support } from '../evidence/types.ts';
import type { Voices } from '../extract/attributions.ts';
import type { Citation, Claim, FactKind, Facts, Quote, TlpLevel } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { FrontMatter, FrontMatterItem } from '../syntax/types.ts';
import type { Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** One edit in one file; `span` counts from the start of that file. */
export interface Edit {
  readonly uri: string;
  readonly span: Span;
  readonly newText: string;
}

/** A repair. `safe` ones keep the meaning or restore what the notes say, and are taken by fix-all. */
export interface Fix {
  readonly title: Phrase;
  readonly kind: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** A fix as it is shown: in the language of the workspace. */
export interface ShownFix extends Omit<Fix, 'title'> {
  readonly title: string;
}

/** Another place that tells more. A text that is no phrase of ours, such as a title, is the same in every language. */
export interface Related<Text = Phrase | string> {
  readonly uri: string;
  readonly span: Span;
  readonly message: Text;
}

/** What fills the placeholders of a message: words of the draft and the notes as they are, our own as phrases. */
export type Args = Readonly<Record<string, string | Phrase>>;

/** What a rule yields. Spans count from the start of the document. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  /** Key of the rule's `messages`, and what fills its `{placeholders}`. */
  readonly message: string;
  readonly args: Args;
  readonly related: readonly Related<string>[];
  readonly fixes: readonly ShownFix[];
}

/**
 * What document rules see of a document. A rule that runs segment by segment sees each segment as a document of its own:
 * `text` is the segment's, `segments` holds it alone, at offset 0, and `citations` are those that stand in it.
 */
export interface DocumentView {
  readonly uri: string;
  /** Path from the Story's folder, with "/". */
  readonly path: string;
  readonly text: string;
  readonly role: 'draft' | 'notes';
  readonly markup: 'markdown' | 'plain';
  readonly segments: readonly PlacedSegment[];
  readonly frontMatter: FrontMatter;
  /** ISO date of the draft, where it is known. */
  readonly date?: string;
  /** Its own mark; drafts without one count as CLEAR, see `handling.default`. */
  readonly tlp?: TlpLevel;
  readonly citations: readonly ResolvedCitation[];
  /** Citations that cover a sentence of a segment, wherever they stand. */
  citationsOver(segment: PlacedSegment, sentence: number): readonly SegmentCitation[];
  /** Who speaks each quote; a speaker may be named in another segment. */
  readonly voices: Voices;
  /** Claims with this verdict that need a finding of their own: no other says or sums up the same. */
  openClaims(verdict: OpenVerdict): readonly OpenClaim[];
  /** All facts of a kind with the segment that each stands in, in order. */
  all<K extends FactKind>(kind: K): Iterable<{ readonly fact: Facts[K][number]; readonly segment: PlacedSegment }>;
  /** People's annotations in plain facts; rules that run segment by segment see none. */
  readonly annotations: readonly NotedAnnotation[];
  /** Suppressions and what they hid; filled only for rules that run `afterSuppressions`. */
  readonly suppressions: readonly SuppressionUse[];
  support(segment: PlacedSegment, claim: Claim): Support;
  quoteMatch(segment: PlacedSegment, quote: Quote): QuoteMatch;
}

/** What rules see of an annotation that is not settled. Spans count from the start of the document. */
export interface NotedAnnotation {
  /** Where it stands; absent where nothing in the text is its passage beyond doubt. */
  readonly span?: Span;
  /** The passage as it was last known. */
  readonly lastText: string;
  /** What it says of its place where it names no words. */
  readonly pointer?: string;
  readonly by?: string;
  readonly verdict?: string;
  /** The words that the verdict was about have changed. */
  readonly expired: boolean;
}

/** Verdicts under which a claim may need a finding of its own. */
export type OpenVerdict = 'uncited' | 'unsupported';

export interface OpenClaim {
  readonly claim: Claim;
  readonly segment: PlacedSegment;
  readonly support: Support;
  /** Where the document says it again; spans count like those of a report. */
  readonly again: readonly Span[];
}

/** One suppression, from a comment or from front matter. Spans count from the start of the document. */
export interface SuppressionUse {
  readonly span: Span;
  readonly kind: 'next-line' | 'disable' | 'enable' | 'opinion' | 'front-matter';
  readonly reason?: string;
  /** Each id that it names with how many findings it hid. One entry with an empty id where it names none. */
  readonly ids: readonly { readonly id: string; readonly span: Span; readonly hidden: number; readonly judged: boolean }[];
}

/** What rules see of the Story. */
export interface StoryView {
  /** No notes, bibliography or configuration. */
  readonly dormant: boolean;
  /** There is at least one Source with text. */
  readonly hasEvidence: boolean;
  readonly sources: ReadonlyMap<string, Source>;
  /** Definitions of a key beyond the first. */
  readonly duplicates: readonly { readonly key: string; readonly first: Source; readonly again: Source }[];
  /** Citation style that fixes insert. */
  readonly citationStyle: 'footnote' | 'pandoc' | 'wiki' | 'link';
  readonly audience: 'general' | 'security';
  readonly strictness: 'relaxed' | 'standard' | 'strict';
  readonly terms: HouseTerms;
  /** The scale of likelihood that the configuration names: `icd-203`, `kent`, `nato`, `phia`. */
  readonly scale: string;
  /** TLP level of a draft without a mark. */
  readonly defaultTlp: TlpLevel;
  /** Highest mark of the Story's drafts, where the host knows them. Sources above it are no use to any draft. */
  readonly draftTlp?: TlpLevel;
  /** The tables that have arrived. */
  readonly knowledge: Knowledge;
  /** Ids of all rules and groups. */
  readonly ruleIds: ReadonlySet<string>;
  /** All evidence of the Story. */
  readonly evidence: EvidenceIndex;
  /** Places of protected names of the whole workspace in a text; spans count from its start. */
  findProtected(text: string): readonly { readonly span: Span; readonly name: string }[];
  /** Some draft of the Story cites the Source, names it in prose, or has a claim or quote that rests on it. */
  isUsed(source: Source): boolean;
  /** Sources that a fix, completion or export may offer for this draft (mark at or below, on record, unprotected). */
  mayOffer(source: Source, draft: DocumentView): boolean;
  /** The independent origin of a source: sources with one origin are not independent. */
  originOf(source: Source): string;
}

export interface HouseTerms {
  readonly prefer: ReadonlyMap<string, string>;
  readonly ban: ReadonlyMap<string, string>;
  readonly define: ReadonlyMap<string, string>;
  readonly acronyms: ReadonlyMap<string, string>;
}

/** What a rule reports: place, message key, and what goes with it. */
export interface Report<M extends string = string> {
  readonly span: Span;
  readonly message: M;
  readonly args?: Args;
  /** Overrides the rule's severity for this finding. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  /** Fixes, or how to make them when somebody asks: then the document is seen as a whole, and spans count from its start. */
  readonly fixes?: readonly Fix[] | FixMaker;
}

/** Makes fixes for a finding of `segment` in the whole `document`, at the time when they are asked for. */
export type FixMaker = (document: DocumentView, segment: PlacedSegment) => readonly Fix[];

export interface RuleContext<O, M extends string> {
  readonly document: DocumentView;
  readonly story: StoryView;
  readonly options: O;
  report(report: Report<M>): void;
}

export interface SegmentRuleContext<O, M extends string> {
  /** Spans of a report are relative to the segment; `edit` makes relative edits. */
  readonly facts: Facts;
  readonly role: 'draft' | 'notes';
  readonly options: O;
  report(report: Omit<Report<M>, 'fixes'> & { readonly fixes?: readonly SegmentFix[] }): void;
}

/** A fix whose edits lie in the segment. */
export interface SegmentFix {
  readonly title: Phrase;
  readonly kind: Fix['kind'];
  readonly edits: readonly { readonly span: Span; readonly newText: string }[];
}

export interface RuleOption {
  readonly default: unknown;
  readonly description: string;
  /** JSON Schema of the value. */
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A runnable example: fixture Markdown, checked by the tests. */
export interface RuleExample {
  readonly draft: string;
  /** Files of the Story beside the draft, by path. */
  readonly notes?: Readonly<Record<string, string>>;
  /** `.backdraft.yaml`, where the example needs one. */
  readonly configuration?: string;
}

interface RuleBase<M extends string> {
  readonly id: string;
  /** Raised whenever its findings for the same facts change. */
  readonly version: number;
  readonly severity: Severity;
  /** Off unless configured. */
  readonly optIn?: boolean;
  /** Runs after suppressions were applied, and sees what each of them hid. */
  readonly afterSuppressions?: boolean;
  /** Also checked in dormant Stories, at hint level. */
  readonly dormant?: boolean;
  /** Roles in which it runs. */
  readonly roles: readonly ('draft' | 'notes')[];
  readonly options: Readonly<Record<string, RuleOption>>;
  /** English text by key; `{name}` is filled from the arguments. Two sentences at most. */
  readonly messages: Readonly<Record<M, string>>;
  readonly docs: {
    readonly summary: string;
    readonly why: string;
    readonly bad: readonly RuleExample[];
    readonly good: readonly RuleExample[];
  };
}

/** A rule whose findings depend on one segment's facts alone. Cached by segment. */
export interface SegmentRule<O = never, M extends string = string> extends RuleBase<M> {
  readonly scope: 'segment';
  readonly reads: readonly FactKind[];
  check(context: SegmentRuleContext<O, M>): void;
}

/** A rule that sees the whole document and the evidence. */
export interface DocumentRule<O = never, M extends string = string> extends RuleBase<M> {
  readonly scope: 'document';
  /**
   * Its findings in a segment depend on that segment, what stands over it (verdicts, citations, voices, open claims), the
   * date and mark of the document, and the Story; on nothing else. It runs segment by segment, and what it found in one is
   * kept as long as all that stays.
   */
  readonly bySegment?: boolean;
  readonly reads: readonly (FactKind | 'support' | 'quote-match' | 'story')[];
  check(context: RuleContext<O, M>): void;
}

export type Rule = SegmentRule<never, string> | DocumentRule<never, string>;

/** Declares a rule; the types of its options and message keys are checked here. */
export function defineSegmentRule<const M extends string, O = Record<string, never>>(rule: SegmentRule<O, M>): Rule {
  return rule as unknown as Rule;
}

/** Declares a rule that sees the whole document. */
export function defineDocumentRule<const M extends string, O = Record<string, never>>(rule: DocumentRule<O, M>): Rule {
  return rule as unknown as Rule;
}

/** The group of a rule by its id: "claims" of "claims/uncited"; empty for an id without one. */
export function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

export type { Citation, Claim, Difference, FrontMatter, FrontMatterItem, Match, PlacedSegment, Quote, ResolvedCitation, SegmentCitation };
