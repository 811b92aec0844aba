// Owns: CVSS vectors of versions 2, 3.0, 3.1 and 4.0: their syntax, their scores, severity words.
// Must not know: prose, documents. Scores come from the calculator package.
import { CVSS20, CVSS30, CVSS31, CVSS40 } from '@pandatix/js-cvss';
import type { CvssFact } from '../facts.ts';

export type CvssVersion = '2.0' | '3.0' | '3.1' | '4.0';

type Metrics = Readonly<Record<string, readonly string[]>>;

const V2: Metrics = {
  AV: ['L', 'A', 'N'],
  AC: ['H', 'M', 'L'],
  Au: ['M', 'S', 'N'],
  C: ['N', 'P', 'C'],
  I: ['N', 'P', 'C'],
  A: ['N', 'P', 'C'],
  E: ['ND', 'U', 'POC', 'F', 'H'],
  RL: ['ND', 'OF', 'TF', 'W', 'U'],
  RC: ['ND', 'UC', 'UR', 'C'],
  CDP: ['ND', 'N', 'L', 'LM', 'MH', 'H'],
  TD: ['ND', 'N', 'L', 'M', 'H'],
  CR: ['ND', 'L', 'M', 'H'],
  IR: ['ND', 'L', 'M', 'H'],
  AR: ['ND', 'L', 'M', 'H'],
};
const V3: Metrics = {
  AV: ['N', 'A', 'L', 'P'],
  AC: ['L', 'H'],
  PR: ['N', 'L', 'H'],
  UI: ['N', 'R'],
  S: ['U', 'C'],
  C: ['N', 'L', 'H'],
  I: ['N', 'L', 'H'],
  A: ['N', 'L', 'H'],
  E: ['X', 'U', 'P', 'F', 'H'],
  RL: ['X', 'O', 'T', 'W', 'U'],
  RC: ['X', 'U', 'R', 'C'],
  CR: ['X', 'L', 'M', 'H'],
  IR: ['X', 'L', 'M', 'H'],
  AR: ['X', 'L', 'M', 'H'],
  MAV: ['X', 'N', 'A', 'L', 'P'],
  MAC: ['X', 'L', 'H'],
  MPR: ['X', 'N', 'L', 'H'],
  MUI: ['X', 'N', 'R'],
  MS: ['X', 'U', 'C'],
  MC: ['X', 'N', 'L', 'H'],
  MI: ['X', 'N', 'L', 'H'],
  MA: ['X', 'N', 'L', 'H'],
};
const V4: Metrics = {
  AV: ['N', 'A', 'L', 'P'],
  AC: ['L', 'H'],
  AT: ['N', 'P'],
  PR: ['N', 'L', 'H'],
  UI: ['N', 'P', 'A'],
  VC: ['H', 'L', 'N'],
  VI: ['H', 'L', 'N'],
  VA: ['H', 'L', 'N'],
  SC: ['H', 'L', 'N'],
  SI: ['H', 'L', 'N'],
  SA: ['H', 'L', 'N'],
  E: ['X', 'A', 'P', 'U'],
  CR: ['X', 'H', 'M', 'L'],
  IR: ['X', 'H', 'M', 'L'],
  AR: ['X', 'H', 'M', 'L'],
  MAV: ['X', 'N', 'A', 'L', 'P'],
  MAC: ['X', 'L', 'H'],
  MAT: ['X', 'N', 'P'],
  MPR: ['X', 'N', 'L', 'H'],
  MUI: ['X', 'N', 'P', 'A'],
  MVC: ['X', 'N', 'L', 'H'],
  MVI: ['X', 'N', 'L', 'H'],
  MVA: ['X', 'N', 'L', 'H'],
  MSC: ['X', 'N', 'L', 'H'],
  MSI: ['X', 'N', 'L', 'H', 'S'],
  MSA: ['X', 'N', 'L', 'H', 'S'],
  S: ['X', 'N', 'P'],
  AU: ['X', 'N', 'Y'],
  R: ['X', 'A', 'U', 'I'],
  V: ['X', 'D', 'C'],
  RE: ['X', 'L', 'M', 'H'],
  U: ['X', 'Clear', 'Green', 'Amber', 'Red'],
};
const MANDATORY: Readonly<Record<CvssVersion, readonly string[]>> = {
  '2.0': ['AV', 'AC', 'Au', 'C', 'I', 'A'],
  '3.0': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '3.1': ['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'],
  '4.0': ['AV', 'AC', 'AT', 'PR', 'UI', 'VC', 'VI', 'VA', 'SC', 'SI', 'SA'],
};
const TABLES: Readonly<Record<CvssVersion, Metrics>> = { '2.0': V2, '3.0': V3, '3.1': V3, '4.0': V4 };

/** A vector as written. `text` starts at offset 0; spans of a fault count from there. */
export interface ReadVector {
  readonly version?: CvssVersion;
  /** Canonical: prefix of its version, metrics in the order of the specification, undefined ones left out. */
  readonly canonical: string;
  /** Base first, then what the optional metrics make of it. Empty for a faulty vector. */
  readonly scores: readonly number[];
  readonly fault?: NonNullable<CvssFact['fault']>;
  /** Values that would mend a missing or impossible metric, with the whole vector and its base score. */
  readonly repairs: readonly { readonly vector: string; readonly score: number }[];
}

/** Reads one vector. Total: whatever is wrong is in `fault`. Sources: the specifications of FIRST, v2 guide, v3.0, v3.1, v4.0. */
export function readVector(text: string): ReadVector {
  const prefix = /^(?:CVSS:(\d+(?:\.\d+)?)\/|CVSS2#)?/i.exec(text);
  const head = prefix?.[0] ?? '';
  const parts = text.slice(head.length).split('/');
  const names = parts.map(part => part.slice(0, Math.max(part.indexOf(':'), 0)));
  const version = versionOf(head, prefix?.[1], names);
  if (!version) {
    return {
      canonical: text,
      scores: [],
      repairs: [],
      fault: { kind: 'version', metric: prefix?.[1] ?? '', span: { start: 0, end: Math.max(head.length - 1, 0) } },
    };
  }
  const table = TABLES[version];
  const values = new Map<string, string>();
  let fault: CvssFact['fault'];
  let cased = false;
  let at = head.length;
  for (const part of parts) {
    const span = { start: at, end: at + part.length };
    at += part.length + 1;
    if (part === '') continue;
    const colon = part.indexOf(':');
    const written = part.slice(0, Math.max(colon, 0));
    const name = written in table ? written : Object.keys(table).find(key => key.toLowerCase() === written.toLowerCase());
    const raw = part.slice(colon + 1);
    const allowed = name === undefined ? [] : (table[name] ?? []);
    const value = allowed.includes(raw) ? raw : allowed.find(one => one.toLowerCase() === raw.toLowerCase());
    if (name === undefined) fault ??= { kind: 'unknown-metric', metric: written || part, span };
    else if (values.has(name)) fault ??= { kind: 'duplicate-metric', metric: name, span };
    else if (value === undefined) {
      fault ??= { kind: 'bad-value', metric: name, span };
      values.set(name, '');
    } else {
      if (name !== written || value !== raw) cased = true;
      values.set(name, value);
    }
  }
  const missing = MANDATORY[version].filter(name => !values.has(name));
  if (!fault && missing.length > 0) fault = { kind: 'missing-metric', metric: missing.join(', '), span: { start: 0, end: text.length } };
  const open = MANDATORY[version].filter(name => !values.get(name));
  if (!fault && cased) fault = { kind: 'case', metric: '', span: { start: 0, end: text.length }, fixed: write(version, values, head) };
  if (fault && fault.kind !== 'case') {
    const single = open[0];
    const repairs =
      open.length === 1 && single !== undefined && (fault.kind === 'missing-metric' || fault.kind === 'bad-value')
        ? (table[single] ?? []).map(value => {
            const whole = new Map(values).set(single, value);
            return { vector: write(version, whole, head), score: scoresOf(version, whole)[0] ?? 0 };
          })
        : [];
    return { version, canonical: text, scores: [], fault, repairs };
  }
  const canonical = write(version, values, version === '2.0' ? '' : `CVSS:${version}/`);
  return { version, canonical, scores: scoresOf(version, values), repairs: [], ...(fault ? { fault } : {}) };
}

function versionOf(head: string, number: string | undefined, names: readonly string[]): CvssVersion | undefined {
  if (number !== undefined) {
    if (number === '2' || number === '2.0') return '2.0';
    if (number === '4') return '4.0';
    return number === '3.0' || number === '3.1' || number === '4.0' ? number : undefined;
  }
  if (head !== '') return '2.0';
  const has = (name: string): boolean => names.some(one => one.toLowerCase() === name);
  if (has('au')) return '2.0';
  return has('at') || has('vc') ? '4.0' : '3.1';
}

function write(version: CvssVersion, values: ReadonlyMap<string, string>, head: string): string {
  const metrics = Object.keys(TABLES[version]).filter(name => {
    const value = values.get(name);
    return value !== undefined && value !== '' && value !== 'X' && value !== 'ND';
  });
  return head + metrics.map(name => `${name}:${values.get(name)}`).join('/');
}

function scoresOf(version: CvssVersion, values: ReadonlyMap<string, string>): readonly number[] {
  const defined = (names: readonly string[]): boolean => names.some(name => !['', 'X', 'ND', undefined].includes(values.get(name)));
  const base = MANDATORY[version].map(name => `${name}:${values.get(name)}`).join('/');
  const temporal = ['E', 'RL', 'RC'];
  try {
    if (version === '2.0') {
      const fill = (names: readonly string[]): string => names.map(name => `/${name}:${values.get(name) || 'ND'}`).join('');
      const environmental = ['CDP', 'TD', 'CR', 'IR', 'AR'];
      const calculator = new CVSS20(base + fill(temporal) + fill(environmental));
      return unique([
        calculator.BaseScore(),
        ...(defined(temporal) ? [calculator.TemporalScore()] : []),
        ...(defined(environmental) ? [environmentalScore2(values)] : []),
      ]);
    }
    const all = write(version, values, `CVSS:${version}/`);
    if (version === '4.0') return unique([new CVSS40(`CVSS:4.0/${base}`).Score(), new CVSS40(all).Score()]);
    const calculator = version === '3.0' ? new CVSS30(all) : new CVSS31(all);
    const environmental = Object.keys(V3).slice(11);
    return unique([
      calculator.BaseScore(),
      ...(defined(temporal) ? [calculator.TemporalScore()] : []),
      ...(defined(environmental) ? [calculator.EnvironmentalScore()] : []),
    ]);
  } catch {
    // The calculator refuses what the check above let through: then nothing is judged by it.
    return [];
  }
}

/** The environmental score of version 2 (v2 guide, section 3.2.3); the calculator rounds it at the wrong step. */
function environmentalScore2(values: ReadonlyMap<string, string>): number {
  const of = (name: string, numbers: Readonly<Record<string, number>>): number => numbers[values.get(name) ?? ''] ?? numbers.ND ?? 0;
  const round = (score: number): number => Math.round(score * 10) / 10;
  const impacts = { N: 0, P: 0.275, C: 0.66 };
  const needs = { L: 0.5, M: 1, H: 1.51, ND: 1 };
  const left =
    (1 - of('C', impacts) * of('CR', needs)) * (1 - of('I', impacts) * of('IR', needs)) * (1 - of('A', impacts) * of('AR', needs));
  const impact = Math.min(10, 10.41 * (1 - left));
  const exploitability =
    20 * of('AV', { L: 0.395, A: 0.646, N: 1 }) * of('AC', { H: 0.35, M: 0.61, L: 0.71 }) * of('Au', { M: 0.45, S: 0.56, N: 0.704 });
  const base = round((0.6 * impact + 0.4 * exploitability - 1.5) * (impact === 0 ? 0 : 1.176));
  const temporal = round(
    base *
      of('E', { U: 0.85, POC: 0.9, F: 0.95, H: 1, ND: 1 }) *
      of('RL', { OF: 0.87, TF: 0.9, W: 0.95, U: 1, ND: 1 }) *
      of('RC', { UC: 0.9, UR: 0.95, C: 1, ND: 1 }),
  );
  const damage = of('CDP', { N: 0, L: 0.1, LM: 0.3, MH: 0.4, H: 0.5, ND: 0 });
  return round((temporal + (10 - temporal) * damage) * of('TD', { N: 0, L: 0.25, M: 0.75, H: 1, ND: 1 }));
}

function unique(scores: readonly number[]): readonly number[] {
  return [...new Set(scores.map(score => Math.round(score * 10) / 10))].filter(score => Number.isFinite(score));
}

/** The severity word of a score by the qualitative scale of versions 3 and 4. */
export function severityOf(score: number): 'none' | 'low' | 'medium' | 'high' | 'critical' {
  if (score <= 0) return 'none';
  if (score < 4) return 'low';
  if (score < 7) return 'medium';
  return score < 9 ? 'high' : 'critical';
}
