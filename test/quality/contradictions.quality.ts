// Owns: how surely changed numbers and dates are told from statements that only look different.
// Must not know: how contradictions are found.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';
import { MADE_DATE, madeStatements } from './made-statements.ts';

/** Seed of the cases; printed with the figures. */
const SEED = 20251016;
const SOURCES = 374;
/** Statements of one source that become cases. */
const EACH = 3;

/** Made statements of each kind; each gives one contradiction and three agreements. */
const MADE_EACH = 20;

interface Case {
  readonly draft: string;
  readonly note: string;
  readonly wrong: boolean;
  readonly kind: string;
  /** Of a page that people wrote. */
  readonly isReal?: boolean;
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
      text => isEnglish(text) && text.length > 50 && text.length < 260 && /^[A-Z].*[.]$/.test(text) && !/["“”#|[\]<>*_@`]/.test(text),
    );
    let made = 0;
    for (const text of sentences) {
      if (made >= EACH) break;
      const found = DATE.test(text) ? dateCase(text, next) : NUMBER.test(text) ? numberCase(text, next) : undefined;
      if (found === undefined) continue;
      made++;
      const at = evidence.indexOf(text);
      cases.push({ ...found, isReal: true, note: evidence.slice(Math.max(0, at - 12), at + 13).join('\n\n') });
    }
  }
  return cases;
}

/** Notes in another language are not compared; a page may hold some. */
function isEnglish(text: string): boolean {
  return (text.match(/\b(?:the|of|and|in|was|is|to|a|for|with|by)\b/g) ?? []).length >= 3;
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

/** Statements of many kinds, beside others of their kind. */
function madeCases(): Case[] {
  const made = madeStatements(random(SEED), MADE_EACH);
  return made.flatMap((one, at) => {
    const other = made[(at + MADE_EACH) % made.length] as (typeof made)[number];
    const note = `${one.note}\n\n${other.note}`;
    const cases = one.agree.map(draft => ({ draft: `${draft}.`, note, wrong: false, kind: one.kind }));
    return [...cases, { draft: `${one.differ}.`, note, wrong: true, kind: one.kind }];
  });
}

/** Figures of issue "contradictions of numbers and dates"; an empty list where the data is not there. */
export async function measure(
  dataDir: string,
  show = false,
): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  const cases = [...casesOf(dataDir), ...madeCases()];
  let found = 0;
  let wanted = 0;
  let said = 0;
  let right = 0;
  const real = { wanted: 0, found: 0, false: 0 };
  for (const one of cases) {
    const files = {
      'draft.md': `---\ndate: ${MADE_DATE}\n---\n\n${one.draft.slice(0, -1)} [@page].\n`,
      'notes/page.md': `${one.note}\n`,
      '.backdraft.yaml': '',
    };
    const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
    await workspace.load();
    const claims = (await workspace.checkFile(uriOf('draft.md')))?.claims ?? [];
    const told = claims.flatMap(claim => claim.support.differences).filter(one => one.kind === 'number' || one.kind === 'date');
    if (one.wrong) wanted++;
    if (told.length > 0) said++;
    if (one.wrong && told.length > 0) found++;
    if (one.wrong === told.length > 0 && told.length > 0) right++;
    if (one.isReal === true) {
      if (one.wrong) real.wanted++;
      if (one.wrong && told.length > 0) real.found++;
      if (!one.wrong && told.length > 0) real.false++;
    }
    if (show && one.wrong !== told.length > 0) {
      console.log(
        `${one.wrong ? 'missed' : 'FALSE '} ${one.kind}: ${one.draft} ${told.map(d => `[${d.drafted} | ${d.noted} | ${d.passage.text.slice(0, 80)}]`).join(' ')}`,
      );
    }
  }
  const source = `${cases.length} statements, of WiCE training pages and made ones of twelve kinds, ${wanted} changed, seed ${SEED}`;
  return [
    { figure: 'numbers and dates: contradictions found', value: found / Math.max(1, wanted), bar: 0.95, source },
    {
      figure: 'numbers and dates: found in real statements alone',
      value: real.found / Math.max(1, real.wanted),
      bar: 0,
      source: `${real.wanted} changed, ${real.false} false alarms`,
    },
    { figure: 'numbers and dates: precision', value: right / Math.max(1, said), bar: 0.95, source },
  ];
}
