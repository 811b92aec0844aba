// Owns: phrases by which notes keep a thing open that no single word shows.
// Must not know: claims, passages, which words they make less than sure.
import { alternatives } from '../../text/alternatives.ts';

const CANNOT = /cannot|can't|can’t|could not|couldn't|couldn’t|unable to/.source;
const ESTABLISH = alternatives(
  /confirm|verify|prove|rule out|exclude/,
  /be (?:certain|sure|established|determined|proven|confirmed|verified)|(?:say|tell) (?:yet |more|whether|if|for)/,
);
const TRACES = /hours|times?|patterns?|style|code|traces?|tools?|methods?|techniques?/.source;
const TAKE_FOR = /make (?:it|that|this) a|a|take (?:it|that|this) (?:for|as)(?: a)?/.source;
const WHO_SAYS = alternatives(/(?<=^|[.,;:“"] )/, /(?:we|i|they|he|she|police|nobody|investigators) /);
const UNSETTLED = /open|unclear|unknown|not (?:yet )?(?:known|clear)|undecided|unresolved|disputed/.source;
/** "No proof", "cannot rule out", "low confidence", "under consideration". */
export const OPEN_PHRASES = new RegExp(
  String.raw`\b(?:${alternatives(
    // "There is no proof", "it has not been confirmed", "almost certain".
    /no (?:proof(?! of (?:identity|purchase|concept|address|work|delivery|payment|age|ownership|origin))|evidence yet|confirmation)/,
    /not (?:yet )?(?:been )?(?:confirmed|proven|verified|established|certain|sure|clear)/,
    /(?:almost|nearly|fairly|pretty|reasonably) (?:certain|sure)/,
    // "A hunch", "consistent with", "it reminds them of another gang".
    /under (?:examination|investigation)|a hunch|compatible with/,
    /consistent with|reminds? (?:them|us|him|her|me|one) of/,
    /could (?:also )?(?:be|have been) another|presumed innocent/,
    /(?<!\b(?:no|not|any|without|neither) )(?:indications|signs)["”]? (?:that|of)/,
    // "Cannot rule out", "does not believe", "could have been".
    `(?:${CANNOT}) (?:yet )?(?:${ESTABLISH})`,
    /(?:do|does|did)(?: not|n't|n’t) (?:think|believe|know (?:whether|if|for))/,
    /(?:not |cannot be |can't be |can’t be )(?:ruled out|excluded)|could (?:have|be (?:the|an?|behind))/,
    // "The style of it points to them", "one theory", "several explanations".
    String.raw`(?:${TRACES})(?: \p{L}+){0,3} (?:fits?|match(?:es)?|resembles?|looks? like|points? to)`,
    /(?:one|a) theory|working (?:theory|hypothesis)/,
    /(?:one|two|several|some|many) (?:of (?:several|the|two|three|four|many) )?(?:leads|hypotheses|theories|possibilities|explanations)/,
    // "Would fit", "to our knowledge", "with low confidence".
    /would fit|that (?:they|we|he|she|it) knows? of|to (?:our|their|his|her|its) knowledge/,
    /nothing is (?:settled|certain|proven|confirmed|decided)|no evidence(?=[.,;)]|$)/,
    /(?:(?:with )?low|little|no great|not much|limited) confidence/,
    /(?:may|might|could) (?:well|just|equally|also|yet|as well) (?:be|have)/,
    // "A mere coincidence", "a gut feeling", "only a theory".
    /(?:a|pure|sheer|mere) coincidence|circumstantial|inconclusive/,
    /(?:gut|working) (?:feeling|feel|assumption)|educated guess/,
    /only an? (?:theory|hunch|guess|hypothesis|idea|assumption|indication|hint|suspicion)/,
    /(?:only|just|merely|no more than) (?:an?|one) indication/,
    // "We do not take it for a finding", "that proves nothing".
    `(?:don['’]t|do not|doesn['’]t|does not|not) (?:${TAKE_FOR}) (?:proof|finding|fact)(?! of)`,
    /(?:proves?|proved|says?) nothing(?: yet)?(?=[.,;”"]|$)|no more than that/,
    // "Could not say for sure", "they do not know yet", "not quite certain".
    /(?:can|could)(?: ?not|n['’]t) (?:yet )?(?:say|tell) (?:which|for sure|for certain)/,
    `(?:${WHO_SAYS})(?:can|could|do|does)(?: ?not|n['’]t) (?:say|tell|know)(?: (?:it|that|yet|for sure|for certain))?(?=[.,;”"]|$)`,
    /(?:would|will|wo|ca|can|could)(?: ?not|n['’]t) (?:swear|bet|be sure|bank on|put (?:my|his|her|their) (?:hand|name))/,
    /(?:do|does)(?: not|n['’]t) know yet|no idea (?:whether|if)/,
    /not (?:quite |entirely |fully |completely |at all |that |so )(?:sure|certain|clear)/,
    // "As far as anyone can tell".
    /as far as (?:we|they|i|he|she|it|anyone|anybody|one) (?:can|could) (?:tell|see|say|judge)/,
    /as far as (?:we|they|i|he|she|it|anyone|anybody|is) knows?/,
    // "Whether it was stolen is still open", "unclear if", "results are pending".
    `whether [^.;:?]{1,80} (?:is|was|are|were|remains?) (?:still |as yet |an? )*(?:${UNSETTLED})`,
    /(?:open|unclear|unknown|undecided|disputed|not (?:yet )?(?:known|clear|decided)):? (?:if|whether)/,
    /no results? (?:so far|yet)|results? (?:are |is )?(?:still )?(?:pending|outstanding|not (?:in|back|out))/,
    // "Under review".
    /under (?:consideration|discussion|review)/,
  )})(?![\p{L}\p{N}])`,
  'iu',
);

/** "Undetermined", "too early to say", "one hypothesis": an answer is still to come, or is one of several. */
export const STILL_TO_COME = new RegExp(
  String.raw`\b(?:${alternatives(
    /undetermined|(?:not con|incon)clusive|too (?:early|soon) (?:to|for)\b|(?:proof|evidence) (?:is )?lacking/,
    /no way (?:to|of) (?:tell|know|say)(?:ing)?|nobody (?:knows|can (?:say|tell))|no certainty\b/,
    /none (?:of (?:them|these|which) )?(?:is |are |was |were )?(?:excluded|ruled out|confirmed|proven)/,
    /one (?:possibility|explanation|hypothesis|theory)\b|among (?:the |several )?(?:possibilities|hypotheses|theories|options)/,
    /(?:decision|result|results|report|trial|verdict|tests?) (?:is |are |still )*pending/,
    /explor(?:e|es|ed|ing) (?:the )?(?:possibility|option|idea|ways?|whether)/,
  )})`,
  'iu',
);
