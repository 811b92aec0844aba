// Draws sentences of real prose for a study of false alarms, and counts what each setting flags.
// Must not know: any one reading, the rules of the product.
//
//   npx tsx test/quality/claims-study.ts draw SHEET     writes the sheet to judge: the odd half, with a seed that it prints
//   npx tsx test/quality/claims-study.ts shares         prints the table of docs/claims.md: sentences flagged by setting
//
// Files of the prose are split by a hash of their names: thresholds are chosen on the even half, the study draws from the odd one.
// A sentence counts as flagged where its score reaches the threshold and neither a citation nor an attribution covers it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isClaim } from '../../server/src/core/extract/claims/thresholds.ts';
import { extractFacts } from '../../server/src/core/extract/extract.ts';
import type { Claim } from '../../server/src/core/extract/facts.ts';
import { NO_KNOWLEDGE } from '../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../server/src/core/syntax/parse.ts';
import { segmentText } from '../../server/src/core/syntax/segmenter.ts';
import { fingerprint } from '../../server/src/core/text/fingerprint.ts';
import { overlaps } from '../../server/src/core/text/span.ts';

export const SEED = 20_251_123;
/** How many flagged and how many unflagged sentences are drawn, at most. */
export const DRAWN = 300;
export const CORPORA = ['owasp', 'project-zero', 'microsoft-docs'] as const;
const STRICTNESS = ['relaxed', 'standard', 'strict'] as const;

/** A sentence or clause of the prose. */
export interface ProseSentence {
  /** Path below the folder of prose, with "/". */
  readonly file: string;
  /** Where it starts in the file: UTF-16 units, without BOM. */
  readonly offset: number;
  readonly sentence: string;
  readonly paragraph: string;
  readonly claim: Claim;
  /** A citation or an attribution covers it. */
  readonly sourced: boolean;
}

export type Half = 'even' | 'odd';

/** All sentences of one half of a corpus, in order. */
export function proseSentences(dataDir: string, corpus: string, half: Half): readonly ProseSentence[] {
  const folder = path.join(dataDir, 'prose', corpus);
  const out: ProseSentence[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(?:md|txt)$/.test(name) || name.includes('LICENSE') || halfOf(name) !== half) continue;
    const text = readFileSync(path.join(folder, name), 'utf8').replace(/^\ufeff/, '');
    out.push(...sentencesOf(`${corpus}/${name}`, text));
  }
  return out;
}

/** The half that a file belongs to, by its name. */
export function halfOf(name: string): Half {
  return Number.parseInt(fingerprint(name).slice(-1), 36) % 2 === 0 ? 'even' : 'odd';
}

function sentencesOf(file: string, text: string): readonly ProseSentence[] {
  const markup = file.endsWith('.txt') ? 'plain' : 'markdown';
  const out: ProseSentence[] = [];
  for (const segment of segmentText(text, markup)) {
    if (segment.kind === 'front-matter') continue;
    const facts = extractFacts(parseSegment(text.slice(segment.span.start, segment.span.end), markup), 'draft', NO_KNOWLEDGE);
    const { tree } = facts;
    for (const claim of facts.claims) {
      const block = tree.blocks[tree.sentences[claim.sentence]?.block ?? -1];
      out.push({
        file,
        offset: segment.span.start + claim.span.start,
        sentence: tree.prose.slice(claim.span.start, claim.span.end),
        paragraph: block ? tree.prose.slice(block.span.start, block.span.end) : '',
        claim,
        sourced:
          facts.citations.some(citation => citation.sentence === claim.sentence) ||
          facts.attributions.some(attribution => overlaps(attribution.scope, claim.span)),
      });
    }
  }
  return out;
}

/** Whether the rules would ask for a source of it, had the Story notes that say nothing of it. */
export function isFlagged(one: ProseSentence, strictness: (typeof STRICTNESS)[number] = 'standard'): boolean {
  return isClaim(one.claim, strictness) && one.claim.type !== 'quotation' && !one.sourced;
}

/** The drawn sentences, flagged ones first; equal prose and seed give equal draws. */
export function draw(
  all: readonly ProseSentence[],
  seed = SEED,
): { flagged: readonly ProseSentence[]; unflagged: readonly ProseSentence[] } {
  const order = (one: ProseSentence): string => fingerprint(`${one.file} ${one.offset}`, seed).padStart(14, '0');
  const drawn = [...all].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return {
    flagged: drawn.filter(one => isFlagged(one)).slice(0, DRAWN),
    unflagged: drawn.filter(one => !isFlagged(one)).slice(0, DRAWN),
  };
}

/** All sentences of one half of all corpora. */
export function readHalf(dataDir: string, half: Half): readonly ProseSentence[] {
  return CORPORA.flatMap(corpus => proseSentences(dataDir, corpus, half));
}

function writeSheet(dataDir: string, file: string): void {
  const { flagged, unflagged } = draw(readHalf(dataDir, 'odd'));
  const rows = [...flagged, ...unflagged].map(one => ({
    file: one.file,
    offset: one.offset,
    sentence: one.sentence,
    paragraph: one.paragraph,
    flagged: isFlagged(one),
  }));
  writeFileSync(file, rows.map(row => `${JSON.stringify(row)}\n`).join(''));
  console.log(`seed ${SEED}: ${flagged.length} flagged and ${unflagged.length} unflagged sentences in ${file}`);
}

function printShares(dataDir: string): void {
  console.log('| prose | sentences | relaxed | standard | strict |\n|---|---|---|---|---|');
  for (const corpus of CORPORA) {
    const all = (['even', 'odd'] as const).flatMap(half => proseSentences(dataDir, corpus, half));
    const shares = STRICTNESS.map(
      strictness => `${((100 * all.filter(one => isFlagged(one, strictness)).length) / all.length).toFixed(1)} %`,
    );
    console.log(`| ${corpus} | ${all.length} | ${shares.join(' | ')} |`);
  }
}

function main(): void {
  const [action, file] = process.argv.slice(2);
  const dataDir = process.env.BACKDRAFT_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
  if (!existsSync(path.join(dataDir, 'prose'))) console.error(`no prose in ${dataDir}: set BACKDRAFT_DATA`);
  else if (action === 'draw' && file !== undefined) writeSheet(dataDir, file);
  else if (action === 'shares') printShares(dataDir);
  else console.error('usage: claims-study.ts draw SHEET | shares');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
