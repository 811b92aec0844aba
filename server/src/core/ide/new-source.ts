// Owns: new notes: from pasted words that describe a source, and for a claim that has none.
// Must not know: clipboards, how files are written.
import type { Workspace } from '../engine/types.ts';
import { baseName, joinUri, parentUri } from '../engine/uri.ts';
import { type PastedSource, readPasted } from '../evidence/pasted.ts';
import { plainTitle } from '../evidence/source-table.ts';
import type { Source } from '../evidence/types.ts';
import { sameUrlKey } from '../evidence/urls.ts';
import { citeNew } from '../rules/claims/fixes.ts';
import type { Edit, StoryView } from '../rules/types.ts';
import type { Span } from '../text/span.ts';
import { sentenceAt } from './citable.ts';

/** A note that is still to be written. */
export interface NewNote {
  readonly key: string;
  readonly uri: string;
  readonly text: string;
  /** Where the writer goes on in `text`. */
  readonly cursor: number;
}

/** What pasted words come to: notes to write, and Sources that are there already. */
export interface FromPasted {
  readonly notes: readonly NewNote[];
  readonly known: readonly Source[];
}

/** `today` is an ISO date: when it was retrieved. Undefined where the words describe no source. */
export function sourcesFromPasted(workspace: Workspace, uri: string, pasted: string, today: string): FromPasted | undefined {
  const found = readPasted(pasted);
  const story = workspace.storyOf(uri);
  if (found.length === 0 || !story) return undefined;
  const place = placeOfNotes(workspace, story);
  const sources = [...story.view.sources.values()];
  const notes: NewNote[] = [];
  const known: Source[] = [];
  const made: PastedSource[] = [];
  for (const one of found) {
    if (made.some(other => isSame(one, other))) continue;
    const same = sources.find(source => isSame(one, { ...source, url: source.metadata.url }));
    if (same) {
      known.push(same);
      continue;
    }
    made.push(one);
    const { title, key, url, authors, published, text } = one;
    const items = [
      ['url', url],
      ['author', authors.join('; ')],
      ['published', published],
      ['retrieved', today],
    ].filter(([, value]) => value);
    notes.push(noteOf(place, key, title, items as [string, string][], text));
  }
  return { notes, known };
}

/** Shorter titles are those of many things: "Statement". */
const TELLING_TITLE = 12;

/** Two addresses tell; where one of the two has none, a pasted entry's key does, or a title. */
function isSame(pasted: PastedSource, other: { readonly key: string; readonly title: string; readonly url?: string | undefined }): boolean {
  if (pasted.url !== undefined && other.url !== undefined) return sameUrlKey(pasted.url) === sameUrlKey(other.url);
  if (pasted.url === undefined && pasted.key === other.key) return true;
  const title = plainTitle(pasted.title);
  return title.length > TELLING_TITLE && title === plainTitle(other.title);
}

/** A note for the claim at a place of a draft, and the edits that cite it there; `today` as above, where it is known. The claim is a comment in the note: it is no evidence for itself. */
export function noteForClaim(
  workspace: Workspace,
  uri: string,
  selection: Span,
  today?: string,
): { readonly note: NewNote; readonly edits: readonly Edit[] } | undefined {
  const checked = workspace.check(uri);
  const story = workspace.storyOf(uri);
  const place = checked && sentenceAt(checked, selection);
  if (!checked?.view || checked.role !== 'draft' || !story || !place) return undefined;
  const claim = place.segment.facts.tree.prose.slice(place.span.start, place.span.end).replace(/\s+/g, ' ').trim();
  const words = claim.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const key = words.slice(0, 3).join('-') || 'claim';
  const comment = `<!-- ${workspace.language.say`For: ${claim.replace(/-{2,}|[<>]/g, ' ')}`} -->`;
  const note = noteOf(
    placeOfNotes(workspace, story),
    key,
    workspace.language.say`Title of the source`,
    today ? [['retrieved', today]] : [],
    [],
    comment,
  );
  return { note, edits: citeNew(checked.view, story.view, place.segment, place.index, { key: note.key, uri: note.uri, name: note.key }) };
}

interface Place {
  readonly folder: string;
  /** Ending of notes' names: outside of the folder `notes` a name says what a file is. */
  readonly ending: string;
  /** Keys and file names that are taken. */
  readonly taken: Set<string>;
}

/** The folder that holds most notes of the Story, else `notes`. */
function placeOfNotes(workspace: Workspace, { root, view }: { readonly root: string; readonly view: StoryView }): Place {
  const counts = new Map<string, number>();
  const taken = new Set<string>(view.sources.keys());
  for (const file of workspace.files()) {
    if (file.storyRoot !== root) continue;
    taken.add(baseName(file.uri).toLowerCase());
    if (file.role === 'notes' && /\.md$/i.test(file.uri)) counts.set(parentUri(file.uri), (counts.get(parentUri(file.uri)) ?? 0) + 1);
  }
  const [folder = joinUri(root, 'notes')] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { folder, ending: baseName(folder) === 'notes' ? '.md' : '.notes.md', taken };
}

function noteOf(
  place: Place,
  wanted: string,
  title: string,
  items: readonly (readonly [string, string])[],
  text: readonly string[],
  comment?: string,
): NewNote {
  const key = freeKey(place, wanted);
  const heading = `## ${title.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim()} {#${key}}`;
  const head = [
    heading,
    ...items.map(([name, value]) => `- ${name}: ${value.replace(/\s+/g, ' ')}`),
    '',
    ...(comment ? [comment, ''] : []),
  ];
  const body = text.length > 0 ? `${text.join('\n\n')}\n` : '';
  const start = `${head.join('\n')}\n`;
  return { key, uri: joinUri(place.folder, `${fileName(key)}${place.ending}`), text: start + body, cursor: start.length + body.length };
}

/** The key, with a number where it or its file is taken. */
function freeKey(place: Place, wanted: string): string {
  for (let count = 1; ; count++) {
    const key = count === 1 ? wanted : `${wanted}-${count}`;
    const file = `${fileName(key)}${place.ending}`.toLowerCase();
    if (place.taken.has(key) || place.taken.has(file)) continue;
    place.taken.add(key);
    place.taken.add(file);
    return key;
  }
}

function fileName(key: string): string {
  return key.replace(/[/:.]+/g, '-');
}
