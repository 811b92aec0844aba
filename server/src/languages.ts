// Owns: which languages server and command line speak, and which one somebody wants.
// Must not know: what is said in them (l10n/server.*.json).
import german from '../../l10n/server.de.json';
import { ENGLISH, Language } from './core/text/phrases.ts';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([['de', new Language('de', german)]]);

/** Names of the languages that we speak. */
export const LANGUAGE_NAMES: readonly string[] = ['en', ...LANGUAGES.keys()];

/** The language of a locale such as `de-AT` or `de_AT.UTF-8`, as clients and environments say it; English where we do not speak it. */
export function languageFor(locale: string | undefined): Language {
  const [name = ''] = (locale ?? '').toLowerCase().split(/[-_.@]/);
  return LANGUAGES.get(name) ?? ENGLISH;
}
