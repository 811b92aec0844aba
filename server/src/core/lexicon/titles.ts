// Owns: ranks, offices and forms of address that stand before a name, with their short forms.
// Must not know: how names are found and compared.

/** One title a group: its full form, then the ways in which it is cut short. Words of several parts stand part by part. */
const GROUPS = `mister mr|missus mrs|ms|miss|mx|master|madam madame mme|monsieur|mademoiselle mlle|herr hr|frau fr|señor senor sr|señora senora sra|sir|dame|lord ld|lady|baron|baroness|count|countess|duke|duchess|earl|viscount|prince|princess|king|queen|emperor|emir|sheikh shaikh sheik|sultan
doctor dr drs|professor prof profs|associate assoc|assistant asst ass|lecturer lect|emeritus em emer|dean|rector|provost|principal|headmaster|headmistress|warden|bursar|registrar reg|docent doc|engineer eng engr ing|architect arch|counsel|esquire esq|nurse|matron|surgeon surg|midwife
captain capt cpt cptn kapt|commander cdr cmdr comdr cmd|lieutenant lt lieut ltn lnt|colonel col|major maj|general gen|brigadier brig|admiral adm|commodore cdre comm como|sergeant serjeant sgt sjt sargent|corporal cpl corp|private pte pvt|ensign ens|midshipman mid|marshal mshl|field fld|rear radm|vice vadm|petty po|warrant wo|chief ch|seaman sn|airman amn|squadron sqn|wing wg|flight flt|group gp|pilot|gunner gnr|sapper spr|trooper tpr|fusilier|bombardier bdr|lance|staff|adjutant adjt adj|cadet cdt|officer off ofc|leader ldr
constable const pc pcon|inspector insp|detective det|superintendent supt super|commissioner commr comr|sheriff shf|deputy dep dpty|patrolman ptl|agent agt|investigator inv|wachtmeister|gendarme|commissar|senior snr|junior jnr|acting actg
reverend rev revd|father fr|brother br bro|sister sr|pastor pr past|bishop bp|archbishop abp archbp|cardinal card|canon can|deacon dcn|archdeacon archd|vicar|rabbi|imam|mufti|abbot abt|abbess|prior|prioress|chaplain chap|monsignor msgr mgr|pope|patriarch|metropolitan|elder|saint st|sexton|mother
president pres|chancellor chanc|minister min|secretary sec secy|senator sen|representative rep|governor gov|mayor|ambassador amb|consul|delegate del|councillor councilor cllr clr|alderman ald|congressman|congresswoman|assemblyman|assemblywoman|premier|speaker|whip|member|honourable honorable hon|excellency|envoy|attaché attache|treasurer treas|comptroller|chairman chmn|chairwoman|chairperson|chair|undersecretary|commissioner
judge jdg|justice|magistrate|recorder|attorney atty|solicitor sol|barrister|prosecutor pros|advocate adv|notary|bailiff|clerk clk|coroner|ombudsman|usher|marshal
director dir|manager mgr|executive exec|ceo|cfo|cto|ciso|cio|coo|technician tech|spokesman|spokeswoman|spokesperson|analyst|editor ed|coach|foreman|skipper|boatswain bosun|coxswain cox|purser|mate|helmsman|harbourmaster harbormaster`;

const GROUP_OF = new Map<string, Set<number>>();
for (const [index, group] of GROUPS.split(/[|\n]/).entries())
  for (const word of group.split(' ')) GROUP_OF.set(word, (GROUP_OF.get(word) ?? new Set()).add(index));

/** Whether a folded word (a full stop behind it left out) stands before names as a title. */
export function isTitleWord(folded: string): boolean {
  return GROUP_OF.has(folded);
}

/** Whether two folded words are one title: "captain" and "capt". */
export function isSameTitle(a: string, b: string): boolean {
  const theirs = GROUP_OF.get(b);
  return a === b || [...(GROUP_OF.get(a) ?? [])].some(group => theirs?.has(group) === true);
}
