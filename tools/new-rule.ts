// `npm run new-rule -- group/problem`: writes a rule file and its fixture to start from, and the registry.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const id = process.argv[2] ?? '';
const file = path.join(root, `server/src/core/rules/${id}.ts`);
const fixture = path.join(root, `test/rules/${id}.md`);

if (!/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error('Usage: npm run new-rule -- group/problem   (for instance claims/round-number)');
  process.exit(2);
}
if (existsSync(file)) {
  console.error(`There is a rule ${id} already.`);
  process.exit(2);
}

for (const target of [file, fixture]) mkdirSync(path.dirname(target), { recursive: true });
writeFileSync(
  file,
  `// Owns: the rule ${id}.
// Must not know: other rules, how facts are found.
import { defineSegmentRule } from '../types.ts';

export default defineSegmentRule({
  id: '${id}',
  version: 1,
  scope: 'segment',
  severity: 'warning',
  roles: ['draft'],
  reads: ['marks'],
  options: {},
  messages: { found: '{word} is wrong. Say why it matters and what to do.' },
  docs: {
    summary: 'One sentence: what is wrong.',
    why: 'Why it matters to the reader or the writer.',
    bad: [{ draft: 'The mark is TLP:EXAMPLE.\\n' }],
    good: [{ draft: 'The mark is TLP:GREEN.\\n' }],
  },
  check({ facts, report }) {
    for (const mark of facts.marks) {
      if (mark.word === 'EXAMPLE') report({ span: mark.span, message: 'found', args: { word: mark.word } });
    }
  },
});
`,
);
writeFileSync(
  fixture,
  `# ${id}

## found

~~~~ draft.md
The mark is TLP:EXAMPLE.
            ^^^^^^^^^^^ ${id}
~~~~

## fine

~~~~ draft.md
The mark is TLP:GREEN.
~~~~
`,
);
execFileSync('npx', ['tsx', path.join(root, 'tools/generate.ts')], { cwd: root, stdio: 'inherit' });
console.log(`\nWrote\n  ${path.relative(root, file)}\n  ${path.relative(root, fixture)}\nNext: npm test -- rules`);
