// Owns: training of the support model from labelled data. Seedless: nothing is random, equal data gives equal bytes.
// Must not know: verdicts, thresholds of the product.
//
//   npm run train:support -- --data DIR      writes server/src/core/evidence/support-weights.generated.ts
//   npm run train:support -- --data DIR --check   prints the evaluation only
//
// Data: WiCE unsupported-tokens train (Kamoi et al. 2023, annotations ODC-BY) and SummEdits (Laban et al. 2023, Apache-2.0).
// What ships are weights and how rare word stems are, no text.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type KeyedText, type KeyedWord, keyed } from '../server/src/core/evidence/alignment.ts';
import {
  CLAIM_FEATURES,
  type Comparison,
  claimFeatures,
  compare,
  rarityFrom,
  WORD_FEATURES,
  wordFeatures,
} from '../server/src/core/evidence/support-features.ts';
import type { Passage, Source } from '../server/src/core/evidence/types.ts';
import { bestPassages } from './lib/bm25.ts';
import { boost, type Ensemble, scoreOf } from './lib/boosting.ts';
import { auc, balancedAccuracy, bestThreshold, f1 } from './lib/measures.ts';
import { cutSentences, readSummEdits, readWice, SUMMEDITS_DOMAINS, type SummaryExample, type SupportExample } from './lib/support-data.ts';

const OUT = fileURLToPath(new URL('../server/src/core/evidence/support-weights.generated.ts', import.meta.url));
const PASSAGES = 8;
const FOLDS = 5;
const WORD_TREES = { depth: 3, rounds: 60, rate: 0.15, leaf: 20, penalty: 2, bins: 24 };
const CLAIM_TREES = { depth: 2, rounds: 50, rate: 0.1, leaf: 15, penalty: 2, bins: 24 };

/** A claim laid over its evidence, with what is known of each of its words. */
interface Item {
  readonly group: string;
  readonly weight: number;
  readonly claim: KeyedText;
  readonly comparison: Comparison;
  readonly words: readonly Float64Array[];
  /** 1 where nothing backs the word. */
  readonly missing?: readonly number[];
  readonly label: 'supported' | 'partially_supported' | 'not_supported';
}

/** Scores of the two models on one claim. */
interface Judged {
  readonly full: number;
  readonly related: number;
}

interface Models {
  readonly words: Ensemble;
  readonly full: Ensemble;
  readonly related: Ensemble;
}

main();

function main(): void {
  const dataDir = argument('--data') ?? process.env.BACKDRAFT_DATA;
  if (dataDir === undefined || !existsSync(dataDir)) {
    console.error('Name the folder of labelled data: npm run train:support -- --data DIR');
    process.exitCode = 2;
    return;
  }
  const wice = readWice(dataDir, 'unsupported-tokens-train');
  const summaries = readSummEdits(dataDir);
  if (wice === undefined || summaries === undefined) {
    console.error(`Missing below ${dataDir}: support/wice/unsupported-tokens-train.jsonl and support/summedits.`);
    process.exitCode = 2;
    return;
  }
  const frequencies = stemFrequencies(dataDir, wice, summaries);
  const rarity = rarityFrom(frequencies.table);
  const wiceItems = wice.flatMap((example, index) => wiceItemsOf(example, index, rarity));
  const summaryItems = summaries.map(example => ({ example, items: summaryItemsOf(example, rarity) }));
  console.log(`${wiceItems.length} WiCE claims, ${summaryItems.length} summaries, ${frequencies.count} stems`);

  crossValidate(
    wiceItems,
    summaryItems.flatMap(one => one.items),
  );
  console.log(`folds after ${Math.round(performance.now() / 1000)} s`);
  leaveOneDomainOut(summaryItems, wiceItems);

  const models = train([...wiceItems, ...summaryItems.flatMap(one => one.items)]);
  if (process.argv.includes('--check')) return;
  const text = render(models, frequencies.table);
  writeFileSync(OUT, text);
  console.log(`${Math.round(text.length / 1024)} KiB written`);
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** How often stems occur, in sixteen steps: what rarity is read from. */
function stemFrequencies(
  dataDir: string,
  wice: readonly SupportExample[],
  summaries: readonly SummaryExample[],
): { table: string; count: number } {
  const counts = new Map<string, number>();
  let texts = 0;
  const count = (text: string): void => {
    texts++;
    for (const key of new Set(
      keyed(text)
        .words.filter(word => !word.isFunction && !word.isNumber)
        .map(word => word.key),
    )) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  };
  const seen = new Set<Source>();
  for (const { source } of [...wice, ...summaries]) {
    if (seen.has(source)) continue;
    seen.add(source);
    for (const passage of source.passages) count(passage.text);
  }
  const debates = join(dataDir, 'claims', 'claimbuster');
  if (existsSync(debates)) {
    for (const name of readdirSync(debates).sort()) {
      if (!/^test_/.test(name)) continue;
      for (const line of readFileSync(join(debates, name), 'utf8').split('\n')) count(line);
    }
  }
  const steps: string[][] = Array.from({ length: 8 }, () => []);
  for (const [key, times] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!/^[a-z][a-z']+$/.test(key) || times < 25) continue;
    const step = Math.floor((Math.log(texts / times) - 2) / 0.75);
    steps[Math.max(0, Math.min(7, step))]?.push(key);
  }
  return { table: steps.map(step => step.join(' ')).join('|'), count: steps.flat().length };
}

function itemOf(
  group: string,
  weight: number,
  text: string,
  passages: readonly Passage[],
  title: string,
  context: string,
  rarity: (word: KeyedWord) => number,
  label: Item['label'],
  missing?: (word: KeyedWord) => boolean,
): Item {
  const claim = keyed(text);
  const comparison = compare(claim, passages, keyed(title), keyed(context), rarity);
  return {
    group,
    weight,
    claim,
    comparison,
    words: wordFeatures(comparison),
    label,
    ...(missing ? { missing: claim.words.map(word => (missing(word) ? 1 : 0)) } : {}),
  };
}

/** Three items of each claim: as it is (partial), without what nothing backs (supported), and with the backing sentences taken away (not). */
function wiceItemsOf(example: SupportExample, index: number, rarity: (word: KeyedWord) => number): Item[] {
  const group = `${index % FOLDS}`;
  const spans = example.unsupported ?? [];
  const bare = (word: KeyedWord): boolean => spans.some(span => span.start < word.end && word.start < span.end);
  const { claim, source } = example;
  let stripped = claim;
  for (const span of [...spans].reverse()) stripped = stripped.slice(0, span.start) + stripped.slice(span.end);
  const supporting = new Set(example.supporting.flat());
  const rest: Source = { ...source, passages: source.passages.filter((_, at) => !supporting.has(at)) };
  const of = (text: string, from: Source, label: Item['label'], missing?: (word: KeyedWord) => boolean, weight = 1): Item =>
    itemOf(group, weight, text, bestPassages(text, from, PASSAGES), source.title, example.context, rarity, label, missing);
  const items = [of(claim, source, 'partially_supported', bare)];
  if (keyed(stripped).words.length >= 3) items.push(of(stripped, source, 'supported'));
  items.push(of(claim, rest, 'not_supported'));
  return items;
}

/** One item for each sentence of a summary; a sentence that the edit did not touch is supported. */
function summaryItemsOf(example: SummaryExample, rarity: (word: KeyedWord) => number): Item[] {
  const original = new Set(cutSentences(example.original));
  const originalWords = keyed(example.original);
  const items: Item[] = [];
  for (const sentence of cutSentences(example.summary)) {
    const words = keyed(sentence);
    const untouched = example.consistent || original.has(sentence);
    const kept = untouched ? undefined : common(words, originalWords);
    const missing = (word: KeyedWord): boolean => kept !== undefined && !kept.has(word.start);
    const label = untouched ? 'supported' : 'partially_supported';
    const passages = bestPassages(sentence, example.source, PASSAGES);
    // Of untouched sentences every eighth is enough to learn from word by word.
    const wordByWord = !untouched || items.length % 8 === 0;
    items.push(itemOf(example.domain, 0.15, sentence, passages, '', '', rarity, label, wordByWord ? missing : undefined));
  }
  return items;
}

/** Starts of the words of `a` that lie on a longest common subsequence with `b`. */
function common(a: KeyedText, b: KeyedText): Set<number> {
  const width = b.words.length + 1;
  const table = new Uint16Array((a.words.length + 1) * width);
  for (let i = a.words.length - 1; i >= 0; i--) {
    for (let j = b.words.length - 1; j >= 0; j--) {
      const same = a.words[i]?.folded === b.words[j]?.folded;
      table[i * width + j] = same
        ? (table[(i + 1) * width + j + 1] as number) + 1
        : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
    }
  }
  const kept = new Set<number>();
  for (let i = 0, j = 0; i < a.words.length && j < b.words.length; ) {
    const word = a.words[i] as KeyedWord;
    if (word.folded === b.words[j]?.folded) {
      kept.add(word.start);
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] as number) >= (table[i * width + j + 1] as number)) i++;
    else j++;
  }
  return kept;
}

function train(items: readonly Item[]): Models {
  const labelled = items.filter(item => item.missing !== undefined);
  const rows = labelled.flatMap(item => item.words);
  const labels = labelled.flatMap(item => item.missing ?? []);
  const weights = labelled.flatMap(item => item.words.map(() => item.weight));
  const words = boost(rows, labels, weights, WORD_TREES);
  const claimRows = items.map(item => claimRow(words, item));
  const claimWeights = items.map(item => item.weight);
  const supported = items.map(item => (item.label === 'supported' ? 1 : 0));
  const full = boost(claimRows, supported, claimWeights, CLAIM_TREES);
  const related = boost(
    claimRows,
    items.map(item => (item.label === 'not_supported' ? 0 : 1)),
    claimWeights,
    CLAIM_TREES,
  );
  return { words, full, related };
}

function missingOf(words: Ensemble, item: Item): number[] {
  return item.words.map(row => 1 / (1 + Math.exp(-scoreOf(words, row))));
}

function claimRow(words: Ensemble, item: Item): Float64Array {
  return claimFeatures(item.comparison, item.words, missingOf(words, item));
}

function judge(models: Models, item: Item): Judged {
  const row = claimRow(models.words, item);
  return { full: scoreOf(models.full, row), related: scoreOf(models.related, row) };
}

function crossValidate(items: readonly Item[], extra: readonly Item[]): void {
  const scores: { item: Item; judged: Judged; missing: number[] }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const models = train([...items.filter(item => item.group !== `${fold}`), ...extra]);
    for (const item of items) {
      if (item.group === `${fold}`) scores.push({ item, judged: judge(models, item), missing: missingOf(models.words, item) });
    }
  }
  const of = (label: Item['label'], which: keyof Judged): number[] =>
    scores.filter(one => one.item.label === label).map(one => one.judged[which]);
  const bars = [0.25, 0.3, 0.35, 0.4, 0.45];
  const tokens = scores.filter(one => one.item.missing !== undefined);
  console.log(
    `WiCE tokens-train, ${FOLDS} folds: unsupported words F1 ` +
      bars
        .map(
          bar =>
            `${f1(
              tokens.map(one => one.missing.map(p => p >= bar)),
              tokens.map(one => (one.item.missing ?? []).map(x => x === 1)),
            ).toFixed(3)}@${bar}`,
        )
        .join(' '),
  );
  console.log(
    `  full: stripped vs whole ${auc(of('supported', 'full'), of('partially_supported', 'full')).toFixed(3)}` +
      `, vs taken away ${auc(of('supported', 'full'), of('not_supported', 'full')).toFixed(3)}` +
      `; related: stripped and whole vs taken away ${auc([...of('supported', 'related'), ...of('partially_supported', 'related')], of('not_supported', 'related')).toFixed(3)}`,
  );
}

function leaveOneDomainOut(all: readonly { example: SummaryExample; items: Item[] }[], wice: readonly Item[]): void {
  let sum = 0;
  for (const domain of SUMMEDITS_DOMAINS) {
    const rest = all.filter(one => one.example.domain !== domain);
    const models = train([...rest.flatMap(one => one.items), ...wice]);
    const score = (one: { items: Item[] }): number => {
      const judged = one.items.map(item => judge(models, item).full);
      return Math.min(...judged);
    };
    const bar = bestThreshold(
      rest.map(score),
      rest.map(one => one.example.consistent),
    );
    const held = all.filter(one => one.example.domain === domain);
    const value = balancedAccuracy(
      held.map(score).map(x => x >= bar),
      held.map(one => one.example.consistent),
    );
    sum += value;
    console.log(`  SummEdits ${domain.padEnd(12)} ${value.toFixed(3)}`);
  }
  console.log(`SummEdits, leave one domain out, balanced accuracy ${(sum / SUMMEDITS_DOMAINS.length).toFixed(3)}`);
}

function render(models: Models, table: string): string {
  return `// Generated by tools/train-support.ts; do not edit.
// Weights only. Trained on WiCE unsupported-tokens train (annotations ODC-BY) and SummEdits (Apache-2.0).

/** Names of the features that the weights were trained for. */
export const TRAINED_WORD_FEATURES = ${JSON.stringify(WORD_FEATURES.join(' '))};
export const TRAINED_CLAIM_FEATURES = ${JSON.stringify(CLAIM_FEATURES.join(' '))};

/** Stems by how often they occur, most frequent step first. */
export const STEM_STEPS = ${JSON.stringify(table)};

/** Ensembles: depth, bias, and for each tree its features, thresholds and leaves. */
export const WORD_MODEL = ${JSON.stringify(flat(models.words))};
export const FULL_MODEL = ${JSON.stringify(flat(models.full))};
export const RELATED_MODEL = ${JSON.stringify(flat(models.related))};
`;
}

function flat(ensemble: Ensemble): string {
  const trees = ensemble.trees.map(tree =>
    [
      tree.features.join(','),
      tree.thresholds.map(x => (x === Number.MAX_SAFE_INTEGER ? '~' : `${x}`)).join(','),
      tree.leaves.join(','),
    ].join(';'),
  );
  return `${ensemble.depth}|${ensemble.bias.toFixed(4)}|${trees.join('|')}`;
}
