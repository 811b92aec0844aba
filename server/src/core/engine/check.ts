// Owns: checking one document: its segments, the views that rules get of it, what is unchecked.
// Must not know: where its text comes from, other documents, how rules and verdicts work.
import type { PlacedAnnotation } from '../annotations/types.ts';
import { notedAnnotations, VerdictWords } from '../annotations/verdicts.ts';
import { placeCitations } from '../evidence/citations.ts';
import type { QuoteMatch, Support } from '../evidence/types.ts';
import { voicesWith } from '../extract/attributions.ts';
import type { Claim, FactKind, Facts, Quote } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type OpenClaims, Repeats } from '../rules/claims/repeats.ts';
import type { DocumentView, FrontMatter, OpenClaim, PlacedSegment, ResolvedCitation, Rule, SuppressionUse } from '../rules/types.ts';
import { parseFrontMatter } from '../syntax/front-matter.ts';
import type { Markup } from '../syntax/types.ts';
import { fingerprint } from '../text/fingerprint.ts';
import { LineIndex } from '../text/line-index.ts';
import type { Language } from '../text/phrases.ts';
import { shift } from '../text/span.ts';
import { citationsOver, type DocumentPass, DocumentReader } from './document-pass.ts';
import { inOrder, PlacedFinding, RuleSet } from './findings.ts';
import { type Grounds, Judge } from './judging.ts';
import { alignChecks, hasKind, type SegmentCheck, Verdicts } from './segment-checks.ts';
import { SegmentReader } from './segments.ts';
import { soFar } from './so-far.ts';
import type { Story } from './story.ts';
import { applySuppressions } from './suppressions.ts';
import type { CheckedClaim, CheckedDocument, Checking, SoFar } from './types.ts';
import { otherLanguages, uncheckedClaims } from './unchecked.ts';

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
  readonly annotations: readonly PlacedAnnotation[];
  redact(text: string): string;
  readonly language: Language;
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

/** Checks one text in steps. Equal requests get the same answer object. */
export function* checkingDocument(state: DocumentState, request: CheckRequest): Checking {
  if (state.last && isSame(state.last.request, request, REQUEST)) return state.last.checked;
  const { text, story } = request;
  const frontMatter = parseFrontMatter(text);
  const role = request.role === 'draft' ? 'draft' : 'notes';
  const rules = new RuleSet({
    rules: request.rules,
    configuration: story.configuration,
    story: story.view,
    role,
    ready: request.ready,
    redact: request.redact,
    language: request.language,
  });
  const known = { uri: request.uri, role: request.role, text, frontMatter, rules };
  const segments = yield* readingSegments(state, request, role, read => soFar(known, read));
  const all = (): SoFar => soFar(known, segments);
  const pass = state.document.read(request.path, segments, frontMatter, story.lookup);
  const ground = groundOf(state, request, role, frontMatter, pass);
  const checks = alignChecks(state.checks, segments, pass.surroundings);
  state.checks = checks;
  const version: Version = { state, ground, segments, checks, pass, text, openClaims: openClaimsOf(state, segments, checks) };
  const judges = role === 'draft' && !story.dormant;
  for (const segment of segments) if (judges && judgeSegment(version, segment)) yield all;

  const view = wholeView(version, request.annotations);
  const openClaims = version.openClaims();
  const found: PlacedFinding[] = [];
  for (const segment of segments) {
    const check = checks[segment.index] as SegmentCheck;
    const { verdicts } = check;
    const open = openClaims[segment.index];
    if (check.found?.ground !== ground || check.found.verdicts !== verdicts || !isSameOpen(check.found.open, open)) {
      check.found = { ground, verdicts, open, findings: rules.inSegment(segmentView(version, segment, open)) };
      yield all;
    }
    for (const finding of check.found.findings) found.push(new PlacedFinding(finding, request, view, segment));
  }
  for (const findings of rules.inDocument(view)) {
    for (const finding of findings) found.push(new PlacedFinding(finding, request, view));
    yield all;
  }
  const lines = new LineIndex(text);
  const judged = (id: string): boolean => id === '' || [...rules.ids].some(rule => rule === id || rule.startsWith(`${id}/`));
  const settled = new VerdictWords(request.annotations, key => !request.ready || story.hasSource(key));
  const open = found.filter(finding => !settled.settles(finding.rule, () => text.slice(finding.span.start, finding.span.end)));
  const { shown, uses } = applySuppressions(open, { ...version, frontMatter, lines }, judged);
  // Suppressions reach findings about suppressions too, but do not keep each other in use.
  const lateView = uses.length === 0 ? view : wholeView(version, request.annotations, uses);
  const late = rules.afterSuppressions(lateView).map(finding => new PlacedFinding(finding, request, lateView));
  const lateShown = applySuppressions(late, { ...version, frontMatter, lines }, () => false).shown;
  const findings = inOrder([...shown, ...lateShown]);
  const problems = [...frontMatter.problems, ...(story.problems.get(request.uri) ?? [])].map(
    ({ span, message }): CheckedDocument['problems'][number] => ({
      uri: request.uri,
      span,
      message: request.language.of(message),
      severity: 'warning',
    }),
  );
  let claims: readonly CheckedClaim[] | undefined;
  const checked: CheckedDocument = {
    uri: request.uri,
    text,
    lines,
    role: request.role,
    view,
    story: story.view,
    storyRoot: story.root,
    findings,
    get claims() {
      claims ??= claimsOf(version);
      return claims;
    },
    claimCounts: countsOf(version),
    unchecked: [...uncheckedClaims(segments, checks, request.language), ...otherLanguages(request)],
    problems,
    resultId: resultIdOf(findings, problems),
  };
  state.last = { request, checked };
  return checked;
}

function* readingSegments(
  { reader }: DocumentState,
  { role: sort, text, markup, knowledge }: CheckRequest,
  role: 'draft' | 'notes',
  known: (read: readonly PlacedSegment[]) => SoFar,
): Checking<readonly PlacedSegment[]> {
  if (sort === 'bibliography') return [];
  const steps = reader.reading(text, { markup, role, knowledge });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    // What the whole asks of each segment afterwards is found here, so that no step is long.
    void step.value.at(-1)?.facts.claims;
    yield () => known(step.value);
  }
}

const REQUEST = ['revision', 'ready', 'role', 'markup', 'uri', 'story', 'annotations', 'text'] as const;
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
  'register',
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
    register: pass.register,
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
  readonly ground: Ground;
  readonly segments: readonly PlacedSegment[];
  readonly checks: readonly SegmentCheck[];
  readonly pass: DocumentPass;
  readonly text: string;
  /** The open claims by segment; asked for when all claims are judged. */
  openClaims(): readonly (OpenClaims | undefined)[];
}

function openClaimsOf(state: DocumentState, segments: readonly PlacedSegment[], checks: readonly SegmentCheck[]) {
  let open: readonly (OpenClaims | undefined)[] | undefined;
  return () => {
    open ??= state.repeats.read(
      segments.flatMap(segment => {
        const { verdicts } = checks[segment.index] as SegmentCheck;
        return verdicts ? [{ segment, supports: verdicts.list, tally: verdicts.tally }] : [];
      }),
    );
    return open;
  };
}

/** Reaches the verdicts on a segment's claims. Answers whether there was anything to do. */
function judgeSegment({ state, ground, checks }: Version, segment: PlacedSegment): boolean {
  const check = checks[segment.index] as SegmentCheck;
  if (check.judgedOn === ground) return false;
  const list = segment.facts.claims.map(claim => state.judge.support(ground, segment, check.around, claim));
  const before = check.verdicts?.list;
  const isEqual = before !== undefined && before.length === list.length && list.every((support, index) => support === before[index]);
  if (!isEqual) check.verdicts = new Verdicts(segment.facts, list);
  check.judgedOn = ground;
  return list.length > 0;
}

function supportIn({ state, ground, checks }: Version, segment: PlacedSegment, claim: Claim): Support {
  const check = checks[segment.index] as SegmentCheck;
  const known = check.judgedOn === ground ? check.verdicts?.list[segment.facts.claims.indexOf(claim)] : undefined;
  return known ?? state.judge.support(ground, segment, check.around, claim);
}

function matchIn({ state, ground, checks }: Version, segment: PlacedSegment, quote: Quote): QuoteMatch {
  const check = checks[segment.index] as SegmentCheck;
  if (check.matches?.ground !== ground) check.matches = { ground, list: [] };
  const { list } = check.matches;
  const index = segment.facts.quotes.indexOf(quote);
  const match = list[index] ?? state.judge.match(ground, segment, check.around, quote);
  list[index] = match;
  return match;
}

function claimsOf({ segments, checks }: Version): readonly CheckedClaim[] {
  const claims: CheckedClaim[] = [];
  for (const segment of segments) {
    const { verdicts } = checks[segment.index] as SegmentCheck;
    verdicts?.list.forEach((support, index) => {
      claims.push({ claim: segment.facts.claims[index] as Claim, segment, support });
    });
  }
  return claims;
}

function countsOf({ checks }: Version): CheckedDocument['claimCounts'] {
  const counts = { total: 0, supported: 0, unchecked: 0 };
  for (const { verdicts } of checks) {
    if (!verdicts) continue;
    counts.total += verdicts.claims;
    counts.supported += verdicts.supported;
    counts.unchecked += verdicts.unchecked.length;
  }
  return counts;
}

function isSameOpen(a: OpenClaims | undefined, b: OpenClaims | undefined): boolean {
  if (!a || !b) return a === b;
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
function wholeView(version: Version, annotations: readonly PlacedAnnotation[], suppressions: readonly SuppressionUse[] = []): DocumentView {
  const { ground, segments, checks, pass, text } = version;
  const listed = new Map<FactKind, readonly unknown[]>();
  let citations: readonly ResolvedCitation[] | undefined;
  return {
    ...shared(ground),
    text,
    segments,
    voices: pass.voices,
    annotations: notedAnnotations(annotations),
    suppressions,
    get citations() {
      citations ??= placeCitations(
        segments,
        pass.surroundings.map(around => around.citations),
      );
      return citations;
    },
    citationsOver: (segment, sentence) => citationsOver((checks[segment.index] as SegmentCheck).around, sentence),
    openClaims: verdict =>
      segments.flatMap(segment =>
        (version.openClaims()[segment.index]?.[verdict] ?? []).map(one => ({
          ...one,
          segment,
          again: one.again.map(span => shift(span, segment.offset)),
        })),
      ),
    // Many rules ask for the same: it is listed once a version.
    all<K extends FactKind>(kind: K): Iterable<{ readonly fact: Facts[K][number]; readonly segment: PlacedSegment }> {
      const known = listed.get(kind);
      if (known) return known as readonly { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[];
      const list: { readonly fact: Facts[K][number]; readonly segment: PlacedSegment }[] = [];
      for (let at = 0; at < segments.length; at++) {
        if (!hasKind(checks[at] as SegmentCheck, kind)) continue;
        const segment = segments[at] as PlacedSegment;
        const facts = segment.facts[kind];
        for (let index = 0; index < facts.length; index++) list.push({ fact: facts[index] as Facts[K][number], segment });
      }
      listed.set(kind, list);
      return list;
    },
    support: (segment, claim) => supportIn(version, segment, claim),
    quoteMatch: (segment, quote) => matchIn(version, segment, quote),
  };
}

/** One segment as rules see it that run segment by segment: a document of its own. */
function segmentView(version: Version, placed: PlacedSegment, open: OpenClaims | undefined): DocumentView {
  const { facts } = placed;
  const { around } = version.checks[placed.index] as SegmentCheck;
  const segment: PlacedSegment = { facts, offset: 0, index: 0 };
  const segments = [segment];
  let citations: readonly ResolvedCitation[] | undefined;
  return {
    ...shared(version.ground),
    text: facts.tree.text,
    segments,
    voices: voicesWith(around.voices),
    annotations: [],
    suppressions: [],
    get citations() {
      citations ??= placeCitations(segments, [around.citations]);
      return citations;
    },
    citationsOver: (_segment, sentence) => citationsOver(around, sentence),
    openClaims: verdict => open?.[verdict] ?? [],
    *all(kind) {
      for (const fact of facts[kind]) yield { fact, segment };
    },
    support: (_segment, claim) => supportIn(version, placed, claim),
    quoteMatch: (_segment, quote) => matchIn(version, placed, quote),
  };
}

/** What every view of a document has. */
function shared({ uri, path, role, markup, frontMatter, date, tlp }: Ground) {
  return { uri, path, role, markup, frontMatter, ...(date ? { date } : {}), ...(tlp ? { tlp } : {}) };
}

function resultIdOf(findings: readonly PlacedFinding[], problems: CheckedDocument['problems']): string {
  let a = 0;
  let b = findings.length;
  for (const { span, hash } of findings) {
    a = Math.imul(a ^ hash ^ span.start, 0x9e3779b1);
    b = Math.imul(b ^ (hash >>> 7) ^ span.end, 0x5f356495) ^ (a >>> 15);
  }
  const id = ((b & 0x1fffff) * 0x100000000 + (a >>> 0)).toString(36);
  return problems.length === 0 ? id : `${id}.${fingerprint(JSON.stringify(problems))}`;
}
