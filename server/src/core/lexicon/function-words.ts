// Owns: closed classes of English words: articles, pronouns, prepositions, auxiliaries, conjunctions.
// Must not know: what extractors use them for.

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

export const DETERMINERS = set(
  'a an the this that these those my your his her its our their some any each every no all both either neither another such what which whose much many more most few fewer several enough',
);

export const PRONOUNS = set(
  'i you he she it we they me him us them myself yourself himself herself itself ourselves themselves who whom this that these those one someone somebody anyone anybody everyone everybody nobody something anything everything nothing mine yours hers ours theirs',
);

export const PREPOSITIONS = set(
  'of in to for on at by with from about into over under after before between through during without within against among across behind beyond near since until till upon via per like unlike despite toward towards around along off out up down as than except amid beside besides inside outside onto throughout versus including according because due',
);

export const CONJUNCTIONS = set(
  'and or but nor so yet if when while because although though unless whereas where whether once that which who whom whose since until before after as than then',
);

export const AUXILIARIES = set(
  "is are was were be been being am has have had having do does did will would shall should can could may might must ought cannot can't won't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't wouldn't shouldn't couldn't it's that's there's they're we're",
);

export const ADVERBS = set(
  'not never also only just even still already now then here there again too very quite rather almost nearly often always sometimes usually however therefore thus hence instead meanwhile moreover furthermore later earlier soon ago yet perhaps maybe once twice together alone ever',
);

/** All of them: words that never head a name and never count as a noun. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...PRONOUNS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
  ...ADVERBS,
]);

export const NEGATIONS = set(
  "not no never none nobody nothing neither nor without cannot can't won't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't wouldn't shouldn't couldn't mustn't ain't nowhere hardly scarcely barely",
);
