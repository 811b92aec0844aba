// Finding citations: forms, exact spans, keys, locators, the sentence each belongs to; and what is none.
import assert from 'node:assert';
import { segmentsOf } from '../evidence/notes.ts';

type Expected = readonly [span: string, form: string, target: string, sentence?: number, locator?: string];

const CASES: readonly (readonly [name: string, path: string, text: string, ...expected: Expected[]])[] = [
  ['pandoc', 'd.md', 'It rained [@a-1].', ['[@a-1]', 'pandoc', 'a-1', 0]],
  [
    'several, with locators and prefixes',
    'd.md',
    'It rained [see @a, p. 3; -@b:c, fig. 2; @d].',
    ['@a, p. 3', 'pandoc', 'a', 0, 'p. 3'],
    ['-@b:c, fig. 2', 'pandoc', 'b:c', 0, 'fig. 2'],
    ['@d', 'pandoc', 'd', 0],
  ],
  ['bare, punctuation not in the key', 'd.md', 'As @a_b.c points out. See @d.', ['@a_b.c', 'bare', 'a_b.c', 0], ['@d', 'bare', 'd', 1]],
  ['braces', 'd.md', 'As @{a key.} says; no.'],
  ['braces without spaces', 'd.md', 'As @{10.1/x.} says.', ['@{10.1/x.}', 'bare', '10.1/x.', 0]],
  ['footnote with a definition', 'd.md', 'It rained.[^Pool]\n\n[^Pool]: Text.\n', ['[^Pool]', 'footnote', 'Pool', 0]],
  ['footnote without one', 'd.md', 'It rained.[^pool] It snowed.', ['[^pool]', 'footnote', 'pool', 0]],
  [
    'wiki, label, heading',
    'd.md',
    'It rained [[pool]], [[pool report|the report]], [[notes/a#b]].',
    ['[[pool]]', 'wiki', 'pool', 0],
    ['[[pool report|the report]]', 'wiki', 'pool report', 0],
    ['[[notes/a#b]]', 'wiki', 'notes/a#b', 0],
  ],
  [
    'links to files and pages',
    'd.md',
    'See [notes](notes/a.md#b) and <https://example.org/x>.',
    ['[notes](notes/a.md#b)', 'link', 'notes/a.md#b', 0],
    ['<https://example.org/x>', 'link', 'https://example.org/x', 0],
  ],
  ['reference links', 'd.md', 'See [the page][1].\n\n[1]: https://example.org/x\n', ['[the page][1]', 'link', 'https://example.org/x', 0]],
  ['behind the full stop', 'd.md', 'It rained. [@a] Then it snowed.', ['[@a]', 'pandoc', 'a', 0]],
  ['letters beyond ASCII', 'd.md', 'It rained [@müller2020].', ['[@müller2020]', 'pandoc', 'müller2020', 0]],
  [
    'mail, handles in code, packages in code, embeds',
    'd.md',
    'Mail a@b.org, run `npm i @scope/x`, see ![[picture.png]] and [mail](mailto:a@b.org), [top](#top).',
  ],
  ['code blocks and comments', 'd.md', '```\n[@a] [[b]] [^c]\n```\n\n<!-- [@d] -->\n'],
  ['escaped and empty', 'd.md', 'An @ alone, [@], [[]], [^], [@ a], a @-sign.'],
  [
    'plain text',
    'd.txt',
    'It rained [@a, p. 2] where @b was.[^c] See https://example.org/x_(y). [[d]]\n\n[^c]: Text.\n',
    ['[@a, p. 2]', 'pandoc', 'a', 0, 'p. 2'],
    ['@b', 'bare', 'b', 0],
    ['[^c]', 'footnote', 'c', 0],
    ['https://example.org/x_(y)', 'link', 'https://example.org/x_(y)'],
    ['[[d]]', 'wiki', 'd'],
  ],
  [
    'in a table and a list',
    'd.md',
    '- one [@a]\n- two [[b]]\n\n| x | y |\n| - | - |\n| 1 [@c] | 2 |\n',
    ['[@a]', 'pandoc', 'a', 0],
    ['[[b]]', 'wiki', 'b', 1],
    ['[@c]', 'pandoc', 'c'],
  ],
  ['CRLF', 'd.md', 'It rained\r\n[@a].\r\n', ['[@a]', 'pandoc', 'a', 0]],
];

describe('citations in a segment', () => {
  for (const [name, path, text, ...expected] of CASES) {
    it(name, () => {
      const found = segmentsOf(path, text, 'draft').flatMap(({ offset, facts }) =>
        facts.citations.map(citation => ({
          ...citation,
          span: { start: citation.span.start + offset, end: citation.span.end + offset },
          key: text.slice(citation.keySpan.start + offset, citation.keySpan.end + offset),
        })),
      );
      assert.deepEqual(
        found.map(({ span, form, target, locator }) => [text.slice(span.start, span.end), form, target, locator]),
        expected.map(([span, form, target, , locator]) => [span, form, target, locator]),
      );
      for (const [index, { key, target, form }] of found.entries()) {
        if (form !== 'link') assert.equal(key, target);
        const sentence = expected[index]?.[3];
        if (sentence !== undefined) assert.equal(found[index]?.sentence, sentence, `sentence of ${target}`);
      }
    });
  }

  it('gets through hostile input', () => {
    for (const piece of ['[@', '[[', '[^', '@a', '@{', '[@a;', '@a-', '[^a]', '[@a] ', ']', 'https://a.b....']) {
      for (const path of ['d.md', 'd.txt']) {
        segmentsOf(path, piece.repeat(60_000), 'draft');
      }
    }
  });
});
