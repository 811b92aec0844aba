// Owns: an Admiralty grade stated in the draft that is not the Source's.
// Must not know: verdicts, rules.
import type { Difference, Source } from '../types.ts';
import { type Comparing, drafted } from './comparing.ts';

/** Grades stated in the claim that differ from those of the one graded Source it speaks of. */
export function gradeDifferences(comparing: Comparing): Difference[] {
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
