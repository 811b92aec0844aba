// Owns: words of hype about security, each with what is wrong with it and what to write instead.
// Must not know: rules, documents, quotations.
import { phrase } from '../text/phrases.ts';
import { WordTrie } from '../text/word-trie.ts';
import { HYPE_FIELDS } from './hype-fields.ts';
import { HYPE_FRAMES, type Hype } from './hype-frames.ts';

/** To add one, copy a line. */
export const HYPE: readonly Hype[] = [
  ...HYPE_FRAMES,
  ...HYPE_FIELDS,
  {
    phrases: ['unhackable', 'un-hackable', 'hack-proof', 'hackproof', 'hacker-proof', 'unhackability'],
    because: phrase`nothing that runs software is beyond attack`,
    instead: '',
  },
  {
    phrases: [
      'unbreakable',
      'uncrackable',
      'impenetrable',
      'impregnable',
      'bulletproof',
      'bullet-proof',
      'fool-proof',
      'foolproof',
      'ironclad',
      'watertight',
      'invincible',
      'invulnerable',
      'unassailable',
      'tamper-proof',
      'leak-proof',
      'spy-proof',
      'bomb-proof',
      'rock-solid',
    ],
    because: phrase`no protection holds against everyone for ever`,
    instead: '',
    after:
      /^[”"’]?\s+(?:(?:new|newest|next|latest|digital|modern|strong|its|AES|end-to-end|[\w-]{1,12})\s+){0,2}?(?:encryption|security|protection|code|cipher|cryptography|firewall|defen[cs]es?|systems?|passwords?|software|devices?|networks?|shield|safeguards?|fix|patch|solution|versions?|releases?|updates?|app|apps|cloud|phones?|messenger|vault|login|logins|server|servers|wallets?|router|portal|platform|database|algorithms?|keys?|chips?|technology|backups?|service)\b/i,
    unless: /hosting|hoster/i,
  },
  {
    phrases: ['bulletproof', 'unbreakable', 'impenetrable', 'invulnerable', 'impregnable', 'foolproof'],
    because: phrase`no protection holds against everyone for ever`,
    before:
      /\b(?:encryption|security|protection|code|cipher|firewall|defen[cs]es?|systems?|passwords?|software|devices?|network|version|release|update|app|cloud|phones?|messenger|vault|server|wallet|router|portal|platform|it|they)\s+(?:is|are|was|were|now|becomes?|makes?|made)\s+(?:now |simply |quite |virtually |all but )?$/i,
    after: /^\s*(?:[.,;:!?)–—]|and\b|now\b|since\b|again\b|$)/i,
  },
  {
    phrases: [
      'military-grade',
      'military grade',
      'bank-grade',
      'bank grade',
      'NSA-grade',
      'government-grade',
      'enterprise-grade',
      'defense-grade',
      'defence-grade',
    ],
    because: phrase`it names no method and no test`,
    instead: '',
    after:
      /^[”"’]?\s+(?:\S+\s+){0,2}(?:encrypt\w{0,5}|security|protection|cipher|cryptography|AES|algorithm|safeguards?|spyware|ransomware|software|firewall|technology|tools?|malware|hacking|passwords?|phones?|apps?|messenger|exploits?|implants?|trojans?|backdoors?|privacy|surveillance|programs?|attack|code|wipers?)\b/i,
  },
  {
    phrases: ['heist', 'hack', 'theft', 'crime', 'breach', 'attack', 'leak', 'scam', 'fraud', 'cyberattack'].map(
      noun => `${noun} of the century`,
    ),
    because: phrase`nothing measures it`,
  },
  {
    phrases: [
      'digital Pearl Harbor',
      'cyber Pearl Harbor',
      'electronic Pearl Harbor',
      'digital Pearl Harbour',
      'cyber Pearl Harbour',
      'Pearl Harbor of cyber',
      'Pearl Harbor of the internet',
      'Pearl Harbor moment',
    ],
    because: phrase`it compares the incident with an act of war in which thousands died`,
  },
  {
    phrases: [
      'cyber 9/11',
      'digital 9/11',
      'cyber 9-11',
      'cyber September 11',
      'digital September 11',
      '9/11 of cyber',
      '9/11 of the internet',
      '9/11 of cybersecurity',
    ],
    because: phrase`it compares the incident with an attack in which thousands died`,
  },
  {
    phrases: [
      'biggest hack in history',
      'biggest breach in history',
      'biggest hack ever',
      'biggest breach ever',
      'biggest hack of all time',
      'largest hack in history',
      'largest breach in history',
      'largest hack ever',
      'worst hack in history',
      'worst breach in history',
      'worst hack ever',
      'most dangerous hacker',
      'most dangerous malware in the world',
      "world's most dangerous hacker",
      "world's most dangerous malware",
      'most sophisticated attack ever',
      'most sophisticated malware ever',
      'most sophisticated hack ever',
    ],
    because: phrase`nobody has counted all the others`,
  },
  {
    phrases: [
      '100% secure',
      '100 % secure',
      '100 percent secure',
      '100 per cent secure',
      '100% safe',
      '100 % safe',
      '100 percent safe',
      'one hundred percent secure',
      'completely secure',
      'perfectly secure',
      'totally secure',
      'absolutely secure',
      'completely hack-free',
      'perfect security',
      'total security',
      'absolute security',
      'impossible to hack',
      'cannot be hacked',
      "can't be hacked",
      'can never be hacked',
      'impossible to breach',
      'cannot be breached',
      'immune to hacking',
      'immune to hackers',
      'immune to cyberattacks',
      'immune from hacking',
    ],
    because: phrase`security has no such degree`,
    unless: /\b(?:no|not|never|nothing|nobody|none|isn['’]t|neither|hardly|myth|there is no|without)\b[^.;]{0,40}$/i,
  },
  {
    phrases: [
      'cyber warfare',
      'cyberwar',
      'cyber war',
      'act of cyberwar',
      'act of cyber war',
      'all-out cyberwar',
      'cyber world war',
      'digital world war',
      'cyber blitzkrieg',
      'digital blitzkrieg',
    ],
    because: phrase`hardly any incident reaches the force of war`,
    after: /^\s+(?:on|against|is here|has begun|has broken out|erupts?|erupted|raging|rages)\b/i,
    unless: /\b(?:law of|laws of|not|no|so-called|book|novel|centre|center|manual|unit|threshold)\b[^.;]{0,30}$/i,
  },
  {
    phrases: [
      'hackers on steroids',
      'on steroids',
      'cyber ninja',
      'cyber ninjas',
      'hacking genius',
      'evil genius',
      'master hacker',
      'super hacker',
      'superhacker',
      'uber hacker',
      'elite hackers',
      'elite hacker',
      'elite hacking',
      'hacker mastermind',
      'cyber mastermind',
      'cyber warriors',
      'cyber assassins',
      'cyber terrorists',
      'rockstar hacker',
      'hooded hacker',
      'hooded hackers',
    ],
    because: phrase`it tells of a film and not of what they did`,
    unless: /\b(?:anabolic|test(?:ed|s)? positive|forum|EliteHackers)\b/,
  },
  {
    phrases: [
      'next-generation',
      'next-gen',
      'next generation',
      'cutting-edge',
      'cutting edge',
      'state-of-the-art',
      'bleeding-edge',
      'game-changing',
      'revolutionary',
      'groundbreaking',
      'best-in-class',
      'world-class',
      'industry-leading',
      'market-leading',
      'unparalleled',
      'unmatched',
      'unrivalled',
      'unrivaled',
      'quantum-level',
      'AI-powered',
      'military-strength',
    ],
    because: phrase`it is the language of a sales brochure`,
    instead: '',
    after:
      /^\s+(?:(?:AI|cloud|cyber|digital|endpoint|network|threat|data)\s+){0,2}(?:security|cybersecurity|firewalls?|protection|encryption|defen[cs]es?|antivirus|threat (?:detection|intelligence|hunting|protection)|endpoint|anti-malware|detection|platform|cyber)\b/i,
  },
  {
    phrases: ['silver bullet', 'magic bullet', 'holy grail of security', 'holy grail of hacking', 'keys to the kingdom', 'crown jewels'],
    because: phrase`it stands in place of saying what was at stake`,
    before: /\b(?:is|are|be|as|offers?|offered|provides?|found|finally|the)\s+(?:the|a|an|their|its)?\s*$/i,
    unless: /\b(?:no|not|never|isn['’]t|hardly|there is no|without|nor|neither)\b[^.;]{0,40}$/i,
  },
  {
    phrases: ['ticking time bomb', 'ticking timebomb', 'ticking cyber bomb'],
    because: phrase`it threatens without saying what will happen when`,
  },
  {
    phrases: [
      'hackers paradise',
      "hacker's paradise",
      "hackers' paradise",
      'wild west of the internet',
      'wild west of cyber',
      'wild west of crypto',
    ],
    because: phrase`it says nothing that can be checked`,
  },
  {
    phrases: [
      'brought the internet to its knees',
      'broke the internet',
      'break the internet',
      'breaking the internet',
      'take down the internet',
      'took down the internet',
      'took down the entire internet',
      'kill the internet',
      'killed the internet',
      'end of the internet',
      'the internet is on fire',
      'set the internet on fire',
    ],
    because: phrase`the internet as a whole went on`,
  },
];

/** The writer reports that somebody else says so, or denies it. */
const NOT_MEANT =
  /\b(?:no|not|never|nothing(?! (?:less than|short of|but))|nobody|no one|none|neither|nor|hardly|isn['’]t|aren['’]t|wasn['’]t|myth|so-called|(?:calls|called|calling|(?<=[\w’'] )call)\s+(?:it|them|this|its?\s\w{1,20}|the\s\w{1,20}|\w{1,20})|(?:billed|marketed|touted|advertised|sold|described|promoted|hailed)\s+(?:\w{1,20}\s)?as|claims?\s+(?:to be|it is|that it is)|supposedly|allegedly|once thought)(?:\s+[\w’'-]{1,20}){0,3}\s*["“‘]?$/i;
const DENIED_AFTER = /^\s+(?:\w{1,20}\s+){0,2}(?:do(?:es)? not exist|don['’]t exist|doesn['’]t exist|is a myth|are a myth|would be)\b/i;

/** "Observers call it …": with nobody in particular behind it, and no quotation marks, the words are the writer's own. */
const SAID_BY_ANYONE =
  /\b(?:observers|experts|specialists|critics|commentators|insiders|pundits|some|many|others|people|everyone|everybody)\s+(?:(?:already|now|even|have|in the (?:trade|industry|business))\s+){0,2}(?:call|are calling|called|speak of|spoke of)\s+(?:it|this|that|them|the\s\w{1,20})\s+(?:an?|the)\s+$/i;

let trie: WordTrie<Hype[]> | undefined;

/** Hype in `text` between two offsets; spans are offsets into `text`. Linear in the length. */
export function hypeIn(
  text: string,
  from = 0,
  to = text.length,
): readonly { readonly start: number; readonly end: number; readonly hype: Hype }[] {
  trie ??= makeTrie();
  const found = trie.find(text, from, to).flatMap(({ start, end, value }) => {
    const before = text.slice(Math.max(from, start - 80), start);
    const after = text.slice(end, Math.min(to, end + 80));
    if ((NOT_MEANT.test(before) && !SAID_BY_ANYONE.test(before)) || DENIED_AFTER.test(after)) return [];
    for (const hype of value) {
      const follows = hype.after?.exec(after);
      if ((hype.after && !follows) || (hype.before && !hype.before.test(before))) continue;
      if (hype.unless && (hype.unless.test(before) || hype.unless.test(after.slice(0, 20)))) continue;
      return [{ start, end: end + (hype.reaches ? (follows?.[0].length ?? 0) : 0), hype }];
    }
    return [];
  });
  // "the most diabolical masterminds of cyberspace" is one phrase of hype, though a part of it is one by itself.
  return found.filter(one => !found.some(other => other !== one && other.start <= one.start && one.end <= other.end));
}

function makeTrie(): WordTrie<Hype[]> {
  const made = new WordTrie<Hype[]>();
  for (const hype of HYPE) for (const words of hype.phrases) made.add(words, []).push(hype);
  return made;
}
