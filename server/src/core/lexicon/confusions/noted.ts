// Owns: pairs of terms that exclude each other, for comparing the draft's word with the notes' word for the same thing.
// Must not know: sentences' context, how passages of the notes are found.
import { likeVerb } from './types.ts';

/** A term of the draft and the term that the notes have in its place. */
export interface NotedConfusion {
  /** Lexicon ids. */
  readonly wrong: string;
  readonly right: string;
  /** The draft's word, with flags `gi`. */
  readonly drafted: RegExp;
  /** The notes' word. */
  readonly noted: RegExp;
  /** Words with which the notes agree with the draft after all. */
  readonly agreed: RegExp;
  /** What to write for the draft's word. */
  readonly better: (drafted: string) => string;
}

const plural = (drafted: string, one: string, many: string): string => (/s$/i.test(drafted) && !/virus$/i.test(drafted) ? many : one);
const HASH = { base: 'hash', s: 'hashes', ed: 'hashed', ing: 'hashing', noun: 'hashing' };
const ENCODE = { base: 'encode', s: 'encodes', ed: 'encoded', ing: 'encoding', noun: 'encoding' };
const ENCRYPT = { base: 'encrypt', s: 'encrypts', ed: 'encrypted', ing: 'encrypting', noun: 'encryption' };
const ENCRYPTED = /\b(?:encrypt|cipher|aes\b|pgp\b)/i;

/** Kinds of malware: by how they spread, by what they do, by what they are. */
const KINDS: readonly {
  readonly id: string;
  readonly of: 'spread' | 'effect' | 'form';
  readonly said: RegExp;
  readonly names: readonly [string, string];
}[] = [
  { id: 'virus', of: 'spread', said: /\bvirus(?:es)?\b/gi, names: ['virus', 'viruses'] },
  { id: 'worm', of: 'spread', said: /\bworms?\b/gi, names: ['worm', 'worms'] },
  { id: 'trojan', of: 'spread', said: /\btrojans?\b/gi, names: ['trojan', 'trojans'] },
  { id: 'ransomware', of: 'effect', said: /\bransomware\b/gi, names: ['ransomware', 'ransomware'] },
  { id: 'wiper', of: 'effect', said: /\bwipers?\b/gi, names: ['wiper', 'wipers'] },
  {
    id: 'infostealer',
    of: 'effect',
    said: /\binfo-?stealers?\b|\b(?:information|credential|password)[- ]stealers?\b/gi,
    names: ['information stealer', 'information stealers'],
  },
  { id: 'spyware', of: 'effect', said: /\bspyware\b/gi, names: ['spyware', 'spyware'] },
  { id: 'adware', of: 'effect', said: /\badware\b/gi, names: ['adware', 'adware'] },
  { id: 'cryptominer', of: 'effect', said: /\b(?:crypto-?|coin )miners?\b/gi, names: ['cryptominer', 'cryptominers'] },
  { id: 'skimming', of: 'effect', said: /\bskimmers?\b/gi, names: ['skimmer', 'skimmers'] },
  { id: 'script', of: 'form', said: /\bscripts?\b/gi, names: ['script', 'scripts'] },
];

/** Kinds of one group exclude each other. "Virus" and "worm" are often said of what is neither; a trojan may do anything. */
function kindPairs(): NotedConfusion[] {
  return KINDS.flatMap(drafted =>
    KINDS.filter(
      noted => noted !== drafted && drafted.of !== 'form' && (noted.of === drafted.of || drafted.id === 'virus' || drafted.id === 'worm'),
    ).map(noted => ({
      wrong: drafted.id,
      right: noted.id,
      drafted: drafted.said,
      noted: new RegExp(noted.said.source, 'i'),
      agreed: new RegExp(AGREED[drafted.id] ?? drafted.said.source, 'i'),
      better: (word: string) => plural(word, ...noted.names),
    })),
  );
}

/** What speaks for a kind, where its name is not all. */
const AGREED: Readonly<Record<string, string>> = { wiper: '\\bwip(?:e|ing)', spyware: '\\bspy', infostealer: '\\bstealer|\\bsteals?\\b' };

/** To add one, copy an entry; both words must be unable to name the same thing. */
export const NOTED_CONFUSIONS: readonly NotedConfusion[] = [
  {
    wrong: 'encryption',
    right: 'hash',
    drafted: /\bencrypt(?:ed|s|ing)\b(?! files)/gi,
    noted: /\bhash(?:ed|es|ing)\b/i,
    agreed: ENCRYPTED,
    better: word => likeVerb(word, HASH),
  },
  {
    wrong: 'encryption',
    right: 'encoding',
    drafted: /\bencrypt(?:ed|s|ing)\b/gi,
    noted: /\bencod(?:ed|es|ing)\b/i,
    agreed: ENCRYPTED,
    better: word => likeVerb(word, ENCODE),
  },
  {
    wrong: 'hash',
    right: 'encryption',
    drafted: /\bhash(?:ed|ing)\b/gi,
    noted: /\bencrypt(?:ed|s|ing)\b/i,
    agreed: /\bhash|\bbcrypt|\bsha-?\d|\bmd5/i,
    better: word => likeVerb(word, ENCRYPT),
  },
  ...kindPairs(),
  {
    wrong: 'distributed-denial-of-service',
    right: 'denial-of-service',
    drafted: /\bDDoS\b|\bdistributed denial[- ]of[- ]service\b/gi,
    noted:
      /\bDoS\b|(?<!distributed )\bdenial[- ]of[- ]service\b|\b(?:single|lone) (?:\w{1,20} )?(?:machine|host|computer|laptop|sender|packet|request|connection)\b|\b(?:from|by) an? (?:single|lone) (?:\w{1,20} )?server\b|\bone (?:\w{1,20} )?(?:machine|host|computer|laptop|sender|packet)\b/i,
    agreed:
      /\bDDoS\b|\bdistributed\b|\bbotnet\b|\b(?:all over|around) the world\b|\b(?:thousands|hundreds|many) (?:of )?(?:\w{1,20} )?(?:machines|hosts|computers|sources|senders|addresses|devices|bots)\b/i,
    better: word => (word.length > 4 ? 'denial-of-service' : 'DoS'),
  },
  {
    wrong: 'denial-of-service',
    right: 'distributed-denial-of-service',
    drafted: /(?<!distributed )\b(?:DoS|denial[- ]of[- ]service)\b/g,
    noted: /\bDDoS\b|\bdistributed denial\b|\bbotnet\b/i,
    agreed: /\bDoS\b|(?<!distributed )\bdenial[- ]of/,
    better: word => (word.length > 3 ? 'distributed denial-of-service' : 'DDoS'),
  },
  {
    wrong: 'remote-code-execution',
    right: 'privilege-escalation',
    drafted: /\bremote[- ]code[- ]execution\b|\bRCE\b/gi,
    noted: /\bprivilege escalation\b|\b(?:elevation|escalation) of privileges?\b|\bLPE\b|\blocal (?:user|account)\b/i,
    agreed: /\bremote(?:ly)?\b|\bRCE\b|\bcode execution\b/i,
    better: () => 'privilege escalation',
  },
  {
    wrong: 'privilege-escalation',
    right: 'remote-code-execution',
    drafted: /\b(?:local )?privilege[- ]escalation\b|\belevation of privileges?\b/gi,
    noted: /\bremote code execution\b|\bRCE\b/i,
    agreed: /\bprivilege|\blocal\b|\bLPE\b/i,
    better: () => 'remote code execution',
  },
  {
    wrong: 'anonymisation',
    right: 'pseudonymisation',
    drafted: /\banonymi[sz](?:ed|ation|ing|es)\b|\banonymous(?= (?:data|records|form|list|set|files))/gi,
    noted: /\bpseudonym/i,
    agreed: /(?<!pseud)\banonym/i,
    better: word => word.toLowerCase().replace(/^anonym/, 'pseudonym'),
  },
  {
    wrong: 'authentication',
    right: 'authorisation',
    drafted: /\bauthentication\b/gi,
    noted: /\bauthori[sz]ation\b|\baccess control\b/i,
    agreed: /\bauthentic|\blog ?in\b|\bpassword/i,
    better: () => 'authorisation',
  },
  {
    wrong: 'authorisation',
    right: 'authentication',
    drafted: /\bauthori[sz]ation\b/gi,
    noted: /\bauthentication\b/i,
    agreed: /\bauthori[sz]|\bpermission/i,
    better: () => 'authentication',
  },
  {
    wrong: 'air-gap',
    right: 'network-segmentation',
    drafted: /\bair-?gapped\b/gi,
    noted:
      /\b(?:separate|own|dedicated|isolated|different) (?:network )?(?:segment|subnet|VLAN)\b|\bVLANs?\b|\bsegmented\b|\b(?:fed|updated|reached|reachable|managed|accessed|connected|backed up|patched) (?:remotely|(?:over|through|via|from|across|to) (?:the|a|an|its|their) (?:\w{1,20} )?(?:network|internet|VPN|LAN|intranet))\b/i,
    agreed: /\bair[- ]?gap/i,
    better: () => 'segmented',
  },
  {
    wrong: 'zero-click',
    right: 'one-click',
    drafted: /\b(?:zero|0)-?click\b/gi,
    noted:
      /\b(?:one|1|single)-?click\b|\b(?:tapped|clicked)\b|\b(?:opened|followed) (?:on )?(?:the|a|an|its|that) (?:\w{1,20} ){0,2}?(?:link|attachment|message|document|file|photo|picture|invitation)\b|\b(?:has|had|needs?|needed) to (?:tap|click|open|follow)\b|\b(?:a|one) (?:single )?(?:tap|click)\b/i,
    agreed:
      /\b(?:zero|0|no)[- ]?(?:click|tap)|\b(?:without|no) (?:any |a )?(?:click|tap|action|interaction|touching|opening)|\b(?:nobody|no one|never|not|n['’]t) (?:\w{1,20} ){0,2}?(?:tap|click|open|touch)|\b(?:tapped|clicked|opened|touched) (?:on )?nothing|\bbefore (?:he|she|they|anyone|it was)\b/i,
    better: () => 'one-click',
  },
  {
    wrong: 'one-click',
    right: 'zero-click',
    drafted: /\b(?:one|1|single)-?click(?= (?:exploit|attack|infection|chain|vulnerabilit))/gi,
    noted: /\b(?:zero|0)-?click\b/i,
    agreed: /\b(?:one|1|single)[- ]?click|\btap|\bclicked\b/i,
    better: () => 'zero-click',
  },
  {
    wrong: 'brute-force',
    right: 'credential-stuffing',
    drafted: /\bbrute[- ]?forc(?:e|ing)(?: attacks?)?\b|\bpassword[- ]spraying\b/gi,
    noted:
      /\bcredential[- ]stuffing\b|\b(?:with|using|used|tried|trying|tested|replayed) (?:\w{1,20} ){0,3}?(?:leaked|stolen|reused|re-used|breached|already known) (?:\w{1,20} ){0,2}?(?:passwords?|credentials|logins)\b|\b(?:with|using|used|tried|trying|tested|replayed) (?:\w{1,20} ){0,3}?(?:passwords?|credentials|logins) (?:\w{1,20} ){0,2}?(?:leaked|from (?:an |the )?(?:other|earlier|older|previous|old) (?:breach|breaches|leaks?|dumps?|sites?))\b/i,
    agreed: /\bbrute|\bspray|\bguess|\bcrack|\bhash/i,
    better: () => 'credential stuffing',
  },
  {
    wrong: 'brute-force',
    right: 'password-spraying',
    drafted: /\bbrute[- ]?forc(?:e|ing)(?: attacks?)?\b|\bcredential[- ]stuffing\b/gi,
    noted: /\bpassword[- ]spray/i,
    agreed: /\bbrute|\bstuffing/i,
    better: () => 'password spraying',
  },
  {
    wrong: 'penetration-test',
    right: 'vulnerability-scan',
    drafted: /\b(?:penetration|pen)[- ]?tests?\b/gi,
    noted: /\bvulnerability scans?\b|\bautomated scan|\bscanner\b/i,
    agreed: /\bpen(?:etration)?[- ]?test|\btesters?\b|\bby hand\b|\bmanual/i,
    better: word => plural(word, 'vulnerability scan', 'vulnerability scans'),
  },
  {
    wrong: 'end-to-end-encryption',
    right: 'encryption-in-transit',
    drafted: /\bend[- ]to[- ]end[- ]encrypt(?:ed|ion)\b/gi,
    noted: /\bin transit\b|\bTLS\b|\bHTTPS\b|\bon (?:our|its|their|the) servers?\b/i,
    agreed: /\bend[- ]to[- ]end\b|\bE2E/i,
    better: word => (/ion$/i.test(word) ? 'encryption in transit' : 'encrypted in transit'),
  },
  {
    wrong: 'zero-day',
    right: 'n-day',
    drafted: /\b(?:zero|0)[- ]days?\b/gi,
    noted:
      /\bn-day\b|\b(?:known|old) (?:flaw|bug|vulnerability|hole)\b|\b(?:already|long) (?:fixed|patched|known)\b|\b(?:fix|patch) (?:was |had been |has been )?(?:out|available) (?:since|for)\b|\bnot a zero[- ]day\b/i,
    agreed: /(?<!not a )\bzero[- ]day\b(?! any)|\b0-?day\b|\bno (?:fix|patch)\b|\bunpatched\b/i,
    better: word => plural(word, 'known flaw', 'known flaws'),
  },
  {
    wrong: 'backdoor',
    right: 'vulnerability',
    drafted: /\bback[- ]?doors?\b/gi,
    noted:
      /(?<!\b(?:us(?:ed|ing|es?)|exploit(?:ed|ing|s)?|abus(?:ed|ing)|through|via|by|by means of) (?:an?|the|one|this|that) )\b(?:flaw|bug|vulnerability|mistake|weakness|coding error|programming error|oversight|login flaw)s?\b/i,
    agreed: /\bback[- ]?door|\bplanted|\bimplant|\bon purpose|\bdeliberate|\bmalware|\binstalled\b|\bweb ?shell/i,
    better: word => plural(word, 'vulnerability', 'vulnerabilities'),
  },
  {
    wrong: 'vulnerability',
    right: 'backdoor',
    drafted: /\b(?:vulnerability|vulnerabilities)\b/gi,
    noted: /\bback[- ]?doors?\b/i,
    agreed: /\b(?:flaw|bug|vulnerab|weakness|mistake)/i,
    better: word => (/ies$/i.test(word) ? 'backdoors' : 'backdoor'),
  },
];

/** Words by which a note says that something is not so. */
export const DENIAL = /\b(?:no|not|nothing|nobody|never|none|nor|neither|without|n['’]t|rather than|instead of|unlike)\b/i;
