// Owns: a reason that the draft gives and a cited Source says it was not: "because of the map" and "not because of the map".
// Must not know: verdicts, rules, reasons that the notes leave open (certainty).
import { type KeyedText, keyed } from '../alignment.ts';
import type { Difference } from '../types.ts';
import { type Comparing, clauseAround, contrary, onTopic, quotedShare, quotedSpans } from './comparing.ts';
import { nearness } from './standing.ts';

const BECAUSE =
  '(?:because of|due to|owing to|thanks to|on account of|as a result of|caused by|triggered by|a consequence of|the result of)';
const REASON = new RegExp(`\\b${BECAUSE} ([^,.;()]{3,60})`, 'iu');
const NO_REASON = new RegExp(
  `(?:\\b(?:not|never|neither)|n['’]t) (?:been )?${BECAUSE} ([^,.;()]{3,60})|\\b(?:nothing to do with|unrelated to|not (?:linked|related|connected) to) ([^,.;()]{3,60})`,
  'iu',
);
const OWN_DENIAL = /\b(?:not|no|never|nobody|nothing|neither|nor|without|cannot|if|whether|could|may|might)\b|n['’]t\b/i;

/** At most one difference. */
export function causeDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const given = REASON.exec(words.text);
  if (given === null || quotedShare(comparing, quotedSpans(comparing)) > 0.4 || OWN_DENIAL.test(words.text)) return [];
  const reason = keyed(phraseOf(given[1] ?? ''));
  const said = keyed(words.text.slice(0, given.index));
  for (const candidate of onTopic(comparing)) {
    const passage = candidate.alignment.passage;
    const denied = candidate.cited ? NO_REASON.exec(passage.text) : null;
    if (denied === null) continue;
    const not = keyed(phraseOf(denied[1] ?? denied[2] ?? ''));
    const rest = keyed(passage.text.replace(denied[0], ' '));
    if (!shares(reason, not, 0.7) || !shares(said, rest, 0) || shares(reason, rest, 0.7)) continue;
    const start = claim.span.start + given.index;
    const clause = clauseAround(passage, { start: denied.index, end: denied.index + denied[0].length });
    return [contrary(comparing, candidate, clause, { start, end: start + given[0].trimEnd().length })];
  }
  return [];
}

/** Up to where another reason or another statement begins. */
function phraseOf(text: string): string {
  return text.split(/\b(?:but|and|or|that|which|who|when|while|after|before)\b/i)[0] ?? '';
}

/** Whether of the telling words of one text the other has more than a share. */
function shares(one: KeyedText, other: KeyedText, least: number): boolean {
  const content = one.words.filter(word => !word.isFunction);
  const found = content.filter(word => other.words.some(like => !like.isFunction && nearness(word, like) >= 0.7)).length;
  return found > 0 && found >= least * content.length;
}
