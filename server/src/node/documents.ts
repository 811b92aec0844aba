// Owns: asking a thread of its own for the text of PDF and Word files, one after the other; its limits of time and memory.
// Must not know: how either format is read.
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { FileContent } from '../core/engine/types.ts';
import { phrase } from '../core/text/phrases.ts';
import type { DocumentAnswer, DocumentRequest } from '../documents/worker.ts';
import { problem } from '../file-content.ts';

const TIME_LIMIT = 60_000;
const MEMORY_LIMIT = 1024;

/** Reads the text of a document by the ending of its name. Never rejects. */
export type DocumentReader = (name: string, bytes: Uint8Array) => Promise<FileContent>;

/** Reads documents in a thread whose script stands in `folder`; without the script their bytes are what they are. */
export function documentReader(folder: string): DocumentReader {
  const script = path.join(folder, 'document-worker.js');
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  const ask = async (name: string, bytes: Uint8Array): Promise<FileContent> => {
    if (!existsSync(script)) return { kind: 'bytes', bytes };
    if (!worker) {
      const threads = await import('node:worker_threads'); // few have such notes
      worker = new threads.Worker(script, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_LIMIT } });
    }
    const answer = await answerOf(worker, { format: /\.pdf$/i.test(name) ? 'pdf' : 'docx', bytes });
    if (answer === undefined) {
      void worker.terminate();
      worker = undefined;
      return problem('unreadable', phrase`it takes too long or too much memory`);
    }
    if ('problem' in answer) return problem('unreadable', answer.problem);
    return answer.text.trim() === ''
      ? problem('binary', phrase`it holds pictures, no text`)
      : { kind: 'text', text: answer.text, bom: false };
  };
  return (name, bytes) => {
    const next = turn.then(() => ask(name, bytes));
    turn = next;
    return next;
  };
}

/** The thread's answer, or undefined when it died or took too long. While nothing is asked, it keeps no program alive. */
function answerOf(worker: Worker, request: DocumentRequest): Promise<DocumentAnswer | undefined> {
  return new Promise(resolve => {
    const settle = (answer?: DocumentAnswer): void => {
      clearTimeout(late);
      worker.off('message', settle).off('error', fail).off('exit', fail);
      worker.unref();
      resolve(answer);
    };
    const fail = (): void => settle();
    const late = setTimeout(fail, TIME_LIMIT);
    worker.once('message', settle).once('error', fail).once('exit', fail);
    worker.ref();
    worker.postMessage(request);
  });
}
