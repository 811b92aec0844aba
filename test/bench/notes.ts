// Owns: ten thousand notes of no one's from a fixed seed: some 5 KB each, with a vocabulary of natural spread.
// Must not know: the engine.
import { random, sentence } from './story.ts';

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo ya zen dor lin mar kel tor vin sal ber gan'.split(' ');

/** Notes by path. A third of the words of a sentence come from a long tail: few notes share them. */
export function manyNotes(count: number, length: number): Record<string, string> {
  const number = random(11);
  const words = Array.from({ length: 60_000 }, () =>
    Array.from({ length: 2 + number(3) }, () => SYLLABLES[number(SYLLABLES.length)]).join(''),
  );
  const rare = (): string => words[Math.floor((number(1000) / 1000) ** 3 * words.length)] as string;
  const files: Record<string, string> = {};
  for (let at = 0; at < count; at++) {
    let text = `---\ntitle: Note ${at}\npublished: 2025-${String(1 + number(12)).padStart(2, '0')}-${String(1 + number(28)).padStart(2, '0')}\n---\n\n`;
    for (let row = 0; text.length < length; row++) {
      const aside = Array.from({ length: 6 + number(10) }, rare).join(' ');
      text += `${sentence(number)} ${aside.charAt(0).toUpperCase()}${aside.slice(1)}.${row % 3 === 2 ? '\n\n' : ' '}`;
    }
    files[`notes/${String(at % 100).padStart(2, '0')}/note-${at}.md`] = text.replaceAll(/\[[\^@]\w+\]/g, '');
  }
  return files;
}
