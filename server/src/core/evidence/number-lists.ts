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

/** Numbers of the pieces of texts between white space, as these come again and again. */
export class Pieces {
  #known = new Map<string, readonly number[]>();
  readonly #read: (piece: string) => readonly number[];

  /** `read` tells the numbers of a piece; no number may rest on what stands beside it. */
  constructor(read: (piece: string) => readonly number[]) {
    this.#read = read;
  }

  /** Adds the numbers of a text to a list. */
  addTo(list: Ints, text: string): void {
    for (let at = 0; at < text.length; at++) {
      if (isBreak(text.charCodeAt(at))) continue;
      const start = at;
      while (at < text.length && !isBreak(text.charCodeAt(at))) at++;
      const numbers = this.#numbersOf(text.slice(start, at));
      for (let place = 0; place < numbers.length; place++) list.push(numbers[place] as number);
    }
  }

  #numbersOf(piece: string): readonly number[] {
    const known = this.#known.get(piece);
    if (known) return known;
    // A piece of a text keeps the whole of it alive; a copy does not.
    const copy = ` ${piece}`.slice(1);
    const numbers = this.#read(copy);
    if (this.#known.size >= MAX_PIECES) this.#known = new Map();
    if (piece.length <= MAX_PIECE) this.#known.set(copy, numbers);
    return numbers;
  }
}

/** White space of ASCII; any other white space stays inside a piece, where the cutting of words deals with it. */
function isBreak(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
