// Owns: which content only restricted Sources hold: marked above the draft, off the record, under embargo.
// Must not know: rules, findings, documents as a whole.
import type { Facts, Indicator } from '../extract/facts.ts';
import type { Span } from '../text/span.ts';
import { keyed } from './alignment.ts';
import type { EvidenceIndex } from './contract.ts';
import { hostOf, identifiersOf } from './identifiers.ts';
import { weigh } from './support-model.ts';
import type { Passage, Source } from './types.ts';

/** A piece of a draft that a restricted Source holds and no open one. */
export interface Leak {
  /** Relative to the segment. */
  readonly span: Span;
  readonly source: Source;
  readonly passage: Passage;
  readonly kind: 'passage' | 'details' | 'indicator';
  /** `faint`: a few telling words, and nothing open has them. */
  readonly certainty: 'same' | 'close' | 'faint';
}

export interface LeakInput {
  readonly facts: Facts;
  readonly index: EvidenceIndex;
  /** Sources whose content must not stand here. */
  readonly restricted: ReadonlyMap<string, Source>;
  /** Sources whose content may. */
  readonly open: ReadonlyMap<string, Source>;
  /** Whether nothing open backs a sentence: then less likeness is enough. */
  isUnsupported(sentence: number): boolean;
}

const CLOSE = 6;
/** Passages shorter than this say too little to be recognised. */
const MIN_WORDS = 5;
/** Share of a sentence, by weight of its words, that a restricted passage must hold, and by how much more than any open one. */
const COVERED = 0.5;
const MARGIN = 0.12;
/** The same for a sentence that nothing open backs, where next to none of its words stand in any open passage. */
const REWORDED = 0.33;
/** The same for a sentence that nothing open backs. */
const FAINT = 0.22;

/** Leaks of one segment, in order. Indicators come before passages. Nothing is found where an open Source holds the same. */
export function leaksOf({ facts, index, restricted, open, isUnsupported }: LeakInput): readonly Leak[] {
  if (restricted.size === 0) return [];
  const leaks: Leak[] = [];
  const openValues = new Set<string>();
  for (const source of open.values()) {
    for (const value of identifiersOf(source).indicators.keys()) {
      openValues.add(value);
      openValues.add(hostOf(value));
    }
  }
  for (const indicator of facts.indicators) {
    if (isCommonplace(indicator) || openValues.has(indicator.value)) continue;
    for (const source of restricted.values()) {
      const held = identifiersOf(source).indicators;
      const same =
        held.get(indicator.value) ?? [...held].find(([value]) => isNetwork(indicator) && hostOf(value) === hostOf(indicator.value))?.[1];
      if (!same || openValues.has(hostOf(indicator.value))) continue;
      leaks.push({ span: indicator.span, source, passage: same.passage, kind: 'indicator', certainty: 'same' });
      break;
    }
  }
  const { tree } = facts;
  for (const [at, sentence] of tree.sentences.entries()) {
    const kind = tree.blocks[sentence.block]?.kind;
    if (kind === 'heading' || kind === 'code' || kind === 'html') continue;
    if (leaks.some(leak => leak.span.start >= sentence.span.start && leak.span.end <= sentence.span.end)) continue;
    const text = tree.prose.slice(sentence.span.start, sentence.span.end).replace(/\s+/g, ' ').trim();
    const words = keyed(text);
    const content = words.words.filter(word => !word.isFunction);
    if (content.length < MIN_WORDS || /\?["'”’)]*$/.test(text)) continue;
    const within = weighed(index, text, restricted);
    const best = within?.passages[0];
    if (!within || !best) continue;
    const others = weighed(index, text, open);
    const otherCoverage = others?.passages[0]?.coverage ?? 0;
    const { coverage } = best;
    const apart = otherCoverage < coverage - MARGIN;
    const whole = apart && coverage >= COVERED;
    const detail = apart && !whole && coverage >= 0.25 && sharesDetails(facts, at, best.passage, open, index, text);
    const lone = !whole && !detail && coverage >= FAINT && otherCoverage <= coverage - 0.05 && isUnsupported(at);
    const close = lone && (coverage >= 0.4 || (coverage >= REWORDED && coverage - otherCoverage >= 0.1));
    const faint = lone && !close && coverage >= 1.4 * otherCoverage;
    if (!whole && !detail && !close && !faint) continue;
    leaks.push({
      span: sentence.span,
      source: restricted.get(best.passage.source.key) ?? best.passage.source,
      passage: best.passage,
      kind: detail ? 'details' : 'passage',
      certainty: coverage >= 0.7 ? 'same' : faint ? 'faint' : 'close',
    });
  }
  return leaks.sort((a, b) => a.span.start - b.span.start);
}

function weighed(index: EvidenceIndex, text: string, sources: ReadonlyMap<string, Source>) {
  if (sources.size === 0) return undefined;
  const passages = index.search(text, { limit: CLOSE, within: new Set(sources.keys()) }).map(match => match.passage);
  return passages.length === 0 ? undefined : weigh(keyed(text), passages);
}

/** A figure and a name of the sentence that stand together in the restricted passage and in no open one. */
function sharesDetails(
  facts: Facts,
  sentence: number,
  passage: Passage,
  open: ReadonlyMap<string, Source>,
  index: EvidenceIndex,
  text: string,
): boolean {
  const { prose } = facts.tree;
  const figures = facts.numbers
    .filter(number => number.sentence === sentence && number.digits >= 2 && !(number.value >= 1900 && number.value <= 2100))
    .map(number => prose.slice(number.figure.start, number.figure.end));
  const names = facts.names.filter(name => name.sentence === sentence && name.text.length > 3).map(name => name.text);
  if (figures.length === 0 || names.length === 0) return false;
  const holds = (where: string, what: string): boolean => where.includes(what);
  const pair = figures.some(figure => holds(passage.text, figure)) && names.some(name => holds(passage.text, name));
  if (!pair || open.size === 0) return pair;
  return !index
    .search(text, { limit: CLOSE, within: new Set(open.keys()) })
    .some(match => figures.some(figure => holds(match.passage.text, figure)) && names.some(name => holds(match.passage.text, name)));
}

function isNetwork(indicator: Indicator): boolean {
  return indicator.kind === 'domain' || indicator.kind === 'url' || indicator.kind === 'ipv4' || indicator.kind === 'ipv6';
}

/** Addresses that say nothing of anybody: examples, publishers, file names, paths that every machine has. */
function isCommonplace(indicator: Indicator): boolean {
  if (indicator.harmless !== undefined && indicator.harmless !== 'code' && indicator.harmless !== 'link') return true;
  return indicator.kind === 'asn' || (indicator.kind === 'file-path' && indicator.value.split(/[\\/]/).length < 4);
}
