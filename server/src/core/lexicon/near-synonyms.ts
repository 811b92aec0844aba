// Owns: words of security news, courts and offices that name nearly one thing, beyond the groups that the support model was trained with.
// Must not know: how sentences are compared.

import { lazy } from '../text/lazy.ts';
import { stem } from '../text/words.ts';
import { areParaphrases, baseStem } from './paraphrases.ts';

/** Groups of near synonyms, one word each; a word may stand in several. Two words of a group can stand for each other in a retelling. */
const GROUPS = `arrest detain catch capture seize apprehend nab custody|escape flee fugitive abscond|copy steal take exfiltrate rob robbery loot pilfer siphon theft thief
outage failure breakdown disruption interruption downtime blackout|restore recover recovery resume restart reinstate return|repair mend fix remedy cure plug close shut
replace exchange swap substitute|delay postpone defer adjourn|cancel scrap abandon drop|forbid ban prohibit bar outlaw|allow permit authorise authorize entitle
oblige require force compel must duty mandatory compulsory obligation|fine penalty sanction punish punishment|pay spend cost payment|award grant give hand
court judge tribunal judiciary|rule decide decision ruling verdict judgment judgement find hold|dismiss reject refuse throw deny decline turn rebuff|approve accept adopt agree endorse consent pass
appeal challenge contest|accuse charge indict indictment allege accusation|suspect defendant accused|convict guilty conviction|acquit clear exonerate|prison jail|prosecutor prosecution
lawyer attorney counsel solicitor barrister|plaintiff claimant|employee staff worker personnel colleague workforce people|customer client subscriber user|student pupil schoolchild
teenager youth adolescent minor|company firm business enterprise corporation operator|manufacturer maker vendor supplier producer provider|supplier contractor provider
agency authority office regulator watchdog board commission body|ministry department|minister secretary|government state cabinet administration|parliament legislature assembly lawmaker deputy
council municipality town city|police officer investigator detective inspector|inquiry investigation probe examination review|hospital clinic|doctor physician medic
ship vessel ferry boat|plane aircraft jet|harbour port harbor|factory plant works|shop store branch outlet supermarket|phone handset mobile smartphone telephone
computer machine device workstation laptop host pc|server machine host system|router gateway appliance device|watch smartwatch|badge card|email mail message letter note
text sms message|website site page portal|app application program software tool|update patch fix release upgrade firmware|flaw vulnerability bug weakness hole gap defect|exploit abuse use misuse
attack assault strike intrusion breach hack incident|attacker intruder hacker criminal perpetrator culprit|break enter intrude penetrate infiltrate|entry access intrusion
malware virus trojan worm wiper loader implant|ransomware extortion blackmail ransom demand|encrypt lock scramble|delete erase wipe remove destroy purge overwrite
store keep retain save hold retention|expose leak reveal disclose publish|password credential login|administrator admin|warn alert caution notify inform tell|report notify disclose
notice discover detect find spot observe see identify recognise recognize|deny refute dispute contradict|confirm acknowledge admit verify corroborate|apologise apologize sorry apology regret
blame attribute ascribe accuse|cause reason trigger root origin lead|begin start commence launch|end finish conclude close cease stop expire|last continue persist take
rise increase grow climb soar jump up more|fall decrease decline drop shrink sink ease lower down fewer less|double twice|half|majority most|minority few|buy purchase acquire order procure
sell sale offer|rent lease hire|resign quit leave step|appoint name nominate install|succeed replace follow|chief head boss director leader|spokesman spokeswoman spokesperson
expert specialist researcher analyst|team group crew gang outfit band ring|bank lender|money sum amount fund cash|profit earnings|revenue turnover sale income|loss damage harm cost|share percentage proportion rate
poll survey study|household home|voter elector citizen|election vote ballot poll|power electricity|fault malfunction defect error|mistake error blunder slip oversight|cut sever|fire blaze
seek search look hunt want|secret confidential classified|temporary interim provisional|deadline limit term|law act statute bill rule regulation legislation|contract agreement deal pact treaty accord
request ask demand apply application|answer reply response|quick fast rapid swift|hand transfer extradite surrender|extradite extradition|arrest custody|trial case lawsuit suit proceedings|sue suit lawsuit complaint
compensation damages redress|compensate refund reimburse repay|dispute quarrel conflict|hidden concealed|conceal hide|supporter backer|support back favour favor|oppose object resist against
recommend advise suggest advice|propose proposal suggest plan draft|intend plan mean want|publicly public open|known aware know|ignorant unaware|warning alarm alert|message notification notice|wrong mistaken false incorrect
genuine real authentic|forge fake counterfeit forgery bogus|impersonate imitate pose|victim target|hit affect strike|affect concern involve|infect compromise contaminate|infected compromised|spread propagate distribute
download fetch|install deploy|configure set|disable deactivate switch|enable activate switch|switch turn|reach contact|intact unharmed untouched|spare exempt|exempt excluded|count number tally total
examine inspect check test audit review study analyse analyze|sample specimen|measure metric|train teach|school college academy|teacher lecturer|parent mother father|child kid boy girl|woman female|man male
resident inhabitant citizen neighbour|traveller passenger|driver motorist|tenant renter|owner holder|shareholder investor|member affiliate|partner ally|opponent rival|competitor rival|neighbour neighbor
quarter|trace sign evidence indication proof|trail trace|entrance entry|building premises house|room hall|cellar basement|roof|cable line fibre fiber|antenna mast|sensor detector gauge|camera
certificate certification|certify approve|key token|account profile|identity name|address location|location whereabouts position|photo picture image photograph|video footage recording film|record recording log
archive backup|backup copy|database register registry|register list roll|file document paper|contract order|invoice bill|loan credit|deposit|tax levy duty|price cost fee charge|cheap inexpensive|free gratis
month monthly|week weekly|year yearly annual|day daily|hour|weekend|night overnight|morning|spring|autumn fall|deputy vice|successor heir|predecessor|first initial earliest|earliest first|latest last recent|final last
exploit exploitation|penalise penalize fine|storage retention|dealing dealings trade|wiretap interception intercept|intercept listen eavesdrop|spy espionage surveillance snoop|spyware surveillance
monitor watch observe supervise|supervisor watchdog|oversee supervise|patient sufferer|surgery operation|ward unit department|emergency urgent|ambulance|injured hurt wounded|dead killed died|kill die
journalist reporter|newspaper paper daily|broadcaster station|editor|interview conversation|speech address|claim boast assertion|boast brag claim|declare announce state|announce unveil present
build construct erect|plan project scheme|delay lateness|ready finish complete|completion end|remaining left rest|previous former earlier prior|current present|future coming next|rough approximate
ask invite summon call|gather collect harvest scrape|count reckon calculate compute|guess estimate reckon|split divide separate share
merge join combine unite|grow expand widen extend enlarge|shorten cut abridge|lengthen extend prolong|cash money banknote|wage salary pay earnings
bonus reward bounty prize|debt loan arrears|bankrupt insolvent insolvency bankruptcy|merger takeover acquisition|stake share holding
premium fee contribution|insurer insurance underwriter|policy cover insurance|overtime shift hours|shift duty rota roster|holiday leave vacation break
strike walkout stoppage|union association federation|hire recruit engage|layoff redundancy dismissal|dismiss fire sack oust remove
pension retirement retire|rumour gossip hearsay|hint clue tip pointer|tip information lead|doubt question mistrust|belief conviction opinion view
worry concern fear anxiety|hope expect wish|regret remorse sorry|anger rage fury|surprise astonish amaze|shock stun|silent quiet mute|loud noisy
empty vacant bare|full complete packed|broken damaged defective faulty|intact whole sound|clean tidy|dirty filthy|old aged elderly|young junior
early premature|late overdue tardy|slow sluggish|sudden abrupt unexpected|enough sufficient adequate|lack shortage want absence|spare surplus extra
need require necessity|useful helpful handy|useless worthless pointless|harmless safe innocuous|dangerous risky hazardous|strange odd unusual peculiar
usual normal ordinary regular common|letter mail note missive|parcel package packet|envelope letter|stamp postmark|courier carrier messenger
deliver bring hand|fetch collect|ship send dispatch|load cargo freight|lorry truck|train railway rail|bus coach|station stop halt|platform quay pier
bridge crossing|gate barrier|fence wall|key lock|lock bolt|window pane|stair staircase|lift elevator|cellar basement vault|attic loft|flat apartment
house home dwelling|farm farmstead|field meadow|forest wood woodland|river stream|lake pond|sea ocean|coast shore|island isle|water drinking
pump pumping|pipe tube main|valve tap|gas fuel petrol|oil diesel|electricity current power|grid network|turbine generator|solar sun
heat heating warmth|cold chill frost|light lamp lighting|trick deceive fool dupe mislead con|fraud scam swindle cheat deception
fraudster scammer swindler|lure bait entice|bribe corrupt bribery|smuggle traffic|launder laundering wash|stalk follow pursue|threaten menace threat
extort blackmail squeeze|kidnap abduct|eavesdrop listen overhear tap|bug wiretap listening|camera lens|film record shoot|photograph picture snap
trace track|tail shadow follow|spot sight see|hide conceal cover mask|disguise mask camouflage|reveal uncover unmask expose|backdoor implant trojan
payload malware|beacon callback|dropper loader|stealer infostealer|botnet zombie bots|phish phishing|smish phishing|spoof forge fake
hijack commandeer seize takeover|bruteforce guess spray|crack break|bypass circumvent evade sidestep|escalate raise elevate|patch mend fix close
unpatched outdated old|outdated obsolete old|misconfigure misconfiguration wrong|leak spill|dump leak|scrape harvest|cipher encryption
decrypt unlock decipher decode|plaintext clear unencrypted|hash digest fingerprint checksum|token key|outage downtime failure|crash fail collapse
reboot restart|freeze hang stall|slow lag delay|overload flood swamp|flood inundate deluge|cable wire line|router modem|switch toggle|disk drive
tape backup|copy duplicate replica|mirror replica|witness onlooker bystander|testify testimony evidence|swear oath|hearing session sitting
verdict ruling judgment|sentence punishment term|bail bond|parole probation|jury juror|juror jury|lawsuit suit action case
settle settlement compromise|settlement deal|vote ballot poll|majority most|abstain abstention|bill draft proposal|amend change alter
repeal revoke withdraw scrap|veto block|petition appeal request|campaign drive|candidate contender|mayor burgomaster|councillor councilor alderman
district borough quarter|teach instruct|lesson class|lecture talk speech|exam test|degree diploma|professor academic scholar|scholar researcher
pupil schoolchild schoolboy schoolgirl|headmaster principal head|nursery kindergarten creche|grade mark|nurse carer|surgeon doctor
operation surgery procedure|appointment visit consultation|record file chart|chart record|drug medicine medication|dose dosage amount|blood sample
laboratory lab|ward station|bed place|waiting queue|queue line|buyer customer purchaser|seller vendor dealer trader|bargain deal
refund repay reimburse|voucher coupon|discount rebate reduction|receipt slip|till checkout|shelf rack|warehouse depot store|stock inventory supply
brand make|label tag|begin open start|open unlock|shut close|finish complete end|repeat redo again|stay remain keep|move shift transfer
arrive come reach|depart leave go|return back|meet encounter|visit call|wait await queue|hurry rush|watch guard|guard sentry watchman|say state tell
whisper murmur|shout cry yell|promise pledge vow undertake|swear vow|thank gratitude|praise laud commend|criticise criticize blame censure
mock ridicule|defend justify|complain complaint grumble|object protest|protest demonstration rally|march parade|dozen twelve|score twenty
couple two pair|several some few|hundred century|quarter fourth|double twofold twice|triple treble threefold|halve half|tenfold ten|entire whole all
none nothing zero|extra additional further|per each every|today now|fortnight two-week|decade ten-year|dawn daybreak sunrise|dusk sunset nightfall
noon midday|lunch lunchtime noon|annual yearly|nightly overnight night`;

/** Numbers of groups by base stem. */
const groupsOf = lazy(() => {
  const all = new Map<string, Set<number>>();
  for (const [index, group] of GROUPS.split(/[|\n]/).entries()) {
    for (const member of group.trim().split(/\s+/)) {
      const key = baseStem(member, stem(member));
      const groups = all.get(key);
      if (groups) groups.add(index);
      else all.set(key, new Set([index]));
    }
  }
  return all;
});

/** Whether two base stems can stand for each other in a retelling. */
export function areNearSynonyms(a: string, b: string): boolean {
  if (areParaphrases(a, b)) return true;
  const mine = groupsOf().get(a);
  const theirs = groupsOf().get(b);
  if (mine === undefined || theirs === undefined) return false;
  for (const group of mine) if (theirs.has(group)) return true;
  return false;
}
