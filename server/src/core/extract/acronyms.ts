// Owns: finding acronyms and their expansions in a segment.
// Must not know: other segments, notes, rules, which acronyms readers know.
import { isCapitalWord, isListedAcronym } from '../lexicon/acronyms.ts';
import type { Sentence } from '../syntax/types.ts';
import { overlaps, type Span } from '../text/span.ts';
import type { AcronymFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

/** Two to seven characters that begin with a letter (but 2FA); capitals, at times with small letters (IoT, DDoS, mTLS) or digits (OAuth2). */
const CANDIDATE = /(?:2FA|[A-Za-z][A-Za-z0-9]{0,6})(?![A-Za-z0-9])/g;
const ROMAN = /^(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3}|XL|L)$/;

/** Acronyms of the prose, in order. `text` is without the plural's "s". */
export function extractAcronyms(input: ExtractInput): readonly AcronymFact[] {
  const { tree, facts } = input;
  const taken: Span[] = [
    ...tree.inlines.filter(inline => inline.kind === 'code').map(inline => inline.span),
    ...facts.citations.map(fact => fact.span),
    ...facts.references.map(fact => fact.span),
    ...facts.indicators.map(fact => fact.span),
    ...facts.marks.map(fact => fact.span),
    ...facts.names.filter(name => name.kind === 'actor' || name.kind === 'malware' || name.kind === 'tool').map(name => name.span),
  ].sort((a, b) => a.start - b.start);
  // Names longer than one acronym: "Palo Alto Networks PAN OS".
  const names = facts.names.filter(name => /[\s-]/.test(name.text.trim()) && /[a-z]{2}/.test(name.text)).map(name => name.span);
  const found: AcronymFact[] = [];
  tree.sentences.forEach((sentence, index) => {
    const { span } = sentence;
    const text = tree.prose.slice(span.start, span.end);
    if (!/[A-Z][A-Za-z0-9]{0,5}[A-Z]/.test(text)) return;
    const kind = tree.blocks[sentence.block]?.kind;
    if (isShouted(text, kind === 'heading')) return;
    const dateline = isFirstOfBlock(tree.sentences, index) && kind !== 'heading' && kind !== 'table-cell' ? datelineEnd(text) : 0;
    CANDIDATE.lastIndex = dateline;
    for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
      const written = match[0];
      const start = match.index;
      if (start > 0 && /[A-Za-z0-9]/.test(text.charAt(start - 1))) continue;
      const acronym = acronymIn(written);
      if (!acronym) continue;
      const end = start + acronym.length;
      const place: Span = { start: span.start + start, end: span.start + end };
      if (taken.some(other => overlaps(other, place)) || isIdentifier(text, start, start + written.length)) continue;
      const expansion = expansionAt(text, start, start + written.length, acronym);
      if (
        !expansion &&
        (names.some(name => name.start < place.start && overlaps(name, place)) || isPartOfName(text, start, start + written.length))
      ) {
        continue;
      }
      found.push({
        span: place,
        sentence: index,
        text: acronym,
        ...(expansion && { expansion: { start: span.start + expansion.start, end: span.start + expansion.end } }),
      });
    }
  });
  return found;
}

/** The acronym that a written word holds, without a plural's "s"; undefined when it is none. */
function acronymIn(written: string): string | undefined {
  const base = /^[A-Z][A-Za-z]*[A-Z]s$/.test(written) ? written.slice(0, -1) : written;
  const capitals = base.replace(/[^A-Z]/g, '').length;
  const letters = base.replace(/[^A-Za-z]/g, '').length;
  if (capitals < 2 || letters < base.length - 1) return undefined;
  if (capitals < letters && (letters > 5 || capitals * 2 < letters || !/[A-Z]$/.test(base))) return undefined;
  if (ROMAN.test(base) || isCapitalWord(base)) return undefined;
  // Longer runs of capitals are names or stressed words, and those with digits are models and versions.
  if ((letters > 5 || letters < base.length) && !isListedAcronym(base)) return undefined;
  return base;
}

/** Words in capitals are no acronyms in a line of them; a line of one or two words needs long ones, or to be a heading. */
function isShouted(text: string, heading: boolean): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const loud = words.filter(word => word === word.toUpperCase());
  if (words.length >= 3) return loud.length * 3 > words.length * 2;
  return loud.length === words.length && (loud.every(word => word.length > 5) || (heading && words.length === 2));
}

/** Where the place name at the head of a news story ends ("HALDEN BAY. …", "WASHINGTON (AP) — …"); 0 without one. */
function datelineEnd(text: string): number {
  const match =
    /^[A-Z][A-Z' -]{2,40}(?:, [A-Z][A-Za-z. ]{1,20})?(?:, (?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?)?(?: \([A-Z][A-Za-z ]{1,20}\))?(?:\.| ?[—–]| -|:)(?=\s|$)/.exec(
      text,
    );
  return match ? match[0].length : 0;
}

function isFirstOfBlock(sentences: readonly Sentence[], index: number): boolean {
  return sentences[index - 1]?.block !== sentences[index]?.block;
}

/** Part of an id, a path, a version, an address: "CVE-2025-1", "RT-AX88U", "PAN-OS", "AT&T", "x.AB", "MFT_FULL". */
function isIdentifier(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (/[&@#$_\\=%]/.test(before) || /[&@_\\=]/.test(after)) return true;
  if (before === '.') return true;
  if (before === ':' && /\S/.test(text.charAt(start - 2))) return true;
  if (/[.:]/.test(after) && /[A-Za-z0-9/]/.test(text.charAt(end + 1))) return true;
  if (after === '-' && /[A-Z0-9]/.test(text.charAt(end + 1))) return true;
  if (before === '-' && /[A-Z0-9]/.test(text.charAt(start - 2))) return true;
  return before === '/' && /[a-z0-9/.]/.test(text.charAt(start - 2)) && !/\s/.test(text.charAt(start - 2));
}

const SENTENCE_STARTS = new Set(
  'a an the this that these those some many most few several all any each every no another such its his her their our my your one two three four five six seven eight nine ten in on at for from with by to of and or but as if when while since after before because although though both either neither not only even also under over without within about what which who whose how why where is are was were there it he she they we you i old new other more less until once despite during through between among like unlike then so yet nor using whether'.split(
    ' ',
  ),
);
const TITLES = new Set(
  'director president chair chairman chairwoman chief head minister secretary commissioner spokesman spokeswoman spokesperson officer agent agents deputy professor'.split(
    ' ',
  ),
);

/** Beside a capitalised word, where both make one name: "Cisco ASA", "SQL Server", "MFT 5500". */
function isPartOfName(text: string, start: number, end: number): boolean {
  const before = /([\p{L}\p{N}][\p{L}\p{N}’']{0,40})[ \u00a0-]$/u.exec(text.slice(Math.max(0, start - 43), start));
  const word = before?.[1] ?? '';
  if (/^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !/[’']s?$/.test(word)) {
    if (!SENTENCE_STARTS.has(word.toLowerCase())) return true;
  }
  // "LIFE CYCLE", "HIDDEN COBRA": a run of capitals.
  if (
    end - start >= 4 &&
    (/(?<![\p{L}\p{N}])\p{Lu}{2,}[ -]$/u.test(text.slice(Math.max(0, start - 24), start)) ||
      /^[ -]\p{Lu}{2,}(?![\p{L}\p{N}])/u.test(text.slice(end, end + 24)))
  ) {
    return !isListedAcronym(text.slice(start, end));
  }
  const after = /^[ \u00a0](\p{Lu}[\p{Ll}]{1,30}|\d[\d.]{0,12})/u.exec(text.slice(end, end + 45));
  if (!after) return false;
  const next = after[1] ?? '';
  return /^\d/.test(next)
    ? !/^\d[\d.,]*\s+(?!(?:and|or|is|was|are|were|has|had|in|on|at|with|to|from|by|for|of|runs?|which|that)\b)\p{Ll}/u.test(
        text.slice(end + 1, end + 60),
      )
    : !TITLES.has(next.toLowerCase());
}

/**
 * The words that this use explains the acronym with, as offsets into the sentence:
 * "managed file transfer (MFT)", "MFT (managed file transfer)", "MFT, the software that …", "MFT stands for …".
 */
function expansionAt(text: string, start: number, tail: number, acronym: string): Span | undefined {
  const openAt = start - (/\s{0,4}$/.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0);
  const bracket = text.charAt(openAt - 1);
  if (bracket === '(' || bracket === '[') {
    const closes = /^['’]?s?["”]?\s{0,3}[)\],;]/.test(text.slice(tail, tail + 8)) || /^\s{1,3}[)\]]/.test(text.slice(tail, tail + 8));
    if (closes) {
      const until = openAt - 1 - (/\s{0,4}$/.exec(text.slice(Math.max(0, openAt - 5), openAt - 1))?.[0].length ?? 0);
      return longFormBefore(text, until, acronym) ?? nounPhraseBefore(text, until);
    }
  }
  const rest = text.slice(tail, tail + 200);
  const inside = /^["”]?\s{0,3}[([]([^()[\]]{4,160})[)\]]/.exec(rest);
  if (inside) {
    const words = inside[1] ?? '';
    const from = tail + inside[0].indexOf(words);
    const long = spelledBy(words, acronym);
    if (long) return { start: from + long.start, end: from + long.end };
    if (
      (/^\s*(?:an?|the|short for|that is|i\.e\.|meaning)\s/i.test(words) || /^\s*\p{Lu}[\p{L}-]{1,30}[’']s?\s\p{Ll}/u.test(words)) &&
      !/\d|^\s*the (?:same|one|latter|former)/.test(words)
    ) {
      return { start: from, end: from + words.length };
    }
  }
  const gloss =
    /^["”]?(?:,\s{1,3}(?:or|short for|which stands for|which is short for|that is)\s{1,3}|\s{1,3}(?:stands for|is short for|means)\s{1,3}|\s{0,3}[=:]\s{0,3})([^,.;()]{4,120})/.exec(
      rest,
    );
  if (gloss) {
    const words = gloss[1] ?? '';
    const from = tail + gloss[0].length - words.length;
    const long = spelledBy(words, acronym);
    if (long) return { start: from + long.start, end: from + long.end };
    if (/stands for|short for| means/.test(gloss[0])) return { start: from, end: from + words.trimEnd().length };
  }
  // "BSI, Germany's cyber agency, said": an apposition that says what it is.
  const apposition = /^["”]?,\s{1,3}((?:the|an?|\p{Lu}[\p{L}-]{1,30}[’']s)\s[^,.;()\d]{6,90}?)(?=[,.;)]|$)/u.exec(rest);
  if (apposition && (apposition[1] ?? '').split(/\s+/).length >= 3 && !/\s(?:and|or)\s{1,3}\S{1,20}$/.test(apposition[1] ?? '')) {
    const words = apposition[1] ?? '';
    const from = tail + apposition[0].length - words.length;
    return { start: from, end: from + words.length };
  }
  // "file transfer, or FT," and "known as FT".
  const named = /(?:,\s{1,3}or|known as|called|abbreviated(?: as| to)?|short:)\s{1,3}(?:the\s{1,3})?["“]?$/.exec(
    text.slice(Math.max(0, start - 40), start),
  );
  if (named) {
    const until = start - named[0].length;
    return longFormBefore(text, until, acronym);
  }
  return undefined;
}

/** The words that end at `until` and spell the acronym. Method: Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions" (PSB 2003). */
export function longFormBefore(text: string, until: number, acronym: string): Span | undefined {
  const from = Math.max(0, until - 24 * (acronym.length + 5));
  const window = text.slice(from, until);
  // Not beyond the brackets or stops before.
  const cut = Math.max(window.lastIndexOf('('), window.lastIndexOf(';'), window.lastIndexOf('"'), window.lastIndexOf('“')) + 1;
  const long = spelledBackwards(window.slice(cut), acronym);
  return long && { start: from + cut + long.start, end: from + cut + long.end };
}

/** Matches the acronym's letters from the right; its first letter must begin a word. */
function spelledBackwards(words: string, acronym: string): Span | undefined {
  const lower = words.toLowerCase();
  const letters = acronym.toLowerCase().replace(/[^a-z]/g, '');
  if (lower.length !== words.length) return undefined;
  const trimmed = words.replace(/["”’)\s]+$/, '').length;
  let at = trimmed - 1;
  for (let i = letters.length - 1; i >= 0; i--) {
    const letter = letters.charAt(i);
    while (at >= 0 && (lower.charAt(at) !== letter || (i === 0 && at > 0 && /[\p{L}\p{N}]/u.test(lower.charAt(at - 1))))) at--;
    if (at < 0) return undefined;
    at--;
  }
  const start = at + 1;
  const count = words.slice(start, trimmed).split(/[\s-]+/).length;
  if (count < 2 || count > Math.min(letters.length + 5, letters.length * 2)) return undefined;
  return { start, end: trimmed };
}

/**
 * The acronym's letters spelled by words that follow it: "managed file transfer" in "MFT (managed file transfer product)".
 * `strict`: the first word must spell the first letter.
 */
export function spelledBy(words: string, acronym: string, strict = false): Span | undefined {
  const letters = acronym.toLowerCase().replace(/[^a-z]/g, '');
  const pieces = [...words.matchAll(/[\p{L}\p{N}]{1,40}/gu)].slice(0, letters.length * 2 + 3);
  for (let first = 0; first < pieces.length && first < (strict ? 1 : 4); first++) {
    let letter = 0;
    let last = -1;
    for (let i = first; i < pieces.length && letter < letters.length; i++) {
      const piece = pieces[i]?.[0].toLowerCase() ?? '';
      if (piece.charAt(0) === letters.charAt(letter)) {
        letter++;
        last = i;
        // Further letters out of the same word: "gateway" gives both letters of GW.
        const left = letters.slice(letter);
        const nextInitial = pieces[i + 1]?.[0].charAt(0).toLowerCase();
        if (left && left.charAt(0) !== nextInitial && piece.indexOf(left.charAt(0), 1) > 0) letter++;
      } else if (i === first || !/^(?:of|and|the|for|in|on|to|a|an|as|by|with|und|für|der|de|des|la|et|del|y)$/.test(piece)) break;
    }
    if (letter === letters.length && last > first) {
      const start = pieces[first]?.index ?? 0;
      const end = (pieces[last]?.index ?? 0) + (pieces[last]?.[0].length ?? 0);
      return { start, end };
    }
  }
  return undefined;
}

/** "the German cyber agency (BSI)", "Bundesamt … (BSI)": the noun phrase before a bracket explains, though its letters differ. */
function nounPhraseBefore(text: string, until: number): Span | undefined {
  const before = text.slice(Math.max(0, until - 120), until);
  const match =
    /(?:(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[\p{L}]{1,30}[’']s)\s)[\p{L}\s-]{6,80}|(?:\p{Lu}[\p{L}-]{1,40}\s){1,6}\p{Lu}[\p{L}-]{1,40})$/u.exec(
      before,
    );
  if (!match) return undefined;
  return { start: until - match[0].length, end: until };
}
