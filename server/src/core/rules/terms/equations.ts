// Owns: where a text says that two names go together ("which X tracks as Y", "Y is their name for X", "X (aka Y)").
// Must not know: rules, findings; which names are known to tables.
import type { Source } from '../../evidence/types.ts';
import { nameKey } from '../../lexicon/stop-list.ts';
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

const EQUATIONS = [
  `${NAME}\\s{0,3}(?:=|==|≈)\\s{0,3}(?:${OF}\\s){0,2}${NAME}`,
  `${NAME}\\s(?:is|was)\\s(?:just\\s|only\\s)?(?:${OF}|another|a different|\\p{Lu}\\p{L}{1,30}(?:['’]s?)?)\\s(?:own\\s)?(?:name|label|word|term|tracking name|alias)\\s(?:for|of)\\s(?:${OF}\\s)?${NAME}`,
  `${NAME},?\\s(?:\\()?(?:aka|a\\.k\\.a\\.|alias|also (?:known|called|tracked|reported|named|referred to)(?: as)?|(?:formerly|previously|otherwise) (?:known|called|tracked)?(?: as)?)\\s${NAME}`,
  `${NAME},?\\s(?:which|whom|that)\\s${WHO}\\s(?:also\\s)?(?:calls?|called|tracks?|tracked|names?|named|dubs?|dubbed|labels?|labelled|knows?|reports?|follows?)\\s(?:as\\s)?${NAME}`,
  `${NAME}\\s(?:is|was|are)\\s(?:also\\s)?(?:tracked|known|called|reported|named|dubbed|labelled)\\s(?:by\\s${WHO}\\s)?(?:as\\s)?${NAME}`,
  `${NAME}\\s(?:is|are)\\s(?:the same (?:\\p{L}{1,20}\\s){0,2}?as|identical (?:to|with))\\s(?:${OF}\\s)?${NAME}`,
  `${NAME}\\sand\\s${NAME}\\sare\\s(?:one and the same|the same\\b|one (?:group|actor|malware|family)|identical|two names)`,
].map(pattern => new RegExp(pattern, 'gu'));
const CUE =
  /=|≈|\bname for\b|\blabel for\b|\bword for\b|\bterm for\b|\baka\b|\ba\.k\.a\.|\balias\b|\balso \w+|\bformerly\b|\bpreviously\b|\botherwise\b|\bwhich\b|\bwhom\b|\btracked\b|\bknown\b|\bcalled\b|\breported\b|\bnamed\b|\bdubbed\b|\blabelled\b|\bsame\b|\bidentical\b|\btwo names\b/;
const MOST_TEXT = 4_000_000;

const kept = new WeakMap<ReadonlyMap<string, Source>, { readonly revision: number; readonly equations: readonly Equation[] }>();

/** Equations in the Story's notes, from sources that this draft may use. */
export function equationsOf(document: DocumentView, story: StoryView): readonly Equation[] {
  let found = kept.get(story.sources);
  if (!found || found.revision !== story.evidence.revision) {
    found = { revision: story.evidence.revision, equations: search(story.sources) };
    kept.set(story.sources, found);
  }
  return found.equations.filter(equation => story.mayOffer(equation.source, document));
}

function search(sources: ReadonlyMap<string, Source>): readonly Equation[] {
  const equations: Equation[] = [];
  let read = 0;
  for (const source of sources.values()) {
    for (const passage of source.passages) {
      read += passage.text.length;
      if (read > MOST_TEXT) return equations;
      for (const [one, other] of equationsIn(passage.text)) equations.push({ one, other, source });
    }
  }
  return equations;
}

/** Pairs of names that a sentence calls one. */
export function equationsIn(sentence: string): readonly (readonly [string, string])[] {
  if (sentence.length > 2000 || !CUE.test(sentence)) return [];
  const pairs: (readonly [string, string])[] = [];
  for (const pattern of EQUATIONS) {
    for (const match of sentence.matchAll(pattern)) {
      const [, one = '', other = ''] = match;
      if (nameKey(one) !== nameKey(other) && !/^(?:The|A|An|It|This|They|We|He|She|Who|Which)$/.test(one)) pairs.push([one, other]);
    }
  }
  return pairs;
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
