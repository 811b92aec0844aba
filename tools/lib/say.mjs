// Owns: how the tools speak on the terminal: headings, steps with their time, plain lines.
// Must not know: what the steps do.

const started = Date.now();
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);

/** A heading above a part of the output. */
export function heading(title) {
  console.log(`\n${paint('1', `== ${title}`)}`);
}

/** What is going on now, for steps that take a while. */
export function say(text) {
  console.log(`${paint('36', '›')} ${text}`);
}

/** Something the reader should not miss. */
export function warn(text) {
  console.log(`${paint('33', '!')} ${text}`);
}

/** Seconds since `since` (or since the tool started), as "12.3 s". */
export function seconds(since = started) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}

/** Says what begins, runs it, and says how long it took. */
export async function step(text, work) {
  const since = Date.now();
  say(`${text} …`);
  const result = await work();
  say(`done in ${seconds(since)}`);
  return result;
}
