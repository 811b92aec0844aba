// Owns: what can be folded away: Sources of notes, their metadata, block quotes, regions without a rule, front matter.
// Must not know: LSP, lines.
import type { CheckedDocument } from '../engine/types.ts';
import { covers, type Span, shift } from '../text/span.ts';

export interface Fold {
  readonly span: Span;
  readonly kind: 'source' | 'metadata' | 'evidence' | 'suppression' | 'front-matter';
}

/** Folds in order of their start; the outer ones of equal starts first. Those of one line are for the host to drop. */
export function foldsOf(checked: CheckedDocument): readonly Fold[] {
  const { view, story } = checked;
  const folds: Fold[] = [];
  if (view && view.frontMatter.span.end > view.frontMatter.span.start)
    folds.push({ span: trimmed(checked.text, view.frontMatter.span), kind: 'front-matter' });
  if (checked.role === 'notes' || checked.role === 'bibliography') {
    for (const { span, items, origin, keySpan } of story?.evidence.sourcesIn(checked.uri) ?? []) {
      if (origin !== 'file') folds.push({ span: trimmed(checked.text, span), kind: 'source' });
      const listed = origin === 'heading' ? items.filter(item => item.keySpan.start > keySpan.end && covers(span, item.keySpan)) : [];
      const first = listed[0];
      const last = listed.at(-1);
      if (first && last) folds.push({ span: { start: first.keySpan.start, end: last.valueSpan.end }, kind: 'metadata' });
    }
  }
  folds.push(...blockQuotes(checked), ...suppressed(checked));
  return folds.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Paragraphs of one block quote together. */
function blockQuotes({ view, text }: CheckedDocument): Fold[] {
  const folds: Fold[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { facts, offset } of view?.segments ?? []) {
    for (const block of facts.tree.blocks) {
      const span = shift(block.span, offset);
      const isQuoted = (block.quoted ?? 0) > 0;
      if (isQuoted && open && /^[>\s]*$/.test(text.slice(open.end, span.start)) && !/\n[ \t]*\r?\n/.test(text.slice(open.end, span.start)))
        open.end = span.end;
      else if (isQuoted) {
        if (open) folds.push({ span: open, kind: 'evidence' });
        open = { ...span };
      }
    }
  }
  if (open) folds.push({ span: open, kind: 'evidence' });
  return folds;
}

/** From a comment that switches rules off to the one that switches them on, or to the end. */
function suppressed({ view, text }: CheckedDocument): Fold[] {
  const folds: Fold[] = [];
  const open: number[] = [];
  for (const { fact, segment } of view?.all('suppressions') ?? []) {
    const span = shift(fact.span, segment.offset);
    if (fact.kind === 'disable') open.push(span.start);
    const start = fact.kind === 'enable' ? open.pop() : undefined;
    if (start !== undefined) folds.push({ span: { start, end: span.end }, kind: 'suppression' });
  }
  for (const start of open) folds.push({ span: trimmed(text, { start, end: text.length }), kind: 'suppression' });
  return folds;
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
