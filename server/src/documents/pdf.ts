// Owns: the words of a PDF file: lines to paragraphs, page by page.
// Must not know: evidence, workers, files.
import { getDocumentProxy } from 'unpdf';

/** One line of a page. `y` grows upwards, as in the file. */
interface Line {
  text: string;
  readonly y: number;
  readonly height: number;
}

/** Stands between the texts of two pages. */
const PAGE_BREAK = '\n\n\f';

/**
 * Text of a PDF: one line a paragraph, a blank line between paragraphs, a form feed before each page but the first.
 * Rejects when the file is no PDF, is damaged or needs a password.
 */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  try {
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(paragraphsOf(linesOf(items)).join('\n\n'));
      page.cleanup();
    }
    return pages.join(PAGE_BREAK);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Runs of text to lines; what stands at another height begins a new one. */
function linesOf(items: readonly object[]): readonly Line[] {
  const lines: Line[] = [];
  let ended = true;
  for (const item of items) {
    if (!('str' in item && 'transform' in item && 'height' in item && 'hasEOL' in item)) continue;
    const text = String(item.str);
    const y = Number((item.transform as readonly number[])[5]);
    const height = Number(item.height);
    const last = lines.at(-1);
    if (text !== '') {
      if (last && !ended && Math.abs(last.y - y) <= Math.max(last.height, height) / 2) last.text += text;
      else lines.push({ text, y, height });
      ended = false;
    }
    if (item.hasEOL) ended = true;
  }
  return lines.filter(line => line.text.trim() !== '');
}

/** Lines to paragraphs: a wider gap, another size of letters or a step back up begins a new one. */
function paragraphsOf(lines: readonly Line[]): readonly string[] {
  const gaps = lines
    .slice(1)
    .map((line, index) => (lines[index] as Line).y - line.y)
    .filter(gap => gap > 0)
    .sort((a, b) => a - b);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const paragraphs: string[] = [];
  let last: Line | undefined;
  for (const line of lines) {
    const text = line.text.trim().replace(/\s+/g, ' ');
    const before = paragraphs.at(-1);
    if (last === undefined || before === undefined || isApart(last, line, before, usual)) paragraphs.push(text);
    else paragraphs[paragraphs.length - 1] = joined(before, text);
    last = line;
  }
  return paragraphs;
}

function isApart(last: Line, line: Line, before: string, usual: number): boolean {
  const gap = last.y - line.y;
  if (Math.abs(last.height - line.height) > 0.15 * Math.max(last.height, line.height)) return true;
  // The next column goes on with the sentence that the last one left open.
  if (gap < 0) return /[.!?:]["”’)]*$/.test(before);
  return gap > 1.4 * usual;
}

/** A word that is cut at the end of a line is put together. */
function joined(before: string, text: string): string {
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(text) ? before.slice(0, -1) + text : `${before} ${text}`;
}
