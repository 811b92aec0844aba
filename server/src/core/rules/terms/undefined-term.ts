// Owns: the rule terms/undefined-term.
// Must not know: the lexicon's data, how terms are found.
import { termById } from '../../lexicon/terms/terms.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { audienceOf } from './undefined-acronym.ts';
import { isForeign, wordingOf } from './wording.ts';

/** The sentence says what the term means: "…, which is …", "that is", "means", a dash or bracket after it. */
const EXPLAINED_AFTER = /^["”’]?s?\s{0,2}(?:[,(–—:]|\s(?:is|are|means?|stands? for|refers? to|describes?)\b)/;
const EXPLAINED_BEFORE = /(?:\b(?:called|known as|term(?:ed)?|named|so-called|dubbed|in short,?|or)\s{1,2}["“‘]?|[(])(?:an?\s|the\s)?$/i;

export default defineDocumentRule({
  id: 'terms/undefined-term',
  version: 1,
  scope: 'document',
  severity: 'hint',
  optIn: true,
  roles: ['draft'],
  reads: ['terms', 'quotes', 'citations', 'references', 'marks', 'story'],
  options: {},
  messages: {
    undefined: 'Readers outside security may not know “{term}”. Explain it here, for instance: {definition}',
  },
  docs: {
    summary: 'A technical term is used and not explained, in a draft for general readers.',
    why: 'A term that is explained where it first appears keeps readers who are new to the subject.',
    bad: [{ configuration: 'rules:\n  terms/undefined-term: info\n', draft: 'The intruders used credential stuffing at night.\n' }],
    good: [
      {
        configuration: 'rules:\n  terms/undefined-term: info\n',
        draft: 'The intruders used credential stuffing, which tries passwords that leaked elsewhere. Credential stuffing is cheap.\n',
      },
    ],
  },
  check({ document, story, report }) {
    if (audienceOf(document, story) !== 'general') return;
    const met = new Set<string>();
    const defined = new Set([...story.terms.define.keys()].map(one => one.toLowerCase()));
    for (const { fact, segment } of document.all('terms')) {
      const term = termById(fact.id);
      if (!term || term.common || term.everyday || met.has(fact.id) || isForeign(segment.facts, fact.span)) continue;
      met.add(fact.id);
      const written = slice(segment.facts.tree.prose, fact.span);
      if (defined.has(written.toLowerCase()) || defined.has(term.term.toLowerCase()) || story.terms.acronyms.has(written)) continue;
      const block = segment.facts.tree.blocks[segment.facts.tree.sentences[fact.sentence]?.block ?? -1];
      if (block?.kind === 'heading') {
        met.delete(fact.id);
        continue;
      }
      const sentence = segment.facts.tree.sentences[fact.sentence]?.span.start ?? 0;
      const { text } = wordingOf(segment.facts, fact.sentence);
      if (EXPLAINED_AFTER.test(text.slice(fact.span.end - sentence)) || EXPLAINED_BEFORE.test(text.slice(0, fact.span.start - sentence)))
        continue;
      report({
        span: shift(fact.span, segment.offset),
        message: 'undefined',
        args: { term: written.replace(/\s+/g, ' '), definition: term.definition },
      });
    }
  },
});
