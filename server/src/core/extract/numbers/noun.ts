// Owns: finding the head noun of what a number counts.
// Must not know: how figures are read.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { isPlural, singular } from '../../text/inflect.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { figureAt } from './figures.ts';

const THROUGH = new Set('of the its our their his her your my these those all'.split(' '));
const MASS = new Set(
  'data traffic mail email malware ransomware money cash software hardware firmware code information staff personnel equipment memory storage funding revenue income loss mail evidence intelligence'.split(
    ' ',
  ),
);
const ADJECTIVE = /(?:ed|al|ive|ous|ic|able|ible|ary|ish|ful|less|ent|ant|ern|er|est|ing|en|ly)$/;

/** The head noun behind token `from`, singular and in lower case, with its span; none where the number stands alone. */
export function nounAfter(
  tokens: readonly Token[],
  from: number,
  value: number,
): { readonly noun: string; readonly span: Span } | undefined {
  let at = from;
  let through = false;
  while (at < tokens.length && THROUGH.has((tokens[at] as Token).lower)) {
    through = true;
    at++;
  }
  // "51 of our 214 branches": the noun of the second number is that of the first.
  const second = through ? figureAt(tokens, at) : undefined;
  if (second !== undefined && second.form !== 'ordinal' && second.form !== 'share' && second.value >= value) {
    at = second.next;
    while (/^(?:hundred|thousand|million|billion|bn|m|k)$/.test(tokens[at]?.lower ?? '')) at++;
  }
  if (through && at === from + 1 && tokens[from]?.lower !== 'of') return undefined;
  const run: Token[] = [];
  for (; at < tokens.length && run.length < 6; at++) {
    const token = tokens[at] as Token;
    const hyphen =
      token.kind === 'mark' && /^[-–‑]$/.test(token.text) && !token.spaced && tokens[at + 1]?.spaced === false && run.length > 0;
    if (hyphen) continue;
    if (token.kind !== 'word' || FUNCTION_WORDS.has(token.lower)) break;
    if (token.lower.endsWith("'s")) {
      run.length = 0;
      continue;
    }
    run.push(token);
    const name = /^\p{Lu}/u.test(token.text);
    if (value !== 1 && !name && isPlural(token.lower)) return found(token);
    if (MASS.has(token.lower) && !isNounNext(tokens[at + 1])) return found(token);
  }
  return fallback(run, value, through);
}

function isNounNext(next: Token | undefined): boolean {
  return next?.kind === 'word' && isPlural(next.lower) && !FUNCTION_WORDS.has(next.lower);
}

function fallback(run: readonly Token[], value: number, through: boolean): { noun: string; span: Span } | undefined {
  if (run.length === 0) return undefined;
  const plural = run.find(token => isPlural(token.lower));
  if (value !== 1 && plural) return found(plural);
  if (value === 1) {
    // "one utility received": a verb may close the run.
    let last = run.length - 1;
    while (last > 0 && (run[last] as Token).lower.endsWith('ed')) last--;
    return found(run[last] as Token);
  }
  const noun = run.find(token => !ADJECTIVE.test(token.lower));
  // A bare "12 and so on": only what follows at once, or "of", is counted.
  return noun && (through || noun === run[0]) ? found(noun) : undefined;
}

function found(token: Token): { noun: string; span: Span } {
  return { noun: singular(token.lower), span: { start: token.start, end: token.end } };
}
