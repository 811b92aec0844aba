// Owns: ClaimReview (schema.org) as JSON-LD, from the claims that people verified or dispute.
// Must not know: where it is written.
import type { Ledger, LedgerClaim, LedgerVerdict } from '../../annotations/ledger.ts';
import type { DocumentView } from '../../rules/types.ts';
import { ENGLISH, type Phrase, phrase } from '../../text/phrases.ts';
import { dayOf, hiddenClaimWords, problemWords } from '../ledger/words.ts';
import { PERSONS_VERDICT_WORDS } from '../verdicts.ts';

/** The scale of the ratings, which says only how the check ended. */
const RATINGS = { verified: 5, disputed: 1 } as const;

export interface ClaimReviews {
  readonly text: string;
  readonly reviews: number;
  /** Claims that a person verified and that the ledger does not have as backed: the notes say otherwise, or the evidence is gone. */
  readonly unsettled: number;
  /** The address of the published page is known: search engines want it. */
  readonly hasUrl: boolean;
}

/**
 * One ClaimReview for each claim of the ledger with a verdict `verified` or `disputed` that counts. A claim that a person verified and
 * that stands otherwise has none: nobody can say how its check ended. Comments of people and the
 * words of notes stay out; Sources are named by their addresses, and only those that the draft cites.
 */
export function claimReviewsOf(ledger: Ledger, view: DocumentView): ClaimReviews {
  const url = urlOf(view);
  const addresses = new Map(
    ledger.sources.flatMap(({ key, url: address }) => (address && isWeb(address) ? [[key, address] as const] : [])),
  );
  const isUnsettled = ({ signOff, standing }: LedgerClaim): boolean => signOff?.verdict === 'verified' && standing !== 'backed';
  const reviews = ledger.claims.flatMap(claim => {
    const { signOff } = claim;
    if (!(signOff?.verdict === 'verified' || signOff?.verdict === 'disputed') || isUnsettled(claim)) return [];
    return [reviewOf(claim, signOff, RATINGS[signOff.verdict], ledger, url, addresses)];
  });
  return {
    text: `${JSON.stringify({ '@context': 'https://schema.org', '@graph': reviews }, null, 2)}\n`,
    reviews: reviews.length,
    unsettled: ledger.claims.filter(isUnsettled).length,
    hasUrl: url !== undefined,
  };
}

/** Sentences on what claim reviews leave out, and on what a person should look at before publishing them. */
export function claimReviewWords({ reviews, unsettled, hasUrl }: ClaimReviews, ledger: Ledger): readonly Phrase[] {
  const { tlp, problems } = ledger;
  return [
    ...(tlp === 'CLEAR' ? [] : [phrase`This draft is marked TLP:${tlp}, and claim reviews are for everybody.`]),
    ...problemWords(problems),
    ...hiddenClaimWords(ledger),
    ...(unsettled > 0
      ? [
          unsettled === 1
            ? phrase`1 claim left out: a person verified it, and the notes say otherwise or no longer have the evidence.`
            : phrase`${unsettled} claims left out: people verified them, and the notes say otherwise or no longer have the evidence.`,
        ]
      : []),
    ...(reviews === 0 && unsettled === 0 ? [phrase`No claim is verified or disputed by a person, so there is nothing to review.`] : []),
    ...(reviews > 0 && !hasUrl ? [phrase`Search engines want the address of the page: set "url" in its front matter.`] : []),
  ];
}

function reviewOf(
  claim: LedgerClaim,
  { verdict, by, at }: LedgerVerdict,
  rating: number,
  { draft }: Ledger,
  url: string | undefined,
  addresses: ReadonlyMap<string, string>,
): unknown {
  const published = draft.date ?? (at && dayOf(at));
  const cited = claim.cited.flatMap(key => addresses.get(key) ?? []);
  return {
    '@type': 'ClaimReview',
    ...(url ? { url } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(by ? { author: { '@type': 'Person', name: by } } : {}),
    claimReviewed: claim.text,
    itemReviewed: {
      '@type': 'Claim',
      ...(draft.date ? { datePublished: draft.date } : {}),
      appearance: { '@type': 'CreativeWork', headline: draft.title, ...(url ? { url } : {}) },
    },
    reviewRating: {
      '@type': 'Rating',
      ratingValue: rating,
      bestRating: 5,
      worstRating: 1,
      alternateName: ENGLISH.of(PERSONS_VERDICT_WORDS[verdict]),
    },
    ...(cited.length > 0 ? { citation: cited } : {}),
  };
}

/** Where the draft is published, by its front matter. */
function urlOf({ frontMatter }: DocumentView): string | undefined {
  const found = frontMatter.items.find(
    ({ key, value }) => (key === 'url' || key === 'canonical') && typeof value === 'string' && isWeb(value),
  );
  return found && String(found.value);
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
