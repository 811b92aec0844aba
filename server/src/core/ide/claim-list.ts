// Owns: the claims of a draft with their verdicts, as a list to show.
// Must not know: how it is shown, how verdicts are reached.
import type { CheckedDocument } from '../engine/types.ts';
import { keysBehind } from '../engine/usage.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Support, Verdict } from '../evidence/types.ts';
import type { ClaimType } from '../extract/facts.ts';
import { type Language, phrase } from '../text/phrases.ts';
import { covers, overlaps, type Span, shift, slice } from '../text/span.ts';
import { wordsOf } from './lookup.ts';

export interface ListedClaim {
  readonly span: Span;
  /** As a reader sees it, without citations, white space folded. */
  readonly text: string;
  readonly type: ClaimType;
  readonly verdict: Verdict;
  /** Why it could not be checked. */
  readonly reason?: NonNullable<Support['reason']>;
  /** Nothing backs it, and a finding says so: what a writer has to mend. */
  readonly open: boolean;
  /** The heading that it stands under. */
  readonly section?: { readonly title: string; readonly span: Span };
  /** Sources that it rests on, cited ones first. */
  readonly sources: readonly { readonly key: string; readonly name: string }[];
}

const LONGEST_TEXT = 400;
/** Verdicts of claims that nothing backs. */
const UNBACKED: ReadonlySet<Verdict> = new Set(['unsupported', 'contradicted', 'miscited']);

/** Claims in order of their place; none where the document is no draft. */
export function claimsOf(checked: CheckedDocument): readonly ListedClaim[] {
  const { view, story } = checked;
  if (!view || !story || checked.role !== 'draft') return [];
  const headings = headingsOf(checked);
  const faults = checked.findings.filter(({ rule }) => rule.startsWith('claims/') || rule === 'quotes/meaning-changed');
  const listed: ListedClaim[] = [];
  let under = -1;
  for (const { claim, segment, support } of checked.claims) {
    if (support.verdict === 'not-a-claim') continue;
    const span = shift(claim.span, segment.offset);
    while ((headings[under + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= span.start) under++;
    const section = headings[under];
    listed.push({
      span,
      text: wordsOf(segment, claim.span, LONGEST_TEXT),
      type: claim.type,
      verdict: support.verdict,
      ...(support.verdict === 'unchecked' && support.reason ? { reason: support.reason } : {}),
      open: UNBACKED.has(support.verdict) && faults.some(fault => covers(span, fault.span) || overlaps(span, fault.span)),
      ...(section ? { section } : {}),
      sources: keysBehind(support).map(key => {
        const source = story.sources.get(key);
        return { key, name: source ? nameOf(source) : key };
      }),
    });
  }
  return listed;
}

/** What was not checked, in order of place, with its words where it is a part of the document. */
export function uncheckedOf(
  checked: CheckedDocument,
  language: Language,
): readonly { readonly reason: string; readonly span?: Span; readonly text?: string }[] {
  const { story, role } = checked;
  const whole = role === 'draft' && story?.dormant ? [{ reason: language.of(DORMANT) }] : [];
  const attributed = claimsOf(checked)
    .filter(({ verdict }) => verdict === 'attributed')
    .map(({ span }) => ({ reason: language.of(ATTRIBUTED), span }));
  return [...whole, ...[...checked.unchecked, ...attributed].sort((a, b) => (a.span?.start ?? -1) - (b.span?.start ?? -1))].map(
    ({ reason, span }: { readonly reason: string; readonly span?: Span }) => ({
      reason,
      ...(span ? { span, text: folded(slice(checked.text, span)) } : {}),
    }),
  );
}

const DORMANT = phrase`There are no notes beside this draft, so claims and quotes are compared with nothing.`;
const ATTRIBUTED = phrase`The source that the text names for it has no text in the notes. Cite a note to have it compared.`;

function headingsOf({ view }: Pick<CheckedDocument, 'view'>): readonly { readonly title: string; readonly span: Span }[] {
  return (view?.segments ?? []).flatMap(({ facts: { tree }, offset }) =>
    tree.blocks
      .filter(({ kind }) => kind === 'heading')
      .map(({ span }) => ({ title: folded(slice(tree.prose, span)), span: shift(span, offset) })),
  );
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
