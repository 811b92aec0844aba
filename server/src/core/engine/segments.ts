// Owns: one text as parsed segments with their facts, reusing by content what an earlier version computed.
// Must not know: rules, evidence, files. Nothing here tracks edits: a segment is looked up by what it says.
import type { Placed as PlacedSegment } from '../evidence/contract.ts';
import { EXTRACTOR_VERSION, extractFacts } from '../extract/extract.ts';
import type { Facts } from '../extract/facts.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { definitionsOf, mentions, parseSegment } from '../syntax/parse.ts';
import { resegment, segmentText } from '../syntax/segmenter.ts';
import type { Definitions, Markup, Segment } from '../syntax/types.ts';
import { runToEnd } from './steps.ts';

/** How much one `read` took over and computed; for tests and benchmarks. */
export interface ReadCounts {
  reused: number;
  parsed: number;
}

interface Unit {
  readonly text: string;
  readonly defines: Definitions;
  readonly mentions: ReturnType<typeof mentions>;
  /** Facts by the outside definitions that the text mentions, as a key. */
  readonly facts: Map<string, Facts>;
}

/** One version of the document, as it was read. */
interface Version {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly units: readonly Unit[];
  /** The units that define something, in order. */
  readonly defining: readonly Unit[];
  readonly definitions: Definitions;
  readonly placed: readonly PlacedSegment[];
}

export interface ReadOptions {
  readonly markup: Markup;
  readonly role: 'draft' | 'notes';
  readonly knowledge: Knowledge;
  /** Whoever asks keeps the text for as long as what is read of it, so that no segment needs a copy. */
  readonly isTextKept?: boolean;
}

/** Units of other versions are dropped when there are this many more than twice those of the last version. */
const SPARE_UNITS = 64;

/**
 * Reads versions of one document. Its memory is bounded by the document, and a document of any size keeps all of its
 * segments. What an abandoned reading has computed is there for the next one.
 */
export class SegmentReader {
  readonly #units = new Map<string, Unit>();
  #optionsKey = '';
  #last: Version | undefined;
  readonly counts: ReadCounts = { reused: 0, parsed: 0 };

  /** The content segments of `text` in order, front matter left out. */
  read(text: string, options: ReadOptions): readonly PlacedSegment[] {
    return runToEnd(this.reading(text, options));
  }

  /** As `read`; yields what was read between segments that had to be computed. The same text gets the same list. */
  *reading(text: string, options: ReadOptions): Generator<readonly PlacedSegment[], readonly PlacedSegment[]> {
    const optionsKey = `${options.markup} ${options.role} ${EXTRACTOR_VERSION} ${options.knowledge.revision}`;
    if (optionsKey !== this.#optionsKey) {
      this.#units.clear();
      this.#last = undefined;
      this.#optionsKey = optionsKey;
    }
    const before = this.#last;
    if (before?.text === text) return before.placed;
    const { segments, sameAtStart, sameAtEnd } = before
      ? resegment(before, text, options.markup)
      : { segments: segmentText(text, options.markup), sameAtStart: 0, sameAtEnd: 0 };
    const contents = segments[0]?.kind === 'front-matter' ? segments.slice(1) : segments;
    const atStart = Math.max(0, sameAtStart - (segments.length - contents.length));
    const atEnd = Math.min(sameAtEnd, contents.length);
    const units = contents.map(({ span }, index) => {
      if (before && index < atStart) return before.units[index] as Unit;
      if (before && index >= contents.length - atEnd) return before.units[index - contents.length + before.units.length] as Unit;
      return this.#unitOf(text.slice(span.start, span.end), options);
    });
    const defining = units.filter(({ defines }) => defines.links.size > 0 || defines.footnotes.size > 0);
    const sameDefinitions = before !== undefined && isSame(defining, before.defining);
    const definitions = sameDefinitions ? before.definitions : mergeDefinitions(defining);
    const placed: PlacedSegment[] = [];
    for (const [index, unit] of units.entries()) {
      const offset = (contents[index] as Segment).span.start;
      const isAtStart = index < atStart;
      if (before && sameDefinitions && (isAtStart || index >= contents.length - atEnd)) {
        const old = before.placed[isAtStart ? index : index - contents.length + before.placed.length] as PlacedSegment;
        placed.push(old.offset === offset && old.index === index ? old : { offset, facts: old.facts, index });
        this.counts.reused++;
        continue;
      }
      const outside = relevant(unit, definitions);
      let facts = unit.facts.get(outside.key);
      let isNew = false;
      if (facts) this.counts.reused++;
      else {
        facts = extractFacts(parseSegment(unit.text, options.markup, outside.definitions), options.role, options.knowledge);
        // Where definitions come and go, only the facts under the last ones are kept.
        unit.facts.clear();
        unit.facts.set(outside.key, facts);
        this.counts.parsed++;
        isNew = true;
      }
      placed.push({ offset, facts, index });
      if (isNew) yield placed;
    }
    this.#last = { text, segments, units, defining, definitions, placed };
    if (this.#units.size > 2 * units.length + SPARE_UNITS) {
      this.#units.clear();
      for (const unit of units) this.#units.set(unit.text, unit);
    }
    return placed;
  }

  #unitOf(raw: string, { markup, isTextKept }: ReadOptions): Unit {
    const known = this.#units.get(raw);
    if (known) return known;
    // A piece of a text keeps the whole of it alive; a copy does not.
    const text = isTextKept ? raw : ` ${raw}`.slice(1);
    const unit = { text, defines: definitionsOf(text, markup), mentions: mentions(text), facts: new Map<string, Facts>() };
    this.#units.set(text, unit);
    return unit;
  }
}

function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
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
