// Owns: what client and server say to each other beyond LSP: method names and the shapes of their payloads.
// Must not know: either side's libraries.

/** Counts of findings by severity. */
export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
}

/** Server to client: what the last check of an open document came to. */
export const STATUS_NOTIFICATION = 'backdraft/status';

export interface DocumentStatus {
  readonly uri: string;
  readonly role: 'draft' | 'notes' | 'configuration' | 'bibliography' | 'off';
  /** The document's Story has no notes, bibliography or configuration. */
  readonly dormant: boolean;
  /** Evidence is still being read. */
  readonly indexing: boolean;
  readonly findings: FindingCounts;
  readonly claims: { readonly total: number; readonly supported: number; readonly unchecked: number };
  /** Why parts of it were not checked, in plain words. */
  readonly unchecked: readonly string[];
}

/** Client to server: read everything again and check it. */
export const CHECK_WORKSPACE_REQUEST = 'backdraft/checkWorkspace';

export interface CheckWorkspaceResult {
  readonly files: number;
  readonly findings: FindingCounts;
}

/**
 * Client to server: what the claim or Source at a position rests on, or what rests on it; without a position, all claims
 * of a draft or all Sources of a note.
 */
export const RESTS_ON_REQUEST = 'backdraft/restsOn';

export interface RestsOnParams {
  readonly textDocument: { readonly uri: string };
  readonly position?: { readonly line: number; readonly character: number };
  /** `origins` (default): children are what an item rests on. `claims`: children are what rests on it. */
  readonly towards?: 'origins' | 'claims';
}

/** A claim, a Source, or an origin that is no Source of the Story. All texts are plain. */
export interface RestsOnItem {
  readonly kind: 'claim' | 'source' | 'origin';
  readonly label: string;
  /** Date, grade and mark of a Source; else empty. */
  readonly detail: string;
  /** Of a claim: `supported`, `unsupported` … */
  readonly verdict?: string;
  /** Of a Source. */
  readonly key?: string;
  /** Where it stands; in the position encoding of the client. */
  readonly location?: {
    readonly uri: string;
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
  };
  readonly children: readonly RestsOnItem[];
}

/** What a diagnostic carries in `data`, for code actions and the rule's page. */
export interface DiagnosticData {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/** `initializationOptions` of the client. */
export interface InitializationOptions {
  /** Where the rules' pages are: `<docs>/<group>/<problem>.md`. */
  readonly docs?: string;
  /** A command of the client that shows places in a list; it is given a uri, a position and locations, as LSP writes them. */
  readonly showReferences?: string;
  /** The client answers READ_FILE, LIST_FOLDER and STAT_FILE: for virtual workspaces, and for a server without a disk. */
  readonly files?: boolean;
  /** Folder of the knowledge tables `<name>.txt`, for a server that reads them through the client. */
  readonly tables?: string;
}

/** Server to client: the bytes of a file. */
export const READ_FILE_REQUEST = 'backdraft/readFile';

export interface ReadFileParams {
  readonly uri: string;
  /** Files with more bytes are answered as too large. */
  readonly maxBytes: number;
}

/** Bytes travel in Base64: the channel carries JSON. */
export type ReadFileResult =
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'problem'; readonly problem: 'missing' | 'too-large' | 'unreadable'; readonly detail: string };

/** Server to client: what a folder holds, an array of FileInfo; empty where it cannot be read. */
export const LIST_FOLDER_REQUEST = 'backdraft/listFolder';

/** Server to client: what a file is, FileInfo or null. */
export const STAT_FILE_REQUEST = 'backdraft/statFile';

export interface FileParams {
  readonly uri: string;
}

export interface FileInfo {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'other';
  /** Size in bytes and modification time in ms, where they are known. */
  readonly size?: number;
  readonly mtime?: number;
}

/** Settings `backdraft.*` as the server reads them; everything may be absent or of a wrong type. */
export interface ServerSettings {
  readonly check: { readonly closedFiles: boolean };
  readonly codeLens: { readonly paragraphs: boolean; readonly sources: boolean };
  readonly inlayHints: { readonly sources: boolean; readonly numbers: boolean };
  readonly semanticTokens: { readonly enabled: boolean };
  readonly limits: { readonly draftLength: number; readonly noteLength: number; readonly files: number };
}

export const DEFAULT_SETTINGS: ServerSettings = {
  check: { closedFiles: true },
  codeLens: { paragraphs: true, sources: true },
  inlayHints: { sources: false, numbers: true },
  semanticTokens: { enabled: false },
  limits: { draftLength: 3_000_000, noteLength: 5_000_000, files: 50_000 },
};
