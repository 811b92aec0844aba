// Owns: looking for what an acronym stands for in the notes.
// Must not know: which acronyms readers know, how findings are worded.
import type { Source } from '../../evidence/types.ts';
import { longFormBefore, spelledBy } from '../../extract/acronyms.ts';
import { slice } from '../../text/span.ts';
import type { DocumentView, StoryView } from '../types.ts';

/** At most this many UTF-16 units of notes are read for one acronym. */
const MOST_TEXT = 4_000_000;

const kept = new WeakMap<
  ReadonlyMap<string, Source>,
  { revision: number; expansions: Map<string, { text: string; source: Source } | null> }
>();

/** Words of the notes that the acronym stands for, from a source that this draft may use; undefined when there are none. */
export function expansionInNotes(acronym: string, document: DocumentView, story: StoryView): string | undefined {
  // Without its digit, “2FA” would be any two words with f and a.
  if (/\d/.test(acronym)) return undefined;
  let cache = kept.get(story.sources);
  if (!cache || cache.revision !== story.evidence.revision) {
    cache = { revision: story.evidence.revision, expansions: new Map() };
    kept.set(story.sources, cache);
  }
  let found = cache.expansions.get(acronym);
  if (found === undefined || (found && !story.mayOffer(found.source, document))) {
    found = search(acronym, document, story) ?? null;
    cache.expansions.set(acronym, found);
  }
  return found?.text;
}

function search(acronym: string, document: DocumentView, story: StoryView): { text: string; source: Source } | undefined {
  let read = 0;
  let best: { text: string; source: Source; score: number } | undefined;
  for (const source of story.sources.values()) {
    if (!story.mayOffer(source, document)) continue;
    const found = expansionInSource(source, acronym);
    read += found.length;
    if (read > MOST_TEXT) return best;
    if (found.best && (!best || found.best.score > best.score)) best = { ...found.best, source };
    if (best && best.score >= 3) return best;
  }
  return best;
}

interface SourceExpansion {
  readonly best: { readonly text: string; readonly score: number } | undefined;
  /** Units of text of the Source. */
  readonly length: number;
}

const ofSource = new WeakMap<Source, Map<string, SourceExpansion>>();

/** The best reading of one Source, kept as long as it lives: a note that changes leaves the others as they are. */
function expansionInSource(source: Source, acronym: string): SourceExpansion {
  const known = ofSource.get(source) ?? new Map<string, SourceExpansion>();
  ofSource.set(source, known);
  let found = known.get(acronym);
  if (!found) {
    let best: SourceExpansion['best'];
    let length = 0;
    for (const { text } of source.passages) {
      length += text.length;
      if (best && best.score >= 3) continue;
      const here = expansionIn(text, acronym);
      if (here && (!best || here.score > best.score)) best = here;
    }
    found = { best, length };
    known.set(acronym, found);
  }
  return found;
}

/** The best reading of a passage: spelled out beside the acronym (3), in brackets (2), anywhere (1). */
export function expansionIn(passage: string, acronym: string): { text: string; score: number } | undefined {
  const letters = acronym.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 2) return undefined;
  for (let at = passage.indexOf(acronym); at >= 0; at = passage.indexOf(acronym, at + 1)) {
    const before = longFormBefore(passage, passage.slice(0, at).replace(/[\s([,"“]+$/, '').length, acronym);
    if (/[([]\s*$/.test(passage.slice(0, at)) && before) return { text: slice(passage, before), score: 3 };
    const after = passage.slice(at + acronym.length, at + acronym.length + 160);
    const bracket = /^s?\s{0,3}(?:[([]|=|:|,? (?:short for|stands for))\s{0,3}/.exec(after);
    const spelled = bracket && spelledBy(after.slice(bracket[0].length), acronym);
    if (bracket && spelled) {
      const from = at + acronym.length + bracket[0].length;
      return { text: passage.slice(from + spelled.start, from + spelled.end), score: 3 };
    }
  }
  const words = [...passage.matchAll(/[\p{L}][\p{L}\p{N}’']{0,40}/gu)];
  let found: { text: string; score: number } | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word?.[0].charAt(0).toLowerCase() !== letters.charAt(0)) continue;
    const rest = passage.slice(word.index, word.index + 160).split(/[.;:!?()[\]"“”,]/)[0] ?? '';
    const spelled = spelledBy(rest, acronym, true);
    if (spelled?.start !== 0) continue;
    const text = rest.slice(0, spelled.end);
    const score = passage.charAt(word.index - 1) === '(' ? 2 : 1;
    if (!found || score > found.score) found = { text: text.replace(/\s+/g, ' '), score };
  }
  return found;
}
