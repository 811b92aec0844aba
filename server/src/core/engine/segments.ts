// Owns: one text as parsed segments with their facts, reusing by content what an earlier version computed.
// Must not know: rules, evidence, files. Nothing here tracks edits: a segment is looked up by what it says.
import type { Placed as PlacedSegment } from '../evidence/contract.ts';
import { EXTRACTOR_VERSION, extractFacts } from '../extract/extract.ts';
import type { Facts } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { definitionsOf, mentions, parseSegment } from '../syntax/parse.ts';
import { segmentText } from '../syntax/segmenter.ts';
import type { Definitions, Markup, Segment } from '../syntax/types.ts';

/** How much one `read` took over and computed; for tests and benchmarks. */
export interface ReadCounts {
  reused: number;
  parsed: number;
}

interface Unit {
  readonly text: string;
  readonly defines: ReturnType<typeof definitionsOf>;
  readonly mentions: ReturnType<typeof mentions>;
  /** Facts by the outside definitions that the text mentions, as a key. */
  readonly facts: Map<string, Facts>;
}

export interface ReadOptions {
  readonly markup: Markup;
  readonly role: 'draft' | 'notes';
  readonly knowledge: Knowledge;
}

/**
 * Reads versions of one document. Holds what the last version used and nothing more, so its memory is
 * bounded by the document, and a document of any size keeps all of its segments.
 */
export class SegmentReader {
  #units = new Map<string, Unit>();
  #optionsKey = '';
  readonly counts: ReadCounts = { reused: 0, parsed: 0 };

  /** The content segments of `text` in order, front matter left out. */
  read(text: string, options: ReadOptions): readonly PlacedSegment[] {
    const steps = this.reading(text, options);
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  }

  /** As `read`; yields between segments that had to be computed. */
  *reading(text: string, options: ReadOptions): Generator<void, readonly PlacedSegment[]> {
    const optionsKey = `${options.markup} ${options.role} ${EXTRACTOR_VERSION} ${options.knowledge.revision}`;
    if (optionsKey !== this.#optionsKey) {
      this.#units = new Map();
      this.#optionsKey = optionsKey;
    }
    const segments = segmentText(text, options.markup).filter(segment => segment.kind === 'content');
    const units = new Map<string, Unit>();
    const inOrder: Unit[] = [];
    for (const segment of segments) {
      const raw = text.slice(segment.span.start, segment.span.end);
      const unit = units.get(raw) ?? this.#units.get(raw) ?? newUnit(raw, options.markup);
      units.set(raw, unit);
      inOrder.push(unit);
    }
    const definitions = mergeDefinitions(inOrder);
    const placed: PlacedSegment[] = [];
    const used = new Map<Unit, Set<string>>();
    for (const [index, unit] of inOrder.entries()) {
      const outside = relevant(unit, definitions);
      let facts = unit.facts.get(outside.key);
      if (facts) this.counts.reused++;
      else {
        facts = extractFacts(parseSegment(unit.text, options.markup, outside.definitions), options.role, options.knowledge);
        unit.facts.set(outside.key, facts);
        this.counts.parsed++;
        yield;
      }
      const keys = used.get(unit);
      if (keys) keys.add(outside.key);
      else used.set(unit, new Set([outside.key]));
      placed.push({ offset: (segments[index] as Segment).span.start, facts, index });
    }
    for (const [unit, keys] of used) for (const key of [...unit.facts.keys()]) if (!keys.has(key)) unit.facts.delete(key);
    this.#units = units;
    return placed;
  }
}

function newUnit(text: string, markup: Markup): Unit {
  return { text, defines: definitionsOf(text, markup), mentions: mentions(text), facts: new Map() };
}

/** The first definition of a label counts, as in Markdown. */
function mergeDefinitions(units: readonly Unit[]): Definitions {
  const links = new Map<string, string>();
  const footnotes = new Set<string>();
  for (const unit of units) {
    for (const [label, url] of unit.defines.links) if (!links.has(label)) links.set(label, url);
    for (const label of unit.defines.footnotes) footnotes.add(label);
  }
  return { links, footnotes };
}

const NOTHING: { readonly key: string; readonly definitions: Definitions } = {
  key: '',
  definitions: { links: new Map(), footnotes: new Set() },
};

/** Of the document's definitions those that a segment mentions, and a key that stands for them. */
function relevant(unit: Unit, all: Definitions): { readonly key: string; readonly definitions: Definitions } {
  if (unit.mentions.size === 0) return NOTHING;
  const links = new Map<string, string>();
  const footnotes = new Set<string>();
  let key = '';
  for (const label of unit.mentions) {
    const url = all.links.get(label);
    if (url !== undefined) {
      links.set(label, url);
      key += `${label}\n${url}\n`;
    }
    if (all.footnotes.has(label)) {
      footnotes.add(label);
      key += `^${label}\n`;
    }
  }
  return key === '' ? NOTHING : { key, definitions: { links, footnotes } };
}
