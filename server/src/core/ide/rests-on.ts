// Owns: the hierarchy "rests on": a claim rests on Sources, a Source on its origin; and the same from the other end.
// Must not know: LSP, how it is shown, how verdicts are reached.
import type { CheckedClaim, CheckedDocument, Workspace } from '../engine/types.ts';
import { keysBehind } from '../engine/usage.ts';
import { sourceNamed } from '../evidence/independence.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Source, Verdict } from '../evidence/types.ts';
import type { StoryView } from '../rules/types.ts';
import { type Span, shift } from '../text/span.ts';
import { citationAt, claimAt, wordsOf } from './lookup.ts';
import { sourceAt } from './navigation.ts';

/** A claim, a Source, or an origin that is no Source of the Story. All texts are plain, and not redacted. */
export interface RestingItem {
  readonly kind: 'claim' | 'source' | 'origin';
  readonly label: string;
  /** Date, grade and mark of a Source; empty for the others. */
  readonly detail: string;
  readonly verdict?: Verdict;
  /** Of a Source. */
  readonly key?: string;
  /** Absent for an origin. */
  readonly place?: { readonly uri: string; readonly span: Span };
  readonly children: readonly RestingItem[];
}

/** `origins`: children are what an item rests on. `claims`: children are what rests on it. */
export type Towards = 'origins' | 'claims';

const LONGEST_LABEL = 200;
/** Chains of origins longer than this are a mistake. */
const DEEPEST = 8;

/**
 * The items at an offset, or all claims of a draft and all Sources of a note, each with what it rests on or what rests on it.
 * Claims are what verdicts are about: sentences that are no claims are left out.
 */
export function restsOn(workspace: Workspace, checked: CheckedDocument, towards: Towards, offset?: number): readonly RestingItem[] {
  const { story, storyRoot } = checked;
  if (!story || storyRoot === undefined) return [];
  const tree = towards === 'claims' ? claimsTree(workspace, story, storyRoot) : undefined;
  const ofSource = (source: Source): RestingItem => (tree ? tree(source, []) : originsOf(source, story, []));
  const ofClaim = (one: CheckedClaim): RestingItem => claimItem(checked.uri, one, tree ? [] : sourcesOf(one, story).map(ofSource));
  if (offset !== undefined) {
    const source = citationAt(checked, offset)?.source ?? sourceAt(workspace, checked.uri, offset);
    if (source) return [ofSource(source)];
    const claim = claimAt(checked, offset);
    return claim && isClaim(claim) ? [ofClaim(claim)] : [];
  }
  if (checked.role === 'draft') return checked.claims.filter(isClaim).map(ofClaim);
  return story.evidence.sourcesIn(checked.uri).map(ofSource);
}

function isClaim({ support }: CheckedClaim): boolean {
  return support.verdict !== 'not-a-claim';
}

function sourcesOf({ support }: CheckedClaim, story: StoryView): readonly Source[] {
  return keysBehind(support)
    .map(key => story.sources.get(key))
    .filter(source => source !== undefined);
}

function claimItem(uri: string, { claim, segment, support }: CheckedClaim, children: readonly RestingItem[]): RestingItem {
  return {
    kind: 'claim',
    label: wordsOf(segment, claim.span, LONGEST_LABEL),
    detail: '',
    verdict: support.verdict,
    place: { uri, span: shift(claim.span, segment.offset) },
    children,
  };
}

function sourceItem(source: Source, children: readonly RestingItem[]): RestingItem {
  return {
    kind: 'source',
    label: nameOf(source),
    detail: sourceDetail(source),
    key: source.key,
    place: { uri: source.uri, span: source.keySpan },
    children,
  };
}

/** What a list says of a Source beside its name: date, grade, mark, terms. */
export function sourceDetail({ metadata }: Source): string {
  const { published, grade, tlp, terms } = metadata;
  return [published, grade, tlp && `TLP:${tlp}`, terms !== 'on-record' && terms].filter(Boolean).join(' · ');
}

/** A Source above what it relies on. `path` holds the keys below it: origins may go in circles. */
function originsOf(source: Source, story: StoryView, path: readonly string[]): RestingItem {
  const origin = source.metadata.reliesOn?.trim();
  if (!origin || path.includes(source.key) || path.length >= DEEPEST) return sourceItem(source, []);
  const known = sourceNamed(story.sources, origin);
  if (!known) return sourceItem(source, [{ kind: 'origin', label: origin, detail: '', children: [] }]);
  return sourceItem(source, [originsOf(known, story, [...path, source.key])]);
}

/** Answers a Source with the Sources that rely on it and the claims of all drafts that rest on it. */
function claimsTree(workspace: Workspace, story: StoryView, storyRoot: string): (source: Source, path: readonly string[]) => RestingItem {
  const relying = new Map<string, Source[]>();
  for (const source of story.sources.values()) {
    const origin = source.metadata.reliesOn && sourceNamed(story.sources, source.metadata.reliesOn);
    if (origin) relying.set(origin.key, [...(relying.get(origin.key) ?? []), source]);
  }
  const claims = new Map<string, RestingItem[]>();
  for (const uri of workspace.drafts(storyRoot)) {
    for (const one of workspace.check(uri)?.claims ?? []) {
      if (!isClaim(one)) continue;
      for (const key of keysBehind(one.support)) claims.set(key, [...(claims.get(key) ?? []), claimItem(uri, one, [])]);
    }
  }
  const tree = (source: Source, path: readonly string[]): RestingItem =>
    path.includes(source.key) || path.length >= DEEPEST
      ? sourceItem(source, [])
      : sourceItem(source, [
          ...(claims.get(source.key) ?? []),
          ...(relying.get(source.key) ?? []).map(one => tree(one, [...path, source.key])),
        ]);
  return tree;
}
