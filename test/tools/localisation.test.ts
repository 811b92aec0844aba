// Owns: every string that users of the extension see exists in English and in German, and none is left over.
// Must not know: what the strings say.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { clientStrings } from '../../tools/lib/client-strings.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const strings = (name: string): Record<string, string> => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
const keys = (name: string): readonly string[] => Object.keys(strings(name)).sort();
/** What a translation must keep: placeholders, and the commands that links run. */
const kept = (text: string): readonly string[] => [...text.matchAll(/\{\d+\}|\(command:[^)]+\)|`[^`]+`/g)].map(([found]) => found).sort();

/** Languages by the names of their files. */
const LANGUAGES = readdirSync(path.join(ROOT, 'l10n')).flatMap(name => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

describe('Localisation', () => {
  it('there is a language beside English', () => {
    assert.ok(LANGUAGES.includes('de'));
  });

  it('package.json uses each of its strings, and has no other', () => {
    const manifest = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
    const used = [...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key ?? '');
    assert.deepEqual([...new Set(used)].sort(), keys('package.nls.json'));
  });

  it('package.json holds no text that nobody could translate', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const plain: string[] = [];
    const look = (value: unknown, where: string): void => {
      if (Array.isArray(value)) for (const [index, item] of value.entries()) look(item, `${where}[${index}]`);
      else if (typeof value === 'object' && value !== null) for (const [key, item] of Object.entries(value)) look(item, `${where}.${key}`);
      else if (typeof value === 'string' && SHOWN.test(where) && !/^%.+%$/.test(value) && value !== 'Backdraft')
        plain.push(`${where}: ${value}`);
    };
    // Models read the rest of a tool in English; its name is an id.
    const tools = contributes.languageModelTools.map(({ displayName, userDescription }: Record<string, string>) => ({
      displayName,
      userDescription,
    }));
    look({ ...contributes, languageModelTools: tools }, '');
    assert.deepEqual(plain, []);
  });

  it('the list of the client’s strings is fresh', () => {
    assert.deepEqual(keys('l10n/bundle.l10n.json'), [...clientStrings(path.join(ROOT, 'client/src'))].sort());
  });

  for (const language of LANGUAGES) {
    for (const [english, other] of [
      ['package.nls.json', `package.nls.${language}.json`],
      ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${language}.json`],
    ] as const) {
      it(`${other} has every string of ${english}, and keeps its placeholders`, () => {
        assert.deepEqual(keys(other), keys(english));
        const translations = strings(other);
        for (const [key, text] of Object.entries(strings(english))) {
          const translated = translations[key] ?? '';
          assert.notEqual(translated.trim(), '', key);
          assert.deepEqual(kept(translated).filter(isPlaceholder), kept(text).filter(isPlaceholder), key);
        }
      });
    }
  }
});

/** Parts of contributions that users read. */
const SHOWN =
  /\.(?:title|name|label|description|markdownDescription|enumDescriptions\[\d+\]|markdownEnumDescriptions\[\d+\]|contents|altText|accessibilityHelpContent|userDescription|displayName)$/;

/** Names of keys are spelled as on keyboards of the language. */
function isPlaceholder(text: string): boolean {
  return !text.startsWith('`');
}
