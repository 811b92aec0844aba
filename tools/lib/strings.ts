// Owns: finding the strings that are translated: the client's in `l10n.t('…')`, the server's in phrase`…` and say`…`.
// Must not know: translations.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** Strings of the client, sorted, each once. Throws where one is not written out, for then nobody can translate it. */
export function clientStrings(folder: string): readonly string[] {
  return stringsIn(folder, (node, where) => {
    if (!ts.isCallExpression(node) || !isTranslation(node.expression)) return undefined;
    const [text] = node.arguments;
    if (!text || !ts.isStringLiteralLike(text)) throw new Error(`${where(node)}: l10n.t needs its text written out.`);
    return text.text;
  });
}

/** Words in the client's code that stand outside of `l10n.t`, with their places; what goes to the log or is thrown stays English. */
export function untranslated(folder: string): readonly string[] {
  return stringsIn(folder, (node, where) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node)) return undefined;
    if (!/^\p{Lu}\p{Ll}+,? \p{L}{2,}[^\n]*$/u.test(node.text) && !isShown(node)) return undefined;
    for (let at: ts.Node = node.parent; at; at = at.parent) {
      if (ts.isCallExpression(at) && (isTranslation(at.expression) || isLog(at.expression))) return undefined;
      if (ts.isThrowStatement(at) || ts.isImportDeclaration(at)) return undefined;
      if (ts.isFunctionLike(at)) break;
    }
    return `${where(node)}: ${node.text}`;
  });
}

/** Two words and more in the server's code that stand outside of phrases, and are neither markup nor for the log. */
export function wordsLeft(folder: string): readonly string[] {
  return stringsIn(folder, node => {
    // Weights and tables.
    if (node.getSourceFile().fileName.endsWith('.generated.ts')) return undefined;
    const text = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? templateText(node) : '';
    if (!/\p{L}{2,} \p{L}{2,}/u.test(text) || /<\w|\{[\w-]+:|^\[.*\]$|^:\w/.test(text)) return undefined;
    if (ts.isPropertyAssignment(node.parent) && node.parent.name === node) return undefined;
    for (let at: ts.Node = node.parent; at; at = at.parent) {
      if (ts.isTaggedTemplateExpression(at) && isPhrase(at.tag)) return undefined;
      if (ts.isThrowStatement(at) || ts.isImportDeclaration(at) || ts.isTypeNode(at) || ts.isNewExpression(at)) return undefined;
      if (ts.isCallExpression(at) && /(?:^|\.)(?:log|console\.error)$/.test(at.expression.getText())) return undefined;
      if (ts.isFunctionLike(at)) break;
    }
    return text;
  });
}

function templateText({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }, i) => `{${i}}${literal.text}`).join('');
}

/** Whether a literal is what a property that people see is set to. */
function isShown({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && /^(?:title|prompt|placeHolder|placeholder|tooltip)$/.test(parent.name.getText());
}

/** `….output.error` and the like. */
function isLog(callee: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(callee) && /\boutput$/.test(callee.expression.getText());
}

/** Phrases of the server with `{0}`, `{1}`… for what fills them, sorted, each once. Messages of rules are not among them. */
export function serverPhrases(folder: string): readonly string[] {
  return stringsIn(folder, node => {
    if (!ts.isTaggedTemplateExpression(node) || !isPhrase(node.tag)) return undefined;
    const { template } = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
    return templateText(template);
  });
}

type Where = (node: ts.Node) => string;

function stringsIn(folder: string, textOf: (node: ts.Node, where: Where) => string | undefined): readonly string[] {
  const found = new Set<string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const file = path.join(folder, name);
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    const where: Where = node => `${file}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
    const visit = (node: ts.Node): void => {
      const text = textOf(node, where);
      if (text !== undefined) found.add(text);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return [...found].sort((a, b) => (a < b ? -1 : 1));
}

/** `l10n.t` or `vscode.l10n.t`. */
function isTranslation(callee: ts.Expression): boolean {
  if (!ts.isPropertyAccessExpression(callee) || callee.name.text !== 't') return false;
  const { expression: of } = callee;
  return ts.isIdentifier(of) ? of.text === 'l10n' : ts.isPropertyAccessExpression(of) && of.name.text === 'l10n';
}

/** phrase`…` or language.say`…`. */
function isPhrase(tag: ts.Expression): boolean {
  return ts.isIdentifier(tag) ? tag.text === 'phrase' : ts.isPropertyAccessExpression(tag) && tag.name.text === 'say';
}
