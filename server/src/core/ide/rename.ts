// Owns: renaming Sources: what can be renamed where, what a new key or a moved file changes, and the edits of one document.
// Must not know: LSP, which documents there are to go through. Edits are against the texts that the workspace holds.
import type { CheckedDocument, Workspace } from '../engine/types.ts';
import { joinUri } from '../engine/uri.ts';
import { sourceNamed } from '../evidence/independence.ts';
import { keyFrom, normalKey, stemKey } from '../evidence/keys.ts';
import { isStem, stemKeys } from '../evidence/source-table.ts';
import type { Source } from '../evidence/types.ts';
import { isAbsoluteUrl, relativeLink, resolveLink } from '../evidence/urls.ts';
import type { Edit, ResolvedCitation, StoryView } from '../rules/types.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { covers, type Span, shift, slice } from '../text/span.ts';

/** What changes: keys by their old ones, and paths of files from the Story's folder by their old ones. */
export interface Renaming {
  readonly keys: ReadonlyMap<string, string>;
  readonly paths: ReadonlyMap<string, string>;
}

/** A key that can be renamed, where it is written; or the first lines of a note that has its key from its file's name. */
export interface Renamable {
  readonly source: Source;
  readonly span: Span;
}

/** The Source whose key stands at an offset, as a citation, definition or origin. */
export function renamableAt(checked: CheckedDocument, offset: number): Renamable | undefined {
  const { view, story, uri } = checked;
  if (!story) return undefined;
  const at = { start: offset, end: offset };
  for (const one of view?.citations ?? []) {
    const span = shift(one.citation.keySpan, one.segment.offset);
    if (one.source && covers(span, at) && isKey(one)) return { source: one.source, span };
  }
  for (const { facts, offset: start } of view?.segments ?? []) {
    for (const { label, labelSpan } of facts.tree.footnotes) {
      const source = story.sources.get(normalKey(label));
      if (source && covers(shift(labelSpan, start), at)) return { source, span: shift(labelSpan, start) };
    }
  }
  const own = story.evidence.sourcesIn(uri);
  for (const source of own) {
    if (!isStem(source) && covers(source.keySpan, at)) return { source, span: source.keySpan };
    for (const origin of originsIn(checked, story)) if (covers(origin.span, at)) return origin;
  }
  const stem = own.find(isStem);
  const first = view?.segments.flatMap(({ facts, offset: start }) =>
    facts.tree.blocks.map(({ span, kind }) => ({ kind, span: shift(span, start) })),
  );
  const opening = first?.find(({ kind }) => kind !== 'front-matter');
  return stem && opening && covers(opening.span, at) ? { source: stem, span: opening.span } : undefined;
}

/** Whether a citation is written as the key that it means; a footnote may have another label, a link a path. */
function isKey({ citation, source }: ResolvedCitation): boolean {
  return citation.form !== 'link' && normalKey(citation.target) === source?.key;
}

/** Places of keys in `origin` values of notes, in metadata and front matter. */
function* originsIn(checked: CheckedDocument, story: StoryView): Generator<Renamable> {
  const values = [
    ...(checked.view?.frontMatter.items ?? []).filter(({ key }) => key === 'origin').map(({ valueSpan }) => valueSpan),
    ...story.evidence
      .sourcesIn(checked.uri)
      .flatMap(({ items }) => items.filter(({ key }) => /^origin$/i.test(key)).map(({ valueSpan }) => valueSpan)),
  ];
  const seen = new Set<number>();
  for (const span of values) {
    const [, before = '', name = ''] = /^(["']?(?:\[\[|\[?@)?)(.*?)\]{0,2}["']?$/s.exec(slice(checked.text, span)) ?? [];
    const source = sourceNamed(story.sources, name);
    const start = span.start + before.length;
    // Another way to say its title stays.
    if (!source || seen.has(start) || name.toLowerCase() !== source.key.toLowerCase()) continue;
    seen.add(start);
    yield { source, span: { start, end: start + name.length } };
  }
}

/** What a new key for a Source changes, or in plain words why it cannot have it. */
export function renameTo(workspace: Workspace, storyRoot: string, source: Source, name: string): Renaming | { readonly problem: Phrase } {
  const { view: story } = workspace.storyOf(source.uri) ?? {};
  const key = normalKey(name.trim());
  if (!story || key === source.key) return { keys: new Map(), paths: new Map() };
  if (key === '' || keyFrom(key) !== key) {
    const allowed = phrase`A key may hold letters, digits and - _ . : / and starts and ends with a letter or digit.`;
    return { problem: key === '' ? allowed : phrase`${allowed} “${keyFrom(key)}” would do.` };
  }
  const taken = { problem: phrase`There is already a source “${key}”.` };
  if (!isStem(source)) return story.sources.has(key) ? taken : { keys: new Map([[source.key, key]]), paths: new Map() };
  const isPath = source.key !== stemKey(source.path);
  if (key.includes(':') || (key.includes('/') && !isPath))
    return { problem: phrase`This key is the name of a file, which cannot hold “:” or “/”.` };
  const ending = /(?:\.notes)?\.[^./]*$/.exec(source.path)?.[0] ?? '';
  const folder = isPath && key.includes('/') ? '' : source.path.slice(0, source.path.lastIndexOf('/') + 1);
  const path = `${folder}${key}${ending}`;
  const uri = joinUri(storyRoot, path);
  if (workspace.files().some(file => file.uri === uri)) return { problem: phrase`There is already a file ${path}.` };
  const renaming = movesOf(story, new Map([[source.path, path]]));
  const changed = new Set(renaming.keys.keys());
  return [...renaming.keys.values()].some(one => story.sources.has(one) && !changed.has(one)) ? taken : renaming;
}

/** What moving files changes: keys that are their names, those of others among them: equal names take their path. */
export function movesOf(story: StoryView, paths: ReadonlyMap<string, string>): Renaming {
  const stems = [...story.sources.values()].filter(isStem);
  const moved = (path: string): string => paths.get(path) ?? path;
  const after = stemKeys(stems.map(({ path }) => moved(path)));
  const keys = new Map<string, string>();
  for (const source of stems) {
    const key = after.get(moved(source.path));
    if (key !== undefined && key !== source.key) keys.set(source.key, key);
  }
  return { keys, paths };
}

/** Whether a file may hold anything that a renaming changes; says yes too often rather than too seldom. */
export function mayHold(text: string, path: string, { keys, paths }: Renaming): boolean {
  if (paths.has(path)) return true;
  const names = [...keys.keys(), ...[...paths.keys()].map(path => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''))];
  const lower = text.toLowerCase();
  return names.some(name => /[^\w./:-]/.test(name) || lower.includes(name.toLowerCase()));
}

/** Edits of one document: citations, definitions of footnotes, keys, origins. */
export function editsOf(checked: CheckedDocument, renaming: Renaming): readonly Edit[] {
  const { view, story, uri, text } = checked;
  if (!story) return [];
  const edits: Edit[] = [];
  const replace = (span: Span, newText: string | undefined): void => {
    if (newText !== undefined && newText !== slice(text, span)) edits.push({ uri, span, newText });
  };
  const path = view?.path ?? '';
  const files = new Set([...story.sources.values()].map(source => source.path));
  const isNote = (target: string): boolean => files.has(resolveLink(path, target)?.path ?? '');
  for (const one of view?.citations ?? []) {
    const span = shift(one.citation.keySpan, one.segment.offset);
    // A link by reference has its address elsewhere.
    if (one.source && slice(text, span) === one.citation.target) replace(span, newTarget(one, one.source, path, renaming));
  }
  for (const { facts, offset } of view?.segments ?? []) {
    for (const { label, labelSpan, content } of facts.tree.footnotes) {
      const key = normalKey(label);
      if (story.sources.has(key)) replace(shift(labelSpan, offset), renaming.keys.get(key));
      const written = slice(facts.tree.text, content);
      const inner = written.trim();
      if (/^\S+$/.test(inner))
        replace(shift(at(content.start + written.indexOf(inner), inner), offset), newLink(inner, path, '', renaming));
    }
    for (const block of facts.tree.blocks) {
      if (block.kind !== 'definition') continue;
      const [, before = '', target = ''] = /^(\s*\[[^\]]*\]:\s*<?)([^\s>]+)/.exec(slice(facts.tree.text, block.span)) ?? [];
      if (isNote(target)) replace(shift(at(block.span.start + before.length, target), offset), newLink(target, path, '', renaming));
    }
  }
  const again = new Set(story.duplicates.map(duplicate => duplicate.again));
  for (const source of story.evidence.sourcesIn(uri))
    if (!isStem(source) && !again.has(source)) replace(source.keySpan, renaming.keys.get(source.key));
  if (checked.role === 'notes') for (const { source, span } of originsIn(checked, story)) replace(span, renaming.keys.get(source.key));
  return edits;
}

function at(start: number, text: string): Span {
  return { start, end: start + text.length };
}

/** How a citation is written after a renaming; undefined where it stays. */
function newTarget(one: ResolvedCitation, source: Source, path: string, renaming: Renaming): string | undefined {
  const { form, target } = one.citation;
  const key = renaming.keys.get(source.key);
  if (isKey(one)) return key;
  if (form === 'link') return newLink(target, path, source.key, renaming);
  if (form !== 'wiki') return undefined;
  const hash = target.indexOf('#');
  const file = hash < 0 ? target : target.slice(0, hash);
  const fragment = hash < 0 ? '' : target.slice(hash + 1);
  const newFragment = fragment !== '' && normalKey(fragment) === source.key ? (key ?? fragment) : fragment;
  return `${newWikiFile(file, source, path, renaming)}${hash < 0 ? '' : '#'}${newFragment}`;
}

/** The file part of a wiki link: a path from the Story's folder or from the draft, with or without ending, or the stem alone. */
function newWikiFile(file: string, source: Source, path: string, { keys, paths }: Renaming): string {
  const moved = paths.get(source.path);
  if (moved === undefined || file === '') return file;
  const withoutEnding = (one: string): string => one.replace(/\.[^./]*$/, '');
  if (file === source.path) return moved;
  if (file === withoutEnding(source.path)) return withoutEnding(moved);
  if (file.includes('/')) return relativeLink(paths.get(path) ?? path, file === withoutEnding(file) ? withoutEnding(moved) : moved);
  if (stemKey(`${file}.md`) === stemKey(source.path)) return keys.get(source.key) ?? stemKey(moved);
  return file.endsWith(source.path.slice(source.path.lastIndexOf('/') + 1)) ? moved.slice(moved.lastIndexOf('/') + 1) : file;
}

/** A relative link after a renaming; with the key of a heading as its fragment, that too. */
function newLink(target: string, path: string, key: string, { keys, paths }: Renaming): string | undefined {
  if (isAbsoluteUrl(target)) return undefined;
  const link = resolveLink(path, target);
  if (!link) return undefined;
  const hash = target.indexOf('#');
  const fragment = hash < 0 ? '' : target.slice(hash);
  const newKey = key !== '' && normalKey(link.fragment) === key ? keys.get(key) : undefined;
  const newFragment = newKey === undefined ? fragment : `#${newKey}`;
  const known = paths.has(link.path) ? link.path : [...paths.keys()].find(one => one.replace(/\.[^./]*$/, '') === link.path);
  const moved = known === undefined ? undefined : paths.get(known);
  if (moved === undefined && !paths.has(path)) return `${hash < 0 ? target : target.slice(0, hash)}${newFragment}`;
  const to = moved === undefined ? link.path : known === link.path ? moved : moved.replace(/\.[^./]*$/, '');
  const relative = relativeLink(paths.get(path) ?? path, to);
  const start = target.startsWith('./') && !relative.startsWith('.') ? './' : '';
  return `${start}${/[%\s]/.test(target) || /[\s()<>]/.test(relative) ? encodeURI(relative) : relative}${newFragment}`;
}
