// Owns: reading the ledger of a checked draft: its claims, their evidence, people's annotations; what must be left out.
// Must not know: the forms in which a ledger is written; how verdicts are reached.
import {
  type ClaimEntry,
  type Ledger,
  type LedgerEvidence,
  type LedgerPlace,
  type LedgerThread,
  type LedgerVerdict,
  ledgerOf,
  MISQUOTED,
  redacted,
  type SourceEntry,
} from '../../annotations/ledger.ts';
import type { Annotation, PlacedAnnotation } from '../../annotations/types.ts';
import { claimWords } from '../../annotations/verdicts.ts';
import type { CheckedClaim, CheckedDocument, Workspace } from '../../engine/types.ts';
import { nameOf } from '../../evidence/source-name.ts';
import type { Passage, QuoteMatch, Source } from '../../evidence/types.ts';
import type { TlpLevel } from '../../extract/facts.ts';
import { isAbove, TLP_LEVELS } from '../../extract/tlp.ts';
import { carriedElsewhere } from '../../rules/claims/citation-mismatch.ts';
import { withLevels } from '../../rules/handling/shared.ts';
import type { DocumentView, StoryView } from '../../rules/types.ts';
import { LineIndex } from '../../text/line-index.ts';
import { overlaps, type Span, shift, slice } from '../../text/span.ts';
import { wordsOf } from '../lookup.ts';
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
/** Passages shown for a claim, and the share of the best one's score that each must have. */
const MOST_PASSAGES = 5;
const NEAR_BEST = 0.6;

/** The ledger of a draft, redacted; undefined for what is no draft. */
export function gatherLedger(workspace: Workspace, checked: CheckedDocument, audience: Audience = {}): Ledger | undefined {
  const { view, story, role } = checked;
  if (!view || !story || role !== 'draft') return undefined;
  return redacted(new Gathering(workspace, checked, view, story, audience).ledger(), text => workspace.redact(text));
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

  constructor(workspace: Workspace, checked: CheckedDocument, view: DocumentView, story: StoryView, audience: Audience) {
    this.#workspace = workspace;
    this.#checked = checked;
    this.#view = view;
    this.#story = story;
    this.#audience = audience;
    this.#level = audience.tlp ?? view.tlp ?? story.defaultTlp;
    this.#lines.set(checked.uri, checked.lines);
  }

  ledger(): Ledger {
    const hidden = this.#hiddenSegments();
    const annotations = this.#workspace.annotationsOf(this.#checked.uri).annotations.filter(one => !this.#isHidden(one, hidden));
    const judged = this.#checked.claims.filter(one => isListed(one, annotations, this.#view));
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
          annotations: annotations.filter(annotation => isAbout(annotation, one, this.#view)),
          threads: threads.get(one) ?? [],
        }),
    );
    const rest = threads.get(undefined) ?? [];
    const isHidden = isAbove(this.#view.tlp, this.#level) && !this.#audience.includeAbove;
    const marks = [this.#level, ...(this.#audience.includeAbove ? this.#marksShown(shown) : [])];
    return ledgerOf({
      draft: this.#draft(isHidden, hidden),
      tlp: TLP_LEVELS.findLast(level => marks.includes(level)) ?? this.#level,
      claims,
      sources: [...this.#named.values()].map(source => this.#source(source)),
      paragraphs,
      threads: rest.map(annotation => this.#thread(annotation)),
      leftOut: {
        above: this.#refused.above.size,
        restricted: this.#refused.restricted.size,
        offRecord: this.#refused.offRecord.size,
        unmarked: this.#refused.unmarked.size,
        claims: judged.length - shown.length,
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

  /** Segments in sections that are marked above the ledger. */
  #hiddenSegments(): ReadonlySet<number> {
    if (this.#audience.includeAbove) return new Set();
    const levels = withLevels(this.#view, this.#story);
    return new Set(levels.filter(({ level }) => isAbove(level, this.#level)).map(({ segment }) => segment.index));
  }

  /** Whether an annotation is about a hidden part; of what is about no place it cannot be told. */
  #isHidden({ placement }: PlacedAnnotation, hidden: ReadonlySet<number>): boolean {
    if (hidden.size === 0) return false;
    if (placement.state !== 'placed') return true;
    const { span } = placement;
    return this.#view.segments.some(
      ({ index, offset, facts }) => hidden.has(index) && overlaps(span, { start: offset, end: offset + facts.tree.text.length }),
    );
  }

  /** Marks of all that is shown of Sources and sections. */
  #marksShown(shown: readonly CheckedClaim[]): readonly TlpLevel[] {
    const segments = new Set(shown.map(({ segment }) => segment.index));
    return [
      ...[...this.#named.values()].map(source => source.metadata.tlp).filter(tlp => tlp !== undefined),
      ...withLevels(this.#view, this.#story)
        .filter(({ segment }) => segments.has(segment.index))
        .map(({ level }) => level),
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
      readonly annotations: readonly PlacedAnnotation[];
      readonly threads: readonly PlacedAnnotation[];
    },
  ): ClaimEntry {
    const { claim, segment, support } = one;
    const passages = this.#evidence(one);
    const words = wordsIn(this.#view, one);
    const evidence = passages.filter(({ passage }) => this.#mayShow(passage));
    const assignee = around.annotations.findLast(({ annotation }) => annotation.assignee && !annotation.resolved)?.annotation.assignee;
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
          quote: cut(passage.text, LONGEST_QUOTE),
          ...(passage.quote?.speaker ? { speaker: passage.quote.speaker } : {}),
          path: passage.source.path,
          place: this.#place(passage.source.uri, passage.span),
          ...(grade ? { grade } : {}),
        };
      }),
      differences: support.differences
        .filter(({ passage }) => this.#refusal(passage.source) === undefined)
        .map(({ drafted, noted, passage }) => ({ drafted: cut(drafted, 300), noted: cut(noted, 300), source: this.#name(passage.source) })),
      quotes: this.#quotes(one),
      verdicts: around.annotations.flatMap(({ annotation }) => this.#verdict(annotation, words)).sort(byTime),
      threads: around.threads.map(annotation => this.#thread(annotation)),
      ...(assignee ? { assignee } : {}),
      leftOut: passages.length - evidence.length,
    };
  }

  /** The passages that bear on a claim, each once. */
  #evidence(one: CheckedClaim): readonly { readonly passage: Passage; readonly relation: LedgerEvidence['relation'] }[] {
    const { support } = one;
    const found = new Map<Passage, LedgerEvidence['relation']>();
    for (const { passage } of support.differences) found.set(passage, 'contradicts');
    const quotes = this.#quoteMatches(one);
    for (const { passage, status } of quotes)
      if (passage && !found.has(passage)) found.set(passage, MISQUOTED.has(status) ? 'contradicts' : 'supports');
    const elsewhere = support.verdict === 'miscited' ? carriedElsewhere(support) : undefined;
    if (elsewhere && !found.has(elsewhere.passage)) found.set(elsewhere.passage, 'elsewhere');
    const isQuoted = quotes.every(({ status }) => status !== 'not-found');
    const best = support.matches[0]?.score ?? 0;
    const backs = isQuoted && (support.verdict === 'supported' || support.verdict === 'partial' || support.verdict === 'uncited');
    for (const { passage, score } of support.matches) {
      if (found.size >= MOST_PASSAGES || found.has(passage)) continue;
      if (backs && score >= NEAR_BEST * best) found.set(passage, 'supports');
      else if (found.size === 0) found.set(passage, 'closest');
    }
    return [...found].map(([passage, relation]) => ({ passage, relation }));
  }

  #quotes(one: CheckedClaim): ClaimEntry['quotes'] {
    return this.#quoteMatches(one).map(({ text, status }) => ({ text, status }));
  }

  /** The direct quotes in a claim, with what the notes have of each. */
  #quoteMatches({ claim, segment }: CheckedClaim): readonly (Pick<QuoteMatch, 'status' | 'passage'> & { readonly text: string })[] {
    return segment.facts.quotes.flatMap(quote => {
      if (!overlaps(quote.span, claim.span)) return [];
      const { status, passage } = this.#view.quoteMatch(segment, quote);
      const text = cut(slice(segment.facts.tree.prose, quote.content), 300).replace(/,$/, '');
      return status === 'not-speech' ? [] : [{ text, status, ...(passage ? { passage } : {}) }];
    });
  }

  #verdict(annotation: Annotation, words: string): readonly LedgerVerdict[] {
    if (!annotation.verdict) return [];
    // What is changed later is never the verdict: its thread is assigned, resolved, reworded.
    const at = annotation.created;
    return [
      {
        verdict: annotation.verdict,
        ...(annotation.creator ? { by: annotation.creator } : {}),
        ...(at ? { at } : {}),
        ...(annotation.body.trim() === '' ? {} : { comment: annotation.body }),
        evidence: annotation.evidence.filter(key => this.#mayName(key)),
        expired: claimWords(annotation.anchor?.exact ?? '') !== words,
        resolved: annotation.resolved !== undefined,
      },
    ];
  }

  #thread({ annotation, placement }: PlacedAnnotation): LedgerThread {
    const { creator, created, body, verdict, assignee, replies, anchor } = annotation;
    const passage = placement.state === 'placed' ? slice(this.#view.text, placement.span) : anchor?.exact;
    return {
      ...(creator ? { by: creator } : {}),
      ...(created ? { at: created } : {}),
      comment: body,
      ...(passage === undefined ? {} : { passage: cut(passage, 300) }),
      ...(placement.state === 'placed' ? { place: this.#place(this.#checked.uri, placement.span) } : {}),
      ...(verdict ? { verdict } : {}),
      ...(assignee ? { assignee } : {}),
      replies: replies.map(reply => ({
        ...(reply.creator ? { by: reply.creator } : {}),
        ...(reply.created ? { at: reply.created } : {}),
        comment: reply.body,
      })),
    };
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

/** What counts as a claim, and what a person has judged as one. */
function isListed(one: CheckedClaim, annotations: readonly PlacedAnnotation[], view: DocumentView): boolean {
  return (
    one.support.verdict !== 'not-a-claim' ||
    annotations.some(placed => placed.annotation.verdict !== undefined && isAbout(placed, one, view))
  );
}

/** An annotation is about the claims that it stands on; a verdict also about those of the same words, wherever they stand. */
function isAbout(placed: PlacedAnnotation, one: CheckedClaim, view: DocumentView): boolean {
  if (isOn(placed, one)) return true;
  const { verdict, anchor } = placed.annotation;
  return verdict !== undefined && anchor !== undefined && claimWords(anchor.exact) === wordsIn(view, one);
}

function wordsIn(view: DocumentView, { claim, segment }: CheckedClaim): string {
  return claimWords(slice(view.text, shift(claim.span, segment.offset)));
}

function isOn({ placement }: PlacedAnnotation, { claim, segment }: CheckedClaim): boolean {
  return placement.state === 'placed' && overlaps(placement.span, shift(claim.span, segment.offset));
}

/** Open threads, each with the first claim that it is about; under `undefined` those that are about none. */
function threadsByClaim(
  annotations: readonly PlacedAnnotation[],
  claims: readonly CheckedClaim[],
): ReadonlyMap<CheckedClaim | undefined, readonly PlacedAnnotation[]> {
  const found = new Map<CheckedClaim | undefined, PlacedAnnotation[]>();
  for (const placed of annotations) {
    if (placed.annotation.resolved || !isThread(placed.annotation)) continue;
    const claim = claims.find(one => isOn(placed, one));
    const list = found.get(claim);
    if (list) list.push(placed);
    else found.set(claim, [placed]);
  }
  return found;
}

/** A verdict that settles a claim opens no discussion; comments, disputes and what needs a source do. */
function isThread({ verdict, replies }: Annotation): boolean {
  return verdict === undefined || verdict === 'disputed' || verdict === 'needs-source' || replies.length > 0;
}

/** By time; where clocks say nothing, as they stand. */
function byTime(a: LedgerVerdict, b: LedgerVerdict): number {
  const difference = Date.parse(a.at ?? '') - Date.parse(b.at ?? '');
  return Number.isNaN(difference) ? 0 : difference;
}

function cut(text: string, limit: number): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > limit ? `${folded.slice(0, limit - 1).trimEnd()}…` : folded;
}
