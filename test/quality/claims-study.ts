// Draws sentences of real prose for a study of false alarms, and counts what each setting flags.
// Must not know: any one reading, the rules of the product.
//
//   npx tsx test/quality/claims-study.ts draw SHEET [SEED]     writes a blind sheet to judge: the odd half, with a seed that it prints
//   npx tsx test/quality/claims-study.ts read SHEET JUDGED READER   keeps a reader's judgements in claims-judged-READER.jsonl
//   npx tsx test/quality/claims-study.ts shares                prints the table of docs/claims.md: sentences flagged by setting
//
// The sheet holds flagged and unflagged sentences in one shuffled order, each with its paragraph, and no hint which is which;
// those that a kept reading has judged already are drawn only where too few others are there. JUDGED holds one line for each
// line of the sheet: {"id": 1, "verdict": "claim"} or "no". READER is a letter.
//
// Files of the prose are split by a hash of their names: thresholds are chosen on the even half, the study draws from the odd one.
// A sentence counts as flagged where claims/unsupported would be reported in a Story whose notes say nothing of it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorkspace } from '../../server/src/core/engine/workspace.ts';
import { type Register, registerOf } from '../../server/src/core/extract/claims/register.ts';
import { isClaim } from '../../server/src/core/extract/claims.ts';
import type { Claim } from '../../server/src/core/extract/facts.ts';
import { fingerprint } from '../../server/src/core/text/fingerprint.ts';
import { MemoryFiles, memoryPorts, ROOT, uriOf } from '../support/memory-files.ts';

export const SEED = 20_261_128;
/** How many flagged and how many unflagged sentences are drawn, at most. */
export const DRAWN = 300;
export const CORPORA = ['owasp', 'project-zero', 'microsoft-docs'] as const;
const STRICTNESS = ['relaxed', 'standard', 'strict'] as const;
type Strictness = (typeof STRICTNESS)[number];
/** All that the notes of the Story hold. */
const NOTE = 'The bakery behind the old mill sells rye bread and plum cake.\n';

/** A sentence or clause of the prose. */
export interface ProseSentence {
  /** Path below the folder of prose, with "/". */
  readonly file: string;
  /** Where it starts in the file: UTF-16 units, without BOM. */
  readonly offset: number;
  readonly sentence: string;
  readonly paragraph: string;
  readonly claim: Claim;
  /** Of its document. */
  readonly register: Register;
  /** Whether the rules ask for a source of it. */
  readonly flagged: boolean;
}

export type Half = 'even' | 'odd';

/** The half that a file belongs to, by its name. */
export function halfOf(name: string): Half {
  return Number.parseInt(fingerprint(name).slice(-1), 36) % 2 === 0 ? 'even' : 'odd';
}

/** Texts of one half of a corpus by path below the folder of prose, in order. */
function textsOf(dataDir: string, corpus: string, half: Half): ReadonlyMap<string, string> {
  const folder = path.join(dataDir, 'prose', corpus);
  const texts = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:md|txt)$/.test(name) || name.includes('LICENSE') || halfOf(name) !== half) continue;
    texts.set(`${corpus}/${name}`, readFileSync(path.join(folder, name), 'utf8').replace(/^\ufeff/, ''));
  }
  return texts;
}

/** All sentences of texts, each checked as the only draft of a Story. */
export async function sentencesOf(
  texts: ReadonlyMap<string, string>,
  strictness: Strictness = 'standard',
): Promise<readonly ProseSentence[]> {
  const files = { '.backdraft.yaml': `strictness: ${strictness}\n`, 'notes/bakery.md': NOTE };
  const workspace = createWorkspace({ folders: [ROOT], ports: memoryPorts(new MemoryFiles(files)) });
  await workspace.load();
  const out: ProseSentence[] = [];
  for (const [file, text] of texts) {
    const uri = uriOf(`draft${path.extname(file)}`);
    workspace.open(uri, text);
    const checked = workspace.check(uri);
    const open = new Set(checked?.view?.openClaims('unsupported').map(one => one.claim));
    const register = registerOf(checked?.view?.segments ?? []);
    for (const { claim, segment } of checked?.claims ?? []) {
      const { tree } = segment.facts;
      const block = tree.blocks[tree.sentences[claim.sentence]?.block ?? -1];
      out.push({
        file,
        offset: segment.offset + claim.span.start,
        sentence: tree.prose.slice(claim.span.start, claim.span.end),
        paragraph: block ? tree.prose.slice(block.span.start, block.span.end) : '',
        claim,
        register,
        flagged: open.has(claim),
      });
    }
    await workspace.close(uri);
  }
  return out;
}

/**
 * The drawn sentences; equal prose and seed give equal draws. Those in `known` come last, and only as far as too few others
 * are there: a half of the prose has fewer flagged sentences than are drawn.
 */
export function draw(
  all: readonly ProseSentence[],
  seed = SEED,
  known: ReadonlySet<string> = new Set(),
): { flagged: readonly ProseSentence[]; unflagged: readonly ProseSentence[] } {
  const order = shuffled(all, seed);
  const drawn = [...order.filter(one => !known.has(keyOf(one))), ...order.filter(one => known.has(keyOf(one)))];
  return {
    flagged: drawn.filter(one => one.flagged).slice(0, DRAWN),
    unflagged: drawn.filter(one => !one.flagged).slice(0, DRAWN),
  };
}

function shuffled(all: readonly ProseSentence[], seed: number): readonly ProseSentence[] {
  const order = (one: ProseSentence): string => fingerprint(keyOf(one), seed).padStart(14, '0');
  return [...all].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/** Where a sentence stands, as the readings write it. */
export function keyOf(one: { readonly file: string; readonly offset: number }): string {
  return `${one.file} ${one.offset}`;
}

/** One judgement of one reader. */
export interface Judgement {
  readonly file: string;
  readonly offset: number;
  readonly verdict: 'claim' | 'no';
}

/** The readings that are kept beside this file, by the letter of the reader. */
export function readings(): ReadonlyMap<string, readonly Judgement[]> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const kept = new Map<string, readonly Judgement[]>();
  for (const name of readdirSync(folder).sort()) {
    const reader = /^claims-judged-([a-z])\.jsonl$/.exec(name)?.[1];
    if (reader !== undefined) kept.set(reader, rowsOf<Judgement>(path.join(folder, name)));
  }
  return kept;
}

function rowsOf<Row>(file: string): Row[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter(line => line.trim() !== '').map(line => JSON.parse(line) as Row);
}

/** All sentences of one half of all corpora. */
export function readHalf(dataDir: string, half: Half): Promise<readonly ProseSentence[]> {
  return sentencesOf(new Map(CORPORA.flatMap(corpus => [...textsOf(dataDir, corpus, half)])));
}

/** A line of a sheet. */
interface SheetRow {
  readonly id: number;
  readonly file: string;
  readonly offset: number;
  readonly sentence: string;
  readonly paragraph: string;
}

async function writeSheet(dataDir: string, file: string, seed: number): Promise<void> {
  const known = new Set([...readings().values()].flat().map(keyOf));
  const { flagged, unflagged } = draw(await readHalf(dataDir, 'odd'), seed, known);
  const rows = shuffled([...flagged, ...unflagged], seed + 1).map(
    (one, index): SheetRow => ({
      id: index + 1,
      file: one.file,
      offset: one.offset,
      sentence: one.sentence,
      paragraph: one.paragraph,
    }),
  );
  writeFileSync(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
  console.log(`seed ${seed}: ${flagged.length} flagged and ${unflagged.length} unflagged sentences in ${file}`);
}

/** Keeps the judgements of a sheet by file and offset; says which lines of it were not judged. */
function keepReading(sheet: string, judged: string, reader: string): void {
  if (!/^[a-z]$/.test(reader)) throw new Error('READER is a letter from a to z');
  const places = new Map(rowsOf<SheetRow>(sheet).map(row => [row.id, row]));
  const verdicts = new Map(rowsOf<{ id: number; verdict: string }>(judged).map(row => [row.id, row.verdict]));
  const kept: Judgement[] = [];
  const missing: number[] = [];
  for (const [id, { file, offset }] of places) {
    const verdict = verdicts.get(id);
    if (verdict === 'claim' || verdict === 'no') kept.push({ file, offset, verdict });
    else missing.push(id);
  }
  kept.sort((a, b) => (a.file === b.file ? a.offset - b.offset : a.file < b.file ? -1 : 1));
  const out = fileURLToPath(new URL(`./claims-judged-${reader}.jsonl`, import.meta.url));
  writeFileSync(out, kept.map(row => `${JSON.stringify(row)}\n`).join(''));
  console.log(`${kept.length} judgements in ${path.basename(out)}; ${missing.length} without one ${missing.slice(0, 20).join(' ')}`);
}

async function printShares(dataDir: string): Promise<void> {
  console.log('| prose | sentences | relaxed | standard | strict |\n|---|---|---|---|---|');
  for (const corpus of CORPORA) {
    const texts = new Map((['even', 'odd'] as const).flatMap(half => [...textsOf(dataDir, corpus, half)]));
    // What a setting flags, every stricter one does, too.
    const all = await sentencesOf(texts, 'strict');
    const shares = STRICTNESS.map(strictness => {
      const flagged = all.filter(one => one.flagged && isClaim(one.claim, strictness, one.register));
      return `${((100 * flagged.length) / all.length).toFixed(1)} %`;
    });
    console.log(`| ${corpus} | ${all.length} | ${shares.join(' | ')} |`);
  }
}

async function main(): Promise<void> {
  const [action, file, second, third] = process.argv.slice(2);
  const dataDir = process.env.BACKDRAFT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  if (!existsSync(path.join(dataDir, 'prose'))) console.error(`no prose in ${dataDir}: set BACKDRAFT_DATA`);
  else if (action === 'draw' && file !== undefined) await writeSheet(dataDir, file, second === undefined ? SEED : Number(second));
  else if (action === 'read' && file !== undefined && second !== undefined && third !== undefined) keepReading(file, second, third);
  else if (action === 'shares') await printShares(dataDir);
  else console.error('usage: claims-study.ts draw SHEET [SEED] | read SHEET JUDGED READER | shares');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
