// Pairs of a draft's sentence and a note that agree, and pairs that do not. No agreeing pair may yield a difference.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note]: both can be true. */
const AGREE: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'bounds and rounding': [
    ['More than 50 branches will open on Saturday.', '51 branches will open on Saturday.'],
    ['About 2 million customers lost data in the theft.', '1.97 million customers lost data in the theft.'],
    ['Nearly 2 million customers lost data in the theft.', '1,968,412 customers lost data in the theft.'],
    ['At least 40 servers were encrypted by the gang.', '43 servers were encrypted by the gang.'],
    ['Up to 50 desks can be served by one router.', 'One router serves 50 desks at most.'],
    ['Some 3,100 staff had to change their passwords.', 'About 3,100 staff had to change their passwords.'],
    ['Around thirty fixes are listed in the bulletin.', '31 fixes are listed in the bulletin.'],
    ['Roughly 40,000 sites run the content manager.', '40,211 sites run the content manager.'],
    ['Fewer than 100 machines were infected in Norvane.', '96 machines were infected in Norvane.'],
    ['The breach exposed 1.2 million records of patients.', 'The breach exposed 1,203,977 records of patients.'],
    ['The rosters of more than 4,000 drivers lay open.', 'The rosters of 4,217 drivers lay open.'],
    ['The group took almost 90 gigabytes of mail from the port.', 'The group took 88 GB of mail from the port.'],
    ['Between 30 and 40 offices were hit by the worm.', '36 offices were hit by the worm.'],
  ],
  'words, units and scales': [
    ['None of the dozen routers has been plugged in.', 'None of the 12 routers has been plugged in.'],
    ['The loader calls home every three quarters of an hour.', 'The loader calls home every 45 min.'],
    ['The loader calls home about every three quarters of an hour.', 'The loader calls home every 47 min.'],
    ['The law gives a company three days for its notice.', 'The law gives a company 72 hours for its notice.'],
    ['The lab recorded a month of traffic from the router.', 'The lab recorded 30 days of traffic from the router.'],
    ['Two thirds of the hospitals paid the ransom.', '66.7 percent of the hospitals paid the ransom.'],
    ['A quarter of all customers were told by mail.', '25 % of all customers were told by mail.'],
    ['Roughly one in four of the 7.9 million customers lost data.', '1,968,412 of 7.9 million customers lost data.'],
    ['The ransom came to $1.2 billion over the year.', 'The ransom came to $1.2bn over the year.'],
    ['Twelve people work on the case in Sandvik.', '12 people work on the case in Sandvik.'],
    ['The exchange lasted more than a minute.', 'The exchange lasted approx. 90 sec.'],
    ['The folder lay open for almost eight months.', 'The folder lay open from 3 March 2025, closed 28 Oct 2025.'],
    ['The report reached the office within a day of the alarm.', 'The report reached the office 22 h after the alarm.'],
    ['Half a million accounts were sold on the forum.', '500,000 accounts were sold on the forum.'],
  ],
  'other things': [
    ['The office took 12 routers to the laboratory.', 'The office took 12 routers and 3 switches to the laboratory.'],
    ['The union has 2,900 members at the operator.', 'The union has 14,000 members, 2,900 of them at the operator.'],
    ['51 branches will open on Saturday.', '51 of our 214 branches will open on Saturday.'],
    [
      'Nine organisations saw the loader in their traffic.',
      'The loader: 4 water utilities, 3 port operators, 2 engineering offices. 9 organisations in all.',
    ],
    ['The maker fixed the flaw in version 9.4.2.', 'Flaw fixed in version 9.4.2; version 9.3 gets no fix.'],
    ['The lab has taken apart 40 routers since 2019.', 'In 2023 the lab wrote about 5 routers of another maker.'],
    ['The gang asked the hospital for 40 bitcoin.', 'The gang asked the school for 15 bitcoin.'],
    ['The company employs 38 people in Aldport.', 'The company had 61 GB of mail stolen in Aldport.'],
    [
      'Two aides of the minister saw the boxes.',
      'Four aides of the president saw the boxes leave; two aides of the minister saw the boxes.',
    ],
  ],
  dates: [
    ['The server was switched off on 9 October 2025.', 'Server switched off Thu 9.10.2025, 21:30.'],
    ['The first mail was sent on 11 March 2025.', 'First mail sent 2025-03-11 07:52 UTC.'],
    ['The fixed version has been out since late September 2025.', 'Fixed version out since 22 September 2025.'],
    ['The flaw was added to the catalogue in August 2025.', 'Flaw added to the catalogue on 18 August 2025.'],
    ['The exchange of gifts began at 16:40 UTC on 16 October 2025.', 'Exchange of gifts began on 16 October 2025 at 18:40 +02:00.'],
    ['The company was founded in 2016 by Viktor Hale.', 'The company was founded on 3 May 2016 by Viktor Hale.'],
    ['The next bulletin is due on 16 September 2025.', 'Next bulletin due 16 Sept 2025.'],
    ['Letters go out to customers from 20 October 2025.', 'Letters go out to customers from Monday 20 October 2025.'],
    ['The group has been active since 2023 at ports.', 'The group has been active at ports since 2023, most of it in 2025.'],
    ['The alarm went off on 9 October 2025 in the night.', 'The alarm went off on 9 October 2025. The report was sent on 10 October 2025.'],
  ],
  names: [
    ['The Kestrian embassy repeated its offer to the engineers.', 'The embassy of Kestria repeated its offer to the engineers.'],
    ['Norvanes took the routers apart in Sandvik.', 'Engineers of Norvane took the routers apart in Sandvik.'],
    ['The NCSO took the routers to its laboratory.', 'The National Cyber Security Office took the routers to its laboratory.'],
    ['Hanna Brodie and Anna Brody spoke about the server.', 'Hanna Brodie and Anna Brody spoke about the server.'],
    ["Lumenet's engineers repaired the port.", 'Engineers of Lumenet repaired the port.'],
  ],
  polarity: [
    ['None of the routers has been plugged into the network.', 'The routers have not been plugged into the network.'],
    ['The office has not found a backdoor in the routers.', 'No backdoor was found by the office in the routers.'],
    ['The tapes were not touched by the intruders.', 'Tapes: not touched by the intruders.'],
    ['The bank has refused to pay the ransom to the gang.', 'The bank has not paid the ransom to the gang.'],
    ['Not only the bank but also the contractor reported the theft.', 'The bank and the contractor reported the theft.'],
    ['The maker shared the manual with the office.', 'The maker shared the manual, but not the source code, with the office.'],
    ['We saw no writes to the control systems of the utility.', 'No sign of writes to the control systems of the utility.'],
    ['It found no overlap with other groups in hosting.', 'No overlap with other groups in hosting.'],
    ['The patch is not available for version 9.3 of the console.', 'There is no patch for version 9.3 of the console.'],
  ],
  certainty: [
    ['The office suspects that the port on the board is active.', 'They suspect that the port on the board is active.'],
    ['The intruders probably came in through the upload page.', 'The intruders possibly came in through the upload page.'],
    ['The office has confirmed that the port on the board is active.', 'The office confirmed that the port on the board is active.'],
    ['The group sells the mail it steals on a market.', 'The group sells the mail it steals on a market. Its members may live abroad.'],
    ['The port may be active, the office says.', 'They suspect that the port is active.'],
  ],
};

/** [draft, note, what is told]. */
const DIFFER: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  numbers: [
    [
      'The office took all 21 units to its laboratory in Sandvik.',
      'All 12 units went to the laboratory of the office in Sandvik.',
      'number: 21 | 12 | 12',
    ],
    [
      'Some 83 GB of mail left through the cloud drive.',
      'About 38 GB of mail left through the cloud drive.',
      'number: Some 83 GB | About 38 GB | 38',
    ],
    [
      'The bank put the exact count of customers at 1,986,412.',
      'Data of 1,968,412 customers was copied, the bank counts.',
      'number: 1,986,412 | 1,968,412 | 1,968,412',
    ],
    ['Nordkern closed 170 flaws on Tuesday.', '107 flaws closed by Nordkern on Tuesday.', 'number: 170 | 107 | 107'],
    [
      'The folder was closed within fourteen minutes of the call.',
      'We closed the folder within forty minutes of the call.',
      'number: within fourteen minutes | within forty minutes | forty',
    ],
    [
      'The ransom was $2.1 million in the end.',
      'The ransom was $1.2 million in the end.',
      'number: $2.1 million | $1.2 million | 1.2 million',
    ],
    [
      'Lumenet sells 41 percent of the home routers in Norvane.',
      'Lumenet sells 31 % of the home routers in Norvane.',
      'number: 41 percent | 31 % | 31',
    ],
    ['More than 60 branches will open on Saturday.', '51 branches will open on Saturday.', 'number: More than 60 | 51 | 51'],
    [
      'The routers run firmware 3.1.4.21 at present.',
      'The routers run firmware 3.1.4.20 at present.',
      'number: 3.1.4.21 | 3.1.4.20 | 3.1.4.20',
    ],
  ],
  dates: [
    [
      'The leaders met in the harbour pavilion on Wednesday, 15 October 2025.',
      'Thu 16 Oct 2025, harbour pavilion: the leaders meet.',
      'date: Wednesday, 15 October 2025 | Thu 16 Oct 2025 | Thursday, 16 October 2025',
    ],
    [
      'The server was switched off on 8 October 2025.',
      'Server switched off on 9 October 2025.',
      'date: 8 October 2025 | 9 October 2025 | 9 October 2025',
    ],
    [
      'The flaw was added to the catalogue on 19 August 2025.',
      'Flaw added to the catalogue on 2025-08-18.',
      'date: 19 August 2025 | 2025-08-18 | 18 August 2025',
    ],
    ['The union was founded in Aldport in 1994.', 'The union was founded in Aldport in 1949.', 'date: 1994 | 1949 | 1949'],
  ],
  names: [
    [
      'The contractor Datacore runs the server for the bank.',
      'The contractor Datacove runs the server for the bank.',
      'name: Datacore | Datacove | Datacove',
    ],
    [
      'The spokesman Jonas Feldt showed the boxes to reporters.',
      'The spokesman Jonas Feld showed the boxes to reporters.',
      'name: Feldt | Feld | Feld',
    ],
    [
      'WinRAR was attacked through CVE-2025-8808.',
      'WinRAR: attacked through CVE-2025-8088.',
      'name: CVE-2025-8808 | CVE-2025-8088 | CVE-2025-8088',
    ],
  ],
  polarity: [
    [
      'Lumenet has shared the source code with the office.',
      'Lumenet has not shared the source code with the office.',
      'polarity: has shared | Lumenet has not shared the source code with | has not shared',
    ],
    [
      'Card numbers and passwords were on the server.',
      'Card numbers and passwords were not on the server.',
      'polarity: were on the server | and passwords were not on the server | were not on the server',
    ],
  ],
  certainty: [
    [
      'The office has confirmed that the port on the board is active.',
      'They suspect that the port on the board is active, not confirmed.',
      'certainty: has confirmed | suspect | suspects',
    ],
    [
      'Quillmoss is run by the operators of the Brackwater intrusions.',
      'Quillmoss is possibly run by the operators of the Brackwater intrusions.',
      'certainty: is | possibly | is possibly',
    ],
  ],
};

describe('contradictions', () => {
  for (const [group, pairs] of Object.entries(AGREE)) {
    for (const [draft, note] of pairs) {
      it(`${group} agree: ${draft}`, async () => {
        assert.deepEqual(await differences(`${draft.slice(0, -1)} [@source].\n`, `${note}\n`), [], note);
      });
    }
  }
  for (const [group, pairs] of Object.entries(DIFFER)) {
    for (const [draft, note, told] of pairs) {
      it(`${group} differ: ${draft}`, async () => {
        assert.deepEqual(await differences(`${draft.slice(0, -1)} [@source].\n`, `${note}\n`), [told]);
      });
    }
  }

  it('a second note that states the value of the draft does not silence the one that is cited', async () => {
    const notes = {
      'notes/wire.md': 'The fire destroyed 14 warehouses in the harbour.\n',
      'notes/desk.md': 'The fire destroyed 41 warehouses in the harbour.\n',
    };
    assert.deepEqual(await differences('The fire destroyed 14 warehouses in the harbour [@desk].\n', notes), ['number: 14 | 41 | 41']);
    assert.deepEqual(await differences('The fire destroyed 14 warehouses in the harbour [@wire].\n', notes), []);
    assert.deepEqual(await differences('The fire destroyed 14 warehouses in the harbour.\n', notes), []);
  });

  it('passages about another vulnerability say nothing of this one', async () => {
    const notes = '- CVE-2025-10001: works only with a login, 107 sites hit\n- CVE-2025-10002: works without a login, 170 sites hit\n';
    assert.deepEqual(await differences('CVE-2025-10002 works without a login, and 170 sites were hit [@source].\n', notes), []);
  });

  it('questions, opinions and instructions state nothing', async () => {
    assert.deepEqual(
      await differences('Did the office take 21 units to Sandvik [@source]?\n', 'The office took 12 units to Sandvik.\n'),
      [],
    );
  });
});
