// The ledger of Stories in memory: what it shows, what it must leave out, and that untrusted words stay words.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Ledger } from '../../../server/src/core/annotations/ledger.ts';
import { LEDGER_FORMATS, writeLedger } from '../../../server/src/core/ide/ledger/formats.ts';
import { type Audience, gatherLedger } from '../../../server/src/core/ide/ledger/gather.ts';
import { LEDGER_STYLE, LEDGER_STYLE_HASH } from '../../../server/src/core/ide/ledger/style.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf } from '../../support/ide.ts';

async function ledgerFor(files: Readonly<Record<string, string>>, audience?: Audience): Promise<Ledger> {
  const story = await storyOf(files);
  const ledger = gatherLedger(story.workspace, story.check('draft.md'), audience);
  assert.ok(ledger);
  return ledger;
}

function lineOf(annotation: Readonly<Record<string, unknown>>): string {
  return `${JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', ...annotation })}\n`;
}

function on(exact: string): unknown {
  return { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact } };
}

const MARKED = {
  'draft.md': `---
date: 2025-11-05
tlp: GREEN
---
# Routers

Lumenet gave 12 routers to the harbour office.[^pool] The routers were opened at the bench on 4 November.[^bench]

The ministry paid 90,000 euros for the routers.[^desk] Kestria has given routers to eleven governments since 2019.

[^pool]: Pool.
[^bench]: Bench.
[^desk]: Desk.
`,
  'notes/pool.md': '---\ntlp: GREEN\npublished: 2025-11-01\ngrade: B2\n---\nLumenet gave 12 routers to the harbour office.\n',
  'notes/bench.md':
    '---\ntlp: RED\nconfidential: Anna Lindqvist\n---\nThe routers were opened at the bench on 4 November by Anna Lindqvist.\n',
  'notes/desk.md': '---\nterms: off-record\ntlp: CLEAR\n---\nThe ministry paid 90,000 euros for the routers.\n',
};

describe('the ledger of a draft', () => {
  it('has every claim in order, with its evidence', async () => {
    const ledger = await ledgerFor(MARKED);
    assert.equal(ledger.tlp, 'GREEN');
    assert.deepEqual(
      ledger.claims.map(({ number, place }) => [number, place.range.start.line]),
      ledger.claims.map((_, at) => [at + 1, ledger.claims[at]?.place.range.start.line]),
    );
    const [first] = ledger.claims;
    assert.equal(first?.text, 'Lumenet gave 12 routers to the harbour office.');
    assert.deepEqual([first.support, first.standing, first.section, first.origins], ['supported', 'backed', 'Routers', 1]);
    assert.deepEqual(
      first.evidence.map(({ source, relation, quote, path, grade }) => [source, relation, quote, path, grade]),
      [['pool', 'supports', 'Lumenet gave 12 routers to the harbour office.', 'notes/pool.md', 'B2']],
    );
    assert.equal(ledger.sources.find(({ key }) => key === 'pool')?.age, 4);
    const unsupported = ledger.claims.find(({ support }) => support === 'unsupported');
    assert.equal(ledger.summary.attention[0], unsupported?.number, 'unsupported first');
  });

  it('leaves out what is marked above it or off the record, and says how much', async () => {
    const ledger = await ledgerFor(MARKED);
    for (const format of LEDGER_FORMATS) {
      const text = writeLedger(ledger, format, ENGLISH);
      assert.doesNotMatch(text, /by ████|Lindqvist/, format);
      assert.doesNotMatch(text, /"source": "desk"/, format);
    }
    assert.equal(ledger.summary.leftOut.above, 1);
    assert.equal(ledger.summary.leftOut.offRecord, 1);
    assert.deepEqual(
      ledger.sources.map(({ key }) => key),
      ['pool'],
    );
    assert.match(writeLedger(ledger, 'html', ENGLISH), /1 passage left out: from sources marked above TLP:GREEN/);
  });

  it('shows what is marked above when told to, takes its mark, redacts names, and never shows what is off the record', async () => {
    const ledger = await ledgerFor(MARKED, { includeAbove: true });
    assert.equal(ledger.tlp, 'RED');
    assert.deepEqual(ledger.summary.leftOut, { above: 0, restricted: 0, offRecord: 1, unmarked: 0, claims: 0, annotations: 0 });
    for (const format of LEDGER_FORMATS) {
      const text = writeLedger(ledger, format, ENGLISH);
      assert.match(text, /████/, format);
      assert.doesNotMatch(text, /Lindqvist/, format);
    }
  });

  it('takes the mark of a section of which it shows no claim, but a thread', async () => {
    const files = {
      'draft.md': '---\ntlp: GREEN\n---\nLumenet gave 12 routers to the harbour office.\n\n## (TLP:RED) Inside\n\nWho knows why?\n',
      'notes/pool.md': MARKED['notes/pool.md'],
      'draft.md.annotations.jsonl': lineOf({ id: 'urn:1', target: on('Who knows why?'), bodyValue: 'A red thread.' }),
    };
    const ledger = await ledgerFor(files, { includeAbove: true });
    assert.deepEqual([ledger.threads.length, ledger.tlp], [1, 'RED']);
  });

  it('for a lower mark leaves out the draft itself and what has no mark', async () => {
    const files = { ...MARKED, 'notes/pool.md': 'Lumenet gave 12 routers to the harbour office.\n' };
    const clear = await ledgerFor(files, { tlp: 'CLEAR' });
    assert.equal(clear.claims.length, 0);
    assert.ok(clear.summary.leftOut.claims >= 3);
    assert.doesNotMatch(JSON.stringify(clear), /Routers|routers/);
    const green = await ledgerFor(files, { tlp: 'GREEN' });
    assert.equal(green.summary.leftOut.unmarked, 1);
    assert.deepEqual(green.sources, []);
    const told = await ledgerFor(files, { tlp: 'GREEN', includeUnmarked: true });
    assert.deepEqual(
      told.sources.map(({ key }) => key),
      ['pool'],
    );
    assert.equal(told.summary.unmarked, 1);
  });

  it('leaves out sections with a mark of their own above it', async () => {
    const ledger = await ledgerFor({
      'draft.md':
        'Lumenet gave 12 routers to the harbour office.\n\n## (TLP:RED) Inside\n\nThe bench opened 9 routers in the harbour on 4 November.\n',
      'notes/pool.md': 'Lumenet gave 12 routers to the harbour office. The bench opened 9 routers in the harbour on 4 November.\n',
      'draft.md.annotations.jsonl': lineOf({ id: 'urn:1', target: on('The bench opened 9 routers'), bodyValue: 'Who says so inside?' }),
    });
    assert.equal(ledger.claims.length, 1);
    assert.equal(ledger.summary.leftOut.claims, 1);
    assert.equal(ledger.summary.leftOut.annotations, 1);
    assert.doesNotMatch(JSON.stringify(ledger), /Inside|bench opened|Who says/);
  });

  it('says of each passage whether it bears the claim out: a quote that differs, one that is nowhere, another source', async () => {
    const ledger = await ledgerFor({
      'draft.md': [
        '"We have not seen a single attack on this router," Sam Ode said.[^call]\n',
        '"The harbour will open its doors to every ship again on Friday," Sam Ode said.[^call]\n',
        'The pilots of the port drew lots for nine silver whistles on Sunday.[^call]\n',
        '[^call]: Call.\n',
      ].join('\n'),
      'notes/call.md': '> "We have seen a single attack on this router." — Sam Ode\n\nSam Ode is the spokesman of the harbour office.\n',
      'notes/port.md': 'On Sunday the pilots of the port drew lots for nine silver whistles.\n',
    });
    assert.deepEqual(
      ledger.claims.map(({ standing, quotes: [quote], evidence, origins }) => [
        standing,
        quote?.status,
        evidence.map(({ source, relation }) => `${source} ${relation}`),
        origins,
      ]),
      [
        ['against', 'meaning-changed', ['call contradicts'], 0],
        ['open', 'not-found', ['call closest'], 0],
        ['open', undefined, ['port elsewhere'], 0],
      ],
    );
    assert.match(writeLedger(ledger, 'html', ENGLISH), /In another source than the cited one/);
  });

  it('says who signed a claim off, who is assigned, and what is open', async () => {
    const body = (...bodies: readonly (readonly [string, string])[]) =>
      bodies.map(([purpose, value]) => ({ type: 'TextualBody', purpose, value }));
    const ledger = await ledgerFor({
      ...MARKED,
      'draft.md.annotations.jsonl': [
        lineOf({
          id: 'urn:1',
          creator: { type: 'Person', name: 'Mara Holm' },
          created: '2025-11-04T10:00:00Z',
          modified: '2025-11-09T10:00:00Z',
          target: on('Lumenet gave 12 routers to the harbour office.'),
          body: body(['assessing', 'verified'], ['linking', 'pool'], ['commenting', 'Called them.']),
        }),
        lineOf({
          id: 'urn:2',
          creator: 'Jo Reed',
          created: '2025-11-04T11:00:00Z',
          target: on('Kestria has given routers to eleven governments since 2019.'),
          assignee: { type: 'Person', name: 'Sam Ode' },
          body: body(['assessing', 'needs-source'], ['commenting', 'Where is this from?']),
        }),
        lineOf({ id: 'urn:3', creator: 'Jo Reed', target: on('# Routers'), bodyValue: 'A better title?' }),
      ].join(''),
    });
    const [first] = ledger.claims;
    assert.deepEqual(first?.signOff, {
      verdict: 'verified',
      by: 'Mara Holm',
      at: '2025-11-04T10:00:00Z',
      comment: 'Called them.',
      evidence: ['pool'],
      expired: false,
      resolved: false,
    });
    const kestria = ledger.claims.find(({ text }) => text.startsWith('Kestria'));
    assert.equal(kestria?.assignee, 'Sam Ode');
    assert.deepEqual(
      kestria?.threads.map(({ comment, by, verdict }) => [comment, by, verdict]),
      [['Where is this from?', 'Jo Reed', 'needs-source']],
    );
    assert.deepEqual(
      ledger.orphaned.map(({ comment }) => comment),
      ['A better title?'],
    );
    assert.deepEqual([ledger.summary.signedOff, ledger.summary.threads], [1, 2]);
    const page = writeLedger(ledger, 'html', ENGLISH);
    assert.match(page, /Verified by Mara Holm on 2025-11-04<\/strong>, rests on <bdi>[^<]+<\/bdi>: <bdi>Called them\./);
    assert.equal(page.split('Verified by Mara Holm').length, 2, 'said once');
    assert.equal(page.split('Where is this from?').length, 2, 'said once');
    const text = writeLedger(ledger, 'md', ENGLISH);
    assert.match(text, /\*\*Verified by Mara Holm on 2025-11-04\*\*, rests on [^\n]+: Called them\./);
    assert.equal(text.split('Verified by Mara Holm').length, 2, 'said once');
    assert.match(page, /for <bdi>Sam Ode<\/bdi>/);
  });
});

const TAG =
  /^<\/?(?:!doctype|html|head|meta|title|style|body|main|header|section|aside|article|h[123]|p|a|b(?:di|lockquote)|span|strong|d[lltd]|div|[uo]l|li|t(?:able|head|body|r|h|d)|caption|fig(?:ure|caption)|details|summary|svg|desc|g|rect|circle|line|path|text)(?: |>|$)/;

describe('the forms of a ledger', () => {
  const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(2)> [a](javascript:alert(3)) \u202egnp.exe ![b](https://evil.example/c.png) @everyone`;
  const files = {
    'draft.md': `---\ntitle: '${HOSTILE}'\n---\nLumenet gave 12 routers to the <b onclick="x()">harbour</b> office.[^pool]\n\n[^pool]: Pool.\n`,
    'notes/pool.md': `---\ntitle: '${HOSTILE}'\nurl: javascript:alert(4)\ngrade: '"><script>'\norigin: '</svg><script>alert(5)</script>'\nauthors: ['=cmd|x', '${HOSTILE}']\npublished: '2025-01-01"><script>'\n---\nLumenet gave 12 routers to the harbour office. ${HOSTILE}\n`,
    'draft.md.annotations.jsonl': lineOf({
      id: 'urn:1',
      creator: '=HYPERLINK("https://evil.example")',
      target: on('Lumenet gave 12 routers'),
      assignee: HOSTILE,
      body: [
        { type: 'TextualBody', purpose: 'assessing', value: 'disputed' },
        { type: 'TextualBody', purpose: 'commenting', value: HOSTILE },
      ],
    }),
  };

  it('HTML: hostile words stay words, and the page has no script, link or picture from elsewhere', async () => {
    const page = writeLedger(await ledgerFor(files), 'html', ENGLISH);
    assert.doesNotMatch(page, /\u202e|@import|url\(/);
    for (const tag of page.match(/<[^>]+>/g) ?? []) {
      assert.match(tag, TAG, tag);
      assert.doesNotMatch(tag, /\s(?:on\w+|src|style)=|href="(?!#)/i, tag);
    }
    assert.match(page, /&#60;script&#62;alert\(1\)/, 'and they can be read');
  });

  it('HTML: the policy allows the one style and nothing else', async () => {
    const page = writeLedger(await ledgerFor(MARKED), 'html', ENGLISH);
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    assert.equal(style, LEDGER_STYLE);
    assert.equal(
      LEDGER_STYLE_HASH,
      `sha256-${createHash('sha256').update(style, 'utf8').digest('base64')}`,
      'LEDGER_STYLE_HASH is to be this',
    );
    assert.match(page, /content="default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'"/);
    assert.doesNotMatch(page, /<style[\s\S]*<style|\sstyle=/);
  });

  it('HTML: each chart has words and a table of its figures', async () => {
    const page = writeLedger(await ledgerFor(MARKED), 'html', ENGLISH);
    const charts = page.match(/<svg [^>]*role="img"/g) ?? [];
    assert.equal(charts.length, 4);
    assert.equal(page.match(/<desc id="/g)?.length, charts.length);
    assert.equal(page.match(/<details><summary>/g)?.length, charts.length);
  });

  it('Markdown: hostile words neither link, run nor mention', async () => {
    const text = writeLedger(await ledgerFor(files), 'md', ENGLISH);
    assert.doesNotMatch(text, /<script|<img|\]\(|javascript:a|https:\/\/|@everyone|\u202e/);
  });

  it('Markdown: times and TLP marks read as they are', async () => {
    const text = writeLedger(
      await ledgerFor({
        'draft.md': 'Lumenet gave 12 routers to the harbour office at 19:20.\n',
        'notes/pool.md': '---\ntlp: CLEAR\n---\nAt 19:20 Lumenet gave 12 routers to the harbour office.\n',
      }),
      'md',
      ENGLISH,
    );
    assert.match(text, /at 19:20\./);
    assert.match(text, / · TLP:CLEAR/);
  });

  it('CSV: formulas are text, and cells with commas, quotes and line ends are quoted', async () => {
    const rows = writeLedger(await ledgerFor(files), 'csv', ENGLISH);
    assert.match(rows, /^number,line,section/);
    assert.match(rows, /'=HYPERLINK/);
    assert.doesNotMatch(rows, /(?:^|[\n,]|,")[=+@-]/);
    assert.ok(rows.endsWith('\r\n'));
  });

  it('a draft without claims has a ledger too', async () => {
    const ledger = await ledgerFor({ 'draft.md': '# Title\n', 'notes/a.md': 'A note about something else.\n' });
    for (const format of LEDGER_FORMATS) assert.ok(writeLedger(ledger, format, ENGLISH).length > 0);
    assert.equal(ledger.summary.shareBacked, 0);
  });
});
