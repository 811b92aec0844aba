// Owns: the state of one scan: the plain view of a text, what was found in it so far; runs of characters of hosts.
// Must not know: which kinds of indicator there are and how each is told.
import type { Indicator, IndicatorKind } from '../facts.ts';
import { readsAsImitated, type Surroundings } from './context.ts';
import { type PlainView, placeOf } from './refang.ts';

export type Found = { -readonly [K in keyof Indicator]: Indicator[K] };

/** A scan on its way; places are those of `text`, the plain view. */
export interface Scan {
  readonly view: PlainView;
  readonly text: string;
  readonly original: string;
  readonly around: Surroundings;
  readonly found: Found[];
  mark: number;
  /** An address with a scheme stands somewhere in it. */
  readonly hasScheme: boolean;
}

const HOST_CHAR = /[\p{L}\p{N}\p{M}_.-]/u;
const SPLIT_SCRIPT = /[\u0e00-\u0e7f\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff0d\uff0f-\uff60]/;

/** What a sticky pattern finds right at a place. */
export function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Whether a character may stand in a host. */
export function isHost(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (
      (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 45 || code === 46 || code === 95
    );
  if (Number.isNaN(code)) return false;
  const char = text[at] as string;
  return HOST_CHAR.test(char) && !SPLIT_SCRIPT.test(char);
}

/** End of a run of letters, digits, single dots and hyphens. Two dots part what has nothing to do with each other: "wait...evil.com". */
export function runEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && isHost(text, end) && !(text.charCodeAt(end) === 0x2e && text.charCodeAt(end + 1) === 0x2e)) end++;
  return end;
}

/** The first place of one of these characters; `to` where there is none. */
export function firstOf(text: string, from: number, to: number, chars: string): number {
  for (let i = from; i < to; i++) if (chars.includes(text[i] as string)) return i;
  return to;
}

/** What is said of an indicator beyond its kind and value. */
export interface Extra {
  readonly malformed?: string | undefined;
  readonly harmless?: Indicator['harmless'] | undefined;
  readonly written?: Indicator['written'];
  readonly styles?: readonly string[];
  readonly lookalike?: Indicator['lookalike'] | undefined;
}

/** Takes down the indicator at `[from, to)`. */
export function push(scan: Scan, from: number, to: number, kind: IndicatorKind, value: string, extra: Extra = {}): void {
  const place = placeOf(scan.view, from, to);
  const found: Found = {
    span: { start: place.start, end: place.end },
    kind,
    value,
    written: extra.written ?? 'plain',
    styles: extra.styles ?? [],
  };
  if (extra.malformed) found.malformed = extra.malformed;
  if (extra.harmless) found.harmless = extra.harmless;
  if (extra.lookalike) found.lookalike = extra.lookalike;
  const isSuspect = scan.around.about(place.start, 'suspect') && !readsAsImitated(scan.around.before(place.start));
  if (!extra.harmless && isSuspect) found.suspect = true;
  scan.found.push(found);
}

/** Separators that were defanged within a piece; called with rising places. */
export function marksIn(scan: Scan, from: number, to: number): PlainView['marks'] {
  const { marks } = scan.view;
  while (scan.mark < marks.length && (marks[scan.mark]?.at ?? 0) < from) scan.mark++;
  const inside: { at: number; style: string; spaced: boolean }[] = [];
  for (let i = scan.mark; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.at >= to) break;
    inside.push(mark);
  }
  return inside;
}

/** Where a character of the plain view stood in the text as written. */
export function originalPlace(scan: Scan, at: number): number {
  return scan.view.map ? (scan.view.map.start[at] ?? scan.original.length) : at;
}
