// Runs every *.quality.ts beside it and prints one table. Exit code 1 when a bar is missed.
//   npm run quality [-- NAME …]     only the named measures
// Data: the folder named by BACKDRAFT_DATA, else ../shared/data where present.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** "(at most)" in its name: the value must not be above the bar, instead of not below it. */
interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly bar: number;
  readonly aim?: number;
  readonly source: string;
}

const here = path.dirname(fileURLToPath(import.meta.url));
const dataDir = process.env.BACKDRAFT_DATA ?? path.resolve(here, '../../../shared/data');
const wanted = process.argv.slice(2);
const figures: Figure[] = [];
const notRun: string[] = [];

if (!existsSync(dataDir)) console.log(`No data folder at ${dataDir}: set BACKDRAFT_DATA. Only measures that need none can run.\n`);
for (const name of readdirSync(here).sort()) {
  if (!name.endsWith('.quality.ts')) continue;
  const short = name.replace('.quality.ts', '');
  if (wanted.length > 0 && !wanted.includes(short)) continue;
  try {
    const { measure } = (await import(pathToFileURL(path.join(here, name)).href)) as { measure(dataDir: string): Promise<Figure[]> };
    const found = await measure(dataDir);
    if (found.length === 0) notRun.push(`${short}: its data is not there`);
    figures.push(...found);
  } catch (error) {
    notRun.push(`${short}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exitCode = 1;
  }
}

const rows = [['figure', 'value', 'bar', 'aim', '', 'source'], ...figures.map(rowOf)];
const widths = [0, 1, 2, 3, 4].map(column => Math.max(...rows.map(row => row[column]?.length ?? 0)));
for (const row of rows) console.log(row.map((cell, column) => (column < 5 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  '));
for (const reason of notRun) console.log(`\nnot run: ${reason}`);
if (figures.some(figure => !passes(figure, figure.bar))) process.exitCode = 1;

function rowOf(figure: Figure): string[] {
  const verdict = !passes(figure, figure.bar) ? 'MISSED' : figure.aim === undefined || passes(figure, figure.aim) ? 'ok' : 'ok, below aim';
  return [
    figure.figure,
    show(figure.value),
    `${isMost(figure) ? '≤' : '≥'} ${show(figure.bar)}`,
    figure.aim === undefined ? '' : show(figure.aim),
    verdict,
    figure.source,
  ];
}

function passes(figure: Figure, bar: number): boolean {
  return isMost(figure) ? figure.value <= bar : figure.value >= bar;
}

function isMost(figure: Figure): boolean {
  return figure.figure.includes('(at most)');
}

function show(value: number): string {
  return Number.isInteger(value) || Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(3);
}
