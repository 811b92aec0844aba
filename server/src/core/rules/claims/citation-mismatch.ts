// Owns: the rule claims/citation-mismatch.
// Must not know: how verdicts are reached.

import { keyed } from '../../evidence/alignment.ts';
import { absentFigures, Figures } from '../../evidence/figures.ts';
import type { Source, Support } from '../../evidence/types.ts';
import type { Claim } from '../../extract/facts.ts';
import { phrase } from '../../text/phrases.ts';
import { compareSpans, shift, slice } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type Fix, type PlacedSegment, type StoryView } from '../types.ts';

/** Score of a passage from which its source is offered instead of the cited one. */
const CARRIES = 0.6;

export default defineDocumentRule({
  id: 'claims/citation-mismatch',
  version: 2,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['claims', 'citations', 'attributions', 'support', 'story'],
  options: {},
  messages: {
    elsewhere: 'Nothing in “{cited}” bears on this, but “{source}” has it. Cite that one.',
    nowhere: 'Nothing in “{cited}” bears on this. Cite the source that does, or change the sentence.',
    part: '“{cited}” supports only a part of this; not found there: “{missing}”. Cite what supports the rest, or leave it out.',
  },
  docs: {
    summary: 'The cited source does not have what the sentence says.',
    why: 'A wrong citation looks like care and sends whoever checks it the wrong way. Usually the right source stands in the notes, one key away.',
    bad: [
      {
        draft: 'Arden gave Varga a carved oak tray and two bottles of cider in return [@briefing].\n',
        notes: {
          'notes/pool.md': 'Arden gave Varga a carved oak tray and two bottles of cider in return.\n',
          'notes/briefing.md': 'First results of the tests are due in November, the spokesman says.\n',
        },
      },
    ],
    good: [
      {
        draft: 'Arden gave Varga a carved oak tray and two bottles of cider in return [@pool].\n',
        notes: {
          'notes/pool.md': 'Arden gave Varga a carved oak tray and two bottles of cider in return.\n',
          'notes/briefing.md': 'First results of the tests are due in November, the spokesman says.\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    if (!story.hasEvidence) return;
    const told = new Set<string>();
    for (const { fact: claim, segment } of document.all('claims')) {
      const support = document.support(segment, claim);
      const partial = support.verdict === 'partial' && story.strictness === 'strict' && support.missing.length > 0;
      if (support.verdict !== 'miscited' && !partial) continue;
      const sentence = segment.facts.tree.sentences[claim.sentence];
      const place = `${segment.index} ${claim.sentence}`;
      if (sentence === undefined || told.has(place) || !isCitedHere(document, segment, claim.sentence)) continue;
      told.add(place);
      const cited = support.cited.map(key => story.sources.get(key)?.title ?? key).join('”, “');
      const span = shift(sentence.span, segment.offset);
      if (partial) {
        const [first] = [...support.missing].sort(compareSpans);
        const missing = first === undefined ? '' : segment.facts.tree.prose.slice(first.start, first.end).replace(/\s+/g, ' ');
        report({ span, message: 'part', args: { cited, missing } });
        continue;
      }
      const better = betterSource(document, story, support);
      // Words that no note has are for the rules on quotes to find.
      if (
        better === undefined &&
        (claim.type === 'quotation' || hasFigures(slice(segment.facts.tree.prose, sentence.span), story, support))
      )
        continue;
      report({
        span,
        message: better === undefined ? 'nowhere' : 'elsewhere',
        args: { cited, ...(better === undefined ? {} : { source: better.title }) },
        related:
          better === undefined
            ? []
            : [{ uri: better.uri, span: support.matches[0]?.passage.span ?? better.keySpan, message: better.title }],
        fixes: better === undefined ? [] : (whole, place) => citeInstead(whole, place, claim, support, better),
      });
    }
  },
});

function isCitedHere(document: DocumentView, segment: PlacedSegment, sentence: number): boolean {
  return document.citationsOver(segment, sentence).some(citation => citation.source !== undefined);
}

/** "At all but three of the 17": figures, two at least, that the cited Sources have all of. Terse notes may say the rest in no word of it. */
function hasFigures(sentence: string, story: StoryView, { cited }: Support): boolean {
  const words = keyed(sentence);
  const passages = cited.flatMap(key => story.sources.get(key)?.passages ?? []).slice(0, LOOKED_AT);
  const figures = words.words.filter(word => word.isNumber);
  // "Two thirds of the nine": small figures stand anywhere.
  return figures.length >= 2 && figures.some(word => Number(word.key) >= 10) && absentFigures(words, new Figures(passages)).length === 0;
}

/** So many passages of the cited Sources are looked at. */
const LOOKED_AT = 60;

/** The passage of another Source than the cited ones that carries a claim. */
export function carriedElsewhere({ matches, cited }: Support): Support['matches'][number] | undefined {
  return matches.find(({ score, passage }) => score >= CARRIES && !cited.includes(passage.source.key));
}

function betterSource(document: DocumentView, story: StoryView, support: Support): Source | undefined {
  const match = carriedElsewhere(support);
  return match !== undefined && story.mayOffer(match.passage.source, document) ? match.passage.source : undefined;
}

/** Puts the better key where the only citation of the sentence stands. */
function citeInstead(document: DocumentView, segment: PlacedSegment, claim: Claim, support: Support, better: Source): Fix[] {
  const own = document.citations.filter(
    one => one.segment.index === segment.index && one.citation.sentence === claim.sentence && one.source !== undefined,
  );
  const citation = own[0]?.citation;
  if (own.length !== 1 || citation === undefined || citation.form === 'link') return [];
  if (citation.form === 'footnote' && (citation.target !== support.cited[0] || !isDefined(document, better.key))) return [];
  const span = shift(citation.keySpan, segment.offset);
  return [{ title: phrase`Cite “${better.key}” instead`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText: better.key }] }];
}

/** A footnote label can be put in only where the document defines it. */
function isDefined(document: DocumentView, label: string): boolean {
  return document.segments.some(segment => segment.facts.tree.footnotes.some(footnote => footnote.label === label));
}
