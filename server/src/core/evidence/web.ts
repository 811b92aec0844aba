// Owns: a saved web page as evidence: its title, address, date and the words a reader sees.
// Must not know: notes in Markdown, the index. Nothing is ever fetched or run.
import { Parser } from 'htmlparser2';
import type { Span } from '../text/span.ts';
import { type FilePlace, makeFileSource, type SourcesRead } from './make-source.ts';
import { MappedText } from './mapped-text.ts';
import { isoDate, type MetadataEntry, readMetadata } from './metadata.ts';

const HIDDEN = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'nav',
  'button',
  'select',
  'textarea',
  'head',
]);
const BLOCKS = new Set(
  'address article aside blockquote body br caption dd details dialog div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
const META: Readonly<Record<string, string>> = {
  'og:url': 'url',
  'article:published_time': 'published',
  date: 'published',
  'dc.date': 'published',
  'dcterms.date': 'published',
  author: 'authors',
  citation_author: 'authors',
};

/** Reads a saved page (SingleFile, "save as", an export). Broken mark-up is read as browsers do. Never throws. */
export function readWebPage(file: FilePlace & { readonly text: string }): SourcesRead {
  const page = readHtml(file.text);
  const read = readMetadata(page.metadata);
  return {
    sources: [makeFileSource(file, { title: page.title, read, drafts: page.text.passages(), length: file.text.length })],
    problems: [],
  };
}

/** The readable text of a page with its places, and what its head says. */
export function readHtml(html: string): {
  readonly title: string;
  readonly metadata: readonly MetadataEntry<Span>[];
  readonly text: MappedText;
} {
  const text = new MappedText();
  const entries = new Map<string, MetadataEntry<Span>>();
  let title = '';
  let hidden = 0;
  let inTitle = false;
  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'title') inTitle = title === '';
        if (name === 'meta') {
          const key = META[(attributes.property ?? attributes.name ?? '').toLowerCase()];
          const value = attributes.content?.trim() ?? '';
          if (key && value !== '' && !entries.has(key)) add(key, value);
        } else if (name === 'link' && attributes.rel === 'canonical' && attributes.href) add('url', attributes.href);
        if (HIDDEN.has(name)) hidden++;
        else if (BLOCKS.has(name)) text.newLine();
      },
      onclosetag(name) {
        if (name === 'title') inTitle = false;
        if (HIDDEN.has(name)) hidden = Math.max(0, hidden - 1);
        else if (BLOCKS.has(name)) text.newLine();
      },
      ontext(words) {
        if (inTitle) title += words;
        else if (hidden === 0) text.add(words.replace(/\s/g, ' '), { start: parser.startIndex, end: parser.endIndex + 1 });
      },
      oncomment(comment) {
        // What browsers and SingleFile write of where a page came from.
        const saved = /saved from url=\(\d+\)(\S+)|\burl: (https?:\S+)/i.exec(comment);
        const url = saved?.[1] ?? saved?.[2];
        if (url && !entries.has('url')) add('url', url);
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  const add = (key: string, value: string): void => {
    const clean = key === 'published' ? (isoDate(value.replace(/\+\d{2}:?\d{2}$/, '')) ?? isoDate(value.slice(0, 10))) : value;
    if (clean !== undefined) entries.set(key, { key, value: clean, where: { start: 0, end: 0 } });
  };
  parser.write(html);
  parser.end();
  return { title: title.replace(/\s+/g, ' ').trim(), metadata: [...entries.values()], text };
}
