// Owns: what can be counted about one sentence: its numbers, names, tenses, persons, modals.
// Must not know: scores, models, what makes a claim.
import { AUXILIARIES, DETERMINERS, FUNCTION_WORDS, NEGATIONS } from '../../lexicon/function-words.ts';
import { commonVerbForm, isSimplePast } from '../../lexicon/verbs.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import type { DateFact, NameFact, NumberFact, Quote } from '../facts.ts';
import { touchesAny } from '../tokens.ts';
import { type Predicate, predicatesOf } from './predicate.ts';

/** Counts and marks of one sentence; words inside direct quotes are left out of persons and modals. */
export interface Profile {
  readonly tokens: readonly Token[];
  /** Words in lower case, in order. */
  readonly words: readonly string[];
  readonly text: string;
  /** Where `text` starts; facts count from there less this. */
  readonly start: number;
  readonly numbers: readonly NumberFact[];
  readonly dates: readonly DateFact[];
  readonly names: readonly NameFact[];
  /** Share of its characters that stand in direct quotes. */
  readonly quoted: number;
  readonly past: number;
  readonly present: number;
  /** Verbs of the past outside relative and other subordinate clauses: "a list of apps that were tested" has none. */
  readonly mainPast: number;
  /** All its verbs stand in subordinate clauses: "Any features that were active". */
  readonly headless: boolean;
  readonly modal: string | undefined;
  readonly firstPerson: number;
  readonly secondPerson: number;
  readonly negations: number;
  readonly finite: boolean;
  /** It has a verb that is no mere participle. */
  readonly sure: boolean;
  readonly opaque: number;
  /** Predicates of its main clauses, outside direct quotes. */
  readonly predicates: readonly Predicate[];
}

/** Facts that lie in one sentence. */
export interface SentenceFacts {
  readonly numbers: readonly NumberFact[];
  readonly dates: readonly DateFact[];
  readonly names: readonly NameFact[];
  readonly quotes: readonly Quote[];
}

const FIRST = new Set("i we my our us me i'm i've we're we've i'd we'd i'll we'll ourselves myself".split(' '));
const SECOND = new Set("you your you're you've you'll yours yourself".split(' '));
const MODALS = new Set(
  "will would shall should can could may might must cannot can't won't wouldn't shouldn't couldn't mustn't".split(' '),
);
const PRESENT_AUX = new Set("is are am has have do does isn't aren't hasn't haven't doesn't don't it's they're there's that's".split(' '));
const PAST_AUX = new Set("was were had did wasn't weren't hadn't didn't".split(' '));

/** Counts over the tokens of a sentence. */
export function profileOf(tokens: readonly Token[], facts: SentenceFacts, prose: string, span: Span): Profile {
  const words: string[] = [];
  let modal: string | undefined;
  let firstPerson = 0;
  let secondPerson = 0;
  let negations = 0;
  let opaque = 0;
  const quotes = outermost(facts.quotes.filter(quote => quote.kind !== 'scare' && quote.kind !== 'title').map(quote => quote.span));
  let quotedLength = 0;
  for (const quote of quotes) quotedLength += Math.max(0, Math.min(quote.end, span.end) - Math.max(quote.start, span.start));
  const dates = outermost(facts.dates.map(date => date.span));
  const tense = new TenseReader();
  for (const token of tokens) {
    if (token.kind === 'opaque') opaque++;
    if (token.kind !== 'word') {
      if (token.kind === 'mark') tense.pause(token.text);
      else tense.settle(true);
      continue;
    }
    const word = token.lower;
    words.push(word);
    if (NEGATIONS.has(word)) negations++;
    const spoken = quotes.length > 0 && touchesAny(quotes, token);
    if (spoken) continue;
    if (FIRST.has(word)) firstPerson++;
    if (SECOND.has(word)) secondPerson++;
    // "17 May 2022" holds no modal.
    if (word === 'may' && touchesAny(dates, token)) {
      tense.pause(',');
      continue;
    }
    if (MODALS.has(word)) modal ??= word;
    tense.read(token);
  }
  const { past, present, sure, mainPast, headless } = tense.counts();
  const predicates = predicatesOf(quotes.length === 0 ? tokens : tokens.filter(token => !touchesAny(quotes, token)));
  return {
    tokens,
    words,
    text: prose.slice(span.start, span.end),
    start: span.start,
    numbers: facts.numbers,
    dates: facts.dates,
    names: facts.names,
    quoted: quotedLength / Math.max(1, span.end - span.start),
    past,
    present,
    mainPast,
    headless: headless && quotedLength === 0 && predicates.length === 0,
    modal,
    firstPerson,
    secondPerson,
    negations,
    finite:
      past + present > 0 ||
      modal !== undefined ||
      words.some(word => AUXILIARIES.has(word) && word !== 'be' && word !== 'been' && word !== 'being') ||
      quotedLength > 0,
    sure: sure || modal !== undefined || quotedLength > 0,
    opaque,
    predicates,
  };
}

/** Spans in order of their start without those that lie in others. */
function outermost(spans: readonly Span[]): readonly Span[] {
  let end = -1;
  return spans.filter(span => {
    if (span.end <= end) return false;
    end = span.end;
    return true;
  });
}
/** Behind an article or a preposition a participle modifies a noun: "the stolen data". */
const ATTRIBUTIVE = new Set(
  'so a an the of in with and or by for to its their his her our as be been being get gets getting some any all other more not newly previously already'.split(
    ' ',
  ),
);
const SUBJECTS = new Set('he she it they we i you who which that this these those there nobody somebody everyone one both'.split(' '));

/** Words that open a clause which modifies a noun or the main clause. */
const SUBORDINATORS = new Set('which who whose whom where when whenever while if unless once although though until'.split(' '));
const SAYING_STEMS = alternatives(
  /show|reveal|believ|discover|learn|report|claim|confirm/,
  /announc|warn|argu|admit|admitt|conclud|determin|suggest/,
  /indicat|estimat|not|stat|add|alleg|disclos/,
  /ensur|demonstrat|explain|agre|expect|not[ei]c/,
  /observ|prov|acknowledg|deni|den/,
);
/** Verbs and nouns behind which "that" opens what is said or found. */
const SAYS_THAT = new RegExp(
  `^(?:${alternatives(
    /sa(?:y|ys|id)|t(?:ell|ells|old)|f(?:ind|inds|ound)|kn(?:ow|ows|ew|own)/,
    /thinks?|thought|h(?:old|olds|eld)|mean[st]?|sh(?:ow|own)/,
    `(?:${SAYING_STEMS})(?:s|e|es|ed|ied|ies|y)?`,
    // "The fact that".
    /evidence|fact|statement|finding/,
  )})$`,
);
const POINTING = new Set('which that this these those one both'.split(' '));
const ADVERBS = new Set(
  'and or but also then now later still again never not only soon already once ever just since long so even both'.split(' '),
);
const OBJECTS = new Set('him her them it us me you that how what'.split(' '));

/**
 * Counts verbs that tell the past and the present. "is stored" is present, "was stored" and "has stored" are past;
 * a participle without an auxiliary is past only where a subject stands before it, and where it may be
 * a shortened clause ("files stored on it") only if the sentence has no verb in the present.
 */
class TenseReader {
  #past = 0;
  #present = 0;
  #doubtful = 0;
  #before: Token | undefined;
  #helper: 'past' | 'present' | 'other' | undefined;
  #since = 0;
  #pending = false;
  #pendingDeep = false;
  /** Only adverbs stand between the helper and here. */
  #adverbs = true;
  /** Inside a subordinate clause, up to the next comma. */
  #deep = false;
  #deepVerbs = 0;
  /** A parenthesis has just ended. */
  #closed = false;
  #joined = false;
  #opened = 0;
  /** Verbs of the main clause, and those that may be. */
  #mainPast = 0;
  #mainOther = 0;
  #mainDoubtful = 0;

  /** What follows a participle tells an active verb ("released an update") from a shortened clause ("files stored on it"). */
  settle(object: boolean): void {
    if (!this.#pending) return;
    this.#pending = false;
    if (object) this.#past++;
    else this.#doubtful++;
    if (this.#pendingDeep) return;
    // Behind a verb in the present it modifies what follows: "use standardized TOTP tokens".
    if (object && this.#mainOther === 0) this.#mainPast++;
    else this.#mainDoubtful++;
  }

  #tell(kind: 'past' | 'present'): void {
    if (kind === 'past') this.#past++;
    else this.#present++;
    if (!this.#inMain()) return;
    if (kind === 'past') this.#mainPast++;
    else this.#mainOther++;
  }

  /** "that" after a verb opens what was said or found, after a noun what tells it from others; at the start it points. */
  #enter(word: string, before: Token | undefined): void {
    const opens =
      SUBORDINATORS.has(word) ||
      (word === 'that' && this.#closed) ||
      (word === 'that' && before !== undefined && !FUNCTION_WORDS.has(before.lower) && !SAYS_THAT.test(before.lower)) ||
      (before?.lower === 'as' && (word === 'if' || word === 'though'));
    if (!opens) return;
    this.#deep = true;
    this.#deepVerbs = 0;
    this.#opened++;
  }

  /**
   * Whether the verb at hand stands in the main clause. The second verb behind a relative pronoun does, where the main clause
   * has none yet and no "and" joins the two: "The men that hit the bank have fled."
   */
  #inMain(): boolean {
    if (!this.#deep) return true;
    this.#deepVerbs++;
    const joined = this.#joined;
    this.#joined = false;
    if (this.#deepVerbs < 2 || joined || this.#mainPast + this.#mainOther > 0) return false;
    this.#deep = false;
    return true;
  }

  /** A mark: what stood before no longer governs. */
  pause(mark: string): void {
    if (mark === '$' || mark === '€' || mark === '£') this.settle(true);
    else this.settle(false);
    this.#closed = mark === ')';
    if (mark === '-' || mark === '"' || mark === '“') return;
    this.#deep = false;
    this.#helper = undefined;
    this.#before = undefined;
  }

  read(token: Token): void {
    const word = token.lower;
    this.settle(DETERMINERS.has(word) || OBJECTS.has(word) || /^\p{Lu}/u.test(token.text));
    const before = this.#before;
    this.#before = token;
    this.#since++;
    this.#enter(word, before);
    this.#closed = false;
    if (word === 'and' || word === 'or' || word === 'but' || word === 'nor') this.#joined = true;
    if (PAST_AUX.has(word) || word === 'has' || word === 'have' || word === "haven't" || word === "hasn't") {
      this.#tell(PAST_AUX.has(word) ? 'past' : 'present');
      this.#help(PAST_AUX.has(word) ? 'past' : 'other');
      return;
    }
    if (PRESENT_AUX.has(word)) {
      this.#tell('present');
      this.#help('present');
      return;
    }
    if (MODALS.has(word) || word === 'be' || word === 'being' || word === 'to') {
      if (MODALS.has(word) && this.#inMain()) this.#mainOther++;
      this.#help('present');
      return;
    }
    if (word === 'been') return;
    if (this.#since >= 1 && !(word.endsWith('ly') || ADVERBS.has(word) || NEGATIONS.has(word)) && commonVerbForm(word) === undefined) {
      this.#adverbs = false;
    }
    const form = commonVerbForm(word);
    // Forms that may be verbs of the main clause: unknown ones, and the base form behind a plural.
    const own = !this.#deep || (this.#deepVerbs > 0 && !this.#joined);
    if (own && (form === undefined ? word.endsWith('ed') : form === 'base' && this.#deep && !FUNCTION_WORDS.has(before?.lower ?? '')))
      this.#mainDoubtful++;
    if (form === undefined || form === 'gerund') return;
    const lead = before?.lower ?? '';
    if (form === 'past' || form === 'participle') this.#readPast(form, word, before);
    else if (form === 'third' && !ATTRIBUTIVE.has(lead) && before !== undefined) this.#tell('present');
    else if (form === 'base' && (SUBJECTS.has(lead) || (lead.length > 3 && lead.endsWith('s')))) this.#tell('present');
  }

  #readPast(form: 'past' | 'participle', word: string, before: Token | undefined): void {
    const governed = this.#helper !== undefined && this.#since <= 4;
    if (governed) {
      // "has stored" tells the past; the present of its helper does not count. "is stored" is present and counted already.
      if (this.#helper === 'other') {
        this.#past++;
        this.#present--;
        // "has basic auditing enabled" is no perfect.
        if (!this.#deep && this.#adverbs) {
          this.#mainPast++;
          this.#mainOther--;
        }
      }
      this.#helper = undefined;
      return;
    }
    // "Moreau, who works alone, found it": the subject stands before the commas.
    if (before === undefined && this.#opened > 0 && this.#mainPast + this.#mainOther === 0 && this.#inMain()) this.#mainPast++;
    if (before === undefined || ATTRIBUTIVE.has(before.lower)) return;
    // "Trusted Root Program": part of a name.
    if (form === 'participle' || /^\p{Lu}/u.test(this.#before?.text ?? '')) return;
    const modifies = FUNCTION_WORDS.has(before.lower) && !ADVERBS.has(before.lower) && !SUBJECTS.has(before.lower);
    if (SUBJECTS.has(before.lower) || isSimplePast(word)) {
      this.#past++;
      const points = POINTING.has(before.lower) && this.#mainOther > 0;
      if (!modifies && !points && this.#inMain()) this.#mainPast++;
    } else {
      this.#pending = true;
      this.#pendingDeep = modifies || !this.#inMain();
    }
  }

  #help(kind: 'past' | 'present' | 'other'): void {
    this.#helper = kind;
    this.#since = 0;
    this.#adverbs = true;
  }

  counts(): { past: number; present: number; sure: boolean; mainPast: number; headless: boolean } {
    this.settle(false);
    const counted = this.#present > 0 ? 0 : Math.min(2, this.#doubtful);
    return {
      past: this.#past + counted,
      present: Math.max(0, this.#present),
      sure: this.#past + this.#present > 0,
      mainPast: this.#mainPast + (this.#mainOther > 0 ? 0 : Math.min(counted, this.#mainDoubtful)),
      headless: this.#opened > 0 && this.#mainPast + this.#mainOther + this.#mainDoubtful === 0,
    };
  }
}
