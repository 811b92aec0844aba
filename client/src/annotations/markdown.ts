// Owns: showing what people wrote: words as they are, Markdown that runs, links and loads nothing.
// Must not know: where it comes from.
import { MarkdownString } from 'vscode';
import { withoutLinks } from './harmless.ts';

/** More of a body than this is not rendered. */
const MOST_SHOWN = 20_000;

/** What Markdown would give a meaning to. Most of what people write has none of it. */
const MARKUP =
  /[*`~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[ \t]*(?:[-+>]|#{1,6}|\d{1,9}[.)])(?:[ \t]|$)|^(?: {4}|\t)|^[ \t]*[-=]{2,}[ \t]*$/mu;

/**
 * A body that runs, links and loads nothing: a text without markup as it is, which VS Code never takes for more; else safe Markdown.
 * VS Code's panel looks for the words of a filter in what is answered here, so that it is changed as little as can be.
 */
export function safeBody(body: string): string | MarkdownString {
  const shown = body.length > MOST_SHOWN ? `${body.slice(0, MOST_SHOWN)}…` : body;
  if (!MARKUP.test(shown)) return shown;
  const markdown = new MarkdownString(withoutLinks(shown));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}
