// Owns: hostile and broken input: nothing throws, nothing takes the square of its length.
// Must not know: how any of it is handled.
import assert from 'node:assert';
import { parseFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { definitionsOf, mentions, parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { Markup } from '../../../server/src/core/syntax/types.ts';
import { assertTiles } from './oracle.ts';

const repeat = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

const SHAPES: Record<string, (length: number) => string> = {
  'quotes within quotes': length => `${repeat('> ', length)}a`,
  'lists within lists': length => `${repeat('- ', length)}a`,
  'a staircase of lists': length => Array.from({ length: Math.sqrt(length) }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n'),
  'open brackets': length => repeat('[', length),
  'nested brackets': length => repeat('[', length / 2) + repeat(']', length / 2),
  'open links': length => repeat('[a](', length),
  'open images': length => repeat('![', length),
  'open comments': length => repeat('a <!-- ', length),
  'open character data': length => repeat('a <![CDATA[', length),
  'nested emphasis': length => `${repeat('*', length / 2)}a${repeat('*', length / 2)}`,
  emphasis: length => repeat('**a *b ', length),
  ticks: length => repeat('`a``b```c', length),
  underlines: length => repeat('a\n=\n', length),
  'lazy lines': length => `> a\n${repeat('b\n', length)}`,
  'an open fence': length => `\`\`\`\n${repeat('x\n\n', length)}`,
  'blank lines': length => `a${repeat('\n', length)}b`,
  'addresses without end': length => repeat('a.b@', length),
  dots: length => repeat('a.', length),
  stops: length => repeat('. ', length),
  initials: length => repeat('A. ', length),
  parentheses: length => repeat('(a. ', length),
  questions: length => repeat('a? "', length),
  'citations without end': length => `a. ${repeat('[@a]', length)}`,
  'a sentence without end': length => repeat('word ', length),
  'a word without end': length => repeat('a', length),
  'lone carriage returns': length => repeat('a. B\r\r', length),
  'mixed line ends': length => repeat('a\r\n\r\nb\n\nc\r\r', length),
  'lone surrogates': length => repeat('\ud800a \udc00', length),
  junk: length => Array.from({ length }, (_, at) => String.fromCharCode((at * 7919 + 13) % 65_536)).join(''),
  nulls: length => repeat('\0a ', length),
  Chinese: length => repeat('没有后门。', length),
  Arabic: length => repeat('هل هذا آمن؟ لا. ', length),
  'open front matter': length => `---\n${repeat('a: b\n', length)}`,
  footnotes: length => repeat('[^a]: b\n', length),
  definitions: length => repeat('[a]: <b "c\n', length),
};

const KNOWN = { links: new Map([['A', '/a']]), footnotes: new Set(['A']) };

function readAll(text: string, markup: Markup): void {
  const segments = segmentText(text, markup);
  assertTiles(text, segments);
  for (const { span, kind } of segments) {
    if (kind === 'front-matter') continue;
    const own = text.slice(span.start, span.end);
    mentions(own);
    definitionsOf(own, markup);
    assert.strictEqual(parseSegment(own, markup, KNOWN).prose.length, own.length);
  }
  parseFrontMatter(text);
}

/** Time of this process's own work in ms, so that neighbours on the machine do not count. */
function cost(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('hostile input', function () {
  this.timeout(120_000);

  for (const [name, shape] of Object.entries(SHAPES)) {
    for (const markup of ['markdown', 'plain'] as const) {
      it(`${name} (${markup})`, () => {
        readAll(shape(3000), markup);
        const small = Math.min(...[0, 1].map(() => cost(() => readAll(shape(12_000), markup))));
        // Eight times the length; the square would be 64 times the work. A collection of garbage may fall into one run, not into all.
        // The parser's own cost of lists 300 levels deep lies between: 15 to 31 times were measured.
        const limit = 40 * Math.max(small, 20);
        let large = Number.POSITIVE_INFINITY;
        for (let run = 0; run < 4 && large >= limit; run++)
          large = Math.min(
            large,
            cost(() => readAll(shape(96_000), markup)),
          );
        assert.ok(large < limit, `${large.toFixed(0)} ms against ${small.toFixed(0)} ms for an eighth`);
      });
    }
  }

  it('10,000 quotes within quotes, and empty texts', () => {
    for (const text of ['', '\n', '\r', ' ', '\ufeff', `${repeat('>', 10_000)} a`, '---', '---\n', '---\n---', '```', '\0', '\ud800']) {
      for (const markup of ['markdown', 'plain'] as const) readAll(text, markup);
    }
  });

  it('1 MB in one line', () => {
    const line = repeat('Lumenet gave 12 routers to the office. ', 1_000_000);
    for (const markup of ['markdown', 'plain'] as const) {
      const spent = cost(() => readAll(line, markup));
      assert.ok(spent < 8000, `${spent} ms`);
    }
  });
});
