// Owns: which Sources a writer may cite for a passage, the likeliest first, and the edits that cite each.
// Must not know: how they are offered.
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Match, Source } from '../evidence/types.ts';
import { insertCitation } from '../rules/claims/fixes.ts';
import type { Edit, PlacedSegment } from '../rules/types.ts';
import { type Span, shift, slice } from '../text/span.ts';

export interface CitableSource {
  readonly key: string;
  readonly name: string;
  readonly published?: string;
  readonly grade?: string;
  /** The passage that bears on the words best; absent where none does. */
  readonly passage?: { readonly uri: string; readonly span: Span; readonly text: string };
  /** The sentence cites it already. */
  readonly cited: boolean;
  readonly edits: readonly Edit[];
}

export interface Citable {
  /** The sentence that the citation goes to. */
  readonly sentence: Span;
  readonly sources: readonly CitableSource[];
}

/** Passages that are looked at; each Source shows its best. */
const PASSAGES = 200;
/** Share of the best score below which a passage does not bear on the words. */
const BEARS = 0.3;

/** Undefined where no sentence of a draft stands. Sources that the draft may not name are left out. */
export function citableAt(workspace: Workspace, uri: string, selection: Span): Citable | undefined {
  const checked = workspace.check(uri);
  const { view, story } = checked ?? {};
  if (!checked || !view || !story || checked.role !== 'draft') return undefined;
  const place = sentenceAt(checked, selection);
  if (!place) return undefined;
  const sentence = shift(place.span, place.segment.offset);
  const words =
    selection.end > selection.start
      ? slice(checked.text, selection)
      : slice(place.segment.facts.tree.prose, place.span).replace(/\s+/g, ' ');
  const matches = bestBySource(story.evidence.search(words, { limit: PASSAGES }));
  const least = BEARS * Math.max(0, ...[...matches.values()].map(({ score }) => score));
  const cited = new Set(
    view.citations
      .filter(({ citation, segment }) => segment.index === place.segment.index && citation.sentence === place.index)
      .map(({ source }) => source?.key),
  );
  const offered = [...story.sources.values()].filter(source => story.mayOffer(source, view)).sort(byRank(matches, least));
  const sources = offered.flatMap(source => {
    const fix = insertCitation(view, story, place.segment, place.index, source.key);
    return fix ? [citable(source, matches.get(source.key), least, cited.has(source.key), fix.edits)] : [];
  });
  return { sentence, sources };
}

/** Edits that cite one Source at a place, where the draft may name it. */
export function citeAt(workspace: Workspace, uri: string, selection: Span, key: string): readonly Edit[] | undefined {
  const checked = workspace.check(uri);
  const place = checked && sentenceAt(checked, selection);
  if (!checked?.view || !checked.story || checked.role !== 'draft' || !place) return undefined;
  return insertCitation(checked.view, checked.story, place.segment, place.index, key)?.edits;
}

interface SentencePlace {
  readonly segment: PlacedSegment;
  /** Among the segment's sentences. */
  readonly index: number;
  /** Relative to the segment. */
  readonly span: Span;
}

/** The last sentence that a selection touches; of a cursor behind it too, as long as it is on that line. */
export function sentenceAt(checked: CheckedDocument, selection: Span): SentencePlace | undefined {
  let last: SentencePlace | undefined;
  for (const segment of checked.view?.segments ?? []) {
    for (const [index, { span, block }] of segment.facts.tree.sentences.entries()) {
      const { start, end } = shift(span, segment.offset);
      if (segment.facts.tree.blocks[block]?.kind === 'footnote') continue;
      if (start > selection.end || (start === selection.end && selection.end > selection.start)) return last;
      const reaches = end > selection.start || !checked.text.slice(end, selection.start).includes('\n');
      if (reaches) last = { segment, index, span };
    }
  }
  return last;
}

function bestBySource(matches: readonly Match[]): ReadonlyMap<string, Match> {
  const best = new Map<string, Match>();
  for (const match of matches) if (!best.has(match.passage.source.key)) best.set(match.passage.source.key, match);
  return best;
}

/** By how well their best passage bears on the words; those without one behind, by key. */
function byRank(matches: ReadonlyMap<string, Match>, least: number): (a: Source, b: Source) => number {
  const score = ({ key }: Source): number => {
    const match = matches.get(key);
    return match && match.score >= least ? match.score : 0;
  };
  return (a, b) => score(b) - score(a) || (a.key < b.key ? -1 : 1);
}

function citable(source: Source, match: Match | undefined, least: number, cited: boolean, edits: readonly Edit[]): CitableSource {
  const { published, grade } = source.metadata;
  const passage = match && match.score >= least ? match.passage : undefined;
  const shownGrade = passage?.grade ?? grade;
  return {
    key: source.key,
    name: nameOf(source),
    ...(published ? { published } : {}),
    ...(shownGrade ? { grade: shownGrade } : {}),
    ...(passage ? { passage: { uri: source.uri, span: passage.span, text: passage.text } } : {}),
    cited,
    edits,
  };
}
