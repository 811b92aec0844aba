// Owns: official files that replace a shipped table: an ATT&CK STIX bundle, CISA's KEV catalogue, a CWE list.
// Must not know: files, configuration, prose.
import { type Phrase, phrase } from '../text/phrases.ts';
import { tableText } from './table.ts';

/** The text of a table, for `withTable`, or a message for the writer. */
export type Imported = { readonly table: string } | { readonly problem: Phrase };

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
const listed = (items: readonly string[]): string => items.map(item => item.replace(/\|/g, '/')).join('|');

function parse(json: string, what: Phrase): { readonly value: unknown } | { readonly problem: Phrase } {
  if (json.trim() === '') return { problem: phrase`The ${what} is empty. Download it again.` };
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    const cut = !/[\]}]\s*$/.test(json.slice(-200));
    return {
      problem: cut ? phrase`The ${what} breaks off in the middle. Download it again.` : phrase`The ${what} is no JSON. Download it again.`,
    };
  }
}

const KINDS: Readonly<Record<string, string>> = {
  'attack-pattern': 'technique',
  'x-mitre-tactic': 'tactic',
  'intrusion-set': 'group',
  malware: 'malware',
  tool: 'tool',
  campaign: 'campaign',
  'course-of-action': 'mitigation',
  'x-mitre-data-source': 'data-source',
  'x-mitre-data-component': 'data-component',
  'x-mitre-detection-strategy': 'detection-strategy',
  'x-mitre-analytic': 'analytic',
  'x-mitre-asset': 'asset',
};
const PREFIX = /^(?:T\d{4}(?:\.\d{3})?|TA\d{4}|[GSCMA]\d{4}|DS\d{4}|DC\d{4}|DET\d{4}|AN\d{4})$/;

/** The ATT&CK table out of an official STIX 2.1 bundle (its JSON text). Total. */
export function attackFromStix(json: string): Imported {
  const read = parse(json, phrase`ATT&CK bundle`);
  if ('problem' in read) return read;
  const bundle = read.value;
  if (!isObject(bundle) || bundle.type !== 'bundle' || !Array.isArray(bundle.objects)) {
    return {
      problem: phrase`This is no STIX bundle: it has no \`"type": "bundle"\` with objects. Use enterprise-attack.json of MITRE’s attack-stix-data.`,
    };
  }
  const objects = bundle.objects.filter(isObject);
  const spec = textOf(bundle.spec_version) || textOf(objects.find(object => object.spec_version !== undefined)?.spec_version);
  if (spec !== '' && spec !== '2.1')
    return {
      problem: phrase`This bundle is STIX ${spec}, and Backdraft reads STIX 2.1. Use the bundle of attack-stix-data.`,
    };
  const ids = new Map<string, string>();
  const entries: { readonly object: Json; readonly id: string; readonly kind: string }[] = [];
  let version = '';
  let date = '';
  for (const object of objects) {
    if (object.type === 'x-mitre-collection') {
      version = textOf(object.x_mitre_version);
      date = textOf(object.modified).slice(0, 10);
    }
    const kind = KINDS[textOf(object.type)];
    const references = Array.isArray(object.external_references) ? object.external_references.filter(isObject) : [];
    const id = textOf(
      references.find(reference => /^mitre(?:-\w+)?-attack$|^mitre-attack$/.test(textOf(reference.source_name)))?.external_id,
    );
    if (!kind || !PREFIX.test(id)) continue;
    ids.set(textOf(object.id), id);
    entries.push({ object, id, kind });
  }
  if (!entries.some(entry => entry.kind === 'technique'))
    return {
      problem: phrase`This STIX bundle holds no ATT&CK techniques. Use enterprise-attack.json, mobile-attack.json or ics-attack.json of attack-stix-data.`,
    };
  const revokedBy = new Map<string, string>();
  for (const object of objects) {
    if (object.type !== 'relationship' || object.relationship_type !== 'revoked-by') continue;
    const from = ids.get(textOf(object.source_ref));
    const to = ids.get(textOf(object.target_ref));
    if (from && to && from !== to) revokedBy.set(from, to);
  }
  const rows = new Map<string, readonly string[]>();
  for (const { object, id, kind } of entries) {
    const name = textOf(object.name);
    const aliases = [...textsOf(object.aliases), ...textsOf(object.x_mitre_aliases)].filter(alias => alias !== name);
    const phases = Array.isArray(object.kill_chain_phases)
      ? object.kill_chain_phases.filter(isObject).map(phase => textOf(phase.phase_name))
      : [];
    const status = object.revoked === true ? 'r' : object.x_mitre_deprecated === true ? 'd' : '';
    const domains = textsOf(object.x_mitre_domains)
      .map(domain => domain[0] ?? '')
      .join('');
    const before = rows.get(id);
    // Old ids were used twice; the living one counts.
    if (before && before[3] === '' && status !== '') continue;
    rows.set(id, [
      id,
      kind,
      name,
      status,
      domains,
      revokedBy.get(id) ?? '',
      kind === 'tactic' ? textOf(object.x_mitre_shortname) : listed(phases),
      listed(aliases),
    ]);
  }
  return {
    table: tableText(
      {
        table: 'attack',
        version: version ? `v${version}` : 'of your file',
        date: date || 'an unknown date',
        source: 'a STIX 2.1 bundle of this workspace',
        licence: '© The MITRE Corporation. This work is reproduced and distributed with the permission of The MITRE Corporation.',
        covers: [...new Set(entries.map(entry => entry.kind))].join(' '),
      },
      [...rows.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)),
    ),
  };
}

/** The KEV table out of CISA's official JSON. Total. */
export function kevFromJson(json: string): Imported {
  const read = parse(json, phrase`KEV catalogue`);
  if ('problem' in read) return read;
  const catalogue = read.value;
  if (!isObject(catalogue) || !Array.isArray(catalogue.vulnerabilities)) {
    return {
      problem: phrase`This is no KEV catalogue: it has no list of vulnerabilities. Use known_exploited_vulnerabilities.json of cisa.gov.`,
    };
  }
  const rows = catalogue.vulnerabilities
    .filter(isObject)
    .filter(entry => /^CVE-\d{4}-\d{4,}$/.test(textOf(entry.cveID)))
    .map(entry => [
      textOf(entry.cveID),
      textOf(entry.dateAdded),
      textOf(entry.knownRansomwareCampaignUse) === 'Known' ? 'r' : '',
      textOf(entry.vendorProject),
      textOf(entry.product),
    ]);
  if (rows.length === 0) return { problem: phrase`This KEV catalogue has no entries. Download it again.` };
  const version = textOf(catalogue.catalogVersion);
  const date = textOf(catalogue.dateReleased).slice(0, 10) || version.replaceAll('.', '-');
  return { table: tableText({ table: 'kev', version, date, source: 'a KEV catalogue of this workspace', licence: 'CC0-1.0' }, rows) };
}

/** The CWE table out of MITRE's XML, or its CSV of weaknesses. Total and linear. */
export function cweFromText(text: string): Imported {
  if (/<Weakness_Catalog\b/.test(text.slice(0, 4000))) return cweFromXml(text);
  if (/^\uFEFF?(?:"?'?CWE-ID"?)\s*,\s*"?Name/i.test(text.slice(0, 200))) return cweFromCsv(text);
  return { problem: phrase`This is no list of weaknesses that Backdraft knows. Use the XML or CSV download of cwe.mitre.org.` };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => ENTITIES[name] ?? whole);

function cweFromXml(text: string): Imported {
  if (!/<\/Weakness_Catalog>\s*$/.test(text.slice(-200)))
    return { problem: phrase`The CWE list breaks off in the middle. Download it again.` };
  const head = text.slice(0, 4000);
  const rows: string[][] = [];
  for (const match of text.matchAll(/<(Weakness|Category|View) ID="(\d{1,6})" Name="([^"]{1,400})"[^>]{0,400}>/g)) {
    rows.push([
      match[2] ?? '',
      (match[1] ?? '').charAt(0).toLowerCase(),
      plain(match[3] ?? ''),
      /Status="Deprecated"/.test(match[0]) ? 'd' : '',
    ]);
  }
  if (rows.length === 0) return { problem: phrase`This CWE list has no entries. Download it again.` };
  return { table: cweTable(/\bVersion="([^"]+)"/.exec(head)?.[1] ?? '', /\bDate="([^"]+)"/.exec(head)?.[1] ?? '', rows) };
}

function cweFromCsv(text: string): Imported {
  const rows: string[][] = [];
  for (const match of text.matchAll(/^"?(\d{1,6})"?,(?:"((?:[^"\n]|""){1,400})"|([^",\n]{1,400})),/gm)) {
    const name = (match[2] ?? match[3] ?? '').replace(/""/g, '"');
    rows.push([match[1] ?? '', 'w', name, name.startsWith('DEPRECATED') ? 'd' : '']);
  }
  if (rows.length === 0) return { problem: phrase`This CWE list has no entries. Download it again.` };
  return { table: cweTable('', '', rows) };
}

function cweTable(version: string, date: string, rows: readonly (readonly string[])[]): string {
  return tableText(
    {
      table: 'cwe',
      version,
      date: date || 'an unknown date',
      source: 'a CWE list of this workspace',
      licence: '© The MITRE Corporation, CWE Terms of Use.',
    },
    rows,
  );
}
