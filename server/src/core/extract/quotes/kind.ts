// Owns: telling speech from titles, names of things and words held at arm's length.
// Must not know: who speaks, other blocks.
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import type { Quote } from '../facts.ts';
import type { MarkedQuote } from './scan.ts';

const NAMED_THINGS = alternatives(
  /subject(?: line)?s?|title[ds]?|entitled|headlined?|headlines/,
  /called|named|nicknamed|dubbed|labell?ed/,
  // Words for words.
  /slogan|codenamed|code-named|so-called|term|terms|word|words|phrase|phrases|known as/,
  // Works.
  /song|film|movie|book|album|novel|series|show|paper|article|essay/,
  // What stands on a screen.
  /folder|file|task|account|button|option|menu|field|value|string/,
  /event|category|setting|lure|theme/,
  // Papers, plays and plans.
  /report|magazine|podcast|game|poem|newsletter/,
  /campaign|operation|poster|column|documentary/,
);
/** What announces a name, a subject line or a term rather than speech. */
const NAMES_IT = new RegExp(String.raw`(?:${alternatives(String.raw`\b(?:${NAMED_THINGS})`, /,\s+the\s+\w+,/)})\s*[,:(]?\s*$`, 'iu');
/** A quote right after these is speech whatever its length. */
const SAYS_IT =
  /\b(?:said|says|say|saying|asked|asks|replied|answered|answers|added|adds|wrote|writes|told \w+|responded|shouted|yelled|reads|read)\s*[,:]\s*$/i;
const AFTER_SAYS =
  /^\s*(?:\p{Lu}[\p{L}.'’-]*\s+){0,3}(?:he |she |they |I |we )?(?:said|says|asked|asks|replied|answered|added|adds|wrote|writes|shouted|yelled)\b/u;
const MINOR = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'from',
  'in',
  'into',
  'nor',
  'of',
  'on',
  'or',
  'the',
  'to',
  'up',
  'vs',
  'with',
  'is',
  'are',
]);
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu;

/** What a pair of quotation marks holds, judged from its words and those around it in its block. */
export function kindOf(prose: string, quote: MarkedQuote, block: Span, nested: boolean): Quote['kind'] {
  const content = prose.slice(quote.content.start, Math.min(quote.content.end, quote.content.start + 400));
  const words = content.match(WORDS) ?? [];
  if (words.length === 0) return 'scare';
  if (quote.open) return 'speech';
  const before = prose.slice(Math.max(block.start, quote.span.start - 60), quote.span.start);
  const after = prose.slice(quote.span.end, Math.min(block.end, quote.span.end + 60));
  // An attribute of code or markup: alt-text="…".
  if (/[\w-]=$/.test(before)) return 'title';
  const ends = /[.,;!?…—–-]\s*$/.test(content);
  const spoken = (/[.,!?…]\s*$/.test(content) && AFTER_SAYS.test(after)) || SAYS_IT.test(before);
  if (spoken) return 'speech';
  if (isTitle(words, content) && (words.length > 1 || NAMES_IT.test(before))) return 'title';
  if (NAMES_IT.test(before) && words.length <= 8 && !/[.?!]\s*$/.test(content.slice(0, -1))) return words.length <= 3 ? 'scare' : 'title';
  if (words.length > 3) return 'speech';
  // A short one is speech where it is a whole utterance: "Months, not weeks" · "No comment." · “Never!”
  if (/\p{L}\s*[,;–—]\s+\p{L}/u.test(content)) return 'speech';
  if (/[!?]\s*$/.test(content) && !nested) return 'speech';
  const starts = /^\s*$/.test(before) || /[:.?!]\s+$/.test(before);
  const upper = /^\s*\p{Lu}/u.test(content);
  return ends && upper && starts ? 'speech' : 'scare';
}

/** Every word but the minor ones starts with a capital, and it does not end as a sentence does. */
function isTitle(words: readonly string[], content: string): boolean {
  if (words.length > 24 || /[?!]\s*$/.test(content) || /[.?!;]\s+\p{Lu}/u.test(content)) return false;
  // With a full stop inside the marks it takes more words to tell a title of a work from a sentence.
  if (/\.\s*$/.test(content) ? words.length < 5 : words.length > 14) return false;
  let capitals = 0;
  for (const [index, word] of words.entries()) {
    if (/^[\p{Lu}\p{N}]/u.test(word)) capitals++;
    else if (index === 0 || !MINOR.has(word)) return false;
  }
  return capitals > 0 && (words.length === 1 || capitals > 1);
}
