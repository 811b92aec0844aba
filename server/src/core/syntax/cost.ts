// Owns: telling text that the Markdown parser would take too long for, or be too deeply nested by.
// Must not know: what is done instead.

/** Whether a segment nests or repeats openers so much that parsing it would not be about linear. Linear itself. */
export function isCostly(text: string): boolean {
  if (text.length < 200) return false;
  let lineNesting = 0;
  let deepest = 0;
  let atStart = true;
  let brackets = 0;
  let angles = 0;
  let marks = 0;
  let ticks = 0;
  let lines = 0;
  let run = 0;
  let longestRun = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    switch (code) {
      case 10:
      case 13:
        lines++;
        atStart = true;
        lineNesting = 0;
        run = 0;
        continue;
      case 32:
      case 9:
        run = 0;
        continue;
      case 62: // >
        if (atStart) lineNesting++;
        break;
      case 42: // *
      case 45: // -
      case 43: // +
        if (atStart) lineNesting++;
        if (code === 42) marks++;
        break;
      case 95: // _
      case 126: // ~
        marks++;
        atStart = false;
        break;
      case 91: // [
        brackets++;
        atStart = false;
        break;
      case 60: // <
        angles++;
        atStart = false;
        break;
      case 96: // `
        ticks++;
        atStart = false;
        break;
      default:
        if (!(code >= 48 && code <= 57) && code !== 46 && code !== 41) atStart = false;
    }
    if (lineNesting > deepest) deepest = lineNesting;
    run++;
    if (run > longestRun) longestRun = run;
  }
  if (deepest > 60) return true;
  return brackets > 4000 || angles > 4000 || marks > 8000 || ticks > 8000 || longestRun > 20_000 || (lines > 20_000 && deepest > 8);
}
