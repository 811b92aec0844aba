// Owns: hostile and broken input: nothing throws; what it costs stands in test/bench/hostile.bench.ts.
// Must not know: how any of it is handled.
import assert from 'node:assert';
import { parseFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';
import { definitionsOf, mentions, parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { Markup } from '../../../server/src/core/syntax/types.ts';
import { HOSTILE, repeat } from '../../support/hostile.ts';
import { assertTiles } from './oracle.ts';

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

describe('hostile input', () => {
  for (const [name, shape] of Object.entries(HOSTILE)) {
    for (const markup of ['markdown', 'plain'] as const) {
      it(`${name} (${markup})`, () => readAll(shape(96_000), markup));
    }
  }

  it('10,000 quotes within quotes, and empty texts', () => {
    for (const text of ['', '\n', '\r', ' ', '\ufeff', `${repeat('>', 10_000)} a`, '---', '---\n', '---\n---', '```', '\0', '\ud800']) {
      for (const markup of ['markdown', 'plain'] as const) readAll(text, markup);
    }
  });

  it('1 MB in one line', () => {
    const line = repeat('Lumenet gave 12 routers to the office. ', 1_000_000);
    for (const markup of ['markdown', 'plain'] as const) readAll(line, markup);
  });
});
