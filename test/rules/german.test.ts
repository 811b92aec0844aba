// Owns: what findings say in German: messages, titles of fixes and related places of every fixture have no English left.
// Must not know: what each rule finds (rules.test.ts), whether translations are complete (test/tools/localisation.test.ts).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { RULES } from '../../server/src/core/rules/registry.ts';
import { languageFor } from '../../server/src/languages.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { readFixture } from './fixtures.ts';

const GERMAN = languageFor('de');

/** Words of English that are none of German, as lower-case words of a sentence. */
const ENGLISH_WORDS =
  /(?<![\p{L}\p{N}/._@-])(?:the|of|and|is|are|this|that|with|without|from|has|have|its|your|for|it|to|by|on|here|which|write|says|source|draft|notes|claim|remove|replace|cite|change|ignore|add)(?![\p{L}\p{N}/._@-])/u;

/** Names of ATT&CK are the same in every language. */
const NAMES = /\bCommand and (?:Control|Scripting Interpreter)\b/g;

describe('Findings in German', () => {
  for (const { id } of RULES)
    it(id, async () => {
      const english: string[] = [];
      for (const { name, files } of readFixture(readFileSync(new URL(`${id}.md`, import.meta.url), 'utf8'))) {
        const configured = name.includes('dormant') ? files : { '.backdraft.yaml': '', ...files };
        const workspace = createWorkspace({ folders: [ROOT], language: GERMAN, ports: memoryPorts(new MemoryFiles(configured)) });
        await workspace.load();
        const written = Object.values(configured).join('\n').replace(/\s+/g, ' ').toLowerCase();
        for (const path of Object.keys(files))
          for (const finding of (await workspace.checkFile(uriOf(path)))?.findings ?? []) {
            if (finding.rule !== id) continue;
            const said = [finding.rendered, ...finding.related.map(({ message }) => message), ...finding.fixes.map(({ title }) => title)];
            english.push(...said.filter(text => ENGLISH_WORDS.test(ours(text, written))));
          }
      }
      assert.deepEqual([...new Set(english)], []);
    });
});

/** A text without names, and without what is quoted from drafts and notes: in quotation marks, or three words and more of theirs. */
function ours(text: string, written: string): string {
  const words = text
    .replace(NAMES, '')
    .replace(/„[^“]*“|`[^`]*`|"[^"]*"|“[^”]*”|«[^»]*»/gu, '„“')
    .split(/\s+/);
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at + 1;
    while (end <= words.length && written.includes(words.slice(at, end).join(' ').toLowerCase().replace(/\.$/, ''))) end++;
    const taken = end - 1 - at;
    if (taken < 3) kept.push(words[at] ?? '');
    at += taken < 3 ? 1 : taken;
  }
  return kept.join(' ');
}
