// Owns: the protected names of the whole workspace: the one redaction step before anything leaves the engine.
// Must not know: which rule or reporter asks.
import { createRedactor, namesakesIn, type Redactor } from '../evidence/redaction.ts';
import type { Source } from '../evidence/types.ts';
import type { Span } from '../text/span.ts';

/** Names that Sources declare confidential, over all Stories. A first name that others bear too is not protected. */
export class ProtectedNames {
  #redactor: Redactor = createRedactor([]);
  #names: readonly string[] = [];
  /** Full names of others with a protected first name, by the text that holds them. */
  readonly #namesakes = new Map<string, readonly string[]>();

  /** Takes the names of these Sources for all of before, and looks for namesakes in `texts`. */
  set(sources: readonly Source[], texts: Iterable<readonly [string, string]>): void {
    this.#names = sources.flatMap(source => source.metadata.confidential);
    this.#namesakes.clear();
    if (this.#names.length > 0) for (const [uri, text] of texts) this.#look(uri, text);
    this.#rebuild();
  }

  /** A text has changed: it may name others, or no longer. Answers whether that changes what is protected. */
  textChanged(uri: string, text: string): boolean {
    if (this.#names.length === 0) return false;
    const before = this.#namesakes.get(uri)?.join('\n') ?? '';
    this.#look(uri, text);
    if (before === (this.#namesakes.get(uri)?.join('\n') ?? '')) return false;
    this.#rebuild();
    return true;
  }

  #look(uri: string, text: string): void {
    const found = namesakesIn(this.#names, [text]);
    if (found.length > 0) this.#namesakes.set(uri, found);
    else this.#namesakes.delete(uri);
  }

  #rebuild(): void {
    this.#redactor = createRedactor(this.#names, new Set([...this.#namesakes.values()].flat()));
  }

  /** Every protected name in `text` becomes ████. */
  redact(text: string): string {
    return this.#names.length === 0 ? text : this.#redactor.redact(text);
  }

  /** Places of protected names in `text`. */
  find(text: string): readonly { readonly span: Span; readonly name: string }[] {
    return this.#names.length === 0 ? [] : this.#redactor.find(text);
  }
}
