// Owns: figures that the notes give for several years side by side, and the draft for the wrong one of them.
// Must not know: verdicts, rules, figures that no note has.
import type { NumberFact } from '../../extract/facts.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, onTopic, sharedApart } from './comparing.ts';
import { agrees, comparable, writtenAs } from './quantities.ts';

/** A figure of a passage with the year that it is of. */
interface Labelled {
  readonly fact: NumberFact;
  readonly year: string;
}

const YEAR_BEHIND = /^[^.,;\d]{0,24}?(?:\bin |\bfor |\()((?:19|20)\d\d)\b/;
const YEAR_BEFORE = /(?:^|[^\d.])((?:19|20)\d\d)(?::| \||\)| it was| were| was|,| saw| had)? $/;

/** "22 losses in 2025" where the note has "31 in 2025, 22 in 2024". */
export function labelledDifference(comparing: Comparing, fact: NumberFact): Difference | undefined {
  if (isYear(fact)) return undefined;
  const year = yearOf(comparing, fact);
  if (year === undefined) return undefined;
  for (const candidate of onTopic(comparing)) {
    const { passage } = candidate;
    if (!candidate.cited && (comparing.cited.length > 0 || sharedApart(comparing, candidate, [fact.span]).words < 2)) continue;
    if (sharedApart(comparing, candidate, [fact.span]).words < 1) continue;
    const labelled = labelledIn(comparing, passage);
    const own = labelled.filter(one => one.year === year && comparable(fact, one.fact));
    const [right] = own;
    if (right === undefined || own.length > 1 || labelled.length < 2 || agrees(fact, right.fact)) continue;
    const isOther = labelled.some(one => one.year !== year && one.fact.kind === fact.kind && one.fact.value === fact.value);
    if (!isOther) continue;
    const figure = passage.text.slice(right.fact.figure.start, right.fact.figure.end);
    const replacement = writtenAs(drafted(comparing, fact.figure), fact, right.fact, figure);
    return {
      kind: 'number',
      span: fact.figure,
      drafted: drafted(comparing, fact.span),
      noted: `${passage.text.slice(right.fact.span.start, right.fact.span.end)}, ${year}`,
      passage,
      ...(replacement === undefined ? {} : { replacement }),
    };
  }
  return undefined;
}

function isYear({ kind, value }: NumberFact): boolean {
  return kind === 'count' && value >= 1900 && value < 2100;
}

/** The one year of the figure's sentence, said as such or by "last year" and the like. */
function yearOf({ facts, claim, date }: Comparing, fact: NumberFact): string | undefined {
  const text = facts.tree.prose.slice(claim.span.start, claim.span.end);
  const years = new Set(text.match(/(?<![\d.,-])(?:19|20)\d\d(?![\d.,]\d|-)/g) ?? []);
  if (date !== undefined && /\blast year\b/i.test(text)) years.add(`${Number(date.slice(0, 4)) - 1}`);
  if (date !== undefined && /\bthis year\b/i.test(text)) years.add(date.slice(0, 4));
  const [year] = years;
  if (years.size !== 1) return undefined;
  const isAmong = facts.numbers.some(
    other => other !== fact && other.sentence === fact.sentence && other.kind === fact.kind && !isYear(other),
  );
  return isAmong ? undefined : year;
}

/** Figures and years as they stand side by side: "31 in 2025, 22 in 2024", "2024: 31, 2023: 22". */
function labelledIn({ knowledge }: Comparing, passage: Passage): readonly Labelled[] {
  const { text } = passage;
  return factsOfPassage(passage, knowledge).numbers.flatMap(fact => {
    if (isYear(fact)) return [];
    const behind = YEAR_BEHIND.exec(text.slice(fact.span.end, fact.span.end + 40))?.[1];
    const before = YEAR_BEFORE.exec(text.slice(Math.max(0, fact.span.start - 16), fact.span.start))?.[1];
    const year = behind ?? before;
    return year === undefined ? [] : [{ fact, year }];
  });
}
