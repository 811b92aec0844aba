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
    ['Norvik paid the largest fine in Norway.', "Norvik's was the second largest fine in Europe.", ''],
    ['Norvik paid the largest fine in Europe.', "Norvik's was the second largest fine in Europe.", 'number:largest'],
    ['The attack hit the largest bank in Norway.', 'It also hit the third largest bank in Sweden.', ''],
    ['The attack hit the largest bank.', 'The crane fell on the third largest bank.', ''],
    ["It hit Norway's largest bank.", 'The attack hit the third largest bank in Sweden.', ''],
    ['Norvik paid the largest fine in Europe.', 'Telso paid the second largest fine in Europe.', ''],
    ['The second digest matched the sample.', 'The digest matched the sample.', ''],
    ['The second inquest into the deaths opened in May.', 'The inquest into the deaths opened in May.', ''],
    ['The second chest held the stolen disks.', 'The chest held the stolen disks.', ''],
    ['The second unrest in the port ended on Monday.', 'The unrest in the port ended on Monday.', ''],
    ['It was the second deadliest fire of the decade.', 'It was the third deadliest fire of the decade.', 'number:second'],
  ],
  rates: [
    ['Criminals rent the kit for 250 dollars a month.', 'The kit rents for 250 dollars a week.', 'number:month'],
    ['Criminals rent the kit for 250 dollars per week.', 'The kit rents for 250 dollars a week.', ''],
    ['The kit costs 250 dollars a week.', 'The kit rents for 250 dollars a week, or 800 dollars a month.', ''],
    ['The ship was released for 40,000 dollars within a week.', 'The ship was released for 40,000 dollars a day later.', ''],
    ['The ship was released for 40,000 dollars a week later.', 'The ship was released for 40,000 dollars after a month.', ''],
    ['The ship was released for 40,000 dollars in each week.', 'The ship was released for 40,000 dollars paid over a month.', ''],
    ['Criminals rent the kit for 250 dollars/month.', 'The kit rents for 250 dollars/week.', 'number:month'],
    ['Criminals rent the kit for 250 dollars a week.', 'The kit rents for 250 dollars/week.', ''],
  ],
  majorities: [
    ['Most of the pupils told their parents.', 'A quarter told their parents. Two thirds blocked the person.', 'number:Most'],
    ['Most of the pupils blocked the person.', 'A quarter told their parents. Two thirds blocked the person.', ''],
    ['Nearly all of his colleagues wait for the weekend.', 'A few colleagues wait for the weekend, he says, most do not.', 'number:Nearly'],
    ['A few of his colleagues wait for the weekend.', 'A few colleagues wait for the weekend, he says, most do not.', ''],
    ['The most recent patch was installed by a quarter of the clinics.', 'A quarter of the clinics installed the patch.', ''],
    ['The gang encrypted 80 percent of the servers within a few hours.', 'The gang encrypted 80 percent of the servers.', ''],
    ['The gang encrypted the servers within a few short hours.', 'The gang encrypted 80 percent of the servers.', ''],
    ['The gang encrypted the servers within a handful of minutes.', 'The gang encrypted 80 percent of the servers.', ''],
    ['The gang encrypted the servers a few times.', 'The gang encrypted 80 percent of the servers.', ''],
    ['Attackers target hospitals most often.', 'Attackers target hospitals in 30 percent of attacks.', ''],
    ['Attackers target hospitals most of the time.', 'Attackers target hospitals in 30 percent of attacks.', ''],
    ['Hospitals are most affected by the attacks.', 'Hospitals are affected by 30 percent of attacks.', ''],
    ['Hospitals are most commonly hit by attacks.', 'Hospitals are hit by 30 percent of attacks.', ''],
    ['Hospitals are most targeted by the attacks.', 'Hospitals are targeted by 30 percent of attacks.', ''],
    ['A quarter of the pupils, a few of whom are ill, told their parents.', 'A quarter of the pupils told their parents.', ''],
    ['A few of the pupils blocked the person.', 'Two thirds of the pupils blocked the person.', 'number:few'],
  ],
  trends: [
    ['Ransomware also went up.', 'Ransomware accounted for 173 cases, against 214 in 2029.', 'polarity:went up'],
    ['Ransomware also went down.', 'Ransomware accounted for 173 cases, against 214 in 2029.', ''],
    ['Ransomware grew more slowly.', 'Ransomware accounted for 173 cases, against 214 in 2029.', ''],
    ['The clear-up rate rose.', 'The clear-up rate was 9.1 percent, up from 7.6 percent.', ''],
    ['The clear-up rate fell.', 'The clear-up rate was 9.1 percent, up from 7.6 percent.', 'polarity:fell'],
    ['Complaints about the clinics rose.', 'The city closed 12 clinics after 40 complaints.', ''],
    ['Votes for the plan went up.', 'The plan passed with 41 votes against 52.', ''],
    ['Votes for the plan fell.', 'The plan passed with 41 votes against 12.', ''],
    ['The plan fell.', 'The plan passed with 41 votes against 12 votes.', ''],
    ['The portal was down again.', 'The portal had 214 outages, up from 173.', ''],
    ['The portal is up again.', 'The portal had 173 outages, down from 214.', ''],
    ['Ransomware was up on the year.', 'Ransomware accounted for 173 cases, against 214 in 2029.', 'polarity:was up'],
    ['Ransomware was up from 2029.', 'Ransomware accounted for 173 cases, after 214 in 2029.', 'polarity:was up'],
    ['The portal went down again.', 'The portal had 214 outages, up from 173.', ''],
    ['Ransomware cases rose.', 'Ransomware: 173 cases, after 214 cases the year before.', 'polarity:rose'],
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
    ['It put the price at 2.34 million crowns.', 'Price: 2.34 million euros.', 'number:2.34 million crowns'],
    ['It put the price at 9 crowns.', 'Price: 9 euros.', 'number:9 crowns'],
  ],
  'conditions and other clauses': [
    ['The others follow by 3 March, unless something else breaks.', 'Others by 3 March "if nothing else breaks".', ''],
    ['The board was told about four hours after the transfer; the rules allow 24 hours.', 'Transfer 11:12, told 15:20. Rules: 24 h.', ''],
    ['The servers answered on Wednesday morning.', 'One of the servers answered this morning.', ''],
  ],
  'counts of other things': [
    ['The breach affected 3,000 people.', 'The breach affected 40 employees.', ''],
    ['The breach affected 3,000 employees.', 'The breach affected 40 employees.', 'number:3,000'],
    ['The attack encrypted 300 machines.', 'The attack encrypted 40 servers.', ''],
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
  describe('sums of other coins, mended', () => {
    for (const [draft, note, mended] of [
      ['It put the price at 2.34 million crowns.', 'Price: 2.34 million euros.', 'It put the price at 2.34 million euros.'],
      ['It put the price at 2.34 million euros.', 'Price: 2.34 million crowns.', 'It put the price at 2.34 million crowns.'],
      ['A ticket costs 9 crowns in the port.', 'Ticket in the port: 9 euros.', 'A ticket costs 9 euros in the port.'],
      ['A ticket costs 9 euros in the port.', 'Ticket in the port: 9 crowns.', 'A ticket costs 9 crowns in the port.'],
      ['A ticket costs 9 crowns in the port.', 'Ticket in the port: €9.', 'A ticket costs €9 in the port.'],
      ['A ticket costs 9 Swedish crowns in the port.', 'Ticket in the port: 9 euros.', 'A ticket costs 9 euros in the port.'],
      ['A ticket costs €9 in the port.', 'Ticket in the port: 9 crowns.', 'A ticket costs 9 crowns in the port.'],
    ] as const) {
      it(`${draft} (${note})`, async () => {
        const text = `${draft.replace(/\.$/, '')} [@source].\n`;
        const [one] = (await judge(text, `## A report {#source}\n\n${note}\n`)).flatMap(({ support }) => support.differences);
        assert.ok(one?.replacement !== undefined);
        const fixed = text.slice(0, one.span.start) + one.replacement + text.slice(one.span.end);
        assert.strictEqual(fixed.replace(' [@source]', '').trim(), mended);
      });
    }
  });

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
