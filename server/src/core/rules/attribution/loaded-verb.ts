// Owns: the rule attribution/loaded-verb.
// Must not know: how attributions are found, which verbs are loaded (lexicon/reporting-verbs).
import type { Attribution, Facts } from '../../extract/facts.ts';
import { neutralForm } from '../../lexicon/reporting-verbs.ts';
import { alternatives } from '../../text/alternatives.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { covers, overlaps, type Span, slice } from '../../text/span.ts';
import { defineSegmentRule, type SegmentFix } from '../types.ts';

/** Who admits a wrong, or says so in court, is said to admit it. */
const WRONGDOING = new RegExp(
  String.raw`\b(?:${alternatives(
    /guilt\w*|crim\w*|fraud\w*|brib\w*|st[eo]le\w*|stolen|steal\w*|theft|hack\w*/,
    /lied|lying|lies|murder\w*|kill\w*|abus\w*|negligen\w*/,
    // Faults and mistakes.
    /fault\w*|mistakes?|wrong\w*|errors?|fail\w*/,
    /liab\w*|violat\w*|br(?:eak|oke|eaking) the law|breach of|misconduct/,
    // Before a court.
    /plea|pleaded|(?<!(?:for|of) the |the district |the regional |the high )court(?! (?:spokes|press|official|clerk|says|said|will|has|is))|charges?|counts? of|offen[cs]es?/,
    // "Lost the", "resigned", "sorry".
    /defeat\w*|lost the|resign\w*|responsib\w*|sorry|apologi\w*|regret\w*/,
    /drug\w*|cheat\w*|mislead\w*|misled|cover(?:ed)?[- ]up|illegal\w*|unlawful\w*/,
    // "Should have".
    /should have|shouldn['’]t|ought to have/,
  )})\b`,
  'i',
);
/** A claim that is open to doubt may be called a claim. */
const DOUBTED =
  /\b(?:verif\w*|unverified|unproven|no (?:evidence|proof)|without (?:evidence|proof)|false\w*|falsely|disput\w*|den(?:y|ied|ies)|contradict\w*|not (?:been )?(?:confirmed|independently)|could not (?:be )?(?:confirm|verif)\w*|wrongly|incorrectly|debunk\w*|but)\b/i;
/** "Claimed €380,000 and was awarded half": asked for it. */
const SUM =
  /^\s+(?:(?:about|some|around|nearly|almost|over|up to|more than)\s+)?(?:[$€£¥]\s?\d|[\d.,]+\s(?:(?:thousand|million|billion|m|bn)\s)?(?:euros?|dollars?|pounds?|crowns|francs|EUR|USD|GBP)\b|(?:damages|compensation|costs|expenses|a refund|benefits)\b)/;
/** Who was asked more than once, and then said it, has given way. */
const PRESSED =
  /\b(?:when )?pressed\b|\bcross-exam\w*|\basked\b[^.;]{0,60}\b(?:again|repeatedly|twice|(?:second|third|fourth|fifth) time|three times)\b/i;
const OTHER = /different|smaller|other|another|quieter|simpler/.source;
/** What comes behind a claim tells it otherwise. */
const TOLD_OTHERWISE = new RegExp(
  alternatives(
    String.raw`\b(?:tells?|told|shows?|paints?) (?:a|an|quite a|us a) (?:\w+ )?(?:${OTHER}) (?:story|picture|tale)\b`,
    /\b(?:says|said|shows?|found|suggests?|tells?) otherwise\b|\b(?:bears?|bore) (?:it|this|that|them) out\b/,
    /\bby (?:the|its|their) [\p{L} -]{1,30}['’]s account\b/u,
  ),
  'iu',
);
/** The text around it says that the statement does not hold. */
const UNTRUE =
  /\b(?:nothing of the (?:kind|sort)|no such (?:thing|\p{L}+)|(?:was|is|were|are) (?:not true|untrue|wrong|invented|made up|a lie|nonsense|a hoax)|never (?:did|said|had|was|were|happened|existed)|in fact|in truth|in reality|retracted|took (?:it|this|that) back|turned out to be)\b/iu;
/** A document or message that the text calls a fake, or that speaks for criminals. */
const FAKE =
  /\b(?:false|fake|faked|forged|bogus|hoax|phon(?:e)?y|fraudulent|doctored|fabricated|made-up|invented|spoofed|phishing|ransom|extortion|scam|fraudsters['’]?|counterfeit)\b/i;
/** Who says a thing against doubt, or more than once, may be said to insist. */
const UPHELD =
  /\b(?:again|repeat\w*|still|nevertheless|all the same|even (?:after|though|when)|despite|in spite of|although|though|each time|every time|more than once|twice|once more|continue\w*)\b/i;
/** "Insisted on a receipt": asked for it. */
const DEMANDS =
  /^\s+(?:up)?on\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/;
/** "Admitted no patients": let them in. */
const TAKES_IN =
  /^\s+(?:nobody|no one|no-one|him|her|them|(?:[\p{L}\d,-]{1,15}\s+){0,3}?(?:patients?|persons?|people|visitors?|guests?|members?|students?|pupils?|applicants?|children|passengers?))\b(?!\s+(?:had|have|has|was|were|is|are|would|will|could|can|did|do|might|may|knew|died)\b)/u;
/** How far around a statement the text is read, in UTF-16 units. */
const AROUND = 400;
/** Takes up whom the sentence has named. */
const PRONOUN = /^(?:it|he|she|they)$/i;
const CRIMINALS =
  /\b(?:gangs?|crews?|hackers?|attackers?|intruders?|ransomware|cybercriminals?|criminals?|scammers?|fraudsters?|extortionists?|operators?|actors?|hacktivists?|suspects?|defendants?|leak site)\b/i;

export default defineSegmentRule({
  id: 'attribution/loaded-verb',
  version: 2,
  scope: 'segment',
  severity: 'info',
  roles: ['draft'],
  reads: ['attributions', 'quotes', 'names'],
  options: {},
  messages: {
    loaded: '“{verb}” says more than that it was said: {why}. “{neutral}” leaves the judgement to the reader.',
  },
  docs: {
    summary: 'A reporting verb that judges.',
    why: '"Admitted" makes a plain statement a confession, and "claimed" makes it a doubtful one. Where the facts warrant no such judgement, "said" is fairer.',
    bad: [
      { draft: 'Feld admitted that the first results would come only in November.\n' },
      { draft: '"We closed the folder," Hale claimed.\n' },
    ],
    good: [
      { draft: 'Feld said that the first results would come only in November.\n' },
      { draft: 'A group that calls itself Night Ledger claimed responsibility. The clerk admitted that he had stolen the files.\n' },
    ],
  },
  check({ facts, report }) {
    for (const attribution of facts.attributions) {
      const verb = slice(facts.tree.prose, attribution.cue);
      const neutral = neutralForm(verb);
      if (!neutral || !attribution.source || isWarranted(facts, attribution)) continue;
      report({
        span: attribution.cue,
        message: 'loaded',
        args: { verb, neutral, why: WHY[attribution.lemma] ?? phrase`it tells how to take it` },
        fixes: canSwap(facts, attribution)
          ? [{ title: phrase`Write “${neutral}”`, kind: 'safe', edits: [{ span: attribution.cue, newText: neutral }] } satisfies SegmentFix]
          : [],
      });
    }
  },
});

const WHY: Readonly<Record<string, Phrase>> = {
  admit: phrase`it makes the statement a confession`,
  concede: phrase`it makes the statement a retreat`,
  confess: phrase`it makes the statement a confession`,
  claim: phrase`it casts doubt on the statement`,
  purport: phrase`it casts doubt on the statement`,
  reveal: phrase`it takes the statement for true and secret`,
  'let slip': phrase`it takes the statement for true and secret`,
  insist: phrase`it suggests that the statement is doubtful`,
  refute: phrase`it says that the other side was proved wrong`,
  insinuate: phrase`it suggests a hidden meaning`,
};

function isWarranted(facts: Facts, attribution: Attribution): boolean {
  const { tree, quotes, names } = facts;
  const source = attribution.source as Span;
  if (quotes.some(quote => covers(quote.content, attribution.cue)) || /^(?:I|we|you)$/i.test(slice(tree.prose, source))) return true;
  // "No one grumbled, Aasland says": what is told, and no way of telling it.
  if (/\b(?:nobody|no[ -]one|none)\s+$/i.test(tree.prose.slice(Math.max(0, attribution.cue.start - 10), attribution.cue.start)))
    return true;
  const sentence = tree.sentences[attribution.sentence]?.span ?? attribution.scope;
  const around = tree.prose.slice(sentence.start, Math.min(sentence.end, sentence.start + 1000));
  const after = tree.prose.slice(attribution.cue.end, attribution.cue.end + 60);
  switch (attribution.lemma) {
    case 'admit':
      return TAKES_IN.test(after) || WRONGDOING.test(around);
    case 'concede':
    case 'confess':
      return WRONGDOING.test(around) || PRESSED.test(around);
    case 'claim':
    case 'purport': {
      const behind = tree.prose.slice(sentence.end, sentence.end + AROUND);
      return (
        DOUBTED.test(around) ||
        SUM.test(after) ||
        UNTRUE.test(behind) ||
        TOLD_OTHERWISE.test(behind) ||
        isFake(facts, source, sentence.start) ||
        /^\s+(?:responsibility|credit)\b/.test(tree.prose.slice(attribution.cue.end, attribution.cue.end + 20)) ||
        CRIMINALS.test(tree.prose.slice(source.start, attribution.cue.start)) ||
        (PRONOUN.test(slice(tree.prose, source)) && CRIMINALS.test(tree.prose.slice(sentence.start, source.start))) ||
        names.some(name => (name.kind === 'actor' || name.kind === 'malware') && overlaps(name.span, source))
      );
    }
    case 'insist':
      return DEMANDS.test(after) || UPHELD.test(around);
    case 'reveal':
      return attribution.kind === 'document' || attribution.kind === 'organisation';
    default:
      return false;
  }
}

/** "A false notice … The notice claimed": what speaks has been called a fake. */
function isFake({ tree }: Facts, source: Span, start: number): boolean {
  if (FAKE.test(slice(tree.prose, source))) return true;
  const noun = /(\p{L}+)$/u.exec(slice(tree.prose, source))?.[1]?.toLowerCase();
  if (noun === undefined) return false;
  const before = tree.prose
    .slice(Math.max(0, start - AROUND), start)
    .toLowerCase()
    .split(/[^\p{L}'’-]+/u);
  return before.some((word, at) => word === noun && FAKE.test(before.slice(Math.max(0, at - 2), at).join(' ')));
}

/** The plain verb fits as it stands: before a clause or beside a quote, not before a noun ("admitted the breach"). */
function canSwap({ tree }: Facts, { cue, lemma }: Attribution): boolean {
  // "Will let slip": the form is the same after an auxiliary, and “said” is not.
  if (
    lemma === 'let slip' &&
    /\b(?:will|would|to|may|might|can|could|must|should|did|n['’]t|not|never)\s+$/i.test(
      tree.prose.slice(Math.max(0, cue.start - 12), cue.start),
    )
  )
    return false;
  const after = tree.prose.slice(cue.end, cue.end + 40);
  return /^(?:\s+(?:that|he|she|it|they|we|I|there|nobody|no one|everyone|the \w+ (?:was|were|had|would|is|are|has|have|will|could|can))\b|\s*[,.:;]|\s*$|\s+(?:in|on|at|during|after|to (?:reporters|me|us))\b)/u.test(
    after,
  );
}
