// Owns: completing keys and values of `.backdraft.yaml`, by indentation, so that it works while the file is no YAML yet.
// Must not know: other kinds of completion, how configurations are read.
import { CONFIGURATION_KEYS, type Entry, SEVERITIES } from '../../engine/configuration-keys.ts';
import type { CheckedDocument } from '../../engine/types.ts';
import { RULES } from '../../rules/registry.ts';
import { groupOf } from '../../rules/types.ts';
import { type Phrase, phrase, worded } from '../../text/phrases.ts';
import type { Span } from '../../text/span.ts';
import type { Completion } from './place.ts';

const KEY = /^( *)([\w./-]*)$/;
const VALUE = /^( *)(["']?)([\w./-]+)\2:[ \t]+(["']?)([\w.+-]*)$/;
const MOST_LINES = 2000;
const DEFAULT = phrase`default`;

/** Keys that may stand on the line and are not there yet, or values of its key. */
export function configurationCompletions({ text, lines }: CheckedDocument, offset: number): readonly Completion[] {
  const line = lines.lineAt(offset);
  const { start, end } = lines.lineSpan(line);
  const before = text.slice(start, Math.max(start, Math.min(offset, end)));
  const rest = /^[\w./+-]*/.exec(text.slice(start + before.length, end))?.[0].length ?? 0;
  const spanOf = (typed: string): Span => ({ start: start + before.length - typed.length, end: start + before.length + rest });
  const value = VALUE.exec(before);
  if (value) {
    const { path } = around(text, lines, line, value[1]?.length ?? 0);
    return valuesAt([...path, value[3] ?? '']).map(([word, meaning]) => one('value', word, meaning, word, spanOf(value[5] ?? '')));
  }
  const key = KEY.exec(before);
  if (!key) return [];
  const { path, siblings } = around(text, lines, line, key[1]?.length ?? 0);
  const colon = text.charAt(start + before.length + rest) === ':';
  return keysAt(path)
    .filter(({ name }) => !siblings.has(name))
    .map(({ name, description, holdsMore }) =>
      one('key', name, description, `${name}${colon ? '' : holdsMore ? ':' : ': '}`, spanOf(key[2] ?? '')),
    );
}

function one(kind: 'key' | 'value', label: string, detail: Phrase | string, newText: string, span: Span): Completion {
  return { label, detail, markdown: '', span, newText, filterText: label, kind };
}

/** The keys that a line of some indentation stands below, and those beside it. */
function around(
  text: string,
  lines: CheckedDocument['lines'],
  line: number,
  indent: number,
): { readonly path: readonly string[]; readonly siblings: ReadonlySet<string> } {
  const siblings = new Set<string>();
  const path: string[] = [];
  const look = (at: number): { readonly indent: number; readonly key: string | undefined } | undefined => {
    const { start, end } = lines.lineSpan(at);
    const written = text.slice(start, Math.min(end, start + 300));
    if (/^\s*(?:#|$)/.test(written)) return undefined;
    const [, space = '', , key] = /^( *)(["']?)([\w./-]+)\2:(?:\s|$)/.exec(written) ?? [];
    return { indent: key === undefined ? (/^ */.exec(written)?.[0].length ?? 0) : space.length, key };
  };
  let level = indent;
  for (let at = line - 1; at >= Math.max(0, line - MOST_LINES) && level >= 0; at--) {
    const found = look(at);
    if (!found) continue;
    if (found.indent === level && path.length === 0 && level === indent && found.key) siblings.add(found.key);
    if (found.indent < level) {
      if (found.key) path.unshift(found.key);
      level = found.indent;
    }
    if (level === 0 && indent > 0 && path.length > 0) break;
  }
  for (let at = line + 1; at < Math.min(lines.lineCount, line + MOST_LINES); at++) {
    const found = look(at);
    if (found && found.indent < indent) break;
    if (found?.key && found.indent === indent) siblings.add(found.key);
  }
  return { path, siblings };
}

interface Key {
  readonly name: string;
  readonly description: Phrase | string;
  /** Its value is a list or a map on lines of its own. */
  readonly holdsMore: boolean;
}

function keysAt([top, second, ...deeper]: readonly string[]): readonly Key[] {
  if (top === undefined) return keysOf(CONFIGURATION_KEYS);
  const entry = CONFIGURATION_KEYS[top];
  if (entry?.type.kind === 'rules') {
    if (second === undefined)
      return [...groups(), ...RULES.map(({ id, docs }) => ({ name: id, description: worded(docs.summary), holdsMore: false }))];
    const rule = RULES.find(({ id }) => id === second);
    if (!rule || deeper.length > 0) return [];
    const options = Object.entries(rule.options).map(([name, { description, schema }]) => ({
      name,
      description: worded(description),
      holdsMore: schema.type === 'array',
    }));
    return [{ name: 'severity', description: SEVERITIES.join(', '), holdsMore: false }, ...options];
  }
  return entry?.type.kind === 'map' && second === undefined ? keysOf(entry.type.keys) : [];
}

function groups(): readonly Key[] {
  return [...new Set(RULES.map(({ id }) => groupOf(id)))].map(name => ({
    name,
    description: phrase`all rules of ${name}`,
    holdsMore: false,
  }));
}

function keysOf(keys: Readonly<Record<string, Entry>>): readonly Key[] {
  return Object.entries(keys).map(([name, { type, description }]) => ({
    name,
    description,
    holdsMore: ['map', 'rules', 'globs', 'words', 'paths'].includes(type.kind),
  }));
}

/** Words that a key takes, each with its meaning where it has one. */
function valuesAt(path: readonly string[]): readonly (readonly [string, Phrase | string])[] {
  const [top = '', second, third] = path;
  const entry = CONFIGURATION_KEYS[top];
  if (entry?.type.kind === 'word' && second === undefined) return entry.type.words.map(word => [word, '']);
  if (entry?.type.kind === 'map' && second !== undefined && third === undefined) {
    const inner = entry.type.keys[second]?.type;
    return inner?.kind === 'word' ? inner.words.map(word => [word, '']) : [];
  }
  if (entry?.type.kind !== 'rules' || second === undefined) return [];
  if (third === undefined || third === 'severity') return SEVERITIES.map(severity => [severity, severityMeaning(second, severity)]);
  const option = RULES.find(({ id }) => id === second)?.options[third];
  if (!option) return [];
  const words = Array.isArray(option.schema.enum)
    ? option.schema.enum.map(String)
    : option.schema.type === 'boolean'
      ? ['true', 'false']
      : [];
  return words.map(word => [word, String(option.default) === word ? DEFAULT : '']);
}

function severityMeaning(id: string, severity: string): Phrase | string {
  const rule = RULES.find(one => one.id === id);
  return rule && (rule.optIn ? 'off' : rule.severity) === severity ? DEFAULT : '';
}
