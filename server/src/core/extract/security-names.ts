// Owns: finding actors, malware and tools of the knowledge tables in a segment.
// Must not know: other segments, notes, rules, where the tables come from.

import type { Knowledge, KnownName } from '../knowledge/knowledge.ts';
import { forEachName, nameAt } from '../knowledge/names.ts';
import { isNeverName, isOrdinaryInLowerCase, isOrdinaryName } from '../lexicon/stop-list.ts';
import { alternatives } from '../text/alternatives.ts';
import { ofLast, perObject } from '../text/kept.ts';
import { overlaps, type Span } from '../text/span.ts';
import { type Later, WordTrie } from '../text/word-trie.ts';
import type { NameFact } from './facts.ts';
import type { ExtractInput } from './input.ts';

export interface Form {
  readonly known: KnownName;
  /** As the table writes it. */
  readonly written: string;
}

/** All names of a table, taken up once per table. */
export const nameTrie = perObject((names: readonly KnownName[]): WordTrie<Form> => {
  const trie = new WordTrie<Form>(at => formsOf(names[at]));
  for (const [at, { name, aliases }] of names.entries()) {
    for (const written of [name, ...aliases]) expectName(trie, written, 0, written.length, at);
  }
  return trie;
});

/** The same of a table that is not decoded, by its text: Stories with tables of their own take turns. */
const nameTrieOfText = ofLast(8, (text: string): WordTrie<Form> => {
  const trie = new WordTrie<Form>(row => formsOf(nameAt(text, row)));
  forEachName(text, (from, to, row) => expectName(trie, text, from, to, row));
  return trie;
});

const LONGEST_NAME = 60;

function expectName(trie: WordTrie<Form>, text: string, from: number, to: number, entry: number): void {
  if (to - from > LONGEST_NAME) return;
  trie.addLater(text, from, to, entry);
  const space = text.indexOf(' ', from);
  const joined = space > 0 && space < to ? joinedOf(text.slice(from, to)) : undefined;
  if (joined !== undefined) trie.addLater(joined, 0, joined.length, entry);
}

/** "CozyBear" for "Cozy Bear". */
function joinedOf(written: string): string | undefined {
  if (!written.includes(' ')) return undefined;
  const joined = written.replaceAll(' ', '');
  return joined.length >= 7 && /^[A-Za-z]+$/.test(joined) ? joined : undefined;
}

function* formsOf(known: KnownName | undefined): Generator<Later<Form>> {
  if (!known) return;
  for (const written of [known.name, ...known.aliases]) {
    if (written.length > LONGEST_NAME) continue;
    yield { phrase: written, make: () => (isNoName(written) ? undefined : { known, written }) };
    const joined = joinedOf(written);
    if (joined !== undefined) yield { phrase: joined, make: () => (isNoName(written) ? undefined : { known, written: joined }) };
  }
}

function isNoName(written: string): boolean {
  return written.length <= 12 && (isBare(written) || isNeverName(written));
}

/** Numbers, single letters and ids of ATT&CK are no names. */
function isBare(written: string): boolean {
  return /^[GSC]\d{4}$/.test(written) || !/\p{L}{2}/u.test(written);
}

/** Numbered actors of the large vendors, in or out of the table. Sources: the vendors' published naming schemes. */
const NUMBERED_ACTOR =
  /\b(?:APT[ -]?(?:C-)?\d{1,3}|UNC\d{3,5}|FIN\d{1,2}|TA\d{3,4}|DEV-\d{4}|Storm-\d{4}|UAC-\d{4}|UTA\d{4}|TAG-\d{2,3}|ITG\d{2}|CL-(?:STA|CRI|UNK)-\d{4}|(?:TEMP|ATK|TG|CTG|IRN2?|SIG)[.-]?[A-Z]?[A-Za-z]*\d{1,4})\b/g;

const CUE_AFTER = new RegExp(
  String.raw`^["”’')]{0,2}[ -](?:${alternatives(
    /malware|ransomware|backdoors?|trojans?|rats?|loaders?|(?:info-?)?stealers?/,
    /botnets?|worm|wiper|rootkit|spyware|implants?|droppers?|downloaders?|keyloggers?/,
    // "Family", "hacking group", "affiliate".
    /famil(?:y|ies)/,
    /(?:threat |hacking |ransomware |criminal |cybercrime |espionage )?(?:groups?|gangs?|crew|actors?)/,
    /apt|affiliates?|exploit kit/,
  )})\b`,
  'i',
);
const CUE_BEFORE = new RegExp(
  String.raw`\b(?:${alternatives(
    /malware|ransomware|backdoor|trojan|rat|loader|stealer|botnet/,
    /worm|wiper|rootkit|spyware|implant|dropper|downloader/,
    // "Group", "dubbed", "aka".
    /group|gang|crew|actors?|families|family/,
    /called|named|dubbed|known as|tracked as|aka|a\.k\.a\.|alias/,
  )})(?: (?:called|named|as|like|such as|including))?[ (:,]{1,3}["“‘']?$`,
  'i',
);

/** Names of actors, malware and tools in the prose, in order. */
export function extractSecurityNames({ tree, knowledge, facts }: ExtractInput): readonly NameFact[] {
  const trie = trieOf(knowledge);
  const taken: Span[] = [
    ...tree.inlines.filter(inline => inline.kind === 'code').map(inline => inline.content),
    ...facts.citations.map(fact => fact.span),
    ...facts.indicators.map(fact => fact.span),
  ];
  const found: NameFact[] = [];
  tree.sentences.forEach(({ span }, sentence) => {
    const here: NameFact[] = [];
    for (const { form, place } of trie ? nameCandidates(tree.prose, span, trie) : []) {
      const text = tree.prose.slice(place.start, place.end);
      if (needsCue(form.written, text) && !hasCue(tree.prose, place, span)) continue;
      here.push({ span: place, sentence, text: text.replace(/\s+/g, ' '), kind: form.known.kind, id: form.known.id });
    }
    for (const place of numberedActors(tree.prose, span)) {
      if (here.some(other => overlaps(other.span, place)) || inOpaque(tree.prose, place, span)) continue;
      here.push({ span: place, sentence, text: tree.prose.slice(place.start, place.end), kind: 'actor' });
    }
    here.sort((a, b) => a.span.start - b.span.start);
    for (const fact of here) if (!taken.some(other => overlaps(other, fact.span))) found.push(fact);
  });
  return found;
}

function trieOf(knowledge: Knowledge): WordTrie<Form> | undefined {
  if (knowledge.namesText !== undefined) return nameTrieOfText(knowledge.namesText);
  const names = knowledge.names ?? []; // reading it would decode the table
  return names.length > 0 ? nameTrie(names) : undefined;
}

/** Names of the table that stand in a sentence in plausible capitals and outside of addresses, ordinary words among them. */
export function nameCandidates(
  prose: string,
  sentence: Span,
  trie: WordTrie<Form>,
): readonly { readonly form: Form; readonly place: Span }[] {
  return trie.find(prose, sentence.start, sentence.end).flatMap(({ start, end, value }) => {
    const place = trimmed(prose, { start, end }, trie);
    const text = prose.slice(place.start, place.end);
    return isWritten(value.written, text) && !inOpaque(prose, place, sentence) ? [{ form: value, place }] : [];
  });
}

const DESCRIPTOR = /[\s-]+(?:ransomware|malware|trojan|botnet|backdoor|stealer|rat|logger|keylogger|builder|worm|gang)$/i;

/** "Dharma ransomware" is the name "Dharma" and a word that says what it is, unless "Dharma" were an ordinary word. */
function trimmed(prose: string, place: Span, trie: WordTrie<Form>): Span {
  const match = DESCRIPTOR.exec(prose.slice(place.start, place.end));
  if (!match) return place;
  const base = prose.slice(place.start, place.start + match.index);
  if (!trie.get(base) && !(/^[\p{L}\p{N}]{5,}$/u.test(base) && /^\p{Lu}/u.test(base) && !isOrdinaryName(base))) return place;
  return { start: place.start, end: place.start + match.index };
}

function numberedActors(prose: string, span: Span): readonly Span[] {
  const text = prose.slice(span.start, span.end);
  if (!/\d/.test(text)) return [];
  return [...text.matchAll(NUMBERED_ACTOR)].map(match => ({
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
  }));
}

/** Whether capitals allow that `text` is the name `written`. */
function isWritten(written: string, text: string): boolean {
  if (text === written && /\p{Lu}|\d/u.test(text)) return true;
  const plain = written.replace(/[^\p{L}]/gu, '');
  // Short forms in capitals (WCE, RAT) must be written so.
  if (plain.length <= 4 && plain === plain.toUpperCase()) return /\d/.test(written) && text === text.toUpperCase();
  if (/^\p{Lu}/u.test(text)) return true;
  if (/^\p{Ll}/u.test(written)) return !isOrdinaryInLowerCase(text);
  // "emotet" for "Emotet": only where the word means nothing else, and beside a word that says what it is.
  return plain.length >= 6 && !isOrdinaryInLowerCase(text) && !/\s/.test(text);
}

/** Names that are ordinary words, and short ones, count only beside a word that says what they are. */
function needsCue(written: string, text: string): boolean {
  // Nobody writes the ordinary word like this: "BlackWater", "STRONTIUM".
  if (text === written && text.length >= 5 && /^\p{Lu}+$|\p{Ll}\p{Lu}|^\p{Lu}{2,}\p{Ll}/u.test(text)) return isNeverName(text);
  if (isOrdinaryName(text) || !/\p{Lu}|\d/u.test(text)) return true;
  return written.replace(/[^\p{L}\p{N}]/gu, '').length <= 3 && !/\d/.test(written);
}

function hasCue(prose: string, place: Span, sentence: Span): boolean {
  const text = prose.slice(place.start, place.end);
  if (isOrdinaryInLowerCase(text) && !/^\p{Lu}|\p{Ll}\p{Lu}|\d/u.test(text)) return false;
  const after = prose.slice(place.end, Math.min(sentence.end, place.end + 50));
  if (CUE_AFTER.test(after)) return true;
  return CUE_BEFORE.test(prose.slice(Math.max(sentence.start, place.start - 50), place.start));
}

/** White space, brackets and quotation marks end what may be one address. */
function endsChunk(code: number): boolean {
  return (
    code <= 32 ||
    code === 34 ||
    code === 40 ||
    code === 41 ||
    code === 60 ||
    code === 62 ||
    code === 91 ||
    code === 93 ||
    code === 0xa0 ||
    code === 0x201c ||
    code === 0x201d
  );
}

/** Inside an address, a path, a file name, an e-mail address. */
function inOpaque(prose: string, place: Span, sentence: Span): boolean {
  let from = place.start;
  while (from > sentence.start && place.start - from < 200 && !endsChunk(prose.charCodeAt(from - 1))) from--;
  let to = place.end;
  while (to < sentence.end && to - place.end < 200 && !endsChunk(prose.charCodeAt(to))) to++;
  if (from === place.start && to === place.end) return false;
  const before = prose.slice(from, place.start);
  const after = prose.slice(place.end, to);
  if (/:\/\/|www\.|@|\\|\[\.\]|[a-z0-9]\.$/i.test(before)) return true;
  if (/(?:win32|win64|msil|html|js|vbs|linux|osx|trojan)[./:]$/i.test(before)) return true;
  if (/-$/.test(before) && (before.includes('/') || after.startsWith('-'))) return true;
  if (/[/_]$/.test(before) && /[/_.-]/.test(before.slice(0, -1))) return true;
  return /^[@\\_]|^\[\.\]|^\.(?!exe\b)[a-z]{2,4}\b|^[/-][^\s]{0,200}\.(?:com|net|org|html?|php|aspx?)\b|:\/\//i.test(after);
}
