// Owns: two things of which the draft says it the wrong way round: "firms must, agents need not" where agents must and firms need not.
// Must not know: verdicts, rules, figures and dates that changed places (swapped).
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Clause, type Comparing, clausesIn, contrary, isLight, onTopic, quotedShare, quotedSpans } from './comparing.ts';
import { denies, isDenial } from './negation.ts';
import { nearness } from './standing.ts';

/** One half of a contrast, and the place of the first word that only it has: whom or what it is about. */
interface Half {
  readonly clause: Clause;
  readonly isDenied: boolean;
  readonly about: number | undefined;
}

/** At most one difference. */
export function exchangedDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  if (quotedShare(comparing, quotedSpans(comparing)) > 0.4) return [];
  const halves = halvesOf(words);
  if (halves.length !== 2) return [];
  for (const candidate of onTopic(comparing)) {
    if (!candidate.cited) continue;
    const passage = candidate.alignment.passage;
    const theirs = halvesOf(passage);
    if (theirs.length !== 2 || !sharesMore(words, passage, halves)) continue;
    const isSame = (mine: Half, their: Half): boolean =>
      mine.about !== undefined &&
      their.about !== undefined &&
      nearness(words.words[mine.about] as KeyedWord, passage.words[their.about] as KeyedWord) >= 0.85;
    const turned = halves.every(mine => {
      const like = theirs.filter(their => isSame(mine, their));
      return like.length === 1 && like[0]?.isDenied !== mine.isDenied;
    });
    const [first] = halves;
    if (!turned || first === undefined) continue;
    const [from, to] = [words.words[first.clause.from] as KeyedWord, words.words[first.clause.to] as KeyedWord];
    const span = { start: from.start + claim.span.start, end: to.end + claim.span.start };
    return [contrary(comparing, candidate, { from: 0, to: passage.words.length - 1 }, span)];
  }
  return [];
}

/** The two parts of a text of which one denies what the other says; none where there are more or fewer. */
function halvesOf(text: KeyedText): readonly Half[] {
  const clauses = clausesIn(text)
    .flatMap(clause => cut(text, clause))
    .filter(clause => contentOf(text, clause).length > 0);
  const [a, b] = clauses;
  if (a === undefined || b === undefined || clauses.length !== 2) return [];
  const halves = [half(text, a, b), half(text, b, a)];
  return halves[0]?.isDenied === halves[1]?.isDenied ? [] : halves;
}

/** A clause in two where a contrast stands in it. */
function cut(text: KeyedText, { from, to }: Clause): Clause[] {
  for (let at = from + 1; at < to; at++)
    if (/^(?:but|while|whereas|and)$/.test(text.words[at]?.folded ?? '') && denies(text, from, to))
      return [
        { from, to: at - 1 },
        { from: at + 1, to },
      ];
  return [{ from, to }];
}

function half(text: KeyedText, clause: Clause, other: Clause): Half {
  const others = contentOf(text, other).map(at => text.words[at] as KeyedWord);
  const about = contentOf(text, clause).find(at => !others.some(word => word.key === text.words[at]?.key));
  const isNeedless = text.words.slice(clause.from, clause.to + 1).some(({ folded }) => /^(?:spared|exempt|exempted)$/.test(folded));
  return { clause, isDenied: denies(text, clause.from, clause.to) || isNeedless, about };
}

function contentOf(text: KeyedText, { from, to }: Clause): number[] {
  return text.words.flatMap((word, at) =>
    at < from ||
    at > to ||
    word.isFunction ||
    word.isNumber ||
    isLight(word) ||
    isDenial(text, at) ||
    /^(?:need|needs|all)$/.test(word.folded)
      ? []
      : [at],
  );
}

/** What is said of the two is the same on both sides: a word beyond those that tell them apart. */
function sharesMore(words: KeyedText, passage: KeyedText, halves: readonly Half[]): boolean {
  const own = new Set(halves.map(one => one.about));
  return halves.some(({ clause }) =>
    contentOf(words, clause).some(
      at => !own.has(at) && passage.words.some(other => !other.isFunction && nearness(words.words[at] as KeyedWord, other) >= 0.7),
    ),
  );
}
