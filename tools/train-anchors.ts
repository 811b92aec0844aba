// Owns: training of the trees that say how surely a place is a passage's. Passages of drafts and notes are marked, the text is edited
// as people edit, and every character is traced: a place is right where the passage's own characters stand. Seeded and repeatable.
// Must not know: how places are found.
//
//   npm run train:anchors              cross-validates over stories, then writes server/src/core/annotations/sureness-weights.generated.ts
//   npm run train:anchors -- --check   prints the validation only
//
// Data: the learning stories and the documentation of this repository alone. Anchors are measured on prose by others.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { placeAnchors } from '../server/src/core/annotations/anchors.ts';
import type { Candidate } from '../server/src/core/annotations/candidates.ts';
import { isLeft, SURENESS_FEATURES } from '../server/src/core/annotations/sureness.ts';
import type { Anchor, Placement } from '../server/src/core/annotations/types.ts';
import { type Marked, mark, newTo, type Outcome, type Span, SURVIVES } from '../test/quality/anchoring.ts';
import { randomOf } from '../test/support/human-edits.ts';
import { type BoostOptions, boost, type Ensemble, scoreOf } from './lib/boosting.ts';
import { joinedText, type LearningTexts, learningPages, learningStories } from './lib/learning-texts.ts';

const OUT = fileURLToPath(new URL('../server/src/core/annotations/sureness-weights.generated.ts', import.meta.url));
/** Texts made of stories, and of pages. */
const OF_STORIES = 2500;
const OF_PAGES = 1250;
const PER_FILE = 20;
const MOST_EDITS = 200;
const FOLDS = 4;
/** Chosen by cross-validation. */
const OPTIONS: BoostOptions = { depth: 4, rounds: 300, rate: 0.1, leaf: 20, penalty: 3, bins: 48 };
/** What the right place of a passage counts of which little is left, or of which a copy stands elsewhere. A copy that has more than is left of it is neither right nor wrong. */
const FAINT = 0.4;

/** One marked passage: what was placed, and its candidates, of each what is true of it and what speaks for it. */
interface Example {
  /** The part of the stories that its text was joined from. */
  readonly part: number;
  readonly isAlone: boolean;
  readonly survives: boolean;
  readonly isTwin: boolean;
  /** Undefined where it stood whole. */
  readonly candidates:
    | readonly { readonly verdict: Outcome['verdict']; readonly hasTwin: boolean; readonly row: Float64Array }[]
    | undefined;
  readonly whole: Outcome['verdict'];
}

function examples(): readonly Example[] {
  const found: Example[] = [];
  for (let n = 1; n <= OF_STORIES + OF_PAGES; n++) {
    found.push(...examplesOf(n, n <= OF_STORIES ? STORIES : PAGES));
    if (n % 250 === 0) console.log(`${n} texts: ${found.length} passages`);
  }
  return found;
}

const STORIES = learningStories(FOLDS);
const PAGES = learningPages(FOLDS);

/** Passages of one text, by its number. */
function examplesOf(n: number, { parts, phrases }: LearningTexts): readonly Example[] {
  const random = randomOf(n);
  const part = n % FOLDS;
  const text = joinedText(parts[part] as (typeof parts)[number], random);
  const edits = 1 + Math.floor(random() * MOST_EDITS);
  const marked = mark(text, newTo(text, phrases), random, PER_FILE, edits);
  const all = [...marked.anchors.keys()];
  const untold = marked.anchors.map(({ shared: _, ...anchor }) => anchor);
  return [
    ...placed(part, marked, all, marked.anchors),
    // Most drafts have few annotations, and other programs do not say what stood elsewhere.
    ...placed(part, marked, all.slice(0, 1), marked.anchors),
    ...placed(part, marked, all.slice(1, 3), marked.anchors),
    ...placed(part, marked, all.slice(3, 5), untold),
  ];
}

/** What becomes of some of a text's anchors, placed without the others. */
function placed(part: number, marked: Marked, chosen: readonly number[], anchors: readonly Anchor[]): readonly Example[] {
  const seen = new Map<number, readonly Candidate[]>();
  const taken = chosen.map(i => anchors[i] as Anchor);
  const placements = placeAnchors(marked.now, taken, (k, candidates) => seen.set(k, candidates));
  return chosen.map((i, k) => {
    const judge = (placement: Placement): Outcome => marked.truth.judge(marked.passages[i] as Span, placement);
    const outcome = judge(placements[k] as Placement);
    return {
      part,
      isAlone: chosen.length < marked.passages.length,
      survives: !outcome.rival && outcome.survived >= SURVIVES,
      isTwin: outcome.twin,
      whole: outcome.verdict,
      candidates: seen.get(k)?.map(({ span, hasTwin, row }) => ({
        hasTwin,
        row: row.map(value => Math.round(value * 1e4) / 1e4),
        verdict: judge({ state: 'placed', span, how: 'changed' }).verdict,
      })),
    };
  });
}

function fit(examples: readonly Example[]): Ensemble {
  const rows: Float64Array[] = [];
  const labels: number[] = [];
  const weights: number[] = [];
  for (const { candidates = [], survives, isTwin } of examples) {
    for (const { verdict, hasTwin, row } of candidates) {
      if (hasTwin || !isLeft(row) || (verdict === 'copy' && !isTwin)) continue;
      const isRight = verdict === 'right' && !isTwin;
      rows.push(row);
      labels.push(isRight ? 1 : 0);
      weights.push(isRight && !survives ? FAINT : 1);
    }
  }
  return boost(rows, labels, weights, OPTIONS);
}

/** What would become of passages by models that have not seen their stories. */
function validate(examples: readonly Example[]): void {
  const best: { readonly sureness: number; readonly verdict: Outcome['verdict']; readonly example: Example }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isHeld = ({ part }: Example): boolean => part === fold;
    const model = fit(examples.filter(example => !isHeld(example)));
    for (const example of examples.filter(isHeld)) {
      if (!example.candidates) {
        best.push({ sureness: Number.POSITIVE_INFINITY, verdict: example.whole, example });
        continue;
      }
      let [sureness, verdict] = [Number.NEGATIVE_INFINITY, 'orphaned' as Outcome['verdict']];
      for (const candidate of example.candidates) {
        if (!isLeft(candidate.row)) continue;
        const score = scoreOf(model, candidate.row);
        if (score > sureness) [sureness, verdict] = [candidate.hasTwin ? Number.NEGATIVE_INFINITY : score, candidate.verdict];
      }
      best.push({ sureness, verdict, example });
    }
  }
  for (const isAlone of [false, true]) {
    const these = best.filter(({ example }) => example.isAlone === isAlone);
    const survivors = these.filter(({ example }) => example.survives);
    const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`;
    console.log(`${these.length} passages${isAlone ? ', few at once' : ''}`);
    for (let sure = 0; sure <= 4; sure += 0.25) {
      const wrong = these.filter(({ sureness, verdict }) => sureness >= sure && verdict === 'wrong').length;
      const lost = survivors.filter(({ sureness }) => sureness < sure).length;
      const twins = these.filter(({ sureness, example }) => example.isTwin && sureness >= sure).length;
      console.log(
        `  from ${sure}: wrong ${percent(wrong, these.length)}, orphaned ${percent(lost, survivors.length)}, twins placed ${twins}`,
      );
    }
  }
}

function main(): void {
  const all = examples();
  validate(all);
  if (process.argv.includes('--check')) return;
  writeFileSync(OUT, render(fit(all)));
}

function render({ depth, bias, trees }: Ensemble): string {
  const flat = trees.map(({ features, thresholds, leaves }) =>
    [features, thresholds.map(at => (at === Number.MAX_SAFE_INTEGER ? '~' : at)), leaves].map(values => values.join(',')).join(';'),
  );
  return `// Generated by tools/train-anchors.ts; do not edit.
// Weights only. Trained on traced edits of the learning stories and the documentation.

/** Names of the features that the weights were trained for, in order. */
export const TRAINED_SURENESS_FEATURES = ${JSON.stringify(SURENESS_FEATURES.join(' '))};

/** Ensemble: depth, bias, and for each tree its features, thresholds and leaves. */
export const SURENESS_MODEL = ${JSON.stringify([depth, bias.toFixed(4), ...flat].join('|'))};
`;
}

main();
