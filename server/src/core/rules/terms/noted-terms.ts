// Owns: words of a draft that the notes show to be the wrong term: they have another name for the thing, or tell what the term rules out.
// Must not know: how terms are told apart (lexicon/confusions), findings, house terms.
import type { Match, Passage, Source } from '../../evidence/types.ts';
import type { Facts } from '../../extract/facts.ts';
import { CONTRASTS } from '../../lexicon/confusions/confusions.ts';
import { affirms } from '../../lexicon/confusions/contrasts.ts';
import { DENIAL, type NotedConfusion, notedConfusions } from '../../lexicon/confusions/noted.ts';
import { isDenied, sameCase } from '../../lexicon/confusions/types.ts';
import { lazy } from '../../text/lazy.ts';
import { covers, overlaps, type Span, slice } from '../../text/span.ts';
import type { DocumentView, PlacedSegment, StoryView } from '../types.ts';
import { isForeign } from './wording.ts';

/** A word of the draft, and the words of the notes that it does not fit. */
export interface NotedTerm {
  /** Relative to the segment. */
  readonly span: Span;
  readonly wrong: string;
  readonly noted: string;
  readonly passage: Passage;
  readonly better?: string;
  /** Whether the notes name the thing; else they tell of it. */
  readonly isNamed: boolean;
}

interface Drafted {
  readonly sentence: number;
  readonly span: Span;
  readonly pair: Pair;
}

interface Pair extends Pick<NotedConfusion, 'drafted' | 'noted' | 'agreed' | 'isState'> {
  readonly better: (drafted: string) => string | undefined;
  /** Whether `noted` tells of the thing without naming it. */
  readonly isTold: boolean;
}

const pairs: () => readonly Pair[] = lazy(() => [
  ...notedConfusions().map(pair => ({ ...pair, isTold: false })),
  ...CONTRASTS.map(({ word, told, agreed, better }) => ({ drafted: word, noted: told, agreed, better, isTold: true })),
]);

/** Words that a claim and a passage must share before the passage counts as being about the same thing. */
const LEAST_SHARED = 3;
/** Passages that are looked at where no verdict has any. */
const CLOSE = 3;
/** Passages that are asked whether anything in the notes stands by the draft's word. */
const ASKED = 12;
/** Passages before and after the closest one that may tell of the same thing. */
const BESIDE = 8;
/** A Source of so many passages is about one matter. */
const SHORT_SOURCE = 40;

/** Terms of a segment that the notes do not bear out, in order of the pairs. */
export function notedTermsIn(segment: PlacedSegment, document: DocumentView, story: StoryView): readonly NotedTerm[] {
  const found: NotedTerm[] = [];
  for (const drafted of draftedIn(segment.facts)) {
    if (found.some(other => overlaps(other.span, drafted.span))) continue;
    const term = termOf(drafted, segment, document, story);
    if (term) found.push(term);
  }
  return found;
}

function termOf(
  { sentence, span, pair }: Drafted,
  segment: PlacedSegment,
  document: DocumentView,
  story: StoryView,
): NotedTerm | undefined {
  const { facts } = segment;
  const { matches, cited } = closestTo(sentence, span, segment, document, story);
  const isMatter =
    pair.isTold &&
    MATTER.test(slice(facts.tree.prose, { start: facts.tree.sentences[sentence]?.span.start ?? span.start, end: span.start }));
  const passages = [...matches.map(match => match.passage), ...aboutTheSame(matches, cited, pair), ...(isMatter ? allOf(story) : [])];
  if (passages.some(({ text }) => affirms(text, pair.agreed))) return undefined;
  const wrong = slice(facts.tree.prose, span);
  const first = matches.find((match, at) => at === 0 && match.shared.length >= LEAST_SHARED)?.passage;
  for (const passage of passages) {
    const noted = pair.isTold ? pair.noted.exec(passage.text)?.[0] : affirmed(passage.text, pair.noted);
    if (noted === undefined) continue;
    const isSame = passage === first || isNamedIn(facts.tree.prose, span, passage.text);
    if (!isSame && !pair.isTold && BRINGS_IN.test(passage.text)) continue;
    const isOfSource = matches[0]?.passage.source === passage.source || cited.includes(passage.source);
    const isAlone = isMatter || matches.some(match => match.passage === passage && match.shared.length >= LEAST_SHARED - 1);
    if (!isSame && !(isOfSource ? !standsBy(wrong, pair, story) : pair.isTold && isAlone && !agreesAnywhere(pair, story))) continue;
    const better = pair.better(wrong);
    return { span, wrong, noted, passage, isNamed: !pair.isTold, ...(better !== undefined && { better: sameCase(wrong, better) }) };
  }
  return undefined;
}

/** What bears best on the sentence, claim or not, and the Sources that it cites. */
function closestTo(sentence: number, span: Span, segment: PlacedSegment, document: DocumentView, story: StoryView) {
  const { claims, tree } = segment.facts;
  const cited = document.citationsOver(segment, sentence).flatMap(({ source }) => source ?? []);
  const claim = claims.find(one => one.sentence === sentence && covers(one.span, span)) ?? claims.find(one => one.sentence === sentence);
  const matches = claim ? document.support(segment, claim).matches : [];
  if (matches.length > 0) return { matches, cited };
  const text = slice(tree.prose, tree.sentences[sentence]?.span ?? span);
  return { matches: story.evidence.search(text, { limit: CLOSE }), cited };
}

/** Passages beside the closest one, and those of a short Source that is cited: what they tell is mostly of the same thing. */
function aboutTheSame(matches: readonly Match[], cited: readonly Source[], { isTold, isState }: Pair): readonly Passage[] {
  const [first] = matches;
  const beside =
    first && first.shared.length >= (isTold ? LEAST_SHARED - 1 : LEAST_SHARED) ? besideOf(first.passage, isTold ? BESIDE : 2) : [];
  return isTold || isState ? [...beside, ...cited.flatMap(({ passages }) => (passages.length <= SHORT_SOURCE ? passages : []))] : beside;
}

/** "This is …", "In short it was a …": the term is said of what the whole text is about. */
const MATTER =
  /(?:^|[.!?:] {1,2}|\b(?:in short|in fact|in other words|clearly|of course),? )(?:this|it|that|the (?:attack|incident|break-in|case|theft|intrusion|trick))\s+(?:is|was)\s+(?:(?:simply|plain|pure|really|a case of|a form of|a kind of|an?|no more than|nothing but|old-fashioned|classic)\s+){0,3}$/i;
/** Notes of so many passages are looked through as a whole. */
const FEW_PASSAGES = 600;

function allOf(story: StoryView): readonly Passage[] {
  const all = [...story.sources.values()].flatMap(({ passages }) => passages);
  return all.length <= FEW_PASSAGES ? all : [];
}

/** Whether anything in the notes stands by the draft's word; of many notes nobody can tell. */
function agreesAnywhere({ drafted, agreed }: Pair, story: StoryView): boolean {
  const all = allOf(story);
  return all.length === 0 || all.some(({ text }) => affirms(text, agreed) || affirms(text, drafted));
}

function affirmed(passage: string, words: RegExp): string | undefined {
  const match = words.exec(passage);
  return match && !DENIAL.test(passage.slice(Math.max(0, match.index - 30), match.index)) ? match[0] : undefined;
}

/** Passages of the same Source that stand close by. */
function besideOf(passage: Passage, reach: number): readonly Passage[] {
  const { passages } = passage.source;
  const at = passages.indexOf(passage);
  return at < 0 ? [] : passages.slice(Math.max(0, at - reach), at + reach + 1);
}

/** "A wiper was found on two tills", "Another flaw lets …": it brings in a thing of its own. */
const BRINGS_IN =
  /^(?:an?|one|two|some|another|other|also|besides|later|earlier|before|afterwards)\b|\b(?:second|third|another|separate) /i;

/** "Credential Stuffing (T1110.003)", "T1534 Internal Spearphishing", "CWE-306, Improper Authorization": the name of a technique or weakness is compared with its number. */
function isNumbered(text: string, match: RegExpExecArray): boolean {
  return (
    /^["”’*_]{0,2}[ ,]{0,2}[([]?(?:T\d{4}|CWE-\d{1,4})\b/.test(text.slice(match.index + match[0].length)) ||
    /\b(?:T\d{4}(?:\.\d{3})?|CWE-\d{1,4})(?:[)\]`]?[,:]? ["“‘(*_]{0,2}(?:\p{Lu}[\p{L}-]{1,20} ){0,4}|`?[,:] ["“‘*_]{0,2}(?:[\p{L}-]{1,20} ){0,4})$/u.test(
      text.slice(Math.max(0, match.index - 80), match.index),
    )
  );
}

/** Whether a passage anywhere in the notes has the draft's word, or what speaks for it. */
function standsBy(wrong: string, pair: Pair, story: StoryView): boolean {
  return story.evidence.search(wrong, { limit: ASKED }).some(({ passage }) => affirms(passage.text, pair.drafted));
}

/** "a ransomware called Driftnet": whether the passage has that name, so that it is about the same thing. */
function isNamedIn(prose: string, { end }: Span, passage: string): boolean {
  const name = /^ (?:called|named|dubbed|known as) ["“]?(\p{Lu}[\p{L}\p{N}]{2,})/u.exec(prose.slice(end, end + 60))?.[1];
  return name !== undefined && new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u').test(passage);
}

const drafted = new WeakMap<Facts, readonly Drafted[]>();

/** Words of the draft that a pair of terms is about; from the segment alone. */
function draftedIn(facts: Facts): readonly Drafted[] {
  let found = drafted.get(facts);
  if (!found) {
    found = facts.tree.sentences.flatMap(({ span }, sentence) => {
      const text = slice(facts.tree.prose, span);
      if (text.length > 2000) return [];
      // Making an iterator for each pair costs far more than seeing that a text has none of its words.
      return pairs()
        .filter(pair => text.search(pair.drafted) >= 0)
        .flatMap(pair =>
          [...text.matchAll(pair.drafted)]
            .filter(match => !pair.noted.test(text) && !isDenied(text, match.index) && !isNumbered(text, match))
            .map(match => {
              const wrong = match.groups?.wrong ?? match[0];
              const start = span.start + match.index + match[0].indexOf(wrong);
              return { sentence, span: { start, end: start + wrong.length }, pair };
            })
            .filter(one => !isForeign(facts, one.span)),
        );
    });
    drafted.set(facts, found);
  }
  return found;
}
