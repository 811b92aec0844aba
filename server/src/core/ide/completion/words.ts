// Owns: completing words: house terms, preferred forms of security terms, terms of the scale in force, ATT&CK names.
// Must not know: other kinds of completion.
import type { AttackEntry, AttackTable } from '../../knowledge/knowledge.ts';
import type { EstimateScale } from '../../lexicon/estimates.ts';
import { allTerms } from '../../lexicon/terms/terms.ts';
import { scaleFor } from '../../rules/estimates/shared.ts';
import type { HouseTerms } from '../../rules/types.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { FIELD_WORDS } from '../kind-words.ts';
import { plain } from '../markdown.ts';
import { describe } from './identifiers.ts';
import { type Completion, type Forms, foldTyped, formsOf, type Place, replaced, typedWords } from './place.ts';

interface Word {
  readonly newText: string;
  readonly detail: Phrase | string;
  readonly markdown: string;
  /** Its first letter follows what was typed. */
  readonly bends: boolean;
}

const FEWEST_LETTERS = 3;
const MOST = 30;

/** Words that begin like what was typed, the longest beginning first, house terms before all others. */
export function wordCompletions(place: Place): readonly Completion[] {
  const { story, view } = place;
  const typed = typedWords(place.before).filter(words => words.length >= FEWEST_LETTERS);
  if (typed.length === 0) return [];
  const house = houseForms(story.terms);
  const { attack } = story.knowledge;
  const lists = [house.forms, scaleForms(scaleFor(view, story).scale), lexiconForms(), ...(attack ? [attackForms(attack)] : [])];
  const found = new Map<string, Completion>();
  for (const forms of lists) {
    for (const words of typed) {
      const span = replaced(place, words.length, /^[\p{L}\p{N}'’-]*/u);
      for (const { form, value } of forms.startingWith(words, MOST)) {
        const newText = value.bends ? capitalised(value.newText, words) : value.newText;
        // The house avoids it, or it stands there already.
        if (house.avoided.has(foldTyped(value.newText)) || newText === words || found.has(newText)) continue;
        found.set(newText, {
          label: newText,
          detail: value.detail,
          markdown: value.markdown,
          span,
          newText,
          filterText: words + form.slice(words.length),
          kind: 'word',
        });
      }
    }
  }
  return [...found.values()];
}

function capitalised(text: string, typed: string): string {
  return /^\p{Lu}/u.test(typed) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const house = new WeakMap<HouseTerms, { readonly forms: Forms<Word>; readonly avoided: ReadonlySet<string> }>();

function houseForms(terms: HouseTerms): { readonly forms: Forms<Word>; readonly avoided: ReadonlySet<string> } {
  let known = house.get(terms);
  if (known) return known;
  const entries: [string, Word][] = [];
  for (const [written, better] of terms.prefer) {
    const word = { newText: better, detail: phrase`house style`, markdown: '', bends: true };
    entries.push([written, word], [better, word]);
  }
  for (const [term, meaning] of terms.define)
    entries.push([term, { newText: term, detail: phrase`house term`, markdown: plain(meaning), bends: true }]);
  for (const [acronym, expansion] of terms.acronyms)
    entries.push([acronym, { newText: acronym, detail: expansion || phrase`house acronym`, markdown: '', bends: false }]);
  const better = new Set([...terms.prefer.values()].map(foldTyped));
  const avoided = new Set(
    [...terms.ban.keys(), ...[...terms.prefer.keys()].filter(written => !better.has(foldTyped(written)))].map(foldTyped),
  );
  known = { forms: formsOf(entries), avoided };
  house.set(terms, known);
  return known;
}

let lexicon: Forms<Word> | undefined;

/** The form to prefer of each security term, also from the forms for which it is better. */
function lexiconForms(): Forms<Word> {
  lexicon ??= formsOf(
    [...allTerms().values()].flatMap(term => {
      const word = { newText: term.term, detail: FIELD_WORDS[term.field], markdown: plain(term.definition), bends: true };
      return [term.term, ...term.discouraged].map(form => [form, word] as const);
    }),
  );
  return lexicon;
}

const scales = new WeakMap<EstimateScale, Forms<Word>>();

function scaleForms(scale: EstimateScale): Forms<Word> {
  let forms = scales.get(scale);
  if (!forms) {
    forms = formsOf(
      scale.terms.map(({ term, low, high }) => [
        term,
        { newText: term, detail: phrase`${low}–${high} % on the scale of ${scale.name}`, markdown: '', bends: true },
      ]),
    );
    scales.set(scale, forms);
  }
  return forms;
}

const NAMED = new Set(['technique', 'tactic', 'group', 'malware', 'tool', 'campaign', 'mitigation']);
const attackNames = new WeakMap<AttackTable, Forms<Word>>();

/** Names of living entries. Techniques and tactics bring their id, since their names are ordinary words. */
function attackForms(table: AttackTable): Forms<Word> {
  let forms = attackNames.get(table);
  if (forms) return forms;
  const words = function* (entry: AttackEntry): Generator<readonly [string, Word]> {
    const described = { ...describe(entry, table), bends: false };
    const withId = entry.kind === 'technique' || entry.kind === 'tactic' || entry.kind === 'mitigation';
    yield [entry.name, { ...described, newText: withId ? `${entry.name} (${entry.id})` : entry.name }];
    if (!withId) for (const alias of entry.aliases) yield [alias, { ...described, newText: alias }];
  };
  forms = formsOf(
    [...table.entries.values()].filter(entry => entry.status === 'live' && NAMED.has(entry.kind)).flatMap(entry => [...words(entry)]),
  );
  attackNames.set(table, forms);
  return forms;
}
