// Owns: completing the metadata of Sources: keys and values, in the list below a heading.
// Must not know: front matter, other kinds of completion, how metadata is read.
import { nameOf } from '../../evidence/source-name.ts';
import type { StoryView } from '../../rules/types.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import type { Span } from '../../text/span.ts';
import { gradeWords } from '../hover.ts';
import { TLP_MEANING } from '../knowledge-hover.ts';
import { type Completion, choice, type Place, replaced } from './place.ts';

/** What a writer may say of a Source, the most usual first. */
export const METADATA_KEYS: Readonly<Record<string, Phrase>> = {
  url: phrase`address of the source`,
  published: phrase`date of publication, as exact as known`,
  retrieved: phrase`date on which it was looked up`,
  author: phrase`who wrote it`,
  grade: phrase`Admiralty grade: reliability A–F, credibility 1–6`,
  origin: phrase`what it relies on; sources of one origin are not independent`,
  tlp: phrase`Traffic Light Protocol`,
  terms: phrase`what was agreed with the source`,
  confidential: phrase`names that must never reach a draft`,
  embargo: phrase`date before which nothing of it may be published`,
  title: phrase`what it is called`,
  language: phrase`language of its text, as in “de”`,
  id: phrase`its key, where the name of the file is not to be it`,
};

const TERMS: Readonly<Record<string, Phrase>> = {
  'on-record': phrase`may be quoted by name`,
  background: phrase`may be used, without the name`,
  'deep-background': phrase`may be used, without any attribution`,
  'off-record': phrase`must not be used`,
};

/** How many lines of metadata are looked through. */
const MOST_LINES = 60;
const ITEM = /^[ \t]{0,8}[-*+][ \t]{1,4}(?:(\p{L}[\p{L}\p{N}_-]{0,30})?|(\p{L}[\p{L}\p{N}_-]{0,30}):[ \t]{0,4}(.*))$/u;

/** Keys that are not there yet, or values of the key on the line; undefined outside of a source's metadata. */
export function metadataCompletions(place: Place): readonly Completion[] | undefined {
  const item = ITEM.exec(place.before);
  const there = item && keysAbove(place);
  if (!item || !there) return undefined;
  const [, typed, key, value = ''] = item;
  if (key !== undefined) return metadataValues(place.story, key, value, replaced(place, value.length, /^[^\s]*/));
  return metadataKeys(there, replaced(place, typed?.length ?? 0, /^[\p{L}\p{N}_-]*:?[ \t]?/u));
}

/** Keys of the list between the line and the heading, or the top, above it; undefined where other text stands between. */
function keysAbove({ checked: { lines, text }, offset }: Place): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  const at = lines.lineAt(offset);
  for (let line = at - 1; line >= Math.max(0, at - MOST_LINES); line--) {
    const { start, end } = lines.lineSpan(line);
    const written = text.slice(start, Math.min(end, start + 200));
    if (/^ {0,3}#{1,6}[ \t]/.test(written) || /^---[ \t]*$/.test(written)) return keys;
    const key = /^[ \t]{0,8}[-*+][ \t]{1,4}([\p{L}][\p{L}\p{N}_-]{0,30}):/u.exec(written)?.[1];
    if (key) keys.add(key.toLowerCase());
    else if (written.trim() !== '' && !/^[ \t]+[-*+][ \t]/.test(written)) return undefined;
  }
  return at < MOST_LINES ? keys : undefined;
}

/** Keys beside those that are there. */
export function metadataKeys(there: ReadonlySet<string>, span: Span): readonly Completion[] {
  return Object.entries(METADATA_KEYS)
    .filter(([key]) => !there.has(key))
    .map(([key, meaning]) => choice('key', key, meaning, span));
}

/** Values of a key, where they can be told; `value` is what was typed of it. */
export function metadataValues(story: StoryView, key: string, value: string, span: Span): readonly Completion[] {
  const lower = key.toLowerCase();
  if (lower === 'tlp') return Object.entries(TLP_MEANING).map(([level, meaning]) => choice('value', level, meaning, span));
  if (lower === 'terms') return Object.entries(TERMS).map(([terms, meaning]) => choice('value', terms, meaning, span));
  if (lower === 'grade' || lower === 'reliability') return grades().map(grade => choice('value', grade, gradeWords(grade), span));
  if (lower === 'origin' && !/\s/.test(value.trim()))
    return [...story.sources.values()].map(one => choice('value', one.key, nameOf(one), span));
  return [];
}

function grades(): string[] {
  return ['A', 'B', 'C', 'D', 'E', 'F'].flatMap(reliability =>
    ['1', '2', '3', '4', '5', '6'].map(credibility => reliability + credibility),
  );
}
