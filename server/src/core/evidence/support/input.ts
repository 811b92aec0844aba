// Owns: what the verdict on a claim depends on, and what of it is cited, named, readable and open.
// Must not know: how well passages bear on a claim, verdicts.
import type { Register } from '../../extract/claims/register.ts';
import type { Claim, SourceKind, TlpLevel } from '../../extract/facts.ts';
import { isAbove } from '../../extract/tlp.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { KeyedText } from '../alignment.ts';
import type { EvidenceIndex, Placed } from '../contract.ts';
import { sourcesNamedAmong } from '../named-sources.ts';
import type { Source, Support } from '../types.ts';

/** A citation whose reach includes the claim. */
export interface CoveringCitation {
  /** As written: key or url. */
  readonly target: string;
  /** Absent where nothing in the Story has this key. */
  readonly source?: Source;
}

/** An attribution in prose whose scope includes the claim, carried over and with pronouns resolved where that can be done. */
export interface CoveringAttribution {
  readonly kind: SourceKind;
  /** Words that name the source ("Hanna Brodie", "the bank's statement"); absent in the unnamed passive. */
  readonly name?: string;
}

export type Strictness = 'relaxed' | 'standard' | 'strict';

/**
 * All that the verdict on a claim depends on. A cache entry may be kept as long as all of these stay equal:
 * - `claim` (score, `not`, event, polarity, certainty, span) and the text and facts of its sentence and of the segment before it,
 * - `citations`, `closing` and `beside` (targets and the Sources they resolve to) and `attributions` (kinds and names),
 * - `date`, `tlp`, `language`, `strictness`, `register`, `thresholds`, `earlierNames`, `ready`,
 * - `index.revision` (in finer steps: the answers of `index.search` for the claim's words, the list of Sources
 *   with their keys, titles, authors, speakers, marks, and the texts of the passages that were found),
 * - the revision of `knowledge`.
 * Nothing else: no clock, no file, no other claim.
 */
export interface SupportInput {
  readonly claim: Claim;
  readonly segment: Placed;
  readonly index: EvidenceIndex;
  readonly citations: readonly CoveringCitation[];
  readonly attributions: readonly CoveringAttribution[];
  /** The Source of the one citation of the paragraph, where it does not reach over the claim. */
  readonly closing?: Source;
  /** The Sources that other sentences of the paragraph cite, where no citation reaches over the claim. */
  readonly beside?: readonly Source[];
  readonly knowledge: Knowledge;
  readonly strictness: Strictness;
  /** Of the whole draft; absent is reporting. */
  readonly register?: Register;
  /** False while the index is being built: the verdict is `unchecked`. */
  readonly ready: boolean;
  /** ISO date of the draft, where known; relative dates need it. */
  readonly date?: string;
  /** The draft's mark; absent counts as CLEAR. Sources above it never make a claim `uncited`. */
  readonly tlp?: TlpLevel;
  /** ISO 639-1 of the draft; absent is English. */
  readonly language?: string;
  /** Names of the sentences before in the paragraph: what "it" and "she" may stand for. Terms for the search, no more. */
  readonly earlierNames?: readonly string[];
  /** A person said that this passage is opinion or analysis (comment or verdict). */
  readonly opinion?: boolean;
}

/** Keys of the Sources that the claim cites, those that it names in prose left out. */
export function citedKeys(input: SupportInput): string[] {
  return [...new Set(input.citations.flatMap(({ source }) => (source === undefined ? [] : [source.key])))];
}

/** "Episode 112, 9 April 2024." in a footnote says where something stands, and no more. */
export function isPointer({ claim, segment }: SupportInput): boolean {
  const { tree } = segment.facts;
  const block = tree.blocks[tree.sentences[claim.sentence]?.block ?? -1];
  return block?.kind === 'footnote' && claim.not === 'fragment';
}

export function isNoClaim(claim: Claim, isCited: boolean): boolean {
  // Headings, fragments, forecasts, instructions and cited definitions need no source; their figures and names can still be wrong.
  return (
    claim.not !== undefined &&
    claim.not !== 'instruction' &&
    claim.not !== 'heading' &&
    claim.not !== 'fragment' &&
    claim.not !== 'prediction' &&
    !(claim.not === 'definition' && isCited) &&
    !(claim.not === 'common-knowledge' && claim.event !== undefined)
  );
}

/** Sources that the claim cites or names, by key. */
export function citedSources(input: SupportInput): Map<string, Source> {
  const cited = new Map<string, Source>();
  for (const { source } of input.citations) if (source !== undefined) cited.set(source.key, source);
  for (const attribution of input.attributions) {
    if (attribution.name === undefined) continue;
    for (const source of sourcesNamedAmong(attribution.name, input.index.sources)) cited.set(source.key, source);
  }
  return cited;
}

/** The Sources that the last name before the claim means, for claims such as "we grade her analysis B1". */
function namedBefore(input: SupportInput): readonly Source[] {
  for (const name of [...(input.earlierNames ?? [])].reverse()) {
    const named = sourcesNamedAmong(name, input.index.sources);
    if (named.length === 1) return named;
  }
  return [];
}

/** "It said", "the company announced": the Source of the last name before, where nothing else is cited or named. */
export function goesOnAbout(input: SupportInput): readonly Source[] {
  const isTakenUp = input.attributions.some(
    ({ kind, name }) => kind !== 'group' && kind !== 'passive' && (name === undefined || !/\p{Lu}\p{Ll}/u.test(name.replace(/^The /, ''))),
  );
  return isTakenUp && input.citations.length === 0 ? namedBefore(input).filter(source => hasText(source, input.language)) : [];
}

/** "We grade the review A2": the one Source of that title, else the last name before, else what was cited last before. */
export function gradedSources(input: SupportInput, words: KeyedText): readonly Source[] {
  const described = /\bgrade[sd]?(?: (?:the|this|that|its|her|his|their))? ([\p{L} ]+?) (?:as )?[A-F][1-6]\b/iu.exec(words.text)?.[1];
  const titled = described === undefined ? [] : sourcesNamedAmong(described, input.index.sources);
  if (titled.length === 1) return titled;
  const named = namedBefore(input);
  if (named.length > 0) return named;
  const before = input.segment.facts.citations.filter(citation => citation.span.end <= input.claim.span.start).pop();
  const last = before === undefined ? undefined : input.index.sources.get(before.target);
  return last === undefined ? [] : [last];
}

/** Identifiers of vulnerabilities that the claim is about: its own, else the last ones before it in its segment's block. */
export function topicsOf(input: SupportInput): ReadonlySet<string> {
  const { tree, references } = input.segment.facts;
  const block = tree.blocks[tree.sentences[input.claim.sentence]?.block ?? -1];
  const ids = references.filter(fact => fact.kind === 'cve');
  const own = ids.filter(fact => input.claim.span.start <= fact.span.start && fact.span.end <= input.claim.span.end);
  if (own.length > 0) return new Set(own.map(fact => fact.id));
  const before = ids.filter(fact => block !== undefined && block.span.start <= fact.span.start && fact.span.end <= input.claim.span.start);
  const last = before[before.length - 1];
  return new Set(last === undefined ? [] : [last.id]);
}

/** "Researchers at the University of Dravlund": a crowd with its body. */
const OF_BODY = /\b(?:at|of|from) (?:the )?\p{Lu}/u;

/** Somebody is named whose text is not here. Vague groups and the passive name nobody. */
export function hasUnknownSource(input: SupportInput): boolean {
  return input.attributions.some(attribution => {
    if (attribution.kind === 'passive' || attribution.name === undefined) return false;
    if (attribution.kind === 'group' && !OF_BODY.test(attribution.name)) return false;
    return sourcesNamedAmong(attribution.name, input.index.sources).length === 0;
  });
}

export function hasText(source: Source, language: string | undefined): boolean {
  return source.noText === undefined && source.passages.length > 0 && sameLanguage(source, language);
}

export function sameLanguage(source: Source, language: string | undefined): boolean {
  return (source.language ?? 'en') === (language ?? 'en');
}

/** Why a cited source cannot be compared with; undefined for an entry of a bibliography, whose text nobody expects here. */
export function reasonOf(source: Source, language: string | undefined): Support['reason'] | undefined {
  if (source.noText === 'too-large') return 'too-large';
  if (source.noText === 'bibliography-entry') return undefined;
  if (source.noText !== undefined) return 'no-text';
  if (!sameLanguage(source, language)) return 'other-language';
  return 'no-text';
}

export function claimText(input: SupportInput): string {
  const { tree } = input.segment.facts;
  let text = tree.prose.slice(input.claim.span.start, input.claim.span.end);
  // What only points to a source is no part of what is claimed.
  for (const { span } of input.segment.facts.citations) {
    const start = span.start - input.claim.span.start;
    const end = span.end - input.claim.span.start;
    if (start >= 0 && end <= text.length) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

/** The part of its sentence before a claim, else the sentence before in the same block: what a short claim goes on about. */
export function textBefore(input: SupportInput): string {
  const { tree } = input.segment.facts;
  const own = tree.sentences[input.claim.sentence];
  const part = own === undefined ? '' : tree.prose.slice(own.span.start, Math.max(own.span.start, input.claim.span.start));
  if (/\p{L}{3}/u.test(part)) return part;
  const before = tree.sentences[input.claim.sentence - 1];
  if (own === undefined || before === undefined || own.block !== before.block) return '';
  return tree.prose.slice(before.span.start, before.span.end);
}

export function queryOf(input: SupportInput, text: string): string {
  return input.earlierNames === undefined || input.earlierNames.length === 0 ? text : `${text} ${input.earlierNames.join(' ')}`;
}

export function isOpen(source: Source, tlp: TlpLevel | undefined): boolean {
  const level = source.metadata.tlp;
  if (source.metadata.terms === 'off-record' || source.metadata.terms === 'deep-background') return false;
  return !isAbove(level, tlp ?? 'CLEAR');
}
