// Owns: which languages the server speaks, and which one a client wants.
// Must not know: what is said in them (l10n/server.*.json).
import german from '../../../l10n/server.de.json';
import { ENGLISH, Language } from '../core/text/phrases.ts';

const LANGUAGES: ReadonlyMap<string, Language> = new Map([['de', new Language(german)]]);

/** The language of a client's locale such as `de-AT`; English where we do not speak it. */
export function languageFor(locale: string | undefined): Language {
  const [name = ''] = (locale ?? '').toLowerCase().split(/[-_]/);
  return LANGUAGES.get(name) ?? ENGLISH;
}
