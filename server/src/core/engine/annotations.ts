// Owns: the sidecars of a workspace: their text, what they say, and where each annotation stands in its document.
// Must not know: how anchors are found, how sidecars are written, checks.
import { placeAnchors } from '../annotations/anchors.ts';
import { readSidecar, SIDECAR_SUFFIX } from '../annotations/sidecar.ts';
import type { DocumentAnnotations, PlacedAnnotation, Placement, Sidecar } from '../annotations/types.ts';
import { claimWords } from '../annotations/verdicts.ts';
import { slice } from '../text/span.ts';
import type { FileStore } from './types.ts';

const MAX_BYTES = 64_000_000;

interface Known {
  readonly text: string;
  readonly sidecar: Sidecar;
  placed?: { readonly text: string; readonly annotations: readonly PlacedAnnotation[] };
}

/** Whether a file is the sidecar of another. */
export function isSidecar(uri: string): boolean {
  return uri.endsWith(SIDECAR_SUFFIX) && uri.length > SIDECAR_SUFFIX.length;
}

/** Uri of the sidecar of a draft or note. */
export function sidecarOf(uri: string): string {
  return uri + SIDECAR_SUFFIX;
}

/** Uri of the draft or note that a sidecar belongs to. */
export function documentOf(sidecar: string): string {
  return sidecar.slice(0, -SIDECAR_SUFFIX.length);
}

/** Annotations by document. */
export class Annotations {
  readonly #files: FileStore;
  /** Sidecars that are there, by uri of their document. */
  readonly #known = new Map<string, Known>();

  constructor(files: FileStore) {
    this.#files = files;
  }

  /** Reads these sidecars and forgets all others. */
  async load(sidecars: readonly string[]): Promise<void> {
    const wanted = new Set(sidecars.map(documentOf));
    for (const uri of [...this.#known.keys()]) if (!wanted.has(uri)) this.#known.delete(uri);
    for (const sidecar of sidecars) await this.refresh(sidecar);
  }

  /** Reads a sidecar again. Answers whether it says something new. */
  async refresh(sidecar: string): Promise<boolean> {
    const uri = documentOf(sidecar);
    const content = await this.#files.read(sidecar, { maxBytes: MAX_BYTES });
    if (content.kind === 'problem' && content.problem === 'missing') return this.#known.delete(uri);
    if (content.kind !== 'text') {
      const detail = content.kind === 'problem' ? content.detail : 'binary';
      this.#known.set(uri, { text: '', sidecar: { annotations: [], problems: [unreadable(detail)] } });
      return true;
    }
    if (this.#known.get(uri)?.text === content.text) return false;
    this.#known.set(uri, { text: content.text, sidecar: readSidecar(content.text) });
    return true;
  }

  /** Text of the sidecar of a document; undefined when there is none. */
  textOf(uri: string): string | undefined {
    return this.#known.get(uri)?.text;
  }

  /** Documents that have a sidecar. */
  documents(): readonly string[] {
    return [...this.#known.keys()];
  }

  /** The annotations of a document whose text is `text`. */
  of(uri: string, text: string): DocumentAnnotations {
    const known = this.#known.get(uri);
    if (!known) return { uri, sidecar: sidecarOf(uri), annotations: [], problems: [] };
    if (known.placed?.text !== text) known.placed = { text, annotations: placed(known.sidecar, text) };
    return { uri, sidecar: sidecarOf(uri), annotations: known.placed.annotations, problems: known.sidecar.problems };
  }
}

function placed({ annotations }: Sidecar, text: string): readonly PlacedAnnotation[] {
  const placements = placeAnchors(
    text,
    annotations.map(annotation => annotation.anchor),
  );
  return annotations
    .map((annotation, i): PlacedAnnotation => {
      const placement = placements[i] as Placement;
      const now = placement.state === 'placed' ? slice(text, placement.span) : undefined;
      const expired =
        annotation.verdict !== undefined && now !== undefined && claimWords(now) !== claimWords(annotation.anchor?.exact ?? now);
      return { annotation, placement, expired };
    })
    .sort((a, b) => orderOf(a.placement) - orderOf(b.placement));
}

function orderOf(placement: Placement): number {
  return placement.state === 'placed' ? placement.span.start : placement.state === 'document' ? -1 : Number.MAX_SAFE_INTEGER;
}

function unreadable(detail: string): Sidecar['problems'][number] {
  const message = `This file could not be read, so its annotations are not shown (${detail}).`;
  return { kind: 'unreadable', severity: 'error', line: 0, span: { start: 0, end: 0 }, message };
}
