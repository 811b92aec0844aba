// Owns: the rule claims/stale-source.
// Must not know: how verdicts are reached, the clock.
import { nameOf } from '../../evidence/source-name.ts';
import type { Match, Source } from '../../evidence/types.ts';
import type { Claim } from '../../extract/facts.ts';
import { MONTHS } from '../../lexicon/calendar.ts';
import { isSimplePast } from '../../lexicon/verbs.ts';
import { shift, slice } from '../../text/span.ts';
import { bearingSources } from '../sourcing.ts';
import { defineDocumentRule, type PlacedSegment, type RuleContext, type StoryView } from '../types.ts';

const NOW = /\b(?:today|now|nowadays|currently|at present|presently|these days|still|to date|so far|as of now|this (?:year|month|week))\b/i;
/** What was, and what will be or might. */
const NOT_NOW =
  /\b(?:was|were|had|did|been|ago|in (?:19|20)\d\d|since|by then|then|last (?:year|month|week)|(?:19|20)\d\d|will|would|could|might|may|should|must|shall|said|told|found|made|got|paid|lost|won|left|kept|held|sent|spent|broke|brought|bought|built|led|met|stood|fought|thought|put|hit)\b/i;
/** A past form that is no participle behind "is" or before a noun phrase's end: "asked", but not "is controlled". */
const PAST_FORM =
  /(?<!^)(?<!\b(?:is|are|be|being|gets?|has|have|not|an?|the|of|by|with)(?: \p{L}+ly)? )\b(?!un)\p{L}{2,}ed\b(?! (?:by|over|with)\b)/iu;
/** What is cited as a rule does not age with its date: it holds until it is replaced. */
const STANDARD =
  /\b(?:standards?|specifications?|rfc ?\d+|iso(?:\/iec)? ?\d+|nist sp|directives?|regulations?|laws?|acts?|treaty|convention|constitution|cvss|cwe|att&ck|icd ?20\d|guidelines?)\b/i;
/** Figures that change with time. */
const FIGURES: ReadonlySet<string> = new Set(['percent', 'share', 'duration']);
const BORNE: ReadonlySet<string> = new Set(['supported', 'partial', 'uncited', 'contradicted']);
const DAY = 86_400_000;

export default defineDocumentRule({
  id: 'claims/stale-source',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'info',
  roles: ['draft'],
  reads: ['claims', 'citations', 'support', 'story'],
  options: {
    days: {
      default: 730,
      description: 'Age in days, at the date of the draft, above which evidence is too old for a claim about the present.',
      schema: { type: 'integer', minimum: 1 },
    },
  },
  messages: {
    stale:
      'This speaks of the present, and its youngest source, “{title}”, is from {published}. Look for a newer one, or say how old the figure is.',
  },
  docs: {
    summary: 'A claim about the present rests on old evidence alone.',
    why: 'Shares, headcounts and ownership change. A reader takes "today" to mean the date of the article, not that of its source.',
    bad: [
      {
        draft: '---\ndate: 2025-10-20\n---\nThe company sells 31 percent of the home routers in Norvane today [@review].\n',
        notes: { 'notes/review.md': '---\npublished: 2019-04-30\n---\nThe company sells 31 percent of the home routers in Norvane.\n' },
      },
    ],
    good: [
      {
        draft: '---\ndate: 2025-10-20\n---\nIn 2018 the company sold 31 percent of the home routers in Norvane [@review].\n',
        notes: {
          'notes/review.md': '---\npublished: 2019-04-30\n---\nThe company sold 31 percent of the home routers in Norvane in 2018.\n',
        },
      },
    ],
  },
  check({ document, story, options, report }: RuleContext<{ readonly days: number }, 'stale'>) {
    const today = dayOf(document.date, 'start');
    if (today === undefined) return;
    const seen = new Set<string>();
    for (const { fact: claim, segment } of document.all('claims')) {
      const mark = `${segment.index} ${claim.sentence}`;
      if (claim.not !== undefined || seen.has(mark) || !isPresent(claim, segment)) continue;
      const support = document.support(segment, claim);
      const matches = support.verdict === 'not-a-claim' ? sameFigure(claim, segment, story) : support.matches;
      const clipping = clippingOf(matches);
      if (!clipping && !(matches === support.matches ? BORNE.has(support.verdict) : matches.length > 0)) continue;
      const youngest = clipping ?? youngestOf(bearingSources({ ...support, matches }, story.sources));
      if (!youngest || today - youngest.day <= options.days * DAY) continue;
      if (STANDARD.test(youngest.source.title) || STANDARD.test(textOf(claim, segment))) continue;
      seen.add(mark);
      report({
        span: shift(claim.span, segment.offset),
        message: 'stale',
        args: { title: nameOf(youngest.source), published: youngest.published },
        related: [{ uri: youngest.source.uri, span: youngest.source.keySpan, message: nameOf(youngest.source) }],
      });
    }
  },
});

function textOf(claim: Claim, segment: PlacedSegment): string {
  const { tree } = segment.facts;
  const span = tree.sentences[claim.sentence]?.span ?? claim.span;
  let text = slice(tree.prose, span);
  // "[@survey-2022]" dates the source, not the statement.
  for (const { span: cited } of segment.facts.citations) {
    const [start, end] = [cited.start - span.start, cited.end - span.start];
    if (start >= 0 && end <= text.length) text = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }
  return text;
}

/** A claim about the state of things at the time of the draft. */
function isPresent(claim: Claim, segment: PlacedSegment): boolean {
  let known = PRESENT_CLAIMS.get(claim);
  if (known === undefined) {
    known = speaksOfNow(claim, segment);
    PRESENT_CLAIMS.set(claim, known);
  }
  return known;
}

/** What was found of each claim; it lives as long as the words it stands for. */
const PRESENT_CLAIMS = new WeakMap<Claim, boolean>();

function speaksOfNow(claim: Claim, segment: PlacedSegment): boolean {
  const text = textOf(claim, segment);
  if (NOW.test(text)) return true;
  const isFigure =
    claim.type === 'statistic' ||
    claim.type === 'comparison' ||
    segment.facts.numbers.some(({ kind, span }) => FIGURES.has(kind) && claim.span.start <= span.start && span.end <= claim.span.end);
  const isTold = (text.match(/\p{L}+/gu) ?? []).some(word => isSimplePast(word.toLowerCase()));
  return isFigure && !isTold && !NOT_NOW.test(text) && !PAST_FORM.test(text);
}

interface Dated {
  readonly source: Source;
  readonly published: string;
  /** Milliseconds of its last possible day. */
  readonly day: number;
}

/** "Ministry of Health, brochure “At home”, March 2022: 23 % of …": a clipping within other notes, dated before its colon. */
const CLIPPING =
  /^[^.:!?]{0,100}\b(?:clipping|brochure|survey|study|report|leaflet|statistics|figures|census|poll|press release|white paper|yearbook|fact ?sheet)\b[^.:!?]{0,60}?\b(?:(?<month>January|February|March|April|May|June|July|August|September|October|November|December) )?(?<year>(?:19|20)\d\d)\)?:\s/iu;
/** How well a passage must fit a figure that is too plain to be judged, and in how many words: it is the same statement. */
const SAME = { score: 0.9, shared: 4 };

function sameFigure(claim: Claim, segment: PlacedSegment, story: StoryView): readonly Match[] {
  if (claim.type !== 'statistic') return [];
  const [best] = story.evidence.search(textOf(claim, segment), { limit: 1 });
  return best && best.score >= SAME.score && best.shared.length >= SAME.shared ? [best] : [];
}

/** Words that a claim must share with it. */
const LEAST_SHARED = 3;

/** The date that the passage which bears best on a claim gives for itself, as its Source's own date is that of the notes. */
function clippingOf([best]: readonly Match[]): Dated | undefined {
  if (!best || best.shared.length < LEAST_SHARED) return undefined;
  const { month, year } = CLIPPING.exec(best.passage.text)?.groups ?? {};
  if (year === undefined) return undefined;
  const number = MONTHS.get(month?.toLowerCase() ?? '');
  const published = number === undefined ? year : `${year}-${String(number).padStart(2, '0')}`;
  const day = dayOf(published, 'end');
  return day === undefined ? undefined : { source: best.passage.source, published, day };
}

/** The youngest of the Sources; undefined where one of them has no date. */
function youngestOf(sources: readonly Source[]): Dated | undefined {
  let youngest: Dated | undefined;
  for (const source of sources) {
    const day = dayOf(source.metadata.published, 'end');
    if (day === undefined) return undefined;
    if (!youngest || day > youngest.day) youngest = { source, day, published: source.metadata.published ?? '' };
  }
  return youngest;
}

/** Milliseconds of the first or last day that an ISO date of any exactness can mean. */
function dayOf(iso: string | undefined, which: 'start' | 'end'): number | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '');
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? (which === 'start' ? 1 : 12) : Number(match[2]);
  if (match[3] !== undefined) return Date.UTC(year, month - 1, Number(match[3]));
  return which === 'start' ? Date.UTC(year, month - 1, 1) : Date.UTC(year, month, 0);
}
