// Owns: sources named by punctuation alone: "Raman: …" before a quote, "… — Raman" after one.
// Must not know: verbs' subjects, which quotes are covered, other blocks.
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import type { Item } from './items.ts';
import { isNamed, isSourceLike, type Phrase, phraseAfter, phraseBefore, subjectBefore } from './phrases.ts';
import type { Cue } from './verb-cues.ts';

/** "Raman: …" before a quote, "… — Raman" after one. */
export function markCue(items: readonly Item[], i: number, sentence: number): Cue | undefined {
  const { text } = items[i] as Item;
  if (text === ':' && items[i + 1]?.kind === 'quote') {
    const source = colonSource(items, i, sentence);
    return source ? { from: i, to: i + 1, lemma: ':', force: 'neutral', source, order: 'colon' } : undefined;
  }
  if (/^(?:—|–|―|-)$/.test(text) && i > 0) {
    let back = i - 1;
    while (back >= 0 && (items[back]?.kind === 'stop' || (items[back]?.text === '-' && items[back]?.kind === 'mark'))) back--;
    if (items[back]?.kind !== 'quote' || items[i + 1]?.text === '-') return undefined;
    const source = phraseAfter(items, i + 1);
    if (!source || !items[source.from]?.capital) return undefined;
    return { from: i, to: i + 1, lemma: '—', force: 'neutral', source, order: 'tail' };
  }
  return undefined;
}

function colonSource(items: readonly Item[], colon: number, sentence: number): Phrase | undefined {
  // A verb of saying between the sentence's start and the colon names its own source.
  for (let j = colon - 1; j >= sentence; j--) {
    const use = reportingVerb((items[j] as Item).lower);
    if (use && use.verb.use !== 'clause' && !use.ambiguous && use.form !== 'gerund') return undefined;
    if (colon - j > 30) break;
  }
  const first = items[sentence];
  const before = phraseBefore(items, colon);
  const short = colon - sentence <= 8;
  if (
    before &&
    isNamed(items, before) &&
    (short || before.to - before.from <= 4 || (items[before.to - 1]?.capital && items[before.to - 2]?.capital))
  ) {
    // "Martin Oyelaran, chief executive:" names the person first.
    if (before.to < colon && items[before.to]?.text === ',') return before;
    const start = phraseAfter(items, sentence);
    if (short && start && isNamed(items, start) && start.to < before.from && items[start.to]?.text === ',') return start;
    return before;
  }
  const start = phraseAfter(items, sentence);
  if (start && short && start.from === sentence && items[start.to]?.text === ',' && isNamed(items, start)) return start;
  if (first && /['’]s?$/.test(first.text) && first.capital)
    return { from: sentence, to: sentence + 1, extent: { from: sentence, to: sentence + 1 } };
  if (first && ['his', 'her', 'their'].includes(first.lower))
    return { from: sentence, to: sentence + 1, extent: { from: sentence, to: sentence + 1 } };
  if (short && before && isSourceLike(items, before) && before.from === sentence) return before;
  const subject = subjectBefore(items, colon, sentence);
  return subject && (isNamed(items, subject) || isSourceLike(items, subject)) ? subject : undefined;
}
