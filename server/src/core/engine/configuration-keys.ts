// Owns: what `.backdraft.yaml` may hold: every key with its kind and what it is for.
// Must not know: how a file is read, what counts where a key is missing.
import { TLP_LEVELS } from '../extract/tlp.ts';
import { type Phrase, phrase } from '../text/phrases.ts';

/** What the value of a key may be. */
export type Kind =
  | { readonly kind: 'globs' }
  | { readonly kind: 'path' }
  | { readonly kind: 'paths' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'words'; readonly value: 'text' | 'optional' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Entry>> };

/** A key: what it may hold, and what it is for. */
export interface Entry {
  readonly type: Kind;
  readonly description: Phrase;
}

/** What may be said of a rule or group. */
export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;
const SCALES = ['icd-203', 'kent', 'nato', 'phia'] as const;

/** Every key of the configuration; the published schema is generated from it. */
export const CONFIGURATION_KEYS: Readonly<Record<string, Entry>> = {
  drafts: {
    type: { kind: 'globs' },
    description: phrase`Which files are drafts, as globs from this folder. Default: all Markdown and text files that are not notes.`,
  },
  notes: {
    type: { kind: 'globs' },
    description: phrase`Which files are notes, as globs from this folder. Default: notes/** and *.notes.md.`,
  },
  rules: {
    type: { kind: 'rules' },
    description: phrase`Severity or options by rule id, or a severity for a whole group (\`claims: off\`); what is said of a rule itself comes first.`,
  },
  strictness: {
    type: { kind: 'word', words: ['relaxed', 'standard', 'strict'] },
    description: phrase`How readily a sentence counts as a claim that needs support.`,
  },
  audience: {
    type: { kind: 'word', words: ['general', 'security'] },
    description: phrase`Who reads the drafts: decides which acronyms and terms need no explanation.`,
  },
  citations: {
    type: {
      kind: 'map',
      keys: {
        style: {
          type: { kind: 'word', words: ['footnote', 'pandoc', 'wiki', 'link'] },
          description: phrase`The form of citation that quick fixes insert.`,
        },
      },
    },
    description: phrase`How citations are written.`,
  },
  terms: {
    type: {
      kind: 'map',
      keys: {
        prefer: { type: { kind: 'words', value: 'text' }, description: phrase`Words to replace, each with the house form.` },
        ban: { type: { kind: 'words', value: 'optional' }, description: phrase`Words not to use, each with the reason.` },
        define: { type: { kind: 'words', value: 'text' }, description: phrase`House terms with their meaning.` },
        acronyms: {
          type: { kind: 'words', value: 'optional' },
          description: phrase`Acronyms that every reader of yours knows, with their expansion.`,
        },
        vocabularies: {
          type: { kind: 'paths' },
          description: phrase`Vale vocabularies: folders with accept.txt and reject.txt, or such files. What stands in this file comes first.`,
        },
      },
    },
    description: phrase`Your own words.`,
  },
  estimates: {
    type: {
      kind: 'map',
      keys: { scale: { type: { kind: 'word', words: SCALES }, description: phrase`The scale of words of likelihood.` } },
    },
    description: phrase`Words of estimative probability.`,
  },
  handling: {
    type: {
      kind: 'map',
      keys: {
        default: {
          type: { kind: 'word', words: TLP_LEVELS },
          description: phrase`The TLP level of a draft that carries no mark.`,
        },
      },
    },
    description: phrase`Traffic Light Protocol.`,
  },
  attack: {
    type: {
      kind: 'map',
      keys: {
        bundle: {
          type: { kind: 'path' },
          description: phrase`An official ATT&CK STIX 2.1 bundle (.json or .json.gz) that replaces the shipped table. While it cannot be read, the shipped table counts.`,
        },
      },
    },
    description: phrase`MITRE ATT&CK.`,
  },
  kev: {
    type: {
      kind: 'map',
      keys: { file: { type: { kind: 'path' }, description: phrase`CISA's catalogue as JSON (.gz too); replaces the shipped table.` } },
    },
    description: phrase`Known exploited vulnerabilities.`,
  },
  cwe: {
    type: {
      kind: 'map',
      keys: {
        file: { type: { kind: 'path' }, description: phrase`An official CWE list as XML or CSV (.gz too); replaces the shipped table.` },
      },
    },
    description: phrase`Common Weakness Enumeration.`,
  },
  limits: {
    type: {
      kind: 'map',
      keys: {
        draft: { type: { kind: 'number' }, description: phrase`Longest draft that is checked, in characters.` },
        note: { type: { kind: 'number' }, description: phrase`Longest note that is read, in characters.` },
        files: { type: { kind: 'number' }, description: phrase`Most files that are looked at in one folder.` },
      },
    },
    description: phrase`What is left unchecked because it is too large.`,
  },
  extends: { type: { kind: 'path' }, description: phrase`Another configuration to build on, relative to this file.` },
};
