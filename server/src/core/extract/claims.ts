// Owns: finding claims, their type and check-worthiness in a segment.
// Must not know: other segments, notes, rules.
import { covers, lowerBound, overlaps, type Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { CERTAINTY_MIDDLE, certaintyOf } from './claims/certainty.ts';
import { clausesOf } from './claims/clauses.ts';
import { eventOf } from './claims/event.ts';
import { isImperative } from './claims/imperative.ts';
import { notAClaim, reports, type Surroundings } from './claims/not.ts';
import { type Profile, profileOf, type SentenceFacts } from './claims/profile.ts';
import { isHard, scoreOf } from './claims/score.ts';
import { blocksOfText } from './claims/signposts.ts';
import { reasonsOf, typeOf } from './claims/type.ts';
import type { Attribution, Claim, Facts } from './facts.ts';
import type { ExtractInput } from './input.ts';
import { codeSpans, tokensOf, touchesAny } from './tokens.ts';

export { CLAIM_THRESHOLDS, isClaim } from './claims/thresholds.ts';

/** camelCase, snake_case, calls, scopes: names in a program. */
const IDENTIFIER = /\b[a-z]+[A-Z]\w*|\b\w+_\w+|\w\(\)|::|->|\b[a-z]\w*\.[a-z]\w*\(|\b0x[0-9a-fA-F]+/;

/** One claim for each sentence, more where a sentence is cut into clauses; in order. */
export function extractClaims(input: ExtractInput): readonly Claim[] {
  const { tree, facts } = input;
  const byFact = groupBySentence(facts);
  const advice = adviceLists(input);
  const code = codeSpans(tree);
  const own = ownAccounts(input);
  const attributed = attributedSentences(input);
  const credits = blocksOfText(tree);
  const claims: Claim[] = [];
  const endsBySentence = new Map<number, number[]>();
  for (const citation of facts.citations) {
    const ends = endsBySentence.get(citation.sentence) ?? [];
    ends.push(citation.span.end);
    endsBySentence.set(citation.sentence, ends);
  }
  // A link may as well be there for readers who want to know more.
  const cited = new Set(facts.citations.filter(citation => citation.form !== 'link').map(citation => citation.sentence));
  const pointers = facts.citations.map(citation => citation.span);
  tokensOf(tree).forEach((all, sentence) => {
    const tokens = pointers.length === 0 ? all : all.filter(token => !touchesAny(pointers, token));
    const place = tree.sentences[sentence];
    const found = byFact[sentence];
    if (!place || !found) return;
    const ends = endsBySentence.get(sentence) ?? [];
    const around = surroundings(input, sentence, place.span, cited.has(sentence), advice, code, own, attributed.has(sentence));
    const before = claims.at(-1);
    const goesOn = before?.not === 'signpost' && tree.sentences[before.sentence]?.block === place.block;
    const clauses = clausesOf(tokens, found, place.span, ends);
    const first = claims.length;
    for (const clause of clauses) {
      // "For example, if it costs $47, and prices go up by 2 %": the example goes on.
      const example = claims[first]?.not === 'example';
      const part = clauses.length === 1 ? found : within(found, clause);
      const words = clauses.length === 1 ? tokens : tokens.filter(token => covers(clause, token));
      claims.push(
        claimOf(
          profileOf(words, part, tree.prose, trim(tree.prose, clause)),
          { ...around, ofText: goesOn, underCredits: credits[place.block] ?? false, example },
          clause,
          sentence,
          tree.prose,
        ),
      );
    }
  });
  return claims;
}

function claimOf(profile: Profile, around: Surroundings, clause: Span, sentence: number, prose: string): Claim {
  const attributed = around.attributed || reports(profile);
  const not = notAClaim(profile, { ...around, attributed });
  const event = eventOf(profile);
  return {
    span: trim(prose, clause),
    sentence,
    type: typeOf(profile, attributed),
    score:
      not === undefined
        ? scoreOf(profile, { cited: around.cited, kind: around.block?.kind ?? '', code: around.code, ownAccount: around.ownAccount })
        : 0,
    ...(not === undefined ? {} : { not }),
    hard: isHard(profile, around.block?.kind ?? ''),
    ...(event === undefined ? {} : { event }),
    reasons: reasonsOf(profile, attributed),
    polarity: profile.negations % 2 === 1 ? 'negated' : 'affirmed',
    certainty: not === undefined || not === 'heading' || not === 'prediction' ? certaintyOf(profile) : CERTAINTY_MIDDLE,
  };
}

function trim(prose: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(prose[start] as string)) start++;
  while (end > start && /\s/.test(prose[end - 1] as string)) end--;
  return { start, end };
}

type Grouped = { -readonly [K in keyof SentenceFacts]: SentenceFacts[K][number][] };

function groupBySentence(facts: Facts): readonly Grouped[] {
  const groups: Grouped[] = facts.tree.sentences.map(() => ({ numbers: [], dates: [], names: [], quotes: [] }));
  for (const number of facts.numbers) groups[number.sentence]?.numbers.push(number);
  for (const date of facts.dates) groups[date.sentence]?.dates.push(date);
  for (const name of facts.names) groups[name.sentence]?.names.push(name);
  // A quote may run over several sentences of its paragraph.
  for (const quote of facts.quotes) {
    for (let at = quote.sentence; at < groups.length; at++) {
      const sentence = facts.tree.sentences[at];
      if (!sentence || sentence.span.start >= quote.span.end) break;
      groups[at]?.quotes.push(quote);
    }
  }
  return groups;
}

function within(facts: SentenceFacts, span: Span): SentenceFacts {
  const inside = (fact: { readonly span: Span }): boolean => overlaps(span, fact.span);
  return {
    numbers: facts.numbers.filter(inside),
    dates: facts.dates.filter(inside),
    names: facts.names.filter(inside),
    quotes: facts.quotes.filter(inside),
  };
}

/** Lists most of whose items open with a verb in its base form: advice, steps. */
function adviceLists(input: ExtractInput): ReadonlySet<number> {
  const items = new Map<number, { all: number; advice: number }>();
  const tokens = tokensOf(input.tree);
  for (const block of input.tree.blocks) {
    if (!block.list) continue;
    const count = items.get(block.list.list) ?? { all: 0, advice: 0 };
    const words = tokens[block.sentences.start];
    count.all++;
    if (words && opensAsAdvice(words)) count.advice++;
    items.set(block.list.list, count);
  }
  return new Set([...items].filter(([, count]) => count.advice * 2 > count.all).map(([list]) => list));
}

/** Sentences that attributions stand in or reach; the writers' own word is none. */
function attributedSentences({ tree, facts }: ExtractInput): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const attribution of facts.attributions) {
    if (isOwn(attribution, tree.prose)) continue;
    reached.add(attribution.sentence);
    let at = lowerBound(tree.sentences, attribution.scope.start, sentence => sentence.span);
    if (at > 0 && (tree.sentences[at - 1]?.span.end ?? 0) > attribution.scope.start) at--;
    for (; (tree.sentences[at]?.span.start ?? Number.POSITIVE_INFINITY) < attribution.scope.end; at++) reached.add(at);
  }
  return reached;
}

/** By block: whether its writers tell what they did themselves ("our experiments"), outside direct quotes. */
function ownAccounts({ tree, facts }: ExtractInput): readonly boolean[] {
  const own = tree.blocks.map(() => false);
  const spoken = facts.quotes.filter(quote => quote.within === undefined).map(quote => quote.span);
  tokensOf(tree).forEach((tokens, sentence) => {
    const block = tree.sentences[sentence]?.block ?? -1;
    if (own[block] || !tokens.some(token => OWN.test(token.lower))) return;
    own[block] = tokens.some(token => OWN.test(token.lower) && !touchesAny(spoken, token));
  });
  return own;
}

const OWN = /^(?:i|we|our|ours|my)$/;

function opensAsAdvice(tokens: readonly Token[]): boolean {
  const profile = profileOf(tokens.slice(0, 24), { numbers: [], dates: [], names: [], quotes: [] }, '', { start: 0, end: 0 });
  return isImperative(profile);
}

function surroundings(
  input: ExtractInput,
  sentence: number,
  span: Span,
  cited: boolean,
  advice: ReadonlySet<number>,
  code: readonly Span[],
  own: readonly boolean[],
  attributed: boolean,
): Omit<Surroundings, 'ofText' | 'underCredits' | 'example'> {
  const { tree, facts } = input;
  const index = tree.sentences[sentence]?.block ?? -1;
  const block = tree.blocks[index];
  const last = block !== undefined && sentence === block.sentences.end - 1;
  return {
    block,
    code: touchesAny(code, span) || IDENTIFIER.test(tree.prose.slice(span.start, span.end)),
    beforeCode: last && tree.blocks[index + 1]?.kind === 'code',
    attributed,
    cited,
    ownAccount: block !== undefined && (own[index] ?? false),
    markedOpinion: facts.suppressions.some(
      mark => mark.kind === 'opinion' && mark.span.start >= span.end && tree.prose.slice(span.end, mark.span.start).trim() === '',
    ),
    adviceList: block?.list !== undefined && advice.has(block.list.list),
  };
}

/** "We assess": the writers' own word is no source. */
function isOwn(attribution: Attribution, prose: string): boolean {
  return attribution.source !== undefined && /^(?:we|i|our)$/i.test(prose.slice(attribution.source.start, attribution.source.end));
}
