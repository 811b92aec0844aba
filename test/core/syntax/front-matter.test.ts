// Owns: front matter: what counts, places, problems, bombs.
// Must not know: which keys mean something.
import assert from 'node:assert';
import fc from 'fast-check';
import { parseFrontMatter } from '../../../server/src/core/syntax/front-matter.ts';

const valuesOf = (text: string): Record<string, unknown> =>
  Object.fromEntries(parseFrontMatter(text).items.map(item => [item.key, item.value]));

describe('front matter', function () {
  this.timeout(20_000);

  it('has places for keys and values', () => {
    const text = '---\ntitle: "A gift"\ntlp: AMBER # mark\nbackdraft-disable: [terms, "quotes/altered"]\nempty:\n---\nText.';
    const matter = parseFrontMatter(text);
    assert.strictEqual(text.slice(matter.span.start, matter.span.end), text.slice(0, text.indexOf('Text.')));
    const shown = matter.items.map(item => [
      text.slice(item.keySpan.start, item.keySpan.end),
      text.slice(item.valueSpan.start, item.valueSpan.end),
      item.value,
    ]);
    assert.deepStrictEqual(shown, [
      ['title', '"A gift"', 'A gift'],
      ['tlp', 'AMBER', 'AMBER'],
      ['backdraft-disable', '[terms, "quotes/altered"]', ['terms', 'quotes/altered']],
      ['empty', '', null],
    ]);
    assert.deepStrictEqual(matter.problems, []);
  });

  it('keeps dates and `off` as text', () => {
    assert.deepStrictEqual(valuesOf('---\nbackdraft: off\ndate: 2025-10-20\nyear: 2025\n---\n'), {
      backdraft: 'off',
      date: '2025-10-20',
      year: 2025,
    });
  });

  for (const [name, text] of Object.entries({
    'that is open': '---\ntitle: x\n',
    'that starts later': '\n---\ntitle: x\n---\n',
    'with a longer rule': '----\ntitle: x\n----\n',
    'with words behind the rule': '--- x\ntitle: x\n---\n',
    'of an empty text': '',
  })) {
    it(`is none ${name}`, () => {
      assert.deepStrictEqual(parseFrontMatter(text), { span: { start: 0, end: 0 }, items: [], problems: [] });
    });
  }

  for (const end of ['\n', '\r\n', '\r']) {
    it(`reads line ends ${JSON.stringify(end)}`, () => {
      const text = ['---', 'a: 1', 'b: two', '...', 'Text'].join(end);
      const matter = parseFrontMatter(text);
      assert.strictEqual(text.slice(matter.span.end), 'Text');
      assert.deepStrictEqual(
        matter.items.map(item => text.slice(item.valueSpan.start, item.valueSpan.end)),
        ['1', 'two'],
      );
    });
  }

  it('names problems with a place, and keeps the rest', () => {
    const text = '---\ntitle: "open\ndate: 2025\n---\n';
    const broken = parseFrontMatter(text);
    assert.ok(broken.problems.length > 0);
    for (const { span } of broken.problems) assert.ok(span.start >= 4 && span.end <= text.length);
    const twice = parseFrontMatter('---\na: 1\na: 2\nb: 3\n---\n');
    assert.deepStrictEqual(
      twice.items.map(item => [item.key, item.value]),
      [
        ['a', 1],
        ['b', 3],
      ],
    );
    assert.match(twice.problems[0]?.message.template ?? '', /given twice/);
    assert.match(parseFrontMatter('---\n- a\n- b\n---\n').problems[0]?.message.template ?? '', /key: value/);
  });

  it('does not unfold bombs', () => {
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x, x]\n';
    for (let at = 1; at < 12; at++) bomb += `a${at}: &a${at} [${`*a${at - 1}, `.repeat(9)}]\n`;
    const matter = parseFrontMatter(`---\n${bomb}ok: yes\n---\n`);
    assert.ok(matter.problems.length > 0);
    assert.strictEqual(matter.items.find(item => item.key === 'ok')?.value, 'yes');
  });

  for (const [name, yaml] of Object.entries({
    'nested brackets': '['.repeat(30_000),
    'nested maps': 'a: {'.repeat(10_000),
    'nested lists': '- '.repeat(20_000),
    'a huge text': 'a: b\n'.repeat(40_000),
    'a cyclic alias': 'a: &a [*a]',
    'an unknown alias': 'a: *nowhere',
    tabs: 'a:\n\tb: c',
    'a tag': 'a: !!js/function "x"',
    nulls: '\0: \ud800',
  })) {
    it(`survives ${name}`, () => {
      const matter = parseFrontMatter(`---\n${yaml}\n---\n`);
      assert.ok(matter.span.end > 0);
      if (name !== 'nulls' && name !== 'a tag') assert.ok(matter.problems.length > 0, 'a problem is named');
    });
  }
});

describe('front matter of plain lines', () => {
  const KEYS = ['title', 'a-b', 'on', 'null', 'y', 'x_1', 'type', 'published', 'true'];
  const WORDS = [
    'word',
    'é',
    ' ',
    '  ',
    ':',
    ': ',
    '#',
    ' #',
    "'",
    '"',
    ',',
    '[',
    ']',
    '{',
    '}',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '-',
    '- ',
  ];
  const VALUES = [
    '?',
    '? ',
    '2025-01-02',
    '2025-01',
    '12',
    '0x1',
    'true',
    'null',
    '~',
    'http://a.b',
    '“q”',
    '–',
    '.',
    ';',
    '\u00a0',
    'İ',
    '\t',
    '...',
  ];
  const line = fc
    .tuple(fc.constantFrom(...KEYS), fc.array(fc.constantFrom(...WORDS, ...VALUES), { maxLength: 5 }))
    .map(([key, words]) => `${key}: ${words.join('')}\n`);

  it('reads as the YAML reader reads it', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 3 }), lines => {
        const text = `---\n${lines.join('')}---\n`;
        // A comment above changes nothing but the places, and asks for the reader.
        const read = parseFrontMatter(text.replace(/^---\n/, '---\n#\n'));
        const moved = ({ start, end }: { start: number; end: number }) => ({ start: start - 2, end: end - 2 });
        const items = read.items.map(item => ({ ...item, keySpan: moved(item.keySpan), valueSpan: moved(item.valueSpan) }));
        assert.deepStrictEqual(parseFrontMatter(text).items, items);
        assert.equal(parseFrontMatter(text).problems.length, read.problems.length);
      }),
      { numRuns: 2000 },
    );
  });
});
