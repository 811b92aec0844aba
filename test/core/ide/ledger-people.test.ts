// Owns: tests of what a ledger shows of people's work: nothing that its readers must not see, all that is wrong, nothing endless.
// Must not know: how claims are checked.
import assert from 'node:assert/strict';
import type { Ledger } from '../../../server/src/core/annotations/ledger.ts';
import { LEDGER_FORMATS, writeLedger } from '../../../server/src/core/ide/ledger/formats.ts';
import { type Audience, gatherLedger } from '../../../server/src/core/ide/ledger/gather.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf } from '../../support/ide.ts';

const CLAIM = 'Lumenet gave 12 routers to the harbour office.';
const DRAFT = `---\ntlp: GREEN\n---\n# Routers\n\n${CLAIM}[^pool]\n\nKestria has given routers to eleven governments since 2019.\n\n[^pool]: Pool.\n`;
const NOTES = {
  'notes/pool.md': `---\ntlp: GREEN\n---\n${CLAIM}\n`,
  'notes/board-minutes.md':
    '---\ntlp: RED\nconfidential: Anna Lindqvist\n---\nThe board met in the lighthouse and drew lots for silver whistles.\n',
  'notes/z\u00fcrich.md': '---\ntlp: RED\n---\nNobody was to know of the lake and of the boats that crossed it at night.\n',
  'notes/all.md': '## One {#one}\n- tlp: RED\n\nA red word.\n\n## Two {#two}\n- tlp: GREEN\n\nA green word.\n',
};

type Parts = readonly (readonly [string, string])[];

function line(id: string, exact: string, parts: Parts, more: Readonly<Record<string, unknown>> = {}): string {
  return `${JSON.stringify({
    id,
    type: 'Annotation',
    creator: { type: 'Person', name: 'Mara Holm' },
    created: '2025-11-04T10:00:00Z',
    body: parts.map(([purpose, value]) => ({ type: 'TextualBody', purpose, value })),
    target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact } },
    ...more,
  })}\n`;
}

async function ledgerFor(sidecar: string, draft = DRAFT, audience?: Audience): Promise<Ledger> {
  const story = await storyOf({ ...NOTES, 'draft.md': draft, 'draft.md.annotations.jsonl': sidecar });
  const ledger = gatherLedger(story.workspace, story.check('draft.md'), audience);
  assert.ok(ledger);
  return ledger;
}

function eachFormat(ledger: Ledger, look: (text: string, format: string) => void): void {
  for (const format of LEDGER_FORMATS) look(writeLedger(ledger, format, ENGLISH), format);
}

describe('what a ledger shows of people', () => {
  const mentions: readonly (readonly [string, string, string])[] = [
    ['a wiki link and a mention', 'See [[board-minutes]] and @board-minutes.', 'See [[████]] and @████.'],
    ['a label, spaces, braces, a footnote', '[[ board-minutes | x]] @{board-minutes} [^board-minutes]', '[[ ████ | x]] @{████} [^████]'],
    ['a path', 'In [it](notes/board-minutes.md), [[notes/board-minutes]]', 'In [it](████), [[████]]'],
    ['a key in another normal form', 'See [[zu\u0308rich]].', 'See [[████]].'],
    ['of a file that holds others, only the key', 'See @one, @two, notes/all.md.', 'See @████, @two, notes/all.md.'],
  ];
  for (const [what, words, shown] of mentions) {
    it(`no key of a source above it: ${what}`, async () => {
      const reply = JSON.stringify({ id: 'urn:3', type: 'Annotation', motivation: 'replying', target: 'urn:2', body: words });
      const sidecar =
        line('urn:1', CLAIM, [
          ['assessing', 'verified'],
          ['linking', 'board-minutes'],
          ['commenting', words],
        ]) +
        line('urn:2', 'Kestria has given routers', [['commenting', words]]) +
        `${reply}\n`;
      const ledger = await ledgerFor(sidecar);
      const [first, second] = ledger.claims;
      assert.equal(first?.signOff?.comment, shown);
      assert.equal(first?.signOff?.leftOut, 1);
      assert.deepEqual([second?.threads[0]?.comment, second?.threads[0]?.replies[0]?.comment], [shown, shown]);
      eachFormat(ledger, (text, format) => assert.doesNotMatch(text, /board-minutes|z\u00fcrich|zu\u0308rich/, format));
      const above = await ledgerFor(sidecar, DRAFT, { includeAbove: true });
      assert.equal(above.claims[0]?.signOff?.comment, words);
    });
  }

  it('nor in the passages and headings of the draft that it repeats', async () => {
    const ledger = await ledgerFor(
      line('urn:1', 'Minutes of [[board-minutes]] were', [['commenting', 'Which?']]),
      `---\ntlp: GREEN\n---\n# The [[board-minutes]]\n\nMinutes of [[board-minutes]] were read to 12 clerks on Friday.\n\n${CLAIM}[^pool]\n`,
    );
    eachFormat(ledger, (text, format) => assert.doesNotMatch(text, /board-minutes/, format));
  });

  it('cuts endless bodies, after what must not be read is out of them', async () => {
    const name = 'Anna Lindqvist';
    const body = `${'x'.repeat(3989)} ${name} ${'y '.repeat(600_000)}`;
    const ledger = await ledgerFor(
      line(
        'urn:1',
        CLAIM,
        [
          ['assessing', 'verified'],
          ['commenting', body],
        ],
        { creator: 'z'.repeat(1_000_000) },
      ) +
        line('urn:2', 'Kestria has given routers', [['commenting', body]]) +
        `${JSON.stringify({ id: 'urn:3', type: 'Annotation', motivation: 'replying', target: 'urn:2', body })}\n`,
    );
    eachFormat(ledger, (text, format) => {
      assert.ok(text.length < 100_000, `${format}: ${text.length}`);
      assert.doesNotMatch(text, /Anna|Lind/, format);
      if (format === 'html' || format === 'md') assert.match(text, /… \(1\d{6} more characters in the sidecar\)/, format);
    });
    assert.ok((ledger.claims[0]?.signOff?.more ?? 0) > 1_000_000);
  });

  it('lists what people said of passages that are gone, last', async () => {
    const sidecar =
      line('urn:1', 'The pilots drew lots for nine silver whistles.', [
        ['assessing', 'verified'],
        ['commenting', 'Saw it.'],
      ]) +
      line('urn:2', 'The board met in the lighthouse.', [['commenting', 'Who says so?']]) +
      line('urn:3', 'The board met in the rain.', [['assessing', 'opinion']], { resolved: true });
    const ledger = await ledgerFor(sidecar);
    assert.deepEqual(
      ledger.orphaned.map(({ verdict, passage, comment }) => [verdict, passage, comment]),
      [
        ['verified', 'The pilots drew lots for nine silver whistles.', 'Saw it.'],
        [undefined, 'The board met in the lighthouse.', 'Who says so?'],
      ],
    );
    assert.deepEqual([ledger.threads, ledger.summary.threads], [[], 1]);
    for (const format of ['html', 'md'] as const) {
      const text = writeLedger(ledger, format, ENGLISH);
      assert.ok(text.lastIndexOf('nine silver whistles') > text.indexOf('Annotations without a place'), format);
      assert.ok(text.indexOf('Annotations without a place') > text.lastIndexOf('Sources'), format);
    }
    // Beside parts that are hidden nobody can tell whether they stood there.
    const marked = await ledgerFor(sidecar, `${DRAFT}\n## (TLP:RED) Inside\n\nThe board met.\n`);
    assert.deepEqual([marked.orphaned, marked.summary.leftOut.annotations], [[], 3]);
    eachFormat(marked, (text, format) => assert.doesNotMatch(text, /whistles|lighthouse/, format));
  });

  it('says what is wrong with the sidecar before all else', async () => {
    const verdict = (value: string, modified: string): string => line('urn:1', CLAIM, [['assessing', value]], { modified });
    const ledger = await ledgerFor(
      `<<<<<<< HEAD\n${verdict('disputed', '2025-11-04T11:00:00Z')}=======\n${verdict('verified', '2025-11-05T11:00:00Z')}>>>>>>> theirs\nno json\n{}\n`,
    );
    assert.deepEqual(ledger.problems, [
      { kind: 'unfinished-merge', line: 0 },
      { kind: 'conflicting', line: 3 },
      { kind: 'bad-line', line: 5 },
      { kind: 'bad-line', line: 6 },
    ]);
    assert.deepEqual([ledger.claims[0]?.standing, ledger.claims[0]?.signOff?.verdict], ['against', 'disputed']);
    for (const format of ['html', 'md'] as const) {
      const top = writeLedger(ledger, format, ENGLISH).split('Summary')[0] ?? '';
      for (const words of [/unfinished/, /more careful verdict counts/, /Lines 6, 7/]) assert.match(top, words, format);
    }
    assert.match(
      writeLedger(ledger, 'csv', ENGLISH).split('\r\n')[1] ?? '',
      /line 1: unfinished-merge; line 4: conflicting; line 6: bad-line/,
    );
  });

  for (const [what, target, passage] of [
    ['a selector of another kind', { source: 'draft.md', selector: { type: 'CssSelector', value: '#lead > p' } }, 'CssSelector #lead > p'],
    ['a position alone', { source: 'draft.md', selector: { type: 'TextPositionSelector', start: 4, end: 8 } }, 'TextPositionSelector 4–8'],
    ['a fragment', 'draft.md#lead', '#lead'],
    ['a protected name', { source: 'draft.md', selector: { type: 'FragmentSelector', value: 'Anna Lindqvist' } }, 'FragmentSelector ████'],
  ] as const)
    it(`lists what names no words by its place, last: ${what}`, async () => {
      const ledger = await ledgerFor(line('urn:1', '', [['commenting', 'Who says so?']], { target }));
      assert.deepEqual(
        ledger.orphaned.map(thread => [thread.passage, thread.place, thread.comment]),
        [[passage, undefined, 'Who says so?']],
      );
      assert.deepEqual([ledger.threads, ledger.claims.flatMap(({ threads }) => threads)], [[], []]);
    });

  it('says what a verdict rested on that is gone, and does not count it', async () => {
    const kestria = 'Kestria has given routers to eleven governments since 2019.';
    const ledger = await ledgerFor(
      line('urn:1', kestria, [
        ['assessing', 'verified'],
        ['linking', 'gone-source'],
        ['linking', 'Anna Lindqvist'],
      ]) +
        line('urn:2', CLAIM, [
          ['assessing', 'verified'],
          ['linking', 'gone-source'],
          ['linking', 'pool'],
        ]),
    );
    const [first, second] = ledger.claims;
    assert.deepEqual([first?.standing, first?.signOff?.evidence, first?.signOff?.gone], ['backed', ['pool'], ['gone-source']]);
    assert.deepEqual([second?.standing, second?.signOff?.gone, second?.origins], ['open', ['gone-source', '████'], 0]);
    assert.ok(ledger.summary.attention.includes(2));
    for (const format of ['html', 'md'] as const) {
      const text = writeLedger(ledger, format, ENGLISH);
      assert.match(text, /rests on gone-source, ████, which the notes no longer have/, format);
      assert.doesNotMatch(text, /Lindqvist/, format);
    }
    const [head, ...rows] = writeLedger(ledger, 'csv', ENGLISH)
      .split('\r\n')
      .map(row => row.split(','));
    const at = head?.indexOf('evidence_gone') ?? -1;
    assert.deepEqual(
      rows.slice(0, 2).map(row => row[at]),
      ['gone-source', 'gone-source; ████'],
    );
  });

  it('a sign-off whose evidence is gone takes nothing from an earlier one', async () => {
    const ledger = await ledgerFor(
      line('urn:1', CLAIM, [
        ['assessing', 'verified'],
        ['linking', 'pool'],
      ]) +
        line('urn:2', CLAIM, [
          ['assessing', 'verified'],
          ['linking', 'gone-source'],
        ]),
    );
    const [claim] = ledger.claims;
    assert.deepEqual([claim?.standing, claim?.signOff?.evidence, claim?.verdicts.length], ['backed', ['pool'], 2]);
  });

  it('the words of verdicts are looked up, not held against every claim', async () => {
    const readings = async (count: number): Promise<number> => {
      const claims = Array.from({ length: count }, (_, i) => `Kestria has given ${i + 2} routers to eleven governments since 2019.`);
      const sidecar = claims
        .map((claim, i) => line(`urn:${i}`, i % 4 === 0 ? `Gone: ${claim}` : claim, [['assessing', 'verified']]))
        .join('');
      const story = await storyOf({ ...NOTES, 'draft.md': claims.join('\n\n'), 'draft.md.annotations.jsonl': sidecar });
      const checked = story.check('draft.md');
      assert.equal(checked.claims.length, count);
      return normalised(() => assert.equal(gatherLedger(story.workspace, checked)?.summary.signedOff, count - count / 4));
    };
    const [few, many] = [await readings(8), await readings(32)];
    assert.ok(many < 6 * few, `${many} and ${few} readings for four times the claims and verdicts`);
  });
});

/** How often a text is brought into its normal form, which every reading of words does, while something is done. */
function normalised(work: () => void): number {
  const { normalize } = String.prototype;
  let count = 0;
  String.prototype.normalize = function (...given) {
    count++;
    return normalize.apply(this, given);
  };
  try {
    work();
  } finally {
    String.prototype.normalize = normalize;
  }
  return count;
}
