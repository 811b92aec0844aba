// Owns: growing lists of integers in flat typed arrays, and the numbers of pieces of text.
// Must not know: what the numbers stand for.

/** Growing array of 32-bit integers. */
export class Ints {
  data: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.data = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.data.length) this.reserve(this.length + 1);
    this.data[this.length++] = value;
  }

  reserve(length: number): void {
    if (length <= this.data.length) return;
    const grown = new Int32Array(Math.max(length, Math.ceil(this.data.length * 1.5)));
    grown.set(this.data.subarray(0, this.length));
    this.data = grown;
  }

  at(index: number): number {
    return this.data[index] as number;
  }
}

/** Chunks of a list hold this many numbers at first, and twice as many each time up to the last. */
const FIRST_CHUNK = 2;
const LAST_CHUNK = 512;

/** Many lists of numbers, most of them short, in chunks of one pool: each `[next chunk, capacity, used, number …]`. */
export class NumberLists {
  readonly #heads = new Ints();
  readonly #tails = new Ints();
  /** To be read alone, from `headOf` on. */
  pool = new Ints(4096);

  /** Adds an empty list; its number is that of the lists before it. */
  addList(): void {
    this.#heads.push(-1);
    this.#tails.push(-1);
  }

  get length(): number {
    return this.#heads.length;
  }

  /** Where the first chunk of a list stands in the pool, -1 for an empty list. */
  headOf(list: number): number {
    return this.#heads.at(list);
  }

  push(list: number, value: number): void {
    const tail = this.#tails.at(list);
    const { pool } = this;
    if (tail >= 0) {
      const used = pool.at(tail + 2);
      if (used < pool.at(tail + 1)) {
        pool.data[tail + 3 + used] = value;
        pool.data[tail + 2] = used + 1;
        return;
      }
    }
    const capacity = tail < 0 ? FIRST_CHUNK : Math.min(LAST_CHUNK, pool.at(tail + 1) * 2);
    const chunk = pool.length;
    pool.reserve(chunk + 3 + capacity);
    pool.length = chunk + 3 + capacity;
    pool.data[chunk] = -1;
    pool.data[chunk + 1] = capacity;
    pool.data[chunk + 2] = 1;
    pool.data[chunk + 3] = value;
    if (tail >= 0) pool.data[tail] = chunk;
    else this.#heads.data[list] = chunk;
    this.#tails.data[list] = chunk;
  }

  /** Calls back for each number of a list, in order, until it answers true; whether it did. */
  some(list: number, callback: (value: number) => boolean): boolean {
    const { pool } = this;
    for (let chunk = this.#heads.at(list); chunk >= 0; chunk = pool.at(chunk)) {
      const end = chunk + 3 + pool.at(chunk + 2);
      for (let at = chunk + 3; at < end; at++) if (callback(pool.at(at))) return true;
    }
    return false;
  }

  /** Empties all lists. */
  clear(): void {
    this.pool = new Ints(4096);
    this.#heads.data.fill(-1);
    this.#tails.data.fill(-1);
  }
}

/** Pieces of text kept with their numbers, and the longest of them. */
const MAX_PIECES = 100_000;
const MAX_PIECE = 32;
const FIRST_SLOTS = 4096;

/**
 * Numbers of the pieces of texts between white space, as these come again and again. A table of its own, since a map would
 * need each piece as a string: `#slots` has the place of a piece's record, from 1, at its hash or behind it; a record is
 * `[hash, units, how many numbers, number …, unit …]`.
 */
export class Pieces {
  #slots = new Int32Array(FIRST_SLOTS);
  #records = new Ints(4096);
  #count = 0;
  readonly #piece = new Uint16Array(MAX_PIECE);
  readonly #read: (piece: string) => readonly number[];

  /** `read` tells the numbers of a piece; no number may rest on what stands beside it. */
  constructor(read: (piece: string) => readonly number[]) {
    this.#read = read;
  }

  /** Adds the numbers of a text to a list. */
  addTo(list: Ints, text: string): void {
    const piece = this.#piece;
    for (let at = 0; at < text.length; at++) {
      let code = text.charCodeAt(at);
      if (isBreak(code)) continue;
      const start = at;
      let hash = 0;
      while (!isBreak(code)) {
        hash = Math.imul(hash ^ code, 0x01000193);
        if (at - start < MAX_PIECE) piece[at - start] = code;
        if (++at >= text.length) break;
        code = text.charCodeAt(at);
      }
      this.#addPiece(list, text, start, at, hash ^ (hash >>> 15));
    }
  }

  #addPiece(list: Ints, text: string, start: number, end: number, hash: number): void {
    const length = end - start;
    if (length <= MAX_PIECE) {
      const record = this.#find(hash, length);
      if (record >= 0) {
        const { data } = this.#records;
        const stop = record + 3 + (data[record + 2] as number);
        for (let at = record + 3; at < stop; at++) list.push(data[at] as number);
        return;
      }
    }
    // A piece of a text keeps the whole of it alive; a copy does not.
    const numbers = this.#read(` ${text.slice(start, end)}`.slice(1));
    for (const number of numbers) list.push(number);
    if (length <= MAX_PIECE) this.#keep(hash, length, numbers);
  }

  /** The record of the piece at hand; -1 where it is new. */
  #find(hash: number, length: number): number {
    const slots = this.#slots;
    const { data } = this.#records;
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const record = (slots[slot] as number) - 1;
      if (record < 0) return -1;
      if (data[record] === hash && data[record + 1] === length && this.#isSame(record, length)) return record;
    }
  }

  #isSame(record: number, length: number): boolean {
    const { data } = this.#records;
    const from = record + 3 + (data[record + 2] as number);
    for (let at = 0; at < length; at++) if (data[from + at] !== this.#piece[at]) return false;
    return true;
  }

  #keep(hash: number, length: number, numbers: readonly number[]): void {
    if (this.#count >= MAX_PIECES) {
      this.#count = 0;
      this.#records.length = 0;
      this.#slots.fill(0);
    }
    const record = this.#records.length;
    for (const part of [hash, length, numbers.length, ...numbers]) this.#records.push(part);
    for (let at = 0; at < length; at++) this.#records.push(this.#piece[at] as number);
    this.#place(record);
    if (++this.#count * 2 > this.#slots.length) this.#grow();
  }

  #place(record: number): void {
    const mask = this.#slots.length - 1;
    let slot = this.#records.at(record) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = record + 1;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const { data, length } = this.#records;
    for (let record = 0; record < length; record += 3 + (data[record + 1] as number) + (data[record + 2] as number)) this.#place(record);
  }
}

/** White space of ASCII; any other white space stays inside a piece, where the cutting of words deals with it. */
function isBreak(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
