// Owns: the check-worthiness of a sentence, 0 to 1, for security prose and news.
// Must not know: evidence, thresholds, documents.
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
  for (const number of profile.numbers) {
    if (number.kind === 'ordinal' || number.kind === 'version' || number.unit === 'bit') continue;
    const small = number.kind === 'count' && number.value <= SMALL_COUNT && number.bound === 'exact' && number.upTo === undefined;
    if (small || number.kind === 'duration') weak++;
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
  if (profile.past > 0) sum += 0.8;
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

const SECURITY =
  /\b(?:fix(?:es|ed)|affect(?:s|ed)|patch(?:es|ed)|exploit(?:s|ed)|vulnerable|leak(?:s|ed)|stole(?:n)?|breach(?:ed)?|compromised|infected|attributed|targeted|hacked|arrested|fined|sanctioned)\b/;
const IDENTIFIER = /\b(?:CVE-\d{4}-\d+|T\d{4}(?:\.\d{3})?|MS\d{2}-\d{3})\b/;
