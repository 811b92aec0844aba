// Owns: words of estimative probability: the scales, their terms and ranges, levels of confidence, hedges.
// Must not know: how they are found in text, documents.

/** A term of a scale with its range in percent. `row` tells the two rows of ICD 203 apart. */
export interface EstimateTerm {
  readonly term: string;
  readonly low: number;
  readonly high: number;
  readonly row?: 1 | 2;
}

export interface EstimateScale {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** How a text names it. */
  readonly names: RegExp;
  readonly terms: readonly EstimateTerm[];
}

/** The scales that `estimates.scale` selects. */
export const SCALES: readonly EstimateScale[] = [
  {
    id: 'icd-203',
    name: 'ICD 203',
    source: 'US Intelligence Community Directive 203, Analytic Standards (2015, amended 2022)',
    names: /\bICD[- ]?203\b|\bIntelligence Community Directive\b/i,
    terms: [
      { term: 'almost no chance', low: 1, high: 5, row: 1 },
      { term: 'very unlikely', low: 5, high: 20, row: 1 },
      { term: 'unlikely', low: 20, high: 45, row: 1 },
      { term: 'roughly even chance', low: 45, high: 55, row: 1 },
      { term: 'likely', low: 55, high: 80, row: 1 },
      { term: 'very likely', low: 80, high: 95, row: 1 },
      { term: 'almost certain', low: 95, high: 99, row: 1 },
      { term: 'remote', low: 1, high: 5, row: 2 },
      { term: 'highly improbable', low: 5, high: 20, row: 2 },
      { term: 'improbable', low: 20, high: 45, row: 2 },
      { term: 'roughly even odds', low: 45, high: 55, row: 2 },
      { term: 'probable', low: 55, high: 80, row: 2 },
      { term: 'highly probable', low: 80, high: 95, row: 2 },
      { term: 'nearly certain', low: 95, high: 99, row: 2 },
    ],
  },
  {
    id: 'kent',
    name: 'Sherman Kent',
    source: 'Sherman Kent, Words of Estimative Probability (1964)',
    names: /\bSherman Kent\b|\bKent(?:'s|’s)? scale\b/i,
    terms: [
      { term: 'almost certainly not', low: 2, high: 12 },
      { term: 'probably not', low: 20, high: 40 },
      { term: 'chances about even', low: 40, high: 60 },
      { term: 'probable', low: 63, high: 87 },
      { term: 'almost certain', low: 87, high: 99 },
    ],
  },
  {
    id: 'nato',
    name: 'NATO',
    source: 'NATO AJP-2.1, Intelligence Procedures',
    names: /\bNATO (?:scale|standard|terms?|doctrine)\b|\bAJP[- ]?2(?:\.1)?\b/i,
    terms: [
      { term: 'highly unlikely', low: 0, high: 10 },
      { term: 'unlikely', low: 10, high: 40 },
      { term: 'even chance', low: 40, high: 60 },
      { term: 'likely', low: 60, high: 90 },
      { term: 'highly likely', low: 90, high: 100 },
    ],
  },
  {
    id: 'phia',
    name: 'UK PHIA yardstick',
    source: 'UK Professional Head of Intelligence Assessment, probability yardstick',
    names: /\bPHIA\b|\bprobability yardstick\b|\bProfessional Head of Intelligence Assessment\b/i,
    terms: [
      { term: 'remote chance', low: 0, high: 5 },
      { term: 'highly unlikely', low: 10, high: 20 },
      { term: 'unlikely', low: 25, high: 35 },
      { term: 'realistic possibility', low: 40, high: 50 },
      { term: 'likely', low: 55, high: 75 },
      { term: 'probable', low: 55, high: 75 },
      { term: 'highly likely', low: 80, high: 90 },
      { term: 'almost certain', low: 95, high: 100 },
    ],
  },
];

/** The scale of an id, else ICD 203. Names as people write them in front matter are understood ("ICD 203", "PHIA"). */
export function scaleOf(id: string): EstimateScale {
  const folded = id.toLowerCase().replace(/[\s_]+/g, '-');
  return SCALES.find(scale => scale.id === folded || scale.names.test(id) || folded.includes(scale.id)) ?? (SCALES[0] as EstimateScale);
}

/** The scale that a text names as its own, the earliest mention; undefined where it names none. */
export function declaredScale(text: string): EstimateScale | undefined {
  let best: EstimateScale | undefined;
  let at = Number.POSITIVE_INFINITY;
  for (const scale of SCALES) {
    const found = text.search(scale.names);
    if (found >= 0 && found < at) {
      at = found;
      best = scale;
    }
  }
  return best;
}

/** Spelling as found in text → canonical term. Longest first. */
export const LIKELIHOOD_FORMS: readonly (readonly [RegExp, string])[] = [
  [/almost certainly not/y, 'almost certainly not'],
  [/probably not/y, 'probably not'],
  [/almost no chance/y, 'almost no chance'],
  [/very unlikely/y, 'very unlikely'],
  [/highly unlikely/y, 'highly unlikely'],
  [/(?:very|extremely) improbable|highly improbable/y, 'highly improbable'],
  [/very likely/y, 'very likely'],
  [/highly likely/y, 'highly likely'],
  [/(?:highly|very) probable/y, 'highly probable'],
  [/almost certain(?:ly)?/y, 'almost certain'],
  [/nearly certain(?:ly)?/y, 'nearly certain'],
  [/(?:roughly|about|an?) even chance|even chance/y, 'roughly even chance'],
  [/(?:roughly |about )?even odds/y, 'roughly even odds'],
  [/chances (?:are )?(?:about|roughly) even/y, 'chances about even'],
  [/realistic (?:possibility|probability)/y, 'realistic possibility'],
  [/remote (?:chance|possibility)/y, 'remote chance'],
  [/unlikely/y, 'unlikely'],
  [/improbable/y, 'improbable'],
  [/likely/y, 'likely'],
  [/probabl[ey]/y, 'probable'],
];

/** Terms that only some scales have count as one where they mean the same row: "even chance" of NATO is ICD 203's. */
export function termIn(scale: EstimateScale, term: string): EstimateTerm | undefined {
  const direct = scale.terms.find(one => one.term === term);
  if (direct) return direct;
  if (scale.id === 'nato' && term === 'roughly even chance') return scale.terms.find(one => one.term === 'even chance');
  if (scale.id === 'icd-203' && term === 'remote chance') return scale.terms.find(one => one.term === 'remote');
  return undefined;
}
