// Owns: the Sources that a draft cites as a bibliography: CSL-JSON and BibLaTeX.
// Must not know: notes' text: only what names a Source gets into a bibliography.
import type { Workspace } from '../../engine/types.ts';
import { normalKey } from '../../evidence/keys.ts';
import { hasTitle, nameOf } from '../../evidence/source-name.ts';
import type { Source } from '../../evidence/types.ts';
import type { DocumentView, StoryView } from '../../rules/types.ts';
import { slice } from '../../text/span.ts';

export const BIBLIOGRAPHY_FORMATS = ['csl', 'bibtex'] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number];

export interface Bibliography {
  readonly text: string;
  readonly entries: number;
  /** Cited Sources that this draft may not name. */
  readonly leftOut: number;
}

/** A CSL-JSON item, as far as notes know one. */
interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly URL?: string;
}

interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** The cited Sources in order of their first citation, then what footnotes give an address of. */
export function bibliographyOf(workspace: Workspace, view: DocumentView, story: StoryView, format: BibliographyFormat): Bibliography {
  const cited = new Map<string, Source>();
  /** Keys of Sources by the labels of footnotes. */
  const labels = new Map<string, string>();
  for (const { source, citation } of view.citations) {
    if (!source) continue;
    if (!cited.has(source.key)) cited.set(source.key, source);
    if (citation.form === 'footnote') labels.set(normalKey(citation.target), source.key);
  }
  const named = [...cited.values()].filter(source => story.mayOffer(source, view));
  const redact = (text: string): string => workspace.redact(text);
  const notes = footnotesOf(view);
  const words = new Map([...labels].flatMap(([label, key]) => (notes.has(label) ? [[key, notes.get(label)?.words] as const] : [])));
  const items = [
    ...named.map(source => itemOf(source, words.get(source.key), redact)),
    ...[...notes].flatMap(([label, note]) => (labels.has(label) || story.sources.has(label) ? [] : linkedItem(label, note, redact))),
  ];
  return {
    text: format === 'csl' ? `${JSON.stringify(items, null, 2)}\n` : items.map(bibtexOf).join('\n'),
    entries: items.length,
    leftOut: cited.size - named.length,
  };
}

interface Footnote {
  /** What it says without addresses and pointers, white space folded. */
  readonly words: string;
  readonly url?: string;
}

/** What the footnotes of a draft say, by their labels as keys. */
function footnotesOf({ segments }: DocumentView): ReadonlyMap<string, Footnote> {
  const notes = new Map<string, Footnote>();
  for (const { facts } of segments) {
    for (const { label, content } of facts.tree.footnotes) {
      const key = normalKey(label);
      const written = slice(facts.tree.text, content);
      if (notes.has(key) || POINTER.test(written)) continue;
      const url = /\bhttps?:\/\/[^\s<>()[\]"]*[^\s<>()[\]".,;:!?]/i.exec(written)?.[0];
      const words = (url ? slice(facts.tree.prose, content).replaceAll(url, ' ') : slice(facts.tree.prose, content))
        .replace(/[<>()[\]]/g, ' ')
        .replace(/\s+/g, ' ')
        .replace(/[\s.,;:]+$/, '')
        .trim();
      notes.set(key, { words, ...(url ? { url } : {}) });
    }
  }
  return notes;
}

/** A footnote that leads on to a Source. */
const POINTER = /\[\[|@[\p{L}\p{N}]/u;

/** A footnote that is about no Source, where it gives an address: else it is a remark. */
function linkedItem(label: string, { words, url }: Footnote, redact: (text: string) => string): CslItem[] {
  return url ? [{ id: redact(label), type: 'webpage', title: redact(words || url), URL: redact(url) }] : [];
}

/** `footnote`: what the draft's footnote calls it, where the notes have no title for it. */
function itemOf(source: Source, footnote: string | undefined, redact: (text: string) => string): CslItem {
  const { url, authors = [], published, retrieved } = source.metadata;
  const field = (...names: readonly string[]): string | undefined =>
    source.origin === 'bibliography' ? source.items.find(({ key }) => names.includes(key))?.value : undefined;
  const journal = field('journaltitle', 'journal', 'booktitle');
  const publisher = field('publisher', 'institution', 'organization');
  const issued = dateOf(published);
  const accessed = dateOf(retrieved);
  return {
    id: redact(source.key),
    type: journal ? 'article' : url ? 'webpage' : 'document',
    title: redact(hasTitle(source) ? nameOf(source) : footnote || source.key),
    ...(authors.length > 0 ? { author: authors.map(name => ({ literal: redact(name) })) } : {}),
    ...(issued ? { issued } : {}),
    ...(accessed ? { accessed } : {}),
    ...(journal ? { 'container-title': redact(journal) } : {}),
    ...(publisher ? { publisher: redact(publisher) } : {}),
    ...(url ? { URL: redact(url) } : {}),
  };
}

/** An ISO date, as exact as written. */
function dateOf(iso: string | undefined): CslDate | undefined {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(iso ?? '');
  return parts ? { 'date-parts': [parts.slice(1).filter(Boolean).map(Number)] } : undefined;
}

function bibtexOf(item: CslItem): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', item.title],
    ['author', item.author?.map(({ literal }) => `{${escaped(literal)}}`).join(' and ')],
    ['date', isoOf(item.issued)],
    ['journaltitle', item['container-title']],
    ['publisher', item.publisher],
    ['url', item.URL],
    ['urldate', isoOf(item.accessed)],
  ];
  const lines = fields.flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = {${name === 'author' || name === 'url' ? balanced(value) : escaped(value)}},`],
  );
  const type = item['container-title'] ? 'article' : item.URL ? 'online' : 'misc';
  return `@${type}{${item.id.replace(/[\s{}(),"#%=~\\']/g, '-')},\n${lines.join('\n')}\n}\n`;
}

function isoOf(date: CslDate | undefined): string | undefined {
  return date?.['date-parts'][0]?.map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-');
}

/** Characters that TeX reads as more than themselves. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}]/g, ' ')
    .replace(/[&%$#_]/g, character => `\\${character}`)
    .replace(/[~^]/g, character => `\\${character}{}`)
    .trim();
}

function balanced(text: string): string {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/[{}]/g, '');
}
