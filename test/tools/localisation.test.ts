// Owns: every string that users of the extension see exists in English and in German, and none is left over.
// Must not know: what the strings say.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RULES } from '../../server/src/core/rules/registry.ts';
import type { Translation } from '../../server/src/core/text/phrases.ts';
import { clientStrings, serverPhrases, untranslated, wordsLeft } from '../../tools/lib/strings.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const strings = (name: string): Record<string, string> => JSON.parse(readFileSync(path.join(ROOT, name), 'utf8'));
const keys = (name: string): readonly string[] => Object.keys(strings(name)).sort();
/** What a translation must keep: placeholders, and the commands that links run. */
const kept = (text: string): readonly string[] => [...text.matchAll(/\{\d+\}|\(command:[^)]+\)|`[^`]+`/g)].map(([found]) => found).sort();

/** Languages by the names of their files. */
const LANGUAGES = readdirSync(path.join(ROOT, 'l10n')).flatMap(name => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

describe('Localisation', () => {
  it('what is published of a fact check has one German name', () => {
    const pairs = [
      ['package.nls.json', 'package.nls.de.json'],
      ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
    ].flatMap(([english = '', german = '']) =>
      Object.entries(strings(english)).map(([key, text]) => [text, strings(german)[key]] as const),
    );
    const { phrases } = JSON.parse(readFileSync(path.join(ROOT, 'l10n/server.de.json'), 'utf8'));
    const named = [...pairs, ...Object.entries<string>(phrases)].filter(
      ([text]) => text.length < 200 && /claim review|ClaimReview/.test(text),
    );
    assert.ok(named.length >= 4);
    for (const [text, german] of named) assert.match(german ?? '', /Faktenprüfung/, text);
  });

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

  it('the client says nothing that nobody could translate', () => {
    assert.deepEqual(untranslated(path.join(ROOT, 'client/src')), []);
  });

  it('server and command line say nothing that nobody could translate', () => {
    const found = SPEAKING.flatMap(folder => [...wordsLeft(path.join(ROOT, 'server/src', folder))]);
    const isKept = (text: string): boolean => KEPT.some(start => text.replace(/^[\s*]+/, '').startsWith(start));
    assert.deepEqual(
      found.filter(text => !isKept(text)),
      [],
    );
  });

  for (const language of LANGUAGES) {
    const file = `l10n/server.${language}.json`;
    it(`${file} has every message of every rule and every phrase of the server, and keeps their placeholders`, () => {
      const translation: Translation = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
      const english = new Map([
        ...RULES.flatMap(({ id, messages }) => Object.entries(messages).map(([key, text]) => [`${id}: ${key}`, text] as const)),
        ...serverPhrases(path.join(ROOT, 'server/src')).map(text => [text, text] as const),
        // What completion says of rules and their options.
        ...RULES.flatMap(({ docs, options }) => [docs.summary, ...Object.values(options).map(({ description }) => description)]).map(
          text => [text, text] as const,
        ),
      ]);
      const translated = new Map([
        ...Object.entries(translation.rules).flatMap(([id, messages]) =>
          Object.entries(messages).map(([key, text]) => [`${id}: ${key}`, text] as const),
        ),
        ...Object.entries(translation.phrases),
      ]);
      assert.deepEqual([...translated.keys()].sort(), [...english.keys()].sort());
      for (const [key, text] of english) {
        const other = translated.get(key) ?? '';
        assert.notEqual(other.trim(), '', key);
        assert.deepEqual(placeholders(other), placeholders(text), key);
      }
    });

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

/** Folders and files of the server whose words reach people; word lists and grammars stand elsewhere. */
const SPEAKING = ['cli', 'lsp', 'node', 'documents', 'browser', 'core/annotations', 'core/engine', 'core/ide'];

/** How texts begin that are not for people to read in their language. */
const KEPT: readonly string[] = [
  // Models read them.
  'All texts below were copied',
  'You judge whether evidence entails',
  'not told: it rests on notes',
  // Names, and what is typed to get a snippet.
  'CISA KEV',
  'New source',
  'new source',
  // Programs read it.
  'The folder in which the check ran.',
  // Keys of words that are translated.
  'independent origin',
  'open thread',
];

/** What fills a message or phrase of the server. */
function placeholders(text: string): readonly string[] {
  return [...text.matchAll(/\{[\w-]+\}/g)].map(([found]) => found).sort();
}

/** Parts of contributions that users read. */
const SHOWN =
  /\.(?:title|name|label|description|markdownDescription|enumDescriptions\[\d+\]|markdownEnumDescriptions\[\d+\]|contents|altText|accessibilityHelpContent|userDescription|displayName)$/;

/** Names of keys are spelled as on keyboards of the language. */
function isPlaceholder(text: string): boolean {
  return !text.startsWith('`');
}
