// Owns: the rule terms/undefined-acronym.
// Must not know: how acronyms and their expansions are found in prose.
import type { AcronymFact } from '../../extract/facts.ts';
import { type Audience, isKnownAcronym, isNoFile, usualExpansion } from '../../lexicon/acronyms.ts';
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type PlacedSegment, type StoryView } from '../types.ts';
import { expansionInNotes } from './expansions.ts';
import { articleEdit, isForeign } from './wording.ts';

export default defineDocumentRule({
  id: 'terms/undefined-acronym',
  version: 1,
  scope: 'document',
  severity: 'info',
  dormant: true,
  roles: ['draft'],
  reads: ['acronyms', 'names', 'quotes', 'citations', 'references', 'marks', 'story'],
  options: {},
  messages: {
    undefined: '{acronym} is never spelled out, and many readers will not know it. Write it out where it first appears.',
    'in-notes': '{acronym} is never spelled out, and many readers will not know it. Your notes have “{expansion}”.',
    usual: '{acronym} is never spelled out, and many readers will not know it. It usually stands for “{expansion}”.',
  },
  docs: {
    summary: 'An acronym is used and nowhere spelled out.',
    why: 'A reader who does not know the letters loses the sentence, and the same letters mean different things to different readers.',
    bad: [{ draft: 'Parcelgate, an MFT product, ran on the server.\n' }],
    good: [{ draft: 'Parcelgate, a managed file transfer (MFT) product, ran on the server. The FBI looked at the MFT logs.\n' }],
  },
  check({ document, story, report }) {
    const defined = new Set<string>();
    const firstUse = new Map<string, { fact: AcronymFact; segment: PlacedSegment }>();
    for (const { fact, segment } of document.all('acronyms')) {
      if (fact.expansion) defined.add(fact.text);
      else if (!firstUse.has(fact.text) && !isForeign(segment.facts, fact.span)) firstUse.set(fact.text, { fact, segment });
    }
    if (firstUse.size === 0) return;
    const audience = audienceOf(document, story);
    for (const [text, { fact, segment }] of firstUse) {
      const { prose } = segment.facts.tree;
      const isKnown =
        isKnownAcronym(text, audience) &&
        !isNoFile(text, prose.slice(Math.max(0, fact.span.start - 24), fact.span.start), prose.slice(fact.span.end, fact.span.end + 24));
      if (defined.has(text) || isKnown || story.terms.acronyms.has(text) || story.terms.define.has(text)) continue;
      const noted = expansionInNotes(text, document, story);
      const expansion = noted ?? usualExpansion(text);
      report({
        span: shift(fact.span, segment.offset),
        message: noted ? 'in-notes' : expansion ? 'usual' : 'undefined',
        args: { acronym: text, expansion: expansion ?? '' },
        fixes: expansion ? [fixOf(expansion, fact, segment, document.uri)] : [],
      });
    }
  },
});

function fixOf(expansion: string, fact: AcronymFact, segment: PlacedSegment, uri: string) {
  const whole = segment.facts.tree.text;
  // The plural's "s" moves to the end of both: "MFTs" → "managed file transfers (MFTs)".
  const isPlural = /^s(?![\p{L}\p{N}])/u.test(whole.slice(fact.span.end, fact.span.end + 2));
  const plural = isPlural && !/s$/.test(expansion) ? `${expansion}s` : expansion;
  const newText = isPlural ? `${plural} (${slice(whole, fact.span)}s)` : `${expansion} (${slice(whole, fact.span)})`;
  const span = { start: fact.span.start, end: fact.span.end + (isPlural ? 1 : 0) };
  const article = articleEdit(whole, span.start, expansion);
  return {
    title: phrase`Write “${newText}”`,
    kind: 'suggestion' as const,
    edits: [...(article ? [article] : []), { span, newText }].map(edit => ({
      uri,
      span: shift(edit.span, segment.offset),
      newText: edit.newText,
    })),
  };
}

/**
 * A draft's front matter comes before the Story's configuration. A draft that speaks in ATT&CK ids, or carries a mark
 * above TLP:CLEAR, is no newspaper: its readers work in security.
 */
export function audienceOf(document: DocumentView, story: StoryView): Audience {
  const own = document.frontMatter.items.find(item => item.key === 'audience')?.value;
  if (own === 'security' || own === 'general') return own;
  if (story.audience === 'security' || (document.tlp !== undefined && document.tlp !== 'CLEAR')) return 'security';
  const ids = new Set<string>();
  for (const { fact } of document.all('references')) if (fact.kind === 'attack' && !fact.malformed) ids.add(fact.id);
  return ids.size >= 3 ? 'security' : 'general';
}
