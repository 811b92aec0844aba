// Owns: the configurations of all Stories: their texts, which builds on which, what is wrong with them.
// Must not know: what a configuration may hold, documents, checks.
import { RULES } from '../rules/registry.ts';
import type { Language } from '../text/phrases.ts';
import type { Catalogue } from './catalogue.ts';
import { resolveConfiguration } from './configuration.ts';
import { type ConfigurationFile, type ConfigurationProblem, readConfiguration } from './configuration-reader.ts';
import { type Resources, resourcesOf } from './resources.ts';
import type { Story } from './story.ts';
import { resolvePath } from './uri.ts';

/** Configurations by uri. What is open counts before what is on disk. */
export class ConfigurationChains {
  readonly #catalogue: Catalogue;
  readonly #resources: Resources;
  readonly #language: Language;
  /** Texts on disk: the nearest configuration of each Story, and those that it extends. */
  readonly #texts = new Map<string, string>();

  constructor(catalogue: Catalogue, resources: Resources, language: Language) {
    this.#catalogue = catalogue;
    this.#resources = resources;
    this.#language = language;
  }

  /** Whether this file was read as a configuration. */
  has(uri: string): boolean {
    return this.#texts.has(uri);
  }

  /** Text of a configuration as it counts now. */
  textOf(uri: string): string | undefined {
    return this.#catalogue.open.get(uri)?.text ?? this.#texts.get(uri);
  }

  /** Reads a configuration and all that it extends; cycles end where they began. Answers their uris. */
  async load(uri: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (let at: string | undefined = uri; at && !seen.has(at); ) {
      seen.add(at);
      const content = await this.#catalogue.read(at);
      if (content.kind !== 'text') {
        this.#texts.delete(at);
        break;
      }
      this.#texts.set(at, content.text);
      at = baseOf(at, readConfiguration(content.text, RULES));
    }
    return seen;
  }

  /** Sets a Story's configuration from the texts at hand. */
  configure(story: Story): void {
    const chain: { readonly uri: string; readonly file: ConfigurationFile }[] = [];
    const seen = new Set<string>();
    for (let at = story.configurationUri; at && !seen.has(at); ) {
      seen.add(at);
      const text = this.textOf(at);
      if (text === undefined) break;
      const file = readConfiguration(text, RULES);
      chain.push({ uri: at, file });
      at = baseOf(at, file);
    }
    story.resources = resourcesOf(chain);
    const configuration = resolveConfiguration(
      chain.map(({ file }) => file),
      RULES,
    );
    story.configure({ ...configuration, terms: this.#resources.terms(configuration.terms, story.resources) }, chain.length > 0);
  }

  /** What is wrong with a configuration of this text, and with the files that it names. */
  problemsOf(uri: string, text: string): readonly ConfigurationProblem[] {
    const file = readConfiguration(text, RULES, this.#language);
    const missing = file.paths.filter(
      ({ key, path }) => key === 'extends' && this.#catalogue.ready && this.textOf(resolvePath(uri, path)) === undefined,
    );
    return [
      ...file.problems,
      ...this.#resources.problemsOf(uri, file, this.#language),
      ...missing.map(({ path, span }) => ({ span, message: this.#language.say`There is no configuration "${path}" to build on.` })),
    ];
  }
}

/** The configuration that one builds on. */
function baseOf(uri: string, file: ConfigurationFile): string | undefined {
  const base: unknown = file.values.extends;
  return typeof base === 'string' ? resolvePath(uri, base) : undefined;
}
