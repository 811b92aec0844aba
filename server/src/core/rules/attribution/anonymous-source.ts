// Owns: the rule attribution/anonymous-source.
// Must not know: how sources are found and classified.
import { givesReason } from '../../extract/attributions.ts';
import type { Attribution, Facts } from '../../extract/facts.ts';
import { isCrowd, ROLE_NOUNS, UNNAMED_NOUNS, VAGUE_GROUP_NOUNS } from '../../lexicon/source-nouns.ts';
import { covers, shift, slice } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type PlacedSegment } from '../types.ts';

export default defineDocumentRule({
  id: 'attribution/anonymous-source',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['attributions', 'quotes', 'citations', 'names', 'story'],
  options: {},
  messages: {
    vague: 'Who are “{source}”? Name at least one of them, cite where it is written, or say why no name is given.',
    count:
      'How many “{source}” there are does not tell the reader who they are. Name them, or say where they work and why no name is given.',
    reason: 'Nothing tells the reader why “{source}” goes without a name. Say what the source knows and why the name is left out.',
  },
  docs: {
    summary: 'A statement rests on a crowd or a person without a name.',
    why: 'Readers cannot weigh "analysts say". Newsrooms accept an unnamed source when the text says what the source knows and why there is no name.',
    bad: [
      { draft: 'Analysts say the choice of gift was a message.\n' },
      { draft: 'Two people familiar with the matter said the firm is looking for a buyer.\n' },
    ],
    good: [
      {
        draft: 'An engineer who worked on the product said the flaw was known; she asked not to be named because she fears for her job.\n',
      },
      { draft: 'Officials at the Ministry of Transport said the line would close.\n' },
      { draft: 'The Harbour Post, citing two officials, reported that the line would close.\n' },
    ],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('attributions')) {
      const message = faultOf(document, segment, fact);
      if (!message || !fact.source) continue;
      const source = slice(segment.facts.tree.prose, fact.source).replace(/\s+/g, ' ');
      const span = { start: Math.min(fact.source.start, fact.cue.start), end: Math.max(fact.source.end, fact.cue.end) };
      report({
        span: shift(span.end - span.start > 80 ? fact.source : span, segment.offset),
        message,
        args: { source },
        ...(message === 'vague' ? {} : { severity: 'info' as const }),
      });
    }
  },
});

/** What a crowd sees, feels or tells a friend is no source of the story. */
const NO_REPORT = new Set('see hear feel know learn understand remember realise realize hope find ask wonder like laugh'.split(' '));

function faultOf(document: DocumentView, segment: PlacedSegment, attribution: Attribution): 'vague' | 'count' | 'reason' | undefined {
  const { facts } = segment;
  const { source } = attribution;
  if (
    (attribution.kind !== 'group' && attribution.kind !== 'role') ||
    !source ||
    attribution.via !== undefined ||
    isNoReport(facts, attribution)
  )
    return undefined;
  const block = facts.tree.blocks[facts.tree.sentences[attribution.sentence]?.block ?? -1];
  if (!block || block.kind === 'heading' || block.kind === 'caption') return undefined;
  if (facts.quotes.some(quote => covers(quote.content, source))) return undefined;
  const words = slice(facts.tree.prose, source).toLowerCase().split(/\s+/);
  // "The two officials", "these researchers": somebody who was introduced before.
  if (/^(?:the|these|those|both|his|her|its|their|our|my|all)$/.test(words[0] ?? '') && words.length > 1) return undefined;
  // "Few firms explain it": nobody says anything.
  if (/^(?:few|hardly|scarcely|no|none)$/.test(words[0] ?? '')) return undefined;
  if (!isVague(words) && !isLoose(facts, attribution, words)) return undefined;
  const grades = attribution.graded ?? [];
  if (grades.includes('reason') || grades.includes('affiliation')) return undefined;
  if (givesReason(facts.tree.prose.slice(block.span.start, Math.min(block.span.end, block.span.start + 4000)))) return undefined;
  if (isCarried(document, segment, attribution)) return undefined;
  if (grades.includes('description')) return 'reason';
  return grades.includes('count') ? 'count' : 'vague';
}

/** "Analysts", "a person close to the talks", "a former competitor": nobody whom a reader could find. */
function isVague(words: readonly string[]): boolean {
  if (words.some(word => VAGUE_GROUP_NOUNS.has(word))) return true;
  if (!/^(?:a|an|one|another)$/.test(words[0] ?? '')) return false;
  return (
    words.some(word => UNNAMED_NOUNS.has(word)) ||
    (VEILED.test(words.join(' ')) && words.some(word => ROLE_NOUNS.has(word.replace(/^ex-/, ''))))
  );
}

/** "A former minister", "a senior banker": what hides who it is. */
const VEILED =
  /^(?:a|an|one|another) (?:ex-\p{L}|(?:former|retired|senior|high-ranking|top|leading|well-placed|well-connected|unnamed|anonymous|influential|prominent|longtime|long-time|long-standing) )/u;

/** "Hoteliers complain that …", "dealers say …": all of a trade, in the present; what some of them said once is an event. */
function isLoose({ tree }: Facts, { cue, lemma }: Attribution, words: readonly string[]): boolean {
  if (!isCrowd(words.at(-1) ?? '') || words.length > 3 || HEARD.test(words.join(' '))) return false;
  const written = slice(tree.prose, cue).toLowerCase();
  if (written !== lemma || !LOOSE.test(lemma)) return false;
  if (LENT_VERBS.test(lemma) && !CLAUSE.test(tree.prose.slice(cue.end, cue.end + 100))) return false;
  return (
    /^\s+(?:that\b|["“]|\p{L}+\s)/u.test(tree.prose.slice(cue.end, cue.end + 30)) &&
    !/^\s+(?:about|of|to)\b/.test(tree.prose.slice(cue.end, cue.end + 10))
  );
}

/** These take a thing as well as a statement: "suggest a price", "report a loss". */
const LENT_VERBS = /^(?:suggest|report|claim|expect|fear)$/;
/** A statement: "that …", a quote, or a subject with a finite verb. */
const CLAUSE =
  /^\s+(?:that\b|["“]|(?:[\p{L}\d’'-]{1,20}\s+){1,6}?(?:is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|did|does|do|never)\b)/u;

const LOOSE =
  /^(?:say|believe|think|complain|fear|suspect|warn|argue|insist|claim|expect|doubt|agree|worry|speculate|suggest|assume|hope|report)$/;
/** Who is party to the case may be spoken of as a group: victims, customers, readers. */
const HEARD =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|users|readers|customers|victims|parents|residents|patients|guests|visitors|attackers|intruders|hackers|operators|thieves|gangs|criminals|makers|vendors|suppliers|developers|maintainers|members)\b/;

function isNoReport({ tree }: Facts, { lemma, cue, source }: Attribution): boolean {
  const crowd =
    /^(?:(?:nearly|about|almost|around|some|over|more than|at least|\d[\d,]*|hundreds of|dozens of|two|three|four|five|six|seven|eight|nine|ten) )*(?:people|others|many|some|most|everyone|everybody)\b/i.test(
      source ? slice(tree.prose, source) : '',
    );
  // "Nearly 120 people have complained": an event.
  const isClaused = /^\s+(?:that\b|to \p{L}+ that\b|["“])/u.test(tree.prose.slice(cue.end, cue.end + 40));
  if (crowd && (NO_REPORT.has(lemma) || (lemma === 'complain' && !isClaused))) return true;
  return lemma === 'tell' && /^\s+(?:him|her|them|you|it)\b/i.test(tree.prose.slice(cue.end, cue.end + 8));
}

/** A citation that resolves, or a named body that reports it, carries the anonymity. */
function isCarried(document: DocumentView, segment: PlacedSegment, attribution: Attribution): boolean {
  const cited = document.citationsOver(segment, attribution.sentence).some(({ source }) => source !== undefined);
  if (cited) return true;
  return (
    segment.facts.attributions.some(
      other =>
        other !== attribution &&
        other.sentence === attribution.sentence &&
        other.source !== undefined &&
        (other.kind === 'organisation' || other.kind === 'document' || other.kind === 'person') &&
        isNamedSource(segment.facts, other),
    ) || toldBody(segment.facts, attribution)
  );
}

function isNamedSource({ tree }: Facts, { source }: Attribution): boolean {
  return source !== undefined && /\p{Lu}/u.test(slice(tree.prose, source).slice(1));
}

/** "officials told Northern Wire". */
function toldBody({ tree }: Facts, { cue, lemma }: Attribution): boolean {
  return lemma === 'tell' && /^\s+(?:the\s+)?\p{Lu}/u.test(tree.prose.slice(cue.end, cue.end + 30));
}
