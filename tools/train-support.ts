// Owns: training of the support model from labelled data. Nothing is random: equal data gives equal bytes.
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
import type { EvidenceIndex } from '../server/src/core/evidence/contract.ts';
import { createEvidenceIndex } from '../server/src/core/evidence/index.ts';
import { type Comparison, compare, rarityFrom } from '../server/src/core/evidence/support-comparison.ts';
import { CLAIM_FEATURES, claimFeatures, SUPPORT_FEATURES } from '../server/src/core/evidence/support-features.ts';
import { runsOf, SPAN_FEATURES, sharesOf, spanFeatures, type WordRun } from '../server/src/core/evidence/support-spans.ts';
import { WORD_FEATURES, wordFeatures } from '../server/src/core/evidence/support-words.ts';
import type { Passage, Source } from '../server/src/core/evidence/types.ts';
import { boost, type Ensemble, scoreOf } from './lib/boosting.ts';
import { type Choice, fitChoice } from './lib/choice.ts';
import { fitLogistic, type Linear, linearScore } from './lib/logistic.ts';
import { auc, balancedAccuracy, f1 } from './lib/measures.ts';
import {
  cutSentences,
  readSummEdits,
  readWice,
  SUMMEDITS_DOMAINS,
  type SummaryExample,
  type SupportExample,
  sourceOf,
} from './lib/support-data.ts';

const OUT = fileURLToPath(new URL('../server/src/core/evidence/support-weights.generated.ts', import.meta.url));
const PASSAGES = 12;
const FOLDS = 5;
const WORD_TREES = { depth: 3, rounds: 60, rate: 0.12, leaf: 15, penalty: 3, bins: 24 };
/** L2 penalty of the model of spans. Chosen by the folds. */
const SPAN_PENALTY = 20;
const SUMMARY_WORD_TREES = { depth: 3, rounds: 60, rate: 0.15, leaf: 10, penalty: 2, bins: 24 };
const SUMMARY_TREES = { depth: 2, rounds: 60, rate: 0.1, leaf: 30, penalty: 5, bins: 24 };
/** What a claim that is backed in part counts for, between none (0) and all (1). Chosen by the folds. */
const PART = 0.4;
/** Share of backed claims of the folds that may fall below the bar of "bears on it". */
const WARNED = 0.015;

/** A claim laid over its evidence, with what is known of each of its words. */
interface Item {
  readonly group: string;
  readonly claim: KeyedText;
  readonly comparison: Comparison;
  readonly words: readonly Float64Array[];
  /** 1 where nothing backs the word. */
  readonly missing?: readonly number[];
  readonly label: 'supported' | 'partially_supported' | 'not_supported';
}

interface Models {
  readonly words: Ensemble;
  readonly spans: Linear;
  readonly claim: Linear;
}

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
  const wiceItems = wice.flatMap(example => wiceItemsOf(example, rarity));
  console.log(`${wiceItems.length} claims made of WiCE, ${summaries.length} summaries, ${frequencies.count} stems`);
  const models = trainClaims(wiceItems);
  if (!process.argv.includes('--no-summaries')) leaveOneDomainOut(summaries, rarity);
  if (process.argv.includes('--check')) return;
  const text = render(models, frequencies.table);
  writeFileSync(OUT, text);
  console.log(`${Math.round(text.length / 1024)} KiB written`);
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

/** How often stems occur, in eight steps: what rarity is read from. */
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

const INDEXES = new WeakMap<Source, EvidenceIndex>();

/** What the product's own index finds in one Source. */
function bestPassages(text: string, source: Source): Passage[] {
  const index = INDEXES.get(source) ?? createEvidenceIndex();
  if (!INDEXES.has(source)) {
    index.replace(source.uri, [source]);
    INDEXES.set(source, index);
  }
  return index.search(text, { limit: PASSAGES }).map(match => match.passage);
}

function itemOf(
  group: string,
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
    claim,
    comparison,
    words: wordFeatures(comparison),
    label,
    ...(missing ? { missing: claim.words.map(word => (missing(word) ? 1 : 0)) } : {}),
  };
}

/** Three items of each claim: as it is (partial), without what nothing backs (supported), and with the backing sentences taken away (not). */
function wiceItemsOf(example: SupportExample, rarity: (word: KeyedWord) => number): Item[] {
  // Claims of one page stay in one fold: what is learned of a page must not help to judge it.
  const group = `${foldOf(example.context.split('. ')[0] ?? '')}`;
  const spans = example.unsupported ?? [];
  const bare = (word: KeyedWord): boolean => spans.some(span => span.start < word.end && word.start < span.end);
  const { claim, source } = example;
  let stripped = claim;
  for (const span of [...spans].reverse()) stripped = stripped.slice(0, span.start) + stripped.slice(span.end);
  const supporting = new Set(example.supporting.flat());
  const rest = sourceOf(
    `${source.key}-rest`,
    source.title,
    source.passages.filter((_, at) => !supporting.has(at)).map(passage => passage.text),
  );
  const of = (text: string, from: Source, label: Item['label'], missing?: (word: KeyedWord) => boolean): Item =>
    itemOf(group, text, bestPassages(text, from), source.title, example.context, rarity, label, missing);
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
    if (words.words.length === 0) continue;
    const untouched = example.consistent || original.has(sentence);
    const kept = untouched ? undefined : common(words, originalWords);
    const missing = (word: KeyedWord): boolean => kept !== undefined && !kept.has(word.start);
    const label = untouched ? 'supported' : 'partially_supported';
    const passages = bestPassages(sentence, example.source);
    // Of untouched sentences every eighth is enough to learn from word by word.
    const wordByWord = !untouched || items.length % 8 === 0;
    items.push(itemOf(example.domain, sentence, passages, '', '', rarity, label, wordByWord ? missing : undefined));
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

function trainWords(items: readonly Item[], trees: typeof WORD_TREES): Ensemble {
  const labelled = items.filter(item => item.missing !== undefined);
  const rows = labelled.flatMap(item => item.words);
  return boost(
    rows,
    labelled.flatMap(item => item.missing ?? []),
    rows.map(() => 1),
    trees,
  );
}

function missingOf(words: Ensemble, item: Item): number[] {
  return item.words.map(row => 1 / (1 + Math.exp(-scoreOf(words, row))));
}

function claimRow(words: Ensemble, item: Item): Float64Array {
  return claimFeatures(item.comparison, item.words, missingOf(words, item));
}

/** The features that the claim model reads. */
function pick(row: Float64Array): number[] {
  return SUPPORT_FEATURES.map(name => row[CLAIM_FEATURES.indexOf(name)] as number);
}

const TARGETS = { supported: 1, partially_supported: PART, not_supported: 0 } as const;

function trainLinear(rows: readonly { item: Item; row: Float64Array }[]): Linear {
  return fitLogistic(
    rows.map(one => pick(one.row)),
    rows.map(one => TARGETS[one.item.label]),
    rows.map(() => 1),
    1,
  );
}

/** Trains on all; rows of the claim model come from word models that did not see them. Prints what the folds say. */
function trainClaims(items: readonly Item[]): Models {
  const held = Array.from({ length: FOLDS }, (_, fold) =>
    trainWords(
      items.filter(item => item.group !== `${fold}`),
      WORD_TREES,
    ),
  );
  const apart = items.map(item => missingOf(held[Number(item.group)] as Ensemble, item));
  const rows = items.map((item, at) => ({ item, row: claimFeatures(item.comparison, item.words, apart[at] as number[]) }));
  const scores = new Map<Item, number>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const linear = trainLinear(rows.filter(one => one.item.group !== `${fold}`));
    for (const one of rows) if (one.item.group === `${fold}`) scores.set(one.item, linearScore(linear, pick(one.row)));
  }
  const choices = items.flatMap((item, at) => (item.missing?.includes(1) === true ? [choiceOf(item, apart[at] as number[])] : []));
  const shares = choices.map(() => [] as number[]);
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fitChoice(
      choices.filter(one => one.item.group !== `${fold}`),
      SPAN_PENALTY,
    );
    for (const [at, one] of choices.entries()) if (one.item.group === `${fold}`) shares[at] = unbackedOf(model, one);
  }
  const bars = [0.2, 0.25, 0.3, 0.35, 0.4];
  const f1At = (bar: number): string =>
    f1(
      shares.map(one => one.map(p => p >= bar)),
      choices.map(one => (one.item.missing ?? []).map(x => x === 1)),
    ).toFixed(3);
  const of = (label: Item['label']): number[] => items.filter(item => item.label === label).map(item => scores.get(item) ?? 0);
  const [full, part, none] = [of('supported'), of('partially_supported'), of('not_supported')];
  console.log(`WiCE tokens-train, ${FOLDS} folds. Unsupported words, F1 at ${bars.map(bar => `${bar}: ${f1At(bar)}`).join(', ')}`);
  console.log(
    `  AUC whole against part ${auc(full, part).toFixed(3)}, whole against none ${auc(full, none).toFixed(3)}, ` +
      `whole and part against none ${auc([...full, ...part], none).toFixed(3)}`,
  );
  const probability = (x: number): number => 1 / (1 + Math.exp(-x));
  const sorted = [...full].sort((a, b) => a - b);
  const related = sorted[Math.floor(WARNED * sorted.length)] ?? 0;
  console.log(
    `  bar of "bears on it" at ${probability(related).toFixed(3)}: catches ${(none.filter(x => x < related).length / none.length).toFixed(3)} of none; ` +
      `medians ${[full, part, none].map(list => probability([...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0).toFixed(3)).join(' ')}`,
  );
  return { words: trainWords(items, WORD_TREES), spans: fitChoice(choices, SPAN_PENALTY), claim: trainLinear(rows) };
}

/** The runs of words of a claim of which something is not backed, and which of them are the ones that are not. */
interface SpanChoice extends Choice {
  readonly item: Item;
  readonly runs: readonly WordRun[];
}

function choiceOf(item: Item, missing: readonly number[]): SpanChoice {
  const truth = item.missing ?? [];
  const isBare = (at: number): boolean => truth[at] === 1;
  const runs = runsOf(truth.length);
  const isWhole = ({ from, to }: WordRun): boolean => !isBare(from - 1) && !isBare(to) && truth.slice(from, to).every(x => x === 1);
  const whole = runs.filter(isWhole).length;
  return {
    item,
    runs,
    rows: spanFeatures(item.comparison, runs, item.words, missing),
    truth: runs.map(run => (isWhole(run) ? 1 / whole : 0)),
  };
}

function unbackedOf(model: Linear, { item, runs, rows }: SpanChoice): number[] {
  return sharesOf(
    item.words.length,
    runs,
    rows.map(row => linearScore(model, [...row])),
  );
}

/** Largest, least and mean of each claim feature over the sentences of a summary. */
function summaryRow(rows: readonly Float64Array[]): Float64Array {
  const width = CLAIM_FEATURES.length;
  const out = new Float64Array(3 * width + 1);
  for (let feature = 0; feature < width; feature++) {
    const values = rows.map(row => row[feature] as number);
    out[feature] = Math.max(...values);
    out[width + feature] = Math.min(...values);
    out[2 * width + feature] = values.reduce((sum, x) => sum + x, 0) / values.length;
  }
  out[3 * width] = rows.length;
  return out;
}

/** The same features and learners on SummEdits, trained on seven domains and judged on the eighth. */
function leaveOneDomainOut(summaries: readonly SummaryExample[], rarity: (word: KeyedWord) => number): void {
  const all = summaries
    .map(example => ({ example, half: halfOf(example.source.key), items: summaryItemsOf(example, rarity) }))
    .filter(one => one.items.length > 0);
  let sum = 0;
  for (const domain of SUMMEDITS_DOMAINS) {
    const rest = all.filter(one => one.example.domain !== domain);
    const held = all.filter(one => one.example.domain === domain);
    const halves = [0, 1].map(half =>
      trainWords(
        rest.filter(one => one.half === half).flatMap(one => one.items),
        SUMMARY_WORD_TREES,
      ),
    );
    const rowOf = (one: (typeof all)[number], words: Ensemble): Float64Array => summaryRow(one.items.map(item => claimRow(words, item)));
    const labels = rest.map(one => (one.example.consistent ? 1 : 0));
    const positives = labels.filter(label => label === 1).length;
    const model = boost(
      rest.map(one => rowOf(one, halves[1 - one.half] as Ensemble)),
      labels,
      labels.map(label => (0.5 * labels.length) / (label === 1 ? positives : labels.length - positives)),
      SUMMARY_TREES,
    );
    const scores = held.map(one => halves.reduce((total, words) => total + scoreOf(model, rowOf(one, words)), 0));
    const truth = held.map(one => one.example.consistent);
    const value = balancedAccuracy(
      scores.map(score => score >= 0),
      truth,
    );
    const area = auc(
      scores.filter((_, at) => truth[at]),
      scores.filter((_, at) => !truth[at]),
    );
    sum += value;
    console.log(`  SummEdits ${domain.padEnd(12)} ${value.toFixed(3)} (AUC ${area.toFixed(3)})`);
  }
  console.log(`SummEdits, leave one domain out, balanced accuracy ${(sum / SUMMEDITS_DOMAINS.length).toFixed(3)}`);
}

function halfOf(key: string): number {
  return hashOf(key) % 2;
}

function foldOf(page: string): number {
  return hashOf(page) % FOLDS;
}

function hashOf(key: string): number {
  let sum = 0;
  for (const character of key) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_003;
  return sum;
}

function render(models: Models, table: string): string {
  return `// Generated by tools/train-support.ts; do not edit.
// Weights only. Trained on WiCE unsupported-tokens train (annotations ODC-BY); stems counted there, in SummEdits and ClaimBuster.

/** Names of the features that the weights were trained for, in order. */
export const TRAINED_WORD_FEATURES = ${JSON.stringify(WORD_FEATURES.join(' '))};
export const TRAINED_SPAN_FEATURES = ${JSON.stringify(SPAN_FEATURES.join(' '))};
export const TRAINED_CLAIM_FEATURES = ${JSON.stringify(CLAIM_FEATURES.join(' '))};

/** Stems by how often they occur, most frequent step first. */
export const STEM_STEPS = ${JSON.stringify(table)};

/** Ensemble: depth, bias, and for each tree its features, thresholds and leaves. */
export const WORD_MODEL = ${JSON.stringify(flat(models.words))};

/** One weight for each feature of a run of words. */
export const SPAN_MODEL = ${JSON.stringify(models.spans.weights.map(x => Number(x.toFixed(4))))};

/** Bias, then one weight for each of the support features. */
export const CLAIM_MODEL = ${JSON.stringify([models.claim.bias, ...models.claim.weights].map(x => Number(x.toFixed(4))))} as const;
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

main();
