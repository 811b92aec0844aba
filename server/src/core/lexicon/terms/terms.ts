// Owns: the lexicon of security terms: reading its compact lines, looking terms up, finding them in prose.
// Must not know: facts, rules, house terms.
//
// A line of the data modules:  term; variant; !discouraged variant | definition | confused with, … | authority
// A leading "~" marks a word of everyday English, which counts as a term only near another term.
// A leading "=" marks a term that every reader knows. Plurals and -ize spellings need no variants.
import { type Found, WordTrie } from '../../text/word-trie.ts';
import { plural } from '../inflect.ts';
import { ATTACK_TERMS } from './attack.ts';
import { CLOUD_TERMS } from './cloud.ts';
import { CRYPTO_TERMS } from './crypto.ts';
import { IDENTITY_TERMS } from './identity.ts';
import { INTELLIGENCE_TERMS } from './intelligence.ts';
import { LAW_TERMS } from './law.ts';
import { MALWARE_TERMS } from './malware.ts';
import { NETWORK_TERMS } from './network.ts';
import { OPERATIONS_TERMS } from './operations.ts';
import { SYSTEM_TERMS } from './system.ts';
import { VULNERABILITY_TERMS } from './vulnerability.ts';

export type Field =
  | 'attacks'
  | 'cloud and software'
  | 'cryptography'
  | 'identity'
  | 'intelligence'
  | 'law and privacy'
  | 'malware'
  | 'networks'
  | 'operations'
  | 'systems'
  | 'vulnerabilities';

/** An entry of the lexicon. */
export interface Term {
  /** The term in lower case with hyphens. */
  readonly id: string;
  /** The form to prefer. */
  readonly term: string;
  /** Other spellings and inflections that are found. */
  readonly variants: readonly string[];
  /** Forms that are found and for which `term` is better. */
  readonly discouraged: readonly string[];
  /** Plain English, two sentences at most. */
  readonly definition: string;
  readonly field: Field;
  /** Ids of terms that it is mixed up with. */
  readonly confusedWith: readonly string[];
  /** Where to look further: a document and the term in it. */
  readonly authority: string;
  /** A word that mostly means something else outside of security. */
  readonly everyday: boolean;
  /** Known to readers of any newspaper. */
  readonly common: boolean;
}

const FIELDS: readonly (readonly [Field, string])[] = [
  ['attacks', ATTACK_TERMS],
  ['cloud and software', CLOUD_TERMS],
  ['cryptography', CRYPTO_TERMS],
  ['identity', IDENTITY_TERMS],
  ['intelligence', INTELLIGENCE_TERMS],
  ['law and privacy', LAW_TERMS],
  ['malware', MALWARE_TERMS],
  ['networks', NETWORK_TERMS],
  ['operations', OPERATIONS_TERMS],
  ['systems', SYSTEM_TERMS],
  ['vulnerabilities', VULNERABILITY_TERMS],
];

let byId: ReadonlyMap<string, Term> | undefined;
let trie: WordTrie<readonly Candidate[]> | undefined;

interface Candidate {
  readonly term: Term;
  /** Capitals decide for acronyms: "RAT" is a term, "rat" is an animal. */
  readonly exact?: string;
}

/** All terms by id. Read at first use, not at start. */
export function allTerms(): ReadonlyMap<string, Term> {
  byId ??= new Map(FIELDS.flatMap(([field, lines]) => readLines(field, lines)).map(term => [term.id, term]));
  return byId;
}

/** The term with this id. */
export function termById(id: string): Term | undefined {
  return allTerms().get(id);
}

/** The term written like this, whatever its form. */
export function termNamed(text: string): Term | undefined {
  const candidates = termTrie().get(text);
  return candidates?.find(candidate => fits(candidate, text))?.term;
}

/** Uses of terms in `text` between two offsets, longest first from the left. Time is linear in the length. */
export function findTerms(text: string, from = 0, to = text.length): readonly Found<Term>[] {
  const found: Found<Term>[] = [];
  for (const { start, end, value } of termTrie().find(text, from, to)) {
    const candidate = value.find(one => fits(one, text.slice(start, end)));
    if (candidate) found.push({ start, end, value: candidate.term });
  }
  return found.some(one => !one.value.everyday) ? found : [];
}

function fits(candidate: Candidate, written: string): boolean {
  return candidate.exact === undefined || candidate.exact === written || `${candidate.exact}s` === written;
}

function termTrie(): WordTrie<readonly Candidate[]> {
  if (trie) return trie;
  const made = new WordTrie<Candidate[]>();
  for (const term of allTerms().values()) {
    for (const form of formsOf(term)) {
      const list = made.add(form, []);
      const candidate: Candidate = isAcronym(form) ? { term, exact: form } : { term };
      if (!list.some(other => other.term === term && other.exact === candidate.exact)) list.push(candidate);
    }
  }
  trie = made;
  return made;
}

/** Every form that stands for a term, plurals and American spellings included. */
export function formsOf(term: Term): readonly string[] {
  const forms = new Set<string>();
  for (const form of [term.term, ...term.variants, ...term.discouraged]) {
    for (const spelled of [
      form,
      form.replace(/is(ation|ed|es?|ing)\b/g, 'iz$1'),
      form.replace(/\bdefence\b/g, 'defense').replace(/\bcentre\b/g, 'center'),
    ]) {
      forms.add(spelled);
      if (!/(?:ing|ness|s)$/.test(spelled)) forms.add(plural(spelled));
    }
  }
  return [...forms];
}

function isAcronym(form: string): boolean {
  return /^[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*$/.test(form);
}

/** The id of a term: lower case, words joined by hyphens. */
export function idOf(term: string): string {
  return term
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function readLines(field: Field, lines: string): Term[] {
  const terms: Term[] = [];
  for (const line of lines.split('\n')) {
    const [forms = '', definition = '', confused = '', authority = ''] = line.split('|').map(cell => cell.trim());
    if (!forms || !definition) continue;
    const [first = '', ...others] = forms.split(';').map(form => form.trim());
    const term = first.replace(/^[~=]+/, '');
    terms.push({
      id: idOf(term),
      term,
      variants: others.filter(form => form && !form.startsWith('!')),
      discouraged: others.filter(form => form.startsWith('!')).map(form => form.slice(1).trim()),
      definition,
      field,
      confusedWith: confused ? confused.split(',').map(idOf) : [],
      authority,
      everyday: /^=?~/.test(first),
      common: /^~?=/.test(first),
    });
  }
  return terms;
}
