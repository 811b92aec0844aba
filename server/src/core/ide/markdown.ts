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

/** `plain`, with the given spans of `text` in bold; spans are sorted and do not overlap. */
export function marked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let out = '';
  let from = 0;
  for (const span of spans) {
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
