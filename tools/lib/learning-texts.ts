// Owns: the texts that anchors are trained on: drafts and notes of the learning stories, and the pages of this project's documentation,
// joined and cut so that some are short and some long.
// Must not know: anchors, edits, training.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const STORIES = `${ROOT}/test/quality/learning-stories`;
/** Words of the shortest and the longest text: each doubling between them is as likely. */
const SHORTEST = 60;
const LONGEST = 8000;
const PHRASES_PER_FILE = 6;

/** A file that is so many times longer than wanted is cut. */
const TOO_LONG = 2;

/** Texts as they stand in their files. */
export interface LearningTexts {
  /** Files of each story (its draft first), or a page alone; in parts that share none, and mostly no writer. */
  readonly parts: readonly (readonly (readonly string[])[])[];
  /** Sentences of all of them. */
  readonly phrases: readonly string[];
}

/** Drafts and notes of all learning stories. */
export function learningStories(partCount: number): LearningTexts {
  const stories = readdirSync(STORIES, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(name =>
      readdirSync(`${STORIES}/${name}`, { recursive: true, encoding: 'utf8' })
        .filter(file => /\.(?:md|txt)$/.test(file))
        .sort()
        .map(file => readFileSync(`${STORIES}/${name}/${file}`, 'utf8')),
    );
  return inParts(stories, partCount, i => Math.floor((i * partCount) / stories.length));
}

/** Pages of the documentation: tables, lists, links, code, and much that is said in the same words again. */
export function learningPages(partCount: number): LearningTexts {
  const names = ['.', 'docs'].flatMap(folder =>
    readdirSync(`${ROOT}/${folder}`, { recursive: folder === 'docs', encoding: 'utf8' }).map(name => `${folder}/${name}`),
  );
  const pages = names
    .filter(name => name.endsWith('.md'))
    .sort()
    .map(name => [readFileSync(`${ROOT}/${name}`, 'utf8')]);
  return inParts(pages, partCount, i => i % partCount);
}

function inParts(texts: readonly (readonly string[])[], partCount: number, partOf: (i: number) => number): LearningTexts {
  return {
    parts: Array.from({ length: partCount }, (_, part) => texts.filter((_, i) => partOf(i) === part)),
    phrases: texts.flat().flatMap(text => text.match(/[A-Z][^.!?\n]{30,140}[.!?]/g)?.slice(0, PHRASES_PER_FILE) ?? []),
  };
}

/** Joins files of some stories: a draft, its notes, the next draft, until there are enough words. Of a first file that is far too long some paragraphs are taken. */
export function joinedText(stories: readonly (readonly string[])[], random: () => number): string {
  const wanted = SHORTEST * (LONGEST / SHORTEST) ** random();
  const first = Math.floor(random() * stories.length);
  const files = [...stories.slice(first), ...stories.slice(0, first)].flat();
  const from = Math.floor(random() * (stories[first] as readonly string[]).length);
  const joined: string[] = [];
  for (let i = from, words = 0; words < wanted && i < files.length; i++) {
    const file = (files[i] as string).trimEnd();
    if (words === 0 && countWords(file) > TOO_LONG * wanted) return someParagraphs(file, wanted, random);
    joined.push(file);
    words += countWords(file);
  }
  return `${joined.join('\n\n')}\n`;
}

const countWords = (text: string): number => text.split(/\s+/).length;

/** Paragraphs in a row, from a random one on, until there are enough words. */
function someParagraphs(text: string, wanted: number, random: () => number): string {
  const paragraphs = text.split(/\n\n+/);
  const first = Math.floor(random() * paragraphs.length);
  let end = first + 1;
  while (end < paragraphs.length && countWords(paragraphs.slice(first, end).join('\n\n')) < wanted) end++;
  return `${paragraphs.slice(first, end).join('\n\n')}\n`;
}
