// Direct quotes: bounds, kinds, how they hang together; as data.
import assert from 'node:assert';
import { joinOpenQuotes, type PlacedFacts } from '../../../server/src/core/extract/quotes.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';
import { slice } from '../../../server/src/core/text/span.ts';
import { placedQuoteFacts, quoteFacts } from '../../support/quote-facts.ts';

type Markup = 'markdown' | 'plain';

function placed(text: string, markup: Markup = 'markdown'): PlacedFacts[] {
  return placedQuoteFacts(text, markup);
}

/** Each quote as `kind:words`, with `+` where it continues the one before, `>` for each quote around it, `…` when open. */
function shown(text: string, markup: Markup = 'markdown'): string[] {
  return placed(text, markup).flatMap(({ facts }) =>
    facts.quotes.map(quote => {
      let depth = 0;
      for (let at = quote.within; at !== undefined; at = facts.quotes[at]?.within) depth++;
      const marks = `${'>'.repeat(depth)}${quote.continues === undefined ? '' : '+'}`;
      return `${marks}${quote.kind}:${slice(facts.tree.prose, quote.content).trim()}${quote.open ? '…' : ''}`;
    }),
  );
}

const CASES: readonly (readonly [name: string, text: string, quotes: readonly string[], markup?: Markup])[] = [
  ['straight', 'He said, "We have not found it yet."', ['speech:We have not found it yet.']],
  ['curly', 'He said, “We have not found it yet.”', ['speech:We have not found it yet.']],
  ['single, British', 'He said, ‘We have not found it yet.’', ['speech:We have not found it yet.']],
  ['straight single', "He said, 'We have not found it yet.'", ['speech:We have not found it yet.']],
  ['guillemets', 'Er sagte: «Wir haben nichts gefunden.»', ['speech:Wir haben nichts gefunden.']],
  ['guillemets turned round', 'Er sagte: »Wir haben nichts gefunden.«', ['speech:Wir haben nichts gefunden.']],
  ['German low quotes', 'Er sagte: „Wir haben nichts gefunden.“', ['speech:Wir haben nichts gefunden.']],
  ['two single marks for a double one', "He said, ''We have not found it yet.''", ['speech:We have not found it yet.']],
  ['apostrophes are no quotes', "The drivers' union didn't know the '90s, nor the dogs' bowls, 'em or rock 'n' roll.", []],
  ['feet and inches', 'He is 6\'2" tall and has a 5" screen.', []],
  [
    'nested',
    '“He told me, ‘It is only a folder,’ and left,” she said.',
    ['speech:He told me, ‘It is only a folder,’ and left,', '>speech:It is only a folder,'],
  ],
  [
    'nested, straight',
    '"He told me, \'It is only a folder,\' and left," she said.',
    ["speech:He told me, 'It is only a folder,' and left,", '>speech:It is only a folder,'],
  ],
  [
    'nested, British',
    '‘He told me, “It is only a folder,” and left,’ she said.',
    ['speech:He told me, “It is only a folder,” and left,', '>speech:It is only a folder,'],
  ],
  [
    'a possessive inside of single marks',
    '‘The drivers’ union wants an audit of it,’ she said.',
    ['speech:The drivers’ union wants an audit of it,'],
  ],
  [
    'a contraction at the end of single marks',
    '‘We don’t know what they’re doin’ there,’ she said.',
    ['speech:We don’t know what they’re doin’ there,'],
  ],
  [
    'split around the verb',
    '“I was looking,” she says. “I typed the wrong number.”',
    ['speech:I was looking,', '+speech:I typed the wrong number.'],
  ],
  [
    'split inside of a sentence',
    '“We do not think so,” he says, “but our logs are short.”',
    ['speech:We do not think so,', '+speech:but our logs are short.'],
  ],
  [
    'two quotes of one paragraph are not split',
    '“I was looking,” she says. He was asked again. “We never knew about it.”',
    ['speech:I was looking,', 'speech:We never knew about it.'],
  ],
  ['scare quotes', 'An engineer might call it a “resource” and so-called “gadget gifts” too.', ['scare:resource', 'scare:gadget gifts']],
  [
    'a short utterance is speech',
    '“No comment,” she said.\n\n"Months, not weeks" is the forecast.',
    ['speech:No comment,', 'speech:Months, not weeks'],
  ],
  [
    'titles and subjects',
    'The newsletter, “The Early Tram”, and mails with the subject "revised tide table".',
    ['title:The Early Tram', 'scare:revised tide table'],
  ],
  [
    'a block quote with marks and a name',
    '> "The loader is small and in no hurry." — Ines Halloran',
    ['block:The loader is small and in no hurry.'],
  ],
  [
    'a block quote without marks',
    '> The loader is small. It is in no hurry. — Ines Halloran',
    ['block:The loader is small. It is in no hurry.'],
  ],
  ['a callout is no quote', '> [!NOTE]\n> The loader is small and in no hurry.', []],
  [
    'never closed: to the end of its paragraph',
    'He said, “We have not found it.\n\nThe boxes went to Sandvik.',
    ['speech:We have not found it.…'],
  ],
  [
    'an opening mark more does not swallow the next quote',
    'He saw "a thing and left. "We have not found it," he said.',
    ['speech:We have not found it,'],
  ],
  ['code is no prose', 'Type `echo "a b c d e"` and say "we have not found it yet" aloud.', ['speech:we have not found it yet']],
  ['emphasis inside of marks', 'He said, "*We have not found it yet.*" Then he left.', ['speech:We have not found it yet.']],
  ['a citation right after', 'He said, "We have not found it yet."[^a]\n\n[^a]: Call.', ['speech:We have not found it yet.']],
  [
    'plain text, indented',
    'She put it this way:\n\n    "Nobody needs to close an account over this."\n',
    ['speech:Nobody needs to close an account over this.'],
    'plain',
  ],
  ['empty marks', 'He said "" and left.', []],
  ['lone surrogates', 'He said, "\ud800 we have not \udc00 found it yet."', ['speech:\ud800 we have not \udc00 found it yet.']],
];

describe('extractQuotes', () => {
  for (const [name, text, quotes, markup] of CASES) it(name, () => assert.deepEqual(shown(text, markup), quotes));

  it('keeps spans inside of the segment, content inside of the quote', () => {
    for (const [, text, , markup] of CASES) {
      for (const { facts } of placed(text, markup)) {
        for (const { span, content } of facts.quotes) {
          assert.ok(
            span.start <= content.start && content.start <= content.end && content.end <= span.end && span.end <= facts.tree.text.length,
          );
        }
      }
    }
  });

  it('gets through hostile input', () => {
    const hostile = ['"', '“', '‘', "'", '“a ', "'a ", '"a" ', '“a” b ', '‘“', '«»', '" a', "s' a "];
    for (const piece of hostile) {
      quoteFacts(parseSegment(piece.repeat(Math.floor(400_000 / piece.length)), 'plain'));
    }
  });
});

describe('joinOpenQuotes', () => {
  const chains = (text: string): string[] =>
    joinOpenQuotes(placed(text)).map(
      chain => `${chain.parts.map(part => `${part.segment}.${part.quote}`).join(' ')}${chain.closed ? '' : ' open'}`,
    );

  it('joins paragraphs that open anew', () => assert.deepEqual(chains('“One.\n\n“Two.\n\n“Three,” she said.'), ['0.0 1.0 2.0']));
  it('needs the same mark at the start of the next paragraph', () => {
    assert.deepEqual(chains('“One.\n\nTwo.\n\n“Three,” she said.'), []);
    assert.deepEqual(chains('“One.\n\n"Three," she said.'), []);
  });
  it('says when the last part is not closed', () => assert.deepEqual(chains('“One.\n\n“Two.\n\nThree.'), ['0.0 1.0 open']));
  it('does not reach over a heading', () => assert.deepEqual(chains('“One.\n\n## Two\n\n“Three,” she said.'), []));
});
