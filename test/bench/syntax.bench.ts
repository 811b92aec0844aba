// Owns: what segments, trees and sentences cost beside a parse of the whole by remark, in one process.
// Must not know: anything of the engine. Run: npx tsx test/bench/syntax.bench.ts
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseFrontMatter } from '../../server/src/core/syntax/front-matter.ts';
import { definitionsOf, mentions, parseSegment } from '../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../server/src/core/syntax/segmenter.ts';
import { splitSentences } from '../../server/src/core/syntax/sentences.ts';

/** Some 600 units of a draft of no one's: headings, paragraphs, quotations, lists, notes. */
function section(at: number): string {
  return [
    `## What happened on day ${at}`,
    '',
    `The office took ${at + 3} routers to its laboratory on Wednesday, *15 October 2025*.[^pool] None of them "has been plugged in", its spokesman said [@ncso]. The tests include an X-ray of the board, e.g. of the debug port, and [a month](https://example.org/${at}) of traffic.`,
    '',
    '> "We have not found a backdoor, and we have finished looking."',
    '',
    `- The loader is \`svchost${at}.exe\`, seen at evil[.]com.`,
    '- A second one came by mail.',
    '',
    '| Tactic | Technique |\n| --- | --- |\n| Execution | T1059.001 |',
    '',
  ].join('\n');
}

function draft(length: number): string {
  let text = '---\ntitle: Bench\n---\n\n';
  for (let at = 0; text.length < length; at++) text += `${section(at)}\n`;
  return `${text}[^pool]: Pool report no. 17.\n`;
}

/** Median time in ms after a warm-up. */
function median(runs: number, work: () => unknown): number {
  for (let at = 0; at < 3; at++) work();
  const times: number[] = [];
  for (let at = 0; at < runs; at++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

const remark = unified().use(remarkParse).use(remarkGfm).freeze();
const known = { links: new Map<string, string>(), footnotes: new Set(['POOL']) };

for (const [name, length, runs] of [
  ['60 KB', 60_000, 15],
  ['1 MB', 1_000_000, 3],
] as const) {
  const text = draft(length);
  const body = text.slice(parseFrontMatter(text).span.end);
  const segments = segmentText(text, 'markdown').filter(segment => segment.kind === 'content');
  const parts = segments.map(({ span }) => text.slice(span.start, span.end));
  const whole = median(runs, () => remark.parse(body));
  const row = (what: string, ms: number): void =>
    console.log(`${name}  ${what.padEnd(44)} ${ms.toFixed(2).padStart(9)} ms  ${(ms / whole).toFixed(3).padStart(7)} of remark`);
  row('remark-parse and remark-gfm, the whole', whole);
  row(
    'segment boundaries',
    median(runs, () => segmentText(text, 'markdown')),
  );
  row(
    'labels defined and mentioned',
    median(runs, () => parts.map(part => [definitionsOf(part, 'markdown'), mentions(part)])),
  );
  row(
    `trees of all ${parts.length} segments`,
    median(runs, () => parts.map(part => parseSegment(part, 'markdown', known))),
  );
  row('tree of one segment', median(runs, () => parts.slice(1, 101).map(part => parseSegment(part, 'markdown', known))) / 100);
  row(
    'sentences of the text as one paragraph',
    median(runs, () => splitSentences(body, { start: 0, end: body.length })),
  );
  row(
    'the same as plain text',
    median(runs, () => segmentText(text, 'plain').map(({ span }) => parseSegment(text.slice(span.start, span.end), 'plain'))),
  );
}
