// Owns: cutting runs of capitalised words out of tokens.
// Must not know: what a run names, whether it is a name at all.
import { ORGANISATION_NAME } from '../../lexicon/source-nouns.ts';
import { opensWithCapital } from '../../text/capitals.ts';
import type { Token } from '../../text/tokens.ts';

/** Tokens `[from, last]` of one capitalised phrase; `next` is where reading goes on. */
export interface Run {
  readonly from: number;
  readonly last: number;
  readonly next: number;
  /** Where the name ends in the text, without "'s". */
  readonly end: number;
  readonly possessive: boolean;
}

const PARTICLES = new Set('de van von der den del della di da du la le al el bin ibn ten ter dos das'.split(' '));
const HEADS = new Set(
  'ministry office bank university department board bureau secretary house court college institute centre center agency council chamber federation republic state city bay kingdom union school association commission committee faculty alliance league association society army'.split(
    ' ',
  ),
);
const MONTHS_AND_DAYS =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/;
const MAX = 12;

/** The run of capitalised words that starts at token `at`, if one does. */
export function runAt(tokens: readonly Token[], at: number): Run | undefined {
  const first = tokens[at];
  if (!first || !isCapital(first) || MONTHS_AND_DAYS.test(first.lower) || first.lower === 'i' || /^i'/.test(first.lower)) return undefined;
  let last = at;
  while (last - at < MAX) {
    const word = tokens[last] as Token;
    if (/['’]s?$/.test(word.text)) break;
    const next = extension(tokens, at, last);
    if (next === undefined) break;
    last = next;
  }
  const end = tokens[last] as Token;
  const suffix = /['’]s?$/.exec(end.text)?.[0] ?? '';
  // "readers'" keeps its mark outside of the word token; "Norvane's" holds it.
  return { from: at, last, next: last + 1, end: end.end - suffix.length, possessive: suffix !== '' };
}

/** Index of the last token of the run when it goes on behind `last`. */
function extension(tokens: readonly Token[], from: number, last: number): number | undefined {
  const word = tokens[last] as Token;
  const next = tokens[last + 1];
  if (!next) return undefined;
  if (isCapital(next) && next.spaced) return MONTHS_AND_DAYS.test(next.lower) ? undefined : last + 1;
  if (next.kind === 'mark') return acrossMark(tokens, last, next);
  if (next.kind === 'number') {
    // "Arc 7", "Windows 10": short numbers belong to the product's name.
    return next.spaced && /^\d{1,3}$/.test(next.text) && !nounBehind(tokens[last + 2]) && last > 0 ? last + 1 : undefined;
  }
  if (next.kind !== 'word') return undefined;
  const after = tokens[last + 2];
  if (PARTICLES.has(next.lower) && isCapital(after)) return last + 2;
  if (next.lower === 'of' || next.lower === 'for') {
    const open = HEADS.has(word.lower) || ORGANISATION_NAME.has(word.lower) || last > from;
    const skip = after?.lower === 'the' ? last + 3 : last + 2;
    if (open && HEADS.has(word.lower) && isCapital(tokens[skip])) return skip;
    return undefined;
  }
  // "Cybersecurity and Infrastructure Security Agency", "Science and Technology" behind "of".
  if (next.lower === 'and' && isCapital(after) && reachesHead(tokens, last + 2)) return last + 2;
  return undefined;
}

function acrossMark(tokens: readonly Token[], last: number, next: Token): number | undefined {
  const after = tokens[last + 2];
  if (/^[-–‑&]$/.test(next.text) && !next.spaced && after?.kind === 'word' && !after.spaced && isCapital(after)) return last + 2;
  if (next.text === '&' && isCapital(after)) return last + 2;
  if (next.text === '-' && !next.spaced && after?.kind === 'word' && !after.spaced && /^\p{Ll}/u.test(after.text) && after.text.length > 2)
    return undefined;
  // "Node.js", "J. Smith"
  if (next.text === '.' && !next.spaced && after?.kind === 'word') {
    if (!after.spaced && /^[a-z]{2,3}$/.test(after.text)) return last + 2;
    if (after.spaced && (tokens[last] as Token).text.length === 1 && isCapital(after)) return last + 2;
    if (after.spaced && /^(?:dr|mr|ms|mrs|st|prof|gen|sen|gov|rep|lt|col|sgt)$/.test((tokens[last] as Token).lower) && isCapital(after))
      return last + 2;
  }
  return undefined;
}

/** Whether capitalised words from `at` on end in the head of an organisation's name. */
function reachesHead(tokens: readonly Token[], at: number): boolean {
  for (let ahead = at; ahead < tokens.length && ahead - at < 5; ahead++) {
    const token = tokens[ahead] as Token;
    if (!isCapital(token)) return false;
    if (ORGANISATION_NAME.has(token.lower.replace(/'s$/, ''))) return true;
  }
  return false;
}

function nounBehind(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    token.spaced &&
    /^\p{Ll}{3,}s$/u.test(token.text) &&
    !/^(?:is|was|has|does|runs|says|uses|gets|lets)$/.test(token.lower)
  );
}

function isCapital(token: Token | undefined): boolean {
  return token?.kind === 'word' && opensWithCapital(token.text);
}
