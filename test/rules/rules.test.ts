// Every rule against its fixture and the examples of its docs, through the real engine.
import assert from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyEdits } from '../../server/src/core/engine/edits.ts';
import type { CheckedDocument, Workspace } from '../../server/src/core/engine/types.ts';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import type { RuleExample } from '../../server/src/core/rules/types.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { type Case, readFixture, withMarkers } from './fixtures.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const update = process.env.UPDATE_FIXTURES === '1';

async function load(files: Readonly<Record<string, string>>): Promise<Workspace> {
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
  await workspace.load();
  return workspace;
}

async function check(workspace: Workspace, path: string): Promise<CheckedDocument | undefined> {
  return workspace.checkFile(uriOf(path));
}

for (const rule of RULES) {
  const fixture = `${here}${rule.id}.md`;
  describe(rule.id, () => {
    it('has a fixture', () => assert.ok(existsSync(fixture), `write ${fixture.slice(here.length)}: every rule needs one`));
    if (existsSync(fixture)) {
      const cases = readFixture(readFileSync(fixture, 'utf8'));
      it('has a case that finds something and one that does not', () => {
        assert.ok(
          cases.some(one => one.markers.some(marker => marker.rule === rule.id)),
          'no case marks a finding',
        );
        assert.ok(
          cases.some(one => one.markers.every(marker => marker.rule !== rule.id)),
          'no case asserts silence',
        );
      });
      for (const one of cases) it(one.name, () => runCase(one, rule.id, fixture));
    }
    const examples: readonly (readonly [string, readonly RuleExample[]])[] = [
      ['bad', rule.docs.bad],
      ['good', rule.docs.good],
    ];
    for (const [kind, list] of examples) {
      it(`docs: ${kind} examples (${list.length})`, async () => {
        assert.ok(list.length > 0, `the docs need a ${kind} example`);
        for (const example of list) {
          const files = exampleFiles(example);
          const workspace = await load(files);
          const found: string[] = [];
          for (const path of Object.keys(files)) {
            for (const finding of (await check(workspace, path))?.findings ?? [])
              if (finding.rule === rule.id) found.push(finding.rendered);
          }
          if (kind === 'bad') assert.ok(found.length > 0, `finds nothing in: ${example.draft}`);
          else assert.deepEqual(found, [], `in: ${example.draft}`);
        }
      });
    }
  });
}

describe('fixtures', () => {
  it('belong to rules', () => {
    for (const group of readdirSync(here, { withFileTypes: true })) {
      if (!group.isDirectory()) continue;
      for (const file of readdirSync(`${here}${group.name}`)) {
        const id = `${group.name}/${file.replace(/\.md$/, '')}`;
        assert.ok(
          RULES.some(rule => rule.id === id),
          `${id} is no rule`,
        );
      }
    }
  });
});

export function exampleFiles(example: RuleExample): Record<string, string> {
  return {
    'draft.md': example.draft,
    ...example.notes,
    '.backdraft.yaml': example.configuration ?? '',
  };
}

async function runCase(one: Case, rule: string, fixture: string): Promise<void> {
  const rules = new Set([rule, ...one.markers.map(marker => marker.rule)]);
  const files =
    one.files['.backdraft.yaml'] === undefined && !one.name.includes('dormant') ? { ...one.files, '.backdraft.yaml': '' } : one.files;
  const workspace = await load(files);
  const found = new Map<string, CheckedDocument['findings']>();
  for (const [path, text] of Object.entries(one.files)) {
    const findings = ((await check(workspace, path))?.findings ?? []).filter(finding => rules.has(finding.rule));
    const expected = one.markers.filter(marker => marker.path === path);
    const spots = findings.map(finding => {
      const marked = expected.find(marker => marker.rule === finding.rule && marker.start === finding.span.start && marker.message);
      const message = marked?.message && finding.rendered.includes(marked.message) ? marked.message : marked ? finding.rendered : undefined;
      return { rule: finding.rule, start: finding.span.start, end: finding.span.end, ...(message ? { message } : {}) };
    });
    const actual = withMarkers(text, spots);
    if (update && actual !== withMarkers(text, expected)) {
      writeFileSync(
        fixture,
        readFileSync(fixture, 'utf8').replace(withMarkers(text, expected), () => actual),
      );
      continue;
    }
    assert.equal(actual, withMarkers(text, expected), `${path}\n${findings.map(finding => finding.rendered).join('\n')}`);
    found.set(
      path,
      findings.filter(finding => finding.rule === rule),
    );
  }
  for (const { path, fix, text } of one.fixed) {
    const edits = (found.get(path) ?? []).flatMap(({ fixes }) => fixes[fix - 1]?.edits ?? []).filter(edit => edit.uri === uriOf(path));
    assert.equal(applyEdits(one.files[path] ?? '', edits), text, `${path} after fix ${fix} of its findings`);
  }
}
