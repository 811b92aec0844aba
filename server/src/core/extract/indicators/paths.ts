// Owns: paths of files and keys of the Windows registry in a text.
// Must not know: hosts, context.
import { isHost, match, push, runEnd, type Scan } from './scan-state.ts';

/** How a key of the registry starts. */
export const REGISTRY = /(?:HKEY_(?:LOCAL_MACHINE|CURRENT_USER|CLASSES_ROOT|USERS|CURRENT_CONFIG)|HK(?:LM|CU|CR|U|CC)):?\\/iy;
/** How a path with backslashes starts. */
export const WINDOWS_PATH = /(?:[A-Za-z]:\\|\\\\(?:\?\\|\.\\)?[A-Za-z0-9_.-]{1,63}\\|%[A-Za-z][A-Za-z0-9_()]{1,40}%\\)/y;
const UNIX_PATH =
  /(?:~\/(?=\.|[^\s/]+\/[^\s/])|\/(?:etc|tmp|var|usr|home|opt|bin|sbin|dev|root|Library|Users|private|System|Applications|mnt|media|proc|sys|boot|lib|lib64|srv|run|data|sdcard|Volumes)\/)[A-Za-z0-9._~@%+=:/-]*[A-Za-z0-9_~/-]/y;
const PATH_CHAR = /[^\s"<>|*?;,`“”‘’«»()]/;

/** End of a path with backslashes. A space belongs to it only where a short name and another backslash or an extension follow. */
function backslashEnd(text: string, from: number): number {
  let end = from;
  let lookedUpTo = -1;
  while (end < text.length) {
    const char = text[end] as string;
    if (PATH_CHAR.test(char)) end++;
    else if (char === '(' && end > 0 && /^\((?:x86|x64|x32)\)/i.test(text.slice(end, end + 5))) end += 5;
    else if (
      char === ' ' &&
      end >= lookedUpTo &&
      /^ [\w.()&+-]{1,32}(?: [\w.()&+-]{1,24}){0,2}(?:\\|\.(?:exe|dll|sys|bat|ps1|lnk|docx?|xlsx?|pdf|txt|vbs|js|zip|iso|dat|log)\b)/i.test(
        text.slice(end, end + 96),
      )
    ) {
      lookedUpTo = end + 1;
      end++;
    } else break;
  }
  while (end > from && ".:'*_!][".includes(text[end - 1] as string)) end--;
  return end;
}

/** Reads the path at `at`, where `WINDOWS_PATH` matches; answers where to go on. */
export function readWindowsPath(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1] as string)) return at + 1;
  const root = match(WINDOWS_PATH, text, at) ?? '';
  const end = backslashEnd(text, at + root.length);
  if (end <= at + root.length - (root.endsWith('\\') ? 0 : 1)) return at + Math.max(root.length, 1);
  push(scan, at, end, 'file-path', text.slice(at, end));
  return end;
}

/** Reads the key at `at`, where `REGISTRY` matches; answers where to go on. */
export function readRegistry(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && isHost(text, at - 1)) return runEnd(text, at);
  const end = backslashEnd(text, at + (match(REGISTRY, text, at)?.length ?? 0));
  push(scan, at, end, 'registry-key', text.slice(at, end));
  return end;
}

/** Reads what may be a path with slashes; answers where to go on. */
export function readUnixPath(scan: Scan, at: number): number {
  const { text } = scan;
  if (at > 0 && !/[\s("'“‘`=:|[]/.test(text[at - 1] as string)) return at + 1;
  const found = match(UNIX_PATH, text, at);
  if (!found) return at + 1;
  push(scan, at, at + found.length, 'file-path', found);
  return at + found.length;
}
