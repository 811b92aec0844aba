// Owns: Markdown to mdast: one frozen unified processor (remark-parse, remark-gfm) and the labels defined elsewhere.
// Must not know: segments, blocks, prose.
import type { Root } from 'mdast';
import type { Options } from 'mdast-util-from-markdown';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Definitions } from './types.ts';

type SyntaxExtension = NonNullable<Options['extensions']>[number];

/** What the parser keeps of one parse; the second list is micromark-extension-gfm-footnote's. */
interface ParserState {
  readonly defined: string[];
  gfmFootnotes?: string[];
}

/** Definitions of the parse under way. Parsing is synchronous and never nested, so one is enough. */
let outside: Definitions | undefined;

const processor = unified().use(remarkParse).use(remarkGfm).use(outsideDefinitions).freeze();

/**
 * The mdast tree of `text`, with labels that are defined elsewhere counting as defined. Positions are relative to
 * `text`. Undefined when the parser gave up (nesting too deep for its recursion). See `isCostly` for what not to parse.
 */
export function toMdast(text: string, definitions: Definitions): Root | undefined {
  outside = definitions.links.size > 0 || definitions.footnotes.size > 0 ? definitions : undefined;
  try {
    // The parser drops a byte order mark at the start, which would shift all positions.
    return processor.parse(text.charCodeAt(0) === 0xfeff ? `\u2060${text.slice(1)}` : text);
  } catch {
    return undefined;
  } finally {
    outside = undefined;
  }
}

/**
 * Tells the parser of definitions that stand elsewhere. Inline text is read after all blocks, so it is early enough
 * to do so at the first opening bracket; the construct itself never matches anything.
 */
function outsideDefinitions(this: { data(): { micromarkExtensions?: (SyntaxExtension | SyntaxExtension[])[] } }): void {
  const told = new WeakSet<ParserState>();
  const construct = {
    name: 'outsideDefinitions',
    add: 'before' as const,
    tokenize(this: { readonly parser: unknown }, _effects: unknown, _ok: unknown, nok: (code: number | null) => undefined) {
      const parser = this.parser as ParserState;
      if (outside && !told.has(parser)) {
        told.add(parser);
        for (const label of outside.links.keys()) if (!parser.defined.includes(label)) parser.defined.push(label);
        parser.gfmFootnotes ??= new Labels();
        for (const label of outside.footnotes) if (!parser.gfmFootnotes.includes(label)) parser.gfmFootnotes.push(label);
      }
      return nok;
    },
  };
  const data = this.data();
  data.micromarkExtensions ??= [];
  data.micromarkExtensions.push({
    text: { 33: construct, 91: construct },
    document: { 91: { ...construct, name: 'fastLabels', tokenize: useLabels } },
  } as unknown as SyntaxExtension);
}

/** Labels of definitions; whether one is known takes the parser no search. */
class Labels extends Array<string> {
  readonly #known = new Set<string>();

  override push(...labels: string[]): number {
    for (const label of labels) this.#known.add(label);
    return super.push(...labels);
  }

  override includes(label: string): boolean {
    return this.#known.has(label);
  }
}

/** Runs before the first bracket that opens a line is read; the construct itself never matches anything. */
function useLabels(this: { readonly parser: unknown }, _effects: unknown, _ok: unknown, nok: (code: number | null) => undefined) {
  const parser = this.parser as { defined: string[]; gfmFootnotes?: string[] };
  if (!parser.gfmFootnotes) {
    parser.gfmFootnotes = new Labels();
    const defined = new Labels();
    defined.push(...parser.defined);
    parser.defined = defined;
  }
  return nok;
}
