// Owns: the engine's contract with its hosts: ports it needs, workspace it offers, what a check yields.
// Must not know: LSP, VS Code, Node; how hosts render what they get.
import type { TextEdit } from '../annotations/track.ts';
import type { Anchor, DocumentAnnotations } from '../annotations/types.ts';
import type { Source, Support } from '../evidence/types.ts';
import type { Claim } from '../extract/facts.ts';
import type { DocumentView, Finding, PlacedSegment, Severity, StoryView } from '../rules/types.ts';
import type { LineIndex } from '../text/line-index.ts';
import type { Language, Phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import type { Use } from './usage.ts';

/** What reading a file yields. `text` is without BOM, line ends as they are. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array } // binary formats that evidence readers know
  | {
      readonly kind: 'problem';
      readonly problem: 'missing' | 'binary' | 'encoding' | 'too-large' | 'unreadable';
      readonly detail: Phrase | string;
    };

export interface FileEntry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
  /** Size in bytes and modification time in ms, where the host knows them without another call. */
  readonly size?: number;
  readonly mtime?: number;
}

/** Where files come from: the disk, a virtual workspace. All uris are strings as `vscode-uri` writes them. */
export interface FileStore {
  /** Never throws. With `unpack`, a `.gz` file is answered as what is packed in it, and `maxBytes` counts that too. */
  read(uri: string, limits: { readonly maxBytes: number; readonly unpack?: boolean }): Promise<FileContent>;
  /** Children of a folder, by name; links that lead back up are left out. Empty when it cannot be read. */
  list(uri: string): Promise<readonly FileEntry[]>;
  stat(uri: string): Promise<FileEntry | undefined>;
}

export interface Ports {
  readonly files: FileStore;
  /** Bytes of a knowledge table shipped beside the bundle, as text; undefined when it is missing. */
  loadTable(name: string): Promise<string | undefined>;
  /** Lets the host's other work run; called between units of long work. */
  pause(): Promise<void>;
  /** For the host's log. Messages are redacted before they get here. */
  log(level: 'error' | 'warning' | 'info', message: string): void;
}

export interface Limits {
  /** Drafts above this many UTF-16 units are not checked, and a finding says so. */
  readonly maxDraftLength: number;
  readonly maxNoteLength: number;
  readonly maxFiles: number;
}

export interface WorkspaceOptions {
  readonly folders: readonly string[];
  readonly ports: Ports;
  readonly limits?: Partial<Limits>;
  /** What findings, fixes and hovers speak; English where it is not said. */
  readonly language?: Language;
}

export interface Problem {
  readonly uri: string;
  readonly span?: Span;
  readonly message: string;
  readonly severity: Severity;
}

export interface CheckedClaim {
  readonly claim: Claim;
  readonly segment: PlacedSegment;
  readonly support: Support;
}

/** All that a check of one document yields. Spans count from the start of its text. */
export interface CheckedDocument {
  readonly uri: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly role: 'draft' | 'notes' | 'configuration' | 'bibliography' | 'off';
  readonly view?: DocumentView;
  /** What a file that is above a limit, and so not checked, would be checked as. */
  readonly tooLarge?: 'draft' | 'note';
  readonly story?: StoryView;
  /** Uri of the Story's folder. */
  readonly storyRoot?: string;
  readonly findings: readonly (Finding & { readonly text: string; readonly fingerprint: string; readonly rendered: string })[];
  readonly claims: readonly CheckedClaim[];
  /** Claims that are to be backed, those that are, and those that could not be checked. */
  readonly claimCounts: { readonly total: number; readonly supported: number; readonly unchecked: number };
  readonly unchecked: readonly { readonly reason: string; readonly span?: Span }[];
  /** What cannot be read as meant: a configuration's faults, front matter that is not YAML, a file above a limit. */
  readonly problems: readonly Problem[];
  /** Equal strings mean equal findings; for `resultId`. */
  readonly resultId: string;
}

/** What a check under way knows by now: findings that need no evidence, in the part of the document that was read. */
export interface SoFar extends Pick<CheckedDocument, 'uri' | 'role' | 'lines' | 'problems' | 'resultId'> {
  readonly findings: readonly Pick<
    CheckedDocument['findings'][number],
    'rule' | 'severity' | 'span' | 'rendered' | 'fingerprint' | 'related'
  >[];
}

/** A check in steps. Between two of them it can be asked what it knows so far. */
export type Checking<T = CheckedDocument> = Generator<() => SoFar | undefined, T>;

export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/**
 * Drafts, notes and configuration of one or more folders.
 * `load` and `refresh` read files; everything else is synchronous, answers from what is known, and never throws.
 */
export interface Workspace {
  /** Finds Stories, reads configuration, indexes notes and bibliographies. Until it is done evidence rules are silent. */
  load(onProgress?: (progress: IndexProgress) => void, signal?: { readonly aborted: boolean }): Promise<void>;
  readonly ready: boolean;
  readonly language: Language;
  /** The editor's text replaces the file's until `close`. What was never saved counts for the Story of the file that it was begun `beside`. */
  open(uri: string, text: string, languageId?: string, beside?: string): void;
  /** With the edits that led to `text`, one after the other, where they are known: annotations follow them. */
  change(uri: string, text: string, edits?: readonly TextEdit[]): void;
  close(uri: string): Promise<void>;
  isOpen(uri: string): boolean;
  /** Files changed on disk. Answers whether findings elsewhere may have changed. */
  refresh(changes: readonly { readonly uri: string; readonly kind: 'created' | 'changed' | 'deleted' }[]): Promise<boolean>;
  /** A file of any role, open or known from disk; undefined when it is neither. Resumable: see `checking`. */
  check(uri: string): CheckedDocument | undefined;
  /** As `check`, in steps: yields between segments, so that a host can cancel or answer others. */
  checking(uri: string): Checking<CheckedDocument | undefined>;
  /** Drafts, notes, bibliographies and configurations on disk or open, in order of path. */
  files(): readonly { readonly uri: string; readonly role: CheckedDocument['role']; readonly storyRoot: string }[];
  /** As `check`, for a closed draft that was never read. */
  checkFile(uri: string): Promise<CheckedDocument | undefined>;
  storyOf(uri: string): { readonly root: string; readonly view: StoryView } | undefined;
  sourcesOf(storyRoot: string): readonly Source[];
  /** What is wrong with files apart from checks of them: those that cannot be read, and sidecars that are not open. */
  readonly problems: readonly Problem[];
  /** Those of `problems` that are about one file. */
  problemsOf(uri: string): readonly Problem[];
  /** Uris of a Story's drafts. */
  drafts(storyRoot: string): readonly string[];
  /** Where a draft rests on which Source. */
  uses(uri: string): readonly Use[];
  /** The configuration that counts for a file; `text` is undefined where there is none yet, and `uri` says where it would be. */
  configurationOf(uri: string): { readonly uri: string; readonly text: string | undefined };
  /** Text of a draft, note, bibliography, configuration or sidecar as it counts now. */
  textOf(uri: string): string | undefined;
  /** People's annotations of a draft or note, placed in its text as it counts now. Empty for a file that is not known. */
  annotationsOf(uri: string): DocumentAnnotations;
  /** Anchors are being written anew, by id, for where passages stand now: they are followed on, so that undo goes on, too. */
  anchorsWritten(uri: string, anchors: ReadonlyMap<string, Anchor>): void;
  /** Uris of the files beside drafts and notes that configurations name: tables and vocabularies, there or not. */
  resources(): readonly string[];
  /** Name and version of every knowledge table at hand; those of single Stories with the Story's folder. */
  tables(): Readonly<Record<string, string>>;
  /** Protected names become ████. Every reporter, log and export goes through this. */
  redact(text: string): string;
  /** Places of protected names in a text, in order, none overlapping. */
  findProtected(text: string): readonly { readonly span: Span; readonly name: string }[];
  /** Raised by whatever may change findings in other files: notes, configuration, tables. */
  readonly revision: number;
  /** Called when `revision` rises outside of a call (a table arrived). */
  onDidChange(listener: () => void): () => void;
}
