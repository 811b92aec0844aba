// Owns: annotations over LSP: listing, changing, import and export, and keeping their anchors fresh when a document is saved.
// Must not know: how passages are found, how sidecars are written.
import { RequestType } from 'vscode-languageserver';
import { placeAnchors } from '../core/annotations/anchors.ts';
import { fromCollection } from '../core/annotations/collection.ts';
import { describeAnchor } from '../core/annotations/describe.ts';
import { fromMrsf } from '../core/annotations/mrsf.ts';
import { readSidecar, sidecarLines } from '../core/annotations/sidecar.ts';
import type { Anchor, PlacedAnnotation, Placement, Reply } from '../core/annotations/types.ts';
import { earlierVerdict } from '../core/annotations/verdicts.ts';
import { WordIndex } from '../core/annotations/words.ts';
import { attachAll, type Change, changeSidecar, insertLines, retarget } from '../core/annotations/write.ts';
import { baseName, normalUri } from '../core/engine/uri.ts';
import { collectionOf, leftOutWords, NOT_CHECKED, reviewOf } from '../core/ide/exports/annotations.ts';
import { LineIndex } from '../core/text/line-index.ts';
import { type Phrase, phrase } from '../core/text/phrases.ts';
import { overlaps, type Span, shift } from '../core/text/span.ts';
import {
  ANNOTATE_REQUEST,
  ANNOTATIONS_REQUEST,
  type AnnotateParams,
  type AnnotateResult,
  type AnnotationsParams,
  type AnnotationsResult,
  EXPORT_ANNOTATIONS_REQUEST,
  type ExportAnnotationsParams,
  type ExportAnnotationsResult,
  IMPORT_ANNOTATIONS_REQUEST,
  type ImportAnnotationsParams,
  type ImportAnnotationsResult,
  type WireAnnotation,
  type WireComment,
  type WireRange,
} from '../protocol.ts';
import type { Feature } from './feature.ts';
import type { SidecarUpdate } from './host.ts';
import type { Session } from './session.ts';

export const annotations: Feature = {
  capabilities: {},
  register(session) {
    const { connection } = session;
    connection.onRequest(new RequestType<AnnotationsParams, AnnotationsResult, void>(ANNOTATIONS_REQUEST), params => list(session, params));
    connection.onRequest(new RequestType<AnnotateParams, AnnotateResult, void>(ANNOTATE_REQUEST), params => annotate(session, params));
    connection.onRequest(new RequestType<ExportAnnotationsParams, ExportAnnotationsResult, void>(EXPORT_ANNOTATIONS_REQUEST), params =>
      exportAnnotations(session, params),
    );
    connection.onRequest(new RequestType<ImportAnnotationsParams, ImportAnnotationsResult, void>(IMPORT_ANNOTATIONS_REQUEST), params =>
      importAnnotations(session, params),
    );
  },
};

async function list(session: Session, { textDocument, by }: AnnotationsParams): Promise<AnnotationsResult> {
  const { workspace } = session;
  const uri = normalUri(textDocument.uri);
  // Asked first: all that follows is of one moment.
  const author = workspace.annotationsOf(uri).annotations.length > 0 ? await authorOf(session, uri, by) : by;
  const text = workspace.textOf(uri);
  // A file that is new, or outside of every folder, is known by being open alone.
  const role = workspace.files().find(file => file.uri === uri)?.role ?? workspace.check(uri)?.role;
  if (text === undefined || !(role === 'draft' || role === 'notes')) return { annotatable: false, annotations: [], sources: [] };
  const lines = new LineIndex(text);
  const story = workspace.storyOf(uri)?.view;
  const draft = role === 'draft' ? workspace.check(uri)?.view : undefined;
  return {
    annotatable: true,
    annotations: workspace.annotationsOf(uri).annotations.map(one => toWire(session, one, lines, author)),
    // The sidecar lies beside the draft: keys of what it may not name are not offered in it.
    sources: [...(story?.sources ?? [])].filter(([, source]) => !draft || story?.mayOffer(source, draft)).map(([key]) => key),
  };
}

/** Who writes: the name that the client gives, else git's. */
async function authorOf({ host }: Session, uri: string, by: string | undefined): Promise<string | undefined> {
  return by || (await host.author?.(uri).catch(() => undefined));
}

function toWire(
  session: Session,
  { annotation, placement, expired }: PlacedAnnotation,
  lines: LineIndex,
  author: string | undefined,
): WireAnnotation {
  const { verdict, evidence, assignee, resolved, replies, pointer } = annotation;
  return {
    ...toComment(annotation),
    ...(placement.state === 'placed' ? { range: rangeOf(session, placement.span, lines) } : {}),
    ...(placement.state === 'orphaned' ? { lastText: placement.lastText } : {}),
    ...(pointer === undefined ? {} : { pointer }),
    ...(author && annotation.creator === author ? { own: true } : {}),
    ...(verdict ? { verdict } : {}),
    expired,
    evidence,
    ...(assignee ? { assignee } : {}),
    resolved: resolved !== undefined,
    replies: replies.map(toComment),
  };
}

function toComment({ id, body, creator, created, modified }: Reply): WireComment {
  return { id, body, ...(creator ? { by: creator } : {}), ...(created ? { created } : {}), ...(modified ? { modified } : {}) };
}

function rangeOf({ encoding }: Session, span: Span, lines: LineIndex): WireRange {
  return { start: lines.position(span.start, encoding), end: lines.position(span.end, encoding) };
}

async function annotate(session: Session, { textDocument, by, change }: AnnotateParams): Promise<AnnotateResult> {
  const uri = normalUri(textDocument.uri);
  const { language } = session;
  const text = session.workspace.textOf(uri);
  if (text === undefined || !/^(?!untitled:)/.test(uri))
    return { error: language.say`Save the draft first: its annotations are kept in a file beside it.` };
  const author = await authorOf(session, uri, by);
  const base = { at: new Date().toISOString(), ...(author ? { by: author } : {}) };
  if ('range' in change && change.range && !isRange(change.range)) return { error: language.say`This is no range of the document.` };
  const id = 'id' in change ? change.id : newId();
  let made: Change;
  switch (change.kind) {
    case 'add': {
      const span = change.range && passageAt(session, uri, text, change.range, change.verdict !== undefined);
      if (change.range && !span) return { error: language.say`There is no text here to annotate.` };
      const { range: _, ...rest } = change;
      const anchor = span && describeAnchor(new WordIndex(text), span);
      const { verdict } = change;
      const earlier = verdict && author && span && earlierVerdict(session.workspace.annotationsOf(uri).annotations, author, span);
      made =
        earlier && anchor
          ? { ...base, ...rest, kind: 'judge', verdict, id: earlier.id, anchor }
          : { ...base, ...rest, id, source: encodeURIComponent(baseName(uri)), ...(anchor ? { anchor } : {}) };
      break;
    }
    case 'attach': {
      const span = passageAt(session, uri, text, change.range, false);
      if (!span) return { error: language.say`Select the passage that the annotation is about.` };
      made = { ...base, kind: 'attach', id, anchor: describeAnchor(new WordIndex(text), span) };
      break;
    }
    case 'assign':
      made = { ...base, kind: 'assign', id, assignee: change.assignee };
      break;
    case 'edit':
      made = { ...base, kind: 'edit', id, body: change.body, base: { body: change.from, answer: newId() } };
      break;
    default:
      made = { ...base, ...change, id };
  }
  let refused: string | undefined;
  let becameAnswer = false;
  const error = await update(session, uri, sidecar => {
    const result = changeSidecar(sidecar, made);
    refused = 'refused' in result ? language.of(REFUSED[result.refused]) : undefined;
    becameAnswer = 'text' in result && result.became === 'answer';
    return 'text' in result ? result.text : undefined;
  });
  if (refused ?? error) return { error: refused ?? (error as string) };
  if (!becameAnswer) return { id: made.id };
  return {
    id: made.id,
    notice: language.say`Somebody has changed this comment meanwhile. Their text stays, and yours stands below it as an answer.`,
  };
}

function newId(): string {
  return `urn:uuid:${crypto.randomUUID()}`;
}

function isRange(range: unknown): range is WireRange {
  const { start, end } = (range ?? {}) as Partial<Record<'start' | 'end', unknown>>;
  return [start, end].every(at => {
    const { line, character } = (at ?? {}) as Partial<Record<'line' | 'character', unknown>>;
    return typeof line === 'number' && typeof character === 'number';
  });
}

const REFUSED = {
  missing: phrase`This annotation is not in the file any more: somebody else may have deleted it.`,
  conflicting: phrase`Two lines of the annotations file say different things of this annotation. Delete one of them there first.`,
  changed: phrase`Somebody has changed this comment meanwhile, so it was not emptied.`,
  exists: phrase`There is an annotation with this id already.`,
};

/** The passage that a range means: what is selected; a claim for verdicts; else the sentence. */
function passageAt(session: Session, uri: string, text: string, range: WireRange, isVerdict: boolean): Span | undefined {
  const lines = new LineIndex(text);
  const selected = trimmed(text, { start: lines.offset(range.start, session.encoding), end: lines.offset(range.end, session.encoding) });
  const isEmpty = selected.end <= selected.start;
  const view = isEmpty || isVerdict ? session.workspace.check(uri)?.view : undefined;
  for (const segment of view?.segments ?? []) {
    const near = (span: Span): boolean => {
      const placed = shift(span, segment.offset);
      return isEmpty ? placed.start <= selected.start && selected.start <= placed.end : overlaps(placed, selected);
    };
    const claim = isVerdict ? segment.facts.claims.find(one => near(one.span)) : undefined;
    const sentence = claim ?? (isEmpty ? segment.facts.tree.sentences.find(one => near(one.span)) : undefined);
    if (sentence) return trimmed(text, shift(sentence.span, segment.offset));
  }
  return isEmpty ? undefined : selected;
}

function trimmed(text: string, { start, end }: Span): Span {
  let from = Math.min(start, end);
  let to = Math.max(start, end);
  while (from < to && /\s/.test(text[from] as string)) from++;
  while (to > from && /\s/.test(text[to - 1] as string)) to--;
  return { start: from, end: to };
}

/** Changes the sidecar of a document; answers what went wrong, in plain words. */
async function update(session: Session, uri: string, change: (text: string) => string | undefined): Promise<string | undefined> {
  const { sidecar } = session.workspace.annotationsOf(uri);
  const result = await session.sidecars.update(sidecar, text => {
    const changed = change(text);
    return changed === undefined ? undefined : retarget(changed, encodeURIComponent(baseName(uri)));
  });
  if (!result.ok) return session.language.of(FAILED[result.problem](baseName(sidecar), result.detail));
  await session.workspace.refresh([{ uri: sidecar, kind: 'changed' }]);
  return undefined;
}

const FAILED: Readonly<Record<Extract<SidecarUpdate, { ok: false }>['problem'], (name: string, detail: Phrase | string) => Phrase>> = {
  'read-only': (name, detail) =>
    phrase`${name} cannot be written here: the file or its folder is read-only (${detail}). Nothing was changed.`,
  full: (name, detail) => phrase`${name} could not be written: the disk is full (${detail}). Nothing was changed.`,
  busy: (name, detail) => phrase`${name} could not be written: ${detail}. Nothing was changed; try again.`,
  unreadable: (name, detail) => phrase`${name} could not be read or written (${detail}). Nothing was changed.`,
};

/**
 * A saved document: anchors that would not lead to where their passages were followed to are described anew.
 * Verdicts keep the words that they were given for.
 */
export function refreshAnchors(session: Session, clientUri: string): Promise<void> {
  // One after the other: what the last save wrote must have been read before it is told what has changed since.
  const turn = (refreshing.get(session) ?? Promise.resolve()).then(() => refreshNow(session, clientUri));
  refreshing.set(
    session,
    turn.catch(() => undefined),
  );
  return turn;
}

const refreshing = new WeakMap<Session, Promise<void>>();

async function refreshNow(session: Session, clientUri: string): Promise<void> {
  const uri = normalUri(clientUri);
  const text = session.workspace.textOf(uri);
  const { annotations: all } = session.workspace.annotationsOf(uri);
  if (text === undefined || all.length === 0) return;
  const found = placeAnchors(
    text,
    all.map(({ annotation }) => annotation.anchor),
  );
  const index = new WordIndex(text);
  const anchors = new Map<string, Anchor>();
  all.forEach(({ annotation, placement }, i) => {
    if (placement.state !== 'placed' || !annotation.anchor || annotation.verdict) return;
    const again = found[i] as Placement;
    const { start, end } = placement.span;
    const holds = again.state === 'placed' && again.how === 'exact' && again.span.start === start && again.span.end === end;
    if (holds || start === end) return;
    anchors.set(annotation.id, describeAnchor(index, placement.span));
  });
  if (anchors.size === 0) return;
  session.workspace.anchorsWritten(uri, anchors);
  const problem = await update(session, uri, sidecar => attachAll(sidecar, anchors));
  if (problem) session.connection.console.warn(session.workspace.redact(problem));
}

async function exportAnnotations(session: Session, { textDocument, format }: ExportAnnotationsParams): Promise<ExportAnnotationsResult> {
  const { workspace, host, language } = session;
  const uri = normalUri(textDocument.uri);
  const { sidecar } = workspace.annotationsOf(uri);
  const content = await host.files.read(sidecar, { maxBytes: 64_000_000 });
  if (content.kind !== 'text' && !(content.kind === 'problem' && content.problem === 'missing')) {
    const detail = content.kind === 'problem' ? content.detail : phrase`binary`;
    return { error: language.say`${baseName(sidecar)} could not be read (${detail}), so nothing is exported.` };
  }
  const lines = content.kind === 'text' ? content.text : '';
  const made = format === 'mrsf' ? reviewOf(workspace, uri) : collectionOf(workspace, uri, lines, newId());
  if (!made) return { error: language.of(NOT_CHECKED) };
  return { text: made.text, remarks: leftOutWords(made).map(remark => language.of(remark)) };
}

async function importAnnotations(session: Session, { textDocument, text }: ImportAnnotationsParams): Promise<ImportAnnotationsResult> {
  const uri = normalUri(textDocument.uri);
  const draft = session.workspace.textOf(uri) ?? '';
  const source = encodeURIComponent(baseName(uri));
  const read = fromCollection(text) ?? fromMrsf(text, source, draft);
  if (!read)
    return { error: session.language.say`This file is neither a W3C annotation collection (JSON-LD) nor a Sidemark (MRSF 1) review file.` };
  let added = 0;
  const error = await update(session, uri, sidecar => {
    const known = new Set(sidecarLines(sidecar).flatMap(({ value }) => (value ? [value.id] : [])));
    const fresh = read.lines.filter(line => !readSidecar(line).annotations.some(({ id }) => known.has(id)));
    added = fresh.length;
    return insertLines(sidecar, fresh);
  });
  return error ? { error } : { added, skipped: read.skipped + read.lines.length - added };
}
