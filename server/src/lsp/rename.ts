// Owns: answering for renaming of Sources, and for files that are renamed.
// Must not know: what a renaming changes.
import {
  type CancellationToken,
  type FileOperationRegistrationOptions,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameKeys } from '../core/annotations/keys.ts';
import { isWithin, joinUri, normalUri, relativePath } from '../core/engine/uri.ts';
import { editsOf, mayHold, movesOf, type Renaming, renamableAt, renameTo } from '../core/ide/rename.ts';
import type { Edit } from '../core/rules/types.ts';
import { toOffset, toRange, toWorkspaceEdit } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

/** A sidecar larger than this is not read. */
const MOST_BYTES = 64_000_000;

/** Files whose names are keys, and folders that may hold them. */
const NOTES: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*.{md,markdown,txt,pdf,docx}', matches: 'file' } }, { pattern: { glob: '**', matches: 'folder' } }],
};

export const rename: Feature = {
  capabilities: ({ prepareRename, willRenameFiles, didRenameFiles }) => ({
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    workspace: { fileOperations: { ...(willRenameFiles ? { willRename: NOTES } : {}), ...(didRenameFiles ? { didRename: NOTES } : {}) } },
  }),
  register(session) {
    const { connection } = session;
    connection.onPrepareRename(async ({ textDocument, position }, token) => {
      const checked = await session.check(textDocument.uri, token);
      const found = checked && renamableAt(checked, toOffset(session, checked.lines, position));
      return found ? { range: toRange(session, checked.lines, found.span), placeholder: found.source.key } : null;
    });
    connection.onRenameRequest(async ({ textDocument, position, newName }, token) => {
      const checked = await session.check(textDocument.uri, token);
      const found = checked && renamableAt(checked, toOffset(session, checked.lines, position));
      if (!found || checked.storyRoot === undefined) return null;
      const renaming = renameTo(session.workspace, checked.storyRoot, found.source, newName);
      if ('problem' in renaming)
        throw new ResponseError(LSPErrorCodes.RequestFailed, session.workspace.redact(session.language.of(renaming.problem)));
      if (renaming.paths.size > 0 && !session.abilities.renameFiles) {
        const said = session.language
          .say`This key is the name of the file ${found.source.path}, which this editor cannot rename here. Rename the file yourself.`;
        throw new ResponseError(LSPErrorCodes.RequestFailed, said);
      }
      return toWorkspaceEdit(
        session,
        await editsIn(session, checked.storyRoot, renaming, token),
        [],
        movedFiles(checked.storyRoot, renaming),
      );
    });
    if (session.abilities.willRenameFiles) {
      connection.workspace.onWillRenameFiles(async ({ files }, token): Promise<WorkspaceEdit | null> => {
        const edits: Edit[] = [];
        for (const [root, paths] of movedPaths(session, files)) {
          const story = session.workspace.storyOf(joinUri(root, 'x'))?.view;
          if (story && !story.dormant) edits.push(...(await editsIn(session, root, movesOf(story, paths), token)));
        }
        return edits.length > 0 ? ((await toWorkspaceEdit(session, edits)) ?? null) : null;
      });
    }
  },
};

/** Edits of all files of a Story. */
async function editsIn(session: Session, root: string, renaming: Renaming, token: CancellationToken): Promise<readonly Edit[]> {
  const { workspace, host } = session;
  const edits: Edit[] = [];
  if (renaming.keys.size === 0 && renaming.paths.size === 0) return edits;
  for (const { uri, storyRoot, role } of workspace.files()) {
    if (storyRoot !== root || role === 'configuration' || role === 'off') continue;
    const { sidecar, annotations } = workspace.annotationsOf(uri);
    const isMoved = renaming.paths.has(relativePath(root, uri) ?? '');
    if (annotations.length > 0 && renaming.keys.size > 0 && !isMoved) edits.push(...(await editsInSidecar(session, sidecar, renaming)));
    const text = workspace.textOf(uri);
    if (text !== undefined && !mayHold(text, relativePath(root, uri) ?? '', renaming)) continue;
    await host.pause();
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
    const checked = await workspace.checkFile(uri);
    if (checked) edits.push(...editsOf(checked, renaming));
  }
  return edits;
}

/** What verdicts rest on, and mentions in comments. A sidecar that moves with its file in the same step is left alone: the client renames it. */
async function editsInSidecar({ host }: Session, sidecar: string, { keys }: Renaming): Promise<readonly Edit[]> {
  const content = await host.files.read(sidecar, { maxBytes: MOST_BYTES });
  return content.kind === 'text' ? renameKeys(content.text, keys).map(edit => ({ uri: sidecar, ...edit })) : [];
}

function movedFiles(root: string, { paths }: Renaming): { readonly oldUri: string; readonly newUri: string }[] {
  return [...paths].map(([from, to]) => ({ oldUri: joinUri(root, from), newUri: joinUri(root, to) }));
}

/** Old and new paths of a Story's files that are renamed, alone or with their folder, by the Story's folder. */
function movedPaths(
  { workspace }: Session,
  files: readonly { readonly oldUri: string; readonly newUri: string }[],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const moves = files.map(({ oldUri, newUri }) => ({ from: normalUri(oldUri), to: normalUri(newUri) }));
  const byStory = new Map<string, Map<string, string>>();
  for (const { uri, storyRoot } of workspace.files()) {
    const move = moves.find(({ from }) => isWithin(from, uri));
    const path = relativePath(storyRoot, uri);
    const newPath = move && relativePath(storyRoot, move.to + uri.slice(move.from.length));
    // What leaves the Story, or moves with all of it, keeps its name for its neighbours.
    if (!move || path === undefined || newPath === undefined || newPath === path) continue;
    const paths = byStory.get(storyRoot) ?? new Map<string, string>();
    byStory.set(storyRoot, paths.set(path, newPath));
  }
  return byStory;
}
