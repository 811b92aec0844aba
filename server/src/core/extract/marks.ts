// Owns: finding Traffic Light Protocol marks in a segment, of versions 1.0 and 2.0, and wrong ones.
// Must not know: other segments, notes, rules, whose mark it is.
import type { TlpLevel, TlpMark } from './facts.ts';
import type { ExtractInput } from './input.ts';

const MARK = /(?<![\p{L}\p{N}])TLP(?:[:：-]\s?|\s)([\p{L}]{2,12}(?:(?:\+| \+ |[-_ ])STRICT(?![\p{L}]))?)(?![\p{L}\p{N}])/giu;
const LEVELS: ReadonlyMap<string, TlpLevel> = new Map([
  ['CLEAR', 'CLEAR'],
  ['WHITE', 'CLEAR'],
  ['GREEN', 'GREEN'],
  ['AMBER', 'AMBER'],
  ['AMBER+STRICT', 'AMBER+STRICT'],
  ['RED', 'RED'],
]);

/** The level that a word after `TLP:` names, case apart: TLP 2.0, and 1.0's WHITE as CLEAR. Source: FIRST, TLP 2.0 of August 2022. */
export function tlpLevel(word: string): TlpLevel | undefined {
  return LEVELS.get(tlpWord(word));
}

/** The word in capitals, "AMBER STRICT" and its kin as `AMBER+STRICT`. */
export function tlpWord(word: string): string {
  return word
    .trim()
    .replace(/^TLP\s?[:-]?\s?/i, '')
    .toUpperCase()
    .replace(/\s*[+_ -]\s*STRICT$/, '+STRICT');
}

/** Marks in order. A banner stands alone in its block; a portion mark opens or closes one in parentheses. */
export function extractMarks({ tree }: ExtractInput): readonly TlpMark[] {
  const { prose, blocks } = tree;
  const marks: TlpMark[] = [];
  let block = 0;
  for (const match of prose.matchAll(MARK)) {
    const [whole, raw = ''] = match;
    const word = tlpWord(raw);
    const level = LEVELS.get(word);
    const separator = whole.slice(3, whole.length - raw.length);
    // "TLP marks", "TLP: the protocol": without a colon only levels in capitals are marks, with one only capitals are.
    const capitals = raw === raw.toUpperCase();
    if (/[:：]$/.test(separator) ? !capitals && !level : !(level && capitals && whole.startsWith('TLP'))) continue;
    if (/\s$/.test(separator) && /[:：]/.test(separator) && !capitals) continue;
    const start = match.index;
    const end = start + whole.length;
    while (block < blocks.length && (blocks[block]?.span.end ?? 0) <= start) block++;
    const around = blocks[block]?.span ?? { start: 0, end: prose.length };
    const inside = tree.inlines.some(inline => inline.kind === 'code' && inline.span.start <= start && end <= inline.span.end);
    marks.push({
      span: { start, end },
      word,
      ...(level ? { level } : {}),
      position: inside
        ? 'inline'
        : positionOf(prose.slice(around.start, start), prose.slice(end, around.end), blocks[block]?.kind ?? 'paragraph'),
    });
  }
  return marks;
}

function positionOf(before: string, after: string, kind: string): TlpMark['position'] {
  const bare = (text: string): string => text.replace(/[\s*_#>()[\]|·•—–:;.,/-]+/g, ' ').trim();
  const labels = /^(?:classification|handling|marking|distribution|sharing|dissemination|tlp marking)?$/i;
  const alone = bare(after) === '' && labels.test(bare(before));
  const bracketed = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after);
  if (bracketed && (before.trim() === '(' || before.trim() === '[' || (kind === 'heading' && bare(after) === ''))) return 'portion';
  if (alone && kind !== 'table-cell' && kind !== 'list-item') return 'banner';
  if (alone && kind === 'list-item' && before.trim() === '') return 'inline';
  return kind === 'heading' && before.trim() === '' && /^\s*[:—–-]\s/.test(after) ? 'portion' : 'inline';
}
