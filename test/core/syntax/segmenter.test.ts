// Owns: the oracle of segmented parsing on generated documents, and on real ones where they are present.
// Must not know: how segments are found.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { resegment, segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { Segment } from '../../../server/src/core/syntax/types.ts';
import { assertSegmentedEqualsWhole } from './oracle.ts';

const LINES = [
  'Lumenet gave 12 routers to the office.[^pool]',
  'See [the report][r] and [r], or [^a b].',
  '*Feld* said "no" in `a`b``',
  'www.example.com and a@b.example or https://x.example/y_z',
  '# Heading',
  '## Heading {#key}',
  'Title\n===',
  'Title\n---',
  '---',
  '***',
  '* * *',
  '- - -',
  '- item',
  '* item',
  '+ item [r]',
  '1. item',
  '2) item',
  '10. item',
  '-',
  '1.',
  '-\tx',
  '-     code in item',
  '- [x] done',
  '- - nested',
  '- # heading in item',
  '- > quote in item',
  '- ```',
  '- <!--',
  '> quote',
  '>',
  '> - item in quote',
  '> ```',
  '> [r]: /quoted',
  '```',
  '```js',
  '````',
  '~~~',
  '``` a`b',
  '<div>',
  '</div>',
  '<!-- comment -->',
  '<!--',
  '-->',
  'text <!-- a',
  '<!-->',
  '<pre>',
  '</pre>',
  '<script src="x">',
  '</script>',
  '<?php',
  '?>',
  '<!DOCTYPE x',
  '<![CDATA[',
  ']]>',
  ']]]>',
  '<b>',
  '<b class="x">word',
  '<a href="x">',
  '</a>',
  '<table><tr><td>',
  '<http://example.com>',
  '| a | b |\n| --- | --- |\n| 1 | [r] |',
  '| a |\n|---|',
  '[r]: /url "title"',
  '[r]:',
  '[R]: <other url>',
  '[^pool]: Pool report.',
  '[^pool]:',
  '[^n]: - item in note',
  '[^n]: ```',
  'code',
  '\\- not a list',
  '\\',
  'hard break  ',
  '&amp; &#35; &copy;',
  '![alt [r]](x.png "t")',
  '![^pool]',
  '[^pool]',
  '\ufeffmark',
  '日本語。次の文。',
  '2025. We',
  'a\u00a0b',
  '$0 = x',
  'a | b\n-|-',
  '=',
  '===',
];
const INDENTS = ['', '', '', '', '', ' ', '  ', '   ', '    ', '     ', '      ', '\t', ' \t', '        '];
const ENDS = ['\n', '\n', '\n', '\n\n', '\n\n', '\n\n\n', '\r\n', '\r\n\r\n', '\r', '\r\r', '\n \n', '\n\t\n', '\n  \n\n', '\n\r'];

const documents = fc
  .array(fc.tuple(fc.constantFrom(...INDENTS), fc.constantFrom(...LINES), fc.constantFrom(...ENDS)), { minLength: 1, maxLength: 14 })
  .map(parts => parts.map(part => part.join('')).join(''));
const junk = fc
  .array(
    fc.constantFrom(
      '`',
      '~',
      '>',
      '-',
      '*',
      '1.',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n\n',
      '\r',
      '<',
      '<!--',
      '-->',
      '[',
      ']',
      '^',
      ':',
      'a',
      'b.',
      '|',
      '#',
      '\\',
      '&',
      '!',
      '(',
      ')',
      '_',
      '<div>',
      '```',
      'x',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map(parts => parts.join(''));

/** Documents that were once read differently in segments. */
const ONCE_WRONG = [
  ' \tcode\n\n\n1.\nword\n',
  '     code\n  \n\n2) item\n   <script src="x">\nword\r\rword\n',
  '- - -\n  <![CDATA[\n  \n\nword\n',
  '- [x] done\n<!-- comment -->\n   <![CDATA[\nword\n\nword\n',
  '[^n]: ```\n      word\n\n\nword\n',
];

const RUNS = Number(process.env.BACKDRAFT_RUNS ?? 400);
const SEED = Number(process.env.BACKDRAFT_SEED ?? Date.now() % 1e9);

describe('a segmented parse equals the whole parse', function () {
  this.timeout(600_000_000);

  it('on documents that were once read differently', () => {
    for (const text of ONCE_WRONG) assertSegmentedEqualsWhole(text);
  });

  it(`on ${RUNS} generated documents, seed ${SEED}`, () => {
    fc.assert(
      fc.property(documents, text => {
        assertSegmentedEqualsWhole(text);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it(`on ${RUNS} heaps of marks, seed ${SEED}`, () => {
    fc.assert(
      fc.property(junk, text => {
        assertSegmentedEqualsWhole(text);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('on real documents', () => {
    const files = realDocuments();
    if (files.length === 0) {
      console.log('      NOT RUN: no real documents here. Set BACKDRAFT_DATA to a folder that holds prose/ to check them too.');
      return;
    }
    let segments = 0;
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
      try {
        segments += assertSegmentedEqualsWhole(text);
      } catch (error) {
        throw new Error(`${file}: ${error instanceof Error ? error.message : error}`);
      }
    }
    console.log(`      ${files.length} documents, ${segments} segments`);
  });
});

describe('segments of a new version equal those of the whole', function () {
  this.timeout(600_000_000);
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(12),
      insert: fc.oneof(junk, fc.constantFrom('', '\n', '\r', '\n\n', '- ', '1. ', '```\n', '---\n', '    ', '<pre>', '<!--', '-->', 'x')),
    }),
    { minLength: 1, maxLength: 4 },
  );

  for (const markup of ['markdown', 'plain'] as const) {
    it(`on ${RUNS} edited ${markup} documents, seed ${SEED}`, () => {
      fc.assert(
        fc.property(fc.oneof(documents, junk), edits, (start, steps) => {
          let before = { text: start, segments: segmentText(start, markup) };
          for (const { at, remove, insert } of steps) {
            const from = Math.floor(at * before.text.length);
            const text = before.text.slice(0, from) + insert + before.text.slice(from + remove);
            const { segments, sameAtStart, sameAtEnd } = resegment(before, text, markup);
            assert.deepEqual(segments, segmentText(text, markup), JSON.stringify([before.text, text]));
            const raw = (of: typeof before, index: number): string => {
              const { span } = of.segments.at(index) as Segment;
              return of.text.slice(span.start, span.end);
            };
            const after = { text, segments: [...segments] };
            for (let index = 0; index < sameAtStart; index++) assert.equal(raw(before, index), raw(after, index));
            for (let index = 1; index <= sameAtEnd; index++) assert.equal(raw(before, -index), raw(after, -index));
            before = after;
          }
        }),
        { numRuns: RUNS, seed: SEED },
      );
    });
  }
});

/** Markdown files of the data folder: each tenth, or all of them with BACKDRAFT_ALL=1. */
function realDocuments(): string[] {
  const data = process.env.BACKDRAFT_DATA ?? join(import.meta.dirname, '../../../../shared/data');
  const prose = join(data, 'prose');
  if (!existsSync(prose)) return [];
  return readdirSync(prose, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .sort()
    .filter((_, at) => process.env.BACKDRAFT_ALL === '1' || at % 10 === 0)
    .map(name => join(prose, name));
}
