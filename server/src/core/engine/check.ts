// Owns: checking one document: its segments, the views that rules get of it, what is unchecked.
// Must not know: where its text comes from, other documents, how rules and verdicts work.
import { placeCitations } from '../evidence/citations.ts';
import type { Support } from '../evidence/types.ts';
import { voicesWith } from '../extract/attributions.ts';
import type { Claim, FactKind, Facts, Quote } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { Repeats } from '../rules/claims/repeats.ts';
import type { DocumentView, FrontMatter, OpenClaim, OpenVerdict, PlacedSegment, ResolvedCitation, Rule } from '../rules/types.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import type { Markup } from '../syntax/types.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { LineIndex } from '../text/line-index.ts';
import { type Span, shift } from '../text/span.ts';
import type { ConfigurationProblem } from './configuration.ts';
import { citationsOver, type DocumentPass, DocumentReader } from './document-pass.ts';
import { inOrder, PlacedFinding, RuleSet } from './findings.ts';
import { type Grounds, Judge } from './judging.ts';
import { alignChecks, type OpenClaims, type SegmentCheck } from './segment-checks.ts';
import { SegmentReader } from './segments.ts';
import type { Story } from './story.ts';
import { applySuppressions } from './suppressions.ts';
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

/** What is kept of one document between its versions. */
export class DocumentState {
  readonly reader = new SegmentReader();
  readonly document = new DocumentReader();
  readonly judge = new Judge();
  readonly repeats = new Repeats();
  checks: readonly SegmentCheck[] = [];
  /** What all findings of the last version rest on beyond its segments; equal ones are one object. */
  ground: Ground | undefined;
  last: { readonly request: CheckRequest; readonly checked: CheckedDocument } | undefined;
}

/** All that the findings of a segment depend on beyond the segment and what stands over it. */
interface Ground extends Grounds {
  readonly uri: string;
  readonly path: string;
  readonly role: 'draft' | 'notes';
  readonly markup: Markup;
  readonly revision: number;
  readonly storyRevision: number;
  readonly frontMatter: FrontMatter;
}

/** Checks one text; yields in between. Equal requests get the same answer object. */
export function* checkingDocument(state: DocumentState, request: CheckRequest): Generator<void, CheckedDocument> {
  if (state.last && isSame(state.last.request, request, REQUEST)) return state.last.checked;
  const { text, story } = request;
  const frontMatter = parseFrontMatter(text);
  const role = request.role === 'draft' ? 'draft' : 'notes';
  const segments =
    request.role === 'bibliography'
      ? []
      : yield* state.reader.reading(text, { markup: request.markup, role, knowledge: request.knowledge });
  const pass = state.document.read(request.path, segments, frontMatter, story.lookup);
  const ground = groundOf(state, request, role, frontMatter, pass);
  const checks = alignChecks(state.checks, segments, pass.surroundings);
  state.checks = checks;
  const version: Version = { state, request, ground, segments, checks, pass, text };
  const judges = role === 'draft' && !story.dormant;
  for (const segment of segments) if (judges && judgeSegment(version, segment)) yield;

  const view = wholeView(version);
  const rules = new RuleSet({
    rules: request.rules,
    configuration: story.configuration,
    story: story.view,
    role,
    ready: request.ready,
    redact: request.redact,
  });
  const openClaims = judges ? openBySegment(view) : [];
  const found: PlacedFinding[] = [];
  for (const [index, segment] of segments.entries()) {
    const check = checks[index] as SegmentCheck;
    const open = openClaims[index] ?? NONE_OPEN;
    const supports = check.supports?.list;
    if (check.found?.grounds !== ground || check.found.supports !== supports || !isSameOpen(check.found.open, open)) {
      check.found = { grounds: ground, supports, open, findings: rules.inSegment(segmentView(version, segment, open)) };
      yield;
    }
    for (const finding of check.found.findings) found.push(new PlacedFinding(finding, view, segment));
  }
  for (const findings of rules.inDocument(view)) {
    for (const finding of findings) found.push(new PlacedFinding(finding, view));
    yield;
  }
  const lines = new LineIndex(text);
  const judged = (id: string): boolean => id === '' || [...rules.ids].some(rule => rule === id || rule.startsWith(`${id}/`));
  const { shown, uses } = applySuppressions(found, { ...version, frontMatter, lines }, judged);
  // Suppressions reach findings about suppressions too, but do not keep each other in use.
  const late = rules.afterSuppressions({ ...view, suppressions: uses }).map(finding => new PlacedFinding(finding, view));
  const lateShown = applySuppressions(late, { ...version, frontMatter, lines }, () => false).shown;
  const findings = inOrder([...shown, ...lateShown]);
  const claims = judges ? claimsOf(version) : [];
  const unchecked: { reason: string; span?: Span }[] = [];
  for (const { claim, segment, support } of claims) {
    if (support.verdict === 'unchecked')
      unchecked.push({ reason: UNCHECKED[support.reason ?? 'off'], span: shift(claim.span, segment.offset) });
  }
  const checked: CheckedDocument = {
    uri: request.uri,
    text,
    lines,
    role: request.role,
    view,
    story: story.view,
    storyRoot: story.root,
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
  state.last = { request, checked };
  return checked;
}

const REQUEST = ['revision', 'ready', 'role', 'markup', 'uri', 'story', 'text'] as const;
const GROUND = [
  'uri',
  'path',
  'role',
  'markup',
  'revision',
  'story',
  'storyRevision',
  'knowledge',
  'ready',
  'date',
  'tlp',
  'frontMatter',
] as const;

function isSame<T>(a: T, b: T, keys: readonly (keyof T)[]): boolean {
  return keys.every(key => a[key] === b[key]);
}

function groundOf(state: DocumentState, request: CheckRequest, role: Ground['role'], frontMatter: FrontMatter, pass: DocumentPass): Ground {
  const ground: Ground = {
    uri: request.uri,
    path: request.path,
    role,
    markup: request.markup,
    revision: request.revision,
    story: request.story,
    storyRevision: request.story.revision,
    knowledge: request.knowledge,
    ready: request.ready,
    frontMatter,
    ...(pass.date ? { date: pass.date } : {}),
    ...(pass.tlp ? { tlp: pass.tlp } : {}),
  };
  if (!state.ground || !isSame(state.ground, ground, GROUND)) state.ground = ground;
  return state.ground;
}

/** One version of a document while it is checked. */
interface Version {
  readonly state: DocumentState;
  readonly request: CheckRequest;
  readonly ground: Ground;
  readonly segments: readonly PlacedSegment[];
  readonly checks: readonly SegmentCheck[];
  readonly pass: DocumentPass;
  readonly text: string;
}

/** Reaches the verdicts on a segment's claims. Answers whether there was anything to do. */
function judgeSegment({ state, ground, checks }: Version, segment: PlacedSegment): boolean {
  const check = checks[segment.index] as SegmentCheck;
  if (check.supports?.grounds === ground) return false;
  const list = segment.facts.claims.map(claim => state.judge.support(ground, segment, check.around, claim));
  const before = check.supports?.list;
  const isEqual = before !== undefined && before.length === list.length && list.every((support, index) => support === before[index]);
  check.supports = { grounds: ground, list: isEqual ? before : list };
  return list.length > 0;
}

function supportIn({ state, ground, checks }: Version, segment: PlacedSegment, claim: Claim): Support {
  const check = checks[segment.index] as SegmentCheck;
  const known = check.supports?.grounds === ground ? check.supports.list[segment.facts.claims.indexOf(claim)] : undefined;
  return known ?? state.judge.support(ground, segment, check.around, claim);
}

function claimsOf({ segments, checks }: Version): readonly CheckedClaim[] {
  const claims: CheckedClaim[] = [];
  for (const segment of segments) {
    const supports = (checks[segment.index] as SegmentCheck).supports?.list ?? [];
    for (const [index, claim] of segment.facts.claims.entries()) claims.push({ claim, segment, support: supports[index] as Support });
  }
  return claims;
}

const NONE_OPEN: OpenClaims = { uncited: [], unsupported: [] };

/** The open claims of a document by segment, where there are any. */
function openBySegment(view: DocumentView): readonly (OpenClaims | undefined)[] {
  const open: { uncited: OpenClaim[]; unsupported: OpenClaim[] }[] = [];
  for (const verdict of ['uncited', 'unsupported'] as const) {
    for (const { claim, segment, support, again } of view.openClaims(verdict)) {
      const here = open[segment.index] ?? { uncited: [], unsupported: [] };
      open[segment.index] = here;
      here[verdict].push({
        claim,
        support,
        segment: { facts: segment.facts, offset: 0, index: 0 },
        again: again.map(span => shift(span, -segment.offset)),
      });
    }
  }
  return open;
}

function isSameOpen(a: OpenClaims, b: OpenClaims): boolean {
  return a === b || (isSameOpenList(a.uncited, b.uncited) && isSameOpenList(a.unsupported, b.unsupported));
}

function isSameOpenList(a: readonly OpenClaim[], b: readonly OpenClaim[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, index) => {
      const other = b[index] as OpenClaim;
      return (
        one.claim === other.claim &&
        one.again.length === other.again.length &&
        one.again.every((span, at) => span.start === other.again[at]?.start && span.end === other.again[at]?.end)
      );
    })
  );
}

/** The document as rules see it that need the whole of it. */
function wholeView(version: Version): DocumentView {
  const { state, ground, segments, checks, pass, text } = version;
  const listed = new Map<FactKind, readonly unknown[]>();
  let citations: readonly ResolvedCitation[] | undefined;
  let open: ReadonlyMap<OpenVerdict, readonly OpenClaim[]> | undefined;
  return {
    ...shared(ground),
    text,
    segments,
    voices: pass.voices,
    suppressions: [],
    get citations() {
      citations ??= placeCitations(
        segments,
        pass.surroundings.map(around => around.citations),
      );
      return citations;
    },
    citationsOver: (segment, sentence) => citationsOver((checks[segment.index] as SegmentCheck).around, sentence),
    openClaims: verdict => {
      open ??= state.repeats.read(segments, (segment, claim) => supportIn(version, segment, claim));
      return open.get(verdict) ?? [];
    },
    // Many rules ask for the same: it is listed once a version.
    all<K extends FactKind>(kind: K): Iterable<{ readonly fact: Facts[K][number]; readonly segment: PlacedSegment }> {
      const known = listed.get(kind);
      if (known) return known as readonly { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[];
      const list: { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[] = [];
      for (const segment of segments) for (const fact of segment.facts[kind]) list.push({ fact, segment });
      listed.set(kind, list);
      return list;
    },
    support: (segment, claim) => supportIn(version, segment, claim),
    quoteMatch: (segment: PlacedSegment, quote: Quote) =>
      state.judge.match(ground, segment, (checks[segment.index] as SegmentCheck).around, quote),
  };
}

/** One segment as rules see it that run segment by segment: a document of its own. */
function segmentView(version: Version, placed: PlacedSegment, open: OpenClaims): DocumentView {
  const { state, ground, checks } = version;
  const { around, supports } = checks[placed.index] as SegmentCheck;
  const { facts } = placed;
  const segment: PlacedSegment = { facts, offset: 0, index: 0 };
  const segments = [segment];
  let citations: readonly ResolvedCitation[] | undefined;
  return {
    ...shared(ground),
    text: facts.tree.text,
    segments,
    voices: voicesWith(around.voices),
    suppressions: [],
    get citations() {
      citations ??= placeCitations(segments, [around.citations]);
      return citations;
    },
    citationsOver: (_segment, sentence) => citationsOver(around, sentence),
    openClaims: verdict => open[verdict],
    *all(kind) {
      for (const fact of facts[kind]) yield { fact, segment };
    },
    support: (_segment, claim) => supports?.list[facts.claims.indexOf(claim)] ?? state.judge.support(ground, segment, around, claim),
    quoteMatch: (_segment, quote) => state.judge.match(ground, segment, around, quote),
  };
}

/** What every view of a document has. */
function shared({ uri, path, role, markup, frontMatter, date, tlp }: Ground) {
  return { uri, path, role, markup, frontMatter, ...(date ? { date } : {}), ...(tlp ? { tlp } : {}) };
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
