// Owns: pairs of terms that exclude each other, for comparing the draft's word with the notes' word for the same thing.
// Must not know: sentences' context, how passages of the notes are found.

import { lazy } from '../../text/lazy.ts';
import { FAMILIES, type Member, OFTEN_SAID, PROTECTING } from './families.ts';

/** A term of the draft and the term that the notes have in its place. */
export interface NotedConfusion {
  /** The draft's word, with flags `gi`. */
  readonly drafted: RegExp;
  /** The notes' word. */
  readonly noted: RegExp;
  /** Words with which the notes agree with the draft after all. */
  readonly agreed: RegExp;
  /** What to write for the draft's word. */
  readonly better: (drafted: string) => string;
  /** The state of a thing: where the Source that a sentence cites has the notes' word alone, it is about that thing. */
  readonly isState?: true;
}

const plural = (drafted: string, one: string, many: string): string => (/s$/i.test(drafted) && !/virus$/i.test(drafted) ? many : one);

/** What the draft and the notes say for two terms of a family. */
function pairOf(drafted: Member, noted: Member): NotedConfusion {
  return {
    drafted: new RegExp(drafted.drafted ?? drafted.said, 'gi'),
    noted: new RegExp(noted.said, 'i'),
    agreed: new RegExp(drafted.agreed === undefined ? drafted.said : `${drafted.said}|${drafted.agreed}`, 'i'),
    better: noted.write,
  };
}

const familyPairs = (): readonly NotedConfusion[] => [
  ...FAMILIES.flatMap(family =>
    family.flatMap(drafted =>
      family
        .filter(noted => noted !== drafted)
        .map(noted => ({ ...pairOf(drafted, noted), ...(family === PROTECTING && { isState: true as const }) })),
    ),
  ),
  ...OFTEN_SAID.flatMap(([drafted, others]) => others.map(noted => pairOf(drafted, noted))),
];

/** Pairs that are no family (families.ts): what the notes tell counts, too, or the words hang together one way only. To add one, copy an entry; both words must be unable to name the same thing. */
export const notedConfusions: () => readonly NotedConfusion[] = lazy(() => [
  ...familyPairs(),
  {
    drafted: /\bDDoS\b|\bdistributed denial[- ]of[- ]service\b/gi,
    noted:
      /\bDoS\b|(?<!distributed )\bdenial[- ]of[- ]service\b|\b(?:single|lone) (?:\w{1,20} )?(?:machine|host|computer|laptop|sender|packet|request|connection)\b|\b(?:from|by) an? (?:single|lone) (?:\w{1,20} )?server\b|\bone (?:\w{1,20} )?(?:machine|host|computer|laptop|sender|packet)\b/i,
    agreed:
      /\bDDoS\b|\bdistributed\b|\bbotnet\b|\b(?:all over|around) the world\b|\b(?:thousands|hundreds|many) (?:of )?(?:\w{1,20} )?(?:machines|hosts|computers|sources|senders|addresses|devices|bots)\b/i,
    better: word => (word.length > 4 ? 'denial-of-service' : 'DoS'),
  },
  // Spelled out it is the general term, which no note about a flood rules out.
  {
    drafted: /\bDoS\b/g,
    noted: /\bDDoS\b|\bdistributed denial\b|\bbotnet\b/i,
    agreed: /\bDoS\b|(?<!distributed )\bdenial[- ]of/,
    better: () => 'DDoS',
  },
  {
    drafted: /\bremote[- ]code[- ]execution\b|\bRCE\b/gi,
    noted: /\bprivilege escalation\b|\b(?:elevation|escalation) of privileges?\b|\bLPE\b|\blocal (?:user|account)\b/i,
    agreed: /\bremote(?:ly)?\b|\bRCE\b|\bcode execution\b/i,
    better: () => 'privilege escalation',
  },
  {
    drafted: /\b(?:local )?privilege[- ]escalation\b|\belevation of privileges?\b/gi,
    noted: /\bremote code execution\b|\bRCE\b/i,
    agreed: /\bprivilege|\blocal\b|\bLPE\b/i,
    better: () => 'remote code execution',
  },
  {
    drafted: /\banonymi[sz](?:ed|ation|ing|es)\b|\banonymous(?= (?:data|records|form|list|set|files))/gi,
    noted: /\bpseudonym/i,
    agreed: /(?<!pseud)\banonym/i,
    better: word => word.toLowerCase().replace(/^anonym/, 'pseudonym'),
  },
  {
    drafted: /\bauthentication\b/gi,
    noted: /\bauthori[sz]ation\b|\baccess control\b/i,
    agreed: /\bauthentic|\blog ?in\b|\bpassword/i,
    better: () => 'authorisation',
  },
  {
    drafted: /\bauthori[sz]ation\b/gi,
    noted: /\bauthentication\b/i,
    agreed: /\bauthori[sz]|\bpermission/i,
    better: () => 'authentication',
  },
  {
    drafted: /\bair-?gapped\b/gi,
    noted:
      /\b(?:separate|own|dedicated|isolated|different) (?:network )?(?:segment|subnet|VLAN)\b|\bVLANs?\b|\bsegmented\b|\b(?:fed|updated|reached|reachable|managed|accessed|connected|backed up|patched) (?:remotely|(?:over|through|via|from|across|to) (?:the|a|an|its|their) (?:\w{1,20} )?(?:network|internet|VPN|LAN|intranet))\b/i,
    agreed: /\bair[- ]?gap/i,
    better: () => 'segmented',
  },
  {
    drafted: /\b(?:zero|0)-?click\b/gi,
    noted:
      /\b(?:one|1|single)-?click\b|\b(?:tapped|clicked)\b|\b(?:opened|followed) (?:on )?(?:the|a|an|its|that) (?:\w{1,20} ){0,2}?(?:link|attachment|message|document|file|photo|picture|invitation)\b|\b(?:has|had|needs?|needed) to (?:tap|click|open|follow)\b|\b(?:a|one) (?:single )?(?:tap|click)\b/i,
    agreed:
      /\b(?:zero|0|no)[- ]?(?:click|tap)|\b(?:without|no) (?:any |a )?(?:click|tap|action|interaction|touching|opening)|\b(?:nobody|no one|never|not|n['’]t) (?:\w{1,20} ){0,2}?(?:tap|click|open|touch)|\b(?:tapped|clicked|opened|touched) (?:on )?nothing|\bbefore (?:he|she|they|anyone|it was)\b/i,
    better: () => 'one-click',
  },
  {
    drafted: /\b(?:one|1|single)-?click(?= (?:exploit|attack|infection|chain|vulnerabilit))/gi,
    noted: /\b(?:zero|0)-?click\b/i,
    agreed: /\b(?:one|1|single)[- ]?click|\btap|\bclicked\b/i,
    better: () => 'zero-click',
  },
  {
    drafted: /\bbrute[- ]?forc(?:e|ing)(?: attacks?)?\b|\bpassword[- ]spraying\b/gi,
    noted:
      /\bcredential[- ]stuffing\b|\b(?:with|using|used|tried|trying|tested|replayed) (?:\w{1,20} ){0,3}?(?:leaked|stolen|reused|re-used|breached|already known) (?:\w{1,20} ){0,2}?(?:passwords?|credentials|logins)\b|\b(?:with|using|used|tried|trying|tested|replayed) (?:\w{1,20} ){0,3}?(?:passwords?|credentials|logins) (?:\w{1,20} ){0,2}?(?:leaked|from (?:an |the )?(?:other|earlier|older|previous|old) (?:breach|breaches|leaks?|dumps?|sites?))\b/i,
    agreed: /\bbrute|\bspray|\bguess|\bcrack|\bhash/i,
    better: () => 'credential stuffing',
  },
  {
    drafted: /\bbrute[- ]?forc(?:e|ing)(?: attacks?)?\b|\bcredential[- ]stuffing\b/gi,
    noted: /\bpassword[- ]spray/i,
    agreed: /\bbrute|\bstuffing/i,
    better: () => 'password spraying',
  },
  {
    drafted: /\b(?:penetration|pen)[- ]?tests?\b/gi,
    noted: /\bvulnerability scans?\b|\bautomated scan|\bscanner\b/i,
    agreed: /\bpen(?:etration)?[- ]?test|\btesters?\b|\bby hand\b|\bmanual/i,
    better: word => plural(word, 'vulnerability scan', 'vulnerability scans'),
  },
  {
    drafted:
      /\bend[- ]to[- ]end[- ]encrypt(?:ed|ion)\b|\bencrypt(?:ed|ion|s) (?:(?:all |its |their |the )?[\w’'-]{1,20} )?(?:from )?end[- ]to[- ]end\b/gi,
    noted: /\bin transit\b|\bon (?:the|its|their) way\b|\bTLS\b|\bHTTPS\b|\bon (?:our|its|their|the) servers?\b/i,
    agreed: /\bend[- ]to[- ]end\b|\bE2E/i,
    better: word => (/encryption/i.test(word) ? 'encryption in transit' : 'encrypted in transit'),
  },
  {
    drafted: /\b(?:zero|0)[- ]days?\b/gi,
    noted:
      /\bn-day\b|\b(?:known|old) (?:flaw|bug|vulnerability|hole)\b|\b(?:already|long) (?:fixed|patched|known)\b|\b(?:fix|patch) (?:was |had been |has been )?(?:out|available) (?:since|for)\b|\bnot a zero[- ]day\b/i,
    agreed: /(?<!not a )\bzero[- ]day\b(?! any)|\b0-?day\b|\bno (?:fix|patch)\b|\bunpatched\b/i,
    better: word => plural(word, 'known flaw', 'known flaws'),
  },
  {
    drafted: /\bback[- ]?doors?\b/gi,
    noted:
      /(?<!\b(?:us(?:ed|ing|es?)|exploit(?:ed|ing|s)?|abus(?:ed|ing)|through|via|by|by means of) (?:an?|the|one|this|that) )\b(?:flaw|bug|vulnerability|mistake|weakness|coding error|programming error|oversight|login flaw)s?\b/i,
    agreed: /\bback[- ]?door|\bplanted|\bimplant|\bon purpose|\bdeliberate|\bmalware|\binstalled\b|\bweb ?shell/i,
    better: word => plural(word, 'vulnerability', 'vulnerabilities'),
  },
  {
    drafted: /\b(?:vulnerability|vulnerabilities)\b/gi,
    noted: /\bback[- ]?doors?\b/i,
    agreed: /\b(?:flaw|bug|vulnerab|weakness|mistake)/i,
    better: word => (/ies$/i.test(word) ? 'backdoors' : 'backdoor'),
  },
]);

/** Words by which a note says that something is not so. */
export const DENIAL = /\b(?:no|not|nothing|nobody|never|none|nor|neither|without|n['’]t|rather than|instead of|unlike)\b/i;
