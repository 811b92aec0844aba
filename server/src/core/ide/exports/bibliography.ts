// Owns: the Sources that a draft cites as a bibliography: CSL-JSON and BibLaTeX.
// Must not know: notes' text: only what names a Source gets into a bibliography.
import type { Workspace } from '../../engine/types.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Source } from '../../evidence/types.ts';
import type { DocumentView, StoryView } from '../../rules/types.ts';

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

/** The cited Sources in order of their first citation. */
export function bibliographyOf(workspace: Workspace, view: DocumentView, story: StoryView, format: BibliographyFormat): Bibliography {
  const cited = new Map<string, Source>();
  for (const { source } of view.citations) if (source && !cited.has(source.key)) cited.set(source.key, source);
  const named = [...cited.values()].filter(source => story.mayOffer(source, view));
  const items = named.map(source => itemOf(source, text => workspace.redact(text)));
  return {
    text: format === 'csl' ? `${JSON.stringify(items, null, 2)}\n` : items.map(bibtexOf).join('\n'),
    entries: items.length,
    leftOut: cited.size - named.length,
  };
}

function itemOf(source: Source, redact: (text: string) => string): CslItem {
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
    title: redact(nameOf(source)),
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
