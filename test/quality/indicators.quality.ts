// Precision of indicators on real prose: every finding of the scan in the data folder's prose, 200 of them drawn with a
// printed seed and judged once by reading. The judgements stand in indicators.judged.txt by file and offset; what is drawn
// and was not judged counts as wrong, so a change that finds other things asks for another reading.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Indicator } from '../../server/src/core/extract/facts.ts';
import { noFacts } from '../../server/src/core/extract/facts.ts';
import { extractIndicators } from '../../server/src/core/extract/indicators.ts';
import { extractReferences } from '../../server/src/core/extract/references.ts';
import { NO_KNOWLEDGE } from '../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../server/src/core/syntax/parse.ts';

export const SEED = 20251101;
const DRAWN = 200;
/** Thumbprints of certificates fill most of the lists; easy ones are not to hide the hard ones. */
const MOST_HASHES = 25;

export interface Drawn {
  readonly file: string;
  readonly fact: Indicator;
  readonly written: string;
  readonly context: string;
}

/** Everything in the prose that is taken for an indicator that may matter: not reserved, no code, no link, no file name. */
export function allFound(dataDir: string): readonly Drawn[] {
  const found: Drawn[] = [];
  const root = path.join(dataDir, 'prose');
  for (const file of filesBelow(root)) {
    const text = readFileSync(path.join(root, file), 'utf8').replace(/^\uFEFF/, '');
    // The engine parses front matter apart.
    const front = /^---\r?\n[\s\S]*?\n---\r?\n/.exec(text)?.[0].length ?? 0;
    const tree = parseSegment(text.slice(front), 'markdown');
    const facts = noFacts(tree);
    const input = { tree, role: 'draft' as const, knowledge: NO_KNOWLEDGE, facts };
    facts.references = extractReferences(input);
    for (const fact of extractIndicators(input)) {
      if (fact.harmless) continue;
      const start = fact.span.start + front;
      const end = fact.span.end + front;
      found.push({
        file,
        fact: { ...fact, span: { start, end } },
        written: text.slice(start, end),
        context: text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, ' '),
      });
    }
  }
  return found;
}

/** The draw: a shuffle by a linear congruential generator, the same on every machine. */
export function draw(found: readonly Drawn[], seed = SEED, count = DRAWN): readonly Drawn[] {
  const left = [...found];
  const drawn: Drawn[] = [];
  let state = seed >>> 0;
  let hashes = 0;
  while (drawn.length < count && left.length > 0) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    for (const one of left.splice(Math.floor((state / 0x100000000) * left.length), 1)) {
      if (!/^(?:sha|md5)/.test(one.fact.kind) || ++hashes <= MOST_HASHES) drawn.push(one);
    }
  }
  return drawn;
}

function filesBelow(root: string, folder = ''): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap(entry => {
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(root, name) : entry.name.endsWith('.md') ? [name] : [];
    });
}

/** The key under which a judgement is kept. */
export function keyOf({ file, fact }: Drawn): string {
  return `${file}:${fact.span.start}:${fact.span.end} ${fact.kind}`;
}

export async function measure(dataDir: string): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  if (!existsSync(path.join(dataDir, 'prose'))) return [];
  const judged = new Map<string, boolean>();
  const kept = fileURLToPath(new URL('./indicators.judged.txt', import.meta.url));
  for (const line of existsSync(kept) ? readFileSync(kept, 'utf8').split('\n') : []) {
    const match = /^([+-]) (\S+ \S+)/.exec(line);
    if (match?.[2]) judged.set(match[2], match[1] === '+');
  }
  const found = allFound(dataDir);
  const drawn = draw(found);
  const right = drawn.filter(one => judged.get(keyOf(one)) === true).length;
  const unjudged = drawn.filter(one => !judged.has(keyOf(one))).length;
  console.log(`indicators: ${found.length} in the prose, ${drawn.length} drawn with seed ${SEED}, ${unjudged} not judged yet`);
  return [
    {
      figure: 'indicators: precision of drawn findings in prose',
      value: drawn.length === 0 ? 0 : right / drawn.length,
      bar: 0.95,
      source: `prose, ${drawn.length} drawn`,
    },
  ];
}
