// Owns: the check-worthiness of a sentence, 0 to 1, for security prose and news.
// Must not know: evidence, thresholds, documents.
import { alternatives } from '../../text/alternatives.ts';
import type { DateFact, NumberFact } from '../facts.ts';
import { CHANGELOG, DEPRECATED, PREVIOUSLY, VERSIONS } from './change-phrases.ts';
import { checkWorthiness } from './model.ts';
import type { Predicate } from './predicate.ts';
import type { Profile } from './profile.ts';
import { isAbsolute } from './type.ts';
import { isWalkThrough } from './walk.ts';
import { AGENT } from './word-classes.ts';

/** What the trained model, which knows debates, counts for beside what security prose shows. Chosen by reading, see `CLAIM_THRESHOLDS`. */
const MODEL = 0.3;
const LIMIT = 3;
/** The least that a cited statement scores: above every threshold, since its writer took it for a claim. */
const CITED = 0.78;
/** Counts up to here are parts of a description ("two components") as often as facts about the world. */
const SMALL_COUNT = 12;
/** Counts in the present tense up to here are limits and settings as often as facts about the world. */
const LARGE_SETTING = 1000;

/** Where a sentence stands, as far as the score minds. */
export interface ScorePlace {
  /** Its writer took it for a claim already. */
  readonly cited: boolean;
  readonly kind: string;
  /** Inline code, identifiers: a walk through a program. */
  readonly code: boolean;
  /** The writers tell around it what they did themselves. */
  readonly ownAccount: boolean;
}

/** How much a sentence states something that readers will want backed. */
export function scoreOf(profile: Profile, place: ScorePlace): number {
  const { predicates } = profile;
  const report = reportOf(profile, place.kind);
  const { strong, weak } = figuresOf(profile, report);
  const named = profile.names.filter(name => name.kind !== 'product');
  const id = IDENTIFIER.test(profile.text);
  const dated = datedOf(profile, report);
  const hard = strong > 0 || dated > 0 || id;
  // Debates know nothing of CVE numbers and versions: there the model may only add.
  let sum = MODEL * Math.max(id ? -1 : -LIMIT, Math.min(LIMIT, checkWorthiness(profile)));
  sum +=
    report === 'acted'
      ? 0.9
      : report === 'happened'
        ? hard || named.length > 0
          ? 0.2
          : -0.3
        : report === 'changed'
          ? hard
            ? -0.1
            : -1.1
          : -2.2;
  sum +=
    Math.min(2, strong) * (report !== 'none' ? 0.8 : profile.numbers.some(isRate) ? 2.3 : 2) +
    (report === 'none' ? 0 : Math.min(2, weak) * 0.3);
  sum += Math.min(2, dated) * (report === 'none' ? 0.9 : 0.6);
  sum += Math.min(2, named.length) * 0.3;
  if (VERSIONS.test(profile.text) && dated === 0 && !SECURITY.test(profile.text)) sum -= 2.5;
  if (CHANGELOG.test(profile.text) && dated === 0 && !id) sum -= 2;
  if (DEPRECATED.test(profile.text) && !id && report !== 'acted') sum -= 2;
  if (PREVIOUSLY.test(profile.text) && dated === 0 && !id && named.length === 0 && report !== 'acted') sum -= 2.5;
  const trend = (hard && predicates.some(one => CHANGES.test(one.verb))) || OVERTAKES.test(profile.text);
  if (trend) sum += report === 'happened' || report === 'acted' ? 0.4 : 1.6;
  if (id && SECURITY.test(profile.text)) sum += report === 'none' ? 1.9 : 1.2;
  else if (REPAIRS.test(profile.text) && profile.names.length > 0) sum += report === 'none' ? 3.2 : 0.4;
  if (RANKED.test(profile.text)) sum += report === 'none' ? 2.6 : 0.8;
  if (UNMATCHED.test(profile.text)) sum += report === 'none' ? 2.6 : 1.4;
  if (ELSEWHERE.test(profile.text) && predicates.some(one => one.tense === 'perfect' || one.tense === 'past'))
    sum += report === 'none' || report === 'changed' ? 2 : 1;
  if (SWEEPING.test(profile.text)) sum += report === 'none' ? 3.4 : 0.8;
  if (isAbsolute(profile) && (named.length > 0 || report !== 'none')) sum += 0.4;
  if (profile.firstPerson > 0 && profile.quoted === 0) sum -= isOwnDeed(profile) ? 4.5 : 2.4;
  else if (place.ownAccount && !isOfOthers(predicates[0], hard)) sum -= 2;
  if (profile.modal !== undefined) sum -= report === 'none' && ABLE.test(profile.modal) ? 1.2 : 0.5;
  if (predicates[0]?.conditional) sum -= 0.8;
  if (place.code && !id) sum -= profile.dates.length > 0 ? 0.8 : 1.6;
  if ((!hard || (report === 'none' && dated === 0 && !id)) && isWalkThrough(profile)) sum -= 1.5;
  if (!hard && profile.predicates.some(one => IMPROVES.test(one.verb) && one.tense !== 'present')) sum -= 1.2;
  if (place.kind === 'table-cell') sum -= 2;
  // Numbered references are a source of their own kind.
  if (/\[\d{1,3}\]/.test(profile.text)) sum -= 2.5;
  if (report === 'none' && DEPENDS.test(profile.text)) sum -= 0.7;
  if (predicates.length === 0 && profile.quoted === 0) sum -= place.kind === 'heading' ? 0.8 : 2.5;
  if (profile.words.length < 6) sum -= 0.3;
  if (OWN_STATEMENT.test(profile.text)) sum -= 1;
  if (CITED_ABOVE.test(profile.text)) sum -= 3;
  if (place.cited) sum += 1.2;
  const score = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  return place.cited ? Math.max(CITED, score) : score;
}

/** Whether it holds a figure about the world, a date or an identifier. */
export function isHard(profile: Profile, kind: string): boolean {
  if (IDENTIFIER.test(profile.text)) return true;
  const report = reportOf(profile, kind);
  return datedOf(profile, report) > 0 || figuresOf(profile, report).strong > 0;
}

/** Dates that tell when something was; "within the last ten years" in the present tense tells no such thing. */
function datedOf(profile: Profile, report: Report): number {
  const example = exampleAt(profile);
  return profile.dates.filter(
    date =>
      date.span.start < example &&
      (date.iso !== undefined || (date.relative?.unit !== 'day' && report !== 'none')) &&
      !isEdition(date, profile),
  ).length;
}

/** Where examples start; nothing behind it counts. */
function exampleAt(profile: Profile): number {
  const at = EXAMPLE.exec(profile.text)?.index;
  return at === undefined ? Number.POSITIVE_INFINITY : profile.start + at;
}

/** "We set", "In our tests we found": the writers are the source. */
function isOwnDeed({ predicates, tokens }: Profile): boolean {
  const first = predicates[0];
  return first !== undefined && /^(?:i|we)$/.test(tokens[first.at - 1]?.lower ?? first.head);
}

/** Somebody who acts does it, or a name stands beside something to look up: not the writers' own work. */
function isOfOthers(predicate: Predicate | undefined, hard: boolean): boolean {
  if (predicate === undefined) return false;
  return (hard && predicate.subject === 'name') || AGENT.test(predicate.head) || /^(?:he|she|they)$/.test(predicate.head);
}

/**
 * How a sentence reports: somebody named or known to act did it ("acted"), it happened ("happened"), it is the state
 * that something reached ("changed": has been …); else it describes.
 */
type Report = 'acted' | 'happened' | 'changed' | 'none';

function reportOf(profile: Profile, kind: string): Report {
  // "the major applications for development, …", "All shells configured identically": pieces of a list, titles.
  const piece = /^[^\p{L}\d]*\p{Ll}[\p{Ll}\s]/u.test(profile.text) || (kind !== 'heading' && !/[.!?:"”’)\]*]\s*$/.test(profile.text));
  if (piece && profile.quoted === 0 && profile.predicates.every(one => !one.helped)) return 'none';
  let best: Report = 'none';
  for (const [at, predicate] of profile.predicates.entries()) {
    // "…; and third, it was out of the question": a clause behind counts where it has a subject to speak of.
    if (at > 0 && predicate.subject !== 'name' && predicate.subject !== 'definite' && predicate.subject !== 'pronoun') continue;
    const one = reportIn(predicate, profile);
    if (one === 'acted') return one;
    if (one === 'happened' || best === 'none') best = one;
  }
  return best === 'none' && isChronicle(profile) ? 'happened' : best;
}

function reportIn(predicate: Predicate, profile: Profile): Report {
  const { tense, subject, head } = predicate;
  // "Removing the tags simplified the attack": what an action does.
  if (profile.tokens[predicate.from]?.lower.endsWith('ing') && subject !== 'name') return 'none';
  if (predicate.conditional) return 'none';
  // "The committee votes on Friday, 20 November."
  if (tense === 'present' && !predicate.passive && (subject === 'name' || AGENT.test(head)) && profile.dates.some(isDay)) return 'changed';
  if (tense !== 'past' && tense !== 'perfect') return 'none';
  if (subject === 'indefinite' || subject === 'plural') {
    if (tense === 'past') return 'happened';
    // "Tokens have lived for an hour since 1 July"
    return profile.dates.some(date => date.iso !== undefined) ? 'changed' : 'none';
  }
  const acts = !predicate.passive && (subject === 'name' || AGENT.test(head) || /^(?:he|she|they)$/.test(head));
  if (tense === 'past') return acts ? 'acted' : 'happened';
  return acts && subject === 'name' ? 'happened' : 'changed';
}

function isDay(date: DateFact): boolean {
  return /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(date.iso ?? '');
}

/** "June 2023 – The flaw is patched": an entry of a chronicle, in the present tense. */
function isChronicle(profile: Profile): boolean {
  const date = profile.dates[0];
  if (!date || date.span.start > profile.start + 4) return false;
  return /^\s?[:–—-]/.test(profile.text.slice(date.span.end - profile.start, date.span.end - profile.start + 2));
}

/** "Windows Server 2019", "the 2021 edition", "3.20.0 (2017-08-01)": a date that belongs to a name. */
function isEdition(date: DateFact, profile: Profile): boolean {
  const at = date.span.start - profile.start;
  if (/\d\.\d{1,4} \($/.test(profile.text.slice(Math.max(0, at - 10), at))) return true;
  if (!/^\d{4}$/.test(date.iso ?? '')) return false;
  const before = /(\S+)\s$/.exec(profile.text.slice(Math.max(0, at - 30), at))?.[1] ?? '';
  // "Visual Studio 2003 (version 7.1) and 2005", "Server 2016, 2019 and 2022".
  const last = profile.dates.findLast(other => other.span.end <= date.span.start);
  if (last && /^(?: \([^()]{0,20}\))?(?:, | and | or |, and |, or |\/)$/.test(profile.text.slice(last.span.end - profile.start, at)))
    return isEdition(last, profile);
  if (
    before === 'the' &&
    /^\s(?:list|edition|version|report|survey|release|standard|guide|top)\b/i.test(profile.text.slice(at + 4, at + 16))
  )
    return true;
  return (
    before !== '' &&
    /^\p{Lu}[\p{L}\d.]*$/u.test(before) &&
    !/^(?:In|Since|By|During|From|Until|Before|After|Between|Early|Late)$/.test(before)
  );
}

/** Figures about the world, and those that are as often a limit, a setting or a part of a description. */
function figuresOf(profile: Profile, report: Report): { strong: number; weak: number } {
  let strong = 0;
  let weak = 0;
  const example = exampleAt(profile);
  const needs = report === 'none' && NEEDS.test(profile.text);
  const set = report === 'none' && profile.dates.length === 0 && SET.test(profile.text);
  const limits = report !== 'acted' && profile.dates.length === 0 && LIMITS.test(profile.text);
  for (const number of profile.numbers) {
    if (number.figure.start > example) continue;
    if (report === 'none' && isPartOfCase(number, profile)) continue;
    if (number.kind === 'ordinal' || number.kind === 'version' || number.unit === 'bit') continue;
    if (number.kind === 'count' && number.value === 0) continue;
    // "100 % of staff use it": a goal or a manner of speaking.
    if (number.kind === 'percent' && number.value === 100 && report === 'none') continue;
    // "Has been joined to one volume of 12 GB": what something is like; a deed or an event takes more than a size.
    if (number.kind === 'bytes' && report === 'changed' && !SECURITY.test(profile.text)) {
      weak++;
      continue;
    }
    // "Between two or more applications", "at least one entry", "is almost always at least 2".
    if (number.kind === 'count' && number.value <= 2 && report === 'none') continue;
    if (set && (number.kind === 'percent' || number.kind === 'share')) {
      weak++;
      continue;
    }
    // "Needs at least 2 GB": what something takes, not what happened.
    if (report === 'none' && (number.kind === 'bytes' || (number.kind === 'count' && needs))) {
      weak++;
      continue;
    }
    if (isOfAgents(number, profile)) {
      strong++;
      continue;
    }
    if (isAttribute(number, profile) || (limits && number.kind === 'count' && number.value <= LARGE_SETTING)) {
      weak++;
      continue;
    }
    const small = number.kind === 'count' && number.value <= SMALL_COUNT && number.bound === 'exact' && number.upTo === undefined;
    if (small || number.kind === 'duration' || (report === 'none' && isSetting(number, profile))) weak++;
    else strong++;
  }
  const times = FACTOR.exec(profile.text);
  if (times !== null && profile.start + times.index < example && !needs) strong++;
  else if (profile.predicates.some(one => MULTIPLIES.test(one.verb) && (one.tense === 'past' || one.tense === 'perfect'))) strong++;
  if (EVERY_OTHER.test(profile.text) || RANKED_SINCE.test(profile.text)) strong++;
  return { strong, weak };
}

/** "A 256-entry table", "32 bytes", "a 16K block", "port 2151", "$1": what something is like. */
function isAttribute(number: NumberFact, { text, start }: Profile): boolean {
  if (number.kind === 'bytes') return number.value <= SMALL_BUFFER;
  const at = number.figure.start - start;
  if (number.kind === 'money') return /^\$\d(?![\d.,]*\d| [a-z]+illion)/.test(text.slice(at, at + 12));
  if (number.kind !== 'count') return false;
  const figure = text.slice(at, number.figure.end - start);
  if (/^-\p{L}/u.test(text.slice(number.figure.end - start, number.figure.end - start + 2)) || /^[\d.]+ ?[kK]$/.test(figure)) return true;
  // 1024 is a size, 1,024 may be people.
  if (/^\d{2,}$/.test(figure) && number.bound === 'exact' && isPowerOfTwo(number.value)) return true;
  // "17 decimal digits", "4 KB"
  if (
    /^ ?(?:[kKMG]i?[bB](?:ytes?|its?)?|bytes?|ports?|(?:(?:binary|decimal|hex|significant) )?(?:digits|places))\b/.test(
      text.slice(number.figure.end - start, number.figure.end - start + 21),
    )
  )
    return true;
  return LABELLED.test(text.slice(Math.max(0, at - 40), at));
}

/** "Issues 1070, 1019", "RFC 882", "bit(62)", "port 2151": numbers that name something. */
const LABELLED =
  /\b(?:issues?|bugs?|tickets?|rfcs?|pages?|lines?|steps?|levels?|ports?|permissions?|modes?|rows?|columns?|slots?|revisions?|bits?|bytes?|sections?|chapters?|tables?|figures?)(?: is| are| of|:)? ?\(?#?(?:\d+(?:, | and | or | through | to ))*$/i;

function isPowerOfTwo(value: number): boolean {
  return value >= 64 && (Number.isInteger(Math.log2(value)) || Number.isInteger(Math.log2(value + 1)));
}

/** "Was capped at 23 queries", "raised the default from 10 to 100": limits of a product, told in the past. */
const LIMITS =
  /\b(?:limits?|limited|defaults?|maximum|minimum|capped|configurable|hard-coded|allowed|thresholds?|timeouts?|buffers?|characters)\b/i;
/** Buffers and keys are no larger; what is stolen is. In bytes. */
const SMALL_BUFFER = 65_536;
/** "Three members have left": people and bodies that act are counted, not parts of a description. */
function isOfAgents(number: NumberFact, { predicates, start, tokens }: Profile): boolean {
  const subject = predicates[0];
  if (subject === undefined || subject.subject !== 'counted' || subject.tense === 'modal' || !AGENT.test(subject.head)) return false;
  return number.value > 1 && number.figure.start <= Math.max(start, tokens[subject.from]?.start ?? start);
}

/** "Twice as many", "three times as high", "four times more". */
const FACTOR =
  /\b(?:twice|(?:two|three|four|five|six|seven|eight|nine|ten|\d+(?:\.\d+)?) times) (?:as (?:many|much|high|large|big|often|likely|long|fast|expensive|common|frequent)|more|higher|larger|the (?:number|rate|share))\b/i;
const MULTIPLIES = /^(?:doubled|tripled|quadrupled|halved)$/;
/** "Every second shop"; "every second" alone is a time. */
const EVERY_OTHER = /\bevery (?:second|third|fourth|fifth|tenth) (?!of|the|a|it|for|to|on|in|at|and|or|when|that|time)[a-z]+/i;
/** "The fourth attack on a port since 2024". */
const RANKED_SINCE =
  /\bthe (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th)) (?:[\w-]+ ){1,10}(?:since|this year|of the year|(?:with)?in (?:an?|one|two|three|four|five|six|ten|twelve|as many) (?:years?|months?|weeks?))\b/i;
/** "Other countries have banned such apps", "three neighbouring countries": what is said to happen elsewhere, too. */
const ELSEWHERE =
  /\b(?:other|rival|neighbou?ring|competing|private|similar|comparable) (?:countries|states|cities|towns|regions|companies|firms|services|banks|hospitals|clinics|schools|universities|airports|ports|operators|providers|vendors|makers|parties|ministries|authorities|insurers|airlines)\b/i;
/** "The longest that the committee has held", "more devices per head than any of its neighbours". */
const UNMATCHED =
  /\bthe (?:\p{Ll}{3,}est|most \p{Ll}+|least \p{Ll}+)(?: [\p{Ll}-]+){0,3} that (?:[\p{L}-]+ ){1,5}(?:has|have|had) (?:ever )?\p{Ll}+|\b(?:more|fewer|less|\p{Ll}{3,}er) (?:[\p{L}-]+ ){1,8}than (?:any|every)\b/u;
const TOPMOST = alternatives(
  /first|only|most [a-z]+|least [a-z]+|largest|biggest|worst|best/,
  /oldest|fastest|highest|lowest|longest|greatest|smallest/,
);
const IN_A_FIELD = alternatives(
  /ever|worldwide/,
  /(?:in|of) (?:history|the (?:world|country|region|industry|sector|market|continent))/,
  /on (?:record|the market)|of its kind|in [A-Z][a-z]+/,
);
/** "The most popular podcast in Europe", "the largest theft ever": a place in a field that can be looked up. */
const RANKED = new RegExp(String.raw`\b(?:the|its|their) (?:by far the )?(?:${TOPMOST})\b(?: [\w-]+){1,6}? (?:${IN_A_FIELD})\b`);

/** Behind a condition ("even when 50 % of them …"), after "a level of", a bare "0.01", "half of the size": no figure about the world. */
function isPartOfCase(number: NumberFact, profile: Profile): boolean {
  const at = number.figure.start - profile.start;
  const before = profile.text.slice(Math.max(0, at - 400), at);
  if (/\b(?:when|if|whenever|provided that|assuming|unless|as long as)\b/i.test(before)) return true;
  if (/\b(?:levels?|thresholds?|values?|settings?|probability|ratio|set)\b[^.%,;]{0,25}$/i.test(before)) return true;
  // "Any number with a suffix is multiplied by 1024", "any input that has more than 2000 levels is invalid".
  if (/^any\b/i.test(before)) return true;
  if (/\b(?:any|each|every) (?:[\w-]+ ){1,4}(?:that|which|whose|with|having)\b[^,.;]{0,40}$/i.test(before)) return true;
  if (number.kind === 'share')
    return !OF_MANY.test(profile.text.slice(number.span.end - profile.start, number.span.end - profile.start + 60));
  return number.kind === 'count' && !Number.isInteger(number.value) && number.value < 10 && number.noun === undefined;
}

const OF_MANY = /^ (?:of )?(?:all |the |its |their |these |those |our )?(?:[\w-]+ ){0,2}?(?:[\w-]{3,}s|people|staff|traffic)\b/;

/** "a third", "40 %", "$2 million": seldom a setting. */
function isRate(number: NumberFact): boolean {
  return number.kind === 'percent' || number.kind === 'share' || number.kind === 'money';
}

/** Figures in the present tense about nothing that is dated: limits and defaults in a description ("between 6 and 12 digits"). */
function isSetting(number: NumberFact, profile: Profile): boolean {
  return (
    profile.dates.length === 0 &&
    (number.kind === 'bytes' || (number.kind === 'count' && (number.value <= LARGE_SETTING || number.upTo !== undefined))) &&
    number.bound !== 'more-than' &&
    number.bound !== 'at-least'
  );
}

/** What holds whenever something else does. */
const DEPENDS = /\b(?:when|if|whenever|provided that|assuming|unless|as long as)\b/i;
const NEEDS = /\b(?:needs?|require[sd]?|uses?|allows?|supports?|takes?|limits?|limited|maximum|minimum|up to|default|specif(?:y|ied))\b/i;
const ABLE = /^(?:can|could|may|might|cannot|can't)$/;
/** "Not a single camera lets its owner change the password". */
const SWEEPING = /\bnot (?:a|one) single\b|\bnot one of (?:the|its|their|all)\b/i;
/** Shares that somebody sets, or that depend on it: "gives 80 % of the time to it by default". */
const SET =
  /\b(?:by default|default is|defaults to|configur(?:able|ed)|depend(?:s|ing) on|(?:is|are) (?:required|needed|permitted|allowed))\b/i;
/** "Has invested heavily in it", "strengthened its defences": praise that nothing could check. */
const IMPROVES =
  /^(?:invested|strengthened|improved|enhanced|implemented|committed|focused|prioriti[sz]ed|streamlined|hardened|modernized|modernised|embraced|accelerated)$/;

/** "The sum has doubled": what changes over time. */
const CHANGES =
  /^(?:doubled|tripled|quadrupled|risen|rose|fallen|fell|grown|grew|increased|declined|decreased|surged|soared|dropped|halved|multiplied)$/;
/** "Now more often than banks", "now larger than". */
const OVERTAKES = /\bnow\b[^.]{0,80}\b(?:more|less|fewer|larger|bigger|higher|faster)\b[^.]{0,40}\bthan\b|\b(?:more|less) often than\b/;

/** "Claimed responsibility on its website": the sentence says where it can be read. */
const OWN_STATEMENT =
  /\bclaim(?:ed|s) (?:responsibility|credit)\b[^.;]{0,60}\b(?:website|site|blog|post|statement|channel|forum|video|letter)\b/;

/** "In the survey mentioned above": where it comes from was said before. */
const CITED_ABOVE =
  /\b(?:survey|study|report|paper|poll|analysis|investigation|statistics|figures|source|article)s? (?:that (?:was|were) |already )?(?:mentioned|cited|quoted|named|linked|referenced) (?:above|earlier|before)\b/i;

/** Figures behind it are examples. */
const EXAMPLE = /\be\.g\.|\b(?:for example|for instance)\b|\(in this case\b/i;
const SECURITY =
  /\b(?:fix(?:es|ed)|affect(?:s|ed)|patch(?:es|ed)|exploit(?:s|ed)|vulnerable|leak(?:s|ed)|stole(?:n)?|breach(?:ed)?|compromised|infected|attributed|targeted|hacked|arrested|fined|sanctioned)\b/;
/** "Edge 9.4.2 fixes both": what a release repairs. */
const REPAIRS =
  /\b\d+(?:\.\d+)+(?: (?:\w+ ){0,3})?(?:fix(?:es|ed)|patch(?:es|ed)|close[sd]?|repair(?:s|ed)|resolve[sd]?|correct(?:s|ed))\b/;
const IDENTIFIER = /\b(?:CVE-\d{4}-\d+|T\d{4}(?:\.\d{3})?|MS\d{2}-\d{3})\b/;
