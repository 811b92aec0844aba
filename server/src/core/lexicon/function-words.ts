// Owns: English words that carry grammar rather than content.
// Must not know: what they are left out of.

/** Words that say little about what a sentence is about. Negations and hedges are not among them by accident: see `NEGATIONS`. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such same other another each every either neither both all any some
  i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself
  they them their theirs themselves one ones who whom whose which what where when why how whoever whatever
  am is are was were be been being do does did done doing have has had having will would shall should can could may might must
  ought need of in on at by for from to into onto with without within about against between among through during before after
  above below over under again further then once here there up down out off as than so too very just also only even still yet
  already and or but nor if because while until although though since unless whereas whether per via upon toward towards
  not no none never nobody nothing nowhere
  more most less least much many few several own around along across behind beyond near
  isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't won't wouldn't can't cannot couldn't shouldn't mustn't
  said say says saying it's that's there's he's she's i'm we're they're you're i've we've they've
  etc eg ie mr mrs ms dr`
    .split(/\s+/)
    .filter(word => word !== ''),
);

/** Words and contractions that turn a statement round. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  `not no none never nobody nothing nowhere neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't haven't hasn't
  hadn't won't wouldn't can't couldn't shouldn't mustn't needn't ain't`
    .split(/\s+/)
    .filter(word => word !== ''),
);
