// Owns: English verbs that report what somebody said, wrote, found or thinks, and how much they commit the writer to it.
// Must not know: sentences, who is the source.
import { lazy } from '../text/lazy.ts';

export type Force = 'neutral' | 'doubtful' | 'factive';

/** A reporting verb. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly force: Force;
  /** Says more than that something was said; `neutral` is what to write in its place, in the same tense. */
  readonly loaded?: string;
  /** `speech` verbs report whatever stands beside them; `clause` verbs only a that-clause or a quote; `quote` verbs only a quote. */
  readonly use: 'speech' | 'clause' | 'quote';
}

export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';

/** A form of a reporting verb. */
export interface VerbUse {
  readonly verb: ReportingVerb;
  readonly form: VerbForm;
  /** Also an English noun or adjective: needs a subject right before it or a quote beside it. */
  readonly ambiguous: boolean;
}

/** lemma, or lemma/past, or lemma/past/participle where they are not regular; `!` doubles the last consonant. */
const SPEECH = `say/said tell/told add explain announce state declare remark reply respond answer comment continue warn insist claim assert
  contend argue maintain allege admit! concede confess acknowledge reveal disclose confirm deny stress emphasise emphasize tweet write/wrote/written
  testify boast brag! quip! joke caution counter retort recall complain note observe report estimate predict promise vow pledge suggest conclude
  exclaim interject opine muse lament assure inform repeat reiterate clarify specify elaborate gush whine rant sneer scoff snap! moan bluster
  grumble whinge blurt trumpet thunder spout crow proclaim pronounce preach plead/pleaded charge fume recount reckon purport advise message text email blog!`;
const CLAUSE = `think/thought believe know/knew/known find/found show/showed/shown hope fear agree indicate imply hint assess expect suspect argue
  learn/learned hear/heard feel/felt understand/understood worry doubt judge forecast/forecast determine establish propose recommend demand urge decide
  signal! speculate mean/meant realise realize insinuate guess refute dispute see/saw/seen document demonstrate discover imagine swear/swore/sworn
  remember guarantee`;
const QUOTE = `ask call describe describe shout yell cry whisper mutter murmur mumble scream laugh chuckle smile sigh nod! begin/began/begun
  ponder wonder wail bark chant read/read advertise label! brand dub! criticise criticize blast slam! mock praise denounce condemn accuse
  attack rail deride ridicule tout tease demand urge request offer invite quote cite promote decry dismiss reject characterise characterize
  term name title portray refer! compare depict encourage thank congratulate apologise apologize defend lash rip! hail cheer post publish print
  sing/sang/sung pray conclude close open start end finish greet recite sum! summarise summarize`;

const FACTIVE = new Set(
  words(`admit concede confess acknowledge reveal disclose confirm note observe know find show realise realize learn establish determine
  discover demonstrate recall remember document understand clarify specify refute see`),
);
const DOUBTFUL = new Set(
  words(`claim allege purport suggest believe think assert contend maintain insist suspect speculate guess reckon imply hint fear hope worry
  feel doubt imagine insinuate estimate predict forecast expect boast brag deny dispute bluster`),
);

/** What a loaded verb adds, and the plain verb in its place. */
const LOADED: ReadonlyMap<string, string> = new Map([
  ['claim', 'say'],
  ['admit', 'say'],
  ['concede', 'say'],
  ['confess', 'say'],
  ['reveal', 'say'],
  ['insist', 'say'],
  ['boast', 'say'],
  ['brag', 'say'],
  ['gush', 'say'],
  ['whine', 'say'],
  ['rant', 'say'],
  ['sneer', 'say'],
  ['scoff', 'say'],
  ['snap', 'say'],
  ['moan', 'say'],
  ['crow', 'say'],
  ['bluster', 'say'],
  ['grumble', 'say'],
  ['whinge', 'say'],
  ['blurt', 'say'],
  ['trumpet', 'say'],
  ['thunder', 'say'],
  ['spout', 'say'],
  ['purport', 'say'],
  ['preach', 'say'],
  ['insinuate', 'suggest'],
  ['refute', 'dispute'],
]);

/** Forms that are common nouns or adjectives as well. */
const AMBIGUOUS = new Set(
  words(`report reports claim claims note notes answer answers comment comments state states charge charges post posts tweet tweets call calls
  reply replies estimate estimates promise promises vow vows pledge pledges demand demands fear fears hope hopes doubt doubts worry worries
  remark remarks counter counters text texts email emails message messages blog blogs joke jokes quip quips brag boast boasts
  complaint read attack attacks label labels brand brands name names title titles term terms request requests offer offers
  praise quote quotes close open start starts end ends finish cry cries shout shouts laugh smile sigh nod whisper mock print document documents
  signal signals forecast forecasts guess show shows find finds judge judges dispute disputes guarantee guarantees rant rants whine moan crow
  blast slam tease cheer hail rip attack hint hints urge recommend stated reported alleged claimed suspected estimated known
  meaning finding findings warning writing saying reading feeling learning understanding beginning opening ending posting hearing
  mean means trumpet trumpets thunder spout spouts continued added attacked text suspect suspects ponder recount bark chant detail reveal stress dismissed
  noted written told quoted called named described published printed posted feel see saw seen`),
);

function words(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}

const uses: () => ReadonlyMap<string, VerbUse> = lazy(collect);

function collect(): Map<string, VerbUse> {
  const all = new Map<string, VerbUse>();
  for (const [list, use] of [
    [SPEECH, 'speech'],
    [CLAUSE, 'clause'],
    [QUOTE, 'quote'],
  ] as const) {
    for (const entry of words(list)) {
      const doubled = entry.endsWith('!');
      const [lemma = '', past, participle] = entry.replace('!', '').split('/');
      const verb: ReportingVerb = { lemma, use, force: FACTIVE.has(lemma) ? 'factive' : DOUBTFUL.has(lemma) ? 'doubtful' : 'neutral' };
      const loaded = LOADED.get(lemma);
      const full = loaded ? { ...verb, loaded } : verb;
      const regular = pastOf(lemma, doubled);
      const forms: [string, VerbForm][] = [
        [lemma, 'base'],
        [thirdOf(lemma), 'third'],
        [past ?? regular, 'past'],
        [participle ?? past ?? regular, 'participle'],
        [gerundOf(lemma, doubled), 'gerund'],
      ];
      for (const [form, kind] of forms) if (!all.has(form)) all.set(form, { verb: full, form: kind, ambiguous: AMBIGUOUS.has(form) });
    }
  }
  return all;
}

function thirdOf(lemma: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(lemma)) return `${lemma}es`;
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
}

function pastOf(lemma: string, doubled: boolean): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doubled ? `${lemma}${lemma.slice(-1)}ed` : `${lemma}ed`;
}

function gerundOf(lemma: string, doubled: boolean): string {
  if (/[^eo]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return doubled ? `${lemma}${lemma.slice(-1)}ing` : `${lemma}ing`;
}

/** What `word` (lower case) is as a form of a reporting verb. */
export function reportingVerb(word: string): VerbUse | undefined {
  return uses().get(word);
}

const SAY: Readonly<Record<VerbForm, string>> = { base: 'say', third: 'says', past: 'said', participle: 'said', gerund: 'saying' };

/** The plain verb for a loaded one, in the same form: `admits` gives `says`. Undefined for verbs that load nothing. */
export function neutralForm(word: string): string | undefined {
  if (/^lets? slip$/i.test(word)) return /^lets/i.test(word) ? 'says' : 'said';
  const use = uses().get(word.toLowerCase());
  const plain = use?.verb.loaded;
  if (!use || !plain) return undefined;
  if (plain === 'say') return SAY[use.form];
  const form = {
    base: plain,
    third: thirdOf(plain),
    past: pastOf(plain, false),
    participle: pastOf(plain, false),
    gerund: gerundOf(plain, false),
  };
  return form[use.form];
}

/** Verbs of the unnamed passive: "it is … that", "is … to". */
export const PASSIVE_PARTICIPLES: ReadonlySet<string> = new Set(
  words(`believed understood said reported thought alleged claimed rumoured rumored assumed suspected known estimated expected feared hoped
  considered acknowledged argued suggested speculated felt presumed reckoned deemed supposed agreed accepted`),
);
