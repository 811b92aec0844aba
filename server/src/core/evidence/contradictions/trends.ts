// Owns: what rose in the draft and fell in the notes, there told by two figures: "ransomware went up" and "173, against 214 in 2029".
// Must not know: verdicts, rules, figures that differ (numbers), opposites in full sentences (polarity).
import type { NumberFact } from '../../extract/facts.ts';
import { alternatives } from '../../text/alternatives.ts';
import { stem } from '../../text/words.ts';
import type { KeyedWord, WordMatch } from '../alignment.ts';
import { factsOfPassage } from '../passage-facts.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, clauseAround, drafted, isStated, isTitle, onTopic, quotedSpans, sharedApart } from './comparing.ts';
import { isDenial } from './negation.ts';

const BY_HOW_MUCH = alternatives(/\d|by |from |an? (?:half|third|quarter|fifth|tenth)/, /on the (?:year|quarter|month|week)/);
const UP = new RegExp(
  String.raw`\b(?:${alternatives(
    /r(?:ose|isen|ises|ising)|gr(?:ew|own|ows)|climb(?:s|ed)|jump(?:s|ed)|soar(?:s|ed)|surg(?:es|ed)/,
    // "Went up", "is up by a third".
    /increase[sd]|(?:went|gone|goes) (?:also )?up/,
    `(?:is|was|are|were) (?:also )?up(?= (?:${BY_HOW_MUCH}))`,
    /more \p{L}+(?: \p{L}+)? than/u,
  )})\b`,
  'iu',
);
const DOWN = new RegExp(
  String.raw`\b(?:${alternatives(
    /fell|fallen|falls|dropp?(?:s|ed)|sank|sunk/,
    /shrank|shrunk|shrinks/,
    // "Went down", "is down by a third".
    /ease[sd]|decline[sd]|decrease[sd]|(?:went|gone|goes) (?:also )?down/,
    `(?:is|was|are|were) (?:also )?down(?= (?:${BY_HOW_MUCH}))`,
    /fewer \p{L}+(?: \p{L}+)? than/u,
  )})\b`,
  'iu',
);
/** Of what is counted in outages, "down" tells no number. */
const OFF = /\b(?:outages?|offline|downtime|unreachable|unavailable|failures?)\b/i;
/** Not how much, but how fast or beside what; or of another measure. */
const OTHERWISE =
  /\b(?:slow(?:er|ly|ed)?|faster|expect\p{L}*|forecast\p{L}*|planned|real terms|adjusted|if|would|could|may|might|had been)\b/iu;
/** A figure and the one before it: "173, against 214", "9.1 %, up from 7.6 %", "28 percent, down from 33", "1,284 in 2030 (2029: 1,107)". */
const AGAINST =
  /^(?: in (?:19|20)\d\d)?(?:,? (?:against|compared (?:with|to)|(?:up|down) from|instead of|after)(?: \p{L}+)? | \((?:in )?(?:19|20)\d\d: )$/u;
/** These words also set unlike things side by side: "41 votes against 12", "12 clinics after 40 complaints". */
const LOOSE = /\b(?:against|after)\b/;
const EARLIER = /\b(?:19|20)\d\d\b|\b(?:years?|quarters?|months?|weeks?|season|earlier|before|previous\p{L}*|prior|last)\b/iu;

/** What is measured; a rise of one is no rise of another. */
const MEASURES = new Set(
  `share rate number average median mean loss price cost revenue profit turnover order report case attack victim amount sum length duration complaint user customer proportion percentage`
    .split(' ')
    .map(stem),
);
const TIME = /^(?:year|month|week|quarter|time|number|also|ago|again|too)s?$/;

/** At most one difference. */
export function trendDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const said = trendIn(words.text);
  if (said === undefined || OTHERWISE.test(words.text) || words.words.some((_, at) => isDenial(words, at))) return [];
  const span = { start: claim.span.start + said.start, end: claim.span.start + said.end };
  if (!isStated(comparing, span, quotedSpans(comparing))) return [];
  const { from, to } = clauseAround(words, said);
  const subject = words.words.flatMap((word, at) =>
    at >= from &&
    at <= to &&
    !word.isFunction &&
    !word.isNumber &&
    !TIME.test(word.folded) &&
    (word.end <= said.start || word.start >= said.end)
      ? [at]
      : [],
  );
  if (subject.length === 0) return [];
  const isState = /(?:up|down)$/i.test(words.text.slice(said.start, said.end));
  let found: { passage: Passage; noted: string } | undefined;
  for (const candidate of onTopic(comparing)) {
    const { passage, alignment } = candidate;
    if (!candidate.cited || isTitle(passage)) continue;
    const noted = trendOf(comparing, passage);
    if (noted === undefined || (isState && OFF.test(passage.text))) continue;
    const shared = subject.filter(at => (alignment.matches[at] as WordMatch).score >= 0.7).length;
    const isOnIt =
      shared === subject.length ||
      (shared >= 2 && shared >= 0.5 * subject.length && sharedApart(comparing, candidate, [span]).coverage >= 0.4);
    if (!isOnIt || isOtherMeasure(comparing, subject, alignment.passage.words)) continue;
    if (noted.sign === said.sign) return [];
    found ??= { passage, noted: noted.text };
  }
  return found === undefined ? [] : [{ kind: 'polarity', span, drafted: drafted(comparing, span), ...found }];
}

interface Trend {
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

/** The one direction that a text tells; undefined where it tells none or both. */
function trendIn(text: string): Trend | undefined {
  const [up, down] = [UP.exec(text), DOWN.exec(text)];
  const match = up ?? down;
  if (match === null || (up !== null && down !== null)) return undefined;
  return { sign: up === null ? -1 : 1, start: match.index, end: match.index + match[0].length };
}

/** The direction of a passage by two figures of which one is called the earlier. */
function trendOf({ knowledge }: Comparing, passage: Passage): { readonly sign: 1 | -1; readonly text: string } | undefined {
  const numbers = factsOfPassage(passage, knowledge).numbers.filter(fact => fact.kind !== 'version' && fact.kind !== 'ordinal');
  const found = numbers.flatMap((now, at) => {
    const before = numbers[at + 1];
    if (before === undefined || !isBefore(passage.text, now, before)) return [];
    return [{ sign: (now.value > before.value ? 1 : -1) as 1 | -1, text: passage.text.slice(now.span.start, before.span.end) }];
  });
  const [first] = found;
  return first !== undefined && found.every(one => one.sign === first.sign) ? first : undefined;
}

function isBefore(text: string, now: NumberFact, before: NumberFact): boolean {
  if (now.value === before.value || now.kind !== before.kind || now.unit !== before.unit) return false;
  if (before.noun !== undefined && before.noun !== now.noun) return false;
  const between = text.slice(now.nounSpan?.end ?? now.span.end, before.span.start);
  if (!AGAINST.test(between)) return false;
  return !LOOSE.test(between) || EARLIER.test(between + (text.slice(before.span.end, before.span.end + 40).split(/[.;]/, 1)[0] ?? ''));
}

/** The claim measures what the passage does not, and the passage something else. */
function isOtherMeasure(comparing: Comparing, subject: readonly number[], theirs: readonly KeyedWord[]): boolean {
  const mine = subject.map(at => (comparing.words.words[at] as KeyedWord).stem).filter(one => MEASURES.has(one));
  const noted = theirs.map(word => word.stem).filter(one => MEASURES.has(one));
  return mine.length > 0 && noted.length > 0 && !mine.some(one => noted.includes(one));
}
