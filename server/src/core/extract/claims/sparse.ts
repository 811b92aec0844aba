// Owns: hashed n-grams of a sentence, and the packed linear models over them and the dense features.
// Must not know: what a model predicts, how it was trained, thresholds.
import { abstractOf } from './features.ts';
import type { Profile } from './profile.ts';

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;
/** Characters of a sentence that are looked at. */
const MAX = 1200;

/** Hashed n-grams of one sentence: all hashes, and where each group ends. */
export interface Grams {
  readonly hashes: Uint32Array;
  readonly ends: readonly [number, number, number];
}

let buffer = new Uint32Array(8192);

let last: { readonly profile: Profile; readonly grams: Grams } | undefined;

/** The n-grams of a sentence; several models may ask for them one after the other. */
export function gramsOf(profile: Profile): Grams {
  if (last?.profile !== profile) last = { profile, grams: readGrams(profile) };
  return last.grams;
}

/** Words 1–2, characters 2–5 across words, and 1–4 of the classes of `abstractOf`. Repeated ones come more than once. */
function readGrams(profile: Profile): Grams {
  const words = ['<s>'];
  let length = 0;
  for (const token of profile.tokens) {
    words.push(token.kind === 'word' ? token.lower : token.lower.replace(/\d+/g, '0'));
    length += token.text.length + 1;
    if (length > MAX) break;
  }
  const text = ` ${words.slice(1).join(' ')} `.slice(0, MAX);
  words.push('</s>');
  const classes = ['<s>', ...abstractOf(profile).slice(0, 400), '</s>'];
  const need = words.length * 2 + text.length * 4 + classes.length * 4;
  if (buffer.length < need) buffer = new Uint32Array(need * 2);
  let at = 0;
  for (let index = 0; index < words.length; index++) {
    const one = hashWord(BASIS ^ 1, words[index] as string);
    buffer[at++] = mix(one);
    if (index + 1 < words.length) buffer[at++] = mix(hashWord(one ^ 32, words[index + 1] as string));
  }
  const first = at;
  for (let index = 0; index + 1 < text.length; index++) {
    let hash = Math.imul(BASIS ^ 2 ^ text.charCodeAt(index), PRIME);
    for (let next = index + 1; next < index + 5 && next < text.length; next++) {
      hash = Math.imul(hash ^ text.charCodeAt(next), PRIME);
      buffer[at++] = mix(hash);
    }
  }
  const second = at;
  for (let index = 0; index < classes.length; index++) {
    let hash = BASIS ^ 3;
    for (let next = index; next < index + 4 && next < classes.length; next++) {
      hash = hashWord(hash ^ 32, classes[next] as string);
      buffer[at++] = mix(hash);
    }
  }
  return { hashes: buffer.slice(0, at), ends: [first, second, at] };
}

function hashWord(seed: number, word: string): number {
  let hash = seed;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), PRIME);
  return hash;
}

/** Spreads the bits of FNV-1a (murmur3's finaliser). */
function mix(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A linear model: an intercept, weights of the dense features, weights of n-grams by hash. */
export interface LinearModel {
  readonly intercept: number;
  readonly dense: Float64Array;
  /** Open addressing; `slots` holds the hashes, 0 is empty. */
  readonly slots: Uint32Array;
  readonly weights: Float32Array;
  readonly mask: number;
}

/** What training writes: `grams` in ascending order of hash. */
export interface PlainModel {
  readonly intercept: number;
  readonly dense: readonly number[];
  readonly grams: readonly (readonly [hash: number, weight: number])[];
}

/** The linear score of a sentence. */
export function linearScore(model: LinearModel, grams: Grams, dense: Float64Array): number {
  let sum = model.intercept;
  for (let index = 0; index < dense.length; index++) sum += (dense[index] as number) * (model.dense[index] ?? 0);
  let from = 0;
  for (const end of grams.ends) {
    let part = 0;
    for (let at = from; at < end; at++) part += weightOf(model, grams.hashes[at] as number);
    if (end > from) sum += part / Math.sqrt(end - from);
    from = end;
  }
  return sum;
}

function weightOf(model: LinearModel, hash: number): number {
  for (let slot = hash & model.mask; ; slot = (slot + 1) & model.mask) {
    const found = model.slots[slot];
    if (found === hash) return model.weights[slot] as number;
    if (found === 0) return 0;
  }
}

/**
 * Packs a model into text: base64 of a header of 32-bit floats (intercept, scale, dense weights), then for each n-gram
 * the distance to the hash before it (7 bits a byte, low first) and its weight in one signed byte.
 */
export function packModel(model: PlainModel): string {
  const scale = Math.max(1e-9, ...model.grams.map(([, weight]) => Math.abs(weight))) / 127;
  const head = new Float32Array([model.intercept, scale, model.dense.length, model.grams.length, ...model.dense]);
  const bytes: number[] = [];
  const view = new DataView(new ArrayBuffer(4));
  for (const value of head) {
    view.setFloat32(0, value, true);
    for (let at = 0; at < 4; at++) bytes.push(view.getUint8(at));
  }
  let last = 0;
  for (const [hash, weight] of model.grams) {
    for (let gap = hash - last; ; ) {
      const low = gap % 128;
      gap = Math.floor(gap / 128);
      bytes.push(gap > 0 ? low | 128 : low);
      if (gap === 0) break;
    }
    last = hash;
    bytes.push(Math.round(weight / scale) & 255);
  }
  return toBase64(bytes);
}

/** Reads what `packModel` wrote. */
export function unpackModel(packed: string): LinearModel {
  const bytes = atob(packed);
  const view = new DataView(new ArrayBuffer(4));
  const floatAt = (index: number): number => {
    for (let at = 0; at < 4; at++) view.setUint8(at, bytes.charCodeAt(4 * index + at));
    return view.getFloat32(0, true);
  };
  const intercept = floatAt(0);
  const scale = floatAt(1);
  const size = floatAt(2);
  const count = floatAt(3);
  const dense = new Float64Array(size);
  for (let index = 0; index < size; index++) dense[index] = floatAt(4 + index);
  let capacity = 1024;
  while (capacity < count * 2) capacity *= 2;
  const slots = new Uint32Array(capacity);
  const weights = new Float32Array(capacity);
  const mask = capacity - 1;
  let at = 16 + 4 * size;
  let hash = 0;
  for (let index = 0; index < count; index++) {
    let factor = 1;
    for (let byte = 128; byte >= 128; factor *= 128) {
      byte = bytes.charCodeAt(at++);
      hash += (byte & 127) * factor;
    }
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = hash;
    weights[slot] = ((bytes.charCodeAt(at++) << 24) >> 24) * scale;
  }
  return { intercept, dense, slots, weights, mask };
}

/** Node and web workers have it. */
declare function atob(base64: string): string;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] as number) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let shift = 18; shift >= 0; shift -= 6) out += ALPHABET[(three >> shift) & 63];
  }
  return out;
}
