// Owns: an Admiralty grade or level of confidence stated in the draft that is not the Source's.
// Must not know: verdicts, rules.
import type { Difference, Source } from '../types.ts';
import { type Comparing, drafted, isStated, quotedSpans, sharedApart } from './comparing.ts';

/** Grades and levels of confidence stated in the claim that differ from those of the evidence on the same thing. */
export function gradeDifferences(comparing: Comparing): Difference[] {
  return [...admiraltyDifferences(comparing), ...confidenceDifferences(comparing)];
}

const LEVEL =
  /\b(?:(?:very )?(high|moderate|medium|low)(?:[- ]to[- ](high|moderate|medium|low))?)[- ]confidence\b|\bconfidence(?: level)?(?: is|:| was| remains) ?(high|moderate|medium|low)\b/i;

/** "With high confidence" where a passage about the same thing has a moderate one; medium is moderate. */
function confidenceDifferences(comparing: Comparing): Difference[] {
  const quoted = quotedSpans(comparing);
  const own = comparing.facts.estimates.filter(fact => fact.kind === 'confidence' && isStated(comparing, fact.span, quoted));
  const [fact] = own;
  if (fact === undefined || own.length > 1) return [];
  const mine = levelOf(drafted(comparing, fact.span));
  if (mine === undefined) return [];
  let found: Difference | undefined;
  for (const candidate of comparing.candidates) {
    const noted = LEVEL.exec(candidate.passage.text)?.[0];
    const theirs = noted === undefined ? undefined : levelOf(noted);
    if (noted === undefined || theirs === undefined) continue;
    const shared = sharedApart(comparing, candidate, [fact.span]);
    if (shared.coverage < 0.4 || shared.words < 1.5) continue;
    if (theirs === mine) return [];
    if (!candidate.cited && comparing.cited.length > 0) continue;
    const text = drafted(comparing, fact.span);
    const replacement = text.replace(/\b(?:high|moderate|medium|low)\b/i, theirs);
    found ??= { kind: 'grade', span: fact.span, drafted: text, noted, passage: candidate.passage, replacement };
  }
  return found === undefined ? [] : [found];
}

function levelOf(text: string): string | undefined {
  const [, from, to, after] = LEVEL.exec(text) ?? [];
  const level = (to ?? after ?? from)?.toLowerCase();
  if (level === undefined || (to !== undefined && to !== from)) return undefined;
  return level === 'medium' ? 'moderate' : level;
}

function admiraltyDifferences(comparing: Comparing): Difference[] {
  const { claim } = comparing;
  const stated = comparing.facts.grades.filter(fact => claim.span.start <= fact.span.start && fact.span.end <= claim.span.end);
  if (stated.length !== 1) return [];
  const fact = stated[0];
  const graded = comparing.graded.filter(source => gradeOf(source) !== undefined);
  const grades = new Set(graded.map(gradeOf));
  const source = graded[0];
  const passage = source?.passages[0];
  const grade = source === undefined ? undefined : gradeOf(source);
  if (fact === undefined || grades.size !== 1 || source === undefined || passage === undefined || grade === undefined) return [];
  if (fact.grade.toUpperCase() === grade) return [];
  // A passage may carry a grade of its own.
  if (source.passages.some(one => one.grade?.toUpperCase() === fact.grade.toUpperCase())) return [];
  return [{ kind: 'grade', span: fact.span, drafted: drafted(comparing, fact.span), noted: grade, passage, replacement: grade }];
}

function gradeOf(source: Source): string | undefined {
  const grade = source.metadata.grade?.toUpperCase();
  return grade !== undefined && /^[A-F][1-6]$/.test(grade) ? grade : undefined;
}
