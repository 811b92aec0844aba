// Owns: an evidence index that notes what it is asked for, so that an answer is known to hold as long as that is the same.
// Must not know: how an index finds anything.
import { wordsOf } from '../text/words.ts';
import type { EvidenceIndex, Reads } from './contract.ts';
import { termOf } from './index-terms.ts';
import type { Match, Source } from './types.ts';

/** Notes what an index is asked for. */
export class RecordingIndex implements EvidenceIndex {
  readonly #index: EvidenceIndex;
  readonly #reads: Reads;
  /** Answers by query, then by all else that was asked: one claim asks for the same many times. */
  readonly #answers = new Map<string, Map<string, readonly Match[]>>();

  constructor(index: EvidenceIndex, reads: Reads) {
    this.#index = index;
    this.#reads = reads;
  }

  get revision(): number {
    return this.#index.revision;
  }

  get sources(): ReadonlyMap<string, Source> {
    this.#reads.heads = true;
    return this.#index.sources;
  }

  get duplicates(): EvidenceIndex['duplicates'] {
    this.#reads.heads = true;
    return this.#index.duplicates;
  }

  replace(uri: string, sources: readonly Source[]): void {
    this.#index.replace(uri, sources);
  }

  sourcesIn(uri: string): readonly Source[] {
    this.#reads.heads = true;
    return this.#index.sourcesIn(uri);
  }

  definitionsOf(key: string): readonly Source[] {
    this.#reads.heads = true;
    return this.#index.definitionsOf(key);
  }

  recording(): ReturnType<EvidenceIndex['recording']> {
    return this.#index.recording();
  }

  isSame(reads: Reads): boolean {
    return this.#index.isSame(reads);
  }

  search(query: string, options: { readonly limit?: number; readonly within?: ReadonlySet<string> } = {}): readonly Match[] {
    const asked = `${this.#index.revision} ${options.limit} ${options.within && [...options.within].join('\t')}`;
    let answers = this.#answers.get(query);
    if (answers === undefined) {
      answers = new Map();
      this.#answers.set(query, answers);
      for (const word of wordsOf(query)) {
        const term = termOf(word);
        if (term !== undefined) this.#reads.terms.add(term);
      }
    }
    let answer = answers.get(asked);
    if (answer === undefined) {
      for (const key of options.within ?? []) this.#reads.sources.add(key);
      answer = this.#index.search(query, options);
      answers.set(asked, answer);
    }
    return answer;
  }
}

/** What is read of a Source without searching in its text: its names, and the words by which prose may name it. */
export function headOf({ key, title, origin, metadata, noText, language, passages }: Source): unknown {
  const speakers = new Set(passages.map(passage => passage.quote?.speaker));
  return [
    key,
    title,
    origin,
    metadata,
    noText,
    language,
    passages.length > 0,
    [...speakers],
    passages.slice(0, 3).map(passage => passage.text),
  ];
}
