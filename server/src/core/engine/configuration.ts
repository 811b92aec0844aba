// Owns: `.backdraft.yaml`: what it may hold, its defaults, reading it with every problem placed.
// Must not know: where the file comes from, what rules do with their options.
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { TLP_LEVELS } from '../extract/tlp.ts';
import type { HouseTerms, Rule, Severity } from '../rules/types.ts';
import { nearest } from '../text/distance.ts';
import { ENGLISH, type Language, type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';

export const CONFIGURATION_FILE = '.backdraft.yaml';

export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

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

export interface ConfigurationProblem {
  readonly span: Span;
  readonly message: string;
  /** Error where it is not said. */
  readonly severity?: Severity;
}

/** A file or folder that a configuration names, by the key that names it: `attack.bundle`. */
export interface NamedPath {
  readonly key: string;
  /** As written: relative to the file that holds it. */
  readonly path: string;
  readonly span: Span;
}

/** What one file says: only what it sets, and what is wrong with it. */
export interface ConfigurationFile {
  readonly values: Readonly<Record<string, unknown>>;
  /** Place of each top-level value. */
  readonly spans: ReadonlyMap<string, Span>;
  /** Every file or folder that it names, in order. */
  readonly paths: readonly NamedPath[];
  readonly problems: readonly ConfigurationProblem[];
}

type Kind =
  | { readonly kind: 'globs' }
  | { readonly kind: 'path' }
  | { readonly kind: 'paths' }
  | { readonly kind: 'word'; readonly words: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'words'; readonly value: 'text' | 'optional' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'map'; readonly keys: Readonly<Record<string, Entry>> };

interface Entry {
  readonly type: Kind;
  readonly description: Phrase;
}

export const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'] as const;
export const SCALES = ['icd-203', 'kent', 'nato', 'phia'] as const;

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

/** Reads one file. Never throws; what cannot be used is a problem with its place, told in `language`, and the rest applies. */
export function readConfiguration(text: string, rules: readonly Rule[], language: Language = ENGLISH): ConfigurationFile {
  const problems: ConfigurationProblem[] = [];
  const values: Record<string, unknown> = {};
  const spans = new Map<string, Span>();
  const paths: NamedPath[] = [];
  const document = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: true, logLevel: 'silent' });
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({
      span: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0]) },
      message: language.say`This is not valid YAML: ${firstLine(error.message)}`,
    });
  }
  const reader: Reader = {
    problems,
    paths,
    rules,
    language,
    toJs: node => plain(node, document),
    document: { start: 0, end: text.length },
  };
  const contents = document.contents;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { values, spans, paths, problems };
  if (!isMap(contents)) {
    problems.push({
      span: spanOf(contents, reader),
      message: language.say`A configuration is a list of keys with values, such as "audience: security".`,
    });
    return { values, spans, paths, problems };
  }
  readKeys(contents, CONFIGURATION_KEYS, reader, '', (key, value, span) => {
    values[key] = value;
    spans.set(key, span);
  });
  return { values, spans, paths, problems };
}

interface Reader {
  readonly problems: ConfigurationProblem[];
  readonly paths: NamedPath[];
  readonly rules: readonly Rule[];
  readonly language: Language;
  readonly toJs: (node: Node | null) => unknown;
  readonly document: Span;
}

function readKeys(
  map: YAMLMap,
  keys: Readonly<Record<string, Entry>>,
  reader: Reader,
  path: string,
  set: (key: string, value: unknown, span: Span) => void,
): void {
  for (const pair of map.items) {
    const key = keyOf(pair);
    const span = spanOf(pair.key as Node, reader);
    const entry = key === undefined ? undefined : keys[key];
    if (key === undefined || !entry || !Object.hasOwn(keys, key)) {
      const near = key === undefined ? undefined : nearest(key, Object.keys(keys), 3);
      reader.problems.push({
        span,
        message: reader.language.of(withNearest(phrase`There is no setting "${path}${key ?? '?'}".`, near && `${path}${near}`)),
      });
      continue;
    }
    const node = pair.value as Node | null;
    if (node === null || (isScalar(node) && node.value === null)) continue;
    const value = readValue(node, entry.type, reader, `${path}${key}`);
    if (value !== undefined) set(key, value, spanOf(node, reader));
  }
}

function readValue(node: Node, type: Kind, reader: Reader, path: string): unknown {
  const { language } = reader;
  const wrong = (expected: Phrase): undefined => {
    reader.problems.push({ span: spanOf(node, reader), message: language.say`"${path}" should be ${expected}.` });
    return undefined;
  };
  switch (type.kind) {
    case 'path':
      return readPath(node, reader, path) ?? wrong(phrase`a path from this file's folder, such as tables/attack.json`);
    case 'paths': {
      if (!isSeq(node)) {
        const single = readPath(node, reader, path);
        return single === undefined ? wrong(phrase`a list of paths from this file's folder`) : [single];
      }
      const paths: string[] = [];
      for (const item of node.items as Node[]) {
        const one = readPath(item, reader, path);
        if (one !== undefined) paths.push(one);
        else
          reader.problems.push({
            span: spanOf(item, reader),
            message: language.say`"${path}" holds something that is not a path from this folder.`,
          });
      }
      return paths;
    }
    case 'number':
      return isScalar(node) && typeof node.value === 'number' && node.value > 0 ? node.value : wrong(phrase`a number above zero`);
    case 'word': {
      if (isScalar(node) && typeof node.value === 'string' && type.words.includes(node.value)) return node.value;
      return wrong(phrase`one of ${type.words.join(', ')}`);
    }
    case 'globs': {
      if (isScalar(node) && typeof node.value === 'string') return [node.value];
      if (!isSeq(node)) return wrong(phrase`a list of globs`);
      const globs: string[] = [];
      for (const item of node.items as Node[]) {
        if (isScalar(item) && typeof item.value === 'string') globs.push(item.value);
        else reader.problems.push({ span: spanOf(item, reader), message: language.say`"${path}" holds something that is not a glob.` });
      }
      return globs;
    }
    case 'words': {
      const words = new Map<string, string>();
      if (isSeq(node) && type.value === 'optional') {
        for (const item of node.items as Node[]) {
          if (isScalar(item) && typeof item.value === 'string') words.set(item.value, '');
          else reader.problems.push({ span: spanOf(item, reader), message: language.say`"${path}" holds something that is not a word.` });
        }
        return words;
      }
      if (!isMap(node))
        return wrong(type.value === 'optional' ? phrase`a list of words, or words with a text each` : phrase`words with a text each`);
      for (const pair of node.items) {
        const key = keyOf(pair);
        const value = pair.value as Node | null;
        if (key !== undefined && isScalar(value) && typeof value.value === 'string') words.set(key, value.value);
        else if (key !== undefined && type.value === 'optional' && (value === null || (isScalar(value) && value.value === null)))
          words.set(key, '');
        else
          reader.problems.push({
            span: spanOf((value ?? pair.key) as Node, reader),
            message: language.say`"${path}.${key ?? '?'}" should be ${phrase`a piece of text`}.`,
          });
      }
      return words;
    }
    case 'map': {
      if (!isMap(node)) return wrong(phrase`a list of keys (${Object.keys(type.keys).join(', ')})`);
      const inner: Record<string, unknown> = {};
      readKeys(node, type.keys, reader, `${path}.`, (key, value) => {
        inner[key] = value;
      });
      return inner;
    }
    case 'rules':
      return isMap(node) ? readRules(node, reader) : wrong(phrase`a list of rule ids with a severity each`);
  }
}

/** A relative path, which is noted; undefined for anything else: a configuration from elsewhere must not reach over a network. */
function readPath(node: Node, reader: Reader, key: string): string | undefined {
  if (!isScalar(node) || typeof node.value !== 'string') return undefined;
  const path = node.value;
  if (path.trim() === '' || /^(?:[\\/~]|[a-z][a-z0-9+.-]*:)/i.test(path)) return undefined;
  reader.paths.push({ key, path, span: spanOf(node, reader) });
  return path;
}

function readRules(map: YAMLMap, reader: Reader): Map<string, Partial<RuleSetting>> {
  const settings = new Map<string, Partial<RuleSetting>>();
  for (const pair of map.items) {
    const id = keyOf(pair);
    const node = pair.value as Node | null;
    const severity = severityIn(node);
    if (id !== undefined && isGroup(id, reader.rules)) {
      if (severity) settings.set(id, { severity });
      else {
        reader.problems.push({
          span: spanOf(node ?? (pair.key as Node), reader),
          message: reader.language
            .say`The severity of all rules of "${id}" should be one of ${SEVERITIES.join(', ')}. Options belong to single rules.`,
        });
      }
      continue;
    }
    const rule = reader.rules.find(candidate => candidate.id === id);
    if (id === undefined || !rule) {
      const near = nearest(
        id ?? '',
        reader.rules.flatMap(candidate => [candidate.id, groupOf(candidate.id)]),
        4,
      );
      reader.problems.push({
        span: spanOf(pair.key as Node, reader),
        message: reader.language.of(withNearest(phrase`There is no rule or group "${id ?? '?'}".`, near)),
      });
      continue;
    }
    if (severity) {
      settings.set(id, { severity });
    } else if (isMap(node)) {
      settings.set(id, readRule(node, rule, reader));
    } else {
      reader.problems.push({
        span: spanOf(node ?? (pair.key as Node), reader),
        message: reader.language.say`The severity of "${id}" should be one of ${SEVERITIES.join(', ')}.`,
      });
    }
  }
  return settings;
}

/** A severity by itself; "off" is the boolean false in YAML 1.1. */
function severityIn(node: Node | null): Severity | 'off' | undefined {
  if (!isScalar(node)) return undefined;
  if (node.value === false) return 'off';
  return isSeverity(node.value) ? node.value : undefined;
}

/** The part of a rule's id before the slash: "claims". */
function groupOf(id: string): string {
  return id.slice(0, Math.max(0, id.indexOf('/')));
}

function isGroup(id: string, rules: readonly Rule[]): boolean {
  return id !== '' && rules.some(rule => groupOf(rule.id) === id);
}

function readRule(map: YAMLMap, rule: Rule, reader: Reader): Partial<RuleSetting> {
  let severity: Severity | 'off' | undefined;
  const options: Record<string, unknown> = {};
  for (const pair of map.items) {
    const key = keyOf(pair);
    const node = pair.value as Node | null;
    const value = reader.toJs(node);
    if (key === 'severity') {
      if (isSeverity(value)) severity = value;
      else
        reader.problems.push({
          span: spanOf(node ?? (pair.key as Node), reader),
          message: reader.language.say`The severity of "${rule.id}" should be one of ${SEVERITIES.join(', ')}.`,
        });
      continue;
    }
    const option = key === undefined ? undefined : rule.options[key];
    if (key === undefined || !option) {
      const near = nearest(key ?? '', ['severity', ...Object.keys(rule.options)], 3);
      reader.problems.push({
        span: spanOf(pair.key as Node, reader),
        message: reader.language.of(withNearest(phrase`"${rule.id}" has no option "${key ?? '?'}".`, near)),
      });
    } else if (!fits(value, option.schema)) {
      reader.problems.push({
        span: spanOf(node ?? (pair.key as Node), reader),
        message: reader.language.say`"${key}" of "${rule.id}" should be ${expectation(option.schema)}.`,
      });
    } else {
      options[key] = value;
    }
  }
  return { options, ...(severity ? { severity } : {}) };
}

/** Whether a value fits the small part of JSON Schema that rule options use: `type`, `enum`, `items`, `minimum`, `maximum`. */
export function fits(value: unknown, schema: Readonly<Record<string, unknown>>): boolean {
  const { type, minimum, maximum, items } = schema as {
    type?: string;
    minimum?: number;
    maximum?: number;
    items?: Record<string, unknown>;
  };
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  if (type === 'array') return Array.isArray(value) && (!items || value.every(item => fits(item, items)));
  if (type === 'integer' || type === 'number') {
    if (typeof value !== 'number' || (type === 'integer' && !Number.isInteger(value))) return false;
    return value >= (minimum ?? Number.NEGATIVE_INFINITY) && value <= (maximum ?? Number.POSITIVE_INFINITY);
  }
  if (type === 'boolean') return typeof value === 'boolean';
  return type !== 'string' || typeof value === 'string';
}

function expectation(schema: Readonly<Record<string, unknown>>): Phrase {
  if (Array.isArray(schema.enum)) return phrase`one of ${schema.enum.join(', ')}`;
  const kinds: Readonly<Record<string, Phrase>> = {
    array: phrase`a list`,
    integer: phrase`a whole number`,
    number: phrase`a number`,
    boolean: phrase`true or false`,
    string: phrase`a piece of text`,
  };
  const kind = kinds[String(schema.type)] ?? phrase`of another kind`;
  if (schema.minimum === undefined) return kind;
  if (schema.maximum === undefined) return phrase`${kind} from ${String(schema.minimum)}`;
  return phrase`${kind} from ${String(schema.minimum)} to ${String(schema.maximum)}`;
}

/** A name that is close to one that does not exist is asked for. */
function withNearest(problem: Phrase, near: string | undefined): Phrase {
  return near ? phrase`${problem} Did you mean "${near}"?` : problem;
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

/** A node's value; null where its aliases grow without measure. */
function plain(node: Node | null, document: Document): unknown {
  try {
    return node?.toJS(document, { maxAliasCount: 50 }) ?? null;
  } catch {
    return null;
  }
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && (SEVERITIES as readonly string[]).includes(value);
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) && pair.key.value !== null ? String(pair.key.value) : undefined;
}

function spanOf(node: Node | null | undefined, reader: Reader): Span {
  const range = node?.range;
  return range ? { start: range[0], end: range[1] } : reader.document;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}
