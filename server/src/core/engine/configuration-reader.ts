// Owns: reading one `.backdraft.yaml`: what it sets, which files it names, every problem at its place.
// Must not know: where the file comes from, which other configurations it builds on, defaults.
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { groupOf, type Rule, type Severity } from '../rules/types.ts';
import { nearest } from '../text/distance.ts';
import { ENGLISH, type Language, type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import { CONFIGURATION_KEYS, type Entry, type Kind, SEVERITIES } from './configuration-keys.ts';

/** What counts of a rule. */
export interface RuleSetting {
  readonly severity: Severity | 'off';
  readonly options: Readonly<Record<string, unknown>>;
}

/** Something that cannot be read as meant. */
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
function fits(value: unknown, schema: Readonly<Record<string, unknown>>): boolean {
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
