// Owns: the identifiers and indicators that Sources hold, and the one nearest to a wrong one.
// Must not know: rules, drafts, findings.
import type { Indicator } from '../extract/facts.ts';
import { indicatorsOf } from '../extract/indicators.ts';
import { editDistance } from '../text/distance.ts';
import type { Passage, Source } from './types.ts';

/** What one Source holds. Values are canonical (refanged, lower case). */
export interface SourceIdentifiers {
  /** CVE, CWE and ATT&CK ids. */
  readonly ids: ReadonlySet<string>;
  readonly indicators: ReadonlyMap<string, { readonly indicator: Indicator; readonly passage: Passage }>;
}

const KNOWN = new WeakMap<Source, SourceIdentifiers>();
const ID = /(?<![\p{L}\p{N}])(?:CVE-\d{4}-\d{4,10}|CWE-\d{1,5}|TA\d{4}|T\d{4}(?:\.\d{3})?|[GSCM]\d{4})(?![\p{L}\p{N}]|\.\d)/gu;
const NEXT = /(?<=CVE-(\d{4})-\d{4,10})(?:,? ?(?:and|or|&)|[,/]) ?-(\d{4,7})/g;

/** Identifiers of a Source, read once as long as it lives. */
export function identifiersOf(source: Source): SourceIdentifiers {
  const known = KNOWN.get(source);
  if (known) return known;
  const ids = new Set<string>();
  const indicators = new Map<string, { indicator: Indicator; passage: Passage }>();
  for (const passage of source.passages) {
    for (const match of passage.text.matchAll(ID)) ids.add(match[0]);
    for (const match of passage.text.matchAll(NEXT)) ids.add(`CVE-${match[1]}-${match[2]}`);
    for (const indicator of indicatorsOf(passage.text)) {
      const before = indicators.get(indicator.value);
      if (!before || (before.indicator.written === 'plain' && indicator.written !== 'plain'))
        indicators.set(indicator.value, { indicator, passage });
    }
  }
  const found = { ids, indicators };
  KNOWN.set(source, found);
  return found;
}

/** The one value of `candidates` that is nearest to `value` within `limit` edits; undefined where two are equally near. */
export function onlyNearest(value: string, candidates: Iterable<string>, limit = 2): string | undefined {
  let best: string | undefined;
  let distance = limit + 1;
  for (const candidate of new Set(candidates)) {
    if (candidate === value) continue;
    const edits = editDistance(value, candidate, limit);
    if (edits < distance) {
      best = candidate;
      distance = edits;
    } else if (edits === distance && edits <= limit) best = undefined;
  }
  return best;
}

/** The host of a url, domain, address or mailbox; the value itself for anything else. */
export function hostOf(value: string): string {
  const rest = value.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '');
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  return authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
}
