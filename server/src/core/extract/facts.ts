// Owns: the shapes of everything that extractors find in a segment, and what they start from.
// Must not know: other segments, documents, notes, rules. All spans are relative to the segment.
import type { SegmentTree } from '../syntax/types.ts';
import type { Span } from '../text/span.ts';

/** All that extractors find in one segment. `sentence` fields are indices into `tree.sentences`. */
export interface Facts {
  readonly tree: SegmentTree;
  readonly numbers: readonly NumberFact[];
  readonly dates: readonly DateFact[];
  readonly names: readonly NameFact[];
  readonly quotes: readonly Quote[];
  readonly attributions: readonly Attribution[];
  readonly citations: readonly Citation[];
  readonly claims: readonly Claim[];
  readonly acronyms: readonly AcronymFact[];
  readonly terms: readonly TermFact[];
  readonly indicators: readonly Indicator[];
  readonly references: readonly Reference[];
  readonly estimates: readonly EstimateFact[];
  readonly marks: readonly TlpMark[];
  readonly grades: readonly GradeFact[];
  readonly suppressions: readonly SuppressionFact[];
}

/** Facts while extractors fill them in. */
export type GrowingFacts = { -readonly [K in keyof Facts]: Facts[K] };

/** A segment in which nothing has been looked for yet. */
export function noFacts(tree: SegmentTree): GrowingFacts {
  return {
    tree,
    numbers: [],
    dates: [],
    names: [],
    quotes: [],
    attributions: [],
    citations: [],
    claims: [],
    acronyms: [],
    terms: [],
    indicators: [],
    references: [],
    estimates: [],
    marks: [],
    grades: [],
    suppressions: [],
  };
}

export type FactKind = Exclude<keyof Facts, 'tree'>;

export type Bound = 'exact' | 'about' | 'at-least' | 'more-than' | 'at-most' | 'less-than';

/** A number with its unit and bound: "more than 50 branches", "1.97 million", "a third", "$1.2bn". */
export interface NumberFact {
  /** The whole phrase: bound, figure, scale and currency or percent sign, not the counted noun. */
  readonly span: Span;
  /** The figure alone, with its scale. */
  readonly figure: Span;
  readonly sentence: number;
  /** In base units: 1.2bn is 1.2e9; a third is 0.333…; 31 % is 31 with kind percent. */
  readonly value: number;
  /** Upper end of a range ("3 to 5"). */
  readonly upTo?: number;
  readonly bound: Bound;
  readonly kind: 'count' | 'percent' | 'percentage-points' | 'money' | 'duration' | 'bytes' | 'version' | 'ordinal' | 'share' | 'score';
  /** Canonical unit: ISO 4217 code, `s` for durations (value in seconds), `B` for bytes (value in bytes). */
  readonly unit?: string;
  /** Head noun of what is counted, lower case and singular: "branch". */
  readonly noun?: string;
  readonly nounSpan?: Span;
  /** Digits that are significant as written: 2 for "about 2.0 million". */
  readonly digits: number;
}

/** A date or time. Relative ones resolve against the document's date in the document pass. */
export interface DateFact {
  readonly span: Span;
  readonly sentence: number;
  /** ISO 8601, as exact as written: `2025`, `2025-11`, `2025-11-01`, `2025-10-16T16:40Z`, `--10-16` where the year is not said. */
  readonly iso?: string;
  /** Last day of a range, in the same form. */
  readonly isoEnd?: string;
  /** Weekday as written, 1 is Monday. */
  readonly weekday?: number;
  /** What a relative date needs: "last Tuesday", "two days later". */
  readonly relative?: {
    readonly unit: 'day' | 'week' | 'month' | 'year' | 'weekday';
    /** Steps from the document's date; for weekdays 0 is the nearest one not after it, -1 the one before, 1 the next. */
    readonly count: number;
    /** `text`: it counts from the date told before it ("two days later"), not from the document's. */
    readonly from?: 'text';
    /** It names the whole time from there until the document's date ("in the past five years"). */
    readonly span?: boolean;
  };
  readonly bound?: 'since' | 'until' | 'before' | 'after' | 'early' | 'mid' | 'late' | 'about';
}

/** A proper name in prose. */
export interface NameFact {
  readonly span: Span;
  readonly sentence: number;
  readonly text: string;
  readonly kind: 'person' | 'organisation' | 'place' | 'product' | 'actor' | 'malware' | 'tool' | 'other';
  /** Id in a knowledge table, for actors, malware and tools. */
  readonly id?: string;
}

/** A direct quote: words in quotation marks, or a block quote. */
export interface Quote {
  /** With its marks. */
  readonly span: Span;
  /** Between the marks. */
  readonly content: Span;
  readonly sentence: number;
  readonly kind: 'speech' | 'title' | 'scare' | 'block';
  /** Index of the quote that this one continues, split around a verb ("…," she says. "…"). */
  readonly continues?: number;
  /** Index of the quote that this one stands within. */
  readonly within?: number;
  /** No closing mark, since the next paragraph goes on. */
  readonly open?: boolean;
  /** Index into `attributions` of who speaks. */
  readonly attribution?: number;
}

export type SourceKind = 'person' | 'organisation' | 'document' | 'group' | 'passive' | 'pronoun' | 'role';

/** Who is named in prose as the source of a claim or quote. */
export interface Attribution {
  /** Cue and source: "according to the bank", "Feld said". */
  readonly span: Span;
  readonly sentence: number;
  /** The words that name the source; absent in the unnamed passive ("it is understood that"). */
  readonly source?: Span;
  readonly kind: SourceKind;
  /** The reporting verb or phrase. */
  readonly cue: Span;
  readonly lemma: string;
  readonly force: 'neutral' | 'doubtful' | 'factive';
  /** What it covers, within the segment: at least the clause, at most to where another source takes over. */
  readonly scope: Span;
  /** Index of the attribution that relays this one ("the Post, citing two officials"). */
  readonly via?: number;
  /** A vague group or unnamed person with something more: a count, an affiliation, a reason for anonymity. */
  readonly graded?: readonly ('count' | 'affiliation' | 'reason' | 'description')[];
}

/** A pointer to a Source, as written. Whether it resolves is for the Story to say. */
export interface Citation {
  readonly span: Span;
  /** The key alone, for renaming and completion; the url for link forms. */
  readonly keySpan: Span;
  readonly sentence: number;
  readonly form: 'pandoc' | 'bare' | 'footnote' | 'wiki' | 'link';
  /** Key as written, or the link's target. */
  readonly target: string;
  readonly locator?: string;
}

export type ClaimType =
  | 'statistic'
  | 'event'
  | 'quotation'
  | 'attribution'
  | 'causal'
  | 'comparison'
  | 'capability'
  | 'prediction'
  | 'other';

/** A sentence or clause with its check-worthiness. Every sentence gets one; the score says whether it is a claim. */
export interface Claim {
  readonly span: Span;
  readonly sentence: number;
  readonly type: ClaimType;
  /** 0 to 1, calibrated for security prose. */
  readonly score: number;
  /** Why it is no claim whatever its score. */
  readonly not?:
    | 'question'
    | 'opinion'
    | 'instruction'
    | 'definition'
    | 'heading'
    | 'signpost'
    | 'example'
    | 'common-knowledge'
    | 'prediction'
    | 'fragment'
    | 'other-language';
  /** It holds a figure about the world, a date or an identifier: what can be looked up. */
  readonly hard: boolean;
  /** What its main clause tells as an event: the head noun of its subject, and whether the text brings that in anew ("two insurers"). */
  readonly event?: { readonly head: string; readonly isNew: boolean };
  /** What made the score, strongest first, as message keys: `number`, `named-actor`, `superlative` … */
  readonly reasons: readonly string[];
  readonly polarity: 'affirmed' | 'negated';
  /** 1 (speculation) to 6 (certain), the scale of the sentence-certainty data. */
  readonly certainty: number;
}

export interface AcronymFact {
  readonly span: Span;
  readonly sentence: number;
  readonly text: string;
  /** The expansion, where this use defines it: "managed file transfer (MFT)". */
  readonly expansion?: Span;
}

/** A use of a term of the lexicon or of the house's own terms. */
export interface TermFact {
  readonly span: Span;
  readonly sentence: number;
  readonly id: string;
}

export type IndicatorKind =
  | 'ipv4'
  | 'ipv6'
  | 'domain'
  | 'url'
  | 'email'
  | 'md5'
  | 'sha1'
  | 'sha256'
  | 'sha512'
  | 'ssdeep'
  | 'imphash'
  | 'file-path'
  | 'registry-key'
  | 'asn'
  | 'wallet'
  | 'hash';

/** A network or file indicator. CVE ids are references. */
export interface Indicator {
  readonly span: Span;
  readonly kind: IndicatorKind;
  /** Canonical, refanged, lower case where case does not matter. */
  readonly value: string;
  readonly written: 'plain' | 'defanged' | 'half-defanged';
  /** Ways of defanging seen: `[.]`, `(dot)`, `hxxp` … */
  readonly styles: readonly string[];
  /** Why it can be no real one: `impossible-address`, `hash-length`, `hash-kind`, `label-length`, `unknown-tld`, `checksum`, `asn-range`. */
  readonly malformed?: string;
  /** Reserved, private or documentation range, code, a link target: where it may stand live. */
  readonly harmless?: 'reserved' | 'code' | 'link' | 'publisher' | 'file-name' | 'product';
  /** Words of its sentence, row or table header speak of malice, or name it an indicator. */
  readonly suspect?: boolean;
  /** Letters of several scripts that look alike, or a punycode spelling, with what a reader takes it for or what it stands for. */
  readonly lookalike?: { readonly kind: 'homoglyph' | 'punycode'; readonly shown: string };
}

/** An identifier of public security knowledge. */
export interface Reference {
  readonly span: Span;
  readonly kind: 'cve' | 'attack' | 'cwe' | 'cvss-vector' | 'cvss-score';
  /** Canonical id, vector or score. */
  readonly id: string;
  readonly malformed?: string;
  /** The name that stands beside the id. */
  readonly name?: Span;
  /** The sentence that it stands in; absent in code. */
  readonly sentence?: number;
  /** Set on ids of a kind that the loaded table covers: what the table says. Absent: not judged. */
  readonly attack?: AttackFact;
  readonly cwe?: CweFact;
  /** The entry of the catalogue of exploited vulnerabilities, where there is one. */
  readonly kev?: { readonly added: string; readonly ransomware: boolean; readonly vendor: string; readonly product: string };
  /** Vectors and scores, and what is said of them in the same sentence, row or item. */
  readonly cvss?: CvssFact;
}

/** What the ATT&CK table says of an id. */
export interface AttackFact {
  readonly status: 'live' | 'deprecated' | 'revoked' | 'unknown';
  /** Beyond the highest id of its kind that the table knows: it may be newer than the table. */
  readonly newer?: boolean;
  /** Official name; of a sub-technique without its parent's. */
  readonly name?: string;
  readonly parentName?: string;
  /** Living end of the chain of revocations. */
  readonly replacement?: { readonly id: string; readonly name: string };
  /** The tactic that the text names for this technique, and whether the technique has it. */
  readonly tactic?: { readonly span: Span; readonly name: string; readonly fits: boolean };
  /** Names of the tactics that it has. */
  readonly tactics?: readonly string[];
  /** The name beside it is another entry's. */
  readonly nameIs?: 'same' | 'other' | 'unclear';
  /** Ids that do bear the name beside it. */
  readonly named?: readonly string[];
  /** Version and date of the table. */
  readonly table: string;
}

/** What the CWE table says of an id. */
export interface CweFact {
  readonly status: 'known' | 'unknown';
  readonly newer?: boolean;
  readonly name?: string;
  readonly nameIs?: 'same' | 'other' | 'unclear';
  readonly named?: readonly string[];
  readonly table: string;
}

/** A vector with its scores, or a stated score with the vector and severity word that go with it. */
export interface CvssFact {
  readonly version?: '2.0' | '3.0' | '3.1' | '4.0';
  /** All scores that the vector yields, base first. */
  readonly scores?: readonly number[];
  /** What is wrong with a vector: the metric at fault and the span of its part. */
  readonly fault?: { readonly kind: string; readonly metric: string; readonly span: Span; readonly fixed?: string };
  /** The score stated, and the vector (index into `references`) that it goes with. */
  readonly score?: number;
  readonly vector?: number;
  /** The severity word stated beside it. */
  readonly severity?: { readonly span: Span; readonly word: string };
}

export interface EstimateFact {
  readonly span: Span;
  readonly sentence: number;
  readonly kind: 'likelihood' | 'confidence' | 'hedge';
  /** Canonical term: `very likely`, `moderate confidence`. */
  readonly term: string;
  /** A percentage given with it. */
  readonly percent?: { readonly span: Span; readonly low: number; readonly high: number };
  /** It stands in language of assessment ("we assess"), or as an assessment of its own. */
  readonly assessed: boolean;
}

/** A Traffic Light Protocol mark as written. */
export interface TlpMark {
  readonly span: Span;
  /** The word after `TLP:`, upper case. */
  readonly word: string;
  /** TLP 2.0 level, TLP 1.0's WHITE included as CLEAR; absent when there is none such. */
  readonly level?: TlpLevel;
  readonly position: 'banner' | 'portion' | 'inline';
}

export type TlpLevel = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

/** An Admiralty grade stated in prose ("We grade that report C3"). */
export interface GradeFact {
  readonly span: Span;
  readonly sentence: number;
  readonly grade: string;
}

export interface SuppressionFact {
  readonly span: Span;
  /** `unknown`: written like a directive, and none; it does nothing. */
  readonly kind: 'next-line' | 'disable' | 'enable' | 'opinion' | 'unknown';
  /** The word that is no directive, for `unknown` only: "backdraft-disable-line". */
  readonly directive?: { readonly text: string; readonly span: Span };
  /** Rule or group ids as written. Empty: all rules. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  readonly reason?: string;
}
