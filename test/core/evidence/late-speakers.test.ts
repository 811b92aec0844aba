// Owns: speakers that are told late are those told at once, and no word of their names is missed beforehand.
// Must not know: how speakers are found.
import assert from 'node:assert/strict';
import { Story } from '../../../server/src/core/engine/story.ts';
import { LateSpeakers } from '../../../server/src/core/evidence/late-speakers.ts';
import { createQuoteIndex } from '../../../server/src/core/evidence/quote-index.ts';
import type { Source } from '../../../server/src/core/evidence/types.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { manyNotes } from '../../bench/notes.ts';
import { read } from './notes.ts';

const NOTE = `# Talk at the depot

Hanna Brodie runs the depot. “We never saw the routers again,” she said on Monday.

The clerk, José Álvarez, was there. “Nobody asked us about the keys of the room,” Álvarez told the court.

> “We will not pay for any of it.” — Ines O’Hara

"We closed the gates at four on that day," says HB.
`;

function late(path: string, text: string): readonly Source[] {
  const story = new Story('file:///s', {
    knowledge: () => NO_KNOWLEDGE,
    names: { find: () => [] } as never,
    usage: () => false,
    draftTlp: () => 'CLEAR',
  });
  const uri = `file:///s/${path}`;
  story.indexFile({ uri, path, storyRoot: 'file:///s', ignored: false }, { kind: 'text', text, bom: false });
  return story.index.sourcesIn(uri);
}

const speakersOf = (sources: readonly Source[]): unknown =>
  sources.map(({ passages }) => passages.map(({ text, quote }) => [text, quote?.text, quote?.speaker]));

describe('speakers told late', () => {
  const cases = Object.entries({ ...manyNotes(6, 3000), 'notes/talk.md': NOTE });
  for (const [path, text] of cases)
    it(`are those told at once: ${path}`, () => assert.deepEqual(speakersOf(late(path, text)), speakersOf(read(path, text).sources)));

  it('have names of words that were known beforehand', () => {
    let absent = 0;
    let told = 0;
    for (const [path, text] of cases) {
      for (const source of late(path, text)) {
        if (!source.late) continue;
        told++;
        for (const { quote } of source.passages)
          for (const word of (quote?.speaker ?? '').split(' ')) assert.ok(source.late.mayName(word.toLowerCase()), word);
        absent += ['nowhere', 'quince', 'zebra', 'ulm'].filter(word => source.late?.mayName(word)).length;
      }
    }
    assert.ok(told > 3);
    assert.ok(absent < cases.length, `${absent} of words that are not there`);
  });

  it('are people whom a draft may mean', () => {
    const quotes = createQuoteIndex();
    quotes.replace('file:///s/notes/talk.md', late('notes/talk.md', NOTE));
    assert.ok(quotes.isSpeaker('brodie'));
    assert.ok(!quotes.isSpeaker('depot'));
  });

  it('are looked for once, and may have any name where characters are written by reference', () => {
    let asked = 0;
    const speakers = new LateSpeakers('Ana M&uuml;ller said', quotes => {
      asked++;
      return quotes.map(() => 'Ana Müller');
    });
    const first = speakers.add({ segment: 0, quote: 0 });
    const second = speakers.add({ segment: 0, quote: 1 });
    assert.equal(asked, 0);
    assert.ok(speakers.mayName('muller'));
    assert.deepEqual([first(), second(), asked], ['Ana Müller', 'Ana Müller', 1]);
  });
});
