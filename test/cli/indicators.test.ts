// `backdraft indicators` as a process: what belongs into an appendix and what must not, CSV, STIX against the rules of STIX 2.1.
import assert from 'node:assert';
import Ajv2020 from 'ajv/dist/2020.js';
import { patternOf } from '../../server/src/cli/reporters/indicators-stix.ts';
import { uuid5 } from '../../server/src/cli/uuid.ts';
import { backdraft, folderWith, type Run, removeFolders } from './backdraft.ts';

const SHA256 = 'cbaf8ec6cfd57cf04280ca33067ddb7e39a3e145cbdd121190e009a75b247350';
const STORY = {
  'draft.md': `---
date: 2025-11-05
tlp: GREEN
---

The mail pointed to hxxps://parcel-return[.]com/a?b=c and the loader (SHA-256 ${SHA256}) called 198.18.20[.]4.[^pool]
The shop is at fennmark-outdoor.de, its code on github.com.

# Indicators

| Kind | Indicator |
| --- | --- |
| Domain | parcel-refund.net |
| Domain | parcel-amber[.]net |
| Domain | parcel-off[.]net |
| Domain | parcel-later[.]net |
| Mail | anna.berg@parcel-mail[.]net |
| Key | HKLM\\Software\\Run\\Parcel |
| Wallet | bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq |
| Address | 198.18.300[.]7 |

# Inner circle (TLP:AMBER)

They also used parcel-inner[.]org and 198.18.20[.]4.

[^pool]: Pool report.
`,
  'notes/pool.md': '---\ntlp: GREEN\n---\n\nThe page stood at parcel-return[.]com and called 198.18.20[.]4.\n',
  'notes/desk.md': '---\nterms: background\n---\n\nIt called 198.18.20[.]4.\n',
  'notes/partner.md': '---\ntlp: AMBER\n---\n\nThey used parcel-amber[.]net, parcel-return[.]com and hxxp://parcel-inner[.]org/x.\n',
  'notes/off.md': '---\nterms: off-record\n---\n\nThey used parcel-off[.]net.\n',
  'notes/later.md': '---\nembargo: 2025-12-01\n---\n\nThey used parcel-later[.]net.\n',
  'notes/source.md': '---\nconfidential: Anna Berg\n---\n\nShe was glad to help.\n',
};

const run = (files: Record<string, string>, ...words: string[]): Run => backdraft(folderWith(files), ['indicators', ...words]);
const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));

/** The rules of STIX 2.1 (OASIS standard, sections 2, 3, 4.7, 7.2) for what a bundle of ours may hold. */
const id = (type: string): object => ({
  type: 'string',
  pattern: `^${type}--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`,
});
const timestamp = {
  type: 'string',
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?Z$',
};
const validate = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true }).compile({
  type: 'object',
  required: ['type', 'id'],
  additionalProperties: false,
  properties: {
    type: { const: 'bundle' },
    id: id('bundle'),
    objects: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['type'],
        oneOf: [
          {
            required: ['type', 'spec_version', 'id', 'created', 'modified', 'pattern', 'pattern_type', 'valid_from'],
            additionalProperties: false,
            properties: {
              type: { const: 'indicator' },
              spec_version: { const: '2.1' },
              id: id('indicator'),
              created: timestamp,
              modified: timestamp,
              name: { type: 'string' },
              indicator_types: {
                type: 'array',
                minItems: 1,
                items: {
                  enum: ['anomalous-activity', 'anonymization', 'benign', 'compromised', 'malicious-activity', 'attribution', 'unknown'],
                },
              },
              pattern: { type: 'string' },
              pattern_type: { const: 'stix' },
              pattern_version: { const: '2.1' },
              valid_from: timestamp,
              object_marking_refs: { type: 'array', minItems: 1, uniqueItems: true, items: id('marking-definition') },
            },
          },
          {
            required: ['type', 'spec_version', 'id', 'created', 'extensions'],
            additionalProperties: false,
            properties: {
              type: { const: 'marking-definition' },
              spec_version: { const: '2.1' },
              id: id('marking-definition'),
              created: timestamp,
              name: { type: 'string' },
              extensions: {
                type: 'object',
                minProperties: 1,
                additionalProperties: false,
                patternProperties: {
                  '^extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d$': {
                    type: 'object',
                    required: ['extension_type', 'tlp_2_0'],
                    additionalProperties: false,
                    properties: {
                      extension_type: { const: 'property-extension' },
                      tlp_2_0: { enum: ['clear', 'green', 'amber', 'amber+strict', 'red'] },
                    },
                  },
                },
              },
            },
          },
        ],
      },
    },
  },
});

interface Bundle {
  readonly id: string;
  readonly objects?: readonly {
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly pattern?: string;
    readonly valid_from?: string;
    readonly object_marking_refs?: readonly string[];
  }[];
}

// The part of STIX Patterning's grammar that comparisons with "=" need: object type, path, quoted string or number.
const PATH = String.raw`[a-z0-9-]+:[a-z_][a-z0-9_]*(?:\.(?:[A-Za-z_][A-Za-z0-9_]*|'[A-Za-z0-9-]+'))*`;
const COMPARISON = String.raw`${PATH} = (?:'(?:[^'\\]|\\'|\\\\)*'|\d+)`;
const PATTERN = new RegExp(`^\\[${COMPARISON}(?: AND ${COMPARISON})*\\]$`);

function bundleOf({ out }: Run): Bundle {
  const bundle: unknown = JSON.parse(out);
  assert.ok(validate(bundle), JSON.stringify(validate.errors));
  const { objects = [] } = bundle as Bundle;
  const ids = objects.map(object => object.id);
  assert.equal(new Set(ids).size, ids.length, 'an id twice');
  for (const object of objects) {
    if (object.pattern !== undefined) assert.match(object.pattern, PATTERN);
    for (const mark of object.object_marking_refs ?? []) assert.ok(ids.includes(mark), `${mark} is not in the bundle`);
  }
  return bundle as Bundle;
}

describe('backdraft indicators', () => {
  after(removeFolders);

  it('CSV: each once, where it is first, under which mark, by which sources', () => {
    const { code, out, error } = run(STORY);
    assert.equal(code, 0, error);
    assert.deepEqual(rowsOf(out), [
      ['kind', 'value', 'defanged', 'first_seen', 'tlp', 'sources'],
      ['url', 'https://parcel-return.com/a?b=c', 'hxxps://parcel-return[.]com/a?b=c', 'draft.md:6', 'GREEN', 'pool'],
      ['sha256', SHA256, SHA256, 'draft.md:6', 'GREEN', ''],
      ['ipv4', '198.18.20.4', '198.18.20[.]4', 'draft.md:6', 'GREEN', 'pool'],
      ['domain', 'parcel-refund.net', 'parcel-refund[.]net', 'draft.md:13', 'GREEN', ''],
      ['registry-key', 'HKLM\\Software\\Run\\Parcel', 'HKLM\\Software\\Run\\Parcel', 'draft.md:18', 'GREEN', ''],
      ['wallet', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'draft.md:19', 'GREEN', ''],
      ['domain', 'parcel-inner.org', 'parcel-inner[.]org', 'draft.md:24', 'AMBER', 'partner'],
    ]);
    assert.match(error, /3 indicators left out: known only from sources marked above the appendix/);
    assert.match(error, /1 indicator left out: with a protected name in it/);
    assert.ok(!/anna|berg|amber\[|parcel-off|parcel-later/i.test(out + error), out + error);
  });

  it('with --tlp: nothing above that mark, whatever the section says', () => {
    const clear = run(STORY, '--tlp', 'clear');
    assert.deepEqual(rowsOf(clear.out), [['kind', 'value', 'defanged', 'first_seen', 'tlp', 'sources']]);
    assert.match(clear.error, /left out: marked above the appendix/);
    const amber = rowsOf(run(STORY, '--tlp', 'TLP:AMBER').out);
    assert.ok(
      amber.some(row => row[1] === 'parcel-amber.net' && row[4] === 'AMBER' && row[5] === ''),
      'open to readers of AMBER; its source stays unnamed',
    );
    assert.ok(!amber.some(row => row[1] === 'parcel-off.net'));
  });

  it('notes without a mark stay here, their keys too', () => {
    const draft = '---\ntlp: CLEAR\n---\n\nThe loader came from parcel-return[.]com.\n';
    const notes = 'The loader came from parcel-return[.]com.\n';
    const marked = run({ 'draft.md': draft, 'notes/pool.md': `---\ntlp: CLEAR\n---\n\n${notes}` }, '--format', 'csv');
    assert.match(marked.out, /,pool\r\n$/);
    const unmarked = run({ 'draft.md': draft, 'notes/pool.md': notes }, '--format', 'csv');
    assert.match(unmarked.out, /parcel-return/);
    assert.doesNotMatch(unmarked.out, /pool/);
  });

  it('marks reach over the Stories of the workspace', () => {
    const { out } = run({
      '.backdraft.yaml': '',
      'a/notes/n.md': 'x\n',
      'a/draft.md': 'They used parcel-amber[.]net and parcel-free[.]net.\n',
      'b/notes/n.md': '---\ntlp: AMBER\n---\n\nThey used parcel-amber[.]net.\n',
    });
    assert.deepEqual(
      rowsOf(out).map(row => row[1]),
      ['value', 'parcel-free.net'],
    );
  });

  it('an indicator of two drafts carries the lower mark, and names no file of the higher', () => {
    const { out } = run({
      '.backdraft.yaml': '',
      'a.md': '---\ntlp: RED\n---\n\nThey used parcel-return[.]com.\n',
      'b.md': 'They used parcel-return[.]com.\n',
    });
    assert.deepEqual(rowsOf(out)[1], ['domain', 'parcel-return.com', 'parcel-return[.]com', 'b.md:1', 'CLEAR', '']);
  });

  it('STIX: valid, marked, dated by the draft, the same on every run', () => {
    const first = run(STORY, '--format', 'stix');
    const bundle = bundleOf(first);
    const patterns = Object.fromEntries((bundle.objects ?? []).filter(one => one.pattern).map(one => [one.name, one.pattern]));
    assert.deepEqual(patterns, {
      'hxxps://parcel-return[.]com/a?b=c': "[url:value = 'https://parcel-return.com/a?b=c']",
      [SHA256]: `[file:hashes.'SHA-256' = '${SHA256}']`,
      '198.18.20[.]4': "[ipv4-addr:value = '198.18.20.4']",
      'parcel-refund[.]net': "[domain-name:value = 'parcel-refund.net']",
      'HKLM\\Software\\Run\\Parcel': "[windows-registry-key:key = 'HKEY_LOCAL_MACHINE\\\\Software\\\\Run\\\\Parcel']",
      'parcel-inner[.]org': "[domain-name:value = 'parcel-inner.org']",
    });
    assert.match(first.error, /1 indicator left out: STIX has no pattern for this kind \(wallet\)/);
    assert.ok((bundle.objects ?? []).every(one => one.valid_from === undefined || one.valid_from === '2025-11-05T00:00:00.000Z'));
    const marks = (bundle.objects ?? []).filter(one => one.type === 'marking-definition').map(one => one.name);
    assert.deepEqual(marks, ['TLP:GREEN', 'TLP:AMBER']);
    assert.equal(run(STORY, '--format', 'stix').out, first.out);
    const other = bundleOf(run({ ...STORY, 'draft.md': STORY['draft.md'].replace('2025-11-05', '2025-11-06') }, '--format', 'stix'));
    assert.ok(!(other.objects ?? []).some(one => one.type === 'indicator' && (bundle.objects ?? []).some(({ id }) => id === one.id)));
  });

  it('STIX: a draft without a date counts from today and says so; none at all is a bundle without objects', () => {
    const undated = run({ 'draft.md': 'They used parcel-return[.]com.\n' }, '--format', 'stix');
    assert.match(undated.error, /draft\.md has no date/);
    assert.equal(bundleOf(undated).objects?.[1]?.valid_from?.slice(0, 4), String(new Date().getFullYear()));
    assert.equal(bundleOf(run({ 'draft.md': 'Nothing.\n' }, '--format', 'stix')).objects, undefined);
    bundleOf(run({ 'draft.md': '---\ndate: 2025-13-77\n---\n\nThey used parcel-return[.]com.\n' }, '--format', 'stix'));
  });

  it('cells are quoted, and no spreadsheet runs them', () => {
    const { out } = run({ '@a,"b.md': 'They used hxxp://parcel-return[.]com/a,b"c.\n', '.backdraft.yaml': '' });
    assert.ok(out.includes(`"'@a,""b.md:1"`), out);
    assert.ok(out.includes('"http://parcel-return.com/a,b'), out);
  });

  for (const [words, said] of [
    [['--format', 'xml'], '--format should be one of csv, stix'],
    [['--tlp', 'WHITE'], '--tlp should be one of CLEAR'],
    [['--fix'], '--fix does not go with "indicators"'],
    [['none.md'], 'no file or folder "none.md"'],
    [['notes/pool.md'], 'notes/pool.md is no draft'],
  ] as const) {
    it(`exit code 2 for: ${words.join(' ')}`, () => {
      const { code, error, out } = run(STORY, ...words);
      assert.equal(code, 2);
      assert.ok(error.includes(said), error);
      assert.equal(out, '');
    });
  }

  it('exit code 2 for a faulty configuration, which is named; the appendix is written', () => {
    const { code, error, out } = run({
      'draft.md': 'They used parcel-return[.]com.\n',
      '.backdraft.yaml': 'attack: {bundle: none.json}\n',
    });
    assert.equal(code, 2);
    assert.match(error, /\.backdraft\.yaml: There is no such file/);
    assert.ok(out.includes('parcel-return[.]com'));
  });

  it('--tlp does not go with check', () =>
    assert.match(backdraft(folderWith({}), ['check', '--tlp', 'RED']).error, /--tlp does not go with "check"/));
});

describe('STIX patterns', () => {
  for (const [kind, value, pattern] of [
    ['ipv4', '198.18.0.0/15', "[ipv4-addr:value = '198.18.0.0/15']"],
    [
      'ipv4',
      '198.18.20.4:8080',
      "[network-traffic:dst_ref.type = 'ipv4-addr' AND network-traffic:dst_ref.value = '198.18.20.4' AND network-traffic:dst_port = 8080]",
    ],
    ['ipv6', '2a00:1450:4001:82f::200e', "[ipv6-addr:value = '2a00:1450:4001:82f::200e']"],
    [
      'ipv6',
      '[2a00::1]:443',
      "[network-traffic:dst_ref.type = 'ipv6-addr' AND network-traffic:dst_ref.value = '2a00::1' AND network-traffic:dst_port = 443]",
    ],
    [
      'domain',
      'evil.com:443',
      "[network-traffic:dst_ref.type = 'domain-name' AND network-traffic:dst_ref.value = 'evil.com' AND network-traffic:dst_port = 443]",
    ],
    ['url', "http://evil.com/a'b\\c", "[url:value = 'http://evil.com/a\\'b\\\\c']"],
    ['email', 'a@evil.com', "[email-addr:value = 'a@evil.com']"],
    ['md5', 'aa', "[file:hashes.MD5 = 'aa']"],
    ['sha1', 'aa', "[file:hashes.'SHA-1' = 'aa']"],
    ['sha512', 'aa', "[file:hashes.'SHA-512' = 'aa']"],
    ['ssdeep', '3:a:b', "[file:hashes.SSDEEP = '3:a:b']"],
    ['imphash', 'aa', "[file:extensions.'windows-pebinary-ext'.imphash = 'aa']"],
    ['asn', 'AS64496', '[autonomous-system:number = 64496]'],
    ['file-path', 'C:\\Users\\x\\e.exe', "[file:name = 'e.exe' AND file:parent_directory_ref.path = 'C:\\\\Users\\\\x']"],
    ['file-path', '/e.sh', "[file:name = 'e.sh' AND file:parent_directory_ref.path = '/']"],
    ['file-path', '/tmp/x/', "[directory:path = '/tmp/x']"],
    ['registry-key', 'HKCU\\Run', "[windows-registry-key:key = 'HKEY_CURRENT_USER\\\\Run']"],
    ['registry-key', 'HKEY_USERS\\Run', "[windows-registry-key:key = 'HKEY_USERS\\\\Run']"],
  ] as const) {
    it(pattern, () => {
      assert.equal(patternOf(kind, value), pattern);
      assert.match(pattern, PATTERN);
    });
  }
  it('none for what STIX has no observable for', () => {
    assert.equal(patternOf('wallet', 'bc1'), undefined);
    assert.equal(patternOf('hash', 'aa'), undefined);
    assert.equal(patternOf('asn', 'ASX'), undefined);
  });
  // RFC 9562, appendix A.4: the name "www.example.com" in the namespace for DNS.
  it('version 5 UUIDs as in the RFC', () =>
    assert.equal(uuid5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2'));
});
