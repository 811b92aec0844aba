// Owns: statements that are surer than the notes are.
// Must not know: verdicts, rules.
import { CERTAIN, HEDGES } from '../../lexicon/certainty-words.ts';
import type { Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord, WordMatch } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Candidate, type Comparing, drafted, quotedSpans, sharedApart } from './comparing.ts';

/** Phrases by which notes keep a thing open that no single word shows. */
const OPEN_PHRASES =
  /\b(?:no (?:proof|evidence yet|confirmation)|not (?:yet )?(?:confirmed|proven|verified|certain|sure|clear)|(?:cannot|can't|can’t|could not|couldn't|unable to) (?:confirm|verify|prove|say|tell)|(?:do|does|did)(?: not|n't|n’t) (?:think|believe|know))\b/i;
/** The draft is careful itself. */
const CAREFUL = /\b(?:not (?:yet )?(?:confirmed|proven|clear|certain)|no proof|if|whether|according to an? (?:anonymous|unnamed))\b/i;

const SAME_THING = 0.42;

/** At most one difference: the claim states as sure what every passage about the same thing keeps open. */
export function certaintyDifferences(comparing: Comparing): Difference[] {
  const { words } = comparing;
  const quoted = quotedSpans(comparing);
  if (isCareful(comparing, quoted)) return [];
  const sure = words.words.findIndex(word => CERTAIN.has(word.folded));
  const apart = words.words
    .filter(word => CERTAIN.has(word.folded) || HEDGES.has(word.folded))
    .map(word => ({ start: word.start + comparing.claim.span.start, end: word.end + comparing.claim.span.start }));
  let found: { candidate: Candidate; coverage: number; hedge: string } | undefined;
  let open = 0;
  for (const candidate of comparing.candidates) {
    const shared = sharedApart(comparing, candidate, apart);
    const hedge = hedgeOf(candidate, words);
    if (hedge === undefined) {
      open = Math.max(open, shared.coverage);
      continue;
    }
    const pair = hasPair(words, candidate);
    const enough = shared.coverage >= (sure >= 0 ? 0.36 : pair ? SAME_THING : 0.55) && shared.words >= 2;
    if (!enough || (found !== undefined && found.coverage >= shared.coverage)) continue;
    found = { candidate, coverage: shared.coverage, hedge };
  }
  if (found === undefined || open >= found.coverage - 0.05) return [];
  return [difference(comparing, found.candidate, found.hedge, sure)];
}

function isCareful(comparing: Comparing, quoted: readonly Span[]): boolean {
  const { words, claim } = comparing;
  if (CAREFUL.test(words.text) || words.text.trimEnd().endsWith('?')) return true;
  return words.words.some(word => {
    const start = word.start + claim.span.start;
    if (!HEDGES.has(word.folded) || word.text === 'May') return false;
    return !quoted.some(span => span.start <= start && start < span.end);
  });
}

/** The hedge of a passage that governs what the claim shares with it, as written; undefined where it is plain. */
function hedgeOf(candidate: Candidate, words: KeyedText): string | undefined {
  const { passage } = candidate.alignment;
  const places = candidate.alignment.matches
    .filter((match, at) => match.at >= 0 && match.score >= 0.7 && !(words.words[at] as KeyedWord).isFunction)
    .map(match => match.at);
  if (places.length === 0) return undefined;
  const low = Math.min(...places);
  const high = Math.max(...places);
  for (const [at, word] of passage.words.entries()) {
    if (!HEDGES.has(word.folded) || word.text === 'May') continue;
    // A hedge in the same sentence, not more than a few words away from what is shared.
    if (at < low - 6 || at > high + 6) continue;
    if (/^(?:claims?|claimed|estimated?|estimates)$/.test(word.folded)) continue;
    return word.text.toLowerCase();
  }
  return OPEN_PHRASES.exec(passage.text)?.[0].toLowerCase();
}

/** Two neighbouring content words of the claim that are neighbours in the passage too. */
function hasPair(words: KeyedText, candidate: Candidate): boolean {
  let last = -1;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    const match = candidate.alignment.matches[at] as WordMatch;
    if (last >= 0) {
      const before = candidate.alignment.matches[last] as WordMatch;
      const near = match.at - before.at;
      if (match.score >= 0.9 && before.score >= 0.9 && match.at >= 0 && before.at >= 0 && near >= 1 && near <= 2) return true;
    }
    last = at;
  }
  return false;
}

const ADVERBS: readonly (readonly [RegExp, string])[] = [
  [/^(?:possibl|may|might|could|conceivabl|potential|tentative|perhaps|maybe)/, 'possibly'],
  [/^(?:alleg|purport|supposed|claim)/, 'allegedly'],
  [/^(?:rumou?r|report|speculat)/, 'reportedly'],
  [/^apparent|^seem|^appear/, 'apparently'],
];

function adverbOf(hedge: string): string {
  for (const [pattern, adverb] of ADVERBS) if (pattern.test(hedge)) return adverb;
  return /^(?:no |not |cannot|can|could not|un|do|does|did)/.test(hedge) ? 'possibly' : 'probably';
}

const BE = new Set('is are was were has have had will'.split(' '));

function difference(comparing: Comparing, candidate: Candidate, hedge: string, sure: number): Difference {
  const { words, claim } = comparing;
  const fix = sure >= 0 ? withoutCertainty(words, sure, hedge) : withAdverb(words, candidate, adverbOf(hedge));
  const first = words.words[0] as KeyedWord;
  const last = words.words[words.words.length - 1] as KeyedWord;
  const span = fix?.span ?? { start: first.start, end: last.end };
  const placed = { start: span.start + claim.span.start, end: span.end + claim.span.start };
  return {
    kind: 'certainty',
    span: placed,
    drafted: drafted(comparing, placed),
    noted: hedge,
    passage: candidate.passage,
    ...(fix === undefined ? {} : { replacement: fix.text }),
  };
}

/** "has confirmed that" to "suspects that"; only where the notes suspect or believe. */
function withoutCertainty(words: KeyedText, sure: number, hedge: string): { span: Span; text: string } | undefined {
  const word = words.words[sure] as KeyedWord;
  const before = sure > 0 ? (words.words[sure - 1] as KeyedWord) : undefined;
  const start = before !== undefined && /^(?:has|have|had)$/.test(before.folded) ? before.start : word.start;
  const span = { start, end: word.end };
  if (!/^(?:confirm|prove|verif)/.test(word.folded)) return undefined;
  const verb = /^(?:suspect|suspic)/.test(hedge) ? 'suspect' : /^(?:believ|think|thought|assum)/.test(hedge) ? 'believe' : 'suspect';
  const plural = before?.folded === 'have' || word.folded === 'confirm' || word.folded === 'prove' || word.folded === 'verify';
  const past = before?.folded === 'had' || (start === word.start && word.folded.endsWith('ed'));
  if (past) return { span, text: `${verb}${verb.endsWith('e') ? 'd' : 'ed'}` };
  return { span, text: plural ? verb : `${verb}s` };
}

/** "is run" to "is possibly run", "got in" to "probably got in": before the first verb that can be told. */
function withAdverb(words: KeyedText, candidate: Candidate, adverb: string): { span: Span; text: string } | undefined {
  void candidate;
  for (const [at, word] of words.words.entries()) {
    const next = words.words[at + 1];
    if (at > 0 && BE.has(word.folded) && next !== undefined) {
      return { span: { start: word.start, end: word.end }, text: `${word.text} ${adverb}` };
    }
    const isPast = /^(?:got|took|stole|gave|sent|sold|hid|broke|began|became|made|came|went|ran|wrote|led|lost|left|kept|built)$/.test(
      word.folded,
    );
    if (at > 0 && !word.isName && (isPast || (word.folded.length > 4 && word.folded.endsWith('ed')))) {
      return { span: { start: word.start, end: word.end }, text: `${adverb} ${word.text}` };
    }
  }
  return undefined;
}
