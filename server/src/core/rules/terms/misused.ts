// Owns: the rule terms/misused: security terms that mean something else, and the house's own preferences.
// Must not know: how a confusion is recognised (lexicon/confusions), where house terms are written.
import type { Passage } from '../../evidence/types.ts';
import type { Facts } from '../../extract/facts.ts';
import { CONFUSIONS, slipsIn } from '../../lexicon/confusions/confusions.ts';
import { sameCase } from '../../lexicon/confusions/types.ts';
import { phrase } from '../../text/phrases.ts';
import { overlaps, type Span, shift, slice } from '../../text/span.ts';
import { type Found, WordTrie } from '../../text/word-trie.ts';
import { type DocumentView, defineDocumentRule, type HouseTerms, type PlacedSegment, type StoryView } from '../types.ts';
import { notedTermsIn } from './noted-terms.ts';
import { articleEdit, isForeign, wordingOf } from './wording.ts';

interface Misuse {
  readonly span: Span;
  readonly message: string;
  readonly wrong: string;
  readonly better?: string;
  readonly reason?: string;
  /** The notes' word, and where it stands. */
  readonly noted?: string;
  readonly passage?: Passage;
}

// Facts of a segment are kept by the engine as long as its text stays, so what follows from them alone is kept beside them.
const bySegment = new WeakMap<Facts, readonly Misuse[]>();
const houseBySegment = new WeakMap<HouseTerms, { readonly trie: WordTrie<HouseWord>; readonly found: WeakMap<Facts, readonly Misuse[]> }>();

interface HouseWord {
  readonly written: string;
  readonly better?: string;
  readonly reason?: string;
}

const MESSAGES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(CONFUSIONS.map(confusion => [confusion.id, confusion.message])),
  noted: 'The notes call this “{noted}”, and “{wrong}” is something else. Write “{better}”, or check the source.',
  told: 'The notes have “{noted}”, which “{wrong}” does not fit. Write “{better}”, or check the source.',
  'told-plain': 'The notes have “{noted}”, which “{wrong}” does not fit. Say what it was, or check the source.',
  prefer: 'Your house style writes “{better}” and not “{wrong}”. Change it, or take the entry out of your terms.',
  ban: 'Your house style avoids “{wrong}”. Find another word, or take the entry out of your terms.',
  'ban-reason': 'Your house style avoids “{wrong}”: {reason}',
};

export default defineDocumentRule({
  id: 'terms/misused',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['quotes', 'citations', 'claims', 'support', 'story'],
  options: {},
  messages: MESSAGES,
  docs: {
    summary: 'A security term is used for something else than it means.',
    why: 'Words such as backdoor, encrypted or zero-day carry accusations and promises. Used for the wrong thing they mislead readers, and those who know stop trusting the text.',
    bad: [
      { draft: 'The passwords of the staff were encrypted with bcrypt.\n' },
      { draft: 'They used a zero-day in the router, which the maker had fixed a year before.\n' },
      { configuration: 'terms:\n  prefer:\n    cyber attack: cyberattack\n', draft: 'The cyber attack began at night.\n' },
    ],
    good: [
      { draft: 'The passwords of the staff were hashed with bcrypt. The backup tapes are encrypted.\n' },
      { draft: 'The ransomware encrypted the files. “Base64 is not encryption,” she said.\n' },
    ],
  },
  check({ document, story, report }) {
    for (const segment of document.segments) {
      const own = misusesIn(segment.facts);
      const house = houseMisusesIn(segment.facts, story.terms);
      const noted = story.hasEvidence
        ? notedMisusesIn(segment, document, story).filter(misuse => !own.some(other => overlaps(other.span, misuse.span)))
        : [];
      for (const misuse of [...own, ...noted, ...house]) {
        const { passage } = misuse;
        report({
          span: shift(misuse.span, segment.offset),
          message: misuse.message,
          args: { wrong: misuse.wrong, better: misuse.better ?? '', reason: misuse.reason ?? '', noted: misuse.noted ?? '' },
          related: passage ? [{ uri: passage.source.uri, span: passage.span, message: passage.text }] : [],
          fixes: misuse.better === undefined ? [] : [fixOf(misuse, misuse.better, segment, document.uri)],
        });
      }
    }
  },
});

function fixOf(misuse: Misuse, better: string, segment: PlacedSegment, uri: string) {
  const { text } = segment.facts.tree;
  const article = articleEdit(text, misuse.span.start, better);
  // A word that the one after it already says goes with the space that it leaves.
  const span =
    better === '' && /\s/.test(text.charAt(misuse.span.start)) === false && /\s/.test(text.charAt(misuse.span.end))
      ? { start: misuse.span.start, end: misuse.span.end + 1 }
      : misuse.span;
  return {
    title: better === '' ? phrase`Leave out “${misuse.wrong.trim()}”` : phrase`Write “${better}”`,
    kind: 'suggestion' as const,
    edits: [...(article ? [article] : []), { span, newText: better }].map(edit => ({
      uri,
      span: shift(edit.span, segment.offset),
      newText: edit.newText,
    })),
  };
}

function misusesIn(facts: Facts): readonly Misuse[] {
  const kept = bySegment.get(facts);
  if (kept) return kept;
  const misuses: Misuse[] = [];
  facts.tree.sentences.forEach((sentence, index) => {
    for (const { confusion, slip } of slipsIn(wordingOf(facts, index))) {
      const span = shift(slip.span, sentence.span.start);
      if (isForeign(facts, span)) continue;
      misuses.push({
        span,
        message: confusion.id,
        wrong: folded(slice(facts.tree.prose, span)),
        ...(slip.better !== undefined && { better: slip.better }),
      });
    }
  });
  bySegment.set(facts, misuses);
  return misuses;
}

function notedMisusesIn(segment: PlacedSegment, document: DocumentView, story: StoryView): readonly Misuse[] {
  return notedTermsIn(segment, document, story).map(({ isNamed, wrong, ...term }) => ({
    ...term,
    wrong: folded(wrong),
    message: isNamed ? 'noted' : term.better === undefined ? 'told-plain' : 'told',
  }));
}

function houseMisusesIn(facts: Facts, terms: HouseTerms): readonly Misuse[] {
  if (terms.prefer.size === 0 && terms.ban.size === 0) return [];
  let house = houseBySegment.get(terms);
  if (!house) {
    house = { trie: houseTrie(terms), found: new WeakMap() };
    houseBySegment.set(terms, house);
  }
  const kept = house.found.get(facts);
  if (kept) return kept;
  const { trie } = house;
  const misuses = facts.tree.sentences.flatMap(sentence =>
    trie.find(facts.tree.prose, sentence.span.start, sentence.span.end).flatMap(found => houseMisuse(found, facts)),
  );
  house.found.set(facts, misuses);
  return misuses;
}

function houseTrie(terms: HouseTerms): WordTrie<HouseWord> {
  const trie = new WordTrie<HouseWord>();
  for (const [written, better] of terms.prefer) trie.add(written, { written, better });
  for (const [written, reason] of terms.ban) trie.add(written, { written, reason });
  // The preferred forms are found too, so that "attack" is not reported inside "cyberattack wave" when that is preferred.
  for (const better of terms.prefer.values()) trie.add(better, { written: better, better });
  return trie;
}

function houseMisuse(found: Found<HouseWord>, facts: Facts): readonly Misuse[] {
  const span = { start: found.start, end: found.end };
  const wrong = slice(facts.tree.prose, span);
  const { better, reason, written } = found.value;
  // An entry that differs from its better form by case or a hyphen is meant to the letter.
  if (better !== undefined && (wrong === better || (written !== wrong && wrong.toLowerCase() === better.toLowerCase()))) return [];
  if (isForeign(facts, span)) return [];
  if (better !== undefined) return [{ span, message: 'prefer', wrong: folded(wrong), better: sameCase(wrong, better) }];
  return [{ span, message: reason ? 'ban-reason' : 'ban', wrong: folded(wrong), ...(reason && { reason }) }];
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ');
}
