// Owns: finding Admiralty grades that prose states of a source or report.
// Must not know: other segments, notes, rules.
import type { GradeFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

const GRADE = /(?<![\p{L}\p{N}.+#/-])([A-F])[-/ ]?([1-6])(?![\p{L}\p{N}%]|[.,]\d|-\d)/gu;
const SPEAKS = /\b(?:admiralty|grad(?:e|es|ed|ing)|reliab\w+|credib\w+|source (?:rating|evaluation)|evaluat(?:e|es|ed|ion))\b/i;

/** Grades in order: letter for the reliability of the source, figure for the credibility of what it says (NATO AJP-2.1). */
export function extractGrades({ tree }: ExtractInput): readonly GradeFact[] {
  const grades: GradeFact[] = [];
  for (const [sentence, { span }] of tree.sentences.entries()) {
    const text = tree.prose.slice(span.start, span.end);
    if (!SPEAKS.test(text)) continue;
    for (const match of text.matchAll(GRADE)) {
      // The word stands near: "We grade that report C3", "B2 on the Admiralty scale".
      const before = text.slice(Math.max(0, match.index - 90), match.index);
      const after = text.slice(match.index + match[0].length, match.index + match[0].length + 40);
      if (!SPEAKS.test(before) && !SPEAKS.test(after)) continue;
      const start = span.start + match.index;
      grades.push({ span: { start, end: start + match[0].length }, sentence, grade: `${match[1]}${match[2]}` });
    }
  }
  return grades;
}
