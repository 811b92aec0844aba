// Owns: the texts that anchors are trained on: drafts and notes of the learning stories, joined so that some are short and some long.
// Must not know: anchors, edits, training.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const STORIES = fileURLToPath(new URL('../../test/quality/learning-stories', import.meta.url));
/** Words of the shortest and the longest text: each doubling between them is as likely. */
const SHORTEST = 250;
const LONGEST = 8000;
const PHRASES_PER_FILE = 6;

/** Drafts and notes as they stand in their files. */
export interface LearningTexts {
  /** Files of each story, its draft first; stories in parts that share none, and mostly no writer. */
  readonly parts: readonly (readonly (readonly string[])[])[];
  /** Sentences of all of them. */
  readonly phrases: readonly string[];
}

/** Reads Markdown and plain text of all learning stories. */
export function learningTexts(partCount: number): LearningTexts {
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
  const partOf = (i: number): number => Math.floor((i * partCount) / stories.length);
  return {
    parts: Array.from({ length: partCount }, (_, part) => stories.filter((_, i) => partOf(i) === part)),
    phrases: stories.flat().flatMap(text => text.match(/[A-Z][^.!?\n]{30,140}[.!?]/g)?.slice(0, PHRASES_PER_FILE) ?? []),
  };
}

/** Joins files of some stories: a draft, its notes, the next draft, until there are enough words. */
export function joinedText(stories: readonly (readonly string[])[], random: () => number): string {
  const wanted = SHORTEST * (LONGEST / SHORTEST) ** random();
  const first = Math.floor(random() * stories.length);
  const files = [...stories.slice(first), ...stories.slice(0, first)].flat();
  const from = Math.floor(random() * (stories[first] as readonly string[]).length);
  const joined: string[] = [];
  for (let i = from, words = 0; words < wanted && i < files.length; i++) {
    const file = (files[i] as string).trimEnd();
    joined.push(file);
    words += file.split(/\s+/).length;
  }
  return `${joined.join('\n\n')}\n`;
}
