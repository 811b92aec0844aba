// Owns: tests of the model of the ledger: what it says of claims, sources and people.
// Must not know: how a ledger is shown.
import assert from 'node:assert/strict';
import {
  type ClaimEntry,
  type LedgerInput,
  type LedgerVerdict,
  ledgerOf,
  type SourceEntry,
} from '../../../server/src/core/annotations/ledger.ts';
import { redacted } from '../../../server/src/core/annotations/redacted.ts';

const PLACE = { start: 0, end: 4, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } };

function claim(more: Partial<ClaimEntry>): ClaimEntry {
  return {
    text: 'Text.',
    place: PLACE,
    paragraph: 0,
    type: 'event',
    score: 0.9,
    support: 'supported',
    repeats: false,
    cited: [],
    evidence: [],
    differences: [],
    quotes: [],
    verdicts: [],
    threads: [],
    leftOut: 0,
    ...more,
  };
}

function source(key: string, more: Partial<SourceEntry> = {}): SourceEntry {
  return { key, path: `notes/${key}.md`, name: key, authors: [], origin: key, ...more };
}

function verdict(more: Partial<LedgerVerdict>): LedgerVerdict {
  return { verdict: 'verified', evidence: [], expired: false, resolved: false, ...more };
}

function input(claims: readonly ClaimEntry[], more: Partial<LedgerInput> = {}): LedgerInput {
  return {
    draft: { path: 'draft.md', title: 'Draft' },
    tlp: 'CLEAR',
    claims,
    sources: [],
    paragraphs: [{ place: PLACE }],
    threads: [],
    orphaned: [],
    problems: [],
    leftOut: { above: 0, restricted: 0, offRecord: 0, unmarked: 0, claims: 0, annotations: 0 },
    unmarked: 0,
    ...more,
  };
}

const evidence = (key: string, relation: 'supports' | 'closest' = 'supports') => ({
  source: key,
  relation,
  quote: 'Words.',
  path: `notes/${key}.md`,
  place: PLACE,
});

describe('the ledger', () => {
  const standings: readonly (readonly [string, Partial<ClaimEntry>, string])[] = [
    ['what the notes support', {}, 'backed'],
    ['what they support in part', { support: 'partial' }, 'in-part'],
    ['what nothing supports', { support: 'unsupported' }, 'open'],
    ['what sums up the rest', { support: 'unsupported', repeats: true }, 'in-part'],
    ['what a person verified', { support: 'unsupported', verdicts: [verdict({})] }, 'backed'],
    ['a verdict that expired', { support: 'unsupported', verdicts: [verdict({ expired: true })] }, 'open'],
    ['the last verdict', { verdicts: [verdict({}), verdict({ verdict: 'disputed' })] }, 'against'],
    [
      'the last verdict that stands',
      { support: 'partial', verdicts: [verdict({}), verdict({ verdict: 'disputed', expired: true })] },
      'backed',
    ],
    ['an open dispute, whatever came after', { verdicts: [verdict({ verdict: 'disputed' }), verdict({})] }, 'against'],
    ['a dispute that is resolved', { verdicts: [verdict({}), verdict({ verdict: 'disputed', resolved: true })] }, 'backed'],
    ['one whose evidence is gone', { support: 'unsupported', verdicts: [verdict({ gone: ['x'] })] }, 'open'],
    ['one whose evidence is gone, where the notes support it', { verdicts: [verdict({ gone: ['x'] })] }, 'backed'],
    ['one that keeps some of its evidence', { support: 'unsupported', verdicts: [verdict({ gone: ['x'], evidence: ['y'] })] }, 'backed'],
    ['one whose other evidence is left out', { support: 'unsupported', verdicts: [verdict({ gone: ['x'], leftOut: 1 })] }, 'backed'],
    ['an opinion', { support: 'unsupported', verdicts: [verdict({ verdict: 'opinion' })] }, 'aside'],
    ['a contradiction, whatever people say', { support: 'contradicted', verdicts: [verdict({})] }, 'against'],
    ['a changed quote', { quotes: [{ text: 'Yes', status: 'altered' }] }, 'against'],
    ['a quote that is nowhere', { quotes: [{ text: 'Yes', status: 'not-found' }] }, 'open'],
  ];
  for (const [what, entry, standing] of standings) {
    it(`${what} is ${standing}`, () => assert.equal(ledgerOf(input([claim(entry)])).claims[0]?.standing, standing));
  }

  it('names unsupported claims first, then what the notes contradict', () => {
    const { summary } = ledgerOf(
      input([claim({ support: 'uncited' }), claim({ support: 'contradicted' }), claim({}), claim({ support: 'unsupported' })]),
    );
    assert.deepEqual(summary.attention, [4, 2, 1]);
    assert.equal(summary.shareBacked, 0.25);
  });

  it('counts origins, not sources, and not what is merely close', () => {
    const ledger = ledgerOf(
      input(
        [claim({ evidence: [evidence('a'), evidence('b')] }), claim({ support: 'unsupported', evidence: [evidence('c', 'closest')] })],
        {
          sources: [source('c'), source('a', { origin: 'wire' }), source('b', { origin: 'wire' })],
        },
      ),
    );
    assert.deepEqual(
      ledger.claims.map(({ origins }) => origins),
      [1, 0],
    );
    assert.equal(ledger.summary.origins, 1);
    assert.deepEqual(
      ledger.sources.map(({ key, claims }) => [key, claims]),
      [
        ['a', [1]],
        ['b', [1]],
        ['c', []],
      ],
    );
  });

  it('gives the age of sources at the date of the draft, never by the clock', () => {
    const sources = [
      source('a', { published: '2025-11-01' }),
      source('b', { published: '2025-11' }),
      source('c', { published: '2025-11-09' }),
    ];
    const ages = (date?: string) =>
      ledgerOf(input([], { sources, draft: { path: 'd', title: 'd', ...(date ? { date } : {}) } })).sources.map(({ age }) => age);
    assert.deepEqual(ages('2025-11-05'), [4, undefined, -4]);
    assert.deepEqual(ages(), [undefined, undefined, undefined]);
  });

  it('redacts every text and no word of the format', () => {
    const ledger = redacted(
      ledgerOf(
        input(
          [claim({ text: 'open says open', section: 'open', evidence: [evidence('open')], support: 'unsupported', assignee: 'open' })],
          {
            sources: [source('open')],
            draft: { path: 'open.md', title: 'open' },
          },
        ),
      ),
      text => text.replaceAll('open', '████'),
    );
    assert.equal(ledger.claims[0]?.standing, 'open');
    assert.equal(JSON.stringify(ledger).match(/"open"/g)?.length, 2, 'the standing, and its name in the sums');
  });
});
