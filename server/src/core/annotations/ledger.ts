// Owns: the ledger of a draft as plain data: every claim with what it rests on, who signed it off, what is open; and its sums.
// Must not know: documents, files, handling marks and their rules, the forms in which a ledger is written.
import type { QuoteStatus, Source, Support, Verdict as SupportVerdict } from '../evidence/types.ts';
import type { ClaimType, TlpLevel } from '../extract/facts.ts';
import type { Range } from '../text/line-index.ts';
import type { Span } from '../text/span.ts';
import type { SidecarProblem, Verdict } from './types.ts';
import { hasLostAll } from './verdicts.ts';

export const LEDGER_VERSION = 1;

/**
 * Where a claim stands, notes and people taken together.
 * `backed`: the notes support it, or a person verified it. `in-part`: something speaks for it, something is missing.
 * `open`: nothing speaks for it, or nobody could tell. `against`: the notes or a person dispute it. `aside`: opinion, or not checkable.
 */
export const STANDINGS = ['backed', 'in-part', 'open', 'against', 'aside'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Verdicts of the notes on a claim, from the best to the worst. */
export const SUPPORTS = [
  'supported',
  'partial',
  'attributed',
  'uncited',
  'unchecked',
  'miscited',
  'unsupported',
  'contradicted',
  'not-a-claim',
] as const satisfies readonly SupportVerdict[];

/** UTF-16 offsets into a file without BOM, half-open, and the same as zero-based lines and characters. */
export interface LedgerPlace extends Span {
  readonly range: Range;
}

export interface LedgerEvidence {
  /** Key of the Source. */
  readonly source: string;
  /** Whether the passage speaks for the claim, against it, for it in another Source than the cited one, or is merely the closest that there is. */
  readonly relation: 'supports' | 'contradicts' | 'elsewhere' | 'closest';
  readonly quote: string;
  readonly speaker?: string;
  /** Path of the note from the Story's folder. */
  readonly path: string;
  readonly place: LedgerPlace;
  /** Admiralty pair of the passage, else of its Source. */
  readonly grade?: string;
}

/** What a person said of a claim. */
export interface LedgerVerdict {
  readonly verdict: Verdict;
  readonly by?: string;
  /** ISO 8601. */
  readonly at?: string;
  readonly comment?: string;
  /** Characters of the comment that are not shown. */
  readonly more?: number;
  /** Keys of the Sources that it rests on. */
  readonly evidence: readonly string[];
  /** Keys that it rests on and that no Source has. */
  readonly gone?: readonly string[];
  /** How many Sources that it rests on are left out. */
  readonly leftOut?: number;
  /** The claim's words are not those that were judged: it does not count. */
  readonly expired: boolean;
  /** The thread is closed; a dispute then no longer counts. */
  readonly resolved: boolean;
}

export interface LedgerReply {
  readonly by?: string;
  readonly at?: string;
  readonly comment: string;
  /** Characters of the comment that are not shown. */
  readonly more?: number;
}

/** A thread that nobody has resolved yet, or a verdict without a place. */
export interface LedgerThread extends LedgerReply {
  /** The passage that it is about, or was about when it was last found; absent for the whole draft. */
  readonly passage?: string;
  /** Absent where the passage is gone, and for the whole draft. */
  readonly place?: LedgerPlace;
  readonly verdict?: Verdict;
  readonly assignee?: string;
  readonly replies: readonly LedgerReply[];
}

/** What is known of a claim before the ledger is drawn up. */
export interface ClaimEntry {
  readonly text: string;
  readonly place: LedgerPlace;
  /** Index into the paragraphs. */
  readonly paragraph: number;
  /** Heading that it stands under. */
  readonly section?: string;
  readonly type: ClaimType;
  /** Check-worthiness, 0 to 1. */
  readonly score: number;
  readonly support: SupportVerdict;
  /** Why it could not be checked. */
  readonly reason?: NonNullable<Support['reason']>;
  /** Its words repeat or sum up claims that stand elsewhere in the draft. */
  readonly repeats: boolean;
  /** Keys of the Sources that it cites or names. */
  readonly cited: readonly string[];
  readonly evidence: readonly LedgerEvidence[];
  /** What the notes have in place of the draft's words. */
  readonly differences: readonly { readonly drafted: string; readonly noted: string; readonly source: string }[];
  /** What the notes have of the direct quotes in it. */
  readonly quotes: readonly { readonly text: string; readonly status: QuoteStatus }[];
  /** All verdicts of people, in order of time. */
  readonly verdicts: readonly LedgerVerdict[];
  readonly threads: readonly LedgerThread[];
  readonly assignee?: string;
  /** How many passages that bear on it are left out. */
  readonly leftOut: number;
}

export interface LedgerClaim extends ClaimEntry {
  /** From 1, in order of the draft. */
  readonly number: number;
  readonly standing: Standing;
  /** The verdict that counts: an open dispute, else the last that has not expired, if may be one whose evidence is there. */
  readonly signOff?: LedgerVerdict;
  /** How many independent origins speak for it. */
  readonly origins: number;
}

/** What is known of a Source before the ledger is drawn up. */
export interface SourceEntry extends Pick<Source, 'key' | 'path'> {
  readonly name: string;
  readonly url?: string;
  readonly authors: readonly string[];
  readonly published?: string;
  readonly retrieved?: string;
  readonly grade?: string;
  readonly tlp?: TlpLevel;
  /** Name of the group of Sources that are not independent of it; its own where it stands alone. */
  readonly origin: string;
}

export interface LedgerSource extends SourceEntry {
  /** Numbers of the claims that it speaks for. */
  readonly claims: readonly number[];
  /** Days from its publication to the draft's date; negative for what came out later. Absent where either date is not known to the day. */
  readonly age?: number;
}

export interface LedgerParagraph {
  readonly place: LedgerPlace;
  readonly section?: string;
  /** Numbers of its claims. */
  readonly claims: readonly number[];
}

/** What is not shown, and how much of it. */
export interface LeftOut {
  /** Passages of Sources marked above the ledger's level. */
  readonly above: number;
  /** Passages on background or under embargo. */
  readonly restricted: number;
  /** Passages off the record. They are never shown. */
  readonly offRecord: number;
  /** Passages of Sources without a mark. */
  readonly unmarked: number;
  /** Claims in parts of the draft that are marked above the ledger's level. */
  readonly claims: number;
  /** Annotations on such parts, or on no place that can be told where there are such parts. */
  readonly annotations: number;
}

/** A fault of the sidecar: what the ledger says of people's work may not be all of it. */
export type LedgerProblem = Pick<SidecarProblem, 'kind' | 'line'>;

export interface LedgerInput {
  readonly draft: { readonly path: string; readonly title: string; readonly date?: string; readonly tlp?: TlpLevel };
  /** The mark of the ledger. */
  readonly tlp: TlpLevel;
  readonly claims: readonly ClaimEntry[];
  readonly sources: readonly SourceEntry[];
  readonly paragraphs: readonly Omit<LedgerParagraph, 'claims'>[];
  /** Open threads that are about no claim. */
  readonly threads: readonly LedgerThread[];
  /** What people said of passages that are gone, and of no claim that is there. */
  readonly orphaned: readonly LedgerThread[];
  /** What is wrong with the sidecar. */
  readonly problems: readonly LedgerProblem[];
  readonly leftOut: LeftOut;
  /** Passages that are shown although their Sources have no mark. */
  readonly unmarked: number;
}

export interface Ledger {
  readonly version: typeof LEDGER_VERSION;
  readonly draft: LedgerInput['draft'];
  readonly tlp: TlpLevel;
  readonly summary: {
    readonly claims: number;
    readonly byStanding: Readonly<Record<Standing, number>>;
    readonly bySupport: Readonly<Record<SupportVerdict, number>>;
    /** Share of the claims that can be checked which are backed; 0 where there are none. */
    readonly shareBacked: number;
    readonly signedOff: number;
    readonly expired: number;
    /** Claims that a person disputes. */
    readonly disputed: number;
    readonly threads: number;
    /** Independent origins behind all claims. */
    readonly origins: number;
    /** Numbers of the claims that need work: unsupported ones first. */
    readonly attention: readonly number[];
    readonly leftOut: LeftOut;
    readonly unmarked: number;
  };
  readonly claims: readonly LedgerClaim[];
  /** Sources that claims rest on or cite, those that carry most first. */
  readonly sources: readonly LedgerSource[];
  readonly paragraphs: readonly LedgerParagraph[];
  readonly threads: readonly LedgerThread[];
  readonly orphaned: readonly LedgerThread[];
  readonly problems: readonly LedgerProblem[];
}

/** A verdict that settles a claim opens no discussion; comments, disputes and what needs a source do. */
export function isThread({ verdict, replies }: { readonly verdict?: Verdict; readonly replies: readonly unknown[] }): boolean {
  return verdict === undefined || DISPUTES.has(verdict) || replies.length > 0;
}

/** The verdict that counts: an open dispute or want of a source, whatever the clocks say, else the last one that stands, if may be on evidence that is there. */
function signOffOf(verdicts: readonly LedgerVerdict[]): LedgerVerdict | undefined {
  const standing = verdicts.filter(({ expired, resolved, verdict }) => !expired && !(resolved && DISPUTES.has(verdict)));
  const disputes = standing.findLast(({ verdict }) => DISPUTES.has(verdict));
  return disputes ?? standing.findLast(one => one.verdict !== 'verified' || !hasLostItsEvidence(one)) ?? standing.at(-1);
}

const DISPUTES: ReadonlySet<Verdict> = new Set(['disputed', 'needs-source']);

/** Draws up the ledger. Claims and paragraphs come in the order of the draft. */
export function ledgerOf(input: LedgerInput): Ledger {
  const originOf = new Map(input.sources.map(source => [source.key, source.origin]));
  const claims = input.claims.map((entry, at): LedgerClaim => {
    const signOff = signOffOf(entry.verdicts);
    return {
      number: at + 1,
      ...entry,
      standing: standingOf(entry, signOff),
      ...(signOff ? { signOff } : {}),
      origins: new Set(keysFor(entry, signOff).map(key => originOf.get(key) ?? key)).size,
    };
  });
  const carried = new Map<string, number[]>();
  for (const claim of claims) {
    for (const key of keysFor(claim, claim.signOff)) {
      const numbers = carried.get(key);
      if (numbers) numbers.push(claim.number);
      else carried.set(key, [claim.number]);
    }
  }
  const sources = input.sources
    .map((source): LedgerSource => {
      const age = daysBetween(source.published, input.draft.date);
      return { ...source, claims: carried.get(source.key) ?? [], ...(age === undefined ? {} : { age }) };
    })
    .sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
  return {
    version: LEDGER_VERSION,
    draft: input.draft,
    tlp: input.tlp,
    summary: summaryOf(input, claims, new Set([...carried.keys()].map(key => originOf.get(key) ?? key)).size),
    claims,
    sources,
    paragraphs: input.paragraphs.map((paragraph, at) => ({
      ...paragraph,
      claims: claims.filter(claim => claim.paragraph === at).map(claim => claim.number),
    })),
    threads: input.threads,
    orphaned: input.orphaned,
    problems: input.problems,
  };
}

/** Quotes that say other words than the notes, or give them to somebody else. */
export const MISQUOTED: ReadonlySet<QuoteStatus> = new Set(['altered', 'meaning-changed', 'spliced', 'wrong-speaker']);

/** Verdicts of people and of the notes to one standing. What the notes contradict stays in sight whatever people say. */
function standingOf({ support, repeats, quotes }: ClaimEntry, signOff: LedgerVerdict | undefined): Standing {
  if (support === 'contradicted' || quotes.some(({ status }) => MISQUOTED.has(status))) return 'against';
  switch (signOff?.verdict) {
    case 'verified':
      if (!hasLostItsEvidence(signOff)) return 'backed';
      break;
    case 'opinion':
    case 'not-checkable':
      return 'aside';
    case 'disputed':
      return 'against';
    case 'needs-source':
      return 'open';
  }
  if (quotes.some(({ status }) => status === 'not-found')) return 'open';
  switch (support) {
    case 'supported':
      return 'backed';
    case 'partial':
    case 'attributed':
    case 'uncited':
      return 'in-part';
    case 'unsupported':
      return repeats ? 'in-part' : 'open';
    case 'miscited':
    case 'unchecked':
      return 'open';
    case 'not-a-claim':
      return 'aside';
  }
}

/** Whether all that a verdict rests on is gone from the notes. */
export function hasLostItsEvidence({ evidence, gone = [], leftOut = 0 }: LedgerVerdict): boolean {
  return hasLostAll(evidence.length + leftOut, gone.length);
}

/** Whether a person's verdict lets a claim pass, by itself. */
export function isSettled(signOff: LedgerVerdict | undefined): boolean {
  return signOff?.verdict === 'opinion' || (signOff?.verdict === 'verified' && !hasLostItsEvidence(signOff));
}

/** Keys of the Sources that speak for a claim, by the notes or by whoever verified it. */
function keysFor({ evidence }: ClaimEntry, signOff: LedgerVerdict | undefined): readonly string[] {
  const verified = signOff?.verdict === 'verified' ? signOff.evidence : [];
  return [...new Set([...evidence.filter(({ relation }) => relation === 'supports').map(({ source }) => source), ...verified])];
}

/** What is wrong with a claim, the most pressing first. */
const PRESSING: readonly ((claim: LedgerClaim) => boolean)[] = [
  ({ support, standing }) => support === 'unsupported' && standing === 'open',
  ({ support }) => support === 'contradicted',
  ({ support, standing }) => support === 'miscited' && standing === 'open',
  ({ standing }) => standing === 'against',
  ({ standing }) => standing === 'open',
  ({ support, standing }) => support === 'uncited' && standing === 'in-part',
  ({ threads }) => threads.length > 0,
  ({ verdicts, signOff }) => verdicts.length > 0 && !signOff,
];

function summaryOf(
  { leftOut, unmarked, threads, orphaned }: LedgerInput,
  claims: readonly LedgerClaim[],
  origins: number,
): Ledger['summary'] {
  const count = (holds: (claim: LedgerClaim) => boolean): number => claims.filter(holds).length;
  const rank = (claim: LedgerClaim): number => PRESSING.findIndex(holds => holds(claim));
  const aside = count(({ standing }) => standing === 'aside');
  const backed = count(({ standing }) => standing === 'backed');
  return {
    claims: claims.length,
    byStanding: Object.fromEntries(STANDINGS.map(one => [one, count(({ standing }) => standing === one)])) as Record<Standing, number>,
    bySupport: Object.fromEntries(SUPPORTS.map(one => [one, count(({ support }) => support === one)])) as Record<SupportVerdict, number>,
    shareBacked: claims.length === aside ? 0 : Math.round((1000 * backed) / (claims.length - aside)) / 1000,
    signedOff: count(({ signOff }) => isSettled(signOff)),
    expired: count(({ verdicts, signOff }) => verdicts.length > 0 && !signOff),
    disputed: count(({ signOff }) => signOff?.verdict === 'disputed'),
    threads: threads.length + orphaned.filter(isThread).length + claims.reduce((sum, claim) => sum + claim.threads.length, 0),
    origins,
    attention: claims
      .filter(claim => rank(claim) >= 0)
      .sort((a, b) => rank(a) - rank(b) || a.number - b.number)
      .map(claim => claim.number),
    leftOut,
    unmarked,
  };
}

/** Whole days from one ISO day to another; undefined where either is not a full date. */
function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  const days = [from, to].map(day =>
    day !== undefined && /^\d{4}-\d{2}-\d{2}/.test(day) ? Date.parse(day.slice(0, 10)) / 86_400_000 : NaN,
  );
  const difference = (days[1] as number) - (days[0] as number);
  return Number.isNaN(difference) ? undefined : difference;
}
