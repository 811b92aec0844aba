// What the notes hold of a quote, as data: the draft's sentence, the notes, the verdict.
import assert from 'node:assert';
import { createQuoteIndex } from '../../../server/src/core/evidence/quote-index.ts';
import { compareSpeakers } from '../../../server/src/core/evidence/quotes/speaker-names.ts';
import { quoteWords } from '../../../server/src/core/evidence/quotes/words.ts';
import { matchQuote } from '../../../server/src/core/evidence/quotes.ts';
import type { Passage, QuoteMatch, Source } from '../../../server/src/core/evidence/types.ts';
import { slice } from '../../../server/src/core/text/span.ts';
import { placedQuoteFacts } from '../../support/quote-facts.ts';

/** A Source from lines of `Speaker: words`, or plain lines. */
function sourceOf(uri: string, lines: readonly string[], language?: string): Source {
  const passages: Passage[] = [];
  const source = {
    key: uri,
    uri,
    path: uri,
    origin: 'file',
    span: { start: 0, end: 0 },
    keySpan: { start: 0, end: 0 },
    title: uri,
    metadata: { confidential: [] },
    items: [],
    passages,
    ...(language ? { language } : {}),
  } as Source;
  let at = 0;
  for (const line of lines) {
    const spoken = /^([^:"]+): (.*)$/.exec(line);
    const span = { start: at, end: at + line.length };
    const words = spoken?.[2];
    passages.push({
      source,
      span,
      text: line,
      ...(words
        ? { quote: { content: { start: span.end - words.length, end: span.end }, text: words, speaker: spoken[1] as string } }
        : {}),
    });
    at = span.end + 1;
  }
  return source;
}

const NOTES = [
  'Odo Brenk: 57 of them answered in May and left at once.',
  'Viktor Hale: We closed the folder within forty minutes of the call. There was no password on the folder. There should have been one.',
  'Viktor Hale: I have apologised to the union, and I have not apologised to my investors, because they did not lose anything.',
  'Lena Strand: A roster is a diary that somebody else writes for you.',
  'Lena Strand: Our members drive at four in the morning so that other people can get to work, in rain and in snow, and nobody thanks them.',
  'Hanna Brodie: I cannot rule out that they copied more than we can see. Almost nobody reads the mails. We paid $1,250 in 3 parts.',
  'LF: We will answer if the court allows it.',
  'LF: But I would not swear to the number before the lab people are done.',
  'Odo Marr: I would never patch a gateway on a Friday without a colleague beside me. We did not, until last year, ask who had written it. We start at nine without coffee.',
  'Ida Penn: No guest was hurt that we know of. The lift passed in every test that was planned. Most guests stayed until noon. Few staff left, only porters.',
  'Ida Penn: We did not film guests as guests. I liked the place on most days.',
  'The statement says that all branches will open on Saturday to answer questions from customers.',
];

function match(
  draft: string,
  options: { notes?: readonly string[]; ready?: boolean; language?: string; quote?: number } = {},
): { match: QuoteMatch; text: string } {
  const quotes = createQuoteIndex();
  const notes = options.notes ?? NOTES;
  if (notes.length > 0) quotes.replace('a', [sourceOf('a', notes, options.language)]);
  const [placed] = placedQuoteFacts(draft, 'markdown');
  assert.ok(placed);
  const quote = placed.facts.quotes[options.quote ?? 0];
  assert.ok(quote, `no quote in: ${draft}`);
  const found = matchQuote({ quote, facts: placed.facts, quotes, ready: options.ready ?? true });
  return { match: found, text: slice(draft, found.span) };
}

type Row = readonly [draft: string, status: QuoteMatch['status'], text?: string, replacement?: string | undefined];
const CASES: readonly Row[] = [
  ['“Fifty-seven of them answered in May,” Odo Brenk said.', 'verbatim'],
  ['“57 of them answered in March,” Odo Brenk said.', 'altered', 'March', 'May'],
  ['“We start at nine,” Marr said.', 'verbatim'],
  ['"We closed the folder within forty minutes of the call," Hale said.', 'verbatim'],
  ['“We closed the folder – within 40 minutes of the call!” Hale said.', 'verbatim'],
  ['“There was no password on the folder,” Hale said.', 'verbatim'],
  ['Hale said that “there should have been one”.', 'verbatim'],
  ["“I can't rule out that they copied more than we can see,” Brodie said.", 'verbatim'],
  ['“There was no password on [it],” Hale said.', 'shortened'],
  ['“[T]here was no password on the folder,” Hale said.', 'verbatim'],
  ['“Our members drive at four in the morning … and nobody thanks them,” Strand said.', 'shortened'],
  ['“Our members drive at four in the morning [...] in rain and in snow,” Strand said.', 'shortened'],
  ['“We closed the folder within fourteen minutes of the call,” Hale said.', 'altered', 'fourteen', 'forty'],
  ['“A roster is a secret diary that somebody else writes for you,” Strand said.', 'altered', 'secret', ''],
  ['“A roster is a diary that somebody writes for you,” Strand said.', 'altered', 'somebody writes', 'somebody else writes'],
  ['“We paid $1,520 in 3 parts,” Brodie said.', 'altered', '1,520', '1,250'],
  ['“I can rule out that they copied more than we can see,” Brodie said.', 'meaning-changed', 'can rule', 'cannot rule'],
  ['“Nobody reads the mails,” Brodie said.', 'meaning-changed', 'Nobody', 'Almost nobody'],
  [
    '“I have … apologised to my investors, because they did not lose anything,” Hale said.',
    'meaning-changed',
    'have … apologised',
    'have not apologised',
  ],
  ['“We will answer,” Luis Ferrant said.', 'meaning-changed', 'answer', 'answer if the court allows it'],
  ['Before the work in the lab is finished, he “would not swear to the number,” Ferrant said.', 'verbatim'],
  ['He “would not swear to the number,” Ferrant said.', 'meaning-changed', 'number', 'number before the lab people are done'],
  ['“I would never patch a gateway on a Friday,” Marr said.', 'meaning-changed', 'Friday', 'Friday without a colleague beside me'],
  ['“We did not … ask who had written it,” Marr said.', 'meaning-changed', 'not … ask', 'not, until last year, ask'],
  ['“No guest was hurt,” Penn said.', 'meaning-changed', 'hurt', 'hurt that we know of'],
  ['“The lift passed in every test,” Penn said.', 'meaning-changed', 'test', 'test that was planned'],
  ['“Guests stayed until noon,” Penn said.', 'meaning-changed', 'Guests', 'Most guests'],
  ['Most “guests stayed until noon”, Penn said.', 'verbatim'],
  ['“We did not film guests,” Penn said.', 'meaning-changed', 'guests', 'guests as guests'],
  ['“I liked the place,” Penn said.', 'meaning-changed', 'place', 'place on most days'],
  ['“Few staff left,” Penn said, “only porters.”', 'shortened'],
  ['“A roster is probably a diary that somebody else writes for you,” Strand said.', 'meaning-changed', 'probably', ''],
  [
    '“There was no password on the folder. Our members drive at four in the morning,” Hale said.',
    'spliced',
    'There was no password on the folder',
    undefined,
  ],
  ['“A roster is a diary that somebody else writes for you,” Viktor Hale said.', 'wrong-speaker'],
  ['“All branches will open on Saturday to answer questions,” Hale said.', 'verbatim'],
  ['“Contractors are where banks go to forget about risk,” Ferrant said.', 'not-found'],
  ['He calls it a “diary of work”.', 'not-speech'],
  ['The newsletter “The Early Tram” has it.', 'not-speech'],
];

describe('matchQuote', () => {
  for (const [draft, status, text, replacement] of CASES) {
    it(`${status}: ${draft}`, () => {
      const found = match(draft);
      assert.equal(found.match.status, status);
      if (text !== undefined) assert.deepEqual([found.text, found.match.replacement], [text, replacement]);
    });
  }

  it('knows the parts of a split quote', () => {
    const draft = '“I have apologised to the union,” Hale said, “and I have apologised to my investors.”';
    assert.equal(match(draft, { quote: 0 }).match.status, 'verbatim');
    assert.equal(match(draft, { quote: 1 }).match.status, 'meaning-changed');
  });

  it('leaves a dropped negation alone that the draft says in its own words', () =>
    assert.equal(match('He has not “apologised to my investors, because they did not lose anything”, he says.').match.status, 'verbatim'));

  it('gives a word diff from the draft to the notes', () =>
    assert.deepEqual(match('“A roster is a journal that somebody else writes for you,” Strand said.').match.diff, [
      { op: 'same', text: 'A roster is a' },
      { op: 'drop', text: 'journal' },
      { op: 'add', text: 'diary' },
      { op: 'same', text: 'that somebody else writes for you' },
    ]));

  it('is unchecked without notes, before they are read, and where they are in another language', () => {
    const draft = '“Contractors are where banks go to forget about risk,” Ferrant said.';
    assert.equal(match(draft, { notes: [] }).match.status, 'unchecked');
    assert.equal(match(draft, { ready: false }).match.status, 'unchecked');
    assert.equal(match(draft, { notes: ['Luis Ferrant: Wir haben nichts gefunden.'], language: 'de' }).match.status, 'unchecked');
  });

  it('forgets a file that was replaced', () => {
    const quotes = createQuoteIndex();
    quotes.replace('a', [sourceOf('a', NOTES)]);
    const keys = quoteWords('A roster is a diary that somebody else writes for you').map(word => word.key);
    assert.ok((quotes.lookup(keys)[0]?.score ?? 0) > 0.9);
    const revision = quotes.revision;
    quotes.replace('a', []);
    assert.ok(quotes.revision > revision);
    assert.deepEqual(quotes.lookup(keys), []);
    assert.equal(quotes.size, 0);
  });

  it('answers alike whatever was indexed and removed before', () => {
    const fresh = createQuoteIndex();
    fresh.replace('a', [sourceOf('a', NOTES)]);
    const used = createQuoteIndex();
    for (let i = 0; i < 200; i++)
      used.replace(`b${i}`, [sourceOf(`b${i}`, [`Somebody: A roster number ${i} is a diary that nobody writes.`])]);
    used.replace('a', [sourceOf('a', NOTES)]);
    for (let i = 0; i < 200; i++) used.replace(`b${i}`, []);
    const keys = quoteWords('a roster is a secret diary that somebody writes for you').map(word => word.key);
    const shown = (index: typeof fresh): unknown =>
      index.lookup(keys).map(({ score, words }) => [score, words.map(word => word.key).join(' ')]);
    assert.deepEqual(shown(used), shown(fresh));
  });
});

describe('compareSpeakers', () => {
  const known = {
    isSpeaker: (name: string): boolean => ['hale', 'strand', 'ferrant', 'haag'].includes(name),
    isWorkplace: (name: string): boolean => name === 'Halvik Aqua',
  };
  const cases: readonly (readonly [string, string, string])[] = [
    ['Viktor Hale', 'Hale', 'same'],
    ['Mr. Hale', 'Viktor Hale', 'same'],
    ['Ferrant', 'LF', 'same'],
    ['Luis Ferrant', 'L. Ferrant', 'same'],
    ['José Álvarez', 'Jose Alvarez', 'same'],
    ['Strand', 'Viktor Hale', 'other'],
    ['Viktor Hale', 'LF', 'other'],
    ['Lumenet', 'Elin Marsh', 'unknown'],
    ['Bright Harbour Labs', 'Priya Raman', 'unknown'],
    ['Hale', 'chief executive', 'unknown'],
    ['Strand', 'Inspector Tom Haag', 'other'],
    ['Strand', 'Judge Haag', 'other'],
    ['Strand', 'Haag', 'other'],
    ['Fossum', 'Haag', 'unknown'],
    ['Halvik Aqua', 'Tom Haag', 'unknown'],
    ['Strand', 'Customer Support', 'unknown'],
    ['Tom Haag', 'Inspector Haag', 'same'],
    ['', 'Hale', 'unknown'],
  ];
  for (const [drafted, noted, verdict] of cases)
    it(`${drafted} / ${noted}: ${verdict}`, () => assert.equal(compareSpeakers(drafted, noted, known), verdict));
});
