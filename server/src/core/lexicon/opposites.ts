// Owns: words that say the opposite of one another, and words for harm and for having come through.
// Must not know: how sentences are compared.

import { lazy } from '../text/lazy.ts';
import { stem } from '../text/words.ts';
import { baseStem } from './paraphrases.ts';

/** Two sides of one matter each; what the one side says cannot be so where the other is said of the same thing. */
const PAIRS = `rise increase grow climb jump surge | fall decrease decline drop shrink plunge sink
approve accept adopt ratify endorse | reject refuse veto oppose
open reopen | close shut
win | lose
allow permit legalise legalize | ban forbid prohibit outlaw
acquit exonerate | convict
guilty | innocent
legal lawful | illegal unlawful
online | offline
include | exclude
encrypted | unencrypted
raise | lower
higher | lower
highest | lowest
largest biggest | smallest
longest | shortest
best | worst
above | below
maximum | minimum
upper | lower
recommended | required
strengthen | weaken
lengthen extend prolong | shorten
alive | dead
present | absent
majority | minority
possible | impossible
voluntary | compulsory mandatory
reliable | unreliable
successful | unsuccessful
available | unavailable
known | unknown
internal | external
permanent | temporary
free | chargeable
vulnerable | immune
support back favour favor endorse welcome | oppose resist reject condemn
admit acknowledge concede | deny
join | leave quit
buy purchase | sell
hire appoint recruit | dismiss fire sack
begin start launch resume | stop end cease halt suspend
uphold | overturn quash annul
victory | defeat
profit | loss
gain | lose
agree | disagree
true | false
public | private
early | late
north northern | south southern
east eastern | west western
safe | unsafe dangerous
accept | decline reject refuse
keep retain | delete destroy discard drop
enable activate | disable deactivate
connect | disconnect
lock | unlock
arrive | depart
attack | defend
visible | invisible hidden
manual manually | automatic automatically
local locally | remote remotely
full | empty
new | old
first | last
before | after
married | divorced single
wide | narrow
pass | fail
confirm | deny refute
grant | deny refuse
release free | detain arrest
add | remove
publish disclose | withhold conceal
clear precise | vague unclear
busy | quiet
unanimous unanimously | divided`;

const opposites = lazy(() => {
  const all = new Map<string, ReadonlySet<string>>();
  for (const line of PAIRS.split('\n')) {
    const [left = [], right = []] = line.split('|').map(side => side.trim().split(/\s+/).map(keyOf));
    for (const word of left) all.set(word, new Set([...(all.get(word) ?? []), ...right]));
    for (const word of right) all.set(word, new Set([...(all.get(word) ?? []), ...left]));
  }
  return all;
});

const keysOf = (words: string): (() => ReadonlySet<string>) => lazy(() => new Set(words.split(/\s+/).map(keyOf)));

const harmed = keysOf(
  'lost destroyed damaged encrypted stolen wiped deleted ruined compromised leaked hit affected harmed burned burnt erased corrupted breached infected taken copied exposed accessed knocked crippled disrupted paralysed paralyzed',
);
/** Words that can tell of harm as well, where a sentence counts something in with others. */
const harmedToo = keysOf(
  `tampered manipulated altered changed disturbed broken hacked attacked penetrated infiltrated intruded entered reached opened scrambled locked overwritten
  vandalised vandalized defaced sabotaged downed crashed failed jammed injured hurt wounded killed robbed looted plundered concerned touched impacted risk
  danger endangered vulnerable`,
);
/** Harm in general: who was not affected was not robbed either. */
const anyHarm = keysOf('affected harmed touched damaged hit concerned impacted involved');
const unharmed = keysOf('survived survive unaffected unharmed untouched undamaged intact unscathed spared saved escaped safe');
/** Words that can tell the same, where a sentence counts something in with others. */
const unharmedToo = keysOf('fine unhurt uninjured unchanged unimpaired working');

/** Things that are spoken of by one part or another: "the payroll records", "the payroll system". */
const generic = keysOf(
  'system systems data record records file files database server servers service network information document documents department',
);

function keyOf(word: string): string {
  return baseStem(word, stem(word));
}

/** Whether two keyed words say the opposite. */
export function areOpposite(a: string, b: string): boolean {
  return opposites().get(a)?.has(b) === true || (harmed().has(a) && unharmed().has(b)) || (unharmed().has(a) && harmed().has(b));
}

/** Whether `said` cannot be so where `denied` is denied of the same thing: "lost" where it was "not affected". */
export function isRuledOutBy(said: string, denied: string): boolean {
  return said !== denied && harmed().has(said) && anyHarm().has(denied);
}

/** Whether a keyed word has an opposite at all, or can rule something out or be ruled out. */
export function hasContrary(key: string): boolean {
  return opposites().has(key) || harmed().has(key) || unharmed().has(key) || anyHarm().has(key);
}

/** Whether a keyed word can say that harm was done. */
export function isHarm(key: string): boolean {
  return harmed().has(key) || anyHarm().has(key) || harmedToo().has(key);
}

/** Whether a keyed word can say that something came through unharmed. */
export function isUnharmed(key: string): boolean {
  return unharmed().has(key) || unharmedToo().has(key);
}

/** Whether a keyed word stands for any harm: "touched", "affected". */
export function isAnyHarm(key: string): boolean {
  return anyHarm().has(key);
}

/** A keyed word that names a thing by a part that could be any other. */
export function isGenericPart(key: string): boolean {
  return generic().has(key);
}

/** Two of a kind: what the one is, the other need not be not. */
const contrasts = keysOf(
  `new old first last before after early late north northern south southern east eastern west western public private internal external
  wide narrow local locally remote remotely full empty present absent manual automatic majority minority begin start launch resume stop end
  open close shut known unknown win lose`,
);

/** Whether a word is one of two of a kind: "north", "first". */
export function isContrast(key: string): boolean {
  return contrasts().has(key);
}
