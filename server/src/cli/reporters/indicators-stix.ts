// Owns: an appendix of indicators as a STIX 2.1 bundle: patterns, marks, ids that follow from the content.
// Must not know: how indicators are chosen, files.
import type { IndicatorKind, TlpLevel } from '../../core/extract/facts.ts';
import { uuid5 } from '../uuid.ts';

export interface StixIndicator {
  readonly kind: IndicatorKind;
  readonly value: string;
  readonly defanged: string;
  readonly malicious: boolean;
  readonly tlp: TlpLevel;
  /** ISO day from which it counts. */
  readonly from: string;
}

/** Our own namespace: STIX 2.1 (section 2.9) keeps its own for observables. */
const NAMESPACE = '6f0c1d52-7f43-4d0b-9a3e-2c8f5f0b7c41';

/** Marks of TLP 2.0 as OASIS publishes them (cti-stix-common-objects, extension definition "TLP 2.0"). */
const TLP_EXTENSION = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
const TLP_MARKS: Readonly<Record<TlpLevel, string>> = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  'AMBER+STRICT': 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
};

/** The bundle as JSON, and the indicators that STIX has no pattern for. Equal indicators make an equal bundle. */
export function indicatorsStix(indicators: readonly StixIndicator[]): {
  readonly json: string;
  readonly skipped: readonly StixIndicator[];
} {
  const skipped: StixIndicator[] = [];
  const objects: { readonly id: string }[] = [];
  for (const level of new Set(indicators.map(({ tlp }) => tlp))) {
    objects.push({
      type: 'marking-definition',
      spec_version: '2.1',
      id: TLP_MARKS[level],
      created: '2022-10-01T00:00:00.000Z',
      name: `TLP:${level}`,
      extensions: { [TLP_EXTENSION]: { extension_type: 'property-extension', tlp_2_0: level.toLowerCase() } },
    } as { readonly id: string });
  }
  for (const indicator of indicators) {
    const pattern = patternOf(indicator.kind, indicator.value);
    if (pattern === undefined) {
      skipped.push(indicator);
      continue;
    }
    const from = `${indicator.from}T00:00:00.000Z`;
    const content = {
      created: from,
      modified: from,
      name: indicator.defanged,
      indicator_types: [indicator.malicious ? 'malicious-activity' : 'unknown'],
      pattern,
      pattern_type: 'stix',
      pattern_version: '2.1',
      valid_from: from,
      object_marking_refs: [TLP_MARKS[indicator.tlp]],
    };
    // The id follows from all of the content: whoever changes something makes another object, never another version of this one.
    const id = `indicator--${uuid5(NAMESPACE, JSON.stringify(content))}`;
    objects.push({ type: 'indicator', spec_version: '2.1', id, ...content } as { readonly id: string });
  }
  const id = `bundle--${uuid5(NAMESPACE, objects.map(object => object.id).join('\n'))}`;
  return { json: `${JSON.stringify({ type: 'bundle', id, ...(objects.length > 0 ? { objects } : {}) }, null, 2)}\n`, skipped };
}

const HASHES: Readonly<Partial<Record<IndicatorKind, string>>> = {
  md5: 'MD5',
  sha1: "'SHA-1'",
  sha256: "'SHA-256'",
  sha512: "'SHA-512'",
  ssdeep: 'SSDEEP',
};
const HIVES: Readonly<Record<string, string>> = {
  HKLM: 'HKEY_LOCAL_MACHINE',
  HKCU: 'HKEY_CURRENT_USER',
  HKCR: 'HKEY_CLASSES_ROOT',
  HKU: 'HKEY_USERS',
  HKCC: 'HKEY_CURRENT_CONFIG',
};

/** A pattern of STIX Patterning (section 9 of STIX 2.1); undefined for kinds without an observable of the standard. */
export function patternOf(kind: IndicatorKind, value: string): string | undefined {
  const hash = HASHES[kind];
  if (hash) return `[file:hashes.${hash} = ${literal(value)}]`;
  switch (kind) {
    case 'ipv4':
    case 'ipv6':
      return addressPattern(`${kind}-addr`, value);
    case 'domain':
      return addressPattern('domain-name', value);
    case 'url':
      return `[url:value = ${literal(value)}]`;
    case 'email':
      return `[email-addr:value = ${literal(value)}]`;
    case 'imphash':
      return `[file:extensions.'windows-pebinary-ext'.imphash = ${literal(value)}]`;
    case 'asn':
      return /^AS\d+$/i.test(value) ? `[autonomous-system:number = ${value.slice(2)}]` : undefined;
    case 'registry-key':
      return `[windows-registry-key:key = ${literal(value.replace(/^[A-Z]+(?=\\)/i, hive => HIVES[hive.toUpperCase()] ?? hive))}]`;
    case 'file-path': {
      const cut = Math.max(value.lastIndexOf('\\'), value.lastIndexOf('/'));
      const name = `file:name = ${literal(value.slice(cut + 1))}`;
      if (cut < 0) return `[${name}]`;
      if (cut === value.length - 1) return `[directory:path = ${literal(value.slice(0, cut))}]`;
      return `[${name} AND file:parent_directory_ref.path = ${literal(value.slice(0, cut) || '/')}]`;
    }
    default:
      return undefined;
  }
}

/** An address; one with a port is where traffic goes. A bare IPv6 address has colons and no port. */
function addressPattern(type: string, value: string): string {
  const withPort = type === 'ipv6-addr' ? /^\[([^\]]*)\]:(\d{1,5})$/.exec(value) : /^([^:]*):(\d{1,5})$/.exec(value);
  if (!withPort) return `[${type}:value = ${literal(value.replace(/^\[|\]$/g, ''))}]`;
  const [, host = '', port] = withPort;
  return `[network-traffic:dst_ref.type = '${type}' AND network-traffic:dst_ref.value = ${literal(host)} AND network-traffic:dst_port = ${Number(port)}]`;
}

/** A string of a pattern: backslash and quote are escaped. */
function literal(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
