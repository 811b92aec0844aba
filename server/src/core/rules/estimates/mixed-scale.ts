// Owns: the rule estimates/mixed-scale.
// Must not know: how estimates are found.
import type { EstimateFact } from '../../extract/facts.ts';
import { perFacts } from '../../extract/per-facts.ts';
import { SCALES, termIn } from '../../lexicon/estimates.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule, type PlacedSegment } from '../types.ts';
import { isDefinition, isQuoted, sameRange, scaleFor } from './shared.ts';

export default defineDocumentRule({
  id: 'estimates/mixed-scale',
  version: 1,
  scope: 'document',
  severity: 'info',
  dormant: true,
  roles: ['draft'],
  reads: ['estimates', 'quotes', 'story'],
  options: {},
  messages: {
    other: '“{term}” is a term of the {other} scale, and this text follows {scale}. Its word for the same range would be “{right}”.',
    rows: 'ICD 203 has two rows of words, and this text uses both (“{term}” and “{first}”). Keep to one row, or add the disclaimer that the directive asks for.',
  },
  docs: {
    summary: 'Words of likelihood come from two scales.',
    why: 'The same word has another range on another scale, so the reader no longer knows what yours mean.',
    bad: [{ draft: 'Words of likelihood follow ICD 203. There is a realistic possibility that the group took files.\n' }],
    good: [{ draft: 'Words of likelihood follow ICD 203. We assess that the group very likely took files.\n' }],
  },
  check({ document, story, report }) {
    const { scale, declared } = scaleFor(document, story);
    const used: { readonly fact: EstimateFact; readonly segment: PlacedSegment }[] = [];
    for (const { fact, segment } of document.all('estimates')) {
      if (!ownWords(segment.facts).has(fact)) continue;
      // Where a scale is named, every distinctive word counts; else only assessments do.
      if (!fact.assessed && !(declared && fact.term.includes(' '))) continue;
      used.push({ fact, segment });
    }
    const own = used.filter(({ fact }) => termIn(scale, fact.term) !== undefined && fact.term.includes(' '));
    for (const { fact, segment } of used) {
      if (termIn(scale, fact.term)) continue;
      const other = SCALES.find(one => one.id !== scale.id && termIn(one, fact.term));
      if (!other || (!declared && own.length === 0)) continue;
      const right = sameRange(scale, other, fact.term);
      const { text } = segment.facts.tree;
      const span = shift(fact.span, segment.offset);
      report({
        span,
        message: 'other',
        args: { term: slice(text, fact.span), other: other.name, scale: scale.name, right },
        // "a realistic possibility" is no adverb: the sentence must be recast by hand where the shape differs.
        fixes: /possibility|chance|odds/.test(fact.term)
          ? []
          : [{ title: phrase`Write “${right}”`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText: right }] }],
      });
    }
    if (scale.id !== 'icd-203') return;
    const rowOf = (fact: EstimateFact): 1 | 2 | undefined => termIn(scale, fact.term)?.row;
    const first = used.find(({ fact }) => rowOf(fact) !== undefined);
    if (!first) return;
    const row = rowOf(first.fact);
    const second = used.find(({ fact }) => rowOf(fact) !== undefined && rowOf(fact) !== row && fact.assessed);
    if (!second || hasDisclaimer(document.text)) return;
    const text = (one: typeof first): string => slice(one.segment.facts.tree.text, one.fact.span);
    const twin = scale.terms.find(one => one.row === row && one.low === termIn(scale, second.fact.term)?.low);
    const span = shift(second.fact.span, second.segment.offset);
    report({
      span,
      message: 'rows',
      args: { term: text(second), first: text(first) },
      fixes:
        twin && !/\b\w+ly$/.test(text(second))
          ? [{ title: phrase`Write “${twin.term}”`, kind: 'suggestion', edits: [{ uri: document.uri, span, newText: twin.term }] }]
          : [],
    });
  },
});

/** Words of likelihood by which a segment judges something itself. */
const ownWords = perFacts(facts => {
  const segment = { facts, offset: 0, index: 0 };
  return new Set(facts.estimates.filter(fact => fact.kind === 'likelihood' && !isQuoted(segment, fact) && !isDefinition(segment, fact)));
});

function hasDisclaimer(text: string): boolean {
  return /\bterms? (?:in|of|from) (?:both|the two|either) (?:rows?|sets?|lines?)\b|\b(?:used interchangeably|interchangeable)\b|\bboth rows\b/i.test(
    text,
  );
}
