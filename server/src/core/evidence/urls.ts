// Owns: when two addresses mean the same page, and where a relative link leads.
// Must not know: Sources, files. Nothing is ever fetched.

/** Query parameters that only track where a visitor came from. */
const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|yclid|ref|ref_src|ref_url|cmpid|ocid|smid|s_cid|spm|_hsenc|_hsmi|mkt_tok|at_\w+|ito|xtor)$/i;

/** What two addresses of one page have in common: no scheme, `www.`, fragment, tracking parameters, closing slash; host in lower case. */
export function sameUrlKey(url: string): string {
  let rest = url.trim().replace(/^<|>$/g, '').replaceAll('hxxp', 'http').replaceAll('[.]', '.');
  rest = rest.replace(/^[a-z][a-z0-9+.-]{0,20}:\/\//i, '').replace(/^\/\//, '');
  const fragment = rest.indexOf('#');
  if (fragment >= 0) rest = rest.slice(0, fragment);
  const question = rest.indexOf('?');
  const query = question < 0 ? '' : rest.slice(question + 1);
  let path = question < 0 ? rest : rest.slice(0, question);
  const slash = path.indexOf('/');
  let host = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
  path = slash < 0 ? '' : path.slice(slash);
  host = host
    .replace(/^(?:www|m|mobile|amp)\./, '')
    .replace(/:(?:80|443)$/, '')
    .replace(/\.$/, '');
  path = decode(path).replace(/\/(?:index\.html?|amp)$/, '/');
  let end = path.length;
  while (end > 0 && path.charAt(end - 1) === '/') end--;
  path = path.slice(0, end);
  const kept = query
    .split('&')
    .filter(part => part !== '' && !TRACKING.test(part.split('=', 1)[0] as string))
    .map(decode)
    .sort();
  return `${host}${path}${kept.length > 0 ? `?${kept.join('&')}` : ''}`;
}

/** Whether a link's target is an address of its own, and not a path beside the file. */
export function isAbsoluteUrl(target: string): boolean {
  return /^[a-z][a-z0-9+.-]{0,20}:/i.test(target) || target.startsWith('//');
}

/** Folder part of a path with "/", with the closing slash; empty at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** A relative link's path from the Story's folder; undefined when it leads out of it. Its fragment stands apart. */
export function resolveLink(fromPath: string, target: string): { readonly path: string; readonly fragment: string } | undefined {
  const hash = target.indexOf('#');
  const fragment = hash < 0 ? '' : decode(target.slice(hash + 1));
  let path = decode(hash < 0 ? target : target.slice(0, hash)).replaceAll('\\', '/');
  const question = path.indexOf('?');
  if (question >= 0) path = path.slice(0, question);
  const parts = path.startsWith('/')
    ? []
    : folderOf(fromPath)
        .split('/')
        .filter(part => part !== '');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return { path: parts.join('/'), fragment };
}

/** Path of a relative link from one file to another; both from the Story's folder. */
export function relativeLink(fromPath: string, toPath: string): string {
  const from = fromPath.split('/').slice(0, -1);
  const to = toPath.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/');
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
