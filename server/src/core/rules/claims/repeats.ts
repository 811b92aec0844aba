// Owns: which claims of a document say the same: leads and summaries of the body, and plain repetitions.
// Must not know: how verdicts are reached, any one rule's messages.
import { align, type KeyedText, keyed } from '../../evidence/alignment.ts';
import type { Support, Verdict } from '../../evidence/types.ts';
import type { Claim } from '../../extract/facts.ts';
import { slice } from '../../text/span.ts';
import type { DocumentView, PlacedSegment } from '../types.ts';

/** A claim of a document with its verdict. */
export interface JudgedClaim {
  readonly claim: Claim;
  readonly segment: PlacedSegment;
  readonly support: Support;
}

interface Entry extends JudgedClaim {
  readonly said: Said;
}

/** What a claim says, and how it lies over others: kept as long as the claim lives, so that only what is new is compared. */
interface Said {
  readonly words: KeyedText;
  readonly numbers: readonly number[];
  /** Whether another claim says all of it. */
  readonly saidBy: WeakMap<Said, boolean>;
  /** Scores of its words in another claim; asked for of leads alone. */
  readonly scores: WeakMap<Said, readonly number[]>;
}

const SAID = new WeakMap<Claim, Said>();

/** Verdicts that leave nothing to ask of a claim, or of its repetition. */
const SETTLED: ReadonlySet<Verdict> = new Set(['supported', 'attributed', 'partial']);
/** Share of a claim's content words that another must hold to say the same. */
const SAME = 0.8;
/** Share that the settled claims of the body together must hold of a lead. */
const SUMMED = 0.75;
/** How many claims a document may have for its repetitions to be looked for; beyond it each stands alone. */
const LIMIT = 1500;
const SUMMARY =
  /^(?:summary|key (?:points|findings|judge?ments|takeaways|facts)|in brief|at a glance|overview|tl;?dr|executive summary|what we know|highlights|the (?:short|main) (?:version|points))\b/i;

/**
 * Claims with one of `verdicts` that need a finding, in order: not those that repeat a settled claim,
 * sum up settled ones (headline, lead, summary box), or repeat one that is listed already.
 * `again` holds the repetitions of each.
 */
export function openClaims(
  document: DocumentView,
  verdicts: ReadonlySet<Verdict>,
): readonly (JudgedClaim & { readonly again: readonly JudgedClaim[] })[] {
  const all: JudgedClaim[] = [];
  for (const { fact: claim, segment } of document.all('claims')) {
    if (claim.not !== undefined || claim.type === 'quotation') continue;
    all.push({ claim, segment, support: document.support(segment, claim) });
  }
  const asked = all.filter(({ support }) => verdicts.has(support.verdict));
  if (asked.length === 0) return [];
  if (all.length > LIMIT) return asked.map(entry => ({ ...entry, again: [] }));
  const settled = all.filter(({ support }) => SETTLED.has(support.verdict)).map(entryOf);
  const leads = leadSentences(document);
  const open: (Entry & { again: JudgedClaim[] })[] = [];
  for (const judged of asked) {
    const entry = entryOf(judged);
    if (settled.some(other => says(other, entry))) continue;
    if (leads.has(`${entry.segment.index} ${entry.claim.sentence}`) && isSummed(entry, settled)) continue;
    const same = open.find(other => says(other, entry) || says(entry, other));
    if (same) same.again.push(judged);
    else open.push({ ...entry, again: [] });
  }
  return open;
}

function entryOf(judged: JudgedClaim): Entry {
  const known = SAID.get(judged.claim);
  const said = known ?? saidIn(judged);
  if (!known) SAID.set(judged.claim, said);
  return { ...judged, said };
}

function saidIn(judged: JudgedClaim): Said {
  const { facts } = judged.segment;
  const { span } = judged.claim;
  const inside = facts.numbers.filter(
    number => number.kind !== 'ordinal' && number.span.start >= span.start && number.span.end <= span.end,
  );
  return {
    words: keyed(slice(facts.tree.prose, span)),
    numbers: inside.map(number => number.value),
    saidBy: new WeakMap(),
    scores: new WeakMap(),
  };
}

/** Whether `other` states all that `claim` states: words, figures, and the same sense. */
function says(other: Entry, claim: Entry): boolean {
  if (other.claim.polarity !== claim.claim.polarity) return false;
  if (!claim.said.numbers.every(value => other.said.numbers.some(known => isSame(known, value)))) return false;
  let says = claim.said.saidBy.get(other.said);
  if (says === undefined) {
    says = coverage(claim.said, [scoresIn(claim.said, other.said)]) >= SAME;
    claim.said.saidBy.set(other.said, says);
  }
  return says;
}

function isSummed(claim: Entry, settled: readonly Entry[]): boolean {
  const body = settled.filter(other => other.segment.index !== claim.segment.index || other.claim.sentence !== claim.claim.sentence);
  return (
    claim.said.numbers.every(value => body.some(other => other.said.numbers.some(known => isSame(known, value)))) &&
    coverage(
      claim.said,
      body.map(other => keptScores(claim.said, other.said)),
    ) >= SUMMED
  );
}

/** "About 2 million" sums up 1,968,412. */
function isSame(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 0.03 * Math.max(Math.abs(a), Math.abs(b));
}

/** Share of the content words of a claim that others hold, by their scores there; each word counts where it is found best. */
function coverage(claim: Said, others: readonly (readonly number[])[]): number {
  const best = new Float64Array(claim.words.words.length);
  for (const scores of others) {
    for (let index = 0; index < scores.length; index++) {
      if ((scores[index] as number) > (best[index] as number)) best[index] = scores[index] as number;
    }
  }
  let found = 0;
  let total = 0;
  claim.words.words.forEach((word, index) => {
    if (word.isFunction) return;
    total++;
    found += best[index] as number;
  });
  return total < 3 ? 0 : found / total;
}

function scoresIn(claim: Said, other: Said): readonly number[] {
  return align(claim.words, other.words).matches.map(match => match.score);
}

function keptScores(claim: Said, other: Said): readonly number[] {
  const known = claim.scores.get(other);
  if (known) return known;
  const scores = scoresIn(claim, other);
  claim.scores.set(other, scores);
  return scores;
}

/** Sentences that sum up: headings, the first two paragraphs, captions, and what stands below a heading such as "Key points". */
function leadSentences(document: DocumentView): ReadonlySet<string> {
  const leads = new Set<string>();
  let paragraphs = 0;
  let sections = 0;
  let summary = false;
  for (const segment of document.segments) {
    const { tree } = segment.facts;
    for (const block of tree.blocks) {
      if (block.kind === 'heading') {
        summary = SUMMARY.test(slice(tree.prose, block.span).trim());
        if (block.depth !== 1) sections++;
      }
      const opening = block.kind === 'paragraph' && sections === 0 && paragraphs < 2;
      if (block.kind === 'paragraph' && block.sentences.end > block.sentences.start) paragraphs++;
      if (!summary && !opening && block.kind !== 'heading' && block.kind !== 'caption') continue;
      for (let at = block.sentences.start; at < block.sentences.end; at++) leads.add(`${segment.index} ${at}`);
    }
  }
  return leads;
}
