// Owns: sentences about the text itself: what a section shows, who wrote it, how it writes things.
// Must not know: other reasons why a sentence is no claim, scores, evidence.
import type { SegmentTree } from '../../syntax/types.ts';
import { alternatives } from '../../text/alternatives.ts';
import type { Surroundings } from './not.ts';
import type { Profile } from './profile.ts';

const POINTED_AT = /this|the (?:following|next|previous|present|above)|our|these|each/.source;
const PARTS_OF_TEXT = alternatives(
  /section|chapter|articles?|posts?|blog|reports?|documents?|guides?|pages?|papers?/,
  /tables?|figures?|list|lists|part|tutorial|cheat ?sheets?|topics?|appendix/,
  /diagram|screenshots?|examples?|code|snippet|steps?/,
  /series|text|story|piece|test|scenario|control|write-?up|listing|function/,
);
const OWN_TEXT = new RegExp(String.raw`\b(?:${POINTED_AT}) (?:\w+ )?(?:${PARTS_OF_TEXT})\b`);
const POINTS = new RegExp(
  String.raw`\b(?:${alternatives(
    /describes?|shows?|explains?|lists?|contains?|covers?|discuss(?:es)?/,
    /provides?|summari[sz]es?|sums? up|outlines?|presents?|illustrates?|details?/,
    /walks?|looks? at|focus(?:es)?|introduces?|aims?/,
    /see|refer|follows?|demonstrates?|helps?|applies|assumes?/,
    /is intended|gives?|includes?|will|serves?|seeks?/,
  )})\b`,
);

const OWN_PIECE =
  /^(?:this|the following|these) (?:\w+ )?(?:articles?|section|guide|posts?|page|chapter|sample|query|script|command|rule|snippet|code) (?:\w+ )?(?:describes?|explains?|shows?|covers?|lists?|walks?|outlines?|discuss(?:es)?|searches|creates?|returns?|uses?|contains?|sets?|checks?)\b/;

/** "Ann Orr contributed the appendix on locks": credits of the text itself. */
const WROTE_PART =
  /^(?:\S+ ){1,4}(?:wrote|contributed|provided|maintained|translated|edited) (?:\S+ ){0,5}(?:sections?|chapters?|appendix|appendices|paragraphs?|manual|handbook|faq|cheat ?sheet|original document|this document|glossary|checklists?)\b/;

/** "It was updated by Ann Orr": what became of the text. */
const CREDIT = /^(?:it|most of it|parts of it) (?:was|were|has been|is) (?:\S+ ){0,2}(?:\S+(?:ed|ten|nn|de|pt))\b/;

export function isCredit({ words }: Profile): boolean {
  return CREDIT.test(words.join(' '));
}

/** Headings of what is told of the text itself: whom it thanks, what was changed in it. */
const OF_TEXT =
  /^(?:[\d.]+ )?(?:credits?(?: and thanks)?|acknowledge?ments?|(?:special )?thanks(?: to)?|contributors|(?:authors?|editors?) (?:and|&) (?:contributors?|editors?|reviewers?)|change ?log|(?:revision|version|document|change) history)\W*$/i;

/** By block: whether a heading above says that it is about the text. */
export function blocksOfText(tree: SegmentTree): readonly boolean[] {
  let depth: number | undefined;
  return tree.blocks.map(block => {
    if (block.kind !== 'heading') return depth !== undefined;
    if (depth !== undefined && (block.depth ?? 1) > depth) return true;
    depth = OF_TEXT.test(tree.prose.slice(block.span.start, block.span.end).trim()) ? (block.depth ?? 1) : undefined;
    return depth !== undefined;
  });
}

/** "Scores follow CVSS 3.1", "estimates use the terms of ICD 203": how the text writes things. */
const CONVENTION =
  /^(?:(?:our|all|the) )?(?:estimates?|likelihoods?|words|terms|scores?|grades?|ratings?|names|times|dates|amounts|sums)(?: of \w+| in this \w+)? (?:use|uses|follow|follows|are (?:given|stated|written|rounded|in|utc|gmt|cet|cest|bst|est|edt|pst|pdt|local)|refer to)\b/;

const GIVEN = alternatives(
  /information|ideas?|text|texts|work|material|notes?/,
  /patch(?:es)?|section|example|advice|description|translation|suggestions?/,
);
const GAVE = alternatives(
  /adapted|borrowed|collected|contributed|derived|donated/,
  /funded|gathered|obtained|provided|retrieved|reviewed/,
  /sponsored|started|suggested|supported|taken|written/,
);
/** "This information was contributed by Ann Orr", "both ideas were suggested by": thanks. */
const THANKS = new RegExp(
  String.raw`^(?:this|these|the|both|most|much|some|all)(?: of)?(?: the| this| these)? (?:${GIVEN}) (?:was|were|has been|have been|is|are) (?:\w+ )?(?:${GAVE}) (?:by|from)\b`,
);

/** "The second edition of", "originally a blog post,". */
const EDITION = alternatives(
  /the (?:first|second|third|last|latest|current|original|previous) (?:edition|version|draft) of /,
  /originally (?:[\w“”"'’/-]+ ){1,8}?/,
);
const WHOLE_TEXT = /book|manual|guide|document|documentation|handbook|page|chapter|article|text|faq|howto|tutorial|section|list/.source;
const MADE = alternatives(
  /written|started|reviewed|revised|developed|converted|updated|translated/,
  /maintained|edited|published|moved|based|redesigned|created|generated|derived|made/,
);
/** "This book was developed by Ann Orr", "the manual was converted to HTML": a note about the text itself. */
const MADE_TEXT = new RegExp(String.raw`^(?:${EDITION})?(?:this|the) (?:${WHOLE_TEXT}) (?:was|were|has been|is) (?:\w+ )?(?:${MADE})\b`);

/** "The date in an earlier version of this article was …": a correction. */
const CORRECTS =
  /\b(?:earlier|previous|first|original|older) versions? of (?:this|the present) (?:article|page|post|guide|document|documentation|report|story|text|advisory|notice)\b/;

/** "As described above", "see also", "for more information", "click": leads on to another place. */
const LEADS_ON = new RegExp(
  String.raw`^(?:${alternatives(
    /as (?:described|mentioned|shown|discussed|noted|explained|seen|stated) (?:above|below|earlier|before|in)/,
    /the following|see (?:also|the)|read more/,
    /more (?:information|details?|on|about)|further reading|learn (?:more|how)/,
    /for (?:more|further|additional|details|guidance)|related/,
    /continue reading|click|sign up|subscribe|image/,
    /photo(?:graph)?|corrections?|contact/,
    /this is (?:the|part) |note that the (?:following|above)/,
  )})\b`,
);

export function isSignpost(profile: Profile, around: Pick<Surroundings, 'beforeCode' | 'attributed'>): boolean {
  const lower = profile.words.join(' ');
  if (CORRECTS.test(lower)) return true;
  const head = lower.slice(0, 160);
  const isCounted = profile.numbers.some(number => number.kind === 'percent' || number.kind === 'money' || number.value > 20);
  const specific = isCounted || profile.past > 0;
  if (/:["”’)\]*]*$/.test(profile.text) && (around.beforeCode || !around.attributed) && !(specific && profile.dates.length > 0))
    return true;
  if (OWN_PIECE.test(lower) || /\bas follows\b/.test(lower) || /^(?:here|below|above) (?:is|are)\b/.test(lower)) return true;
  if (OWN_TEXT.test(head) && POINTS.test(head) && !profile.dates.length && !specific) return true;
  if (
    /^(?:table|figure|fig|lines?|listing|image|photo|source|credit|screenshot|diagram|step)\b/.test(lower) &&
    /^(?:\S+ )?(?:\d|shows?|sums?|lists?)/.test(
      profile.tokens
        .slice(1, 4)
        .map(token => token.lower)
        .join(' '),
    )
  )
    return true;
  if (
    /\b(?:in|throughout|of) this (?:section|chapter|article|post|blog ?post|report|document|guide|page|paper|part|text|series|tutorial|cheat ?sheet)\b/.test(
      head,
    ) &&
    (profile.firstPerson > 0 ||
      /\b(?:is|are|will be) (?:described|discussed|covered|shown|listed|used|explained)\b/.test(lower) ||
      profile.modal === 'will' ||
      /^(?:the )?(?:words|scores|names|values|numbers|terms|dates|times|kinds|measurements|benchmarks)\b/.test(lower))
  )
    return true;
  if (
    /\bthe (?:following|above|previous|preceding|next) (?:\w+ )?(?:example|code|attack|image|snippet|schema|query|request|response|command|output|scenario|document|element|function|diagram|configuration|payload|proof)/.test(
      head,
    ) &&
    (profile.dates.length === 0 || profile.mainPast === 0)
  )
    return true;
  if (CONVENTION.test(lower) && profile.past === 0) return true;
  if (WROTE_PART.test(lower) || MADE_TEXT.test(lower) || THANKS.test(lower)) return true;
  if (/\bthe (?:photo|image|figure|diagram|screenshot|picture|graph|chart) (?:on|above|below|at|shows)\b/.test(head)) return true;
  if (
    /^(?:the|this|in the) (?:photo|image|figure|diagram|screenshot|picture|graph|chart|video|listing|snippet)s?\b/.test(lower) &&
    !(isCounted && profile.mainPast > 0)
  )
    return true;
  return LEADS_ON.test(lower);
}
