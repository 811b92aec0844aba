// Owns: the strip chart: how the claims of each paragraph stand, over the draft from start to end.
// Must not know: other charts.
import { type Ledger, STANDINGS, type Standing } from '../../../annotations/ledger.ts';
import type { Language } from '../../../text/phrases.ts';
import { count, percent, STANDING_WORDS } from '../words.ts';
import { at, type Chart } from './chart.ts';

const WIDTH = 720;
const LEFT = 44;
const TOP = 8;
const TALL = 96;
const WIDEST = 60;

/** A column for each paragraph; its claims from the bottom: backed, in part, open, disputed, set aside. */
export function stripChart({ paragraphs, claims, summary }: Ledger, language: Language): Chart {
  const standings = new Map(claims.map(claim => [claim.number, claim.standing]));
  const columns = paragraphs.map(paragraph => ({
    line: paragraph.place.range.start.line + 1,
    section: paragraph.section ?? '',
    claims: paragraph.claims,
    counts: STANDINGS.map(one => paragraph.claims.filter(number => standings.get(number) === one).length),
  }));
  const wide = Math.min(WIDEST, (WIDTH - LEFT - 4) / Math.max(1, columns.length));
  const gap = wide > 6 ? 2 : wide > 2 ? 0.5 : 0;
  const right = LEFT + Math.max(4, columns.length) * wide;
  const pieces: string[] = [
    ...[0, 0.5, 1].map(
      share =>
        `<line class="grid" x1="${LEFT}" y1="${at(TOP + TALL * (1 - share))}" x2="${at(right)}" y2="${at(TOP + TALL * (1 - share))}"/><text class="axis end" x="${LEFT - 6}" y="${at(TOP + TALL * (1 - share) + 4)}">${percent(share)}</text>`,
    ),
  ];
  let section = columns[0]?.section;
  columns.forEach((column, index) => {
    const x = LEFT + index * wide;
    if (column.section !== section && index > 0)
      pieces.push(`<line class="section" x1="${at(x)}" y1="${TOP}" x2="${at(x)}" y2="${TOP + TALL + 6}"/>`);
    section = column.section;
    let y = TOP + TALL;
    column.counts.forEach((number, standing) => {
      if (number === 0) return;
      const height = (TALL * number) / column.claims.length;
      y -= height;
      pieces.push(mark(STANDINGS[standing] as Standing, x + gap / 2, y, wide - gap, height));
    });
  });
  const last = columns.at(-1);
  pieces.push(
    `<text class="axis" x="${LEFT}" y="${TOP + TALL + 20}">${language.say`line ${columns[0]?.line ?? 1}`}</text>`,
    ...(columns.length > 3
      ? [
          `<text class="axis end" x="${at(LEFT + columns.length * wide)}" y="${TOP + TALL + 20}">${language.say`line ${last?.line ?? 1}`}</text>`,
        ]
      : []),
  );
  const filled = columns.filter(one => one.claims.length > 0);
  const described = STANDINGS.filter(one => summary.byStanding[one] > 0)
    .map(one => `${language.of(STANDING_WORDS[one].word)}: ${summary.byStanding[one]}`)
    .join(', ');
  return {
    id: 'strip',
    title: language.say`How the draft is backed, paragraph by paragraph`,
    description: [
      language.say`${count(summary.claims, 'claim')} in ${count(filled.length, 'paragraph')}.`,
      described === '' ? '' : `${described}.`,
      language.say`Empty columns are paragraphs without claims.`,
    ]
      .filter(part => part !== '')
      .join(' '),
    width: WIDTH,
    height: TOP + TALL + 26,
    picture: pieces.join('\n'),
    columns: [language.say`Paragraph`, language.say`Section`, ...STANDINGS.map(one => language.of(STANDING_WORDS[one].word))],
    rows: filled.map(one => [language.say`line ${one.line}`, one.section, ...one.counts.map(String)]),
  };
}

/** A piece of a column; each standing has a pattern of its own, not a colour alone. */
function mark(standing: Standing, x: number, y: number, width: number, height: number): string {
  const box = `x="${at(x)}" y="${at(y + 0.75)}" width="${at(Math.max(width, 0.3))}" height="${at(Math.max(height - 1.5, 0.5))}"`;
  const shape = `<rect class="mark ${standing}" ${box}/>`;
  if (width < 5) return shape;
  if (standing === 'in-part')
    return `${shape}<path class="half" d="M${at(x)} ${at(y + height - 0.75)}V${at(y + 0.75)}L${at(x + width)} ${at(y + height - 0.75)}Z"/>`;
  if (standing === 'against' && height > 10)
    return `${shape}<path class="cross" d="M${at(x + width / 2 - 3.5)} ${at(y + height / 2 - 3.5)}l7 7m0 -7l-7 7"/>`;
  return shape;
}
