// Owns: which claims of a document say the same: leads and summaries of the body, and plain repetitions.
// Must not know: how verdicts are reached, any one rule's messages.
import { aligned, type KeyedText, keyed, keyedPassage } from '../../evidence/alignment.ts';
import { absentFigures, Figures } from '../../evidence/figures.ts';
import { sourcesNamed } from '../../evidence/named-sources.ts';
import type { Support, Verdict } from '../../evidence/types.ts';
import { resolveSpeaker } from '../../extract/attributions.ts';
import type { Claim, Facts } from '../../extract/facts.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import type { OpenClaim, OpenVerdict, PlacedSegment } from '../types.ts';

/** A claim of a document with its verdict. */
interface JudgedClaim {
  readonly claim: Claim;
  readonly segment: PlacedSegment;
  readonly support: Support;
}

/** What a claim says; it lives as long as the claim. */
interface Said {
  readonly words: KeyedText;
  /** How many of its words say something, and the bits that stand for them: see `mayHold`. */
  readonly content: number;
  readonly bits: Int32Array;
  readonly set: Int32Array;
  readonly numbers: readonly number[];
  readonly polarity: Claim['polarity'];
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
/** The same where a standfirst is held against the evidence of the body, too; and how many passages of each claim are. */
const BORNE_OUT = 0.6;
const RESTS = 3;
/** How many claims a document may have for its repetitions to be looked for; beyond it each stands alone. */
const LIMIT = 1500;
const SUMMARY =
  /^(?:summary|key (?:points|findings|judge?ments|takeaways|facts)|in brief|at a glance|overview|tl;?dr|executive summary|what we know|highlights|the (?:short|main) (?:version|points))\b/i;

/** Share of a claim's content words that must stand in another as they are, before the two are compared closely. */
const SHARED = 0.5;

/** The claims of a segment that matter here, by their indexes; kept with the verdicts. */
export interface Tally {
  /** Claims that are compared at all. */
  readonly count: number;
  readonly settled: readonly number[];
  readonly asked: Readonly<Record<OpenVerdict, readonly number[]>>;
  /** Its open claims where nothing is compared. */
  readonly alone: OpenClaims | undefined;
}

/** Open claims of one segment, which stands at offset 0; the places of `again` count from its start. */
export type OpenClaims = Readonly<Record<OpenVerdict, readonly OpenClaim[]>>;

/** A segment with its verdicts by claim. */
export interface JudgedSegment {
  readonly segment: PlacedSegment;
  readonly supports: readonly Support[];
  readonly tally: Tally;
}

/** Sorts the claims of a segment by what their verdicts leave to ask. */
export function tallyOf(facts: Facts, supports: readonly Support[]): Tally {
  const settled: number[] = [];
  const asked = { uncited: [] as number[], unsupported: [] as number[] };
  let count = 0;
  for (const [index, claim] of facts.claims.entries()) {
    const { verdict } = supports[index] as Support;
    // What does not look like a claim is asked for where its verdict says so.
    const isAsked = claim.not === undefined || verdict === 'uncited' || verdict === 'unsupported';
    if (!isAsked || claim.type === 'quotation') continue;
    count++;
    if (SETTLED.has(verdict)) settled.push(index);
    else if (verdict === 'uncited' || verdict === 'unsupported') asked[verdict].push(index);
  }
  const segment = { facts, offset: 0, index: 0 };
  const open = (index: number): OpenClaim => ({
    claim: facts.claims[index] as Claim,
    segment,
    support: supports[index] as Support,
    again: [],
  });
  const isQuiet = asked.uncited.length + asked.unsupported.length === 0;
  const alone = isQuiet ? undefined : { uncited: asked.uncited.map(open), unsupported: asked.unsupported.map(open) };
  return { count, settled, asked, alone };
}

/** Which claims of one document say the same, version by version: only what is new is compared. */
export class Repeats {
  readonly #byVerdict = { uncited: new Comparisons(), unsupported: new Comparisons() };

  /**
   * Claims that need a finding, by segment: not those that repeat a settled claim, sum up settled ones (headline, lead,
   * summary box), or repeat one that is listed already. `again` holds the repetitions of each.
   */
  read(document: readonly JudgedSegment[]): readonly (OpenClaims | undefined)[] {
    const count = document.reduce((sum, { tally }) => sum + tally.count, 0);
    if (count > LIMIT) return document.map(({ tally }) => tally.alone);
    const settled = document.flatMap(one => one.tally.settled.map(index => judgedAt(one, index)));
    const leads = leadSentences(document.map(({ segment }) => segment));
    const open: { uncited: OpenClaim[]; unsupported: OpenClaim[] }[] = [];
    for (const verdict of ['uncited', 'unsupported'] as const) {
      const asked = document.flatMap(one => one.tally.asked[verdict].map(index => judgedAt(one, index)));
      for (const { claim, segment, support, again } of this.#byVerdict[verdict].open(asked, settled, leads)) {
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
}

function judgedAt({ segment, supports }: JudgedSegment, index: number): JudgedClaim {
  return { segment, claim: segment.facts.claims[index] as Claim, support: supports[index] as Support };
}

/** Claims of one verdict, compared with the settled claims and with each other. */
class Comparisons {
  #settled: ReadonlySet<Said> = new Set();
  /** For each claim, a settled one that says it; `undefined` where none does. */
  #saidBy = new Map<Said, Said | undefined>();
  /** For each claim, the others of its kind that say the same. */
  #same = new Map<Said, ReadonlySet<Said>>();

  open(asked: readonly JudgedClaim[], settled: readonly JudgedClaim[], leads: ReadonlyMap<string, Lead>): readonly OpenClaim[] {
    const claims = asked.map(saidOf);
    this.#compareWithSettled(claims, new Set(settled.map(saidOf)));
    this.#compareWithEachOther(claims);
    const open: (JudgedClaim & { readonly again: Span[] })[] = [];
    const places = new Map<Said, number>();
    for (const [index, judged] of asked.entries()) {
      const said = claims[index] as Said;
      if (this.#saidBy.get(said) !== undefined) continue;
      const lead = leads.get(`${judged.segment.index} ${judged.claim.sentence}`);
      if (lead !== undefined && isSummed(judged, said, settled)) continue;
      if (lead === 'standfirst' && isBorneOut(judged, said, settled)) continue;
      if ((lead === 'first' || lead === 'standfirst') && isNamedBeside(judged)) continue;
      let first = says(said, said) ? places.get(said) : undefined;
      for (const other of this.#same.get(said) ?? [])
        first = Math.min(first ?? Number.POSITIVE_INFINITY, places.get(other) ?? Number.POSITIVE_INFINITY);
      const same = first === undefined ? undefined : open[first];
      if (same) same.again.push(shift(judged.claim.span, judged.segment.offset));
      else {
        places.set(said, open.length);
        open.push({ ...judged, again: [] });
      }
    }
    return open;
  }

  #compareWithSettled(claims: readonly Said[], settled: ReadonlySet<Said>): void {
    const added = [...settled].filter(one => !this.#settled.has(one));
    const saidBy = new Map<Said, Said | undefined>();
    for (const claim of claims) {
      const before = this.#saidBy.get(claim);
      const isKnown = this.#saidBy.has(claim) && (before === undefined || settled.has(before));
      saidBy.set(claim, (isKnown ? before : undefined) ?? find(isKnown ? added : settled, other => says(other, claim)));
    }
    this.#settled = settled;
    this.#saidBy = saidBy;
  }

  #compareWithEachOther(claims: readonly Said[]): void {
    const now = new Set(claims);
    const same = new Map<Said, Set<Said>>();
    for (const claim of now) same.set(claim, new Set([...(this.#same.get(claim) ?? [])].filter(other => now.has(other))));
    for (const claim of now) {
      if (this.#same.has(claim)) continue;
      for (const other of now) {
        if (other === claim || !(says(other, claim) || says(claim, other))) continue;
        same.get(claim)?.add(other);
        same.get(other)?.add(claim);
      }
    }
    this.#same = same;
  }
}

function find<T>(items: Iterable<T>, holds: (item: T) => boolean): T | undefined {
  for (const item of items) if (holds(item)) return item;
  return undefined;
}

function saidOf(judged: JudgedClaim): Said {
  const known = SAID.get(judged.claim);
  if (known) return known;
  const said = saidIn(judged);
  SAID.set(judged.claim, said);
  return said;
}

function saidIn({ claim, segment }: JudgedClaim): Said {
  const { facts } = segment;
  const { span } = claim;
  const inside = facts.numbers.filter(
    number => number.kind !== 'ordinal' && number.span.start >= span.start && number.span.end <= span.end,
  );
  const words = keyed(slice(facts.tree.prose, span));
  const bits = Int32Array.from(
    words.words.filter(word => !word.isFunction),
    word => hashOf(word.key) & (BITS - 1),
  );
  const set = new Int32Array(BITS / 32);
  for (const bit of bits) set[bit >> 5] = (set[bit >> 5] as number) | (1 << (bit & 31));
  return {
    words,
    content: bits.length,
    bits,
    set,
    numbers: inside.map(number => number.value),
    polarity: claim.polarity,
    scores: new WeakMap(),
  };
}

const BITS = 512;

function hashOf(key: string): number {
  let hash = 0;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

/** False where fewer than half of the claim's content words can stand in `other` as they are. Costs next to nothing. */
function mayHold(other: Said, claim: Said): boolean {
  const { bits } = claim;
  let missing = bits.length * (1 - SHARED);
  for (let at = 0; at < bits.length; at++) {
    const bit = bits[at] as number;
    if (((other.set[bit >> 5] as number) & (1 << (bit & 31))) === 0 && --missing < 0) return false;
  }
  return true;
}

/** Whether `other` states all that `claim` states: words, figures, and the same sense. */
function says(other: Said, claim: Said): boolean {
  if (other.polarity !== claim.polarity || !mayHold(other, claim)) return false;
  if (!claim.numbers.every(value => other.numbers.some(known => isClose(known, value)))) return false;
  return coverage(claim, [scoresIn(claim, other)]) >= SAME;
}

function isSummed({ claim, segment }: JudgedClaim, said: Said, settled: readonly JudgedClaim[]): boolean {
  const body = settled.filter(other => other.segment.index !== segment.index || other.claim.sentence !== claim.sentence).map(saidOf);
  return (
    said.numbers.every(value => body.some(other => other.numbers.some(known => isClose(known, value)))) &&
    coverage(
      said,
      body.map(other => keptScores(said, other)),
    ) >= SUMMED
  );
}

/** A standfirst tells in words of its own what the body tells from its Sources: its figures and a good part of its words stand in either. */
function isBorneOut({ claim, segment, support }: JudgedClaim, said: Said, settled: readonly JudgedClaim[]): boolean {
  const body = settled.filter(other => other.segment.index !== segment.index || other.claim.sentence !== claim.sentence);
  const rests = new Set(
    [...body.map(one => one.support), support].flatMap(({ matches }) => matches.slice(0, RESTS).map(match => match.passage)),
  );
  const isTold = said.numbers.every(value => body.some(other => saidOf(other).numbers.some(known => isClose(known, value))));
  if (!isTold && absentFigures(said.words, new Figures([...rests])).length > 0) return false;
  const evidence = [...rests].map(passage => aligned(said.words, keyedPassage(passage)).matches.map(match => match.score));
  return coverage(said, [...body.map(other => keptScores(said, saidOf(other))), ...evidence]) >= BORNE_OUT;
}

/** "The registry has switched off 318,400 cards. The faults are grave, it announced.": the next sentence of a lead names a source that has it. */
function isNamedBeside({ claim, segment: { facts }, support }: JudgedClaim): boolean {
  const block = facts.tree.sentences[claim.sentence]?.block;
  const sources = support.matches.map(({ passage }) => passage.source);
  return facts.attributions.some(attribution => {
    if (attribution.sentence !== claim.sentence + 1 || facts.tree.sentences[attribution.sentence]?.block !== block) return false;
    const name = resolveSpeaker(facts, attribution)?.text;
    return name !== undefined && sourcesNamed(name, sources).length > 0;
  });
}

/** "About 2 million" sums up 1,968,412. */
function isClose(a: number, b: number): boolean {
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
  return aligned(claim.words, other.words).matches.map(match => match.score);
}

function keptScores(claim: Said, other: Said): readonly number[] {
  const known = claim.scores.get(other);
  if (known) return known;
  const scores = scoresIn(claim, other);
  claim.scores.set(other, scores);
  return scores;
}

/** Whether a sentence that sums up stands in the very first paragraph, and whether this is set apart from the body as a standfirst. */
type Lead = 'first' | 'standfirst' | 'other';

/** The whole paragraph is in italics or bold. */
function isSetApart({ tree }: Facts, { span }: { readonly span: Span }): boolean {
  const text = slice(tree.prose, span);
  const start = span.start + text.length - text.trimStart().length;
  return tree.inlines.some(
    inline =>
      (inline.kind === 'emphasis' || inline.kind === 'strong') &&
      inline.span.start <= start &&
      inline.span.end >= span.start + text.trimEnd().length,
  );
}

/** Sentences that sum up: headings, the first two paragraphs, captions, and what stands below a heading such as "Key points". */
function leadSentences(segments: readonly PlacedSegment[]): ReadonlyMap<string, Lead> {
  const leads = new Map<string, Lead>();
  let paragraphs = 0;
  let sections = 0;
  let summary = false;
  for (const segment of segments) {
    const { tree } = segment.facts;
    for (const block of tree.blocks) {
      if (block.kind === 'heading') {
        summary = SUMMARY.test(slice(tree.prose, block.span).trim());
        if (block.depth !== 1) sections++;
      }
      const isFirst = block.kind === 'paragraph' && paragraphs === 0;
      const opening = block.kind === 'paragraph' && sections === 0 && paragraphs < 2;
      if (block.kind === 'paragraph' && block.sentences.end > block.sentences.start) paragraphs++;
      if (!summary && !opening && block.kind !== 'heading' && block.kind !== 'caption') continue;
      const kind = !isFirst ? 'other' : isSetApart(segment.facts, block) ? 'standfirst' : 'first';
      for (let at = block.sentences.start; at < block.sentences.end; at++) leads.set(`${segment.index} ${at}`, kind);
    }
  }
  return leads;
}
