// Owns: which claim a verdict is about, by the claim's words, and whether they still stand.
// Must not know: sidecars, where annotations stand, rules.

/**
 * The words of a claim: letters, digits and signs that carry a value, in lower case, without markup, citations and comments.
 * Equal keys mean that a verdict on one is a verdict on the other.
 */
export function claimWords(passage: string): string {
  const plain = withoutCitations(passage).normalize('NFC').toLowerCase();
  return (plain.match(/[\p{L}\p{N}\p{M}]+|[%‰$€£¥<>=±−+]|[.,:'’-](?=[\p{L}\p{N}])/gu) ?? []).join(' ');
}

/** Drops comments, footnote and pandoc citations, wiki links and the targets of links. */
function withoutCitations(passage: string): string {
  return passage
    .replace(/<!--[^>]{0,2000}-->/g, ' ')
    .replace(/\[\^[^\]\s]{1,200}\]/g, ' ')
    .replace(/\[\[[^\]]{1,200}\]\]/g, ' ')
    .replace(/\[-?@[^\]]{1,400}\]/g, ' ')
    .replace(/\]\([^)]{0,2000}\)/g, '] ');
}
