// Owns: what a confusion of two terms is, and the small helpers that entries are written with.
// Must not know: rules, findings, documents; it sees one sentence and its neighbours.
import type { Span } from '../../text/span.ts';

/** A sentence with the prose around it in the same paragraph. Spans count from the start of `text`. */
export interface Wording {
  readonly text: string;
  /** Up to two sentences before it. */
  readonly before: string;
  /** The sentence after it. */
  readonly after: string;
}

/** A wrong word and what should stand there. */
export interface Slip {
  readonly span: Span;
  /** What `span` should become; absent where only the writer can tell. */
  readonly better?: string;
}

/**
 * Two terms that writers mix up. To add one, copy an entry of a neighbouring file: `triggers` are the words
 * without which it cannot occur, `find` decides by the context, `bad` and `good` are run as tests.
 */
export interface Confusion {
  /** Unique, in kebab case. */
  readonly id: string;
  /** Lexicon ids: what was written, what was meant. */
  readonly wrong: string;
  readonly right: string;
  /** Phrases, in any case; without one of them in the sentence `find` is not called. */
  readonly triggers: readonly string[];
  /** Two sentences at most: what is wrong, why, what to do. `{wrong}` and `{better}` are filled in. */
  readonly message: string;
  readonly find: (wording: Wording) => readonly Slip[];
  /** Sentences that slip, with what they become. */
  readonly bad: readonly (readonly [draft: string, fixed?: string])[];
  /** Sentences that look alike and are right. */
  readonly good: readonly string[];
}

/**
 * Slips at each match of `pattern` (flags `g` and `i`); named group `wrong` is the span, else the whole match.
 * A word that the sentence denies ("is not encrypted with bcrypt") is no slip, unless `denials` count.
 */
export function slipsAt(
  pattern: RegExp,
  better: (match: RegExpMatchArray) => string | undefined,
  when: (wording: Wording, match: RegExpMatchArray) => boolean = () => true,
  denials: 'excuse' | 'count' = 'excuse',
): (wording: Wording) => readonly Slip[] {
  return wording => {
    const slips: Slip[] = [];
    for (const match of wording.text.matchAll(pattern)) {
      const wrong = match.groups?.wrong ?? match[0];
      const start = match.index + match[0].indexOf(wrong);
      if ((denials === 'excuse' && isDenied(wording.text, start)) || !when(wording, match)) continue;
      const replacement = better(match);
      slips.push({
        span: { start, end: start + wrong.length },
        ...(replacement !== undefined && { better: sameCase(wrong, replacement) }),
      });
    }
    return slips;
  };
}

/** Slips at `word` in sentences whose context shows that it is wrong, and nothing shows that it is right. */
export function slipsWhere(
  word: RegExp,
  context: RegExp,
  unless: RegExp,
  better: (match: RegExpMatchArray) => string | undefined,
  around: 'sentence' | 'paragraph' = 'sentence',
): (wording: Wording) => readonly Slip[] {
  return slipsAt(word, better, wording => {
    const text = around === 'sentence' ? wording.text : `${wording.before} ${wording.text} ${wording.after}`;
    return context.test(text) && !unless.test(text);
  });
}

/** "is not", "never", "rather than", "instead of", "no" shortly before: the writer says that it is not so. */
export function isDenied(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf(':')) + 1);
  return /\b(?:not|never|nor|neither|nobody|nothing(?! (?:but|less|more|short|other)\b)|none|no one|cannot|without|rather than|instead of|unlike|no|no longer|n['’]t|isn['’]t|wasn['’]t|aren['’]t|weren['’]t|don['’]t|doesn['’]t|didn['’]t|can['’]t)(?:\s+[\w’'-]{1,20}){0,3}\s*["“‘]?$/i.test(
    clause,
  );
}

/** `replacement` with the capital of what it replaces; that of "DoS" is none. */
export function sameCase(written: string, replacement: string): string {
  if (/^\p{Lu}/u.test(written) && /^\p{Ll}/u.test(replacement) && !/^\p{Lu}\p{Ll}*\p{Lu}/u.test(written)) {
    return replacement.charAt(0).toUpperCase() + replacement.slice(1);
  }
  return replacement;
}

/** The form of a regular verb that matches another's: "encrypted" → "hashed", "Encrypting" → "hashing". */
export function likeVerb(written: string, forms: { base: string; s: string; ed: string; ing: string; noun: string }): string {
  const lower = written.toLowerCase();
  if (/ing$/.test(lower)) return forms.ing;
  if (/ed$/.test(lower)) return forms.ed;
  if (/s$/.test(lower)) return forms.s;
  if (/(?:ion)$/.test(lower)) return forms.noun;
  return forms.base;
}
