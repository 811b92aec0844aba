// Owns: which findings a document's suppressions hide, and which of them hide nothing.
// Must not know: how findings come about.
import type { FrontMatter, PlacedSegment, SuppressionUse } from '../rules/types.ts';
import type { LineIndex } from '../text/line-index.ts';
import { type Span, shift } from '../text/span.ts';

interface Entry {
  readonly id: string;
  readonly span: Span;
  hidden: number;
  /** At least one of the rules that it names did run, so that "hides nothing" means something. */
  readonly judged: boolean;
}

interface Region {
  readonly span: Span;
  readonly kind: SuppressionUse['kind'];
  readonly reason?: string;
  /** Findings that start in here are hidden. */
  readonly from: number;
  to: number;
  readonly ids: readonly Entry[];
}

/** Whether a suppression that names `id` covers `rule`: the rule itself, its group, or everything where it names none. */
export function names(id: string, rule: string): boolean {
  return id === '' || id === rule || rule.startsWith(`${id}/`);
}

/**
 * Hides findings. `judged(id)` tells whether a rule of that id or group ran at all.
 * A suppression counts as used only if it hides a finding. Spans count from the start of the document.
 */
export function applySuppressions<F extends { readonly rule: string; readonly span: Span }>(
  findings: readonly F[],
  document: {
    readonly segments: readonly PlacedSegment[];
    readonly frontMatter: FrontMatter;
    readonly text: string;
    readonly lines: LineIndex;
  },
  judged: (id: string) => boolean,
): { readonly shown: readonly F[]; readonly uses: readonly SuppressionUse[] } {
  const regions = regionsOf(document, judged);
  if (regions.length === 0) return { shown: findings, uses: [] };
  const shown = findings.filter(finding => {
    let hidden = false;
    for (const region of regions) {
      if (finding.span.start < region.from || finding.span.start >= region.to) continue;
      for (const entry of region.ids) {
        if (!names(entry.id, finding.rule)) continue;
        entry.hidden++;
        hidden = true;
      }
    }
    return !hidden;
  });
  return { shown, uses: regions };
}

function regionsOf(
  document: {
    readonly segments: readonly PlacedSegment[];
    readonly frontMatter: FrontMatter;
    readonly text: string;
    readonly lines: LineIndex;
  },
  judged: (id: string) => boolean,
): Region[] {
  const regions: Region[] = [];
  const item = document.frontMatter.items.find(candidate => candidate.key === 'backdraft-disable');
  if (item) {
    const ids = (Array.isArray(item.value) ? item.value : [item.value]).filter((id): id is string => typeof id === 'string');
    const entries = ids.map(id => ({ id, span: placeOf(document.text, item.valueSpan, id), hidden: 0, judged: judged(id) }));
    if (entries.length > 0) regions.push({ span: item.keySpan, kind: 'front-matter', from: 0, to: Number.POSITIVE_INFINITY, ids: entries });
  }
  const open: Region[] = [];
  for (const segment of document.segments) {
    for (const fact of segment.facts.suppressions) {
      if (fact.kind === 'opinion' || fact.kind === 'unknown') continue;
      const span = shift(fact.span, segment.offset);
      const ids: Entry[] = fact.rules.map(rule => ({
        id: rule.id,
        span: shift(rule.span, segment.offset),
        hidden: 0,
        judged: judged(rule.id),
      }));
      if (ids.length === 0) ids.push({ id: '', span, hidden: 0, judged: true });
      const reason = fact.reason === undefined ? {} : { reason: fact.reason };
      if (fact.kind === 'enable') {
        for (const region of open) {
          const ends = ids.some(entry => entry.id === '') || region.ids.every(entry => ids.some(other => names(other.id, entry.id)));
          if (ends && region.to === Number.POSITIVE_INFINITY) region.to = span.start;
        }
      } else if (fact.kind === 'disable') {
        const region: Region = { span, kind: fact.kind, ...reason, from: span.end, to: Number.POSITIVE_INFINITY, ids };
        open.push(region);
        regions.push(region);
      } else {
        const line = nextLine(document, span.end);
        regions.push({ span, kind: fact.kind, ...reason, from: line.start, to: Math.max(line.end, line.start + 1), ids });
      }
    }
  }
  return regions;
}

/** The first line after the one that holds `offset` with something on it. */
function nextLine(document: { readonly text: string; readonly lines: LineIndex }, offset: number): Span {
  let line = document.lines.lineAt(offset) + 1;
  while (line < document.lines.lineCount - 1) {
    const span = document.lines.lineSpan(line);
    if (document.text.slice(span.start, span.end).trim() !== '') break;
    line++;
  }
  return document.lines.lineSpan(line);
}

function placeOf(text: string, within: Span, id: string): Span {
  const at = text.indexOf(id, within.start);
  return at >= 0 && at + id.length <= within.end ? { start: at, end: at + id.length } : within;
}
