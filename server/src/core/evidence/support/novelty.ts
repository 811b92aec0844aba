// Owns: whether a sentence was all but taken from the notes, or has what no note has.
// Must not know: citations that reach a claim, verdicts.
import { areNearSynonyms } from '../../lexicon/near-synonyms.ts';
import { type KeyedText, type KeyedWord, keyed, keyedPassage, matchWord } from '../alignment.ts';
import type { Placed } from '../contract.ts';
import { Figures } from '../figures.ts';
import type { Weighed } from '../support-model.ts';
import { agreesInFigure, hasAbsentFigure } from './held-figures.ts';
import { isOpen, type SupportInput, sameLanguage } from './input.ts';
import { BACKED_SCORE, weighOpen } from './weighing.ts';

/**
 * A sentence that does not look like a claim, and that the notes have: a paragraph by itself, or a figure that opens one before
 * anybody is named. Whatever it looks like, it is a fact that was taken from them. In manuals such sentences stand everywhere.
 */
export function isTakenFromNotes(input: SupportInput, words: KeyedText, around: Weighed | undefined): boolean {
  const { claim, segment } = input;
  if (around === undefined || !isStated(input) || claim.type === 'quotation' || input.strictness === 'relaxed') return false;
  if (input.register !== undefined && input.register !== 'reporting') return false;
  if (input.citations.length > 0 || input.attributions.length > 0) return false;
  const isAlone = isOnlySentence(segment, claim.sentence);
  if (!isAlone && !(isFirstToTell(segment, claim.sentence) && hasMeasure(input))) return false;
  // "And then the backups failed": it leads over to what comes.
  if (words.words.filter(word => !word.isFunction).length < TAKEN_LEAST) return false;
  const open = weighOpen(input, words, around);
  const best = open?.passages[0];
  if (open === undefined || best === undefined || !sameLanguage(best.passage.source, input.language)) return false;
  return open.score >= TAKEN_SCORE && best.coverage >= (isAlone ? TAKEN_WORDS : TAKEN_BESIDE) && !hasAbsentFigure(input, words, open);
}

/** How surely the notes must have a sentence that does not look like a claim. */
const TAKEN_SCORE = 0.38;
const TAKEN_WORDS = 0.39;
/** The same where others of its paragraph name sources. */
const TAKEN_BESIDE = 0.5;

/** So many telling words make a fact of a sentence that does not look like a claim. */
const TAKEN_LEAST = 4;

/** It is no question, advice or view; a whole sentence whose verb was not seen counts, too. */
function isStated({ claim, segment }: SupportInput): boolean {
  if (claim.not === undefined || claim.not === 'common-knowledge') return true;
  if (claim.not !== 'fragment') return false;
  const text = segment.facts.tree.prose.slice(claim.span.start, claim.span.end);
  return /^\p{Lu}[^:;]*\.$/u.test(text) && text.split(/\s+/, WHOLE).length === WHOLE && /\p{Ll}{2}/u.test(text);
}

/** How many words a sentence has that is no heading, dateline or remark. */
const WHOLE = 6;

/** The sentence is a paragraph by itself, without any citation. */
function isOnlySentence({ facts }: Placed, sentence: number): boolean {
  const { tree, citations } = facts;
  const block = tree.blocks[tree.sentences[sentence]?.block ?? -1];
  if (block?.kind !== 'paragraph' || block.sentences.end - block.sentences.start !== 1) return false;
  return !citations.some(citation => citation.sentence === sentence);
}

/** Neither it nor an earlier sentence of its paragraph names or cites anybody. */
function isFirstToTell({ facts }: Placed, sentence: number): boolean {
  const { tree, citations, attributions } = facts;
  const own = tree.sentences[sentence]?.block ?? -1;
  if (tree.blocks[own]?.kind !== 'paragraph') return false;
  return ![...citations, ...attributions].some(one => one.sentence <= sentence && tree.sentences[one.sentence]?.block === own);
}

/** "38 fleets", "10 million marks": a figure that nobody has from looking on. */
function hasMeasure({ claim: { span }, segment }: SupportInput): boolean {
  return segment.facts.numbers.some(
    ({ span: place, kind, value, digits }) =>
      span.start <= place.start &&
      place.end <= span.end &&
      (kind === 'money' || kind === 'percent' || kind === 'bytes' || (kind === 'count' && (digits >= 2 || value >= LARGE))) &&
      value >= MEASURED,
  );
}

const MEASURED = 13;
const LARGE = 1000;

/**
 * A claim on the brink of what bears on it, of which no passage of any note has a good part: "Premiums for insuring a
 * satellite operator have doubled since", where the notes know of the satellite and its operator alone.
 */
export function isForeignToNotes(input: SupportInput, words: KeyedText, open: Weighed, around: Weighed): boolean {
  if (open.score >= BACKED_SCORE || (open.passages[0]?.coverage ?? 0) >= BACKED_SCORE || agreesInFigure(input, open)) return false;
  // What only a closed source may have is for the rules on handling to say.
  const nearest = around.passages[0]?.passage.source;
  if (nearest !== undefined && !isOpen(nearest, input.tlp)) return false;
  const written = new Figures(open.passages.map(one => one.passage));
  if (words.words.some(word => word.isNumber && word.key.length > 2 && written.has(word))) return false;
  const { title, weights } = open.comparison;
  let absent = 0;
  let all = 0;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    const weight = weights[at] ?? 0;
    all += weight;
    if ((title.matches[at]?.score ?? 0) < LIKE && !isAnywhere(input, word) && !isRetold(word, open)) absent += weight;
  }
  return absent >= FOREIGN * all;
}

/**
 * An event that the notes know nothing of: none of them has a good part of the sentence, some of its telling words stand in none,
 * and who it tells of comes in anew. Only beside notes that are about the same as the draft.
 */
export function isUnheardOf(input: SupportInput, words: KeyedText, around: Weighed | undefined): boolean {
  const { claim, citations, attributions } = input;
  if (claim.event === undefined || (claim.not !== undefined && claim.not !== 'common-knowledge')) return false;
  if (input.strictness === 'relaxed' || (input.register !== undefined && input.register !== 'reporting')) return false;
  if (citations.length > 0 || attributions.length > 0 || around === undefined) return false;
  const open = weighOpen(input, words, around) ?? around;
  const best = open.passages[0];
  if (best !== undefined && (open.score >= HEARD_SCORE || best.coverage >= HEARD_WORDS)) return false;
  // What only a closed source may have is for the rules on handling to say.
  if (best !== undefined && !isOpen(best.passage.source, input.tlp)) return false;
  if ((around.passages[0]?.coverage ?? 0) > (best?.coverage ?? 0)) return false;
  const { title, weights } = open.comparison;
  let absent = 0;
  let weight = 0;
  let all = 0;
  let { isNew } = claim.event;
  for (const [at, word] of words.words.entries()) {
    if (word.isFunction) continue;
    all += weights[at] ?? 0;
    if ((title.matches[at]?.score ?? 0) >= LIKE || isAnywhere(input, word)) continue;
    absent++;
    weight += weights[at] ?? 0;
    isNew ||= word.folded === claim.event.head;
  }
  const isMostlyNew = absent >= MANY_ABSENT || (absent > 1 && weight >= MOSTLY * all);
  if (!(isNew && isMostlyNew) && agreesInFigure(input, open)) return false;
  const [least, share] = isNew ? NEW_SUBJECT : KNOWN_SUBJECT;
  return absent >= least && weight >= share * all && isAboutNotes(input);
}

/** How well passages bear on what they know something of. */
const HEARD_SCORE = 0.34;
const HEARD_WORDS = 0.4;

/** With so many words, or so much of the weight, that no note has, a figure or month that some note has is no sign. */
const MANY_ABSENT = 3;
const MOSTLY = 0.4;

/** How many words, and what share of the weight, no note may have. */
const NEW_SUBJECT = [1, 0.2] as const;
const KNOWN_SUBJECT = [2, 0.38] as const;

/** The text around the claim speaks of what the notes speak of. */
function isAboutNotes(input: SupportInput): boolean {
  const { claim, segment } = input;
  const { prose } = segment.facts.tree;
  const around = [
    prose.slice(Math.max(0, claim.span.start - AROUND), claim.span.start),
    prose.slice(claim.span.end, claim.span.end + AROUND),
  ];
  const telling = keyed(around.join(' ')).words.filter(word => !word.isFunction);
  if (telling.length < FEW_WORDS) return true;
  return telling.filter(word => isAnywhere(input, word)).length >= ABOUT * telling.length;
}

/** How far around a claim is read, in UTF-16 units. */
const AROUND = 250;
const FEW_WORDS = 5;
/** Share of the words around it that some note must have. */
const ABOUT = 0.4;

/** Score of a word from which a passage has it. */
const LIKE = 0.6;

/** Share of a claim's weight that stands in no note. */
const FOREIGN = 0.35;

/** One of the closest passages has a word that can stand for it. */
function isRetold(word: KeyedWord, { passages }: Weighed): boolean {
  return passages.some(({ passage }) =>
    keyedPassage(passage).words.some(other => !other.isFunction && areNearSynonyms(word.key, other.key)),
  );
}

function isAnywhere({ index }: SupportInput, word: KeyedWord): boolean {
  return index.search(word.text, { limit: 3 }).some(({ passage }) => matchWord(word, keyedPassage(passage)).score >= LIKE);
}
