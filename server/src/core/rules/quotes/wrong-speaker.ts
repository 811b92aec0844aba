// Owns: the rule quotes/wrong-speaker.
// Must not know: how quotes are looked up, how speakers are compared.
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type Fix, type PlacedSegment } from '../types.ts';
import { type JudgedQuote, judgedQuotes, present, relatedTo } from './shared.ts';

export default defineDocumentRule({
  id: 'quotes/wrong-speaker',
  version: 1,
  scope: 'document',
  severity: 'error',
  roles: ['draft'],
  reads: ['quotes', 'attributions', 'quote-match', 'story'],
  options: {},
  messages: {
    other: 'By the notes these are the words of {noted}, not of {drafted}. Check who said it.',
    hidden: 'By the notes these are not the words of {drafted}. Check who said it.',
  },
  docs: {
    summary: 'A quote is given to somebody else than the person who said it.',
    why: 'Words in the wrong mouth harm two people at once: the one who did not say it and the one who did.',
    bad: [
      {
        draft: 'Viktor Hale runs the firm, Lena Strand the union. "A roster is a diary that somebody else writes for you," Hale said.\n',
        notes: {
          'notes/talks.md':
            '> "A roster is a diary that somebody else writes for you." — Lena Strand\n\n> "We closed the folder within forty minutes." — Viktor Hale\n',
        },
      },
    ],
    good: [
      {
        draft: '"A roster is a diary that somebody else writes for you," the secretary of the union, Lena Strand, said.\n',
        notes: { 'notes/talks.md': '> "A roster is a diary that somebody else writes for you." — L. Strand\n' },
      },
    ],
  },
  check({ document, story, report }) {
    for (const judged of judgedQuotes(document, story, ['wrong-speaker'])) {
      const { quote, segment, match } = judged;
      const voice = document.voices.of(segment, quote);
      const named = voice?.speaker;
      if (!voice || !named || match.speaker === undefined) continue;
      const mayShow = judged.mayShow && story.findProtected(match.speaker).length === 0;
      report({
        span: shift(named.span, voice.segment.offset),
        message: mayShow ? 'other' : 'hidden',
        args: mayShow ? { drafted: named.text, noted: match.speaker } : { drafted: named.text },
        related: mayShow ? relatedTo(match.passage, phrase`The words in the notes`) : [],
        fixes: mayShow ? (whole, place) => present([renameFix(judged, whole, place)]) : [],
      });
    }
  },
});

/** Names the speaker of the notes: by full name, or by surname where the draft has given the full name before. */
function renameFix({ quote, match }: JudgedQuote, document: DocumentView, segment: PlacedSegment): Fix | undefined {
  const voice = document.voices.of(segment, quote);
  const named = voice?.speaker;
  const noted = match.speaker;
  if (!voice || !named || noted === undefined) return undefined;
  const words = noted.split(' ');
  const last = words[words.length - 1] as string;
  const at = voice.segment.offset + named.span.start;
  const known = document.text.indexOf(noted);
  const name = words.length > 1 && known >= 0 && known < at ? last : noted;
  return {
    title: phrase`Name ${name} as the speaker`,
    kind: 'suggestion',
    edits: [{ uri: document.uri, span: shift(named.span, voice.segment.offset), newText: name }],
  };
}
