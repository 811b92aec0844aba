// Owns: the rule attribution/passive.
// Must not know: how attributions are found.
import type { Attribution, Facts } from '../../extract/facts.ts';
import { phrase } from '../../text/phrases.ts';
import { covers, type Span, shift, slice } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type Fix, type PlacedSegment } from '../types.ts';

/** "is … to" with these leaves out who says so; with others ("expected to land") it is no report. */
const REPORTS = new Set(
  'believe,understand,say,report,think,allege,claim,rumour,rumor,assume,suspect,fear,speculate,presume,reckon,put at'.split(','),
);

/** "It is … that" with these does so as well. */
const IMPERSONAL = new Set('expect agree accept estimate fear hope feel argue'.split(' '));

export default defineDocumentRule({
  id: 'attribution/passive',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'info',
  roles: ['draft'],
  reads: ['attributions', 'quotes', 'citations', 'story'],
  options: {},
  messages: { passive: '“{phrase}”: by whom? Name who says so, or state it and cite where it is written.' },
  docs: {
    summary: 'A report in the passive that names nobody.',
    why: '"It is understood that" sounds like knowledge and hides whose it is, so neither the reader nor the editor can check it.',
    bad: [
      { draft: 'It is understood that the intruders asked for 40 bitcoin.\n' },
      { draft: 'The group is believed to have moved in June.\n' },
      { draft: 'The damage is put at 9 million crowns.\n' },
      { draft: 'It is agreed that schools should teach more about this.\n' },
    ],
    good: [
      { draft: 'The bank said that the intruders asked for 40 bitcoin.\n' },
      { draft: 'The group is believed by Bright Harbour to have moved in June.\n' },
      { draft: 'The damage is put at 9 million crowns by the insurer.\n' },
      { draft: 'The fix is expected to arrive on Tuesday.\n' },
      { draft: 'It is expected that you have read the manual.\n' },
    ],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('attributions')) {
      if (!isHidden(document, segment, fact)) continue;
      const phrase = slice(segment.facts.tree.prose, fact.span).replace(/\s+/g, ' ');
      report({ span: shift(fact.span, segment.offset), message: 'passive', args: { phrase }, fixes: plainFix(document, segment, fact) });
    }
  },
});

function isHidden(document: DocumentView, segment: PlacedSegment, attribution: Attribution): boolean {
  const { facts } = segment;
  const impersonal = isImpersonal(facts, attribution);
  if (attribution.kind !== 'passive' || !(REPORTS.has(attribution.lemma) || (impersonal && IMPERSONAL.has(attribution.lemma))))
    return false;
  if (
    impersonal &&
    (attribution.lemma === 'assume' || IMPERSONAL.has(attribution.lemma)) &&
    FOR_READERS.test(facts.tree.prose.slice(attribution.span.end, attribution.span.end + 40))
  )
    return false;
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  if (!block || block.kind === 'heading' || block.kind === 'caption') return false;
  if (facts.quotes.some(quote => covers(quote.content, attribution.span))) return false;
  if (facts.attributions.some(other => other.sentence === attribution.sentence && other.source !== undefined)) return false;
  // A citation further on in the paragraph says nothing of who believes it.
  return !document
    .citationsOver(segment, attribution.sentence)
    .some(({ source, citation }) => source !== undefined && citation.sentence === attribution.sentence);
}

function isImpersonal({ tree }: Facts, { span }: Attribution): boolean {
  return /^it\s/i.test(tree.prose.slice(span.start, span.start + 3));
}

/** "It is expected that you …", "it is assumed that the reader …": what a manual asks for. */
const FOR_READERS = /^\s+that\s+(?:you|users?|the\s+(?:user|reader|caller|client|application)s?|readers?|each|every)\b/i;

/** Takes "It is understood that" away, so that the sentence states the thing and can be cited. */
function plainFix(document: DocumentView, segment: PlacedSegment, attribution: Attribution): Fix[] {
  const { text, sentences } = segment.facts.tree;
  const lead = /^it\s+(?:is|was|has\s+been|'s)\s+(?:[a-z]+\s+)?[a-z]+\s+that\s+(?=\S)/i.exec(
    text.slice(attribution.span.start, attribution.span.start + 80),
  );
  if (!lead || sentences[attribution.sentence]?.span.start !== attribution.span.start) return [];
  const end = attribution.span.start + lead[0].length;
  const span: Span = { start: attribution.span.start, end: end + 1 };
  return [
    {
      title: phrase`State it, without the passive`,
      kind: 'suggestion',
      edits: [{ uri: document.uri, span: shift(span, segment.offset), newText: (text[end] ?? '').toUpperCase() }],
    },
  ];
}
