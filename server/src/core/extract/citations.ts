// Owns: finding citations in every form that drafts use in a segment.
// Must not know: other segments, notes, rules.
import type { Inline, SegmentTree } from '../syntax/types.ts';
import { compareSpans, lowerBound, type Span } from '../text/span.ts';
import type { Citation } from './facts.ts';
import type { ExtractInput } from './input.ts';

const KEY_START = /[\p{L}\p{N}_]/u;
const KEY_PART = /[\p{L}\p{N}\p{M}_]/u;
/** Stands within a key, not at its end. */
const KEY_INNER = '-_.:/';
const URL = /\bhttps?:\/\/[^\s<>"“”«»]+/gi;
/** A wiki link or footnote label longer than this is no citation. */
const MAX_LABEL = 200;

type Found = Omit<Citation, 'sentence'> & { readonly attach: 'before' | 'within' };

/** Citations as written, in order; the Story says which of them resolve. */
export function extractCitations(input: ExtractInput): readonly Citation[] {
  const { tree } = input;
  const hidden = hiddenSpans(tree);
  const found: Found[] = [];
  scanProse(tree, hidden, found);
  for (const inline of tree.inlines) {
    if (inline.kind === 'footnote-reference') addFootnote(tree, inline, found);
    else if (inline.kind === 'link') addLink(tree, inline, found);
  }
  if (tree.markup === 'plain') addPlainUrls(tree, hidden, found);
  found.sort((a, b) => compareSpans(a.span, b.span));
  return found.map(({ attach, ...citation }) => ({ ...citation, sentence: sentenceOf(tree, citation.span, attach) }));
}

/** What is no prose: inline code, links and their words, comments, images; code, html and front matter are blank already. */
function hiddenSpans(tree: SegmentTree): readonly Span[] {
  const spans: Span[] = [];
  for (const inline of tree.inlines)
    if (inline.kind === 'code' || inline.kind === 'html' || inline.kind === 'comment') spans.push(inline.span);
  for (const comment of tree.comments) spans.push(comment.span);
  for (const block of tree.blocks)
    if (block.kind === 'code' || block.kind === 'html' || block.kind === 'front-matter') spans.push(block.span);
  return spans.sort(compareSpans);
}

/** One pass over the text for `@key`, `[@key; @key]`, `[[key]]` and `[^key]` without a definition. */
function scanProse(tree: SegmentTree, hidden: readonly Span[], found: Found[]): void {
  const { prose } = tree;
  let bracket = -1;
  let group: { readonly at: number; readonly key: Span }[] = [];
  let bare: { readonly at: number; readonly key: Span }[] = [];
  let next = 0;
  const flushBare = (): void => {
    for (const { at, key } of bare) found.push(bareCitation(prose, at, key));
    bare = [];
  };
  for (let at = 0; at < prose.length; at++) {
    while (next < hidden.length && (hidden[next] as Span).end <= at) next++;
    const skip = hidden[next];
    if (skip && skip.start <= at) {
      at = skip.end - 1;
      continue;
    }
    const character = prose.charAt(at);
    if (character === '\n' && isBlankLine(prose, at + 1)) {
      bare.push(...group);
      flushBare();
      group = [];
      bracket = -1;
    } else if (character === '[') {
      const wiki = prose.charAt(at + 1) === '[' ? wikiAt(prose, at) : undefined;
      const note = prose.charAt(at + 1) === '^' ? footnoteAt(tree, at) : undefined;
      const special = wiki ?? note;
      if (special) {
        if (special.citation) found.push(special.citation);
        at = special.end - 1;
        continue;
      }
      bare.push(...group);
      group = [];
      bracket = at;
    } else if (character === ']') {
      const isLink = prose.charAt(at + 1) === '(' || prose.charAt(at + 1) === '[';
      if (bracket >= 0 && group.length > 0 && !isLink) addGroup(prose, { start: bracket, end: at + 1 }, group, found);
      else bare.push(...group);
      group = [];
      bracket = -1;
    } else if (character === '@') {
      const key = keyAt(prose, at);
      if (!key) continue;
      if (bracket >= 0) group.push({ at, key });
      else bare.push({ at, key });
      at = key.end - 1;
    }
  }
  bare.push(...group);
  flushBare();
}

/** The key after the `@` at `at`; none after a letter (mail addresses), before nothing, or in a path or handle of a url. */
function keyAt(prose: string, at: number): Span | undefined {
  if (at > 0) {
    const before = prose.charAt(at - 1);
    if (KEY_PART.test(before) || '.@/+%=&\\'.includes(before)) return undefined;
  }
  let start = at + 1;
  const braced = prose.charAt(start) === '{';
  if (braced) {
    const ahead = prose.slice(start + 1, start + MAX_LABEL);
    const inner = ahead.slice(0, Math.max(0, ahead.indexOf('}')));
    const close = start + 1 + inner.length;
    return inner === '' || /[\s{]/.test(inner) ? undefined : { start: start + 1, end: close };
  }
  if (!KEY_START.test(codePointAt(prose, start))) return undefined;
  let end = start;
  while (start < prose.length) {
    const character = codePointAt(prose, start);
    if (KEY_PART.test(character)) {
      start += character.length;
      end = start;
    } else if (KEY_INNER.includes(character)) start++;
    else break;
  }
  // "@mail.example.org:" and "user @host" are no keys of ours to judge; whether a bare key is one, the Story says.
  return { start: at + 1, end };
}

function codePointAt(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? ' ' : String.fromCodePoint(code);
}

function bareCitation(prose: string, at: number, key: Span): Found {
  return {
    span: { start: at, end: endOfBraces(prose, key) },
    keySpan: key,
    form: 'bare',
    target: prose.slice(key.start, key.end),
    attach: 'within',
  };
}

function endOfBraces(prose: string, key: Span): number {
  return prose.charAt(key.start - 1) === '{' ? key.end + 1 : key.end;
}

/** `[see @a, p. 3; -@b]`: one citation for each key; of one key alone the whole bracket is its span. */
function addGroup(prose: string, span: Span, keys: readonly { readonly at: number; readonly key: Span }[], found: Found[]): void {
  for (const [index, { at, key }] of keys.entries()) {
    const after = keys[index + 1];
    const last = endOfBraces(prose, key);
    const semicolon = after ? prose.slice(last, after.at).indexOf(';') : -1;
    const end = !after ? span.end - 1 : semicolon < 0 ? after.at : last + semicolon;
    const locator = prose.slice(last, end).replace(/\s+/g, ' ').trim().replace(/^,/, '').trim();
    const start = prose.charAt(at - 1) === '-' ? at - 1 : at;
    found.push({
      span: keys.length === 1 ? span : { start, end: trimmedEnd(prose, last, end) },
      keySpan: key,
      form: 'pandoc',
      target: prose.slice(key.start, key.end),
      ...(locator === '' ? {} : { locator }),
      attach: 'before',
    });
  }
}

function trimmedEnd(prose: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(prose.charAt(at - 1))) at--;
  return at;
}

/** `[[key]]`, `[[key|label]]`, `[[key#heading]]`; an embed `![[picture.png]]` is none. */
function wikiAt(prose: string, at: number): { readonly end: number; readonly citation?: Found } | undefined {
  const limit = Math.min(prose.length, at + 2 + MAX_LABEL);
  let end = at + 2;
  while (end < limit && !'[]\n\r'.includes(prose.charAt(end))) end++;
  if (prose.charAt(end) !== ']' || prose.charAt(end + 1) !== ']') return undefined;
  const inner = prose.slice(at + 2, end);
  const bar = inner.indexOf('|');
  const named = bar < 0 ? inner : inner.slice(0, bar);
  const target = named.trim();
  if (target === '' || prose.charAt(at - 1) === '!') return { end: end + 2 };
  const start = at + 2 + named.indexOf(target);
  return {
    end: end + 2,
    citation: {
      span: { start: at, end: end + 2 },
      keySpan: { start, end: start + target.length },
      form: 'wiki',
      target,
      attach: 'before',
    },
  };
}

/** `[^label]` that Markdown did not take for a footnote: in plain text, or without a definition. */
function footnoteAt(tree: SegmentTree, at: number): { readonly end: number; readonly citation?: Found } | undefined {
  const { prose } = tree;
  const limit = Math.min(prose.length, at + 2 + MAX_LABEL);
  let end = at + 2;
  while (end < limit && !/[\s[\]]/.test(prose.charAt(end))) end++;
  if (prose.charAt(end) !== ']' || end === at + 2) return undefined;
  const span = { start: at, end: end + 1 };
  const isDefinition = prose.charAt(end + 1) === ':' && startsLine(prose, at);
  if (isDefinition || tree.inlines.some(inline => inline.kind === 'footnote-reference' && inline.span.start === at))
    return { end: end + 1 };
  return { end: end + 1, citation: footnoteCitation(prose.slice(at + 2, end), span, at + 2) };
}

function footnoteCitation(label: string, span: Span, labelStart: number): Found {
  return { span, keySpan: { start: labelStart, end: labelStart + label.length }, form: 'footnote', target: label, attach: 'before' };
}

function startsLine(prose: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (prose.charAt(before) === ' ' || prose.charAt(before) === '\t')) before--;
  return before < 0 || prose.charAt(before) === '\n' || prose.charAt(before) === '\r';
}

function addFootnote(tree: SegmentTree, inline: Inline, found: Found[]): void {
  const raw = tree.text.slice(inline.span.start, inline.span.end);
  const open = raw.indexOf('^') + 1;
  const label = open > 0 && raw.endsWith(']') ? raw.slice(open, -1) : (inline.label ?? '');
  if (label !== '') found.push(footnoteCitation(label, inline.span, inline.span.start + open));
}

function addLink(tree: SegmentTree, inline: Inline, found: Found[]): void {
  const url = inline.url ?? '';
  if (url === '' || url.startsWith('#') || /^(?:mailto|tel|javascript|data|command):/i.test(url)) return;
  const raw = tree.text.slice(inline.span.start, inline.span.end);
  const at = raw.lastIndexOf(url);
  const keySpan = at < 0 ? inline.span : { start: inline.span.start + at, end: inline.span.start + at + url.length };
  found.push({ span: inline.span, keySpan, form: 'link', target: url, attach: 'within' });
}

/** Addresses in plain text, closing punctuation and unmatched brackets left out. */
function addPlainUrls(tree: SegmentTree, hidden: readonly Span[], found: Found[]): void {
  const known = new Set(tree.inlines.filter(inline => inline.kind === 'link').map(inline => inline.span.start));
  for (const match of tree.prose.matchAll(URL)) {
    const start = match.index;
    if (known.has(start) || isHidden(hidden, start)) continue;
    const url = withoutClosing(match[0]);
    const span = { start, end: start + url.length };
    found.push({ span, keySpan: span, form: 'link', target: url, attach: 'within' });
  }
}

/** An address without the punctuation of the sentence around it; a bracket stays where the address opens one. */
function withoutClosing(url: string): string {
  const opens = url.includes('(');
  let end = url.length;
  while (end > 0 && (".,;:!?'’]}*_".includes(url.charAt(end - 1)) || (!opens && url.charAt(end - 1) === ')'))) end--;
  return url.slice(0, end);
}

function isHidden(hidden: readonly Span[], at: number): boolean {
  const index = lowerBound(hidden, at + 1, span => span) - 1;
  const before = hidden[index];
  return before !== undefined && at < before.end;
}

function isBlankLine(prose: string, at: number): boolean {
  let index = at;
  while (index < prose.length && (prose.charAt(index) === ' ' || prose.charAt(index) === '\t' || prose.charAt(index) === '\r')) index++;
  return index >= prose.length || prose.charAt(index) === '\n';
}

/**
 * The sentence that a citation belongs to: the one around it, and for marks that follow their sentence
 * ("… on Friday. [@a] The next …", a footnote after the full stop) the one before. -1 in a segment without sentences.
 */
function sentenceOf(tree: SegmentTree, span: Span, attach: 'before' | 'within'): number {
  const { sentences } = tree;
  if (sentences.length === 0) return -1;
  // A link's bracket is blank in the prose: the sentence may start behind it.
  let from = span.start;
  if (attach === 'within') while (from < span.end - 1 && /\s/.test(tree.prose.charAt(from))) from++;
  const after = lowerBound(sentences, from + 1, sentence => sentence.span);
  const index = Math.max(0, after - 1);
  const here = sentences[index];
  if (!here) return 0;
  if (after === 0) return 0;
  if (attach === 'within' || span.start >= here.span.end) return index;
  if (span.start - here.span.start > MAX_LABEL) return index;
  // It opens its sentence: then it closes the one before, unless nothing stands before it in the block.
  const opens =
    tree.prose
      .slice(here.span.start, span.start)
      .replace(/\[[^\]]*\]/g, '')
      .trim() === '';
  const before = sentences[index - 1];
  return opens && before && before.block === here.block ? index - 1 : index;
}
