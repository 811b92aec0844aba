// Owns: which Sources rest on one origin: by what they say of themselves, and by passages that are word for word the same.
// Must not know: claims, citations, rules.
import { fingerprint } from '../text/fingerprint.ts';
import { normalKey } from './keys.ts';
import type { Source } from './types.ts';

/** Answers for Sources of one state of a Story. */
export interface Origins {
  /** One string for all Sources that are not independent of each other. Sources that are not known have their own. */
  originOf(source: Source): string;
}

/** Passages below this many words are too common to tell whose they are. */
const MIN_WORDS = 14;
/** Two passages are one text when this many words at their start or at their end are the same: agencies put a dateline before, papers a credit behind. */
const SHINGLE = 12;
/** So many passages in common make two Sources one, unless they are all that one of them says. */
const MIN_SHARED = 2;
/** A text in more Sources than this is boilerplate. */
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
  for (const source of sources.values()) {
    const origin = source.metadata.reliesOn;
    if (origin === undefined || plain(origin) === '') continue;
    union(source.key, sourceNamed(sources, origin)?.key ?? `text:${plain(origin)}`);
  }
  // Comparing all texts takes a while with ten thousand notes, and few drafts ask.
  let compared = false;
  return {
    originOf(source) {
      if (!compared) for (const [a, b] of sharingPairs(sources)) union(b, a);
      compared = true;
      return find(source.key);
    },
  };
}

/** Keys by key and title, case, spaces and punctuation apart. Kept with the Sources. */
const NAMES = new WeakMap<ReadonlyMap<string, Source>, ReadonlyMap<string, string>>();

/** The Source that an `origin` names, by its key or its title; undefined where it is free text. */
export function sourceNamed(sources: ReadonlyMap<string, Source>, origin: string): Source | undefined {
  const exact = sources.get(normalKey(origin));
  if (exact) return exact;
  let names = NAMES.get(sources);
  if (!names) {
    const made = new Map<string, string>();
    for (const source of sources.values()) {
      made.set(plain(source.title), source.key);
      made.set(plain(source.key), source.key);
    }
    names = made;
    NAMES.set(sources, names);
  }
  return sources.get(names.get(plain(origin)) ?? '');
}

/** Case, spaces and punctuation apart. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Hashes of the first and last words of each telling passage: head, tail, head, tail … Kept with the Source. */
const PRINTS = new WeakMap<Source, readonly number[]>();

function printsOf(source: Source): readonly number[] {
  const known = PRINTS.get(source);
  if (known) return known;
  const prints: number[] = [];
  for (const passage of source.passages) {
    // Statements that several Sources quote are no sign that one copied the other.
    if (passage.quote || passage.text.length < 4 * MIN_WORDS) continue;
    const words = plain(passage.text).split(' ');
    if (words.length < MIN_WORDS) continue;
    prints.push(hash(words.slice(0, SHINGLE).join(' ')), hash(words.slice(-SHINGLE).join(' ')));
  }
  PRINTS.set(source, prints);
  return prints;
}

function hash(text: string): number {
  return Number.parseInt(fingerprint(text), 36);
}

interface Shared {
  readonly a: string;
  readonly b: string;
  count: number;
  /** Passage of `b` that was counted last. */
  last: number;
}

/** Pairs of Sources with passages in common, each beside the first Source that holds them. */
function sharingPairs(sources: ReadonlyMap<string, Source>): [string, string][] {
  const holders = new Map<number, string[]>();
  for (const source of sources.values()) {
    for (const print of printsOf(source)) {
      const known = holders.get(print);
      if (!known) holders.set(print, [source.key]);
      else if (known.at(-1) !== source.key && known.length <= MAX_SHARING) known.push(source.key);
    }
  }
  const shared = new Map<string, Shared>();
  for (const source of sources.values()) {
    for (const [index, print] of printsOf(source).entries()) {
      const known = holders.get(print);
      const first = known?.[0];
      if (first === undefined || first === source.key || (known?.length ?? 0) > MAX_SHARING) continue;
      const mark = `${first}\n${source.key}`;
      const pair = shared.get(mark) ?? { a: first, b: source.key, count: 0, last: -1 };
      shared.set(mark, pair);
      const passage = index >> 1;
      if (pair.last !== passage) pair.count++;
      pair.last = passage;
    }
  }
  const telling = (key: string): number => {
    const source = sources.get(key);
    return source ? printsOf(source).length / 2 : 0;
  };
  const pairs: [string, string][] = [];
  for (const { a, b, count } of shared.values()) {
    if (count >= MIN_SHARED || count >= Math.min(telling(a), telling(b))) pairs.push([a, b]);
  }
  return pairs;
}
