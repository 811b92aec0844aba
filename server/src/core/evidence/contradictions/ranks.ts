// Owns: places in an order that the notes give otherwise: "the second largest fine" where it was the third largest.
// Must not know: verdicts, rules.
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Comparing, drafted, isStated, onTopic, quotedSpans, sharedApart } from './comparing.ts';

const SUPERLATIVE = /^(?:most|least|best|worst|\p{L}{2,}est)$/u;
/** Words that end like a superlative. */
const NO_SUPERLATIVE =
  /(?:^|r)(?:test|rest|west|guest|quest|request|arrest|forest|interest|protest|invest|suggest|contest|harvest|honest|modest|manifest|east|least)$|^(?:latest|nearest|west|northwest)$/;
/** Superlatives of one scale. */
const SAME = [/^(?:large|big|great|high)est$/, /^(?:small|low)est$/];
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** A superlative with its place from the top. */
interface Rank {
  /** Indices of the first word, the superlative, and the noun behind it. */
  readonly from: number;
  readonly at: number;
  readonly rank: number;
  readonly isSaid: boolean;
  readonly noun?: string;
}

/** At most one difference. */
export function rankDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  for (const mine of ranksIn(words)) {
    const span = {
      start: (words.words[mine.from] as KeyedWord).start + claim.span.start,
      end: (words.words[mine.at] as KeyedWord).end + claim.span.start,
    };
    if (!isStated(comparing, span, quoted)) continue;
    const all = onTopic(comparing).flatMap(candidate =>
      ranksIn(candidate.alignment.passage)
        .filter(theirs => isSameScale(words, mine, candidate.alignment.passage, theirs))
        .map(theirs => ({ candidate, theirs })),
    );
    if (all.some(({ theirs }) => theirs.rank === mine.rank)) continue;
    const found = all.find(
      ({ candidate, theirs }) =>
        candidate.cited && (mine.isSaid || theirs.isSaid) && sharedApart(comparing, candidate, [span]).words >= 0.5,
    );
    if (found === undefined) continue;
    const text = found.candidate.alignment.passage;
    const noted = text.text.slice((text.words[found.theirs.from] as KeyedWord).start, (text.words[found.theirs.at] as KeyedWord).end);
    return [{ kind: 'number', span, drafted: drafted(comparing, span), noted, passage: found.candidate.passage, replacement: noted }];
  }
  return [];
}

function ranksIn(text: KeyedText): Rank[] {
  return text.words.flatMap((word, at) => {
    if (!SUPERLATIVE.test(word.folded) || NO_SUPERLATIVE.test(word.folded) || word.isName) return [];
    const place = placeOf(text.words[at - 1]);
    const noun = text.words.slice(at + 1, at + 4).find(next => !next.isFunction)?.key;
    const isSaid = place !== undefined && place > 1;
    return [{ from: isSaid ? at - 1 : at, at, rank: place ?? 1, isSaid, ...(noun === undefined ? {} : { noun }) }];
  });
}

function placeOf(word: KeyedWord | undefined): number | undefined {
  if (word === undefined) return undefined;
  const spelled = ORDINALS.indexOf(word.folded) + 1;
  const figure = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word.folded)?.[1];
  return spelled > 0 ? spelled : figure === undefined ? undefined : Number(figure);
}

function isSameScale(words: KeyedText, mine: Rank, text: KeyedText, theirs: Rank): boolean {
  const [a, b] = [(words.words[mine.at] as KeyedWord).folded, (text.words[theirs.at] as KeyedWord).folded];
  const isScale = a === b || SAME.some(scale => scale.test(a) && scale.test(b));
  return isScale && mine.noun !== undefined && mine.noun === theirs.noun;
}
