// Owns: irregular English forms and small groups of words that say nearly the same in news and security prose.
// Must not know: how matches are weighed.

import { lazy } from '../text/lazy.ts';
import { stem } from '../text/words.ts';

/** Irregular forms: base form first. */
const IRREGULAR = `be am is are was were been being|have has had|do does did done|go goes went gone|say said|tell told|give gave given|take took taken
get got gotten|make made|know knew known|think thought|see saw seen|come came|find found|leave left|feel felt|bring brought|begin began begun
keep kept|hold held|write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken|lie lay lain
lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood|draw drew drawn|break broke broken|spend spent
rise rose risen|drive drove driven|buy bought|wear wore worn|choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won
forget forgot forgotten|sell sold|fight fought|teach taught|eat ate eaten|sing sang sung|strike struck stricken|hang hung|shake shook shaken
ride rode ridden|feed fed|shoot shot|drink drank drunk|hide hid hidden|fly flew flown|sleep slept|steal stole stolen|bear bore born borne
swear swore sworn|bind bound|bite bit bitten|blow blew blown|breed bred|dig dug|forbid forbade forbidden|freeze froze frozen|light lit
ring rang rung|shine shone|show shown|sink sank sunk|slide slid|spin spun|spring sprang sprung|swim swam swum|tear tore torn|wake woke woken
weave wove woven|withdraw withdrew withdrawn|man men|woman women|child children|person people|foot feet|tooth teeth|mouse mice|life lives|wife wives
datum data|medium media|crisis crises|analysis analyses|bad worse worst|good better best|become became|undertake undertook undertaken
overcome overcame|mistake mistook mistaken|arise arose arisen|shut|put|cut|set|hit|let|cost|hurt|spread`;

/** Groups of near synonyms; a word may stand in several. One word each. */
const GROUPS = `copy steal exfiltrate take|plug connect attach link|month 30-day|switch turn shut|maker manufacturer vendor producer|firm company business corporation
boss chief head leader director ceo|deputy vice|president head|minister secretary|probe inquiry investigation enquiry examine investigate|begin start commence launch open
end finish conclude close stop cease|buy acquire purchase|sell sale|show reveal indicate demonstrate display|large big huge major|small little minor tiny|fast quick rapid swift
attack assault strike breach intrusion compromise hack|attacker intruder hacker adversary actor|flaw vulnerability bug weakness hole defect|patch fix update correct remedy resolve mend repair
release publish issue post print|report say state announce declare disclose tell note add write|claim say assert allege|deny reject dispute refute|confirm verify corroborate
suspect believe think presume|want seek wish desire ask welcome|request ask demand|help assist aid support|get receive obtain gain acquire|give hand provide grant present donate supply
gift present donation|use employ utilize apply exploit abuse|build construct create make develop design|kill die death dead fatal|injure wound hurt|fire dismiss sack|hire employ recruit appoint name
job post role position|pay payment compensate|money cash fund|rise increase grow climb jump surge gain up|fall decrease decline drop shrink reduce cut lower down|win victory defeat beat
lose defeat|school college university academy|student pupil|teacher professor lecturer|film movie picture|song track single|album record lp|band group|book novel|actor star cast
play perform|show series programme program|game match|team squad side club|goal score|player footballer|born birth|marry wed wife husband spouse|child son daughter kid|father dad|mother mum mom
brother sibling|sister sibling|house home residence|city town|country nation state|area region district zone|road street route highway|car vehicle automobile|plane aircraft jet|ship vessel boat
company employ staff worker personnel employee|customer client user|member colleague|phone telephone call|mail email e-mail message|letter note|talk speak discuss conversation|meet meeting encounter
visit trip travel|return back|leave depart exit quit|join enter|move relocate transfer|stay remain|allow permit let enable|ban prohibit forbid bar block|law rule regulation act statute|court tribunal judge
arrest detain capture|prison jail|police officer cop|army military force troop soldier|war conflict|weapon arm gun|election vote poll|party|government administration cabinet|parliament legislature congress
yearly annual|daily day|weekly week|monthly month|about approximately around roughly nearly almost some|quarter fourth|half|third|dozen twelve|pair two couple both|twice two|once one|first initial
latest recent new|current present now|former previous ex old|later after subsequent|before prior earlier ago previous|during while amid|because due cause reason|so therefore thus
important significant key major|famous known renowned|difficult hard tough|easy simple|different various diverse|whole entire full complete total all|part portion share section piece|many numerous several multiple lot
computer machine host workstation pc laptop|password credential|login authentication sign account|server system|network|malware virus trojan|ransom extortion|data information record file|document file paper|site website page portal
encrypt cipher|leak expose disclose|publish out available|download fetch|install deploy|detect discover find spot identify|see observe notice watch|look view|check test examine inspect|prove proof evidence
try attempt effort|plan intend scheme|expect anticipate forecast|need require must|hold contain keep include have store|own possess belong|live reside|work job operate|found establish create start set form
lead head run manage direct|win award prize|produce produce make|direct director|write author writer|sing singer vocalist|music song|paint painter artist|study research survey analysis|scientist researcher
doctor physician|hospital clinic|illness disease sick|drug medicine medication|food meal|water|animal|tree plant|land ground|sea ocean|river stream|mountain hill|north northern|south southern|east eastern|west western
america american us u.s usa|britain british uk u.k|england english|france french|germany german|russia russian|china chinese|japan japanese|india indian|spain spanish|italy italian|canada canadian|australia australian
korea korean|mexico mexican|brazil brazilian|ukraine ukrainian|iran iranian|israel israeli|turkey turkish|poland polish|ireland irish|scotland scottish|sweden swedish|norway norwegian|denmark danish|greece greek|europe european
january jan|february feb|march mar|april apr|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec
monday mon|tuesday tue tues|wednesday wed|thursday thu thur thurs|friday fri|saturday sat|sunday sun|organisation org|government govt|department dept|percent per cent %|television tv|photograph photo picture image|advertise slogan advert
answer reply respond response|question ask|agree accept consent|refuse decline reject|oppose against|back support endorse|threat threaten|warn alert caution|protect defend secure guard|secret confidential|private personal
apology apologise apologize sorry|blame fault accuse|fear worry concern afraid|hope|happy glad pleased|angry furious|sad|friend|enemy|neighbour neighbor|centre center|labour labor|colour color|defence defense|licence license
spring|summer|autumn fall|winter|night evening|morning|noon midday|midnight|hour|minute|second sec|approx approximately about|govt government|incl include|min minute|hr hour|gigabyte gb|megabyte mb|kilobyte kb|terabyte tb|lab laboratory|kilometre km|mile|tonne ton|kilogram kg
rumour speculate|cheap inexpensive|expensive costly|rich wealthy|poor|strong powerful|weak|safe secure|dangerous risky|true real actual|false fake wrong bogus|separate different|joint together|alone only sole`;

const bases = lazy(() => {
  const all = new Map<string, string>();
  for (const group of split(IRREGULAR)) for (const form of group.slice(1)) all.set(form, stem(group[0] as string));
  return all;
});

const groupsOf = lazy(() => {
  const all = new Map<string, Set<number>>();
  for (const [index, group] of split(GROUPS).entries()) {
    for (const member of group) {
      const key = baseStem(member, stem(member));
      const groups = all.get(key);
      if (groups) groups.add(index);
      else all.set(key, new Set([index]));
    }
  }
  return all;
});

function split(table: string): string[][] {
  return table.split(/[|\n]/).map(group => group.split(/\s+/).filter(word => word !== ''));
}

/** The stem of the base form: "gave" and "given" share the one of "give". */
export function baseStem(folded: string, stemmed: string): string {
  return bases().get(folded) ?? stemmed;
}

const NO_GROUPS: ReadonlySet<number> = new Set();

/** Numbers of the groups of near synonyms that a base stem stands in. Two stems with a number in common are paraphrases. */
export function paraphraseGroups(stemmed: string): ReadonlySet<number> {
  return groupsOf().get(stemmed) ?? NO_GROUPS;
}

/** Whether two base stems stand in one group of near synonyms. */
export function areParaphrases(a: string, b: string): boolean {
  const groups = paraphraseGroups(a);
  if (groups.size === 0) return false;
  const others = paraphraseGroups(b);
  for (const group of groups) if (others.has(group)) return true;
  return false;
}
