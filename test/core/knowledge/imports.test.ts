// Official files that replace a table: what they yield, and what is said of files that are none.
import assert from 'node:assert';
import { attackFromStix, cweFromText, kevFromJson } from '../../../server/src/core/knowledge/imports.ts';
import { NO_KNOWLEDGE, withTable } from '../../../server/src/core/knowledge/knowledge.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';

const technique = (id: string, name: string, more: object = {}) => ({
  type: 'attack-pattern',
  id: `attack-pattern--${id}`,
  spec_version: '2.1',
  name,
  external_references: [{ source_name: 'mitre-attack', external_id: id }],
  ...more,
});
const bundle = (objects: readonly object[]) => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects });

describe('files that replace a table', () => {
  it('reads a STIX bundle with its chain of revocations', () => {
    const read = attackFromStix(
      bundle([
        { type: 'x-mitre-collection', spec_version: '2.1', x_mitre_version: '19.0', modified: '2026-04-01T00:00:00Z' },
        technique('T1001', 'Old', { revoked: true }),
        technique('T1002', 'New', { kill_chain_phases: [{ phase_name: 'persistence' }] }),
        { type: 'relationship', relationship_type: 'revoked-by', source_ref: 'attack-pattern--T1001', target_ref: 'attack-pattern--T1002' },
      ]),
    );
    assert.ok('table' in read);
    const knowledge = withTable(NO_KNOWLEDGE, 'attack', read.table);
    assert.notEqual(knowledge.revision, NO_KNOWLEDGE.revision);
    assert.equal(knowledge.attack?.label, 'ATT&CK v19.0, 2026-04-01');
    assert.equal(knowledge.attack?.replacementOf('T1001')?.id, 'T1002');
    assert.deepEqual(knowledge.attack?.entries.get('T1002')?.tactics, ['persistence']);
  });
  const problems: readonly (readonly [string, string, RegExp])[] = [
    ['truncated', bundle([technique('T1001', 'A')]).slice(0, 80), /breaks off/],
    ['empty', '', /empty/],
    ['another version', JSON.stringify({ type: 'bundle', spec_version: '2.0', objects: [] }), /STIX 2\.0/],
    ['no bundle', '[]', /no STIX bundle/],
    ['no ATT&CK', bundle([{ type: 'malware', spec_version: '2.1', id: 'malware--1' }]), /no ATT&CK techniques/],
  ];
  for (const [name, text, expected] of problems) {
    it(`says what is wrong with a bundle: ${name}`, () => {
      const read = attackFromStix(text);
      assert.ok('problem' in read);
      assert.match(ENGLISH.of(read.problem), expected);
    });
  }
  it('reads a KEV catalogue, and refuses what is none', () => {
    const read = kevFromJson(
      JSON.stringify({
        catalogVersion: '2026.01.02',
        vulnerabilities: [
          { cveID: 'CVE-2026-1234', dateAdded: '2026-01-02', vendorProject: 'A', product: 'B', knownRansomwareCampaignUse: 'Known' },
        ],
      }),
    );
    assert.ok('table' in read);
    assert.deepEqual(withTable(NO_KNOWLEDGE, 'kev', read.table).kev?.entries.get('CVE-2026-1234'), {
      added: '2026-01-02',
      ransomware: true,
      vendor: 'A',
      product: 'B',
    });
    assert.ok('problem' in kevFromJson('{}'));
  });
  it('reads CWE as XML and as CSV', () => {
    const xml =
      '<?xml version="1.0"?><Weakness_Catalog Name="CWE" Version="4.20" Date="2026-01-01"><Weakness ID="79" Name="A &amp; B" Status="Stable"></Weakness></Weakness_Catalog>';
    const csv = 'CWE-ID,Name,Weakness Abstraction\n79,"A, B",Base\n';
    for (const [text, name] of [
      [xml, 'A & B'],
      [csv, 'A, B'],
    ] as const) {
      const read = cweFromText(text);
      assert.ok('table' in read);
      assert.equal(withTable(NO_KNOWLEDGE, 'cwe', read.table).cwe?.entries.get(79)?.name, name);
    }
    assert.ok('problem' in cweFromText('hello'));
  });
  it('leaves knowledge as it was where a text is no table', () => {
    assert.equal(withTable(NO_KNOWLEDGE, 'attack', 'nonsense'), NO_KNOWLEDGE);
    assert.equal(withTable(NO_KNOWLEDGE, 'other', '# table: other\n'), NO_KNOWLEDGE);
  });
});
