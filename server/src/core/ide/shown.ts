// Owns: what annotations may show outside of the desk: nothing of parts marked above a level, no Source that must not be named.
// Must not know: the forms in which they are shown, who reads them.
import { codePoints } from '../annotations/anchor-words.ts';
import { inMentions } from '../annotations/keys.ts';
import type { Anchor, Annotation, PlacedAnnotation, Reply } from '../annotations/types.ts';
import { claimWords } from '../annotations/verdicts.ts';
import { normalKey } from '../evidence/keys.ts';
import { BLACK } from '../evidence/redaction.ts';
import type { Source } from '../evidence/types.ts';
import type { TlpLevel } from '../extract/facts.ts';
import { isAbove } from '../extract/tlp.ts';
import { withLevels } from '../rules/handling/shared.ts';
import type { DocumentView, StoryView } from '../rules/types.ts';
import { overlaps, type Span, slice } from '../text/span.ts';

/** Fields of annotations whose strings are no words of people. */
const FORMAT_FIELDS: ReadonlySet<string> = new Set(['@context', 'id', 'type', 'motivation', 'created', 'modified', 'source', 'target']);
/** So much is kept on each side of a passage where its context is told anew. */
const CONTEXT = 200;

/** Sources that must not be named, and black bars in the place of their keys and files. */
export class HiddenSources {
  /** Keys that were met and blacked out. */
  readonly met = new Set<string>();
  /** Keys by all names of their Sources. */
  readonly #names = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  /** Protected names, where no one else takes them out. */
  readonly #redact: (words: string) => string;

  constructor(
    sources: ReadonlyMap<string, Source>,
    isHidden: (source: Source) => boolean,
    redact: (words: string) => string = words => words,
  ) {
    this.#redact = redact;
    const open = new Set<string>();
    for (const source of sources.values()) if (!isHidden(source)) open.add(source.path);
    for (const [key, source] of sources) {
      if (!isHidden(source)) continue;
      this.#names.set(key, key);
      if (open.has(source.path)) continue;
      for (const path of [source.path, encodeURI(source.path)]) this.#paths.set(path, key);
      for (const name of [source.path, source.path.replace(/\.[^./]+$/, '')]) if (!sources.has(name)) this.#names.set(normalKey(name), key);
    }
  }

  /** The key, or a black bar. */
  key(key: string): string {
    return this.#black(key) ?? key;
  }

  /** Words without mentions of these Sources, and redacted: in what they are written in later, a line break may be no white space. */
  inWords(words: string): string {
    if (this.#names.size === 0) return this.#redact(words);
    let shown = words;
    for (const [path, key] of this.#paths) {
      if (!shown.includes(path)) continue;
      this.met.add(key);
      shown = shown.replaceAll(path, BLACK);
    }
    return this.#redact(inMentions(shown, key => this.#black(key)));
  }

  inAnnotation(annotation: Annotation): Annotation {
    const inReply = <One extends Reply>(one: One): One => ({ ...one, body: this.inWords(one.body) });
    return {
      ...inReply(annotation),
      evidence: annotation.evidence.map(key => this.key(key)),
      replies: annotation.replies.map(inReply),
    };
  }

  /** A line of a sidecar, or a part of one. */
  inValue(value: unknown, field = ''): unknown {
    if (typeof value === 'string') return FORMAT_FIELDS.has(field) ? value : this.inWords(value);
    if (Array.isArray(value)) return value.map(one => this.inValue(one, field));
    if (typeof value !== 'object' || value === null) return value;
    const isLink = 'purpose' in value && value.purpose === 'linking';
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        isLink && key === 'value' && typeof one === 'string' ? this.key(one) : this.inValue(one, key),
      ]),
    );
  }

  #black(name: string): string | undefined {
    const key = this.#names.get(normalKey(name));
    if (key === undefined) return undefined;
    this.met.add(key);
    return BLACK;
  }
}

/** Parts of a draft that are marked above a level. */
export class HiddenParts {
  readonly #view: DocumentView;
  /** In order; neighbours are one. */
  readonly #spans: Span[] = [];
  /** Indexes of their segments. */
  readonly segments = new Set<number>();

  constructor(view: DocumentView, story: StoryView, level: TlpLevel) {
    this.#view = view;
    for (const { segment, level: own } of withLevels(view, story)) {
      if (!isAbove(own, level)) continue;
      this.segments.add(segment.index);
      const span = { start: segment.offset, end: segment.offset + segment.facts.tree.text.length };
      const last = this.#spans.at(-1);
      if (last?.end === span.start) this.#spans[this.#spans.length - 1] = { start: last.start, end: span.end };
      else this.#spans.push(span);
    }
  }

  get count(): number {
    return this.#spans.length;
  }

  /** Whether an annotation is about such a part; of what is about no place it cannot be told. */
  holds({ placement }: PlacedAnnotation): boolean {
    if (this.#spans.length === 0) return false;
    return placement.state !== 'placed' || this.#spans.some(span => overlaps(placement.span, span));
  }

  /**
   * An anchor that shows no more than the parts around it. Words and context that it remembers may have stood in a part that is hidden or
   * that has been cut since, so they are taken from the text as it is; what has no place there keeps its words alone. Where no part is
   * hidden the words stay. Undefined for a verdict that was given for other words beside a part that is hidden.
   */
  shownAnchor({ annotation, placement }: PlacedAnnotation): Anchor | undefined {
    const { anchor, verdict } = annotation;
    if (!anchor) return undefined;
    if (placement.state !== 'placed') return { exact: anchor.exact, prefix: '', suffix: '' };
    const { text } = this.#view;
    if (this.#spans.length === 0 && standsAt(anchor, placement.span, text)) return anchor;
    const { start, end } = placement.span;
    const now = slice(text, placement.span);
    const exact = this.#spans.length === 0 ? anchor.exact : now;
    if (verdict && this.#spans.length > 0 && claimWords(exact) !== claimWords(anchor.exact)) return undefined;
    const from = this.#spans.findLast(span => span.end <= start)?.end ?? 0;
    const to = this.#spans.find(span => span.start >= end)?.start ?? text.length;
    const at = codePoints(text.slice(0, start));
    return {
      exact,
      prefix: text.slice(Math.max(from, start - CONTEXT), start).replace(/^[\udc00-\udfff]/, ''),
      suffix: text.slice(end, Math.min(to, end + CONTEXT)).replace(/[\ud800-\udbff]$/, ''),
      start: at,
      end: at + codePoints(now),
    };
  }
}

/** Whether all that an anchor remembers stands at a place of the text. */
function standsAt({ exact, prefix, suffix }: Anchor, { start, end }: Span, text: string): boolean {
  return text.slice(start, end) === exact && text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end);
}
