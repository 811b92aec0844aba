// Owns: arithmetic on uri strings.
// Must not know: file systems, workspaces.
import { URI, Utils } from 'vscode-uri';

/** The one spelling that the engine uses for a uri, whatever the client's escaping. */
export function normalUri(uri: string): string {
  const parsed = URI.parse(uri);
  const path = parsed.path.length > 1 && parsed.path.endsWith('/') ? parsed.path.slice(0, -1) : parsed.path;
  return parsed.with({ path }).toString();
}

/** Child of a folder. */
export function joinUri(folder: string, ...names: readonly string[]): string {
  return Utils.joinPath(URI.parse(folder), ...names).toString();
}

/** The folder that holds a file or folder; the root is its own parent. */
export function parentUri(uri: string): string {
  return Utils.dirname(URI.parse(uri)).toString();
}

/** Last part of the path, unescaped. */
export function baseName(uri: string): string {
  return Utils.basename(URI.parse(uri));
}

/** Whether `uri` is `folder` or lies below it. */
export function isWithin(folder: string, uri: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** Path of `uri` from `folder`, unescaped, with "/"; undefined when it does not lie below. */
export function relativePath(folder: string, uri: string): string | undefined {
  if (!isWithin(folder, uri) || uri === folder) return undefined;
  const from = URI.parse(folder).path;
  return URI.parse(uri).path.slice(from.endsWith('/') ? from.length : from.length + 1);
}

/** A path from a configuration, relative to the file that holds it. */
export function resolvePath(fileUri: string, path: string): string {
  return Utils.resolvePath(URI.parse(parentUri(fileUri)), path).toString();
}

/** Whether a uri is that of a document that was never saved. */
export function isUntitled(uri: string): boolean {
  return uri.startsWith('untitled:');
}

/** The file that a document which was never saved is going to be; of one without a path yet, a uri that nothing has. */
export function targetOfUntitled(uri: string): string {
  return uri.replace(/^untitled:(?=\/)/, 'file://');
}
