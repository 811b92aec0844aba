// Owns: checking one document: its segments, the view that rules get, caches of verdicts, what is unchecked.
// Must not know: where its text comes from, other documents, how rules and verdicts work.
import { resolveCitations } from '../evidence/citations.ts';
import { matchQuote } from '../evidence/quotes.ts';
import { type CoveringCitation, judgeClaim } from '../evidence/support.ts';
import type { QuoteMatch, Support } from '../evidence/types.ts';
import type { Claim, FactKind, Facts, Quote, TlpLevel } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { DocumentView, FrontMatter, PlacedSegment, Rule, SuppressionUse } from '../rules/types.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import type { Markup } from '../syntax/types.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { LineIndex } from '../text/line-index.ts';
import { type Span, shift } from '../text/span.ts';
import type { ConfigurationProblem } from './configuration.ts';
import { type DocumentPass, documentPass } from './document-pass.ts';
import { checking } from './findings.ts';
import { SegmentReader } from './segments.ts';
import type { Story } from './story.ts';
import type { CheckedClaim, CheckedDocument } from './types.ts';

export interface CheckRequest {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly role: 'draft' | 'notes' | 'bibliography';
  readonly markup: Markup;
  readonly story: Story;
  readonly ready: boolean;
  /** Of the workspace: what a check depends on beyond its own text. */
  readonly revision: number;
  readonly knowledge: Knowledge;
  readonly rules: readonly Rule[];
  redact(text: string): string;
}

interface Kept<T> {
  readonly key: string;
  readonly value: T;
}

/** What is kept of one document between its versions. */
export class DocumentState {
  readonly reader = new SegmentReader();
  /** Verdicts by claim: the claim lives as long as its segment's facts do. The key holds all else that they depend on. */
  readonly supports = new WeakMap<Claim, Kept<Support>>();
  readonly quotes = new WeakMap<Quote, Kept<QuoteMatch>>();
  last: { readonly key: string; readonly checked: CheckedDocument } | undefined;
  readonly counts = { judged: 0, matched: 0 };
}

/** Checks one text; yields in between. Equal requests get the same answer object. */
export function* checkingDocument(state: DocumentState, request: CheckRequest): Generator<void, CheckedDocument> {
  const key = `${request.revision} ${request.ready} ${request.role} ${request.markup} ${request.uri}\n${request.text}`;
  if (state.last?.key === key) return state.last.checked;
  const lines = new LineIndex(request.text);
  const frontMatter = parseFrontMatter(request.text);
  const role = request.role === 'draft' ? 'draft' : 'notes';
  const segments =
    request.role === 'bibliography'
      ? []
      : yield* state.reader.reading(request.text, { markup: request.markup, role, knowledge: request.knowledge });
  const makeView = viewMaker(state, request, role, segments, frontMatter);
  const view = makeView([]);
  const claims: CheckedClaim[] = [];
  if (role === 'draft' && !request.story.dormant) {
    for (const segment of segments) {
      for (const claim of segment.facts.claims) claims.push({ claim, segment, support: view.support(segment, claim) });
      if (segment.facts.claims.length > 0) yield;
    }
  }
  const findings = yield* checking({
    rules: request.rules,
    configuration: request.story.configuration,
    lines,
    view: makeView,
    story: request.story.view,
    ready: request.ready,
    redact: request.redact,
  });
  const unchecked: { reason: string; span?: Span }[] = [];
  for (const { claim, segment, support } of claims) {
    if (support.verdict === 'unchecked')
      unchecked.push({ reason: UNCHECKED[support.reason ?? 'off'], span: shift(claim.span, segment.offset) });
  }
  const checked: CheckedDocument = {
    uri: request.uri,
    text: request.text,
    lines,
    role: request.role,
    view,
    story: request.story.view,
    storyRoot: request.story.root,
    findings,
    claims,
    unchecked,
    problems: frontMatter.problems.map(problem => ({
      uri: request.uri,
      span: problem.span,
      message: problem.message,
      severity: 'warning',
    })),
    resultId: resultIdOf(findings),
  };
  state.last = { key, checked };
  return checked;
}

const UNCHECKED: Readonly<Record<NonNullable<Support['reason']>, string>> = {
  indexing: 'The notes are still being read.',
  'other-language': 'The best source is in another language, and no note gives a translation.',
  'no-text': 'The source has no text here to compare with.',
  'too-large': 'The source is too large to be read.',
  off: 'Checking is switched off here.',
};

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
    unchecked: [],
    problems: problems.map(problem => ({ uri, span: problem.span, message: problem.message, severity: problem.severity ?? 'error' })),
    resultId: fingerprint(JSON.stringify(problems)),
  };
}

function resultIdOf(findings: CheckedDocument['findings']): string {
  return fingerprint(
    findings.map(finding => `${finding.fingerprint} ${finding.severity} ${finding.span.start} ${finding.span.end}`).join('\n'),
  );
}

/** Builds views of one version of a document; what they compute is kept in `state`. */
function viewMaker(
  state: DocumentState,
  request: CheckRequest,
  role: 'draft' | 'notes',
  segments: readonly PlacedSegment[],
  frontMatter: FrontMatter,
): (suppressions: readonly SuppressionUse[]) => DocumentView {
  const { story } = request;
  const citations = resolveCitations({ segments, path: request.path }, story.lookup);
  const pass = documentPass(segments, frontMatter, citations, [
    story.revision,
    request.ready,
    story.configuration.strictness,
    request.knowledge.revision,
  ]);
  const supports = new Map<Claim, { readonly segment: PlacedSegment; readonly support: Support }>();
  const listed = new Map<FactKind, readonly unknown[]>();
  const base = {
    uri: request.uri,
    path: request.path,
    text: request.text,
    role,
    markup: request.markup,
    segments,
    frontMatter,
    citations,
    ...(pass.date ? { date: pass.date } : {}),
    ...(pass.tlp ? { tlp: pass.tlp } : {}),
    // Many rules ask for the same: it is listed once a version.
    all<K extends FactKind>(kind: K): Iterable<{ readonly fact: Facts[K][number]; readonly segment: PlacedSegment }> {
      const known = listed.get(kind);
      if (known) return known as readonly { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[];
      const list: { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[] = [];
      for (const segment of segments) for (const fact of segment.facts[kind]) list.push({ fact, segment });
      listed.set(kind, list);
      return list;
    },
    // Rules ask for the same verdict again and again: within one version it is looked up by claim and segment alone.
    support(segment: PlacedSegment, claim: Claim): Support {
      const known = supports.get(claim);
      // Equal paragraphs share their claims.
      if (known?.segment === segment) return known.support;
      const support = supportOf(state, request, pass, segment, claim);
      supports.set(claim, { segment, support });
      return support;
    },
    quoteMatch: (segment: PlacedSegment, quote: Quote): QuoteMatch => quoteMatchOf(state, request, pass, segment, quote),
  };
  return suppressions => ({ ...base, suppressions });
}

/**
 * The verdict on a claim, kept as long as all that it depends on is equal. What stands in the claim's own segment
 * (its attributions, names, opinion marks) needs no place in the key: a claim lives as long as its segment's facts.
 */
function supportOf(state: DocumentState, request: CheckRequest, pass: DocumentPass, segment: PlacedSegment, claim: Claim): Support {
  const { story } = request;
  const covering = pass.citationsOver(segment, claim.sentence);
  const key =
    covering.length === 0 ? pass.key : `${pass.key}\n${covering.map(one => `${one.citation.target}\t${one.source?.key ?? ''}`).join('\t')}`;
  const kept = state.supports.get(claim);
  if (kept?.key === key) return kept.value;
  state.counts.judged++;
  const judged = judgeClaim({
    claim,
    segment,
    index: story.index,
    citations: covering.map(({ citation, source }): CoveringCitation => ({ target: citation.target, ...(source ? { source } : {}) })),
    attributions: pass.attributionsOver(segment, claim.span, claim.sentence),
    knowledge: request.knowledge,
    strictness: story.configuration.strictness,
    ready: request.ready,
    opinion: pass.isOpinion(segment, claim.sentence),
    earlierNames: pass.earlierNames(segment, claim.sentence),
    tlp: pass.tlp ?? (story.configuration.defaultTlp as TlpLevel),
    ...(pass.date ? { date: pass.date } : {}),
  });
  // A citation that leads nowhere backs nothing; citations/unresolved says so.
  const leadsNowhere = judged.verdict === 'attributed' && covering.some(one => !one.source && one.citation.form !== 'link');
  const value: Support = leadsNowhere ? { ...judged, verdict: 'unchecked', reason: 'no-text' } : judged;
  state.supports.set(claim, { key, value });
  return value;
}

function quoteMatchOf(state: DocumentState, request: CheckRequest, pass: DocumentPass, segment: PlacedSegment, quote: Quote): QuoteMatch {
  const { story } = request;
  const speaker = pass.speakerOf(segment, quote);
  const key = [story.revision, request.ready, speaker ?? ''].join('\n');
  const kept = state.quotes.get(quote);
  if (kept?.key === key) return kept.value;
  state.counts.matched++;
  const value = matchQuote({ quote, facts: segment.facts, quotes: story.quotes, ready: request.ready, ...(speaker ? { speaker } : {}) });
  state.quotes.set(quote, { key, value });
  return value;
}
