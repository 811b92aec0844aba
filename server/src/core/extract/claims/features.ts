// Owns: turning a sentence into the features of the check-worthiness model. Trainer and product share it.
// Must not know: weights, training, thresholds.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { commonVerbForm } from '../../lexicon/verbs.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Token } from '../../text/tokens.ts';
import type { Profile } from './profile.ts';

/** Names of the dense features, in order. */
export const DENSE_NAMES = [
  'length',
  'short',
  'long',
  'counted',
  'counted2',
  'share',
  'money',
  'bigNumber',
  'year',
  'date',
  'names',
  'names2',
  'person',
  'organisation',
  'place',
  'past',
  'past2',
  'present',
  'pastOnly',
  'presentOnly',
  'modalFuture',
  'modalCan',
  'modalMay',
  'modalWould',
  'modalShould',
  'firstSingular',
  'firstPlural',
  'second',
  'third',
  'negation',
  'question',
  'comparative',
  'superlative',
  'reports',
  'cause',
  'opinion',
  'finite',
  'digits',
  'upperShare',
  'firstAndPast',
  'numberAndPast',
  'nameAndPast',
  'factAbout',
  'trend',
  'totality',
  'vagueNumber',
  'dense',
] as const;

const FIRST_SINGULAR = new Set("i i'm i've i'd i'll me my myself mine".split(' '));
const FIRST_PLURAL = new Set("we we're we've we'd we'll us our ours ourselves let's".split(' '));
const THIRD = new Set("he she they it he's she's they're they've it's his her hers their theirs its him them".split(' '));
const CAUSE = /\b(?:because|cause[ds]?|due to|led to|result(?:s|ed)? (?:in|of)|thanks to)\b/;
const OPINION =
  /\b(?:think|believe|feel|hope|wish|guess|suppose|doubt|suspect|want|love|like|agree|thank|sure|maybe|perhaps|should|ought|must|need|let's|let)\b/;
const COMPARATIVE =
  /\b(?:more|less|fewer|larger|smaller|higher|lower|better|worse|greater|bigger|older|newer|stronger|weaker|longer|shorter|than|twice|double[ds]?|triple[ds]?|half)\b/;
const SUPERLATIVE = /\b(?:most|least|first|only|last|ever|never|worst|best|\w{3,}est)\b/;
const REPORTS =
  /\b(?:said|says|told|voted|signed|supported|opposed|proposed|called|announced|according|passed|vetoed|promised|spent|cut|raised|lost|won)\b/;
const TREND =
  /\b(?:increase[ds]?|decrease[ds]?|rose|risen|fell|fallen|grew|grown|grow|cut|raised|doubled|tripled|gone (?:up|down)|went (?:up|down)|lost|gained|created|dropped|growth|decline[ds]?|reduction|rate|deficit|budget|average|total|spending|jobs)\b/;
const TOTALITY = /\b(?:all|every|each|none|nobody|no one|any|always|never|everybody|everyone)\b/;
const VAGUE = /\b(?:hundreds|thousands|millions|billions|dozens|many|several|majority|most of|number of|half of|one of)\b/;
const ABOUT = /^(?:and |but |so |well |now |in fact |yes |no )*(?:the|he|she|they|it|there|this|that|we|our|their|his|her)\b/;

/** Dense features of a sentence, about 0 to 1 each. */
export function denseFeatures(profile: Profile): Float64Array {
  const { words, numbers, dates, names } = profile;
  const text = words.join(' ');
  const out = new Float64Array(DENSE_NAMES.length);
  let singular = 0;
  let plural = 0;
  let third = 0;
  for (const word of words) {
    if (FIRST_SINGULAR.has(word)) singular++;
    if (FIRST_PLURAL.has(word)) plural++;
    if (THIRD.has(word)) third++;
  }
  const counted = numbers.filter(
    number => number.kind !== 'ordinal' && number.kind !== 'version' && !(number.kind === 'count' && number.value === 1),
  ).length;
  const modal = profile.modal ?? '';
  const kind = (name: string): number => (names.some(found => found.kind === name) ? 1 : 0);
  const flag = (value: boolean): number => (value ? 1 : 0);
  const values = [
    Math.min(1, Math.log1p(words.length) / 4),
    flag(words.length < 7),
    flag(words.length > 24),
    flag(counted > 0),
    Math.min(3, counted) / 3,
    flag(numbers.some(number => number.kind === 'percent' || number.kind === 'share' || number.kind === 'percentage-points')),
    flag(numbers.some(number => number.kind === 'money')),
    flag(numbers.some(number => number.value >= 1000)),
    flag(dates.some(date => /^\d{4}$/.test(date.iso ?? ''))),
    flag(dates.length > 0),
    Math.min(4, names.length) / 4,
    flag(names.length > 1),
    kind('person'),
    kind('organisation'),
    kind('place'),
    Math.min(3, profile.past) / 3,
    flag(profile.past > 0),
    Math.min(3, profile.present) / 3,
    flag(profile.past > 0 && profile.present === 0 && modal === ''),
    flag(profile.present > 0 && profile.past === 0 && modal === ''),
    flag(/^(?:will|won't|shall)$/.test(modal)),
    flag(/^(?:can|cannot|can't)$/.test(modal)),
    flag(/^(?:may|might)$/.test(modal)),
    flag(/^(?:would|wouldn't|could|couldn't)$/.test(modal)),
    flag(/^(?:should|shouldn't|must|mustn't)$/.test(modal)),
    Math.min(3, singular) / 3,
    Math.min(3, plural) / 3,
    Math.min(3, profile.secondPerson) / 3,
    Math.min(3, third) / 3,
    Math.min(2, profile.negations) / 2,
    flag(profile.text.endsWith('?')),
    flag(COMPARATIVE.test(text)),
    flag(SUPERLATIVE.test(text)),
    flag(REPORTS.test(text)),
    flag(CAUSE.test(text)),
    flag(OPINION.test(text)),
    flag(profile.finite),
    flag(/\d/.test(profile.text)),
    upperShare(profile.text),
    flag(singular > 0 && profile.past > 0),
    flag(counted > 0 && profile.past > 0),
    flag(names.length > 0 && profile.past > 0),
    flag(ABOUT.test(text)),
    flag(TREND.test(text)),
    flag(TOTALITY.test(text)),
    flag(VAGUE.test(text)),
    Math.min(1, (counted + names.length + dates.length) / Math.max(4, words.length / 3)),
  ];
  for (let index = 0; index < values.length; index++) out[index] = values[index] as number;
  return out;
}

function upperShare(text: string): number {
  let upper = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 65 && code <= 90) upper++;
  }
  return Math.min(1, (upper * 10) / Math.max(20, text.length));
}

/**
 * The sentence with its content words replaced by their class: function words stay, verbs become their form, facts their kind.
 * n-grams of it tell "V:past NUM:count NNS" from "i would V:base NN" with few examples.
 */
export function abstractOf(profile: Profile): string[] {
  const out: string[] = [];
  const { numbers, dates, names } = profile;
  let number = 0;
  let date = 0;
  let name = 0;
  let last = '';
  for (const token of profile.tokens) {
    while (numbers[number] !== undefined && (numbers[number] as { span: { end: number } }).span.end <= token.start) number++;
    while (dates[date] !== undefined && (dates[date] as { span: { end: number } }).span.end <= token.start) date++;
    while (names[name] !== undefined && (names[name] as { span: { end: number } }).span.end <= token.start) name++;
    const d = dates[date];
    const n = numbers[number];
    const m = names[name];
    let mark: string;
    if (d && d.span.start <= token.start) mark = `D${date}`;
    else if (n && n.span.start <= token.start) mark = `N${number}`;
    else if (m && m.span.start <= token.start) mark = `E${name}`;
    else {
      out.push(classOf(token));
      last = '';
      continue;
    }
    if (mark === last) continue;
    last = mark;
    out.push(d && mark[0] === 'D' ? '<date>' : n && mark[0] === 'N' ? `<${n.kind}>` : `<${m?.kind ?? ''}>`);
  }
  return out;
}

function classOf(token: Token): string {
  if (token.kind === 'mark') return token.text;
  if (token.kind !== 'word') return `<${token.kind}>`;
  const word = token.lower;
  if (FUNCTION_WORDS.has(word)) return word;
  const form = commonVerbForm(word);
  if (form !== undefined) return `<${form}>`;
  if (word.endsWith('ing')) return '<gerund>';
  if (word.endsWith('ly')) return '<adverb>';
  if (isPlural(word)) return '<plural>';
  return /^\p{Lu}/u.test(token.text) ? '<capital>' : '<noun>';
}
