// Owns: the files that follow from the rules and the configuration keys: docs pages, schemas.
// Must not know: where they are written.
import { CONFIGURATION_KEYS, type Entry } from '../server/src/core/engine/configuration-keys.ts';
import { RULES } from '../server/src/core/rules/registry.ts';
import type { Rule, RuleExample } from '../server/src/core/rules/types.ts';
import { ENGLISH } from '../server/src/core/text/phrases.ts';

const SCHEMA = 'https://json-schema.org/draft/2020-12/schema';
const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'];

/** Path and text of every generated file. */
export function generateFromRules(): readonly (readonly [string, string])[] {
  return [
    ['schemas/backdraft.schema.json', `${JSON.stringify(configurationSchema(), null, 2)}\n`],
    ['docs/rules/README.md', overview()],
    ['docs/configuration.md', configurationPage()],
    ...RULES.map(rule => [`docs/rules/${rule.id}.md`, page(rule)] as const),
  ];
}

function configurationSchema(): object {
  return {
    $schema: SCHEMA,
    title: 'Backdraft configuration (.backdraft.yaml)',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(CONFIGURATION_KEYS).map(([key, entry]) => [key, schemaOf(entry)])),
  };
}

function schemaOf({ type, description: said }: Entry): object {
  const description = ENGLISH.of(said);
  switch (type.kind) {
    case 'globs':
      return { description, type: ['array', 'string'], items: { type: 'string' } };
    case 'word':
      return { description, enum: type.words };
    case 'path':
      return { description, type: 'string' };
    case 'paths':
      return { description, type: ['array', 'string'], items: { type: 'string' } };
    case 'number':
      return { description, type: 'number', exclusiveMinimum: 0 };
    case 'words': {
      const words = { type: 'object', additionalProperties: { type: type.value === 'optional' ? ['string', 'null'] : 'string' } };
      return type.value === 'optional'
        ? { description, anyOf: [{ type: 'array', items: { type: 'string' } }, words] }
        : { description, ...words };
    }
    case 'map':
      return {
        description,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(type.keys).map(([key, entry]) => [key, schemaOf(entry)])),
      };
    case 'rules':
      return {
        description,
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([
          ...RULES.map(rule => [rule.id, ruleSchema(rule)] as const),
          ...Object.entries(GROUPS).map(
            ([group, title]) => [group, { description: `All rules of the group: ${title}`, enum: [...SEVERITIES, false] }] as const,
          ),
        ]),
      };
  }
}

function ruleSchema(rule: Rule): object {
  return {
    description: rule.docs.summary,
    anyOf: [
      // A bare off is the boolean false to readers of YAML 1.1.
      { enum: [...SEVERITIES, false] },
      {
        type: 'object',
        additionalProperties: false,
        properties: {
          severity: { enum: SEVERITIES },
          ...Object.fromEntries(
            Object.entries(rule.options).map(([name, option]) => [
              name,
              { ...option.schema, default: option.default, description: option.description },
            ]),
          ),
        },
      },
    ],
  };
}

const GROUPS: Readonly<Record<string, string>> = {
  claims: 'Claims and their evidence',
  citations: 'Citations',
  attribution: 'Attribution',
  quotes: 'Quotes',
  terms: 'Terms',
  indicators: 'Indicators',
  references: 'Identifiers and scores',
  estimates: 'Words of likelihood',
  handling: 'Handling and protection of sources',
  suppressions: 'Suppressions',
  annotations: 'Annotations',
};

function overview(): string {
  const lines = [
    '# Rules',
    '',
    'Each rule names a fault. Severities can be changed in `.backdraft.yaml`:',
    '',
    '```yaml',
    'rules:',
    '  terms/hype: off',
    '  claims/unsupported: error',
    '```',
    '',
    'In a folder without notes, bibliography or configuration, only the rules marked with • run, as hints.',
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    const rules = RULES.filter(rule => rule.id.startsWith(`${group}/`));
    if (rules.length === 0) continue;
    lines.push('', `## ${title}`, '', '| Rule | Default | What is wrong |', '| --- | --- | --- |');
    for (const rule of rules)
      lines.push(`| [${rule.id}](${rule.id}.md)${rule.dormant ? ' •' : ''} | ${defaultOf(rule)} | ${rule.docs.summary} |`);
  }
  return `${lines.join('\n')}\n`;
}

function defaultOf(rule: Rule): string {
  return rule.optIn ? `off (${rule.severity} when on)` : rule.severity;
}

function page(rule: Rule): string {
  const lines = [`# ${rule.id}`, '', rule.docs.summary, '', `Default severity: ${defaultOf(rule)}.`, '', '## Why', '', rule.docs.why];
  if (Object.keys(rule.options).length > 0) {
    lines.push('', '## Options', '', '| Option | Default | Meaning |', '| --- | --- | --- |');
    for (const [name, option] of Object.entries(rule.options))
      lines.push(`| \`${name}\` | \`${JSON.stringify(option.default)}\` | ${option.description} |`);
  }
  lines.push('', '## Reported', ...rule.docs.bad.flatMap(example));
  lines.push('', '## Not reported', ...rule.docs.good.flatMap(example));
  lines.push(
    '',
    '## Switch it off',
    '',
    'For one line, with a reason:',
    '',
    '```markdown',
    `<!-- backdraft-disable-next-line ${rule.id} -- reason -->`,
    '```',
    '',
  );
  lines.push('For a whole Story, in `.backdraft.yaml`:', '', '```yaml', 'rules:', `  ${rule.id}: off`, '```');
  return `${lines.join('\n')}\n`;
}

function example(one: RuleExample): string[] {
  const files: readonly (readonly [string, string])[] = [
    ['Draft', one.draft],
    ...Object.entries(one.notes ?? {}),
    ...(one.configuration ? [['.backdraft.yaml', one.configuration] as const] : []),
  ];
  return files.flatMap(([name, text]) => ['', `${name === 'Draft' ? name : `\`${name}\``}:`, '', '````markdown', text.trimEnd(), '````']);
}

function configurationPage(): string {
  const lines = [
    '# `.backdraft.yaml`',
    '',
    'A Story is the nearest folder with a `.backdraft.yaml` or a folder `notes`. The nearest configuration above a file counts, whole; `extends` builds on another. It decides rules and options for the editor and the command line alike. Mistakes in it are shown in the file, and the rest still applies.',
    '',
    '| key | values | meaning |',
    '| --- | --- | --- |',
    ...Object.entries(CONFIGURATION_KEYS).flatMap(([key, entry]) => rowsOf(key, entry)),
    '',
    'Options of single rules stand on [their pages](rules/README.md):',
    '',
    '```yaml',
    'rules:',
    '  claims/stale-source: { severity: warning, days: 365 }',
    '```',
  ];
  return `${lines.join('\n')}\n`;
}

function rowsOf(key: string, { type, description }: Entry): string[] {
  if (type.kind === 'map') return Object.entries(type.keys).flatMap(([inner, entry]) => rowsOf(`${key}.${inner}`, entry));
  const values: Readonly<Record<string, string>> = {
    globs: 'globs',
    text: 'text',
    number: 'a number',
    words: 'words, each with a text',
    rules: `${SEVERITIES.join(', ')}, or options`,
  };
  const value = type.kind === 'word' ? type.words.map(word => `\`${word}\``).join(', ') : (values[type.kind] ?? type.kind);
  return [`| \`${key}\` | ${value} | ${ENGLISH.of(description)} |`];
}
