// Owns: the type of a claim and what the hover can say about why it counts as one.
// Must not know: scores, evidence.
import { alternatives } from '../../text/alternatives.ts';
import type { ClaimType } from '../facts.ts';
import { reports } from './not.ts';
import type { Profile } from './profile.ts';

const CAUSAL =
  /\b(?:because|caused?|causes|causing|due to|led to|leads to|resulted in|results in|result of|thanks to|owing to|blamed|as a consequence|triggered|so that|therefore)\b/;
/** "More", "older", "twice": before "than" or "as". */
const DEGREES = alternatives(
  /more|less|fewer|larger|smaller|higher|lower|faster|slower/,
  /better|worse|greater|bigger|older|newer|stronger|weaker|cheaper|longer|shorter|twice|double[ds]?|triple[ds]?|half/,
);
const CHANGED = alternatives(
  /rose|fell|grew|increased|decreased|dropped|doubled|tripled|declined|surged/,
  /compared (?:to|with)|unlike|up from|down from/,
);
const TOPMOST = /first|largest|biggest|most|least|worst|best|oldest|newest|fastest|highest|lowest|longest|only/.source;
const COMPARISON = new RegExp(
  alternatives(
    String.raw`\b(?:${DEGREES}) (?:\w+ ){0,3}(?:than|as)\b`,
    String.raw`\b(?:${CHANGED})\b`,
    String.raw`\b(?:the|its|their) (?:${TOPMOST})\b`,
  ),
);
const CAPABILITY =
  /\b(?:can|cannot|can't|could|able to|capable of|allows?|enables?|lets?|permits?|supports?|unable to|impossible|works? (?:on|with|without))\b/;
const SUPERLATIVE =
  /\b(?:first|only|largest|biggest|most|least|worst|best|oldest|newest|fastest|highest|lowest|longest|greatest|strongest|unprecedented|record|ever|never|always|every|all|none|nobody|no one|impossible|unhackable|unbreakable|completely|entirely|fully)\b/;
const FUTURE = /\b(?:will|won't|going to|expected to|set to|due (?:on|in|to)|likely to|plans? to|forecasts?|predicts?|by 20\d\d)\b/;

/** The type that fits a sentence best. */
export function typeOf(profile: Profile, attributed: boolean): ClaimType {
  const lower = profile.words.join(' ');
  if (profile.quoted > 0.3) return 'quotation';
  const counted = profile.numbers.some(
    number =>
      number.kind !== 'ordinal' &&
      number.kind !== 'version' &&
      number.kind !== 'duration' &&
      !(number.kind === 'count' && number.value <= 1),
  );
  if (counted) return 'statistic';
  if (CAUSAL.test(lower)) return 'causal';
  if (COMPARISON.test(lower)) return 'comparison';
  if (attributed || reports(profile)) return 'attribution';
  if (FUTURE.test(lower) && profile.past === 0) return 'prediction';
  if (CAPABILITY.test(lower) && profile.past === 0) return 'capability';
  if (profile.past > 0 || profile.dates.length > 0) return 'event';
  return 'other';
}

/** What made the score, strongest first, as message keys. */
export function reasonsOf(profile: Profile, attributed: boolean): string[] {
  const reasons: string[] = [];
  const lower = profile.words.join(' ');
  const kinds = new Set(profile.numbers.map(number => number.kind));
  if (kinds.has('percent') || kinds.has('share') || kinds.has('percentage-points')) reasons.push('share');
  if (kinds.has('money')) reasons.push('money');
  if (kinds.has('count') || kinds.has('bytes') || kinds.has('duration') || kinds.has('score')) reasons.push('number');
  if (profile.names.some(name => name.kind === 'actor')) reasons.push('named-actor');
  if (SUPERLATIVE.test(lower)) reasons.push('superlative');
  if (CAUSAL.test(lower)) reasons.push('cause');
  if (COMPARISON.test(lower)) reasons.push('comparison');
  if (profile.dates.length > 0) reasons.push('date');
  if (profile.names.some(name => name.kind !== 'actor')) reasons.push('name');
  if (attributed) reasons.push('attribution');
  if (profile.past > 0) reasons.push('past-event');
  if (kinds.has('version')) reasons.push('version');
  if (profile.negations > 0) reasons.push('denial');
  return reasons;
}

/** Superlatives and absolutes: "the first ever", "impossible to hack". */
export function isAbsolute(profile: Profile): boolean {
  return SUPERLATIVE.test(profile.words.join(' '));
}
