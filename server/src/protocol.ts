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
  /** The rest of the document is still being checked. */
  readonly checking?: true;
  /** Of a document that was never saved: the name of the folder whose notes it is checked against. */
  readonly notesOf?: string;
  readonly findings: FindingCounts;
  readonly claims: { readonly total: number; readonly supported: number; readonly unchecked: number };
  /** Why parts of it were not checked, in plain words. */
  readonly unchecked: readonly string[];
}

/** Client to server, before a document is opened that was never saved: the file that it was begun beside. */
export const BESIDE_NOTIFICATION = 'backdraft/beside';

export interface BesideParams {
  readonly uri: string;
  readonly beside: string;
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
  /** Of a claim. */
  readonly verdict?: ClaimVerdict;
  /** Of a Source. */
  readonly key?: string;
  /** Where it stands; in the position encoding of the client. */
  readonly location?: ProtocolPlace;
  readonly children: readonly RestsOnItem[];
}

/** Zero-based, in the encoding of the connection; half-open. Shaped as LSP's. */
export interface ProtocolRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** A place that a view or a command leads to. */
export interface ProtocolPlace {
  readonly uri: string;
  readonly range: ProtocolRange;
}

/** Edits of files that are there, and files to make. Nothing is written before the client applies them. */
export interface ProtocolChanges {
  readonly edits: readonly (ProtocolPlace & { readonly newText: string })[];
  readonly creates: readonly { readonly uri: string; readonly text: string; readonly cursor: ProtocolRange }[];
}

/** What a request about an open document says; a cursor is an empty range. */
export interface DocumentParams {
  readonly uri: string;
}
export interface SelectionParams extends DocumentParams {
  readonly range: ProtocolRange;
}

/** The verdict on a claim, as the design's table has it. */
export type ClaimVerdict =
  | 'supported'
  | 'partial'
  | 'contradicted'
  | 'miscited'
  | 'attributed'
  | 'uncited'
  | 'unsupported'
  | 'unchecked'
  | 'not-a-claim';

/** Client to server: the claims of a document. Null for one that is not open. Answers `ClaimList`. */
export const CLAIMS_REQUEST = 'backdraft/claims';

export interface ClaimList {
  readonly uri: string;
  readonly role: DocumentStatus['role'];
  readonly dormant: boolean;
  readonly indexing: boolean;
  readonly claims: readonly ListedClaimItem[];
}

export interface ListedClaimItem {
  readonly range: ProtocolRange;
  /** Redacted, white space folded. */
  readonly text: string;
  readonly verdict: ClaimVerdict;
  /** Why it could not be checked. */
  readonly reason?: 'indexing' | 'other-language' | 'no-text' | 'too-large' | 'off';
  /** Nothing backs it, and a finding says so. */
  readonly open: boolean;
  readonly section?: { readonly title: string; readonly range: ProtocolRange };
  /** What it rests on, cited ones first. */
  readonly sources: readonly { readonly key: string; readonly name: string }[];
}

/** Client to server: the Sources of a document's Story and what rests on them. Answers `EvidenceList`. */
export const EVIDENCE_REQUEST = 'backdraft/evidence';

export interface EvidenceParams extends DocumentParams {
  /** The draft that Sources might be cited in. */
  readonly draft?: string;
}

export interface EvidenceList {
  readonly story: string;
  readonly dormant: boolean;
  readonly indexing: boolean;
  readonly sources: readonly ListedSourceItem[];
}

export interface ListedSourceItem extends ProtocolPlace {
  readonly key: string;
  readonly name: string;
  readonly published?: string;
  readonly retrieved?: string;
  /** Admiralty pair. */
  readonly grade?: string;
  readonly tlp?: string;
  readonly terms?: string;
  readonly embargo?: string;
  readonly noText?: 'bibliography-entry' | 'binary' | 'too-large' | 'unreadable';
  readonly reliesOn?: string;
  /** What it goes back to; equal ids for Sources that are not independent of each other. */
  readonly origin: { readonly id: string; readonly name: string };
  /** Keys of Sources that are not independent of it. */
  readonly sharesOriginWith: readonly string[];
  readonly used: boolean;
  /** The draft may name it. */
  readonly mayCite: boolean;
  readonly uses: readonly ListedUseItem[];
}

export interface ListedUseItem extends ProtocolPlace {
  readonly text: string;
  readonly kind: 'claim' | 'quote' | 'citation';
  readonly verdict?: ClaimVerdict;
}

/** Client to server: Sources to cite for a selection, the likeliest first. Null where no sentence stands. Answers `CitableList`. */
export const CITABLE_REQUEST = 'backdraft/citable';

export interface CitableList {
  readonly sentence: ProtocolRange;
  readonly sources: readonly CitableItem[];
}

export interface CitableItem {
  readonly key: string;
  readonly name: string;
  readonly published?: string;
  readonly grade?: string;
  readonly passage?: ProtocolPlace & { readonly text: string };
  readonly cited: boolean;
  readonly changes: ProtocolChanges;
}

/** Client to server: cite one Source at a selection. Null where the draft may not name it, or no sentence stands. Answers `ProtocolChanges`. */
export const CITE_REQUEST = 'backdraft/cite';

export interface CiteParams extends SelectionParams {
  readonly key: string;
}

/** Client to server: notes from what was pasted. Null where it describes no source. Answers `NewSourceResult`. */
export const NEW_SOURCE_REQUEST = 'backdraft/newSource';

export interface NewSourceParams extends DocumentParams {
  readonly text: string;
  /** ISO date of today, by the writer's clock. */
  readonly today: string;
}

export interface NewSourceResult {
  readonly changes: ProtocolChanges;
  /** Sources that are there already. */
  readonly known: readonly (ProtocolPlace & { readonly name: string })[];
}

/** Client to server: a note for the claim at a selection, cited there. Null where no sentence stands. Answers `ProtocolChanges`. */
export const NEW_NOTE_REQUEST = 'backdraft/newNote';

export interface NewNoteParams extends SelectionParams {
  readonly today: string;
}

/** Client to server: mark the sentence at a selection as opinion. Null where none stands. Answers `ProtocolChanges`. */
export const OPINION_REQUEST = 'backdraft/markOpinion';

/** Client to server: a selection's words with addresses defanged or refanged; the address under a cursor. Null where none is. Answers a string. */
export const COPY_ADDRESSES_REQUEST = 'backdraft/copyAddresses';

export interface CopyAddressesParams extends SelectionParams {
  readonly as: 'defanged' | 'refanged';
}

/** How many claims are asked for; of the Story of a document. */
export type Strictness = 'relaxed' | 'standard' | 'strict';

/** Client to server: the strictness in force. Answers `Strictness`. */
export const STRICTNESS_REQUEST = 'backdraft/strictness';

/** Client to server: set it in the Story's configuration. Null where that cannot be read. Answers `ProtocolChanges`. */
export const SET_STRICTNESS_REQUEST = 'backdraft/setStrictness';

export interface SetStrictnessParams extends DocumentParams {
  readonly strictness: Strictness;
}

/** Client to server: the ledger of an open draft as the body of a view; null for what is no draft. */
export const LEDGER_VIEW_REQUEST = 'backdraft/ledgerView';

export interface LedgerParams extends DocumentParams {
  /** For readers at this level; absent: the draft's own mark, for the desk. */
  readonly tlp?: TlpLevel;
  /** Show what is marked above that, on background or under embargo. */
  readonly includeAbove?: boolean;
  /** Show what has no mark although a level is given. */
  readonly includeUnmarked?: boolean;
}

export interface LedgerView {
  readonly title: string;
  readonly style: string;
  /** HTML in which everything from drafts, notes and people is plain text. `data-target` is an index into `places`. */
  readonly body: string;
  /** Null where a place cannot be shown. */
  readonly places: readonly (ProtocolPlace | null)[];
}

/** Client to server: the ledger of an open draft as a file of a format; null for what is no draft. */
export const LEDGER_FILE_REQUEST = 'backdraft/ledgerFile';

export interface LedgerFileParams extends LedgerParams {
  readonly format: 'html' | 'md' | 'csv' | 'json';
}

/** Client to server: an open draft as it is published; null for what is no draft. Answers `ExportDraftResult`. */
export const EXPORT_DRAFT_REQUEST = 'backdraft/exportDraft';

export interface ExportDraftParams extends DocumentParams {
  readonly what: 'clean' | 'bibliography' | 'claimreview';
  /** Of a bibliography; CSL-JSON where it is not said. */
  readonly format?: 'csl' | 'bibtex';
}

export interface ExportDraftResult {
  readonly text: string;
  /** What is left out, and what to look at before it is published, in plain words. */
  readonly remarks: readonly string[];
  /** Nothing of the draft is in it. */
  readonly isEmpty: boolean;
}

/** Client to server: what is not checked of a document and of its Story's evidence. Answers `UncheckedList`. */
export const UNCHECKED_REQUEST = 'backdraft/unchecked';

export interface UncheckedItem extends ProtocolPlace {
  /** In plain words. */
  readonly reason: string;
  /** What of the document, or the name of the file or source. */
  readonly text: string;
}

export type UncheckedList = readonly UncheckedItem[];

/** What a diagnostic carries in `data`, for code actions and the rule's page. */
export interface DiagnosticData {
  readonly uri: string;
  readonly rule: string;
  readonly fingerprint: string;
}

export interface AnnotationCommands {
  readonly verdict: string;
  readonly assign: string;
  readonly show: string;
}

/** `initializationOptions` of the client. */
export interface InitializationOptions {
  /** Where the rules' pages are: `<docs>/<group>/<problem>.md`. */
  readonly docs?: string;
  /** A command of the client that shows places in a list; it is given a uri, a position and locations, as LSP writes them. */
  readonly showReferences?: string;
  /** The client answers READ_FILE, LIST_FOLDER and STAT_FILE: for virtual workspaces, and for a server without a disk. */
  readonly files?: boolean;
  /** The client shows annotations, and is told when they changed. */
  readonly annotations?: boolean;
  /**
   * Commands of the client that ask a person for a verdict on a claim, or whom to assign it to, each given a uri and a range; and that
   * shows an annotation, given a uri and its id. Code actions and lenses run them.
   */
  readonly annotationCommands?: AnnotationCommands;
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

/** Server to client: write a file of the workspace, for sidecars where the server has no disk. */
export const WRITE_FILE_REQUEST = 'backdraft/writeFile';

export interface WriteFileParams {
  readonly uri: string;
  readonly text: string;
}

export type WriteFileResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly problem: 'read-only' | 'full' | 'busy' | 'unreadable'; readonly detail: string };

/** Server to client: annotations may be others, or stand elsewhere. */
export const ANNOTATIONS_CHANGED_NOTIFICATION = 'backdraft/annotationsChanged';

/** Client to server: the annotations of a draft or note. */
export const ANNOTATIONS_REQUEST = 'backdraft/annotations';

export interface AnnotationsParams {
  readonly textDocument: { readonly uri: string };
  /** Who asks; else git's user. */
  readonly by?: string;
}

export interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export type WireVerdict = 'verified' | 'disputed' | 'needs-source' | 'opinion' | 'not-checkable';

/** One comment of a thread. `body` is Markdown of a person: untrusted. */
export interface WireComment {
  readonly id: string;
  readonly body: string;
  readonly by?: string;
  readonly created?: string;
  readonly modified?: string;
}

export interface WireAnnotation extends WireComment {
  /** Absent where it has no place: it is about the whole document, or orphaned. */
  readonly range?: WireRange;
  /** What its passage said, where it is orphaned. */
  readonly lastText?: string;
  /** What it says of its place, where it names no words of the text. */
  readonly pointer?: string;
  /** Whoever asks wrote it, by the name that would be written now. */
  readonly own?: true;
  readonly verdict?: WireVerdict;
  readonly expired: boolean;
  readonly evidence: readonly string[];
  readonly assignee?: string;
  readonly resolved: boolean;
  readonly replies: readonly WireComment[];
}

export interface AnnotationsResult {
  /** The document may have annotations: it is a draft or notes. */
  readonly annotatable: boolean;
  readonly annotations: readonly WireAnnotation[];
  /** Keys of the Sources that a comment may mention. */
  readonly sources: readonly string[];
}

/** Client to server: change the annotations of a document. */
export const ANNOTATE_REQUEST = 'backdraft/annotate';

export interface AnnotateParams {
  readonly textDocument: { readonly uri: string };
  /** Who does it; else git's user. */
  readonly by?: string;
  readonly change:
    | {
        readonly kind: 'add';
        /**
         * An empty range means the sentence there; a verdict is about the claim there, and takes the place of one that the same person
         * gave on it before: without `evidence`, or with an empty body, what that one has stays.
         */
        readonly range?: WireRange;
        readonly body: string;
        readonly verdict?: WireVerdict;
        readonly evidence?: readonly string[];
        readonly assignee?: string;
      }
    | { readonly kind: 'reply'; readonly to: string; readonly body: string }
    /** `from` is the body that was edited. */
    | { readonly kind: 'edit'; readonly id: string; readonly from: string; readonly body: string }
    | { readonly kind: 'delete'; readonly id: string }
    | { readonly kind: 'resolve'; readonly id: string; readonly resolved: boolean }
    | { readonly kind: 'assign'; readonly id: string; readonly assignee?: string }
    | { readonly kind: 'attach'; readonly id: string; readonly range: WireRange };
}

/** The id of what was written, and what else is to be said of it; or why nothing was written, in plain words. */
export type AnnotateResult = { readonly id: string; readonly notice?: string } | { readonly error: string };

/** Client to server: the annotations of a document in another format; import adds those that are not there yet. */
export const EXPORT_ANNOTATIONS_REQUEST = 'backdraft/exportAnnotations';
export const IMPORT_ANNOTATIONS_REQUEST = 'backdraft/importAnnotations';

export interface ExportAnnotationsParams {
  readonly textDocument: { readonly uri: string };
  readonly format: 'w3c' | 'mrsf';
}

/** `remarks`: what is left out or cut, in plain words. */
export type ExportAnnotationsResult = { readonly text: string; readonly remarks: readonly string[] } | { readonly error: string };

export interface ImportAnnotationsParams {
  readonly textDocument: { readonly uri: string };
  readonly text: string;
}

export type ImportAnnotationsResult = { readonly added: number; readonly skipped: number } | { readonly error: string };

/** Client to server: what may be handed to a language model about an open draft. The server's gate decides. */
export const ASSISTANT_REQUEST = 'backdraft/assistant';

export interface AssistantParams {
  readonly textDocument: { readonly uri: string };
  readonly question: 'claims' | 'evidence' | 'verdict' | 'second-opinion';
  /** The claim that is meant: at a position, or by its number or words. */
  readonly position?: { readonly line: number; readonly character: number };
  readonly claim?: string;
  /** Of a list of claims: the number of the first. */
  readonly from?: number;
}

/** The very text that may be sent, with what was kept back; or why nothing may. */
export type AssistantResult =
  | { readonly kind: 'text'; readonly text: string; readonly withheld: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

/** Settings `backdraft.*` as the server reads them; everything may be absent or of a wrong type. */
export interface ServerSettings {
  readonly check: { readonly closedFiles: boolean };
  readonly codeLens: { readonly paragraphs: boolean; readonly sources: boolean };
  readonly inlayHints: { readonly sources: boolean; readonly numbers: boolean };
  readonly semanticTokens: { readonly enabled: boolean };
  readonly limits: { readonly draftLength: number; readonly noteLength: number; readonly files: number };
  /** What may be handed to language models: nothing, unless it is enabled; then what is marked at most this. */
  readonly assistant: { readonly enabled: boolean; readonly maximumTlp: TlpLevel };
}

/** Marks of the Traffic Light Protocol, the freest first. */
export type TlpLevel = 'CLEAR' | 'GREEN' | 'AMBER' | 'AMBER+STRICT' | 'RED';

export const DEFAULT_SETTINGS: ServerSettings = {
  check: { closedFiles: true },
  codeLens: { paragraphs: true, sources: true },
  inlayHints: { sources: false, numbers: true },
  semanticTokens: { enabled: false },
  limits: { draftLength: 3_000_000, noteLength: 5_000_000, files: 50_000 },
  assistant: { enabled: false, maximumTlp: 'CLEAR' },
};
