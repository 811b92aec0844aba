// Owns: files of evidence that are no Markdown or plain text: which reader takes which, and those that none can read.
// Must not know: the index, where files come from.
import { type FilePlace, makeFileSource, type SourcesRead } from './make-source.ts';
import { readMetadata } from './metadata.ts';
import { type PassageDraft, passagesOfText } from './passages.ts';
import { readMail, readSubtitles } from './transcripts.ts';
import type { Source } from './types.ts';
import { readWebPage } from './web.ts';

/** Web pages, mails, subtitles, text of documents with form feeds between pages; anything else is read as words. Never throws. */
export function readOtherFile(file: FilePlace & { readonly text: string }): SourcesRead {
  if (/\.html?$/i.test(file.path)) return readWebPage(file);
  if (/\.eml$/i.test(file.path)) return readMail(file);
  if (/\.(?:vtt|srt)$/i.test(file.path)) return readSubtitles(file);
  return {
    sources: [
      makeFileSource(file, {
        title: '',
        read: readMetadata([]),
        drafts: inPages(file.text, passagesOfText(file.text)),
        length: file.text.length,
      }),
    ],
    problems: [],
  };
}

/** Tells each passage its page, where the text has several. */
function inPages(text: string, drafts: readonly PassageDraft[]): readonly PassageDraft[] {
  if (!text.includes('\f')) return drafts;
  let page = 1;
  let at = 0;
  return drafts.map(draft => {
    for (let next = text.indexOf('\f', at); next >= 0 && next <= draft.span.start; next = text.indexOf('\f', at)) {
      page++;
      at = next + 1;
    }
    return { ...draft, page };
  });
}

/** A file that has no text for us: a Source all the same, so that it can be cited and is named as unchecked. */
export function readBinary(place: FilePlace, problem: 'missing' | 'binary' | 'encoding' | 'too-large' | 'unreadable'): SourcesRead {
  if (problem === 'missing') return { sources: [], problems: [] };
  const noText: NonNullable<Source['noText']> = problem === 'encoding' ? 'unreadable' : problem;
  return { sources: [makeFileSource(place, { title: '', read: readMetadata([]), drafts: [], length: 0, noText })], problems: [] };
}
