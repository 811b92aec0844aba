// Owns: what kinds of things of public knowledge are called: fields of terms, kinds of indicators and names, severities.
// Must not know: where the words are shown.
import type { IndicatorKind } from '../extract/facts.ts';
import type { severityOf } from '../extract/references/cvss.ts';
import type { KnownName } from '../knowledge/knowledge.ts';
import type { Field } from '../lexicon/terms/terms.ts';
import { type Phrase, phrase } from '../text/phrases.ts';

export const FIELD_WORDS: Readonly<Record<Field, Phrase>> = {
  attacks: phrase`attacks`,
  'cloud and software': phrase`cloud and software`,
  cryptography: phrase`cryptography`,
  identity: phrase`identity`,
  intelligence: phrase`intelligence`,
  'law and privacy': phrase`law and privacy`,
  malware: phrase`malware`,
  networks: phrase`networks`,
  operations: phrase`operations`,
  systems: phrase`systems`,
  vulnerabilities: phrase`vulnerabilities`,
};

/** Kinds whose names are not the same in every language; the others are called by their own. */
const INDICATOR_WORDS: Partial<Record<IndicatorKind, Phrase>> = {
  ipv4: phrase`IPv4 address`,
  ipv6: phrase`IPv6 address`,
  domain: phrase`domain`,
  email: phrase`email address`,
  'file-path': phrase`file path`,
  'registry-key': phrase`registry key`,
  asn: phrase`autonomous system`,
  wallet: phrase`wallet`,
  hash: phrase`hash`,
};

export function indicatorWords(kind: IndicatorKind): Phrase | string {
  return INDICATOR_WORDS[kind] ?? kind;
}

export const NAME_WORDS: Readonly<Record<KnownName['kind'], Phrase>> = {
  actor: phrase`actor`,
  malware: phrase`malware`,
  tool: phrase`tool`,
};

export const SEVERITY_WORDS: Readonly<Record<ReturnType<typeof severityOf>, Phrase>> = {
  none: phrase`none`,
  low: phrase`low`,
  medium: phrase`medium`,
  high: phrase`high`,
  critical: phrase`critical`,
};
