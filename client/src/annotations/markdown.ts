// Owns: showing what people wrote: Markdown that runs, links and loads nothing.
// Must not know: where it comes from.
import { MarkdownString } from 'vscode';

/** More of a body than this is not rendered. */
const MOST_SHOWN = 20_000;

/** A body as safe Markdown: no HTML, no commands, no links, no images; what they say stays readable. */
export function safeMarkdown(body: string): MarkdownString {
  const shown = body.length > MOST_SHOWN ? `${body.slice(0, MOST_SHOWN)}…` : body;
  const markdown = new MarkdownString(withoutLinks(shown));
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}

/**
 * Takes the meaning from every sign that could start a link, an image or HTML, and breaks up addresses that would become links
 * by themselves. Emphasis, lists, quotes and code stay.
 */
export function withoutLinks(text: string): string {
  return text
    .replace(/[[\]<>!&\\]/g, sign => `&#${sign.charCodeAt(0)};`)
    .replace(/:(?=\S)/g, '&#58;')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\./gi, 'www&#46;');
}
