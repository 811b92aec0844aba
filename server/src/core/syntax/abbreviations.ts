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
  'mr mrs ms mx dr prof gen sen rep gov lt col capt cpl sgt maj adm cmdr cdr brig hon rev fr st mt sr jr pres supt insp det msgr ' +
    'messrs mme mlle amb atty asst assoc dir pvt spc vadm radm',
);
put('number', 'no nos fig figs eq eqs sec secs ch chap p pp vol vols art arts para paras tab nr pt app cl ver v');
put('never', 'e.g i.e eg ie cf viz vs resp esp incl excl approx ca al. aka a.k.a ibid op cit ed eds trans orig');
put(
  'unit',
  'inc ltd corp co llc bros plc gmbh assn dept univ intl natl govt ave blvd rd hwy min max avg tel ext sq ft lb lbs oz hr hrs mins ' +
    'secs est misc int calif mass va ga pa md fla mich minn conn wash ariz colo penn tenn ill wis okla ore sask ont que',
);
put('clock', 'a.m p.m');
put('list', 'etc al');
put('date', 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun');

/** Those that are words of their own when they start with a small letter: "no", "sat", "tab". */
const CAPITAL_ONLY = new Set(
  words(
    'jan mar jun jul sep dec mon wed sat sun ill mass pa ga va ore wash que ont rep col gen sen st fr sr hon maj det conn art app tab ch cl ver pt mt dir',
  ),
);
/** Companies keep their abbreviation in capitals; other capitals are names: CA, EST, IE. */
const ALSO_IN_CAPITALS = new Set(words('inc ltd corp co llc bros plc gmbh'));

/** Those behind which a letter counts as a number: "Fig. A". */
export const LETTERED = /^(?:figs?|tab|app|secs?|vols?|pt|eqs?)$/i;

/** The class of the word before a full stop (without it); undefined when it is none. */
export function classOf(word: string): AbbreviationClass | undefined {
  const bare = word.replace(/^["'“‘«„([{<*_—–/-]+/, '');
  if (/^\p{Lu}$/u.test(bare)) return bare === 'I' ? undefined : 'initial';
  const lower = bare.toLowerCase();
  const kind = CLASSES.get(lower);
  if (kind) {
    if (bare === lower && CAPITAL_ONLY.has(lower)) return undefined;
    if (bare.length > 1 && bare === bare.toUpperCase() && (kind === 'never' || kind === 'unit') && !ALSO_IN_CAPITALS.has(lower))
      return undefined;
    return kind;
  }
  // U.S, Ph.D, D.C, z.B
  return /^(?:\p{L}{1,2}\.-?)+\p{L}{1,2}$/u.test(bare) ? 'dotted' : undefined;
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
