// Owns: finding who is named in prose as the source of claims and quotes.
// Must not know: other segments (but see `carryAttributions`), notes, rules.
import type { Block } from '../syntax/types.ts';
import type { Span } from '../text/span.ts';
import { assignQuotes } from './attributions/assign.ts';
import { findCues } from './attributions/cues.ts';
import { type Item, isUtterance, itemsOf, sentenceAt } from './attributions/items.ts';
import { gradesOf, sourceKind } from './attributions/kinds.ts';
import { scopesOf } from './attributions/scope.ts';
import type { Cue } from './attributions/verb-cues.ts';
import type { Attribution, Quote } from './facts.ts';
import type { ExtractInput } from './input.ts';

export { type CarriedAttribution, carryAttributions } from './attributions/carry.ts';
export { givesReason, headOf } from './attributions/kinds.ts';
export { initialsOf, resolveSpeaker, type Speaker, sameSurname } from './attributions/speakers.ts';
export { type DocumentVoices, type OutsideVoices, type Voice, type Voices, voicesOf, voicesWith } from './attributions/voices.ts';

const NO_PROSE: ReadonlySet<Block['kind']> = new Set(['code', 'html', 'definition', 'front-matter']);

/** Attributions in order, and the quotes of `input.facts` with their speakers filled in. */
export function extractAttributions(input: ExtractInput): {
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly Quote[];
} {
  const { tree, facts } = input;
  const drafts: Draft[] = [];
  const speakers = new Map<number, Draft>();
  const nested = new Set<number>();
  facts.quotes.forEach(quote => {
    if (quote.within !== undefined && isUtterance(quote)) nested.add(quote.within);
  });
  tree.blocks.forEach((block, index) => {
    if (NO_PROSE.has(block.kind)) return;
    readRow(input, index, itemsOf(tree, block, facts.quotes), drafts, speakers);
  });
  for (const outer of nested) {
    const block = blockAt(tree.blocks, (facts.quotes[outer] as Quote).span.start);
    if (block < 0) continue;
    readRow(input, block, itemsOf(tree, tree.blocks[block] as Block, facts.quotes, outer), drafts, speakers, outer);
  }
  const order = [...drafts].sort((a, b) => a.attribution.span.start - b.attribution.span.start);
  const place = new Map(order.map((draft, index) => [draft, index]));
  const attributions = order.map(draft =>
    draft.via === undefined ? draft.attribution : { ...draft.attribution, via: place.get(draft.via) ?? 0 },
  );
  const quotes = facts.quotes.map((quote, index) => {
    const speaker = speakers.get(index);
    return speaker ? { ...quote, attribution: place.get(speaker) ?? 0 } : quote;
  });
  return { attributions, quotes };
}

/** An attribution before the final order is known. */
interface Draft {
  readonly attribution: Attribution;
  readonly via?: Draft;
}

function blockAt(blocks: readonly Block[], offset: number): number {
  return blocks.findIndex(block => block.span.start <= offset && offset < block.span.end);
}

function readRow(
  input: ExtractInput,
  blockIndex: number,
  items: readonly Item[],
  drafts: Draft[],
  speakers: Map<number, Draft>,
  inside?: number,
): void {
  if (items.length === 0) return;
  const { tree, facts } = input;
  const block = tree.blocks[blockIndex] as Block;
  const { cues, quotes } = assignQuotes(items, findCues(items), facts.quotes);
  const limit = inside === undefined ? block.span : (facts.quotes[inside] as Quote).content;
  const scopes = scopesOf(input, blockIndex, items, cues, limit, inside === undefined);
  const made: Draft[] = cues.map((cue, index) => ({ attribution: toAttribution(input, block, items, cue, scopes[index] as Span) }));
  cues.forEach((cue, index) => {
    const at = cue.relayed ? relayOf(cues, made, index) : -1;
    if (at < 0) return;
    // What the Post says on the word of two officials, they say.
    const [own, relay] = [(made[index] as Draft).attribution, (made[at] as Draft).attribution];
    const scope = { start: Math.min(own.scope.start, relay.scope.start), end: Math.max(own.scope.end, relay.scope.end) };
    const via: Draft = { attribution: { ...relay, scope } };
    made[at] = via;
    made[index] = { attribution: { ...own, scope }, via };
  });
  drafts.push(...made);
  for (const [quote, cue] of quotes) {
    const draft = made[cue];
    if (draft) speakers.set(quote, draft);
  }
}

/**
 * The cue that relays the one at `index`: one in its sentence whose source stands before it ("The Post, citing two officials,
 * reported", "the Post reported, citing …") or right behind it ("Citing two officials, the Post reported"), the next one first;
 * -1 where none does.
 */
function relayOf(cues: readonly Cue[], made: readonly Draft[], index: number): number {
  const own = cues[index] as Cue;
  const { sentence } = (made[index] as Draft).attribution;
  for (const at of [index + 1, index - 1]) {
    const cue = cues[at];
    if (cue?.source === undefined || made[at]?.attribution.sentence !== sentence) continue;
    const opens = at > index && own.source !== undefined && cue.source.from - own.source.extent.to <= 2;
    if (cue.source.to <= own.from || opens) return at;
  }
  return -1;
}

function toAttribution(input: ExtractInput, block: Block, items: readonly Item[], cue: Cue, scope: Span): Attribution {
  const { tree, facts } = input;
  const cueSpan = { start: (items[cue.from] as Item).start, end: (items[cue.to - 1] as Item).end };
  const source = cue.source && spanOf(items, cue.source.from, cue.source.to);
  const sentence = sentenceAt(tree, block, cueSpan.start);
  const base = {
    span: source ? { start: Math.min(source.start, cueSpan.start), end: Math.max(source.end, cueSpan.end) } : cueSpan,
    sentence,
    cue: cueSpan,
    lemma: cue.lemma,
    force: cue.force,
    scope,
  };
  if (!cue.source || !source) return { ...base, kind: 'passive' };
  const kind = sourceKind(items, cue.source.from, cue.source.to, facts.names);
  if (kind !== 'group') return { ...base, source, kind };
  const sentenceSpan = tree.sentences[sentence]?.span ?? block.span;
  const around = tree.prose.slice(sentenceSpan.start, Math.min(sentenceSpan.end, sentenceSpan.start + 2000));
  return { ...base, source, kind, graded: gradesOf(items, cue.source.from, cue.source.to, around) };
}

/** Without a possessive ending. */
function spanOf(items: readonly Item[], from: number, to: number): Span {
  const last = items[to - 1] as Item;
  const owned = /['’]s?$/.exec(last.text);
  return { start: (items[from] as Item).start, end: last.end - (owned ? owned[0].length : 0) };
}
