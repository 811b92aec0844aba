// Figures, days and names that are mixed up on the way from the notes to the draft, and right sentences next door.
import assert from 'node:assert';
import { differences } from './judge.ts';

type Notes = string | Readonly<Record<string, string>>;

/** [draft, notes, what is told]: nothing is told of right ones. */
const CASES: Readonly<Record<string, readonly (readonly [string, Notes, readonly string[]])[]>> = {
  'two figures that changed places': [
    ['The fund paid Brandt 3,100 crowns and Olsen 8,700 [@source].', 'payouts: Brandt 8,700 crowns, Olsen 3,100', ['3,100', '8,700']],
    ['Of the sites, nine run bakeries and fourteen run gyms [@source].', '23 sites: 14 bakeries, 9 gyms', ['nine', 'fourteen']],
    ['Twelve cameras hung in the port and 37 in the station [@source].', '37 cameras in the port, 12 in the station.', ['Twelve', '37']],
    [
      'The switch failed for 45 minutes in Arden and 90 minutes in Belmont [@source].',
      'Arden 90 minutes, Belmont 45 minutes without the switch',
      ['45 minutes', '90 minutes'],
    ],
    ['The fund paid Brandt 8,700 crowns and Olsen 3,100 [@source].', 'payouts: Brandt 8,700 crowns, Olsen 3,100', []],
    ['The fund paid 8,700 crowns to Brandt and 3,100 to Olsen [@source].', 'payouts: Brandt 8,700 crowns, Olsen 3,100', []],
    ['Fourteen run bakeries, nine run gyms [@source].', '23 sites: 14 bakeries, 9 gyms', []],
    ['There were 37 cameras in the port; the station had 12 [@source].', '37 cameras in the port, 12 in the station.', []],
    ['In the station hung 12 cameras, and in the port 37 [@source].', '37 cameras in the port, 12 in the station.', []],
    ['Lund, whose yard has six lorries and a staff of nine, is ruined [@source].', 'runs the yard since 1990, 9 people, 6 lorries', []],
    ['The count fell from 37 in the port to 12 in the station [@source].', '37 cameras in the port, 12 in the station.', []],
  ],
  'the day of something else': [
    [
      'The clerk was dismissed on 9 April [@source].',
      'own notes, page 4\n\nletter of warning 9 April\n\nclerk dismissed 23 April, keys handed in',
      ['9 April'],
    ],
    [
      'The plant was evacuated on 3 May [@source].',
      'own notes, page 4\n\nfirst smell of gas 3 May\n\nplant evacuated 6 May, 400 people',
      ['3 May'],
    ],
    [
      'The maker will end support for the router on 30 June [@source].',
      'own notes, page 4\n\nshop sale of rest ends 30 June\n\nrouter R2: end of support 30 Sept',
      ['30 June'],
    ],
    [
      'The clerk was dismissed on 23 April [@source].',
      'own notes, page 4\n\nletter of warning 9 April\n\nclerk dismissed 23 April, keys handed in',
      [],
    ],
    [
      'The clerk was given a last warning on 9 April [@source].',
      'own notes, page 4\n\nletter of warning 9 April\n\nclerk dismissed 23 April',
      [],
    ],
    [
      'The plant smelt of gas on 3 May, and was evacuated [@source].',
      'own notes, page 4\n\nfirst smell of gas 3 May\n\nplant evacuated 6 May',
      [],
    ],
    ['He wrote to the ministry on 4 June [@source].', 'own notes, page 4\n\nfirst mail 4 June\n\nministry wrote back 19 June', []],
  ],
  'one half of a name with another one': [
    ['Joel Pratt has two children at Harbor Heights.', 'Joel Pratt, father of two children at Harbor Hill.', ['Harbor Heights']],
    [
      'Tofte Systems looks after the wells and has the keys of them.',
      'Tofte Service looks after the pumps and has the keys.',
      ['Tofte Systems'],
    ],
    [
      'The cards were found at the Hotel Astra in January [@source].',
      'Two copied cards found at the Hotel Anker in January.',
      ['Hotel Astra'],
    ],
    ['"We paid nobody," said Sarah Wiik.', 'Call with Sanna Wiik, head of claims. "We paid nobody."', ['Sarah Wiik']],
    ['The deputy mayor, Tilde Brandt, signed the order [@source].', 'Tilde Brask, the deputy mayor, signed the order.', ['Tilde Brandt']],
    ['The reader is made by Ovalin and safe [@source].', 'Bulletin of Ovalis: the reader is safe.', ['Ovalin']],
    ['It is called PrintSpoolHelper and starts at logon [@source].', 'Named PrintQueueHelper, starts at logon.', ['PrintSpoolHelper']],
    ['Pupils found it at Harbor Hill, not at Harbor Heights [@source].', 'Harbor Hill pupils found it. Harbor Heights was closed.', []],
    ['Sanna Wiik and her brother, Jonas Wiik, paid nobody [@source].', 'Sanna Wiik: "We paid nobody."', []],
    ['Tofte, which looks after the pumps, has the keys [@source].', 'Tofte Service Ltd looks after the pumps and has the keys.', []],
    ['At the Hotel Borg nobody has heard of it.', 'Two copied cards found at the Hotel Anker in January.', []],
    ['Peter Lund, a baker, is glad.', 'Peter Brask, the deputy mayor, signed the order.', []],
    ['The Kestrian press agency denied it [@source].', 'The press agency of Kestria denied it.', []],
  ],
  'things in the place of others, and deeds of others': [
    [
      'The keys were made in the Lorn laboratory [@source].',
      'The keys were made in the laboratory at Ostry. The plant at Lorn prints the cards.',
      ['Lorn'],
    ],
    [
      'An adjuster in Southgate was the first to notice it [@source].',
      'An adjuster at the Northgate office noticed it first.',
      ['Southgate'],
    ],
    [
      'The pilot boat Skua pulled the ship off at noon [@source].',
      'The tug Brenna pulled the ship off at noon. The pilot boat Skua stood by.',
      ['Skua'],
    ],
    ['Ostrava has had such a law since 2023 [@source].', 'Ostmark has had such a law since 2023.', ['Ostrava']],
    ['Roy lost 8,740 euros on 3 November [@source].', 'Mr Rao lost 8,740 euros on 3 November.', ['Roy']],
    [
      'The keys were made in the Ostry laboratory, the cards at the Lorn plant [@source].',
      'The keys were made in the laboratory at Ostry. The plant at Lorn prints the cards.',
      [],
    ],
    [
      'A laboratory in Berlin tested the keys for us.',
      'The keys were made in the laboratory at Ostry. The plant at Lorn prints the cards.',
      [],
    ],
    [
      'The flaw was found by Yuki Abara and reported by Mira Osk [@source].',
      'The flaw was found by Yuki Abara. Reported to the vendor by Mira Osk on 4 May.',
      [],
    ],
    [
      'The tug Brenna pulled the ship off, the pilot boat Skua stood by [@source].',
      'The tug Brenna pulled the ship off. The pilot boat Skua stood by.',
      [],
    ],
  ],
  'figures of years side by side': [
    ['Insurers reported 22 losses of data in 2025 [@source].', 'data losses reported by insurers: 31 in 2025, 22 in 2024', ['22']],
    ['In 2024 the office found 187 forged passports [@source].', 'forged passports found: 212 in 2024, 187 in 2023', ['187']],
    ['Insurers reported 31 losses of data in 2025 [@source].', 'data losses reported by insurers: 31 in 2025, 22 in 2024', []],
    ['In 2023 the office found 187 forged passports [@source].', 'forged passports found: 212 in 2024, 187 in 2023', []],
    ['The office found 212 forged passports in 2024, after 187 in 2023 [@source].', 'forged passports: 212 in 2024, 187 in 2023', []],
  ],
  'lengths of time between two clock times': [
    [
      'The yard was shut for two and a half hours as a precaution [@source].',
      'Yard shut as a precaution from 11:05 until 14:35.',
      ['two and a half hours'],
    ],
    ['The yard was shut for three and a half hours as a precaution [@source].', 'Yard shut as a precaution from 11:05 until 14:35.', []],
    ['The yard was shut for more than three hours as a precaution [@source].', 'Yard shut as a precaution from 11:05 until 14:35.', []],
    ['The ferry was shut for an hour, the kiosk at the yard longer [@source].', 'Yard shut as a precaution from 11:05 until 14:35.', []],
  ],
  'shares of a part and its whole': [
    [
      'In roughly six out of ten of her cases the client paid [@source].',
      'about 140 cases, in 58 of them the client paid.',
      ['roughly six out of ten'],
    ],
    ['Nine in ten of the huts have the new lock [@source].', 'Of 212 huts 164 have the new lock.', ['Nine in ten']],
    ['In roughly four out of ten of her cases the client paid [@source].', 'about 140 cases, in 58 of them the client paid.', []],
    ['Six in ten of her cases ended without a payment by the client [@source].', 'about 140 cases, in 58 of them the client paid.', []],
    ['Three in four of the huts have the new lock [@source].', 'Of 212 huts 164 have the new lock.', []],
  ],
  'a part is not added to its whole; some of all': [
    ['The worm was found in 21 harbours [@source].', '- 12 harbours in 5 countries\n- worm found in 9 of the 12 harbours', ['21']],
    ['All nine accounts have been frozen [@source].', 'Nine accounts bet on it. Seven of the nine frozen, the rest abroad.', ['All nine']],
    ['All nine accounts are known to the board [@source].', 'Nine accounts bet on it. Seven of the nine frozen.', []],
  ],
  'what a bare figure is in may stand elsewhere, and how likely something is stands nowhere': [
    ['In gigabits per second the attack peaked at 470 [@source].', 'The attack peaked at 470 Gbit/s.', []],
    ['There is a roughly even chance (55 %) that hosting firms are hit.', 'Two thirds of the hits were at hosting firms.', []],
  ],
  'pictures with figures are no signposts, definitions with figures can be wrong': [
    [
      'The pictures were made by Lookwell on 6,420 laptops in 14 schools [@source].',
      'Lookwell runs on 6,240 laptops in 14 schools.',
      ['6,420'],
    ],
    [
      'Lookwell is a program that runs on 6,420 laptops in 14 schools [@source].',
      'Lookwell runs on 6,240 laptops in 14 schools.',
      ['6,420'],
    ],
  ],
  'a day in a cell': [
    [
      '## Indicators\n\nThe values come from our sensors [@yard].\n\n| Host | First seen | Where |\n|---|---|---|\n| 198.18.40[.]7 | 12 March | Kestrel Yard |\n',
      {
        'notes/yard.md':
          '---\npublished: 2026-04-18\n---\n\n# Sensors, all customers\n\nfirst beacon 9 Mar 2026, peak 22 Mar, last one 11 April\n',
        'notes/log.md':
          '---\npublished: 2026-04-10\n---\n\n# Incident at the yard\n\n- fallback 198.18.40[.]7 in the proxy log from 12 Mar\n',
      },
      [],
    ],
  ],
  'a day that is part of none': [
    [
      'All 163 huts got new locks that weekend, Gruber said [@source].',
      'new locks: all 163 huts, weekend of 30/31 May. 29 have no road or lift',
      [],
    ],
    ['All 163 huts got new locks, Gruber said [@source].', '163 huts, 131 of them got new locks', ['All 163']],
  ],
  'digits that changed places': [
    ['The malware slowed the pumps by 7.3 percent [@source].', '- pumps 3.7 % slower while it ran', ['7.3 percent']],
    ['She was sentenced to five years and two months [@source].', 'Two years and five months, no parole.', ['five years and two months']],
    ['In the end 4.1 million of them were wiped [@source].', 'wiped 1.4 million log entries', ['4.1 million']],
    ['The malware slowed the pumps by 3.7 percent [@source].', '- pumps 3.7 % slower while it ran', []],
    ['She was sentenced to two years and five months [@source].', 'Two years and five months, no parole.', []],
  ],
  'a day that the notes have for something else': [
    [
      'The update came out on 21 June [@vendor].',
      {
        'notes/vendor.md': 'Call with the vendor.\n\nupdate 4.2, out since Mon 14 June\n',
        'notes/other.md': 'Second scan 21 June: 80 hosts left.\n',
      },
      ['21 June'],
    ],
    [
      'The regulator heard of it from Calder on 6 April [@regulator].',
      {
        'notes/regulator.md': 'Mail of the regulator.\n\nCalder notified us on 2 April.\n',
        'notes/calder.md': 'Press release of 6 April.\n\nCalder regrets the loss.\n',
      },
      ['6 April'],
    ],
    [
      'The update came out on 14 June [@vendor].',
      {
        'notes/vendor.md': 'Call with the vendor.\n\nupdate 4.2, out since Mon 14 June\n',
        'notes/other.md': 'Second scan 21 June: 80 hosts left.\n',
      },
      [],
    ],
    [
      'Calder regretted the loss on 6 April [@calder].',
      {
        'notes/regulator.md': 'Calder notified us on 2 April.\n',
        'notes/calder.md': 'Press release of 6 April.\n\nCalder regrets the loss.\n',
      },
      [],
    ],
  ],
  'what both sides name': [
    ['The last router was reached on Thursday [@source].', 'Thu 11 June: last router reached', []],
    [
      'The false version was 4.2.7 [@source].',
      '60 hosts installed 4.2.7, which is not ours\n\nfalse version taken down, clean 4.2.8 out',
      [],
    ],
  ],
  'one name, misspelt': [
    [
      'The inquiry into Brightlamb goes on [@court].',
      { 'notes/court.md': 'The inquiry goes on until autumn.\n', 'notes/firm.md': '# Brightlamp, press release\n\nWe regret this.\n' },
      ['Brightlamb'],
    ],
    ['“We were late,” Colonel Ida Storm said [@call].', { 'notes/call.md': 'phone, Col. Ida Storm\n\n"We were late."\n' }, []],
    ['Commander Piet Lund led the search [@call].', { 'notes/call.md': 'Cdr Piet Lund led the search.\n' }, []],
    [
      'Sergeant Ola Vik and Inspector Una Holt led the search [@call].',
      { 'notes/call.md': 'Sgt Ola Vik and Insp. Una Holt led the search.\n' },
      [],
    ],
    [
      'The Reverend Ada Crane and Professor Noor Hale were there [@call].',
      { 'notes/call.md': 'Rev. Ada Crane, Prof Noor Hale were there.\n' },
      [],
    ],
    ['Senator Lea Brook and Lieutenant Max Orr voted [@call].', { 'notes/call.md': 'Sen. Lea Brook, Lt Max Orr voted.\n' }, []],
    [
      'The inquiry into Brightlamp goes on [@court].',
      { 'notes/court.md': 'The inquiry goes on until autumn.\n', 'notes/firm.md': '# Brightlamp, press release\n\nWe regret this.\n' },
      [],
    ],
  ],
};

describe('mix-ups', () => {
  for (const [group, cases] of Object.entries(CASES)) {
    for (const [draft, notes, told] of cases) {
      it(`${group}: ${draft}`, async () => {
        const found = (await differences(`---\ndate: 2026-07-01\n---\n\n${draft}\n`, notes)).map(one => /: (.*?) \|/.exec(one)?.[1]);
        assert.deepEqual(found, told);
      });
    }
  }
});
