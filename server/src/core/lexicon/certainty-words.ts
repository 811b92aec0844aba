// Owns: words that hedge a statement and words that make it certain.
// Must not know: how sure a sentence is as a whole.

/** Words that make a statement less than sure. */
export const HEDGES: ReadonlySet<string> = new Set(
  `suspect suspects suspected suspecting suspicion suspicions possibly probably likelier likeliest perhaps maybe may might could likely unlikely
  allegedly alleged alleges allege apparently reportedly presumably supposedly seems seem seemed appears appear appeared believe believes believed
  think thinks thought assume assumes assumed guess guesses guessed guesswork rumour rumours rumor rumors rumoured rumored
  unconfirmed unverified unproven unproved unclear uncertain unsure speculation speculates speculated speculate purportedly
  hint hints hinted suggests suggest suggested indication indications conceivable conceivably potentially possible probable tentative tentatively
  preliminary estimate estimated estimates claims claim claimed prob poss presume presumes presumed seemingly plausible plausibly
  undetermined inconclusive inconclusively theoretically hypothetically unsubstantiated uncorroborated purported`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** Words that say outright that something is sure. */
export const CERTAIN: ReadonlySet<string> = new Set(
  `confirm confirms confirmed confirming proves prove proved proven proof certain certainly definitely undoubtedly clearly established
  establishes verified verify verifies conclusively unquestionably known`
    .split(/\s+/)
    .filter(word => word !== ''),
);
