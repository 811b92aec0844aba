// Owns: what a host says of itself: reserved, a publisher's, malformed, in disguise, how far it is defanged.
// Must not know: what stands around it.
import type { Indicator } from '../facts.ts';
import {
  fromPunycode,
  hasKnownSuffix,
  ipv4Parts,
  ipv6Groups,
  isReservedDomain,
  isReservedIpv4,
  isReservedIpv6,
  lookalikeOf,
} from './addresses.ts';
import { KNOWN_PUBLISHERS } from './lists.ts';
import type { PlainView } from './refang.ts';
import type { Extra } from './scan-state.ts';

/** The host of an authority, without user and port, in lower case. */
export function hostOf(authority: string): string | undefined {
  const at = authority.lastIndexOf('@');
  const rest = at < 0 ? authority : authority.slice(at + 1);
  const six = /^\[([0-9a-f:.]{2,45})\](?::\d{1,5})?$/i.exec(rest);
  if (six) return six[1];
  const host = rest.replace(/:\d{0,5}$/, '').toLowerCase();
  if (host === '' || host.length > 253) return host.length > 253 ? host.slice(0, 254) : undefined;
  return host;
}

/** What an indicator with this host is; undefined where it can be no host. */
export function judgeHost(host: string): Extra | undefined {
  if (host.includes(':')) {
    const groups = ipv6Groups(host);
    if (!groups) return { malformed: 'impossible-address' };
    return isReservedIpv6(groups) ? { harmless: 'reserved' } : {};
  }
  const parts = ipv4Parts(host);
  if (parts) {
    if (parts.some(part => part > 255)) return { malformed: 'impossible-address' };
    return isReservedIpv4(parts) ? { harmless: 'reserved' } : {};
  }
  const fault = domainFault(host);
  if (fault === 'no-domain') return undefined;
  if (host === 'localhost' || isReservedDomain(host)) return { harmless: 'reserved' };
  if (!host.includes('.')) return undefined;
  return { malformed: fault ?? (hasKnownSuffix(host) ? undefined : 'unknown-tld'), lookalike: disguise(host) };
}

/** What a domain passes itself off as. */
export function disguise(domain: string): Indicator['lookalike'] | undefined {
  const decoded = fromPunycode(domain);
  if (decoded !== undefined) return { kind: 'punycode', shown: decoded };
  const shown = lookalikeOf(domain);
  return shown === undefined ? undefined : { kind: 'homoglyph', shown };
}

/** What is wrong with the labels; `no-domain` when it can be none at all. */
export function domainFault(domain: string): string | undefined {
  if (!/^[\p{L}\p{N}\p{M}_.-]+$/u.test(domain)) return 'no-domain';
  const labels = domain.split('.');
  if (labels.some(label => label === '') || /^\d+$/.test(labels[labels.length - 1] ?? '')) return 'no-domain';
  if (domain.length > 253 || labels.some(label => label.length > 63)) return 'label-length';
  if (labels.some(label => label.startsWith('-') || label.endsWith('-'))) return 'label-hyphen';
  return undefined;
}

/** `full` when what a reader could click is broken: a dot of an IP address, the last dot of a domain, a colon of IPv6. */
export function hostIsDefanged(marks: PlainView['marks'], authority: string, hostAt: number, host: string): 'full' | 'part' | 'none' {
  if (marks.length === 0) return 'none';
  if (ipv4Parts(host) || host.includes(':')) return 'full';
  const from = authority.lastIndexOf('@') + 1;
  const lastDot = authority.lastIndexOf('.');
  if (marks.some(mark => mark.at === hostAt + lastDot)) return 'full';
  return marks.some(mark => mark.at >= hostAt + from) ? 'part' : 'none';
}

/** Whether a host belongs to a body that publishes, or lies below one. */
export function isPublisher(host: string): boolean {
  if (/\.(?:gov|mil|int|edu)$|\.(?:gov|gob|gouv|mil|ac|edu)\.[a-z]{2}$/.test(host)) return true;
  for (let from = 0; ; ) {
    if (KNOWN_PUBLISHERS.has(host.slice(from))) return true;
    const dot = host.indexOf('.', from);
    if (dot < 0) return false;
    from = dot + 1;
  }
}
