// Owns: families of terms of which only one can fit a thing: the draft's word is compared with the notes' word.
// Must not know: sentences' context, how passages of the notes are found.
import { likeVerb } from './types.ts';

/** One term of a family. */
export interface Member {
  /** How it is written, as the source of a regular expression without groups that count; any case. */
  readonly said: string;
  /** What the draft is to write, from the word that it has: "encrypted" becomes "signed", "worms" becomes "scripts". */
  readonly write: (drafted: string) => string;
  /** Other words with which the notes stand by it. */
  readonly agreed?: string;
  /** Where the draft may mean something else by `said`. */
  readonly drafted?: string;
}

/** To add one, copy a line: the singular, how it is written, the plural, and what else stands by it. */
const noun = (one: string, said = `${one}s?`, several = `${one}s`, agreed?: string): Member => ({
  said: `\\b(?:${said})\\b`,
  write: drafted => (/s$/i.test(drafted) && !/(?:virus|process|basis|bypass|access|dos|[aiu]s)$/i.test(drafted) ? several : one),
  ...(agreed === undefined ? {} : { agreed }),
});
/** A word without a plural of its own. */
const word = (one: string, said = one, agreed?: string): Member => noun(one, said, one, agreed);

/** "encrypt", "encrypted", "encrypting". */
const verb = (base: string, said: string, more: Partial<Member> = {}): Member => {
  const stem = base.replace(/e$/, '');
  const past = base === 'encrypt' ? 'encrypted' : `${stem}ed`;
  const s = /sh$|ss$/.test(base) ? `${base}es` : `${base}s`;
  const forms = { base, s, ed: past, ing: `${stem}ing`, noun: base === 'encrypt' ? 'encryption' : `${stem}ing` };
  return { said: said === '' ? `\\b(?:${past}|${s}|${stem}ing)\\b` : said, write: drafted => likeVerb(drafted, forms), ...more };
};

/** What is done to data: one of them, mostly. */
export const PROTECTING: readonly Member[] = [
  verb('encrypt', '', { agreed: '\\bencrypt|\\bcipher|\\baes\\b|\\bpgp\\b', drafted: '\\bencrypt(?:ed|s|ing)\\b(?! files)' }),
  verb('hash', '', { agreed: '\\bhash|\\bbcrypt|\\bscrypt|\\bargon2|\\bsha-?\\d|\\bmd5', drafted: '\\bhash(?:ed|ing)\\b' }),
  verb('encode', '', { agreed: '\\b(?:en|de)cod|\\bbase-?64' }),
  verb('compress', '\\b(?:compress(?:ed|es|ing)|g?zipped)\\b', { agreed: '\\bcompress|\\bg?zip' }),
  verb(
    'sign',
    '\\b(?:is|are|was|were|be|been|being|not|yet|digitally|cryptographically) signed\\b(?! (?:by|up|in|off|on|out|for|over|into))',
    {
      agreed: '\\bsign(?:ed|s|ing|ature)',
      drafted: '\\b(?:digitally|cryptographically)[- ]signed\\b',
    },
  ),
];

const VIRUS = noun('virus', 'virus(?:es)?', 'viruses');
const WORM = noun('worm');
const SPREADING: readonly Member[] = [VIRUS, WORM, noun('trojan')];

const EFFECTS: readonly Member[] = [
  word('ransomware'),
  noun('wiper', 'wipers?', 'wipers', '\\bwip(?:e|ing)'),
  noun(
    'information stealer',
    'info-?stealers?|(?:information|credential|password)[- ]stealers?',
    'information stealers',
    '\\bstealer|\\bsteals?\\b',
  ),
  word('spyware', 'spyware', '\\bspy'),
  word('adware'),
  noun('cryptominer', '(?:crypto-?|coin )miners?', 'cryptominers', '\\bmin(?:er|ing)'),
  noun('skimmer'),
  noun('keylogger', 'key-?loggers?|keystroke loggers?', 'keyloggers', '\\bkey-?logg|\\bkeystroke'),
  noun('clipboard hijacker', 'clipboard hijackers?|clippers?', 'clipboard hijackers', '\\bclip'),
];

/** Two members of one list can never both be right for one thing. */
export const FAMILIES: readonly (readonly Member[])[] = [
  PROTECTING,
  SPREADING,
  EFFECTS,
  // What shows that something is as it was.
  [
    noun('digital signature', '(?:digital|electronic|cryptographic|code) signatures?', 'digital signatures', '\\bsign(?:ed|ature)'),
    noun('checksum', 'checksums?|check sums?|CRC(?:-?32)?', 'checksums'),
    noun('serial number', 'serial numbers?', 'serial numbers', '\\bserial'),
    noun('watermark', 'water-?marks?', 'watermarks'),
  ],
  // How a flaw comes about.
  [
    word('SQL injection', 'SQL[- ]injections?|SQLi', '\\bSQL'),
    word('cross-site scripting', 'cross-?site[- ]scripting|XSS', '\\bXSS\\b|\\bscripting'),
    word('command injection', '(?:OS |shell )?command[- ]injections?'),
    word('path traversal', '(?:path|directory)[- ]traversals?', '\\btraversal'),
    word('server-side request forgery', 'server-?side request forgery|SSRF'),
    word('cross-site request forgery', 'cross-?site request forgery|CSRF'),
    word('deserialization', '(?:unsafe |insecure )?deseriali[sz]ation', '\\bdeseriali'),
    noun('buffer overflow', '(?:heap|stack|buffer)[- ](?:buffer )?overflows?', 'buffer overflows', '\\boverflow|\\bout[- ]of[- ]bounds'),
    word('use after free', 'use[- ]after[- ]free|UAF'),
    noun('race condition', 'race conditions?|TOCTOU', 'race conditions', '\\brace\\b'),
    noun('open redirect', 'open redirects?(?:ion)?', 'open redirects', '\\bredirect'),
    noun('hard-coded password', 'hard-?coded (?:passwords?|credentials?|keys?)', 'hard-coded passwords', '\\bhard-?coded'),
    noun('format string flaw', 'format[- ]string (?:flaws?|bugs?|vulnerabilit(?:y|ies))', 'format string flaws'),
    noun('type confusion', 'type confusions?', 'type confusions'),
    noun('XML external entity', 'XML external entit(?:y|ies)|XXE', 'XML external entities'),
  ],
  // Where encrypting ends, what a key is.
  [noun('private key', 'private keys?'), noun('public key', 'public keys?')],
  [word('symmetric', '(?<!a)symmetric'), word('asymmetric')],
  [noun('hot wallet', 'hot wallets?'), noun('cold wallet', 'cold (?:wallets?|storage)', 'cold wallets', '\\bcold\\b')],
  [word('at rest'), word('in transit')],
  // What opens an account.
  [
    noun(
      'stolen password',
      '(?:stolen|leaked|copied|exposed) (?:[\\w-]{1,20} )?passwords?',
      'stolen passwords',
      '\\bpassw|\\bcredential|\\blogin',
    ),
    noun('stolen session cookie', '(?:stolen|leaked|copied|exposed) (?:session )?cookies?', 'stolen session cookies', '\\bcookie'),
    noun('stolen token', '(?:stolen|leaked|copied|exposed) (?:[\\w-]{1,20} )?tokens?', 'stolen tokens', '\\btoken'),
    noun('stolen API key', '(?:stolen|leaked|copied|exposed) API[- ]keys?', 'stolen API keys', '\\bAPI'),
    noun('stolen certificate', '(?:stolen|leaked|copied|exposed) (?:[\\w-]{1,20} )?certificates?', 'stolen certificates', '\\bcertificate'),
  ],
  [
    word(
      'fingerprint reader',
      '(?<!browser |device )fingerprint (?:readers?|scan(?:ner|s)?|sensors?|locks?)|fingerprints? of (?:guests|staff|employees|pupils|patients)',
      '\\bfingerprint',
    ),
    word('face recognition', 'face recognition|facial recognition|face scans?', '\\bfac(?:e|ial)'),
    word('iris scan', 'iris (?:scan(?:ner|s)?|recognition)', '\\biris'),
    word('palm scan', 'palm (?:scan(?:ner|s)?|vein|prints?)', '\\bpalm'),
    word('voice recognition', 'voice (?:recognition|prints?|biometrics)', '\\bvoice'),
  ],
  // How victims are met.
  [
    word('smishing', 'smishing', '\\bSMS\\b|\\btext message'),
    word('vishing', 'vishing|voice[- ]phishing', '\\bcall|\\bphone|\\brang\\b|\\btelephone'),
    word('quishing', 'quishing|QR[- ](?:code )?phishing', '\\bQR\\b'),
  ],
  [
    noun('watering hole', 'watering[- ]holes?', 'watering holes'),
    word('spear phishing', 'spear-?[- ]?phishing', '\\bphish|\\blure|\\bmail'),
    word('malvertising', 'malvertising|malicious (?:ads?|adverts?|advertisements?|advertising)', '\\badvert|\\bads\\b'),
    word('typosquatting', 'typo-?squatting', '\\bsquat|\\blook-?alike'),
    word('dependency confusion', 'dependency confusion'),
  ],
  // Names, routes and caches.
  [
    word('DNS hijacking', 'DNS hijack(?:s|ing)?', '\\bhijack|\\bregistrar|\\bnameserver'),
    word('cache poisoning', '(?:DNS )?cache[- ]poisoning', '\\bpoison'),
    word('BGP hijacking', '(?:BGP|route|prefix) hijack(?:s|ing)?', '\\bBGP|\\bprefix'),
    word('ARP spoofing', 'ARP[- ](?:spoofing|poisoning)', '\\bARP\\b'),
  ],
  // Signals, cards, keys and telephones.
  [word('jamming', '(?:jamm(?:ed|ing|ers?)|jams?)', '\\bjam'), word('spoofing', 'spoof(?:ed|s|ing|ers?)', '\\bspoof')],
  [
    noun('relay attack', 'relay(?:ed|ing)? attacks?|relay(?:ed|ing) the signal', 'relay attacks', '\\brelay'),
    noun('replay attack', 'replay(?:ed|ing)? attacks?|replay(?:ed|ing) the signal', 'replay attacks', '\\brepla'),
    noun('cloned key', 'clon(?:ed|ing) (?:of )?(?:the |a )?(?:keys?|fobs?|cards?)', 'cloned keys', '\\bclon|\\bcop(?:y|ies|ied)'),
  ],
  [word('skimming', 'skimm(?:ed|ing|ers?)', '\\bskim'), word('shimming', 'shimm(?:ed|ing|ers?)', '\\bshim')],
  [
    noun('SIM swap', 'SIM[- ]?swap(?:s|ped|ping)?', 'SIM swaps', '\\bSIM\\b|\\bswap'),
    noun('port-out', 'port(?:ed|ing)?[- ]outs?|number port(?:ing|ability)', 'port-outs', '\\bport(?:ed|ing|-)'),
    noun('call forwarding', 'call[- ]forwarding', 'call forwardings', '\\bforward'),
  ],
  [noun('IMSI catcher', 'IMSI[- ]?catchers?|stingrays?', 'IMSI catchers', '\\bIMSI'), word('SS7 access', 'SS7', '\\bSS7|\\bsignalling')],
  [
    word('Bluetooth', 'Bluetooth|BLE'),
    word('Wi-Fi', 'Wi-?Fi|WLAN'),
    word('NFC'),
    word('LoRa', 'LoRa(?:WAN)?'),
    word('Zigbee'),
    word('infrared'),
  ],
  [word('Telnet'), word('SSH'), word('RDP', 'RDP|Remote Desktop(?: Protocol)?'), word('FTP', '(?<!S)FTP'), word('VNC'), word('SMB')],
  [word('HTTPS', 'HTTPS(?!:)', '\\bTLS\\b'), word('HTTP', 'HTTP(?![:S]|\\/)(?: |$)')],
  [
    noun('botnet', 'botnets?', 'botnets', '\\bbots?\\b|\\binfected'),
    noun('proxy network', '(?:residential )?prox(?:y|ies) (?:networks?|services?)|residential prox(?:y|ies)', 'proxy networks', '\\bprox'),
  ],
  [
    noun('firewall', 'firewalls?'),
    noun('VPN gateway', 'VPN (?:gateways?|concentrators?|servers?|appliances?|boxe?s?)', 'VPN gateways', '\\bVPN'),
  ],
  // How something is examined.
  [
    noun('penetration test', '(?:penetration|pen)[- ]?tests?', 'penetration tests', '\\btesters?\\b|\\bby hand\\b|\\bmanual'),
    noun('vulnerability scan', 'vulnerability scans?|automated scans?', 'vulnerability scans', '\\bscan'),
    noun('tabletop exercise', 'table-?top(?: exercises?)?', 'tabletop exercises', '\\bexercise'),
    noun('code review', '(?:source )?code (?:reviews?|audits?)', 'code reviews', '\\bcode\\b|\\breview'),
    noun('self-assessment', 'self-?(?:assessments?|declarations?|reports?)|questionnaires?', 'self-assessments'),
  ],
  [
    word('static analysis', 'static(?:ally)? analy\\w{1,5}', '\\bstatic'),
    word('dynamic analysis', 'dynamic(?:ally)? analy\\w{1,5}', '\\bdynamic|\\bran\\b'),
  ],
  [word('black-box', 'black-?[- ]?box'), word('white-box', 'white-?[- ]?box')],
  // What is done about it, what is taken away.
  [word('seized', 'seiz(?:ed|ure|ures|ing)', '\\bseiz|\\bconfiscat'), word('sinkholed', 'sink-?hol(?:ed|e|es|ing)', '\\bsink')],
  // Who may do what, with what consent and licence.
  [word('opt-in', 'opt(?:s|ed|ing)?[- ]in'), word('opt-out', 'opt(?:s|ed|ing)?[- ]out')],
  [
    word('write access', 'write (?:access|permissions?|rights?)', '\\bwrit'),
    word('read access', 'read(?:-only)? (?:access|permissions?|rights?)', '\\bread\\b'),
  ],
  [word('client-side', 'client-?[- ]?side'), word('server-side', 'server-?[- ]?side')],
  [word('open source', 'open[- ]source(?:d)?', '\\bopen'), word('proprietary', 'proprietary|closed[- ]source', '\\bpropriet|\\bclosed')],
  [
    word('public repository', 'public repositor(?:y|ies)', '\\bpublic'),
    word('private repository', 'private repositor(?:y|ies)', '\\bprivate'),
  ],
  [
    word('on-premises', 'on-prem(?:ises?)?', '\\bown (?:servers?|rooms?)'),
    word('cloud-based', 'cloud[- ](?:based|hosted)|in the cloud|hosted in a cloud', '\\bcloud'),
  ],
  // What follows readers.
  [
    noun('tracking pixel', 'tracking pixels?|web beacons?', 'tracking pixels', '\\bpixel|\\bbeacon'),
    noun('tracking cookie', 'tracking cookies?|third[- ]party cookies?', 'tracking cookies', '\\bcookie'),
    word('browser fingerprinting', '(?:browser|device|canvas) fingerprint(?:s|ing)?', '\\bfingerprint'),
  ],
];

/** "Virus" and "worm" are often said of what is neither; a trojan may do anything. */
export const OFTEN_SAID: readonly (readonly [drafted: Member, noted: readonly Member[]])[] = [VIRUS, WORM].map(drafted => [
  drafted,
  [...EFFECTS, noun('script')],
]);
