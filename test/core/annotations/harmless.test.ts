// Owns: tests of what people wrote as Markdown that leads nowhere: code is shown as code, and another reader of Markdown finds no link.
// Must not know: VS Code, which test/e2e/comments.test.mjs looks at.
import assert from 'node:assert/strict';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { withoutLinks } from '../../../client/src/annotations/harmless.ts';
import { HOSTILE } from '../../support/hostile-bodies.ts';
import { randomOf } from '../../support/human-edits.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

// Remark looks for addresses in words once more, after reading; readers that write HTML do not.
function readOnce(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).flat().map(extension => ({ ...extension, transforms: [] }));
}
const reader = unified().use(remarkParse).use(remarkGfm).use(readOnce).freeze();

/** All nodes of a text, as remark reads it. */
function nodesOf(markdown: string): readonly Node[] {
  const all: Node[] = [];
  const visit = (node: Node): void => {
    all.push(node);
    for (const child of node.children ?? []) visit(child);
  };
  visit(reader.parse(markdown) as Node);
  return all;
}

const LEADS = /^(?:link|image|html|linkReference|imageReference|definition|footnote)/;
const leading = (body: string): readonly Node[] => nodesOf(withoutLinks(body)).filter(({ type }) => LEADS.test(type));
const codeIn = (body: string): readonly (string | undefined)[] =>
  nodesOf(withoutLinks(body)).flatMap(({ type, value }) => (type === 'code' || type === 'inlineCode' ? [value] : []));

describe('bodies of annotations as Markdown', () => {
  for (const [what, body, code] of [
    ['signs', 'See `a[0] < b && c` and `R&amp;D`.', ['a[0] < b && c', 'R&amp;D']],
    ['addresses', 'Run `curl https://example.org/a@b` *now*.', ['curl https://example.org/a@b']],
    ['backslashes', '`C:\\new\\[x]` is a path', ['C:\\new\\[x]']],
    ['two backticks', 'It is ``x[1]``.', ['x[1]']],
    ['pipes and stars', '`cat <a | grep "*.md"`', ['cat <a | grep "*.md"']],
    ['a block', 'See:\n```js\nif (a[0] < b) {\n  `x`;\n}\n```\nand *so* on', ['if (a[0] < b) {\n  `x`;\n}']],
    ['a block of tildes with fences in it', '~~~\n```\n<b>\n```\n~~~', ['```\n<b>\n```']],
    ['a block without an end', '- one\n\n  ```\n  <b>', ['<b>']],
    ['words without such signs, whatever stands around', '*so* `a*b` and _so_ `c_d`', ['a*b', 'c_d']],
  ] as const)
    it(`show code as it was written: ${what}`, () => {
      assert.deepEqual(codeIn(body), code);
      assert.deepEqual(leading(body), []);
    });

  for (const [what, body, shown] of [
    ['emphasis could end in it', '*a `b* <c>`', '*a `b* <c>`'],
    ['a cell could end in it', 'a|b\n-|-\n`x|<c>`|y', '`x'],
    ['it has no end', 'a ` <b>', 'a ` <b>'],
    ['it is of two lines', 'a `b\n[c](d)`', 'a `b\n[c](d)`'],
  ] as const)
    it(`show words where ${what}`, () => {
      assert.deepEqual(leading(body), []);
      assert.deepEqual(codeIn(body), []);
      const words = nodesOf(withoutLinks(body)).flatMap(({ type, value }) => (type === 'text' ? [value] : []));
      assert.ok(words.join('').includes(shown), words.join('|'));
    });

  for (const body of HOSTILE)
    for (const around of [body, `*x* ${body}`, `\`${body}\``, `*a \`${body}* b\``, `\`x\` ${body} \`y\``, `~~~\n${body}\n~~~`])
      it(`nothing can come of ${JSON.stringify(around.slice(0, 50))}`, () => assert.deepEqual(leading(around), []));

  for (const [what, body, written] of [
    ['a tilde, which some readers take together with a backtick', 'a ~`<b>` c', 'a \\~`<b>` c'],
    ['a backtick that goes on in the next line', 'a `b\n`*<c>` *d*', 'a \\`b\n\\`\\*\\<c\\>\\` *d*'],
  ] as const)
    it(`code is told from ${what}`, () => assert.equal(withoutLinks(body), written));

  it('nothing can come of any mixture', () => {
    const random = randomOf(7);
    const signs = [
      '`',
      '`',
      '``',
      '```',
      '~',
      '~~',
      '~~~',
      '*',
      '**',
      '_',
      '|',
      '\n',
      '\n',
      '\n\n',
      '\n|-|-|\n',
      ' ',
      ' ',
      '    ',
      'a',
      'b ',
    ];
    const marks = [
      '- ',
      '> ',
      '1. ',
      '# ',
      '\\',
      '\\`',
      '&#91;',
      '<b>',
      '</b>',
      '<!-- ',
      ' -->',
      '[x](u)',
      '![x](u)',
      '[a]: u',
      '[a]',
      '[[k]]',
    ];
    const all = [...signs, ...signs, ...marks, 'https://e.org', 'www.e.org', 'a@e.org', '<https://e.org>', '\r', '\t', ':-'];
    for (let i = 0; i < 5_000; i++) {
      const body = Array.from({ length: 3 + Math.floor(random() * 14) }, () => all[Math.floor(random() * all.length)]).join('');
      assert.deepEqual(leading(body), [], JSON.stringify(body));
    }
  });

  it('costs next to nothing, however many backticks there are', () => {
    for (const sign of ['`', '` ', '`` ` ', '```\n', '~', '`a'])
      assert.ok(withoutLinks(sign.repeat(20_000 / sign.length)).length > 0, sign);
  }).timeout(2000);
});
