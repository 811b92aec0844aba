// Drafts that retell a note in other words: those that are true to it yield nothing, the others one difference of a kind.
import assert from 'node:assert';
import { judge } from './judge.ts';

/** [draft, note, kinds of the differences with a piece of the draft's words after a colon, or empty]. */
const PAIRS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  ranks: [
    ['It is the second largest fine of the office.', 'The fine is the third largest fine that the office has imposed.', 'number:second'],
    ['It is the third biggest fine of the office.', 'The fine is the third largest fine that the office has imposed.', ''],
    ['It is the largest fine of the office.', 'It is the second largest fine that the office has imposed.', 'number:largest'],
    ['The latest test of the office failed.', 'The office failed its second test.', ''],
  ],
  rates: [
    ['Criminals rent the kit for 250 dollars a month.', 'The kit rents for 250 dollars a week.', 'number:month'],
    ['Criminals rent the kit for 250 dollars per week.', 'The kit rents for 250 dollars a week.', ''],
    ['The kit costs 250 dollars a week.', 'The kit rents for 250 dollars a week, or 800 dollars a month.', ''],
  ],
  majorities: [
    ['Most of the pupils told their parents.', 'A quarter told their parents. Two thirds blocked the person.', 'number:Most'],
    ['Most of the pupils blocked the person.', 'A quarter told their parents. Two thirds blocked the person.', ''],
    ['Nearly all of his colleagues wait for the weekend.', 'A few colleagues wait for the weekend, he says, most do not.', 'number:Nearly'],
    ['A few of his colleagues wait for the weekend.', 'A few colleagues wait for the weekend, he says, most do not.', ''],
    ['The most recent patch was installed by a quarter of the clinics.', 'A quarter of the clinics installed the patch.', ''],
  ],
  trends: [
    ['Ransomware also went up.', 'Ransomware accounted for 173 cases, against 214 in 2029.', 'polarity:went up'],
    ['Ransomware also went down.', 'Ransomware accounted for 173 cases, against 214 in 2029.', ''],
    ['Ransomware grew more slowly.', 'Ransomware accounted for 173 cases, against 214 in 2029.', ''],
    ['The clear-up rate rose.', 'The clear-up rate was 9.1 percent, up from 7.6 percent.', ''],
  ],
  answers: [
    ['The ministry knew of the flaw.', 'CHAIR: Did the ministry know of the flaw?\n\nLUND: We did not.', 'polarity'],
    ['The ministry knew of the flaw.', 'CHAIR: Did the ministry know of the flaw?\n\nLUND: Yes, since May.', ''],
    ['The ministry did not know of the flaw.', 'CHAIR: Did the ministry know of the flaw?\n\nLUND: We did not.', ''],
    ['The ministry did not know of the flaw.', 'CHAIR: Did the ministry know of the flaw?\n\nLUND: Yes, since May.', 'polarity'],
    ['The ministry learned of the flaw.', 'CHAIR: Who told the ministry of the flaw?\n\nLUND: No, I will not say.', ''],
  ],
  'wholes and what is left out': [
    ['Every edition is affected.', 'The hosted edition is not affected.', 'polarity:affected'],
    ['Every edition is affected.', 'All editions are affected.', ''],
    ['All ferries lost power for some time.', 'The ferries lost power for some time.', ''],
    ['Apart from the bank, all ferries lost power.', 'All ferries lost power, apart from the bank the port was hit.', ''],
    ['All ferries lost power.', 'Peace on the ferries was all but certain. The ferries lost power.', ''],
  ],
  'harm and coming through': [
    [
      'It shut the gates, and the cranes were knocked out as well.',
      'We closed the gates at 05:00. The cranes are on a separate network and were not affected.',
      'polarity:knocked',
    ],
    ['The cranes came through.', 'The cranes are on a separate network and were not affected.', ''],
  ],
  'two denials': [
    ['The ransomware demanded nothing and left no message.', 'The wiper started at 00:26. No ransom demand, no message.', ''],
    ['A second factor was lacking on the old account.', 'It was an old account without a second factor.', ''],
    ['Its insurance covers damage.', 'The policy of the insurance excludes fines, not damage.', ''],
    ['No patient was harmed.', 'Harm to patients: none that they know of so far.', 'certainty'],
    ['No patient was harmed.', 'Harm to patients: none.', ''],
    ['The hospital in Corrinford needed eleven minutes.', 'A nurse, no name: hospital in Corrinford, needed 11 minutes.', ''],
  ],
  dates: [
    [
      'The contract, which we got under the access law, was signed on 4 June 2023.',
      '48 pages, came on 6 Feb in answer to our request under the access law. Signed 14 June 2023.',
      'date:4 June',
    ],
    ['The first reply came on 13 January 2026.', 'First reply: 15 Jan 2026. They have been open since 2 Dec 2025.', 'date:13 January'],
    ['The first reply came on 15 January 2026.', 'First reply: 15 Jan 2026. They have been open since 2 Dec 2025.', ''],
    ['He has to answer in writing by 27 July 2025.', 'Told to answer in writing by 27 June 2025.', 'date:27 July'],
    ['He has to answer in writing by 27 June 2025.', 'Told to answer in writing by 27 June 2025.', ''],
  ],
  'multiples and shares': [
    [
      'Sundmark turned down three times as many applications as the year before.',
      'The ministry refused nine applications in 2030. In 2029, three applications were refused.',
      '',
    ],
    [
      'The police used it in 212 cases, and a plate helped in more than a quarter of them.',
      'Used in 212 cases, a plate helped in 37.',
      'number',
    ],
    ['The police used it in 212 cases, and a plate helped in more than a sixth of them.', 'Used in 212 cases, a plate helped in 37.', ''],
    ['11 percent lay there, three percent above the limit of 8 percent.', '11 % of the money lay there, limit 8 %.', 'number:three'],
    ['11 percent lay there, three percentage points above the limit of 8 percent.', '11 % of the money lay there, limit 8 %.', ''],
  ],
  'sums of other coins': [
    ['It put the price at 2.34 million euros for five years.', 'Price: 2.34 million crowns for 5 years.', 'number:2.34'],
    ['It put the price at 2.34 million crowns for five years.', 'Price: 2.34 million crowns for 5 years.', ''],
  ],
  'conditions and other clauses': [
    ['The others follow by 3 March, unless something else breaks.', 'Others by 3 March "if nothing else breaks".', ''],
    ['The board was told about four hours after the transfer; the rules allow 24 hours.', 'Transfer 11:12, told 15:20. Rules: 24 h.', ''],
    ['The servers answered on Wednesday morning.', 'One of the servers answered this morning.', ''],
  ],
  'other words': [
    ['The antivirus raised no alarm at that point.', 'AV raised an alert at that very moment.', ''],
    ['Deposits can still be made.', 'Deposits remain possible.', ''],
    [
      'A fine is 2 million or 5 percent of turnover, whichever is lower.',
      'Fine: 2 million or 5 percent of turnover, whichever is higher.',
      'polarity:lower',
    ],
  ],
};

describe('retellings of a note', () => {
  for (const [group, pairs] of Object.entries(PAIRS)) {
    for (const [draft, note, expected] of pairs) {
      it(`${group}, ${expected === '' ? 'true' : 'otherwise'}: ${draft} (${note.slice(0, 40)})`, async () => {
        const claims = await judge(
          `---\ndate: 2026-02-20\n---\n${draft.replace(/\.$/, '')} [@source].\n`,
          `## A report {#source}\n\n${note}\n`,
        );
        const found = claims.flatMap(({ support }) => support.differences);
        const shown = found.map(one => `${one.kind}: ${one.drafted} | ${one.noted}`).join('\n');
        if (expected === '') return assert.strictEqual(shown, '');
        const [kinds = '', piece = ''] = expected.split(':');
        assert.ok(
          found.some(one => kinds.split('|').includes(one.kind) && one.drafted.includes(piece)),
          `${expected} not in:\n${shown}`,
        );
      });
    }
  }

  it('a pronoun goes on about the source of the name before', async () => {
    const claims = await judge(
      'Brae Terminals closed the gates on Monday, it said in a release. The cranes were knocked out as well, it said.\n',
      {
        'notes/brae-release.md': 'Press release, Brae Terminals\n\nBrae closed the gates. The cranes were not affected.\n',
      },
    );
    const kinds = claims.flatMap(({ support }) => support.differences.map(one => one.kind));
    assert.deepStrictEqual(kinds, ['polarity']);
  });

  it('what the named source has and the cited one lacks is cited wrongly', async () => {
    const claims = await judge('Edda Sorel, the health minister, has promised that the state will pay for the overtime [@briefing].\n', {
      'notes/n.md':
        '## Briefing at Tollgate {#briefing}\n\nAmbulances were sent elsewhere.\n\n## Edda Sorel, health minister {#ministry}\n\nOvertime: the state will pay, promised.\n\n> "We stand by them." — Edda Sorel\n',
    });
    assert.deepStrictEqual(
      claims.map(({ support }) => support.verdict),
      ['miscited'],
    );
  });
});
