// Owns: finding suppression comments in a segment.
// Must not know: other segments, notes, rules.
import type { Span } from '../text/span.ts';
import type { SuppressionFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

const DIRECTIVE = /^\s*backdraft-(disable-next-line|disable|enable|opinion)(?=\s|$)/;
/** Looks like a directive: "backdraft-disable-line", "Backdraft-Opinion", "backdraft disable", "backdraft_enable:". */
const LOOKALIKE = /^\s*(backdraft(?:-\S{1,80}|[ _:](?:dis|en)able\S{0,80}|[ _:](?:ignore|opinion)\S{0,80}))(?=\s|$)/i;

/** Suppressions in order of their comments. Words behind `--` are the reason; those before it, rule or group ids. */
export function extractSuppressions(input: ExtractInput): readonly SuppressionFact[] {
  const found: SuppressionFact[] = [];
  for (const comment of input.tree.comments) {
    const content = input.tree.text.slice(comment.content.start, comment.content.end);
    const directive = DIRECTIVE.exec(content);
    if (!directive) {
      const word = LOOKALIKE.exec(content);
      if (!word) continue;
      const [lead, text = ''] = word;
      const end = comment.content.start + lead.length;
      found.push({ span: comment.span, kind: 'unknown', directive: { text, span: { start: end - text.length, end } }, rules: [] });
      continue;
    }
    const kind = directive[1] === 'disable-next-line' ? 'next-line' : (directive[1] as 'disable' | 'enable' | 'opinion');
    const from = directive[0].length;
    const dashes = /\s--(?=\s|$)/.exec(content.slice(from));
    const end = dashes ? from + dashes.index : content.length;
    const reason = dashes
      ? content
          .slice(end + dashes[0].length)
          .trim()
          .replace(/\s+/g, ' ')
      : '';
    const rules = idsIn(content.slice(from, end), comment.content.start + from);
    found.push({ span: comment.span, kind, rules, ...(reason !== '' && { reason }) });
  }
  return found;
}

function idsIn(text: string, offset: number): { readonly id: string; readonly span: Span }[] {
  return [...text.matchAll(/[^\s,]+/g)].map(match => ({
    id: match[0],
    span: { start: offset + match.index, end: offset + match.index + match[0].length },
  }));
}
