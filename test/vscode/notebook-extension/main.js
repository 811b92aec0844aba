// Owns: a kind of notebook for tests: one cell of Markdown, which is the file's text.
// Must not know: what is tested with it.
const vscode = require('vscode');

exports.activate = context => {
  const serializer = {
    deserializeNotebook: bytes =>
      new vscode.NotebookData([new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, new TextDecoder().decode(bytes), 'markdown')]),
    serializeNotebook: ({ cells }) => new TextEncoder().encode(cells.map(({ value }) => value).join('\n')),
  };
  context.subscriptions.push(vscode.workspace.registerNotebookSerializer('backdraft-tests', serializer));
};
