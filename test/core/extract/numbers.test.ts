// Owns: tests of figures in prose with their units and bounds.
// Must not know: rules, evidence.
import assert from 'node:assert/strict';
import type { NumberFact } from '../../../server/src/core/extract/facts.ts';
import { extractNumbers } from '../../../server/src/core/extract/numbers.ts';
import { inputOf } from './hand-tree.ts';

type Expected = Partial<Pick<NumberFact, 'value' | 'upTo' | 'bound' | 'kind' | 'unit' | 'noun' | 'digits'>> & { readonly text?: string };

const CASES: readonly (readonly [sentence: string, ...numbers: Expected[]])[] = [
  ['More than 50 branches will open.', { text: 'More than 50', value: 50, bound: 'more-than', kind: 'count', noun: 'branch' }],
  ['He handed over five phones.', { text: 'five', value: 5, bound: 'exact', noun: 'phone' }],
  ['Over five phones rang.', { text: 'Over five', value: 5, bound: 'more-than' }],
  ['nearly 2 million records', { value: 2e6, bound: 'about', noun: 'record', digits: 1 }],
  ['about 2.0 million of them', { value: 2e6, bound: 'about', digits: 2 }],
  ['It lost a third of its staff.', { text: 'a third', value: 1 / 3, kind: 'share', noun: 'staff' }],
  ['Two-thirds of the servers fell.', { value: 2 / 3, kind: 'share', noun: 'server' }],
  ['roughly one in four of the 7.9 million customers', { value: 0.25, kind: 'share', bound: 'about' }, { value: 7.9e6, noun: 'customer' }],
  ['two out of three readers', { value: 2 / 3, kind: 'share', noun: 'reader' }],
  ['None of the dozen has been plugged in.', { value: 12 }],
  ['a dozen routers', { value: 12, noun: 'router' }],
  ['They asked for $1.2bn.', { text: '$1.2bn', value: 1.2e9, kind: 'money', unit: 'USD' }],
  ['£3.5 million and 12 million euros', { value: 3.5e6, unit: 'GBP' }, { value: 12e6, unit: 'EUR', kind: 'money' }],
  ['40 bitcoin', { value: 40, kind: 'money', unit: 'XBT' }],
  ['about 61 gigabytes', { value: 61e9, kind: 'bytes', unit: 'B', bound: 'about' }],
  ['Some 38 GB of mail left.', { text: 'Some 38 GB', value: 38e9, kind: 'bytes', noun: 'mail', bound: 'about' }],
  ['38GB of mail', { value: 38e9, kind: 'bytes' }],
  ['31 percent of the home routers', { value: 31, kind: 'percent', noun: 'router' }],
  ['31 % of it', { value: 31, kind: 'percent' }],
  ['up 5 percentage points', { value: 5, kind: 'percentage-points' }],
  ['It lasted 90 sec.', { value: 90, kind: 'duration', unit: 's' }],
  ['It lasted more than a minute.', { value: 60, kind: 'duration', bound: 'more-than' }],
  ['about every three quarters of an hour', { value: 2700, kind: 'duration', bound: 'about' }],
  ['half an hour', { value: 1800, kind: 'duration' }],
  ['within six months', { value: 6 * 30 * 86_400, kind: 'duration', bound: 'at-most' }],
  ['seven hours and thirty-five minutes', { value: 7 * 3600 + 35 * 60, kind: 'duration' }],
  ['more than three hours and ten minutes', { value: 3 * 3600 + 600, kind: 'duration', bound: 'more-than' }],
  ['three minutes and two hours', { value: 180, kind: 'duration' }, { value: 7200, kind: 'duration' }],
  ['once a day for a month', { value: 30 * 86_400, kind: 'duration' }],
  ['~3,100 branch staff', { text: '~3,100', value: 3100, bound: 'about', noun: 'staff', digits: 2 }],
  ['1,986,412 customers', { value: 1_986_412, digits: 7, noun: 'customer' }],
  ['a flood of 640 Gbit/s', { text: '640 Gbit/s', value: 640e9, kind: 'count', unit: 'bit/s' }],
  ['a flood of 640 gigabits per second', { text: '640 gigabits per second', value: 640e9, kind: 'count', unit: 'bit/s' }],
  ['Repairs cost EUR 2.4 million.', { text: 'EUR 2.4 million', value: 2.4e6, kind: 'money', unit: 'EUR' }],
  ['a bridge for 46 m crowns', { value: 46e6, noun: 'crown' }],
  ['a rope of 46 m in the hold', { value: 46 }],
  ['Repairs add up to 3 million euros.', { value: 3e6, kind: 'money', bound: 'exact' }],
  ['Every third lamp went out.', { text: 'Every third', value: 1 / 3, kind: 'share', noun: 'lamp' }],
  ['every second of the lamps', { value: 0.5, kind: 'share' }],
  ['It runs every second night.', { value: 2, kind: 'ordinal' }],
  ['two years and five months', { value: (2 * 365 + 5 * 30) * 86_400, kind: 'duration' }],
  ['scores of 9.0 and up', { value: 9, bound: 'at-least' }],
  ['a five-figure sum, a four-digit code'],
  ['24 000 lamps and 1 250 000 bulbs', { text: '24 000', value: 24_000, noun: 'lamp' }, { value: 1_250_000, noun: 'bulb' }],
  ['7 120 45', { value: 7 }, { value: 120 }, { value: 45 }],
  ['3 to 5 hosts', { value: 3, upTo: 5, noun: 'host' }],
  ['It rose from 3 to 5.', { value: 3 }, { value: 5 }],
  ['2 to 3 million hosts', { value: 2e6, upTo: 3e6 }],
  ['in which 7.0 to 8.9 is high', { value: 7, upTo: 8.9 }],
  ['twenty-one of them', { value: 21 }],
  ['two hundred and fifty thousand dollars', { value: 250_000, kind: 'money', unit: 'USD' }],
  ['half a million accounts', { value: 500_000, noun: 'account' }],
  ['a quarter of a million accounts', { value: 250_000, noun: 'account' }],
  ['three quarters of a million dollars', { value: 750_000, kind: 'money', unit: 'USD' }],
  ['twelve boxed network routers with a ribbon', { value: 12, noun: 'router' }],
  ['at least one water utility received it', { value: 1, bound: 'at-least', noun: 'utility' }],
  ['51 of our 214 branches', { value: 51, noun: 'branch' }, { value: 214, noun: 'branch' }],
  ['50 or more hosts', { value: 50, bound: 'at-least' }],
  ['version 12.4.0.31 of the product', { text: '12.4.0.31', kind: 'version' }],
  ['Windows 10, build 10.0.19045.5854 or older', { value: 10, kind: 'version' }, { kind: 'version', bound: 'at-most' }],
  ['v9.3 is old', { text: 'v9.3', kind: 'version' }],
  ['Its first lure and the third mail', { value: 1, kind: 'ordinal', noun: 'lure' }, { value: 3, kind: 'ordinal', noun: 'mail' }],
  ['It is rated 9.8, critical.', { value: 9.8, kind: 'score' }],
  ['It scored 8.8/10 in CVSS.', { value: 8.8, kind: 'score' }],
  ['the 60-day window', { value: 60 * 86_400, kind: 'duration' }],
];

const NONE: readonly string[] = [
  'CVE-2025-12345 and T1566.001 and CWE-79',
  '198.18.44.7 and 192.168.1.1:8080 and 10.0.0.0/8',
  'd41d8cd98f00b204e9800998ecf8427e',
  'https://example.org/2025/10/12/story?id=42',
  'on 16 October 2025 at 02:14 UTC',
  'Table 1, Figure 2, step 3, port 443, page 20',
  'none of the one-time codes, 3DES, 2FA, 4chan',
  'no one, that one, one of the routers',
  'at first; half asleep; second to none',
  'export_full_2025_10.csv',
  'as shown in [2] and [14]',
];

describe('numbers', () => {
  for (const [sentence, ...expected] of CASES) {
    it(sentence, () => {
      const found = extractNumbers(inputOf(sentence));
      assert.equal(found.length, expected.length, JSON.stringify(found));
      expected.forEach(({ text, value, ...rest }, index) => {
        const number = found[index] as NumberFact;
        if (text !== undefined) assert.equal(sentence.slice(number.span.start, number.span.end), text);
        if (value !== undefined) assert.ok(Math.abs(number.value - value) <= 1e-9 * Math.max(1, value), `${number.value}`);
        for (const [key, wanted] of Object.entries(rest)) assert.equal(number[key as keyof NumberFact], wanted, key);
      });
    });
  }
  for (const sentence of NONE) {
    it(`no number: ${sentence}`, () => {
      assert.deepEqual(
        extractNumbers(inputOf(sentence)).map(number => sentence.slice(number.span.start, number.span.end)),
        [],
      );
    });
  }
  it('gets through hostile input', () => {
    for (const piece of ['1,', '1 to ', 'more than ', 'two hundred and ', '1.1.', '3-', 'a third of ', '$', '9'.repeat(50), 'one in ']) {
      const text = piece.repeat(100_000 / piece.length);
      extractNumbers(inputOf(text));
    }
  });
});
