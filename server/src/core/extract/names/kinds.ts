// Owns: telling persons, organisations, places and products by the words of a name and beside it.
// Must not know: how names are cut.
import { GIVEN_NAMES, PLACES, TITLES } from '../../lexicon/name-cues.ts';
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import { ORGANISATION_NAME, ROLE_NOUNS } from '../../lexicon/source-nouns.ts';
import type { Token } from '../../text/tokens.ts';
import type { NameFact } from '../facts.ts';
import type { Run } from './runs.ts';

/** What a run of capitalised words names, as far as its words and neighbours tell. */
export function kindOf(tokens: readonly Token[], run: Run): NameFact['kind'] {
  const words = tokens.slice(run.from, run.last + 1).filter(token => token.kind === 'word');
  const first = words[0]?.lower.replace(/'s?$/, '') ?? '';
  const last = words[words.length - 1]?.lower.replace(/'s?$/, '') ?? '';
  const before = beforeRun(tokens, run.from);
  const after = tokens[run.next];
  if (TITLES.has(first) && words.length > 1) return 'person';
  if (TITLES.has(before) || (ROLE_NOUNS.has(before) && words.length <= 3 && (words.length > 1 || tokens[run.from - 1]?.text !== ',')))
    return ORGANISATION_NAME.has(last) ? 'organisation' : 'person';
  if (words.some(word => ORGANISATION_NAME.has(word.lower.replace(/'s?$/, '')))) return 'organisation';
  if (words.every(word => PLACES.has(word.lower.replace(/'s?$/, '')))) return 'place';
  if (GIVEN_NAMES.has(first) && words.length >= 2 && words.length <= 4) return 'person';
  if ((tokens[run.last] as Token).kind === 'number' || (after?.kind === 'number' && /^v?\d+(?:\.\d+)*$/.test(after.text) && after.spaced))
    return 'product';
  if (/^\p{Lu}{2,6}$/u.test(words[0]?.text.replace(/['’]s?$/, '') ?? '') && words.length === 1) return 'organisation';
  if (isPersonByNeighbours(tokens, run, words.length)) return 'person';
  if (/^(?:in|near|from|across|throughout)$/.test(before) && words.length <= 2 && !run.possessive) return 'place';
  if (before === 'at' || ((before === 'of' || before === 'for') && ROLE_NOUNS.has(tokens[run.from - 2]?.lower ?? '')))
    return 'organisation';
  return 'other';
}

function beforeRun(tokens: readonly Token[], from: number): string {
  const token = tokens[from - 1];
  if (token?.text === '.' || token?.text === ',')
    return token.text === '.'
      ? (tokens[from - 2]?.lower ?? '')
      : ROLE_NOUNS.has(tokens[from - 2]?.lower ?? '')
        ? (tokens[from - 2]?.lower ?? '')
        : '';
  return token?.lower ?? '';
}

/** Two or three plain words with "who", a role or a verb of speech beside them: "Priya Raman, who runs …". */
function isPersonByNeighbours(tokens: readonly Token[], run: Run, count: number): boolean {
  if (count < 2 || count > 3 || run.possessive) return false;
  const after = tokens[run.next];
  if (after?.text === ',') {
    const then = tokens[run.next + 1];
    if (then?.lower === 'who' || (then?.kind === 'number' && /^\d\d$/.test(then.text))) return true;
    for (let ahead = run.next + 1; ahead < tokens.length && ahead < run.next + 8; ahead++) {
      const token = tokens[ahead] as Token;
      if (token.text === ',' || token.text === '.') break;
      if (ROLE_NOUNS.has(token.lower)) return true;
    }
    return false;
  }
  if (after?.lower === 'of') return speaks(tokens, run.next);
  const verb = after?.kind === 'word' ? reportingVerb(after.lower) : undefined;
  if (verb && verb.verb.use === 'speech' && (verb.form === 'past' || verb.form === 'third')) return true;
  const earlier = tokens[run.from - 1];
  const inverted = earlier?.kind === 'word' ? reportingVerb(earlier.lower) : undefined;
  return inverted !== undefined && inverted.verb.lemma === 'say' && after?.kind !== 'word';
}

/** "Ines Halloran of Corvid Labs wrote": a verb of speech behind the affiliation. */
function speaks(tokens: readonly Token[], at: number): boolean {
  for (let ahead = at; ahead < tokens.length && ahead < at + 6; ahead++) {
    const token = tokens[ahead] as Token;
    const verb = token.kind === 'word' ? reportingVerb(token.lower) : undefined;
    if (verb && verb.verb.use === 'speech' && verb.form !== 'base') return true;
  }
  return false;
}

/** One name, one kind: what is told once holds wherever the name or a person's last name comes again. */
export function agree(names: readonly NameFact[]): NameFact[] {
  const kinds = new Map<string, NameFact['kind']>();
  for (const name of names) {
    if (name.kind === 'other') continue;
    const known = kinds.get(name.text);
    if (known === undefined || (known === 'place' && name.kind !== 'place')) kinds.set(name.text, name.kind);
    const words = name.text.split(' ');
    if (name.kind === 'person' && words.length > 1) kinds.set(words[words.length - 1] as string, 'person');
  }
  return names.map(name => {
    const kind = kinds.get(name.text);
    return kind === undefined || kind === name.kind ? name : { ...name, kind };
  });
}
