// Owns: what can be completed at an offset: citation keys.
// Must not know: LSP, how editors filter and insert.
import type { Workspace } from '../engine/types.ts';
import type { Source } from '../evidence/types.ts';
import type { Span } from '../text/span.ts';
import { plain } from './markdown.ts';

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly markdown: string;
  /** What is replaced, and by what. */
  readonly span: Span;
  readonly newText: string;
  readonly filterText: string;
}

const OPENERS = /(?:\[@|;\s*@|\[\^|\[\[|(?:^|[\s(])@)([\p{L}\p{N}_.:/-]*)$/u;

/** Completions at an offset of a draft: keys of Sources that may be offered there. */
export function completionsAt(workspace: Workspace, uri: string, offset: number): readonly Completion[] {
  const checked = workspace.check(uri);
  if (!checked?.view || !checked.story || checked.role !== 'draft') return [];
  const line = checked.lines.lineSpan(checked.lines.lineAt(offset));
  const before = checked.text.slice(Math.max(line.start, offset - 200), offset);
  const match = OPENERS.exec(before);
  if (!match) return [];
  const typed = match[1] ?? '';
  const rest = /^[\p{L}\p{N}_.:/-]*/u.exec(checked.text.slice(offset, line.end))?.[0] ?? '';
  const opener = match[0].slice(0, match[0].length - typed.length).trimStart();
  const after = checked.text.slice(offset + rest.length, offset + rest.length + 2);
  const close = opener.startsWith('[[')
    ? after === ']]'
      ? ''
      : after.startsWith(']')
        ? ']'
        : ']]'
    : opener.startsWith('[')
      ? after.startsWith(']') || after.startsWith(';')
        ? ''
        : ']'
      : '';
  const { story, view } = checked;
  const sources = [...story.sources.values()].filter(source => story.mayOffer(source, view));
  return sources.map(source => ({
    label: source.key,
    detail: [source.metadata.published, source.title].filter(Boolean).join(' · '),
    markdown: preview(source),
    span: { start: offset - typed.length, end: offset + rest.length },
    newText: source.key + close,
    filterText: source.key,
  }));
}

function preview(source: Source): string {
  return source.passages
    .slice(0, 2)
    .map(passage => `> ${plain(passage.text, 240)}`)
    .join('\n\n');
}
