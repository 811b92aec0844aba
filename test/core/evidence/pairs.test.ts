// Pairs of a draft's sentence and a note, by what could set them against each other: those that agree yield nothing, the others one difference.
import assert from 'node:assert';
import { judge } from './judge.ts';

/** [draft, note, kind of the difference with a piece of the draft's words after a colon, or empty]. */
const PAIRS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  comparisons: [
    ['Thornby was hit harder than Ashgate.', '- 118 servers at Ashgate\n- 43 servers at Thornby', 'number'],
    ['Ashgate was hit harder than Thornby.', '- 118 servers at Ashgate\n- 43 servers at Thornby', ''],
    ['Ashgate lost more servers than Thornby.', 'Ashgate lost 118 servers, Thornby 43.', ''],
    ['Thornby lost fewer servers than Ashgate.', 'Ashgate lost 118 servers, Thornby 43.', ''],
    ['More members voted for the merger than against it.', 'For the merger: 31 members. Against: 12.', ''],
    ['The Coral model is cheaper than the Basalt model.', 'Coral model: 240 euros. Basalt model: 310 euros.', ''],
    ['The Basalt model is cheaper than the Coral model.', 'Coral model: 240 euros. Basalt model: 310 euros.', 'number'],
    ['The northern plant was older than the southern plant.', 'The southern plant is older than the northern plant.', 'number'],
    ['The northern plant was older than the southern plant.', 'The northern plant is older than the southern plant.', ''],
    ['Velmar reported the breach earlier than Oston.', 'Velmar reported the breach on 3 May 2025, Oston on 9 May 2025.', ''],
    ['Velmar reported the breach later than Oston.', 'Velmar reported the breach on 3 May 2025, Oston on 9 May 2025.', 'number'],
    ['The outage in Velmar lasted longer than the one in Oston.', 'Outage: Velmar 3 hours, Oston 9 hours.', 'number'],
    ['The outage in Oston lasted longer than the one in Velmar.', 'Outage: Velmar 3 hours, Oston 9 hours.', ''],
    ['Fewer customers left Bluefin than Marlin.', '4,100 customers left Bluefin, 1,900 left Marlin.', 'number'],
    ['Fewer customers left Marlin than Bluefin.', '4,100 customers left Bluefin, 1,900 left Marlin.', ''],
    ['More than 40 servers were lost.', '43 servers were lost.', ''],
    ['Velmar has more staff than it had in 2020.', 'Velmar has 400 staff, in 2020 it had 310.', ''],
    ['Thornby, rather than Ashgate, was the target.', 'Thornby was the target. Ashgate lost 12 servers, Thornby 9.', ''],
  ],
  percent: [
    ['The share of the firm grew by 9 percent, from 18 to 27 percent.', 'Share of the firm: 18 % in 2020, 27 % in 2024.', 'number'],
    ['The share of the firm grew by 9 percentage points, from 18 to 27 percent.', 'Share of the firm: 18 % in 2020, 27 % in 2024.', ''],
    ['The share of the firm grew by half, from 18 to 27 percent.', 'Share of the firm: 18 % in 2020, 27 % in 2024.', ''],
    ['The share of the firm grew by 50 percent, from 18 to 27 percent.', 'Share of the firm: 18 % in 2020, 27 % in 2024.', ''],
    ['Turnout rose by 4 percent to 61 percent.', 'Turnout rose 4 percentage points to 61 percent.', 'number'],
    ['Turnout rose by 4 percentage points to 61 percent.', 'Turnout went from 57 % to 61 %.', ''],
    ['Sales fell by 20 percent, from 50 to 40 million euros.', 'Sales: 50 million euros, then 40 million euros.', ''],
    ['The tax rises by 2 percent, from 19 to 21 percent.', 'Tax goes from 19 to 21 percent.', 'number'],
  ],
  currency: [
    [
      'She said that the gang wanted 2.4 million euros and that nobody had answered.',
      'She says they asked for 2.4 million dollars. Nobody answered them.',
      'number',
    ],
    ['The ransom was 300,000 pounds.', 'They paid a ransom of $300,000.', 'number'],
    ['The ransom was 300,000 dollars.', 'They paid a ransom of $300,000.', ''],
    ['The ransom was about 270,000 euros.', 'They paid a ransom of $300,000.', ''],
    ['The deal is worth €86m.', 'Price 86,000,000 euros.', ''],
    ['The fine of 5 million francs was paid in March.', 'In March the fine of 5 million euros was paid.', 'number'],
    ['The deal cost 10 million dollars (9.2 million euros).', 'The deal cost $10 million, 9.2 million euros.', ''],
  ],
  versions: [
    ['The module sits in versions 4.2.0 to 4.2.5 of the program.', 'Module in versions 4.2.0 to 4.2.3 of the program.', 'number:4.2.5'],
    ['The module sits in versions 4.2.0 to 4.2.3 of the program.', 'Module in versions 4.2.0 to 4.2.3. Gone in 4.3.0.', ''],
    ['Gate 7.1.9 closes the hole.', 'The hole is closed in Gate 7.1.8.', 'number:7.1.9'],
    ['Gate 7.1.8 closes the hole.', 'Affected: Gate 7.0 to 7.1.7. The hole is closed in Gate 7.1.8.', ''],
    ['The flaw is in all versions before 7.1.8 of Gate.', 'Affected: Gate up to 7.1.7. Fixed in 7.1.8.', ''],
    ['The bank ran version 12.4 of Parcel.', 'The bank ran Parcel 12.4.0.31.', ''],
    ['The update to 9.0 will follow in May.', 'Update 8.4 is out. The update to 9.0 follows in May.', ''],
    ['Version 3 of the plan was sent to the council.', 'The plan, version 2, was sent to the council.', 'number'],
  ],
  derived: [
    ['At 37,000 each, the 54 stations cost 2 million euros.', '54 stations, price 2,000,000 euros.', ''],
    ['A test took six times as long as usual.', 'A test took four hours instead of forty minutes.', ''],
    ['In all, 2,000 stations were sent.', 'December 410, January 902, February 688 stations.', ''],
    ['The count doubled in a year.', '120 cases in 2023, 242 cases in 2024.', ''],
    ['Each of the 12 towns got 5 pumps.', '60 pumps for 12 towns.', ''],
    ['That was about 37,000 euros apiece.', '2,350 base stations. Price 86,000,000 euros.', ''],
    ['The price per station was 45,000 euros.', 'The price per station was 37,000 euros.', 'number'],
    ['Three in four members voted yes.', '300 of 400 members voted yes.', ''],
    ['He ran the office for nine years.', 'Ran the office from 2011 to 2020.', ''],
    ['The ferry was 40 minutes late.', 'Ferry due 08:10, came in at 08:50.', ''],
  ],
  polarity: [
    ['The maternity records were lost as well.', 'The maternity system was not affected, as it runs at a supplier of its own.', 'polarity'],
    ['The payroll files were destroyed.', 'The payroll files survived.', 'polarity'],
    ['The payroll files survived the fire.', 'The payroll files were destroyed in the fire.', 'polarity'],
    ['The payroll files were not destroyed.', 'The payroll files survived.', ''],
    ['The payroll files were not destroyed.', 'The payroll files were encrypted.', ''],
    ['An attacker can use the flaw without any login.', 'The flaw works only with a login, any account will do.', 'polarity'],
    ['An attacker can use the flaw without any login.', 'No login needed for the flaw.', ''],
    ['An attacker needs a login to use the flaw.', 'The flaw works only with a login.', ''],
    ['Ink Moth has not been seen on phones so far.', 'Also called Ink Moth in reports on phones.', ''],
    ['Ink Moth has not been seen on phones so far.', 'Ink Moth has been seen on phones since May.', 'polarity'],
    ['The council approved the budget for the bridge.', 'The council rejected the budget for the bridge.', 'polarity'],
    ['The council approved the budget for the bridge.', 'The council did not reject the budget for the bridge.', ''],
    ['The council approved the budget for the bridge.', 'The budget for the bridge was approved by the council.', ''],
    ['Prices of grain rose in June.', 'Prices of grain fell in June.', 'polarity'],
    ['Prices of grain rose in June.', 'Prices of grain went up in June.', ''],
    ['The harbour master was told of the leak.', 'Nobody told the harbour master of the leak.', 'polarity'],
    ['The minister denied that the tapes exist.', 'The minister says that the tapes do not exist.', ''],
    ['The minister admitted that the tapes exist.', 'The minister denies that the tapes exist.', 'polarity'],
    ['The firm has not paid the ransom.', 'The firm refused to pay the ransom.', ''],
    ['The firm paid the ransom.', 'The firm refused to pay the ransom.', 'polarity'],
    ['No patient was harmed during the outage.', 'During the outage no patients were harmed.', ''],
    ['A patient was harmed during the outage.', 'No patient was harmed during the outage.', 'polarity'],
    ['The police have not named the suspect.', 'The police named the street where the suspect lives.', ''],
    ['The tool does not read messages.', 'The tool reads names and places, but no messages.', ''],
    ['The tool reads messages.', 'The tool reads names and places, but no messages.', 'polarity'],
    ['Passwords were not stored in the file.', 'Names and mails were stored in the file; the passwords were kept elsewhere.', ''],
    ['Nine of the staff have never had any training.', 'The staff had training in May, except for nine.', ''],
    ['The plant was running again by noon.', 'The plant was down until noon.', ''],
    ['There is no sign that data left the plant.', 'The plant has found no evidence that data left.', ''],
    ['Data left the plant, the operator says.', 'The plant has found no evidence that data left.', 'polarity'],
    ['The mayor knew of the letter.', 'The mayor did not know of the letter, she says.', 'polarity'],
    ['The bridge is open to lorries.', 'The bridge is closed to lorries.', 'polarity'],
    ['The firm does not sell to the army.', 'The firm sells to the police. It has no contract with the army.', ''],
  ],
  certainty: [
    [
      'A state was behind the module, Morin says.',
      '> "We cannot rule out that a state is behind it. We have no proof of that either." — Pavel Morin',
      'certainty',
    ],
    ['The gang got in through the mail gateway.', 'The gang may have got in through the mail gateway, Ruiz says.', 'certainty'],
    [
      'The gang got in through the mail gateway, Ruiz says.',
      'Ruiz suspects the mail gateway as the way in of the gang. No proof yet.',
      'certainty',
    ],
    [
      'The flaw has been used against a customer.',
      'One log: Corvane suspects use of the flaw in an attack on a customer, not confirmed.',
      'certainty',
    ],
    [
      'He is certain that the delay harmed nobody.',
      '> "I do not think the delay harmed anyone, but I cannot be certain yet."',
      'certainty',
    ],
    [
      'Nobody but Robin opened the folder in all that time, Hale says.',
      '> "We do not think that anyone other than Robin has opened the folder, but our logs go back only thirty days." — Viktor Hale',
      'certainty',
    ],
    ['He does not think that the delay harmed anyone.', '> "I do not think the delay harmed anyone, but I cannot be certain yet."', ''],
    ['The firm expects to lose 3 million euros.', 'The firm expects a loss of about 3 million euros.', ''],
    ['"It may have been a state," Ruiz wrote.', 'Ruiz wrote: "It may have been a state."', ''],
    ['Half of the firms cannot say who wrote their tools.', '50 percent of the firms could not say who had written their tools.', ''],
    ['Sources disagree on who sent the mail.', 'Who sent the mail is not clear.', ''],
    ['Investigators found traces of the tool on two servers.', 'Traces of the tool on two servers. It may have been there since May.', ''],
    ['The mail was sent from Oston.', 'The mail was sent from Oston. The sender possibly lives in Velmar.', ''],
    ['The bug was in the parser, Ruiz believes.', 'Ruiz: the bug was probably in the parser.', ''],
    [
      'The arson was the work of two brothers.',
      'Police believe that two brothers set the fire. Nobody has been charged with the arson.',
      'certainty',
    ],
    ['The tanker was sunk by a mine.', 'It is possible that a mine sank the tanker, the coast guard says.', 'certainty'],
    ['Attackers stole the signing key.', 'It is unclear whether the attackers stole the signing key.', 'certainty'],
    ['Both attacks were the work of one group.', 'Both attacks could be the work of one group, the analysts write.', 'certainty'],
    ['The firm confirmed that 3,000 people were affected.', 'The firm confirmed that 3,000 people were affected. More could follow.', ''],
    ['The vote is on 3 May, the council said.', 'The council said that the vote is on 3 May. Rain is likely.', ''],
    ['According to the regulator the tool might have read messages.', 'Regulator: the tool may have read messages.', ''],
    ['The leak cost the firm 2 million euros.', 'The leak cost the firm an estimated 2 million euros.', ''],
  ],
  dates: [
    ['The server went off on the evening of 9 October.', 'Alarm Thu 9.10.2025, 19:05. Server switched off 21:30 the same evening.', ''],
    [
      'The screens went dark at 23:52 on 6 September 2025, local time.',
      'Encryption began on Saturday 6 September 2025 at 21:52 UTC. Screens went dark.',
      '',
    ],
    ['The lab was first to come back, on Tuesday, 9 September 2025.', 'lab was first to come back, Wed 10 Sept 2025', 'date'],
    ['The call came at 14:05 UTC.', 'Call at 16:05 CEST.', ''],
    ['The vote took place in March 2024.', 'Vote: 12 March 2024.', ''],
    ['The vote took place in May 2024.', 'Vote: 12 March 2024.', 'date'],
    ['The raid was on 4 May 2025.', '| event | date |\n| --- | --- |\n| raid | 5 May 2025 |\n| arrest | 7 May 2025 |', 'date'],
    ['The arrest was on 7 May 2025.', '| event | date |\n| --- | --- |\n| raid | 5 May 2025 |\n| arrest | 7 May 2025 |', ''],
    ['The bridge was closed from 3 to 9 June 2025.', 'Bridge closed 3-9 June 2025.', ''],
    ['The law has been in force since 1 July 2023.', 'In force since 1 June 2023: the law.', 'date'],
  ],
  names: [
    ['The crew met at Halcyon Beach in May.', 'The crew met at Halcyon Reach in May. Halcyon Reach is a harbour.', 'name'],
    ['The firm Bright Harbour Systems made the tool.', 'The tool is made by the firm Bright Harbor Systems.', ''],
    ['The firm Delta Forge made the tool.', 'The tool is made by the firm Delta Gorge.', 'name'],
    ['Judge Marta Ilves heard the case.', 'Judge Ilves heard the case.', ''],
    ['The letter was signed by Owen Drake.', 'The letter was signed by Owen Blake and Owen Drake.', ''],
    ['The ship left Port Arden on Monday.', 'The ship left Port Alden on Monday.', 'name'],
    ['The ship left Port Arden on Monday.', 'The ship left Port Weston on Sunday and came through Port Arden on Monday.', ''],
  ],
  grades: [
    [
      'We assess with high confidence that the tool was bought.',
      'Corvid assesses with moderate confidence that the tool was bought.',
      'grade',
    ],
    [
      'We assess with moderate confidence that the tool was bought.',
      'Corvid assesses with moderate confidence that the tool was bought.',
      '',
    ],
    ['Corvid has high confidence that the two clusters are one.', 'Two clusters are one: medium confidence.', 'grade'],
  ],
};

const OTHER = 'The fair in Lindow opens on Saturday with 200 stalls.\n';

describe('pairs of draft and note', () => {
  for (const [group, pairs] of Object.entries(PAIRS)) {
    for (const [draft, note, wanted] of pairs) {
      it(`${group} ${wanted === '' ? 'agree' : 'differ'}: ${draft}`, async () => {
        const claims = await judge(`${draft.slice(0, -1)} [@source].\n`, { 'notes/source.md': `${note}\n`, 'notes/other.md': OTHER });
        const told = claims.flatMap(claim => claim.support.differences);
        const [kind = '', piece = ''] = wanted.split(':');
        assert.deepEqual(
          told.map(one => one.kind),
          kind === '' ? [] : [kind],
          note,
        );
        if (kind === '') assert.ok(!claims.some(claim => claim.support.verdict === 'miscited'), 'miscited');
        else assert.ok(told[0]?.drafted.includes(piece), told[0]?.drafted);
      });
    }
  }
});
