// Words of hype: what is one and what only looks like one.
import assert from 'node:assert';
import { HYPE, hypeIn } from '../../../server/src/core/lexicon/hype.ts';

const found = (text: string): readonly string[] => hypeIn(text).map(({ start, end }) => text.slice(start, end));

describe('hype', () => {
  const cases: readonly (readonly [text: string, phrases: readonly string[]])[] = [
    ['The unhackable phone', ['unhackable']],
    ['This is a cyber-9/11 for banks', ['cyber-9/11']],
    ['military grade encryption', ['military grade']],
    ['the military-grade radar', []],
    ['an impenetrable fog', []],
    ['impenetrable encryption', ['impenetrable']],
    ['bulletproof hosting', []],
    ['No system is unhackable.', []],
    ['The maker calls it unhackable.', []],
    ['The mother of all breaches', ['mother of all breaches']],
    ['a devastating malware', ['devastating']],
    ['a devastating fire', []],
    ['There is no silver bullet.', []],
    ['It is 100 % secure.', ['100 % secure']],
    ['the next-generation antivirus', ['next-generation']],
    ['the next generation of pupils', []],
    ['the mother of all data leaks', ['mother of all data leaks']],
    ['nothing less than a cyber apocalypse', ['cyber apocalypse']],
    ['It was no cyber apocalypse.', []],
    ['a nuclear bomb for privacy', ['nuclear bomb']],
    ['a bomb for the embassy', []],
    ['doomsday for software', ['doomsday']],
    ['a software tsunami', ['software tsunami']],
    ['the tsunami in Chile', []],
    ['a privacy nightmare', ['privacy nightmare']],
    ['He has nightmares.', []],
    ['the devastating mega-leak', ['devastating', 'mega-leak']],
    ['the most sophisticated spyware ever built', ['most sophisticated spyware ever']],
    ['one of the most sophisticated worms ever', []],
    ['the most sophisticated spyware of the three', []],
    ['the world’s most terrifying spyware', ['world’s most terrifying spyware']],
    ['the bulletproof new version', ['bulletproof']],
    ['The new version is bulletproof.', ['bulletproof']],
    ['A vest is bulletproof.', []],
    ['the unbreakable cloud', ['unbreakable']],
    ['an evil twin attack', []],
    ['Meltdown in browsers', []],
    ['This is the nuclear option of market fraud.', ['nuclear option of market fraud']],
    ['hit by a tsunami of its own making', ['tsunami of its own making']],
    ['an avalanche of spam', ['avalanche of spam']],
    ['a bomb under the treaty', []],
    ['an atomic bomb under the treaty', ['atomic bomb under the treaty']],
    ['the most diabolical masterminds of cyberspace', ['most diabolical masterminds of cyberspace']],
    ['the deadliest hackers on the planet', ['deadliest hackers on the planet']],
    ['one of the most wanted gangs in the world', []],
    ['the mastermind of the fraud', []],
    ['This super-weapon fits on a floppy disk.', ['super-weapon']],
    ['The worm brought the hospital to its knees.', ['to its knees']],
    ['He fell to his knees.', []],
    ['The storm wreaked havoc.', []],
    ['The worm wreaked havoc.', ['wreaked havoc']],
    ['The uncrackable cards', ['uncrackable']],
    ['Call it the Stuxnet of the belfries.', ['Stuxnet of the belfries']],
    ['cyberwar in the dovecote', ['cyberwar in the dovecote']],
    ['a film about cyberwar in the region', []],
    ['An avalanche buried two cars.', []],
    ['an inferno in the archive', []],
    ['a fire for the server room', []],
    ['the earthquake on Monday', []],
    ['cancer of the lung', []],
    ['', []],
  ];
  for (const [text, phrases] of cases) it(`${phrases.join(', ') || 'nothing'} in “${text}”`, () => assert.deepEqual(found(text), phrases));

  it('gives a reason each time', () => {
    for (const hype of HYPE) assert.match(hype.because.template, /^\p{Ll}|^nothing/u, hype.phrases[0]);
  });
  it('lists no phrase twice without its surroundings', () => {
    const seen = new Map<string, number>();
    HYPE.forEach((hype, index) => {
      if (hype.after ?? hype.before) return;
      for (const phrase of hype.phrases) {
        const key = phrase.toLowerCase();
        assert.ok(!seen.has(key) || seen.get(key) === index, `“${phrase}” stands twice`);
        seen.set(key, index);
      }
    });
  });
});
