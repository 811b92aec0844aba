// Indicators: kinds, values, spellings and exact places; what is none; hostile input; defang and refang.
import assert from 'node:assert';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import { defang, extractIndicators, indicatorsOf, refang } from '../../../server/src/core/extract/indicators.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { indicatorCases } from './indicator-cases.ts';

const empty = extractFacts(parseSegment('', 'plain'), 'draft', NO_KNOWLEDGE);

function indicators(text: string, markup: 'plain' | 'markdown' = 'plain') {
  return extractIndicators({ tree: parseSegment(text, markup), role: 'draft', knowledge: NO_KNOWLEDGE, facts: empty });
}

describe('indicators', () => {
  const cases = indicatorCases();
  it(`there are at least 400 cases (${cases.length})`, () => assert.ok(cases.length >= 400));
  for (const { text, found } of cases) {
    it(text, () => {
      assert.deepEqual(
        indicators(text).map(one => ({
          start: one.span.start,
          end: one.span.end,
          kind: one.kind,
          value: one.value,
          written: one.written,
          harmless: one.harmless,
        })),
        found.map(one => {
          const start = text.indexOf(one.written);
          return { start, end: start + one.written.length, kind: one.kind, value: one.value, written: one.state, harmless: one.harmless };
        }),
      );
    });
  }
  it('knows lookalikes', () => {
    assert.deepEqual(
      indicators('See xn--80ak6aa92e.com and аpple.com and parcel.com.').map(one => one.lookalike),
      [{ kind: 'punycode', shown: 'аррӏе.com' }, { kind: 'homoglyph', shown: 'apple.com' }, undefined],
    );
  });
  it('leaves code blocks alone and marks inline code', () => {
    const found = indicators('Run `ping parcel-return.com` now.\n\n```\nping parcel-refund.net\n```\n', 'markdown');
    assert.deepEqual(
      found.map(one => [one.value, one.harmless]),
      [['parcel-return.com', 'code']],
    );
  });
  it('reads escaped brackets of Markdown', () => {
    const text = 'Calls went to parcel-return\\[.\\]com.';
    assert.deepEqual(
      indicators(text, 'markdown').map(one => [one.value, one.written]),
      [['parcel-return.com', 'defanged']],
    );
  });
});

describe('defang and refang', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['https://parcel-return.com/a.b?c=d.e', 'hxxps://parcel-return[.]com/a.b?c=d.e'],
    ['parcel-return.com', 'parcel-return[.]com'],
    ['198.18.44.7', '198.18.44[.]7'],
    ['http://198.18.44.7:8080/x', 'hxxp://198.18.44[.]7:8080/x'],
    ['desk@parcel-return.com', 'desk@parcel-return[.]com'],
    ['ftp://parcel-return.com', 'fxp://parcel-return[.]com'],
  ];
  for (const [plain, broken] of pairs) {
    it(plain, () => {
      assert.equal(defang(plain), broken);
      assert.equal(refang(broken), plain);
      assert.equal(defang(broken), broken);
    });
  }
});

describe('hostile input for indicators', () => {
  const pieces = [
    'a.',
    '[.]',
    'a[.]',
    '1.',
    'a@',
    'http://',
    ':',
    'C:\\a ',
    '%a%\\',
    '1:aaaaaa:',
    '+a',
    'a+b@c.com+',
    '((((',
    'x',
    'f',
    '/etc/',
    '::',
    'a..',
    'a b ',
    'h**p',
    'http://a)',
    ' a',
    'a:',
    'a-',
    '(dot)',
    'a [.] ',
    '[[.',
    'xn--',
    '1 . ',
  ];
  for (const piece of pieces) {
    it(`1 MB of ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      indicatorsOf(text);
    }).timeout(30_000);
  }
});
