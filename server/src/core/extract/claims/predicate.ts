// Owns: the predicates of a sentence's main clauses: where each clause starts behind what leads it, its verb, its subject.
// Must not know: which words are verbs; scores, models, what makes a claim.
import { AUXILIARIES, FUNCTION_WORDS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { isSimplePast, verbForm } from '../../lexicon/verbs.ts';
import type { Token } from '../../text/tokens.ts';
import { finiteAt, plain, type Verb } from './finite-verb.ts';
import { type SubjectKind, subjectOf } from './subject.ts';
import { ADVERBS, CAPITAL, isHelper, isPastForm, LEAD, RELATIVES, skipMarks, startsObject } from './word-classes.ts';

/** The first finite verb of a main clause, and its subject. */
export interface Predicate extends Verb {
  readonly subject: SubjectKind;
  /** The last noun of the subject before anything that modifies it, in lower case. */
  readonly head: string;
  /** Index of the subject's first token. */
  readonly from: number;
  /** A condition leads: "if", "when", "once". */
  readonly conditional: boolean;
}

const CONDITIONS = new Set('if when whenever once unless until wherever whether'.split(' '));
const LEADS = new Set('while although though because since as after before whereas by'.split(' '));
const SUBORDINATORS = new Set(
  'which who whom whose that where when if because while as since what how why whether unless until once so'.split(' '),
);
const ARTICLES = new Set('the a an its his her their our'.split(' '));
const NOUN_FORMS: ReadonlySet<string | undefined> = new Set(['gerund', 'participle']);

/** How many main clauses of a sentence are read. */
const MOST = 4;

/** Reads the predicates of a sentence's main clauses, in order; none where it has no finite verb. Linear. */
export function predicatesOf(tokens: readonly Token[]): readonly Predicate[] {
  let at = skipMarks(tokens, 0);
  let conditional = false;
  for (let leads = 0; leads < 3; leads++) {
    // "But if it had been apart, …"
    if (/^(?:and|but|even|so)$/.test(tokens[at]?.lower ?? '') && CONDITIONS.has(tokens[at + 1]?.lower ?? '')) at++;
    if (CONDITIONS.has(tokens[at]?.lower ?? '')) conditional = true;
    const next = afterLead(tokens, at);
    if (next === undefined) break;
    at = skipMarks(tokens, next);
  }
  const found: Predicate[] = [];
  for (let from: number | undefined = at; from !== undefined && found.length < MOST; ) {
    const verb = mainVerb(tokens, from);
    if (verb === undefined) break;
    const subject = subjectOf(tokens, from, verb.at);
    const last = found[found.length - 1];
    // "It fell and was never rebuilt": the subject goes on.
    found.push({
      ...verb,
      ...(subject.subject === 'none' && last ? { subject: last.subject, head: last.head } : subject),
      from,
      conditional,
    });
    from = nextClause(tokens, verb.at + 1);
  }
  return found;
}

/** Where the next main clause starts: behind ";", behind a comma or dash with "and" or "but"; undefined where none does. */
function nextClause(tokens: readonly Token[], from: number): number | undefined {
  let depth = 0;
  let deep = false;
  for (let at = from; at < tokens.length; at++) {
    const { text, lower } = tokens[at] as Token;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth > 0) continue;
    if (text === ';') return at + 1;
    const next = tokens[at + 1]?.lower ?? '';
    if (text === ',' && /^(?:and|but|while|whereas|yet)$/.test(next)) return at + 2;
    if (text === ',') deep = false;
    if (SUBORDINATORS.has(lower)) deep = true;
    if (!deep && (text === 'and' || text === 'but') && startsPredicate(tokens, at + 1)) return at + 1;
  }
  return undefined;
}

/** "and was fixed", "but has since left". */
function startsPredicate(tokens: readonly Token[], at: number): boolean {
  let ahead = at;
  while (ahead < at + 2 && ADVERBS.has(tokens[ahead]?.lower ?? '')) ahead++;
  return isHelper(tokens[ahead]?.lower ?? '') || (isSimplePast(tokens[ahead]?.lower ?? '') && startsObject(tokens[ahead + 1]));
}

/** Where the main clause starts behind what leads it ("In 2019, ", "However, ", "If …, "); undefined where nothing does. */
function afterLead(tokens: readonly Token[], at: number): number | undefined {
  const first = tokens[at];
  if (!first || (first.kind !== 'word' && first.kind !== 'number')) return undefined;
  const word = first.lower;
  const leads =
    CONDITIONS.has(word) ||
    LEADS.has(word) ||
    PREPOSITIONS.has(word) ||
    word.endsWith('ing') ||
    (verbForm(word) === 'past' && first.kind === 'word') ||
    tokens[at + 1]?.text === ',' ||
    (word.endsWith('ly') && tokens[at + 1]?.text === ',') ||
    tokens[at + 2]?.text === ',';
  if (!leads || isAppositive(tokens, at)) return undefined;
  let depth = 0;
  for (let ahead = at + 1; ahead < tokens.length && ahead < at + LEAD; ahead++) {
    const text = tokens[ahead]?.text;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if ((text === ',' || text === ':') && depth <= 0 && tokens[ahead + 1]?.lower !== 'and' && tokens[ahead + 1]?.kind !== 'number')
      return ahead + 1;
    // "In 2012 GitHub was hacked": no comma, so the lead is left to the search for the verb.
    else if (depth <= 0 && isHelper(tokens[ahead]?.lower ?? '') && !CONDITIONS.has(word) && !LEADS.has(word)) return undefined;
  }
  return undefined;
}

/** "Nadia Osei, who speaks for …, finds", "Drost, 61, retired", "Thea Lindgaard, his lawyer, asked": a subject and what is said of it. */
function isAppositive(tokens: readonly Token[], at: number): boolean {
  let comma = at + 1;
  while (comma < at + 3 && tokens[comma]?.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return false;
  const next = tokens[comma + 1];
  if (next === undefined || (tokens[at] as Token).kind !== 'word') return false;
  if (/^(?:who|whose|whom|which)$/.test(next.lower)) return true;
  const age = ADVERBS.has(next.lower) ? comma + 2 : comma + 1;
  if (tokens[age]?.kind === 'number' && tokens[age + 1]?.text === ',') return true;
  if (comma !== at + 2) return false;
  if (CAPITAL.test((tokens[at + 1] as Token).text)) return true;
  // "The contractor, Medrix, lost …"
  return ARTICLES.has((tokens[at] as Token).lower) && (CAPITAL.test(next.text) || ARTICLES.has(next.lower));
}

/** The first finite verb from `from` that stands in no relative clause and no parenthesis. */
function mainVerb(tokens: readonly Token[], from: number): Verb | undefined {
  let relative = false;
  /** A comma opened the relative clause, and a comma ends it. */
  let between = false;
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.text === ',' && between) relative = between = false;
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 || token.kind !== 'word') continue;
    const word = token.lower;
    if (at > from && RELATIVES.has(word) && opensRelative(tokens, at)) {
      relative = true;
      between = tokens[at - 1]?.text === ',';
      continue;
    }
    // "the attackers that hit the bank": right behind the pronoun any form is its verb.
    const behind =
      relative && RELATIVES.has(tokens[at - 1]?.lower ?? '') && verbForm(word) !== undefined && !NOUN_FORMS.has(verbForm(word));
    const found = finiteAt(tokens, at, from) ?? (behind ? plain(word, 'present', at) : undefined);
    if (found === undefined) continue;
    if (relative) {
      relative = false;
      // "The men that hit the bank and took the cash have fled."
      at = endOfGroup(tokens, at);
      continue;
    }
    return found;
  }
  return undefined;
}

function opensRelative(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  if (word !== 'that') return true;
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.text === ')' || (before.kind === 'word' && !FUNCTION_WORDS.has(before.lower));
}

function endOfGroup(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at + 1 < tokens.length && at < from + 5) {
    const next = tokens[at + 1] as Token;
    if (next.kind !== 'word' || !(AUXILIARIES.has(next.lower) || next.lower === 'not' || next.lower.endsWith('ly') || isPastForm(next)))
      break;
    at++;
  }
  return at;
}
