// Owns: tests of anchors: found where they stand, told apart by context, orphaned where that cannot be.
import assert from 'node:assert/strict';
import { placeAnchors } from '../../../server/src/core/annotations/anchors.ts';
import type { Candidate } from '../../../server/src/core/annotations/candidates.ts';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import type { Placement } from '../../../server/src/core/annotations/types.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';

const TEXT =
  'The harbour board met on Monday. It bought twelve routers from Lumenet, and nobody counted them.\n\n' +
  'The mayor of Kestria denied 🛰️ everything. She said the contract was signed before her time.\n\n' +
  'A second contract, signed in March, covers repairs. The board has not published it.\n';

/** Where the words of one text stand in another. */
function find(words: string, after: string, before = TEXT): Placement {
  const start = before.indexOf(words);
  const anchor = describeAnchor(new WordIndex(before), { start, end: start + words.length });
  return placeAnchors(after, [anchor])[0] as Placement;
}

function textAt(text: string, placement: Placement): string | undefined {
  return placement.state === 'placed' ? text.slice(placement.span.start, placement.span.end) : undefined;
}

describe('anchors', () => {
  it('words of a text are found in it, in code points', () => {
    const index = new WordIndex(TEXT);
    for (let i = 0; i < index.length; i++) {
      const span = { start: index.starts[i] as number, end: index.ends[i] as number };
      const anchor = describeAnchor(index, span);
      assert.equal([...TEXT].slice(anchor.start, anchor.end).join(''), anchor.exact);
      if (!/\p{L}{3}/u.test(anchor.exact)) continue;
      const [placement] = placeAnchors(TEXT, [anchor]);
      assert.deepEqual(placement, { state: 'placed', span, how: 'exact' }, anchor.exact);
    }
  });

  it('line breaks, line ends and typographic quotation marks are no change', () => {
    for (const after of [TEXT.replaceAll(' ', '\n'), TEXT.replaceAll('\n', '\r\n'), TEXT.replaceAll('\n\n', ' ')]) {
      const placement = find('nobody counted them', after);
      assert.equal(textAt(after, placement)?.replace(/\s+/g, ' '), 'nobody counted them');
      assert.equal(placement.state === 'placed' && placement.how, 'exact');
    }
  });

  it('a passage that was moved or reworded is found', () => {
    const paragraphs = TEXT.split('\n\n');
    const moved = [...paragraphs.slice(1), paragraphs[0]].join('\n\n');
    assert.equal(
      textAt(moved, find('It bought twelve routers from Lumenet, and nobody counted them.', moved)),
      'It bought twelve routers from Lumenet, and nobody counted them.',
    );
    const reworded = TEXT.replace('twelve routers', 'some twelve new routers');
    const placement = find('It bought twelve routers from Lumenet, and nobody counted them.', reworded);
    assert.equal(textAt(reworded, placement), 'It bought some twelve new routers from Lumenet, and nobody counted them.');
    assert.equal(placement.state === 'placed' && placement.how, 'changed');
  });

  it('what is gone is orphaned, and a lookalike does not take its place', () => {
    const gone = TEXT.replace('She said the contract was signed before her time.', 'She left.');
    assert.deepEqual(find('She said the contract was signed before her time.', gone), {
      state: 'orphaned',
      lastText: 'She said the contract was signed before her time.',
      why: 'gone',
    });
    assert.equal(find('nobody counted them', 'Something else altogether.').state, 'orphaned');
    assert.equal(find('nobody counted them', '').state, 'orphaned');
  });

  it('copies that cannot be told apart orphan', () => {
    const paragraph = TEXT.split('\n\n')[1] as string;
    const after = TEXT.replace(paragraph, `${paragraph}\n\n${paragraph}`);
    assert.deepEqual(find('the contract was signed', after), { state: 'orphaned', lastText: 'the contract was signed', why: 'copies' });
  });

  it('of what stood in two places from the beginning a copy is known by what stands farther off', () => {
    const row = 'every device that is kept in the field shall be sealed by the keeper and shown to the board once a year';
    const first = `Northern cranes carry old controllers, so ${row}, and a broken seal is told to the harbour master of Kestria at once.`;
    const second = `Southern locks have new ones; there, too, ${row}, but nobody has looked at them since the flood of last spring.`;
    const before = [TEXT, first, TEXT.toUpperCase(), second, 'The end.'].join('\n\n');
    const found = find('sealed by the keeper', before, before);
    assert.equal(found.state === 'placed' && found.span.start, before.indexOf('sealed by the keeper'));
    const after = before.replace('The end.', `${first}\n\nThe end.`).replace('met on Monday', 'meets on Mondays, as always');
    assert.equal(find('sealed by the keeper', after, before).state, 'orphaned');
  });

  it('where two copies stand alike, a third that has more of the old context is in doubt, too', () => {
    const before = 'The council of Kestria met late on Thursday. The clerk read out a letter, and it said that';
    const words = 'all nine cranes had been sold to the bank in spring,';
    const behind = 'which nobody in the hall had expected to hear. The mayor asked who had known of it.';
    const [old, edited] = [`${before} ${words} ${behind}`, `${before} as before ${words} ${behind}`];
    const text = `${TEXT}\n\n${old}\n\n${TEXT.toUpperCase()}`;
    const anchor = describeAnchor(new WordIndex(text), { start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const after = [TEXT, old, TEXT.toUpperCase(), edited, edited].join('\n\n').replace('met on Monday', 'meets on Mondays, as always');
    const seen: (readonly Candidate[])[] = [];
    assert.equal(placeAnchors(after, [anchor], (_, candidates) => seen.push(candidates))[0]?.state, 'orphaned');
    const third = seen.flat().find(({ span }) => span.start === after.indexOf(words));
    assert.equal(third?.hasTwin, true);
  });

  it('of three that stand alike none is taken, whatever stands farther off', () => {
    const row = 'function connectTwice() { const pair = new Pair({ servers: [], policy: "relay" }); const encodings = [];';
    const [first, second] = [
      'for (let i = 0; i < 2; i++) encodings.push({ rid: name(i) }); // short',
      'for (let i = 0; i < 2; i++) encodings.push({ rid: name(i) }); pair.add();',
    ];
    const text = [TEXT, `${row} ${first}`, TEXT.toUpperCase(), `${row} ${second}`, 'The end.'].join('\n\n');
    const at = text.lastIndexOf('[], policy');
    const anchor = describeAnchor(new WordIndex(text), { start: at, end: at + '[], policy'.length });
    const after = text.replace('The end.', `${row} for four of them.`).replace('met on Monday', 'meets on Mondays, as always');
    assert.equal(placeAnchors(after, [anchor])[0]?.state, 'orphaned');
    assert.equal(placeAnchors(text, [anchor])[0]?.state, 'placed');
  });

  it('short common words are told apart by what stands around them, and orphan where that is gone', () => {
    const index = new WordIndex(TEXT);
    for (let at = TEXT.indexOf('The'); at >= 0; at = TEXT.indexOf('The', at + 1)) {
      const anchor = describeAnchor(index, { start: at, end: at + 3 });
      const after = `A line that is new. ${TEXT.replace('not published it', 'published nothing')}`;
      assert.deepEqual(placeAnchors(after, [anchor])[0], { state: 'placed', span: { start: at + 20, end: at + 23 }, how: 'exact' });
    }
    const elsewhere = 'Rain fell on The Hague all day. Nobody minded much, and the trams kept running to the beach and back.';
    assert.equal(find('The', elsewhere).state, 'orphaned');
  });

  it('passages whose contexts overlap keep to their own words', () => {
    const list = 'We met the mayor, the clerk, the mayor, the guard and the mayor again that week, in that order.';
    const index = new WordIndex(list);
    const starts = [...list.matchAll(/the mayor/g)].map(({ index: at }) => at);
    const anchors = starts.map(start => describeAnchor(index, { start, end: start + 'the mayor'.length }));
    const after = list.replace('the guard', 'the tall guard');
    placeAnchors(after, anchors).forEach((placement, i) => {
      if (placement.state === 'placed') assert.equal(placement.span.start, [...after.matchAll(/the mayor/g)][i]?.index);
    });
    assert.deepEqual(
      placeAnchors(list, anchors).map(placement => placement.state === 'placed' && placement.span.start),
      starts,
    );
  });

  it('a sentence in the same place that has most of the words is no passage', () => {
    const notes = Array.from({ length: 12 }, (_, i) => `The update of day ${i} adds the root of vendor number${i} to the program.`).join(
      '\n\n',
    );
    const gone = notes.replace('The update of day 5 adds the root of vendor number5 to the program.\n\n', '');
    assert.equal(find('The update of day 5 adds the root of vendor number5 to the program.', gone, notes).state, 'orphaned');
  });

  it('a passage without context keeps its first and last words where others between them were changed', () => {
    const exact = 'The port has twelve routers from Lumenet.';
    const anchor = { exact, prefix: '', suffix: '' };
    const rewritten = [
      'The port has *twelve* routers\nfrom Lumenet.',
      'The port has ninety routers from Lumenet.',
      'The port has **twelve routers** from Lumenet.',
      'The port has twelve new routers from Lumenet.',
      'The port has _some_ twelve routers from Lumenet.',
    ];
    for (const claim of rewritten) {
      const after = `Nobody was there.\n\n${claim} We asked twice.\n`;
      assert.equal(textAt(after, placeAnchors(after, [anchor])[0] as Placement), claim);
      // However many people marked it.
      for (const placement of placeAnchors(after, [anchor, anchor, { ...anchor }])) assert.equal(placement.state, 'placed', claim);
    }
  });

  it('a passage of which nobody knows what stood elsewhere does not go to a lookalike', () => {
    const claim = 'The mayor of Kestria denied on Monday that anybody had paid her for the contract with Lumenet.';
    const lookalike = 'The mayor of Ostrava denied on Friday that anybody had paid her for the lease of the old harbour.';
    const start = TEXT.indexOf('The mayor');
    const { prefix, suffix } = describeAnchor(new WordIndex(TEXT), { start, end: start + 9 });
    const anchors = [
      { exact: claim, prefix: '', suffix: '' },
      { exact: claim, prefix, suffix, start },
    ];
    for (const anchor of anchors) {
      const after = `It rained all week in the north.\n\n${lookalike} Nobody asked who owned it.`;
      assert.equal(placeAnchors(after, [anchor])[0]?.state, 'orphaned');
      assert.equal(placeAnchors(after.replace(lookalike, claim), [anchor])[0]?.state, 'placed');
    }
  });

  it('positions that no text can have do no harm', () => {
    const start = TEXT.indexOf('nobody counted them');
    const anchor = describeAnchor(new WordIndex(TEXT), { start, end: start + 'nobody counted them'.length });
    for (const position of [0, 1, start - 1, start + 1, 1e6])
      assert.equal(textAt(TEXT, placeAnchors(TEXT, [{ ...anchor, start: position }])[0] as Placement), 'nobody counted them');
  });

  it('line ends of either kind, before and after, make no difference', () => {
    const alike = `${'Yes.\n\nNo, the clerk said.\n\n'.repeat(60)}`;
    const edits: readonly (readonly [string, string])[] = [
      [TEXT, TEXT],
      [TEXT, TEXT.replace('twelve routers', 'some twelve new routers').replace('She said', 'A clerk said')],
      [alike, alike],
    ];
    for (const [before, after] of edits) {
      const found = (from: string, to: string): readonly (string | undefined)[] => {
        const index = new WordIndex(from);
        const spans = [...from.matchAll(/[^\s.,][^.,]*[.,]/g)].map(({ index: at, 0: { length } }) => ({ start: at, end: at + length }));
        const anchors = spans.map(span => describeAnchor(index, span));
        // Where a span begins, in words.
        return placeAnchors(to, anchors).map(placement =>
          placement.state === 'placed' ? `${to.slice(0, placement.span.start).split(/\s+/).length} ${placement.how}` : undefined,
        );
      };
      const windows = (text: string): string => text.replaceAll('\n', '\r\n');
      const expected = found(before, after);
      assert.ok(expected.filter(place => place !== undefined).length >= 0.5 * expected.length);
      assert.deepEqual(found(windows(before), windows(after)), expected);
      if (before !== alike) assert.deepEqual([found(windows(before), after), found(before, windows(after))], [expected, expected]);
    }
  });

  it('selectors of another text, empty and huge ones, halves of characters do no harm', () => {
    const odd = ['', ' \n', '\ud83d', 'x'.repeat(2_000_000), '.'.repeat(5000), '<script>'];
    const anchors = odd.map(exact => ({ exact, prefix: '\udc00', suffix: exact.slice(0, 50), start: 1e15, end: 0 }));
    for (const placement of placeAnchors(TEXT, anchors)) assert.equal(placement.state, 'orphaned');
  });
});
