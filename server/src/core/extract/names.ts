// Owns: finding names of persons, organisations, places and products in a segment.
// Must not know: other segments, notes, rules.
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { COMMON_ENDING, OPENERS } from '../lexicon/name-cues.ts';
import { reportingVerb } from '../lexicon/reporting-verbs.ts';
import { opensWithCapital } from '../text/capitals.ts';
import { compareSpans } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { NameFact } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { agree, kindOf } from './names/kinds.ts';
import { type Run, runAt } from './names/runs.ts';
import { extractSecurityNames } from './security-names.ts';
import { codeSpans, tokensOf, touchesAny } from './tokens.ts';

/** Names of the prose, in order; where a name of the security tables overlaps another, the table's stands. */
export function extractNames(input: ExtractInput): readonly NameFact[] {
  const { tree, facts } = input;
  const code = codeSpans(tree);
  const masks = [facts.citations, facts.references, facts.indicators, facts.dates].map(list => list.map(fact => fact.span));
  const sentences = tokensOf(tree);
  const lowered = wordsInLowerCase(sentences);
  const inner = namesInside(sentences);
  const names: NameFact[] = [];
  sentences.forEach((tokens, sentence) => {
    const block = tree.blocks[tree.sentences[sentence]?.block ?? -1];
    if (block?.kind === 'front-matter' || isShouted(tokens)) return;
    const titled = block?.kind === 'heading' && isTitleCase(tokens);
    for (let at = 0; at < tokens.length; ) {
      const run = runAt(tokens, at);
      if (!run) {
        at++;
        continue;
      }
      at = run.next;
      const kept = titled ? undefined : trimmed(tokens, run, lowered, inner);
      if (!kept) continue;
      const span = { start: (tokens[kept.from] as Token).start, end: kept.end };
      if (touchesAny(code, span) || masks.some(spans => touchesAny(spans, span))) continue;
      names.push({ span, sentence, text: tree.prose.slice(span.start, span.end).replace(/\s+/g, ' '), kind: kindOf(tokens, kept) });
    }
  });
  return merge(agree(names), extractSecurityNames(input));
}

function merge(general: readonly NameFact[], security: readonly NameFact[]): readonly NameFact[] {
  if (security.length === 0) return general;
  const spans = security.map(name => name.span);
  return [...general.filter(name => !touchesAny(spans, name.span)), ...security].sort((a, b) => compareSpans(a.span, b.span));
}

/** Words that stand in lower case somewhere in the segment: their capitals at the start of a sentence mean nothing. */
function wordsInLowerCase(sentences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tokens of sentences)
    for (const token of tokens) if (token.kind === 'word' && token.text === token.lower) words.add(token.lower);
  return words;
}

/** Capitalised words that stand inside a sentence somewhere in the segment: names where they open one, too. */
function namesInside(sentences: readonly (readonly Token[])[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const tokens of sentences) {
    tokens.forEach((token, index) => {
      if (index > 0 && token.kind === 'word' && opensWithCapital(token.text) && !opensSpeech(tokens, index)) words.add(bareName(token));
    });
  }
  return words;
}

function bareName(token: Token): string {
  return token.lower.replace(/'s?$/, '');
}

function opensSpeech(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before?.kind === 'mark' && /^["“‘'«([:*|–—-]$/.test(before.text) && (at === 1 || before.text !== '(');
}

/** Upper case throughout: nothing can be told from capitals. */
function isShouted(tokens: readonly Token[]): boolean {
  let upper = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== 'word' || token.text.length < 2) continue;
    words++;
    if (token.text === token.text.toUpperCase()) upper++;
  }
  return words >= 4 && upper > words * 0.7;
}

function isTitleCase(tokens: readonly Token[]): boolean {
  const words = tokens.filter(token => token.kind === 'word' && !FUNCTION_WORDS.has(token.lower));
  return words.length >= 3 && words.filter(token => opensWithCapital(token.text)).length > words.length * 0.75;
}

/** A run without the words at its head that are capitalised only because they open a sentence; none where nothing is left. */
function trimmed(tokens: readonly Token[], run: Run, lowered: ReadonlySet<string>, inner: ReadonlySet<string>): Run | undefined {
  const opens = isFirstWord(tokens, run.from) || opensSpeech(tokens, run.from);
  let from = run.from;
  if (opens) {
    // An article is followed by a name; any other common word may be followed by another.
    let article = false;
    while (from < run.last && !article && isCommon(tokens[from] as Token, lowered, inner, from + 1 <= run.last)) {
      article = FUNCTION_WORDS.has((tokens[from] as Token).lower);
      from++;
    }
  } else {
    while (from < run.last && FUNCTION_WORDS.has((tokens[from] as Token).lower)) from++;
  }
  const word = tokens[from] as Token;
  if (from === run.last) {
    if (word.text.length < 2 || FUNCTION_WORDS.has(word.lower)) return undefined;
    if (opens && from === run.from && !isNameAlone(tokens, run, lowered, inner)) return undefined;
    if (isPlainAcronym(tokens, run)) return undefined;
  }
  return from === run.from ? run : { ...run, from };
}

function isFirstWord(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0; back--) if ((tokens[back] as Token).kind !== 'mark') return false;
  return true;
}

function isCommon(token: Token, lowered: ReadonlySet<string>, inner: ReadonlySet<string>, more: boolean): boolean {
  if (FUNCTION_WORDS.has(token.lower)) return true;
  if (/\d/.test(token.text) || /^.\p{L}*\p{Lu}/u.test(token.text)) return false;
  if (lowered.has(token.lower) || OPENERS.has(token.lower)) return true;
  return !inner.has(bareName(token)) && (more ? /(?:ly|ing)$/ : COMMON_ENDING).test(token.lower);
}

/** Whether one capitalised word that opens a sentence is a name: its neighbours or another place in the segment must say so. */
function isNameAlone(tokens: readonly Token[], run: Run, lowered: ReadonlySet<string>, inner: ReadonlySet<string>): boolean {
  const word = tokens[run.from] as Token;
  if (isCommon(word, lowered, inner, false)) return false;
  if (inner.has(bareName(word)) || /\d/.test(word.text) || /^.\p{L}*\p{Lu}/u.test(word.text) || run.possessive) return true;
  const next = tokens[run.next];
  if (!next) return false;
  if (next.text === ',') return /^(?:who|which|the|a|an)$/.test(tokens[run.next + 1]?.lower ?? '');
  if (next.kind === 'number') return true;
  if (next.kind !== 'word') return false;
  const verb = reportingVerb(next.lower);
  if (verb && (verb.form === 'past' || verb.form === 'third')) return true;
  return (
    /^(?:is|was|has|had|does|did|will|would|cannot|can|could|may|might|says|said)$/.test(next.lower) || /(?:[^su]s|ed)$/.test(next.lower)
  );
}

/** Acronyms of trade (HTTP, DNS) name nothing; those of organisations show it: "the NCSO said", "CISA's". */
function isPlainAcronym(tokens: readonly Token[], run: Run): boolean {
  const word = tokens[run.last] as Token;
  const bare = word.text.replace(/['’]s?$/, '');
  if (!/^\p{Lu}{2,6}s?$/u.test(bare)) return false;
  if (run.possessive) return false;
  const before = tokens[run.from - 1];
  const next = tokens[run.next];
  const verb = next?.kind === 'word' ? reportingVerb(next.lower) : undefined;
  if (verb && (verb.form === 'past' || verb.form === 'third') && verb.verb.use !== 'quote') return false;
  if (
    before?.lower === 'the' &&
    next?.kind === 'word' &&
    /^(?:has|had|is|was|will|took|found|added|issued|published|warned)$/.test(next.lower)
  )
    return false;
  if (before?.text === '(' && next?.text === ')') return !initialsMatch(tokens, run.from - 2, bare);
  return !/^(?:by|told)$/.test(before?.lower ?? '');
}

/** Whether capitalised words before `at` have the letters of an acronym as their initials. */
function initialsMatch(tokens: readonly Token[], at: number, acronym: string): boolean {
  let letter = acronym.length - 1;
  let capitals = 0;
  for (let back = at; back >= 0 && at - back < 12 && letter >= 0; back--) {
    const token = tokens[back] as Token;
    if (token.kind !== 'word') return false;
    if (!opensWithCapital(token.text)) continue;
    if (token.text[0] !== acronym[letter]) return false;
    letter--;
    capitals++;
  }
  return letter < 0 && capitals >= 2;
}
