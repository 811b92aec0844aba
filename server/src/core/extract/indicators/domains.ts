// Owns: domains and mailboxes in a text, and what only looks like one: files, products, members of objects.
// Must not know: URLs with a scheme, addresses.
import { COMMON_TOP_LEVEL_DOMAINS } from '../../lexicon/tlds.ts';
import type { Indicator } from '../facts.ts';
import { hasKnownSuffix, isReservedDomain } from './addresses.ts';
import { disguise, domainFault, isPublisher } from './hosts.ts';
import { CODE_WORDS, FILE_SUFFIXES, PRODUCTS, WORD_SUFFIXES } from './lists.ts';
import { isHost, marksIn, originalPlace, push, runEnd, type Scan } from './scan-state.ts';
import { tailOf } from './urls.ts';

/** Reads a run with dots as a domain, with port and path; answers where to go on. */
export function readDomain(scan: Scan, from: number, end: number, run: string): number {
  const { text } = scan;
  const marks = marksIn(scan, from, end);
  // Underscores at its start belong to a name in code; "_dmarc" and the like are names of DNS.
  const domain = run.toLowerCase();
  const fault = domainFault(domain);
  if (fault === 'no-domain') return end;
  const labels = domain.split('.');
  const suffix = labels[labels.length - 1] ?? '';
  const known = hasKnownSuffix(domain);
  const spaced = marks.some(mark => mark.spaced);
  if (marks.length === 0 ? !known : !/^(?:xn--[a-z0-9-]+|\p{L}{2,})$/u.test(suffix)) return end;
  if (spaced && !COMMON_TOP_LEVEL_DOMAINS.has(suffix)) return end;
  if (marks.length === 0 && fault !== undefined) return end;
  const lastDot = from + domain.lastIndexOf('.');
  const written = marks.length === 0 ? 'plain' : marks.some(mark => mark.at === lastDot) ? 'defanged' : 'half-defanged';
  const tail = tailOf(text, end);
  const isUrl = /[/?]/.test(tail) && tail !== '/';
  const reserved = isReservedDomain(domain);
  const harmless = reserved
    ? 'reserved'
    : marks.length === 0
      ? plainHarmless(scan, from, run, labels, suffix, isUrl)
      : fileLike(labels, suffix)
        ? 'file-name'
        : undefined;
  if (harmless === 'none') return end;
  const authority = /^:\d+/.exec(tail)?.[0] ?? '';
  const to = isUrl ? end + tail.length : end + authority.length;
  push(scan, from, to, isUrl ? 'url' : 'domain', `${domain}${isUrl ? tail : authority}`, {
    malformed: harmless ? undefined : (fault ?? (known ? undefined : 'unknown-tld')),
    harmless,
    written,
    styles: marks.map(mark => mark.style),
    lookalike: disguise(domain),
  });
  return to;
}

function fileLike(labels: readonly string[], suffix: string): boolean {
  return (
    labels.length === 2 &&
    /^(?:exe|dll|php|html?|aspx?|jsp|js|vbs|ps1|bat|docx?|xlsx?|pdf|txt|lnk|iso|dat|tmp|hta|jar|apk|bin|csv|json|xml)$/.test(suffix)
  );
}

/** Why a domain in plain spelling may be none; `none` when it is none at all. */
function plainHarmless(
  scan: Scan,
  from: number,
  run: string,
  labels: readonly string[],
  suffix: string,
  isUrl: boolean,
): Indicator['harmless'] | 'none' | undefined {
  const { text, around } = scan;
  const place = originalPlace(scan, from);
  const written = run.split('.');
  const lastWritten = written[written.length - 1] ?? '';
  const before = text[from - 1] ?? '';
  const after = text[from + run.length] ?? '';
  // "the end.In": a space was forgotten. Mixed case never ends a domain.
  if (lastWritten !== suffix && lastWritten !== lastWritten.toUpperCase()) return PRODUCTS.has(labels.join('.')) ? 'product' : 'none';
  if (labels.some(label => label === '' || /^_|_$/.test(label)) || /[\\$]/.test(before)) return 'none';
  if (after === '(' || before === '/' || after === '\\') return 'none';
  if (PRODUCTS.has(labels.join('.')) || PRODUCTS.has(labels.slice(-2).join('.'))) return 'product';
  // Members of objects and keys of settings: "request.query.foo", "ms.date: 2024".
  const isRare = !COMMON_TOP_LEVEL_DOMAINS.has(suffix);
  if (isRare && !isUrl && (labels.some(label => CODE_WORDS.has(label)) || (after === ':' && /\s/.test(text[from + run.length + 1] ?? ''))))
    return 'product';
  const www = labels[0] === 'www';
  if (www) return isPublisher(labels.join('.')) ? 'publisher' : undefined;
  const named =
    /\b(?:domains?|sub-?domains?|web ?sites?|sites?|hosts?|hostnames?|servers?|visit|c2|url|sinkhole[ds]?|registered)\b[^.!?]{0,24}$/.test(
      around.before(place),
    );
  if (FILE_SUFFIXES.has(suffix) && !named && !(isUrl && COMMON_TOP_LEVEL_DOMAINS.has(suffix))) {
    const domainLike =
      COMMON_TOP_LEVEL_DOMAINS.has(suffix) && /[-\d]/.test(labels[labels.length - 2] ?? '') && around.about(place, 'domain');
    if (!domainLike) return 'file-name';
  }
  if (/^(?:com|org|net|io|edu|gov|java|javax|android|androidx|de|uk)$/.test(labels[0] ?? '') && labels.length > 2 && !named)
    return 'product';
  const single = labels.slice(0, -1).every(label => label.length === 1);
  if (single && labels.length > 2) return 'none';
  if (labels.length === 2 && lastWritten === lastWritten.toUpperCase() && lastWritten !== suffix && (labels[0] ?? '').length <= 2)
    return 'none';
  if (isPublisher(labels.join('.'))) return 'publisher';
  // Capitals in the middle or of both parts name a product or a class: "Socket.io", "ASP.NET", "SharePoint.Online".
  const capital = /^\p{Lu}/u.test(written[0] ?? '');
  if (written.length > 1 && written.slice(1).some(label => /^\p{Lu}\p{Ll}/u.test(label))) return 'product';
  if (capital && labels.length === 2 && lastWritten === suffix) return 'product';
  if (/^[A-Z]+$/.test(run.replace(/\./g, '')) && suffix === 'net') return 'product';
  if (
    labels.some(label => CODE_WORDS.has(label)) &&
    !named &&
    !isUrl &&
    (WORD_SUFFIXES.has(suffix) || !COMMON_TOP_LEVEL_DOMAINS.has(suffix))
  )
    return 'product';
  if (COMMON_TOP_LEVEL_DOMAINS.has(suffix) && !WORD_SUFFIXES.has(suffix)) return undefined;
  if (named || isUrl || around.about(place, 'suspect') || around.about(place, 'domain')) return undefined;
  return /[-\d]/.test(labels.join('')) && !/_/.test(labels.join('')) && COMMON_TOP_LEVEL_DOMAINS.has(suffix) ? undefined : 'product';
}

/** Reads the mailbox whose `@` stands at `sign`; answers where to go on. */
export function readEmail(scan: Scan, at: number, sign: number): number {
  const { text } = scan;
  const stop = runEnd(text, sign + 1);
  let from = at;
  for (let back = 0; back < 64 && from > 0 && /[+%]/.test(text[from - 1] as string); back++) {
    from--;
    while (from > 0 && isHost(text, from - 1) && back < 64) {
      from--;
      back++;
    }
  }
  const last = scan.found[scan.found.length - 1];
  if (last && originalPlace(scan, from) < last.span.end) from = at;
  while (from < sign && /[.-]/.test(text[from] as string)) from++;
  let end = stop;
  while (end > sign + 1 && /[._-]/.test(text[end - 1] as string)) end--;
  const domain = text.slice(sign + 1, end).toLowerCase();
  const local = text.slice(from, sign);
  const marks = marksIn(scan, from, end);
  const fault = domainFault(domain);
  if (local === '' || local.length > 64 || !domain.includes('.') || fault === 'no-domain' || (local === 'git' && text[end] === ':'))
    return stop;
  const known = hasKnownSuffix(domain);
  if (!known && marks.length === 0) return stop;
  const lastDot = sign + 1 + domain.lastIndexOf('.');
  const broken = marks.some(mark => mark.at === sign || mark.at === lastDot);
  push(scan, from, end, 'email', `${local}@${domain}`, {
    malformed: fault ?? (known ? undefined : 'unknown-tld'),
    harmless: isReservedDomain(domain) ? 'reserved' : marks.length === 0 && isPublisher(domain) ? 'publisher' : undefined,
    written: marks.length === 0 ? 'plain' : broken ? 'defanged' : 'half-defanged',
    styles: marks.map(mark => mark.style),
    lookalike: disguise(domain),
  });
  return stop;
}
