// Owns: the rule references/cvss-severity-mismatch.
// Must not know: how references are found, how a score is calculated.
import { severityOf } from '../../extract/references/cvss.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';

/** "critical starts at 9.0": the scale itself, and nobody's score. */
const SCALE_AFTER = /^\s+(?:starts?|begins?|ends?|ranges?|covers?|runs|goes)\b/;

export default defineDocumentRule({
  id: 'references/cvss-severity-mismatch',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    mismatch: 'By the scale of CVSS 3 and 4, {score} is {right}, not {word}. Correct the word or the score.',
  },
  docs: {
    summary: 'A severity word that does not fit its CVSS score.',
    why: 'Readers remember the word, and “critical” has a fixed meaning: 9.0 and above.',
    bad: [{ draft: 'The flaw is rated 8.8 and therefore critical.\n' }],
    good: [{ draft: 'The flaw is rated 8.8 and therefore high. On this scale 7.0 to 8.9 is high and anything above is critical.\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const { severity } = fact.cvss ?? {};
      if (!severity) continue;
      const { references, tree } = segment.facts;
      const vector = fact.kind === 'cvss-vector' ? fact : references[fact.cvss?.vector ?? -1];
      // Version 2 has no official words.
      if (
        vector?.cvss?.version === '2.0' ||
        /\bCVSS ?(?:v|version )?2\b/i.test(slice(tree.prose, tree.sentences[fact.sentence ?? -1]?.span ?? { start: 0, end: 0 }))
      )
        continue;
      if (
        fact.kind === 'cvss-vector' &&
        references.some(other => other.kind === 'cvss-score' && other.cvss?.severity?.span.start === severity.span.start)
      )
        continue;
      if (SCALE_AFTER.test(tree.prose.slice(severity.span.end, severity.span.end + 20))) continue;
      const scores = fact.cvss?.score === undefined ? (fact.cvss?.scores ?? []) : [fact.cvss.score];
      if (scores.length === 0 || scores.some(score => severityOf(score) === severity.word)) continue;
      const score = scores[0] ?? 0;
      const right = severityOf(score);
      const written = slice(tree.text, severity.span);
      const newText = /^\p{Lu}{2}/u.test(written)
        ? right.toUpperCase()
        : /^\p{Lu}/u.test(written)
          ? `${right[0]?.toUpperCase()}${right.slice(1)}`
          : right;
      report({
        span: shift(severity.span, segment.offset),
        message: 'mismatch',
        args: { score: score.toFixed(1), right, word: severity.word },
        fixes: [
          {
            title: phrase`Write ${newText}`,
            kind: 'suggestion',
            edits: [{ uri: document.uri, span: shift(severity.span, segment.offset), newText }],
          },
        ],
      });
    }
  },
});
