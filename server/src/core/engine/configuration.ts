// Owns: the configuration that counts for a Story: files that build on each other made one, defaults filled in.
// Must not know: how a file is read, where it comes from, what rules do with their options.
import { groupOf, type HouseTerms, type Rule, type Severity } from '../rules/types.ts';
import type { ConfigurationFile, RuleSetting } from './configuration-reader.ts';

/** Name of the file in a Story's folder. */
export const CONFIGURATION_FILE = '.backdraft.yaml';

/** A configuration with every default filled in. Globs are relative to the Story's folder. */
export interface Configuration {
  readonly drafts: readonly string[] | undefined;
  readonly notes: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  readonly strictness: 'relaxed' | 'standard' | 'strict';
  readonly audience: 'general' | 'security';
  readonly citationStyle: 'footnote' | 'pandoc' | 'wiki' | 'link';
  readonly terms: HouseTerms;
  readonly scale: string;
  readonly defaultTlp: string;
  readonly limits: { readonly draft?: number; readonly note?: number; readonly files?: number };
}

/** Builds one configuration from a chain of files, the nearest first; `rules` gives the defaults. */
export function resolveConfiguration(chain: readonly ConfigurationFile[], rules: readonly Rule[]): Configuration {
  const get = <T>(...path: readonly string[]): T | undefined => {
    for (const file of chain) {
      let value: unknown = file.values;
      for (const key of path) value = (value as Record<string, unknown> | undefined)?.[key];
      if (value !== undefined) return value as T;
    }
    return undefined;
  };
  const words = (key: string): Map<string, string> => {
    const merged = new Map<string, string>();
    for (const file of [...chain].reverse()) {
      const own = (file.values.terms as Record<string, Map<string, string>> | undefined)?.[key];
      for (const [word, text] of own ?? []) merged.set(word, text);
    }
    return merged;
  };
  const settings = new Map<string, RuleSetting>();
  for (const rule of rules) {
    let severity: Severity | 'off' = rule.optIn ? 'off' : rule.severity;
    const options: Record<string, unknown> = {};
    for (const [name, option] of Object.entries(rule.options)) options[name] = option.default;
    for (const file of [...chain].reverse()) {
      const said = file.values.rules as Map<string, Partial<RuleSetting>> | undefined;
      const group = said?.get(groupOf(rule.id))?.severity;
      // A group's severity does not switch opt-in rules on.
      if (group && (group === 'off' || severity !== 'off' || !rule.optIn)) severity = group;
      const own = said?.get(rule.id);
      if (!own) continue;
      // Options alone switch an opt-in rule on.
      if (own.severity) severity = own.severity;
      else if (severity === 'off') severity = rule.severity;
      Object.assign(options, own.options);
    }
    settings.set(rule.id, { severity, options });
  }
  const limit = (key: string): number | undefined => get<number>('limits', key);
  const [draft, note, files] = [limit('draft'), limit('note'), limit('files')];
  return {
    drafts: get('drafts'),
    notes: get('notes') ?? ['notes/**', '**/*.notes.md'],
    rules: settings,
    strictness: get('strictness') ?? 'standard',
    audience: get('audience') ?? 'general',
    citationStyle: get('citations', 'style') ?? 'footnote',
    terms: { prefer: words('prefer'), ban: words('ban'), define: words('define'), acronyms: words('acronyms') },
    scale: get('estimates', 'scale') ?? 'icd-203',
    defaultTlp: get('handling', 'default') ?? 'CLEAR',
    limits: { ...(draft ? { draft } : {}), ...(note ? { note } : {}), ...(files ? { files } : {}) },
  };
}
