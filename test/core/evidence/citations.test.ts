// What a Story makes of citations: the Source of each form, near keys, coverage, equality of urls.
import assert from 'node:assert';
import { createSourceLookup, resolveCitations } from '../../../server/src/core/evidence/citations.ts';
import { createEvidenceIndex } from '../../../server/src/core/evidence/index.ts';
import { sameUrlKey } from '../../../server/src/core/evidence/urls.ts';
import { noteFile, read, segmentsOf } from './notes.ts';

const NOTES: Readonly<Record<string, string>> = {
  'notes/incident.md':
    '# Incident\n\n## IR, port operator {#ir-port}\n- url: https://www.example.org/reports/port/?id=7\n\nThe first mail came in March.\n',
  'notes/pool report.md': 'The box left at noon.\n',
  'notes/hale.md': 'He said no.\n',
};

function lookup(): ReturnType<typeof createSourceLookup> {
  const index = createEvidenceIndex();
  for (const [path, text] of Object.entries(NOTES)) index.replace(noteFile(path, text).uri, read(path, text).sources);
  return createSourceLookup(index.sources);
}

/** Each citation as "written → key", "written ~ nearest", "written plain" or "written ?". */
function resolve(text: string, path = 'draft.md'): string[] {
  return resolveCitations({ path, segments: segmentsOf(path, text, 'draft') }, lookup()).map(
    ({ citation, segment, source, nearest, plain }) => {
      const written = text.slice(citation.span.start + segment.offset, citation.span.end + segment.offset);
      return `${written} ${source ? `→ ${source.key}` : nearest ? `~ ${nearest}` : plain ? 'plain' : '?'}`;
    },
  );
}

describe('resolving citations', () => {
  const cases: readonly (readonly [name: string, text: string, ...expected: string[]])[] = [
    ['keys', '[@ir-port] @ir-port [[hale]] [^hale]', '[@ir-port] → ir-port', '@ir-port → ir-port', '[[hale]] → hale', '[^hale] → hale'],
    [
      'files and headings',
      '[x](notes/incident.md#ir-port) [x](./notes/hale.md) [x](notes/incident.md#ir-port-operator)',
      '[x](notes/incident.md#ir-port) → ir-port',
      '[x](./notes/hale.md) → hale',
      '[x](notes/incident.md#ir-port-operator) → ir-port',
    ],
    [
      'files with spaces',
      '[x](notes/pool%20report.md) [[pool report]] [[pool-report]]',
      '[x](notes/pool%20report.md) → pool-report',
      '[[pool report]] → pool-report',
      '[[pool-report]] → pool-report',
    ],
    [
      'urls',
      '<http://example.org/reports/port?utm_source=x&id=7#top> [x](https://example.org/reports/other)',
      '<http://example.org/reports/port?utm_source=x&id=7#top> → ir-port',
      '[x](https://example.org/reports/other) plain',
    ],
    ['links out of the story', '[x](../../etc/passwd) [x](/notes/hale.md)', '[x](../../etc/passwd) plain', '[x](/notes/hale.md) → hale'],
    [
      'near keys',
      '[@ir-prot] [@ir-portt] [@nothing] [^hal] [[hale-cal]] [[Other page]] @press @halee',
      '[@ir-prot] ~ ir-port',
      '[@ir-portt] ~ ir-port',
      '[@nothing] ?',
      '[^hal] ~ hale',
      '[[hale-cal]] ~ hale',
      '[[Other page]] plain',
      '@press plain',
      '@halee ~ hale',
    ],
    ['case counts', '[@HALE]', '[@HALE] ~ hale'],
  ];
  for (const [name, text, ...expected] of cases) it(name, () => assert.deepEqual(resolve(text), expected));

  it('footnotes whose definition points at a Source, and those that explain', () => {
    const text =
      'A.[^1] B.[^2] C.[^3] D.[^4] E.[^5]\n\n[^1]: @hale, at noon.\n[^2]: See [[ir-port]].\n[^3]: <https://example.org/reports/port/?id=7>\n[^4]: Local time.\n[^5]: notes/hale.md\n';
    assert.deepEqual(resolve(text).slice(0, 5), ['[^1] → hale', '[^2] → ir-port', '[^3] → ir-port', '[^4] plain', '[^5] → hale']);
  });

  it('compares urls without scheme, www, tracking, fragments and closing slashes', () => {
    const same = [
      'https://www.Example.org/a/',
      'http://example.org/a',
      'example.org/a#b',
      'https://example.org/a?utm_medium=x&fbclid=1',
      '<https://example.org/a/>',
      'https://m.example.org:443/a/index.html',
    ];
    for (const url of same) assert.equal(sameUrlKey(url), 'example.org/a', url);
    assert.notEqual(sameUrlKey('https://example.org/a?id=1'), sameUrlKey('https://example.org/a?id=2'));
    assert.equal(sameUrlKey('https://example.org/a?b=1&a=2'), sameUrlKey('https://example.org/a?a=2&b=1'));
    assert.equal(sameUrlKey('a.org/%E0%A4%A'), 'a.org/%E0%A4%A');
  });
});

describe('what a citation covers', () => {
  const covered = (text: string): string[][] => {
    const segments = segmentsOf('draft.md', text, 'draft');
    return resolveCitations({ path: 'draft.md', segments }, lookup()).map(({ covers }) =>
      covers.map(([segment, sentence]) => {
        const tree = segments[segment]?.facts.tree;
        const span = tree?.sentences[sentence]?.span ?? { start: 0, end: 0 };
        return (tree?.prose.slice(span.start, span.end) ?? '').replace(/ *\[.*$/, '').trim();
      }),
    );
  };
  const cases: readonly (readonly [name: string, text: string, ...expected: string[][]])[] = [
    ['its sentence', 'It rained [@hale]. Dogs bark.', ['It rained']],
    [
      'sentences that go on',
      'The box left at noon [@hale]. It was red. Its ribbon was blue. Dogs bark.',
      ['The box left at noon', 'It was red.', 'Its ribbon was blue.'],
    ],
    ['not an impersonal sentence', 'The box left at noon [@hale]. It took two men to lift.', ['The box left at noon']],
    ['up to the next citation', 'The box left at noon [@hale]. It was red [@ir-port].', ['The box left at noon'], ['It was red']],
    ['not a question, not the next paragraph', 'The box left at noon [@hale]. Is it red?\n\nIt was red.', ['The box left at noon']],
    ['the list that it introduces', 'The box held [@hale]:\n\n- two phones\n- one cable\n', ['The box held', 'two phones', 'one cable']],
    ['a list after a sentence that does not', 'The box left at noon [@hale].\n\n- two phones\n', ['The box left at noon']],
  ];
  for (const [name, text, ...expected] of cases) it(name, () => assert.deepEqual(covered(text), expected));
});
