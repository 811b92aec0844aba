// Owns: the words of a Word file.
// Must not know: evidence, workers, files.
import mammoth from 'mammoth';

/** Text of a .docx file, a blank line between paragraphs; tables cell by cell. Rejects when the file is no such file. */
export async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value;
}
