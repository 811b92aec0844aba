// Owns: words for people: English templates with what fills them, and how another language says them.
// Must not know: which languages there are (l10n/), which is wanted; what the words are about.

/** Words of ours that are not in any language yet: an English template with `{0}`, `{1}`…, and what fills it. */
export interface Phrase {
  readonly template: string;
  readonly values: readonly (string | Phrase)[];
}

/** A phrase whose English stands elsewhere, without anything to fill in: what the docs of a rule say. */
export function worded(english: string): Phrase {
  return { template: english, values: [] };
}

/** A language beside English: messages by rule and key, phrases by their English templates. */
export interface Translation {
  readonly rules: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly phrases: Readonly<Record<string, string>>;
}

type Filling = string | number | Phrase;

/** A phrase, written as it reads in English: phrase`Write “${word}”`. `tools/lib/strings.ts` finds all of them. */
export function phrase(parts: TemplateStringsArray, ...values: readonly Filling[]): Phrase {
  return {
    template: parts.reduce((text, part, i) => `${text}{${i - 1}}${part}`),
    values: values.map(value => (typeof value === 'number' ? String(value) : value)),
  };
}

/** Says phrases in one language; in English where it has no translation. */
export class Language {
  /** As in `lang` attributes: `en`, `de`. */
  readonly name: string;
  readonly #translation: Translation | undefined;

  constructor(name: string, translation?: Translation) {
    this.name = name;
    this.#translation = translation;
  }

  /** Says at once what is written: language.say`Write “${word}”`. */
  say(parts: TemplateStringsArray, ...values: readonly Filling[]): string {
    return this.of(phrase(parts, ...values));
  }

  /** A phrase in this language; other text stays as it is. */
  of(words: Phrase | string): string {
    if (typeof words === 'string') return words;
    const { template, values } = words;
    return fill(this.#translation?.phrases[template] ?? template, this.#filled(values));
  }

  /** A rule's message; `english` counts where this language has none. */
  message(rule: string, key: string, english: string, args: Readonly<Record<string, string | Phrase>>): string {
    return fill(this.#translation?.rules[rule]?.[key] ?? english, this.#filled(args));
  }

  #filled(values: Readonly<Record<string, string | Phrase>> | readonly (string | Phrase)[]): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, this.of(value)]));
  }
}

export const ENGLISH = new Language('en');

/** Fills `{name}` with arguments; unknown names stay as they are. */
function fill(template: string, args: Readonly<Record<string, string>>): string {
  let text = '';
  let from = 0;
  for (;;) {
    const open = template.indexOf('{', from);
    const close = open < 0 ? -1 : template.indexOf('}', open);
    if (close < 0) return text + template.slice(from);
    const value = args[template.slice(open + 1, close)];
    text += template.slice(from, open) + (value ?? template.slice(open, close + 1));
    from = close + 1;
  }
}
