// Owns: a short way to write contrasts: what a text says of the thing that a term does not fit, in the draft right beside the term.
// Must not know: single terms, rules, notes.

import { lazy } from '../../text/lazy.ts';
import { type Contrast, many } from './contrasts.ts';

/** A contrast in a line or two; the sources of its regular expressions have no groups that count. */
export interface Sign {
  readonly id: string;
  /** Lexicon ids: what was written, what was meant. */
  readonly terms: readonly [wrong: string, right: string];
  readonly triggers: readonly string[];
  /** How the term is written. */
  readonly word: string;
  /** What is said of the neighbour that was meant. */
  readonly told: string;
  /** What is said of the term's own thing, beside the term itself. */
  readonly own: string;
  /** What only the neighbour does or has done to it, right behind the term, beginning with a space or a stop. */
  readonly does?: string;
  /** What to write: one word, or one for a single thing and one for several; absent where only the writer can tell. */
  readonly better?: string | readonly [one: string, several: string];
  readonly message: string;
  readonly bad: Contrast['bad'];
  readonly good: Contrast['good'];
}

/** What a term may be followed by without becoming another. */
const HEAD =
  '(?: (?:attacks?|methods?|attempts?|calls?|hacks?|campaigns?|networks?|programs?|hash(?:es)?|implants?|locks?|logins?|doors?|systems?|readers?))?';
/** "… of the registry", "… behind the letters": where or whose it was. */
const WHOSE = "(?: (?:of|behind|in) (?:the |its |their )?[\\w’'-]{1,20})?";
/** "was a …", "amounted to …", ": a …", ", in fact …": only what says that the two are one. */
const IS =
  '(?: (?:was|is) (?:(?:in fact|really|only|just|simply|nothing but|no more than) )?an?| (?:means|meant|amounts? to|amounted to|consists? of|consisted of|turned out to be|proved to be|came as|comes as|(?:was|is) nothing but)(?: (?:an?|the))?|: (?:an?|the)| \\(an?|,? (?:in fact|that is|in other words),? an?)(?: (?:case|kind|form|matter) of)?';
/** Words that qualify: what is done by, with or against something tells of an event and not of what it is. */
const GAP = "(?: (?!(?:by|with|in|on|of|that|which|who|whose|for|from|to|at|against|after|before|no|not)\\b)[\\w’'-]{1,20}){0,2}?";
/** "…, a classic …", at the end: what stands before is called by the term; ", a … followed" calls nothing so. */
const CALLED =
  "(?: [\\w’'-]{1,20}){0,6}?(?:,| –| —| \\() (?:(?:an?|this) (?:pure|classic|simple|so-called)|which (?:is|was) (?:called )?an?|which amounts to an?|in short,? an?|known as(?: an?)?|what is called(?: an?)?) ";

/** Where a draft says that the thing of the term is what `told` names; the term itself is a blank. */
export function named(told: string): string {
  return `▢${HEAD}${WHOSE}${IS}${GAP} (?:${told})\\b`;
}

/** The contrast that a sign stands for. */
export function contrastOf({ id, terms, triggers, word, told, own, better, message, does, bad, good }: Sign): Contrast {
  const expressions = lazy(() => ({
    word: new RegExp(`\\b(?:${word})\\b`, 'gi'),
    told: new RegExp(`\\b(?:${told})\\b`, 'i'),
    draftTold: new RegExp(`${named(told)}|${does ? `▢${HEAD}(?:${does})\\b|` : ''}\\b(?:${told})${CALLED}▢[”"]?(?:[.!?]|\\s*$)`, 'i'),
    agreed: new RegExp(`\\b(?:${own}|${word})\\b`, 'i'),
  }));
  return {
    id,
    wrong: terms[0],
    right: terms[1],
    triggers,
    message,
    get word() {
      return expressions().word;
    },
    get told() {
      return expressions().told;
    },
    get draftTold() {
      return expressions().draftTold;
    },
    get agreed() {
      return expressions().agreed;
    },
    better: typeof better === 'string' ? () => better : better === undefined ? () => undefined : many(better[0], better[1]),
    bad,
    good,
  };
}

/** Somebody is talked into something. */
export const TALKED =
  '(?:help|service|support) ?desk (?:agent |clerk |worker )?(?:that|which|who|into|was|gave|gives|resets?|hand(?:s|ed))|(?:phone |telephone )?calls? to the (?:help|service|support) ?desk|(?:talk(?:ed|s|ing)?|persuad(?:ed|es|ing)|trick(?:ed|s|ing)|coax(?:ed|ing)|fool(?:ed|s|ing)|dup(?:ed|ing)) (?:the |a |an |its |his |her |their |one |two |some )?(?:[\\w-]{1,20} ){0,3}?(?:desk|agents?|clerks?|employees?|staff|operators?|hotline|workers?|nurse|assistant|secretary|porter|guard|customers?|victims?|round|into)|(?:pretend(?:ed|s|ing)?|pos(?:ed|es|ing)) (?:to be|as) (?:an? |the )?\\w+|social engineering';
/** Somebody gives a password away on a page. */
export const PHISHED =
  'phish(?:ed|es|ing)?|fake (?:login|log-in|sign-in|web)? ?(?:page|site|form|portal)|(?:typed|entered|gave away|handed over|keyed in) (?:his|her|their|its|the) (?:own )?(?:passwords?|codes?|logins?|PINs?|credentials)';
/** A radio signal is carried farther. */
export const RELAYED =
  'relay(?:ed|s|ing)?|(?:lengthen|extend|amplif|boost|forward|stretch|prolong)(?:s|ed|ing|y|ies|ied|ying)? (?:the |its |his |their )?(?:[\\w-]{1,20} ){0,2}?(?:signal|range|radio)|(?:signal|range) (?:is |was |were |gets |got )?(?:lengthened|extended|amplified|boosted|stretched|prolonged|carried)';
/** A recording of a signal is sent again. */
export const REPLAYED =
  'replay(?:ed|s|ing)?|(?:record(?:ed|s|ing)?|captur(?:ed|es|ing)) (?:[\\w-]{1,20} ){0,5}?(?:played|plays|sent|sends|playing|repeat(?:ed|s)?) (?:it |them )?(?:back|again|later)|played back';
/** Too many requests. */
export const FLOODED =
  'flood(?:ed|s|ing)?(?! of (?:complaints|mails|letters|questions|reports|tears))|overload(?:ed|s|ing)?|overwhelm(?:ed|s|ing)?|swamp(?:ed|s|ing)?|(?:millions?|thousands|hundreds of thousands|\\d[\\d,]*(?: million| billion)?) (?:of )?(?:[\\w-]{1,20} )?(?:requests|packets|queries|connections|page views)(?: (?:a|per|each) (?:second|minute))?';
