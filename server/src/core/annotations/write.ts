// Owns: changing a sidecar: a text goes in, a text comes out, and every line that is not meant stays as it is.
// Must not know: files, editors, where annotations stand.
import { lineOrder } from './order.ts';
import { asText, readSidecar, repliesTo, type SidecarLine, sidecarLines } from './sidecar.ts';
import type { Anchor, Verdict } from './types.ts';

/** One change by one person. `at` is the time, ISO 8601; ids are `urn:uuid:…`. */
export type Change = { readonly id: string; readonly by?: string; readonly at: string } & (
  | {
      readonly kind: 'add';
      /** File name of the draft. */
      readonly source: string;
      readonly body: string;
      /** Absent: about the whole document. */
      readonly anchor?: Anchor;
      readonly verdict?: Verdict;
      readonly evidence?: readonly string[];
      readonly assignee?: string;
    }
  | { readonly kind: 'reply'; readonly to: string; readonly body: string }
  | {
      readonly kind: 'edit';
      readonly body: string;
      /** The body that it was made from. Where another one stands by now, that one stays, and the edit becomes an answer with this id. */
      readonly base?: { readonly body: string; readonly answer: string };
    }
  /** A person's verdict in place of the one that the same person gave before. Without `evidence` or words those of the earlier stay. */
  | {
      readonly kind: 'judge';
      readonly verdict: Verdict;
      readonly evidence?: readonly string[];
      readonly body: string;
      readonly anchor: Anchor;
      readonly assignee?: string;
    }
  /** Its replies go with it. */
  | { readonly kind: 'delete' }
  | { readonly kind: 'resolve'; readonly resolved: boolean }
  | { readonly kind: 'assign'; readonly assignee: string | undefined }
  | { readonly kind: 'attach'; readonly anchor: Anchor }
);

/** The new text, or why nothing was changed. `became`: an edit of a body that was changed meanwhile stands below it. */
export type Changed =
  | { readonly text: string; readonly became?: 'answer' }
  | { readonly refused: 'missing' | 'conflicting' | 'exists' | 'changed' };

type Value = Record<string, unknown>;

/** Keys of a line in their fixed order; others follow as they are. */
const ORDER = ['@context', 'id', 'type', 'motivation', 'creator', 'created', 'modified', 'assignee', 'resolved', 'body', 'target'];

/** Makes one change. A line whose id stands twice with different content must be settled by hand first. */
export function changeSidecar(text: string, change: Change): Changed {
  const lines = sidecarLines(text);
  if (change.kind === 'add' || change.kind === 'reply') {
    if (lines.some(({ value }) => value?.id === change.id)) return { refused: 'exists' };
    if (change.kind === 'reply' && !lines.some(({ value }) => value?.id === change.to)) return { refused: 'missing' };
    const made = newLine(change);
    const value = change.kind === 'reply' ? { ...made, created: afterAll(change.at, ...thread(lines, made)) } : made;
    return { text: insert(text, lines, [value]) };
  }
  const own = lines.filter(({ value }) => value?.id === change.id);
  const [first] = own;
  if (!first?.value) return { refused: 'missing' };
  if (isConflicting(own)) return { refused: 'conflicting' };
  if (change.kind === 'delete') {
    const gone = threadOf(lines, change.id);
    return { text: rewrite(text, lines, line => (line.value && gone.has(line.value.id) ? '' : undefined)) };
  }
  if (change.kind === 'edit' && change.base) {
    const now = readSidecar(first.text).annotations[0]?.body ?? '';
    if (now === change.body) return { text };
    if (now !== change.base.body) return answered(text, change, change.base.answer);
  }
  const value = edited(first.value, change);
  // Equal copies become one again.
  return { text: rewrite(text, lines, line => (line === first ? serialize(value) : own.includes(line) ? '' : undefined)) };
}

/** Keeps an edit of a body that is another one by now, as an answer to it. */
function answered(text: string, { id, by, at, body }: Extract<Change, { kind: 'edit' }>, answer: string): Changed {
  if (body.trim() === '') return { refused: 'changed' };
  const changed = changeSidecar(text, { kind: 'reply', id: answer, ...(by ? { by } : {}), at, to: id, body });
  return 'text' in changed ? { text: changed.text, became: 'answer' } : changed;
}

/** One annotation as a line, without line end. */
export function serialize(value: Readonly<Value>): string {
  const known = ORDER.filter(key => value[key] !== undefined).map(key => [key, value[key]]);
  const rest = Object.entries(value).filter(([key, item]) => !ORDER.includes(key) && item !== undefined);
  // Line and paragraph separators are line ends to some tools.
  return JSON.stringify(Object.fromEntries([...known, ...rest]))
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function newLine(change: Extract<Change, { kind: 'add' | 'reply' }>): Value {
  const base: Value = {
    id: change.id,
    type: 'Annotation',
    motivation: change.kind === 'reply' ? 'replying' : change.verdict ? 'assessing' : 'commenting',
    ...(change.by ? { creator: person(change.by) } : {}),
    created: change.at,
  };
  if (change.kind === 'reply') return { ...base, body: textual(change.body), target: change.to };
  const bodies = [...verdictBodies(change.verdict, change.evidence)];
  if (change.body !== '' || bodies.length === 0) bodies.push(textual(change.body));
  return {
    ...base,
    ...(change.assignee ? { assignee: person(change.assignee) } : {}),
    body: bodies.length === 1 ? bodies[0] : bodies,
    target: change.anchor ? { source: change.source, selector: selectors(change.anchor) } : { source: change.source },
  };
}

function edited(value: Readonly<Value>, change: Extract<Change, { kind: 'edit' | 'judge' | 'resolve' | 'assign' | 'attach' }>): Value {
  const now = { ...value, modified: afterAll(change.at, value) };
  switch (change.kind) {
    case 'edit':
      return { ...now, body: withWords(value.body, change.body) };
    case 'judge':
      // A verdict is as old as the judgement; its discussion is open again.
      return {
        ...value,
        created: now.modified,
        modified: undefined,
        resolved: undefined,
        ...(change.assignee ? { assignee: person(change.assignee) } : {}),
        body: judged(value.body, change),
        target: selecting(value.target, change.anchor),
      };
    case 'resolve':
      return { ...now, resolved: change.resolved ? { ...(change.by ? { by: person(change.by) } : {}), at: change.at } : undefined };
    case 'assign':
      return { ...now, assignee: change.assignee ? person(change.assignee) : undefined };
    case 'attach':
      return { ...now, target: selecting(value.target, change.anchor) };
  }
}

/** A target with another passage. */
function selecting(target: unknown, anchor: Anchor): Value {
  const kept = isRecord(target) ? target : typeof target === 'string' ? { source: target } : {};
  return { ...kept, selector: selectors(anchor) };
}

/** Bodies with another verdict, and what else is given with it. */
function judged(body: unknown, { verdict, evidence, body: words }: Extract<Change, { kind: 'judge' }>): unknown {
  const kept = bodiesOf(body).filter(one => {
    const purpose = isRecord(one) ? one.purpose : undefined;
    return purpose !== 'assessing' && (purpose !== 'linking' || evidence === undefined) && (words === '' || purpose === 'linking');
  });
  const bodies = [...verdictBodies(verdict, evidence), ...kept, ...(words === '' ? [] : [textual(words)])];
  return bodies.length === 1 ? bodies[0] : bodies;
}

function verdictBodies(verdict: Verdict | undefined, evidence: readonly string[] = []): readonly Value[] {
  const given: Value[] = evidence.map(key => ({ type: 'TextualBody', purpose: 'linking', value: key }));
  return verdict ? [{ type: 'TextualBody', purpose: 'assessing', value: verdict }, ...given] : given;
}

function bodiesOf(body: unknown): readonly unknown[] {
  return body === undefined || body === null ? [] : Array.isArray(body) ? body : [body];
}

/** A time, or one right after those that lines have: where a clock went back, nothing is older than what it changes or answers. */
function afterAll(at: string, ...values: readonly Readonly<Value>[]): string {
  const times = values.flatMap(({ created, modified }) => [created, modified]).map(time => Date.parse(asText(time)));
  const last = times.reduce((latest, time) => (time > latest ? time : latest), Number.NEGATIVE_INFINITY);
  const isBehind = Date.parse(at) <= last && last < MOST_TIME;
  return isBehind ? new Date(last + 1).toISOString() : at;
}

/** What stands in the thread of a line already. */
function thread(lines: readonly SidecarLine[], line: Readonly<Value>): readonly Readonly<Value>[] {
  const { rootOf } = lineOrder(lines);
  const root = rootOf(line);
  return lines.flatMap(({ value }) => (value && rootOf(value) === root ? [value] : []));
}

/** Dates end here, in ms. */
const MOST_TIME = 8.64e15;

/** Bodies with other words; verdict and evidence stay. */
function withWords(body: unknown, words: string): unknown {
  const kept = bodiesOf(body).filter(one => isRecord(one) && (one.purpose === 'assessing' || one.purpose === 'linking'));
  const bodies = [...kept, ...(words !== '' || kept.length === 0 ? [textual(words)] : [])];
  return bodies.length === 1 ? bodies[0] : bodies;
}

function textual(value: string): Value {
  return { type: 'TextualBody', value, format: 'text/markdown' };
}

function person(name: string): Value {
  return { type: 'Person', name };
}

/** An anchor as W3C selectors. */
export function selectors({ exact, prefix, suffix, shared, start, end }: Anchor): readonly Value[] {
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix, ...(shared ? { shared } : {}) },
    ...(start === undefined || end === undefined ? [] : [{ type: 'TextPositionSelector', start, end }]),
  ];
}

/** Ids of an annotation and of all that answers it. */
function threadOf(lines: readonly SidecarLine[], id: string): ReadonlySet<string> {
  const ids = new Set([id]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const { value } of lines) {
      const target = value && repliesTo(value);
      if (!value || target === undefined || !ids.has(target) || ids.has(value.id)) continue;
      ids.add(value.id);
      grew = true;
    }
  }
  return ids;
}

/**
 * Puts lines before the first that sorts after each, so that lines of two people seldom meet:
 * threads stand in the order of their ids, which are random, replies below what they answer by time.
 */
function insert(text: string, lines: readonly SidecarLine[], values: readonly Readonly<Value>[]): string {
  const { keyOf } = lineOrder([...lines, ...values.map(value => ({ value }))]);
  const waiting = values.map(value => ({ value, key: keyOf(value) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const pieces: string[] = [];
  let next = 0;
  const put = (isDue: (key: string) => boolean): void => {
    for (let one = waiting[next]; one && isDue(one.key); one = waiting[++next]) pieces.push(serialize(one.value), eol);
  };
  let from = 0;
  for (const { value, start } of lines) {
    const key = value && keyOf(value);
    if (key === undefined) continue;
    pieces.push(text.slice(from, start));
    from = start;
    put(due => due < key);
  }
  pieces.push(text.slice(from));
  if (next < waiting.length && text !== '' && !text.endsWith('\n')) pieces.push(eol);
  put(() => true);
  return pieces.join('');
}

/** Puts whole lines where they belong; what is no annotation is not put in. */
export function insertLines(text: string, added: readonly string[]): string {
  const values = added.flatMap(line => sidecarLines(line)[0]?.value ?? []);
  return insert(text, sidecarLines(text), values);
}

/**
 * Gives annotations other passages, by id; nobody changed them, so no line says when. What is not in the file, and what two lines say
 * different things of, stays as it is.
 */
export function attachAll(text: string, anchors: ReadonlyMap<string, Anchor>): string {
  const lines = sidecarLines(text);
  const own = new Map<string, SidecarLine[]>();
  for (const line of lines) {
    if (!line.value || !anchors.has(line.value.id)) continue;
    const known = own.get(line.value.id);
    if (known) known.push(line);
    else own.set(line.value.id, [line]);
  }
  const written = new Map<SidecarLine, string>();
  for (const [id, copies] of own) {
    const value = copies[0]?.value;
    const anchor = anchors.get(id);
    if (!value || !anchor || isConflicting(copies)) continue;
    copies.forEach((line, at) => {
      written.set(line, at === 0 ? serialize({ ...value, target: selecting(value.target, anchor) }) : '');
    });
  }
  return rewrite(text, lines, line => written.get(line));
}

/** Whether lines of one id say different things. */
function isConflicting([first, ...others]: readonly SidecarLine[]): boolean {
  return others.some(({ value }) => JSON.stringify(value) !== JSON.stringify(first?.value));
}

/** Lets annotations of a file that was renamed name it as it is called now. Sources that are no file name beside the sidecar stay. */
export function retarget(text: string, source: string): string {
  const lines = sidecarLines(text);
  return rewrite(text, lines, ({ value }) => {
    if (!value || repliesTo(value) !== undefined) return undefined;
    const { target } = value;
    const named = isRecord(target) ? target.source : target;
    if (typeof named !== 'string' || named === source || !/^[^/:?#\s]+$/.test(named)) return undefined;
    return serialize({ ...value, target: isRecord(target) ? { ...target, source } : source });
  });
}

/** Replaces lines: undefined keeps one, an empty string takes it away with its line end. */
function rewrite(text: string, lines: readonly SidecarLine[], replace: (line: SidecarLine) => string | undefined): string {
  let result = '';
  let from = 0;
  for (const line of lines) {
    const next = replace(line);
    if (next === undefined) continue;
    let end = line.end;
    if (next === '') while (end < text.length && text[end - 1] !== '\n') end++;
    result += text.slice(from, line.start) + next;
    from = end;
  }
  return result + text.slice(from);
}

function isRecord(value: unknown): value is Readonly<Value> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
