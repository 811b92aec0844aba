// Right sentences that put a matter in words of their own, beside notes that put it the other way round; and the wrong ones next door.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note, kinds of the differences or empty]. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  // The rest of a whole.
  ['Four of the six pumps kept running.', 'Two of the six pumps were switched off.', ''],
  ['Three of the six pumps were switched off.', 'Two of the six pumps were switched off.', 'number'],
  ['In two of the five centres the spare line did not take over.', 'Spare line took over at three of five centres.', ''],
  // Out of use, and safe.
  [
    'The app and the web shop were down from 8:05 to 13:50 [[source]].',
    'From 8:05 to 13:50 customers could not use the app or the web shop.',
    '',
  ],
  ['Both the app and the web shop were hit [[source]].', 'Customers could not use the app or the web shop.', ''],
  ['The money of customers was safe at all times [[source]].', 'At no time was customer money or data at risk.', ''],
  ['The money of customers was stolen [[source]].', 'No money of customers was stolen.', 'polarity'],
  ['The neighbours were spared, as far as anybody can say [[source]].', 'Neighbours had the same wiki, and were not attacked.', ''],
  // What is done without ends with its verb.
  [
    'One mail is enough to run commands on the gateway [[source]].',
    'An attacker without an account can run commands on the gateway by one mail.',
    '',
  ],
  // Whose view it is, and how far it goes.
  ["In Brock's view the attackers used the VPN of a supplier [[source]].", 'Brock thinks they used the VPN of a supplier.', ''],
  ['The attackers used the VPN of a supplier [[source]].', 'Brock thinks the attackers used the VPN of a supplier.', 'certainty'],
  ['Kestrel does not say who is behind the attacks [[source]].', 'We do not know who is behind the attacks.', ''],
  [
    'The attack began on 10 March [[source]].',
    'March: in the network from 10 March on.\n\nThe lab next door was not attacked as far as they know.',
    '',
  ],
  ['The tools are like those of Umber Fox [[source]].', 'The tools resemble those of the group Umber Fox.', ''],
  // Figures that follow.
  ['The harbour paid 28,000 crowns for two receivers.', 'Harbour bought 2 receivers in June, price 14,000 crowns each.', ''],
  ['The harbour paid 27,000 crowns for one receiver.', 'Harbour bought a receiver in June, price 14,000 crowns.', 'number'],
  ['The make of controller is used at 24 stations.', 'Same make of controller at 23 other stations.', ''],
  ['All staff now need a second factor; 12 guests do not [[source]].', 'Two-factor log-in now for all staff but 12 guests.', ''],
  // A label is no name.
  [
    'Kestrel knows of attacks on fewer than ten customers [[source]].',
    '# Advisory, Kestrel\n\nExploitation: we know of attacks on fewer than ten customers.',
    '',
  ],
];

describe("words of one's own beside notes", () => {
  for (const [draft, note, expected] of PAIRS)
    it(`${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.deepEqual([...new Set(found.map(one => one.slice(0, one.indexOf(':'))))].join('|'), expected, found.join('\n'));
    });
});
