// Words by which notes leave a thing open that the draft states: an answer still to come, or one of several.
import { itLetsBothBeRight, itTellsThemApart, type Pair } from './judge.ts';

/** [draft, note, the words that leave it open]. */
const OPEN: readonly (readonly [string, string, RegExp])[] = [
  [
    'A faulty battery cell caused the fire in the shop [[source]].',
    'Cause of the fire undetermined, faulty battery cell or wiring.',
    /undetermined/,
  ],
  [
    'The update caused the outage of the exchange [[source]].',
    'Too early to say if the update caused the outage of the exchange.',
    /too early/i,
  ],
  [
    'Outsiders read the records of the patients [[source]].',
    'Records of the patients: no way to tell if outsiders read them.',
    /no way to tell/,
  ],
  [
    'The two cities share their data on attacks [[source]].',
    'The two cities explore the possibility of sharing data on attacks.',
    /explore the possibility/,
  ],
  [
    'The handwriting on the papers is that of the accountant [[source]].',
    'Handwriting on the papers that of the accountant? Expert: inconclusive.',
    /inconclusive/,
  ],
  [
    'The leaked key signed the false firmware [[source]].',
    'False firmware signed with the leaked key is one hypothesis of three.',
    /one hypothesis/,
  ],
  // The sentence behind keeps open what the draft has from the one before.
  [
    'The shots were fired from the northern bank, Orr told reporters [[source]].',
    'Orr: two witnesses point at the northern bank. Probably there. Dark night, mind.',
    /probably/i,
  ],
  [
    'The clerk read the sealed files [[source]].',
    '- Did the clerk read the sealed files? No sign of it. Cannot be ruled out, the door stood wide all day.',
    /cannot be ruled out/i,
  ],
  [
    'The cracks caused the failure of the dam in May 2024 [[source]].',
    '# Report of the experts\n\n- Failure of the dam, May 2024. The cracks described may have helped, the cause has not been found.',
    /may/,
  ],
  [
    'The loader comes from the authors of Greymoth [[source]].',
    '# Mail of the laboratory\n\n- Loader: 40 of 90 routines also in Greymoth. Possibly the same authors; copied code, says one.',
    /possibly/i,
  ],
  [
    'Hartley has shown that Salt Crow is behind the loader [[source]].',
    'Hartley on the loader. Ties to Salt Crow: low confidence.',
    /low confidence/,
  ],
  // The words of a hedge that stand inside other ones are none: "no confirmation" in "casino confirmation", "may" in "mayor".
  [
    'The clerk sold the tapes of the casino [[source]].',
    'The clerk sold the tapes of the casino. The casino confirmation of it is no confirmation.',
    /no confirmation/,
  ],
  [
    'The clerk sold the tapes of the casino [[source]].',
    '- Who told the mayor of the tapes? The clerk may have sold the tapes of the casino.',
    /may/,
  ],
  [
    'The clerk sold the tapes of the casino [[source]].',
    'The mayor of the harbour town was away on a long journey; the clerk may have sold the tapes of the casino.',
    /may/,
  ],
];

/** [draft, note]: the draft is as careful as the notes. */
const CAREFUL: readonly Pair[] = [
  ['What caused the fire in the shop has not been found out [[source]].', 'Cause of the fire undetermined, faulty battery cell or wiring.'],
  [
    'The two cities are looking at ways to share data on attacks [[source]].',
    'The two cities explore the possibility of sharing data on attacks.',
  ],
  ['Two witnesses pointed at the northern bank [[source]].', 'Orr: two witnesses point at the northern bank. Probably there.'],
  ['The pump in the harbour failed on Monday [[source]].', 'The pump in the harbour failed on Monday. Perhaps an attack.'],
  ['The company left the market in May [[source]].', 'The company left the market too soon, in May.'],
  ['A man pointed a laser at the plane [[source]].', 'Man aiming a laser at the plane.'],
  ['The sealed files were opened on Monday [[source]].', 'Sealed files opened on Monday. The mayor, Orr says, may resign.'],
  ['The clerk read the sealed files [[source]].', '- Did the clerk read the sealed files? Yes, in May. The chief knew of it. Apparently.'],
  ['The dam failed in May 2024 [[source]].', 'Failure of the dam, May 2024. The cracks described may have helped.'],
];

describe('what notes leave open', () => {
  for (const [draft, note, words] of OPEN)
    itTellsThemApart('surer', [[draft, note]], new RegExp(`^certainty.*${words.source}`, words.flags));
  itLetsBothBeRight(CAREFUL);
});
