// Owns: finding CVSS vectors, scores and severity words, and which of them speak of the same thing.
// Must not know: other references, rules, how a score is calculated.
import type { SegmentTree } from '../../syntax/types.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import type { CvssFact, Reference } from '../facts.ts';
import { readVector } from './cvss.ts';
import type { Pieces } from './pieces.ts';

const VECTOR =
  /(?<![\p{L}\p{N}/:])(?:CVSS:\d{1,2}(?:\.\d{1,2})?\/[A-Za-z]{1,4}:[A-Za-z]{0,6}|CVSS2#[A-Za-z]{1,3}:[A-Za-z]{0,6}|AV:[A-Z]\/AC:[A-Z])(?:\/[A-Za-z]{1,4}:[A-Za-z]{0,6}){0,40}(?![\p{L}\p{N}:])/gu;
const SCORE =
  /(?<![\p{L}\p{N}.,$€£#/-])(10(?:[.,]0)?|\d[.,]\d)(?![\p{L}\p{N}%]|[.,]\d|\s?(?:%|percent|per cent|million|billion|GHz|GB|MB|KB|ms|days?|hours?|years?|months?|or (?:later|newer|earlier)))/gu;
const TRIGGER = /\b(?:CVSS(?:v?\d(?:\.\d)?)?|scor(?:e|es|ed|ing)|rated|rates|rating|severity|base|temporal|environmental)\b/i;
const BETWEEN = /it|them|this|is|was|of|at|as|a|an|the|only|just|about|base|by|cvss|v?[234](?:\.[01])?|that|now|stands|stood/.source;
const BEFORE_SCORE = new RegExp(
  `(?:${alternatives(
    /\bCVSS\b[^.;!?]{0,32}/,
    // "Scores it at", "rated", "a severity of".
    String.raw`\bscor(?:e|es|ed|ing)\b(?:\s+(?:${BETWEEN}))*\s*[:=(]?\s*`,
    /\b(?:rated|rates?|rating)\b(?:\s+(?:it|them|this|is|was|of|at|as|a|an|the|only|just|by|nvd|cvss))*\s*[:=(]?\s*/,
    /\bseverity\b(?:\s+(?:of|score|rating|is|was|at|base))*\s*[:=(]?\s*/,
    /\b(?:none|low|medium|high|critical)\b[\s,(:]{1,3}/,
  )})$`,
  'i',
);
const AFTER_SCORE =
  /^(?:\s*\/\s*10(?:\.0)?\b|\s+(?:out )?of (?:a (?:possible|maximum) )?(?:10|ten)\b|\s*[,(]\s*(?:none|low|medium|high|critical)\b|\s+(?:on the )?(?:CVSS|severity)\b|\s*\(\s*CVSS)/i;
const VERSION_BEFORE = /(?:\bCVSS\s*:?\s*v?|\bv|\bversions?\s+|\bver\.?\s*|CVSS[- ]?v?|specification\s+|standard\s+)$/i;
const RANGE = /^\s*(?:to|through|and|up to|[-–—])\s*(?:10(?:\.0)?|\d\.\d)(?![\d.])/i;
/** "9.8 of 10": the most that a score can be. */
const OF_MOST = /\d[.,]\d(?:\s*\/\s*|\s+(?:out )?of (?:a (?:possible|maximum) )?)$/i;
const RANGE_BEFORE =
  /(?:10(?:\.0)?|\d\.\d)\s*(?:to|through|[-–—])\s*$|(?:\b(?:above|below|over|under|than|least|from|between|starts? at|begins? at|threshold(?: of)?)\s+)$/i;
const OUT_OF_TEN = /\s*\/\s*10(?:\.0)?|\s+out of (?:10|ten)/.source;
/** "9.8, which makes it critical". */
const LEADING =
  /and|therefore|so|thus|hence|which|is|was|that|makes|making|it|or|rated|severity|a|an|i\.e\.|considered|classed|as|of|cvss|score/.source;
const NO_SEVERITY = /profile|enough|quality|end|level|risk|value|number|priority/.source;
const SEVERITY_AFTER = new RegExp(
  String.raw`^(?:${OUT_OF_TEN})?[\s,;:(/–—=-]{1,4}(?:(?:${LEADING})[\s,]+){0,5}["“'‘]?(none|low|medium|high|critical)\b(?![- ](?:${NO_SEVERITY}))`,
  'i',
);
const SEVERITY_BEFORE =
  /\b(?<!as )(none|low|medium|high|critical)(?:[- ]severity)?(?:,? (?:flaw|bug|vulnerability|hole|issue|one|rating|severity|score|cvss|base|with|at|a|an|of|and|is|rated|scored|scores?|in|v?[234](?:\.[01])?)){0,8}[\s,:(=]{1,3}$/i;

/** Vectors and scores of a segment, in order; `cvss.vector` counts in the list that is returned. */
export function findCvss({ prose }: SegmentTree, pieces: Pieces): Reference[] {
  const vectors = [...prose.matchAll(VECTOR)].map(match => ({ at: match.index, text: match[0] }));
  const drafts: { span: Span; unit: string; vector?: ReturnType<typeof readVector>; score?: number; text: string }[] = [];
  for (const { at, text } of vectors) {
    drafts.push({ span: { start: at, end: at + text.length }, unit: pieces.unitAt(at), vector: readVector(text), text });
  }
  if (vectors.length > 0 || TRIGGER.test(prose)) {
    let nextVector = 0;
    for (const match of prose.matchAll(SCORE)) {
      const span = { start: match.index, end: match.index + match[0].length };
      while (nextVector < vectors.length && (vectors[nextVector]?.at ?? 0) + (vectors[nextVector]?.text.length ?? 0) <= span.start)
        nextVector++;
      if ((vectors[nextVector]?.at ?? Number.POSITIVE_INFINITY) < span.end) continue;
      if (isScore(prose, span, pieces))
        drafts.push({ span, unit: pieces.unitAt(span.start), score: Number(match[0].replace(',', '.')), text: match[0] });
    }
  }
  drafts.sort((a, b) => a.span.start - b.span.start);
  const vectorAt = new Map<string, number[]>();
  for (const [index, draft] of drafts.entries()) {
    if (!draft.vector) continue;
    const list = vectorAt.get(draft.unit);
    if (list) list.push(index);
    else vectorAt.set(draft.unit, [index]);
  }
  const scoresIn = new Map<string, number>();
  const statedIn = new Map<string, number[]>();
  for (const { unit, score } of drafts) {
    if (score === undefined) continue;
    const list = statedIn.get(unit);
    if (list) list.push(score);
    else statedIn.set(unit, [score]);
  }
  return drafts.map((draft, index): Reference => {
    const sentence = pieces.sentenceAt(draft.span.start);
    const base = { span: draft.span, ...(sentence === undefined ? {} : { sentence }) };
    const around = pieces.around(draft.span.start);
    const severity = severityBeside(prose, draft.span, around, pieces);
    if (draft.vector) {
      const { version, scores, fault, canonical, repairs } = draft.vector;
      const stated = statedIn.get(draft.unit) ?? [];
      const repair = repairs.filter(one => stated.includes(one.score));
      const fixed = fault?.fixed ?? (repair.length === 1 ? repair[0]?.vector : undefined);
      const cvss: CvssFact = {
        ...(version ? { version } : {}),
        ...(scores.length > 0 ? { scores } : {}),
        ...(severity ? { severity } : {}),
        ...(fault
          ? {
              fault: {
                kind: fault.kind,
                metric: fault.metric,
                span: { start: draft.span.start + fault.span.start, end: draft.span.start + fault.span.end },
                ...(fixed ? { fixed } : {}),
              },
            }
          : {}),
      };
      return { ...base, kind: 'cvss-vector', id: canonical, ...(fault ? { malformed: fault.kind } : {}), cvss };
    }
    const order = scoresIn.get(draft.unit) ?? 0;
    scoresIn.set(draft.unit, order + 1);
    const candidates = vectorAt.get(draft.unit) ?? [];
    const count = statedIn.get(draft.unit)?.length ?? 0;
    const vector = pick(candidates, count, order, index, drafts, prose);
    const cvss: CvssFact = { score: draft.score ?? 0, ...(vector === undefined ? {} : { vector }), ...(severity ? { severity } : {}) };
    return { ...base, kind: 'cvss-score', id: (draft.score ?? 0).toFixed(1), cvss };
  });
}

/** One vector goes with all scores; as many vectors as scores go in order; else the next one that follows closely. */
function pick(
  candidates: readonly number[],
  count: number,
  order: number,
  index: number,
  drafts: readonly { span: Span }[],
  prose: string,
): number | undefined {
  if (candidates.length === 0) return undefined;
  if (candidates.length === 1) return count === 1 || isClose(drafts, index, candidates[0] as number, prose) ? candidates[0] : undefined;
  if (candidates.length === count) return candidates[order];
  return candidates.find(at => at > index && isClose(drafts, index, at, prose));
}

function isClose(drafts: readonly { span: Span }[], a: number, b: number, prose: string): boolean {
  const [first, second] = a < b ? [drafts[a], drafts[b]] : [drafts[b], drafts[a]];
  if (!first || !second || Math.abs(a - b) > 1) return false;
  return second.span.start - first.span.end < 60 && !/;/.test(prose.slice(first.span.end, second.span.start));
}

function isScore(prose: string, span: Span, pieces: Pieces): boolean {
  const around = pieces.around(span.start);
  const before = prose.slice(Math.max(around.start, span.start - 64), span.start);
  const after = prose.slice(span.end, Math.min(around.end, span.end + 48));
  if (RANGE.test(after) || RANGE_BEFORE.test(before) || OF_MOST.test(before)) return false;
  const row = pieces.rowAt(span.start);
  if (row.length > 0) {
    const cell = row.find(one => one.span.start <= span.start && span.end <= one.span.end);
    const text = cell ? prose.slice(cell.span.start, cell.span.end).trim() : '';
    if (cell && /\b(?:CVSS|score|severity|rating)\b/i.test(cell.header) && /^(?:10(?:\.0)?|\d\.\d)(?:\b.{0,24})?$/.test(text)) return true;
  }
  if (
    /^(?:[234]\.[01]|[234],[01])$/.test(prose.slice(span.start, span.end)) &&
    (VERSION_BEFORE.test(before) || /^\s*(?:base |overall )?(?:score|vector|rating|specification|calculator|standard)\b/i.test(after))
  )
    return false;
  if (/\bversions?\s+$|\bv$/i.test(before)) return false;
  return BEFORE_SCORE.test(before)
    ? !/\d\.\d[^.;]{0,31}$/.test(/\bCVSS\b[^.;!?]{0,32}$/i.exec(before)?.[0].replace(/v?[234]\.[01]/g, '') ?? '')
    : AFTER_SCORE.test(after);
}

function severityBeside(prose: string, span: Span, around: Span, pieces: Pieces): CvssFact['severity'] | undefined {
  const after = SEVERITY_AFTER.exec(prose.slice(span.end, Math.min(around.end, span.end + 72)));
  if (after?.[1]) {
    const end = span.end + after[0].length;
    return { span: { start: end - after[1].length, end }, word: after[1].toLowerCase() };
  }
  const from = Math.max(around.start, span.start - 72);
  const window = prose.slice(from, span.start);
  const before = SEVERITY_BEFORE.exec(window);
  // "as high as 9.8" rates nothing, and a word that another score has already is that one's.
  if (
    before?.[1] &&
    !/\b(?:as|so|too|very)\s+$/i.test(window.slice(0, before.index)) &&
    !/\d\.\d[\s,(]{1,3}$/.test(window.slice(0, before.index))
  ) {
    const start = from + before.index;
    return { span: { start, end: start + before[1].length }, word: before[1].toLowerCase() };
  }
  for (const cell of pieces.rowAt(span.start)) {
    const text = prose.slice(cell.span.start, cell.span.end);
    if (!/^(?:none|low|medium|high|critical)$/i.test(text.trim())) continue;
    if (!/severity|rating|cvss|risk|level|class/i.test(cell.header)) continue;
    const start = cell.span.start + (text.length - text.trimStart().length);
    return { span: { start, end: start + text.trim().length }, word: text.trim().toLowerCase() };
  }
  return undefined;
}
