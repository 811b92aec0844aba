// Owns: how surely changed numbers and dates are told from statements that only look different.
// Must not know: how contradictions are found.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';

/** Seed of the cases; printed with the figures. */
const SEED = 20251016;
const SOURCES = 160;
/** Statements of one source that become cases. */
const EACH = 3;

interface Case {
  readonly draft: string;
  readonly note: string;
  readonly wrong: boolean;
  readonly kind: string;
}

/** A small generator of equal sequences for equal seeds (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const NUMBER = /(?<![\d$€£.,:/–-])\b(\d{1,3}(?:,\d{3})+|\d{2,4})(?= [a-z]{3,}s\b)/;
const DATE = new RegExp(
  `\\b(${MONTHS.join('|')}) (\\d{1,2}), ((?:19|20)\\d\\d)\\b|\\b(\\d{1,2}) (${MONTHS.join('|')}) ((?:19|20)\\d\\d)\\b`,
);
const WORDS: Readonly<Record<string, string>> = {
  10: 'ten',
  11: 'eleven',
  12: 'twelve',
  15: 'fifteen',
  20: 'twenty',
  30: 'thirty',
  50: 'fifty',
};

/** Sentences of training pages with one number or date; one of four is changed, three are said otherwise. */
function casesOf(dataDir: string): Case[] {
  const path = join(dataDir, 'support', 'wice', 'unsupported-tokens-train.jsonl');
  if (!existsSync(path)) return [];
  const next = random(SEED);
  const cases: Case[] = [];
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '');
  for (const row of rows.slice(0, SOURCES)) {
    const { evidence } = JSON.parse(row) as { evidence: string[] };
    const sentences = evidence.filter(
      text => text.length > 50 && text.length < 260 && /^[A-Z].*[.]$/.test(text) && !/["“”#|[\]<>*_@`]/.test(text),
    );
    let made = 0;
    for (const text of sentences) {
      if (made >= EACH) break;
      const found = DATE.test(text) ? dateCase(text, next) : NUMBER.test(text) ? numberCase(text, next) : undefined;
      if (found === undefined) continue;
      made++;
      const at = evidence.indexOf(text);
      cases.push({ ...found, note: evidence.slice(Math.max(0, at - 12), at + 13).join('\n\n') });
    }
  }
  return cases;
}

type Made = Omit<Case, 'note'>;

function numberCase(text: string, next: () => number): Made | undefined {
  const match = NUMBER.exec(text);
  const figure = match?.[1];
  if (match === null || figure === undefined) return undefined;
  const value = Number(figure.replaceAll(',', ''));
  if (value < 10 || (value >= 1900 && value < 2100)) return undefined;
  // A limit goes on being true of many values.
  if (/(?:least|most|than|up to|to|nearly|almost|over|under|about|around|some|next) $/i.test(text.slice(0, match.index))) return undefined;
  const put = (words: string): string => text.slice(0, match.index) + words + text.slice(match.index + figure.length);
  const plain = (x: number): string => (figure.includes(',') ? x.toLocaleString('en-US') : `${x}`);
  const choice = next();
  if (choice < 0.25) {
    const digits = [...`${value}`];
    const at = Math.floor(next() * (digits.length - 1));
    [digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
    const swapped = Number(digits.join(''));
    const changed = swapped === value || digits[0] === '0' ? Math.round(value * (1.5 + next())) : swapped;
    return { draft: put(plain(changed)), wrong: true, kind: 'number changed' };
  }
  if (choice < 0.4)
    return { draft: put(`more than ${plain(Math.max(1, value - 1 - Math.floor(value * 0.05)))}`), wrong: false, kind: 'bound' };
  if (choice < 0.55) return { draft: put(`at least ${plain(value)}`), wrong: false, kind: 'bound' };
  if (choice < 0.75) {
    const unit = 10 ** (`${value}`.length - 2);
    return { draft: put(`about ${plain(Math.round(value / unit) * unit)}`), wrong: false, kind: 'rounded' };
  }
  const word = WORDS[`${value}`];
  return { draft: put(word ?? plain(value)), wrong: false, kind: 'same' };
}

function dateCase(text: string, next: () => number): Made | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const month = match[1] ?? match[5] ?? '';
  const day = Number(match[2] ?? match[4]);
  const year = match[3] ?? match[6] ?? '';
  const put = (words: string): string => text.slice(0, match.index) + words + text.slice(match.index + match[0].length);
  const choice = next();
  if (choice < 0.25) {
    const other = day > 14 ? day - 1 - Math.floor(next() * 5) : day + 1 + Math.floor(next() * 5);
    return { draft: put(match[0].replace(`${day}`, `${other}`)), wrong: true, kind: 'date changed' };
  }
  if (choice < 0.5) return { draft: put(`${day} ${month} ${year}`), wrong: false, kind: 'date form' };
  if (choice < 0.75) return { draft: put(`${month} ${year}`), wrong: false, kind: 'date part' };
  return { draft: put(`${month.slice(0, 3)} ${day}, ${year}`), wrong: false, kind: 'date form' };
}

/** Figures of issue "contradictions of numbers and dates"; an empty list where the data is not there. */
export async function measure(
  dataDir: string,
  show = false,
): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  const cases = casesOf(dataDir);
  if (cases.length === 0) return [];
  let found = 0;
  let wanted = 0;
  let said = 0;
  let right = 0;
  for (const one of cases) {
    const files = { 'draft.md': `${one.draft.slice(0, -1)} [@page].\n`, 'notes/page.md': `${one.note}\n`, '.backdraft.yaml': '' };
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
    await workspace.load();
    const claims = (await workspace.checkFile(uriOf('draft.md')))?.claims ?? [];
    const told = claims.flatMap(claim => claim.support.differences).filter(one => one.kind === 'number' || one.kind === 'date');
    if (one.wrong) wanted++;
    if (told.length > 0) said++;
    if (one.wrong && told.length > 0) found++;
    if (one.wrong === told.length > 0 && told.length > 0) right++;
    if (show && one.wrong !== told.length > 0) {
      console.log(
        `${one.wrong ? 'missed' : 'FALSE '} ${one.kind}: ${one.draft} ${told.map(d => `[${d.drafted} | ${d.noted} | ${d.passage.text.slice(0, 80)}]`).join(' ')}`,
      );
    }
  }
  const source = `${cases.length} statements of WiCE training pages, ${wanted} changed, seed ${SEED}`;
  return [
    { figure: 'numbers and dates: contradictions found', value: found / Math.max(1, wanted), bar: 0.95, source },
    { figure: 'numbers and dates: precision', value: right / Math.max(1, said), bar: 0.95, source },
  ];
}
