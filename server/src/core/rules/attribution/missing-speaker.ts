// Owns: the rule attribution/missing-speaker.
// Must not know: how speakers are found.
import { sameSurname } from '../../extract/attributions.ts';
import type { Quote } from '../../extract/facts.ts';
import { perFacts } from '../../extract/per-facts.ts';
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import { phrase } from '../../text/phrases.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { wordsOf } from '../../text/words.ts';
import { type DocumentView, defineDocumentRule, type Edit, type Fix, type PlacedSegment, type StoryView } from '../types.ts';

export default defineDocumentRule({
  id: 'attribution/missing-speaker',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft'],
  reads: ['quotes', 'attributions', 'names', 'quote-match', 'story'],
  options: {},
  messages: {
    missing: 'Nobody is named as the speaker of this quote. Say whose words they are.',
    noted: 'Nobody is named as the speaker of this quote. By the notes they are the words of {speaker}.',
  },
  docs: {
    summary: 'A quote without a speaker.',
    why: 'A reader who does not know who speaks cannot tell what the words are worth.',
    bad: [
      {
        draft:
          'The boxes went to the laboratory.\n\n"A gift is a device like any other device. It gets the same tests as a printer we buy."\n',
      },
    ],
    good: [
      { draft: 'The boxes went to the laboratory. "A gift is a device like any other device," its spokesman Jonas Feld said.\n' },
      {
        draft:
          '“Our members drive at four in the morning.\n\n“They are owed a straight answer,” Lena Strand said.\n\n> “They are owed a straight answer.”\n',
      },
      { draft: '> Names, postal addresses and dates of birth of customers were copied. Card numbers were not on the server.\n' },
    ],
  },
  check({ document, story, report }) {
    const { voices } = document;
    const open: OpenQuote[] = [];
    const attributed: { readonly segment: PlacedSegment; readonly quote: Quote }[] = [];
    let before: Before | undefined;
    for (const segment of document.segments) {
      const { tree, quotes } = segment.facts;
      const ends = endsOf(segment.facts);
      if (quotes.length === 0) {
        const last = ends.at(-1);
        if (last) before = last.colon ? { speaker: '' } : undefined;
        continue;
      }
      let next = 0;
      for (const { block, colon } of ends) {
        let last: Before | undefined;
        for (; next < quotes.length && (quotes[next] as Quote).span.start < block.span.end; next++) {
          const quote = quotes[next] as Quote;
          if (quote.span.start < block.span.start) continue;
          const voice = voices.of(segment, quote);
          const opens = isOpening(tree.prose, block.span, quote.span);
          if (voice) {
            attributed.push({ segment, quote });
            // Who spoke some sentences before the end of the paragraph does not go on in the next one.
            last = endsBlock(segment, block.sentences.end, quote) ? { speaker: voice.speaker?.text ?? '' } : undefined;
          } else if (needsSpeaker(segment, quote) && !voices.isUnclosed(segment, quote)) {
            // A paragraph of a longer quote, or of a run of paragraphs that one person speaks.
            const after = opens && block.kind !== 'quote' ? before : undefined;
            if (!after?.open) open.push({ quote, segment, ...(after ? { after: after.speaker } : {}) });
            last = { speaker: after?.speaker ?? '', open: quote.open === true };
          }
        }
        before = block.kind === 'heading' ? undefined : colon ? { speaker: '' } : last;
      }
    }
    if (open.length === 0) return;
    const elsewhere = ` ${attributed.map(({ segment, quote }) => keyOf(segment, quote)).join(' | ')} `;
    for (const { quote, segment, after } of open) {
      if (
        elsewhere.includes(` ${keyOf(segment, quote)} `) ||
        isIntroduced(segment, quote) ||
        isAnnounced(segment, quote) ||
        isMentioned(segment, quote)
      )
        continue;
      const speaker = notedSpeaker(document, story, segment, quote);
      // The paragraph before has a speaker or a colon: he goes on, unless the notes know better.
      if (after !== undefined && (speaker === undefined || after === '' || sameSurname(after, speaker))) continue;
      report({
        span: shift(quote.span, segment.offset),
        message: speaker ? 'noted' : 'missing',
        args: speaker ? { speaker } : {},
        fixes: speaker ? nameFix(document, segment, quote, speaker) : [],
      });
    }
  },
});

interface OpenQuote {
  readonly quote: Quote;
  readonly segment: PlacedSegment;
  /** Who speaks in the paragraph right before; empty where a colon introduces the quote. */
  readonly after?: string;
}

/** The last quote of the paragraph before, and whether it goes on. */
interface Before {
  readonly speaker: string;
  readonly open?: boolean;
}

/** The blocks of a segment that quotes may stand in or follow, and whether a colon ends each; none ends a heading. */
const endsOf = perFacts(({ tree }) =>
  tree.blocks
    .filter(({ kind }) => kind !== 'html' && kind !== 'definition' && kind !== 'footnote')
    .map(block => ({
      block,
      colon: block.kind !== 'heading' && tree.prose.slice(block.span.start, block.span.end).trimEnd().endsWith(':'),
    })),
);

/** No sentence follows the one in which the quote ends. */
function endsBlock({ facts }: PlacedSegment, end: number, quote: Quote): boolean {
  const last = facts.tree.sentences[end - 1];
  return last === undefined || quote.span.end > last.span.start;
}

/** "“Patch first,” is her advice", "“They give me one call” is number one on it": whose words they are, or what place they have. */
function isMentioned({ facts }: PlacedSegment, quote: Quote): boolean {
  const after = facts.tree.prose.slice(quote.span.end, quote.span.end + 60);
  return /^,?["”’']?\s+(?:is|was|are|were)\s+(?:his|her|their|my|our|\p{Lu}[\p{L}-]{0,30}['’]s|number|one\s+of|the\s+(?:first|second|last|next)\s+(?:line|sentence|words?|question))\s/u.test(
    after,
  );
}

function isOpening(prose: string, block: Span, quote: Span): boolean {
  return quote.start - block.start < 200 && prose.slice(block.start, quote.start).trim() === '';
}

/** Speech in the running text. Quoted documents, headings, cells, captions and footnotes need no speaker. */
function needsSpeaker({ facts }: PlacedSegment, quote: Quote): boolean {
  if ((quote.kind !== 'speech' && quote.kind !== 'block') || quote.within !== undefined || quote.continues !== undefined) return false;
  if (quote.content.start === quote.span.start) return false;
  const block = facts.tree.blocks[facts.tree.sentences[quote.sentence]?.block ?? -1];
  return (
    block !== undefined && block.kind !== 'heading' && block.kind !== 'table-cell' && block.kind !== 'caption' && block.kind !== 'footnote'
  );
}

/** A colon or a verb of saying stands right before it: somebody speaks, though it was not found out who. */
function isAnnounced({ facts }: PlacedSegment, quote: Quote): boolean {
  const start = facts.tree.sentences[quote.sentence]?.span.start ?? quote.span.start;
  const before = facts.tree.prose.slice(Math.max(start, quote.span.start - 40), quote.span.start).trimEnd();
  if (before.endsWith(':')) return true;
  const word = /([\p{L}]+),?$/u.exec(before)?.[1];
  return word !== undefined && reportingVerb(word.toLowerCase()) !== undefined;
}

/** A quote's words, kept as long as the quote: they are asked for with every letter that is typed. */
const KEYS = new WeakMap<Quote, string>();

function keyOf({ facts }: PlacedSegment, quote: Quote): string {
  const known = KEYS.get(quote);
  if (known !== undefined) return known;
  const key = wordsOf(slice(facts.tree.prose, quote.content))
    .map(word => word.folded)
    .join(' ');
  KEYS.set(quote, key);
  return key;
}

/** "Feld was blunt. “We have not finished.”": the sentence right before is about one person. */
function isIntroduced({ facts }: PlacedSegment, quote: Quote): boolean {
  const { tree, names } = facts;
  const sentence = tree.sentences[quote.sentence];
  const before = tree.sentences[quote.sentence - 1];
  if (!sentence || !before || before.block !== sentence.block || quote.span.start > sentence.span.start + 1) return false;
  if (!/^[\s[^\]]*$/.test(tree.prose.slice(quote.span.end, sentence.span.end).slice(0, 200))) return false;
  const people = names.filter(name => (name.kind === 'person' || name.kind === 'other') && name.sentence === quote.sentence - 1);
  return people.length === 1
    ? (people[0]?.span.start ?? 0) - before.span.start < 30
    : /^(?:He|She|[A-Z][a-z]+ (?:is|was)) /.test(tree.prose.slice(before.span.start, before.span.end));
}

function notedSpeaker(document: DocumentView, story: StoryView, segment: PlacedSegment, quote: Quote): string | undefined {
  const match = document.quoteMatch(segment, quote);
  if (!match.speaker || !match.passage || !story.mayOffer(match.passage.source, document)) return undefined;
  return story.findProtected(match.speaker).length > 0 ? undefined : match.speaker;
}

/** `…," Jonas Feld said.` where the quote ends its sentence; ` — Jonas Feld` below a block quote. */
function nameFix(document: DocumentView, segment: PlacedSegment, quote: Quote, speaker: string): Fix[] {
  const { text } = segment.facts.tree;
  const edit = (span: Span, newText: string): Edit => ({ uri: document.uri, span: shift(span, segment.offset), newText });
  const title = phrase`Name ${speaker} as the speaker`;
  const after = { start: quote.span.end, end: quote.span.end };
  if (quote.kind === 'block') return [{ title, kind: 'suggestion', edits: [edit(after, ` — ${speaker}`)] }];
  const last = text[quote.content.end - 1] ?? '';
  if (!/^(?:\s*$|\s*\[|\s+["“\p{Lu}])/u.test(text.slice(quote.span.end, quote.span.end + 12)) || !/[.?!]/.test(last)) return [];
  const edits = last === '.' ? [edit({ start: quote.content.end - 1, end: quote.content.end }, ',')] : [];
  return [{ title, kind: 'suggestion', edits: [...edits, edit(after, ` ${speaker} said.`)] }];
}
