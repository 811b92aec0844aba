// Owns: what a segment's tree holds: blocks, inlines, prose, comments, footnotes, definitions, suppressions.
// Must not know: how Markdown is parsed.
import assert from 'node:assert';
import type { Facts } from '../../../server/src/core/extract/facts.ts';
import type { ExtractInput } from '../../../server/src/core/extract/input.ts';
import { extractSuppressions } from '../../../server/src/core/extract/suppressions.ts';
import { definitionsOf, mentions, parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../../server/src/core/syntax/segmenter.ts';
import type { Definitions, Markup } from '../../../server/src/core/syntax/types.ts';
import { assertTree } from './oracle.ts';

const OUTSIDE: Definitions = { links: new Map([['REPORT', 'https://example.org/report']]), footnotes: new Set(['POOL']) };

/** Each block as `kind: sentence | sentence`. */
function blocks(text: string, markup: Markup = 'markdown'): string[] {
  const tree = parseSegment(text, markup, OUTSIDE);
  assertTree(tree, text);
  return tree.blocks.map(block => {
    const sentences = tree.sentences.slice(block.sentences.start, block.sentences.end);
    return `${block.kind}: ${sentences.map(({ span }) => tree.prose.slice(span.start, span.end).replace(/\s+/g, ' ')).join(' | ')}`;
  });
}

describe('Markdown blocks', () => {
  const cases: [string, string, string[]][] = [
    ['a paragraph', 'One is *here*. Two is [there](x).', ['paragraph: One is here . | Two is there .']],
    ['a heading', '## Who did it? We know {#key}\n', ['heading: Who did it? We know {#key}']],
    ['a setext heading', 'Title\n===\n', ['heading: Title']],
    ['a list', '- One. Two.\n- [x] Three\n', ['list-item: One. | Two.', 'list-item: Three']],
    ['a quote', '> He said\n> no. Yes.\n', ['quote: He said no. | Yes.']],
    ['a list in a quote', '> - a\n', ['list-item: a']],
    ['a quote in a list', '- > a\n', ['quote: a']],
    ['a table', '| a | b |\n|---|---|\n| c [.] | |\n', ['table-cell: a', 'table-cell: b', 'table-cell: c [.]', 'table-cell: ']],
    ['an image alone', '![A box. It is open.](x.png "By Feld")\n', ['caption: A box. | It is open.', 'caption: By Feld']],
    ['an image within', 'Look: ![a box](x.png) here.\n', ['paragraph: Look: a box here.', 'caption: a box']],
    ['a footnote', '[^a]: One. Two.\n\n    Three.\n', ['footnote: One. | Two.', 'footnote: Three.']],
    ['code', '```\nOne.\n```\n', ['code: ']],
    ['indented code', '    One.\n', ['code: ']],
    ['html', '<div>One.</div>\n', ['html: ']],
    ['a definition', '[a]: /b "c"\n', ['definition: ']],
    ['a comment alone', '<!-- note -->\n', ['html: ']],
    ['a hard break', '**By:** Feld  \n**Date:** May\n', ['paragraph: By: Feld | Date: May']],
    ['a footnote mark', 'One.[^pool] Two.', ['paragraph: One. | Two.']],
    ['an unknown footnote mark', 'One.[^other] Two.', ['paragraph: One.[^other] | Two.']],
    ['entities and escapes', 'AT&amp;T \\*is\\* 5 &lt; 6 &copy; &#x1F600; a\\\nb.', ['paragraph: AT& T *is * 5 < 6 © 😀 a | b.']],
    [
      'literal addresses',
      'See https://a.example/b. Or a@b.example. Or *www.c.example*.',
      ['paragraph: See https://a.example/b. | Or a@b.example. | Or www.c.example .'],
    ],
    ['two lines of code in a quote', '> a `b\n> c` d\n', ['quote: a b c d']],
    ['citations', 'One [@a]. Two [[b|c]]. Three @d.', ['paragraph: One [@a]. | Two [[b|c]]. | Three @d.']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepStrictEqual(blocks(text), expected));

  it('says where a block stands', () => {
    const tree = parseSegment('1. a\n   - b\n2. c\n\n> > d\n\n| x |\n|---|\n| y |\n', 'markdown');
    assert.deepStrictEqual(
      tree.blocks.map(({ kind, list, quoted, table }) => ({ kind, list, quoted, table })),
      [
        { kind: 'list-item', list: { list: 0, item: 0, depth: 1, ordered: true }, quoted: undefined, table: undefined },
        { kind: 'list-item', list: { list: 1, item: 0, depth: 2, ordered: false }, quoted: undefined, table: undefined },
        { kind: 'list-item', list: { list: 0, item: 1, depth: 1, ordered: true }, quoted: undefined, table: undefined },
        { kind: 'quote', list: undefined, quoted: 2, table: undefined },
        { kind: 'table-cell', list: undefined, quoted: undefined, table: { table: 0, row: 0, column: 0 } },
        { kind: 'table-cell', list: undefined, quoted: undefined, table: { table: 0, row: 1, column: 0 } },
      ],
    );
  });

  it('lists inlines with their targets', () => {
    const text =
      'A [*b*][report], [Report], [c](d "e"), <https://f.example>, ![g](h), `i`, **j**, ~~k~~, <b>l</b>, <!-- m -->.[^pool]\nwww.n.example';
    const tree = parseSegment(text, 'markdown', OUTSIDE);
    assertTree(tree, text);
    assert.deepStrictEqual(
      tree.inlines.map(inline => [inline.kind, text.slice(inline.content.start, inline.content.end), inline.url ?? inline.label]),
      [
        ['link', '*b*', 'https://example.org/report'],
        ['emphasis', 'b', undefined],
        ['link', 'Report', 'https://example.org/report'],
        ['link', 'c', 'd'],
        ['link', 'https://f.example', 'https://f.example'],
        ['image', 'g', 'h'],
        ['code', 'i', undefined],
        ['strong', 'j', undefined],
        ['delete', 'k', undefined],
        ['html', '', undefined],
        ['html', '', undefined],
        ['comment', ' m ', undefined],
        ['footnote-reference', '', 'pool'],
        ['link', 'www.n.example', 'http://www.n.example'],
      ],
    );
  });

  it('lists footnotes with their places', () => {
    const text = '[^Pool Report]: no\n\n[^a\\]b]: Yes.\n[^c]:\n    Later.\n';
    const tree = parseSegment(text, 'markdown');
    assertTree(tree, text);
    assert.deepStrictEqual(
      tree.footnotes.map(note => [note.label, text.slice(note.content.start, note.content.end)]),
      [
        ['a\\]b', 'Yes.'],
        ['c', 'Later.'],
      ],
    );
  });
});

describe('plain text blocks', () => {
  const cases: [string, string, string[]][] = [
    ['a headline', 'Two nights\n', ['heading: Two nights']],
    ['a short sentence', 'Nobody knew.\n', ['paragraph: Nobody knew.']],
    ['a question as a headline', 'What should customers do?\n', ['heading: What should customers do?']],
    ['an introduction', "Tran's advice:\n", ["paragraph: Tran's advice:"]],
    ['an indented quotation', '    "Nobody knew. I did."\n', ['paragraph: "Nobody knew. | I did."']],
    ['wrapped lines', 'One goes\non. Two\ntoo.\n', ['paragraph: One goes on. | Two too.']],
    ['a list', 'Advice:\n- One. Two.\n  More\n- Three\n', ['paragraph: Advice:', 'list-item: One. | Two. | More', 'list-item: Three']],
    ['a numbered list', '1. One.\n2. Two.\n', ['list-item: One.', 'list-item: Two.']],
    ['a year in a wrapped line', 'It was in\n2025. We left.\n', ['paragraph: It was in 2025. | We left.']],
    ['marks of Markdown', '*a* `b` [c](d) # e.\n', ['paragraph: *a* `b` [c](d) # e.']],
    ['a footnote', '[^pool]: Pool report. No. 17.\n', ['footnote: Pool report. | No. 17.']],
    ['a footnote mark and a comment', 'One.[^pool] <!-- x. --> Two.\n', ['paragraph: One. | Two.']],
    ['a line of a byline', 'By Ines Halloran\nAldport\n', ['paragraph: By Ines Halloran Aldport']],
  ];
  for (const [name, text, expected] of cases) it(name, () => assert.deepStrictEqual(blocks(text, 'plain'), expected));
});

describe('labels', () => {
  it('finds what a segment defines', () => {
    const text = '[^a]: One.\n[^B]: Two `[x]: y`.\n\n> [Link\n> two]: /url\n';
    const found = definitionsOf(text, 'markdown');
    assert.deepStrictEqual([...found.footnotes], ['A', 'B']);
    assert.deepStrictEqual([...found.links], [['LINK TWO', '/url']]);
    assert.deepStrictEqual([...definitionsOf('[^a]: One.\n[^B]: Two.\n', 'markdown').footnotes], ['A', 'B']);
    assert.deepStrictEqual([...definitionsOf('```\n[a]: b\n```\n', 'markdown').links], []);
    assert.deepStrictEqual([...definitionsOf('[^a]: One.\n [^b]: no\n', 'plain').footnotes], ['A']);
  });

  it('finds what a segment may refer to', () => {
    assert.deepStrictEqual([...mentions('[a][B c], ![^d] and \\[e] [f\n> g] [[h]]')], ['A', 'B C', '^D', 'D', 'F G', 'H']);
    assert.strictEqual(mentions('no brackets').size, 0);
  });
});

describe('segments', () => {
  it('cuts plain text at blank lines and leaves open front matter alone', () => {
    const cut = (text: string, markup: Markup): string[] => segmentText(text, markup).map(({ span }) => text.slice(span.start, span.end));
    assert.deepStrictEqual(cut('\n\na\nb\n \nc\r\n\r\n- d', 'plain'), ['\n\na\nb\n \n', 'c\r\n\r\n', '- d']);
    assert.deepStrictEqual(cut('---\na: b\n---\n\nc\n\nd', 'markdown'), ['---\na: b\n---\n', '\nc\n\n', 'd']);
    assert.deepStrictEqual(cut('---\na: b\n\nc', 'markdown'), ['---\na: b\n\n', 'c']);
    assert.deepStrictEqual(cut('- a\n\n- b\n\nc\n\n1. d', 'markdown'), ['- a\n\n- b\n\n', 'c\n\n', '1. d']);
    assert.deepStrictEqual(cut('```\na\n\nb\n```\n\nc', 'markdown'), ['```\na\n\nb\n```\n\n', 'c']);
    assert.deepStrictEqual(cut('<!-- a\n\nb -->\n\nc', 'markdown'), ['<!-- a\n\nb -->\n\n', 'c']);
  });
});

describe('suppressions', () => {
  const read = (text: string, markup: Markup = 'markdown') =>
    extractSuppressions({
      tree: parseSegment(text, markup),
      role: 'draft',
      knowledge: {},
      facts: {} as Facts,
    } as unknown as ExtractInput).map(found => ({
      kind: found.kind,
      rules: found.rules.map(rule => text.slice(rule.span.start, rule.span.end)),
      reason: found.reason,
      span: text.slice(found.span.start, found.span.end),
    }));

  it('reads every form', () => {
    for (const markup of ['markdown', 'plain'] as const) {
      const one = '<!-- backdraft-disable-next-line terms quotes/altered -- the lawyer   asked -->';
      assert.deepStrictEqual(read(`${one}\n`, markup), [
        { kind: 'next-line', rules: ['terms', 'quotes/altered'], reason: 'the lawyer asked', span: one },
      ]);
      const found = read(
        '<!-- backdraft-disable -->\nText. <!--backdraft-opinion--> More. <!-- backdraft-enable terms,claims -->\n',
        markup,
      );
      assert.deepStrictEqual(found.map(({ kind, rules, reason }) => [kind, rules, reason]).slice(0, 1), [['disable', [], undefined]]);
    }
    assert.deepStrictEqual(
      read('Text. <!--backdraft-opinion--> More. <!-- backdraft-enable terms, claims -->').map(({ kind, rules }) => [kind, rules]),
      [
        ['opinion', []],
        ['enable', ['terms', 'claims']],
      ],
    );
  });

  it('leaves other comments, code and open comments alone', () => {
    for (const text of [
      '<!-- backdraft -->',
      '<!-- backdraft: ask Ines -->',
      '<!-- Backdraft disagrees -->',
      '`<!-- backdraft-disable -->`',
      '```\n<!-- backdraft-disable -->\n```',
      '<!-- backdraft-disable',
      '\\<!-- backdraft-disable -->',
    ])
      assert.deepStrictEqual(read(text), [], text);
  });

  it('tells words that are no directive from directives', () => {
    for (const word of ['backdraft-disabled', 'backdraft-disable-line', 'Backdraft-Disable', 'backdraft disable', 'backdraft-opinion:']) {
      const text = `a <!-- ${word} terms -- why -->`;
      const [found] = extractSuppressions({
        tree: parseSegment(text, 'markdown'),
        role: 'draft',
        knowledge: {},
        facts: {},
      } as unknown as ExtractInput);
      assert.ok(found?.directive, word);
      assert.equal(found.kind, 'unknown', word);
      assert.deepStrictEqual(found.rules, []);
      assert.equal(found.directive.text, word);
      assert.equal(text.slice(found.directive.span.start, found.directive.span.end), word);
    }
  });

  it('keeps the ids of a comment over several lines, in a quote and in a list', () => {
    assert.deepStrictEqual(
      read('> <!-- backdraft-disable\n> terms -->\n').map(({ kind }) => kind),
      ['disable'],
    );
    assert.deepStrictEqual(
      read('- a <!-- backdraft-opinion -->\n').map(({ kind }) => kind),
      ['opinion'],
    );
  });
});
