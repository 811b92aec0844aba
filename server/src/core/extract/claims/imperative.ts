// Owns: whether a sentence tells its reader to do something: it opens with a verb in its base form.
// Must not know: other reasons why a sentence is no claim, scores, evidence.
import { FUNCTION_WORDS } from '../../lexicon/function-words.ts';
import { isCrowd } from '../../lexicon/source-nouns.ts';
import { isBaseVerb, isSimplePast, verbForm } from '../../lexicon/verbs.ts';
import { isPlural } from '../../text/inflect.ts';
import { PLAIN_VERB } from './plain-verbs.ts';
import type { Profile } from './profile.ts';

/** The sentence opens with a verb in its base form, past "please", "always", "also" and a condition up to a comma. */
export function isImperative(profile: Profile): boolean {
  const { tokens } = profile;
  let at = 0;
  // "[!IMPORTANT] Never …": the label of a box.
  if (tokens[0]?.text === '[' && tokens[1]?.text === '!')
    at = Math.max(
      0,
      tokens.findIndex((token, index) => index < 8 && token.text === ']'),
    );
  while (at < tokens.length && (tokens[at]?.kind === 'mark' || tokens[at]?.kind === 'number')) at++;
  // "d) Attempt to …", "FIXME: Update …", "HOST: The disk was …" in a script.
  if (tokens[at + 1]?.text === ')' && tokens[at]?.text.length === 1) at += 2;
  if (/^\p{Lu}{2,}$/u.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === ':') at += 2;
  const clause =
    /^(?:if|when|once|before|after|to|in|for|whenever|where|while|on|as|by|with|until|during|at|using|from|instead|then|next|finally|first|second|additionally|also|alternatively|otherwise|therefore|optionally)$/.test(
      tokens[at]?.lower ?? '',
    );
  if (clause) {
    const comma = tokens.findIndex((token, index) => index > at && index < at + 40 && token.text === ',');
    if (comma > 0 && isImperativeAt(profile, comma + 1)) return true;
  }
  return isImperativeAt(profile, at);
}

function isImperativeAt(profile: Profile, from: number): boolean {
  const { tokens } = profile;
  let at = from;
  while (
    at < tokens.length &&
    (tokens[at]?.kind === 'mark' ||
      /^(?:please|always|never|also|then|just|simply|only|next|now|finally|instead|first|and|to|carefully|optionally|periodically|regularly|ideally|properly|securely)$/.test(
        tokens[at]?.lower ?? '',
      ))
  ) {
    if (tokens[at]?.lower === 'to' && at !== from) break;
    at++;
  }
  const verb = tokens[at];
  if (verb?.kind !== 'word') return false;
  // "Last year 340 lawyers found …", "March saw …": a date, not "last" and "march".
  if (profile.dates.some(date => date.span.start <= verb.start && verb.start < date.span.end)) return false;
  if (/^(?:do|don't|don’t|let|let's|be|make|ensure|consider|avoid)$/.test(verb.lower)) return true;
  if (!isBaseVerb(verb.lower)) return false;
  const next = tokens[at + 1];
  if (tokens[at - 1]?.lower === 'to') return false;
  if (!next) return true;
  // "Release 3.8.1 was out", "Patch 12 fixes": a name with its number.
  if (next.kind !== 'word' && next.kind !== 'mark' && isFiniteVerb(tokens[at + 2]?.lower ?? '')) return false;
  // "Market watchers expect more", "Back then she wrote …"
  if (isCrowd(next.lower) && verbForm(tokens[at + 2]?.lower ?? '') === 'base') return false;
  if (verb.lower === 'back' && /^(?:then|in|at|home|when)$/.test(next.lower)) return false;
  // "Demand grew by 40 %", "Access requires a key"
  if (next.kind === 'word' && (isSimplePast(next.lower) || VERB_ONLY.test(next.lower))) return false;
  // A noun that is a verb, too: "Access is logged", "Report says", "Attack vectors include".
  if (next.kind === 'word' && /^(?:is|are|was|were|has|have|had|will|can|may|says|said|of|from)$/.test(next.lower)) return false;
  if (
    next.kind === 'word' &&
    !FUNCTION_WORDS.has(next.lower) &&
    profile.past + profile.present > 0 &&
    isPlural(next.lower) &&
    !profile.secondPerson
  ) {
    return !tokens.slice(at + 2, at + 5).some(token => /^(?:is|are|was|were|has|have|had|can|may|will)$/.test(token.lower));
  }
  return true;
}

/** Verbs that a noun in front can only be the subject of. */
const VERB_ONLY =
  /^(?:requires|keeps|begins|remains|becomes|takes|gives|makes|goes|comes|includes|depends|allows|lets|means|happens|occurs|leads|falls|rises|grows|ended|doubled|tripled|halved|increased|decreased|dropped|declined|surged|improved|continued|resumed|collapsed|remained|happened|occurred)$/;

function isFiniteVerb(word: string): boolean {
  return PLAIN_VERB.test(word) || verbForm(word) === 'third' || verbForm(word) === 'past';
}
