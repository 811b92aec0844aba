// Precision of what counts as a claim in real prose, and the share of claims that go unflagged, from the readings that are there:
// claims-judged-X.jsonl, each by one reader who did not see the others', by file and offset.
// Must not know: how claims are found.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { draw, keyOf, type ProseSentence, readHalf, readings, SEED } from './claims-study.ts';
import type { Figure } from './retrieval.quality.ts';

type Reading = ReadonlyMap<string, boolean>;

export async function measure(dataDir: string): Promise<Figure[]> {
  if (!existsSync(path.join(dataDir, 'prose'))) return [];
  const all = await readHalf(dataDir, 'odd');
  const { flagged, unflagged } = draw(all);
  const drawn = [...flagged, ...unflagged];
  const figures: Figure[] = [];
  const read = [...readings()].map(([name, rows]) => ({
    name,
    reading: new Map(rows.map(row => [keyOf(row), row.verdict === 'claim'] as const)),
  }));
  for (const { name, reading } of read) {
    const known = all.filter(one => reading.has(keyOf(one)));
    const unread = drawn.filter(one => !reading.has(keyOf(one))).length;
    console.log(
      `claims study, reading ${name}: ${known.length} judged; of ${drawn.length} drawn with seed ${SEED} ${unread} not judged yet`,
    );
    const raised = known.filter(one => one.flagged);
    const left = known.filter(one => !one.flagged);
    const source = (judged: readonly ProseSentence[]): string => `odd half of the prose, ${judged.length} judged, reading ${name}`;
    figures.push(
      {
        figure: `claims: flagged sentences that are claims, reading ${name}`,
        value: share(raised, reading),
        bar: 0.85,
        source: source(raised),
      },
      {
        figure: `claims: unflagged that are claims, reading ${name} (at most)`,
        value: share(left, reading),
        bar: 0.15,
        source: source(left),
      },
    );
  }
  for (const [at, first] of read.entries()) {
    for (const second of read.slice(at + 1)) {
      const both = [...first.reading.keys()].filter(key => second.reading.has(key)).length;
      // Readers of one sheet; those of different ones share the flagged sentences alone.
      if (both < SHEET) continue;
      const source = `Cohen’s kappa over ${both} sentences that both judged`;
      const figure = `claims: agreement of readings ${first.name} and ${second.name}`;
      figures.push({ figure, value: kappa(first.reading, second.reading), bar: 0.6, source });
    }
  }
  return figures;
}

/** So many sentences in common make one sheet. */
const SHEET = 300;

function share(judged: readonly ProseSentence[], reading: Reading): number {
  return judged.filter(one => reading.get(keyOf(one)) === true).length / Math.max(1, judged.length);
}

/** Agreement of two readings beyond chance: (observed - expected) / (1 - expected), Cohen 1960. */
export function kappa(a: Reading, b: Reading): number {
  const both = [...a].flatMap(([key, verdict]) => {
    const other = b.get(key);
    return other === undefined ? [] : [[verdict, other] as const];
  });
  const of = (count: number): number => count / Math.max(1, both.length);
  const observed = of(both.filter(([one, other]) => one === other).length);
  const first = of(both.filter(([one]) => one).length);
  const second = of(both.filter(([, other]) => other).length);
  const expected = first * second + (1 - first) * (1 - second);
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
}
