// Owns: the rule claims/weak-source.
// Must not know: how verdicts are reached.

import { sourcesNamed } from '../../evidence/named-sources.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Source, Support } from '../../evidence/types.ts';
import type { Claim } from '../../extract/facts.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { sourcesBySentence } from '../sourcing.ts';
import { defineDocumentRule, type PlacedSegment } from '../types.ts';

/** Words for the letters and figures of the Admiralty code (NATO AJP-2.1). */
const RELIABILITY: Readonly<Record<string, Phrase>> = { D: phrase`not usually reliable`, E: phrase`unreliable` };
const CREDIBILITY: Readonly<Record<string, Phrase>> = { 4: phrase`doubtfully true`, 5: phrase`improbable` };

export default defineDocumentRule({
  id: 'claims/weak-source',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'info',
  roles: ['draft'],
  reads: ['claims', 'attributions', 'citations', 'support', 'story'],
  options: {},
  messages: {
    weak: 'The only source for this, “{title}”, is graded {grade}: {meaning}. Find a better one, or say in the text whose word it is.',
    unjudged:
      'The only source for this, “{title}”, is graded {grade}: it cannot be judged. Find a second one, or say in the text whose word it is.',
  },
  docs: {
    summary: 'The only support of a claim is a source graded as weak.',
    why: 'Stated as fact, a rumour looks as solid as a document. The grade stands in your notes; the reader sees only the sentence.',
    bad: [
      {
        draft: 'The group sells the stolen mail on a closed market [@channel].\n',
        notes: { 'notes/channel.md': '---\ngrade: E5\n---\nThe group sells the stolen mail on a closed market.\n' },
      },
    ],
    good: [
      {
        draft: 'The group sells the stolen mail on a closed market [@report].\n',
        notes: { 'notes/report.md': '---\ngrade: B2\n---\nThe group sells the stolen mail on a closed market.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    const seen = new Set<string>();
    // A sentence with a citation of its own states something, however plain its words.
    const citing = new Map([...sourcesBySentence(document)].map(({ segment, index, sources }) => [`${segment.index} ${index}`, sources]));
    for (const { fact: claim, segment } of document.all('claims')) {
      const mark = `${segment.index} ${claim.sentence}`;
      if (claim.not !== undefined || seen.has(mark)) continue;
      const support = document.support(segment, claim);
      const cited = support.verdict === 'not-a-claim' ? (citing.get(mark) ?? []) : [];
      if (cited.length === 0 && !['supported', 'partial', 'uncited'].includes(support.verdict)) continue;
      const graded = gradesOf(cited.length > 0 ? { ...support, cited: cited.map(source => source.key) } : support, story.sources);
      const first = graded[0];
      if (!first || graded.some(({ grade }) => faultOf(grade) === undefined)) continue;
      if (graded.some(({ source }) => isNamed(source, claim, segment))) continue;
      seen.add(mark);
      const fault = graded.some(({ grade }) => faultOf(grade) === 'weak') ? 'weak' : 'unjudged';
      report({
        span: shift(claim.span, segment.offset),
        message: fault,
        args: { title: nameOf(first.source), grade: first.grade, ...(fault === 'weak' ? { meaning: meaningOf(first.grade) } : {}) },
        related: [{ uri: first.source.uri, span: first.source.keySpan, message: phrase`${nameOf(first.source)}, graded ${first.grade}` }],
      });
    }
  },
});

interface Graded {
  readonly source: Source;
  readonly grade: string;
}

/** Grades of what carries the claim: the passages of the Sources it cites, else the best passage. A Source without a grade has an empty one. */
function gradesOf(support: Support, sources: ReadonlyMap<string, Source>): readonly Graded[] {
  const cited = new Set(support.cited.filter(key => (sources.get(key)?.passages.length ?? 0) > 0));
  const best = support.matches[0];
  const found = new Map<string, Graded>();
  for (const { passage, score } of support.matches) {
    const { source } = passage;
    const bears = cited.size === 0 ? passage === best?.passage : cited.has(source.key) || score >= (best?.score ?? 1);
    if (bears && !found.has(source.key)) found.set(source.key, { source, grade: passage.grade ?? source.metadata.grade ?? '' });
  }
  for (const key of cited) {
    const source = sources.get(key);
    if (source && !found.has(key)) found.set(key, { source, grade: source.metadata.grade ?? '' });
  }
  return [...found.values()];
}

function faultOf(grade: string): 'weak' | 'unjudged' | undefined {
  if (/[DE45]/.test(grade)) return 'weak';
  return /[F6]/.test(grade) ? 'unjudged' : undefined;
}

function meaningOf(grade: string): Phrase | string {
  const reliability = RELIABILITY[grade.charAt(0)];
  const credibility = CREDIBILITY[grade.charAt(1)];
  return reliability && credibility ? phrase`${reliability}, ${credibility}` : (reliability ?? credibility ?? '');
}

/** The sentence itself says whose word it is, or is about that source: then the reader knows. */
function isNamed(source: Source, claim: Claim, segment: PlacedSegment): boolean {
  const { tree, attributions } = segment.facts;
  return attributions.some(
    attribution =>
      attribution.sentence === claim.sentence &&
      attribution.source !== undefined &&
      sourcesNamed(slice(tree.prose, attribution.source), [source]).length > 0,
  );
}
