// Owns: Markdown that links and loads nothing: signs lose their meaning, code stays code.
// Must not know: where it comes from, how it is shown.

/** A fence that opens a block of code, and its language. */
const OPENS = /^( {0,3})(?:(`{3,})[ \t]*([\w+#-]*)[^`]*|(~{3,})[ \t]*([\w+#-]*).*)$/;

/** A line of text, or a block of code by its lines. */
type Piece = { readonly line: string } | { readonly language: string; readonly code: readonly string[] };

/**
 * Takes the meaning from every sign that could start a link, an image or HTML, and breaks up addresses that would become links
 * by themselves. Emphasis, lists, quotes and code stay; of code all that every reader of Markdown takes for code.
 */
export function withoutLinks(text: string): string {
  const pieces = piecesOf(text);
  const lines = pieces.flatMap(piece => ('line' in piece ? [piece.line] : []));
  const isCode = sureOfCode(lines.join('\n'));
  return pieces.map(piece => ('line' in piece ? harmlessLine(piece.line, isCode) : fenced(piece))).join('\n');
}

function piecesOf(text: string): readonly Piece[] {
  const lines = text.split(/\r\n|\r|\n/);
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    const [, indent = '', ticks, named, tildes, alsoNamed] = OPENS.exec(line) ?? [];
    const fence = ticks ?? tildes;
    if (fence === undefined) {
      pieces.push({ line });
      continue;
    }
    const closes = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    const indented = new RegExp(`^ {0,${indent.length}}`);
    const code: string[] = [];
    while (++at < lines.length && !closes.test(lines[at] as string)) code.push((lines[at] as string).replace(indented, ''));
    pieces.push({ language: named ?? alsoNamed ?? '', code });
  }
  return pieces;
}

/** A block of code that nothing before it takes in and nothing within it ends. */
function fenced({ language, code }: Extract<Piece, { language: string }>): string {
  const longest = (code.join('\n').match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 0);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return ['', fence + language, ...code, fence, ''].join('\n');
}

/** Code within a line: between two runs of backticks of one length, with none in it. */
const SPAN = /(?<!`)(`+)([^`\n]+)\1(?!`)/;

/**
 * `[[key]]` is kept: with every other bracket escaped nothing can define where it leads. What follows names signs that could start a link,
 * an image, HTML or a character that is written as a number; `@` in an address, not at the start of a word; addresses that link by
 * themselves; backticks and tildes that could begin other code than ours.
 */
const MEANT =
  /(?<![!\\[\]])(\[\[[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?\]\])(?![[(:\]])|[[\]<\\`]|&(?=#?\w{1,40};)|(?<=\S)@|:(?=\/\/)|(?<=www)\.|~(?=~~|`)|(?<=~)~(?=~)|(?<=~~)~/iu;
const SPANS = new RegExp(SPAN.source, 'g');
const SIGNS = new RegExp(`${SPAN.source}|${MEANT.source}`, 'giu');

/** Signs that could end emphasis, a deletion or a cell in the middle of code, by what of them outside of code could start one. */
const DELIMITERS: readonly (readonly [string, RegExp])[] = [
  ['*', /\*/],
  ['_', /_/],
  ['~', /~/],
  ['|', /\||:-|-:/],
];

/** Whether what stands between backticks is code to everybody; where nothing in the text could come of it, nobody needs to be sure. */
function sureOfCode(text: string): (content: string) => boolean {
  const all = [...text.matchAll(SPANS)];
  if (!all.some(([, , content = '']) => MEANT.test(content))) return () => true;
  const outside = text.replace(SPANS, ' ');
  return content => content.trim() !== '' && !DELIMITERS.some(([sign, starts]) => content.includes(sign) && starts.test(outside));
}

function harmlessLine(line: string, isCode: (content: string) => boolean): string {
  return line.replace(SIGNS, (sign, _ticks, content?: string, mention?: string) => {
    if (content === undefined) return mention ?? `\\${sign}`;
    return isCode(content) ? `\`${content}\`` : sign.replace(/[!-/:-@[-`{-~]/g, '\\$&');
  });
}
