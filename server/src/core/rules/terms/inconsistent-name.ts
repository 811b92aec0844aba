// Owns: the rule terms/inconsistent-name.
// Must not know: how names are found, how texts equate them (equations.ts).
import type { Facts, NameFact } from '../../extract/facts.ts';
import { perFacts } from '../../extract/per-facts.ts';
import type { KnownName } from '../../knowledge/knowledge.ts';
import { nameKey } from '../../lexicon/stop-list.ts';
import { editDistance } from '../../text/distance.ts';
import { phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { WordTrie } from '../../text/word-trie.ts';
import { type DocumentView, defineDocumentRule, type PlacedSegment } from '../types.ts';
import { type Equation, equationsOf, saysSame } from './equations.ts';
import { articleEdit, isForeign } from './wording.ts';

interface Use {
  readonly segment: PlacedSegment;
  /** Relative to the segment. */
  readonly span: Span;
  readonly sentence: number;
  readonly text: string;
}

interface Named {
  readonly key: string;
  readonly uses: Use[];
  /** Where these start, from the start of the document. */
  readonly places: Set<number>;
  readonly kind: NameFact['kind'];
}

export default defineDocumentRule({
  id: 'terms/inconsistent-name',
  version: 1,
  scope: 'document',
  severity: 'info',
  roles: ['draft'],
  reads: ['names', 'quotes', 'citations', 'story'],
  options: {},
  messages: {
    table:
      '“{name}” is also reported as “{main}”, the name used before, and the text does not say that they go together. Use one name, or say so.',
    notes: 'Your notes treat “{name}” and “{main}” as two names for one thing, and the text does not say so. Use one name, or say so.',
  },
  docs: {
    summary: 'One actor or malware appears under several names, and the text does not say so.',
    why: 'Readers take two names for two groups. Vendors name what they see by their own view, so say “which X tracks as Y” rather than that they are one.',
    bad: [
      {
        draft: 'LeafRunner runs at nine firms. Fernlock is a loader.\n',
        notes: { 'notes/corvid.md': 'LeafRunner is their name for Fernlock, same sample as ours.\n' },
      },
    ],
    good: [
      {
        draft: 'Fernlock, which Corvid calls LeafRunner, runs at nine firms. LeafRunner is a loader.\n',
        notes: { 'notes/corvid.md': 'LeafRunner is their name for Fernlock, same sample as ours.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    const named = new Map<string, Named>();
    collectKnown(document, named);
    const equations = equationsOf(document, story);
    const noted = collectNoted(document, equations, named);
    if (named.size < 2) return;
    const entries = entriesByKey(story.knowledge.names ?? []);
    const names = [...named.values()].sort((a, b) => placeOf(a) - placeOf(b));
    const reported = new Set<string>();
    for (const [index, name] of names.entries()) {
      for (const main of names.slice(0, index)) {
        if (reported.has(name.key) || isSpelling(name.key, main.key)) continue;
        const inNotes = noted.some(pair => pair.has(name.key) && pair.has(main.key));
        if (!inNotes && !shareEntry(entries, name, main)) continue;
        if (name.uses.some(isIntroduced) || areLinked(names, name.key, main.key)) continue;
        reported.add(name.key);
        const first = name.uses[0];
        const mainName = main.uses[0]?.text ?? '';
        if (!first) continue;
        report({
          span: shift(first.span, first.segment.offset),
          message: inNotes ? 'notes' : 'table',
          args: { name: first.text, main: mainName },
          related: [],
          fixes: () => [
            {
              title: phrase`Write “${mainName}” throughout`,
              kind: 'suggestion',
              edits: name.uses.flatMap(use => replacing(use, mainName, document.uri)),
            },
          ],
        });
      }
    }
  },
});

function collectKnown(document: DocumentView, named: Map<string, Named>): void {
  for (const segment of document.segments) {
    if (segment.facts.names.length === 0) continue;
    for (const { kind, key, ...use } of knownIn(segment.facts)) add(named, kind, key, { ...use, segment });
  }
}

/** Names of actors and malware in a segment's own words. */
const knownIn = perFacts(facts =>
  facts.names.flatMap(({ id, kind, span, sentence, text }) =>
    id === undefined || (kind !== 'actor' && kind !== 'malware') || isForeign(facts, span)
      ? []
      : [{ kind, key: nameKey(text), span, sentence, text }],
  ),
);

const notedBySegment = new WeakMap<Facts, { readonly equations: string; readonly uses: readonly Omit<Use, 'segment'>[] }>();

/** Uses of names that the notes equate; the pairs, by key. */
function collectNoted(document: DocumentView, equations: readonly Equation[], named: Map<string, Named>): readonly ReadonlySet<string>[] {
  if (equations.length === 0) return [];
  const trie = new WordTrie<string>();
  for (const { one, other } of equations) for (const name of [one, other]) trie.add(name, nameKey(name));
  const version = equations.map(({ one, other }) => `${one}=${other}`).join('\n');
  for (const segment of document.segments) {
    const { tree } = segment.facts;
    let known = notedBySegment.get(segment.facts);
    if (known?.equations !== version) {
      const uses = tree.sentences.flatMap(({ span }, sentence) =>
        trie
          .find(tree.prose, span.start, span.end)
          .map(({ start, end }) => ({ span: { start, end }, sentence, text: slice(tree.prose, { start, end }).replace(/\s+/g, ' ') }))
          .filter(use => /^\p{Lu}/u.test(use.text) && !isForeign(segment.facts, use.span)),
      );
      known = { equations: version, uses };
      notedBySegment.set(segment.facts, known);
    }
    for (const use of known.uses) add(named, 'other', nameKey(use.text), { ...use, segment });
  }
  return equations.map(({ one, other }) => new Set([nameKey(one), nameKey(other)]));
}

function add(named: Map<string, Named>, kind: NameFact['kind'], key: string, use: Use): void {
  const place = use.segment.offset + use.span.start;
  const known = named.get(key);
  if (!known) named.set(key, { key, kind, uses: [use], places: new Set([place]) });
  else if (!known.places.has(place)) {
    known.places.add(place);
    known.uses.push(use);
  }
}

/** "follows the same group under the name of Grey Tern": the text says that it is somebody's name for what it has told of. */
function isIntroduced({ segment, span }: Use): boolean {
  return /\bunder the (?:name|label)(?: of)? ["“‘*_]{0,3}$/.test(segment.facts.tree.prose.slice(Math.max(0, span.start - 40), span.start));
}

function placeOf({ uses }: Named): number {
  return uses.reduce((first, use) => Math.min(first, use.segment.offset + use.span.start), Number.POSITIVE_INFINITY);
}

const entries = new WeakMap<readonly KnownName[], ReadonlyMap<string, readonly KnownName[]>>();

function entriesByKey(names: readonly KnownName[]): ReadonlyMap<string, readonly KnownName[]> {
  let byKey = entries.get(names);
  if (!byKey) {
    const made = new Map<string, KnownName[]>();
    for (const known of names) {
      for (const written of [known.name, ...known.aliases]) {
        const key = compact(written);
        const list = made.get(key);
        if (!list) made.set(key, [known]);
        else if (!list.includes(known)) list.push(known);
      }
    }
    byKey = made;
    entries.set(names, byKey);
  }
  return byKey;
}

/** Whether one entry of the table lists both names. */
function shareEntry(byKey: ReadonlyMap<string, readonly KnownName[]>, one: Named, other: Named): boolean {
  const mine = byKey.get(compact(one.key)) ?? [];
  const theirs = byKey.get(compact(other.key)) ?? [];
  return mine.some(entry => entry.kind !== 'tool' && theirs.includes(entry));
}

function compact(name: string): string {
  return nameKey(name).replace(/ /g, '');
}

/** "APT29" and "APT 29", "Winnti" and "Winnti Group": one name in two spellings. */
function isSpelling(one: string, other: string): boolean {
  const [long, short] = [compact(one), compact(other)].sort((a, b) => b.length - a.length) as [string, string];
  // One letter off: a misspelling, which is another rule's to find.
  if (long === short || (short.length >= 5 && editDistance(long, short, 1) <= 1)) return true;
  return short.length >= 4 && long.startsWith(short) && !/^\d/.test(long.slice(short.length));
}

/** Whether the draft itself says that two names go together, directly or through a third. */
function areLinked(names: readonly Named[], one: string, other: string): boolean {
  const reached = new Set([one]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const name of names) {
      if (reached.has(name.key)) continue;
      if (!names.some(known => reached.has(known.key) && (isSpelling(known.key, name.key) || equatedInDraft(known, name)))) continue;
      reached.add(name.key);
      grew = true;
    }
  }
  return reached.has(other);
}

/** Looks at the sentences of either name for the other's words, which need not count as a name there. */
function equatedInDraft(one: Named, other: Named): boolean {
  return equatedBeside(one, other) || equatedBeside(other, one);
}

function equatedBeside(one: Named, other: Named): boolean {
  const sought = other.uses[0]?.text ?? '';
  return one.uses.some(({ segment, sentence, span }) => {
    const { tree } = segment.facts;
    const place = tree.sentences[sentence]?.span;
    if (!place || sought === '') return false;
    const text = slice(tree.prose, place);
    const here = shift(span, -place.start);
    for (let at = text.indexOf(sought), tries = 0; at >= 0 && tries < 20; at = text.indexOf(sought, at + 1), tries++)
      if (saysSame(text, here, { start: at, end: at + sought.length })) return true;
    return false;
  });
}

function replacing(use: Use, newText: string, uri: string) {
  const article = articleEdit(use.segment.facts.tree.text, use.span.start, newText);
  return [...(article ? [article] : []), { span: use.span, newText }].map(edit => ({
    uri,
    span: shift(edit.span, use.segment.offset),
    newText: edit.newText,
  }));
}
