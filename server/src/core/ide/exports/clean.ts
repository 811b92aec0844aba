// Owns: a draft as it may be published: without Backdraft's marks, without pointers into the notes, protected names blacked out.
// Must not know: where the copy is written.
import { applyEdits } from '../../engine/edits.ts';
import type { CheckedDocument, Workspace } from '../../engine/types.ts';
import { BLACK } from '../../evidence/redaction.ts';
import type { DocumentView, ResolvedCitation, StoryView } from '../../rules/types.ts';
import { type Span, shift, slice } from '../../text/span.ts';

export interface CleanCopy {
  readonly text: string;
  /** Protected names that are blacked out in it. */
  readonly names: number;
  /** Citations of Sources that this draft may not name, which are gone. */
  readonly citations: number;
}

interface Removal {
  readonly span: Span;
  readonly newText: string;
}

/** Keys of front matter that only Backdraft reads. */
const OWN_KEYS: ReadonlySet<string> = new Set(['backdraft', 'backdraft-disable', 'audience', 'scale']);

/** The copy of a checked draft. Footnotes and citations of what may be named stay; so do line ends. */
export function cleanCopy(workspace: Workspace, { text }: CheckedDocument, view: DocumentView, story: StoryView): CleanCopy {
  const pointers = view.citations.flatMap(citation => pointerEdits(citation, view, story));
  const kept = applyEdits(text, [...frontMatterEdits(view), ...commentEdits(view), ...pointers.flatMap(({ edits }) => edits)]);
  return {
    text: workspace.redact(kept),
    names: workspace.findProtected(kept).length,
    citations: pointers.filter(({ refused }) => refused).length,
  };
}

function* frontMatterEdits({ frontMatter, text }: DocumentView): Generator<Removal> {
  const own = frontMatter.items.filter(({ key }) => OWN_KEYS.has(key));
  if (own.length === 0) return;
  if (own.length === frontMatter.items.length) {
    yield { span: { start: frontMatter.span.start, end: lineEnd(text, frontMatter.span.end) }, newText: '' };
    return;
  }
  for (const { keySpan, valueSpan } of own)
    yield { span: { start: lineStart(text, keySpan.start), end: lineEnd(text, Math.max(keySpan.end, valueSpan.end)) }, newText: '' };
}

/** Suppressions and marks of opinion; a line that holds nothing else goes with them. */
function* commentEdits({ segments, text }: DocumentView): Generator<Removal> {
  for (const { facts, offset } of segments) {
    for (const fact of facts.suppressions) {
      const span = shift(fact.span, offset);
      const start = lineStart(text, span.start);
      const end = lineEnd(text, span.end);
      const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
      if (isAlone) yield { span: { start, end }, newText: '' };
      else yield { span: { start: spacesBefore(text, span.start), end: span.end }, newText: '' };
    }
  }
}

/** Pointers that would be dead in print, and those to Sources that may not be named. */
function pointerEdits(
  { citation, segment, source }: ResolvedCitation,
  view: DocumentView,
  story: StoryView,
): readonly { readonly refused: boolean; readonly edits: readonly Removal[] }[] {
  if (!source) return [];
  const { text } = view;
  const span = shift(citation.span, segment.offset);
  const refused = !story.mayOffer(source, view);
  const removed = (edits: readonly Removal[]) => [{ refused, edits }];
  const words = { start: spacesBefore(text, span.start), end: span.end };
  switch (citation.form) {
    case 'wiki': {
      const label = refused ? undefined : /\|([^\]]*)\]\]$/.exec(slice(text, span))?.[1]?.trim();
      return removed([label ? { span, newText: label } : { span: words, newText: '' }]);
    }
    case 'link': {
      if (!refused && /^[a-z][a-z0-9+.-]*:/i.test(citation.target)) return [];
      const inline = segment.facts.tree.inlines.find(({ kind, span: of }) => kind === 'link' && of.start === citation.span.start);
      return removed([{ span, newText: inline ? slice(segment.facts.tree.text, inline.content) : '' }]);
    }
    case 'footnote':
      return refused ? removed([{ span, newText: '' }, ...definitionEdits(citation.target, view)]) : [];
    case 'pandoc':
      return refused ? removed([{ span: bracketAround(text, span) ?? words, newText: '' }]) : [];
    case 'bare':
      return refused ? removed([{ span, newText: BLACK }]) : [];
  }
}

/** The definitions of a footnote that nothing points at any longer. */
function* definitionEdits(label: string, { segments, text }: DocumentView): Generator<Removal> {
  for (const { facts, offset } of segments) {
    for (const footnote of facts.tree.footnotes) {
      if (footnote.label.toLowerCase() !== label.toLowerCase()) continue;
      const span = shift(footnote.span, offset);
      yield { span: { start: span.start, end: lineEnd(text, span.end) }, newText: '' };
    }
  }
}

/** `[@a; @b]` around one of its keys, with the space before it. */
function bracketAround(text: string, { start, end }: Span): Span | undefined {
  const from = text.lastIndexOf('[', start);
  const to = text.indexOf(']', end - 1);
  if (from < 0 || to < 0 || /[\]\n]/.test(text.slice(from + 1, start)) || text.slice(end, to).includes('\n')) return undefined;
  return { start: spacesBefore(text, from), end: to + 1 };
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}

/** Past the line break that ends the line of an offset. */
function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const next = text.indexOf('\n', offset);
  return next < 0 ? text.length : next + 1;
}

function spacesBefore(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  return start;
}
