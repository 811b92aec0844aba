// Drafts and notes that a review found told apart wrongly: each yields what is written behind it, replacements included.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note, the differences as `kind: drafted | noted | replacement`]. */
const PAIRS: Readonly<Record<string, readonly (readonly [string, string, ...string[]])[]>> = {
  'sums of other coins': [
    [
      'It put the price at 2.34 million crowns.',
      'Price: 2.34 million euros.',
      'number: 2.34 million crowns | 2.34 million euros | 2.34 million euros',
    ],
    [
      'It put the price at 2.34 million euros.',
      'Price: 2.34 million crowns.',
      'number: 2.34 million euros | 2.34 million crowns | 2.34 million crowns',
    ],
    ['The fare was 9 crowns in 2030.', 'The fare was 9 euros in 2030.', 'number: 9 crowns | 9 euros | 9 euros'],
    ['The fare was 9 euros in 2030.', 'The fare was 9 crowns in 2030.', 'number: 9 euros | 9 crowns | 9 crowns'],
    ['The fare was 9 crowns.', 'The fare was €9.', 'number: 9 crowns | €9 | €9'],
    ['The fare was €9.', 'The fare was 9 crowns.', 'number: €9 | 9 crowns | 9 crowns'],
    ['The fare was 9 crowns.', 'The fare was 9 shillings.', 'number: 9 crowns | 9 shillings | 9 shillings'],
    ['It cost nine crowns.', 'It cost 9 euros.', 'number: nine crowns | 9 euros | nine euros'],
    ['It cost 9 Swedish crowns.', 'It cost 9 euros.', 'number: 9 Swedish crowns | 9 euros | 9 euros'],
    ['It cost €2.34 million.', 'It cost 2.34 million crowns.', 'number: €2.34 million | 2.34 million crowns | 2.34 million crowns'],
    ['It cost 2.34 million crowns.', 'It cost €2.34 million.', 'number: 2.34 million crowns | €2.34 million | €2.34 million'],
    ['The fare was 9 crowns.', 'The fare was 9 crowns.'],
  ],
  'May is a whole name': [
    [
      'The trial of the harbour clerks began in Kestria on 28 May 2023.',
      'The trial of the harbour clerks began in Kestria on 28 June 2023.',
      'date: 28 May 2023 | 28 June 2023 | 28 June 2023',
    ],
  ],
  'none behind a colon': [
    ["Attackers encrypted the clinic's network.", "Attackers hit the clinic's network: nothing was stolen."],
    ["Attackers hit the clinic's network.", "Attackers hit the clinic's network: nothing was stolen."],
    ['Three deaths were counted.', 'Deaths: three, injuries: none.'],
    ['There were deaths.', 'Deaths: three, injuries: none.'],
    ['The clinic paid the ransom.', 'The clinic paid the ransom: nobody had told the board.'],
    ['The port closed the gates.', 'The port closed the gates: never before had it done so.'],
    ['There were no injuries.', 'Deaths: three, injuries: none.'],
    ['No patients were harmed.', 'Harm to patients: none reported.'],
    ['Three deaths were counted.', 'The board counted three deaths, injuries: none.'],
  ],
  'ruled out in part': [
    ['The cranes were damaged on Friday.', 'The cranes were not affected until Friday.'],
    ['The cranes were damaged.', 'The cranes were not affected at first.'],
    ['The cranes were damaged.', 'The cranes were not yet affected.'],
    ['The cranes were damaged.', 'The cranes were not badly affected.'],
    ['The cranes were damaged.', 'The cranes were probably not affected.'],
    [
      'The cranes were knocked out.',
      'The cranes are on a separate network and were not affected.',
      'polarity: knocked | The cranes are on a separate network and were not affected',
    ],
    ['All servers were patched by Friday.', 'They were not patched at first.'],
    ['All servers were patched by Friday.', 'They were initially not patched.'],
    [
      'Every edition is affected.',
      'The hosted edition is not affected.',
      'polarity: is affected | The hosted edition is not affected | is not affected',
    ],
  ],
  answers: [
    ['The operator did not wait and paid the ransom.', 'Did the operator pay the ransom?\n\nYes, on Tuesday.'],
    ['The operator paid the ransom and did not wait.', 'Did the operator pay the ransom?\n\nYes, on Tuesday.'],
    ['The operator paid the ransom but never told the board.', 'Did the operator pay the ransom?\n\nYes, on Tuesday.'],
    [
      'The operator did not pay the ransom.',
      'Did the operator pay the ransom?\n\nYes, on Tuesday.',
      'polarity: pay | Did the operator pay the ransom? Yes, on Tuesday.',
    ],
    [
      'The operator paid the ransom.',
      'Did the operator pay the ransom?\n\nNo. It had backups.',
      'polarity: paid | Did the operator pay the ransom? No.',
    ],
    ['The operator did not hesitate to pay the ransom.', 'Did the operator pay the ransom?\n\nYes, on Tuesday.'],
    ['The operator wanted to pay the ransom.', 'Did the operator pay the ransom?\n\nNo.'],
    ['The operator did not pay the ransom.', 'Did the operator not pay the ransom?\n\nNo.'],
    ['The gate was open.', 'Was a gate open?\n\nNo. 3 was open.'],
    ['The gate of the port was open.', 'Was a gate of the port open?\n\nNo.3 was open.'],
  ],
};

describe('retellings of a note that a review asked about', () => {
  for (const [group, pairs] of Object.entries(PAIRS)) {
    for (const [draft, note, ...expected] of pairs) {
      it(`${group}: ${draft} (${note.slice(0, 40)})`, async () => {
        const found = await differences(`${draft.replace(/\.$/, '')} [@source].\n`, `## A report {#source}\n\n${note}\n`);
        assert.deepStrictEqual(found, expected);
      });
    }
  }
});
