// Owns: where a text says that two names go together ("which X tracks as Y", "Y is their name for X", "X (aka Y)").
// Must not know: rules, findings; which names are known to tables.

import type { Source } from '../../evidence/types.ts';
import { nameKey } from '../../lexicon/stop-list.ts';
import { LONGEST_SENTENCE } from '../../syntax/long-sentences.ts';
import { alternatives } from '../../text/alternatives.ts';
import { lazy } from '../../text/lazy.ts';
import type { DocumentView, StoryView } from '../types.ts';

/** Two names that a note calls one. */
export interface Equation {
  readonly one: string;
  readonly other: string;
  readonly source: Source;
}

const NAME = '["“‘]?(\\p{Lu}[\\p{L}\\p{N}]{1,30}(?:[ .-](?:\\p{Lu}|\\p{N})[\\p{L}\\p{N}]{0,30}){0,2})["”’]?';
const WHO =
  '(?:we|they|he|she|others|some|researchers|the vendor|the firm|(?:the )?\\p{Lu}[\\p{L}\\p{N}]{1,30}(?: \\p{Lu}[\\p{L}\\p{N}]{1,30}){0,2})';
const OF = '(?:our|their|its|his|her|the|own|same (?:as|group as|malware as)|what \\p{L}{1,20} calls?)';

/** What stands before the colon of "Lumenet (Owner: Calder)", which names no second name for one thing. */
const ROLES = `(?:${alternatives(
  /Source|Contact|Owner/,
  // Who leads it.
  /Founder|Chair|Chairman|Chairwoman|Head|Director|President|Minister|Mayor|Manager/,
  // Who wrote or showed it.
  /Author|Editor|Writer|Reporter|Photo|Image|Picture|Credit/,
  // What it is of.
  /Capital|Parent|Part|Country|City|Place/,
  // Whom it comes from, and when.
  /Lead|Spokes\p{Ll}{2,8}|Interview|Translation|Translated|Checked|Asked|Date|Version/u,
  // Whose it is.
  /Maker|Vendor|Seller|Client|Customer|Victim|Target|Lawyer|Press/,
  // Where to look.
  /Note|See|Cf|Via|From|Figure|Table|Chapter|Section/,
)})`;

const equations = lazy(() =>
  [
    `${NAME}\\s{0,3}(?:=|==|≈)\\s{0,3}(?:${OF}\\s){0,2}${NAME}`,
    `${NAME}\\s(?:is|was|are)\\s(?:simply\\s|just\\s)?what\\s${WHO}\\s(?:calls?|called|names?|named|dubs?|dubbed|labels?|labelled|tracks?|tracked|knows?|reports?)\\s(?:as\\s)?(?:(?:our|the|this)\\s)?${NAME}`,
    `\\b[Oo]ur\\s${NAME}\\s(?:is|was|=|equals|means)\\s(?:just\\s)?(?:their|his|her|its|\\p{Lu}\\p{L}{1,30}(?:['’]s?))\\s${NAME}`,
    `\\b(?:[Tt]heir|[Hh]is|[Hh]er|[Ii]ts)\\s${NAME}\\s(?:is|was|=|equals|means)\\s(?:just\\s)?(?:our|what we call)\\s${NAME}`,
    `${NAME}\\s(?:is|was|are)\\s(?:just\\s)?(?:the\\s)?${NAME}\\s(?:of|in)\\s(?:the\\s)?(?:reports?|papers?|blogs?|bulletins?|feeds?)\\sof\\s`,
    `${NAME}\\s(?:is|was)\\s(?:just\\s)?(?:a|the)\\snew\\sname\\s(?:of|for)\\s${NAME}`,
    `${NAME},?\\s\\(?(?:which|that)\\s(?:is|was)\\s${NAME}\\s(?:to|for|with|at)\\s`,
    `${NAME}\\s(?:is|was)\\s(?:just\\s)?(?:our|their)\\s${NAME}\\s(?:under|by)\\s(?:another|a different|a new)\\sname`,
    `${NAME}\\s(?:is|was)\\s(?:just\\s)?${NAME}\\s(?:under|by)\\s(?:another|a different|a new)\\sname`,
    `${NAME}\\s(?:has been |was )?(?:renamed|rebranded)\\s(?:to\\s|as\\s|itself\\s(?:as\\s)?)?${NAME}`,
    `${NAME}\\s(?:is|was)\\s(?:just\\s|only\\s)?(?:${OF}|another|a different|\\p{Lu}\\p{L}{1,30}(?:['’]s?)?)\\s(?:own\\s)?(?:name|label|word|term|tracking name|alias)\\s(?:for|of)\\s(?:${OF}\\s)?${NAME}`,
    `${NAME},?\\s(?:\\()?(?:aka|a\\.k\\.a\\.|alias|also (?:known|called|tracked|reported|named|referred to)(?: as)?|(?:formerly|previously|otherwise) (?:known|called|tracked)?(?: as)?)\\s${NAME}`,
    `${NAME},?\\s(?:which|whom|that)\\s${WHO}\\s(?:also\\s)?(?:calls?|called|tracks?|tracked|names?|named|dubs?|dubbed|labels?|labelled|knows?|reports?|follows?)\\s(?:as\\s)?${NAME}`,
    `${NAME}\\s(?:is|was|are)\\s(?:also\\s)?(?:tracked|known|called|reported|named|dubbed|labelled)\\s(?:by\\s${WHO}\\s)?(?:as\\s)?${NAME}`,
    `${NAME}\\s(?:is|are)\\s(?:the same (?:\\p{L}{1,20}\\s){0,2}?as|identical (?:to|with))\\s(?:${OF}\\s)?${NAME}`,
    `${NAME}\\sand\\s${NAME}\\sare\\s(?:one and the same|the same\\b|one (?:group|actor|malware|family)|identical|two names)`,
    `${WHO}\\s(?:also\\s)?(?:tracks?|tracked|knows?|reports?|reported|labels?|labelled|names?|calls?|dubs?|follows?)\\s(?:our\\s)?${NAME}\\sas\\s${NAME}`,
    `${NAME},?\\s\\(?(?:tracked|known|reported|named|dubbed|labelled|called)\\s(?:(?:by|to|at)\\s${WHO}\\s)?as\\s${NAME}`,
    `${NAME},?\\s\\(?(?:called|named|dubbed|labelled)\\s${NAME}\\s(?:by|at|in)\\s`,
    `\\b(?:name|label|alias|tracking name|word|term)\\sfor\\s(?:(?:our|the)\\s)?${NAME}(?:\\s\\p{Ll}{3,12})?(?:\\s(?:is|was)|\\s{0,2}:)\\s${NAME}`,
    `${NAME},?\\s\\(?(?:the\\s)?same\\s\\p{Ll}{3,12}\\sas\\s(?:our\\s)?${NAME}`,
    `\\b[Ww]hat\\s${WHO}\\s(?:calls?|tracks as|names?|dubs?|labels?)\\s${NAME}\\s(?:is|was)\\s(?:our|the same as|just|simply)\\s${NAME}`,
    `${NAME}\\s\\((?!${ROLES}:)\\p{Lu}\\p{Ll}[\\p{L}\\p{N}]{0,30}(?: \\p{Lu}[\\p{L}\\p{N}]{0,30})?:\\s?${NAME}\\)`,
    `${NAME}\\s(?:also\\s)?goes by (?:the name )?(?:of )?${NAME}`,
    `${NAME}\\s\\((?:our|we call it|we say|for us|ours:)\\s${NAME}\\)`,
    `${NAME}\\s{0,2}[;,:(–—-]?\\s{0,2}(?:[Aa]lias(?:es)?|aka|AKA|[Aa]lso known as|[Oo]ther names?)\\s{0,2}:\\s{0,2}${NAME}`,
  ].map(pattern => new RegExp(pattern, 'gu')),
);
const cueWords = lazy(
  () =>
    new RegExp(
      alternatives(
        /=|≈/,
        // "The name for", "aka", "also known".
        /\bname for\b|\blabel for\b|\bword for\b|\bterm for\b/,
        /\baka\b|\ba\.k\.a\.|\balias\b|\balso \w+/,
        /\bformerly\b|\bpreviously\b|\botherwise\b/,
        /\bwhich\b|\bwhom\b/,
        // "Tracked as", "the same as".
        /\btracked\b|\bknown\b|\bcalled\b|\breported\b|\bnamed\b|\bdubbed\b|\blabelled\b/,
        /\bsame\b|\bidentical\b|\btwo names\b/,
        // "Our", "calls", "goes by".
        /\b(?:our|we call it|we say|for us|ours:) |\bcall(?:s|ed)? |\btracks? /,
        /\b(?:knows?|reports?|labels?|names?|dubs?|follows?)\b|\balias(?:es)?\b|\bgoes by\b/,
        /\bwhat \w|\brenamed\b|\brebranded\b/,
        /\btheir [a-z\u00aa-\uffff]|\bunder another\b|\bnew name\b/,
        /\([a-z\u00aa-\uffff][^():]{1,60}:/,
      ),
      'i', // every passage of every note is asked: with Unicode it takes ten times as long
    ),
);
const MOST_TEXT = 4_000_000;

const ofStory = new WeakMap<StoryView, readonly Equation[]>();

/** Equations in the Story's notes, from sources that this draft may use. */
export function equationsOf(document: DocumentView, story: StoryView): readonly Equation[] {
  let found = ofStory.get(story);
  if (!found) {
    found = search(story.sources);
    ofStory.set(story, found);
  }
  return found.length === 0 ? found : found.filter(equation => story.mayOffer(equation.source, document));
}

function search(sources: ReadonlyMap<string, Source>): readonly Equation[] {
  const equations: Equation[] = [];
  let read = 0;
  for (const source of sources.values()) {
    const own = equationsOfSource(source);
    read += own.length;
    if (read > MOST_TEXT) return equations;
    equations.push(...own.equations);
  }
  return equations;
}

const ofSource = new WeakMap<Source, { readonly equations: readonly Equation[]; readonly length: number }>();

/** Those of one Source, kept as long as it lives: a note that changes leaves the others as they are. */
function equationsOfSource(source: Source): { readonly equations: readonly Equation[]; readonly length: number } {
  const known = ofSource.get(source);
  if (known) return known;
  const equations: Equation[] = [];
  let length = 0;
  let before = '';
  for (const passage of source.passages) {
    length += passage.text.length;
    if (length > MOST_TEXT) break;
    for (const [one, other] of equationsIn(passage.text)) equations.push({ one, other, source });
    const referred = referredIn(passage.text, before);
    if (referred) equations.push({ one: referred[0], other: referred[1], source });
    before = passage.text;
  }
  const found = { equations, length };
  ofSource.set(source, found);
  return found;
}

/** Pairs of names that a sentence calls one. */
export function equationsIn(sentence: string): readonly (readonly [string, string])[] {
  if (sentence.length > LONGEST_SENTENCE || !cueWords().test(sentence)) return [];
  const pairs: (readonly [string, string])[] = [];
  for (const pattern of equations()) {
    for (const match of sentence.matchAll(pattern)) {
      const [, one = '', other = ''] = match;
      if (nameKey(one) !== nameKey(other) && !/^(?:The|A|An|It|This|They|We|He|She|Who|Which)$/.test(one)) pairs.push([one, other]);
    }
  }
  return pairs;
}

/** "The group", as what a name has just been used for. */
const THING = /group|actor|malware|loader|family|tool|implant|bot|botnet|crew|gang|program|thing/.source;
/** "Harrier calls it Tin Sparrow", "the vendor tracks the same actor as Tin Sparrow". */
const referredWords = lazy(
  () =>
    new RegExp(
      String.raw`(?:^|[\s,:;(])(${WHO})\s(?:also\s)?(?:${alternatives(
        String.raw`(?:calls?|called|names?|named|dubs?|dubbed|labels?)\s(?:it|them|this|the (?:${THING})|(?:the|this|that) same (?:${THING}|one|sample))\s`,
        String.raw`(?:tracks?|tracked|knows?|reports?|follows?)\s(?:it|them|this|the (?:${THING})|the same (?:${THING}))\sas\s`,
      )})${NAME}`,
      'u',
    ),
);
/** Capitalised because they begin a sentence, and no names. */
const OPENER = new RegExp(
  `^(?:${alternatives(
    /I|It|He|She|We|They|You/,
    /The|A|An|This|That|These|Those|There|Here/,
    // Prepositions and conjunctions.
    /In|On|At|By|For|From|Of|To|With|As|And|But|So|Or|Not|No/,
    /Also|Then|Since|After|Before|When|While|If/,
    /Our|Their|Its|His|Her|My/,
    // Numbers, quantities.
    /Both|One|Two|Three|Some|Many|Most|All/,
    /Nobody|Nothing|Everyone|Everything|Someone/,
    /Yesterday|Today|Now|Still|Later/,
    /Active|Same|New|Old/,
    // "Note", "said", "what".
    /Note|Notes|Source|Says|Said|Call|Asked/,
    /What|Which|Who|Why|How/,
  )})$`,
);
const CAPITALISED = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]{1,30}(?:[ -]\p{Lu}[\p{L}\p{N}]{0,30}){0,2}/gu;

/**
 * The pair of "Harrier calls it Tin Sparrow": what "it" stands for is the one name of the sentence so far, or of the sentence before.
 * Undefined where there are several, or none.
 */
export function referredIn(sentence: string, before: string): readonly [string, string] | undefined {
  if (sentence.length > LONGEST_SENTENCE || before.length > LONGEST_SENTENCE) return undefined;
  const match = referredWords().exec(sentence);
  if (!match) return undefined;
  const [, who = '', other = ''] = match;
  const namesOf = (text: string): string[] => [
    ...new Set(
      [...text.matchAll(CAPITALISED)]
        .map(([name]) => name)
        .filter(name => !OPENER.test(name) && !who.includes(name) && nameKey(name) !== nameKey(other)),
    ),
  ];
  const here = namesOf(sentence.slice(0, match.index));
  const candidates = here.length > 0 ? here : namesOf(before);
  const [only] = candidates;
  return only !== undefined && candidates.length === 1 ? [only, other] : undefined;
}

/** Whether the text between two names in one sentence, or what stands around them, says that they go together. */
export function saysSame(
  sentence: string,
  first: { readonly start: number; readonly end: number },
  second: { readonly start: number; readonly end: number },
): boolean {
  const [a, b] = first.start <= second.start ? [first, second] : [second, first];
  const between = sentence.slice(a.end, b.start);
  if (between.length > 160) return false;
  if (/^[\s"”’]{0,3}(?:[([]|\/|=|,? or\b)/.test(between) && between.length < 60) return true;
  // "Deedmoth, the PageBeetle of Harbourlight's reports", "Copperwire, Pelorus's HollowReed,": what somebody's name for it is, in apposition.
  const behind = sentence.slice(b.end, b.end + 24);
  if (
    /^,? ?[(–—-]? ?(?:(?:the|their|its|his|her|our) |(?:the )?(?:\p{Lu}[\p{L}\p{N}]{1,20} ){0,2}\p{Lu}[\p{L}\p{N}]{1,30}['’]s? )["“‘]?$/u.test(
      between,
    ) &&
    /^,/.test(between.trimStart()) &&
    /^["”’]?(?: (?:of|in|to|for|from|at) |[,.;)–—]| ?[–—])/.test(behind)
  )
    return true;
  // A list of names that follow one cue: "also known as X, Y and Z".
  const lead = sentence.slice(Math.max(0, a.start - 120), a.start);
  const cue =
    /\b(?:aka|a\.k\.a\.|alias(?:es)?|also|tracked|tracks|known|called|calls|named|names|dubbed|reported as|formerly|previously|otherwise|referred to|refers to|same|identical|name for|label for|overlaps? with|synonym)\b/i;
  if (cue.test(between)) return true;
  return (
    /^[\s,"“”/]{0,4}(?:and |or )?["“]?$/.test(between) &&
    /\b(?:aka|a\.k\.a\.|alias(?:es)?|also (?:known|called|tracked|reported|named)|tracked|known|variously|names?)\b/i.test(lead)
  );
}
