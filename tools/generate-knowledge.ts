// Makes the knowledge tables in server/src/core/knowledge/tables from the facts in a folder (attack.json, kev.json, misp-names.json)
// and the npm package cwe-sdk. Usage: tsx tools/generate-knowledge.ts [folder]; default: $BACKDRAFT_DATA/../knowledge, else ../shared/knowledge.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = path.join(ROOT, 'server/src/core/knowledge/tables');
const data = process.env.BACKDRAFT_DATA;
const folder = process.argv[2] ?? (data ? path.join(data, '../knowledge') : path.join(ROOT, '../shared/knowledge'));

interface AttackEntry {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly tactics?: readonly string[];
  readonly shortname?: string;
  readonly domains: readonly string[];
  readonly status?: string;
  readonly revokedBy?: string;
}

const read = (name: string) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const clean = (text: string) => text.replace(/[\t\r\n|]+/g, ' ').trim();

function write(name: string, header: Readonly<Record<string, string>>, rows: readonly (readonly string[])[]): void {
  const lines = [
    ...Object.entries(header).map(([key, value]) => `# ${key}: ${value}`),
    ...rows.map(row => row.join('\t').replace(/\t+$/, '')),
  ];
  writeFileSync(path.join(OUT, `${name}.txt`), `${lines.join('\n')}\n`);
  console.log(`${name}.txt: ${rows.length} rows`);
}

const attack = read('attack.json') as { source: string; licence: string; covers: readonly string[]; entries: readonly AttackEntry[] };
write(
  'attack',
  {
    table: 'attack',
    version: /v[\d.]+/.exec(attack.source)?.[0] ?? 'unknown',
    date: /\d{4}-\d{2}(?:-\d{2})?/.exec(attack.source)?.[0] ?? 'unknown',
    source: attack.source,
    licence: attack.licence,
    covers: attack.covers.join(' '),
    columns: 'id kind name status(d deprecated, r revoked) domains(e i m) revoked-by tactics aliases',
  },
  attack.entries.map(entry => [
    entry.id,
    entry.kind,
    /^Analytic \d+$/.test(entry.name) ? '' : clean(entry.name),
    entry.status === 'deprecated' ? 'd' : entry.status === 'revoked' ? 'r' : '',
    entry.domains.map(domain => domain[0] ?? '').join(''),
    entry.revokedBy ?? '',
    entry.kind === 'tactic' ? (entry.shortname ?? '') : (entry.tactics ?? []).join('|'),
    (entry.aliases ?? []).map(clean).join('|'),
  ]),
);

const kev = read('kev.json') as {
  source: string;
  licence: string;
  entries: readonly { cve: string; vendor: string; product: string; added: string; ransomware: boolean }[];
};
write(
  'kev',
  {
    table: 'kev',
    version: /[\d.]+$/.exec(kev.source)?.[0] ?? '',
    date: (/[\d.]+$/.exec(kev.source)?.[0] ?? '').replaceAll('.', '-'),
    source: kev.source,
    licence: kev.licence,
    columns: 'cve added ransomware(r) vendor product',
  },
  kev.entries.map(entry => [entry.cve, entry.added, entry.ransomware ? 'r' : '', clean(entry.vendor), clean(entry.product)]),
);

const xml = readFileSync(path.join(ROOT, 'node_modules/cwe-sdk/raw/cwe-archive.xml'), 'utf8');
const catalogue = /<Weakness_Catalog[^>]*Version="([^"]+)"[^>]*Date="([^"]+)"/.exec(xml);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plainText = (text: string) => text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
const weaknesses: string[][] = [];
for (const match of xml.matchAll(/<(Weakness|Category|View) ID="(\d+)" Name="([^"]+)"[^>]*?Status="([^"]+)"/g)) {
  const [, kind = '', id = '', name = '', status = ''] = match;
  const end = xml.indexOf(`</${kind}>`, match.index);
  const body = kind === 'Weakness' ? xml.slice(match.index, end) : '';
  const terms = [...body.matchAll(/<Term>([^<]+)<\/Term>/g)].map(term => clean(plainText(term[1] ?? '')));
  weaknesses.push([id, kind[0]?.toLowerCase() ?? '', clean(plainText(name)), status === 'Deprecated' ? 'd' : '', terms.join('|')]);
}
weaknesses.sort((a, b) => Number(a[0]) - Number(b[0]));
write(
  'cwe',
  {
    table: 'cwe',
    version: catalogue?.[1] ?? '',
    date: catalogue?.[2] ?? '',
    source: `Common Weakness Enumeration ${catalogue?.[1]} of ${catalogue?.[2]} (through the npm package cwe-sdk)`,
    licence: 'CWE Terms of Use: © The MITRE Corporation; use, reproduction and distribution permitted with this notice.',
    columns: 'id kind(w weakness, c category, v view) name status(d deprecated) other-names',
  },
  weaknesses,
);

const misp = read('misp-names.json') as {
  source: string;
  licence: string;
  entries: readonly { name: string; cluster: string; aliases?: readonly string[] }[];
};
interface Named {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly aliases: Set<string>;
}
const named = new Map<string, Named>();
for (const entry of attack.entries) {
  const kind = entry.kind === 'group' ? 'a' : entry.kind === 'malware' ? 'm' : entry.kind === 'tool' ? 't' : '';
  if (kind === '' || entry.status === 'revoked') continue;
  named.set(entry.id, { id: entry.id, kind, name: clean(entry.name), aliases: new Set(entry.aliases?.map(clean)) });
}
const byName = new Map<string, Named>();
const key = (kind: string, name: string) => `${kind === 'a' ? 'a' : 'm'} ${name.toLowerCase().replace(/[\s_-]+/g, '')}`;
for (const one of named.values()) byName.set(key(one.kind, one.name), one);
for (const { cluster, name, aliases = [] } of misp.entries) {
  if (cluster === 'branded_vulnerability') continue;
  const kind = /actor|activity-group/.test(cluster) ? 'a' : cluster === 'tool' || cluster === 'exploit-kit' ? 't' : 'm';
  const attackId = aliases.find(alias => /^[GS]\d{4}$/.test(alias));
  const same = (attackId ? named.get(attackId) : undefined) ?? byName.get(key(kind, name));
  const words = aliases.map(clean).filter(alias => alias !== '' && !/^[GS]\d{4}$/.test(alias));
  if (same) {
    for (const word of [clean(name), ...words]) if (word.toLowerCase() !== same.name.toLowerCase()) same.aliases.add(word);
    continue;
  }
  const id = `${cluster}:${clean(name)}`;
  if (named.has(id)) continue;
  const one: Named = { id, kind, name: clean(name), aliases: new Set(words) };
  named.set(id, one);
  byName.set(key(kind, name), one);
}
write(
  'names',
  {
    table: 'names',
    version: `${/v[\d.]+/.exec(attack.source)?.[0]} + ${misp.source}`,
    date: /\d{4}-\d{2}-\d{2}/.exec(misp.source)?.[0] ?? '',
    source: `${attack.source}; ${misp.source}`,
    licence: `${attack.licence} MISP galaxy: ${misp.licence}.`,
    columns: 'id(empty: cluster and name) kind(a actor, m malware, t tool) name aliases cluster',
  },
  [...named.values()].map(one => {
    const cluster = one.id.includes(':') ? one.id.slice(0, one.id.indexOf(':')) : '';
    return [cluster ? '' : one.id, one.kind, one.name, [...one.aliases].filter(alias => alias !== one.name).join('|'), cluster];
  }),
);
