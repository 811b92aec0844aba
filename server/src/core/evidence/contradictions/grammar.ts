// Owns: what a word is where it stands: a verb, a quality, a thing or only a part of its name; and which words one statement takes up.
// Must not know: claims, passages, negations.
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { isSimplePast, SAME_IN_PAST, verbForm } from '../../lexicon/verbs.ts';
import type { KeyedText, KeyedWord } from '../alignment.ts';
import { type Clause, clauseAround } from './comparing.ts';

/** What a word does in its statement. A part stands before the noun that it narrows: "page" in "page numbers". */
export type Role = 'verb' | 'quality' | 'thing' | 'part';

const BE = /^(?:is|are|was|were|be|been|being|am|isn['’]t|aren['’]t|wasn['’]t|weren['’]t|stays?|stayed|remains?|remained|got|gets?)$/;
const BEFORE_VERB =
  /^(?:to|will|would|can|could|may|might|must|should|shall|do|does|did|has|have|had|having|never|not|i|we|they|he|she|it|you|who|nobody|cannot|\p{L}+n['’]t)$/u;

/** The role of a content word. */
export function roleOf(text: KeyedText, at: number): Role {
  const word = text.words[at] as KeyedWord;
  const before = beforeAdverbs(text, at);
  const form = verbForm(word.folded);
  const isPart = headAt(text, at) !== at;
  if (form !== undefined && before !== undefined && ((BE.test(before.folded) && form !== 'third') || BEFORE_VERB.test(before.folded)))
    return 'verb';
  if (before !== undefined && BE.test(before.folded)) return isPart ? 'part' : 'quality';
  if (before !== undefined && (DETERMINERS.has(before.folded) || PREPOSITIONS.has(before.folded) || before.isNumber))
    return isPart ? 'part' : 'thing';
  if (form === 'past' || form === 'third' || isSimplePast(word.folded)) return 'verb';
  return isPart ? 'part' : form === undefined || form === 'base' ? 'thing' : 'verb';
}

/** "Reads", "is read": what is so in general or now, and not what happened once. */
export function isHabit(text: KeyedText, at: number): boolean {
  const form = verbForm((text.words[at] as KeyedWord).folded);
  if (SAME_IN_PAST.has((text.words[at] as KeyedWord).folded)) return false;
  return form === 'third' || (form === 'base' && !/^(?:did|to|will|would)$/.test(beforeAdverbs(text, at)?.folded ?? ''));
}

/** No name or chain of adverbs goes on for longer; a text without an end of sentence may. */
const LONGEST_RUN = 30;

/** The last word of the run of content words that a place stands in: the noun that the others narrow. */
export function headAt(text: KeyedText, at: number): number {
  let head = at;
  const end = Math.min(text.words.length, at + LONGEST_RUN);
  for (let next = at + 1; next < end; next++) {
    const [left, right] = [text.words[head] as KeyedWord, text.words[next] as KeyedWord];
    if (right.isFunction || right.isNumber || LAST.test(right.folded) || !/^[ -]$/.test(text.text.slice(left.end, right.start))) break;
    if (/ly$/.test(right.folded) || (isVerbForm(right.folded) && !text.text.slice(left.end, right.start).includes('-'))) break;
    head = next;
  }
  return head;
}

const LAST = /^(?:first|last|well|too|now|then|twice|today|yesterday)$/;

/** "Was copied", and in a note "NOT copied": what is said of a thing is done to it. */
export function isPassive(text: KeyedText, at: number): boolean {
  const form = verbForm((text.words[at] as KeyedWord).folded);
  return (form === 'past' || form === 'participle') && BE.test(beforeAdverbs(text, at)?.folded ?? '');
}

/** "Seen from the harbour, …": a participle that opens a sentence and says nothing by itself. */
export function isAside(text: KeyedText, at: number): boolean {
  const [word, next] = [text.words[at] as KeyedWord, text.words[at + 1]];
  const form = verbForm(word.folded);
  return at === 0 && (form === 'participle' || form === 'past' || form === 'gerund') && next !== undefined && PREPOSITIONS.has(next.folded);
}

/** A form that is hardly ever the head of a name for a thing: "stolen", "went". */
function isVerbForm(folded: string): boolean {
  const form = verbForm(folded);
  return form === 'past' || form === 'participle' || isSimplePast(folded);
}

/** The word before a place, adverbs and denials left out; undefined where a part of the sentence begins. */
function beforeAdverbs(text: KeyedText, at: number): KeyedWord | undefined {
  const first = Math.max(0, at - LONGEST_RUN);
  for (let place = at - 1; place >= first; place--) {
    const [word, next] = [text.words[place] as KeyedWord, text.words[place + 1] as KeyedWord];
    if (/[,;:.()?!—–]/.test(text.text.slice(word.end, next.start))) return undefined;
    if (
      /ly$/.test(word.folded) ||
      /^(?:not|never|also|even|still|already|now|ever|just|yet|all|both|once|twice|only|too|very|so|quite|rather)$/.test(word.folded)
    )
      continue;
    return word;
  }
  return undefined;
}

/** One statement: what one verb says, and the word that makes it depend on another. */
export interface Statement extends Clause {
  readonly opener?: string;
  /** It tells which one is meant: "those who did not pay". */
  readonly isRelative?: boolean;
}

const OPENERS = new Set([...CONJUNCTIONS].filter(word => !/^(?:and|or|but|nor|so|yet|as|than)$/.test(word)).concat('whatever', 'whoever'));

/** The statement around a place: its clause, cut at conjunctions that open another one. */
export function statementAround(text: KeyedText, at: number): Statement {
  const whole = clauseAround(text, text.words[at] as KeyedWord);
  let { from, to } = whole;
  let opener: string | undefined;
  for (let place = at; place >= whole.from; place--) {
    const { folded } = text.words[place] as KeyedWord;
    if (place < at && OPENERS.has(folded) && !isBound(text, place)) {
      opener = folded;
      from = place + 1;
      break;
    }
    if (place < at && /^(?:and|or|but)$/.test(folded) && hasVerb(text, place + 1, at + 1) && hasVerb(text, whole.from, place)) {
      from = place + 1;
      break;
    }
  }
  for (let place = at + 1; place <= whole.to; place++) {
    const { folded } = text.words[place] as KeyedWord;
    const joins = /^(?:and|or|but)$/.test(folded) && hasVerb(text, place + 1, whole.to + 1);
    if ((OPENERS.has(folded) && !isBound(text, place)) || joins) {
      to = place - 1;
      break;
    }
  }
  if (opener === undefined) return { from, to };
  const isRelative = /^(?:who|which|whose|whom)$/.test(opener) && from - 1 > whole.from && text.words[from - 2]?.isFunction === false;
  return { from, to, opener, isRelative };
}

/** Whether an "and" or "but" joins another sentence: what stands before it has its verb, and what follows has a subject and a verb. */
export function opensStatement(text: KeyedText, at: number): boolean {
  if (!/^(?:and|but|so)$/.test((text.words[at] as KeyedWord).folded)) return false;
  const { from, to } = clauseAround(text, text.words[at] as KeyedWord);
  const subject = text.words[at + 1];
  if (at === to || subject === undefined || AUXILIARIES.has(subject.folded) || roleOf(text, at + 1) === 'verb') return false;
  return hasVerb(text, at + 2, to + 1) && hasVerb(text, from, at);
}

/** Whether a statement tells somebody to do something: it opens with a bare verb, and has no other that says what is. */
export function isImperative(text: KeyedText, { from, to }: Clause): boolean {
  const isNot = /^(?:do|don['’]t|never|please|always)$/.test((text.words[from] as KeyedWord).folded);
  let at = from;
  while (at < to && /^(?:do|don['’]t|not|never|please|always|then|also)$/.test((text.words[at] as KeyedWord).folded)) at++;
  const word = text.words[at] as KeyedWord;
  if (
    word.isFunction ||
    verbForm(word.folded) !== 'base' ||
    (from > 0 && !/[.;:!?]/.test(text.text.slice((text.words[from - 1] as KeyedWord).end, (text.words[from] as KeyedWord).start)))
  )
    return false;
  return isNot || !hasVerb(text, at + 1, to + 1);
}

/** "Before March", "that day": no clause follows. */
function isBound(text: KeyedText, at: number): boolean {
  const { folded } = text.words[at] as KeyedWord;
  if (/^(?:that|which)$/.test(folded)) return at > 0 && PREPOSITIONS.has(text.words[at - 1]?.folded ?? '');
  if (!/^(?:since|until|before|after|once)$/.test(folded)) return false;
  return !hasVerb(text, at + 1, Math.min(text.words.length, at + 6));
}

/** Whether a stretch (half-open, in words) has a word that can be nothing but a verb. */
export function hasVerb(text: KeyedText, from: number, to: number): boolean {
  const counts = VERBS.get(text) ?? countVerbs(text);
  VERBS.set(text, counts);
  return to > from && (counts[Math.min(to, text.words.length)] as number) > (counts[Math.max(0, from)] ?? Number.POSITIVE_INFINITY);
}

/** How many verbs stand before each word of a text. */
const VERBS = new WeakMap<KeyedText, readonly number[]>();

function countVerbs(text: KeyedText): readonly number[] {
  const counts = [0];
  for (const [at, word] of text.words.entries()) {
    const isVerb = AUXILIARIES.has(word.folded) || (!word.isFunction && !word.isName && roleOf(text, at) === 'verb');
    counts.push((counts[at] as number) + (isVerb ? 1 : 0));
  }
  return counts;
}
