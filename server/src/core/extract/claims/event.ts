// Owns: whether a sentence tells an event, and of whom: somebody or something did it, or it befell them.
// Must not know: scores, thresholds, evidence.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import type { Claim } from '../facts.ts';
import type { Predicate } from './predicate.ts';
import type { Profile } from './profile.ts';

/**
 * What the main clause tells as an event: in the past, or in the present as it is of late or in figures. Undefined for what
 * describes, denies, supposes, lists or goes on about "it" and "they".
 */
export function eventOf(profile: Profile): Claim['event'] {
  const [first] = profile.predicates;
  if (first === undefined || first.conditional || STATES.has(first.verb)) return undefined;
  if (profile.firstPerson > 0 || profile.modal !== undefined || profile.quoted > 0.1 || DENIES.test(profile.text)) return undefined;
  if (first.tense === 'present' && !isOfLate(profile)) return undefined;
  if (first.subject === 'pronoun' || first.subject === 'other' || first.subject === 'none' || EMPTY.has(first.head)) return undefined;
  return { head: first.head, isNew: isNew(first, profile) };
}

/** "Insurers", "two more churches", "an external auditor": nobody whom the text has spoken of. */
function isNew({ subject, from, at }: Predicate, { tokens }: Profile): boolean {
  if (subject !== 'indefinite' && subject !== 'plural' && subject !== 'counted') return false;
  // "Four times an hour the device …": a lead without a comma stands before the subject.
  return !tokens.slice(from, at).some(token => DEFINITE.has(token.lower) && !isBehindPreposition(tokens, token.start));
}

/** "Parents of the four children", "two of the firms": the article belongs to what modifies the subject. */
function isBehindPreposition(tokens: Profile['tokens'], start: number): boolean {
  const at = tokens.findIndex(token => token.start === start);
  const before = tokens[at - 1];
  return before !== undefined && FUNCTION_WORDS.has(before.lower) && !DEFINITE.has(before.lower);
}

function isOfLate({ text, numbers }: Profile): boolean {
  return OF_LATE.test(text) || numbers.some(({ kind }) => kind === 'share' || kind === 'percent' || kind === 'money');
}

const DEFINITE = new Set('the this that these those its his her their our'.split(' '));
/** Verbs of a state or a change of it, said of anything. */
const STATES = new Set('is are was were be been being am has have had seemed seem remained remain stayed became become'.split(' '));
/** Subjects that stand for what was spoken of. */
const EMPTY = new Set('things thing others some many few most something nothing everything anything all none both one it that this'.split(' '));
const DENIES =
  /^(?:no|not|nobody|none|neither|nothing|hardly)\b|\b(?:did|has|have|had|was|were|is|are|does|do)(?:n['’]t| not| never)\b|\bnever\b|\bno longer\b/i;
const OF_LATE = /\b(?:now|nowadays|at present|currently|this year|today|still|these days)\b/i;
