// Owns: places in an order that the notes give otherwise: "the second largest fine" where it was the third largest.
// Must not know: verdicts, rules.
import type { KeyedText, KeyedWord } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Comparing, clauseAround, drafted, isStated, onTopic, quotedSpans, type Shared, sharedApart } from './comparing.ts';

/** Those that are counted from the top; "the latest" and "the nearest" change with who speaks. Many other words end alike: "inquest". */
const SUPERLATIVES = new Set(
  `most least best worst largest biggest greatest highest smallest lowest tiniest longest shortest oldest youngest newest earliest
  fastest quickest swiftest slowest strongest weakest mightiest widest broadest narrowest deepest shallowest heaviest lightest thickest thinnest
  tallest steepest richest wealthiest poorest cheapest dearest costliest priciest busiest deadliest bloodiest gravest fiercest harshest severest
  hardest toughest easiest simplest trickiest safest riskiest rarest commonest fewest densest hottest coldest warmest coolest driest wettest
  cleanest dirtiest healthiest happiest unhappiest loudest noisiest quietest brightest darkest furthest farthest closest sharpest vastest finest
  fullest strictest smartest`.split(/\s+/),
);
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
  /** Keys of the words that say among what. */
  readonly scope: readonly string[];
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
        candidate.cited &&
        (mine.isSaid || theirs.isSaid) &&
        !isOtherScope(mine, candidate.alignment.passage, theirs) &&
        !isOfAnother(words, mine, candidate.alignment.passage, theirs) &&
        isNear(sharedApart(comparing, candidate, [span])),
    );
    if (found === undefined) continue;
    const text = found.candidate.alignment.passage;
    const noted = text.text.slice((text.words[found.theirs.from] as KeyedWord).start, (text.words[found.theirs.at] as KeyedWord).end);
    return [{ kind: 'number', span, drafted: drafted(comparing, span), noted, passage: found.candidate.passage, replacement: noted }];
  }
  return [];
}

/** The noun alone is no sign that both speak of one thing. */
function isNear({ words, coverage }: Shared): boolean {
  return words >= 2 || coverage >= 0.5;
}

function ranksIn(text: KeyedText): Rank[] {
  return text.words.flatMap((word, at) => {
    if (!SUPERLATIVES.has(word.folded) || word.isName) return [];
    const place = placeOf(text.words[at - 1]);
    const behind = text.words.slice(at + 1, at + 4).findIndex(next => !next.isFunction);
    const noun = text.words[behind < 0 ? -1 : at + 1 + behind]?.key;
    const isSaid = place !== undefined && place > 1;
    const from = isSaid ? at - 1 : at;
    const scope = behind < 0 ? [] : scopeOf(text, from, at + 1 + behind);
    return [{ from, at, rank: place ?? 1, isSaid, scope, ...(noun === undefined ? {} : { noun }) }];
  });
}

const SCOPING = /^(?:in|of|for|at|on|by|across|among|within|under|since|outside)$/;

/** Among what it is counted: "Norway's largest fine", "the largest fine in Norway". */
function scopeOf(text: KeyedText, from: number, noun: number): string[] {
  const [owner, first] = [text.words[from - 1], text.words[from] as KeyedWord];
  const scope = owner?.isName && /['’]s? $/.test(text.text.slice(owner.start, first.start)) ? [owner.key] : [];
  if (!SCOPING.test(text.words[noun + 1]?.folded ?? '')) return scope;
  const { to } = clauseAround(text, text.words[noun] as KeyedWord);
  for (let at = noun + 2; at <= to; at++) {
    const word = text.words[at] as KeyedWord;
    if (!word.isFunction) scope.push(word.key);
    else if (scope.length > 0) break;
  }
  return scope;
}

/** One is counted among what the other's text does not have: the largest in Norway may be the second largest in Europe. */
function isOtherScope(mine: Rank, text: KeyedText, theirs: Rank): boolean {
  if (mine.scope.length === 0 || mine.scope.some(key => theirs.scope.includes(key))) return false;
  return theirs.scope.length > 0 || !mine.scope.some(key => text.places.has(key));
}

/** "Norvik paid …" and "Telso paid …": each text names before the rank whom the other does not have. */
function isOfAnother(words: KeyedText, mine: Rank, text: KeyedText, theirs: Rank): boolean {
  return namesAnother(words, mine, text) && namesAnother(text, theirs, words);
}

function namesAnother(one: KeyedText, { from }: Rank, other: KeyedText): boolean {
  const clause = clauseAround(one, one.words[from] as KeyedWord);
  return one.words.slice(clause.from, from).some((word, at) => {
    // A first word may be a name as well: better nothing said than a rank of another.
    const isName = word.isName || (at === 0 && clause.from === 0 && !word.isFunction && /\p{Lu}/u.test(one.text[word.start] ?? ''));
    return isName && !other.places.has(word.key);
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
