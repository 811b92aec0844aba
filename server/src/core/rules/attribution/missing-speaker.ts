// Owns: the rule attribution/missing-speaker.
// Must not know: how speakers are found.
import { voicesOf } from '../../extract/attributions.ts';
import type { Quote } from '../../extract/facts.ts';
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
    const voices = voicesOf(document.segments);
    const open: { readonly quote: Quote; readonly segment: PlacedSegment }[] = [];
    const attributed: string[] = [];
    for (const { fact: quote, segment } of document.all('quotes')) {
      if (voices.of(segment, quote)) attributed.push(keyOf(segment, quote.content));
      else if (needsSpeaker(segment, quote) && !voices.isUnclosed(segment, quote)) open.push({ quote, segment });
    }
    const elsewhere = ` ${attributed.join(' | ')} `;
    for (const { quote, segment } of open) {
      if (elsewhere.includes(` ${keyOf(segment, quote.content)} `) || isIntroduced(segment, quote)) continue;
      const speaker = notedSpeaker(document, story, segment, quote);
      report({
        span: shift(quote.span, segment.offset),
        message: speaker ? 'noted' : 'missing',
        args: speaker ? { speaker } : {},
        fixes: speaker ? nameFix(document, segment, quote, speaker) : [],
      });
    }
  },
});

/** Speech in the running text. Quoted documents, headings, cells, captions and footnotes need no speaker. */
function needsSpeaker({ facts }: PlacedSegment, quote: Quote): boolean {
  if ((quote.kind !== 'speech' && quote.kind !== 'block') || quote.within !== undefined || quote.continues !== undefined) return false;
  if (quote.content.start === quote.span.start) return false;
  const block = facts.tree.blocks[facts.tree.sentences[quote.sentence]?.block ?? -1];
  return (
    block !== undefined && block.kind !== 'heading' && block.kind !== 'table-cell' && block.kind !== 'caption' && block.kind !== 'footnote'
  );
}

function keyOf({ facts }: PlacedSegment, span: Span): string {
  return wordsOf(slice(facts.tree.prose, span))
    .map(word => word.folded)
    .join(' ');
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
  const title = `Name ${speaker} as the speaker`;
  const after = { start: quote.span.end, end: quote.span.end };
  if (quote.kind === 'block') return [{ title, kind: 'suggestion', edits: [edit(after, ` — ${speaker}`)] }];
  const last = text[quote.content.end - 1] ?? '';
  if (!/^(?:\s*$|\s*\[|\s+["“\p{Lu}])/u.test(text.slice(quote.span.end, quote.span.end + 12)) || !/[.?!]/.test(last)) return [];
  const edits = last === '.' ? [edit({ start: quote.content.end - 1, end: quote.content.end }, ',')] : [];
  return [{ title, kind: 'suggestion', edits: [...edits, edit(after, ` ${speaker} said.`)] }];
}
