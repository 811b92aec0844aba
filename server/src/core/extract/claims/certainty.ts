// Owns: how sure a sentence sounds, on the scale of 1 (speculation) to 6 (certain).
// Must not know: evidence, who says it.
import type { Profile } from './profile.ts';

/** Certainty of a sentence, 1 to 6. */
export function certaintyOf(profile: Profile): number {
  const lower = profile.words.join(' ');
  let value = 5.2;
  if (/\b(?:may|might|could|possibly|perhaps|maybe|speculat\w+|rumou?r\w*|allegedly)\b/.test(lower)) value -= 1.8;
  if (
    /\b(?:likely|probably|suggests?|suggested|appears?|seems?|believed?|suspects?|suspected|estimate[sd]?|apparently|reportedly)\b/.test(
      lower,
    )
  )
    value -= 1.1;
  if (/\b(?:certainly|definitely|confirmed|proven|clearly|undoubtedly|always|never)\b/.test(lower)) value += 0.4;
  if (profile.text.endsWith('?')) value -= 1;
  return Math.min(6, Math.max(1, value));
}
