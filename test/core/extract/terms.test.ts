// Uses of security terms in a segment.
import assert from 'node:assert';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

function terms(text: string): readonly string[] {
  const { terms: facts } = extractFacts(parseSegment(text, 'markdown'), 'draft', NO_KNOWLEDGE);
  return facts.map(({ id, span }) => `${id}: ${text.slice(span.start, span.end)}`);
}

describe('terms in prose', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['The *zero*-day was a backdoor.', ['zero-day: zero*-day', 'backdoor: backdoor']],
    ['It said `backdoor` and exited.', []],
    ['## Ransomware\n\nThe ransomware came back.', ['ransomware: Ransomware', 'ransomware: ransomware']],
    ['The host at the port sold tokens.', []],
  ];
  for (const [text, found] of cases) it(text.replace(/\n/g, ' '), () => assert.deepEqual(terms(text), found));
});
