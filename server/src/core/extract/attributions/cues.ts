// Owns: finding the words that attribute something, and the source that each names.
// Must not know: which quotes they cover, other blocks.
import { PASSIVE_PARTICIPLES, reportingVerb } from '../../lexicon/reporting-verbs.ts';
import { DETERMINERS, DOCUMENT_NOUNS, PRONOUNS, VAGUE_GROUP_NOUNS } from '../../lexicon/source-nouns.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Item } from './items.ts';
import { markCue } from './marks.ts';
import { isFiller, isNamed, isSourceNoun, phraseAfter, phraseBefore } from './phrases.ts';
import { type Cue, nearQuote, verbCue } from './verb-cues.ts';
import { makerOf } from './works.ts';

const VIEW_NOUNS = new Set([
  'view',
  'words',
  'opinion',
  'account',
  'telling',
  'eyes',
  'estimate',
  'estimates',
  'reading',
  'assessment',
  'judgement',
  'judgment',
]);

/** "By the ministry's count", "on the police's figures": what somebody comes to. */
const COUNT_NOUNS = new Set(
  'account admission calculation calculations count counts estimate estimates figures measurements numbers reading reckoning records tally telling'.split(
    ' ',
  ),
);

/** All cues of a row of items, in order. Linear: each looks at a bounded number of items around it. */
export function findCues(items: readonly Item[]): Cue[] {
  const cues: Cue[] = [];
  let sentence = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as Item;
    if (item.kind === 'stop') {
      sentence = i + 1;
      continue;
    }
    const cue = item.kind === 'word' ? wordCue(items, i, sentence) : item.kind === 'mark' ? markCue(items, i, sentence) : undefined;
    if (!cue) continue;
    const last = cues[cues.length - 1];
    if (last && last.to > cue.from) continue;
    cues.push(cue);
  }
  return cues;
}

function wordCue(items: readonly Item[], i: number, sentence: number): Cue | undefined {
  const item = items[i] as Item;
  switch (item.lower) {
    case 'according':
      return items[i + 1]?.lower === 'to' ? frame(items, i, i + 2, 'according to') : undefined;
    case 'per': {
      // "Per Northern Wire, …", but not Per Moen.
      const framed =
        items[i + 1]?.capital && (i === sentence || items[i - 1]?.text === ',') ? frame(items, i, i + 1, 'according to') : undefined;
      return framed?.source &&
        items[framed.source.to]?.text === ',' &&
        reportingVerb(items[framed.source.to + 1]?.lower ?? '') === undefined
        ? framed
        : undefined;
    }
    case 'based':
      return items[i + 1]?.lower === 'on' ? basisCue(items, i, sentence) : undefined;
    case 'citing':
      return { ...frame(items, i, i + 1, 'cite'), relayed: true };
    case 'reportedly':
    case 'allegedly':
    case 'purportedly':
    case 'supposedly':
      return { from: i, to: i + 1, lemma: item.lower, force: 'doubtful', order: 'passive' };
    case 'in':
      return viewCue(items, i, VIEW_NOUNS);
    case 'by':
    case 'on':
      return viewCue(items, i, COUNT_NOUNS);
    case 'going':
    case 'judging':
      return items[i + 1]?.lower === 'by' ? frame(items, i, i + 2, 'according to') : undefined;
    case 'it':
      return impersonal(items, i);
    case 'went':
    case 'goes':
    case 'go':
      return items[i + 1]?.lower === 'on' && nearQuote(items, i, i + 2)
        ? verbCue(items, i, i + 2, { verb: { lemma: 'go on', force: 'neutral', use: 'speech' }, form: 'past', ambiguous: true }, sentence)
        : undefined;
    case 'let':
    case 'lets':
      return items[i + 1]?.lower === 'slip' && (items[i + 2]?.lower === 'that' || nearQuote(items, i, i + 2))
        ? verbCue(
            items,
            i,
            i + 2,
            { verb: { lemma: 'let slip', force: 'factive', use: 'speech' }, form: 'past', ambiguous: false },
            sentence,
          )
        : undefined;
    case 'pointed':
    case 'points':
      return items[i + 1]?.lower === 'out'
        ? verbCue(
            items,
            i,
            i + 2,
            { verb: { lemma: 'point out', force: 'factive', use: 'speech' }, form: 'past', ambiguous: false },
            sentence,
          )
        : undefined;
    case 'speak':
    case 'speaks':
    case 'spoke':
    case 'talk':
    case 'talked':
      if (items[i + 1]?.lower !== 'of') return undefined;
      // "The vendor still spoke of “medium severity”": whoever speaks of quoted words.
      return nearQuote(items, i, i + 2)
        ? verbCue(items, i, i + 2, { verb: { lemma: 'speak', force: 'neutral', use: 'speech' }, form: 'past', ambiguous: false }, sentence)
        : crowdCue(items, i, i + 2, 'speak');
    case 'see':
      // "Experts see the hand of a gang": what they saw they may have been shown.
      return VAGUE_GROUP_NOUNS.has(items[i - 1]?.lower ?? '') && !/^(?:that|the|this|what|how)$/.test(items[i - 2]?.lower ?? '')
        ? crowdCue(items, i, i + 1, 'see')
        : plainCue(items, i, sentence);
    case 'put':
    case 'puts':
      if (items[i + 1]?.lower === 'at') return putAtCue(items, i);
      if (item.lower === 'put' && items.slice(i + 1, i + 8).some(({ lower }) => lower === 'at')) {
        const cue = crowdCue(items, i, i + 1, 'put');
        if (cue) return cue;
      }
      return items[i + 1]?.lower === 'it'
        ? verbCue(items, i, i + 2, { verb: { lemma: 'put it', force: 'neutral', use: 'speech' }, form: 'past', ambiguous: false }, sentence)
        : workCue(items, i);
    case 'has':
    case 'tells':
    case 'told':
    case 'remembers':
    case 'recalls':
      return asCue(items, i) ?? plainCue(items, i, sentence);
    default:
      return (
        plainCue(items, i, sentence) ?? correctionCue(items, i) ?? (judges(items, i) ? crowdCue(items, i, i + 1, item.lower) : undefined)
      );
  }
}

/** "Observers regard the firm as badly led", "industry sources call it a swamp": what a crowd makes of something. */
function judges(items: readonly Item[], i: number): boolean {
  const pattern = JUDGES.get(items[i]?.lower ?? '');
  if (!pattern) return false;
  const stop = items.findIndex((item, at) => at > i && (item.kind === 'stop' || item.kind === 'mark'));
  const rest = items.slice(i + 1, stop < 0 ? i + 13 : Math.min(stop, i + 13)).map(item => item.lower);
  return pattern.test(rest.join(' '));
}

const PHRASE =
  "(?:(?!(?:when|if|every|each|at|on|in|for|from|with|to|before|after|because|and|or|once|twice)\\b)[\\p{L}\\d’'-]{1,20} ){1,6}?";
const AS = new RegExp(`^${PHRASE}as `, 'u');
/** "It when", "them back": no name for them. */
const GOES_ON = alternatives(
  /when|if|every|each|at|on|in|for|from|with|to|before|after|because|and|or/,
  /once|twice|back|again|up|daily|often|first|later/,
);
/** An object and what it is called: "it a swamp", "the firm a swamp", "them careless". */
const NAMES = new RegExp(
  `^(?:${alternatives(
    String.raw`(?:it|this|them|him|her) (?!(?:${GOES_ON})\b)\p{L}`,
    String.raw`${PHRASE}an? (?!(?:second|third|few|lot|day|week|month|hour|minute|year)\b)`,
    String.raw`${PHRASE}(?:to be |\p{L}{3,}(?:able|ible|ous|less|ful|ic|ish)$)`,
  )})`,
  'u',
);
const JUDGES: ReadonlyMap<string, RegExp> = new Map([
  ...['regard', 'describe', 'rate', 'view', 'label', 'judge', 'question', 'praise', 'criticise', 'criticize'].map(
    verb => [verb, AS] as const,
  ),
  ...['call', 'consider', 'deem'].map(verb => [verb, NAMES] as const),
  ...['blame', 'link', 'attribute', 'accuse'].map(verb => [verb, / (?:for|on|to|with|of) /] as const),
  ['reckon', /^(?:that|with|the|it)\b/],
]);

function plainCue(items: readonly Item[], i: number, sentence: number): Cue | undefined {
  const use = reportingVerb((items[i] as Item).lower);
  return (use && verbCue(items, i, i + 1, use, sentence)) ?? workCue(items, i) ?? tagCue(items, i);
}

/** "As Sorrel tells it", "as the firm has it": whose account it is. */
function asCue(items: readonly Item[], i: number): Cue | undefined {
  const source = items[i + 1]?.lower === 'it' ? phraseBefore(items, i) : undefined;
  if (source === undefined || items[source.from - 1]?.lower !== 'as') return undefined;
  return { from: i, to: i + 2, lemma: 'tell', force: 'neutral', source, order: 'before' };
}

/** So many words may stand between a verb and the colon behind which its words come. */
const TO_COLON = 7;

/** "The Courier corrected itself a week later: the lists covered 7,300 people": what somebody put right stands behind the colon. */
function correctionCue(items: readonly Item[], i: number): Cue | undefined {
  if (!/^(?:corrected|clarified|explained)$/.test(items[i]?.lower ?? '')) return undefined;
  const words = items.slice(i + 1, i + 1 + TO_COLON).findIndex(item => item.kind !== 'word');
  const colon = i + 1 + words;
  if (words < 0 || items[colon]?.text !== ':' || items[colon + 1]?.kind !== 'word') return undefined;
  const source = phraseBefore(items, i);
  return source && isNamed(items, source) ? { from: i, to: i + 1, lemma: 'correct', force: 'neutral', source, order: 'before' } : undefined;
}

/** What a document does behind what it holds. */
const HOLDS = new RegExp(
  `^(?:${alternatives(
    /confirm|confirms|confirmed|describe|describes|described/,
    /find|finds|found|have|has/,
    /indicate|indicates|indicated|list|lists|listed/,
    /note|notes|noted|read|reads/,
    /record|records|recorded|reveal|reveals|revealed/,
    /say|says|said|show|shows|showed/,
    /state|states|stated|suggest|suggests|suggested/,
    /tell|tells/,
  )})$`,
);

/** "…, the minutes show.", "…, as the indictment notes,": a document behind a comma or "as", and nothing behind its verb. */
function tagCue(items: readonly Item[], i: number): Cue | undefined {
  const item = items[i] as Item;
  if (!HOLDS.test(item.lower)) return undefined;
  const to = items[i + 1]?.lower === 'it' ? i + 2 : i + 1;
  const next = items[to];
  if (next !== undefined && next.kind !== 'stop' && !(next.kind === 'mark' && /^[.,;)]$/.test(next.text))) return undefined;
  const source = phraseBefore(items, i);
  const before = source && items[source.from - 1];
  if (!source || !(before?.lower === 'as' || (before?.kind === 'mark' && before.text === ','))) return undefined;
  if (!items.slice(source.from, source.to).some(({ lower }) => DOCUMENT_NOUNS.has(lower))) return undefined;
  const { lemma, force } = reportingVerb(item.lower)?.verb ?? { lemma: 'show', force: 'neutral' };
  return { from: i, to, lemma, force, source, order: 'before' };
}

/** "Measurements by APNIC show 41 percent": a work that says so, and who made it. */
function workCue(items: readonly Item[], i: number): Cue | undefined {
  const source = makerOf(items, i);
  if (source === undefined) return undefined;
  const { lemma, force } = reportingVerb((items[i] as Item).lower)?.verb ?? { lemma: 'show', force: 'neutral' };
  return { from: i, to: i + 1, lemma, force, source, order: 'before' };
}

const ABOUT =
  /^(?:about|almost|around|at|between|over|more|nearly|roughly|some|up|an?|half|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$/;

/** "The damage is put at nine million": somebody reckons, and nobody says who. */
function putAtCue(items: readonly Item[], i: number): Cue | undefined {
  const figure = items[i + 2];
  if (!/^(?:is|are|was|were|been)$/.test(items[i - 1]?.lower ?? '') || figure === undefined) return undefined;
  if (!/^[\d$€£]/.test(figure.text) && !ABOUT.test(figure.lower)) return undefined;
  let by: Cue['source'];
  for (let ahead = i + 3; ahead < Math.min(items.length, i + 12) && by === undefined && items[ahead]?.text !== '.'; ahead++)
    if (items[ahead]?.lower === 'by') by = phraseAfter(items, ahead + 1);
  return { from: i - 1, to: i + 2, lemma: 'put at', force: 'doubtful', order: 'passive', ...(by ? { source: by } : {}) };
}

/** "Sources in the industry speak of a dozen victims." */
function crowdCue(items: readonly Item[], i: number, to: number, lemma: string): Cue | undefined {
  const source = phraseBefore(items, i);
  if (!source || !items.slice(source.from, source.to).some(item => VAGUE_GROUP_NOUNS.has(item.lower))) return undefined;
  return { from: i, to, lemma, force: 'neutral', order: 'before', source };
}

function frame(items: readonly Item[], from: number, to: number, lemma: string): Cue {
  const pronoun =
    /^(?:him|her|them|us)$/.test(items[to]?.lower ?? '') &&
    !(items[to + 1]?.kind === 'word' && isSourceNoun((items[to + 1] as Item).lower));
  const source = pronoun ? { from: to, to: to + 1, extent: { from: to, to: to + 1 } } : phraseAfter(items, to);
  return { from, to, lemma, force: 'neutral', order: 'frame', ...(source ? { source } : {}) };
}

/** "in Raman's view", "in the words of Raman", "by its own reckoning". */
function viewCue(items: readonly Item[], i: number, nouns: ReadonlySet<string>): Cue | undefined {
  for (let j = i + 1; j < Math.min(items.length, i + 8); j++) {
    const item = items[j] as Item;
    if (item.kind !== 'word') return undefined;
    if (!nouns.has(item.lower)) continue;
    if (items[j + 1]?.lower === 'of' && items[j - 1]?.lower === 'the') return frame(items, i, j + 2, 'according to');
    const end = items[j - 1]?.lower === 'own' ? j - 1 : j;
    const owner = items[end - 1] as Item;
    const owned = /['’]s?$/.test(owner.text) || ['his', 'her', 'its', 'their'].includes(owner.lower);
    if (!owned || end - 1 <= i - (end < j ? 1 : 0)) return undefined;
    return {
      from: i,
      to: j + 1,
      lemma: 'according to',
      force: 'neutral',
      order: 'frame',
      source: { from: i + 1, to: end, extent: { from: i + 1, to: end } },
    };
  }
  return undefined;
}

const BASES =
  /^(?:observations?|data|findings?|research|analys[ei]s|telemetry|figures|statistics|investigations?|reports?|reporting|surveys?|accounts?|records?)$/;

/** "Based on the vendor's telemetry, …": the owner of what it is based on. */
function basisCue(items: readonly Item[], i: number, sentence: number): Cue | undefined {
  if (i !== sentence && items[i - 1]?.text !== ',') return undefined;
  for (let j = i + 2; j < Math.min(items.length, i + 10); j++) {
    const item = items[j] as Item;
    if (item.kind !== 'word') return undefined;
    if (!BASES.test(item.lower)) continue;
    let from = i + 2;
    if (/^(?:from|by|of)$/.test(items[j + 1]?.lower ?? '')) return frame(items, i, j + 2, 'according to');
    if (!/['’]s?$/.test((items[j - 1] as Item).text)) return undefined;
    if (DETERMINERS.has((items[from] as Item).lower)) from++;
    if (from >= j) return undefined;
    return {
      from: i,
      to: j + 1,
      lemma: 'according to',
      force: 'neutral',
      order: 'frame',
      source: { from, to: j, extent: { from: i + 2, to: j } },
    };
  }
  return undefined;
}

/** "it is believed that", "it has been reported that". */
function impersonal(items: readonly Item[], i: number): Cue | undefined {
  let j = i + 1;
  if (!/^(?:is|was|has|had|'s)$/.test(items[j]?.lower ?? '')) return undefined;
  for (j++; isFiller(items[j]) || items[j]?.lower === 'been' || items[j]?.lower === 'widely'; j++) if (j - i > 5) return undefined;
  const verb = items[j];
  if (!verb || !PASSIVE_PARTICIPLES.has(verb.lower)) return undefined;
  const next = items[j + 1];
  const by = next?.lower === 'by' ? phraseAfter(items, j + 2) : undefined;
  if (
    !by &&
    next?.lower !== 'that' &&
    !(next?.kind === 'word' && (next.capital || DETERMINERS.has(next.lower) || PRONOUNS.has(next.lower)))
  )
    return undefined;
  const use = reportingVerb(verb.lower);
  // "assumed", "rumoured": participles of verbs that report in the passive alone.
  const lemma = use?.verb.lemma ?? (/umed$/.test(verb.lower) ? verb.lower.slice(0, -1) : verb.lower.replace(/ed$/, ''));
  return { from: i, to: j + 1, lemma, force: use?.verb.force ?? 'doubtful', order: 'passive', ...(by ? { source: by } : {}) };
}
