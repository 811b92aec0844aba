// Owns: what a hover says at an offset, as Markdown.
// Must not know: LSP. Everything from drafts and notes is escaped: nothing in it links, runs or leaks.

import type { CheckedClaim, CheckedDocument, Workspace } from '../engine/types.ts';
import { nameOf } from '../evidence/source-name.ts';
import type { Passage, QuoteMatch, Source, Support, Verdict } from '../evidence/types.ts';
import { type Language, type Phrase, phrase } from '../text/phrases.ts';
import { covers, type Span, slice } from '../text/span.ts';
import { knowledgeCards } from './knowledge-hover.ts';
import { sourceLens } from './lenses.ts';
import { citationAt, claimAt, factAt } from './lookup.ts';
import { marked, plain } from './markdown.ts';
import { type Renamable, renamableAt } from './rename.ts';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

const VERDICTS: Readonly<Record<Verdict, Phrase>> = {
  supported: phrase`Supported by the notes`,
  partial: phrase`Supported in part`,
  contradicted: phrase`The notes say otherwise`,
  miscited: phrase`Not in the cited source`,
  attributed: phrase`Source named in the text`,
  uncited: phrase`In the notes, but not cited`,
  unsupported: phrase`Not found in the notes`,
  unchecked: phrase`Not checked`,
  'not-a-claim': phrase`Not a claim`,
};

const REASONS: Readonly<Record<NonNullable<Support['reason']>, Phrase>> = {
  indexing: phrase`the notes are still being read`,
  'other-language': phrase`the best source is in another language`,
  'no-text': phrase`the source has no text here`,
  'too-large': phrase`the source is too large`,
  off: phrase`checking is off here`,
};

/** The hover at an offset of a draft or note; undefined where there is nothing to say. */
export function hoverAt(workspace: Workspace, uri: string, offset: number): Hover | undefined {
  const checked = workspace.check(uri);
  const { language } = workspace;
  if (!checked?.view) return undefined;
  const citation = citationAt(checked, offset);
  if (citation?.source) return { span: citation.span, markdown: sourceCard(citation.source, language) };
  if (checked.role === 'notes') {
    const source = sourceHeadedAt(checked, offset);
    if (source)
      return { span: source.span, markdown: `${sourceCard(source.source, language)}\n\n${restingOn(workspace, checked, source.source)}` };
  }
  const parts: string[] = [];
  let span: Span | undefined;
  const add = (part: string | undefined, at: Span): void => {
    if (!part) return;
    parts.push(part);
    if (!span || at.end - at.start < span.end - span.start) span = at;
  };
  const quote = factAt(checked, offset, 'quotes');
  if (quote && checked.story && !checked.story.dormant)
    add(quoteCard(checked.view.quoteMatch(quote.segment, quote.fact), language), quote.span);
  for (const card of knowledgeCards(checked, offset, language)) add(card.markdown, card.span);
  const claim = claimAt(checked, offset);
  if (claim) add(claimCard(claim, language), claim.span);
  return span ? { span, markdown: parts.join('\n\n---\n\n') } : undefined;
}

/** The Source whose heading, key or first line stands at an offset of a note, or that an `origin` there names. */
function sourceHeadedAt(checked: CheckedDocument, offset: number): Renamable | undefined {
  const named = renamableAt(checked, offset);
  if (named) return named;
  const at = { start: offset, end: offset };
  for (const source of checked.story?.evidence.sourcesIn(checked.uri) ?? []) {
    const heading = { start: source.span.start, end: source.keySpan.end };
    if (source.origin === 'heading' && covers(heading, at)) return { source, span: heading };
  }
  return undefined;
}

function restingOn(workspace: Workspace, { storyRoot = '' }: CheckedDocument, source: Source): string {
  return plain(sourceLens(workspace, storyRoot, source.key).title);
}

/** Title, key, date, grade, mark and origin of a Source. */
export function sourceCard(source: Source, language: Language): string {
  const { metadata } = source;
  const lines = [`**${plain(nameOf(source), 160)}** (${plain(source.key, 80)})`];
  const facts: string[] = [];
  if (metadata.published) facts.push(language.say`published ${plain(metadata.published, 40)}`);
  if (metadata.retrieved) facts.push(language.say`retrieved ${plain(metadata.retrieved, 40)}`);
  if (metadata.grade) facts.push(gradeText(metadata.grade, language));
  if (metadata.tlp) facts.push(`TLP&#58;${plain(metadata.tlp, 20)}`);
  if (metadata.reliesOn) facts.push(language.say`relies on ${plain(metadata.reliesOn, 80)}`);
  if (metadata.terms) facts.push(plain(metadata.terms, 40));
  if (facts.length > 0) lines.push(facts.join(' · '));
  const first = source.passages[0];
  if (first) lines.push(`> ${plain(first.text, 280)}`);
  else lines.push(`*${language.say`No text here to compare with.`}*`);
  return lines.join('\n\n');
}

const RELIABILITY: Readonly<Record<string, Phrase>> = {
  A: phrase`completely reliable`,
  B: phrase`usually reliable`,
  C: phrase`fairly reliable`,
  D: phrase`not usually reliable`,
  E: phrase`unreliable`,
  F: phrase`reliability cannot be judged`,
};
const CREDIBILITY: Readonly<Record<string, Phrase>> = {
  1: phrase`confirmed by other sources`,
  2: phrase`probably true`,
  3: phrase`possibly true`,
  4: phrase`doubtful`,
  5: phrase`improbable`,
  6: phrase`truth cannot be judged`,
};

/** An Admiralty grade in words: source reliability and information credibility as STANAG 2511 names them. */
export function gradeText(grade: string, language: Language): string {
  const words = gradeWords(grade);
  return words !== '' ? language.say`grade ${plain(grade, 8)} (${words})` : language.say`grade ${plain(grade, 8)}`;
}

/** What a grade means; empty where it means nothing. */
export function gradeWords(grade: string): Phrase | string {
  const reliability = RELIABILITY[grade[0] ?? ''];
  const credibility = CREDIBILITY[grade[1] ?? ''];
  return reliability && credibility ? phrase`${reliability}, ${credibility}` : (reliability ?? credibility ?? '');
}

function claimCard({ claim, segment, support }: CheckedClaim, language: Language): string | undefined {
  const { reasons } = claim;
  if (support.verdict === 'not-a-claim' && support.differences.length === 0) return undefined;
  const lines = [`**${language.of(VERDICTS[support.verdict])}**${support.reason ? `: ${language.of(REASONS[support.reason])}` : ''}`];
  if (support.verdict === 'attributed')
    lines.push(
      language.say`The source that the text names has no text in the notes, so nothing was compared. Cite a note to have it compared.`,
    );
  for (const difference of support.differences.slice(0, 3)) {
    lines.push(
      language.say`The draft has “${plain(difference.drafted, 120)}”, ${sourceName(difference.passage.source)} has “${plain(difference.noted, 120)}”.`,
    );
  }
  const otherwise = [...support.differences, ...(support.conflicts ?? [])];
  for (const { agreeing, passage, noted } of otherwise.slice(0, 3)) {
    if (agreeing === undefined) continue;
    lines.push(
      language.say`The notes disagree: ${sourceName(agreeing.source)} has it as the draft does, ${sourceName(passage.source)} has “${plain(noted, 120)}”.`,
    );
  }
  // What differs is shown whether or not it is among the passages closest to the claim.
  const closest = support.matches.slice(0, 2);
  const differing = [...new Set(otherwise.map(one => one.passage))].filter(passage => !closest.some(match => match.passage === passage));
  for (const passage of differing.slice(0, 2)) lines.push(evidenceText(passage, [], language));
  for (const match of closest) lines.push(evidenceText(match.passage, match.shared, language));
  if (support.verdict === 'partial' && support.missing.length > 0) {
    const missing = support.missing.slice(0, 4).map(span => `“${plain(slice(segment.facts.tree.prose, span), 120)}”`);
    lines.push(language.say`Not found in the source: ${missing.join(', ')}.`);
  }
  if (support.verdict !== 'not-a-claim' && reasons.length > 0)
    lines.push(
      language.say`It counts as a claim because of: ${reasons
        .slice(0, 3)
        .map(reason => language.of(SIGNS[reason] ?? reason))
        .join(', ')}.`,
    );
  return lines.join('\n\n');
}

/** What makes a sentence a claim. */
const SIGNS: Readonly<Record<string, Phrase>> = {
  share: phrase`a share`,
  money: phrase`an amount of money`,
  number: phrase`a number`,
  'named-actor': phrase`a named actor`,
  superlative: phrase`a superlative`,
  cause: phrase`a cause`,
  comparison: phrase`a comparison`,
  date: phrase`a date`,
  name: phrase`a name`,
  attribution: phrase`an attribution`,
  'past-event': phrase`a past event`,
  version: phrase`a version`,
  denial: phrase`a denial`,
};

/** A passage with the words it shares marked; its Source, page, date, grade and mark under it. */
function evidenceText(passage: Passage, shared: readonly Span[], language: Language): string {
  const { published, grade: graded, tlp } = passage.source.metadata;
  const grade = passage.grade ?? graded;
  const facts = [
    sourceName(passage.source),
    passage.page === undefined ? undefined : language.say`page ${String(passage.page)}`,
    published && plain(published, 40),
    grade && gradeText(grade, language),
    tlp && `TLP&#58;${plain(tlp, 20)}`,
  ];
  return `> ${marked(passage.text.slice(0, 500), shared)}\n>\n> ${facts.filter(Boolean).join(' · ')}`;
}

function sourceName(source: Source): string {
  return `*${plain(nameOf(source), 100)}*`;
}

/** Empty for what is no speech: then there is nothing to say. */
const QUOTE_STATUS: Readonly<Record<QuoteMatch['status'], Phrase | undefined>> = {
  verbatim: phrase`Word for word as in the notes`,
  shortened: phrase`Fairly shortened from the notes`,
  altered: phrase`The words differ from the notes`,
  'meaning-changed': phrase`The meaning differs from the notes`,
  spliced: phrase`Put together from two places in the notes`,
  'wrong-speaker': phrase`The notes give these words to someone else`,
  'not-found': phrase`These words are not in the notes`,
  unchecked: phrase`Quote not checked`,
  'not-speech': undefined,
};

function quoteCard(match: QuoteMatch, language: Language): string | undefined {
  const status = QUOTE_STATUS[match.status];
  if (!status) return undefined;
  const lines = [`**${language.of(status)}**`];
  if (match.status === 'altered' || match.status === 'meaning-changed') {
    lines.push(
      match.diff
        .map(part => (part.op === 'same' ? plain(part.text) : part.op === 'drop' ? `~~${plain(part.text)}~~` : `**${plain(part.text)}**`))
        .join(' '),
    );
  }
  if (match.passage) {
    const speaker = match.speaker ?? match.passage.quote?.speaker;
    lines.push(
      `> ${plain(match.passage.text, 400)}\n>\n> ${[speaker && plain(speaker, 80), sourceName(match.passage.source)].filter(Boolean).join(' · ')}`,
    );
  }
  return lines.join('\n\n');
}
