// Owns: tests of dates in prose and the days that they mean.
// Must not know: rules, evidence.
import assert from 'node:assert/strict';
import { resolveDate, resolveDates } from '../../../server/src/core/extract/dates.ts';
import type { DateFact } from '../../../server/src/core/extract/facts.ts';
import { inputOf } from './hand-tree.ts';

type Expected = { readonly text?: string } & Partial<Pick<DateFact, 'iso' | 'isoEnd' | 'bound' | 'weekday'>>;

const CASES: readonly (readonly [sentence: string, ...dates: Expected[]])[] = [
  ['on Wednesday, 15 October 2025.', { text: 'Wednesday, 15 October 2025', iso: '2025-10-15', weekday: 3 }],
  ['June 10: fraudulent message', { text: 'June 10', iso: '--06-10' }],
  ['Reports statewide: 2023: 137', { text: '2023', iso: '2023' }],
  ['on Oct. 16 they met', { text: 'Oct. 16', iso: '--10-16' }],
  ['October 16, 2025, was warm', { iso: '2025-10-16' }],
  ['16 Oct and 17 October', { iso: '--10-16' }, { iso: '--10-17' }],
  ['Tue 7.10., 02:14 UTC', { iso: '--10-07T02:14Z', weekday: 2 }],
  ['the note has it on 22.9. in the evening', { iso: '--09-22' }],
  ['Wed 15/10 08:40', { iso: '--10-15T08:40' }],
  ['2025-10-16 and 2025-10-16T16:40Z', { iso: '2025-10-16' }, { iso: '2025-10-16T16:40Z' }],
  ['on 15, 16 and 22 September', { text: '15', iso: '--09-15' }, { text: '16', iso: '--09-16' }, { text: '22 September', iso: '--09-22' }],
  ['late September', { text: 'late September', iso: '--09', bound: 'late' }],
  ['mid-September 2024', { iso: '2024-09', bound: 'mid' }],
  ["the lab's post on it = 2023.", { iso: '2023' }],
  ['active since 2019', { iso: '2019', bound: 'since' }],
  ['on 8 October at 02:14 UTC', { iso: '--10-08T02:14Z' }],
  ['at 02:14 UTC on 8 October', { iso: '--10-08T02:14Z' }],
  ['began at 16:40 UTC', { iso: 'T16:40Z' }],
  ['18:40 local time', { iso: 'T18:40' }],
  ['at 6 pm', { iso: 'T18:00' }],
  ['at 09:00 CEST', { iso: 'T09:00+02:00' }],
  ['Fri 17 Oct 10:15', { iso: '--10-17T10:15', weekday: 5 }],
  ['Most of it fell between May and July.', { iso: '--05', isoEnd: '--07' }],
  ['Between March and July 2025 we saw it.', { iso: '2025-03', isoEnd: '2025-07' }],
  ['between 1 and 25 August', { iso: '--08-01', isoEnd: '--08-25' }],
  ['from 3 March to 28 October', { iso: '--03-03', isoEnd: '--10-28' }],
  ['3–5 March 2024', { iso: '2024-03-03', isoEnd: '2024-03-05' }],
  ['in March 2025', { iso: '2025-03' }],
  ['in spring 2024', { iso: '2024-03', isoEnd: '2024-05' }],
  ['in Q3 2024', { iso: '2024-07', isoEnd: '2024-09' }],
  ['in the 1990s', { iso: '1990', isoEnd: '1999' }],
  ['from 2021–2023', { iso: '2021', isoEnd: '2023' }],
  ['27th of February of 2020', { iso: '2020-02-27' }],
  ['10/24/2023 it was', { iso: '2023-10-24' }],
  ['on Sept. 12, 2019: they left', { iso: '2019-09-12' }],
];

const NONE: readonly string[] = [
  'timeout = 2000',
  'It may be. May I ask? They may march on.',
  'The ratio is 16:9 and 24/7.',
  'Windows Server 2019 and port 2049',
  '2000 servers and 1999 routers',
  'version 7.10. is out',
  'Jan said that Mark will decide',
];

const RELATIVE: readonly (readonly [sentence: string, date: string, iso: string, end?: string])[] = [
  ['It was on Tuesday.', '2025-10-15', '2025-10-14'],
  ['It was last Tuesday.', '2025-10-14', '2025-10-07'],
  ['It opens next Monday.', '2025-10-15', '2025-10-20'],
  ['Branches will open on Saturday.', '2025-10-15', '2025-10-18'],
  ['It was yesterday.', '2025-10-01', '2025-09-30'],
  ['It fell last year.', '2025-10-15', '2024'],
  ['It fell this month.', '2025-10-15', '2025-10'],
  ['It fell three weeks ago.', '2025-10-22', '2025-09-29', '2025-10-05'],
  ['In the past five years 14 firms fell.', '2025-11-10', '2020', '2025'],
  ['It fell on 16 October.', '2025-10-20', '2025-10-16'],
  ['It fell on 16 December.', '2025-09-01', '2024-12-16'],
  ['It fell on Tue 7 October.', '2026-01-02', '2025-10-07'],
];

describe('dates', () => {
  for (const [sentence, ...expected] of CASES) {
    it(sentence, () => {
      const found = inputOf(sentence).facts.dates;
      assert.equal(found.length, expected.length, JSON.stringify(found));
      expected.forEach(({ text, ...rest }, index) => {
        const date = found[index] as DateFact;
        if (text !== undefined) assert.equal(sentence.slice(date.span.start, date.span.end), text);
        for (const [key, wanted] of Object.entries(rest)) assert.equal(date[key as keyof DateFact], wanted, key);
      });
    });
  }
  for (const sentence of NONE) {
    it(`no date: ${sentence}`, () => {
      assert.deepEqual(
        inputOf(sentence).facts.dates.map(date => sentence.slice(date.span.start, date.span.end)),
        [],
      );
    });
  }
  for (const [sentence, document, iso, end] of RELATIVE) {
    it(`${sentence} (${document})`, () => {
      const fact = inputOf(sentence).facts.dates[0];
      assert.ok(fact);
      assert.deepEqual(resolveDate(fact, document), end === undefined ? { iso } : { iso, isoEnd: end });
    });
  }
  it('counts "two days later" from the date before it', () => {
    const facts = inputOf('The odd queries came on 7 October; an alarm went off two days later, and the next morning they left.').facts
      .dates;
    assert.deepEqual(
      resolveDates(facts, '2025-10-15').map(value => value?.iso),
      ['2025-10-07', '2025-10-09', '2025-10-10'],
    );
  });
  it('gives nothing without a date to count from', () => {
    const fact = inputOf('It was on Tuesday.').facts.dates[0];
    assert.ok(fact);
    assert.equal(resolveDate(fact), undefined);
    assert.equal(resolveDate(fact, 'no date'), undefined);
  });
  it('gets through hostile input', () => {
    for (const piece of ['1, ', 'May ', '15, 16 and ', '2025-', '10:', '1.1. ', 'last ', 'Tue ', 'between 1 and ']) {
      const text = piece.repeat(100_000 / piece.length);
      inputOf(text);
    }
  });
});
