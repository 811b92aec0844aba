// Owns: whether a sentence tells an event, and of whom: somebody or something did it, or it befell them.
// Must not know: scores, thresholds, evidence.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { SAME_IN_PAST, verbForm } from '../../lexicon/verbs.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Claim } from '../facts.ts';
import type { Predicate } from './predicate.ts';
import type { Profile } from './profile.ts';

/**
 * What the main clause tells as an event: in the past, or in the present as it is of late, goes on or is counted. Undefined for
 * what describes, denies, supposes, lists or goes on about "it" and "they".
 */
export function eventOf(profile: Profile): Claim['event'] {
  const [first] = profile.predicates;
  if (first === undefined || first.conditional || EMPTY.has(first.head)) return undefined;
  if (profile.firstPerson > 0 || profile.modal !== undefined || profile.quoted > 0.1 || DENIES.test(profile.text)) return undefined;
  if (first.subject === 'pronoun' || first.subject === 'other' || first.subject === 'none') return undefined;
  if (!isEvent(first, profile) && !isTie(first, profile)) return undefined;
  return { head: first.head, isNew: isNew(first, profile) };
}

function isEvent(first: Predicate, profile: Profile): boolean {
  if (isPerfect(first, profile)) return true;
  if (first.tense === 'present' && isCommonNoun(first, profile)) return false;
  return STATES.has(first.verb) ? goesOn(first, profile) : first.tense !== 'present' || isOfLate(first, profile);
}

/** "Password spraying works where …": its capital is that of the sentence, and it is no plural that could be somebody. */
function isCommonNoun({ subject, head, from, at }: Predicate, { tokens }: Profile): boolean {
  return subject === 'name' && from === 0 && !isPlural(head) && tokens.slice(1, at).every(token => token.text === token.lower);
}

/** "have set up a squad", "has cut ties": participles that are base forms, too. */
function isPerfect({ verb, at }: Predicate, { tokens }: Profile): boolean {
  return (SAME_IN_PAST.has(verb) || verb === 'run' || verb === 'come') && /^(?:has|have|had)$/.test(tokens[at]?.lower ?? '');
}

/** "The plant employs 240 people", "her brother runs a shop", "the firm is owned by a fund", "the clinic has four vets": who belongs to whom, and how much there is. */
function isTie({ verb, tense, subject, at, passive }: Predicate, { tokens, text }: Profile): boolean {
  if (tense !== 'present' || (subject !== 'name' && subject !== 'definite')) return false;
  const next = tokens[at + 1];
  if (passive) return TIED.test(text);
  if (verb === 'has' || verb === 'have') return next?.kind === 'number' || (next !== undefined && COUNTED.test(next.lower));
  if (/^works?$/.test(verb)) return /^(?:for|at|as)$/.test(next?.lower ?? '');
  return TIES.test(verb) && next !== undefined && next.kind !== 'mark';
}

const TIES =
  /^(?:owns?|belongs?|employs?|runs?|lives?|serves?|supplies|supply|financ(?:e|es)|earns?|teaches|chairs?|heads?|operates?|manages?|houses?|sponsors?|insures?)$/;
const TIED =
  /\b(?:is|are) (?:also |now |mostly |partly |largely |jointly )?(?:owned|run|financed|funded|led|headed|insured|supplied|audited|managed|sponsored|backed|chaired|advised|paid|represented|employed) by\b/i;
const COUNTED =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|about|some|around|nearly|almost|more|dozens|hundreds|thousands)$/;

/** "Insurers", "two more churches", "an external auditor", "Music firms": nobody whom the text has spoken of. */
function isNew({ subject, head, from, at }: Predicate, { tokens }: Profile): boolean {
  if (subject === 'name') {
    // The first word of a sentence is no name for its capital.
    const rest = tokens.slice(from + 1, at);
    return from === 0 && isPlural(head) && rest.length > 0 && rest.every(token => token.text === token.lower && token.kind === 'word');
  }
  if (subject !== 'indefinite' && subject !== 'plural' && subject !== 'counted') return false;
  // "Four times an hour the device …": a lead without a comma stands before the subject.
  return !tokens.slice(from, at).some((token, index) => DEFINITE.has(token.lower) && !isBehindPreposition(tokens, from + index));
}

/** "Parents of the four children", "two of the firms": the article belongs to what modifies the subject. */
function isBehindPreposition(tokens: Profile['tokens'], at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return before !== undefined && FUNCTION_WORDS.has(before) && !DEFINITE.has(before);
}

/** "Lawyers are collecting complaints". */
function goesOn({ tense, at }: Predicate, { tokens }: Profile): boolean {
  return tense === 'present' && tokens.slice(at + 1, at + 3).some(token => verbForm(token.lower) === 'gerund');
}

/** "Insurers now ask", "three villages share", "most farms are run"; a past that was taken for what modifies the subject counts, too. */
function isOfLate(predicate: Predicate, { text, numbers, tokens }: Profile): boolean {
  const { subject, head, helped, from, at } = predicate;
  // "Half-way through, it gets lively"
  if (subject === 'counted') return isPlural(head);
  if (OF_LATE.test(text) || numbers.some(({ kind }) => kind === 'share' || kind === 'percent' || kind === 'money')) return true;
  const isOpen = subject === 'indefinite' || subject === 'plural';
  return isOpen && !helped && tokens.slice(from + 1, at).some(token => verbForm(token.lower) === 'past');
}

const DEFINITE = new Set('the this that these those its his her their our'.split(' '));
/** Verbs of a state or a change of it, said of anything. */
const STATES = new Set('is are was were be been being am has have had seemed seem remained remain stayed became become'.split(' '));
/** Subjects that stand for what was spoken of, or for what follows. */
const EMPTY = new Set(
  'things thing others some many few most something nothing everything anything all none both one it that this'.split(' '),
);
const DENIES =
  /^(?:no|not|nobody|none|neither|nothing|hardly)\b|\b(?:did|has|have|had|was|were|is|are|does|do)(?:n['’]t| not| never)\b|\bnever\b|\bno longer\b/i;
const OF_LATE = /\b(?:now|nowadays|at present|currently|this year|today|still|these days)\b|^most\b/i;
