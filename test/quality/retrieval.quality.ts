// Owns: how well the evidence index finds the passages that bear on a claim, and at what cost.
// Must not know: verdicts.
//
// WiCE (annotations ODC-BY): each claim of Wikipedia with the page that it cites; a passage is right when it stands in one of
// the annotated sets. Parameters are chosen on the train part of the unsupported-token file; the dev part is only measured.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createEvidenceIndex, RANKING, type Ranking } from '../../server/src/core/evidence/index.ts';
import type { Passage, Source } from '../../server/src/core/evidence/types.ts';

export interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly bar: number;
  readonly aim?: number;
  readonly source: string;
}

interface WiceClaim {
  readonly label: string;
  readonly claim: string;
  readonly evidence: readonly string[];
  readonly supporting_sentences: readonly (readonly number[])[];
}

/** Shares of claims (those that the page supports at least in part) whose best passage, or one of whose five best, is annotated as support. */
export function hits(
  file: string,
  ranking: Ranking = RANKING,
  labels: readonly string[] = ['supported', 'partially_supported'],
): { readonly first: number; readonly five: number; readonly claims: number } {
  const claims = readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as WiceClaim);
  const index = createEvidenceIndex(ranking);
  const pages = new Map<string, string>();
  for (const { evidence } of claims) {
    const text = evidence.join('\n');
    if (pages.has(text)) continue;
    const key = `page-${pages.size}`;
    pages.set(text, key);
    index.replace(`file:///${key}`, [sourceOf(key, evidence)]);
  }
  let first = 0;
  let five = 0;
  let judged = 0;
  for (const { claim, evidence, supporting_sentences, label } of claims) {
    const right = new Set(supporting_sentences.flat());
    if (right.size === 0 || !labels.includes(label)) continue;
    judged++;
    const key = pages.get(evidence.join('\n')) as string;
    const found = index.search(claim, { limit: 5, within: new Set([key]) }).map(match => match.passage.span.start);
    if (right.has(found[0] as number)) first++;
    if (found.some(sentence => right.has(sentence))) five++;
  }
  return { first: first / judged, five: five / judged, claims: judged };
}

/** A Source of sentences; a passage's span starts at the sentence's number. */
export function sourceOf(key: string, sentences: readonly string[]): Source {
  const source: Source = {
    key,
    uri: `file:///${key}`,
    path: key,
    origin: 'file',
    span: { start: 0, end: sentences.length },
    keySpan: { start: 0, end: 1 },
    title: key,
    metadata: { confidential: [] },
    items: [],
    passages: [],
  };
  const passages: Passage[] = sentences.map((text, number) => ({ source, text, span: { start: number, end: number + 1 } }));
  return Object.assign(source, { passages });
}

/** Index time (ms), query times (ms) and memory (MB) over `count` notes with `bytes` of varied text altogether. */
export function cost(
  dataDir: string,
  count: number,
  bytes: number,
): { readonly build: number; readonly p50: number; readonly p95: number; readonly memory: number } {
  const claims = readFileSync(path.join(dataDir, 'support/wice/claim-dev.jsonl'), 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as WiceClaim);
  const pool = claims.flatMap(claim => claim.evidence).filter(text => text.length > 20 && text.length < 600);
  let seed = 20251102;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed % below;
  };
  const perNote = bytes / count;
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  const index = createEvidenceIndex();
  let build = 0;
  for (let note = 0; note < count; note++) {
    const sentences: string[] = [];
    for (let length = 0; length < perNote; ) {
      // Names and numbers vary, as in notes that people write.
      const text = (pool[random(pool.length)] as string)
        .replace(/\d+/g, () => `${random(20_000)}`)
        .replace(/\b([A-Z][a-z]{3})[a-z]+\b/g, (_, start: string) => `${start}${random(2000).toString(36)}`);
      sentences.push(text);
      length += text.length;
    }
    const source = sourceOf(`note-${note}`, sentences);
    const start = performance.now();
    index.replace(source.uri, [source]);
    build += performance.now() - start;
  }
  index.search('warm');
  globalThis.gc?.();
  const memory = (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / 1e6;
  const times: number[] = [];
  for (const { claim } of claims) {
    const start = performance.now();
    index.search(claim);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { build, p50: times[Math.floor(times.length / 2)] as number, p95: times[Math.floor(times.length * 0.95)] as number, memory };
}

export async function measure(dataDir: string): Promise<Figure[]> {
  const wice = path.join(dataDir, 'support/wice');
  if (!existsSync(wice)) return [];
  const dev = hits(path.join(wice, 'claim-dev.jsonl'));
  const every = hits(path.join(wice, 'claim-dev.jsonl'), RANKING, ['supported', 'partially_supported', 'not_supported']);
  const train = hits(path.join(wice, 'unsupported-tokens-train.jsonl'));
  const large = cost(dataDir, 10_000, 50_000_000);
  return [
    { figure: 'retrieval, WiCE dev, hit@1', value: dev.first, bar: 0.8, aim: 0.84, source: `${dev.claims} claims` },
    { figure: 'retrieval, WiCE dev, hit@5', value: dev.five, bar: 0.985, aim: 0.99, source: `${dev.claims} claims` },
    {
      figure: 'retrieval, WiCE dev, hit@5, with claims that the page does not support',
      value: every.five,
      bar: 0,
      source: `${every.claims} claims with annotated sentences`,
    },
    { figure: 'retrieval, WiCE tokens train, hit@1 (chosen on)', value: train.first, bar: 0, source: `${train.claims} claims` },
    {
      figure: 'retrieval, 10,000 notes, 50 MB: index, s (at most)',
      value: large.build / 1000,
      bar: 20,
      aim: 8,
      source: 'sentences of WiCE, varied',
    },
    { figure: 'retrieval, the same: query p50, ms (at most)', value: large.p50, bar: 5, aim: 1, source: 'claims of WiCE dev' },
    { figure: 'retrieval, the same: query p95, ms (at most)', value: large.p95, bar: 5, aim: 1, source: 'claims of WiCE dev' },
    { figure: 'retrieval, the same: memory, MB (at most)', value: large.memory, bar: 500, aim: 250, source: 'heap and buffers after' },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const dataDir = process.env.BACKDRAFT_DATA ?? '../shared/data';
  void measure(dataDir).then(figures => console.table(figures));
}
