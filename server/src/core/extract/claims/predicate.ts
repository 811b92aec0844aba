// Owns: the predicate of a sentence's main clause: its verb, its tense, and what sort of thing its subject is.
// Must not know: scores, models, what makes a claim.
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS, PREPOSITIONS } from '../../lexicon/function-words.ts';
import { isSimplePast, verbForm } from '../../lexicon/verbs.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Token } from '../../text/tokens.ts';

export type Tense = 'past' | 'perfect' | 'present' | 'modal';

/** What a subject is by its first words and its head: "Feld", "she", "the bank", "39 offices", "a user", "attackers", "data". */
export type SubjectKind = 'name' | 'pronoun' | 'definite' | 'counted' | 'indefinite' | 'plural' | 'other' | 'none';

/** The first finite verb of the main clause. */
export interface Predicate {
  readonly tense: Tense;
  /** "was stolen", "has been fixed". */
  readonly passive: boolean;
  /** An auxiliary or a past that is no participle shows that it is a verb. */
  readonly helped: boolean;
  /** The verb that carries the meaning, in lower case: "stolen", "fixed"; of "is" alone, "is". */
  readonly verb: string;
  readonly subject: SubjectKind;
  /** The last noun of the subject before anything that modifies it, in lower case. */
  readonly head: string;
  /** The subject's first token and the verb's, as indices. */
  readonly from: number;
  readonly at: number;
  /** A condition leads: "if", "when", "once". */
  readonly conditional: boolean;
}

const CONDITIONS = new Set('if when whenever once unless until wherever whether'.split(' '));
const LEADS = new Set('while although though because since as after before whereas by'.split(' '));
const SUBORDINATORS = new Set(
  'which who whom whose that where when if because while as since what how why whether unless until once so'.split(' '),
);
const RELATIVES = new Set('which who whom whose that where'.split(' '));
const PRESENT = new Set("is are am has have does do isn't aren't hasn't haven't doesn't don't it's that's there's they're".split(' '));
const PAST = new Set("was were had did wasn't weren't hadn't didn't".split(' '));
const MODALS = new Set(
  "will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't mustn't ought".split(' '),
);
const PERSONAL = new Set('i you he she it we they who'.split(' '));
const POINTING = new Set('this that these those'.split(' '));
const ADVERBS = new Set(
  'also then later now still soon once even just only never already both not ever since again first always often long previously eventually recently'.split(
    ' ',
  ),
);
/** Behind these in -ed a name or a label follows: "a format called GPT". */
const LABELS = /^(?:called|named|known|dubbed|labelled|labeled|titled|based|entitled|designed|intended|related|compared)$/;
/** Nouns for people and bodies that act. */
export const AGENT =
  /^(?:attackers?|actors?|hackers?|groups?|gangs?|crews?|criminals?|intruders?|thieves|spies|operators?|researchers?|analysts?|investigators?|police|prosecutors?|officials?|officers?|ministry|ministries|minister|agency|agencies|regulators?|governments?|compan(?:y|ies)|firms?|banks?|vendors?|hospitals?|courts?|judges?|president|employees?|staff|workers?|teams?|council|cit(?:y|ies)|state|army|union|customers?|members|students|campaign|spokes(?:man|woman|person)|makers?|developers?|engineers?|committee|office|university|school|administrators?|residents|victims?|parliament|authorit(?:y|ies)|lawyers?|men|women|man|woman|people)$/;
/** Before a preposition these modify a noun: "standards combined with", "the server included in". */
const MODIFIES =
  /^(?:combined|associated|included|stored|provided|contained|located|installed|hosted|embedded|shipped|offered|configured|connected|assigned|placed|listed|described|defined|developed|created|released|published|enabled|shared|supported|protected|introduced|detected|deployed|implemented|affected|written|signed|sent|generated|collected|issued|managed|owned|needed|mentioned|discussed|presented|outlined|dedicated|tailored|limited|compared|executed|triggered|caused|obtained|received|loaded|passed|used|exposed|integrated|bundled|registered|attached|linked|targeted|granted|intended|packaged|prepared|performed|added|applied|removed|changed|selected|specified|set)$/;
const INTRANSITIVE =
  /^(?:happened|occurred|appeared|disappeared|started|began|launched|expired|moved|failed|ended|arrived|died|lived|worked|fled|escaped|returned|remained|stayed|travelled|traveled|collapsed|crashed|emerged|increased|decreased|declined|dropped|rose|fell|grew|spread|surged|resigned|retired|joined|voted|agreed|refused|declined|continued|succeeded|lasted|stopped|waited|belonged|apologi[sz]ed|responded|replied|complained|talked|walked|migrated|switched|converged|evolved|contributed|relied|responded|listed|filed|committed|looked|turned|jumped|climbed|doubled|tripled|halved|vanished|persisted|invested|participated|succumbed)$/;
const CLOSED_BEFORE_NOUN = new Set(
  'the a an its their his her our your my this that these those any all some every each no most many several few other'.split(' '),
);
/** How many main clauses of a sentence are read. */
const MOST = 4;
/** How far a lead ("In the spring of 2022, …") may reach before its comma. */
const LEAD = 40;

/** Reads the predicates of a sentence's main clauses, in order; none where it has no finite verb. Linear. */
export function predicatesOf(tokens: readonly Token[]): readonly Predicate[] {
  let at = skipMarks(tokens, 0);
  let conditional = false;
  for (let leads = 0; leads < 3; leads++) {
    // "But if it had been apart, …"
    if (/^(?:and|but|even|so)$/.test(tokens[at]?.lower ?? '') && CONDITIONS.has(tokens[at + 1]?.lower ?? '')) at++;
    if (CONDITIONS.has(tokens[at]?.lower ?? '')) conditional = true;
    const next = afterLead(tokens, at);
    if (next === undefined) break;
    at = skipMarks(tokens, next);
  }
  const found: Predicate[] = [];
  for (let from: number | undefined = at; from !== undefined && found.length < MOST; ) {
    const verb = mainVerb(tokens, from);
    if (verb === undefined) break;
    const subject = subjectOf(tokens, from, verb.at);
    const last = found[found.length - 1];
    // "It fell and was never rebuilt": the subject goes on.
    found.push({
      ...verb,
      ...(subject.subject === 'none' && last ? { subject: last.subject, head: last.head } : subject),
      from,
      conditional,
    });
    from = nextClause(tokens, verb.at + 1);
  }
  return found;
}

/** Where the next main clause starts: behind ";", behind a comma or dash with "and" or "but"; undefined where none does. */
function nextClause(tokens: readonly Token[], from: number): number | undefined {
  let depth = 0;
  let deep = false;
  for (let at = from; at < tokens.length; at++) {
    const { text, lower } = tokens[at] as Token;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    if (depth > 0) continue;
    if (text === ';') return at + 1;
    const next = tokens[at + 1]?.lower ?? '';
    if (text === ',' && /^(?:and|but|while|whereas|yet)$/.test(next)) return at + 2;
    if (text === ',') deep = false;
    if (SUBORDINATORS.has(lower)) deep = true;
    if (!deep && (text === 'and' || text === 'but') && startsPredicate(tokens, at + 1)) return at + 1;
  }
  return undefined;
}

/** "and was fixed", "but has since left". */
function startsPredicate(tokens: readonly Token[], at: number): boolean {
  let ahead = at;
  while (ahead < at + 2 && ADVERBS.has(tokens[ahead]?.lower ?? '')) ahead++;
  return isHelper(tokens[ahead]?.lower ?? '') || (isSimplePast(tokens[ahead]?.lower ?? '') && startsObject(tokens[ahead + 1]));
}

function skipMarks(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at < tokens.length && tokens[at]?.kind === 'mark') at++;
  return at;
}

/** Where the main clause starts behind what leads it ("In 2019, ", "However, ", "If …, "); undefined where nothing does. */
function afterLead(tokens: readonly Token[], at: number): number | undefined {
  const first = tokens[at];
  if (!first || (first.kind !== 'word' && first.kind !== 'number')) return undefined;
  const word = first.lower;
  const leads =
    CONDITIONS.has(word) ||
    LEADS.has(word) ||
    PREPOSITIONS.has(word) ||
    word.endsWith('ing') ||
    (verbForm(word) === 'past' && first.kind === 'word') ||
    tokens[at + 1]?.text === ',' ||
    (word.endsWith('ly') && tokens[at + 1]?.text === ',') ||
    tokens[at + 2]?.text === ',';
  if (!leads || isAppositive(tokens, at)) return undefined;
  let depth = 0;
  for (let ahead = at + 1; ahead < tokens.length && ahead < at + LEAD; ahead++) {
    const text = tokens[ahead]?.text;
    if (text === '(') depth++;
    else if (text === ')') depth--;
    else if ((text === ',' || text === ':') && depth <= 0 && tokens[ahead + 1]?.lower !== 'and' && tokens[ahead + 1]?.kind !== 'number')
      return ahead + 1;
    // "In 2012 GitHub was hacked": no comma, so the lead is left to the search for the verb.
    else if (depth <= 0 && isHelper(tokens[ahead]?.lower ?? '') && !CONDITIONS.has(word) && !LEADS.has(word)) return undefined;
  }
  return undefined;
}

const ARTICLES = new Set('the a an its his her their our'.split(' '));

/** "Nadia Osei, who speaks for …, finds", "Drost, 61, retired", "Thea Lindgaard, his lawyer, asked": a subject and what is said of it. */
function isAppositive(tokens: readonly Token[], at: number): boolean {
  let comma = at + 1;
  while (comma < at + 3 && tokens[comma]?.text !== ',') comma++;
  if (tokens[comma]?.text !== ',') return false;
  const next = tokens[comma + 1];
  if (next === undefined || (tokens[at] as Token).kind !== 'word') return false;
  if (/^(?:who|whose|whom|which)$/.test(next.lower)) return true;
  const age = ADVERBS.has(next.lower) ? comma + 2 : comma + 1;
  if (tokens[age]?.kind === 'number' && tokens[age + 1]?.text === ',') return true;
  if (comma !== at + 2) return false;
  if (CAPITAL.test((tokens[at + 1] as Token).text)) return true;
  // "The contractor, Medrix, lost …"
  return ARTICLES.has((tokens[at] as Token).lower) && (CAPITAL.test(next.text) || ARTICLES.has(next.lower));
}

function isHelper(word: string): boolean {
  return PRESENT.has(word) || PAST.has(word) || MODALS.has(word);
}

interface Verb {
  readonly tense: Tense;
  readonly passive: boolean;
  readonly helped: boolean;
  readonly verb: string;
  readonly at: number;
}

/** The first finite verb from `from` that stands in no relative clause and no parenthesis. */
function mainVerb(tokens: readonly Token[], from: number): Verb | undefined {
  let relative = false;
  /** A comma opened the relative clause, and a comma ends it. */
  let between = false;
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.text === ',' && between) relative = between = false;
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    if (depth > 0 || token.kind !== 'word') continue;
    const word = token.lower;
    if (at > from && RELATIVES.has(word) && opensRelative(tokens, at)) {
      relative = true;
      between = tokens[at - 1]?.text === ',';
      continue;
    }
    // "the attackers that hit the bank": right behind the pronoun any form is its verb.
    const behind =
      relative && RELATIVES.has(tokens[at - 1]?.lower ?? '') && verbForm(word) !== undefined && !NOUN_FORMS.has(verbForm(word));
    const found = finiteAt(tokens, at, from) ?? (behind ? plain(word, 'present', at) : undefined);
    if (found === undefined) continue;
    if (relative) {
      relative = false;
      // "The men that hit the bank and took the cash have fled."
      at = endOfGroup(tokens, at);
      continue;
    }
    return found;
  }
  return undefined;
}

function opensRelative(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower;
  if (word !== 'that') return true;
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.text === ')' || (before.kind === 'word' && !FUNCTION_WORDS.has(before.lower));
}

function endOfGroup(tokens: readonly Token[], from: number): number {
  let at = from;
  while (at + 1 < tokens.length && at < from + 5) {
    const next = tokens[at + 1] as Token;
    if (next.kind !== 'word' || !(AUXILIARIES.has(next.lower) || next.lower === 'not' || next.lower.endsWith('ly') || isPastForm(next)))
      break;
    at++;
  }
  return at;
}

function isPastForm(token: Token): boolean {
  const form = verbForm(token.lower);
  return form === 'past' || form === 'participle';
}

/** The verb group that starts at `at`, where it is finite. */
function finiteAt(tokens: readonly Token[], at: number, from: number): Verb | undefined {
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
  if (UNCHANGED.test(word) && before?.kind === 'word' && startsObject(tokens[at + 1]) && canHit(before)) return plain(word, 'past', at);
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

const NOUN_FORMS: ReadonlySet<string | undefined> = new Set(['gerund', 'participle']);
/** Pasts that equal their base form: behind a subject in the singular they can be nothing else. */
const UNCHANGED = /^(?:hit|cut|shut|split|spread|cost|hurt|quit|beat)$/;

/** The same, but as often a noun or in the present: behind somebody who acts. */
const EITHER = /^(?:set|put|let|read)$/;
const THIRD_PERSON = /^(?:he|she|it|they)$/;

/** Base forms that are nouns as often. */
const NOUN_TOO = new Set(
  'access attack address alert answer appeal attempt audit back ban base board boost breach brief bypass call cancel cause change charge check claim click clone comment commit compromise contact contract control copy cost cover crash credit cross cut damage date deal deal debate default delay demand deposit design direct display document double download draw drive drop email end escape estimate evidence exchange exercise exit exploit export face fall feature feed field fight file filter finance find fine fire fit fix flag flow focus force form forecast format forward found function fund gain grant group guarantee guard guess guide hack handle hash head help hide highlight hit hold hook hope host house impact import increase index initiate input insert interest interface invest issue issue join judge jump key kill label lack land last launch lead leak lease leave level leverage licence license lift light limit line link list live load lock log look loss lure mail mandate map mark market mask master match matter mean measure mention merge microphone model monitor mount move name need network note notice number object offer open operate order output own pack parent park part pass patch pattern pay permit phone pick place plan plant play plug point poll port position post power present press price print probe process produce profile program project promise prompt protest pull purchase push question quote raid raise range rank ransom rate reach read reason rebuild record recruit reference release remark rent repair repeat reply report request rescue research reserve reset reset result return reuse review reward ring risk role root rule run sample sanction scan schedule school scope score screen seal search seat secret section seed segment sell sense sentence separate set shape share shift ship show sign signal single sink skip slip sort sound source space speed spell split sponsor spot spread stage stand start state status stay steal step stick stock stop store stream stress structure subject subscribe suit sum supply support surge surprise survey suspect swap switch target tax team tear tell tend test text thank threat tie time title top total touch trace track trade traffic trail train transfer transport trap travel treat trial trick trigger trust try turn type update upgrade upload use user value view visit voice vote vow wait walk want warm wash watch water wave wear weight will win wipe wish witness word work worry wrap write yield complete clean clear close correct direct empty free live light lower own perfect secure separate slow subject open present'.split(
    ' ',
  ),
);

function hasPlural(tokens: readonly Token[], from: number, at: number): boolean {
  for (let ahead = Math.max(from, at - LEAD); ahead < at; ahead++) {
    const token = tokens[ahead] as Token;
    if (token.kind === 'word' && token.lower.length > 3 && !FUNCTION_WORDS.has(token.lower) && isPlural(token.lower)) return true;
  }
  return false;
}

const CAPITAL = /^\p{Lu}/u;

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

function plain(verb: string, tense: Tense, at: number): Verb {
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

function isAdverb(word: string): boolean {
  return ADVERBS.has(word) || (word.endsWith('ly') && word !== 'only' && verbForm(word) === undefined);
}

/** So many tokens a pair of brackets may hold to be passed over. */
const BRACKETED = 30;

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
  if (/^\p{Lu}/u.test((tokens[at] as Token).text) && !PERSONAL.has(before.lower)) return false;
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

const OBJECT = /^(?:it|them|him|hers?|us|you|me|theirs|ours|itself|themselves)$/;

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

const ONLY_VERB = /^(?:makes|takes|gives|means|requires|allows|becomes|remains|lets|leads|includes|depends)$/;

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

const POSSESSIVE = /['’]s$/;

function startsObject(next: Token | undefined): boolean {
  if (next === undefined || next.kind === 'mark') return false;
  if (next.kind !== 'word') return true;
  return (
    DETERMINERS.has(next.lower) ||
    OBJECT.test(next.lower) ||
    /^(?:how|what|whether|when|where|why)$/.test(next.lower) ||
    PREPOSITIONS.has(next.lower) ||
    next.lower === 'to' ||
    next.lower === 'that' ||
    next.lower.endsWith('ing') ||
    next.lower.endsWith('ly') ||
    /^\p{Lu}/u.test(next.text)
  );
}

function subjectOf(tokens: readonly Token[], from: number, verb: number): { subject: SubjectKind; head: string } {
  let start = from;
  // "In 2012 GitHub was hacked": past the prepositions of a lead without its comma.
  while (start < verb && tokens[start]?.kind === 'mark') start++;
  if (PREPOSITIONS.has(tokens[start]?.lower ?? '')) start = behindLead(tokens, start, verb);
  const first = tokens[start];
  if (first === undefined || start >= verb) return { subject: 'none', head: '' };
  const head = headOf(tokens, start, verb);
  const word = first.lower;
  if (PERSONAL.has(word)) return { subject: 'pronoun', head: word };
  if (POINTING.has(word)) return { subject: start + 1 >= verb ? 'pronoun' : 'definite', head };
  if (word === 'there') return { subject: 'other', head: 'there' };
  if (/^(?:the|its|their|his|her|our|my|both|another)$/.test(word)) return { subject: 'definite', head };
  if (/^(?:a|an|any|every|each|no|some|such|most|many|all|few|several|other|one)$/.test(word)) return { subject: 'indefinite', head };
  if (first.kind === 'number' || isCountWord(word)) return { subject: 'counted', head };
  const capital = tokens.slice(start, Math.min(verb, start + 6)).filter(token => token.kind === 'word' && /^\p{Lu}/u.test(token.text));
  if (capital.length > 1 || (capital.length === 1 && (start > skipMarks(tokens, 0) || !isCommon(first)))) return { subject: 'name', head };
  if (first.kind === 'opaque') return { subject: 'name', head };
  if (isPlural(head)) return { subject: 'plural', head };
  return { subject: 'other', head };
}

/** "In every mailbox they …", "In the past five years 14 firms …": where the phrase starts that stands before the verb without a preposition. */
function behindLead(tokens: readonly Token[], from: number, verb: number): number {
  for (let at = verb - 1; at > from + 1; at--) {
    const token = tokens[at] as Token;
    const before = tokens[at - 1] as Token;
    if (PERSONAL.has(token.lower)) return at;
    if (!DETERMINERS.has(token.lower) && token.kind !== 'number' && !isCountWord(token.lower)) continue;
    if (before.kind === 'word' && !FUNCTION_WORDS.has(before.lower) && !isCountWord(before.lower)) return at;
  }
  return from;
}

function isCountWord(word: string): boolean {
  return /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|millions|half|more|fewer|less|over|nearly|almost|about|around|roughly|at)$/.test(
    word,
  );
}

/** A capital at the start of a sentence tells nothing of a word that is a plural, an adverb or a verb. */
function isCommon(token: Token): boolean {
  return (
    isPlural(token.lower) ||
    token.lower.endsWith('ly') ||
    token.lower.endsWith('ing') ||
    verbForm(token.lower) !== undefined ||
    FUNCTION_WORDS.has(token.lower) ||
    /(?:tion|ment|ness|ity|ance|ence|ware)$/.test(token.lower)
  );
}

function headOf(tokens: readonly Token[], from: number, verb: number): string {
  let head = '';
  for (let at = from; at < verb; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'mark') {
      if (head !== '' && token.text !== '-' && token.text !== '"') break;
      continue;
    }
    if (token.kind !== 'word') continue;
    if (head !== '' && (PREPOSITIONS.has(token.lower) || RELATIVES.has(token.lower) || token.lower === 'and')) break;
    if (!FUNCTION_WORDS.has(token.lower)) {
      if (head !== '' && isPastForm(token)) break;
      head = token.lower;
    }
  }
  return head;
}
