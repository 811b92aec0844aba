// Owns: reading a sidecar `<draft>.annotations.jsonl`: W3C Web Annotations, one a line.
// Must not know: where the text comes from, the draft, how lines are written.
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Anchor, Annotation, Reply, Sidecar, SidecarProblem } from './types.ts';
import { VERDICTS } from './types.ts';
import { mostCareful, type Said } from './verdicts.ts';

/** What follows the file name of a draft or note in that of its sidecar. */
export const SIDECAR_SUFFIX = '.annotations.jsonl';

/** One line of a sidecar. Spans are half-open and without the line end. */
export interface SidecarLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A W3C annotation with an id. */
  readonly value?: Readonly<Record<string, unknown>> & { readonly id: string };
  readonly kind: 'annotation' | 'blank' | 'marker' | 'bad';
}

/** Lines that git writes around what it could not merge. */
const MARKERS = ['<<<<<<<', '|||||||', '=======', '>>>>>>>'];

/** Cuts a sidecar into lines and reads each. Never throws. */
export function sidecarLines(text: string): readonly SidecarLine[] {
  const lines: SidecarLine[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const stop = next < 0 ? text.length : next;
    const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
    lines.push(lineOf(text.slice(start, end), start, end));
    start = stop + 1;
  }
  return lines;
}

function lineOf(text: string, start: number, end: number): SidecarLine {
  if (text.trim() === '') return { text, start, end, kind: 'blank' };
  if (MARKERS.some(marker => text.startsWith(marker) && (text.length === 7 || text[7] === ' ')))
    return { text, start, end, kind: 'marker' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { text, start, end, kind: 'bad' };
  }
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '' || !isAnnotation(value.type))
    return { text, start, end, kind: 'bad' };
  return { text, start, end, kind: 'annotation', value: value as SidecarLine['value'] & object };
}

function isAnnotation(type: unknown): boolean {
  return type === 'Annotation' || (Array.isArray(type) && type.includes('Annotation'));
}

interface Entry {
  readonly line: number;
  readonly value: NonNullable<SidecarLine['value']>;
}

/** Reads a sidecar. Good lines are used whatever the others are. */
export function readSidecar(text: string): Sidecar {
  const lines = sidecarLines(text);
  const problems: SidecarProblem[] = [];
  const tell = (line: number, kind: SidecarProblem['kind'], severity: SidecarProblem['severity'], message: Phrase): void => {
    const { start = 0, end = 0 } = lines[line] ?? {};
    problems.push({ kind, severity, line, span: { start, end }, message });
  };
  const byId = new Map<string, Entry[]>();
  let isMerging = false;
  lines.forEach(({ kind, value, text: raw }, line) => {
    if (kind === 'bad') tell(line, 'bad-line', 'error', badLine(raw));
    if (kind === 'marker') {
      const opens = raw.startsWith('<<<<<<<');
      // The other marks belong to the one that opened; those that are left over after half a clean-up do not.
      if (opens || !isMerging) tell(line, 'unfinished-merge', 'error', opens ? UNFINISHED : LEFT_OVER);
      isMerging = opens || (isMerging && !raw.startsWith('>>>>>>>'));
    }
    if (!value) return;
    const known = byId.get(value.id);
    if (known) known.push({ line, value });
    else byId.set(value.id, [{ line, value }]);
  });
  const chosen = new Map<string, Entry>();
  for (const [id, entries] of byId) {
    chosen.set(id, newest(mostCareful(entries, ({ value }) => saidIn(value))));
    for (const { line, value } of entries.slice(1)) {
      const first = entries[0] as Entry;
      if (JSON.stringify(value) === JSON.stringify(first.value)) {
        tell(line, 'repeated', 'info', phrase`This annotation stands in line ${first.line + 1} already.`);
      } else {
        tell(
          line,
          'conflicting',
          'warning',
          phrase`Line ${first.line + 1} says something else of the same annotation: the more careful verdict is shown, else the newer line. Delete the other.`,
        );
      }
    }
  }
  const replies = new Map<string, Reply[]>();
  const roots: Entry[] = [];
  const known = new Map<string, string | undefined>();
  for (const entry of chosen.values()) {
    const target = repliesTo(entry.value);
    if (target === undefined) {
      roots.push(entry);
      continue;
    }
    const root = rootOf(target, chosen, known);
    if (root === undefined) {
      tell(entry.line, 'reply-without-target', 'warning', phrase`This answers an annotation that is not in this file.`);
      roots.push(entry);
      continue;
    }
    const list = replies.get(root);
    if (list) list.push(replyOf(entry));
    else replies.set(root, [replyOf(entry)]);
  }
  problems.sort((a, b) => a.line - b.line);
  return {
    annotations: roots.map(entry => annotationOf(entry, (replies.get(entry.value.id) ?? []).sort(byCreation))),
    problems,
  };
}

const UNFINISHED = phrase`A merge is unfinished here: both sides are shown. Keep the lines that you want, and delete the marks of git.`;
const LEFT_OVER = phrase`This mark of git is left over from a merge. See that the lines around it are those that you want, and delete it.`;

function badLine(raw: string): Phrase {
  return raw.trimStart().startsWith('{')
    ? phrase`This line is no annotation that can be read, so it is left alone: it needs valid JSON with an id and the type Annotation.`
    : phrase`This line is no annotation, so it is left alone. Each line of this file is one JSON object.`;
}

/** The entry that was changed last, as far as the lines say; of equals the later line. */
function newest(entries: readonly Entry[]): Entry {
  return entries.reduce((best, entry) => (timeOf(entry) >= timeOf(best) ? entry : best));
}

function timeOf({ value }: Entry): number {
  const time = Date.parse(asText(value.modified ?? value.created));
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/** Replies by time; where clocks say the same or nothing, by line. */
function byCreation(a: Reply, b: Reply): number {
  const [at, bt] = [Date.parse(a.created ?? ''), Date.parse(b.created ?? '')];
  return Number.isNaN(at) || Number.isNaN(bt) || at === bt ? a.line - b.line : at - bt;
}

/** Id of the annotation that a line answers. */
export function repliesTo(value: Readonly<Record<string, unknown>>): string | undefined {
  if (!motivationsOf(value).includes('replying')) return undefined;
  const target = first(value.target);
  if (typeof target === 'string') return target;
  if (!isRecord(target)) return '';
  return typeof target.id === 'string' ? target.id : typeof target.source === 'string' ? target.source : '';
}

/** The root of a thread; answers to answers count for it. Circles have no root. `roots` holds what is known of those before. */
function rootOf(id: string, entries: ReadonlyMap<string, Entry>, roots: Map<string, string | undefined>): string | undefined {
  const way = new Set<string>();
  let root: string | undefined;
  for (let at: string | undefined = id; at !== undefined && !way.has(at); ) {
    if (roots.has(at)) {
      root = roots.get(at);
      break;
    }
    way.add(at);
    const entry = entries.get(at);
    const next = entry && repliesTo(entry.value);
    if (entry && next === undefined) root = at;
    at = next;
  }
  for (const one of way) roots.set(one, root);
  return root;
}

function annotationOf(entry: Entry, replies: readonly Reply[]): Annotation {
  const { value, line } = entry;
  const bodies = bodiesOf(value);
  const anchor = anchorOf(value);
  const pointer = anchor ? undefined : pointerOf(value);
  const assignee = nameOf(value.assignee);
  return {
    ...authored(value, line),
    body: words(bodies),
    ...(anchor ? { anchor } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    evidence: bodies.filter(body => body.purpose === 'linking' && body.value !== '').map(body => body.value),
    ...(assignee ? { assignee } : {}),
    ...saidIn(value),
    replies,
  };
}

/** The verdict of a line, and whether it is resolved. */
function saidIn(value: Entry['value']): Said {
  const bodies = bodiesOf(value);
  const verdict = VERDICTS.find(known => bodies.some(body => body.purpose === 'assessing' && body.value === known));
  const resolved = value.resolved === true ? {} : isRecord(value.resolved) ? value.resolved : undefined;
  return { ...(verdict ? { verdict } : {}), ...(resolved ? { resolved: resolvedOf(resolved) } : {}) };
}

function replyOf({ value, line }: Entry): Reply {
  return { ...authored(value, line), body: words(bodiesOf(value)) };
}

function authored(value: Entry['value'], line: number): Omit<Reply, 'body'> {
  const creator = nameOf(value.creator);
  return {
    id: value.id,
    ...(creator ? { creator } : {}),
    ...(typeof value.created === 'string' ? { created: value.created } : {}),
    ...(typeof value.modified === 'string' ? { modified: value.modified } : {}),
    ...(isRecord(value.mrsf) ? { mrsf: value.mrsf } : {}),
    line,
  };
}

function resolvedOf(value: Readonly<Record<string, unknown>>): { readonly by?: string; readonly at?: string } {
  const by = nameOf(value.by);
  return { ...(by ? { by } : {}), ...(typeof value.at === 'string' ? { at: value.at } : {}) };
}

interface Body {
  readonly purpose: string;
  readonly value: string;
}

/** Textual bodies of an annotation; W3C allows one, several, or a plain string. */
function bodiesOf(value: Readonly<Record<string, unknown>>): readonly Body[] {
  if (typeof value.bodyValue === 'string') return [{ purpose: '', value: value.bodyValue }];
  return all(value.body).flatMap(body => {
    if (typeof body === 'string') return [{ purpose: '', value: body }];
    if (!isRecord(body) || typeof body.value !== 'string') return [];
    return [{ purpose: typeof body.purpose === 'string' ? body.purpose : '', value: body.value }];
  });
}

/** What a person wrote: all bodies but verdicts and evidence. */
function words(bodies: readonly Body[]): string {
  return bodies
    .filter(body => !(body.purpose === 'assessing' && VERDICTS.some(known => known === body.value)) && body.purpose !== 'linking')
    .map(body => body.value)
    .join('\n\n');
}

/** The anchor of a target, from a quote selector, with a position selector beside or within it; undefined when there is no quote. */
function anchorOf(value: Readonly<Record<string, unknown>>): Anchor | undefined {
  const target = first(value.target);
  if (!isRecord(target)) return undefined;
  const selectors = all(target.selector).flatMap(withRefinements);
  const quote = selectors.find(selector => selector.type === 'TextQuoteSelector' && typeof selector.exact === 'string');
  if (!quote) return undefined;
  const position = selectors.find(({ type, start, end }) => type === 'TextPositionSelector' && isOffset(start) && isOffset(end));
  return {
    exact: String(quote.exact),
    prefix: typeof quote.prefix === 'string' ? quote.prefix : '',
    suffix: typeof quote.suffix === 'string' ? quote.suffix : '',
    ...(isStretches(quote.shared) ? { shared: quote.shared } : {}),
    ...(position ? { start: Number(position.start), end: Number(position.end) } : {}),
  };
}

/** What a target without a quote says of its place: its first selector, or the fragment of its address; undefined where it says nothing. */
function pointerOf(value: Readonly<Record<string, unknown>>): string | undefined {
  if (repliesTo(value) !== undefined) return undefined;
  const target = first(value.target);
  const selector = isRecord(target) ? first(target.selector) : undefined;
  if (selector !== undefined) return pointerWords(selector).slice(0, LONGEST_POINTER);
  const address = isRecord(target) ? (target.source ?? target.id) : target;
  const fragment = typeof address === 'string' ? /#.+$/s.exec(address)?.[0] : undefined;
  return fragment?.slice(0, LONGEST_POINTER);
}

const LONGEST_POINTER = 200;

function pointerWords(selector: unknown): string {
  if (!isRecord(selector)) return asText(selector) || 'Selector';
  const { type, value, start, end } = selector;
  const place = typeof value === 'string' ? value : isOffset(start) && isOffset(end) ? `${start}–${end}` : '';
  return `${typeof type === 'string' ? type : 'Selector'} ${place}`.trim();
}

function withRefinements(selector: unknown): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (let at: unknown = selector; isRecord(at) && found.length < 8; at = first(at.refinedBy)) found.push(at);
  return found;
}

function isStretches(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isOffset);
}

function isOffset(value: unknown): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function motivationsOf(value: Readonly<Record<string, unknown>>): readonly unknown[] {
  return all(value.motivation);
}

/** Name of a W3C agent: an object with a name, or a plain string. */
function nameOf(value: unknown): string | undefined {
  const agent = first(value);
  if (typeof agent === 'string') return agent || undefined;
  if (!isRecord(agent)) return undefined;
  const name = [agent.name, agent.nickname, agent.id].find(one => typeof one === 'string' && one !== '');
  return name === undefined ? undefined : String(name);
}

function all(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

function first(value: unknown): unknown {
  return all(value)[0];
}

/** A string or number of foreign data as text; nothing else is text. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
