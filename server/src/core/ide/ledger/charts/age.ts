// Owns: the time line of evidence: how old each Source is at the draft's date.
// Must not know: other charts.
import type { Ledger, LedgerSource } from '../../../annotations/ledger.ts';
import { type Language, type Phrase, phrase } from '../../../text/phrases.ts';
import { cutTo, escaped } from '../escape.ts';
import { ageWords, count } from '../words.ts';
import { at, type Chart } from './chart.ts';

const WIDTH = 460;
const LEFT = 38;
const RIGHT = WIDTH - 44;
const TICKS: readonly { readonly days: number; readonly label: Phrase }[] = [
  { days: 0, label: phrase`draft` },
  { days: 7, label: phrase`1 week` },
  { days: 30, label: phrase`1 month` },
  { days: 182, label: phrase`6 months` },
  { days: 730, label: phrase`2 years` },
  { days: 1826, label: phrase`5 years` },
  { days: 7305, label: phrase`20 years` },
];
/** Room for the label of a tick. */
const LABEL = 50;
/** Sources below each other at most. */
const DEEPEST = 9;
const STEP = 13;

/** Sources that carry claims, from the oldest on the left to the draft on the right; time shrinks with age. */
export function ageChart({ sources, draft }: Ledger, language: Language): Chart {
  const carrying = sources.filter(source => source.claims.length > 0);
  const dated = carrying
    .filter((source): source is LedgerSource & { readonly age: number } => source.age !== undefined)
    .sort((a, b) => b.age - a.age || (a.key < b.key ? -1 : 1));
  const oldest = Math.max(7, dated[0]?.age ?? 0);
  const farthest = TICKS.find(({ days }) => days >= oldest)?.days ?? oldest;
  const x = (age: number): number => (age < 0 ? RIGHT + 20 : RIGHT - ((RIGHT - LEFT) * Math.log1p(age)) / Math.log1p(farthest));
  const columns = new Map<number, number>();
  const dots = dated.map(source => {
    const column = Math.round(x(source.age) / STEP);
    const row = columns.get(column) ?? 0;
    columns.set(column, row + 1);
    return { source, cx: column * STEP, row: Math.min(row, DEEPEST) };
  });
  const deepest = Math.max(1, ...dots.map(dot => dot.row + 1));
  const base = 22 + deepest * STEP;
  const first = dots[0];
  const pieces = [
    `<line class="axis-line" x1="${LEFT}" y1="${base}" x2="${WIDTH - 8}" y2="${base}"/>`,
    ...readable(TICKS.filter(({ days }) => days <= farthest).map(tick => ({ ...tick, x: x(tick.days) }))).map(
      ({ days, label, x }) =>
        `<line class="${days === 0 ? 'now' : 'grid'}" x1="${at(x)}" y1="14" x2="${at(x)}" y2="${base + 4}"/><text class="axis middle" x="${at(x)}" y="${base + 18}">${language.of(label)}</text>`,
    ),
    ...dots.map(({ cx, row }) => `<circle class="mark backed" cx="${at(cx)}" cy="${at(base - 8 - row * STEP)}" r="5"/>`),
    ...(first
      ? [
          `<text class="axis" x="${at(Math.min(first.cx, WIDTH - 240))}" y="10">${escaped(cutTo(language.say`oldest: ${first.source.name}`, 44))}</text>`,
        ]
      : []),
  ];
  const undated = carrying.length - dated.length;
  const parts = [
    language.say`${count(dated.length, 'source')} with a date`,
    ...(first ? [language.say`the oldest is ${oldestWords(first.source.age)}`] : []),
    ...(undated > 0 ? [language.say`${count(undated, 'source')} without a full date`] : []),
  ];
  const description =
    draft.date === undefined ? language.say`The draft has no date, so the age of its evidence is not known.` : `${parts.join('; ')}.`;
  return {
    id: 'age',
    title: language.say`Evidence by age`,
    description,
    width: WIDTH,
    height: base + 26,
    picture: draft.date === undefined || !first ? '' : pieces.join('\n'),
    columns: [language.say`Source`, language.say`Published`, language.say`Age at the draft’s date`],
    rows: [...dated, ...carrying.filter(source => source.age === undefined)].map(source => [
      source.name,
      source.published ?? language.say`no date`,
      language.of(ageWords(source.age)),
    ]),
  };
}

/** Ticks whose labels stand clear of each other; the draft and the oldest one stay. */
function readable<T extends { readonly x: number }>(ticks: readonly T[]): readonly T[] {
  const oldest = ticks.at(-1);
  const kept: T[] = [];
  for (const tick of ticks)
    if (tick === oldest || (kept.every(other => Math.abs(other.x - tick.x) >= LABEL) && (!oldest || tick.x - oldest.x >= LABEL)))
      kept.push(tick);
  return kept;
}

function oldestWords(age: number): Phrase | string {
  if (age < 0) return ageWords(age);
  return age === 0 ? phrase`of the same day` : phrase`${ageWords(age)} old`;
}
