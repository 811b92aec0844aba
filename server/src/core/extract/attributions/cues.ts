// Owns: finding the words that attribute something, and the source that each names.
// Must not know: which quotes they cover, other blocks.
import { PASSIVE_PARTICIPLES, type ReportingVerb, reportingVerb, type VerbUse } from '../../lexicon/reporting-verbs.ts';
import { DETERMINERS, DOCUMENT_NOUNS, PRONOUNS, VAGUE_GROUP_NOUNS } from '../../lexicon/source-nouns.ts';
import type { Item } from './items.ts';
import { markCue } from './marks.ts';
import { isFiller, isNamed, isSourceLike, isSourceNoun, type Phrase, phraseAfter, phraseBefore, subjectBefore } from './phrases.ts';
import { makerOf } from './works.ts';

/** A cue with its source, as places in the row of items. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly lemma: string;
  readonly force: ReportingVerb['force'];
  readonly source?: Phrase;
  /** `before`: source, cue, words. `after`: words, cue, source. `frame`: "according to X". `colon`: "X: …". `tail`: "… — X". */
  readonly order: 'before' | 'after' | 'frame' | 'colon' | 'tail' | 'passive';
  /** "citing two officials": relayed by the cue before it in the sentence. */
  readonly relayed?: boolean;
}

const NOT_BEFORE =
  /^(?:to|not|n't|never|cannot|without|of|for|by|the|a|an|its|their|his|her|our|my|your|this|these|those|no|any|such|recent|new|latest|public|first)$/;
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
      return items[i + 1]?.lower === 'slip'
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
      return items[i + 1]?.lower === 'of' ? crowdCue(items, i, i + 2, 'speak') : undefined;
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
    default:
      return plainCue(items, i, sentence) ?? (JUDGES.test(item.lower) ? crowdCue(items, i, i + 1, item.lower) : undefined);
  }
}

/** "Observers regard the firm as badly led", "industry sources call it a swamp": what a crowd makes of something. */
const JUDGES =
  /^(?:call|regard|describe|consider|rate|deem|view|label|judge|blame|link|attribute|reckon|praise|criticise|criticize|question|accuse)$/;

function plainCue(items: readonly Item[], i: number, sentence: number): Cue | undefined {
  const use = reportingVerb((items[i] as Item).lower);
  return (use && verbCue(items, i, i + 1, use, sentence)) ?? workCue(items, i) ?? tagCue(items, i);
}

/** What a document does behind what it holds. */
const HOLDS =
  /^(?:confirm|confirms|confirmed|describe|describes|described|find|finds|found|have|has|indicate|indicates|indicated|list|lists|listed|note|notes|noted|read|reads|record|records|recorded|reveal|reveals|revealed|say|says|said|show|shows|showed|state|states|stated|suggest|suggests|suggested|tell|tells)$/;

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

/** "Industry observers expect more of these", "experts think the case is thin": with a crowd these report without "that", too. */
const CROWD_VERBS = /^(?:expect|predict|anticipate|forecast|fear|foresee|think|believe|suspect|doubt|agree)$/;

function verbCue(items: readonly Item[], from: number, to: number, use: VerbUse, sentence: number): Cue | undefined {
  const { verb } = use;
  const before = items[from - 1];
  const quoted = nearQuote(items, from, to);
  const base = { from, to, lemma: verb.lemma, force: verb.force };
  if (isNegated(items, from)) return undefined;
  const passive = passiveCue(items, from, to, use);
  if (passive !== undefined) return passive ?? undefined;
  if (use.form === 'base' && before?.lower === 'to') {
    // "went on to say": the subject stands further left; only beside a quote is it worth a guess.
    const subject = quoted ? subjectBefore(items, from, sentence) : undefined;
    return subject ? { ...base, source: subject, order: 'before' } : undefined;
  }
  if (use.ambiguous && before && NOT_BEFORE.test(before.lower)) return undefined;
  if (verb.use === 'quote' && !quoted) return undefined;
  const crowd = CROWD_VERBS.test(verb.lemma) && VAGUE_GROUP_NOUNS.has(before?.lower ?? '');
  if (verb.use === 'clause' && !quoted && !crowd && !takesClause(items, to) && !forecasts(items, to, verb)) return undefined;
  if (!quoted && !crowd && !isReport(items, from, to, verb)) return undefined;
  if (use.form === 'gerund') {
    if (!quoted && verb.lemma !== 'say' && verb.lemma !== 'add') return undefined;
    if (before?.kind === 'word' && NOT_BEFORE.test(before.lower)) return undefined;
    const subject = nearestSubject(items, from, sentence);
    return subject ? { ...base, source: subject, order: 'before' } : undefined;
  }
  const after = invertedSource(items, from, to, quoted, use);
  if (after) return { ...base, source: after, order: 'after' };
  const source = phraseBefore(items, from) ?? coordinated(items, from, sentence);
  if (source && isPlausible(items, source, use, quoted, to)) return { ...base, source, order: 'before' };
  return undefined;
}

/** "is said to", "was quoted as saying", "said by Feld": null where it is passive and names nobody of use. */
function passiveCue(items: readonly Item[], from: number, to: number, use: VerbUse): Cue | null | undefined {
  if (use.form !== 'participle' && use.form !== 'past') return undefined;
  let j = from - 1;
  while (j >= 0 && isFiller(items[j]) && !/^(?:is|was|are|were|be|been|being)$/.test((items[j] as Item).lower)) j--;
  if (!/^(?:is|was|are|were|be|been|being)$/.test(items[j]?.lower ?? '')) {
    if (items[to]?.lower !== 'by' || !use.ambiguous) return undefined;
    return null;
  }
  const base = { from, to, lemma: use.verb.lemma, force: use.verb.force };
  const next = items[to]?.lower;
  if (next === 'as' && /^(?:saying|telling|writing)$/.test(items[to + 1]?.lower ?? '')) {
    const source = phraseBefore(items, j);
    return source ? { ...base, to: to + 2, lemma: 'say', source, order: 'before' } : null;
  }
  if (next === 'by') {
    const source = phraseAfter(items, to + 1);
    return source ? { ...base, to: to + 1, source, order: 'after' } : null;
  }
  if (next === 'to' && PASSIVE_PARTICIPLES.has((items[from] as Item).lower)) return { ...base, from: j, to: to + 1, order: 'passive' };
  return null;
}

function isNegated(items: readonly Item[], at: number): boolean {
  for (let j = at - 1; j >= 0 && j >= at - 3; j--) {
    const item = items[j] as Item;
    if (item.kind !== 'word') return false;
    if (/^(?:not|never|cannot)$/.test(item.lower) || item.lower.endsWith("n't")) return true;
    if (/^(?:declined|refused|failed|unable)$/.test(item.lower)) return true;
    if (!isFiller(item) && item.lower !== 'to') return false;
  }
  return false;
}

/** A quote stands beside the cue, on either side, with nothing but its source and a few words between. */
function nearQuote(items: readonly Item[], from: number, to: number): boolean {
  for (let j = to; j < items.length && j < to + 14; j++) {
    const item = items[j] as Item;
    if (item.kind === 'quote') return true;
    if (item.kind === 'stop') break;
  }
  for (let j = from - 1; j >= 0 && j > from - 14; j--) {
    const item = items[j] as Item;
    if (item.kind === 'quote') return true;
    if (item.kind === 'stop' && items[j - 1]?.kind !== 'quote') break;
  }
  return false;
}

const LISTENERS =
  /^(?:reporters|journalists|me|us|him|her|them|lawmakers|investors|congress|parliament|viewers|supporters|correspondents)$/;
/** "Told the Post", "told the court". */
const HEARERS =
  /^(?:paper|newspaper|magazine|agency|broadcaster|court|jury|judge|hearing|committee|inquiry|council|parliament|press|radio)$/;
const CLAIMED = /^(?:responsibility|credit|victory|ownership|asylum|benefits|lives|the|at)$/;

/** Without a quote some verbs report only with a clause or as a tag: "wrote to the bank" and "told the drivers itself" say nothing. */
function isReport(items: readonly Item[], from: number, to: number, verb: ReportingVerb): boolean {
  const next = items[to];
  const tag = !next || next.kind === 'stop' || (next.kind === 'mark' && /[.,;[(]/.test(next.text)) || isTrailing(items, from, to);
  switch (verb.lemma) {
    case 'write':
    case 'blog':
    case 'text':
    case 'email':
    case 'message':
    case 'post':
    case 'tweet':
      return tag || takesClause(items, to);
    case 'claim':
      return !CLAIMED.test(next?.lower ?? '');
    case 'tell': {
      for (let j = to; j < items.length && j < to + 9 && items[j]?.kind !== 'stop'; j++) if (items[j]?.lower === 'that') return true;
      if (LISTENERS.test(next?.lower ?? '') || (next?.capital && next.lower !== 'i')) return true;
      if (next && DETERMINERS.has(next.lower) && (items[to + 1]?.capital || HEARERS.test(items[to + 1]?.lower ?? ''))) return true;
      const source = phraseBefore(items, from);
      const before = source && items[source.from - 1];
      return before?.kind === 'mark' && before.text === ',';
    }
    default:
      return true;
  }
}

/** So many words before the comma make a statement: "On Tuesday, she wrote to the bank" is none. */
const STATED = 4;
const WHERE = /^(?:in|on|at|last|this|later|today|yesterday|back|after)$/;

/** "They were spread over nine addresses, she wrote in a mail on Tuesday.": behind what it reports, with where or when. */
function isTrailing(items: readonly Item[], from: number, to: number): boolean {
  if (!WHERE.test(items[to]?.lower ?? '')) return false;
  const source = phraseBefore(items, from);
  if (source === undefined || items[source.from - 1]?.text !== ',') return false;
  for (let j = source.from - 2, words = 0; j >= 0 && items[j]?.kind !== 'stop'; j--)
    if (items[j]?.kind === 'word' && ++words >= STATED) return true;
  return false;
}

function takesClause(items: readonly Item[], to: number): boolean {
  const next = items[to];
  if (next?.kind !== 'word') return false;
  if (next.lower === 'that') return items[to + 1]?.kind === 'word';
  return false;
}

/** "Reuter expects all systems to be back by 5 December": what somebody forecasts stands before "to". */
function forecasts(items: readonly Item[], to: number, verb: ReportingVerb): boolean {
  if (verb.lemma !== 'expect' || items[to]?.lower === 'to') return false;
  for (let j = to; j < to + 8 && items[j]?.kind === 'word'; j++) if (items[j]?.lower === 'to') return items[j + 1]?.kind === 'word';
  return false;
}

/** `…,” said Jonas Feld` · `The total could rise, said Feld.` */
function invertedSource(items: readonly Item[], from: number, to: number, quoted: boolean, use: VerbUse): Phrase | undefined {
  let j = from - 1;
  while (isFiller(items[j])) j--;
  const before = items[j];
  const afterQuote =
    before?.kind === 'quote' ||
    (before?.kind === 'stop' && items[j - 1]?.kind === 'quote') ||
    (before?.text === ',' && items[j - 1]?.kind === 'quote');
  const afterComma = before?.kind === 'mark' && before.text === ',';
  if (!afterQuote && !(afterComma && !quoted && use.verb.use === 'speech' && !use.ambiguous)) return undefined;
  const source = phraseAfter(items, to);
  if (!source) return undefined;
  const next = items[source.to];
  // "…,” says the emeritus.": whoever speaks a quote is a person, whatever the noun.
  const isSpoken = use.verb.use === 'speech' && !use.ambiguous && DETERMINERS.has(items[source.from]?.lower ?? '');
  if (afterQuote) return isNamed(items, source) || isSourceLike(items, source) || isSpoken ? source : undefined;
  // Without a quote only where the sentence ends right after: else it is "X, who said the bank would …".
  const ends = !next || next.kind === 'stop' || (next.kind === 'mark' && /[.,;]/.test(next.text));
  return ends && items[source.from]?.capital && phraseBefore(items, from) === undefined ? source : undefined;
}

/** "went to the port and said": the subject of the verb before. */
function coordinated(items: readonly Item[], from: number, sentence: number): Phrase | undefined {
  // "An engineer who worked on it said": the noun that "who" stands for.
  for (let i = from - 2; i > sentence && i > from - 14; i--) {
    const item = items[i] as Item;
    if (item.kind !== 'word') break;
    if (item.lower === 'who') return phraseBefore(items, i);
  }
  let j = from - 1;
  while (isFiller(items[j])) j--;
  const before = items[j];
  if (!before || before.kind === 'stop' || before.kind === 'quote') return undefined;
  if (!/^(?:and|but|then|who|which|that|or|,)$/.test(before.lower || before.text)) return undefined;
  if (before.lower === 'who') return phraseBefore(items, items[j - 1]?.text === ',' ? j - 1 : j) ?? subjectBefore(items, from, sentence);
  return nearestSubject(items, from, sentence);
}

function nearestSubject(items: readonly Item[], at: number, sentence: number): Phrase | undefined {
  return subjectBefore(items, at, sentence);
}

const NOBODY = /^(?:nobody|none|nothing|no|neither|anybody|anyone|who|what|which)$/;

function isPlausible(items: readonly Item[], source: Phrase, use: VerbUse, quoted: boolean, to: number): boolean {
  if (NOBODY.test((items[source.from] as Item).lower)) return false;
  const named = isNamed(items, source);
  const like = isSourceLike(items, source);
  if (use.verb.use === 'quote') return quoted;
  if (use.ambiguous && !quoted) {
    if (!named && !like) return false;
    if (!takesClause(items, to) && use.form === 'base') return false;
    return takesClause(items, to) || use.form === 'past' || use.form === 'participle';
  }
  if (use.form === 'base' && !quoted && !like) return false;
  return named || like || quoted || takesClause(items, to) || isTag(items, source, use, to);
}

/** "Trading stopped at noon, the exchange said.": behind a comma and with nothing after it, the subject of "said" speaks, whatever the noun. */
function isTag(items: readonly Item[], source: Phrase, use: VerbUse, to: number): boolean {
  const next = items[to];
  const ends = next === undefined || next.kind === 'stop' || (next.kind === 'mark' && /^[.,;]$/.test(next.text));
  return ends && use.verb.use === 'speech' && items[source.from - 1]?.text === ',' && DETERMINERS.has((items[source.from] as Item).lower);
}
