// Vocabularies in Vale's format become house terms.
import assert from 'node:assert';
import { readVocabulary } from '../../../server/src/core/lexicon/vale.ts';

describe('vocabularies', () => {
  it('reads words, comments and acronyms', () => {
    const { prefer, ban, acronyms, skipped } = readVocabulary('# ours\nMFT\nJavaScript\nplain\n', 'guru\r\n(?i)cyber ninja\n');
    assert.deepEqual([...prefer], [['javascript', 'JavaScript']]);
    assert.deepEqual([...ban.keys()], ['guru', 'cyber ninja']);
    assert.deepEqual([...acronyms.keys()], ['MFT']);
    assert.deepEqual(skipped, []);
  });
  it('spells out small patterns', () => {
    const { ban } = readVocabulary('', 'colou?r\n(?:cyber|web) ?site\n[Cc]yber\n');
    assert.deepEqual([...ban.keys()], ['colour', 'color', 'cyber site', 'cybersite', 'web site', 'website', 'Cyber', 'cyber']);
  });
  it('skips what it cannot read and says where', () => {
    const { ban, skipped } = readVocabulary('\\d+\n', 'a.*b\n(a|b(c))\nfine\n(a+)+$\n[a-z]\n');
    assert.deepEqual([...ban.keys()], ['fine']);
    assert.deepEqual(
      skipped.map(({ file, line }) => `${file} ${line}`),
      ['accept 0', 'reject 0', 'reject 1', 'reject 3', 'reject 4'],
    );
  });
  it('does not explode', () => {
    const { skipped } = readVocabulary('', `${'(a|b|c|d|e|f|g|h)?'.repeat(10)}\n${'x'.repeat(1_000_000)}\n`);
    assert.equal(skipped.length, 2);
  });
  it('reads an empty file', () => assert.deepEqual([...readVocabulary('', '').ban], []));
});
