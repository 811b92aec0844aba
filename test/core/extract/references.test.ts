// References: CVE, ATT&CK, CWE and CVSS with what the tables say of them; every entry that ships; hostile input.
import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import type { Reference } from '../../../server/src/core/extract/facts.ts';
import { readVector, severityOf } from '../../../server/src/core/extract/references/cvss.ts';
import { extractReferences } from '../../../server/src/core/extract/references.ts';
import { type Knowledge, NO_KNOWLEDGE, TABLES, withTable } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

let knowledge: Knowledge = NO_KNOWLEDGE;
for (const name of TABLES) {
  const path = fileURLToPath(new URL(`../../../server/src/core/knowledge/tables/${name}.txt`, import.meta.url));
  knowledge = withTable(knowledge, name, readFileSync(path, 'utf8'));
}

function references(text: string, tables = knowledge): readonly Reference[] {
  const tree = parseSegment(text, 'markdown');
  return extractReferences({
    tree,
    role: 'draft',
    knowledge: tables,
    facts: extractFacts(parseSegment('', 'markdown'), 'draft', NO_KNOWLEDGE),
  });
}

/** Example vectors of the specifications with their scores: v2 guide section 3.3, v3.0 and v3.1 example documents, v4.0 examples. */
const VECTORS: readonly (readonly [string, ...number[]])[] = [
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H', 7.8, 6.4, 9.2],
  ['AV:N/AC:L/Au:N/C:C/I:C/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:L', 10, 8.3, 9],
  ['AV:L/AC:H/Au:N/C:C/I:C/A:C/E:POC/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:M', 6.2, 4.9, 7.5],
  ['CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
  ['CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
  ['CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
  ['CVSS:3.0/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 6.1],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N', 6.4],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N', 3.1],
  ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 9.9],
  ['CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L', 4.2],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:L/A:N', 4.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 9.8],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 7.5],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 8.8],
  ['CVSS:3.1/AV:L/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 7.8],
  ['CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 6.8],
  ['CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:C/C:H/I:N/A:H', 9.3],
  ['CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:N', 7.4],
  ['CVSS:4.0/AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.3],
  ['CVSS:4.0/AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 7.7],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 10],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 9.3],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', 0],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:L/VA:L/SC:N/SI:N/SA:N', 8.8],
];

describe('CVSS vectors', () => {
  for (const [vector, ...scores] of VECTORS) {
    it(`${vector} is ${scores.join(', ')}`, () => {
      assert.deepEqual(readVector(vector).scores, scores);
      assert.equal(readVector(vector).fault, undefined);
    });
  }
  const faults: readonly (readonly [string, string, string])[] = [
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H', 'missing-metric', 'A'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:X', 'bad-value', 'A'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H/Q:H', 'unknown-metric', 'Q'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H/A:H', 'duplicate-metric', 'A'],
    ['CVSS:3.2/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H', 'version', '3.2'],
    ['CVSS:4.0/AV:N/AC:L/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', 'missing-metric', 'AT'],
    ['AV:N/AC:L/Au:N/C:H/I:N/A:C', 'bad-value', 'C'],
  ];
  for (const [vector, kind, metric] of faults) {
    it(`${vector}: ${kind} ${metric}`, () => {
      assert.deepEqual([readVector(vector).fault?.kind, readVector(vector).fault?.metric], [kind, metric]);
      assert.deepEqual(readVector(vector).scores, []);
    });
  }
  it('severity words begin where the scale says', () => {
    assert.deepEqual([0, 0.1, 3.9, 4, 6.9, 7, 8.9, 9, 10].map(severityOf), [
      'none',
      'low',
      'low',
      'medium',
      'medium',
      'high',
      'high',
      'critical',
      'critical',
    ]);
  });
});

const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['CVE-2025-49704 and -49706 were used.', ['cve CVE-2025-49704', 'cve CVE-2025-49706']],
  ['CVE-2021-26855, -26857, and -26858.', ['cve CVE-2021-26855', 'cve CVE-2021-26857', 'cve CVE-2021-26858']],
  ['CVE-2021-26855/26857 and 12 others.', ['cve CVE-2021-26855', 'cve CVE-2021-26857']],
  ['CVE-2025-887 is short.', ['cve CVE-2025-887 few-digits']],
  ['CVE-YYYY-NNNN, CVE-2025-XXXX, the CVE 2021 list.', []],
  ['The T1000 film, gate G1053, motor M1060, flight A0001.', []],
  ['It used T1059.001 and T1105.', ['attack T1059.001', 'attack T1105']],
  ['APT29 (G0016) used Mimikatz (S0002).', ['attack G0016', 'attack S0002']],
  ['CWE-79 and CWE 89', ['cwe CWE-79', 'cwe CWE-89']],
  ['It is rated 9.8, critical.', ['cvss-score 9.8']],
  ['CVSS 3.1 score of 7.5', ['cvss-score 7.5']],
  ['Version 9.4.2 fixes it, and 9.3 gets no fix.', []],
  ['Scores of 7.0 to 8.9 are high.', []],
  ['The rate of fixes rose by 2.5 percent.', []],
];

describe('references in prose', () => {
  for (const [text, expected] of CASES) {
    it(text, () => {
      const found = references(text);
      assert.deepEqual(
        found.map(one => `${one.kind} ${one.id}${one.malformed ? ` ${one.malformed}` : ''}`),
        expected,
      );
      for (const { span } of found) assert.ok(span.start >= 0 && span.end <= text.length && span.start < span.end);
    });
  }
  it('judges nothing without tables', () => {
    for (const one of references('T1574.002, CWE-7870 and CVE-2025-53770 of ATT&CK.', NO_KNOWLEDGE)) {
      assert.deepEqual([one.attack, one.cwe, one.kev], [undefined, undefined, undefined]);
    }
  });
});

describe('every entry of the tables', () => {
  it('ATT&CK ids are found, with status, name and replacement', () => {
    let count = 0;
    for (const entry of knowledge.attack?.entries.values() ?? []) {
      const found = references(`ATT&CK has ${entry.id} there.`)[0];
      assert.ok(found);
      assert.equal(found.id, entry.id);
      assert.equal(found.attack?.status, entry.status, entry.id);
      assert.equal(found.attack?.name, entry.name);
      const end = found.attack?.replacement;
      if (end) assert.equal(knowledge.attack?.entries.get(end.id)?.status, 'live', entry.id);
      if (entry.status === 'revoked') assert.ok(entry.id === 'T1454' || entry.revokedBy, entry.id);
      count++;
    }
    assert.equal(count, 5549);
  }).timeout(20_000);
  it('chains of revocations end at the living', () => {
    const revoked = [...(knowledge.attack?.entries.values() ?? [])].filter(entry => entry.status === 'revoked');
    assert.equal(revoked.length, 193);
    const dead = revoked.filter(entry => !knowledge.attack?.replacementOf(entry.id)).map(entry => entry.id);
    assert.deepEqual(dead.sort(), ['T1431', 'T1434', 'T1440', 'T1441', 'T1442', 'T1443', 'T1445', 'T1454', 'T1455']);
  });
  it('KEV entries are found with their dates', () => {
    const entries = [...(knowledge.kev?.entries ?? [])];
    assert.equal(entries.length, 1404);
    for (const [cve, entry] of entries) assert.equal(references(`See ${cve}.`)[0]?.kev?.added, entry.added, cve);
  }).timeout(10_000);
  it('CWE entries are known, with their names', () => {
    const entries = [...(knowledge.cwe?.entries.values() ?? [])];
    assert.equal(entries.length, 1427);
    for (const entry of entries) {
      const found = references(`See CWE-${entry.id}.`)[0];
      assert.deepEqual([found?.cwe?.status, found?.cwe?.name], ['known', entry.name]);
    }
  }).timeout(10_000);
  it('no technique contradicts its own name, written either way', () => {
    for (const entry of knowledge.attack?.entries.values() ?? []) {
      if (entry.kind !== 'technique' || entry.status !== 'live') continue;
      for (const text of [`- ${entry.id} ${entry.name}`, `- ${entry.name} (${entry.id})`, `- ${entry.id}: ${entry.name}`]) {
        const found = references(text).find(one => one.id === entry.id);
        assert.notEqual(found?.attack?.nameIs, 'other', text);
      }
    }
  }).timeout(20_000);
});

describe('hostile input for references', () => {
  const size = 100_000;
  const hostile = [
    'CVE-2025-',
    'CVE-2025-1234/',
    '9.8 ',
    'CVSS:3.1/AV:N/AC:L',
    '/AV:N',
    'T1059 ',
    'CWE-79 (a ',
    'rated 9.8 high ',
    '(CWE-',
    '-49706, and ',
  ];
  for (const piece of hostile) {
    it(JSON.stringify(piece), () => {
      const tree = parseSegment(`CVSS ${piece.repeat(Math.ceil(size / piece.length))}`, 'plain');
      extractReferences({ tree, role: 'draft', knowledge, facts: extractFacts(parseSegment('', 'plain'), 'draft', NO_KNOWLEDGE) });
    });
  }
});
