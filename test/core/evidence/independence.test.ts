// Origins: chains, free text, cycles, identical passages.
import assert from 'node:assert';
import { createOrigins } from '../../../server/src/core/evidence/independence.ts';
import { createEvidenceIndex } from '../../../server/src/core/evidence/index.ts';
import { noteFile, read } from './notes.ts';

const WIRE = 'The gift for the president had been planned since the spring, an aide who was not named told reporters on the quay.';

function groups(notes: Readonly<Record<string, string>>): string[] {
  const index = createEvidenceIndex();
  for (const [path, text] of Object.entries(notes)) index.replace(noteFile(path, text).uri, read(path, text).sources);
  const origins = createOrigins(index.sources);
  const byOrigin = new Map<string, string[]>();
  for (const source of index.sources.values()) {
    const origin = origins.originOf(source);
    byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), source.key]);
  }
  return [...byOrigin.values()].map(keys => keys.sort().join(' ')).sort();
}

const section = (key: string, origin: string | undefined, text = `Words of ${key}.`): string =>
  `## Title of ${key} {#${key}}\n${origin === undefined ? '' : `- origin: ${origin}\n`}\n${text}\n`;

describe('independence of sources', () => {
  const cases: readonly (readonly [name: string, notes: Readonly<Record<string, string>>, ...groups: string[]])[] = [
    ['chains', { 'notes/a.md': section('a', undefined) + section('b', 'a') + section('c', 'b') + section('d', undefined) }, 'a b c', 'd'],
    [
      'titles and free text',
      { 'notes/a.md': section('a', undefined) + section('b', 'title of A') + section('c', 'An aide.') + section('d', 'an aide') },
      'a b',
      'c d',
    ],
    ['cycles', { 'notes/a.md': section('a', 'b') + section('b', 'c') + section('c', 'a') + section('d', 'd') }, 'a b c', 'd'],
    ['keys in brackets', { 'notes/a.md': section('a', undefined) + section('b', '[[a]]') + section('c', '@a') }, 'a b c'],
    [
      'one text in two notes',
      {
        'notes/x.md': `${WIRE}\n`,
        'notes/y.md': `Own headline\n\n${WIRE}\n`,
        'notes/z.md': 'Something else, and quite a lot of it, which no other note has in the same words at all.\n',
      },
      'x y',
      'z',
    ],
    [
      'one text with a dateline before it, another with a credit behind',
      {
        'notes/x.md': `SANDVIK (Wire). ${WIRE}\n`,
        'notes/y.md': `By our staff: ${WIRE}\n`,
        'notes/z.md': `${WIRE.slice(0, -1)}, the Wire reports.\n`,
      },
      'x y z',
    ],
    [
      'one statement that both quote is no shared text',
      { 'notes/x.md': `Hale: "${WIRE}"\n\nOwn words of x.\n`, 'notes/y.md': `Hale: "${WIRE}"\n\nOwn words of y.\n` },
      'x',
      'y',
    ],
    [
      'one sentence in common among many',
      {
        'notes/x.md': `${WIRE} ${Array.from({ length: 4 }, (_, i) => `This is the long sentence number ${i} of the first note, which nobody else has written down anywhere.`).join(' ')}\n`,
        'notes/y.md': `${WIRE} ${Array.from({ length: 4 }, (_, i) => `And here comes a sentence, number ${i} of the other note, with words of its own from start to end.`).join(' ')}\n`,
      },
      'x',
      'y',
    ],
  ];
  for (const [name, notes, ...expected] of cases) it(name, () => assert.deepEqual(groups(notes), expected));

  it('follows a chain of 20,000', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => ({ key: `k${i}`, origin: i === 0 ? undefined : `k${i - 1}` }));
    const sources = new Map(
      text.map(({ key, origin }) => [
        key,
        {
          key,
          uri: 'file:///a',
          path: 'a',
          origin: 'heading' as const,
          span: { start: 0, end: 0 },
          keySpan: { start: 0, end: 0 },
          title: key,
          items: [],
          passages: [],
          metadata: { confidential: [], ...(origin ? { reliesOn: origin } : {}) },
        },
      ]),
    );
    const origins = createOrigins(sources);
    assert.equal(new Set([...sources.values()].map(source => origins.originOf(source))).size, 1);
  });
});
