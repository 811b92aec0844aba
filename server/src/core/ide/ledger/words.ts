// Owns: what a ledger says in words: standings, verdicts, quotes, what is left out.
// Must not know: the form in which it is written.
import {
  hasLostItsEvidence,
  type Ledger,
  type LedgerClaim,
  type LedgerEvidence,
  type LedgerProblem,
  type LedgerSource,
  type LedgerThread,
  type LedgerVerdict,
  type Standing,
} from '../../annotations/ledger.ts';
import type { QuoteStatus, Verdict as SupportVerdict } from '../../evidence/types.ts';
import type { ClaimType } from '../../extract/facts.ts';
import { ENGLISH, type Phrase, phrase } from '../../text/phrases.ts';
import { PERSONS_VERDICT_WORDS } from '../verdicts.ts';

/** A word and a sign for each standing: never told by colour alone. */
export const STANDING_WORDS: Readonly<Record<Standing, { readonly sign: string; readonly word: Phrase; readonly means: Phrase }>> = {
  backed: { sign: '●', word: phrase`Backed`, means: phrase`the notes support it, or a person verified it` },
  'in-part': {
    sign: '◐',
    word: phrase`In part`,
    means: phrase`something speaks for it, and something is missing: a part of it, a citation, or the text of its source`,
  },
  open: { sign: '○', word: phrase`Open`, means: phrase`nothing in the notes speaks for it, or it could not be checked` },
  against: { sign: '✕', word: phrase`Disputed`, means: phrase`the notes say otherwise, or a person disputes it` },
  aside: { sign: '–', word: phrase`Set aside`, means: phrase`opinion or analysis, or a person said that it cannot be checked` },
};

export const SUPPORT_WORDS: Readonly<Record<SupportVerdict, Phrase>> = {
  supported: phrase`Supported by the notes`,
  partial: phrase`Supported in part`,
  attributed: phrase`Source named in the text`,
  uncited: phrase`In the notes, but not cited`,
  unchecked: phrase`Not checked`,
  miscited: phrase`Not in the cited source`,
  unsupported: phrase`Not found in the notes`,
  contradicted: phrase`The notes say otherwise`,
  'not-a-claim': phrase`Not a claim by its words`,
};

/** Types of claims in words. */
export const TYPE_WORDS: Readonly<Record<ClaimType, Phrase>> = {
  statistic: phrase`statistic`,
  event: phrase`event`,
  quotation: phrase`quotation`,
  attribution: phrase`attribution`,
  causal: phrase`causal`,
  comparison: phrase`comparison`,
  capability: phrase`capability`,
  prediction: phrase`prediction`,
  other: phrase`other`,
};

export const QUOTE_WORDS: Readonly<Record<QuoteStatus, Phrase>> = {
  verbatim: phrase`word for word as in the notes`,
  shortened: phrase`fairly shortened from the notes`,
  altered: phrase`its words differ from the notes`,
  'meaning-changed': phrase`its meaning differs from the notes`,
  spliced: phrase`put together from two places in the notes`,
  'wrong-speaker': phrase`the notes give it to someone else`,
  'not-found': phrase`not in the notes`,
  unchecked: phrase`not checked`,
  'not-speech': phrase`not speech`,
};

export const RELATION_WORDS: Readonly<Record<LedgerEvidence['relation'], Phrase>> = {
  supports: phrase`Evidence`,
  contradicts: phrase`The notes say otherwise`,
  elsewhere: phrase`In another source than the cited one`,
  closest: phrase`The closest in the notes; it does not bear the claim out`,
};

const REASONS: Readonly<Record<NonNullable<LedgerClaim['reason']>, Phrase>> = {
  indexing: phrase`the notes are still being read`,
  'other-language': phrase`the best source is in another language`,
  'no-text': phrase`the source has no text here`,
  'too-large': phrase`the source is too large`,
  off: phrase`checking is off here`,
};

/** What the notes say of a claim, with the reason where there is one. A faulty quote comes before what speaks for the rest. */
export function supportWords({ support, reason, repeats, quotes }: LedgerClaim): Phrase {
  const faulty = quotes.find(({ status }) => FAULTY.has(status));
  if (faulty && support !== 'contradicted') return phrase`Its quote: ${QUOTE_WORDS[faulty.status]}`;
  if (repeats) return phrase`Sums up or repeats other claims of the draft`;
  return reason ? phrase`${SUPPORT_WORDS[support]}: ${REASONS[reason]}` : SUPPORT_WORDS[support];
}

const FAULTY: ReadonlySet<QuoteStatus> = new Set(['altered', 'meaning-changed', 'spliced', 'wrong-speaker', 'not-found']);

/** "Verified by Mara Lindt on 2025-11-04", and whether it counts no longer. */
export function verdictWords({ verdict, by, at, expired, resolved }: LedgerVerdict): Phrase {
  const words = saidBy(PERSONS_VERDICT_WORDS[verdict], by, at && dayOf(at));
  if (resolved && (verdict === 'disputed' || verdict === 'needs-source')) return phrase`${words}; resolved`;
  return expired ? phrase`${words}; the claim’s words are not those that were judged, so it does not count` : words;
}

function saidBy(verdict: Phrase, by: string | undefined, day: string | undefined): Phrase {
  if (by && day) return phrase`${verdict} by ${by} on ${day}`;
  if (by) return phrase`${verdict} by ${by}`;
  return day ? phrase`${verdict} on ${day}` : verdict;
}

/** The day of a time, as written. */
export function dayOf(time: string): string {
  return /^\d{4}-\d{2}-\d{2}/.test(time) ? time.slice(0, 10) : time;
}

/** What else a verdict rests on than what is shown. */
export function restWords({ gone = [], leftOut = 0 }: LedgerVerdict): readonly Phrase[] {
  return [
    ...(gone.length > 0 ? [phrase`rests on ${gone.join(', ')}, which the notes no longer have`] : []),
    ...(leftOut > 0 ? [phrase`rests on ${count(leftOut, 'source')} left out here`] : []),
  ];
}

/** Why a claim needs work, in a few words. */
export function whyWords(claim: LedgerClaim): Phrase {
  const { signOff, threads, verdicts, support, standing } = claim;
  const [lost] = signOff && hasLostItsEvidence(signOff) ? restWords(signOff) : [];
  if (lost && standing !== 'against') return phrase`${supportWords(claim)}; the sign-off ${lost}`;
  if (signOff?.verdict === 'disputed' || signOff?.verdict === 'needs-source') return verdictWords(signOff);
  if (standing === 'open' || standing === 'against' || support === 'uncited') return supportWords(claim);
  if (threads.length > 0) return count(threads.length, 'open thread');
  const last = verdicts.at(-1);
  return last ? verdictWords(last) : supportWords(claim);
}

/** What is said of a claim beside its standing: where it is, what it is, who has it. */
export function claimFacts({ place, type, section, origins, assignee }: LedgerClaim): readonly Phrase[] {
  return [
    phrase`line ${place.range.start.line + 1}`,
    TYPE_WORDS[type],
    ...(section ? [phrase`under “${section}”`] : []),
    ...(origins > 0 ? [count(origins, 'independent origin')] : []),
    ...(assignee ? [phrase`assigned to ${assignee}`] : []),
  ];
}

/** What is said of a passage beside its words: who speaks, which Source it is and how good, where it stands. */
export function evidenceFacts(one: LedgerEvidence, names: ReadonlyMap<string, LedgerSource>): readonly (Phrase | string)[] {
  const source = names.get(one.source);
  return [
    ...(one.speaker ? [one.speaker] : []),
    source?.name ?? one.source,
    ...(source?.published ? [source.published] : []),
    ...(one.grade ? [phrase`grade ${one.grade}`] : []),
    ...(source && source.origin !== source.key ? [phrase`origin: ${names.get(source.origin)?.name ?? source.origin}`] : []),
    ...(source?.tlp ? [`TLP:${source.tlp}`] : []),
    phrase`${one.path}, line ${one.place.range.start.line + 1}`,
  ];
}

/** What a thread opens with: the verdict that it carries, who has it. */
export function threadHead({ verdict, assignee }: LedgerThread): readonly Phrase[] {
  return [verdict ? PERSONS_VERDICT_WORDS[verdict] : phrase`Open thread`, ...(assignee ? [phrase`for ${assignee}`] : [])];
}

/** Heads of the table of Sources, and what stands under "Origin" for one that rests on no other. */
export const SOURCE_HEADS: readonly Phrase[] = [
  phrase`Source`,
  phrase`Key`,
  phrase`Published`,
  phrase`Age`,
  phrase`Grade`,
  phrase`Mark`,
  phrase`Origin`,
  phrase`Claims`,
];

const LEFT_OUT = phrase`left out`;
/** The origin of a Source whose own must not be named. Data is the same in every language. */
export const LEFT_OUT_ORIGIN = ENGLISH.of(LEFT_OUT);

/** An origin that is no name: the Source itself, or one that is left out. */
export function originWords({ key, origin }: LedgerSource): Phrase | undefined {
  if (origin === key) return phrase`its own`;
  return origin === LEFT_OUT_ORIGIN ? LEFT_OUT : undefined;
}

const PROBLEM_WORDS: Readonly<Record<LedgerProblem['kind'], (lines: string, count: number) => Phrase>> = {
  unreadable: () => phrase`The annotations file cannot be read: nothing of it stands here.`,
  'unfinished-merge': lines => phrase`A merge of the annotations file is unfinished (line ${lines}): both sides stand here.`,
  conflicting: (lines, n) =>
    n === 1
      ? phrase`Line ${lines} of the annotations file says something else of an annotation than another line: the more careful verdict counts.`
      : phrase`Lines ${lines} of the annotations file say something else of annotations than other lines: the more careful verdicts count.`,
  'bad-line': (lines, n) =>
    n === 1
      ? phrase`Line ${lines} of the annotations file cannot be read: what it says is missing here.`
      : phrase`Lines ${lines} of the annotations file cannot be read: what they say is missing here.`,
  'reply-without-target': (lines, n) =>
    n === 1
      ? phrase`Line ${lines} of the annotations file answers an annotation that is not there.`
      : phrase`Lines ${lines} of the annotations file answer annotations that are not there.`,
  repeated: (lines, n) =>
    n === 1
      ? phrase`Line ${lines} of the annotations file repeats another line, and counts once.`
      : phrase`Lines ${lines} of the annotations file repeat other lines, and count once.`,
};
/** So many lines are named. */
const MOST_LINES = 8;

/** A sentence on each kind of fault of a sidecar, with its lines. */
export function problemWords(problems: readonly LedgerProblem[]): readonly Phrase[] {
  return Object.entries(PROBLEM_WORDS).flatMap(([kind, words]) => {
    const lines = problems.filter(one => one.kind === kind).map(({ line }) => line + 1);
    if (lines.length === 0) return [];
    const named = lines.slice(0, MOST_LINES).join(', ');
    return [words(lines.length > MOST_LINES ? `${named} …` : named, lines.length)];
  });
}

/** What a ledger says before all else: faults of the sidecar, then what is left out. */
export function warningWords(ledger: Ledger): readonly Phrase[] {
  return [...problemWords(ledger.problems), ...handlingWords(ledger)];
}

/** How many claims are left out. */
export function hiddenClaimWords({ summary, tlp }: Ledger): readonly Phrase[] {
  const { claims } = summary.leftOut;
  return claims > 0 ? [phrase`${count(claims, 'claim')} left out: marked above TLP:${tlp} in the draft.`] : [];
}

/** Sentences on what is left out and what is shown without a mark; none where there is nothing to say. */
function handlingWords(ledger: Ledger): readonly Phrase[] {
  const { summary, tlp } = ledger;
  const { leftOut, unmarked } = summary;
  const { above, restricted, offRecord } = leftOut;
  return [
    ...hiddenClaimWords(ledger),
    ...(leftOut.annotations > 0
      ? [
          phrase`${count(leftOut.annotations, 'annotation')} left out: on parts marked above TLP:${tlp}, or on no place that can be told beside them.`,
        ]
      : []),
    ...(above > 0 ? [phrase`${count(above, 'passage')} left out: from sources marked above TLP:${tlp}.`] : []),
    ...(restricted > 0 ? [phrase`${count(restricted, 'passage')} left out: on background or under embargo.`] : []),
    ...(offRecord > 0 ? [phrase`${count(offRecord, 'passage')} left out: off the record.`] : []),
    ...(leftOut.unmarked > 0 ? [phrase`${count(leftOut.unmarked, 'passage')} left out: from sources without a mark.`] : []),
    ...(unmarked > 0
      ? [phrase`${count(unmarked, 'passage')} shown from sources without a TLP mark. Look at them before you pass this on.`]
      : []),
  ];
}

const COUNTED = {
  annotation: n => (n === 1 ? phrase`1 annotation` : phrase`${n} annotations`),
  claim: n => (n === 1 ? phrase`1 claim` : phrase`${n} claims`),
  day: n => (n === 1 ? phrase`1 day` : phrase`${n} days`),
  'independent origin': n => (n === 1 ? phrase`1 independent origin` : phrase`${n} independent origins`),
  month: n => (n === 1 ? phrase`1 month` : phrase`${n} months`),
  'open thread': n => (n === 1 ? phrase`1 open thread` : phrase`${n} open threads`),
  origin: n => (n === 1 ? phrase`1 origin` : phrase`${n} origins`),
  paragraph: n => (n === 1 ? phrase`1 paragraph` : phrase`${n} paragraphs`),
  passage: n => (n === 1 ? phrase`1 passage` : phrase`${n} passages`),
  source: n => (n === 1 ? phrase`1 source` : phrase`${n} sources`),
  year: n => (n === 1 ? phrase`1 year` : phrase`${n} years`),
} as const satisfies Readonly<Record<string, (number: number) => Phrase>>;

/** "3 claims", "1 claim". */
export function count(number: number, noun: keyof typeof COUNTED): Phrase {
  return COUNTED[noun](number);
}

export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** How old a Source is at the draft's date; empty where that is not known. */
export function ageWords(age: number | undefined): Phrase | string {
  if (age === undefined) return '';
  if (age < 0) return phrase`later than the draft`;
  if (age === 0) return phrase`the same day`;
  if (age < 60) return count(age, 'day');
  if (age < 730) return count(Math.round(age / 30.44), 'month');
  return count(Math.round(age / 365.25), 'year');
}
