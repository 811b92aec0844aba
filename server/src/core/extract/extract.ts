// Owns: the order in which extractors run over a segment.
// Must not know: how any of them works.
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { SegmentTree } from '../syntax/types.ts';
import { extractAcronyms } from './acronyms.ts';
import { extractAttributions } from './attributions.ts';
import { extractCitations } from './citations.ts';
import { extractClaims } from './claims.ts';
import { extractDates } from './dates.ts';
import { extractEstimates } from './estimates.ts';
import type { FactKind, Facts } from './facts.ts';
import { extractGrades } from './grades.ts';
import { extractIndicators } from './indicators.ts';
import type { ExtractInput } from './input.ts';
import { extractMarks } from './marks.ts';
import { extractNames } from './names.ts';
import { extractNumbers } from './numbers.ts';
import { extractQuotes } from './quotes.ts';
import { extractReferences } from './references.ts';
import { extractSuppressions } from './suppressions.ts';
import { extractTerms } from './terms.ts';

/** Raised whenever an extractor answers differently for the same text; part of every cache key. */
export const EXTRACTOR_VERSION = 11;

type Extractor<K extends FactKind> = (input: ExtractInput) => Facts[K];
type Steps = { readonly [K in FactKind]: Extractor<K> };

/** Extractors in their order: each sees what those before it find, and nothing of the later kinds. */
const STEPS: Steps = {
  suppressions: extractSuppressions,
  citations: extractCitations,
  references: extractReferences,
  indicators: extractIndicators,
  marks: extractMarks,
  grades: extractGrades,
  dates: extractDates,
  numbers: extractNumbers,
  names: extractNames,
  quotes: extractQuotes,
  attributions: input => extractAttributions(input).attributions,
  acronyms: extractAcronyms,
  terms: extractTerms,
  estimates: extractEstimates,
  claims: extractClaims,
};
const ORDER = Object.keys(STEPS) as readonly FactKind[];

/** The facts of one segment, each kind looked for when it is first asked for. Pure: equal trees, roles and knowledge give equal facts. */
export function extractFacts(tree: SegmentTree, role: 'draft' | 'notes', knowledge: Knowledge): Facts {
  return new SegmentFacts(tree, role, knowledge) as unknown as Facts;
}

/** The quotes of a segment, the same as `quotes` of its facts but for who speaks them, which takes far longer to tell. */
export function quotesBeforeSpeakers(facts: Facts): Facts['quotes'] {
  return facts instanceof SegmentFacts ? facts.plainQuotes : facts.quotes;
}

class SegmentFacts {
  readonly tree: SegmentTree;
  readonly #role: 'draft' | 'notes';
  readonly #knowledge: Knowledge;
  readonly #found: Partial<Record<FactKind, Facts[FactKind]>> = {};
  /** Quotes before attributions have told who speaks them. */
  #plainQuotes: Facts['quotes'] | undefined;

  constructor(tree: SegmentTree, role: 'draft' | 'notes', knowledge: Knowledge) {
    this.tree = tree;
    this.#role = role;
    this.#knowledge = knowledge;
  }

  /** Facts of a kind. */
  of<K extends FactKind>(kind: K): Facts[K] {
    const known = this.#found[kind] as Facts[K] | undefined;
    if (known) return known;
    // Where nothing is quoted there are no speakers to find.
    if (kind === 'quotes' && this.plainQuotes.length === 0) this.#found.quotes = this.plainQuotes;
    else if (kind === 'quotes' || kind === 'attributions') this.#attribute();
    else this.#found[kind] = STEPS[kind](this.#inputFor(kind));
    return this.#found[kind] as Facts[K];
  }

  /** Facts of a kind as the extractor of another one sees them. */
  seenBy<K extends FactKind>(step: FactKind, kind: K): Facts[K] {
    if (ORDER.indexOf(kind) >= ORDER.indexOf(step)) return NOTHING;
    return kind === 'quotes' && step === 'attributions' ? (this.plainQuotes as Facts[K]) : this.of(kind);
  }

  #attribute(): void {
    const said = extractAttributions(this.#inputFor('attributions'));
    this.#found.attributions = said.attributions;
    this.#found.quotes = said.quotes;
  }

  get plainQuotes(): Facts['quotes'] {
    this.#plainQuotes ??= STEPS.quotes(this.#inputFor('quotes'));
    return this.#plainQuotes;
  }

  #inputFor(step: FactKind): ExtractInput {
    return { tree: this.tree, role: this.#role, knowledge: this.#knowledge, facts: new EarlierFacts(this, step) as unknown as Facts };
  }
}

/** The facts of a segment as the extractor of one kind sees them. */
class EarlierFacts {
  readonly tree: SegmentTree;
  readonly all: SegmentFacts;
  readonly step: FactKind;

  constructor(all: SegmentFacts, step: FactKind) {
    this.tree = all.tree;
    this.all = all;
    this.step = step;
  }
}

const NOTHING: readonly never[] = [];

// Both have a property for each kind, as `Facts` has.
for (const kind of ORDER) {
  Object.defineProperty(SegmentFacts.prototype, kind, {
    get(this: SegmentFacts) {
      return this.of(kind);
    },
    enumerable: true,
  });
  Object.defineProperty(EarlierFacts.prototype, kind, {
    get(this: EarlierFacts) {
      return this.all.seenBy(this.step, kind);
    },
    enumerable: true,
  });
}
