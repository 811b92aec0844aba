// Owns: what is wrong with a sidecar where the files and Sources around it are known, as problems of that file.
// Must not know: how sidecars are read, where annotations stand, hosts.
import { sidecarLines } from '../annotations/sidecar.ts';
import type { Sidecar } from '../annotations/types.ts';
import { type Language, type Phrase, phrase } from '../text/phrases.ts';
import type { Span } from '../text/span.ts';
import type { Problem } from './types.ts';
import { baseName } from './uri.ts';

/** What is around a sidecar. */
interface Surroundings {
  /** Uri of the draft or note that it belongs to. */
  readonly document: string;
  /** Whether that is there; yes as long as the folders are not read. */
  readonly isThere: boolean;
  /** Whether the notes have a Source with this key; yes as long as they are not all read. */
  hasSource(key: string): boolean;
  readonly language: Language;
}

/** Faults of the lines of a sidecar, verdicts that rest on Sources that are gone, and a document that is gone. */
export function problemsOfSidecar(uri: string, text: string, sidecar: Sidecar, around: Surroundings): readonly Problem[] {
  const { language } = around;
  const problem = (span: Span, message: Phrase, severity: Problem['severity']): Problem => ({
    uri,
    span,
    message: language.of(message),
    severity,
  });
  const ofLines = sidecar.problems.map(({ span, message, severity }) => problem(span, message, severity));
  if (sidecar.annotations.length === 0) return ofLines;
  if (!around.isThere) {
    const message = phrase`These annotations belong to a file that is not there: ${baseName(around.document)}. Bring it back, or rename this file to that of a draft.`;
    return [...ofLines, problem({ start: 0, end: 0 }, message, 'warning')];
  }
  const ofSources = unknownKeys(text, sidecar, key => around.hasSource(key)).map(({ key, span }) =>
    problem(
      span,
      phrase`This rests on “${key}”, and the notes have no source with that key any more. Bring it back, or look at the claim again.`,
      'warning',
    ),
  );
  return [...ofLines, ...ofSources].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
}

/** Keys of evidence that no Source has, each with its place. */
function unknownKeys(
  text: string,
  { annotations }: Sidecar,
  hasSource: (key: string) => boolean,
): readonly { readonly key: string; readonly span: Span }[] {
  const unknown = annotations.flatMap(({ evidence, line }) => evidence.filter(key => !hasSource(key)).map(key => ({ key, line })));
  if (unknown.length === 0) return [];
  const lines = sidecarLines(text);
  return unknown.flatMap(({ key, line }) => {
    const at = lines[line];
    return at ? [{ key, span: placeOf(key, at) }] : [];
  });
}

/** Where a line names a key: the words between the quotation marks, else the line. */
function placeOf(key: string, { text, start, end }: Span & { readonly text: string }): Span {
  const written = JSON.stringify(key);
  const at = text.lastIndexOf(written);
  return at < 0 ? { start, end } : { start: start + at + 1, end: start + at + written.length - 1 };
}
