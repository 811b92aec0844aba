// Owns: reading the ledger of a checked draft: its claims, their evidence, people's annotations; what must be left out.
// Must not know: the forms in which a ledger is written; how verdicts are reached.
import { cutBody } from '../../annotations/bodies.ts';
import {
  type ClaimEntry,
  type Ledger,
  type LedgerEvidence,
  type LedgerPlace,
  type LedgerThread,
  type LedgerVerdict,
  ledgerOf,
  type SourceEntry,
} from '../../annotations/ledger.ts';
import { redacted } from '../../annotations/redacted.ts';
import type { Annotation, PlacedAnnotation } from '../../annotations/types.ts';
import type { CheckedClaim, CheckedDocument, Workspace } from '../../engine/types.ts';
import { normalKey } from '../../evidence/keys.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Passage, Source } from '../../evidence/types.ts';
import type { TlpLevel } from '../../extract/facts.ts';
import { isAbove, TLP_LEVELS } from '../../extract/tlp.ts';
import { withLevels } from '../../rules/handling/shared.ts';
import type { DocumentView, StoryView } from '../../rules/types.ts';
import { LineIndex } from '../../text/line-index.ts';
import { type Span, shift, slice } from '../../text/span.ts';
import { wordsOf } from '../lookup.ts';
import { HiddenParts, HiddenSources } from '../shown.ts';
import { AnnotationsByClaim, byTime, threadsByClaim } from './about.ts';
import { passagesFor, quotesIn } from './passages.ts';
import { LEFT_OUT_ORIGIN } from './words.ts';

/** For whom a ledger is made. */
export interface Audience {
  /** The mark of the ledger: then what has no mark is left out too. Absent: the draft's mark, and the ledger stays on the desk. */
  readonly tlp?: TlpLevel;
  /** Show what is marked above that, on background or under embargo; the ledger takes the highest mark of what it shows. */
  readonly includeAbove?: boolean;
  /** Show what has no mark although `tlp` is given. */
  readonly includeUnmarked?: boolean;
}

type Refusal = 'above' | 'restricted' | 'offRecord' | 'unmarked';

const LONGEST_CLAIM = 2000;
const LONGEST_QUOTE = 1200;
const LONGEST_COMMENT = 4000;
const LONGEST_NAME = 200;
/** What is shorter than this is cut, not read to its end. A name or key that is cut in half could be read: it is taken off, too. */
const LONGEST_LOOK = 20_000;
const LONGEST_SECRET = 400;

/** The ledger of a draft, redacted; undefined for what is no draft. */
export function gatherLedger(workspace: Workspace, checked: CheckedDocument, audience: Audience = {}): Ledger | undefined {
  const { view, story, role } = checked;
  if (!view || !story || role !== 'draft') return undefined;
  const gathering = new Gathering(workspace, checked, view, story, audience);
  return redacted(gathering.ledger(), text => gathering.redact(text));
}

/** One ledger in the making. */
class Gathering {
  readonly #workspace: Workspace;
  readonly #checked: CheckedDocument;
  readonly #view: DocumentView;
  readonly #story: StoryView;
  readonly #audience: Audience;
  readonly #level: TlpLevel;
  readonly #lines = new Map<string, LineIndex>();
  /** Sources that the ledger names, by key. */
  readonly #named = new Map<string, Source>();
  readonly #refused: Readonly<Record<Refusal, Set<string>>> = {
    above: new Set(),
    restricted: new Set(),
    offRecord: new Set(),
    unmarked: new Set(),
  };
  readonly #unmarked = new Set<string>();
  readonly #hidden: HiddenSources;
  /** Parts that are marked above the ledger; none where all is to be shown. */
  readonly #parts: HiddenParts;

  constructor(workspace: Workspace, checked: CheckedDocument, view: DocumentView, story: StoryView, audience: Audience) {
    this.#workspace = workspace;
    this.#checked = checked;
    this.#view = view;
    this.#story = story;
    this.#audience = audience;
    this.#level = audience.tlp ?? view.tlp ?? story.defaultTlp;
    this.#lines.set(checked.uri, checked.lines);
    this.#hidden = new HiddenSources(story.sources, source => this.#refusal(source) !== undefined);
    this.#parts = new HiddenParts(view, story, audience.includeAbove ? 'RED' : this.#level);
  }

  /** A text without protected names and keys of Sources that are not shown. */
  redact(text: string): string {
    return this.#workspace.redact(this.#hidden.inWords(text));
  }

  ledger(): Ledger {
    const hidden = this.#parts.segments;
    const { annotations: all, problems } = this.#workspace.annotationsOf(this.#checked.uri);
    const annotations = all.filter(one => !this.#parts.holds(one));
    const byClaim = new AnnotationsByClaim(annotations, this.#view);
    const judged = this.#checked.claims.filter(one => byClaim.isListed(one));
    const shown = judged.filter(one => !hidden.has(one.segment.index));
    const { paragraphs, paragraphOf } = this.#paragraphs(shown, hidden);
    const open = new Set(
      this.#view
        .openClaims('unsupported')
        .flatMap(({ claim, segment, again }) => [claim.span.start + segment.offset, ...again.map(({ start }) => start)]),
    );
    const threads = threadsByClaim(annotations, shown);
    const claims = shown.map(
      (one): ClaimEntry =>
        this.#claim(one, {
          paragraph: paragraphOf(one),
          section: paragraphs[paragraphOf(one)]?.section,
          repeats:
            one.support.verdict === 'unsupported' && one.claim.type !== 'quotation' && !open.has(one.claim.span.start + one.segment.offset),
          byClaim,
          threads: threads.get(one) ?? [],
        }),
    );
    const rest = threads.get(undefined) ?? [];
    const onClaims = new Set(shown.flatMap(one => byClaim.of(one)));
    const orphaned = annotations.filter(one => one.placement.state === 'orphaned' && !one.annotation.resolved && !onClaims.has(one));
    const isHidden = isAbove(this.#view.tlp, this.#level) && !this.#audience.includeAbove;
    const marks = [this.#level, ...(this.#audience.includeAbove ? this.#marksShown() : [])];
    return ledgerOf({
      draft: this.#draft(isHidden, hidden),
      tlp: TLP_LEVELS.findLast(level => marks.includes(level)) ?? this.#level,
      claims,
      sources: [...this.#named.values()].map(source => this.#source(source)),
      paragraphs,
      threads: rest.filter(one => !orphaned.includes(one)).map(annotation => this.#thread(annotation)),
      orphaned: orphaned.map(annotation => this.#thread(annotation)),
      problems: problems.filter(({ severity }) => severity !== 'info').map(({ kind, line }) => ({ kind, line })),
      leftOut: {
        above: this.#refused.above.size,
        restricted: this.#refused.restricted.size,
        offRecord: this.#refused.offRecord.size,
        unmarked: this.#refused.unmarked.size,
        claims: judged.length - shown.length,
        annotations: all.length - annotations.length,
      },
      unmarked: this.#unmarked.size,
    });
  }

  #draft(isHidden: boolean, hidden: ReadonlySet<number>): Ledger['draft'] {
    const { frontMatter, date, tlp, path } = this.#view;
    const titled = frontMatter.items.find(({ key }) => key === 'title')?.value;
    const title = typeof titled === 'string' && titled.trim() !== '' ? titled.trim() : (this.#heading(hidden) ?? path);
    return { path, title: isHidden ? path : title, ...(date ? { date } : {}), ...(tlp ? { tlp } : {}) };
  }

  /** The first heading that is shown. */
  #heading(hidden: ReadonlySet<number>): string | undefined {
    for (const { facts, index } of this.#view.segments) {
      const heading = hidden.has(index) ? undefined : facts.tree.blocks.find(({ kind }) => kind === 'heading');
      if (heading) return slice(facts.tree.prose, heading.span).replace(/\s+/g, ' ').trim() || undefined;
    }
    return undefined;
  }

  /** Marks of all that is shown of Sources and sections; sections without claims show their threads and headings. */
  #marksShown(): readonly TlpLevel[] {
    return [
      ...[...this.#named.values()].map(source => source.metadata.tlp).filter(tlp => tlp !== undefined),
      ...withLevels(this.#view, this.#story).map(({ level }) => level),
    ];
  }

  /** Blocks of prose in order, headings where they hold a claim; a row of a table is one. */
  #paragraphs(
    shown: readonly CheckedClaim[],
    hidden: ReadonlySet<number>,
  ): {
    readonly paragraphs: readonly { readonly place: LedgerPlace; readonly section?: string }[];
    paragraphOf(one: CheckedClaim): number;
  } {
    const paragraphs: { place: LedgerPlace; section?: string }[] = [];
    const byBlock = new Map<string, number>();
    const claimed = new Set(shown.map(one => blockOf(one)));
    let section: string | undefined;
    for (const { facts, index, offset } of this.#view.segments) {
      if (hidden.has(index)) continue;
      const { blocks, prose } = facts.tree;
      let row = '';
      blocks.forEach((block, at) => {
        if (block.kind === 'heading') section = slice(prose, block.span).replace(/\s+/g, ' ').trim();
        if (block.sentences.end === block.sentences.start || block.kind === 'footnote') return;
        if (block.kind === 'heading' && !claimed.has(`${index} ${at}`)) return;
        const here = block.table ? `${block.table.table} ${block.table.row}` : '';
        const last = paragraphs.at(-1);
        const span = shift(block.span, offset);
        if (here !== '' && here === row && last) last.place = this.#place(this.#checked.uri, { start: last.place.start, end: span.end });
        else paragraphs.push({ place: this.#place(this.#checked.uri, span), ...(section ? { section } : {}) });
        row = here;
        byBlock.set(`${index} ${at}`, paragraphs.length - 1);
      });
    }
    const paragraphOf = (one: CheckedClaim): number => byBlock.get(blockOf(one)) ?? Math.max(0, paragraphs.length - 1);
    return { paragraphs, paragraphOf };
  }

  #claim(
    one: CheckedClaim,
    around: {
      readonly paragraph: number;
      readonly section: string | undefined;
      readonly repeats: boolean;
      readonly byClaim: AnnotationsByClaim;
      readonly threads: readonly PlacedAnnotation[];
    },
  ): ClaimEntry {
    const { claim, segment, support } = one;
    const passages = passagesFor(one, this.#view);
    const annotations = around.byClaim.of(one);
    const evidence = passages.filter(({ passage }) => this.#mayShow(passage));
    const assignee = annotations.findLast(({ annotation }) => annotation.assignee && !annotation.resolved)?.annotation.assignee;
    return {
      text: wordsOf(segment, claim.span, LONGEST_CLAIM),
      place: this.#place(this.#checked.uri, shift(claim.span, segment.offset)),
      paragraph: around.paragraph,
      ...(around.section ? { section: around.section } : {}),
      type: claim.type,
      score: Math.round(claim.score * 1000) / 1000,
      support: support.verdict,
      ...(support.reason ? { reason: support.reason } : {}),
      repeats: around.repeats,
      cited: support.cited.filter(key => this.#mayName(key)),
      evidence: evidence.map(({ passage, relation }): LedgerEvidence => {
        const grade = passage.grade ?? passage.source.metadata.grade;
        return {
          source: this.#name(passage.source),
          relation,
          quote: this.#cut(passage.text, LONGEST_QUOTE),
          ...(passage.quote?.speaker ? { speaker: passage.quote.speaker } : {}),
          path: passage.source.path,
          place: this.#place(passage.source.uri, passage.span),
          ...(grade ? { grade } : {}),
        };
      }),
      differences: support.differences
        .filter(({ passage }) => this.#refusal(passage.source) === undefined)
        .map(({ drafted, noted, passage }) => ({
          drafted: this.#cut(drafted, 300),
          noted: this.#cut(noted, 300),
          source: this.#name(passage.source),
        })),
      quotes: quotesIn(one, this.#view).map(({ text, status }) => ({ text: this.#cut(text, 300).replace(/,$/, ''), status })),
      verdicts: annotations
        .flatMap(({ annotation }) => this.#verdict(annotation, () => around.byClaim.isExpired(annotation, one)))
        .sort(byTime),
      threads: around.threads.map(annotation => this.#thread(annotation)),
      ...(assignee ? { assignee: this.#cut(assignee, LONGEST_NAME) } : {}),
      leftOut: passages.length - evidence.length,
    };
  }

  #verdict(annotation: Annotation, isExpired: () => boolean): readonly LedgerVerdict[] {
    if (!annotation.verdict) return [];
    // What is changed later is never the verdict: its thread is assigned, resolved, reworded.
    const at = annotation.created;
    return [
      {
        verdict: annotation.verdict,
        ...(annotation.creator ? { by: this.#cut(annotation.creator, LONGEST_NAME) } : {}),
        ...(at ? { at } : {}),
        ...(annotation.body.trim() === '' ? {} : this.#comment(annotation.body)),
        ...this.#restsOn(annotation.evidence),
        expired: isExpired(),
        resolved: annotation.resolved !== undefined,
      },
    ];
  }

  #thread({ annotation, placement }: PlacedAnnotation): LedgerThread {
    const { creator, created, body, verdict, assignee, replies, anchor, pointer } = annotation;
    const passage = placement.state === 'placed' ? slice(this.#view.text, placement.span) : (anchor?.exact ?? pointer);
    return {
      ...(creator ? { by: this.#cut(creator, LONGEST_NAME) } : {}),
      ...(created ? { at: created } : {}),
      ...this.#comment(body),
      ...(passage === undefined ? {} : { passage: this.#cut(passage, 300) }),
      ...(placement.state === 'placed' ? { place: this.#place(this.#checked.uri, placement.span) } : {}),
      ...(verdict ? { verdict } : {}),
      ...(assignee ? { assignee: this.#cut(assignee, LONGEST_NAME) } : {}),
      replies: replies.map(reply => ({
        ...(reply.creator ? { by: this.#cut(reply.creator, LONGEST_NAME) } : {}),
        ...(reply.created ? { at: reply.created } : {}),
        ...this.#comment(reply.body),
      })),
    };
  }

  /** A comment, cut only after it is redacted: half a name would go through. */
  #comment(body: string): { readonly comment: string; readonly more?: number } {
    const isEndless = body.length > 2 * LONGEST_COMMENT;
    const start = this.redact(isEndless ? body.slice(0, 2 * LONGEST_COMMENT) : body);
    const { text, more } = cutBody(isEndless ? start.slice(0, -LONGEST_SECRET) : start, LONGEST_COMMENT);
    const rest = isEndless ? body.length - text.length : more;
    return { comment: text, ...(rest > 0 ? { more: rest } : {}) };
  }

  /** White space folded, redacted and then cut. */
  #cut(text: string, limit: number): string {
    const folded = this.redact(text.slice(0, LONGEST_LOOK).replace(/\s+/g, ' ')).trim();
    return folded.length > limit ? `${folded.slice(0, limit - 1).trimEnd()}…` : folded;
  }

  /** The Sources that a verdict rests on: those that are shown, those that nobody has, how many are left out. */
  #restsOn(keys: readonly string[]): Pick<LedgerVerdict, 'evidence' | 'gone' | 'leftOut'> {
    const isKnown = (key: string): boolean => this.#story.sources.has(normalKey(key));
    const known = keys.filter(isKnown);
    const evidence = known.map(normalKey).filter(key => this.#mayName(key));
    const gone = keys.filter(key => !isKnown(key)).map(key => this.#cut(key, LONGEST_NAME));
    const leftOut = known.length - evidence.length;
    return { evidence, ...(gone.length > 0 ? { gone } : {}), ...(leftOut > 0 ? { leftOut } : {}) };
  }

  #source(source: Source): SourceEntry {
    const { url, authors, published, retrieved, grade, tlp } = source.metadata;
    return {
      key: source.key,
      path: source.path,
      name: nameOf(source),
      ...(url ? { url } : {}),
      authors: authors ?? [],
      ...(published ? { published } : {}),
      ...(retrieved ? { retrieved } : {}),
      ...(grade ? { grade } : {}),
      ...(tlp ? { tlp } : {}),
      origin: this.#origin(source),
    };
  }

  /** Name of the group of a Source: the Source that stands for it, or what its members rely on. */
  #origin(source: Source): string {
    const group = this.#story.originOf(source);
    if (!group.startsWith('text:')) {
      const head = this.#story.sources.get(group);
      return head && this.#refusal(head) !== undefined ? LEFT_OUT_ORIGIN : group;
    }
    return source.metadata.reliesOn?.replace(/\s+/g, ' ').trim() ?? group.slice('text:'.length);
  }

  /** Why a Source must not be shown; undefined where it may. */
  #refusal({ metadata: { tlp, terms, embargo } }: Source): Refusal | undefined {
    if (terms === 'off-record') return 'offRecord';
    if (!this.#audience.includeAbove) {
      if (isAbove(tlp, this.#level)) return 'above';
      const { date } = this.#view;
      const isHeld = embargo !== undefined && (date === undefined || date.slice(0, embargo.length) < embargo.slice(0, 10));
      if (isHeld || terms === 'background' || terms === 'deep-background') return 'restricted';
    }
    return tlp === undefined && this.#audience.tlp !== undefined && !this.#audience.includeUnmarked ? 'unmarked' : undefined;
  }

  /** Whether a passage may be shown; keeps count of both. */
  #mayShow(passage: Passage): boolean {
    const refusal = this.#refusal(passage.source);
    const key = `${passage.source.uri} ${passage.span.start}`;
    if (refusal) this.#refused[refusal].add(key);
    else if (passage.source.metadata.tlp === undefined) this.#unmarked.add(key);
    return refusal === undefined;
  }

  #mayName(key: string): boolean {
    const source = this.#story.sources.get(key);
    if (!source || this.#refusal(source) !== undefined) return false;
    this.#name(source);
    return true;
  }

  #name(source: Source): string {
    this.#named.set(source.key, source);
    return source.key;
  }

  #place(uri: string, span: Span): LedgerPlace {
    let lines = this.#lines.get(uri);
    if (!lines) {
      lines = new LineIndex(this.#workspace.textOf(uri) ?? '');
      this.#lines.set(uri, lines);
    }
    return { start: span.start, end: span.end, range: lines.range(span) };
  }
}

/** Which block of which segment a claim stands in. */
function blockOf({ claim, segment }: CheckedClaim): string {
  return `${segment.index} ${segment.facts.tree.sentences[claim.sentence]?.block}`;
}
