// Owns: classes of words that tell subjects and verbs apart: helpers, pronouns, adverbs, people that act, what starts an object.
// Must not know: clauses, predicates, what makes a claim.
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Token } from '../../text/tokens.ts';

/** Words that open a relative clause. */
export const RELATIVES = new Set('which who whom whose that where'.split(' '));
/** Helpers in the present. */
export const PRESENT = new Set(
  "is are am has have does do isn't aren't hasn't haven't doesn't don't it's that's there's they're".split(' '),
);
/** Helpers in the past. */
export const PAST = new Set("was were had did wasn't weren't hadn't didn't".split(' '));

/** Helpers of what may, can or will be. */
export const MODALS = new Set(
  "will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't mustn't ought".split(' '),
);

/** Pronouns that are a subject by themselves. */
export const PERSONAL = new Set('i you he she it we they who'.split(' '));
/** Words that point at a thing, with or without its noun. */
export const POINTING = new Set('this that these those'.split(' '));

/** Adverbs that stand among helpers and verbs. */
export const ADVERBS = new Set(
  'also then later now still soon once even just only never already both not ever since again first always often long previously eventually recently'.split(
    ' ',
  ),
);

/** Nouns for people and bodies that act. */
export const AGENT = new RegExp(
  `^(?:${alternatives(
    /attackers?|actors?|hackers?|groups?|gangs?|crews?|criminals?|intruders?|thieves|spies/,
    /operators?|researchers?|analysts?|investigators?/,
    // The state and its courts.
    /police|prosecutors?|officials?|officers?|ministry|ministries|minister|agency|agencies|regulators?|governments?/,
    // Firms and those who work there.
    /compan(?:y|ies)|firms?|banks?|vendors?|hospitals?|courts?|judges?|president/,
    /employees?|staff|workers?|teams?/,
    /council|cit(?:y|ies)|state|army|union/,
    /customers?|members|students/,
    /campaign|spokes(?:man|woman|person)|makers?|developers?/,
    /engineers?|committee|office|university|school/,
    /administrators?|residents|victims?|parliament|authorit(?:y|ies)|lawyers?/,
    /men|women|man|woman|people/,
  )})$`,
);

/** Pronouns that are an object. */
export const OBJECT = /^(?:it|them|him|hers?|us|you|me|theirs|ours|itself|themselves)$/;
/** A capital at the start. */
export const CAPITAL = /^\p{Lu}/u;

/** How far a lead ("In the spring of 2022, …") may reach before its comma. */
export const LEAD = 40;

/** Whether a word helps a verb: "has", "was", "will". */
export function isHelper(word: string): boolean {
  return PRESENT.has(word) || PAST.has(word) || MODALS.has(word);
}

/** Whether a word is an adverb, known or by its ending. */
export function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.endsWith('ly') && word !== 'only' && verbForm(word) === undefined);
}

/** Whether a word is a form that tells of the past: "took", "taken". */
export function isPastForm(token: Token): boolean {
  const form = verbForm(token.lower);
  return form === 'past' || form === 'participle';
}

/** Whether a word counts things, or leads a count: "twelve", "nearly". */
export function isCountWord(word: string): boolean {
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions|half|more|fewer|less|over|nearly|almost|about|around|roughly|at)$/.test(
    word,
  );
}

/** Whether an object or another complement of a verb starts here. */
export function startsObject(next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'mark') return false;
  if (next.kind !== 'word') return true;
  return (
    DETERMINERS.has(next.lower) ||
    OBJECT.test(next.lower) ||
    /^(?:how|what|whether|when|where|why)$/.test(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    next.lower === 'to' ||
    next.lower === 'that' ||
    next.lower.endsWith('ing') ||
    next.lower.endsWith('ly') ||
    CAPITAL.test(next.text)
  );
}

/** The first place from `from` that is no mark. */
export function skipMarks(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind === 'mark') at++;
  return at;
}
