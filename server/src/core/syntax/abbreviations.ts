// Owns: words that a full stop belongs to, words that open sentences, words that report speech.
// Must not know: how sentences are cut.

/** How an abbreviation behaves before a capital letter; see `splitSentences`. */
export type AbbreviationClass = 'title' | 'number' | 'never' | 'dotted' | 'unit' | 'clock' | 'list' | 'date' | 'initial';

const words = (list: string): string[] => list.split(' ');

const CLASSES = new Map<string, AbbreviationClass>();
const put = (kind: AbbreviationClass, list: string): void => {
  for (const word of words(list)) CLASSES.set(word, kind);
};
put(
  'title',
  'mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj adm cmdr cdr brig hon rev fr st sr jr pres supt insp det msgr messrs mme mlle amb atty asst assoc hr dir sec.-gen pvt spc vadm radm ltc',
);
put('number', 'no nos fig figs eq eqs sec secs ch chap pp vol vols art arts para paras tab nr pt app cl ln ver');
put('never', 'e.g i.e eg ie cf viz vs resp esp incl excl approx ca al. aka a.k.a ibid op cit ed eds trans orig');
put(
  'unit',
  'inc ltd corp co llc bros plc gmbh assn dept univ intl natl govt dept. ave blvd rd hwy min max avg tel ext sq ft lb lbs oz hrs mins secs est misc int est. calif mass va ga pa md fla mich minn conn wash ariz colo penn tenn ill wis okla ore sask ont que b.v n.v s.a s.r.l',
);
put('clock', 'a.m p.m am. pm.');
put('list', 'etc al');
put('date', 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun');

/** Words of these that are words on their own when written small: "no.", "sat.", "may." */
const CAPITAL_ONLY = new Set(
  words('jan mar jun jul sep dec mon wed sat sun ill mass pa ga va ore wash que ont rep col gen sen st fr sr hon maj det conn min art app'),
);
/** Words of these that are abbreviations when written small, and names or other words with a capital. */
const SMALL_TOO = new Set(words('st min art app gen'));

/** The class of the word before a full stop (without it); undefined when it is none. */
export function classOf(word: string): AbbreviationClass | undefined {
  const bare = word.replace(/^["'“‘«„([{<*_—–/-]+/, '');
  if (bare === '') return undefined;
  if (/^\p{Lu}$/u.test(bare) || /(?:^|[-.])\p{Lu}\.\p{Lu}$/u.test(bare))
    return bare.length === 1 || /^\p{Lu}\.-?\p{Lu}$/u.test(bare) === false ? (bare.length === 1 ? 'initial' : 'dotted') : 'dotted';
  const lower = bare.toLowerCase();
  const kind = CLASSES.get(lower);
  if (kind) {
    const small = bare.charAt(0) !== bare.charAt(0).toUpperCase();
    if (small && CAPITAL_ONLY.has(lower) && !SMALL_TOO.has(lower)) return undefined;
    return kind;
  }
  if (lower === 'v' || lower === 'p' || lower === 'c') return 'number';
  // U.S, Ph.D, D.C, z.B
  if (/^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(bare)) return 'dotted';
  // 7.10. as a date
  if (/^\d{1,2}\.\d{1,2}$/.test(bare)) return undefined;
  return undefined;
}

/** Words that open an English sentence and seldom follow an abbreviation within one, lower case. */
export const OPENERS: ReadonlySet<string> = new Set(
  words(
    'the a an it its he she they we you i this that these those there here in on at but and or if when while after before as for from by with to of however meanwhile then now so yet no not some many most all both each every several two three four five six seven eight nine ten what who why how where which his her their our my your because although though since until once according officials experts researchers analysts police investigators another other others such even only also more less neither either despite during between under over about nobody nothing anyone everyone someone instead still later earlier today yesterday tomorrow last next first second finally moreover therefore thus because unlike like without within',
  ),
);

/** Verbs that report speech, as they stand behind a name. */
export const SAYING: ReadonlySet<string> = new Set(
  words(
    'said says asked asks told tells added adds wrote writes replied replies answered answers continued continues warned warns noted notes explained explains wondered recalled shouted exclaimed demanded insisted tweeted posted joked quipped laughed murmured cried urged argued conceded admitted claimed stated remarked observed responded countered',
  ),
);
