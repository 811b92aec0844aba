// Owns: telling whether a word opens with a capital.
// Must not know: what capitals mean.

/** Whether `text` starts with an upper-case letter of any script. */
export function opensWithCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text);
}
