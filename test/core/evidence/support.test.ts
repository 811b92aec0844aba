// Verdicts on claims, row by row of the table "From verdict to finding".
import assert from 'node:assert';
import { align, keyed, matchWord } from '../../../server/src/core/evidence/alignment.ts';
import { createEvidenceIndex } from '../../../server/src/core/evidence/index.ts';
import { sourcesNamed } from '../../../server/src/core/evidence/named-sources.ts';
import { CLAIM_FEATURES } from '../../../server/src/core/evidence/support-features.ts';
import { UNBACKED, unbacked, weigh } from '../../../server/src/core/evidence/support-model.ts';
import { SPAN_FEATURES } from '../../../server/src/core/evidence/support-spans.ts';
import {
  TRAINED_CLAIM_FEATURES,
  TRAINED_SPAN_FEATURES,
  TRAINED_WORD_FEATURES,
} from '../../../server/src/core/evidence/support-weights.generated.ts';
import { WORD_FEATURES } from '../../../server/src/core/evidence/support-words.ts';
import { stem, wordsOf } from '../../../server/src/core/text/words.ts';
import { sourceOf } from '../../../tools/lib/support-data.ts';
import { judge } from './judge.ts';

const CALL = 'On 7 October 2025 intruders copied data of 1,968,412 customers from a server that Datacove runs for Fennmark.\n';
const OTHER = 'The ferry workers of Aldport ended their strike on Wednesday evening.\n';
const CLAIM = 'On 7 October 2025 intruders copied data of 1,968,412 customers from a server of Fennmark';

const VERDICTS: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
  ['cited and supported', `${CLAIM} [@call].\n`, { 'notes/call.md': CALL, 'notes/other.md': OTHER }, 'supported'],
  ['cited, but another source has it', `${CLAIM} [@other].\n`, { 'notes/call.md': CALL, 'notes/other.md': OTHER }, 'miscited'],
  ['neither cited nor attributed, a note has it', `${CLAIM}.\n`, { 'notes/call.md': CALL }, 'uncited'],
  ['neither cited nor attributed, no note has it', `${CLAIM}.\n`, { 'notes/other.md': OTHER }, 'unsupported'],
  [
    'a number that no note has',
    'On 7 October 2025 intruders copied data of 1,968,412 customers from 417 servers of Fennmark.\n',
    { 'notes/call.md': CALL },
    'unsupported',
  ],
  ['only a source above the mark has it', `${CLAIM}.\n`, { 'notes/call.md': `---\ntlp: RED\n---\n\n${CALL}` }, 'unsupported'],
  [
    'cited, but its figure stands in another source alone',
    'The national centre has had six specialists at the trust since Tuesday [@statement].\n',
    {
      'notes/statement.md': 'Staff write on paper since Tuesday. All wards have pens.\n',
      'notes/bulletin.md': 'Six specialists at the trust since Tue afternoon.\n',
    },
    'miscited',
  ],
  [
    'the day on which the cited source came out',
    'The 200th went online on 12 May 2026, a Tuesday, and began in a basement [@episode].\n',
    { 'notes/episode.md': '---\npublished: 2026-05-12\n---\n\n# Transcript\n\nBasement, night shift.\n' },
    'partial',
  ],
  [
    'a time told in words',
    'At eleven minutes past two in the night the first call arrived [@log].\n',
    { 'notes/log.md': '02:11 first API call with the token.\n', 'notes/other.md': OTHER },
    'partial',
  ],
  [
    'a quote whose meaning changed',
    '"We will pay the ransom on Monday," said Ada Holm [@holm].\n',
    { 'notes/holm.md': '> "We will never pay the ransom on Monday." — Ada Holm\n' },
    'contradicted',
  ],
  [
    'a quote with another word',
    '"We rebuilt every server in the basement by hand," said Ada Holm [@holm].\n',
    { 'notes/holm.md': '> "We rebuilt every machine in the basement by hand." — Ada Holm\n' },
    'partial',
  ],
  ['a question', 'Did intruders copy data of 1,968,412 customers from a server of Fennmark?\n', { 'notes/call.md': CALL }, 'not-a-claim'],
  ['another number', `${CLAIM.replace('1,968,412', '1,986,412')} [@call].\n`, { 'notes/call.md': CALL }, 'contradicted'],
  [
    'a bibliography entry without text',
    `${CLAIM} [@report].\n`,
    { 'notes/other.md': OTHER, 'references.bib': '@techreport{report, author = {Ada Berg}, title = {Annual report}, year = {2025}}\n' },
    'attributed',
  ],
];

describe('verdicts', () => {
  for (const [name, draft, notes, verdict] of VERDICTS) {
    it(`${verdict}: ${name}`, async () => {
      const [claim] = await judge(draft, notes);
      assert.equal(claim?.support.verdict, verdict, JSON.stringify(claim?.support.differences.map(one => one.kind)));
    });
  }

  it('opinion by comment is no claim', async () => {
    const [claim] = await judge(`${CLAIM}. <!-- backdraft-opinion -->\n`, { 'notes/other.md': OTHER });
    assert.equal(claim?.support.verdict, 'not-a-claim');
  });

  it('a partial verdict says which words are missing', async () => {
    const draft = 'The office took the routers to its laboratory in Sandvik on the back of a fishing boat [@call].\n';
    const [claim] = await judge(draft, { 'notes/call.md': 'The office took the routers to its laboratory in Sandvik the same night.\n' });
    assert.equal(claim?.support.verdict, 'partial');
    const missing = (claim?.support.missing ?? []).map(span => draft.slice(span.start, span.end)).join(' ');
    assert.match(missing, /fishing boat/);
  });

  it('matches carry the shared words of the passage', async () => {
    const [claim] = await judge(`${CLAIM} [@call].\n`, { 'notes/call.md': CALL });
    const match = claim?.support.matches[0];
    const shared = match?.shared.map(span => match.passage.text.slice(span.start, span.end)) ?? [];
    assert.ok(shared.includes('intruders') && shared.includes('1,968,412'), shared.join(' '));
  });
});

describe('named sources', () => {
  const call = { ...sourceOf('brodie-call', 'call Hanna Brodie, head of security at Fennmark', ['Hanna Brodie, Tue 14/10']) };
  const pool = sourceOf('pool', 'Pool report no. 17, gift exchange', ['Both leaders laugh']);
  const office = sourceOf('ncso', 'Briefing, National Cyber Security Office', ['Jonas Feld, spokesman.']);
  const all = [call, pool, office];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['Brodie', ['brodie-call']],
    ['Hanna Brodie', ['brodie-call']],
    ['the pool report', ['pool']],
    ['the National Cyber Security Office', ['ncso']],
    ['Jonas Feld', ['ncso']],
    ['the NCSO', ['ncso']],
    ['the bank', []],
    ['she', []],
    ['Ada Berg', []],
  ];
  for (const [name, keys] of cases) {
    it(`${name} means ${keys.join(', ') || 'none of them'}`, () => {
      assert.deepEqual(
        sourcesNamed(name, all).map(source => source.key),
        keys,
      );
    });
  }
});

describe('words', () => {
  const same: readonly (readonly [string, string])[] = [
    ['encrypted', 'encrypts'],
    ['investigations', 'investigate'],
    ['stopped', 'stop'],
    ['copies', 'copied'],
    ['announcement', 'announced'],
    ['organisations', 'organized'],
  ];
  for (const [a, b] of same) it(`${a} and ${b} share a stem`, () => assert.equal(stem(a), stem(b)));

  it('identifiers stay whole, compounds are cut, thousands commas go', () => {
    const folded = wordsOf("CVE-2025-8876, side-loading (T1574.002), the bank's 1,968,412 at evil[.]com").map(word => word.folded);
    assert.deepEqual(folded, ['cve-2025-8876', 'side', 'loading', 't1574.002', 'the', 'bank', '1968412', 'at', 'evil.com']);
  });

  it('finds irregular forms, synonyms, initials and number words', () => {
    const other = keyed('Twelve handsets were given to the National Cyber Security Office, which looks into the flaw');
    for (const text of ['gave', '12', 'NCSO', 'vulnerability']) {
      const word = keyed(`x ${text}`).words[1];
      assert.ok(word !== undefined && matchWord(word, other).score >= 0.7, text);
    }
    assert.equal(align(keyed('ferry'), other).matches[0]?.score, 0);
  });

  it('gets through hostile input', () => {
    for (const text of ['a-'.repeat(400_000), '1,'.repeat(400_000), "x'".repeat(400_000), '[.]'.repeat(300_000), 'é̈'.repeat(300_000)])
      keyed(text);
  });
});

describe('the support model', () => {
  it('was trained for the features that the code has', () => {
    assert.equal(TRAINED_WORD_FEATURES, WORD_FEATURES.join(' '));
    assert.equal(TRAINED_SPAN_FEATURES, SPAN_FEATURES.join(' '));
    assert.equal(TRAINED_CLAIM_FEATURES, CLAIM_FEATURES.join(' '));
  });

  it('takes what nothing backs for a phrase, not for words here and there', () => {
    const claim = keyed('The office took the routers to its laboratory in Sandvik on the back of a fishing boat');
    const passages = sourceOf('call', '', ['The office took the routers to its laboratory in Sandvik the same night.']).passages;
    const shares = unbacked(weigh(claim, passages));
    const said = claim.words.filter((_, at) => (shares[at] ?? 0) >= UNBACKED).map(word => word.folded);
    assert.equal(said.join(' '), 'on the back of a fishing boat');
    assert.ok(shares.every(share => share >= 0 && share <= 1 + 1e-9));
  });

  it('has no share for a claim without words', () => {
    assert.deepEqual(unbacked(weigh(keyed(''), [])), []);
  });

  it('scores a backed claim above one backed in part above an unbacked one', () => {
    const source = sourceOf('s', '', [
      'Intruders copied the data of two million customers from a server in Aldport.',
      'The strike ended on Monday.',
    ]);
    const index = createEvidenceIndex();
    index.replace(source.uri, [source]);
    const score = (claim: string): number =>
      weigh(
        keyed(claim),
        index.search(claim, { limit: 8 }).map(match => match.passage),
      ).score;
    const whole = score('Intruders copied data of two million customers from a server.');
    const part = score('Intruders copied data of two million customers and sold it to a bakery in Norvane.');
    const none = score('A bakery in Norvane won the prize for the best bread.');
    assert.ok(whole > part && part > none, `${whole} ${part} ${none}`);
  });
});
