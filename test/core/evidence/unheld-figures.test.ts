// Figures that nothing in the cited notes states or yields; and those that somebody can work out of them.

import assert from 'node:assert';
import { differences, type Pair } from './judge.ts';

/** [draft, note, what of the draft is told]. */
const UNHELD: readonly (readonly [string, string, string])[] = [
  ['Officers arrested eleven people in the harbour raids.', 'Harbour raids, 3 addresses: 4 + 2 + 3 arrested.', 'eleven'],
  ['The council passed the budget by 31 votes.', 'Budget: 84 for, 62 against.', '31'],
  ['The two waves together reached 612 mailboxes.', 'Wave one: 330 mailboxes. Wave two: 255 mailboxes.', '612'],
  ['Half of the 480 sensors answered the probe.', 'Sensors in all: 480. Answered the probe: 118.', 'Half'],
  ['The audit counted 58 open ports at the two plants.', 'Plant A: 21 open ports. Plant B: 17 open ports.', '58'],
  [
    'The scan met 9,000 cameras. Six in ten of them were without a password.',
    'Scan: 2,700 of the 9,000 cameras without a password.',
    'Six',
  ],
  ['The fund has 70 million crowns for the new servers.', 'Fund, new servers: 26m crowns. Training: 9m crowns.', '70 million'],
  // A total of lines of which the claim names one is none.
  ['On Tuesday police made nine arrests.', 'On Monday police made 4 arrests. On Tuesday police made 5 arrests.', 'nine'],
  [
    'Ransom notes lay on 51 servers in Aldport.',
    'Ransom notes lay on 15 servers in Aldport. Ransom notes lay on 36 servers in Sandvik.',
    '51',
  ],
  ['The portal was offline for nine days.', 'Portal offline from Sunday 15 March, back on Thursday 19 March.', 'nine'],
  ['She has worked at the Ostby steel plant for 26 years.', 'Technician at the Ostby steel plant, there since March 2009.', '26'],
];

const YIELDED: readonly Pair[] = [
  ['The scan met 9,000 cameras. Three in ten of them were without a password.', 'Scan: 2,700 of the 9,000 cameras without a password.'],
  ['The scan met 9,000 cameras. Seven in ten of them had a password.', 'Scan: 2,700 of the 9,000 cameras without a password.'],
  ['Officers arrested nine people in the harbour raids.', 'Harbour raids, 3 addresses: 4 + 2 + 3 arrested.'],
  ['The council passed the budget by 22 votes.', 'Budget: 84 for, 62 against.'],
  ['The two waves together reached 585 mailboxes.', 'Wave one: 330 mailboxes. Wave two: 255 mailboxes.'],
  ['A quarter of the 480 sensors answered the probe.', 'Sensors in all: 480. Answered the probe: 118.'],
  ['Of the 480 sensors 362 stayed silent.', 'Sensors in all: 480. Answered the probe: 118.'],
  ['The audit counted 38 open ports at the two plants.', 'Plant A: 21 open ports. Plant B: 17 open ports.'],
  ['The licence is suspended for ninety days.', 'Licence: suspension, 90 d, then review.'],
  ['She drove 540 miles to the hearing.', 'Drove to the hearing, 540 mi, in the truck.'],
  ['The bank had meant to ask for €4.8 million.', 'Fine EUR 3.6 m. Draft of March had 4.8 m.'],
  ['The token fell to 91 cents on Thursday.', 'Token Thurs 23:00: 0.91. Fri 16:00: 1.00.'],
  ['The thermostat servers will be shut down in ten months.', 'Mail to owners 31 Dec. Cloud ends 31 Oct.'],
  ['The outage lasted three weeks.', 'Billing down 4-25 Aug.'],
  ['The satellite was silent for eight days.', 'Last telemetry Wed 5th. Ping returned Thurs 13th.'],
  ['The 300 series gets no patch.', 'R300: end of support. R400: firmware 9.12.'],
  ['The gang asked the hospital for 40 bitcoin.', 'The gang asked the school for 15 bitcoin.'],
  ['The breach affected 3,000 people.', 'The breach affected 40 employees.'],
  // What else a sentence tells is its background.
  ['Lumenet, which earned 9 million euros last year, paid a fine of 4 million euros.', 'Lumenet paid a fine of 4 million euros.'],
  ['The hospital has 200 patients and moved 120 patients to Aldport.', 'The hospital moved 120 patients to Aldport.'],
  ['She served three years of her sentence of eight years.', 'She served three years of her sentence.'],
  ['The ransom was 4 million dollars, down from 10 million dollars.', 'The ransom was 4 million dollars.'],
  ['About 40 percent of clinics in the region lack backups, and three clinics were hit.', 'Three clinics in the region were hit.'],
  ['Half of the staff were on leave when the attack hit 300 servers.', 'The attack hit 300 servers while staff were on leave.'],
  // What may be, or is set, is no length of time that something went on.
  ['Customers can complain for 30 days.', 'Outage began on 3 March 2024, customers can complain until 10 June 2024.'],
  ['The certificate of the bank is valid for five years.', 'The certificate of the bank is valid since 2 May 2023.'],
  ['He worked for the agency for 12 years.', 'He has been head of the agency since 2021.'],
  ['The council has a contract with the vendor for ten years.', 'The council has had a contract with the vendor since March 2023.'],
  ['Her work at the plant went on for 16 years.', 'Technician at the plant, there since March 2009.'],
];

describe('figures that the cited notes do not hold', () => {
  for (const [draft, note, told] of UNHELD)
    it(`unheld: ${draft} | ${note}`, async () => {
      const found = await differences(`---\ndate: 2025-05-02\n---\n\n${draft.slice(0, -1)} [@pool].\n`, {
        'notes/n.md': `## Pool {#pool}\n${note.replaceAll('. ', '.\n\n')}\n`,
      });
      assert.deepEqual(
        found.map(one => one.split(' | ')[0]?.split(' ').slice(1).join(' ').split(' ')[0]),
        [told.split(' ')[0]],
        found.join('\n'),
      );
    });
  for (const [draft, note] of YIELDED)
    it(`yielded: ${draft} | ${note}`, async () => {
      const found = await differences(`---\ndate: 2025-05-02\n---\n\n${draft.slice(0, -1)} [@pool].\n`, {
        'notes/n.md': `## Pool {#pool}\n${note.replaceAll('. ', '.\n\n')}\n`,
      });
      assert.deepEqual(found, []);
    });
});
