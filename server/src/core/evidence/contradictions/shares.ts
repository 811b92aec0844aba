// Owns: shares in words ("more than half of their usual pace") that two figures of one passage do not give.
// Must not know: verdicts, rules.
import type { NumberFact } from '../../extract/facts.ts';
import { keyed } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Candidate, type Comparing, clauseAround, clauseShared, drafted, onTopic, textOf } from './comparing.ts';
import { agrees } from './quantities.ts';

/** A passage with a part and its whole, as written. */
export interface PartOfWhole {
  readonly passage: Passage;
  readonly noted: string;
}

/** Words for a whole that needs no figure of its own. */
const WHOLE = /\b(?:usual|usually|normal|normally|ordinary|ordinarily|regular|regularly|otherwise|full|total|altogether|capacity)\b/i;

/**
 * "They manage 90 an hour, more than half of their usual pace" beside "90 an hour, normally 260": the claim has the part,
 * the cited passage part and whole, and both name the whole by such a word.
 */
export function shareAgainst(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[]): PartOfWhole | undefined {
  if (fact.kind !== 'share' && fact.kind !== 'percent') return undefined;
  return shareOfUsual(comparing, fact, own) ?? shareOfCounted(comparing, fact);
}

/** "More than a quarter of them" behind a count that the cited passage has, with one part of it: "212 cases, a plate helped in 37". */
function shareOfCounted(comparing: Comparing, fact: NumberFact): PartOfWhole | undefined {
  const behind = drafted(comparing, { start: fact.span.end, end: Math.min(fact.span.end + 12, comparing.claim.span.end) });
  const wholes = comparing.facts.numbers.filter(
    ({ kind, bound, value, sentence }) => kind === 'count' && bound === 'exact' && value > 20 && sentence === fact.sentence,
  );
  const [whole] = wholes;
  if (whole === undefined || wholes.length > 1 || !/^ of (?:them|these|those)\b/.test(behind)) return undefined;
  for (const { passage, cited } of comparing.candidates) {
    const counts = factsOfPassage(passage, comparing.knowledge).numbers.filter(other => other.kind === 'count' && other.value > 2);
    const all = counts.find(other => other.value === whole.value);
    const [part, ...more] = counts.filter(other => other.value < whole.value);
    if (!cited || all === undefined || part === undefined || more.length > 0) continue;
    const value = (part.value / all.value) * (fact.kind === 'percent' ? 100 : 1);
    if (agrees(fact, { ...fact, value, bound: 'about', digits: 2 })) return undefined;
    const [first, last] = part.span.start < all.span.start ? [part, all] : [all, part];
    return { passage, noted: passage.text.slice(first.span.start, last.span.end) };
  }
  return undefined;
}

/** A part and its whole, as a passage counts them. */
interface Counted {
  readonly part: NumberFact;
  readonly whole: NumberFact;
}

const OF_WHOLE = /^ (?:out )?of (?:the |its |our |their |these |those |all |about |some )*$/;
const OPENS_WHOLE = /(?:^|[^\p{L}])of (?:the |its |our |their |all |about |some )*$/iu;

/** "9 of the 12", "of 212 huts 164", "140 cases, in 58 of them". */
function countedIn(text: string, counts: readonly NumberFact[]): readonly Counted[] {
  return counts.flatMap((first, at): Counted[] => {
    const second = counts[at + 1];
    if (second === undefined) return [];
    const between = text.slice(first.span.end, second.span.start);
    if (first.value < second.value) return OF_WHOLE.test(between) ? [{ part: first, whole: second }] : [];
    if (first.value === second.value || /[.;]/.test(between)) return [];
    const isOpened = OPENS_WHOLE.test(text.slice(0, first.span.start));
    return isOpened || /^ of (?:them|these|those)\b/.test(text.slice(second.span.end)) ? [{ part: second, whole: first }] : [];
  });
}

const NOT_THE_PART = /\b(?:not|no|never|none|without|rest|others?|remain\w*|outside|except|other than|more|fewer|less)\b|n['’]t\b/i;

/** "In six out of ten the company paid" beside "140 cases, in 58 of them the client paid", where nothing bears it out. */
export function shareOfNoted(comparing: Comparing, fact: NumberFact): PartOfWhole | undefined {
  if ((fact.kind !== 'share' && fact.kind !== 'percent') || (fact.bound !== 'exact' && fact.bound !== 'about')) return undefined;
  const { words, claim, knowledge } = comparing;
  const clause = textOf(words, clauseAround(words, { start: fact.span.start - claim.span.start, end: fact.span.end - claim.span.start }));
  if (NOT_THE_PART.test(clause)) return undefined;
  let found: PartOfWhole | undefined;
  for (const candidate of onTopic(comparing)) {
    const { passage } = candidate;
    if (!candidate.cited) continue;
    const counts = factsOfPassage(passage, knowledge).numbers.filter(other => other.kind === 'count' && other.value > 2);
    for (const { part, whole } of countedIn(passage.text, counts)) {
      const value = (part.value / whole.value) * (fact.kind === 'percent' ? 100 : 1);
      if (agrees(fact, { ...fact, value, bound: 'about', digits: 2 })) return undefined;
      const isSaid = isSaidOfPart(candidate, comparing, part);
      const isSameWhole = whole.noun !== undefined && keyed(whole.noun).words.some(word => words.places.has(word.key));
      const isToldWhole = isWholeTold(comparing, fact, whole);
      if ((!isSameWhole && !isToldWhole) || !isSaid || found !== undefined) continue;
      const [first, last] = part.span.start < whole.span.start ? [part, whole] : [whole, part];
      found = { passage, noted: passage.text.slice(first.span.start, last.span.end) };
    }
  }
  return found;
}

/** The sentence has the whole, or takes it up from the one before: "14,200 are open. Six in ten of them …" */
function isWholeTold({ facts, claim }: Comparing, { sentence, span }: NumberFact, whole: NumberFact): boolean {
  const takesUp = /^ (?:of|out of) (?:them|these|those)\b/.test(facts.tree.prose.slice(span.end, Math.min(span.end + 16, claim.span.end)));
  const { sentences } = facts.tree;
  const isBefore = (one: number): boolean => takesUp && one === sentence - 1 && sentences[one]?.block === sentences[sentence]?.block;
  return facts.numbers.some(mine => (mine.sentence === sentence || isBefore(mine.sentence)) && mine.value === whole.value);
}

/** The claim has half of what is said of the part, and one word at least. */
function isSaidOfPart(candidate: Candidate, comparing: Comparing, part: NumberFact): boolean {
  const { words, shared } = clauseShared(comparing, candidate, part.span);
  return shared >= 1 && 2 * shared >= words;
}

function shareOfUsual(comparing: Comparing, fact: NumberFact, own: readonly NumberFact[]): PartOfWhole | undefined {
  const behind = drafted(comparing, { start: fact.span.end, end: Math.min(fact.span.end + 40, comparing.claim.span.end) });
  if (!/^ of /.test(behind) || !WHOLE.test(behind.split(/[,.;:]/)[0] ?? '')) return undefined;
  for (const { passage, cited } of comparing.candidates) {
    const counts = factsOfPassage(passage, comparing.knowledge).numbers.filter(other => other.kind === 'count' && other.value > 2);
    if (!cited || counts.length !== 2 || !WHOLE.test(passage.text)) continue;
    const [part, whole] = [...counts].sort((a, b) => a.value - b.value) as [NumberFact, NumberFact];
    if (part.value === whole.value || !own.some(mine => mine.kind === 'count' && mine.value === part.value)) continue;
    const value = (part.value / whole.value) * (fact.kind === 'percent' ? 100 : 1);
    if (agrees(fact, { ...fact, value, bound: 'about', digits: 2 })) return undefined;
    const [first, last] = part.span.start < whole.span.start ? [part, whole] : [whole, part];
    return { passage, noted: passage.text.slice(first.span.start, last.span.end) };
  }
  return undefined;
}
