// Phrases found in one pass.
import assert from 'node:assert';
import fc from 'fast-check';
import { WordTrie } from '../../../server/src/core/text/word-trie.ts';

function trieOf(...phrases: string[]): WordTrie<string> {
  const trie = new WordTrie<string>();
  for (const phrase of phrases) trie.add(phrase, phrase);
  return trie;
}

describe('word trie', () => {
  const cases: readonly (readonly [phrases: readonly string[], text: string, found: readonly string[]])[] = [
    [['APT29'], 'APT29, APT 29 and apt-29, not APT299 or XAPT29', ['APT29', 'APT 29', 'apt-29']],
    [['zero day', 'zero day flaw'], 'a zero-day\nflaw and a Zero Day', ['zero-day\nflaw', 'Zero Day']],
    [['zero day'], 'zero\n\nday; zero. day; zero.day; zero, day', ['zero.day']],
    [['a b c', 'b'], 'a b d', ['b']],
    [['net'], 'net.exe internet full_net net_2025 net', ['net', 'net']],
    [['Ü ber'], 'ü-BER', ['ü-BER']],
    [['let’s encrypt'], "Let's Encrypt", ["Let's Encrypt"]],
    [['海莲花'], '海莲花 attacks', ['海莲花']],
    [[''], 'x', []],
  ];
  for (const [phrases, text, expected] of cases) {
    it(`${phrases.join(' | ')} in “${text}”`, () =>
      assert.deepEqual(
        trieOf(...phrases)
          .find(text)
          .map(({ start, end }) => text.slice(start, end)),
        expected,
      ));
  }
  it('looks phrases up', () => {
    assert.equal(trieOf('Cozy Bear').get('cozy-bear'), 'Cozy Bear');
    assert.equal(trieOf('Cozy Bear').get('cozy'), undefined);
  });
  it('keeps to its offsets', () => assert.deepEqual(trieOf('b').find('b b b', 2, 3), [{ start: 2, end: 3, value: 'b' }]));

  it('finds what a plain search finds', () => {
    const word = fc.constantFrom('ab', 'c', 'de', '12', 'F');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map(words => words.join(' '));
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 1, maxLength: 6 }), fc.array(word, { maxLength: 20 }), (phrases, words) => {
        const text = words.join(' ');
        const expected: string[] = [];
        const tokens = words.map(one => one.toLowerCase());
        const wanted = phrases.map(one => one.toLowerCase().split(' ')).sort((a, b) => b.length - a.length);
        for (let i = 0; i < tokens.length; ) {
          const hit = wanted.find(one => one.every((token, j) => tokens[i + j] === token));
          if (hit) expected.push(hit.join(' '));
          i += hit?.length ?? 1;
        }
        assert.deepEqual(
          trieOf(...phrases)
            .find(text)
            .map(({ start, end }) => text.slice(start, end).toLowerCase()),
          expected,
        );
      }),
    );
  });
  it('gets through hostile text', () => {
    const trie = trieOf(`${'a '.repeat(30)}b`, 'a a');
    trie.find('a '.repeat(300_000));
    trie.find('-'.repeat(1_000_000));
    trie.find('a'.repeat(1_000_000));
  });
});
