// Owns: finding identifiers of public security knowledge in a segment: CVE, ATT&CK, CWE, CVSS.
// Must not know: other segments, notes, rules.
import type { Reference } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { findAttack } from './references/attack.ts';
import { findCves } from './references/cves.ts';
import { findCvss } from './references/cvss-in-prose.ts';
import { findCwes } from './references/cwes.ts';
import { piecesOf } from './references/pieces.ts';

/** References in order, with what the tables at hand say of them. Vectors are pointed at by index (`cvss.vector`). */
export function extractReferences({ tree, knowledge }: ExtractInput): readonly Reference[] {
  const { prose } = tree;
  // Most prose holds none: one look tells.
  if (!/CVE|CWE|CVSS|AV:|[TGSCMAN]\d{4}|scor|rated|rating|severity/i.test(prose)) return [];
  const pieces = piecesOf(tree);
  const found: Reference[] = [
    ...findCves(tree, pieces, knowledge),
    ...findAttack(tree, pieces, knowledge),
    ...findCwes(tree, pieces, knowledge),
  ];
  const cvss = findCvss(tree, pieces);
  const all = [...found, ...cvss].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  // Vectors were counted among their own kind; now they stand among all.
  const places = new Map(all.map((reference, at) => [reference, at]));
  return all.map(reference => {
    const vector = reference.cvss?.vector;
    const target = vector === undefined ? undefined : cvss[vector];
    const at = target && places.get(target);
    return reference.cvss && at !== undefined ? { ...reference, cvss: { ...reference.cvss, vector: at } } : reference;
  });
}
