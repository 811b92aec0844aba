// Owns: which names of actors, malware and tools are ordinary words too.
// Must not know: the tables that the names come from, sentences.
import { NAMES_IN_CAPITALS, ORDINARY_NAMES } from './stop-list.generated.ts';

let ordinary: ReadonlySet<string> | undefined;

/** Whether a name is also an ordinary word or phrase, so that the context must say that the name is meant. Case does not matter. */
export function isOrdinaryName(text: string): boolean {
  ordinary ??= new Set([...ORDINARY_NAMES.split('\n'), ...WORDS.trim().split(/\s+/)]);
  return ordinary.has(nameKey(text));
}

/** English words, figures of myth and fiction, elements, towns, people and firms among the names; written for this project. */
const WORDS = `
abaddon acronym actinium adonis agent akira alien amba amnesia amoeba amos anchor andromeda angel ank annabelle anonymous anubis apocalypse apollo apostle appetite arceus archie archivist ares argus armada armage armageddon ashen assassin astrum athena atlas atmos atom aura avalanche avenger axiom azazel babylon badnews ballista banshee bart basin bazar beacon beagle beast bee bella bellhop bert beta bidon bifrost bingo biscuit bismuth bitter blackfile blackhole blackout blackwater blackwood blind blister blitz blizzard blocky blooper bluelight bluesky boombox boron borr bottle bowser brain brazilian brick bromine brunhilda buckeye bud bumblebee bunny burnbook butterfly cacao cactus calcium calendar caligula calypso caminho cannon canopy cardinal castle castletap centaur cerberus cerebrus cerium certutil chaperone chapro charger charon cheers chihuahua chimera chisel chlorine chopstick chrysalis cicada circles citadel classic clay cleaver cleanup clipper cloak clop cloud clouded cobalt colony colossus combine condi connic copper cordyceps coronavirus cosmos covenant coverton cowboy crash creeper creepy cricket crimson crosswalk crossrider crutch crypt curium curator cutlet cyclone cyclops daggerfly dante dash deadwood defender defray deimos demo denis desolated destroyer devman dexter dharma diamond disco dishwasher divergent dodger dogfish domino donut dorf dragonfly drifter driftwood dubnium dusk dustman dustpan elderwood elevator elfin elmer emissary empire empyrean encrypt endurance enigma entropy epic epsilon equinox erebus eris eruption eternal eternity euclid euphoria europium everest evolution excalibur exchanger exorcist explosive extractor eyeglass fabric facade fallout falcon fantom fargo felipe fenrir fenix ferocious fiesta fireball flame flamer flamingo flipside floodor fog forbidden forma foxy frag freezing frog fury fusion gallium gauss gazprom genesis geneve ghost gibberish glasses glimpse gladius glutton godfather goldeneye golem goofy gopher gorgon gorilla grabber granite graphite graphon gravity grayling gremlin grep grief grinch groove grunt guardian guerrilla hades hafnium halo handala hangman happywork harpy hassium hawk hawkeye hawking haymaker haze heimdall helium hellfire herbalist hermes hermit hermetic hexane hidden hildegard hippo hitler hive holmium honeybee hoplight horde horizon hornbill horus hotwax houdini hunter hydra hyena icarus icebeat ifconfig iloveyou inception incubator indra indrik inferno infinity inception iodine iridium iris jackal janeleiro jaguar jester jigsaw joao joker judy jupiter jupyter kaba kali kami kappa karma karst katana katrina katyusha kevin keyhole keypass kido kingdom kirov kitsune knight knot kraken krypton kyber landfall landmark lamer lambda latinus legion leviathan lexus lick ligma lilith lime linux lobshot lockout locus logtu logcabin lojack loki lookback lorenz lotus loup lucifer lucy luna lumar lurid lurk lyceum lynx machete mafia magala maggie magician magnesium mailto mamba mandrake manganese mango manifestus mantis maple mariposa mask mata matrix maze mcafee medusa mega meister melt mercury meow merlin meteor micro midas mimic minibus minion minotaur mint mirage mischa mist moker mole moment momentum monsoon monument monte moose mordor morphine morpheus morpho mosquito moth mozart mozi mummy mutant mystic mythic nautilus navigator nebula nebulae necro nemesis neodymium neptun neptunium netcat netsh neuron neutrino nevada newscaster nexus nibiru nickel ninja niobium nitro nomad noname norton nova nuclear nuke obscene ocean octo octopus octavian offence ogre oni orange orangeade orca orchard order ordinal orion orz osiris osmium osno ostap owl oxar oxygen oyster ozone pacemaker pacman paladin pallas pandora pangolin paradise parasite patcher pear pegasus pelmeni penguin pennywise penquin peppy phalcon phantom philadelphia phobos phoenix phosphorus pickaxe pickles pierogi ping pingback pink pioneer pipedream pirate pivy plague planetary platinum play plexor poison polonium polyglot pompous pony popeye poseidon potassium potato predator princess prism prometheus prometei promethium proteus proton proxima puma punisher purge pyramid pyrx quarian quasar quoter rabbit raccoon racoon rad radiation radium raisin rainbow rambo ramp rancor raptor rapture raspite razor reaper redact redshot redtiger relic renamer reptile responder revenant revenge revive rex reynolds rhino rhombus riptide risen rising rocket rogue rose rotor rover royal ruby rubidium ruler sabbath saber sage sakura salsa salt saltwater samurai sandman sarcoma sardonic satan satana saturn satyr sauron scandium scanner scar scarab scavenger scorpion scraper seasalt sepsis serpent shade shadow shark shifu shifter shopper shotput shrug siberia sideshow siesta silence silent silex silon silver skid skimer skimmer skipper skuld skynet slapstick slub slug smackdown smoke snake snatch sneepy snoopy snowball snowlight sodium solo solar sone sora soundwave spaceship spark sparkle sparta spartacus spartan specter spectre sphinx spider splinter spook spora sport spring stampede stampado starman starfraud stealth steam stinger stitch storm stormous storms stowaway stration streamer strider strontium sulphur sunday sunshine sunspot superman supernova supper sweed swift switcher sword symbiote synapse tactic talon tangelo tantalum taurus teardrop teleport tellurium template templar tempest tengu terbium terminator termite textmate thallium thanatos thor thorium tick tilde timmy tiny titan toddler torii tornado tortoise tremor trident trik trinity trip triton troy tsunami turian turkey tycoon umbra umbral umbreon undead unicorn unsafe uppercut ursa ursula validator vampire vanguard vanta vega vendetta venom venomous venus vermin victory vidar viper viagra vortex voyager voyeur vulcan vulture waldo wallet warp warzone weaver whirlpool whisper white winter wizard wolf woody wormhole wraith wolverine xenon yakuza yokai yttrium zen zenith zeppelin zeta zeus zinc zipper zircon zirconium zola zombie zorro
`;

/** Whether a name is an ordinary word when it is written without a capital. */
export function isOrdinaryInLowerCase(text: string): boolean {
  capitals ??= new Set(NAMES_IN_CAPITALS.split('\n'));
  return capitals.has(nameKey(text)) || isOrdinaryName(text);
}

let capitals: ReadonlySet<string> | undefined;

/** Nationalities, months, everyday products, commands of Windows and the like: names in the tables by accident, and none in any context. */
export function isNeverName(text: string): boolean {
  never ??= new Set(NEVER.trim().split(/\s+/));
  return never.has(nameKey(text).replace(/ /g, '_'));
}

let never: ReadonlySet<string> | undefined;

const NEVER = `
russian chinese korean iranian american german french ukrainian israeli turkish indian vietnamese pakistani british european asian arab
january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday christmas
python java javascript powershell windows windows_10 windows_xp linux unix android ios chrome chromium firefox telegram discord twitter facebook google microsoft apple amazon github office word excel outlook net dot_net telnet cmd cmd_exe net_exe netstat schtasks tasklist attrib ping ipconfig systeminfo route arp nslookup whoami explorer autoit teamviewer anydesk alibaba mega
one two three four five six seven eight nine ten first second third new old final global local unknown fake page core desktop the this that it we you who all any other others some such
security virus malware ransomware trojan backdoor payload loader dropper downloader stealer keylogger botnet worm rootkit spyware exploit exploit_kit ransom generic_trojan
`;

/** Letters and digits in lower case; what names are compared by. */
export function nameKey(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
