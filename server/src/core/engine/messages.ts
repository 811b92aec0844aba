// Owns: turning a message key and its arguments into text.
// Must not know: which rules there are, which language is wanted; it is given the texts.

/** Fills `{name}` with arguments; unknown names stay as they are. */
export function fill(template: string, args: Readonly<Record<string, string>>): string {
  let text = '';
  let from = 0;
  for (;;) {
    const open = template.indexOf('{', from);
    const close = open < 0 ? -1 : template.indexOf('}', open);
    if (close < 0) return text + template.slice(from);
    const value = args[template.slice(open + 1, close)];
    text += template.slice(from, open) + (value ?? template.slice(open, close + 1));
    from = close + 1;
  }
}
