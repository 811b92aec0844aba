// Owns: taking files in: the walk over all folders, the Stories found there, the role of each file, indexing evidence.
// Must not know: what is asked of a workspace meanwhile, checks, hosts.
import { parseFrontMatter } from '../syntax/front-matter.ts';
import { type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import type { Catalogue, Known } from './catalogue.ts';
import { CONFIGURATION_FILE } from './configuration.ts';
import type { ConfigurationChains } from './configuration-chains.ts';
import { discover, type FoundFile, isIgnored, isWorthKnowing } from './discovery.ts';
import { longest, tooLong } from './limits.ts';
import type { Resources } from './resources.ts';
import { isEvidence, type Role, roleOfFrontMatter, roleOfPath } from './roles.ts';
import type { Story } from './story.ts';
import type { FileContent, IndexProgress, Limits, Ports, Problem } from './types.ts';
import { baseName, isWithin, parentUri, relativePath } from './uri.ts';

const UNITS_BETWEEN_PAUSES = 8;

/** What files are taken into, and what is told on the way. */
export interface Intake {
  readonly ports: Ports;
  readonly limits: Limits;
  readonly catalogue: Catalogue;
  readonly configurations: ConfigurationChains;
  readonly resources: Resources;
  readonly makeStory: (root: string) => Story;
  readonly problem: (uri: string, message: Phrase | string, severity: Problem['severity'], span?: Span) => void;
}

interface Loaded {
  readonly stories: ReadonlyMap<string, Story>;
  readonly known: Map<string, Known>;
  /** Uris of the sidecars that hold annotations. */
  readonly sidecars: readonly string[];
}

/** Builds Stories and files aside, so that what is asked meanwhile gets the old answers. Undefined when it was aborted. */
export async function loadFolders(
  intake: Intake,
  onProgress?: (progress: IndexProgress) => void,
  signal?: { readonly aborted: boolean },
): Promise<Loaded | undefined> {
  const { ports, limits, catalogue } = intake;
  const aborted = (): boolean => signal?.aborted === true;
  const known = new Map<string, Known>();
  const stories = new Map<string, Story>();
  const found: FoundFile[] = [];
  const sidecars: string[] = [];
  for (const folder of catalogue.folders) {
    const result = await discover(folder, ports.files, {
      maxFiles: limits.maxFiles,
      pause: ports.pause,
      ...(signal ? { signal } : {}),
    });
    found.push(...result.files);
    sidecars.push(...result.sidecars);
    if (result.truncated) {
      intake.problem(folder, phrase`This folder holds more than ${limits.maxFiles} files. The rest is not checked.`, 'warning');
    }
    for (const [root, { configuration, hasNotesFolder }] of result.stories) {
      const story = intake.makeStory(root);
      story.hasNotesFolder = hasNotesFolder;
      if (configuration) story.configurationUri = configuration;
      stories.set(root, story);
    }
  }
  if (aborted()) return undefined;
  await configureAll(intake, [...stories.values()], found);
  for (const file of found) {
    const story = stories.get(file.storyRoot);
    if (story && roleOfPath(file.path, story.configuration) === 'bibliography') story.hasBibliography = true;
  }
  const evidence: Known[] = [];
  for (const [i, file] of found.entries()) {
    if (aborted()) return undefined;
    if (i % UNITS_BETWEEN_PAUSES === 0) await ports.pause();
    const story = stories.get(file.storyRoot) as Story;
    const entry = await lookAt(intake, file, story);
    known.set(file.uri, entry);
    if (isEvidence(entry.role)) evidence.push(entry);
  }
  let done = 0;
  onProgress?.({ done, total: evidence.length });
  for (const entry of evidence) {
    if (aborted()) return undefined;
    await indexEvidence(intake, entry);
    done++;
    if (done % UNITS_BETWEEN_PAUSES === 0) {
      onProgress?.({ done, total: evidence.length });
      await ports.pause();
    }
  }
  onProgress?.({ done, total: evidence.length });
  return { stories, known, sidecars };
}

/** Reads the configurations of these Stories and the files that they name. */
async function configureAll(
  { configurations, resources, problem }: Intake,
  stories: readonly Story[],
  found: readonly FoundFile[],
): Promise<void> {
  const chains = new Set<string>();
  for (const story of stories) {
    if (story.configurationUri) for (const uri of await configurations.load(story.configurationUri)) chains.add(uri);
    configurations.configure(story);
  }
  await resources.load(stories.flatMap(story => story.resources));
  // Again, with the words of the vocabularies.
  for (const story of stories) configurations.configure(story);
  const own = new Set(found.map(file => file.uri));
  for (const uri of chains) {
    // A configuration that others extend is no document of its own, so its faults are told apart.
    if (own.has(uri) && baseName(uri) === CONFIGURATION_FILE) continue;
    const text = configurations.textOf(uri);
    if (text === undefined) continue;
    for (const { span, message, severity } of configurations.problemsOf(uri, text)) problem(uri, message, severity ?? 'error', span);
  }
}

/** Role of a file by its path alone. What git ignores is no draft. */
export function roleOfFile(file: FoundFile, story: Story): Role {
  const role = roleOfPath(file.path, story.configuration);
  return role === 'draft' && file.ignored ? 'off' : role;
}

/** Role of a file, which front matter may change. Drafts of working Stories keep their text. */
export async function lookAt({ catalogue, resources, problem }: Intake, file: FoundFile, story: Story): Promise<Known> {
  if (resources.uris.has(file.uri)) return { file, role: 'off', story };
  let role = roleOfFile(file, story);
  const canSay = (role === 'draft' || role === 'notes' || role === 'off') && /\.(?:md|markdown|txt)$/i.test(file.path) && !file.ignored;
  if (!canSay) return { file, role, story };
  const content = await catalogue.read(file.uri);
  if (content.kind !== 'text') {
    if (role === 'draft' && content.kind === 'problem') problem(file.uri, unreadable(content.problem, content.detail), 'warning');
    return { file, role, story };
  }
  role = roleOfFrontMatter(parseFrontMatter(content.text)) ?? role;
  if (role === 'notes') story.hasNotes = true;
  return role === 'draft' && !story.dormant ? { file, role, story, text: content.text } : { file, role, story };
}

/** Reads a note or bibliography into the evidence of its Story. */
export async function indexEvidence(intake: Intake, known: Known): Promise<void> {
  const { uri } = known.file;
  const content = await intake.catalogue.read(uri);
  if (content.kind === 'problem' && content.problem !== 'binary') {
    intake.problem(uri, unreadable(content.problem, content.detail), 'warning');
  }
  indexContent(intake, known, content);
}

/** Takes what a note or bibliography holds, on disk or in an editor, into the evidence, unless it is too long. Answers whether that changes. */
export function indexContent(
  { limits, problem }: Intake,
  { file, story }: Pick<Known, 'file' | 'story'>,
  content: FileContent,
  keepFacts = false,
): boolean {
  const length = content.kind === 'text' ? content.text.length : 0;
  const limit = longest('note', story.configuration, limits);
  if (length <= limit) return story.indexFile(file, content, keepFacts);
  problem(file.uri, tooLong(length, limit, 'note'), 'warning');
  return story.indexFile(file, { kind: 'problem', problem: 'too-large', detail: phrase`${length} characters` });
}

/** Takes in a new file of a Story that stands. Answers whether other files may be affected. */
export async function addFile(intake: Intake, uri: string): Promise<boolean> {
  const { catalogue, ports } = intake;
  const story = catalogue.storyOf(uri);
  const path = relativePath(story.root, uri);
  if (!catalogue.isOurs(uri) || !isWorthKnowing(baseName(uri)) || path === undefined) return false;
  if (path.split('/').some(part => part.startsWith('.') || part === 'node_modules')) return false;
  const top = catalogue.folders.find(folder => isWithin(folder, uri)) ?? parentUri(uri);
  const ignored = await isIgnored(top, uri, ports.files);
  const entry = await lookAt(intake, { uri, storyRoot: story.root, path, ignored }, story);
  catalogue.set(entry);
  if (isEvidence(entry.role)) await indexEvidence(intake, entry);
  return entry.role !== 'off';
}

function unreadable(problem: string, detail: Phrase | string): Phrase {
  switch (problem) {
    case 'encoding':
      return phrase`This file is not UTF-8 text, so it is not checked (${detail}).`;
    case 'binary':
      return phrase`This file is not text, so it is not checked.`;
    case 'too-large':
      return phrase`This file is too large, so it is not checked (${detail}).`;
    case 'missing':
      return phrase`This file is no longer there.`;
    default:
      return phrase`This file could not be read, so it is not checked (${detail}).`;
  }
}
