// Owns: which sentences a citation covers: its own, those that go on about it, what its sentence introduces.
// Must not know: Sources, rules, verdicts, how citations are found in a text.
import type { Citation, Facts } from '../extract/facts.ts';
import type { Block, SegmentTree, Sentence } from '../syntax/types.ts';
import { alternatives } from '../text/alternatives.ts';
import { lowerBound } from '../text/span.ts';
import { wordsOf } from '../text/words.ts';
import type { SegmentCitation } from './contract.ts';

const CONTINUES = new RegExp(
  String.raw`^(?:${alternatives(
    /it|its|he|his|she|her|they|their|this|that|these|those|both/,
    // "Some of them", "the latter".
    /all of (?:them|these)|none of (?:them|these)|some of (?:them|these)|most of (?:them|it)|one of (?:them|these)/,
    /such|also|there|the same/,
    /the (?:former|latter|first|second|third|other|others|rest)|another/,
    // "In addition", "later", "by then".
    /in (?:addition|all|total)|inside|outside|then|later|after(?:wards)?|before that|by then/,
  )})\b`,
  'i',
);
/** "It" that takes up nothing: "It took …", "It is hard to …". */
const IMPERSONAL =
  /^it (?:took|takes|turn(?:s|ed) out|seem(?:s|ed)|appear(?:s|ed)|remains|follows|matters|helps|makes sense|(?:is|was) (?:hard|easy|clear|unclear|not|no|possible|impossible|likely|unlikely|time|true|only|said|understood|believed|thought|worth|too|the (?:first|second|third|last)))\b/i;
const INTRODUCES_TABLE = /\b(?:tables?|lists?|values?|figures?|indicators?|following|below|these|overview|hashes|addresses)\b/i;
/** A pronoun's reach: sentences after the cited one. */
const MAX_CONTINUED = 12;

/** Sentences with a citation of their own, the earlier sentences of a cited quote among them. */
function takenIn(facts: Facts): ReadonlySet<number> {
  let taken = TAKEN.get(facts);
  if (!taken) {
    const made = new Set<number>();
    for (const citation of facts.citations)
      for (let sentence = firstOfQuote(facts, citation); sentence <= citation.sentence; sentence++) made.add(sentence);
    taken = made;
    TAKEN.set(facts, taken);
  }
  return taken;
}

const TAKEN = new WeakMap<Facts, ReadonlySet<number>>();

/**
 * Which sentences a citation covers, by the design's "A citation covers its sentence, and also …". `home` is the next
 * segment with words, `ahead` segments further on.
 */
export function reach(facts: Facts, citation: Citation, home: Facts | undefined, ahead: number): SegmentCitation['covers'] {
  const { tree } = facts;
  const sentence = tree.sentences[citation.sentence];
  if (!sentence) return [];
  const taken = takenIn(facts);
  const covered: (readonly [number, number])[] = [];
  for (let at = firstOfQuote(facts, citation); at <= citation.sentence; at++) covered.push([0, at]);
  const block = tree.blocks[sentence.block];
  if (!block) return covered;
  let last = citation.sentence;
  for (let next = last + 1; next < block.sentences.end && next - citation.sentence <= MAX_CONTINUED; next++) {
    if (taken.has(next) || takesOver(facts, next, last) || !goesOn(tree, next)) break;
    covered.push([0, next]);
    last = next;
  }
  const closes = last === block.sentences.end - 1;
  if (!closes && !INTRODUCES_TABLE.test(wordsAround(tree, sentence))) return covered;
  const isLast = sentence.block + 1 >= tree.blocks.length;
  const where = isLast ? home : facts;
  if (!where) return covered;
  for (const introducedOne of introduced(tree, sentence, block, where.tree, isLast ? 0 : sentence.block + 1, closes))
    if (!takenIn(where).has(introducedOne)) covered.push([isLast ? ahead : 0, introducedOne]);
  return covered;
}

/** A link to a page or file beyond the notes, not to a place of the document itself. */
export function leadsOut({ form, target }: Citation): boolean {
  return form === 'link' && (/^https?:/i.test(target) || !/^(?:#|[a-z][a-z0-9+.-]*:)/i.test(target));
}

/**
 * Which sentences a link covers that leads beyond the notes: its own and those that go on about it; where its own says no
 * more than where to read ("See their advisory.", a bare url), all of its paragraph.
 */
export function reachOut(facts: Facts, citation: Citation): SegmentCitation['covers'] {
  const { tree, claims } = facts;
  const block = tree.blocks[tree.sentences[citation.sentence]?.block ?? -1];
  if (!block) return [];
  const points = claims.every(({ sentence, not }) => sentence !== citation.sentence || POINTING.has(not ?? ''));
  if (points && block.sentences.end - block.sentences.start <= MAX_CONTINUED)
    return Array.from({ length: block.sentences.end - block.sentences.start }, (_, at) => [0, block.sentences.start + at] as const);
  const covered: (readonly [number, number])[] = [[0, citation.sentence]];
  const taken = takenIn(facts);
  for (let next = citation.sentence + 1; next < block.sentences.end && next - citation.sentence <= MAX_CONTINUED; next++) {
    if (taken.has(next) || takesOver(facts, next, next - 1) || !goesOn(tree, next)) break;
    covered.push([0, next]);
  }
  return covered;
}

const POINTING: ReadonlySet<string> = new Set(['fragment', 'signpost', 'instruction']);

/** A citation behind a quote is for all of it: the sentence in which that quote, or the one that it continues, begins. */
function firstOfQuote({ quotes, tree }: Facts, citation: Citation): number {
  const sentence = tree.sentences[citation.sentence];
  if (!sentence) return citation.sentence;
  let first = citation.sentence;
  for (
    let index = lowerBound(quotes, sentence.span.start, quote => quote.span) - 1, steps = 0;
    index < quotes.length && steps < 16;
    index++, steps++
  ) {
    let quote = quotes[index];
    if (!quote) continue;
    if (quote.span.start >= sentence.span.end) break;
    if (quote.span.end <= sentence.span.start || quote.kind !== 'speech') continue;
    for (let back = 0; back < 8 && quote?.continues !== undefined; back++) quote = quotes[quote.continues] ?? quote;
    const start = quote.sentence;
    if (start < first && tree.sentences[start]?.block === sentence.block) first = start;
  }
  return first;
}

/** A sentence names a source of its own that the one before it did not. */
function takesOver({ attributions, tree }: Facts, next: number, last: number): boolean {
  const { prose } = tree;
  const before = tree.sentences[last];
  const said = before ? prose.slice(before.span.start, before.span.end).toLowerCase() : '';
  return attributions.some(attribution => {
    if (attribution.sentence !== next) return false;
    if (attribution.kind === 'passive') return true;
    if (!attribution.source || attribution.kind === 'pronoun') return false;
    const words = prose.slice(attribution.source.start, attribution.source.end).toLowerCase().split(/\s+/);
    return !words.some(word => word.length > 3 && said.includes(word));
  });
}

const GOES_ON = new WeakMap<SegmentTree, Map<number, boolean>>();

/** Whether a sentence continues the one before it, kept as long as the tree lives. */
function goesOn(tree: SegmentTree, sentence: number): boolean {
  let known = GOES_ON.get(tree);
  if (!known) {
    known = new Map();
    GOES_ON.set(tree, known);
  }
  let answer = known.get(sentence);
  if (answer === undefined) {
    answer = continues(tree, sentence - 1, sentence);
    known.set(sentence, answer);
  }
  return answer;
}

/** Whether a sentence goes on about the subject of the one before: it takes it up by a pronoun or repeats its name or noun. */
function continues(tree: SegmentTree, last: number, next: number): boolean {
  const before = tree.sentences[last];
  const sentence = tree.sentences[next];
  if (!before || !sentence) return false;
  const text = tree.prose.slice(sentence.span.start, sentence.span.end);
  if (/[?]\s*$/.test(text.slice(-4))) return false;
  if (IMPERSONAL.test(text)) return false;
  if (CONTINUES.test(text)) return true;
  const opening = wordsOf(text.slice(0, 80)).slice(0, 5);
  const known = new Set(
    wordsOf(tree.prose.slice(before.span.start, Math.min(before.span.end, before.span.start + 600))).map(word => word.stem),
  );
  return opening.some(
    (word, index) =>
      known.has(word.stem) &&
      word.stem.length > 3 &&
      (/^\p{Lu}/u.test(word.text)
        ? index > 0 || word.stem.length > 4
        : index > 0 && /^(?:the|this|these|its|their|his|her)$/i.test(opening[index - 1]?.text ?? '')),
  );
}

function wordsAround(tree: SegmentTree, sentence: Sentence): string {
  return tree.prose.slice(sentence.span.start, Math.min(sentence.span.end, sentence.span.start + 400));
}

/**
 * Sentences of the list, table or block quote that follows the paragraph, where the cited sentence introduces it: that of
 * block `first` of the tree `home`.
 */
function introduced(tree: SegmentTree, sentence: Sentence, block: Block, home: SegmentTree, first: number, closes: boolean): number[] {
  if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
  const blockEnd = tree.prose.slice(sentence.span.start, block.span.end).trimEnd();
  const colon =
    closes &&
    blockEnd
      .replace(/\[[^\]]{0,200}\]$/, '')
      .trimEnd()
      .endsWith(':');
  const next = home.blocks[first];
  if (!next) return [];
  const isList = next.kind === 'list-item';
  const isTable = next.table !== undefined;
  const isQuote = next.kind === 'quote';
  if (!isList && !isTable && !isQuote) return [];
  if (isList && block.list && next.list && next.list.depth <= block.list.depth) return [];
  if (!colon && !(INTRODUCES_TABLE.test(wordsAround(tree, sentence)) && (isTable || isList))) return [];
  const sentences: number[] = [];
  for (let index = first; index < home.blocks.length; index++) {
    const member = home.blocks[index] as Block;
    const belongs = isTable
      ? member.table?.table === next.table?.table && member.table !== undefined
      : isList
        ? member.list?.list === next.list?.list || (member.list?.depth ?? 0) > (next.list?.depth ?? 0)
        : member.kind === 'quote';
    if (!belongs) break;
    for (let number = member.sentences.start; number < member.sentences.end; number++) sentences.push(number);
  }
  return sentences;
}
