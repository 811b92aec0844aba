// Owns: finding ATT&CK ids, the name and the tactic beside them, and what the table says of them.
// Must not know: other references, rules.
import type { AttackEntry, AttackTable, Knowledge } from '../../knowledge/knowledge.ts';
import { foldName } from '../../knowledge/table.ts';
import type { SegmentTree } from '../../syntax/types.ts';
import type { Span } from '../../text/span.ts';
import type { AttackFact, Reference } from '../facts.ts';
import { type Beside, namesAfter, namesBefore } from './names.ts';
import type { Pieces } from './pieces.ts';

const ID = /(?<![\p{L}\p{N}_./-])(?:(TA|DET|AN|DS|DC)\d{4}|T\d{4}(?:\.\d{1,4})?|([GSCMA])\d{4})(?![\p{L}\p{N}_]|\.\d|-\d)/gu;
const CONTEXT =
  /\bATT&CK\b|\bMITRE\b|\b(?:sub-?)?techniques?\b|\btactics?\b|\bTTPs?\b|\bdata (?:source|component)s?\b|\bmitigations?\b|\bdetection strateg/i;
const GROUP_CONTEXT = /\b(?:group|actor|malware|software|tool|campaign|known as|tracked)\b/i;

/** ATT&CK ids in order. Without a table, and for kinds that it does not cover, `attack` is absent. */
export function findAttack({ prose }: SegmentTree, pieces: Pieces, knowledge: Knowledge): Reference[] {
  const found: Reference[] = [];
  const matches = [...prose.matchAll(ID)];
  if (matches.length === 0) return found;
  const table = knowledge.attack;
  const segmentSpeaks = CONTEXT.test(prose) || matches.some(match => /\./.test(match[0]) && table?.entries.has(match[0]));
  // A sentence is looked through once, however many ids it holds.
  const speaking = new Map<number, { readonly context: boolean; readonly group: boolean }>();
  const speech = (around: Span) => {
    let known = speaking.get(around.start);
    if (!known) {
      const text = prose.slice(around.start, around.end);
      known = { context: CONTEXT.test(text), group: GROUP_CONTEXT.test(text) };
      speaking.set(around.start, known);
    }
    return known;
  };
  const isAttackText = /\bATT&CK\b|\bMITRE\b/i.test(prose);
  for (const match of matches) {
    const id = match[0];
    const span = { start: match.index, end: match.index + id.length };
    const around = pieces.around(span.start);
    const entry = table?.entries.get(id);
    const fact = table ? factOf(id, entry, table) : undefined;
    const beside = table && entry ? nameBeside(prose, span, around, entry, table, pieces) : undefined;
    const loose = match[2] !== undefined;
    const speaks = segmentSpeaks || speech(around).context;
    // "G1053" or "M1060" alone may be a gate or a motor; "T1000" is a film.
    if (loose && !(beside?.is === 'same' || beside?.is === 'other' || speaks || (entry && speech(around).group))) continue;
    if (loose && !entry && !isAttackText) continue;
    if (!loose && !entry && !id.includes('.') && (!speaks || id === 'T1000' || /^T[2-9]/.test(id))) continue;
    const sentence = pieces.sentenceAt(span.start);
    const tactic = table && entry && fact ? tacticBeside(prose, span, around, entry, table, pieces) : undefined;
    found.push({
      span,
      kind: 'attack',
      id,
      ...(sentence === undefined ? {} : { sentence }),
      ...(beside ? { name: beside.span } : {}),
      ...(fact
        ? { attack: { ...fact, ...(beside ? { nameIs: beside.is, named: beside.named } : {}), ...(tactic ? { tactic } : {}) } }
        : {}),
    });
  }
  return found;
}

function factOf(id: string, entry: AttackEntry | undefined, table: AttackTable): AttackFact | undefined {
  const [, prefix = '', number = ''] = /^([A-Z]+)(\d+)/.exec(id) ?? [];
  if (!table.covers(prefix)) return undefined;
  if (!entry) return { status: 'unknown', table: table.label, ...(Number(number) > table.highest(prefix) ? { newer: true } : {}) };
  const parent = id.includes('.') ? table.entries.get(id.slice(0, id.indexOf('.'))) : undefined;
  const replacement = entry.status === 'revoked' ? table.replacementOf(id) : undefined;
  const tactics = entry.kind === 'technique' ? entry.tactics.map(name => tacticName(name, table)) : [];
  return {
    status: entry.status,
    name: entry.name,
    table: table.label,
    ...(parent ? { parentName: parent.name } : {}),
    ...(replacement ? { replacement: { id: replacement.id, name: replacement.name } } : {}),
    ...(tactics.length > 0 ? { tactics: [...new Set(tactics)] } : {}),
  };
}

function tacticName(short: string, table: AttackTable): string {
  return table.tacticsNamed(short.replaceAll('-', ' '))[0]?.name ?? short;
}

interface Named {
  readonly is: 'same' | 'other' | 'unclear';
  readonly span: Span;
  readonly named: readonly string[];
}

function nameBeside(prose: string, span: Span, around: Span, entry: AttackEntry, table: AttackTable, pieces: Pieces): Named | undefined {
  const candidates: Beside[] = [...namesAfter(prose, span.end, around.end), ...namesBefore(prose, span.start, around.start)];
  // A table with a column of ids and one of names.
  const row = pieces.rowAt(span.start);
  const cell = row.findIndex(one => one.span.start <= span.start && span.end <= one.span.end);
  if (cell >= 0 && prose.slice(row[cell]?.span.start, row[cell]?.span.end).trim() === entry.id) {
    for (const neighbour of [row[cell + 1], row[cell - 1]]) {
      const text = neighbour ? prose.slice(neighbour.span.start, neighbour.span.end) : '';
      if (!neighbour || text.trim() === '' || text.length > 100 || /tactic/i.test(neighbour.header)) continue;
      const start = neighbour.span.start + (text.length - text.trimStart().length);
      candidates.push({ text: text.trim(), span: { start, end: start + text.trim().length }, alone: true });
    }
  }
  const parent = entry.id.includes('.') ? table.entries.get(entry.id.slice(0, entry.id.indexOf('.'))) : undefined;
  const own = new Set([entry.name, ...entry.aliases, ...(parent ? [`${parent.name} ${entry.name}`, parent.name] : [])].map(foldName));
  let other: Named | undefined;
  for (const candidate of candidates) {
    const folded = foldName(candidate.text);
    if (folded === '') continue;
    if (own.has(folded)) return { is: 'same', span: candidate.span, named: [entry.id] };
    if (other || !candidate.alone) continue;
    const bearers = bearersOf(candidate.text, table).filter(
      bearer => bearer.kind === entry.kind || (isSoftware(bearer) && isSoftware(entry)),
    );
    if (bearers.length === 0 || bearers.some(bearer => bearer.id === entry.id)) continue;
    // One word in lower case is prose: "the attackers used phishing (T1204)".
    if (!/\p{Lu}/u.test(candidate.text) && !candidate.text.includes(' ')) continue;
    // A sub-technique's parent, or a technique's own sub-technique, is imprecise and no contradiction.
    if (bearers.some(bearer => entry.id.startsWith(`${bearer.id}.`))) continue;
    other = { is: 'other', span: candidate.span, named: bearers.map(bearer => bearer.id) };
  }
  return other;
}

function isSoftware(entry: AttackEntry): boolean {
  return entry.kind === 'malware' || entry.kind === 'tool';
}

/** Entries of that name; "Parent: Sub" names the sub-technique of that parent. */
function bearersOf(text: string, table: AttackTable): readonly AttackEntry[] {
  const colon = text.indexOf(': ');
  if (colon > 0) {
    const parents = new Set(table.byName(text.slice(0, colon)).map(entry => entry.id));
    return table.byName(text.slice(colon + 2)).filter(entry => parents.has(entry.id.slice(0, Math.max(entry.id.indexOf('.'), 0))));
  }
  return table.byName(text);
}

function tacticBeside(
  prose: string,
  span: Span,
  around: Span,
  entry: AttackEntry,
  table: AttackTable,
  pieces: Pieces,
): AttackFact['tactic'] | undefined {
  if (entry.kind !== 'technique' || entry.tactics.length === 0) return undefined;
  const fit = (text: string, at: Span): AttackFact['tactic'] | undefined => {
    const named =
      table.entries.get(text.trim())?.kind === 'tactic'
        ? [table.entries.get(text.trim()) as AttackEntry]
        : table.tacticsNamed(text.replace(/\(TA\d{4}\)|TA\d{4}/g, ''));
    const tactic = named[0];
    if (!tactic) return undefined;
    return { span: at, name: tactic.name, fits: named.some(one => one.tactics.some(short => entry.tactics.includes(short))) };
  };
  for (const cell of pieces.rowAt(span.start)) {
    if (cell.span.start <= span.start && span.end <= cell.span.end) continue;
    const text = prose.slice(cell.span.start, cell.span.end);
    const start = cell.span.start + (text.length - text.trimStart().length);
    const found = fit(text, { start, end: start + text.trim().length });
    if (found) return found;
  }
  // "Persistence: T1053.005, T1547" opens an item or a sentence.
  const before = prose.slice(around.start, Math.min(span.start, around.start + 60));
  const opening = /^([A-Z][A-Za-z ]{3,30}?)(?: \((TA\d{4})\))?\s*[:–—]\s/.exec(before);
  return opening?.[1] ? fit(opening[1], { start: around.start, end: around.start + opening[1].length }) : undefined;
}
