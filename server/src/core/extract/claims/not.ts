// Owns: sentences that are no claims whatever their score: questions, instructions, definitions, opinions, signposts …
// Must not know: scores, models, evidence.

import { DETERMINERS } from '../../lexicon/function-words.ts';
import { reportingVerb } from '../../lexicon/reporting-verbs.ts';
import { verbForm } from '../../lexicon/verbs.ts';
import type { Block } from '../../syntax/types.ts';
import { alternatives } from '../../text/alternatives.ts';
import { isPlural } from '../../text/inflect.ts';
import type { Claim } from '../facts.ts';
import { isImperative } from './imperative.ts';
import { isOtherLanguage } from './language.ts';
import { EVALUATIVE, JUDGED, JUDGEMENT, JUDGING, REMARK } from './opinion-words.ts';
import { PLAIN_VERB } from './plain-verbs.ts';
import type { Profile } from './profile.ts';
import { isCredit, isSignpost } from './signposts.ts';
import { AGENT } from './word-classes.ts';

type Not = NonNullable<Claim['not']>;

/** What the place of a sentence says about it. */
export interface Surroundings {
  readonly block: Block | undefined;
  /** The next block is code. */
  readonly beforeCode: boolean;
  /** It holds inline code or identifiers of a program. */
  readonly code: boolean;
  /** Somebody is named as its source. */
  readonly attributed: boolean;
  readonly cited: boolean;
  /** Its block is the writers' own account: "our experiments". */
  readonly ownAccount: boolean;
  /** It stands behind a sentence about the text itself. */
  readonly ofText: boolean;
  /** The clause before in its sentence is an example. */
  readonly example: boolean;
  /** A heading above says that thanks or changes to the text follow. */
  readonly underCredits: boolean;
  /** A person marked it as opinion. */
  readonly markedOpinion: boolean;
  /** Items of its list that open with a verb, as a share. */
  readonly adviceList: boolean;
}

/** Why a sentence is no claim; undefined where it may be one. */
export function notAClaim(profile: Profile, around: Surroundings): Not | undefined {
  const { words, text } = profile;
  if (isOtherLanguage(words, text)) return 'other-language';
  if (words.length < 2) return 'fragment';
  if (around.markedOpinion) return 'opinion';
  if (/\?["”’)\]]*$/.test(text)) return 'question';
  const kind = around.block?.kind;
  if (kind === 'heading') return isHeadline(profile, around) ? undefined : 'heading';
  if (kind === 'footnote' || isDebris(profile)) return 'fragment';
  if (around.example || isExample(profile)) return 'example';
  if (around.underCredits || isSignpost(profile, around) || (around.ofText && isCredit(profile))) return 'signpost';
  if (words.length >= 3 && isImperative(profile) && profile.quoted < 0.3) return 'instruction';
  if (isLabelled(profile) || isHeadless(profile, kind ?? '') || isChange(profile)) return 'fragment';
  if (kind === 'table-cell') {
    if (!isSentence(profile) || !profile.sure || words.length < 6) return 'fragment';
  } else if (kind === 'list-item' && !profile.sure) {
    return 'fragment';
  } else if (!isSentence(profile)) return 'fragment';
  if (isInstruction(profile, around)) return 'instruction';
  if (isOpinion(profile, around)) return 'opinion';
  if (isPrediction(profile, around)) return 'prediction';
  if (isDefinition(profile, around.attributed) || isGlossary(profile, around)) return 'definition';
  if (isCommonKnowledge(profile, around)) return 'common-knowledge';
  return undefined;
}

/** It names, counts or dates something: what tells a fact about the world from a remark. */
export function isSpecific(profile: Profile): boolean {
  return (
    profile.numbers.some(
      number => number.kind !== 'ordinal' && number.kind !== 'version' && !(number.kind === 'count' && number.value <= 1),
    ) ||
    profile.dates.length > 0 ||
    profile.names.length > 0 ||
    profile.opaque > 0
  );
}

/** The title of a document that states a fact: a verb, and something it is about. */
function isHeadline(profile: Profile, around: Surroundings): boolean {
  return (
    around.block?.depth === 1 &&
    profile.words.length >= 6 &&
    profile.past + profile.present > 0 &&
    !TITLE_OF_BUG.test(profile.text) &&
    isSpecific(profile) &&
    !isImperative(profile)
  );
}

function isSentence(profile: Profile): boolean {
  return (profile.finite || profile.predicates.length > 0) && profile.words.length >= 4 && !isInBrackets(profile);
}

/** "Lumenet 10, Lumenet 11 (exploits found for 10 alone)": what is told stands in brackets behind a list. */
function isInBrackets({ tokens, predicates, quoted }: Profile): boolean {
  const opening = tokens.findIndex(token => token.text === '(');
  if (opening < 1 || quoted > 0 || tokens.at(-1)?.text !== ')') return false;
  if (tokens.findIndex(token => token.text === ')') !== tokens.length - 1) return false;
  return predicates.every(predicate => predicate.at > opening) && !tokens.slice(0, opening).some(token => PLAIN_VERB.test(token.lower));
}

/** "CVE-2020-1234: heap overflow in …": the name of a bug, and what it is. */
const TITLE_OF_BUG = /^CVE-\d{4}-\d{4,}(?: ?[/,&] ?CVE-\d{4}-\d{4,})* ?[:–—-]/;

/**
 * "Any features that are on by default", "Which roots were affected", "Developed by r2c": a noun phrase whose verbs all modify it,
 * or a participle without its subject.
 */
function isHeadless(profile: Profile, kind: string): boolean {
  if (profile.quoted > 0) return false;
  const [first = '', second = ''] = profile.words;
  if (profile.headless && !/^(?:if|when|whenever|once|where|while|although|though|unless|until)$/.test(first)) return true;
  if (/^(?:which|whether|how|who|what)$/.test(first) && kind === 'list-item') return true;
  const form = verbForm(first);
  if (kind === 'list-item' && form === 'past' && profile.mainPast === 0 && !profile.words.some(word => PLAIN_VERB.test(word))) return true;
  if (form === 'past' && second === 'by' && !profile.text.includes(',')) return true;
  return (
    (form === 'past' || form === 'participle') &&
    /^(?:by|as|from|and|with|in|for|on|to)$/.test(second) &&
    profile.mainPast === 0 &&
    profile.present === 0
  );
}

/** "First Patched Version: Windows 7 through 11": a label and its value, no verb behind the colon. */
function isLabelled(profile: Profile): boolean {
  if (TITLE_OF_BUG.test(profile.text) && !profile.words.some(word => PLAIN_VERB.test(word))) return true;
  // "TcpFailCount: attempts that failed": a name of code and what it means.
  if (/^(?:[a-z]+|[A-Z][a-z]+)(?:[A-Z][a-z\d]+)+: [^\d]*$|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+:? /.test(profile.text)) return true;
  const at = profile.tokens.findIndex(token => token.text === ':');
  if (at < 1 || at > 5 || profile.quoted > 0) return false;
  // "SHA-256 of the build: 5f0c…"
  const isHash = /^(?:md5|sha|ssdeep|imphash)\b/i.test(profile.text);
  if (profile.tokens.slice(0, at).some(token => (token.kind !== 'word' && !isHash) || PLAIN_VERB.test(token.lower))) return false;
  return !profile.tokens
    .slice(at + 1)
    .some(token => PLAIN_VERB.test(token.lower) || /^(?:he|she|it|they|we|who|this|that)$/.test(token.lower));
}

/**
 * "Added a note on locks that Ann Orr had sent in June 2004": an entry of a list of changes says what was done to the text or the
 * program, and nobody who did it.
 */
function isChange({ tokens, predicates, numbers }: Profile): boolean {
  const first = tokens.findIndex(token => token.kind === 'word' && !token.lower.endsWith('ly'));
  if (first < 0 || first > 2 || !CHANGED.test(tokens[first]?.lower ?? '')) return false;
  // "Removed from office, Feld sued": the subject follows.
  const subject = predicates[0];
  const opens = subject === undefined ? '' : (tokens[subject.from]?.lower ?? '');
  if (subject !== undefined && subject.from > first && subject.subject !== 'none' && !CONNECTIVES.test(opens)) return false;
  return !numbers.some(number => number.kind === 'percent' || number.kind === 'money' || number.value > MANY);
}

const CHANGED =
  /^(?:added|adjusted|changed|clarified|corrected|deleted|documented|dropped|extended|fixed|included|mentioned|merged|moved|reformatted|removed|renamed|reordered|replaced|reworded|rewritten|rewrote|updated)$/;
const CONNECTIVES = /^(?:which|who|whose|that|where|when|while|since|because|as|and|but|or|so|to)$/;
const MANY = 100;

/** OCR debris, tables drawn with marks, code without its fence. */
function isDebris(profile: Profile): boolean {
  const { words, tokens } = profile;
  let marks = 0;
  let odd = 0;
  for (const token of tokens) {
    if (token.kind === 'mark' && !/^[,.;:"“”'‘’()–—-]$/.test(token.text)) marks++;
    if (token.kind === 'word' && token.text.length === 1 && !/^[aAiI]$/.test(token.text)) odd++;
  }
  if (/^(?:first |last )?(?:affected|patched|fixed|vulnerable) versions?\b[^.]{0,40}:/i.test(profile.text)) return true;
  // "Song & Raghunathan (2020), “Information …”": an entry of a bibliography.
  if (/^\p{Lu}[^.]{0,60}\(\d{4}\)[,.:] ["“]/u.test(profile.text.slice(0, 80))) return true;
  // "50057 - User account was disabled", "SPF = Pass": codes and settings with their meaning.
  if (/^(?:event id \d|\d{5,6} [-–:] )|^\S+(?: \S+){0,12} [=<>]{1,2} \S/i.test(profile.text.slice(0, 160))) return true;
  // "20+16+48=84", ":Type: ioctl :Returns: 0", "@size of it": sums, fields of a reference, arguments.
  if (
    /\d ?[+*] ?\d[\d +*]{0,40}= ?\d/.test(profile.text.slice(0, 400)) ||
    /^@\w|(?:\b\w+=(?:0x)?[\da-f]+\b.{0,40}){2}|^:\p{Lu}[\w ()]{0,20}: /u.test(profile.text)
  )
    return true;
  // "Obsolete, was used by it": a note without its subject.
  if (/^(?:[A-Z_\d]{3,} +)?\p{L}+(?:,| [-–—]) (?:was|were|is|are|has|have|had)\b/u.test(profile.text)) return true;
  if (/ (?:\/\/|\\) [^\n]* (?:\/\/|\\) /.test(profile.text.slice(0, 400))) return true;
  return /^\[\d{1,3}\]/.test(profile.text) || marks > words.length * 0.5 || (words.length >= 5 && odd > words.length * 0.4);
}

const EXAMPLE =
  /^(?:for (?:example|instance)|(?:let us |let's |indeed,? |)assume|e\.g|suppose|imagine|say,|let's say|consider (?:a|an|the|this|what|how)|as an example|an? (?:simple |common |typical |good )?example|here is|here's|take the|examples? )/;

/** "A typical cluster has …", "For a company with 10,000 users …". */
const CASE = /^(?:(?:an?|one|the) )?typical\b(?!.*\b(?:was|were)\b)|^(?:for|in|with|on) an? (?:[\w-]+ ){1,3}(?:with|of) (?:\w+ )?\d/i;

/** "21.04, for example, was released in April", "was used as an example here", "Now somebody finds a bug and files it". */
const SHOWN =
  /: [^:,]{1,40}, for (?:example|instance), (?:was|is|means|stands)\b|\b(?:used|taken|given) as an example\b|^(?:now,? )?(?:on [\p{L}\d ]{1,20}, )?some(?:one|body) (?:\p{L}+ ){0,8}\p{L}+s\b/iu;

function isExample(profile: Profile): boolean {
  if (/^(?:(?:some|other|common|typical|good|notable) )?examples?\b/.test(profile.words.slice(0, 3).join(' '))) return true;
  if (CASE.test(profile.text.slice(0, 120)) && profile.dates.length === 0) return true;
  if (SHOWN.test(profile.text)) return true;
  return EXAMPLE.test(profile.words.slice(0, 6).join(' ')) || (/^e\.?g\.?/i.test(profile.text) && profile.words.length > 1);
}

/** "Customers who have questions can write to …" */
const INVITES =
  /^(?:customers|readers|users|clients|patients|residents|people|anyone|anybody|those)\b(?: \w+){0,8}? (?:can|may) (?:write|call|contact|reach|email|e-mail|mail|visit|register|apply|sign|send|ask)\b/;

const NORMATIVE =
  /\b(?:should|shall|must|ought|encouraged|recommended?|recommendation|need to|needs to|needs (?:an?|at least)|have to|best practice|advis(?:ed|able)|required to|make sure|preferred|it is (?:important|essential|critical|necessary|crucial|possible|better|best|vital|imperative|worth))\b/;

function isInstruction(profile: Profile, around: Surroundings): boolean {
  if (profile.secondPerson > 0 && profile.quoted < 0.3 && !around.cited) return true;
  const lower = profile.words.join(' ');
  if (INVITES.test(lower)) return true;
  if (!NORMATIVE.test(lower)) return around.adviceList && !isSpecific(profile);
  // Who cites a source for it states a fact.
  if (around.attributed || around.cited || isNeedOfOthers(profile, lower)) return false;
  const hard = profile.numbers.length + profile.dates.length > 0 && profile.past > 0;
  return !hard || (/\bshall\b/.test(lower) && profile.mainPast === 0);
}

/** "The attackers need to know the name of the file", "the ministry must answer by Friday": what others have to do is no advice. */
function isNeedOfOthers({ predicates, secondPerson }: Profile, lower: string): boolean {
  const subject = predicates[0];
  if (subject === undefined || secondPerson > 0 || !/\b(?:needs? to|ha(?:s|ve) to|must)\b/.test(lower)) return false;
  return (subject.subject === 'definite' || subject.subject === 'name') && AGENT.test(subject.head) && !READERS.test(subject.head);
}

/** People whom manuals tell what to do. */
const READERS =
  /^(?:administrators?|developers?|engineers?|operators?|teams?|employees?|staff|workers?|customers?|vendors?|users?|people|compan(?:y|ies)|firms?)$/;

const COPULA = /^(?:is|are|was|were|been|be|became|remains?|remained)$/;
/** The words behind a verb, as far as they matter. */
function complementOf({ tokens }: Profile, at: number): string {
  return tokens
    .slice(at + 1, at + 8)
    .map(token => token.lower)
    .join(' ');
}

function isCounted(profile: Profile): boolean {
  return profile.dates.length > 0 || profile.numbers.some(number => number.kind !== 'ordinal' && number.value > 1);
}

function isOpinion(profile: Profile, around: Surroundings): boolean {
  if (around.attributed || around.cited || profile.quoted > 0.3) return false;
  const lower = profile.words.join(' ');
  if (REMARK.test(lower) && profile.numbers.length === 0) return true;
  if (EVALUATIVE.test(lower)) return profile.numbers.length === 0 || profile.firstPerson > 0;
  if (/[!]["”’)]*$/.test(profile.text)) return true;
  if (profile.predicates.some(one => COPULA.test(one.verb) && JUDGED.test(complementOf(profile, one.at))) && !isCounted(profile))
    return true;
  return JUDGING.test(lower) && !isSpecific(profile) && profile.past === 0;
}

function isPrediction(profile: Profile, around: Surroundings): boolean {
  if (around.attributed || around.cited || profile.quoted > 0.3) return false;
  const lower = profile.words.join(' ');
  if (JUDGEMENT.test(lower)) return true;
  const { modal } = profile;
  // "Five gateways stayed silent and could be reached on skis alone", "the time before a phone may send money rose": told as past.
  if (profile.predicates[0]?.tense === 'past' && !/^(?:would|should)/.test(modal ?? '')) return false;
  // "98 percent of the machines could be saved"
  if (modal === 'could' && isCounted(profile) && profile.predicates[0]?.conditional === false && !/\b(?:if|would|unless)\b/.test(lower))
    return false;
  if (modal === undefined) return /\b(?:is|are) (?:going|set|poised|expected|bound) to\b/.test(lower) && profile.dates.length === 0;
  if (/^(?:may|might|could|would|wouldn't|couldn't|should)$/.test(modal)) return true;
  return /^(?:will|won't|shall)$/.test(modal) && profile.dates.length === 0 && profile.numbers.length === 0;
}

const KINDS = alternatives(
  /protocol|model|feature|service|tool|capability|technology|solution/,
  /standard|framework|library|platform|format|agent|product|collection/,
  /language|mechanism|technique|method|approach|strategy/,
  /set|form|way|type|kind|process|practice|collection/,
  /gallery|header|attribute|program/,
);
const GOES_ON = /that|which|from|for|used|to|in|of|designed|where|by|based/.source;
/** "Zero Trust is a security model that …": what sort of thing something is. */
const KIND_OF = new RegExp(String.raw`^(?:\S+ ){1,8}(?:is|are) an? (?:[\w-]+ ){0,5}(?:${KINDS}) (?:${GOES_ON})\b`);

const KINDS_OF_WORD = alternatives(
  /term|name|acronym|process|practice|act|technique|method/,
  /type|form|kind|way|mechanism|concept/,
  /attack|vulnerability|weakness|protocol|standard|language|format|tool|set|collection|measure|process/,
);
/** "Stands for", "is called", "is the act of": what a word means. */
const DEFINES = new RegExp(
  String.raw`\b(?:${alternatives(
    /stands? for|is defined as/,
    /are defined as|refers? to|is known as|are known as/,
    /is called|are called/,
    `is (?:the|a) (?:${KINDS_OF_WORD}) (?:of|for|that|used|in|where|when|which|by|to)`,
  )})\b`,
);

/** "A router is a device that …", "X stands for …", "phishing means …". */
function isDefinition(profile: Profile, attributed: boolean): boolean {
  const lower = profile.words.join(' ');
  if (profile.mainPast > 0 || profile.dates.length > 0) return false;
  if (KIND_OF.test(lower) && profile.numbers.every(number => number.kind === 'ordinal' || number.kind === 'version')) return true;
  const plain = profile.numbers.every(number => number.kind === 'ordinal' || number.kind === 'version' || number.value <= 3);
  if (DEFINES.test(lower)) return plain;
  if (/^(?:an? |the )?(?:\S+ ){1,3}(?:means|is when|occurs when|is where|happens when)\b/.test(lower)) return plain;
  return (
    plain &&
    !attributed &&
    profile.names.length === 0 &&
    /^(?:an? )?(?:\S+ ){1,3}(?:is|are) (?:not )?(?:just |simply |only )?(?:an?|the|any|one) /.test(lower) &&
    !/^(?:it|this|that|there|he|she|they|we|the|these|those|its|their|his|her)\b/.test(lower)
  );
}

const GENERIC_HEAD = new Set(
  'a an any every each no most many some all anyone anybody whoever everyone such these those this there it they which that when if while although because since as many-of one people users attackers attacker developers applications'.split(
    ' ',
  ),
);

/** "CAN bus – A protocol …", "Weak keys: …" as an item of a list: a term and what it is. */
function isGlossary(profile: Profile, around: Surroundings): boolean {
  if (around.block?.kind !== 'list-item' && around.block?.kind !== 'table-cell') return false;
  if (profile.dates.length > 0 || profile.past > 0 || around.attributed || around.cited) return false;
  const at = profile.tokens.findIndex(
    token => token.kind === 'mark' && /^[:–—-]$/.test(token.text) && (token.spaced || token.text === ':'),
  );
  return (
    at > 0 && at <= 10 && !profile.tokens.slice(0, at).some(token => verbForm(token.lower) === 'third' || PLAIN_VERB.test(token.lower))
  );
}

/** Present tense about things in general: nothing is named, counted or dated, and nobody says it. */
function isCommonKnowledge(profile: Profile, around: Surroundings): boolean {
  if (around.attributed || around.cited || profile.quoted > 0.2) return false;
  const first = profile.words[0] ?? '';
  // "Once the scan has finished, …": what happens whenever it does.
  if (
    /^(?:if|when|whenever|once|unless|each|every|whether)$/.test(first) &&
    profile.dates.length === 0 &&
    !profile.numbers.some(number => number.kind === 'percent' || number.kind === 'money')
  ) {
    return !/^(?:was|were|did|had)$/.test(profile.words.find(word => /^(?:was|were|did|had|is|are|has|does)$/.test(word)) ?? '');
  }
  if (profile.mainPast > 0 || isSpecific(profile)) return false;
  const definite = first === 'the' || /^(?:its|their|his|her|our|both|neither)$/.test(first);
  if (definite) return false;
  return GENERIC_HEAD.has(first) || isPlural(first) || !DETERMINERS.has(first);
}

/** Words that report: for callers that must know whether a sentence quotes somebody. */
export function reports(profile: Profile): boolean {
  return profile.words.some((word, at) => {
    const use = reportingVerb(word);
    // "the comment added by the developer" reports nothing.
    return (
      profile.words[at + 1] !== 'by' && use !== undefined && use.verb.use === 'speech' && (use.form === 'past' || use.form === 'third')
    );
  });
}
