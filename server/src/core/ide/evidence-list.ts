// Owns: the Sources of a Story with what rests on each, as a list to show.
// Must not know: how it is shown; which drafts are open.
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Source, SourceMetadata, Verdict } from '../evidence/types.ts';
import type { TlpLevel } from '../extract/facts.ts';
import type { StoryView } from '../rules/types.ts';
import { overlaps, type Span, slice } from '../text/span.ts';

/** A passage of a draft that rests on a Source. */
export interface ListedUse {
  readonly uri: string;
  readonly span: Span;
  readonly text: string;
  readonly kind: 'claim' | 'quote' | 'citation';
  /** Of claims. */
  readonly verdict?: Verdict;
}

export interface ListedSource {
  readonly key: string;
  readonly name: string;
  readonly uri: string;
  /** Where its key is written. */
  readonly span: Span;
  readonly published?: string;
  readonly retrieved?: string;
  readonly grade?: string;
  readonly tlp?: TlpLevel;
  readonly terms?: NonNullable<SourceMetadata['terms']>;
  readonly embargo?: string;
  readonly noText?: NonNullable<Source['noText']>;
  /** What it says that it relies on. */
  readonly reliesOn?: string;
  /** What it goes back to; equal for Sources that are not independent of each other. */
  readonly origin: { readonly id: string; readonly name: string };
  /** Keys of other Sources that are not independent of it. */
  readonly sharesOriginWith: readonly string[];
  /** A draft of the Story cites it, names it, or holds a claim or quote that rests on it. */
  readonly used: boolean;
  /** It may be named in the draft that was asked about. */
  readonly mayCite: boolean;
  readonly uses: readonly ListedUse[];
}

/** Sources of the Story of a file, in order of their keys; `draft` is the check of the draft that they might be cited in. */
export function evidenceOf(workspace: Workspace, uri: string, draft: CheckedDocument | undefined): readonly ListedSource[] {
  const story = workspace.storyOf(uri);
  if (!story) return [];
  const { view, root } = story;
  const sources = [...view.sources.values()];
  const groups = new Map<string, string[]>();
  for (const source of sources) {
    const origin = view.originOf(source);
    groups.set(origin, [...(groups.get(origin) ?? []), source.key]);
  }
  const uses = usesBySource(workspace, root);
  return sources
    .map((source): ListedSource => {
      const { published, retrieved, grade, tlp, terms, embargo, reliesOn } = source.metadata;
      const id = view.originOf(source);
      return {
        key: source.key,
        name: nameOf(source),
        uri: source.uri,
        span: source.keySpan,
        ...(published ? { published } : {}),
        ...(retrieved ? { retrieved } : {}),
        ...(grade ? { grade } : {}),
        ...(tlp ? { tlp } : {}),
        ...(terms ? { terms } : {}),
        ...(embargo ? { embargo } : {}),
        ...(source.noText ? { noText: source.noText } : {}),
        ...(reliesOn ? { reliesOn } : {}),
        origin: { id, name: originName(view, groups.get(id) ?? [], id) },
        sharesOriginWith: (groups.get(id) ?? []).filter(key => key !== source.key),
        used: view.isUsed(source),
        mayCite: draft?.view?.role === 'draft' && view.mayOffer(source, draft.view),
        uses: uses.get(source.key) ?? [],
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The name of the Source at the root of a group, else what its members say that they rely on. */
function originName(story: StoryView, members: readonly string[], id: string): string {
  const root = story.sources.get(id);
  if (root) return nameOf(root);
  return members.map(key => story.sources.get(key)?.metadata.reliesOn).find(said => said !== undefined && !story.sources.has(said)) ?? id;
}

/** A claim stands for the quotes and citations in it; a citation counts where nothing else of the draft rests on the Source. */
function usesBySource(workspace: Workspace, root: string): ReadonlyMap<string, readonly ListedUse[]> {
  const bySource = new Map<string, ListedUse[]>();
  for (const uri of workspace.drafts(root)) {
    const checked = workspace.check(uri);
    if (!checked) continue;
    const verdicts = new Map(
      checked.claims.map(({ claim, segment, support }) => [
        `${claim.span.start + segment.offset} ${claim.span.end + segment.offset}`,
        support.verdict,
      ]),
    );
    const ofDraft = new Map<string, ListedUse[]>();
    const byKind = { claim: [], quote: [], citation: [] } as Record<ListedUse['kind'], { key: string; span: Span }[]>;
    for (const use of workspace.uses(uri)) byKind[use.kind].push(use);
    for (const kind of ['claim', 'quote', 'citation'] as const) {
      for (const { key, span } of byKind[kind]) {
        const list = ofDraft.get(key) ?? [];
        if (kind === 'citation' ? list.length > 0 && list[0]?.kind !== 'citation' : list.some(other => overlaps(other.span, span)))
          continue;
        const verdict = kind === 'claim' ? verdicts.get(`${span.start} ${span.end}`) : undefined;
        if (verdict === 'not-a-claim') continue;
        const text = slice(checked.text, span).replace(/\s+/g, ' ').trim();
        list.push({ uri, span, text, kind, ...(verdict ? { verdict } : {}) });
        ofDraft.set(key, list);
      }
    }
    for (const [key, list] of ofDraft)
      bySource.set(key, [...(bySource.get(key) ?? []), ...list.sort((a, b) => a.span.start - b.span.start)]);
  }
  return bySource;
}
