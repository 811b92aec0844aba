// Owns: answering for code lenses; what they say is worked out when they are seen.
// Must not know: what stands where.
import type { CodeLens, Range } from 'vscode-languageserver';
import { type LensText, lensesOf, paragraphLens, sourceLens, verdictLens } from '../core/ide/lenses.ts';
import { toLocations, toOffset, toRange } from './convert.ts';
import type { Feature } from './feature.ts';
import type { Session } from './session.ts';

interface LensData {
  readonly uri: string;
  /** Of a Source. */
  readonly key?: string;
  /** Id of an annotation with a verdict. */
  readonly annotation?: string;
}

export const codeLens: Feature = {
  capabilities: { codeLensProvider: { resolveProvider: true } },
  register(session) {
    const { connection } = session;
    connection.onCodeLens(async ({ textDocument }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      const { annotations } = session.workspace.annotationsOf(checked.uri);
      return lensesOf(checked, annotations, session.settings.codeLens).map(({ span, key, annotation }): CodeLens => {
        const data: LensData = {
          uri: checked.uri,
          ...(key === undefined ? {} : { key }),
          ...(annotation === undefined ? {} : { annotation }),
        };
        // In front of what it is about: a lens has one line.
        return { range: toRange(session, checked.lines, { start: span.start, end: span.start }), data };
      });
    });
    connection.onCodeLensResolve(async (lens, token) => {
      const { uri, key, annotation } = (lens.data ?? {}) as Partial<LensData>;
      const checked = typeof uri === 'string' ? await session.check(uri, token) : undefined;
      if (!checked?.storyRoot) return { ...lens, command: NOTHING };
      if (typeof annotation === 'string') return { ...lens, command: verdictCommand(session, checked.uri, annotation) };
      const text =
        typeof key === 'string'
          ? sourceLens(session.workspace, checked.storyRoot, key)
          : paragraphLens(checked, toOffset(session, checked.lines, lens.range.start), session.language);
      return { ...lens, command: text ? await toCommand(session, text, checked.uri, lens.range) : NOTHING };
    });
  },
};

/** What a person said of a claim; a click shows the thread, where the client can. */
function verdictCommand(session: Session, uri: string, id: string): NonNullable<CodeLens['command']> {
  const one = session.workspace.annotationsOf(uri).annotations.find(({ annotation }) => annotation.id === id);
  if (!one) return NOTHING;
  const title = session.workspace.redact(verdictLens(one, session.language));
  const command = session.annotationCommands?.show;
  return command === undefined ? { title, command: '' } : { title, command, arguments: [session.clientUri(uri), id] };
}

/** For a lens whose paragraph went away meanwhile. */
const NOTHING = { title: '', command: '' };

/** A command of the client that shows places, where it has told one; else words alone. */
async function toCommand(
  session: Session,
  { title, places }: LensText,
  uri: string,
  range: Range,
): Promise<NonNullable<CodeLens['command']>> {
  const command = session.showReferences;
  if (command === undefined || places.length === 0) return { title, command: '' };
  return { title, command, arguments: [session.clientUri(uri), range.start, await toLocations(session, places)] };
}
