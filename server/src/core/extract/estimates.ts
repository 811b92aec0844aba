// Owns: finding words of likelihood, levels of confidence and hedges, and telling assessments from ordinary prose.
// Must not know: other segments, notes, rules, which scale applies.
import { LIKELIHOOD_FORMS } from '../lexicon/estimates.ts';
import { alternatives } from '../text/alternatives.ts';
import type { Span } from '../text/span.ts';
import type { EstimateFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

const WORD =
  /\b(?:almost|nearly|very|highly|extremely|probably|roughly|about|even|chances|realistic|remote|unlikely|improbable|likely|probable|an? even)\b/gi;
const CONFIDENCE =
  /\b(high|moderate|medium|low|very high|very low)(?:[- ]to[- ](?:high|moderate|medium|low))?[- ]confidence\b|\bconfidence\b(?: level)?(?:\s+(?:in|of|that)\s+(?:this|these|the|our|that|its)\s+\w+)?\s*(?:is|:|remains|was|=)\s*(high|moderate|medium|low)\b/gi;
const HEDGE = /\b(?:may|might|could|possibly|perhaps|maybe|potentially|conceivably|presumably|seemingly|apparently|arguably)\b/g;
const ASSESSORS = alternatives(
  /we|i|analysts?|agency|agencies|team/,
  /ncsc|nsa|fbi|cisa/,
  /community|report|authors?|[A-Z][a-z]+ (?:Labs|Harbour|Intelligence)/,
);
const ASSESSES = new RegExp(
  alternatives(
    // "We assess", "the agency judges".
    String.raw`\b(?:${ASSESSORS})\s+(?:also |still |now |further |therefore )?(?:assess(?:es|ed)?|judg(?:e|es|ed)|estimat(?:e|es|ed)|expects?)\b`,
    // "Our assessment", "with high confidence", "it is likely that".
    /\b(?:our|this|the|key) (?:assessment|judge?ments?|confidence|estimate)\b|\bassess(?:es|ed)? (?:with|that)\b/,
    /\bwith (?:high|moderate|medium|low) confidence\b/,
    /\bit is (?:assessed|judged|(?:\w+ )?(?:likely|unlikely|probable|improbable|certain)(?: \([^)]{1,20}\))? that)\b|\bis assessed (?:as|to)\b/,
    /\bthere is (?:an? )?(?:\w+ )?(?:realistic|remote|even|roughly)\b/,
  ),
  'i',
);
const PERCENT_AFTER =
  /^(?:\s*\(|\s*[,:–—-]\s*|\s+(?:stands for|means|is|at|of)\s+)(?:about |around |roughly |approximately |some |ca\. |~|≈|>|<|over |above |more than )?(\d{1,3}(?:[.,]\d)?)\s*(?:%|per ?cent)?(?:\s*(?:to|[-–—])\s*(\d{1,3}(?:[.,]\d)?))?\s*(?:%|per ?cent|percent)/i;
const PERCENT_BEFORE = /(\d{1,3}(?:[.,]\d)?)(?:\s*(?:to|[-–—])\s*(\d{1,3}(?:[.,]\d)?))?\s*(?:%|per ?cent|percent)\s*(?:\()?\s*$/i;

/** Estimates in order. Months ("May") and names are no hedges. */
export function extractEstimates({ tree }: ExtractInput): readonly EstimateFact[] {
  const { prose, sentences, blocks } = tree;
  const found: EstimateFact[] = [];
  if (
    !/likely|probabl|certain|chance|odds|confidence|possib|may|might|could|perhaps|potential|conceiv|presum|seeming|apparent|arguab/i.test(
      prose,
    )
  )
    return found;
  for (const [sentence, { span, block }] of sentences.entries()) {
    const kind = blocks[block]?.kind;
    if (kind === 'caption') continue;
    const text = prose.slice(span.start, span.end);
    const assessed = ASSESSES.test(text);
    const place = (start: number, end: number): Span => ({ start: span.start + start, end: span.start + end });
    const all: EstimateFact[] = [];
    let last = 0;
    const lower = text.toLowerCase();
    if (lower.length !== text.length) continue;
    for (const match of text.matchAll(WORD)) {
      if (match.index < last) continue;
      const form = formAt(lower, match.index);
      if (!form) continue;
      const end = match.index + form.length;
      last = end;
      // "the likely cause", "as likely as not", "more likely": comparison and attribute are no terms of a scale.
      if (
        /\b(?:more|most|less|least|as|how|equally|the|its|their|his|her|a|an|any|other)\s+$/i.test(
          text.slice(Math.max(0, match.index - 10), match.index),
        ) &&
        /^(?:likely|probable|unlikely|improbable)$/.test(form.term)
      ) {
        if (!/\b(?:a|an)\s+$/i.test(text.slice(Math.max(0, match.index - 4), match.index)) || !assessed) continue;
      }
      const percent = percentBeside(text, match.index, end);
      all.push({
        span: place(match.index, end),
        sentence,
        kind: 'likelihood',
        term: form.term,
        assessed: assessed || percent !== undefined,
        ...(percent ? { percent: { ...percent, span: place(percent.span.start, percent.span.end) } } : {}),
      });
    }
    for (const match of text.matchAll(CONFIDENCE)) {
      const level = (match[1] ?? match[2] ?? '').toLowerCase();
      all.push({
        span: place(match.index, match.index + match[0].length),
        sentence,
        kind: 'confidence',
        term: `${level} confidence`,
        assessed: true,
      });
    }
    for (const match of text.matchAll(HEDGE)) {
      all.push({ span: place(match.index, match.index + match[0].length), sentence, kind: 'hedge', term: match[0], assessed });
    }
    found.push(...all.sort((a, b) => a.span.start - b.span.start));
  }
  return found;
}

function formAt(lower: string, at: number): { readonly term: string; readonly length: number } | undefined {
  for (const [pattern, term] of LIKELIHOOD_FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(lower);
    if (match && !/[a-z]/.test(lower[at + match[0].length] ?? '')) return { term, length: match[0].length };
  }
  return undefined;
}

function percentBeside(text: string, start: number, end: number): EstimateFact['percent'] {
  // Markup that was blanked leaves spaces: "*likely* stands for 55–80 %".
  const after = PERCENT_AFTER.exec(text.slice(end, end + 48));
  if (after?.[1]) {
    const from = end + after[0].search(/\d/);
    const low = Number(after[1].replace(',', '.'));
    return { span: { start: from, end: end + after[0].length }, low, high: Number((after[2] ?? after[1]).replace(',', '.')) };
  }
  const window = text.slice(Math.max(0, start - 32), start);
  const before = PERCENT_BEFORE.exec(window);
  if (!before?.[1] || /\d/.test(window[before.index - 1] ?? '')) return undefined;
  const from = Math.max(0, start - 32) + before.index;
  return {
    span: { start: from, end: from + before[0].trimEnd().length },
    low: Number(before[1].replace(',', '.')),
    high: Number((before[2] ?? before[1]).replace(',', '.')),
  };
}
