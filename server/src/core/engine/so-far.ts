// Owns: what is known of a document while its check is under way: what rules find that look at one segment alone.
// Must not know: how segments are read, verdicts, when a host asks.
import type { FrontMatter, PlacedSegment } from '../rules/types.ts';
import { LineIndex } from '../text/line-index.ts';
import { compareSpans, shift } from '../text/span.ts';
import type { RuleSet } from './findings.ts';
import { applySuppressions } from './suppressions.ts';
import type { SoFar } from './types.ts';

interface Request {
  readonly uri: string;
  readonly role: SoFar['role'];
  readonly text: string;
  readonly frontMatter: FrontMatter;
  readonly rules: RuleSet;
}

/** The findings in the first segments of a document, of rules that need no more than a segment; in order. */
export function soFar({ uri, role, text, frontMatter, rules }: Request, segments: readonly PlacedSegment[]): SoFar {
  const lines = new LineIndex(text);
  const found = segments.flatMap(({ facts, offset }) =>
    rules.inFacts(facts, uri).map(({ rule, severity, span, rendered, fingerprint }) => ({
      ...{ rule, severity, rendered, fingerprint },
      span: shift(span, offset),
      related: [],
    })),
  );
  const { shown } = applySuppressions(found, { segments, frontMatter, text, lines }, () => false);
  return {
    uri,
    role,
    lines,
    problems: [],
    findings: [...shown].sort((a, b) => compareSpans(a.span, b.span)),
    resultId: `first ${segments.length} segments`,
  };
}
