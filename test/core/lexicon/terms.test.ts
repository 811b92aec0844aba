// The lexicon of terms: every entry is whole, and look-ups find what they should.
import assert from 'node:assert';
import { CONFUSIONS } from '../../../server/src/core/lexicon/confusions/confusions.ts';
import { allTerms, findTerms, formsOf, termNamed } from '../../../server/src/core/lexicon/terms/terms.ts';

describe('lexicon of terms', () => {
  const terms = [...allTerms().values()];

  it('holds at least 400 terms with ids of their own', () => {
    assert.ok(terms.length >= 400, `${terms.length}`);
    assert.equal(new Set(terms.map(term => term.id)).size, terms.length);
  });

  for (const term of terms) {
    it(term.id, () => {
      assert.match(term.definition, /^[\p{Lu}].*[.]$/u, 'a definition is one or two sentences with a full stop');
      const sentences = term.definition.split(/(?<=[.!?])\s+(?=\p{Lu})/u);
      assert.ok(sentences.length <= 2, term.definition);
      assert.ok(term.definition.length <= 260, 'a definition fits a hover');
      assert.ok(term.authority.length > 3, 'an authority to look at');
      assert.ok(term.confusedWith.length > 0, 'what it is confused with');
      for (const id of term.confusedWith) {
        assert.ok(allTerms().has(id), `${id} is no term`);
        assert.notEqual(id, term.id, 'confused with itself');
      }
    });
  }

  it('gives no form to two terms', () => {
    const owner = new Map<string, string>();
    for (const term of terms) {
      for (const form of formsOf(term)) {
        const key = /^\S*[A-Z]\S*[A-Z]\S*$/.test(form) ? form : form.toLowerCase();
        const other = owner.get(key);
        assert.ok(other === undefined || other === term.id, `“${form}” belongs to ${other} and ${term.id}`);
        owner.set(key, term.id);
      }
    }
  });

  it('finds each term by its own form', () => {
    for (const term of terms) assert.equal(termNamed(term.term)?.id, term.id, term.term);
  });

  const cases: readonly (readonly [text: string, ids: readonly string[]])[] = [
    ['Credential-stuffing attacks and backdoors', ['credential-stuffing', 'attack', 'backdoor']],
    ['A RAT is no rat, and DoS is not dos', ['remote-access-trojan', 'denial-of-service']],
    ['two-factor authorization and anonymized data', ['two-factor-authentication', 'anonymisation']],
    ['The patch of grass by the port', []],
    ['The vulnerability has a patch', ['vulnerability', 'patch']],
    ['remote code\nexecution as root user', ['remote-code-execution', 'root-access']],
    ['zerodays are not zero-days.', ['zero-day']],
    ['', []],
  ];
  for (const [text, ids] of cases) {
    it(`finds ${ids.join(', ') || 'nothing'} in “${text}”`, () =>
      assert.deepEqual(
        findTerms(text).map(found => found.value.id),
        ids,
      ));
  }
});

describe('confusions', () => {
  it('have ids of their own', () => assert.equal(new Set(CONFUSIONS.map(one => one.id)).size, CONFUSIONS.length));
});
