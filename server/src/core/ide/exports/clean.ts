// Owns: a draft as it may be published: without Backdraft's marks, without pointers into the notes, protected names blacked out.
// Must not know: where the copy is written.
import { applyEdits } from '../../engine/edits.ts';
import type { CheckedDocument, Workspace } from '../../engine/types.ts';
import { BLACK } from '../../evidence/redaction.ts';
import type { DocumentView, ResolvedCitation, StoryView } from '../../rules/types.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { covers, type Span, shift, slice } from '../../text/span.ts';
import { HiddenParts, HiddenSources } from '../shown.ts';
import { type Edit, footnoteEdits, lineOf, pointerEdits, spacesBefore, wikiLabel } from './pointers.ts';

export interface CleanCopy {
  readonly text: string;
  /** Protected names that are blacked out in it. */
  readonly names: number;
  /** Citations of Sources that this draft may not name, which are gone. */
  readonly citations: number;
  /** Pictures from the folders of notes, which are gone. */
  readonly pictures: number;
  /** Marks of footnotes that the draft does not have, which stand in it as they are. */
  readonly bareMarks: number;
  /** Parts with a mark above the draft's. The words of a draft stay whatever their mark. */
  readonly markedAbove: number;
}

/** Keys of front matter that only Backdraft reads. */
const OWN_KEYS: ReadonlySet<string> = new Set(['backdraft', 'backdraft-disable', 'audience', 'scale']);

/** The copy of a checked draft. Footnotes and citations of what may be named stay; so do line ends. */
export function cleanCopy(workspace: Workspace, { text }: CheckedDocument, view: DocumentView, story: StoryView): CleanCopy {
  const cited = [...citationEdits(view, story)];
  const refusedNotes = new Set(view.citations.flatMap(one => (isRefusedNote(one, view, story) ? [one.citation.target] : [])));
  const pointers = pointerEdits(view, story);
  const edits = outermost([
    ...frontMatterEdits(view),
    ...commentEdits(view),
    ...footnoteEdits(refusedNotes, view),
    ...cited,
    ...pointers.edits,
  ]);
  // Words that stay of a link or a picture may name such a Source, too; what is cited within them is no edit of its own any more.
  const hidden = new HiddenSources(story.sources, source => !story.mayOffer(source, view));
  const kept = applyEdits(
    text,
    edits.map(edit => ({ ...edit, newText: hidden.inWords(edit.newText) })),
  );
  return {
    text: workspace.redact(kept),
    names: workspace.findProtected(kept).length,
    citations: cited.filter(({ refused }) => refused).length + pointers.refused,
    pictures: pointers.pictures,
    bareMarks: bareMarks(view).filter(mark => isKept(slice(text, mark), mark, edits)).length,
    markedAbove: new HiddenParts(view, story, view.tlp ?? story.defaultTlp).count,
  };
}

/** Marks of footnotes that are nowhere in the draft. */
function bareMarks({ segments }: DocumentView): readonly Span[] {
  const known = new Set(segments.flatMap(({ facts }) => facts.tree.footnotes.map(({ label }) => label.toLowerCase())));
  return segments.flatMap(({ facts, offset }) =>
    facts.citations
      .filter(({ form, target }) => form === 'footnote' && !known.has(target.toLowerCase()))
      .map(({ span }) => shift(span, offset)),
  );
}

/** Whether words of the draft are still there after the edits. */
function isKept(words: string, span: Span, edits: readonly Edit[]): boolean {
  return edits.every(edit => !covers(edit.span, span) || edit.newText.includes(words));
}

/** Edits without those inside of what another one takes out. */
function outermost(edits: readonly Edit[]): readonly Edit[] {
  let end = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
    .filter(({ span }) => {
      if (span.end <= end && span.start < end) return false;
      end = Math.max(end, span.end);
      return true;
    });
}

function isRefusedNote({ citation, source }: ResolvedCitation, view: DocumentView, story: StoryView): boolean {
  return citation.form === 'footnote' && source !== undefined && !story.mayOffer(source, view);
}

function* frontMatterEdits({ frontMatter, text }: DocumentView): Generator<Edit> {
  const own = frontMatter.items.filter(({ key }) => OWN_KEYS.has(key));
  if (own.length === 0) return;
  if (own.length === frontMatter.items.length) {
    yield { span: lineOf(text, frontMatter.span), newText: '' };
    return;
  }
  for (const { keySpan, valueSpan } of own)
    yield { span: lineOf(text, { start: keySpan.start, end: Math.max(keySpan.end, valueSpan.end) }), newText: '' };
}

/** Suppressions and marks of opinion; a line that holds nothing else goes with them. */
function* commentEdits({ segments, text }: DocumentView): Generator<Edit> {
  for (const { facts, offset } of segments) {
    for (const fact of facts.suppressions) {
      const span = shift(fact.span, offset);
      const { start, end } = lineOf(text, span);
      const isAlone = text.slice(start, span.start).trim() === '' && text.slice(span.end, end).trim() === '';
      if (isAlone) yield { span: { start, end }, newText: '' };
      else yield { span: { start: spacesBefore(text, span.start), end: span.end }, newText: '' };
    }
  }
}

/** Citations of Sources that may not be named, and labels in the place of wiki links. */
function* citationEdits(view: DocumentView, story: StoryView): Generator<Edit & { readonly refused: boolean }> {
  const { text } = view;
  for (const { citation, segment, source } of view.citations) {
    if (!source) continue;
    const span = shift(citation.span, segment.offset);
    const refused = !story.mayOffer(source, view);
    const label = citation.form === 'wiki' ? wikiLabel(slice(text, span)) : undefined;
    if (label !== undefined && !refused) yield { span, newText: label, refused };
    if (!refused) continue;
    const words = { start: spacesBefore(text, span.start), end: span.end };
    if (citation.form === 'footnote') yield { span, newText: '', refused };
    if (citation.form === 'pandoc') yield { span: bracketAround(text, span) ?? words, newText: '', refused };
    if (citation.form === 'bare') yield { span, newText: BLACK, refused };
  }
}

/** `[@a; @b]` around one of its keys, with the space before it. */
function bracketAround(text: string, { start, end }: Span): Span | undefined {
  const from = text.lastIndexOf('[', start);
  const to = text.indexOf(']', end - 1);
  if (from < 0 || to < 0 || /[\]\n]/.test(text.slice(from + 1, start)) || text.slice(end, to).includes('\n')) return undefined;
  return { start: spacesBefore(text, from), end: to + 1 };
}

/** Sentences on what a clean copy leaves out, and on what a person should look at before publishing it. */
export function cleanCopyWords({ names, citations, pictures, bareMarks, markedAbove }: CleanCopy): readonly Phrase[] {
  return [
    ...(names > 0 ? [names === 1 ? phrase`1 protected name blacked out.` : phrase`${names} protected names blacked out.`] : []),
    ...(citations > 0
      ? [
          citations === 1
            ? phrase`1 citation of a source that this draft may not name left out.`
            : phrase`${citations} citations of sources that this draft may not name left out.`,
        ]
      : []),
    ...(pictures > 0
      ? [
          pictures === 1
            ? phrase`1 picture from the notes left out; its description stands in its place.`
            : phrase`${pictures} pictures from the notes left out; their descriptions stand in their place.`,
        ]
      : []),
    ...(bareMarks > 0
      ? [
          bareMarks === 1
            ? phrase`1 mark of a footnote that this draft does not have stands in the copy. Look at it before you publish.`
            : phrase`${bareMarks} marks of footnotes that this draft does not have stand in the copy. Look at them before you publish.`,
        ]
      : []),
    ...(markedAbove > 0
      ? [
          markedAbove === 1
            ? phrase`1 part of this draft is marked above it, and stands in the copy. Look at it before you publish.`
            : phrase`${markedAbove} parts of this draft are marked above it, and stand in the copy. Look at them before you publish.`,
        ]
      : []),
  ];
}
