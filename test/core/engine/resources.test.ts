// Files that a configuration names: official tables and vocabularies, good and bad, changing and gone.
import assert from 'node:assert';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Workspace } from '../../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../../server/src/core/engine/workspace.ts';
import { hoverAt } from '../../../server/src/core/ide/hover.ts';
import { NodeFileStore } from '../../../server/src/node/files.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../../support/memory-files.ts';

interface Technique {
  readonly id: string;
  readonly name: string;
  readonly revokedBy?: string;
}

function bundle(techniques: readonly Technique[], spec = '2.1'): string {
  const idOf = (id: string): string => `attack-pattern--${id}`;
  return JSON.stringify({
    type: 'bundle',
    id: 'bundle--1',
    objects: [
      { type: 'x-mitre-collection', spec_version: spec, x_mitre_version: '99.1', modified: '2031-04-01T00:00:00.000Z' },
      ...techniques.map(({ id, name, revokedBy }) => ({
        type: 'attack-pattern',
        spec_version: spec,
        id: idOf(id),
        name,
        revoked: revokedBy !== undefined,
        external_references: [{ source_name: 'mitre-attack', external_id: id }],
      })),
      ...techniques.flatMap(({ id, revokedBy }) =>
        revokedBy ? [{ type: 'relationship', relationship_type: 'revoked-by', source_ref: idOf(id), target_ref: idOf(revokedBy) }] : [],
      ),
    ],
  });
}

const OURS = bundle([
  { id: 'T1566', name: 'Phishing of tomorrow' },
  { id: 'T1598', name: 'Old', revokedBy: 'T1566' },
]);
const OTHER = bundle([
  { id: 'T1566', name: 'Gone', revokedBy: 'T1598' },
  { id: 'T1598', name: 'Another' },
]);
const DRAFT = 'They used T1566 and T1598.\n';

async function load(files: Record<string, string>): Promise<{ workspace: Workspace; store: MemoryFiles }> {
  const store = new MemoryFiles(files);
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(store) });
  await workspace.load();
  return { workspace, store };
}

const findings = (workspace: Workspace, file: string): string[] =>
  (workspace.check(uriOf(file))?.findings ?? []).map(finding => `${finding.rule} ${finding.text}`);
const REVOKED = 'references/revoked-attack-id T1598';

describe('tables that a configuration names', () => {
  it('replace the shipped one for the Story, and for no other', async () => {
    const { workspace } = await load({
      'a/.backdraft.yaml': 'attack:\n  bundle: tables/attack.json\n',
      'a/tables/attack.json': OURS,
      'a/draft.md': DRAFT,
      'b/.backdraft.yaml': 'attack:\n  bundle: ../c.json\n',
      'b/draft.md': DRAFT,
      'c.json': OTHER,
      'd/.backdraft.yaml': '',
      'd/draft.md': DRAFT,
    });
    for (let round = 0; round < 3; round++) {
      assert.deepEqual(findings(workspace, 'a/draft.md'), [REVOKED]);
      assert.deepEqual(findings(workspace, 'b/draft.md'), ['references/revoked-attack-id T1566']);
      assert.deepEqual(findings(workspace, 'd/draft.md'), []);
    }
    const hover = hoverAt(workspace, uriOf('a/draft.md'), DRAFT.indexOf('T1566') + 1)?.markdown ?? '';
    assert.ok(hover.includes('Phishing of tomorrow') && hover.includes('v99&#46;1') && hover.includes('2031'), hover);
    assert.match(workspace.tables().attack ?? '', /^v18.*; v99\.1 2031-04-01 in a; /);
  });

  it('the catalogue and the list of weaknesses too', async () => {
    const { workspace } = await load({
      '.backdraft.yaml': 'kev: {file: kev.json}\ncwe: {file: cwe.csv}\n',
      'kev.json': JSON.stringify({
        catalogVersion: '2031.01.02',
        dateReleased: '2031-01-02T00:00:00Z',
        vulnerabilities: [{ cveID: 'CVE-2024-4242', dateAdded: '2031-01-01', vendorProject: 'Fennmark', product: 'Gate' }],
      }),
      'cwe.csv': 'CWE-ID,Name,Weakness Abstraction,Status\n79,Our own name,Base,Stable\n',
      'draft.md': 'The hole CVE-2024-4242 is CWE-79 (Our own name).\n',
    });
    assert.deepEqual(findings(workspace, 'draft.md'), ['references/known-exploited CVE-2024-4242']);
  });

  it('a file from another configuration counts from there, and the nearest wins', async () => {
    const { workspace } = await load({
      'house/base.yaml': 'attack:\n  bundle: attack.json\n',
      'house/attack.json': OURS,
      'a/.backdraft.yaml': 'extends: ../house/base.yaml\n',
      'a/draft.md': DRAFT,
      'b/.backdraft.yaml': 'extends: ../house/base.yaml\nattack: {bundle: own.json}\n',
      'b/own.json': OTHER,
      'b/draft.md': DRAFT,
    });
    assert.deepEqual(findings(workspace, 'a/draft.md'), [REVOKED]);
    assert.deepEqual(findings(workspace, 'b/draft.md'), ['references/revoked-attack-id T1566']);
  });

  const BAD: readonly (readonly [string, string | undefined, string])[] = [
    ['missing', undefined, 'There is no such file'],
    ['cut off', OURS.slice(0, OURS.length / 2), 'breaks off in the middle'],
    ['empty', '', 'empty'],
    ['no JSON', 'Not found', 'Download it again'],
    ['no bundle', '{"objects": []}', 'no STIX bundle'],
    ['of STIX 2.0', bundle([{ id: 'T1566', name: 'Phishing' }], '2.0'), 'reads STIX 2.1'],
    ['without techniques', bundle([]), 'no ATT&CK techniques'],
    ['nested without end', '['.repeat(200_000), 'Download it again'],
  ];
  for (const [name, text, message] of BAD) {
    it(`a bundle that is ${name} is told at its place, and the shipped table stays`, async () => {
      const configuration = 'audience: security\nattack:\n  bundle: "attack.json" # ours\n';
      const { workspace } = await load({
        '.backdraft.yaml': configuration,
        'draft.md': 'They used T1086.\n',
        ...(text === undefined ? {} : { 'attack.json': text }),
      });
      const [problem, ...more] = workspace.check(uriOf('.backdraft.yaml'))?.problems ?? [];
      assert.deepEqual(more, []);
      assert.ok(problem?.message.includes(message), problem?.message);
      assert.equal(configuration.slice(problem?.span?.start, problem?.span?.end), '"attack.json"');
      assert.deepEqual(findings(workspace, 'draft.md'), ['references/revoked-attack-id T1086']);
    });
  }

  it('problems of a base configuration are problems of the workspace', async () => {
    const { workspace } = await load({ '.backdraft.yaml': 'extends: base.yaml\n', 'base.yaml': 'attack: {bundle: none.json}\n' });
    assert.deepEqual(
      workspace.problems.map(({ uri, message }) => [uri, message.slice(0, 21)]),
      [[uriOf('base.yaml'), 'There is no such file']],
    );
    const other = await load({ '.backdraft.yaml': 'extends: none.yaml\n' });
    assert.match(other.workspace.check(uriOf('.backdraft.yaml'))?.problems[0]?.message ?? '', /no configuration "none\.yaml"/);
  });

  for (const hostile of [
    '/etc/passwd',
    '//host/share/attack.json',
    '\\\\host\\share',
    'https://example.org/a.json',
    'C:\\a.json',
    '~/a.json',
  ]) {
    it(`a path that leads elsewhere is refused: ${hostile}`, async () => {
      const { workspace, store } = await load({ '.backdraft.yaml': `attack:\n  bundle: '${hostile}'\n` });
      assert.match(workspace.check(uriOf('.backdraft.yaml'))?.problems[0]?.message ?? '', /a path from this file's folder/);
      assert.ok(store.reads < 6);
    });
  }

  it('a file that changes, goes or comes takes effect; so does the path, typed in the editor', async () => {
    const { workspace, store } = await load({ '.backdraft.yaml': 'attack: {bundle: a.json.gz}\n', 'a.json.gz': OURS, 'draft.md': DRAFT });
    assert.deepEqual(findings(workspace, 'draft.md'), [REVOKED]);
    store.files.set('a.json.gz', OTHER);
    assert.equal(await workspace.refresh([{ uri: uriOf('a.json.gz'), kind: 'changed' }]), true);
    assert.deepEqual(findings(workspace, 'draft.md'), ['references/revoked-attack-id T1566']);
    store.files.delete('a.json.gz');
    await workspace.refresh([{ uri: uriOf('a.json.gz'), kind: 'deleted' }]);
    assert.deepEqual(findings(workspace, 'draft.md'), []);
    assert.equal(workspace.check(uriOf('.backdraft.yaml'))?.problems.length, 1);
    store.files.set('b.json', OURS);
    workspace.open(uriOf('.backdraft.yaml'), 'attack: {bundle: b.json}\n');
    await workspace.load();
    assert.deepEqual(findings(workspace, 'draft.md'), [REVOKED]);
    store.files.set('a.json.gz', OURS);
    assert.equal(await workspace.refresh([{ uri: uriOf('a.json.gz'), kind: 'created' }]), false, 'no longer named');
  });
});

describe('tables on disk', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'backdraft-tables-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  async function problem(name: string): Promise<{ message: string; workspace: Workspace }> {
    writeFileSync(path.join(folder, '.backdraft.yaml'), `attack: {bundle: t/${name}}\n`);
    writeFileSync(path.join(folder, 'draft.md'), DRAFT);
    const root = pathToFileURL(folder).toString();
    const workspace = createWorkspace({ folders: [root], ports: memoryPorts(new NodeFileStore()) });
    await workspace.load();
    return { message: workspace.check(`${root}/.backdraft.yaml`)?.problems[0]?.message ?? '', workspace };
  }

  before(() => {
    mkdirSync(path.join(folder, 't'));
    const file = (name: string): string => path.join(folder, 't', name);
    const packed = gzipSync(OURS);
    writeFileSync(file('good.json.gz'), packed);
    writeFileSync(file('cut.json.gz'), packed.subarray(0, packed.length - 20));
    writeFileSync(file('plain.json.gz'), OURS);
    writeFileSync(file('bomb.json.gz'), gzipSync(Buffer.alloc(100_000_000, 32)));
    writeFileSync(file('large.json'), '');
    truncateSync(file('large.json'), 100_000_000);
    writeFileSync(file('binary.json'), new Uint8Array([80, 75, 3, 4, 0, 0]));
    writeFileSync(file('utf16.json'), Buffer.from(`\ufeff${OURS}`, 'utf16le'));
    mkdirSync(file('folder.json'));
  });

  it('a packed bundle is read', async () => {
    const { message, workspace } = await problem('good.json.gz');
    assert.equal(message, '');
    const checked = workspace.check(`${pathToFileURL(folder)}/draft.md`);
    assert.deepEqual(
      checked?.findings.map(finding => finding.rule),
      ['references/revoked-attack-id'],
    );
  });

  it('a file that stays is read once', async () => {
    const { workspace } = await problem('good.json.gz');
    const root = pathToFileURL(folder).toString();
    const table = workspace.storyOf(`${root}/draft.md`)?.view.knowledge.attack;
    await workspace.load();
    assert.ok(table);
    assert.equal(workspace.storyOf(`${root}/draft.md`)?.view.knowledge.attack?.entries.size, table.entries.size);
  });

  for (const [name, said] of [
    ['cut.json.gz', 'damaged or breaks off'],
    ['plain.json.gz', 'damaged or breaks off'],
    ['bomb.json.gz', 'more than 80 MB'],
    ['large.json', 'more than 80 MB'],
    ['binary.json', 'not text'],
    ['utf16.json', 'not UTF-8'],
    ['folder.json', 'could not be read'],
  ] as const) {
    it(`${name}: ${said}`, async () => {
      const { message } = await problem(name);
      assert.ok(message.includes(said), message);
    });
  }
});

describe('vocabularies', () => {
  const accept = '# ours\nParcelHub\nMFT\n[Oo]ps(?:ec)?\n.*evil.*\n';
  const reject = 'cyber ?attack\n';

  it('of Vale become house terms; the configuration comes first', async () => {
    const { workspace } = await load({
      '.backdraft.yaml': 'terms:\n  vocabularies: [styles/config/vocabularies/House]\n  prefer: {parcelhub: Parcel Hub}\n',
      'styles/config/vocabularies/House/accept.txt': accept,
      'styles/config/vocabularies/House/reject.txt': reject,
      'draft.md': 'A cyber attack on the MFT.\n\nThe depot uses parcelhub.\n',
    });
    assert.deepEqual(findings(workspace, 'draft.md'), ['terms/misused cyber attack', 'terms/misused parcelhub']);
    assert.ok((workspace.check(uriOf('draft.md'))?.findings[1]?.rendered ?? '').includes('Parcel Hub'));
    assert.ok(!workspace.files().some(({ uri }) => uri.endsWith('accept.txt')), 'a vocabulary is no draft');
    const [problem, ...more] = workspace.check(uriOf('.backdraft.yaml'))?.problems ?? [];
    assert.deepEqual(more, []);
    assert.equal(problem?.severity, 'warning');
    assert.ok(problem?.message.includes('line 5 of accept.txt'), problem?.message);
  });

  it('single files, several, and ones that are not there', async () => {
    const configuration = 'terms:\n  vocabularies:\n    - a/accept.txt\n    - b/reject.txt\n    - none\n';
    const { workspace, store } = await load({
      '.backdraft.yaml': configuration,
      'a/accept.txt': 'ParcelHub\n',
      'b/reject.txt': reject,
      'draft.md': 'A cyber attack on parcelhub.\n',
    });
    assert.deepEqual(findings(workspace, 'draft.md'), ['terms/misused cyber attack', 'terms/misused parcelhub']);
    const [problem] = workspace.check(uriOf('.backdraft.yaml'))?.problems ?? [];
    assert.equal(configuration.slice(problem?.span?.start, problem?.span?.end), 'none');
    store.files.set('b/reject.txt', '');
    await workspace.refresh([{ uri: uriOf('b/reject.txt'), kind: 'changed' }]);
    assert.deepEqual(findings(workspace, 'draft.md'), ['terms/misused parcelhub']);
    store.files.set('none/reject.txt', 'depot\n');
    store.files.set('draft.md', 'The depot.\n');
    await workspace.refresh([
      { uri: uriOf('draft.md'), kind: 'changed' },
      { uri: uriOf('none/reject.txt'), kind: 'created' },
    ]);
    assert.deepEqual(findings(workspace, 'draft.md'), ['terms/misused depot']);
  });
});

it('the shipped table is the same object for Stories without files of their own', async () => {
  const { workspace } = await load({ 'a/.backdraft.yaml': '', 'a/x.md': 'x', 'b/.backdraft.yaml': '', 'b/x.md': 'x' });
  const of = (file: string) => workspace.storyOf(uriOf(file))?.view.knowledge.attack;
  assert.equal(of('a/x.md'), of('b/x.md'));
  assert.ok(readFileSync(new URL('../../../server/src/core/knowledge/tables/attack.txt', import.meta.url)).length > 0);
});
