// Owns: completing quotes: the words of the notes after an opening quotation mark, or in a block quote.
// Must not know: other kinds of completion.
import { nameOf } from '../../evidence/source-name.ts';
import type { Passage, Source } from '../../evidence/types.ts';
import { plain } from '../markdown.ts';
import { type Completion, foldTyped, type Place, replaced } from './place.ts';

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const OPENED = /(?:^|[\s(—–-])(["“„«])([^"“”„«»]{0,120})$/u;
const BLOCK = /^[ \t]{0,3}>[ \t]{1,4}([^>"“„«].{0,120}|)$/u;
const MOST = 30;
const LONGEST = 600;
const LABEL = 70;

/** Quotes that hold what was typed, those that begin with it first; undefined where no quotation is being typed. */
export function quoteCompletions(place: Place): readonly Completion[] | undefined {
  const { before, after, story, view } = place;
  const opened = OPENED.exec(before);
  const block = opened ? null : BLOCK.exec(before);
  // A straight mark opens where none is open.
  if (!block && (!opened || (opened[1] === '"' && (before.split('"').length - 1) % 2 === 0))) return undefined;
  const typed = (opened?.[2] ?? block?.[1] ?? '').trimStart();
  const close = opened ? (CLOSING[opened[1] ?? ''] ?? '') : '';
  const span = replaced(place, typed.length, /^/);
  const wanted = foldTyped(typed);
  return quotesOf(story.sources)
    .filter(({ folded, passage }) => folded.includes(wanted) && story.mayOffer(passage.source, view))
    .filter(({ words }) => story.findProtected(words).length === 0)
    .map(quote => ({ ...quote, rank: (quote.folded.startsWith(wanted) ? 0 : 2) + (near(place, quote.passage) ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ words, passage }) => ({
      label: words.length > LABEL ? `${words.slice(0, LABEL - 1).trimEnd()}…` : words,
      detail: [passage.quote?.speaker, nameOf(passage.source)].filter(Boolean).join(' · '),
      markdown: `> ${plain(words)}`,
      span,
      newText: words + (after.startsWith(close) ? '' : close),
      filterText: wanted === '' || words.toLowerCase().startsWith(typed.toLowerCase()) ? words : `${typed} ${words}`,
      kind: 'quote',
    }));
}

interface KnownQuote {
  readonly passage: Passage;
  readonly words: string;
  readonly folded: string;
}

const QUOTES = new WeakMap<ReadonlyMap<string, Source>, readonly KnownQuote[]>();

/** All words of speakers in a Story; kept with its Sources. */
function quotesOf(sources: ReadonlyMap<string, Source>): readonly KnownQuote[] {
  let quotes = QUOTES.get(sources);
  if (!quotes) {
    quotes = [...sources.values()]
      .flatMap(source => source.passages)
      .filter(({ quote }) => quote && quote.text.length <= LONGEST)
      .map(passage => ({ passage, words: passage.quote?.text ?? '', folded: foldTyped(passage.quote?.text ?? '') }));
    QUOTES.set(sources, quotes);
  }
  return quotes;
}

/** Whether the paragraph before names the speaker or cites the Source. */
function near({ checked, offset }: Place, { quote, source }: Passage): boolean {
  const said = checked.text.slice(Math.max(0, offset - 400), offset);
  const name = quote?.speaker?.split(' ').at(-1) ?? '';
  return (name !== '' && said.includes(name)) || said.includes(`@${source.key}`) || said.includes(`^${source.key}]`);
}
