// Owns: a thread that turns documents into text, so that none can stop the server.
// Must not know: who asks, where documents are.
import { parentPort } from 'node:worker_threads';
import { textOfDocx } from './docx.ts';
import { textOfPdf } from './pdf.ts';

/** One document to read. */
export interface DocumentRequest {
  readonly format: 'pdf' | 'docx';
  readonly bytes: Uint8Array;
}

export type DocumentAnswer = { readonly text: string } | { readonly problem: string };

// A library's remarks must not get into the stream that the server speaks on.
for (const name of ['log', 'info', 'warn', 'error'] as const) console[name] = () => {};

parentPort?.on('message', async ({ format, bytes }: DocumentRequest) => {
  parentPort?.postMessage(await answerTo(format, bytes));
});

async function answerTo(format: DocumentRequest['format'], bytes: Uint8Array): Promise<DocumentAnswer> {
  try {
    return { text: await (format === 'pdf' ? textOfPdf(bytes) : textOfDocx(bytes)) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
