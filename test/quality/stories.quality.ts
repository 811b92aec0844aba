// Owns: recall and precision of the built command line on small stories whose faults are known.
// Must not know: how findings come about.
//
// A story is a folder with a draft, notes, `expected.jsonl` (spots with the rule that should find them, other fair rules in `also`),
// `clean.jsonl` (traps: spots that look wrong and are right) and perhaps `neutral.jsonl` (any answer is fair).
// A finding meets an expected line when its rule is one of the line's, its span overlaps the spot, and it is not much longer than it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './retrieval.quality.ts';

interface Spot {
  readonly file: string;
  readonly text: string;
  readonly occurrence?: number;
  readonly rule?: string;
  readonly also?: readonly string[];
  readonly not?: string;
}

interface PlacedSpot extends Spot {
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** Counts of one rule group, or of everything. */
interface Count {
  expected: number;
  met: number;
  right: number;
  extra: number;
}

export interface StoryScore {
  readonly all: Count;
  readonly groups: ReadonlyMap<string, Count>;
  readonly traps: number;
  readonly trapsHit: number;
  /** What was missed, found beside, or trapped, one line each. */
  readonly remarks: readonly string[];
}

/** Folders of stories beside this file: for the suite, learned from, for judging. */
const OWN = ['stories', 'learning-stories', 'judging-stories'];
const LISTS = ['expected.jsonl', 'clean.jsonl', 'neutral.jsonl'];
const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(here, '../..');

/** Runs the command line on a copy of every story in `folder` and scores it. */
export function scoreStories(cli: string, folder: string): StoryScore {
  const all: Count = { expected: 0, met: 0, right: 0, extra: 0 };
  const groups = new Map<string, Count>();
  const remarks: string[] = [];
  let traps = 0;
  let trapsHit = 0;
  const counts = (rule: string): readonly Count[] => {
    const name = rule.split('/', 1)[0] as string;
    const group = groups.get(name) ?? { expected: 0, met: 0, right: 0, extra: 0 };
    groups.set(name, group);
    return [all, group];
  };
  for (const story of readdirSync(folder).sort()) {
    const source = path.join(folder, story);
    if (!existsSync(path.join(source, 'expected.jsonl'))) continue;
    const copy = mkdtempSync(path.join(tmpdir(), 'backdraft-story-'));
    try {
      cpSync(source, copy, { recursive: true, filter: file => !LISTS.includes(path.basename(file)) });
      const read = (file: string): string => readFileSync(path.join(copy, file), 'utf8').replace(/^\ufeff/, '');
      const found = findingsOf(cli, copy);
      const expected = spots(source, 'expected.jsonl', read);
      const clean = spots(source, 'clean.jsonl', read);
      const neutral = spots(source, 'neutral.jsonl', read);
      for (const spot of expected) {
        const met = found.some(one => meets(one, spot));
        for (const count of counts(spot.rule ?? '')) {
          count.expected++;
          if (met) count.met++;
        }
        if (!met) remarks.push(`missed  ${story} ${spot.rule}: ${spot.text}`);
      }
      const extras: Found[] = [];
      for (const one of found) {
        if (expected.some(spot => meets(one, spot))) for (const count of counts(one.rule)) count.right++;
        else if (one.severity !== 'hint' && !neutral.some(spot => overlaps(one, spot) && isNamed(one.rule, spot.not ?? spot.rule ?? '*'))) {
          extras.push(one);
          for (const count of counts(one.rule)) count.extra++;
          remarks.push(`extra   ${story} ${one.rule}: ${one.text ?? read(one.file).slice(one.start, one.end)}`);
        }
      }
      for (const spot of clean) {
        traps++;
        if (!extras.some(one => overlaps(one, spot) && isNamed(one.rule, spot.not ?? '*') && (within(one, spot) || within(spot, one))))
          continue;
        trapsHit++;
        remarks.push(`trapped ${story} ${spot.not}: ${spot.text}`);
      }
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  }
  return { all, groups, traps, trapsHit, remarks };
}

function findingsOf(cli: string, folder: string): readonly Found[] {
  const run = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  const report = JSON.parse(run.stdout) as {
    readonly files: readonly { readonly path: string; readonly findings: readonly Omit<Found, 'file'>[] }[];
  };
  return report.files.flatMap(file => file.findings.map(finding => ({ ...finding, file: path.normalize(file.path) })));
}

function spots(folder: string, list: string, read: (file: string) => string): readonly PlacedSpot[] {
  const file = path.join(folder, list);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '');
  return lines.map(line => {
    const spot = JSON.parse(line) as Spot;
    const text = read(spot.file);
    let start = -1;
    for (let left = spot.occurrence ?? 1; left > 0; left--) start = text.indexOf(spot.text, start + 1);
    if (start < 0) throw new Error(`${file}: not in ${spot.file}: ${spot.text}`);
    return { ...spot, start, end: start + spot.text.length };
  });
}

function meets(found: Found, spot: PlacedSpot): boolean {
  const rules = [spot.rule, ...(spot.also ?? [])];
  return rules.includes(found.rule) && overlaps(found, spot) && found.end - found.start <= Math.max(400, 2 * spot.text.length);
}

function overlaps(found: Found, spot: PlacedSpot): boolean {
  return found.file === spot.file && found.start < spot.end && spot.start < found.end;
}

function within(inner: { readonly start: number; readonly end: number }, outer: { readonly start: number; readonly end: number }): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function isNamed(rule: string, name: string): boolean {
  return name === '*' || rule === name || rule.startsWith(`${name}/`);
}

/** Share, 1 where there is nothing to share. */
function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

export async function measure(dataDir: string): Promise<Figure[]> {
  const cli = path.join(root, 'dist/cli.js');
  if (!existsSync(cli)) return [];
  const figures: Figure[] = [];
  for (const folder of [...OWN.map(name => path.join(here, name)), path.join(dataDir, '../stories')]) {
    if (!existsSync(folder)) continue;
    const { all, groups, traps, trapsHit } = scoreStories(cli, folder);
    const source = path.relative(root, folder);
    figures.push({ figure: 'stories, recall', value: share(all.met, all.expected), bar: 0.85, source });
    figures.push({ figure: 'stories, precision', value: share(all.right, all.right + all.extra), bar: 0.9, source });
    figures.push({ figure: `stories, traps hit of ${traps} (at most)`, value: trapsHit, bar: 0, source });
    for (const group of ['claims', 'citations', 'quotes']) {
      const count = groups.get(group);
      if (!count) continue;
      figures.push({ figure: `stories, ${group}: recall`, value: share(count.met, count.expected), bar: 0.85, source });
      figures.push({ figure: `stories, ${group}: precision`, value: share(count.right, count.right + count.extra), bar: 0.9, source });
    }
  }
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? path.join(here, 'stories');
  const { all, groups, traps, trapsHit, remarks } = scoreStories(path.join(root, 'dist/cli.js'), folder);
  for (const remark of remarks) console.log(remark);
  const row = (count: Count): object => ({
    recall: share(count.met, count.expected).toFixed(3),
    of: count.expected,
    precision: share(count.right, count.right + count.extra).toFixed(3),
    found: count.right + count.extra,
  });
  console.table(Object.fromEntries([...[...groups].sort(), ['all', all] as const].map(([name, count]) => [name, row(count)])));
  console.log(`traps hit: ${trapsHit} of ${traps}`);
}
