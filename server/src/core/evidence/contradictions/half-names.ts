// Owns: names of two words of which the notes have one half with another one: "Harbor Heights" for "Harbor Hill".
// Must not know: verdicts, rules, spelling of single names, what people do.
import { isDayOrMonth } from '../../lexicon/calendar.ts';
import { isTitleWord } from '../../lexicon/titles.ts';
import { alternatives } from '../../text/alternatives.ts';
import { type KeyedText, type KeyedWord, keyedPassage } from '../alignment.ts';
import type { Difference, Passage } from '../types.ts';
import { type Comparing, drafted, isStated, quotedSpans, sharedApart } from './comparing.ts';

/** Where a half stands in its name. */
type Half = 'first' | 'last';

/** At most one difference for each name of two words in the claim. */
export function halfNameDifferences(comparing: Comparing): Difference[] {
  const { words, claim } = comparing;
  const quoted = quotedSpans(comparing);
  const differences: Difference[] = [];
  for (const at of pairsIn(words)) {
    const [first, last] = [words.words[at] as KeyedWord, words.words[at + 1] as KeyedWord];
    const span = { start: first.start + claim.span.start, end: last.end + claim.span.start };
    if (!isStated(comparing, span, quoted)) continue;
    const isFirstKnown = isKnown(comparing, first);
    const isLastKnown = isKnown(comparing, last);
    if (isFirstKnown === isLastKnown) continue;
    const found = otherHalf(comparing, at, isFirstKnown ? 'first' : 'last');
    if (found === undefined) continue;
    const replacement = /['’]s$/.test(last.text) ? `${found.name}${last.text.slice(-2)}` : found.name;
    differences.push({ kind: 'name', span, drafted: drafted(comparing, span), noted: found.name, passage: found.passage, replacement });
  }
  return differences;
}

/** Places of the first words of names of exactly two words, titles before them left out. */
function pairsIn(text: KeyedText): number[] {
  const pairs: number[] = [];
  for (let at = 0; at < text.words.length; at++) {
    if (!isPart(text, at)) continue;
    let last = at;
    while (last + 1 < text.words.length && isPart(text, last + 1) && touches(text, last)) last++;
    let first = at;
    while (first < last && isTitleWord((text.words[first] as KeyedWord).folded)) first++;
    if (last === first + 1) pairs.push(first);
    at = last;
  }
  return pairs;
}

const NO_PART = /^(?:ltd|inc|llc|plc|gmbh|ag|group|company|corp|corporation|holding|the)$/;

function isPart(text: KeyedText, at: number): boolean {
  const word = text.words[at] as KeyedWord;
  return (
    !word.isFunction &&
    !word.isNumber &&
    /^\p{Lu}\p{L}*\p{Ll}(?:['’-]\p{L}+)*$/u.test(word.text) &&
    !NO_PART.test(bare(word)) &&
    !isDayOrMonth(bare(word))
  );
}

function touches(text: KeyedText, at: number): boolean {
  const [word, next] = [text.words[at] as KeyedWord, text.words[at + 1] as KeyedWord];
  return text.text.slice(word.end, next.start) === ' ' && !/['’]s$/.test(word.text);
}

function bare(word: KeyedWord): string {
  return word.folded.replace(/['’]s$/, '');
}

/** Any evidence has the word, in whatever case. */
function isKnown({ find }: Comparing, word: KeyedWord): boolean {
  return find(word.text).some(passage => keyedPassage(passage).words.some(other => bare(other) === bare(word)));
}

interface Found {
  readonly name: string;
  readonly passage: Passage;
}

interface Named {
  readonly name: string;
  readonly passages: Passage[];
}

/** The one name of the notes that has the known half in the same place. */
function otherHalf(comparing: Comparing, at: number, known: Half): Found | undefined {
  const { words, claim, facts } = comparing;
  const [kept, lost] = known === 'first' ? [at, at + 1] : [at + 1, at];
  const [half, mine] = [words.words[kept] as KeyedWord, words.words[lost] as KeyedWord];
  // Whoever begins a sentence with a capital may be no part of the name.
  if (lost === 0 && (comparing.weights[lost] ?? 0) < TELLING) return undefined;
  // "East Marlow" and "West Marlow" are two places.
  if (known === 'last' && (KIN.test(words.text) || GENERIC.test(bare(mine)))) return undefined;
  // The police and the library of one town are two bodies.
  if (known === 'first' && isKindOfBody(bare(mine))) return undefined;
  const passages = new Set([...comparing.candidates.map(one => one.passage), ...comparing.find(half.text)]);
  const names = new Map<string, Named>();
  for (const passage of passages) {
    const text = keyedPassage(passage);
    for (const [place, other] of text.words.entries()) {
      if (bare(other) !== bare(half)) continue;
      const pair = known === 'first' ? place : place - 1;
      if (pair < 0 || pair + 1 >= text.words.length || !isPart(text, pair) || !isPart(text, pair + 1) || !touches(text, pair)) continue;
      const theirs = text.words[known === 'first' ? place + 1 : place - 1] as KeyedWord;
      if (isTitleWord(theirs.folded) || isSameStem(bare(mine), bare(theirs))) return undefined;
      const name = text.text.slice((text.words[pair] as KeyedWord).start, (text.words[pair + 1] as KeyedWord).end).replace(/['’]s$/, '');
      const named = names.get(bare(theirs)) ?? { name, passages: [] };
      names.set(bare(theirs), named);
      named.passages.push(passage);
    }
  }
  const [[theirHalf, named] = []] = names;
  if (theirHalf === undefined || named === undefined || names.size > 1 || facts.tree.prose.includes(named.name)) return undefined;
  const { name, passages: holders } = named;
  if (ALSO.test(words.text)) return undefined;
  // "Sarah Wiik" for Sanna Wiik, whatever is told of her; "Tilde" and "Ola" Brask are two people.
  const [holder] = holders;
  if (known === 'last' && holder !== undefined && theirHalf.slice(0, 2) === bare(mine).slice(0, 2)) return { name, passage: holder };
  const start = (words.words[at] as KeyedWord).start + claim.span.start;
  const apart = [{ start, end: (words.words[at + 1] as KeyedWord).end + claim.span.start }];
  const candidate = comparing.candidates.find(one => {
    if (!holders.includes(one.passage)) return false;
    const shared = sharedApart(comparing, one, apart);
    return shared.words >= (one.cited ? 1.5 : 2) && shared.coverage >= (one.cited ? 0.25 : 0.35);
  });
  return candidate === undefined ? undefined : { name, passage: candidate.passage };
}

/** What is told of another beside the one that the notes name. */
const ALSO = /\b(?:also|too|as well|another|other|others|like|unlike|rival|neighbouring)\b/i;

const TELLING = 0.9;

/** People with one surname are related as often as mixed up. */
const KIN =
  /\b(?:brother|sister|wife|husband|son|daughter|father|mother|cousin|uncle|aunt|widow|widower|parents?|family|relatives?|nephew|niece|siblings?|grandson|grandfather|grandmother|namesake)s?\b/i;

/** Words that begin the names of many. */
const GENERIC = new RegExp(
  `^(?:${alternatives(
    /hotel|port/,
    /north|south|east|west|northern|southern|eastern|western/,
    /new|old|upper|lower|great|little|saint|st/,
    // Land, water and places.
    /lake|mount|river|cape|fort|bay/,
    // What is public.
    /city|town|county|state/,
    /national|federal|royal|central|international|united|public|general/,
    /first|second/,
    // Bodies.
    /bank|university|institute|college|school|hospital|clinic/,
    /ministry|department|office|agency|council|court/,
    // Stations and papers.
    /station|radio|daily|evening|morning/,
    // Streets and houses.
    /street|road|bridge|harbou?r|island|islands|valley|hill|house|park/,
    // What firms sell.
    /systems?|services?|security|labs?|research|software|networks?|technolog(?:y|ies)/,
    /solutions?|media|group|partners?/,
    /energy|water|power|health|insurance/,
    /mutual|mail|news|times|post/,
    // Colours and light.
    /black|white|red|blue|green|grey|gray|silver|golden?/,
    /dark|bright|operation/,
  )})$`,
);

/** What many towns and firms have one of. */
function isKindOfBody(word: string): boolean {
  return !BUSINESS.test(word) && (GENERIC.test(word) || FIRM.test(word) || BODY.test(word));
}

/** What firms call themselves: two of one name are one firm more often than two. */
const BUSINESS =
  /^(?:systems?|services?|labs?|software|networks?|technolog(?:y|ies)|solutions?|group|partners?|logistics|consulting|capital|holdings|motors|pharma)$/;

const BODY = new RegExp(
  `^(?:${alternatives(
    /police|library|archives?/,
    /post|theat(?:re|er)|cinema|zoo|opera|orchestra/,
    // Houses of worship, prisons.
    /church|cathedral|abbey|mosque|synagogue|temple/,
    /prison|jail/,
    // Transport.
    /airport|airfield|station|terminal|railways?|transit|transport|ferr(?:y|ies)|buses|trams?/,
    /stadium|arena|academy/,
    // The state, science and care.
    /parliament|senate|assembly|government|administration|chamber/,
    /institut(?:e|ion)|laborator(?:y|ies)|observatory/,
    /pharmacy|surgery|ambulance|rescue|fire|brigade|guard/,
    // Guards and forces.
    /customs|coastguard|navy|army|tribunal/,
    // Shops and inns.
    /exchange|stores?|shops?|market|supermarket|mall|bakery/,
    /hotel|inn|restaurant|caf[eé]|bar/,
    // Works and farms.
    /garage|factory|mill|mine|refinery|plant|foundry|shipyard|yard|docks?/,
    /farms?|vineyard|estate|gardens?|pool|baths/,
    // Clubs and what they hold.
    /united|rovers|rangers|athletic|festival|marathon|conference/,
    // Papers and stations.
    /observer|herald|gazette|tribune|chronicle|courier|journal|telegraph|mirror|star|sun|echo/,
    /television|tv|broadcasting|telecom|mobile/,
    // Supply and waste.
    /electric|electricity|gas|waterworks|utility|utilities|sewage|waste/,
    // Money.
    /housing|properties|insurers?|savings|credit|finance|financial|investments?/,
    // Carriers.
    /airways|aviation|lines?|freight|cargo|haulage/,
    // What is made.
    /steel|chemicals?|foods?|textiles?|electronics|engineering/,
    /construction|builders/,
    // Schools.
    /primary|secondary|grammar|faculty|seminary|nursery|kindergarten/,
  )})$`,
);

const FIRM = new RegExp(
  `^(?:${alternatives(
    /foundation|trust|association|society|union|league|federation/,
    /authority|board|committee|commission/,
    /centre|center|works|mining|motors|airlines?|shipping|industries/,
    /pharma|logistics|consulting|capital|holdings|brewery|dairy/,
    /press|studio|studios|wire|cert|bureau|club|fund/,
    /museum|gallery|hall|tower|square/,
  )})$`,
);

/** "Harbour" and "Harbor", "System" and "Systems", "Tech" and "Technologies". */
function isSameStem(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short.slice(0, Math.max(3, short.length - 1)))) return true;
  return a.replace(/our/g, 'or').replace(/re$/, 'er') === b.replace(/our/g, 'or').replace(/re$/, 'er');
}
