// Owns: labels: which a segment defines, which it may refer to, how two spellings of one label compare.
// Must not know: how definitions of segments are merged or cached.
import type { Nodes } from 'mdast';
import { isCostly } from './cost.ts';
import { toMdast } from './markdown.ts';
import type { Definitions, Markup } from './types.ts';

const NONE: Definitions = { links: new Map(), footnotes: new Set() };

/** One spelling for all that Markdown takes for the same label: white space as one space, case folded (CommonMark 0.31, "matches"). */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/** A line of plain text that defines a footnote: groups are the opening, the label, the colon. */
export const PLAIN_FOOTNOTE = /^(\[\^)([^\s[\]]{1,999})(\]:)/;

/** What a segment defines: links with their targets, and footnotes, both by normalised label. The first of a label counts. */
export function definitionsOf(text: string, markup: Markup): Definitions {
  if (!text.includes(']:')) return NONE;
  if (markup === 'plain') return { links: NONE.links, footnotes: plainFootnotes(text) };
  return footnotesOnly(text) ?? parsedDefinitions(text);
}

/** Normalised labels that a segment may refer to, as a link or as a footnote: at times more than it does, never fewer. */
export function mentions(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let open = -1;
  for (let at = text.indexOf('['); at >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) at++;
    else if (code === 91) open = at + 1;
    else if (code === 93 && open >= 0) {
      if (at > open && at - open <= 2000) addLabel(labels, text.slice(open, at));
      open = -1;
    }
  }
  return labels;
}

function addLabel(labels: Set<string>, raw: string): void {
  // Inside a block quote a label may go on after the mark of the next line.
  const flat = raw.replace(/[\r\n][ \t>]*/g, ' ');
  const label = normalizeLabel(flat);
  if (label === '') return;
  labels.add(label);
  if (label.startsWith('^')) labels.add(label.slice(1));
}

function plainFootnotes(text: string): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const label = line.startsWith('[^') ? PLAIN_FOOTNOTE.exec(line)?.[2] : undefined;
    if (label) labels.add(normalizeLabel(label));
  }
  return labels;
}

/** The usual case, without a parse: a run of footnotes and nothing that could hide or hold other definitions. */
function footnotesOnly(text: string): Definitions | undefined {
  if (!text.startsWith('[^') || /[<>`~\\\t\r]/.test(text)) return undefined;
  const footnotes = new Set<string>();
  let count = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const label = PLAIN_FOOTNOTE.exec(line)?.[2];
    if (label === undefined) {
      if (line.includes(']:')) return undefined;
      continue;
    }
    if (line.indexOf(']:') !== line.lastIndexOf(']:')) return undefined;
    footnotes.add(normalizeLabel(label));
    count++;
  }
  return count > 0 ? { links: NONE.links, footnotes } : undefined;
}

function parsedDefinitions(text: string): Definitions {
  if (isCostly(text)) return NONE;
  const tree = toMdast(text, NONE);
  if (!tree) return NONE;
  const links = new Map<string, string>();
  const footnotes = new Set<string>();
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'definition') {
      const label = normalizeLabel(node.identifier);
      if (!links.has(label)) links.set(label, node.url);
    } else if (node.type === 'footnoteDefinition') footnotes.add(normalizeLabel(node.identifier));
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes);
  }
  return { links, footnotes };
}
