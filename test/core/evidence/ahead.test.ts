// What is wanted, planned or expected, beside notes that it has not come so far: both can be right. What is ruled out for good is not.
import { itLetsBothBeRight, itTellsThemApart, type Pair } from './judge.ts';

/** [draft, note]: both can be right. */
const BOTH: readonly Pair[] = [
  ['The clinic will write to its patients next week [[source]].', 'Clinic patients have not been told yet, letters go out next week.'],
  ['The gang threatened to publish the files in June [[source]].', 'Files not published yet, threat is for June.'],
  [
    'A judge may allow a search of the data centre later this month [[source]].',
    'No search of the data centre yet, judge looks at it later.',
  ],
  [
    'The prosecutor will ask for an arrest warrant next week [[source]].',
    'Founder: no arrest warrant so far, the request goes in next week.',
  ],
  ['Detectives want to question the tenant when he is back [[source]].', 'Tenant not questioned yet, on holiday.'],
  ['The union demanded an investigation of the payroll error [[source]].', 'No investigation of the payroll error so far.'],
  ['The minister called for sanctions against the hackers [[source]].', 'No sanctions against the hackers yet.'],
  ['The agency asked for extra money in the autumn [[source]].', 'Agency: no extra money so far.'],
  ['The prosecutor wants the accounts to be frozen [[source]].', 'Accounts still open to the owner, not frozen yet.'],
  ['The council is proposing a ban on drones [[source]].', 'No ban on drones yet.'],
  ['The committee may invite the founder [[source]].', 'Founder not invited so far.'],
  ['The ministers plan to meet in June [[source]].', 'Ministers have not met yet.'],
  ['The police are looking for footage of the van [[source]].', 'No footage of the van so far.'],
  ['The lawyer demands that the article be corrected [[source]].', 'No correction of the article so far.'],
];

/** [draft, note]: only one can be right. */
const ONE: readonly Pair[] = [
  ['The names of the firms will be published [[source]].', 'Names of the firms are never published.'],
  ['The ministers met in June [[source]].', 'Ministers have not met yet.'],
  ['The firm plans to pay the ransom [[source]].', 'Firm: ransom will not be paid.'],
  ['The company expected a loss and sold two ships [[source]].', 'Company has sold no ships.'],
  ['The planned tunnel was built in 2019 [[source]].', 'Tunnel was not built.'],
  ['The expected report was published in May [[source]].', 'Report was not published in May.'],
  ['Due to the outage the ward was closed [[source]].', 'The ward was not closed.'],
  ['The tenant has been questioned [[source]].', 'Tenant not questioned yet, on holiday.'],
];

describe('what is only ahead', () => {
  itLetsBothBeRight(BOTH);
  itTellsThemApart('one', ONE, /^polarity/);
});
