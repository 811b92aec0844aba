// What the notes have as the draft has it is no difference, and two bodies, times or chances are not mixed up.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note, kinds of the differences or empty]. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  // Two bodies of one place, two people of one surname.
  ['The Norrby Police came to the harbour in the evening [[source]].', 'Norrby Council voted for the new server on Tuesday.', ''],
  ['The Norrby Library lent its hall [[source]].', 'Norrby Council voted for the new server on Tuesday.', ''],
  ['Oslo Police opened a case in the evening [[source]].', 'Oslo Water closed the valve at noon.', ''],
  ['The Kelmar Museum next door stayed open in May [[source]].', 'The Kelmar Bank closed two branches in May.', ''],
  ['The Harbour Museum showed the letter on Friday [[source]].', 'Harbour Post printed the letter on Friday.', ''],
  ['Ola Brask, a teacher from the north, watched it all [[source]].', 'Tilde Brask repaired the pumps in the harbour.', ''],
  ['The Velden Theatre opened its doors in June [[source]].', 'The Velden Zoo opened its doors in June.', ''],
  ['Marl Heights lost its power on Friday night [[source]].', 'Marl Meadow lost its power on Friday night.', 'name'],
  // Decimals are no clock times, and noon lies between morning and afternoon.
  [
    'Trading in the fund was suspended for two hours [[source]].',
    'The price of the fund fell from 12.40 to 11.15 while trading in it was suspended.',
    '',
  ],
  ['Trading in the bank was halted for an hour and 45 minutes [[source]].', 'Trading in the bank was halted from 11:30 to 1:15 p.m.', ''],
  ['Trading in the bank was halted for two hours [[source]].', 'Trading in the bank was halted from 11:30 to 1:30.', ''],
  [
    'Trading in the bank was halted for three and a half hours [[source]].',
    'Trading in the bank was halted from 11:30 to 1:15 p.m.',
    'number',
  ],
  // Chances are compared with chances alone.
  [
    'The agency gives a 70 percent chance of rain for Sunday [[source]].',
    'The agency gives a 30 percent chance of rain for Sunday.',
    'number',
  ],
  [
    'There is a 70 percent chance that the pump fails, the agency says [[source]].',
    'The agency says that 30 percent of the pumps fail.',
    '',
  ],
  // A value that the cited notes have with its own noun.
  [
    'Fewer than a quarter of the 412 operators that it wrote to had answered by Wednesday evening [[source]].',
    'We have informed 412 operators in Marenland directly. 97 had replied by Wednesday evening.',
    '',
  ],
  [
    'The response team (CSIRT) has dealt with seven Copperjaw cases this year, more than half of them in health care [[source]].',
    'Since 1 January 2026 the CSIRT has handled seven Copperjaw incidents, four of them in health care. In five of the seven cases the entry was HelpLantern; in the other two it is not yet clear.',
    '',
  ],
  [
    'Within 12 days in December, the town of Wexmoor transferred £618,400 to an account that did not belong to its builder, Harrow & Pyke, according to a statement [[source]].',
    'Between 1 and 12 December 2025 the town paid four invoices totalling £618,400 to an account that did not belong to our building contractor Harrow & Pyke. The fraud was noticed on 8 January when Harrow & Pyke sent a reminder.',
    '',
  ],
  [
    'In May the port of Sund moved 4,200 boxes to the wrong yard [[source]].',
    'Between 3 and 9 May 2025 the port moved 4,200 boxes to the wrong yard. It was noticed on 2 June when the yard was full.',
    '',
  ],
  ['The office wrote to 860 farmers, of whom 140 answered by June [[source]].', 'We wrote to 860 farmers. 140 had answered by June.', ''],
  ['The office wrote to 680 farmers by post [[source]].', 'We wrote to 860 farmers by post. 140 had answered by June.', 'number'],
  [
    'On 9 June 2025 the port of Sund moved 4,200 boxes to the wrong yard [[source]].',
    'On 2 May 2025 the port moved 4,200 boxes to the wrong yard.',
    'date',
  ],
];

describe('values that the notes have', () => {
  for (const [draft, note, expected] of PAIRS)
    it(`${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      const kinds = [...new Set(found.map(one => one.slice(0, one.indexOf(':'))))].join('|');
      assert.equal(kinds, expected, found.join('\n'));
    });
});
