// Owns: making Markdown for hovers out of untrusted text.
// Must not know: what the text is about.

const SPECIAL = /[\\`*_{}[\]()#+\-.!|<>~&@:/$^=]/g;

/**
 * Text as Markdown that shows exactly these words: no link, image, html, mention or code can come of it.
 * Notes and drafts are untrusted, so everything that comes from them passes through here.
 */
export function plain(text: string, limit = 600): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  const cut = folded.length > limit ? `${folded.slice(0, limit).trimEnd()} …` : folded;
  return cut.replace(SPECIAL, match => `&#${match.charCodeAt(0)};`);
}

/** `plain`, with the given spans of `text` in bold; spans are sorted and do not overlap. Neighbours are joined. */
export function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  const joined: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && text.slice(last.end, span.start).trim() === '') last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  let out = '';
  let from = 0;
  for (const span of joined) {
    if (span.start < from || span.end <= span.start) continue;
    out += `${inline(text.slice(from, span.start))}**${inline(text.slice(span.start, span.end))}**`;
    from = span.end;
  }
  return out + inline(text.slice(from));
}

/** As `plain`, but keeps a space at either end. */
function inline(text: string): string {
  return text.replace(/\s+/g, ' ').replace(SPECIAL, match => `&#${match.charCodeAt(0)};`);
}
