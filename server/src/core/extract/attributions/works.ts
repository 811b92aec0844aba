// Owns: "measurements by APNIC show …", "the ministry's figures put …": what somebody made, and its maker as the source.
// Must not know: quotes, scopes, verbs of speech.
import { DETERMINERS } from '../../lexicon/source-nouns.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Item } from './items.ts';
import { isFiller, isSourceNoun, type Phrase, phraseAfter } from './phrases.ts';

/** What people make who count, measure and look things up. */
const WORK = new RegExp(
  `^(?:${alternatives(
    /measurements?|figures|numbers|data|telemetry|statistics/,
    /tests?|counts?|tall(?:y|ies)|surveys?|polls?|stud(?:y|ies)/,
    /analys[ei]s|audits?|scans?|estimates?|calculations?/,
    /investigations?|inquir(?:y|ies)|reviews?|reports?|examinations?|research/,
    /records|logs?|lists?|reconstructions?|documents?|assessments?|findings?/,
  )})$`,
);

/** What comes to a figure. */
const COUNT = /^(?:counts?|tall(?:y|ies)|estimates?|calculations?|surveys?|analys[ei]s|investigations?|audits?|reviews?)$/;

/** "figures compiled by the agency" */
const MADE =
  /^(?:compiled|collected|gathered|kept|made|done|published|released|prepared|commissioned|written|conducted|ordered|carried|shared|provided|obtained|seen|drawn)$/;

/** What such a work does, by its first word. */
const SAYS = new RegExp(
  `^(?:${alternatives(
    /shows?|showed|finds?|found|suggests?|suggested|indicates?|indicated/,
    /reveals?|revealed|confirms?|confirmed/,
    // What a list or count does.
    /counts?|counted|lists?|listed|records?|recorded|concludes?|concluded/,
    /identif(?:y|ies|ied)|estimates?|estimated|names|named/,
    // "Put", "came" and "turned": see below.
    /puts?|came|comes/,
    /points?|pointed|yields?|yielded|turned|has|have/,
  )})$`,
);

/** Words that must follow: "came to", "puts the figure at", "turned up", "has found". */
const THEN: ReadonlyMap<string, RegExp> = new Map([
  ['came', /^to$/],
  ['comes', /^to$/],
  ['point', /^to$/],
  ['points', /^to$/],
  ['pointed', /^to$/],
  ['turned', /^up$/],
  ['has', /^(?:found|shown|counted|identified|confirmed|turned)$/],
  ['have', /^(?:found|shown|counted|identified|confirmed|turned)$/],
]);

/** So many items before the verb the work is looked for. */
const REACH = 14;

/** The maker of the work that is the subject of the verb at item `at`; undefined where it is none. */
export function makerOf(items: readonly Item[], at: number): Phrase | undefined {
  const verb = (items[at] as Item).lower;
  if (!SAYS.test(verb)) return undefined;
  const needed = THEN.get(verb);
  if (needed !== undefined && !needed.test(items[at + 1]?.lower ?? '')) return undefined;
  const work = /^c[ao]me/.test(verb) ? COUNT : WORK;
  let to = at;
  while (isFiller(items[to - 1])) to--;
  // "A scan by the university in 2023 found"
  if (/^(?:19|20)\d\d$/.test(items[to - 1]?.text ?? '') && items[to - 2]?.lower === 'in') to -= 2;
  return ownerOf(items, to, work) ?? authorOf(items, to, work);
}

/** "the ministry's own figures" */
function ownerOf(items: readonly Item[], to: number, work: RegExp): Phrase | undefined {
  if (!work.test(items[to - 1]?.lower ?? '')) return undefined;
  for (let owner = to - 2; owner >= 0 && owner >= to - 5; owner--) {
    const item = items[owner] as Item;
    if (item.kind !== 'word') return undefined;
    if (!/['’]s?$/.test(item.text)) continue;
    let from = owner;
    while (from > 0 && items[from - 1]?.kind === 'word' && (items[from - 1]?.capital || DETERMINERS.has(items[from - 1]?.lower ?? '')))
      from--;
    if (!item.capital && !isSourceNoun(item.lower)) return undefined;
    return { from, to: owner + 1, extent: { from, to } };
  }
  return undefined;
}

/** "measurements by APNIC", "figures that the agency compiled" is not among them. */
function authorOf(items: readonly Item[], to: number, work: RegExp): Phrase | undefined {
  for (let place = to - 2; place > 0 && place >= to - REACH; place--) {
    const item = items[place] as Item;
    if (item.kind !== 'word') {
      if (item.kind === 'stop' || item.kind === 'quote') return undefined;
      continue;
    }
    if (!/^(?:by|from|of)$/.test(item.lower)) continue;
    // The verb may look like a part of the name.
    const rest = items.slice(place + 1, to);
    const maker = phraseAfter(rest, 0);
    if (maker?.to !== rest.length || !isBody(rest, maker)) continue;
    const [from, end] = [place + 1 + maker.from, place + 1 + maker.to];
    if (isWork(items, place - 1, item.lower, work)) return { from, to: end, extent: { from, to: end } };
  }
  return undefined;
}

/** Somebody with a name, or a body or role with an article: "the agency". */
function isBody(items: readonly Item[], { from, to }: Phrase): boolean {
  const words = items.slice(from, to);
  return words.some(word => word.capital && !DETERMINERS.has(word.lower)) || isSourceNoun((words.at(-1) as Item).lower);
}

/** Whether a work ends at an item, with what it is a work of or how it came about: "analysis of the logs", "figures compiled". */
function isWork(items: readonly Item[], end: number, preposition: string, work: RegExp): boolean {
  // A survey of the members is none by them.
  if (work.test(items[end]?.lower ?? ''))
    return preposition !== 'of' || /^(?:figures|numbers|records|findings|estimates?)$/.test(items[end]?.lower ?? '');
  if (preposition !== 'by') return false;
  const made = MADE.test(items[end]?.lower ?? '') || items[end]?.lower === 'out';
  for (let place = end - 1; place >= 0 && place >= end - 6; place--) {
    const { kind, lower } = items[place] as Item;
    if (kind !== 'word') return false;
    if (work.test(lower)) return made || /^(?:of|into|on|for|in|with|among)$/.test(items[place + 1]?.lower ?? '');
  }
  return false;
}
