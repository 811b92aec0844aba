// Owns: reading the labelled data on support (WiCE, SummEdits) into one shape.
// Must not know: features, models, thresholds.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage, Source } from '../../server/src/core/evidence/types.ts';
import type { Span } from '../../server/src/core/text/span.ts';

/** A claim with the evidence it is to be judged by. */
export interface SupportExample {
  readonly id: string;
  /** File or domain. */
  readonly set: string;
  readonly claim: string;
  readonly source: Source;
  /** Names that the text around the claim supplies. */
  readonly context: string;
  readonly label: 'supported' | 'partially_supported' | 'not_supported';
  /** Indices of evidence sentences, one list for each reader. */
  readonly supporting: readonly (readonly number[])[];
  /** Where nothing backs the claim, in UTF-16 offsets of the claim. */
  readonly unsupported?: readonly Span[];
}

interface WiceRow {
  label: SupportExample['label'];
  supporting_sentences: number[][];
  claim: string;
  evidence: string[];
  meta: { id: string; claim_title: string; claim_context: string };
  claim_tokens?: string[];
  non_supported_spans?: boolean[];
}

interface SummRow {
  id: string;
  doc: string;
  summary: string;
  label: 0 | 1;
  original_summary: string;
  edit_types: string[];
}

/** A Source made of sentences, for measuring. */
export function sourceOf(key: string, title: string, sentences: readonly string[]): Source {
  const passages: Passage[] = [];
  const uri = `file:///${encodeURIComponent(key)}.md`;
  const nothing = { start: 0, end: 0 };
  const source: Source = {
    key,
    uri,
    path: `notes/${key}.md`,
    origin: 'file',
    span: nothing,
    keySpan: nothing,
    title,
    metadata: { confidential: [] },
    items: [],
    passages,
  };
  let at = 0;
  for (const text of sentences) {
    passages.push({ source, span: { start: at, end: at + text.length }, text });
    at += text.length + 1;
  }
  return source;
}

/** Rows of one WiCE file; undefined when it is not there. */
export function readWice(
  dataDir: string,
  name: 'claim-dev' | 'unsupported-tokens-train' | 'unsupported-tokens-dev',
): SupportExample[] | undefined {
  const path = join(dataDir, 'support', 'wice', `${name}.jsonl`);
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter(line => line.trim() !== '')
    .map((line, index) => {
      const row = JSON.parse(line) as WiceRow;
      const title = row.evidence.find(sentence => sentence.startsWith('(meta data) TITLE:'))?.slice(18) ?? '';
      return {
        id: row.meta.id,
        set: name,
        claim: row.claim,
        source: sourceOf(`${name}-${index}`, title, row.evidence),
        context: `${row.meta.claim_title}. ${row.meta.claim_context}`,
        label: row.label,
        supporting: row.supporting_sentences,
        ...(row.claim_tokens && row.non_supported_spans
          ? { unsupported: tokenSpans(row.claim, row.claim_tokens).filter((_, at) => row.non_supported_spans?.[at]) }
          : {}),
      };
    });
}

/** Where tokens stand in their text; tokens that cannot be found get an empty span at the place reached. */
export function tokenSpans(text: string, tokens: readonly string[]): Span[] {
  let at = 0;
  return tokens.map(token => {
    const found = text.indexOf(token.trim(), at);
    if (token.trim() === '' || found < 0) return { start: at, end: at };
    at = found + token.trim().length;
    return { start: found, end: at };
  });
}

export const SUMMEDITS_DOMAINS = ['ectsum', 'news', 'podcast', 'qmsumm', 'sales_call', 'sales_email', 'samsum', 'scitldr'] as const;

/** A summary of SummEdits with the summary it was edited from. */
export interface SummaryExample {
  readonly id: string;
  readonly domain: string;
  readonly summary: string;
  readonly original: string;
  readonly consistent: boolean;
  readonly edits: readonly string[];
  readonly source: Source;
}

/** All domains of SummEdits; undefined when they are not there. Equal texts share one Source. */
export function readSummEdits(dataDir: string): SummaryExample[] | undefined {
  const folder = join(dataDir, 'support', 'summedits');
  if (!existsSync(folder)) return undefined;
  const sources = new Map<string, Source>();
  return SUMMEDITS_DOMAINS.flatMap(domain => {
    const rows = JSON.parse(readFileSync(join(folder, `summedits_${domain}.json`), 'utf8')) as SummRow[];
    return rows.map(row => {
      const known = sources.get(row.doc) ?? sourceOf(`${domain}-${sources.size}`, '', cutSentences(row.doc));
      sources.set(row.doc, known);
      return {
        id: row.id,
        domain,
        summary: row.summary,
        original: row.original_summary,
        consistent: row.label === 1,
        edits: row.edit_types,
        source: known,
      };
    });
  });
}

/** Sentences of English prose, good enough for measuring. */
export function cutSentences(text: string): string[] {
  return text
    .split(/\n+|(?<=[.!?]["”’)]?) +(?=["“(]?[A-Z0-9])/)
    .map(sentence => sentence.trim())
    .filter(sentence => sentence !== '');
}
