// Owns: finding CVE ids, short forms included, and what is wrong with their spelling.
// Must not know: other references, rules.
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { SegmentTree } from '../../syntax/types.ts';
import type { Reference } from '../facts.ts';
import type { Pieces } from './pieces.ts';

const DASH = '[-\u2010-\u2015\u2212]';
const CVE = new RegExp(
  `(?<![\\p{L}\\p{N}])CVE(${DASH}|[ _:]|${DASH} | ${DASH}|)(\\d{1,6})(${DASH}|[ _/.]|${DASH} | ${DASH})([0-9A-Za-z]{1,24})(?![\\p{L}\\p{N}])`,
  'giu',
);
const NEXT = new RegExp(`\\s{0,2}(?:,? ?(?:and|or|&)|[,/])\\s{0,2}(${DASH}|(?<=/))(\\d{4,7})(?![\\p{L}\\p{N}]|[-.]\\d)`, 'uy');
/** The first year of the list, and a year that no list has reached yet. */
const FIRST_YEAR = 1999;
const LAST_YEAR = 2030;

/** CVE ids in order. `id` is canonical; `malformed` names what is wrong: `few-digits`, `letters`, `year`, `separator`, `leading-zero`. */
export function findCves({ prose }: SegmentTree, pieces: Pieces, knowledge: Knowledge): Reference[] {
  const found: Reference[] = [];
  for (const match of prose.matchAll(CVE)) {
    const [whole, first = '', year = '', second = '', number = ''] = match;
    // "CVE-2025-XXXX" is a placeholder, "CVE 2021 list" is prose.
    if (/^[xyn?]+$/i.test(number) || !/^\d/.test(number)) continue;
    if ((first === ' ' || first === '' || first === ':') && (second === ' ' || second === '.' || second === '/')) continue;
    const start = match.index;
    const malformed = faultOf(first, year, second, number, knowledge);
    if (malformed === 'letters' && !/\d{2}/.test(number)) continue;
    add(found, start, start + whole.length, `CVE-${year}-${number.toUpperCase()}`, malformed, pieces, knowledge);
    NEXT.lastIndex = start + whole.length;
    for (let next = NEXT.exec(prose); next; next = NEXT.exec(prose)) {
      const [text, dash = '', digits = ''] = next;
      const end = next.index + text.length;
      add(found, end - digits.length - dash.length, end, `CVE-${year}-${digits}`, undefined, pieces, knowledge);
      NEXT.lastIndex = end;
    }
  }
  return found;
}

function add(
  found: Reference[],
  start: number,
  end: number,
  id: string,
  malformed: string | undefined,
  pieces: Pieces,
  knowledge: Knowledge,
): void {
  const kev = malformed ? undefined : knowledge.kev?.entries.get(id);
  const sentence = pieces.sentenceAt(start);
  found.push({
    span: { start, end },
    kind: 'cve',
    id,
    ...(malformed ? { malformed } : {}),
    ...(sentence === undefined ? {} : { sentence }),
    ...(kev ? { kev } : {}),
  });
}

function faultOf(first: string, year: string, second: string, number: string, knowledge: Knowledge): string | undefined {
  if (!/^\d+$/.test(number)) return 'letters';
  const newest = Math.max(LAST_YEAR, Number((knowledge.versions?.kev ?? '').slice(0, 4)) + 2 || 0);
  if (year.length !== 4 || Number(year) < FIRST_YEAR || Number(year) > newest) return 'year';
  if (number.length < 4) return 'few-digits';
  if (number.length > 4 && number.startsWith('0')) return 'leading-zero';
  // A typographic hyphen that an editor put in is fine to read and bad to search for; spaces and dots are worse.
  return (first === '-' || first === '\u2010' || first === '\u2011') && (second === '-' || second === '\u2010' || second === '\u2011')
    ? undefined
    : 'separator';
}
