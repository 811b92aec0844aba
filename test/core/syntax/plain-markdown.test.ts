// Owns: a paragraph read without the parser is what the parser makes of it, for any text.
// Must not know: how either reads it.
import assert from 'node:assert/strict';
import { toMdast } from '../../../server/src/core/syntax/markdown.ts';
import { plainParagraph } from '../../../server/src/core/syntax/plain-markdown.ts';
import { project } from '../../../server/src/core/syntax/project.ts';
import { random } from '../../bench/story.ts';

const NONE = { links: new Map<string, string>(), footnotes: new Set<string>() };
const PIECES = [
  ...[
    'a',
    'B',
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '-',
    '+',
    '=',
    ':',
    '.',
    '1',
    '23.',
    '1)',
    '#',
    '##',
    '>',
    '!',
    '(',
    ')',
    '"',
    "'",
    '“',
    '”',
  ],
  ...['é', '漢', '🙂', '$', '%', '^', ';', ',', '?', '/', 'http', 'http:', 'https', 'www', 'www.', 'a.b', '{', '}', '|', '~', '--', '---'],
  ...[
    '...',
    '\u00a0',
    '\u2003',
    '\u200b',
    '\v',
    '\f',
    '\u0085',
    '\u2028',
    '\r\n',
    '\u0001',
    'word ',
    'words and ',
    '\ud800',
    '&',
    '<',
    '[',
  ],
  ...['*', '_', '`', '\\', '@', 'mailto:', '\ufeff', '\0'],
];

describe('Markdown that is one paragraph of words', () => {
  it('reads as the parser reads it, whatever stands in it', () => {
    const number = random(5);
    let read = 0;
    for (let round = 0; round < 6000; round++) {
      const few = round % 3 === 0 ? PIECES.length : PIECES.length - 30;
      const text = Array.from({ length: 1 + number(14) }, () => PIECES[number(few)] as string).join('');
      const root = plainParagraph(text);
      if (!root) continue;
      read++;
      const parsed = toMdast(text, NONE);
      assert.ok(parsed);
      assert.deepEqual(project(text, root, NONE), project(text, parsed, NONE), JSON.stringify(text));
    }
    assert.ok(read > 1000, `${read}`);
  });

  it('leaves to the parser what may be more than words', () => {
    for (const text of [
      '',
      '\n',
      '# Title',
      '- item',
      '1. item',
      'a *b*',
      'see [1]',
      'www.a.b',
      'a\n===',
      'a\n---',
      'a\n\nb',
      '    code',
      'a  \nb',
    ])
      assert.equal(plainParagraph(text), undefined, JSON.stringify(text));
    assert.equal(plainParagraph('x'.repeat(7000)), undefined);
  });
});
