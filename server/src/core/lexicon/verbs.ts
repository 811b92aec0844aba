// Owns: common English verbs and the forms they take, to tell what a sentence says happened from what it tells to do.
// Must not know: sentences, claims.
import { lazy } from '../text/lazy.ts';

export type VerbTense = 'base' | 'third' | 'past' | 'participle' | 'gerund';

const REGULAR = `
  accept access accuse achieve act activate add address admit adopt advance advise affect agree aim alert allege allow alter analyse analyze announce answer apologise apologize appeal
  appear append apply appoint approve argue arrest arrive ask assess assign assist assume attach attack attempt attend attribute audit authenticate authorise authorize back ban base
  believe belong block boost breach browse brief bypass call cancel capture carry cause cease change charge check claim clarify classify clean clear click clone close collapse collect
  combine comment commit compare compile complain complete comply compromise compute conclude conduct configure confirm connect consider consist contact contain continue contribute
  control convert convict copy cost cover crash create criticise criticize cross damage date debug decide declare decline decode decrease decrypt default defend define delay delete
  deliver demand demonstrate deny depend deploy describe design destroy detain detect determine develop differ direct disable disappear disclose disconnect discover discuss dismiss
  display disrupt distribute double download drop earn elect email embed emerge employ enable encode encounter encourage encrypt end enforce enjoy ensure enter escape establish estimate
  evade evaluate evolve examine exceed exchange exclude execute exercise exfiltrate exist expand expect expire explain exploit export expose extend extract face fail fall-back feature
  file fill filter finance fine finish fire fix flag focus follow force forecast format forward found fund gain gather generate govern grant grow-up guarantee guess guide handle happen
  harvest hash help highlight hire hope host identify ignore impersonate implement imply import impose improve include increase indicate infect infiltrate influence inform initiate
  inject insert inspect install intend interact intercept interrupt introduce invade invest investigate invite invoke involve issue join judge jump kill label lack land last launch
  leak learn leverage licence license lift limit link list listen live load locate lock log look lure maintain manage map mark market mask match measure mention merge migrate mitigate
  model modify monitor mount move multiply name need negotiate note notice notify number object observe obtain occur offer open operate oppose order organise organize originate outline
  own parse participate pass patch perform permit persist pick place plan plant play point populate possess post prefer prepare present press prevent print prioritise prioritize proceed process
  produce prohibit promise promote prompt prompt propose protect prove provide publish pull purchase pursue push query question raise range rank ransom rate reach react realise realize
  rebuild receive recommend record recover recruit redirect reduce refer refine reflect refuse regard register regulate reject relate release rely remain remember remind remove
  rename render renew repair repeat replace reply report represent request require rescue research reserve reset-up resign resist resolve respond rest restart restore restrict result retain
  retire retrieve return reuse reveal reverse review revise revoke reward risk rotate rule sample sanction save scan schedule score search secure seem seize select separate serve settle shape
  share shift ship show sign signal simplify sink skip solve sort spawn specify spoof sponsor spot stage start state stay steal-back stop store stress structure submit subscribe succeed
  suffer suggest supply support suppose surge surprise surround survey survive suspect suspend switch tailor talk target tend terminate test thank threaten time total touch trace track trade
  train transfer transform transition translate transmit transport travel treat trick trigger triple trust try tune turn type understand-better unlock unpack update upgrade upload urge use
  utilise utilize validate value vary verify view violate visit vote vow wait walk want warn watch weaken widen wipe wish witness work worry wrap yield`;

/** Less common ones, and nouns as often: no sentence is taken for an instruction because it starts with one. */
const LESS_COMMON = `
  abandon abolish absorb accelerate accommodate accompany accomplish account accumulate acquire acquit adapt adhere adjust administer aggravate align allocate amend amount amplify
  annoy anticipate applaud arrange assault assemble assert assure attain attract auction await award bargain blame blend blur bother bounce bribe broker bury
  calculate celebrate certify challenge chase chat cheat cheer circulate cite circumvent coerce coin coincide compensate compete compel comprise conceal concede
  concentrate condemn confess confine confiscate confront confuse consent consolidate constitute construct consult consume contend contest contradict convene
  convince cooperate coordinate cope correspond count cripple cultivate cure curb dedicate deduct deem defeat defect defraud degrade delegate delight denounce depart
  depict deplete depress deprive derail derive deserve devote diagnose dictate diminish dine dip discard discharge discourage discriminate disguise dismantle
  displace dispatch dispose dispute disregard dissolve divert divide donate doubt draft drain dwell ease echo eliminate empower endanger endorse endure engage
  enhance enlist enrich enroll enrol entail entitle equip erase erode escalate escort evacuate evict exaggerate excel exempt exhaust exhibit exonerate explode
  explore extort extradite fabricate facilitate fade falsify fear finalise finalize flatter flood flourish fluctuate fold forge formulate foster fulfil furnish
  glance grab grade graduate grasp greet grip grumble halt halve hamper haunt heal hesitate hinder honour honor hover impair impede imprison incur indict induce
  inflict inherit inhibit inquire insist inspire instruct insult insure intensify intervene interview intimidate invent invoice irritate isolate jeopardise
  jeopardize jail justify knock laugh launder lean leap lecture linger lobby lodge loot manipulate manufacture marry mediate melt mend misuse mobilise mobilize
  motivate murder nominate obey oblige obstruct occupy offend offset omit oust outlaw outnumber outpace outsource overturn overwhelm owe pardon pause penetrate
  perceive persecute persuade pioneer pounce practise practice price pronounce plead pledge plunge poison ponder portray praise preach precede preclude predict prescribe preserve preside presume pretend
  prevail prolong prosecute prosper provoke punish qualify quarantine quarrel ransack ratify reassure recall reckon reclaim reconcile recur redeem redesign refrain
  refund refute reimburse reinforce reiterate rejoin relax relieve relocate rent reopen replicate repay repeal repel reprimand rescind resemble reside resort resume
  resurface resurrect retaliate retreat reunite revert revive revolve roam rob rush sabotage sack sacrifice safeguard salvage scare scatter scrutinise scrutinize
  segregate sentence shatter shorten shrug shudder side siphon slash slow smash smile smuggle snatch soar solicit specialise specialize spill stabilise stabilize stall stash
  steer stifle stimulate strengthen strip subpoena subsidise subsidize substitute summarise summarize summon supervise suppress surrender surpass sustain swap
  sympathise sympathize tackle tally tamper taunt tempt testify thrive tighten tolerate topple torture tout transact traverse trespass trim undermine underline
  unearth unite unleash unmask unravel unveil uproot usher vacate vanish vouch waive wander weigh whisper wield worsen wreck`;

const LESS_COMMON_IRREGULAR = `
  bear bore borne|burn burnt burnt|flee fled fled|forbid forbade forbidden|foresee foresaw foreseen|forgive forgave forgiven|grind ground ground|oversee oversaw overseen|
  spin spun spun|strive strove striven|swing swung swung|uphold upheld upheld|withhold withheld withheld|withstand withstood withstood|cling clung clung|arise arose arisen|upset upset upset|
  broadcast broadcast broadcast|bid bid bid|overtake overtook overtaken|undercut undercut undercut`;

/** base past participle */
const IRREGULAR = `
  be was been|become became become|begin began begun|bend bent bent|bet bet bet|bind bound bound|bite bit bitten|blow blew blown|break broke broken|bring brought brought|build built built|
  buy bought bought|catch caught caught|choose chose chosen|come came come|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|
  fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|fly flew flown|forget forgot forgotten|freeze froze frozen|get got gotten|give gave given|go went gone|
  grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leave left left|
  lend lent lent|let let let|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met|overcome overcame overcome|pay paid paid|put put put|quit quit quit|read read read|ride rode ridden|
  ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shoot shot shot|shut shut shut|sing sang sung|
  sit sat sat|sleep slept slept|speak spoke spoken|spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|swear swore sworn|
  swim swam swum|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|understand understood understood|wake woke woken|wear wore worn|win won won|
  withdraw withdrew withdrawn|write wrote written|rewrite rewrote rewritten|overwrite overwrote overwritten|undergo underwent undergone|reset reset reset|shrink shrank shrunk|sue sued sued|tie tied tied|die died died|
  hijack hijacked hijacked|hack hacked hacked|phish phished phished|spy spied spied|plug plugged plugged|ban banned banned|tap tapped tapped`;

/** Forms of verbs, and base forms by themselves: "found" is the past of one and the base of another. */
interface Verbs {
  readonly forms: Map<string, VerbTense>;
  readonly bases: Set<string>;
}

const simple = new Set<string>();

function third(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function past(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return DOUBLING.has(base) ? `${base}${base[base.length - 1]}ed` : `${base}ed`;
}

function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`;
  return DOUBLING.has(base) ? `${base}${base[base.length - 1]}ing` : `${base}ing`;
}

const DOUBLING = new Set(
  'admit ban commit control drop flag log map plan plug prefer ship skip stop submit tap trap transfer travel wrap refer spot label model signal cancel tailor-up begin cut dig forget get hit let put quit run set shut sit split swim win'.split(
    ' ',
  ),
);

function verbsOf(regular: string, irregular: string): Verbs {
  const forms = new Map<string, VerbTense>();
  const bases = new Set<string>();
  for (const base of regular.trim().split(/\s+/)) {
    if (base.includes('-')) continue;
    bases.add(base);
    forms.set(third(base), 'third');
    forms.set(past(base), 'past');
    forms.set(gerund(base), 'gerund');
  }
  for (const row of irregular.split('|')) {
    const [base, second, last] = row.trim().split(/\s+/) as [string, string, string];
    bases.add(base);
    forms.set(third(base), 'third');
    forms.set(gerund(base), 'gerund');
    if (last !== base) forms.set(last, last === second ? 'past' : 'participle');
    if (second !== base) forms.set(second, 'past');
    if (second !== base && second !== last) simple.add(second);
  }
  return { forms, bases };
}

const common = lazy(() => {
  const verbs = verbsOf(REGULAR, IRREGULAR);
  verbs.forms.set('is', 'third');
  verbs.forms.set('has', 'third');
  verbs.forms.set('were', 'past');
  verbs.forms.delete('bes');
  verbs.forms.delete('haves');
  return verbs;
});
const lessCommon = lazy(() => verbsOf(LESS_COMMON, LESS_COMMON_IRREGULAR));

/** The form of a common verb, in lower case; regular pasts of unknown verbs count by their ending. The trained models know these alone. */
export function commonVerbForm(word: string): VerbTense | undefined {
  const known = formIn(common(), word);
  if (known) return known;
  if (word.length > 4 && word.endsWith('ed') && !/(?:eed|ced|hundred|kindred|sacred)$/.test(word)) return 'past';
  return undefined;
}

/** The form of a verb, in lower case, where it is a known one; regular pasts of unknown verbs count by their ending. */
export function verbForm(word: string): VerbTense | undefined {
  return commonVerbForm(word) ?? formIn(lessCommon(), word);
}

function formIn({ forms, bases }: Verbs, word: string): VerbTense | undefined {
  return forms.get(word) ?? (bases.has(word) ? 'base' : undefined);
}

/** Whether a word in lower case is the base form of a common verb. */
export function isBaseVerb(word: string): boolean {
  return common().bases.has(word);
}

/** Whether a word is the past of an irregular verb and no participle: "took", "fell", "wrote". */
export function isSimplePast(word: string): boolean {
  return simple.has(word);
}

/** Verbs whose past and participle are their base form. */
export const SAME_IN_PAST: ReadonlySet<string> = new Set(
  'set put cut let read hit shut split spread quit cost hurt beat bet bid cast broadcast upset reset'.split(' '),
);
