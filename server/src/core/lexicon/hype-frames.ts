// Owns: hype that is made of two parts: an image of disaster, a strong word or a superlative, and a noun of the trade.
// Must not know: rules, documents, quotations, single phrases (hype.ts).
import { type Phrase, phrase } from '../text/phrases.ts';

/** A phrase of hype. */
export interface Hype {
  /** Phrase with its spellings; case, hyphens and spaces do not matter. */
  readonly phrases: readonly string[];
  /** Why it misleads, as the second half of a sentence after "because". */
  readonly because: Phrase;
  /** What to write instead: an empty string where the word can simply go; absent where the sentence has to be written anew. */
  readonly instead?: string;
  /** What must stand after or before it for it to be hype: for words with a sober meaning, too. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Whether what stands after it belongs to it. */
  readonly reaches?: true;
  /** Context in which it is no hype. */
  readonly unless?: RegExp;
}

const REALMS = [
  'cyber',
  'digital',
  'electronic',
  'online',
  'virtual',
  'computer',
  'internet',
  'data',
  'software',
  'IT',
  'information',
  'privacy',
  'hacker',
  'tech',
];
/** Disasters and arms: with the name of a trade in front or behind they are images. */
const CATASTROPHES = [
  ...['apocalypse', 'armageddon', 'doomsday', 'Chernobyl', 'Fukushima', 'Hiroshima', 'Katrina', 'Titanic'],
  ...['tsunami', 'earthquake', 'hurricane', 'holocaust', 'plague', 'Black Death', 'inferno'],
  ...['bomb', 'bombshell', 'nuke', 'nuclear bomb', 'atom bomb', 'atomic bomb', 'hydrogen bomb', 'time bomb', 'nuclear option', 'warhead'],
  ...['weapon of mass destruction', 'blitzkrieg', 'D-Day', 'World War III', 'third world war', 'massacre', 'bloodbath', 'genocide'],
  ...['cataclysm', 'extinction event', 'end times', 'judgment day', 'judgement day', 'day of reckoning', 'wild west', 'perfect storm'],
];
/** What such an image is said to befall. */
const DOMAINS =
  'privacy|security|cybersecurity|cyber ?security|data(?: protection)?|software|internet|web|networks?|cloud|encryption|passwords?|cryptography|IT|open source|banking|computers?|computing|cyberspace|cyber|hacking|crypto|ransomware|smartphones?|browsers?|infrastructure';
/** Nouns of the trade that such words are put before. */
const INCIDENTS =
  'hacks?|leaks?|breach(?:es)?|data (?:leaks?|breach(?:es)?|thefts?)|attacks?|cyber-?attacks?|cyber attacks?|malware|virus(?:es)?|worms?|trojans?|ransomware|spyware|zero-days?|exploits?|vulnerabilit(?:y|ies)|flaws?|bugs?|holes?|hacking|botnets?|cyber ?weapons?|scripts?|programs?|tools?|implants?|backdoors?|wipers?|scams?|frauds?|heists?|intrusions?|mega-?(?:leak|breach|hack)s?|phishing|outages?|code';
const SUPERLATIVES = [
  ...['sophisticated', 'dangerous', 'terrifying', 'frightening', 'devastating', 'destructive', 'feared', 'notorious'],
  ...[
    'ruthless',
    'evil',
    'insidious',
    'ingenious',
    'brilliant',
    'brutal',
    'vicious',
    'deadly',
    'lethal',
    'spectacular',
    'shocking',
    'audacious',
  ],
  ...['elegant', 'infamous', 'invasive', 'elusive', 'cunning', 'aggressive', 'elaborate'],
];
/** Narrowed to what somebody has seen. */
const QUALIFIED = /\b(?:one of|among|some of|not|no|perhaps|arguably)\b[^.;]{0,30}$|\b(?:second|third)[ -]$/i;

/** To add one, copy an entry, or add a word to a list. */
export const HYPE_FRAMES: readonly Hype[] = [
  {
    phrases: [
      'cybergeddon',
      'cyber-geddon',
      'cyberpocalypse',
      'hackpocalypse',
      'hackageddon',
      'cyberpandemic',
      'cyber pandemic',
      'digital pandemic',
      'super virus',
      'supervirus',
      'cyber weapon of mass destruction',
      ...REALMS.flatMap(realm => CATASTROPHES.map(word => `${realm} ${word}`)),
    ],
    because: phrase`it says how loud to be afraid and not what happened`,
    // "a digital Holocaust museum", "the computer earthquake model": the thing itself is meant.
    after:
      /^(?!s?[\s-]+(?:squads?|disposal|museums?|archives?|memorials?|exhibitions?|denial|deniers?|models?|simulations?|simulators?|warnings?|videos?|footage|survivors?|victims?|education|projects?|CTF|challenge|ships?)\b)/i,
  },
  {
    phrases: [...CATASTROPHES, 'ground zero', 'Pearl Harbor', '9/11'],
    because: phrase`it says how loud to be afraid and not what happened`,
    after: new RegExp(
      `^\\s+(?:for|of|in)\\s+(?:the\\s+|our\\s+|all\\s+|online\\s+|digital\\s+|personal\\s+|national\\s+)?(?:${DOMAINS})\\b(?![\\s-]+(?:reasons?|grounds|purposes|checks?|guards?|forces?|council|services?|terms|sales|figures|shares|stocks|prices|conference|games?)\\b)`,
      'i',
    ),
    unless: /\b(?:film|movie|novel|book|band|album|project|operation|codename|called|named|river|sea)\s*$/i,
  },
  {
    // "the Stuxnet of the belfries": a name of terror lent to a small thing.
    phrases: [
      ...[
        'Chernobyl',
        'Fukushima',
        'Hiroshima',
        'Titanic',
        'Hindenburg',
        'Pearl Harbor',
        'Pearl Harbour',
        '9/11',
        'Black Death',
        'Stuxnet',
        'WannaCry',
      ],
      ...[
        'Armageddon',
        'apocalypse',
        'nuclear bomb',
        'atom bomb',
        'atomic bomb',
        'hydrogen bomb',
        'nuclear weapon',
        'wild west',
        'blitzkrieg',
      ],
      ...['weapon of mass destruction', 'ticking bomb', 'time bomb', 'killing fields', 'Hannibal Lecter', 'Al Capone', 'Jack the Ripper'],
    ],
    because: phrase`it says how loud to be afraid and not what happened`,
    before: /\b(?:the|a|an|another)\s+$/i,
    reaches: true,
    after:
      /^\s+(?:of|for)\s+(?:the\s+|our\s+|all\s+)?(?!the\b|our\b|all\b|which\b|that\b|its\b|his\b|her\b|their\b|countr|state|regime|arm(?:y|ed)|air force|navy|military|government|sale\b|auction|year|reasons?\b|ever\b)\p{Ll}{3,20}/u,
    unless: /\b(?:film|movie|novel|book|band|album|exhibition|museum|analys\w{1,3}|code|sinking|wreck|story|history)\b[^.;]{0,20}$/i,
  },
  {
    phrases: ['Orwellian', 'dystopian', 'Big Brother-style', 'Kafkaesque', 'Terminator-style', 'Skynet-style', 'Black Mirror-style'],
    because: phrase`it tells readers what to feel in place of what happened`,
    instead: '',
    after: new RegExp(
      `^\\s+(?:[\\w-]{1,20}\\s+)?(?:nightmares?|surveillance|apps?|cameras?|systems?|schemes?|tools?|software|phones?|devices?|databases?|networks?|technolog(?:y|ies)|future|${INCIDENTS})\\b`,
      'i',
    ),
    unless: /\b(?:not|no|hardly|less|most|more|as|called|calls)\s*$/i,
  },
  {
    phrases: [
      'security',
      'privacy',
      'cybersecurity',
      'cyber',
      'data protection',
      'digital',
      'hacking',
      'surveillance',
      'ransomware',
    ].flatMap(realm =>
      ['nightmare', 'nightmares', 'horror', 'horror show', 'hell', 'carnage', 'dystopia', 'Orwellian nightmare'].map(
        word => `${realm} ${word}`,
      ),
    ),
    because: phrase`it tells readers what to feel in place of what happened`,
  },
  {
    phrases: ['mega', 'monster', 'giga', 'killer', 'blockbuster', 'horror'].flatMap(size =>
      [
        'hack',
        'hacks',
        'leak',
        'leaks',
        'breach',
        'breaches',
        'malware',
        'worm',
        'trojan',
        'botnet',
        'exploit',
        'attack',
        'attacks',
        'scam',
      ].map(noun => `${size}-${noun}`),
    ),
    because: phrase`it gives a size without a number`,
    before: /(?:\s|^|["“‘(])$/,
  },
  {
    phrases: ['mother of all'],
    because: phrase`it gives a size without a number`,
    reaches: true,
    after: new RegExp(`^\\s+(?:[\\w-]{1,20}\\s+){0,2}(?:${INCIDENTS})\\b`, 'i'),
  },
  {
    phrases: SUPERLATIVES.map(word => `most ${word}`).concat('deadliest', 'scariest', 'nastiest', 'meanest'),
    because: phrase`nobody has counted all the others`,
    reaches: true,
    after: new RegExp(
      `^\\s+(?:[\\w-]{1,20}\\s+){0,2}(?:${INCIDENTS})\\s+(?:(?:that |which )?(?:has |have |was |had )?(?:ever|in history|of all time|in the world|on the planet|on earth|in existence|known to (?:man|us)|of our time|of the (?:year|decade|century)|the world has)\\b)`,
      'i',
    ),
    unless: QUALIFIED,
  },
  {
    phrases: SUPERLATIVES.flatMap(word => [`world's most ${word}`, `planet's most ${word}`, `internet's most ${word}`]),
    because: phrase`nobody has counted all the others`,
    reaches: true,
    after: new RegExp(`^\\s+(?:[\\w-]{1,20}\\s+){0,2}(?:${INCIDENTS})\\b`, 'i'),
    unless: QUALIFIED,
  },
  {
    phrases: [
      'terrifying',
      'horrifying',
      'jaw-dropping',
      'mind-blowing',
      'nightmarish',
      'apocalyptic',
      'devastating',
      'catastrophic',
      'diabolical',
      'fiendish',
      'ingenious',
      'crippling',
      'chilling',
      'spine-chilling',
      'hair-raising',
      'blood-curdling',
      'monstrous',
      'sinister',
      'insidious',
      'shocking',
      'sensational',
      'spectacular',
      'gargantuan',
      'breathtaking',
      'earth-shattering',
      'earth-shaking',
      'bone-chilling',
      'cataclysmic',
      'doomsday',
      'nightmare',
      'Hollywood-style',
      'James Bond-style',
      'super-sophisticated',
      'ultra-sophisticated',
      'highly sophisticated',
      'extremely sophisticated',
      'hyper-sophisticated',
      'unstoppable',
      'undetectable',
      'unprecedented',
    ],
    because: phrase`it tells readers what to feel in place of what happened`,
    instead: '',
    after: new RegExp(
      `^[\\s-]+(?:(?:new|cyber|global|ransomware|computer|data|security|digital|spy|hacker|phishing|mega|wave of|series of)[\\s-]+){0,2}(?:${INCIDENTS}|hackers?|attackers?|group|gang|campaigns?|operations?)\\b`,
      'i',
    ),
    unless: /\b(?:not|no|hardly|less|most|more|as|potentially|nearly)\s*$/i,
  },
];
