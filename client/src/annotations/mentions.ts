// Owns: completing mentions of sources, `[[key]]` and `@key`, while a comment is written.
// Must not know: comments, what a source says.
import { CompletionItem, CompletionItemKind, type Disposable, languages, Range, window } from 'vscode';
import type { DocumentStates } from '../document-states.ts';
import type { Annotations } from './controller.ts';

/** Completions in the boxes in which comments are written; they are documents of the scheme `comment`. */
export function completeMentions(annotations: Annotations, states: DocumentStates): Disposable {
  return languages.registerCompletionItemProvider(
    { scheme: 'comment' },
    {
      provideCompletionItems(document, position) {
        const before = document.lineAt(position).text.slice(0, position.character);
        const [typed = ''] = /(?:\[\[|@)[^\s[\]@]*$/.exec(before.slice(-100)) ?? [];
        if (typed === '') return [];
        const [open, close] = typed.startsWith('@') ? ['@', ''] : ['[[', ']]'];
        const range = new Range(position.translate(0, -typed.length), position);
        return sourcesInSight(annotations, states).map(key => {
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

/** Keys of the Sources of the document that is being annotated. The box itself may be the active editor, and stands for the last draft. */
function sourcesInSight(annotations: Annotations, states: DocumentStates): readonly string[] {
  const active = window.activeTextEditor?.document.uri;
  const uri = active && active.scheme !== 'comment' ? active : states.draft;
  return (uri && annotations.of(uri)?.sources) ?? [];
}
