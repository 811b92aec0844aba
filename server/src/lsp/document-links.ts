// Owns: answering for links in a document. Where a link into a file leads is worked out when it is followed.
// Must not know: what links where.
import type { DocumentLink } from 'vscode-languageserver';
import { linksOf } from '../core/ide/links.ts';
import type { Span } from '../core/text/span.ts';
import { toRange } from './convert.ts';
import type { Feature } from './feature.ts';

interface LinkData {
  readonly uri: string;
  readonly span: Span;
}

export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  register(session) {
    const { connection } = session;
    connection.onDocumentLinks(async ({ textDocument }, token) => {
      const checked = await session.check(textDocument.uri, token);
      if (!checked) return null;
      return linksOf(checked).map((link): DocumentLink => {
        const range = toRange(session, checked.lines, link.span);
        const tooltip = session.abilities.linkTooltips ? { tooltip: session.workspace.redact(session.language.of(link.tooltip)) } : {};
        if ('url' in link) return { range, ...tooltip, target: link.url };
        return { range, ...tooltip, data: link.place satisfies LinkData };
      });
    });
    connection.onDocumentLinkResolve(async link => {
      const place = dataOf(link.data);
      const lines = place && (await session.linesOf(place.uri));
      if (!place || !lines) return link;
      // Editors take the fragment for a line.
      return { ...link, target: `${session.clientUri(place.uri)}#L${lines.lineAt(place.span.start) + 1}` };
    });
  },
};

/** What a link brings back, if it is one of ours and of this Story's files. */
function dataOf(data: unknown): LinkData | undefined {
  const { uri, span } = (data ?? {}) as Partial<LinkData>;
  return typeof uri === 'string' && typeof span?.start === 'number' ? { uri, span } : undefined;
}
