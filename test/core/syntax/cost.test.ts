// Owns: tests that code is parsed as code whatever brackets stand in it, and that what is slow to parse is not.
// Must not know: how much is too much of what.
import assert from 'node:assert';
import { isCostly } from '../../../server/src/core/syntax/cost.ts';

const lines = (indent: string): string => Array.from({ length: 5100 }, (_, at) => `${indent}line ${at} ok`).join('\n');

describe('a bracket that stays open for thousands of words', () => {
  // [where it stands, text, whether it is slow to parse]
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['in prose', `[log\n${lines('')}`, true],
    ['in a fence', `\`\`\`\n[log\n${lines('')}\n\`\`\`\n`, false],
    ['in a fence of tildes, with words around it', `A log:\n\n~~~ text\n[log\n\n${lines('')}\n~~~\n\nThat is all.\n`, false],
    ['in indented code', `    [log\n${lines('    ')}\n`, false],
    ['behind a rule', `---\n\n[log\n${lines('')}`, true],
    ['behind a fence', `\`\`\`\na\n\`\`\`\n\n[log\n${lines('')}`, true],
    ['in a paragraph that is indented from its second line on', `Words\n    [log\n${lines('    ')}`, true],
    ['in what looks like a fence within html', `<div>\n\`\`\`\n[log\n${lines('')}`, true],
  ];
  for (const [where, text, expected] of cases) it(where, () => assert.equal(isCostly(text), expected));
});
