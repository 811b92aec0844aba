// Owns: one segment's text to its tree: blocks, inlines, prose, comments, footnotes, sentences.
// Must not know: other segments, facts.
import { isCostly } from './cost.ts';
import { toMdast } from './markdown.ts';
import { parsePlain } from './plain.ts';
import { plainParagraph } from './plain-markdown.ts';
import { project } from './project.ts';
import type { Definitions, Markup, SegmentTree } from './types.ts';

export { definitionsOf, mentions, normalizeLabel } from './definitions.ts';

const NONE: Definitions = { links: new Map(), footnotes: new Set() };

/**
 * Parses one segment. `definitions` are those of the whole document, or at least those that `mentions` names; the
 * segment's own need not be among them. Never throws: text that cannot be parsed at a fair price becomes plain
 * paragraphs.
 */
export function parseSegment(text: string, markup: Markup, definitions: Definitions = NONE): SegmentTree {
  if (markup === 'plain') return parsePlain(text, markup);
  const root = plainParagraph(text) ?? (isCostly(text) ? undefined : toMdast(text, definitions));
  if (!root) return parsePlain(text, markup);
  try {
    return project(text, root, definitions);
  } catch {
    return parsePlain(text, markup);
  }
}
