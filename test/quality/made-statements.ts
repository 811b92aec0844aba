// Owns: statements made for measuring: what notes say, three ways to say the same and one that differs, kind by kind.
// Must not know: how contradictions are found.

/** One statement of notes with drafts of it. */
export interface MadeStatement {
  readonly kind: string;
  readonly note: string;
  readonly agree: readonly string[];
  readonly differ: string;
}

/** The draft's date for all of them, a Friday; relative dates count from it. */
export const MADE_DATE = '2025-10-17';

const TOWNS = 'Aldport Sandvik Thornby Brask Lindow Ashgate Velmar Oston Redmere Holm'.split(' ');
const FIRMS = 'Lumenet Fennmark Datacove Corvid Larkspur Norsel Bluefin Marlin Quayside Orrin'.split(' ');
const THINGS = 'routers laptops boats buses tickets letters parcels cameras sheep trees'.split(' ');
const SHARES: readonly (readonly [number, string, string])[] = [
  [25, 'a quarter', 'a half'],
  [50, 'half', 'a quarter'],
  [20, 'one in five', 'one in two'],
  [75, 'three quarters', 'a third'],
  [10, 'one in ten', 'one in four'],
];
const CURRENCIES: readonly (readonly [string, string])[] = [
  ['euros', 'dollars'],
  ['dollars', 'pounds'],
  ['pounds', 'euros'],
];
const DAYS = 'Monday Tuesday Wednesday Thursday Friday'.split(' ');

/** Statements of every kind, `each` of each; equal sequences of `next` (0 to 1) give equal statements. */
export function madeStatements(next: () => number, each: number): MadeStatement[] {
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const one = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const comma = (value: number): string => value.toLocaleString('en-US');
  const makers: readonly (() => MadeStatement)[] = [
    () => {
      const [town, thing, value] = [one(TOWNS), one(THINGS), whole(1200, 9800)];
      const rounded = Math.round(value / 100) * 100;
      return {
        kind: 'count',
        note: `${town} counted ${comma(value)} ${thing} in its harbour last spring.`,
        agree: [
          `Last spring ${comma(value)} ${thing} were counted in the harbour of ${town}`,
          `Some ${comma(rounded)} ${thing} were counted in the harbour of ${town} last spring`,
          `In its harbour ${town} counted more than ${comma(Math.floor(value / 1000) * 1000)} ${thing} last spring`,
        ],
        differ: `Last spring ${comma(value + 10 ** whole(2, 3))} ${thing} were counted in the harbour of ${town}`,
      };
    },
    () => {
      const [town, thing, dozens] = [one(TOWNS), one(THINGS), whole(2, 5)];
      return {
        kind: 'number in words',
        note: `The fire brigade of ${town} saved ${12 * dozens} ${thing} from the depot.`,
        agree: [
          `The fire brigade of ${town} saved ${['', '', 'two', 'three', 'four', 'five'][dozens]} dozen ${thing} from the depot`,
          `At least ${12 * dozens} ${thing} were saved from the depot by the fire brigade of ${town}`,
          `${12 * dozens} ${thing} were saved from the depot in ${town}`,
        ],
        differ: `The fire brigade of ${town} saved ${['', '', 'seven', 'eight', 'nine', 'ten'][dozens]} dozen ${thing} from the depot`,
      };
    },
    () => {
      const [firm, tenths] = [one(FIRMS), whole(11, 98)];
      const value = (tenths / 10).toFixed(1);
      return {
        kind: 'scale',
        note: `${firm} sold shares worth ${value} billion euros to the pension fund.`,
        agree: [
          `${firm} sold shares worth ${comma(tenths * 100)} million euros to the pension fund`,
          `The pension fund bought shares of ${firm} worth about ${value} billion euros`,
          `${firm} sold shares worth €${value}bn to the pension fund`,
        ],
        differ: `${firm} sold shares worth ${value} million euros to the pension fund`,
      };
    },
    () => {
      const [firm, size] = [one(FIRMS), whole(21, 89)];
      return {
        kind: 'unit',
        note: `Some ${size} GB of mail left the servers of ${firm} through a cloud drive.`,
        agree: [
          `About ${size} gigabytes of mail left the servers of ${firm} through a cloud drive`,
          `Through a cloud drive ${size} GB of mail left the servers of ${firm}`,
          `More than ${size - 5} GB of mail left ${firm} through a cloud drive`,
        ],
        differ: `About ${size} terabytes of mail left the servers of ${firm} through a cloud drive`,
      };
    },
    () => {
      const [town, [percent, share, other]] = [one(TOWNS), one(SHARES)];
      return {
        kind: 'percent and share',
        note: `${percent} percent of the voters in ${town} stayed at home.`,
        agree: [
          `In ${town} ${share} of the voters stayed at home`,
          `${percent} % of the voters in ${town} stayed at home`,
          `About ${percent} percent of voters stayed at home in ${town}`,
        ],
        differ: `In ${town} ${other} of the voters stayed at home`,
      };
    },
    () => {
      const [firm, [unit, other], value] = [one(FIRMS), one(CURRENCIES), whole(12, 96)];
      return {
        kind: 'currency',
        note: `${firm} paid a ransom of ${value}0,000 ${unit} in June.`,
        agree: [
          `In June ${firm} paid a ransom of ${value}0,000 ${unit}`,
          `${firm} paid about ${value}0,000 ${unit} of ransom in June`,
          `The ransom that ${firm} paid in June was ${value}0,000 ${unit}`,
        ],
        differ: `In June ${firm} paid a ransom of ${value}0,000 ${other}`,
      };
    },
    () => {
      const [firm, major, minor, patch] = [one(FIRMS), whole(2, 9), whole(0, 9), whole(1, 6)];
      const version = `${major}.${minor}.${patch}`;
      return {
        kind: 'version',
        note: `The flaw in the ${firm} gateway is fixed in version ${version}.`,
        agree: [
          `Version ${version} fixes the flaw in the ${firm} gateway`,
          `The ${firm} gateway is safe from the flaw since version ${version}`,
          `${firm} fixed the flaw in its gateway with version ${version}`,
        ],
        differ: `Version ${major}.${minor}.${patch + whole(1, 3)} fixes the flaw in the ${firm} gateway`,
      };
    },
    () => {
      const [town, day] = [one(TOWNS), whole(3, 20)];
      return {
        kind: 'date',
        note: `The council of ${town} signed the lease of the old mill on ${day} March 2024.`,
        agree: [
          `On March ${day}, 2024 the council of ${town} signed the lease of the old mill`,
          `The council of ${town} signed the lease of the old mill in March 2024`,
          `The lease of the old mill was signed by the council of ${town} on ${`${day}`.padStart(2, '0')}.03.2024`,
        ],
        differ: `On ${day + whole(1, 7)} March 2024 the council of ${town} signed the lease of the old mill`,
      };
    },
    () => {
      const [town, at] = [one(TOWNS), whole(0, 3)];
      // Monday 13 October 2025 is four days before the draft.
      return {
        kind: 'weekday',
        note: `The bridge at ${town} was closed to lorries on ${DAYS[at]}, ${13 + at} October 2025.`,
        agree: [
          `The bridge at ${town} was closed to lorries on ${DAYS[at]}`,
          `Last ${DAYS[at]} the bridge at ${town} was closed to lorries`,
          `The bridge at ${town} was closed to lorries on ${13 + at} October`,
        ],
        differ: `The bridge at ${town} was closed to lorries on ${DAYS[(at + 2) % 4]}`,
      };
    },
    () => {
      const [town, at] = [one(TOWNS), whole(1, 3)];
      return {
        kind: 'relative date',
        note: `The ferry to ${town} ran aground on ${17 - at} October 2025.`,
        agree: [
          `The ferry to ${town} ran aground ${['', 'yesterday', 'two days ago', 'three days ago'][at]}`,
          `The ferry to ${town} ran aground this week`,
          `The ferry to ${town} ran aground on ${['', 'Thursday', 'Wednesday', 'Tuesday'][at]}`,
        ],
        differ: `The ferry to ${town} ran aground ${['', 'four days ago', 'yesterday', 'yesterday'][at]}`,
      };
    },
    () => {
      const [firm, hour] = [one(FIRMS), whole(10, 20)];
      const at = (value: number): string => `${`${value}`.padStart(2, '0')}:40`;
      return {
        kind: 'time zone',
        note: `The first alarm at ${firm} went off at ${at(hour)} UTC on 3 May 2025.`,
        agree: [
          `The first alarm at ${firm} went off at ${at(hour + 2)} CEST on 3 May 2025`,
          `The first alarm at ${firm} went off at ${at(hour)} UTC on 3 May 2025`,
          `The first alarm at ${firm} went off on 3 May 2025`,
        ],
        differ: `The first alarm at ${firm} went off at ${at(hour)} CEST on 5 May 2025`,
      };
    },
    () => {
      const [town, hours] = [one(TOWNS), whole(3, 9)];
      return {
        kind: 'duration',
        note: `The blackout in ${town} lasted ${hours} hours.`,
        agree: [
          `The blackout in ${town} lasted ${60 * hours} minutes`,
          `The blackout in ${town} lasted more than ${hours - 1} hours`,
          `The blackout in ${town} lasted about ${hours} hours`,
        ],
        differ: `The blackout in ${town} lasted ${hours + whole(2, 9)} hours`,
      };
    },
  ];
  return makers.flatMap(maker => Array.from({ length: each }, maker));
}
