// Owns: drafts of any length from a fixed seed, with five notes, about five findings per KB, and edits to type into them.
// Must not know: the engine. Names, places and figures are no one's.

/** A small generator of numbers below `limit`; equal seeds give equal runs. */
export function random(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return limit => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const FIRMS = ['Lumenet', 'Corvane', 'Talvik Bank', 'Ostrava Grid', 'Medira', 'Pellworth', 'Nordkai', 'Quillon', 'Sennar Rail', 'Tessaly'];
const PEOPLE = ['Hanna Brodie', 'Milo Castell', 'Petra Lindqvist', 'Joao Ferrer', 'Anke Voss', 'Ines Okafor', 'Radek Sulc', 'Mara Tilden'];
const THINGS = ['routers', 'laptops', 'servers', 'phones', 'mailboxes', 'accounts', 'gateways', 'backups', 'sensors', 'cameras'];
const PLACES = ['the ministry', 'the port authority', 'a hospital', 'the district court', 'two schools', 'the customs office', 'the depot'];
const MONTHS = ['January', 'March', 'April', 'May', 'June', 'September', 'October', 'November'];
const GROUPS = ['APT29', 'Sandworm', 'Lazarus Group', 'FIN7', 'Turla', 'Scattered Spider'];
const NOTES = ['pool', 'audit', 'interview', 'report', 'minutes'] as const;

/** Sentences by shape; most shapes make a finding, some are backed by a note, some are no claims. */
const SHAPES: readonly ((pick: <T>(of: readonly T[]) => T, number: (limit: number) => number) => string)[] = [
  (pick, n) => `${pick(FIRMS)} gave ${n(90) + 10} ${pick(THINGS)} to ${pick(PLACES)} on ${n(27) + 1} ${pick(MONTHS)} 2025.`,
  (pick, n) => `${pick(FIRMS)} lost ${n(900) + 100} ${pick(THINGS)} when intruders reached ${pick(PLACES)}.[^${pick(NOTES)}]`,
  pick => `“We never saw the ${pick(THINGS)} of ${pick(FIRMS)} again,” said ${pick(PEOPLE)}, who works for ${pick(PLACES)}.`,
  (pick, n) => `According to ${pick(PEOPLE)}, the attackers copied ${n(500) + 20} GB of files before anyone at ${pick(FIRMS)} noticed.`,
  (pick, n) =>
    `Investigators linked the intrusion at ${pick(FIRMS)} to ${pick(GROUPS)}, which used CVE-2024-${10_000 + n(20_000)} and T1059.001.`,
  (pick, n) =>
    `The loader calls home to cdn${n(90)}.${pick(['evil', 'update', 'sync'])}-${n(999)}.com and to 203.0.113.${n(250) + 1} every ${n(50) + 5} minutes.`,
  pick => `What it was for, nobody at ${pick(PLACES)} could say.`,
  pick => `The ${pick(THINGS)} stood in a locked room, and the keys hung beside the door.`,
  (pick, n) => `It is highly likely that ${n(60) + 20}% of the ${pick(THINGS)} at ${pick(FIRMS)} were never patched [@${pick(NOTES)}].`,
  pick => `This unprecedented attack shows that ${pick(FIRMS)} failed to segment its network, the NCSO said.`,
  (pick, n) => `In ${pick(MONTHS)}, ${pick(PEOPLE)} told ${pick(PLACES)} that the repairs would cost ${n(90) + 2} million euros.`,
  pick => `Read on to learn how ${pick(PLACES)} can protect itself.`,
];

/** Five notes, some of whose sentences back or contradict what drafts say. */
export function notes(): Record<string, string> {
  const number = random(7);
  const files: Record<string, string> = {};
  for (const [at, name] of NOTES.entries()) {
    const person = PEOPLE[at % PEOPLE.length] as string;
    let text = `---\ntype: ${at === 2 ? 'interview' : 'document'}\ntitle: ${name} of the day\n---\n\n`;
    for (let row = 0; row < 40; row++) text += `${sentence(number)}${row % 4 === 3 ? '\n\n' : ' '}`;
    files[`notes/${name}.md`] = `${text}\n${person} checked this page.\n`.replaceAll(/\[[\^@]\w+\]/g, '');
  }
  return files;
}

/** One sentence; equal generators give equal ones. */
export function sentence(number: (limit: number) => number): string {
  const pick = <T>(of: readonly T[]): T => of[number(of.length)] as T;
  return pick(SHAPES)(pick, number);
}

/** A Markdown draft of at least `length` units: headings, paragraphs, lists, quotations, tables, footnotes. */
export function draft(length: number, seed = 1): string {
  const number = random(seed);
  const parts = ['---\ntitle: Bench\ndate: 2025-11-03\n---\n\n# Bench\n\n'];
  let size = 0;
  for (let at = 0; size < length; at++) {
    let part: string;
    if (at % 12 === 0) part = `## Day ${at / 12 + 1}\n\n`;
    else if (at % 12 === 7) part = `- ${sentence(number)}\n- ${sentence(number)}\n- A third one came by mail.\n\n`;
    else if (at % 24 === 10) part = `> ${sentence(number)}\n\n`;
    else if (at % 48 === 22) part = `| Tactic | Technique |\n| --- | --- |\n| Execution | T1059.001 |\n\n`;
    else {
      const sentences = Array.from({ length: 2 + number(3) }, () => sentence(number));
      part = `${sentences.join(' ')}\n\n`;
    }
    parts.push(part);
    size += part.length;
  }
  for (const name of NOTES) parts.push(`[^${name}]: The ${name}, as kept [@${name}].\n\n`);
  return parts.join('');
}

/** Offsets inside words of `text`, some `count` of them, where a letter can be typed. */
export function places(text: string, count: number, seed = 3): readonly number[] {
  const number = random(seed);
  const found: number[] = [];
  while (found.length < count) {
    const at = 100 + number(text.length - 400);
    if (/[a-z]/.test(text[at - 1] ?? '') && /[a-z]/.test(text[at] ?? '')) found.push(at);
  }
  return found;
}
