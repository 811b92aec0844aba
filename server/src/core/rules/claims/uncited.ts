// Owns: the rule claims/uncited.
// Must not know: how verdicts are reached, what counts as a claim.

import { keyed } from '../../evidence/alignment.ts';
import { absentFigures, Figures } from '../../evidence/figures.ts';
import { sourcesNamed } from '../../evidence/named-sources.ts';
import { personOf } from '../../evidence/quotes/voices.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Match, Source } from '../../evidence/types.ts';
import { resolveSpeaker } from '../../extract/attributions.ts';
import type { Claim } from '../../extract/facts.ts';
import { DOCUMENT_NOUNS } from '../../lexicon/source-nouns.ts';
import { phrase } from '../../text/phrases.ts';
import { covers, type Span, shift, slice } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';
import { defineDocumentRule, type PlacedSegment } from '../types.ts';
import { attributeInProse, insertCitation, markAsOpinion } from './fixes.ts';

/** How many sources the fixes offer. */
const OFFERED = 3;

export default defineDocumentRule({
  id: 'claims/uncited',
  version: 3,
  scope: 'document',
  bySegment: true,
  severity: 'info',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    uncited: '“{title}” supports this, but the text does not say so. Cite it, or name it in the sentence.',
  },
  docs: {
    summary: 'A statement that the notes support, without a word of where it comes from.',
    why: 'You have the source, the reader cannot see it. A citation, or two words of attribution, lets them check and lets you find it again.',
    bad: [
      {
        draft: 'Fair Account took 640 calls from customers of the bank on Tuesday.\n',
        notes: { 'notes/fair-account.md': 'Fair Account took 640 calls from customers of the bank on Tuesday.\n' },
      },
    ],
    good: [
      {
        draft: 'Fair Account took 640 calls from customers of the bank on Tuesday [@fair-account].\n',
        notes: { 'notes/fair-account.md': 'Fair Account took 640 calls from customers of the bank on Tuesday.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { claim, segment, support, again } of document.openClaims('uncited')) {
      // Nobody cites in a headline; what the text repeats without a source is told there.
      if (again.length === 0 && segment.facts.tree.blocks[segment.facts.tree.sentences[claim.sentence]?.block ?? -1]?.kind === 'heading')
        continue;
      const matched = support.matches.map(({ passage }) => story.sources.get(passage.source.key) ?? passage.source);
      if (goesOn(segment, claim, matched)) continue;
      const sources = new Map<string, Source>();
      for (const { passage } of support.matches) {
        const source = story.sources.get(passage.source.key) ?? passage.source;
        if (story.mayOffer(source, document)) sources.set(source.key, source);
      }
      const first = sources.values().next().value;
      const best = support.matches.find(({ passage }) => passage.source.key === first?.key);
      if (!first || !best) continue;
      const held = support.matches.filter(({ passage }) => passage.source.key === first.key);
      if (!isClear(segment, claim, held) && isBesideSources(segment, claim.sentence)) continue;
      const offered = [...sources.values()].slice(0, OFFERED);
      report({
        span: shift(claim.span, segment.offset),
        message: 'uncited',
        args: { title: nameOf(first) },
        related: [
          { uri: first.uri, span: best.passage.span, message: nameOf(first) },
          ...again.map(span => ({ uri: document.uri, span, message: phrase`Said again here` })),
        ],
        fixes: (whole, place) =>
          [
            ...offered.map(source => insertCitation(whole, story, place, claim.sentence, source.key)),
            attributeInProse(whole, story, place, claim.sentence, first),
            markAsOpinion(whole, place, claim.sentence),
          ].filter(fix => fix !== undefined),
      });
    }
  },
});

/** Share of the words that a source must have where its paragraph names sources for what stands around; or it has the figures. */
const CLEARLY = 0.62;

function isClear({ facts }: PlacedSegment, { span }: Claim, held: readonly Match[]): boolean {
  if (held.some(({ score }) => score >= CLEARLY)) return true;
  const isMeasured = facts.numbers.some(fact => covers(span, fact.span) && fact.digits >= 2 && MEASURES.has(fact.kind));
  return isMeasured && absentFigures(keyed(slice(facts.tree.prose, span)), new Figures(held.map(({ passage }) => passage))).length === 0;
}

const MEASURES: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'bytes']);

/** One of the sentences around it in its paragraph says where it comes from: whether that holds for it, too, is for readers to tell. */
function isBesideSources({ facts }: PlacedSegment, sentence: number): boolean {
  const block = facts.tree.sentences[sentence]?.block;
  return [...facts.attributions, ...facts.citations].some(
    one => one.sentence !== sentence && Math.abs(one.sentence - sentence) <= BACK && facts.tree.sentences[one.sentence]?.block === block,
  );
}

/** How many sentences back a source may have been named. */
const BACK = 2;

/**
 * Whether the sentence goes on with a source that the paragraph has just named: it works out what the sentence before said
 * ("That is one in four"), or stands in an account of a document ("The pool report lists …").
 */
function goesOn(segment: PlacedSegment, claim: Claim, sources: readonly Source[]): boolean {
  const { tree, attributions } = segment.facts;
  const own = tree.sentences[claim.sentence];
  if (!own) return false;
  if (isNamedBefore(segment, claim.sentence, sources) || introduces(segment, claim.sentence, sources)) return true;
  const works = /^(?:that|this|these|those|which) (?:is|are|was|were|makes?|means?|amounts?|comes?)\b/i.test(slice(tree.prose, claim.span));
  for (let at = claim.sentence - 1; at >= 0 && at >= claim.sentence - BACK; at--) {
    const sentence = tree.sentences[at];
    if (sentence?.block !== own.block) return false;
    if (works && attributions.some(attribution => attribution.sentence === at)) return true;
    if (isAbout(tree.prose, sentence.span, sources) || announces(slice(tree.prose, sentence.span))) return true;
  }
  return false;
}

/** An earlier sentence of the paragraph says in prose that it has what it says from one of the sources. */
function isNamedBefore({ facts }: PlacedSegment, sentence: number, sources: readonly Source[]): boolean {
  const block = facts.tree.sentences[sentence]?.block;
  return facts.attributions.some(attribution => {
    if (attribution.sentence >= sentence || facts.tree.sentences[attribution.sentence]?.block !== block) return false;
    const name = resolveSpeaker(facts, attribution)?.text;
    return name !== undefined && sourcesNamed(name, sources).length > 0;
  });
}

/** How far into a sentence its subject is looked for, in UTF-16 units. */
const SUBJECT = 60;

/** "Oskar Wren runs the archive of a hospital group.": it brings in the person whose call or mail the next sentences tell. */
function introduces({ facts }: PlacedSegment, sentence: number, sources: readonly Source[]): boolean {
  const { tree, attributions, citations } = facts;
  const own = tree.sentences[sentence];
  if (!own) return false;
  const people = sources.flatMap(source => personOf(source) ?? []);
  // "For Niamh Orr, a broker, the matter took four minutes."
  const start = tree.prose.slice(own.span.start, own.span.start + SUBJECT);
  if (people.some(person => person.includes(' ') && start.includes(`${person}, `))) return true;
  const next = tree.sentences[sentence + 1];
  if (next?.block !== own.block || ![...attributions, ...citations].some(one => one.sentence === sentence + 1)) return false;
  const opening = new Set(
    wordsOf(tree.prose.slice(own.span.start, Math.min(own.span.end, own.span.start + SUBJECT))).map(word => word.text),
  );
  return people.some(person => opening.has(person.split(' ').at(-1) ?? person));
}

const ANNOUNCES =
  /^(?:also\s+)?(?:lists?|listed|names?|named|records?|recorded|details?|detailed|describes?|described|sets?\s+out|gives?|gave|shows?|showed|says?|said|tells?|told)\s+(?:what|who|how|which|where|when|why|more|the\s+rest|the\s+others?)\b/i;
/** How far into a sentence the document that announces may be named. */
const OPENING = 6;

/** "The pool report lists what else changed hands.": a document whose list or account the next sentences give. */
function announces(sentence: string): boolean {
  const words = sentence.split(/\s+/, 16);
  const at = words.findIndex((word, index) => index < OPENING && DOCUMENT_NOUNS.has(word.toLowerCase()));
  return at >= 1 && ANNOUNCES.test(words.slice(at + 1).join(' '));
}

/** The sentence names the source as a document: "the report", "its statement". */
function isAbout(prose: string, span: Span, sources: readonly Source[]): boolean {
  const words = slice(prose, span).split(/\s+/, 60);
  const at = words.findIndex(word => DOCUMENT_NOUNS.has(word.toLowerCase().replace(/[^\p{L}-]+$/u, '')));
  return at >= 0 && sourcesNamed(words.slice(Math.max(0, at - 4), at + 1).join(' '), sources).length > 0;
}
