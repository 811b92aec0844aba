// Owns: phrases by which a text tells versions of a product apart, and what changed between them.
// Must not know: profiles of sentences, scores.
import { alternatives } from '../../text/alternatives.ts';

/** "Kernels 4.14 and older", "in recent versions of it": what differs between versions is a description. */
export const VERSIONS = new RegExp(
  alternatives(
    /(?<![\w.])\d[\w.]{0,20}\)? (?:and|or) (?:older|earlier|above|later|newer|higher|below|up)\b/,
    /\b(?:older|newer|recent|earlier|previous|old|all) (?:versions?|releases?|kernels?|processors?|builds?|models?)\b/,
    // "Before version 4", "since 4.14", "prior to this release".
    /\b(?:before|since|until|with|from) (?:\w+ )?version \d/,
    /^(?:version|release) \d[\w.]* (?:introduced|added|dropped|removed|changed|brought)\b/,
    /^(?:since|in|up until|until|before|as of|from|with) (?:\w+ )?\d+\.\d+/,
    /\b(?:prior to|as of) (?:\w+ ){0,2}(?:version |release )?\d+\.\d|\bprior to (?:this|that) (?:release|version)\b/,
  ),
  'i',
);
/** "Deprecated for ten years, it has now been removed". */
export const DEPRECATED = /\bdeprecated\b/i;
/** "Previously, only the first 15 were used": what a change did away with. */
export const PREVIOUSLY = /^(?:previously|formerly|until now|before this (?:change|release|version)),? (?!.*\bhad\b)/i;
const SOMETHING_NEW = /(?:an?|another|the|some|several|two|three)? ?(?:new|additional|missing) (?:[\w'’‘-]+ ){0,4}/.source;
const CHANGED = /added|introduced|defined|implemented|removed|renamed|changed/.source;
const RESOLVED = /addressed|corrected|resolved|fixed|changed|improved/.source;
/** "A new command was added that …", "This has been addressed by …": an entry of a list of changes. */
export const CHANGELOG = new RegExp(
  alternatives(
    String.raw`^${SOMETHING_NEW}(?:was|were|has been|have been) (?:also )?(?:${CHANGED})\b`,
    String.raw`^(?:this|it|these|that)(?: issues?| bugs?| problems?)? (?:has|have|was|were) (?:been )?(?:${RESOLVED}) by\b`,
  ),
  'i',
);
