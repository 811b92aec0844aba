// Owns: finding CWE ids, the name beside them, and what the table says of them.
// Must not know: other references, rules.
import { cweNames } from '../../knowledge/cwe.ts';
import type { CweEntry, CweTable, Knowledge } from '../../knowledge/knowledge.ts';
import { foldName } from '../../knowledge/table.ts';
import type { SegmentTree } from '../../syntax/types.ts';
import type { Span } from '../../text/span.ts';
import type { Reference } from '../facts.ts';
import { namesAfter, namesBefore } from './names.ts';
import type { Pieces } from './pieces.ts';

const ID = /(?<![\p{L}\p{N}])CWE(?:[-\u2010-\u2015]| (?:No\. )?|: ?)(\d{1,9})(?![\p{L}\p{N}]|[-.]\d)/gu;
/** Phrases that writers use for several weaknesses at once. */
const GENERIC = new Set([
  'buffer overflow',
  'injection',
  'memory corruption',
  'overflow',
  'information disclosure',
  'race condition',
  'css',
  'crash',
  'out of bounds access',
  'dos',
  'resource exhaustion',
  'authorization bypass',
  'insecure deserialization',
]);

/** CWE ids in order. Without a table `cwe` is absent. */
export function findCwes({ prose }: SegmentTree, pieces: Pieces, knowledge: Knowledge): Reference[] {
  const found: Reference[] = [];
  const table = knowledge.cwe;
  for (const match of prose.matchAll(ID)) {
    const number = Number(match[1]);
    const span = { start: match.index, end: match.index + match[0].length };
    const sentence = pieces.sentenceAt(span.start);
    const entry = table?.entries.get(number);
    const beside = table && entry ? nameBeside(prose, span, pieces, entry, table) : undefined;
    found.push({
      span,
      kind: 'cwe',
      id: `CWE-${number}`,
      ...(sentence === undefined ? {} : { sentence }),
      ...(beside ? { name: beside.span } : {}),
      ...(table
        ? {
            cwe: {
              status: entry ? ('known' as const) : ('unknown' as const),
              table: table.label,
              ...(entry ? { name: entry.name } : number > table.highest ? { newer: true } : {}),
              ...(beside ? { nameIs: beside.is, named: beside.named } : {}),
            },
          }
        : {}),
    });
  }
  return found;
}

function nameBeside(prose: string, span: Span, pieces: Pieces, entry: CweEntry, table: CweTable) {
  const around = pieces.around(span.start);
  const candidates = [...namesAfter(prose, span.end, around.end), ...namesBefore(prose, span.start, around.start)];
  const row = pieces.rowAt(span.start);
  const cell = row.findIndex(one => one.span.start <= span.start && span.end <= one.span.end);
  if (cell >= 0 && /^CWE\W?\d+$/.test(prose.slice(row[cell]?.span.start, row[cell]?.span.end).trim())) {
    for (const neighbour of [row[cell + 1], row[cell - 1]]) {
      const text = neighbour ? prose.slice(neighbour.span.start, neighbour.span.end) : '';
      if (!neighbour || text.trim() === '' || text.length > 160) continue;
      const start = neighbour.span.start + (text.length - text.trimStart().length);
      candidates.push({ text: text.trim(), span: { start, end: start + text.trim().length }, alone: true });
    }
  }
  const own = cweNames(entry).map(name => wordsOf(name));
  let other: { is: 'other'; span: Span; named: readonly string[] } | undefined;
  for (const candidate of candidates) {
    const words = wordsOf(candidate.text);
    if (words.size === 0) continue;
    const folded = foldName(candidate.text);
    const bearers = GENERIC.has(folded) ? [] : [...table.byName(candidate.text), ...table.byName(withoutPlural(candidate.text))];
    const isName = bearers.length > 0;
    // A short form of the name is the name: "command injection" of "OS Command Injection".
    if ((words.size > 1 || isName) && own.some(name => [...words].every(word => name.has(word)))) {
      return { is: 'same' as const, span: candidate.span, named: [`CWE-${entry.id}`] };
    }
    if (bearers.some(bearer => bearer.id === entry.id)) return { is: 'same' as const, span: candidate.span, named: [`CWE-${entry.id}`] };
    if (isName && !other && (candidate.alone || candidate.text.includes(' '))) {
      other = { is: 'other', span: candidate.span, named: bearers.map(bearer => `CWE-${bearer.id}`) };
    }
  }
  return other;
}

function withoutPlural(text: string): string {
  return text.replace(/s$/, '');
}

function wordsOf(name: string): ReadonlySet<string> {
  const small = new Set(['of', 'the', 'a', 'an', 'in', 'to', 'for', 'and', 'or', 'with', 'by', 'improper', 'neutralization']);
  return new Set(
    foldName(name)
      .split(' ')
      .filter(word => word !== '' && !small.has(word))
      .map(word => word.replace(/(?:s|es)$/, '')),
  );
}
