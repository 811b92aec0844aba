// Owns: the protected names of the whole workspace: the one redaction step before anything leaves the engine.
// Must not know: which rule or reporter asks.
import { createRedactor, type Redactor } from '../evidence/redaction.ts';
import type { Source } from '../evidence/types.ts';
import type { Span } from '../text/span.ts';

/** Names that Sources declare confidential, over all Stories. */
export class ProtectedNames {
  #redactor: Redactor = createRedactor([]);
  #key = '';

  /** Takes the names of these Sources and forgets all others. */
  set(sources: readonly Source[]): void {
    const names = sources.flatMap(source => source.metadata.confidential);
    const key = names.join('\n');
    if (key === this.#key) return;
    this.#key = key;
    this.#redactor = createRedactor(names);
  }

  /** Every protected name in `text` becomes ████. */
  redact(text: string): string {
    return this.#key === '' ? text : this.#redactor.redact(text);
  }

  /** Places of protected names in `text`. */
  find(text: string): readonly { readonly span: Span; readonly name: string }[] {
    return this.#key === '' ? [] : this.#redactor.find(text);
  }
}
