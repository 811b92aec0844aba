// Owns: annotations as MRSF 1.0 (Sidemark) YAML, in and out. https://github.com/wictorwilen/MRSF
// Must not know: files, other formats.
import { parse, stringify } from 'yaml';
import { LineIndex } from '../text/line-index.ts';
import { ENGLISH } from '../text/phrases.ts';
import { codePoints } from './anchor-words.ts';
import { cutBody, moreWords } from './bodies.ts';
import { asText } from './sidecar.ts';
import type { PlacedAnnotation, Reply } from './types.ts';
import { VERDICTS } from './types.ts';
import { serialize } from './write.ts';

/** The format allows no longer selections. */
const MOST_SELECTED = 4096;
/** The format wants no longer texts. */
export const LONGEST_TEXT = 16_384;
/** Fields of comments that sidecars have nothing for, and that are kept as they are; so are extensions. */
const KEPT_FIELDS: ReadonlySet<string> = new Set(['type', 'severity']);
/** Extensions of ours, which sidecars have other keys for. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['x_verdict', 'x_evidence', 'x_assignee']);

/**
 * Annotations of a document as a review file. Lines count from 1, columns from 0, as the format wants.
 * `shown` makes of each comment what may be shown of it.
 */
export function toMrsf(
  document: string,
  text: string,
  annotations: readonly PlacedAnnotation[],
  shown: (comment: object) => unknown = comment => comment,
): string {
  const lines = new LineIndex(text);
  const comments = annotations.flatMap(({ annotation, placement }) => {
    const { verdict, anchor, pointer, assignee, evidence, resolved, replies } = annotation;
    const span = placement.state === 'placed' ? placement.span : undefined;
    const start = span && lines.position(span.start);
    const end = span && lines.position(span.end);
    const now = span && text.slice(span.start, span.end);
    return [
      {
        ...common(annotation, resolved !== undefined),
        ...(verdict && annotation.body === '' ? { text: verdictText(verdict) } : {}),
        ...(verdict ? { type: 'accuracy' } : {}),
        ...keptOf(annotation.mrsf ?? {}),
        ...(start && end
          ? { line: start.line + 1, end_line: end.line + 1, start_column: start.character, end_column: end.character }
          : linesOf(pointer)),
        ...(anchor && anchor.exact.length <= MOST_SELECTED ? { selected_text: anchor.exact } : {}),
        ...(now !== undefined && anchor && now !== anchor.exact ? { anchored_text: now } : {}),
        ...(verdict ? { x_verdict: verdict } : {}),
        ...(evidence.length > 0 ? { x_evidence: evidence } : {}),
        ...(assignee ? { x_assignee: assignee } : {}),
      },
      ...replies.map(reply => ({ ...common(reply, resolved !== undefined), ...keptOf(reply.mrsf ?? {}), reply_to: annotation.id })),
    ];
  });
  // Lines are not folded: what must be found in them stands in one piece.
  return stringify({ mrsf_version: '1.0', document, comments: comments.map(shown) }, { lineWidth: 0 });
}

/** A review file wants words: what a verdict without any says. */
function verdictText(verdict: string): string {
  return `Verdict: ${verdict}`;
}

function common({ id, creator, created, body }: Reply, resolved: boolean): object {
  return { id, author: creator ?? 'unknown', timestamp: created ?? '1970-01-01T00:00:00Z', text: shortened(body), resolved };
}

/** A text of the length that the format wants. */
function shortened(body: string): string {
  if (body.length <= LONGEST_TEXT) return body;
  const { text, more } = cutBody(body, LONGEST_TEXT - 60);
  return `${text}${ENGLISH.of(moreWords(more))}`;
}

/** What of a comment's fields a sidecar keeps for the next export. */
function keptOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => KEPT_FIELDS.has(name) || (name.startsWith('x_') && !OWN_FIELDS.has(name))),
  );
}

function isData(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false; // a value that holds itself
  }
}

/** Lines for a sidecar from a review file of version 1; undefined when it is none. `source` is the draft's file name. */
export function fromMrsf(
  yaml: string,
  source: string,
  text: string,
): { readonly lines: readonly string[]; readonly skipped: number } | undefined {
  let value: unknown;
  try {
    value = parse(yaml, { maxAliasCount: 100 });
  } catch {
    return undefined;
  }
  const file = record(value);
  if (!file || !/^1(?:\.|$)/.test(asText(file.mrsf_version)) || !Array.isArray(file.comments)) return undefined;
  const lines = new LineIndex(text);
  const made = file.comments.flatMap(comment => lineOf(record(comment), source, text, lines) ?? []);
  return { lines: made, skipped: file.comments.length - made.length };
}

function lineOf(comment: Record<string, unknown> | undefined, source: string, text: string, lines: LineIndex): string | undefined {
  if (!comment || typeof comment.id !== 'string' || comment.id === '') return undefined;
  const verdict = VERDICTS.find(known => known === comment.x_verdict);
  const said = asText(comment.text);
  const words = { type: 'TextualBody', value: said, format: 'text/markdown' };
  const evidence = Array.isArray(comment.x_evidence) ? comment.x_evidence.filter(key => typeof key === 'string') : [];
  const bodies = [
    ...(verdict ? [{ type: 'TextualBody', purpose: 'assessing', value: verdict }] : []),
    ...evidence.map(value => ({ type: 'TextualBody', purpose: 'linking', value })),
    ...(verdict && (said === '' || said === verdictText(verdict)) ? [] : [words]),
  ];
  const kept = keptOf(comment);
  const replyTo = typeof comment.reply_to === 'string' ? comment.reply_to : undefined;
  return serialize({
    id: comment.id,
    type: 'Annotation',
    motivation: replyTo ? 'replying' : verdict ? 'assessing' : 'commenting',
    ...(asText(comment.author) ? { creator: { type: 'Person', name: asText(comment.author) } } : {}),
    ...(asText(comment.timestamp) ? { created: asText(comment.timestamp) } : {}),
    ...(typeof comment.x_assignee === 'string' ? { assignee: { type: 'Person', name: comment.x_assignee } } : {}),
    ...(comment.resolved === true && !replyTo ? { resolved: {} } : {}),
    body: bodies.length === 1 ? bodies[0] : bodies,
    target: replyTo ?? targetOf(comment, source, text, lines),
    ...(Object.keys(kept).length > 0 && isData(kept) ? { mrsf: kept } : {}),
  });
}

function targetOf(comment: Record<string, unknown>, source: string, text: string, lines: LineIndex): object {
  const number = (key: string): number | undefined => (typeof comment[key] === 'number' ? (comment[key] as number) : undefined);
  const line = number('line');
  const start = line === undefined ? undefined : lines.offset({ line: line - 1, character: number('start_column') ?? 0 });
  const endLine = number('end_line') ?? line;
  const end =
    endLine === undefined ? undefined : lines.offset({ line: endLine - 1, character: number('end_column') ?? Number.MAX_SAFE_INTEGER });
  const selected = typeof comment.selected_text === 'string' ? comment.selected_text : '';
  const exact = selected === '' && start !== undefined && end !== undefined ? text.slice(start, end) : selected;
  if (exact === '') return line === undefined ? { source } : { source, selector: [linesSelector(line, endLine ?? line)] };
  const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' };
  if (start === undefined) return { source, selector: [quote] };
  const from = codePoints(text.slice(0, start));
  return { source, selector: [quote, { type: 'TextPositionSelector', start: from, end: from + codePoints(exact) }] };
}

/** Lines in the fragments of RFC 5147, which the W3C model names for plain text: they count the ends of lines. */
function linesSelector(line: number, endLine: number): object {
  return { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc5147', value: `line=${line - 1},${endLine}` };
}

/** The lines that such a fragment names. */
function linesOf(pointer: string | undefined): object {
  const [, before, last] = /\bline=(\d+),(\d+)$/.exec(pointer ?? '') ?? [];
  return before === undefined || last === undefined ? {} : { line: Number(before) + 1, end_line: Number(last) };
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
