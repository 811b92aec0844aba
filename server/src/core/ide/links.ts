// Owns: what in a document can be followed: citations and origins to their Sources, a Source's own address.
// Must not know: LSP. Untrusted text makes no link: only what the writer reads as the source's address does, and says where it leads.
import type { CheckedDocument } from '../engine/types.ts';
import { sourceNamed } from '../evidence/independence.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Source } from '../evidence/types.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import { type Span, shift } from '../text/span.ts';
import type { Location } from './navigation.ts';

export type Link = { readonly span: Span; readonly tooltip: Phrase | string } & (
  | { readonly place: Location }
  /** An address of the web. */
  | { readonly url: string }
);

/** Links of a draft or of notes, in order of kind and place. Ordinary links are the editor's own. */
export function linksOf(checked: CheckedDocument): readonly Link[] {
  const { view, story } = checked;
  if (!story) return [];
  const links: Link[] = [];
  for (const { citation, segment, source } of view?.citations ?? [])
    if (source && citation.form !== 'link') links.push(toSource(shift(citation.keySpan, segment.offset), source));
  if (checked.role !== 'notes' && checked.role !== 'bibliography') return links;
  for (const source of story.evidence.sourcesIn(checked.uri)) {
    for (const item of source.items) {
      const isAddress = /^(?:url|link|uri)$/i.test(item.key);
      const url = isAddress ? webAddress(checked.text.slice(item.valueSpan.start, item.valueSpan.end)) : undefined;
      if (url !== undefined) links.push({ span: item.valueSpan, tooltip: url, url });
      const origin =
        /^origin$/i.test(item.key) && source.metadata.reliesOn ? sourceNamed(story.sources, source.metadata.reliesOn) : undefined;
      if (origin && item.valueSpan.end > item.valueSpan.start) links.push(toSource(item.valueSpan, origin));
    }
  }
  return links;
}

function toSource(span: Span, source: Source): Link {
  return { span, tooltip: phrase`Open “${nameOf(source)}”`, place: { uri: source.uri, span: source.keySpan } };
}

/**
 * An address as it is written, where it is one of the web and nothing else than what a reader takes it for:
 * no user name before the host, nothing invisible, nothing that an editor could read as something else.
 */
function webAddress(written: string): string | undefined {
  const url = written.replace(/^["'<]|[>"']$/g, '');
  if (!/^https?:\/\/[^\s/]/i.test(url) || /[\s\p{C}"'<>\\^`{|}]/u.test(url)) return undefined;
  const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? '';
  return host.includes('@') ? undefined : url;
}
