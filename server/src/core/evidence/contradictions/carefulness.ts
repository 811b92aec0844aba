// Owns: whether a claim is careful itself, and which of its words only say who says it.
// Must not know: passages, verdicts, rules.
import { alternatives } from '../../text/alternatives.ts';
import { overlaps, type Span } from '../../text/span.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Comparing, clauseAround } from './comparing.ts';
import { isHedge } from './hedging.ts';

const RUMOURED = /said|thought|believed|rumou?red|reported|supposed|assumed|expected|presumed|suspected|accused/.source;
/** The draft is careful itself, or says that something is not known. */
const CAREFUL = new RegExp(
  String.raw`\b(?:${alternatives(
    // "Is blamed for", "is being investigated".
    /blame[sd]?|fear(?:s|ed)?/,
    /(?:being|are|is|was|were|been) (?:being )?(?:investigated|examined|looked into)/,
    /under (?:investigation|examination)/,
    // "Not yet confirmed", "almost certain", "cannot rule out".
    /not (?:yet )?(?:confirmed|proven|clear|certain|sure|rule|be ruled)/,
    /(?:almost|nearly|fairly|pretty|reasonably) (?:certain|sure)/,
    /cannot (?:say|tell|rule|be|confirm|prove)|can['’]t (?:say|tell|rule|be|confirm|prove)/,
    /could not (?:say|tell|confirm|prove)/,
    // "No evidence", "as far as", "a tenuous link".
    /no (?:proof|evidence|signs?|traces?|indications?|decision|results?)/,
    /as far as|(?:low|little) confidence|under (?:consideration|discussion|review)/,
    /(?:thin|weak|loose|faint|tenuous) (?:links?|ties?|connections?|clues?|threads?)/,
    // "A hunch", "undecided", "not yet worked out".
    /coincidence|theory|hunch|unclear|undecided/,
    /not (?:yet )?(?:been )?(?:found out|established|determined|settled|worked out)/,
    // "Looked into whether", "explores", "too early".
    /look(?:s|ed|ing)? (?:at|into) (?:ways?|whether|how|options|the possibility)/,
    /explor(?:e|es|ed|ing)|possibilit(?:y|ies)|too (?:early|soon)|pending/,
    // "Plans to", "an open question", "do not know".
    /(?:hopes?|hoped|plans?|planned|wants?|aims?|intends?) (?:to|for)|open (?:whether|if|question|for|to)|signs? of/,
    /nobody knows|not know|(?:do|does|did)(?: not|n['’]t) (?:think|believe|know)/,
    // "Whether", "doubts", "is disputed".
    /if|whether|uncertain(?:ty|ties)?|doubts?|disagree|dispute[sd]?/,
    /unknown|open question/,
    // "Mentioned", "argues", "according to an unnamed official".
    /opin(?:ed|es|ion)|mention(?:s|ed)?|express(?:es|ed)?|asks?|asked|argue[sd]?/,
    /according to an? (?:anonymous|unnamed)/,
    // "Should", "is said to", "are suspected of".
    /should|would/,
    `(?:is|are|was|were|been) (?:${RUMOURED}) (?:to|of)`,
    // "Considering", "in their view", "does not name".
    /thinking|considers?|considering|weigh(?:s|ing)|mulls?|mulling/,
    /in (?:\p{L}+['’]s?|his|her|its|their|our) (?:view|eyes|judge?ment|reading)/u,
    /(?:do|does|did)(?: not|n['’]t) (?:say|tell|name|attribute)/,
    // "Fits", "is like", "is to open".
    /fits?|(?:is|are|was|were) like|consistent with|compatible with/,
    /(?:is|are) to (?:cost|open|begin|start|come|follow|be)/,
  )})\b`,
  'iu',
);

/** Whether the draft is careful itself, or asks. */
export function isCareful(comparing: Comparing): boolean {
  const { words } = comparing;
  if (CAREFUL.test(words.text) || words.text.trimEnd().endsWith('?')) return true;
  return words.words.some((_, at) => isHedge(words, at));
}

/** Words of the claim that only say who says it: "Morin says", "according to Ruiz". */
export function reportedWords({ facts, claim, words }: Comparing): Set<number> {
  const said = new Set<number>();
  const inside = (word: KeyedWord, span: Span): boolean =>
    span.start <= word.start + claim.span.start && word.start + claim.span.start < span.end;
  for (const { kind, cue, source } of facts.attributions) {
    if (source === undefined || kind === 'document' || kind === 'group') continue;
    if (!overlaps(cue, claim.span) && !overlaps(source, claim.span)) continue;
    for (const at of tagOf(words, cue.start - claim.span.start)) said.add(at);
    for (const [at, word] of words.words.entries()) {
      const isSource = inside(word, source) && (word.isName || source.end - source.start === word.end - word.start);
      if (isSource || inside(word, cue)) said.add(at);
    }
  }
  return said;
}

/** Words of the last clause where that only says who says it: ", the chief of staff told the same press conference". */
function tagOf(words: KeyedText, cue: number): readonly number[] {
  const last = words.words[words.words.length - 1];
  if (last === undefined || cue <= 0) return [];
  const end = clauseAround(words, { start: last.start, end: last.end });
  const isRelative = words.words[end.from]?.folded === 'who' && cue < (words.words[end.from] as KeyedWord).start;
  // ", says the mayor, who was there".
  const { from } = isRelative ? clauseAround(words, { start: cue, end: cue + 1 }) : end;
  const { to } = end;
  const tag = words.text.slice((words.words[from] as KeyedWord).start);
  if (from === 0 || cue < (words.words[from] as KeyedWord).start || /\bthat\b/i.test(tag)) return [];
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
