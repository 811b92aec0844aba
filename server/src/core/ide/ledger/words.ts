// Owns: what a ledger says in words: standings, verdicts, quotes, what is left out.
// Must not know: the form in which it is written.
import type { Ledger, LedgerClaim, LedgerEvidence, LedgerVerdict, Standing } from '../../annotations/ledger.ts';
import type { Verdict } from '../../annotations/types.ts';
import type { QuoteStatus, Verdict as SupportVerdict } from '../../evidence/types.ts';
import { ENGLISH } from '../../text/phrases.ts';
import { PERSONS_VERDICT_WORDS } from '../verdicts.ts';

/** A word and a sign for each standing: never told by colour alone. */
export const STANDING_WORDS: Readonly<Record<Standing, { readonly sign: string; readonly word: string; readonly means: string }>> = {
  backed: { sign: '●', word: 'Backed', means: 'the notes support it, or a person verified it' },
  'in-part': {
    sign: '◐',
    word: 'In part',
    means: 'something speaks for it, and something is missing: a part of it, a citation, or the text of its source',
  },
  open: { sign: '○', word: 'Open', means: 'nothing in the notes speaks for it, or it could not be checked' },
  against: { sign: '✕', word: 'Disputed', means: 'the notes say otherwise, or a person disputes it' },
  aside: { sign: '–', word: 'Set aside', means: 'opinion or analysis, or a person said that it cannot be checked' },
};

export const SUPPORT_WORDS: Readonly<Record<SupportVerdict, string>> = {
  supported: 'Supported by the notes',
  partial: 'Supported in part',
  attributed: 'Attributed in the text',
  uncited: 'In the notes, but not cited',
  unchecked: 'Not checked',
  miscited: 'Not in the cited source',
  unsupported: 'Not found in the notes',
  contradicted: 'The notes say otherwise',
  'not-a-claim': 'Not a claim by its words',
};

export const VERDICT_WORDS = Object.fromEntries(
  Object.entries(PERSONS_VERDICT_WORDS).map(([verdict, words]) => [verdict, ENGLISH.of(words)]),
) as Readonly<Record<Verdict, string>>;

export const QUOTE_WORDS: Readonly<Record<QuoteStatus, string>> = {
  verbatim: 'word for word as in the notes',
  shortened: 'fairly shortened from the notes',
  altered: 'its words differ from the notes',
  'meaning-changed': 'its meaning differs from the notes',
  spliced: 'put together from two places in the notes',
  'wrong-speaker': 'the notes give it to someone else',
  'not-found': 'not in the notes',
  unchecked: 'not checked',
  'not-speech': 'not speech',
};

export const RELATION_WORDS: Readonly<Record<LedgerEvidence['relation'], string>> = {
  supports: 'Evidence',
  contradicts: 'The notes say otherwise',
  elsewhere: 'In another source than the cited one',
  closest: 'The closest in the notes; it does not bear the claim out',
};

const REASONS: Readonly<Record<NonNullable<LedgerClaim['reason']>, string>> = {
  indexing: 'the notes are still being read',
  'other-language': 'the best source is in another language',
  'no-text': 'the source has no text here',
  'too-large': 'the source is too large',
  off: 'checking is off here',
};

/** What the notes say of a claim, with the reason where there is one. A faulty quote comes before what speaks for the rest. */
export function supportWords({ support, reason, repeats, quotes }: LedgerClaim): string {
  const faulty = quotes.find(({ status }) => FAULTY.has(status));
  if (faulty && support !== 'contradicted') return `Its quote: ${QUOTE_WORDS[faulty.status]}`;
  if (repeats) return 'Sums up or repeats other claims of the draft';
  return reason ? `${SUPPORT_WORDS[support]}: ${REASONS[reason]}` : SUPPORT_WORDS[support];
}

const FAULTY: ReadonlySet<QuoteStatus> = new Set(['altered', 'meaning-changed', 'spliced', 'wrong-speaker', 'not-found']);

/** "Verified by Mara Lindt on 2025-11-04", and whether it counts no longer. */
export function verdictWords({ verdict, by, at, expired, resolved }: LedgerVerdict): string {
  const words = `${VERDICT_WORDS[verdict]}${by ? ` by ${by}` : ''}${at ? ` on ${dayOf(at)}` : ''}`;
  if (resolved && (verdict === 'disputed' || verdict === 'needs-source')) return `${words}; resolved`;
  return expired ? `${words}; the claim’s words are not those that were judged, so it does not count` : words;
}

/** The day of a time, as written. */
export function dayOf(time: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(time) ? time.slice(0, 10) : time;
}

/** Why a claim needs work, in a few words. */
export function whyWords(claim: LedgerClaim): string {
  const { signOff, threads, verdicts, support, standing } = claim;
  if (signOff?.verdict === 'disputed' || signOff?.verdict === 'needs-source') return verdictWords(signOff);
  if (standing === 'open' || standing === 'against' || support === 'uncited') return supportWords(claim);
  if (threads.length > 0) return count(threads.length, 'open thread');
  const last = verdicts.at(-1);
  return last ? verdictWords(last) : supportWords(claim);
}

/** Sentences on what is left out and what is shown without a mark; none where there is nothing to say. */
export function handlingWords({ summary: { leftOut, unmarked }, tlp }: Ledger): readonly string[] {
  const { above, restricted, offRecord, claims } = leftOut;
  return [
    ...(claims > 0 ? [`${count(claims, 'claim')} left out: marked above TLP:${tlp} in the draft.`] : []),
    ...(above > 0 ? [`${count(above, 'passage')} left out: from sources marked above TLP:${tlp}.`] : []),
    ...(restricted > 0 ? [`${count(restricted, 'passage')} left out: on background or under embargo.`] : []),
    ...(offRecord > 0 ? [`${count(offRecord, 'passage')} left out: off the record.`] : []),
    ...(leftOut.unmarked > 0 ? [`${count(leftOut.unmarked, 'passage')} left out: from sources without a mark.`] : []),
    ...(unmarked > 0 ? [`${count(unmarked, 'passage')} shown from sources without a TLP mark. Look at them before you pass this on.`] : []),
  ];
}

/** "3 claims", "1 claim". */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** How old a Source is at the draft's date. */
export function ageWords(age: number | undefined): string {
  if (age === undefined) return '';
  if (age < 0) return 'later than the draft';
  if (age === 0) return 'the same day';
  if (age < 60) return count(age, 'day');
  if (age < 730) return count(Math.round(age / 30.44), 'month');
  return count(Math.round(age / 365.25), 'year');
}
