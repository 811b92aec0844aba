// Owns: the rule claims/unsupported.
// Must not know: how verdicts are reached, what counts as a claim.
import { keyed } from '../../evidence/alignment.ts';
import { absentFigures, Figures } from '../../evidence/figures.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Support } from '../../evidence/types.ts';
import type { Claim } from '../../extract/facts.ts';
import { phrase } from '../../text/phrases.ts';
import { covers, type Span, shift, slice } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type PlacedSegment, type StoryView } from '../types.ts';
import { attributeInProse, insertCitation, markAsOpinion } from './fixes.ts';

/** Score of a passage from which its source has the claim. */
const HELD = 0.45;

export default defineDocumentRule({
  id: 'claims/unsupported',
  version: 4,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    unsupported: 'Not found in the notes, and the text names no source. Cite one, say who says so, or mark it as opinion.',
    absolute: 'A claim as sweeping as this needs a source, and the notes hold none. Cite one, or say less.',
    number: 'The notes do not hold this figure, and the text names no source for it. Cite one, or say where it comes from.',
  },
  docs: {
    summary: 'A checkable statement that nothing in the notes supports and nobody is named for.',
    why: 'Readers and lawyers ask “how do you know?” of exactly these sentences. The answer should stand in the notes and in the text before it is published.',
    bad: [
      {
        draft: 'Kestria has given network equipment to nine other governments since 2020.\n',
        notes: { 'notes/pool.md': 'The leaders met in the harbour pavilion on 16 October.\n' },
      },
    ],
    good: [
      {
        draft: 'Kestria has given network equipment to nine other governments since 2020 [@pool].\n\nIs that many? It feels like a lot.\n',
        notes: { 'notes/pool.md': 'Since 2020 Kestria has given network equipment to nine other governments.\n' },
      },
    ],
  },
  check({ document, story, report }) {
    if (!story.hasEvidence) return;
    for (const { claim, segment, support, again } of document.openClaims('unsupported')) {
      const best = support.matches[0];
      const near = best && story.mayOffer(best.passage.source, document) ? best.passage : undefined;
      // What only a source above the draft's mark holds is for the rules on handling to say.
      if (best && !near && best.score >= HELD) continue;
      if (again.length === 0 && (leadsIn(segment, claim) || goesOn(segment, claim) || isToldBefore(document, segment, claim))) continue;
      report({
        span: shift(claim.span, segment.offset),
        message: messageOf(claim.reasons, () => lacksFigure(slice(segment.facts.tree.prose, claim.span), support, story)),
        related: [
          ...again.map(span => ({ uri: document.uri, span, message: phrase`Said again here` })),
          ...(near
            ? [{ uri: near.source.uri, span: near.span, message: phrase`The closest that the notes have: ${nameOf(near.source)}` }]
            : []),
        ],
        fixes: (whole, place) => {
          const held = near && best && best.score >= HELD ? (story.sources.get(near.source.key) ?? near.source) : undefined;
          return [
            held && insertCitation(whole, story, place, claim.sentence, held.key),
            held && attributeInProse(whole, story, place, claim.sentence, held),
            markAsOpinion(whole, place, claim.sentence),
          ].filter(fix => fix !== undefined);
        },
      });
    }
  },
});

/** A sentence without a figure that is this short may lead in what comes. */
const LEADING = 12;
/** A topic of a paragraph takes no more words than this. */
const TOPIC = 7;
const ANNOUNCES = /^(?:on|in) (?:one|two|this|that|another) (?:point|thing|count|matter|issue|respect|question)s?\b/i;
const GOES_ON = /^(?:["“‘'«]|(?:he|she|it|they|his|her|its|their|that|this|these|those)\b)/i;

/** "One visitor behaved differently. It copied the configuration [@log].": the next sentence spells out what this one announces, and has its source. */
function leadsIn({ facts }: PlacedSegment, { sentence, span }: Claim): boolean {
  const { tree, numbers, citations, attributions } = facts;
  const [own, next] = [tree.sentences[sentence], tree.sentences[sentence + 1]];
  if (!own || next?.block !== own.block) return false;
  const said = slice(tree.prose, own.span);
  const words = said.trim().split(/\s+/, LEADING + 1).length;
  // "The second case ended sooner.": it opens its paragraph and says nothing but what this is about.
  const isTopic = words <= TOPIC && tree.sentences[sentence - 1]?.block !== own.block && !isSpecific(facts, span);
  if (words > LEADING || !(isTopic || ANNOUNCES.test(said.trim()) || GOES_ON.test(slice(tree.prose, next.span)))) return false;
  if (numbers.some(fact => covers(span, fact.span) && fact.kind !== 'ordinal' && (fact.value > 2 || fact.kind !== 'count'))) return false;
  return [...citations, ...attributions].some(one => one.sentence === sentence + 1);
}

/** It names, counts or dates something. */
function isSpecific({ numbers, dates, names }: PlacedSegment['facts'], span: Span): boolean {
  const counts = numbers.filter(fact => fact.kind !== 'ordinal');
  return [...counts, ...dates, ...names].some(fact => covers(span, fact.span));
}

const RESTATES =
  /^(?:in other words|put (?:differently|another way|simply|plainly)|to put it (?:differently|another way|simply|plainly)|that is to say|which is to say)\b/i;
/** "Today not a single one is.", "The others did not." */
const ELLIPTICAL = /\b(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would)(?: not|n['’]t)?[.!]?$/i;

/** "In other words, …", "Today not a single one is.": it says anew, or leaves out, what the sentence before has told from its source. */
function goesOn({ facts }: PlacedSegment, { sentence }: Claim): boolean {
  const { tree, citations, attributions } = facts;
  const [own, before] = [tree.sentences[sentence], tree.sentences[sentence - 1]];
  if (!own || before?.block !== own.block) return false;
  const said = slice(tree.prose, own.span).trim();
  if (!RESTATES.test(said) && !(ELLIPTICAL.test(said) && said.split(/\s+/, TOPIC + 1).length <= TOPIC)) return false;
  return [...citations, ...attributions].some(one => one.sentence === sentence - 1);
}

/** "The prosecution had wanted three years" behind a cited sentence: the Source cited there has all figures of it, in whatever unit. */
function isToldBefore(document: DocumentView, segment: PlacedSegment, { sentence, span }: Claim): boolean {
  const { tree } = segment.facts;
  if (tree.sentences[sentence - 1]?.block === undefined || tree.sentences[sentence - 1]?.block !== tree.sentences[sentence]?.block)
    return false;
  const sources = document.citationsOver(segment, sentence - 1).flatMap(({ source }) => source ?? []);
  const words = keyed(slice(tree.prose, span));
  const passages = sources.filter(source => source.passages.length <= LONGEST).flatMap(source => source.passages);
  const telling = words.words.filter((word, at) => word.isNumber && UNIT.test(words.words[at + 1]?.folded ?? ''));
  return passages.length > 0 && telling.length > 0 && absentFigures(words, new Figures(passages)).length === 0;
}

const UNIT = /^(?:year|month|week|day|hour|minute)s?$/;
/** With more passages than this a Source has any figure. */
const LONGEST = 24;

/** How many passages are looked at for a figure. */
const CLOSE = 12;

/** Whether the claim has a figure that the passages near it do not write, nor others that the index knows by it. */
function lacksFigure(text: string, support: Support, story: StoryView): boolean {
  const words = keyed(text);
  const near = new Figures(support.matches.map(match => match.passage));
  return absentFigures(words, near).some(at => {
    const word = words.words[at];
    if (word === undefined) return false;
    const found = story.evidence.search(word.text, { limit: CLOSE }).map(match => match.passage);
    return absentFigures(words, new Figures(found)).includes(at);
  });
}

function messageOf(reasons: readonly string[], lacksFigure: () => boolean): 'unsupported' | 'absolute' | 'number' {
  const first = reasons.find(reason => reason === 'number' || reason === 'share' || reason === 'money' || reason === 'superlative');
  if (first === undefined) return 'unsupported';
  if (first === 'superlative') return 'absolute';
  return lacksFigure() ? 'number' : 'unsupported';
}
