// Owns: completing mentions of sources, `[[key]]` and `@key`, while a comment is written.
// Must not know: comments, what a source says.
import { CompletionItem, CompletionItemKind, type Disposable, languages, Range, window } from 'vscode';
import type { Annotations } from './controller.ts';

/** Completions in the boxes in which comments are written; they are documents of the scheme `comment`. */
export function completeMentions(annotations: Annotations): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'comment' },
    {
      provideCompletionItems(document, position) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const [typed = ''] = /(?:\[\[|@)[^\s[\]@]*$/.exec(before.slice(-100)) ?? [];
        const uri = window.activeTextEditor?.document.uri;
        if (typed === '' || !uri) return [];
        const [open, close] = typed.startsWith('@') ? ['@', ''] : ['[[', ']]'];
        const range = new Range(position.translate(0, -typed.length), position);
        return (annotations.of(uri)?.sources ?? []).map(key => {
          const item = new CompletionItem(`${open}${key}${close}`, CompletionItemKind.Reference);
          item.range = range;
          return item;
        });
      },
    },
    '[',
    '@',
  );
}
