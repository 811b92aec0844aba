// Owns: words and phrases by which a writer thinks, judges and expects something.
// Must not know: profiles of sentences, what makes one an opinion.
import { alternatives } from '../../text/alternatives.ts';

/** "Unfortunately", "we hope", "good news". */
export const EVALUATIVE = new RegExp(
  String.raw`\b(?:${alternatives(
    /arguably|unfortunately|fortunately|sadly|hopefully|interestingly/,
    /surprisingly|obviously|frankly|honestly|ideally/,
    // "In my view", "worth noting", "hard to believe".
    /of course|in (?:our|my) (?:opinion|view|experience)|worth (?:it|a|the|noting|mentioning)/,
    /hard to (?:think|imagine|believe|say|see)/,
    // "I think", "we hope", "it seems".
    /i (?:think|believe|feel|guess|suppose|hope|wish|doubt|suspect|wonder|love|like|would|want|wanted)/,
    /we (?:think|believe|feel|hope|wish|doubt|expect|recommend|suggest|encourage|would|want|wanted|welcome)/,
    /it (?:seems|feels|looks|appears)|to my (?:mind|knowledge)/,
    // "Makes sense", "no doubt", "good news".
    /makes sense|no doubt|better off|great deal/,
    /might as well|the point is/,
    /good (?:idea|news|practice|thing)|bad (?:idea|news|practice|thing)/,
  )})\b`,
);
/** "Clever", "painful": as much opinion as fact. */
export const JUDGING = new RegExp(
  String.raw`\b(?:${alternatives(
    /controversial|straightforward|emotional|painful|successful/,
    /awkward|beautiful|brilliant|clever|elegant|excellent|exciting|fascinating|funny/,
    /great|horrible|impressive|interesting|neat|nice|nasty|perfect|pretty/,
    /sad|scary|silly|strange|stupid|surprising|terrible|ugly/,
    /useful|useless|welcome|wise|wonderful|wrong/,
    /boring|tricky|hard|easy|difficult/,
    /modest|rich|poor|fair|unfair/,
  )})\b`,
);

const VERY = alternatives(
  /very|quite|rather|extremely|fairly|pretty|really|truly|also|always|so|too/,
  /relatively|particularly|highly|undeniably|certainly|undoubtedly/,
);
const QUALITIES = alternatives(
  /awkward|beautiful|brilliant|clever|complex|complicated|controversial|cumbersome|difficult|easy|elegant/,
  /emotional|excellent|exciting|fascinating|funny|good|great|hard|horrible|impressive|inconvenient/,
  /ingenious|interesting|lucky|messy|nasty|neat|nice/,
  /painful|poor|popular|powerful|pretty|problematic|remarkable/,
  /sad|scary|silly|straightforward|strange|surprising/,
  /terrible|tricky|trivial|ugly|undeniably|unfortunate|unremarkable/,
  /useful|useless|welcome|wonderful|wise/,
);
/** "Was very controversial", "is undeniably the leader": what somebody thinks of it. */
export const JUDGED = new RegExp(String.raw`^(?:(?:${VERY}) )*(?:${QUALITIES})\b(?! ?[-‑])`);

/** "Fair enough, and well put: …": a remark on what stands before. */
export const REMARK =
  /^(?:and )?(?:fair enough|well (?:put|said|played)|quite (?:right|so)|true enough|so far,? so good|(?:small|no|little) wonder|so much for|not bad|never mind|mind you|good for (?:them|her|him|it))\b/;

/** "We assess", "almost certainly", "it seems". */
export const JUDGEMENT = new RegExp(
  String.raw`\b(?:${alternatives(
    // "We assess", "our judgement".
    /we (?:\w+ )?(?:assess|judge|estimate|believe|expect|predict|anticipate|forecast)/,
    /our (?:assessment|judgement|judgment|confidence|view)/,
    // "Is likely", "with high confidence", "a remote chance".
    /(?:is|are|was|were|very|highly|most|seems?|appears?) (?:un)?likely|(?:un)?likely (?:to|that)/,
    /with (?:low|moderate|medium|high) confidence|(?:low|moderate|high) confidence/,
    /realistic possibility|remote chance/,
    // "Almost certainly", "perhaps".
    /almost certain(?:ly)?|roughly even|probable|probably/,
    /possibly|perhaps|maybe|presumably|plausible/,
    // "It is quite possible", "I do not think".
    /it(?: is|'s|’s) (?:also |very |quite )?possible|i (?:do not|don't|don’t) (?:think|expect|believe)|it seems/,
  )})\b`,
);
