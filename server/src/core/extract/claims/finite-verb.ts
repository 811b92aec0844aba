// Owns: whether a word is a finite verb, with the helpers around it: its tense, its voice, the verb that carries the meaning.
// Must not know: clauses, subjects beyond the word before it, what makes a claim.
import { DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { isSimplePast, verbForm } from '../../lexicon/verbs.ts';
import { alternatives } from '../../text/alternatives.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Token } from '../../text/tokens.ts';
import {
  ADVERBS,
  AGENT,
  CAPITAL,
  isAdverb,
  isCountWord,
  isHelper,
  LEAD,
  MODALS,
  OBJECT,
  PAST,
  PERSONAL,
  POINTING,
  PRESENT,
  startsObject,
} from './word-classes.ts';

export type Tense = 'past' | 'perfect' | 'present' | 'modal';

/** A finite verb with its helpers. */
export interface Verb {
  readonly tense: Tense;
  /** "was stolen", "has been fixed". */
  readonly passive: boolean;
  /** An auxiliary or a past that is no participle shows that it is a verb. */
  readonly helped: boolean;
  /** The verb that carries the meaning, in lower case: "stolen", "fixed"; of "is" alone, "is". */
  readonly verb: string;
  /** Index of the token where it starts. */
  readonly at: number;
}

/** Behind these in -ed a name or a label follows: "a format called GPT". */
const LABELS = /^(?:called|named|known|dubbed|labelled|labeled|titled|based|entitled|designed|intended|related|compared)$/;

/** Before a preposition these modify a noun: "standards combined with", "the server included in". */
const MODIFIES = new RegExp(
  `^(?:${alternatives(
    /combined|associated|included|stored|provided|contained|located/,
    /installed|hosted|embedded|shipped|offered|configured|connected|assigned|placed/,
    /listed|described|defined|developed|created|released/,
    /published|enabled|shared|supported|protected|introduced|detected|deployed|implemented/,
    /affected|written|signed|sent|generated|collected|issued/,
    /managed|owned|needed|mentioned|discussed|presented|outlined/,
    /dedicated|tailored|limited|compared|executed|triggered|caused/,
    /obtained|received|loaded|passed|used|exposed|integrated/,
    /bundled|registered|attached|linked|targeted|granted/,
    /intended|packaged|prepared|performed/,
    /added|applied|removed|changed|selected|specified|set/,
  )})$`,
);

const INTRANSITIVE = new RegExp(
  `^(?:${alternatives(
    /happened|occurred|appeared|disappeared|started|began|launched|expired/,
    /moved|failed|ended|arrived|died|lived|worked/,
    /fled|escaped|returned|remained|stayed|travelled|traveled/,
    /collapsed|crashed|emerged/,
    // Of figures.
    /increased|decreased|declined|dropped|rose|fell|grew|spread|surged/,
    // Of people.
    /resigned|retired|joined|voted|agreed|refused|declined/,
    /continued|succeeded|lasted|stopped|waited|belonged/,
    /apologi[sz]ed|responded|replied|complained|talked|walked/,
    /migrated|switched|converged|evolved|contributed|relied/,
    /responded|listed|filed|committed/,
    /looked|turned|jumped|climbed|doubled|tripled|halved/,
    /vanished|persisted|invested|participated|succumbed/,
  )})$`,
);
const CLOSED_BEFORE_NOUN = new Set(
  'the a an its their his her our your my this that these those any all some every each no most many several few other'.split(' '),
);

/** Pasts that equal their base form: behind a subject in the singular they can be nothing else. */
const UNCHANGED = /^(?:hit|cut|shut|split|spread|cost|hurt|quit|beat)$/;

/** The same, but as often a noun or in the present: behind somebody who acts. */
const EITHER = /^(?:set|put|let|read)$/;

const THIRD_PERSON = /^(?:he|she|it|they)$/;

/** Base forms that are nouns as often. */
const NOUN_TOO = new Set(
  `access attack address alert answer appeal attempt audit back ban base board boost breach brief bypass call cancel cause change charge
  check claim click clone comment commit compromise contact contract control copy cost cover crash credit cross cut damage date deal
  deal debate default delay demand deposit design direct display document double download draw drive drop email end escape estimate
  evidence exchange exercise exit exploit export face fall feature feed field fight file filter finance find fine fire fit fix flag flow
  focus force form forecast format forward found function fund gain grant group guarantee guard guess guide hack handle hash head help
  hide highlight hit hold hook hope host house impact import increase index initiate input insert interest interface invest issue issue
  join judge jump key kill label lack land last launch lead leak lease leave level leverage licence license lift light limit line link
  list live load lock log look loss lure mail mandate map mark market mask master match matter mean measure mention merge microphone
  model monitor mount move name need network note notice number object offer open operate order output own pack parent park part pass
  patch pattern pay permit phone pick place plan plant play plug point poll port position post power present press price print probe
  process produce profile program project promise prompt protest pull purchase push question quote raid raise range rank ransom rate
  reach read reason rebuild record recruit reference release remark rent repair repeat reply report request rescue research reserve
  reset reset result return reuse review reward ring risk role root rule run sample sanction scan schedule school scope score screen
  seal search seat secret section seed segment sell sense sentence separate set shape share shift ship show sign signal single sink skip
  slip sort sound source space speed spell split sponsor spot spread stage stand start state status stay steal step stick stock stop
  store stream stress structure subject subscribe suit sum supply support surge surprise survey suspect swap switch target tax team tear
  tell tend test text thank threat tie time title top total touch trace track trade traffic trail train transfer transport trap travel
  treat trial trick trigger trust try turn type update upgrade upload use user value view visit voice vote vow wait walk want warm wash
  watch water wave wear weight will win wipe wish witness word work worry wrap write yield complete clean clear close correct direct
  empty free live light lower own perfect secure separate slow subject open present`.split(/\s+/),
);

const ONLY_VERB = /^(?:makes|takes|gives|means|requires|allows|becomes|remains|lets|leads|includes|depends)$/;
const POSSESSIVE = /['’]s$/;

/** So many tokens a pair of brackets may hold to be passed over. */
const BRACKETED = 30;

/** The verb group that starts at `at`, where it is finite. */
export function finiteAt(tokens: readonly Token[], at: number, from: number): Verb | undefined {
  const token = tokens[at] as Token;
  const word = token.lower;
  if (MODALS.has(word)) return isMonth(tokens, at) ? undefined : { ...groupFrom(tokens, at, word), tense: 'modal', helped: true, at };
  if (PAST.has(word)) {
    const group = groupFrom(tokens, at, word);
    return { ...group, tense: 'past', helped: true, at };
  }
  // "paid them to have it deleted"
  if (PRESENT.has(word) && tokens[at - 1]?.lower !== 'to') {
    const group = groupFrom(tokens, at, word);
    const perfect = /^(?:has|have|hasn't|haven't)$/.test(word) && (group.verb === 'been' || group.participle);
    return { verb: group.verb, passive: group.passive, helped: true, tense: perfect ? 'perfect' : 'present', at };
  }
  // "… and took the files": the subject stands in the clause before.
  if (FUNCTION_WORDS.has(word) || at === from)
    return at === from && tokens[at - 1]?.kind === 'word' && isSimplePast(word) ? plain(word, 'past', at) : undefined;
  const before = lastWord(tokens, at);
  // "Norvane's side", "the bank's leaked files"
  if (before !== undefined && POSSESSIVE.test(before.text)) return undefined;
  const form = verbForm(word);
  if (form === 'past' || form === 'participle') return isActivePast(tokens, at, from, form, before) ? plain(word, 'past', at) : undefined;
  // "Epiphany, the browser in the suite, uses …": behind what a pair of commas holds.
  if (before === undefined && form === 'third' && tokens[at - 1]?.text === ',' && !endsNoun(tokens[at + 1]))
    return plain(word, 'present', at);
  // A plural seldom has an article right behind it: "this format loosens the limits".
  if (
    form === undefined &&
    before !== undefined &&
    endsLikeThird(word) &&
    !FUNCTION_WORDS.has(before.lower) &&
    !CAPITAL.test(token.text) &&
    DETERMINERS.has(tokens[at + 1]?.lower ?? '')
  )
    return plain(word, 'present', at);
  if (
    EITHER.test(word) &&
    before?.kind === 'word' &&
    startsObject(tokens[at + 1]) &&
    (THIRD_PERSON.test(before.lower) || AGENT.test(before.lower) || (word === 'put' && canHit(before)))
  )
    return plain(word, 'past', at);
  if (UNCHANGED.test(word) && before?.kind === 'word' && startsObject(tokens[at + 1]) && (canHit(before) || isNamedThing(tokens, at)))
    return plain(word, 'past', at);
  if (form === 'third' && (before?.lower === 'this' || before?.lower === 'that') && startsObject(tokens[at + 1]))
    return plain(word, 'present', at);
  if (before === undefined || CLOSED_BEFORE_NOUN.has(before.lower) || PREPOSITIONS.has(before.lower) || before.lower === 'to')
    return undefined;
  if (form === 'third') return isThirdVerb(tokens, at, before) ? plain(word, 'present', at) : undefined;
  if (form === 'base' && (PERSONAL.has(before.lower) || POINTING.has(before.lower) || (isPlural(before.lower) && before.lower.length > 3)))
    return plain(word, 'present', at);
  // "Half of all towns in the province take longer than …"
  if (form === 'base' && !NOUN_TOO.has(word) && hasPlural(tokens, from, at) && !PREPOSITIONS.has(word)) return plain(word, 'present', at);
  return undefined;
}

function hasPlural(tokens: readonly Token[], from: number, at: number): boolean {
  for (let ahead = Math.max(from, at - LEAD); ahead < at; ahead++) {
    const token = tokens[ahead] as Token;
    if (token.kind === 'word' && token.lower.length > 3 && !FUNCTION_WORDS.has(token.lower) && isPlural(token.lower)) return true;
  }
  return false;
}

function endsLikeThird(word: string): boolean {
  return word.length > 4 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word);
}

function endsNoun(next: Token | undefined): boolean {
  return (
    next === undefined ||
    next.kind === 'mark' ||
    /^(?:of|and|or|in|on|at|for)$/.test(next.lower) ||
    isHelper(next.lower) ||
    isSimplePast(next.lower)
  );
}

/** A subject in the singular ("the gang hit the bank"), or people in the plural. */
function canHit(before: Token): boolean {
  const word = before.lower;
  if (/^(?:he|she|it)$/.test(word)) return true;
  return !FUNCTION_WORDS.has(word) && (!isPlural(word) || AGENT.test(word)) && verbForm(word) !== 'base';
}

/** "The largest attack hit the portal": a noun that is a verb, too, behind its article. */
function isNamedThing(tokens: readonly Token[], at: number): boolean {
  if (!NOUN_TOO.has(tokens[at - 1]?.lower ?? '')) return false;
  return [2, 3].some(back => /^(?:the|an?|this|that|its|their|his|her|one|another)$/.test(tokens[at - back]?.lower ?? ''));
}

/** A verb without helpers. */
export function plain(verb: string, tense: Tense, at: number): Verb {
  return { verb, tense, passive: false, helped: isSimplePast(verb), at };
}

function isMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token;
  return (
    token.text === 'May' &&
    (tokens[at - 1]?.kind === 'number' ||
      tokens[at + 1]?.kind === 'number' ||
      /^(?:in|of|since|until|by|early|late|mid)$/.test(tokens[at - 1]?.lower ?? ''))
  );
}

/** The place before a pair of brackets that ends right before `at`; `at` where none does. */
function beforeBrackets(tokens: readonly Token[], at: number): number {
  if (tokens[at - 1]?.text !== ')') return at;
  for (let back = at - 2; back > 0 && back > at - BRACKETED; back--) if (tokens[back]?.text === '(') return back;
  return at;
}

/** The word, number or opaque string before `at`, past brackets, adverbs and closing marks. */
function lastWord(tokens: readonly Token[], from: number): Token | undefined {
  const at = beforeBrackets(tokens, from);
  for (let back = at - 1; back >= 0 && back > at - 4; back--) {
    const token = tokens[back] as Token;
    if (token.kind === 'word' && !isAdverb(token.lower)) return token;
    if (
      token.kind === 'mark' &&
      token.text !== '+' &&
      token.text !== '#' &&
      token.text !== ')' &&
      token.text !== '"' &&
      token.text !== '”' &&
      token.text !== '’'
    )
      return undefined;
    if (token.kind === 'number' || token.kind === 'opaque') return token;
  }
  return undefined;
}

/** The words behind a helper up to the verb that carries the meaning. */
function groupFrom(tokens: readonly Token[], at: number, helper: string): { verb: string; passive: boolean; participle: boolean } {
  let verb = helper;
  let be = /^(?:is|are|was|were|am|isn't|aren't|wasn't|weren't|it's|that's|they're)$/.test(helper);
  for (let ahead = at + 1; ahead < tokens.length && ahead < at + 7; ahead++) {
    const token = tokens[ahead] as Token;
    if (token.kind !== 'word') break;
    const word = token.lower;
    if (ADVERBS.has(word) || word.endsWith('ly')) continue;
    if (word === 'be' || word === 'been' || word === 'being') {
      be = true;
      verb = word;
      continue;
    }
    if (word === 'have') continue;
    if (tokens[ahead + 1]?.text === '-' && tokens[ahead + 1]?.spaced === false) break;
    const form = verbForm(word);
    if (form === 'past' || form === 'participle' || word === 'become' || word === 'come' || word === 'run')
      return { verb: word, passive: be, participle: true };
    if ((form === 'base' || form === 'gerund') && !be) return { verb: word, passive: false, participle: false };
    break;
  }
  return { verb, passive: false, participle: false };
}

/**
 * Tells "The gang leaked the files" from "the files leaked by the gang are gone": a form in -ed is the main verb where no
 * finite verb of the same clause follows, no "by" does, and what stands before it can be a subject.
 */
function isActivePast(tokens: readonly Token[], at: number, from: number, form: 'past' | 'participle', before: Token | undefined): boolean {
  const word = (tokens[at] as Token).lower;
  const direct = tokens[at - 1];
  if (form === 'participle') return false;
  // "Tolan, 34, wiped the servers"
  if (before === undefined && direct?.text === ',' && closesApposition(tokens, at - 1, from) && takesObject(tokens, at)) return true;
  // "The company, after years of it, eventually filed": no participle has an adverb before it there.
  if (before === undefined) return direct !== undefined && direct.kind === 'word' && isAdverb(direct.lower) && at > 2;
  if (direct !== before && direct?.kind === 'word' && CLOSED_BEFORE_NOUN.has(before.lower)) return false;
  if (CAPITAL.test((tokens[at] as Token).text) && !PERSONAL.has(before.lower)) return false;
  if (isSimplePast(word)) return (word !== 'bit' && !CLOSED_BEFORE_NOUN.has(before.lower)) || POINTING.has(before.lower);
  if (PERSONAL.has(before.lower)) return true;
  if (before.kind === 'word' && FUNCTION_WORDS.has(before.lower) && !POINTING.has(before.lower)) return false;
  const next = tokens[at + 1];
  if (next === undefined) return false;
  // "Debian 2.2 installed the server" against "12 installed copies".
  if (before.kind === 'number' && !DETERMINERS.has(next.lower)) return false;
  if (next.lower === 'by' || next.lower === 'as') return false;
  if (
    next.kind === 'mark' &&
    !INTRANSITIVE.test(word) &&
    !AGENT.test(before.lower) &&
    next.text !== '$' &&
    next.text !== '"' &&
    next.text !== '“'
  )
    return false;
  if (LABELS.test(word) && !DETERMINERS.has(next.lower)) return false;
  // "Larkfield offered to compensate investors"
  const isInfinitive = next.lower === 'to' && verbForm(tokens[at + 2]?.lower ?? '') === 'base';
  const preposition =
    next.kind === 'word' &&
    !(isInfinitive && (CAPITAL.test(before.text) || AGENT.test(before.lower))) &&
    (PREPOSITIONS.has(next.lower) || /^(?:above|below|earlier|here|there)$/.test(next.lower)) &&
    !INTRANSITIVE.test(word);
  // "files stored on it": only somebody who acts does so without an object.
  if (preposition && (MODIFIES.test(word) || !CAPITAL.test(before.text)) && !AGENT.test(before.lower)) return false;
  return !finiteFollows(tokens, at + 1, preposition, DETERMINERS.has(next.lower));
}

/** Whether the comma at `at` ends what an earlier one opened behind the first words of a clause: no list of three or more. */
function closesApposition(tokens: readonly Token[], at: number, from: number): boolean {
  let commas = 0;
  for (let back = at - 1; back > from && back > at - LEAD; back--) if (tokens[back]?.text === ',') commas++;
  return commas === 1;
}

/** No participle: "wiped the servers", "lost a third", "worked nights"; not "stored on it", "used by them". */
function takesObject(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return false;
  return isSimplePast(word) || INTRANSITIVE.test(word) || next.kind === 'number' || DETERMINERS.has(next.lower) || OBJECT.test(next.lower);
}

/** Whether another finite verb of the same clause follows, with no conjunction or relative before it. */
function finiteFollows(tokens: readonly Token[], from: number, doubtful: boolean, object: boolean): boolean {
  let depth = 0;
  for (let at = from; at < tokens.length && at < from + 30; at++) {
    const token = tokens[at] as Token;
    const word = token.lower;
    if (token.text === '(') depth++;
    else if (token.text === ')') depth--;
    if (depth > 0) continue;
    if (/^[;:–—,]$/.test(token.text)) return false;
    if (token.kind !== 'word') continue;
    if (
      /^(?:and|but|or|that|which|who|whom|whose|where|when|while|because|if|so|after|before|until|since|as|than|how|what|whether|although|though)$/.test(
        word,
      )
    )
      return false;
    if (isHelper(word) && !isMonth(tokens, at) && tokens[at - 1]?.lower !== 'to') return true;
    if (PERSONAL.has(word) && word !== 'it') return false;
    if (object) continue;
    const before = tokens[at - 1];
    // "the complexity involved makes it hard"
    if (at === from && ONLY_VERB.test(word)) return true;
    if (before === undefined || before.kind !== 'word' || at === from) continue;
    const form = verbForm(word);
    if (form === 'third' && !FUNCTION_WORDS.has(before.lower) && isThirdVerb(tokens, at, before)) return true;
    if (doubtful && form === 'base' && !FUNCTION_WORDS.has(before.lower) && startsObject(tokens[at + 1])) return true;
    if (
      form === 'base' &&
      isPlural(before.lower) &&
      before.lower.length > 3 &&
      !FUNCTION_WORDS.has(before.lower) &&
      startsObject(tokens[at + 1])
    )
      return true;
    if (isSimplePast(word) && !FUNCTION_WORDS.has(before.lower)) return true;
  }
  return false;
}

/** "the group uses tools" against "the updates": an object, a preposition or an adverb follows, no verb. */
function isThirdVerb(tokens: readonly Token[], at: number, before: Token): boolean {
  // "three times"
  if (isCountWord(before.lower)) return false;
  if (FUNCTION_WORDS.has(before.lower) && !PERSONAL.has(before.lower) && !POINTING.has(before.lower)) return false;
  const next = tokens[at + 1];
  if (next === undefined || next.kind === 'mark') return PERSONAL.has(before.lower);
  if (next.kind !== 'word') return next.kind === 'number' || next.kind === 'opaque';
  if (isHelper(next.lower) || next.lower === 'of') return false;
  return startsObject(next) || !isPlural(before.lower) || (CAPITAL.test(before.text) && !CAPITAL.test((tokens[at] as Token).text));
}
