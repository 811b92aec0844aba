// Owns: the subject before a verb: what sort of thing it is, and its head.
// Must not know: tenses, what the verb says, what makes a claim.
import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Token } from '../../text/tokens.ts';
import { CAPITAL, isCountWord, isPastForm, PERSONAL, POINTING, RELATIVES, skipMarks } from './word-classes.ts';

/** What a subject is by its first words and its head: "Feld", "she", "the bank", "39 offices", "a user", "attackers", "data". */
export type SubjectKind = 'name' | 'pronoun' | 'definite' | 'counted' | 'indefinite' | 'plural' | 'other' | 'none';

/** The subject that starts at `from`, before the verb at `verb`. */
export function subjectOf(tokens: readonly Token[], from: number, verb: number): { subject: SubjectKind; head: string } {
  let start = from;
  // "In 2012 GitHub was hacked": past the prepositions of a lead without its comma.
  while (start < verb && tokens[start]?.kind === 'mark') start++;
  if (PREPOSITIONS.has(tokens[start]?.lower ?? '')) start = behindLead(tokens, start, verb);
  const first = tokens[start];
  if (first === undefined || start >= verb) return { subject: 'none', head: '' };
  const head = headOf(tokens, start, verb);
  const word = first.lower;
  if (PERSONAL.has(word)) return { subject: 'pronoun', head: word };
  if (POINTING.has(word)) return { subject: start + 1 >= verb ? 'pronoun' : 'definite', head };
  if (word === 'there') return { subject: 'other', head: 'there' };
  if (/^(?:the|its|their|his|her|our|my|both|another)$/.test(word)) return { subject: 'definite', head };
  if (/^(?:a|an|any|every|each|no|some|such|most|many|all|few|several|other|one)$/.test(word)) return { subject: 'indefinite', head };
  if (first.kind === 'number' || isCountWord(word)) return { subject: 'counted', head };
  const capital = tokens.slice(start, Math.min(verb, start + 6)).filter(token => token.kind === 'word' && CAPITAL.test(token.text));
  if (capital.length > 1 || (capital.length === 1 && (start > skipMarks(tokens, 0) || !isCommon(first)))) return { subject: 'name', head };
  if (first.kind === 'opaque') return { subject: 'name', head };
  if (isPlural(head)) return { subject: 'plural', head };
  return { subject: 'other', head };
}

/** "In every mailbox they …", "In the past five years 14 firms …": where the phrase starts that stands before the verb without a preposition. */
function behindLead(tokens: readonly Token[], from: number, verb: number): number {
  for (let at = verb - 1; at > from + 1; at--) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (PERSONAL.has(token.lower)) return at;
    if (!DETERMINERS.has(token.lower) && token.kind !== 'number' && !isCountWord(token.lower)) continue;
    if (before.kind === 'word' && !FUNCTION_WORDS.has(before.lower) && !isCountWord(before.lower)) return at;
  }
  return from;
}

/** A capital at the start of a sentence tells nothing of a word that is a plural, an adverb or a verb. */
function isCommon(token: Token): boolean {
  return (
    isPlural(token.lower) ||
    token.lower.endsWith('ly') ||
    token.lower.endsWith('ing') ||
    verbForm(token.lower) !== undefined ||
    FUNCTION_WORDS.has(token.lower) ||
    /(?:tion|ment|ness|ity|ance|ence|ware)$/.test(token.lower)
  );
}

function headOf(tokens: readonly Token[], from: number, verb: number): string {
  let head = '';
  for (let at = from; at < verb; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark') {
      if (head !== '' && token.text !== '-' && token.text !== '"') break;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (head !== '' && (PREPOSITIONS.has(token.lower) || RELATIVES.has(token.lower) || token.lower === 'and')) break;
    if (!FUNCTION_WORDS.has(token.lower)) {
      if (head !== '' && isPastForm(token)) break;
      head = token.lower;
    }
  }
  return head;
}
