// Actors, malware and tools in prose: names that are words as well need a word beside them that says what they are.
import assert from 'node:assert';
import type { Facts } from '../../../server/src/core/extract/facts.ts';
import { extractSecurityNames } from '../../../server/src/core/extract/security-names.ts';
import { type Knowledge, type KnownName, NO_KNOWLEDGE, withTable } from '../../../server/src/core/knowledge/knowledge.ts';
import { decodeNames, forEachName, nameAt } from '../../../server/src/core/knowledge/names.ts';
import { tableText } from '../../../server/src/core/knowledge/table.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

const NAMES: readonly KnownName[] = [
  { id: 'G0016', kind: 'actor', name: 'APT29', aliases: ['Cozy Bear', 'NOBELIUM'] },
  { id: 'S0367', kind: 'malware', name: 'Emotet', aliases: ['Geodo'] },
  { id: 'x:Hive', kind: 'malware', name: 'Hive', aliases: ['Hive Ransomware'] },
  { id: 'x:Play', kind: 'malware', name: 'Play', aliases: [] },
  { id: 'S0039', kind: 'tool', name: 'Net', aliases: ['net.exe'] },
  { id: 'x:payload', kind: 'malware', name: 'payload', aliases: [] },
  { id: 'x:WCE', kind: 'tool', name: 'Windows Credential Editor', aliases: ['WCE'] },
  { id: 'S0154', kind: 'malware', name: 'Cobalt Strike', aliases: [] },
];
const KNOWLEDGE: Knowledge = { revision: 'test', names: NAMES };
const NOTHING = { citations: [], references: [], indicators: [], dates: [] } as unknown as Facts;

function names(text: string, knowledge = KNOWLEDGE): readonly string[] {
  const tree = parseSegment(text, 'markdown');
  return extractSecurityNames({ tree, role: 'draft', knowledge, facts: { ...NOTHING, tree } }).map(
    name => `${name.text} ${name.kind} ${name.id ?? '-'}`,
  );
}

describe('names of actors, malware and tools', () => {
  const cases: readonly (readonly [text: string, found: readonly string[]])[] = [
    ['APT29, also called Cozy Bear', ['APT29 actor G0016', 'Cozy Bear actor G0016']],
    ['apt 29 was written APT-29 or CozyBear', ['APT-29 actor G0016', 'CozyBear actor G0016']],
    ['Emotet’s loader and **Emotet**', ['Emotet malware S0367', 'Emotet malware S0367']],
    ['The emotet malware', ['emotet malware S0367']],
    ['Cobalt Strike beacons', ['Cobalt Strike malware S0154']],
    ['The Hive ransomware gang', ['Hive malware x:Hive']],
    ['the hive is full of bees; Hive, the town', []],
    ['the payload of the play on the net', []],
    ['The Play ransomware hit them', ['Play malware x:Play']],
    ['UNC2452, TA505 and Storm-0558 are numbered', ['UNC2452 actor -', 'TA505 actor -', 'Storm-0558 actor -']],
    ['See https://example.com/emotet-report and /blog/2021/emotet.html or Emotet@example.com', []],
    ['`Emotet` is code', []],
    ['NOBELIUM in capitals', ['NOBELIUM actor G0016']],
    ['wce is a council', []],
    ['', []],
  ];
  for (const [text, found] of cases) it(`${found.join(', ') || 'none'} in “${text}”`, () => assert.deepEqual(names(text), found));

  it('finds numbered actors without a table', () => assert.deepEqual(names('APT29 and Emotet', { revision: 'none' }), ['APT29 actor -']));
  it('gets through hostile text', () => {
    names('Emotet-'.repeat(20_000));
    names('APT '.repeat(50_000));
    names(`${'/'.repeat(100_000)} Emotet`);
  });

  it('finds the same in a table that is not decoded', () => {
    const letters = { actor: 'a', malware: 'm', tool: 't' };
    const rows = NAMES.map(({ id, kind, name, aliases }) => [id, letters[kind], name, aliases.join('|')]);
    const table = tableText({ table: 'names' }, [...rows, ['x:No', '?', 'Unknown Kind'], ['x:None', 'a', '']]);
    const knowledge = withTable(NO_KNOWLEDGE, 'names', table);
    assert.equal(knowledge.namesText, table);
    for (const [text, found] of cases) assert.deepEqual(names(text, knowledge), found);
    const places: string[] = [];
    forEachName(table, (from, to, row) => {
      if (nameAt(table, row)) places.push(`${nameAt(table, row)?.id} ${table.slice(from, to)}`);
    });
    assert.deepEqual(
      places,
      decodeNames(table).flatMap(({ id, name, aliases }) => [name, ...aliases].map(written => `${id} ${written}`)),
    );
  });
});
