// Owns: what the words around a place say of it: a version, an address, a hash, malice.
// Must not know: trees, documents, rules.
import { alternatives } from '../../text/alternatives.ts';

/** Whether words speak of attackers and their ways. */
export function readsAsSuspect(text: string): boolean {
  return TOPICS.suspect.test(text);
}

/** What may stand between such words and what is imitated. */
const OPENING = /(?: the)?(?: real| genuine)? ["“‘`*_]{0,2}/.source;
/** "They copied the page of nordbank.no": the one that is imitated is nobody's weapon. */
const IMITATED = new RegExp(
  String.raw`\b(?:${alternatives(
    /(?:pages?|sites?|portals?|shops?|cop(?:y|ies)|clones?|names?|customers|clients|users|staff) of/,
    // "Copied", "posing as", "pretends to be".
    /cop(?:y|ies|ied|ying)|clon(?:es|ed|ing)|imitat(?:es?|ed|ing)|mimic(?:s|ked|king)?/,
    /pos(?:es|ed|ing) as|impersonat(?:es?|ed|ing)|pretend(?:s|ed|ing)? to be/,
    /looks? like|instead of|from the real|the real|the genuine/,
  )})${OPENING}$`,
  'i',
);

/** Whether the words before a place make what stands there the thing that is copied. */
export function readsAsImitated(before: string): boolean {
  return IMITATED.test(before);
}

/** Questions about a place in the text; `before` and `after` are short windows in lower case, cut at line ends. */
export interface Surroundings {
  /** Up to 48 characters before a place, lower case. */
  before(at: number): string;
  /** Up to 24 characters after a place, lower case. */
  after(at: number): string;
  /** Whether the sentence, row or item that holds the place has such words. */
  about(at: number, topic: Topic): boolean;
}

export type Topic = 'hash' | 'address' | 'domain' | 'wallet' | 'imphash' | 'suspect';

/** Attackers, what they make and what they do with it. */
const SUSPECT = new RegExp(
  String.raw`\b(?:${alternatives(
    /malicious\w*|malware|phish\w*|smish\w*/,
    // Fakes and lures.
    /fake|faked|fraud\w*|scam\w*|spoof\w*|imperson\w*|imposter|lures?/,
    // What calls home.
    /c2|c&c|command[- ]and[- ]control|beacon(?:s|ed|ing)?|call(?:s|ed|ing)? home|phon(?:es|ed|ing) home/,
    // Malware by kind.
    /exfiltrat\w*|payloads?|droppers?|downloaders?|loaders?/,
    /trojan\w*|botnets?|ransomware|stealers?|backdoors?|implants?/,
    // Attackers.
    /attackers?|attacker-controlled|intruders?|criminals?|crooks|thieves/,
    // Their sites and schemes.
    /typo-?squat\w*|look-?alike|staging (?:domain|server|site|host)/,
    /watering[- ]hole|credential[- ](?:harvest\w*|theft)|malvertis\w*/,
    /sinkhol\w*|iocs?|indicators? of compromise/,
    /threat actors?|adversar(?:y|ies)|infrastructure/,
    /infected|compromised|skimm\w*|drive-by|beware/,
    // "Does not belong to", "copied the page of".
    /do(?:es)? not belong to|clon(?:e|es|ed|ing)/,
    /cop(?:y|ies|ied) (?:of )?(?:our|its|the|their|his|her|a)(?: [\p{L}'’-]+){0,3} (?:pages?|sites?|portals?|screens?|shops?)/u,
    /(?:leak|extortion) (?:site|page|blog|portal)/,
    /victims? (?:is|are|was|were|has|have|had) (?:been )?(?:asked|told|sent|led|lured|redirected)/,
    // "Do not click", "the site of the crew".
    /(?:do not|don['’]t|never) (?:click|open|visit|follow)/,
    /(?:sites?|pages?|blogs?|portals?|servers?|domains?|addresses) of (?:the|this|that|its) (?:[\p{L}-]+ )?(?:crews?|gangs?|hackers?|extortionists?|blackmailers?|fraudsters?|scammers?)/u,
    /(?:crews?|gangs?|hackers?|extortionists?|blackmailers?|fraudsters?|scammers?)['’]s? (?:[\p{L}-]+ )?(?:sites?|pages?|blogs?|portals?|servers?|domains?|addresses)/u,
    // Fakes.
    /bogus|sham|rogue|counterfeit|pos(?:es|ed|ing) as|pretend(?:s|ed|ing)? to be|mimic\w*|imitat\w+/,
  )})\b`,
  'iu',
);

const TOPICS: Readonly<Record<Topic, RegExp>> = {
  hash: /\b(?:hash(?:es|ed)?|md5|sha-?(?:1|2|224|256|384|512)|checksum|digest|fingerprint|thumbprint|samples?)\b/i,
  imphash: /\bimphash(?:es)?\b/i,
  address:
    /\b(?:ips?|ipv4|ip address(?:es)?|address(?:es)?|hosts?|servers?|c2|c&c|command[- ]and[- ]control|connect(?:s|ed|ing|ion|ions)?|traffic|beacon(?:s|ed|ing)?|port|subnet|cidr|netblock|range|router|gateway|ping(?:ed|s)?|scann(?:ed|ing)|from|resolv(?:es|ed|ing))\b/i,
  domain:
    /\b(?:domains?|sub-?domains?|web ?sites?|sites?|hosts?|hosted|hostnames?|servers?|url|urls|c2|c&c|dns|registered|registrar|visit(?:ed|s|ing)?|phish\w*|sinkhol\w*|beacon\w*|resolv(?:es|ed|ing)|mails?|e-?mails?|portal|page|landing|redirect\w*|iocs?|indicators?)\b/i,
  wallet: /\b(?:wallets?|bitcoin|btc|ethereum|eth|monero|xmr|crypto(?:currency)?|ransom|address(?:es)?|coins?|paid|payments?)\b/i,
  suspect: SUSPECT,
};

/** Surroundings of a text that is cut into pieces (sentences, joined rows); `pieceAt` gives the words around a place. */
export function surroundings(text: string, pieceAt: (at: number) => string): Surroundings {
  const known = new Map<string, Map<Topic, boolean>>();
  return {
    before: at => window(text.slice(Math.max(0, at - 48), at).toLowerCase(), false),
    after: at => window(text.slice(at, at + 24).toLowerCase(), true),
    about(at, topic) {
      const piece = pieceAt(at);
      let topics = known.get(piece);
      if (!topics) {
        topics = new Map();
        known.set(piece, topics);
      }
      let answer = topics.get(topic);
      if (answer === undefined) {
        answer = TOPICS[topic].test(piece);
        topics.set(topic, answer);
      }
      return answer;
    },
  };
}

/** The part of a short window that lies in the same paragraph. */
function window(text: string, after: boolean): string {
  const lines = text.split(/\n[ \t\r]*\n/);
  return lines[after ? 0 : lines.length - 1] ?? '';
}

const VERSION_CUES = alternatives(
  /versions?|ver\.?|v\.?|builds?|firmware|fw|releases?|rel\.?|revision|rev\.?/,
  // "Patched in", "upgraded to", "prior to".
  /patch(?:ed)?(?: in| to)?|updated?(?: in| to)?|upgraded?(?: to)?|fixed in|prior to/,
  /before|up to|through|earlier than|later than/,
  /newer than|older than|until|since|starting (?:in|with|from)|running|runs?/,
  // Programs.
  /kernel|driver|agent|client|chrome|chromium|edge/,
  /firefox|windows|office|acrobat|java|jre|jdk|flash|oracle|sdk/,
  // Parts of texts.
  /section|clause|chapter|table|figure|oid|paragraph|appendix/,
  /cis|control|requirement/,
);
const VERSION_BEFORE = new RegExp(
  `(?:${alternatives(String.raw`\b(?:${VERSION_CUES})[\s:=]*(?:version |build |release |v)?`, /[<>=≤≥]=?\s*|\bv/)})$`,
);
const ADDRESS_BEFORE =
  /(?:\b(?:ips?|ipv4|addresses|address|hosts?|servers?|c2s?|c&c|at|to|from|via|ping|on|by|connect(?:s|ed)? to|src|dst|source|destination|gateway|router|subnet|range)[\s:=(]*|@|\/\/)$/;
const VERSION_AFTER =
  /^\s*(?:,?\s*(?:and|or)\s+(?:earlier|later|older|newer|below|above|prior|higher|lower)|\s*(?:release|build|firmware|version|update|\(build|beta|alpha|rc\d?\b)|[-+_][a-z0-9])/;

/** Whether four numbers with dots stand where a version stands. */
export function readsAsVersion(around: Surroundings, from: number, to: number): boolean {
  const before = around.before(from);
  if (VERSION_BEFORE.test(before) && !/\b(?:server|host|ip|address|c2)\s+(?:running|runs)?\s*$/.test(before)) return true;
  if (VERSION_AFTER.test(around.after(to))) return true;
  // The second of two: "from 2.1.0.4 to 2.1.0.9", "versions 1.2.3.4 and 1.2.3.5".
  return /\b(?:versions?|builds?|firmware|releases?)\b[^.!?;]{0,24}[\d.]+\s*(?:,|and|or|to|through|[-–])\s*$/.test(before);
}

/** Whether the words right before name an address. */
export function readsAsAddress(around: Surroundings, from: number): boolean {
  return ADDRESS_BEFORE.test(around.before(from));
}

/** A capitalised product name right before the number: "Corvane Edge 9.4.2.1". Reads the text as written. */
export function followsProduct(text: string, from: number): boolean {
  const before = text.slice(Math.max(0, from - 32), from);
  const match = /(\p{Lu}[\p{L}\p{N}+-]*) {1,2}$/u.exec(before);
  if (!match) return false;
  return !/^(?:IPs?|IPv4|C2s?|Address|Addresses|Host|Hosts|Server|Servers|From|To|At|Via|On|The|And|Or|By|In|DNS|VPS|Port|Gateway|Source|Destination|Target|Both|Also|See|Block|Tor|SSH|RDP|HTTP|HTTPS|TCP|UDP|ASN)$/.test(
    match[1] ?? '',
  );
}
