// The sample story shows what Backdraft does: at least one finding of each rule below, and no problem in its notes.
import assert from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';

const RULES = [
  'attribution/anonymous-source',
  'attribution/missing-speaker',
  'citations/duplicate-key',
  'citations/unresolved',
  'citations/unused-source',
  'claims/circular-sourcing',
  'claims/contradicted-date',
  'claims/contradicted-number',
  'claims/stale-source',
  'claims/uncited',
  'claims/unsupported',
  'claims/weak-source',
  'handling/obsolete-tlp',
  'handling/unknown-tlp',
  'indicators/live',
  'quotes/altered',
  'quotes/not-in-notes',
  'references/malformed-cve',
  'suppressions/unknown-rule',
  'suppressions/unused',
  'terms/misused',
  'terms/undefined-acronym',
];

const folder = path.resolve(fileURLToPath(new URL('.', import.meta.url)), '../../samples/summit-phones');

describe('sample story', () => {
  it('has a finding of each rule that it is to show', async () => {
    const files: Record<string, string> = {};
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (/\.[a-z]+$/.test(name)) files[name.replaceAll(path.sep, '/')] = readFileSync(path.join(folder, name), 'utf8');
    }
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
    await workspace.load();
    const found = new Set<string>();
    for (const name of Object.keys(files)) {
      for (const finding of (await workspace.checkFile(uriOf(name)))?.findings ?? []) found.add(finding.rule);
    }
    assert.deepEqual(
      RULES.filter(rule => !found.has(rule)),
      [],
    );
    assert.deepEqual(workspace.problems, []);
  });
});
