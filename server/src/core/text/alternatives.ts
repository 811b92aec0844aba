// Owns: long regular expressions, written as lists of short ones.
// Must not know: what any of them looks for.

/**
 * The source of a regular expression that matches what any of the pieces matches, in their order: they are joined with "|".
 * A piece that is made of others is given as its source, too; the flags of pieces are for their syntax alone.
 */
export function alternatives(...pieces: readonly (RegExp | string)[]): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : piece.source)).join('|');
}
