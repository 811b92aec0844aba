// Owns: shares in words ("more than half of their usual pace") that two figures of one passage do not give.
// Must not know: verdicts, rules.
import type { NumberFact } from '../../extract/facts.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Passage } from '../types.ts';
import { type Comparing, drafted } from './comparing.ts';
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
