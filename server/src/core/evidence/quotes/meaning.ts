// Owns: telling whether words that a quote lacks, or has too many of, turn or weaken what was said.
// Must not know: how the words were found, rules.

function set(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(word => word !== ''));
}

/** Words that turn a statement round. Contractions are written out before ("can't" is "can not"). */
const NEGATIONS = set(
  `not no none never nobody nothing nowhere neither nor without hardly barely scarcely seldom rarely denied deny denies false untrue`,
);
/** How sure the speaker is. */
const HEDGES =
  set(`may might could perhaps maybe possibly probably likely unlikely apparently seemingly allegedly reportedly supposedly presumably
  potentially suspect suspects suspected think thinks thought believe believes believed guess assume assumes assumed appears appeared seems seemed
  suggests suggested alleged possible probable hope hopes hopefully`);
/** How much of it, or how often. */
const DEGREES =
  set(`almost nearly mostly mainly largely partly partially roughly approximately virtually practically some most many few several all every each always
  often sometimes usually generally typically occasionally only just merely half entirely completely fully totally least`);
/** Under what condition. */
const CONDITIONS = set(`if unless until except provided assuming`);
/** Words that open an exception to a denial: "never … without help", "did not … until last year". */
const EXCEPTIONS = set(`until without before unless except besides`);
const CLASSES: readonly ReadonlySet<string>[] = [NEGATIONS, HEDGES, DEGREES, CONDITIONS];

/** Words that weaken nothing when they alone are left out or put in. */
const LIGHT = set(`each every all`);

const MONTHS = set(`january february march april may june july august september october november december`);

/** Sounds and fillers that a writer may leave out of a quote. */
export const FILLERS = set(`um uh er erm ah hmm mhm uhm eh`);

export function isNegation(key: string): boolean {
  return NEGATIONS.has(key);
}

/** Whether a word says how sure somebody is. */
export function isHedge(key: string): boolean {
  return HEDGES.has(key);
}

export function isCondition(key: string): boolean {
  return CONDITIONS.has(key);
}

/** What follows a statement and holds it within limits: how much of it, how often, how long, as far as who knows. */
const LIMITS: readonly (readonly RegExp[])[] = [
  [/^but$/, /^only$/, /^(?:if|when|after|once|with|as|for|in)$/],
  [/^only$/, /^(?:if|when|after|once)$/],
  [/^(?:as|so)$/, /^(?:long|far)$/, /^as$/],
  [/^(?:so|thus)$/, /^far$/],
  [/^(?:on|in|for|at|under|to)$/, /^(?:most|some|many|certain|few|parts?)$/],
  [/^(?:in|for)$/, /^(?:theory|principle|now|part)$/],
  [/^on$/, /^paper$/],
  [/^for$/, /^the$/, /^(?:moment|most|time)$/],
  [/^(?:most|some)$/, /^(?:days|nights|weeks|times?|of)$/],
  [/^(?:one|1|some)$/, /^day$/],
  [/^that$/, /^(?:i|we|they|he|she|you)$/, /^(?:know|knew|found|find|saw|see|heard|hear|checked|tested|looked)$/],
  [/^to$/, /^(?:my|our|his|her|their)$/, /^knowledge$/],
  [
    /^(?:mostly|mainly|largely|partly|sometimes|occasionally|usually|perhaps|maybe|probably|possibly|presumably|hopefully|supposedly|allegedly)$/,
  ],
];
/** The same behind a denial, which then leaves the rest open: "did not target journalists as journalists", "have not paid yet". */
const LIMITS_OF_DENIAL: readonly (readonly RegExp[])[] = [
  [
    /^(?:yet|directly|deliberately|knowingly|intentionally|purposely|alone|solely|necessarily|anymore|officially|formally|immediately|only|entirely|fully)$/,
  ],
  [/^as$/],
  [/^because$/],
  [/^on$/, /^purpose$/],
  [/^at$/, /^(?:first|once)$/],
  [/^for$/, /^long$/],
];

/**
 * Whether the words that follow a statement hold it within limits: "… as long as", "… on most days", "… that we know of".
 * `denied` says that the statement is a denial.
 */
export function opensLimit(keys: readonly string[], denied: boolean): boolean {
  const opens = (limits: readonly (readonly RegExp[])[]): boolean =>
    limits.some(limit => limit.every((word, at) => word.test(keys[at] ?? '')));
  return opens(LIMITS) || (denied && opens(LIMITS_OF_DENIAL));
}

/** Words that claim a whole: what is said of it is held within limits by a relative clause, "every point that was tested". */
export function isWhole(key: string): boolean {
  return /^(?:every|all|any|each|no|everything|everyone|everybody|anything|anyone|anybody|nothing|nobody|none)$/.test(key);
}

/** Whether a word opens an exception, which limits a negation before it. */
export function isException(key: string): boolean {
  return EXCEPTIONS.has(key);
}

/** Whether a word negates, hedges, measures or conditions what it stands with. `next` is the word after it. */
export function isQualifier(key: string, next?: string): boolean {
  if (LIGHT.has(key)) return false;
  if (key === 'about' || key === 'around' || key === 'over' || key === 'under') return next !== undefined && /^\p{N}/u.test(next);
  return CLASSES.some(words => words.has(key));
}

/**
 * Whether replacing `noted` by `drafted` (both keys in order) drops or adds a negation or qualifier. Swapping one for
 * another of its kind ("just" for "only") does not; neither does rewriting a whole stretch.
 */
export function changesMeaning(drafted: readonly string[], noted: readonly string[]): boolean {
  if (Math.min(drafted.length, noted.length) > 4) return false;
  // The month of May weakens nothing.
  if (drafted.length === 1 && noted.length === 1 && MONTHS.has(drafted[0] ?? '') && MONTHS.has(noted[0] ?? '')) return false;
  if (count(drafted, NEGATIONS) % 2 !== count(noted, NEGATIONS) % 2) return true;
  for (const words of [HEDGES, DEGREES, CONDITIONS]) {
    const light = (list: readonly string[]): string[] => list.filter(key => !(LIGHT.has(key) && list.length === 1));
    if (count(light(drafted), words) > 0 !== count(light(noted), words) > 0) return true;
  }
  const measured = (list: readonly string[]): boolean =>
    list.some((key, index) => isQualifier(key, list[index + 1]) && /^(?:about|around|over|under)$/.test(key));
  return measured(drafted) !== measured(noted);
}

function count(keys: readonly string[], words: ReadonlySet<string>): number {
  let sum = 0;
  for (const key of keys) if (words.has(key)) sum++;
  return sum;
}

/** Verbs and nouns through which a negation or doubt governs the clause after them: "I don't think that …". */
const CARRIES =
  set(`think thinks thought believe believes believed say says said mean means know knows knew that it is was be been true case sure certain clear claim claims suggest
  suggests suggested evidence sign signs proof indication reason guarantee i we he she they you there 's would do does did have has had will to ever really actually necessarily the
  a any fact convinced aware see saw seen say expect expected want wanted accept accepted agree agreed can could of quite simply yet even so very
  today now currently moment point stage time at this for promise guarantee exclude rule out confirm tell`);

/** What weakens the word or clause right after it. */
const SOFTENS =
  set(`almost nearly virtually practically mostly partly only about around roughly approximately perhaps maybe possibly probably allegedly reportedly
  supposedly apparently`);

/** "Most customers came back" quoted as "Customers came back". */
const COUNTS_PART = /^(?:most|some|few)$/;

/** How much of what follows "of". */
const PART = /^(?:most|some|many|few|none|half|several|part|parts|one|two|three)$/;

/**
 * The negation or qualifier right before a cut that governs what follows it: `before` holds the keys of the notes'
 * words before the quote, in the same clause, nearest last. Answers how many words back it stands, or 0.
 */
export function governingBefore(before: readonly string[], first: string): number {
  for (let back = 1; back <= Math.min(8, before.length); back++) {
    const key = before[before.length - back] as string;
    const next = back === 1 ? first : (before[before.length - back + 1] as string);
    if (isNegation(key)) return back;
    // "Most of these toys" quoted as "These toys".
    if (back === 1 && COUNTS_PART.test(key) && !/^(?:of|the|these|those)$/.test(first)) return 1;
    if (back === 1 && key === 'of' && PART.test(before[before.length - 2] ?? '')) return 2;
    if (back <= 2 && SOFTENS.has(key) && isQualifier(key, next)) return back;
    if (back <= 4 && /^(?:if|unless)$/.test(key)) return back;
    if (!CARRIES.has(key)) return 0;
  }
  return 0;
}

const SPEAKER = '(?:i|we)';
const QUITE = '(?:(?:really|honestly|personally|still|just|do|would|only|strongly|rather|now|almost) )?';
/** What leads into a statement and says that the speaker only thinks, has heard or supposes it; its words end at the cut. */
const LEADS: readonly RegExp[] = [
  `${SPEAKER} ${QUITE}(?:think|thought|believe|believed|guess|suspect|assume|reckon|suppose|imagine|presume|hope|fear|feel|expect|gather|understand|bet)`,
  `${SPEAKER} (?:would|will|might|am inclined to|are inclined to|tend to|could) (?:say|guess|think|assume|argue|bet|believe)`,
  `${SPEAKER} (?:have|had|got) the (?:feeling|impression|sense)`,
  `${SPEAKER} (?:am|are|was|were) (?:told|fairly sure|pretty sure|quite sure|almost sure|almost certain|fairly certain|pretty certain|fairly confident|under the impression|guessing)`,
  `${SPEAKER} (?:have )?(?:hear|heard|read|been told)(?: somewhere)?`,
  '(?:someone|somebody|people|they|he|she|colleagues|the rumour|rumour) (?:has it|tells? me|told me|told us|says?)',
  '(?:my|our|the) (?:best )?(?:guess|feeling|impression|hunch|suspicion|sense|bet|theory|understanding|hypothesis|assumption|fear|hope) (?:is|was|would be)',
  '(?:it|this|that) (?:seems|seemed|appears|appeared|looks|looked|sounds|sounded|feels|felt)(?: to (?:me|us))?(?: (?:as if|as though|like|that))?',
  '(?:it|there) (?:is|may be|might be|could be|was) (?:a (?:good |small |fair )?chance|possible|likely|conceivable|plausible|probable|unlikely|thinkable)',
  '(?:it|that) (?:may|might|could) (?:well )?be',
  'the chances are|chances are|odds are',
  `(?:as|so) far as (?:${SPEAKER}|anyone|anybody) (?:know|knows|knew|can tell|could tell|can see|could see|can say|recall|remember|understand|am aware|are aware|am concerned|can judge|have seen)`,
  'to (?:the best of )?(?:my|our) knowledge',
  'in (?:my|our) (?:opinion|view|experience|estimation|estimate|judgment|judgement|reading|understanding)',
  `if ${SPEAKER} (?:remember|recall|understood|understand|read|am not mistaken|am right|had to guess|have it right)(?: (?:it|this|that))?(?: (?:right|rightly|correctly|well))?`,
  'from what (?:i|we) (?:know|hear|heard|have seen|saw|can see|can tell|understand)',
].map(words => new RegExp(`(?:^| )(?:${words})(?: that)?$`));

/** Words of the lead that `before` ends with ("as far as I can tell"), nearest last; 0 where there is none. */
export function leadBefore(before: readonly string[]): number {
  const text = before.join(' ');
  for (const lead of LEADS) {
    const match = lead.exec(text);
    if (match) return match[0].trim().split(' ').length;
  }
  return 0;
}

const SWALLOWED =
  /(?:^| )(?:(?:hardly|almost|nearly|not|scarcely) )?(?:most|some|few|many|half|part|parts|several|none|any|all|every|one|2|3|4|5|a (?:few|handful|couple|minority|majority|number)) of (?:[^ ]+ ){0,2}[^ ]+$/;

/** Words back to where what square brackets stand for begins to say how many: "[We] looked" for "Most of us looked"; else 0. */
export function swallowedBy(before: readonly string[]): number {
  const match = SWALLOWED.exec(before.slice(-6).join(' '));
  return match ? match[0].trim().split(' ').length : 0;
}

const TIME =
  'seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|times|percent|january|february|march|april|may|june|july|august|september|october|november|december';
const SCOPE = new RegExp(
  `^(?:for|in|on|to|of|from|with) (?:the |our |their |its |his |her |only |about |up to |at least |just |a ){0,2}(?:(?:(?!19\\d\\d|20\\d\\d)\\d[\\d.,]*)(?! (?:${TIME})(?: |$))|some|most|few|many|certain|half|several|selected|handful|couple|minority|part of)(?: |$)`,
);

/** Whether words that an ellipsis swallowed said of how many it holds: "for the 500 most used packages", "on some machines". */
export function narrows(keys: readonly string[]): boolean {
  return SCOPE.test(keys.slice(0, 6).join(' '));
}
