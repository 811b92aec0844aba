// `.backdraft.yaml`: what counts, and what is said of the rest, with its place.
import assert from 'node:assert';
import { resolveConfiguration } from '../../../server/src/core/engine/configuration.ts';
import { readConfiguration } from '../../../server/src/core/engine/configuration-reader.ts';
import { RULES } from '../../../server/src/core/rules/registry.ts';

/** Text with the faulty piece in «», and part of the message. */
const PROBLEMS: readonly (readonly [string, string])[] = [
  ['«audiance»: security\n', 'Did you mean "audience"?'],
  ['audience: «readers»\n', 'one of general, security'],
  ['strictness: «5»\n', 'one of relaxed, standard, strict'],
  ['rules:\n  «terms/misusd»: error\n', 'Did you mean "terms/misused"?'],
  ['rules:\n  terms/misused: «loud»\n', 'one of error, warning'],
  ['rules:\n  terms/misused: {«severty»: error}\n', 'Did you mean "severity"?'],
  ['rules:\n  «claim»: off\n', 'Did you mean "claims"?'],
  ['rules:\n  terms: «loud»\n', 'The severity of all rules of "terms" should be one of error'],
  ['rules:\n  terms: «{severity: error}»\n', 'Options belong to single rules'],
  ['rules: «error»\n', 'a list of rule ids'],
  ['notes: «{a: b}»\n', 'a list of globs'],
  ['drafts: [a.md, «[b]»]\n', 'not a glob'],
  ['citations:\n  style: «chicago»\n', 'one of footnote, pandoc, wiki, link'],
  ['citations:\n  «styl»: pandoc\n', 'Did you mean "citations.style"?'],
  ['limits:\n  draft: «-1»\n', 'a number above zero'],
  ['terms:\n  prefer: «[a]»\n', 'words with a text each'],
  ['«- a\n- b\n»', 'a list of keys'],
];

describe('configuration', () => {
  for (const [marked, message] of PROBLEMS) {
    it(JSON.stringify(marked), () => {
      const start = marked.indexOf('«');
      const end = marked.indexOf('»') - 1;
      const { problems } = readConfiguration(marked.replace(/[«»]/g, ''), RULES);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      assert.ok(problems[0]?.message.includes(message), problems[0]?.message);
      assert.deepEqual(problems[0]?.span, { start, end });
    });
  }

  it('applies what is right beside what is wrong', () => {
    const file = readConfiguration('audience: security\nbogus: 1\nrules:\n  terms/misused: error\n', RULES);
    const configuration = resolveConfiguration([file], RULES);
    assert.equal(file.problems.length, 1);
    assert.equal(configuration.audience, 'security');
    assert.equal(configuration.rules.get('terms/misused')?.severity, 'error');
  });

  it('says where YAML is broken and goes on', () => {
    const { problems } = readConfiguration('audience: "security\nstrictness: strict\n', RULES);
    assert.ok(problems.length > 0);
  });

  it('is not blown up by aliases', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`).join('\n')}\n`;
    const { problems } = readConfiguration(bomb, RULES);
    assert.ok(problems.length >= 9);
    readConfiguration(`x: &x {severity: error}\nrules:\n  terms/misused: *x\n`, RULES);
  });

  it('nearest wins, whole keys; terms add up', () => {
    const near = readConfiguration('audience: security\nterms:\n  acronyms: [MFT]\n', RULES);
    const far = readConfiguration('audience: general\nstrictness: strict\nterms:\n  acronyms: {LEA: local education agency}\n', RULES);
    const configuration = resolveConfiguration([near, far], RULES);
    assert.equal(configuration.audience, 'security');
    assert.equal(configuration.strictness, 'strict');
    assert.deepEqual([...configuration.terms.acronyms.keys()].sort(), ['LEA', 'MFT']);
  });

  it('"off" and the boolean that YAML 1.1 makes of it', () => {
    for (const word of ['off', 'false']) {
      const file = readConfiguration(`rules:\n  terms/misused: ${word}\n`, RULES);
      assert.deepEqual(file.problems, []);
      assert.equal(resolveConfiguration([file], RULES).rules.get('terms/misused')?.severity, 'off');
    }
  });

  describe('a group', () => {
    const severities = (...texts: readonly string[]) => {
      const files = texts.map(text => readConfiguration(text, RULES));
      for (const file of files) assert.deepEqual(file.problems, []);
      const { rules } = resolveConfiguration(files, RULES);
      return (id: string) => rules.get(id)?.severity;
    };

    it('counts for each of its rules, and for no other', () => {
      for (const word of ['off', 'false']) {
        const of = severities(`rules:\n  terms: ${word}\n`);
        for (const rule of RULES.filter(one => one.id.startsWith('terms/'))) assert.equal(of(rule.id), 'off', rule.id);
        assert.notEqual(of('claims/unsupported'), 'off');
      }
    });

    it('gives way to what is said of a rule, in any order', () => {
      for (const text of ['rules:\n  terms: off\n  terms/hype: error\n', 'rules:\n  terms/hype: error\n  terms: off\n']) {
        const of = severities(text);
        assert.equal(of('terms/hype'), 'error');
        assert.equal(of('terms/misused'), 'off');
      }
    });

    it('in a nearer file counts before a rule in one that it builds on', () => {
      const of = severities('rules:\n  terms: off\n', 'rules:\n  terms/hype: error\n');
      assert.equal(of('terms/hype'), 'off');
    });

    it('in a farther file gives way to a rule in a nearer one', () => {
      const of = severities('rules:\n  terms/hype: error\n', 'rules:\n  terms: off\n');
      assert.equal(of('terms/hype'), 'error');
      assert.equal(of('terms/misused'), 'off');
    });

    it('does not switch on rules that are off unless asked for', () => {
      const of = severities('rules:\n  suppressions: error\n');
      assert.equal(of('suppressions/unused'), 'error');
      assert.equal(of('suppressions/missing-reason'), 'off');
    });
  });
});
