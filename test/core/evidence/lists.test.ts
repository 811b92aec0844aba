// Owns: tests of claims and notes that list more figures or dates than are compared one by one.
// Must not know: how many those are compared with.
import assert from 'node:assert';
import { differences, judge } from './judge.ts';

const list = (count: number, piece: (at: number) => string, between = ', '): string =>
  Array.from({ length: count }, (_, at) => piece(at)).join(between);

const MONTHS = ['January', 'March', 'May', 'July', 'August'];
const day = (at: number): string => `${(at % 28) + 1} ${MONTHS[at % MONTHS.length]} 2024`;
const town = (at: number): string =>
  `${['Ada', 'Bor', 'Cel', 'Dun', 'Esk', 'Fal', 'Gor', 'Hul', 'Ivo', 'Jar', 'Kel'][at % 11]}${['ford', 'stad', 'burg', 'ville'][at % 4]}`;
const cited = (claim: string): string => `${claim} [[source]].`;
const board = (last: string): string =>
  `Board of Lumenet: ${list(
    24,
    at =>
      `${['Ada', 'Bo', 'Cy', 'Dan', 'Eva', 'Fay'][at % 6]} ${['Holm', 'Lund', 'Vik', 'Dahl'][at % 4]} joined on ${at + 1} May 20${10 + (at % 10)}`,
    '; ',
  )}${last}`;
const closures = (last: string): string =>
  `Closures: ${list(22, at => `station ${'ABCDEFGHIJKLMNOPQRSTUV'[at]} closed on ${at + 1} March 2024`)}${last}`;

describe('lists in a claim', () => {
  const dates = (last: string): string => cited(`The Delta station closed on ${list(21, day)} and on ${last}`);
  const noted = `${list(21, at => `The Delta station closed on ${day(at)}.`, '\n\n')}\n\nThe Delta station closed on 28 June 2023.`;

  it('all their dates back each other, and the one that no note has is held against the notes', async () => {
    assert.deepEqual(await differences(dates('28 June 2023'), noted), []);
    const [found = '', ...others] = await differences(dates('28 May 2023'), noted);
    assert.match(found, /^date: 28 May 2023 \| 28 June 2023 \|/);
    assert.deepEqual(others, []);
  });

  const counts = (last: number): string =>
    cited(`The council counted ${list(44, at => `${200 + at * 7} visitors in ${town(at)}`)} and ${last} visitors in Zedholm`);
  const counted = `${list(44, at => `${town(at)}: ${200 + at * 7} visitors.`, '\n\n')}\n\nZedholm: 990 visitors.`;

  it('all their figures back each other, and the one that no note has is held against the notes', async () => {
    assert.deepEqual(await differences(counts(990), counted), []);
    assert.deepEqual(await differences(counts(999), counted), ['number: 999 | 990 | 990']);
  });
});

describe('lists in a note', () => {
  const stations = `Visitors by station: ${list(45, at => `Station${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[at % 26]}${at} ${100 + at}`)}, Delta 421 visitors.`;
  const halls = `In March the Delta station counted 421 visitors; ${list(45, at => `hall ${at + 1}`)}.`;

  // [claim, list, what differs]
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['The Delta station counted 412 visitors', stations, 'number: 412 | 421'],
    ['The Delta station counted 421 visitors', stations, undefined],
    ['The Delta station counted 412 visitors in March', halls, 'number: 412 | 421'],
    ['The Delta station counted 421 visitors in March', halls, undefined],
    [
      'Anna Berg joined the board of Lumenet on 4 June 2019',
      board('; Anna Berg joined on 4 June 2018.'),
      'date: 4 June 2019 | 4 June 2018',
    ],
    ['Anna Berg joined the board of Lumenet on 4 June 2018', board('; Anna Berg joined on 4 June 2018.'), undefined],
    // Of somebody whom the list does not have, it says nothing.
    ['Mia Orr joined the board of Lumenet on 4 June 2019', board('; Anna Berg joined on 4 June 2018.'), undefined],
    ['The Delta station closed on 14 May 2024', closures(', the Delta station closed on 12 May 2024.'), 'date: 14 May 2024 | 12 May 2024'],
    ['The Delta station closed on 12 May 2024', closures(', the Delta station closed on 12 May 2024.'), undefined],
    // Two clauses that are as near as each other.
    ['The Delta station closed on 14 May 2024', closures(', Delta closed on 12 May 2024, Delta closed on 2 April 2023.'), undefined],
  ];
  for (const [claim, note, expected] of cases) {
    it(`${claim} | ${note.slice(0, 20)} … ${note.slice(-50)}`, async () => {
      const found = await differences(cited(claim), note);
      assert.deepEqual(
        found.map(one => one.split(' | ').slice(0, 2).join(' | ')),
        expected === undefined ? [] : [expected],
      );
    });
  }

  it('support no day that they do not have, even where it cannot be told which of theirs it is', async () => {
    const note = closures(', Delta closed on 12 May 2024, Delta closed on 2 April 2023.');
    const verdicts = async (claim: string): Promise<string[]> => (await judge(cited(claim), note)).map(({ support }) => support.verdict);
    assert.deepEqual(await verdicts('The Delta station closed on 14 May 2024'), ['partial']);
    assert.deepEqual(await verdicts('The Delta station closed on 12 May 2024'), ['supported']);
  });
});
