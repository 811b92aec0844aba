// Owns: the check-worthiness of a sentence, 0 to 1, for security prose and news.
// Must not know: evidence, thresholds, documents.
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import type { Token } from '../../text/tokens.ts';
import type { NameFact, NumberFact } from '../facts.ts';
import { checkWorthiness } from './model.ts';
import type { Profile } from './profile.ts';
import { isAbsolute } from './type.ts';

/** What the trained model, which knows debates, counts for beside what security prose shows. Chosen by reading, see `CLAIM_THRESHOLDS`. */
const MODEL = 0.4;
const LIMIT = 4;
/** The least that a cited statement scores: above every threshold, since its writer took it for a claim. */
const CITED = 0.78;
/** Counts up to here are parts of a description ("two components") as often as facts about the world. */
const SMALL_COUNT = 12;

/** Where a sentence stands, as far as the score minds. */
export interface ScorePlace {
  /** Its writer took it for a claim already. */
  readonly cited: boolean;
  readonly kind: string;
  /** Inline code, identifiers: a walk through a program. */
  readonly code: boolean;
}

/** How much a sentence states something that readers will want backed. */
export function scoreOf(profile: Profile, place: ScorePlace): number {
  let strong = 0;
  let weak = 0;
  const example = EXAMPLE.exec(profile.text)?.index ?? Number.POSITIVE_INFINITY;
  for (const number of profile.numbers) {
    if (number.figure.start - profile.start > example) continue;
    if (number.kind === 'ordinal' || number.kind === 'version' || number.unit === 'bit') continue;
    // "100 % of staff use it": a goal or a manner of speaking.
    if (number.kind === 'percent' && number.value === 100 && profile.mainPast === 0) continue;
    const small = number.kind === 'count' && number.value <= SMALL_COUNT && number.bound === 'exact' && number.upTo === undefined;
    if (small || number.kind === 'duration' || isSetting(number, profile)) weak++;
    else strong++;
  }
  const named = profile.names.filter(name => name.kind !== 'product');
  const ids =
    IDENTIFIER.test(profile.text) ||
    profile.numbers.some(
      number =>
        number.kind === 'version' &&
        profile.text.slice(number.figure.start - profile.start, number.figure.end - profile.start).includes('.'),
    );
  const dated = profile.dates.some(date => date.relative?.unit !== 'day' || date.iso !== undefined);
  // Debates know nothing of CVE numbers and versions: there the model may only add.
  let sum = MODEL * Math.max(ids ? -1 : -LIMIT, Math.min(LIMIT, checkWorthiness(profile))) - 1.25;
  sum += Math.min(2, strong) * 0.9 + (profile.past > 0 || named.length > 0 ? Math.min(2, weak) * 0.4 : 0);
  sum += Math.min(2, profile.dates.length) * (dated ? 0.6 : 0.3);
  sum += Math.min(2, named.length) * 0.35 + (ids ? 0.4 : 0);
  if (profile.mainPast > 0) sum += hasAgent(profile, named) ? 1.4 : 0.8;
  else if (profile.past > 0) sum -= ids || strong > 0 || profile.dates.length > 0 ? 0 : 0.5;
  else if (strong === 0 && profile.dates.length === 0) sum -= ids ? 0.2 : 0.9;
  if (profile.firstPerson > 0 && profile.quoted === 0) sum -= 1.7;
  if (profile.modal !== undefined) sum -= 0.5;
  if (isAbsolute(profile)) sum += named.length > 0 || profile.past > 0 ? 0.4 : 0.1;
  if (place.code && !ids) sum -= 0.8;
  if (place.kind === 'table-cell') sum -= 2;
  // Numbered references are a source of their own kind.
  if (/\[\d{1,3}\]/.test(profile.text)) sum -= 1.2;
  if (profile.words.length < 6) sum -= 0.3;
  if ((ids || named.length > 0) && SECURITY.test(profile.text)) sum += ids ? 2.1 : 0.7;
  if (place.cited) sum += 1.2;
  const score = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  return place.cited ? Math.max(CITED, score) : score;
}

/** Figures in the present tense about nothing that is named or dated: limits and defaults in a description ("between 6 and 12 digits"). */
function isSetting(number: NumberFact, profile: Profile): boolean {
  return (
    profile.past === 0 &&
    profile.dates.length === 0 &&
    (number.kind === 'bytes' || (number.kind === 'count' && (number.value <= LARGE_SETTING || number.upTo !== undefined))) &&
    number.bound !== 'more-than' &&
    number.bound !== 'at-least'
  );
}

/** Figures behind it are examples. */
const EXAMPLE = /\be\.g\.|\b(?:for example|for instance)\b/i;
const LARGE_SETTING = 100;

const AGENTS =
  /\b(?:attackers?|actors?|hackers?|group|gang|criminals?|intruders?|thieves|spies|operators?|researchers?|analysts?|police|prosecutors?|officials?|ministry|agency|regulators?|government|company|bank|vendor|hospital|court)$/;

/** Somebody who acts stands before the verb: a name, "the attackers", "researchers". */
function hasAgent(profile: Profile, named: readonly NameFact[]): boolean {
  const { tokens } = profile;
  for (let at = 1; at < tokens.length && at < 12; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    const form = verbForm(token.lower);
    if (form !== 'past' && form !== 'participle' && !AUXILIARIES.has(token.lower)) continue;
    const subject = tokens.slice(0, at).filter(word => word.kind === 'word');
    const last = subject[subject.length - 1]?.lower ?? '';
    const comma = tokens
      .slice(0, at)
      .map(word => word.text)
      .lastIndexOf(',');
    const first = tokens[comma + 1];
    if (!first || first.lower.endsWith('ing') || (FUNCTION_WORDS.has(first.lower) && !DETERMINERS.has(first.lower))) return false;
    return (
      AGENTS.test(last) || named.some(name => name.span.start >= first.start && name.span.start < token.start && name.kind !== 'other')
    );
  }
  return false;
}

const SECURITY =
  /\b(?:fix(?:es|ed)|affect(?:s|ed)|patch(?:es|ed)|exploit(?:s|ed)|vulnerable|leak(?:s|ed)|stole(?:n)?|breach(?:ed)?|compromised|infected|attributed|targeted|hacked|arrested|fined|sanctioned)\b/;
const IDENTIFIER = /\b(?:CVE-\d{4}-\d+|T\d{4}(?:\.\d{3})?|MS\d{2}-\d{3})\b/;
