// Owns: which Sources rest on one origin: by what they say of themselves, and by passages that are word for word the same.
// Must not know: claims, citations, rules.
import { normalKey } from './keys.ts';
import type { Source } from './types.ts';

/** Answers for Sources of one state of a Story. */
export interface Origins {
  /** One string for all Sources that are not independent of each other. Sources that are not known have their own. */
  originOf(source: Source): string;
}

/** Passages below this many words are too common to tell whose they are. */
const MIN_WORDS = 14;
/** So many different passages in common make two Sources one, unless one passage holds all that one of them says. */
const MIN_SHARED = 2;
/** A passage in more Sources than this is boilerplate. */
const MAX_SHARING = 24;

/**
 * Groups Sources by origin. `origin` names a key, or in free text what a Source relies on; chains are followed and
 * cycles are one group. Two Sources that share passages word for word are one group too. Linear in the text.
 */
export function createOrigins(sources: ReadonlyMap<string, Source>): Origins {
  const parent = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    for (let at = name; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  /** `to`'s name stays the name of the group. */
  const union = (from: string, to: string): void => {
    const a = find(from);
    const b = find(to);
    if (a !== b) parent.set(a, b);
  };
  const names = new Map<string, string>();
  for (const source of sources.values()) {
    names.set(plain(source.title), source.key);
    names.set(plain(source.key), source.key);
  }
  for (const source of sources.values()) {
    const origin = source.metadata.reliesOn;
    if (origin === undefined || plain(origin) === '') continue;
    const key = sources.has(normalKey(origin)) ? normalKey(origin) : names.get(plain(origin));
    union(source.key, key === undefined ? `text:${plain(origin)}` : key);
  }
  for (const [a, b] of sharingPairs(sources)) union(b, a);
  return { originOf: source => find(source.key) };
}

/** Case, spaces and punctuation apart. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Pairs of Sources with passages in common, each beside the first Source that holds them. */
function sharingPairs(sources: ReadonlyMap<string, Source>): [string, string][] {
  const holders = new Map<string, string[]>();
  const telling = new Map<string, number>();
  for (const source of sources.values()) {
    let count = 0;
    for (const passage of source.passages) {
      // Statements that several Sources quote are no sign that one copied the other.
      if (passage.quote || passage.text.length < 4 * MIN_WORDS) continue;
      const words = plain(passage.text);
      if (words.split(' ').length < MIN_WORDS) continue;
      count++;
      const known = holders.get(words);
      if (!known) holders.set(words, [source.key]);
      else if (known.at(-1) !== source.key && known.length <= MAX_SHARING) known.push(source.key);
    }
    telling.set(source.key, count);
  }
  const shared = new Map<string, { a: string; b: string; count: number }>();
  for (const keys of holders.values()) {
    if (keys.length < 2 || keys.length > MAX_SHARING) continue;
    const first = keys[0] as string;
    for (const other of keys.slice(1)) {
      const mark = `${first}\n${other}`;
      const known = shared.get(mark);
      if (known) known.count++;
      else shared.set(mark, { a: first, b: other, count: 1 });
    }
  }
  const pairs: [string, string][] = [];
  for (const { a, b, count } of shared.values()) {
    const least = Math.min(telling.get(a) ?? 0, telling.get(b) ?? 0);
    if (count >= MIN_SHARED || count >= least) pairs.push([a, b]);
  }
  return pairs;
}
