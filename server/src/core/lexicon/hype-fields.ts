// Owns: images of disaster, war, plague, monsters and film that are lent to matters of computers, by field, with frames that tell an image from the thing itself.
// Must not know: rules, documents, quotations; words of sales (hype.ts), nouns of the trade with strong words (hype-frames.ts).
import { phrase } from '../text/phrases.ts';
import type { Hype } from './hype-frames.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Of nature and accident: with a noun of life in offices behind it, an image. */
const DISASTERS = words(
  'tsunami, tidal wave, earthquake, seaquake, avalanche, hurricane, tornado, cyclone, volcano, meltdown, nuclear meltdown, firestorm, inferno, apocalypse, Armageddon, doomsday, cataclysm, deluge, black hole, perfect storm, Chernobyl, Fukushima, Hindenburg, Titanic, extinction event, meteor strike, supernova, maelstrom',
);
const WAR = words(
  'nuclear option, nuclear bomb, atom bomb, atomic bomb, hydrogen bomb, neutron bomb, nuclear strike, nuclear war, nuke, weapon of mass destruction, weapons of mass destruction, doomsday machine, doomsday weapon, superweapon, super-weapon, super weapon, wonder weapon, miracle weapon, ultimate weapon, blitzkrieg, Pearl Harbor, Pearl Harbour, D-Day, Waterloo, Stalingrad, bloodbath, massacre, carnage, killing field, killing fields, scorched earth, death star, guided missile, cruise missile, torpedo, hand grenade, Molotov cocktail, machine gun, landmine, minefield, powder keg, ticking bomb, time bomb, timebomb, Kalashnikov',
);
const PLAGUES = words(
  'plague, Black Death, pandemic, cancer, leprosy, Ebola, zombie plague, zombie apocalypse, bubonic plague, cholera, smallpox',
);
const MONSTERS = words(
  "monster, Frankenstein, Frankenstein's monster, Godzilla, King Kong, hydra, kraken, leviathan, behemoth, vampire, Dracula, beast, demon, devil, Satan, Moloch, juggernaut, bogeyman, boogeyman, dragon, Grim Reaper, grim reaper, Terminator, Darth Vader, Voldemort, Dr Evil, Hannibal Lecter, Jack the Ripper, Al Capone, Genghis Khan, Attila, kiss of death, angel of death",
);
const CATASTROPHE = phrase`it says how loud to be afraid and not what happened`;
const FILM = phrase`it tells of a film and not of what they did`;
const FEELING = phrase`it tells readers what to feel in place of what happened`;
const UNCOUNTED = phrase`nobody has counted all the others`;

/** What images of the strongest kind are lent to, whatever the field: things that no wave and no bomb reaches. */
const ABSTRACT =
  'privacy|security|trust|fraud|data|passwords?|identit(?:y|ies)|encryption|secrecy|confidence|truth|democracy|politics|banking|payments?|commerce|market|markets|finance|insurance|law|treat(?:y|ies)|contracts?|bills?|news|journalism|press|media|software|internet|web|networks?|clouds?|crypto|phones?|smartphones?|apps?|browsers?|routers?|servers?|computers?|mail|e-?mail|inbox(?:es)?|mailbox(?:es)?|spam|scams?|hack(?:s|ing)?|leaks?|breach(?:es)?|malware|viruses|ransomware|spyware|phishing|surveillance|cameras?|sensors?|devices?|firmware|code|bugs?|flaws?|updates?|patches|logins?|accounts?|requests|complaints|claims|calls|messages|cookies|ads?|advertising|offices?|IT|archives?|libraries|schools?|classrooms?|bedrooms?|kitchens?|nurser(?:y|ies)|trade|retail|logistics|navigation|shipping|accounting|payroll|bookkeeping|voting|elections?|research|science|medicine|care|reputations?|copyright|bureaucracy|lies|rumours|disinformation|automation|machinery|keys?|locks?|cards?|badges|certificates|signatures|standards?|protocols?|negotiations?|talks|diplomacy|rights|freedoms?';

/** "a tsunami of spam", "the nuclear option of market fraud", "a bomb under the treaty"; a fire in an archive is a fire. */
const LENT = new RegExp(
  `^s?[”"’]?\\s+(?:of\\s+(?:(?:the|our|all|its|their|every|this|any)\\s+)?(?:[\\w-]{3,14}\\s+)?(?:${ABSTRACT})|under\\s+(?:the|our|every|this)\\s+(?:[\\w-]{3,14}\\s+)?(?:treat(?:y|ies)|laws?|contracts?|bills?|democracy|trust|privacy|markets?|elections?|banking|internet|rights))\\b(?![\\s-]+(?:rooms?|halls?|racks?|buildings?|reasons?|grounds|warnings?|cent(?:re|er)s?))`,
  'i',
);
/** What nature does is meant as it is said. */
const WEATHER =
  '\\b(?:storm|flood|wind|fire|hurricane|tornado|cyclone|typhoon|earthquake|tsunami|blizzard|avalanche|volcano|drought|rain|snow|hail|gale|wave)s?\\b[^.;]{0,60}$';
const OWN_MAKING = /^s?\s+of\s+(?:its|his|her|their|the (?:bank|firm|company|ministry|maker|vendor)['’]s)\s+own\s+(?:making|doing)\b/i;
/** The thing itself, or its name for something else. */
const LITERAL =
  /\b(?:film|movie|novel|book|band|album|song|game|project|operation|codename|called|named|ship|real|actual|natural|the day of the|since the|after the|during the|before the)\s*$/i;

/** Said of people: who they are in a film. */
const VILLAINS =
  'masterminds?|villains?|super-?villains?|arch-?villains?|genius(?:es)?|minds|brains|wizards?|sorcerers|magicians|ninjas?|phantoms?|ghosts|gangsters|crooks|criminals|hackers?|attackers?|thieves|fraudsters|gangs?|crews?|groups?|spies|blackmailers|extortionists|intruders|adversar(?:y|ies)|minds';
const CUNNING = words(
  'diabolical, fiendish, wicked, sinister, devious, cunning, brilliant, ruthless, evil, dangerous, feared, fearsome, notorious, sophisticated, elusive, ingenious, audacious, daring, brazen, merciless, vicious, cold-blooded, gifted, talented, skilled, infamous, powerful, lethal, deadly, terrifying, frightening, insidious, malicious, depraved, shadowy, mysterious',
);
const SUPERLATIVES = [
  ...CUNNING.map(word => `most ${word}`),
  ...words(
    'cleverest, smartest, craftiest, wiliest, slickest, shrewdest, deadliest, scariest, nastiest, meanest, boldest, sneakiest, darkest',
  ),
];

/** To add one, add a word to its field, or a frame that tells the image from the thing. */
export const HYPE_FIELDS: readonly Hype[] = [
  { phrases: [...DISASTERS, ...WAR, ...PLAGUES, ...MONSTERS], because: CATASTROPHE, reaches: true, after: LENT, unless: LITERAL },
  { phrases: [...DISASTERS, ...WAR, ...PLAGUES], because: CATASTROPHE, reaches: true, after: OWN_MAKING },
  {
    // Nobody builds one: whatever is called so is something else.
    phrases: words(
      'superweapon, super-weapon, super weapon, superweapons, super-weapons, doomsday machine, doomsday weapon, doomsday device, death ray, wonder weapon, miracle weapon, cyber superweapon, digital superweapon, cyber doomsday, killing machine, killer machine, silent assassin, digital assassin, digital assassins, invisible assassin, digital poison, digital dynamite, digital napalm, digital grenade, digital hand grenade, digital missile, cyber missile, cyber bomb, cyber bombs, logic nuke, digital nuke, digital demon, digital devil, digital monster, cyber monster, digital Frankenstein, digital hydra, digital vampire, digital plague, cyber plague, digital cancer, digital Ebola, digital zombie apocalypse, digital meltdown, cyber meltdown, digital avalanche, cyber avalanche, digital tornado, cyber hurricane, digital inferno, cyber inferno, digital firestorm, data firestorm, digital bloodbath, digital massacre, digital minefield, digital battlefield, cyber battlefield, digital trench warfare, digital scorched earth, digital black hole',
    ),
    because: CATASTROPHE,
    unless: /\b(?:film|movie|novel|book|band|album|song|game|codename|called|named)\s*$/i,
  },
  {
    phrases: SUPERLATIVES,
    because: UNCOUNTED,
    reaches: true,
    after: new RegExp(
      `^\\s+(?:[\\w-]{1,20}\\s+){0,2}?(?:(?:masterminds?|super-?villains?|arch-?villains?|villains?|wizards?|ninjas?|genius(?:es)?)\\b(?:\\s+(?:of|in|on)\\s+(?:the\\s+)?[\\w-]{1,20})?|(?:${VILLAINS})\\s+(?:of (?:cyberspace|the (?:internet|web|net|digital age|planet|world|age|century|decade)|our (?:time|age)|all time)|in (?:the (?:world|business|trade|game)|history|cyberspace|existence|the history)|on (?:the (?:planet|internet|web|dark web)|earth)|(?:the world has )?ever|alive)\\b)`,
      'i',
    ),
    unless: /\b(?:one of|among|some of|not|no|perhaps|arguably)\b[^.;]{0,30}$/i,
  },
  {
    phrases: words(
      'masterminds of cyberspace, master of cyberspace, masters of cyberspace, wizards of cyberspace, lords of cyberspace, lords of the dark web, kings of the dark web, wizards of the dark web, godfather of ransomware, godfathers of ransomware, godfather of hacking, godfather of cybercrime, kingpin of ransomware, kingpins of cybercrime, puppet masters of the internet, criminal genius, criminal geniuses, criminal mastermind, criminal masterminds, evil mastermind, evil masterminds, hacking mastermind, hacking masterminds, cyber wizard, cyber wizards, computer wizard, hacker wizards, hacking wizard, supervillain, supervillains, super-villain, super-villains, arch-villain, arch-villains, cyber villain, cyber villains, cyber mafia, cyber-mafia, digital mafia, hacker army, army of hackers, cyber army of hackers, digital bandits, cyber bandits, cyber pirates, digital pirates, cyber demons, cyber vampires, cyber gangsters, cyber thugs, keyboard assassins, dark lords of, Bond villain, Bond villains, James Bond villain, cyber phantom, cyber phantoms, digital phantom, digital phantoms, digital ghosts, hackers from hell, malware from hell, worm from hell, virus from hell, scam from hell, bug from hell, hack from hell',
    ),
    because: FILM,
    unless: /\b(?:film|movie|novel|book|band|game|series|called|named)\s*$/i,
  },
  {
    phrases: words(
      'unleashed hell, unleash hell, unleashes hell, unleashing hell, unleashed havoc, unleash havoc, unleashed chaos, unleash chaos, unleashed mayhem, wreaked havoc, wreaks havoc, wreak havoc, wreaking havoc, all hell broke loose, all hell broke lose, sent shock waves through, sent shockwaves through, sends shockwaves through, shook to its core, shaken to its core, shaken to their core, shook to its foundations, shaken to its foundations, laid waste to, lays waste to, death knell for, death blow to, deals a death blow, final nail in the coffin, spells the end of, the end of privacy, the end of the internet, the end of passwords as we know, the end of the world as we know it, as we know it is over, the sky is falling, abyss of, brink of the abyss, edge of the abyss, a new dark age, digital dark age, digital stone age, back to the stone age, dance on the volcano, dancing on a volcano, opened the gates of hell, opens the gates of hell, gates of hell, highway to hell, road to ruin, worst fears come true, worst nightmare come true',
    ),
    because: FEELING,
    unless: new RegExp(`\\b(?:no|not|never|without|film|song|album)\\s*$|${WEATHER}`, 'i'),
  },
  {
    phrases: words(
      "no one is safe, nobody is safe, no-one is safe, nothing is safe any more, nothing is safe anymore, nobody is safe any more, nobody is safe anymore, no one is safe anymore, nowhere is safe, nowhere to hide, no way to stop it, nothing can stop it, nothing can stop them, nobody can stop them, nobody can stop it, we are all doomed, we are doomed, resistance is futile, game over for, every parent's worst nightmare, every company's worst nightmare, every bank's worst nightmare, every administrator's worst nightmare, every CISO's worst nightmare, every doctor's worst nightmare, every journalist's worst nightmare, not a question of if but when, not a question of if but of when, not if but when, a question not of if but of when, not a matter of if but when, not a matter of if but of when",
    ),
    because: FEELING,
    unless: /\b(?:fear(?:s|ed)? that|if|whether|as if|believe(?:s|d)? that|hardly)\s*$/i,
  },
  {
    phrases: ['to its knees', 'to their knees'],
    because: FEELING,
    before: /\b(?:br(?:ings?|inging|ought)|forc(?:es?|ed|ing))\b[^.;]{0,50}$/i,
    unless: new RegExp(WEATHER, 'i'),
  },
  {
    // A door or a lock may be said to be strong, and no card, chip or app is beyond all attack.
    phrases: words('uncrackable, unbreakable, impenetrable, unassailable, uncopyable, unforgeable, unclonable, unspoofable'),
    because: phrase`no protection holds against everyone for ever`,
    instead: '',
    after:
      /^[”"’]?\s+(?:(?:new|newest|next|latest|digital|smart|little|yellow|[\w-]{1,12})\s+){0,2}?(?:cards?|chips?|keys?|fobs?|tokens?|badges?|tags?|codes?|PINs?|certificates?|signatures?|ID|IDs|passports?|wallets?|locks?|seals?|readers?|terminals?|meters?|registers?|ballots?|machines?|buoys?|sensors?|modems?|gateways?|radios?|lines?|hotlines?|links?|channels?|ledgers?|archives?|files?|disks?|drives?|tablets?|watches|cameras?|drones?|toys?|cars?|routers?|printers?|clouds?|watermarks?|tickets?|phones?)\b/i,
    unless: /\b(?:no|not|never|hardly|so-called|supposedly|allegedly)\b[^.;]{0,20}$/i,
  },
  {
    phrases: words('cyberwar, cyber war, cyber-war, cyber warfare, cyberwarfare'),
    because: phrase`hardly any incident reaches the force of war`,
    reaches: true,
    after:
      /^\s+(?:in|over|around|at|behind)\s+(?:the|a|an|our|its)\s+(?!world\b|region|country|age\b|future|century|past|years?\b|international|modern|law\b|next|21st|air\b|sense|book|real|Middle|East|Baltic|Ukraine|Gulf|wake\b|face\b|light\b)\p{Ll}{3,20}/u,
    unless: /\b(?:law of|laws of|not|no|so-called|book|novel|centre|center|manual|unit|threshold|on|of|about)\b[^.;]{0,20}$/i,
  },
];
