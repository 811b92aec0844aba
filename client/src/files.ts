// Owns: reading files for the server: of virtual workspaces, and all of them for a server in a web worker.
// Must not know: which files the server asks for, or why.
import { type Disposable, type FileStat, FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FileInfo,
  type FileParams,
  LIST_FOLDER_REQUEST,
  READ_FILE_REQUEST,
  type ReadFileParams,
  type ReadFileResult,
  STAT_FILE_REQUEST,
  WRITE_FILE_REQUEST,
  type WriteFileParams,
  type WriteFileResult,
} from '../../server/src/protocol.ts';

/** Answers the server's requests for files. `mayRead` keeps it to the workspace and the extension's own files. */
export function answerFileRequests(client: BaseLanguageClient, mayRead: (uri: Uri) => boolean): Disposable[] {
  return [
    client.onRequest(READ_FILE_REQUEST, async ({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> => {
      const at = Uri.parse(uri);
      if (!mayRead(at)) return { kind: 'problem', problem: 'unreadable', detail: 'outside of the workspace' };
      try {
        const { size } = await workspace.fs.stat(at);
        const bytes = size > maxBytes ? undefined : await workspace.fs.readFile(at);
        if (bytes && bytes.length <= maxBytes) return { kind: 'bytes', base64: base64Of(bytes) };
        return { kind: 'problem', problem: 'too-large', detail: `${Math.round((bytes?.length ?? size) / 1e6)} MB` };
      } catch (error) {
        const code = error instanceof FileSystemError ? error.code : String(error);
        return { kind: 'problem', problem: code === 'FileNotFound' ? 'missing' : 'unreadable', detail: code };
      }
    }),
    client.onRequest(LIST_FOLDER_REQUEST, async ({ uri }: FileParams): Promise<FileInfo[]> => {
      const at = Uri.parse(uri);
      if (!mayRead(at)) return [];
      try {
        const entries = await workspace.fs.readDirectory(at);
        // Where a linked folder leads is not known here: it might lead in a circle.
        return entries.filter(([, type]) => !isLinkedFolder(type)).map(([name, type]) => ({ name, type: typeOf(type) }));
      } catch {
        return [];
      }
    }),
    client.onRequest(STAT_FILE_REQUEST, async ({ uri }: FileParams): Promise<FileInfo | null> => {
      const at = Uri.parse(uri);
      if (!mayRead(at)) return null;
      try {
        return infoOf(at.path.slice(at.path.lastIndexOf('/') + 1), await workspace.fs.stat(at));
      } catch {
        return null;
      }
    }),
    client.onRequest(WRITE_FILE_REQUEST, async ({ uri, text }: WriteFileParams): Promise<WriteFileResult> => {
      const at = Uri.parse(uri);
      // Nothing but sidecars is ever written for the server.
      if (!mayRead(at) || !at.path.endsWith('.annotations.jsonl'))
        return { ok: false, problem: 'unreadable', detail: 'outside of the workspace' };
      if (workspace.fs.isWritableFileSystem(at.scheme) === false) return { ok: false, problem: 'read-only', detail: at.scheme };
      try {
        await workspace.fs.writeFile(at, new TextEncoder().encode(text));
        return { ok: true };
      } catch (error) {
        const code = error instanceof FileSystemError ? error.code : String(error);
        return { ok: false, problem: code === 'NoPermissions' ? 'read-only' : 'unreadable', detail: code };
      }
    }),
  ];
}

function infoOf(name: string, { type, size, mtime }: FileStat): FileInfo {
  return { name, type: typeOf(type), size, mtime };
}

function typeOf(type: FileType): FileInfo['type'] {
  if (type & FileType.File) return 'file';
  return type & FileType.Directory ? 'folder' : 'other';
}

function isLinkedFolder(type: FileType): boolean {
  return (type & FileType.SymbolicLink) !== 0 && (type & FileType.Directory) !== 0;
}

/** Base64, built in pieces that fit on the stack. */
function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
