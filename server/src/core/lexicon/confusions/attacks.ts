// Owns: confusions of attacks, scans, intrusions, breaches and leaks.
// Must not know: other fields.
import { type Confusion, slipsAt, slipsWhere } from './types.ts';

/** What only many machines can do together. */
const MANY_SENDERS =
  /\b(?:botnet of|from|by|with|through)\s+(?:(?:a botnet|more than|about|some|over|around|nearly|almost|up to|an army of|a network of|tens of|hundreds of|infected|hijacked)\s+){0,4}(?:\d[\d,.]*|thousands|millions|hundreds|botnet|hijacked|infected)\s*(?:of\s+)?(?:thousand\s+|million\s+)?(?:(?:hijacked|infected|compromised|hacked|different|home|cheap|internet|IP|smart|web|zombie)\s+){0,3}(?:devices|machines|computers|routers|cameras|bots|addresses|hosts|servers|phones|sources|botnet)\b|\bby a botnet\b|\bfrom a botnet\b|\b(?:com(?:es?|ing)|came|sent|arriv(?:es?|ed|ing)|hits?|pours? in|poured in) from (?:everywhere|all (?:sides|directions|over (?:the (?:world|globe|country|internet)|Europe|Asia))|(?:many|dozens of|hundreds of|thousands of) (?:places|countries|sources|directions|networks|addresses))\b/i;

export const ATTACKS: readonly Confusion[] = [
  {
    id: 'dos-called-ddos',
    wrong: 'distributed-denial-of-service',
    right: 'denial-of-service',
    triggers: ['ddos', 'distributed denial of service'],
    message: '“{wrong}”: distributed means that many machines take part, and here it is one. Write “{better}”.',
    find: wording => [
      ...slipsWhere(
        /\b(?<wrong>DDoS|distributed denial[- ]of[- ]service)\b/gi,
        /\b(?:from|by|with|using|needs?|takes?|came from|sent by|run from|only|just)\s+(?:only\s+|just\s+)?(?:a single|one single|one|a lone|a)\s+(?:\w{1,20}\s+)?(?:machine|host|computer|laptop|server|PC|packet|request|sender|IP address|address|source|phone|connection|client|line of code|query|crafted packet|malformed packet)\b|\b(?:a single|one|a lone)\s+(?:\w{1,20}\s+)?(?:machine|host|computer|laptop|PC|attacker['’]s computer|packet|request|sender|message|connection)\s+(?:is enough|was enough|suffices|sufficed|can|could|was|did|sent|flooded|crashed|brought)\b|\b(?:DDoS|of service)(?: attack)? (?:is|was) (?:only |just )?(?:a single|one) (?:\w{1,20} )?(?:packet|request|message)\b/i,
        /\b(?:against|on|at|hit|target(?:ed|ing)?|took down|knocked)\s+(?:only\s+|just\s+)?(?:a single|one)\s+(?:machine|host|server|computer|address)\b|\bnot (?:just |only )?(?:from )?(?:a single|one)\b|\bbotnet\b|\bmore than one\b|\bthousands\b/i,
        match => (match[0].length > 4 ? 'denial-of-service' : 'DoS'),
      )(wording),
      ...slipsAt(
        /\b(?<wrong>DDoS|distributed denial[- ]of[- ]service)(?=\s+(?:vulnerabilit(?:y|ies)|flaws?|bugs?|weakness(?:es)?|condition)\b)/gi,
        match => (match[0].length > 4 ? 'denial-of-service' : 'DoS'),
      )(wording),
    ],
    bad: [
      ['The DDoS came from a single laptop in the library.', 'The DoS came from a single laptop in the library.'],
      ['The DDoS was a single malformed request.', 'The DoS was a single malformed request.'],
      ['The DDoS came from one sender alone.', 'The DoS came from one sender alone.'],
      ['A DDoS flaw lets one packet stop the server.', 'A DoS flaw lets one packet stop the server.'],
    ],
    good: [
      'The DDoS target was a single server.',
      'The DDoS came with a message that asked for money.',
      'The DDoS came from 40,000 cameras.',
      'The DDoS was aimed at a single server.',
      'A DoS attack from one machine stopped it.',
    ],
  },
  {
    id: 'ddos-called-dos',
    wrong: 'denial-of-service',
    right: 'distributed-denial-of-service',
    triggers: ['dos', 'denial of service'],
    message: '“{wrong}”: many machines took part, which makes it a distributed denial of service. Write “{better}”.',
    find: wording => [
      ...slipsWhere(
        /(?<!\bdistributed[- ])\b(?<wrong>DoS|denial[- ]of[- ]service)\s+attacks?\b/gi,
        MANY_SENDERS,
        /\bDDoS\b|\bdistributed\b/i,
        match => (/^dos$/i.test(match.groups?.wrong ?? '') ? 'DDoS' : 'distributed denial-of-service'),
      )(wording),
      ...slipsWhere(/(?<wrong>\bDoS\b)(?!\s+attacks?\b)/g, MANY_SENDERS, /\bDDoS\b|\bdistributed\b/i, () => 'DDoS')(wording),
    ],
    bad: [
      ['The DoS attack came from 40,000 hijacked cameras.', 'The DDoS attack came from 40,000 hijacked cameras.'],
      ['A DoS like this comes from all sides at once.', 'A DDoS like this comes from all sides at once.'],
      ['The DoS was sent by thousands of hijacked routers.', 'The DDoS was sent by thousands of hijacked routers.'],
    ],
    good: ['A DoS attack from a single machine stopped it.', 'The denial-of-service attack exploits one bug in the parser.'],
  },
  {
    id: 'ddos-called-hack',
    wrong: 'hack',
    right: 'distributed-denial-of-service',
    triggers: ['hack', 'hacked', 'hacks', 'hacking', 'breached', 'breach'],
    message: '“{wrong}”: a flood of requests blocks a site without anyone getting in. Write “{better}”.',
    find: wording => [
      ...slipsAt(/\b(?:DDoS|DoS|denial[- ]of[- ]service)\s+(?<wrong>hacks?)\b/gi, match =>
        /s$/i.test(match.groups?.wrong ?? '') ? 'attacks' : 'attack',
      )(wording),
      ...slipsAt(
        /\b(?<wrong>hacked|breached)\s+(?:(?!and\b|then\b|but\b|or\b)[\w’'-]{1,20}\s+){0,4}?(?:by|in|with|using|through|via)\s+(?:(?:a|an|the|massive|large|huge|brief|pro-russian|coordinated|wave of|series of|what it called)\s+){0,3}(?:DDoS|DoS|(?:distributed )?denial[- ]of[- ]service)\b/gi,
        () => 'attacked',
      )(wording),
      ...slipsWhere(
        /\b(?:was|were|been|got|is|are)\s+(?<wrong>hacked)\b/gi,
        /\b(?:flood(?:ed|ing|s)?\s+(?:\w{1,20}\s+){0,3}(?:with|of)\s+(?:\w{1,20}\s+){0,2}(?:requests?|traffic|packets|queries)|flood of (?:\w{1,20}\s+){0,2}(?:requests|traffic|packets|queries)|overloaded (?:with|by) (?:\w{1,20}\s+){0,2}(?:requests|traffic))\b/i,
        /\b(?:copied|stole|stolen|got in|logged in|broke into|data|passwords?)\b/i,
        () => 'attacked',
        'paragraph',
      )(wording),
    ],
    bad: [
      ['The ministry’s site was hacked in a DDoS attack on Friday.', 'The ministry’s site was attacked in a DDoS attack on Friday.'],
      [
        'The portal was hacked: a flood of requests kept it offline for an hour.',
        'The portal was attacked: a flood of requests kept it offline for an hour.',
      ],
    ],
    good: [
      'The site was hacked and then hit by a DDoS attack.',
      'The site was knocked offline by a DDoS attack.',
      'The site was hacked; a flood of requests hid that data was copied.',
    ],
  },
  {
    id: 'scan-called-attack',
    wrong: 'attack',
    right: 'port-scan',
    triggers: [
      'attack',
      'attacks',
      'hack',
      'hacks',
      'cyberattack',
      'cyberattacks',
      'attacked',
      'hacked',
      'cyber attack',
      'cyber attacks',
      'hacking attempts',
      'breach',
      'breached',
      'intrusion',
      'intrusions',
    ],
    message: '“{wrong}”: trying doors is not getting in, and most scans harm nobody. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\b(?<wrong>(?:cyber[- ]?)?(?:attacks|hacks|intrusions|breaches))(?=[^.;]{0,40}?(?:,| ?[—–(]|:)\s*(?:that is,?\s+|i\.e\.,?\s+|mostly\s+|most of (?:them|which)\s+|nearly all\s+|almost all\s+|all (?:of them )?|mainly\s+|chiefly\s+|largely\s+|or\s+|meaning\s+|in fact\s+|which (?:were|are)\s+)?(?:(?:automated|simple|harmless|routine|ordinary|mere|of them|were|are|just|only)\s+){0,3}(?:port[- ])?(?:scans|pings|probes|connection attempts|blocked connections|knocks))/gi,
        match => (/^hack|^intr|^brea/i.test(match.groups?.wrong ?? '') ? 'scans' : 'scans'),
      )(wording),
      ...slipsAt(
        /\b(?<wrong>(?:hacked|attacked|breached))(?:\s+(?!and\b|then\b|but\b|or\b|after\b|before\b)[\w’'-]{1,20}){0,5}?\s+(?:with|by|in|through|using)\s+(?:(?:a|an|the|simple|automated|mere|series of|wave of)\s+){0,3}(?:port[- ]scan(?:s|ning|ner)?|(?:internet[- ]wide|network)\s+scans?)\b/gi,
        () => 'scanned',
      )(wording),
      ...slipsAt(/\b(?:port[- ]scan(?:ning)?)\s+(?<wrong>(?:cyber[- ]?)?(?:attacks?|hacks?|breach(?:es)?))\b/gi, match =>
        /s$/i.test(match[0]) ? 'probes' : 'probe',
      )(wording),
      ...slipsWhere(
        /\b(?<wrong>(?:cyber[- ]?attacks?|hacking attacks?|hacks?|attacks?|intrusions?|breach(?:es)?))\b(?!\s+(?:surface|attempts?))/gi,
        /\b(?:(?:was|were|is|are|nothing (?:more|other) than|only|just|merely|amounted to|consisted of|turned out to be|proved to be)\s+(?:(?:a|an|the|only|just|simply|mere|automated|routine|harmless|nothing but|nothing more than|series of|wave of|some|internet-wide)\s+){0,4}(?:port[- ])?(?:scans?|probes?|pings)|port[- ]scan(?:s|ning|ned)? only)\b[^.;]{0,120}?\b(?:no(?:body|thing| one| access| login| connection)?|none|never|without|fail(?:ed)?|blocked|did not|didn['’]t)\b|\b(?:no(?:body|thing| one)|none|never)\b[^.;]{0,60}\b(?:got in|succeeded|got through|logged in)\b[^.;]{0,80}\b(?:scans?|scanned|probes?)\b/i,
        /\b(?:after|before|followed|preceded|later|then)\b/i,
        match => (/s$/i.test(match.groups?.wrong ?? '') ? 'scans' : 'scan'),
      )(wording),
    ],
    bad: [
      [
        'The ministry counts two million attacks a day, most of them automated scans.',
        'The ministry counts two million scans a day, most of them automated scans.',
      ],
      ['The attack was only a port scan, and nobody got in.', 'The scan was only a port scan, and nobody got in.'],
    ],
    good: ['The attack began with a port scan.', 'They scanned the network and then attacked the server.', 'The attack failed.'],
  },
  {
    id: 'exposure-called-breach',
    wrong: 'data-breach',
    right: 'data-exposure',
    triggers: [
      'hack',
      'hacked',
      'hackers',
      'hacker',
      'breach',
      'breached',
      'broke into',
      'broken into',
      'breaches',
      'hacks',
      'leak',
      'leaked',
      'stolen',
      'data theft',
    ],
    message: '“{wrong}”: the data lay open, and nothing here says that anyone forced a way in. Write “{better}”.',
    find: wording => [
      ...slipsWhere(
        /\b(?<wrong>(?:data |security )?(?:hacks?|breach(?:es)?|leaks?)|hacked|breached|leaked)\b(?!\s+(?:forums?|notifications?|laws?|sites?|data|of (?:the )?(?:law|contract|trust|rules?)|credentials|passwords))/gi,
        /\b(?:(?:no|without(?: any)?)\s+(?:sign|evidence|indication|trace|proof|suggestion|hint)s?\s+(?:that|of|for)\s+(?:(?:any|anyone|anybody|someone|somebody|outsiders?|third part(?:y|ies)|misuse|unauthori[sz]ed|it|the (?:data|files?|folder|records?|list|database))\s*){1,3}[^.;]{0,40}?(?:access(?:ed)?|open(?:ed)?|saw|seen|copied|download(?:ed)?|read|taken|used|found)\b|(?:nobody|no one|none)\s+(?:(?:is|was|are|has|had|outside|else|but \w{1,20}|ever|known|to|have|been)\s+){0,6}(?:access(?:ed)?|open(?:ed)?|seen|copied|downloaded|read|found|looked))\b/i,
        /\b(?:hackers?|intruders?|attackers?|criminals?|thieves|thief|stole|stolen|exfiltrat\w{1,10}|broke in|GDPR|sold|for sale|second|other|earlier|previous|gdpr|regulation|law)\b/i,
        match => {
          const word = (match.groups?.wrong ?? '').toLowerCase();
          if (/ed$/.test(word)) return 'exposed';
          return /s$/.test(word) && !/ss$/.test(word) ? 'exposures' : 'exposure';
        },
        'sentence',
      )(wording),
      ...slipsAt(
        /\b(?<wrong>hacked(?:\s+into)?|broke\s+into|breached)\s+(?:(?:a|an|the|its|their|his|her|one|of|company['’]s|firm['’]s)\s+){0,3}(?:unprotected|unsecured|publicly (?:accessible|available|reachable)|open|passwordless|password-free|exposed|misconfigured|public)\s+(?:\w{1,20}\s+){0,2}(?:database|server|bucket|folder|share|index|storage|drive|directory|backup|spreadsheet|link|page|cluster|instance|account|file)s?\b/gi,
        () => 'found',
      )(wording),
      ...slipsWhere(
        /\b(?<wrong>hack(?:ed)?|hackers)\b/gi,
        /\b(?:without (?:a |any )?(?:password|login|protection)|no password|publicly (?:accessible|available|reachable|readable)|open to (?:anyone|everyone|the internet|all)|anyone (?:with|who (?:had|knew)) the (?:link|address|url)|by (?:mistake|accident)|accidentally (?:published|uploaded|sent|posted|shared|left)|wrong (?:recipient|address|recipients|number)|misconfigur\w{1,6}|left (?:open|unprotected|unsecured|exposed|online))\b/i,
        /\b(?:sold|stole|stolen|ransom|extort|malware|phish\w{0,5}|exploit\w{0,5}|intruders?|later|then|ethical|white[- ]hat|vulnerab\w{1,8}|attackers?|could|may|might|would|if|for|feared?|fears?)\b/i,
        match => (/^hackers$/i.test(match[0]) ? undefined : /ed$/i.test(match[0]) ? 'exposed' : 'exposure'),
      )(wording),
    ],
    bad: [
      [
        'The breach went on for months, but there is no sign that anyone opened the folder.',
        'The exposure went on for months, but there is no sign that anyone opened the folder.',
      ],
      ['Robin hacked into an unprotected folder.', 'Robin found an unprotected folder.'],
      [
        'The clinic was hacked: the list stood on its site without a password.',
        'The clinic was exposed: the list stood on its site without a password.',
      ],
    ],
    good: [
      'Hackers stole the data from an unprotected server.',
      'The breach was claimed by a group, and the data is for sale.',
      'The folder lay open, and nobody is known to have opened it.',
      'A breach of the law was not found.',
    ],
  },
  {
    id: 'breach-called-leak',
    wrong: 'data-leak',
    right: 'data-breach',
    triggers: ['leak', 'leaks', 'leaked', 'exposure', 'exposed'],
    message: '“{wrong}”: somebody broke in and took the data, which is a breach. Write “{better}”.',
    find: slipsWhere(
      /\b(?:(?:the|a|this|that|data|security)\s+)(?<wrong>leak)\b(?!\s+(?:sites?|pages?|blogs?))/gi,
      /\bleak\b[^.;]{0,40}\b(?:happened|occurred|began|started|came about|was caused|followed|took place)\b[^.;]{0,40}\b(?:when|after|as|because)\b[^.;]{0,30}\b(?:hackers?|intruders?|attackers?|criminals?|thieves|a group|burglars?|someone|somebody)\b[^.;]{0,30}\b(?:broke|got in|hacked|forced|phished|stole|used)\b/i,
      /\b(?:posted|published|whistle ?blower|insider|leak site|online)\b/i,
      () => 'breach',
    ),
    bad: [
      ['The leak happened when intruders broke into the mail server.', 'The breach happened when intruders broke into the mail server.'],
    ],
    good: ['The leak began when an employee mailed the list to a newspaper.', 'After the breach the data was leaked.'],
  },
  {
    id: 'credential-stuffing-called-brute-force',
    wrong: 'brute-force',
    right: 'credential-stuffing',
    triggers: ['brute force', 'brute forced', 'brute forcing', 'bruteforce', 'password spraying', 'sprayed'],
    message: '“{wrong}”: trying passwords that leaked elsewhere is credential stuffing, not guessing. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>brute[- ]?forc(?:e|ing)(?:\s+attacks?)?|password[- ]spraying(?:\s+attacks?)?)\b/gi,
      /\b(?:(?:leaked|stolen|breached|bought|reused|re-used|recycled)\s+(?:\w{1,20}\s+){0,3}?(?:passwords?|credentials|logins?|combinations)|(?:passwords?|credentials|logins?)\s+(?:\w{1,20}\s+){0,3}?(?:leaked|stolen|taken|from (?:other|earlier|older|previous) (?:breaches|leaks|sites|services))|(?:users|customers|people|employees) had (?:used|reused) (?:on|at) other)\b/i,
      /\b(?:or (?:\w{1,20} )?(?:stolen|leaked|bought)|credential stuffing|hash(?:es)?|offline|crack(?:ed|ing)?|to (?:get|steal|obtain)|led to|resulted)\b/i,
      match =>
        /attacks/i.test(match[0])
          ? 'credential-stuffing attacks'
          : /attack/i.test(match[0])
            ? 'credential-stuffing attack'
            : 'credential stuffing',
    ),
    bad: [
      [
        'The brute-force attack used passwords leaked from other sites.',
        'The credential-stuffing attack used passwords leaked from other sites.',
      ],
    ],
    good: ['The brute-force attack tried every six-digit code.', 'A brute-force attack against the leaked hashes found the password.'],
  },
  {
    id: 'password-spraying-called-brute-force',
    wrong: 'brute-force',
    right: 'password-spraying',
    triggers: ['brute force', 'brute forced', 'brute forcing', 'bruteforce', 'credential stuffing'],
    message: '“{wrong}”: a few common passwords against many accounts is password spraying. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>brute[- ]?forc(?:e|ing)(?:\s+attacks?)?|credential[- ]stuffing(?:\s+attacks?)?)\b/gi,
      /\b(?:(?:one|a single|the same|a few|a handful of|two|three|four|five|ten|common)\s+(?:\w{1,20}\s+){0,2}?passwords?)\b[^.;]{0,40}\b(?:against|on|at|across|for|over)\s+(?:\w{1,20}\s+){0,2}?(?:hundreds|thousands|many|all|every|each|\d[\d,]{2,})\b[^.;]{0,20}\b(?:accounts?|users?|mailboxes|employees|names)\b/i,
      /\bspray/i,
      match =>
        /attacks/i.test(match[0])
          ? 'password-spraying attacks'
          : /attack/i.test(match[0])
            ? 'password-spraying attack'
            : 'password spraying',
    ),
    bad: [
      [
        'The brute-force attack tried three common passwords against thousands of accounts.',
        'The password-spraying attack tried three common passwords against thousands of accounts.',
      ],
    ],
    good: ['The brute-force attack tried thousands of passwords against one account.'],
  },
  {
    id: 'phishing-called-spear-phishing',
    wrong: 'spear-phishing',
    right: 'phishing',
    triggers: ['spear phishing', 'spearphishing', 'spear phish'],
    message: '“{wrong}”: spear phishing is written for one person or office, and this went to everyone. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>spear[- ]?phish(?:ing|es)?)\b/gi,
      /\b(?:millions of|hundreds of thousands of|\d{2,3},000|\d[\d.]* million|indiscriminate(?:ly)?|random(?:ly)?(?: chosen)?|mass[- ](?:mail(?:ing|ed)?|sent)|anyone and everyone|all over the world)\b/i,
      /\b(?:budget|dollars?|euros?|stole|stolen|loss|losses|cost|after|led to|not|unlike|records|customers|later)\b/i,
      () => 'phishing',
    ),
    bad: [['The spear-phishing mail went to millions of addresses.', 'The phishing mail went to millions of addresses.']],
    good: ['The spear-phishing mail was sent to two engineers.', 'The spear-phishing mail cost the firm three million euros.'],
  },
  {
    id: 'spoofing-called-hacking',
    wrong: 'hack',
    right: 'spoofing',
    triggers: ['hacked', 'hack'],
    message: '“{wrong}”: a forged sender needs no access to the account. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>hacked)\b(?=\s+(?:the\s+|her\s+|his\s+|their\s+|its\s+)?(?:\w{1,20}['’]?s?\s+){0,2}(?:e-?mail|mail|address|phone number|number|caller id)|[^.;]{0,40}\b(?:forged|faked|spoofed)\b)/gi,
      /\b(?:forged|faked|spoofed|made[- ]up|fake)\s+(?:the\s+|its\s+)?(?:sender|from address|caller|number|header|address)s?\b/i,
      /\b(?:logged in|password|then|also|mailbox|and)\b/i,
      () => 'spoofed',
    ),
    bad: [
      [
        'The minister’s mail was hacked: the message carried a forged sender.',
        'The minister’s mail was spoofed: the message carried a forged sender.',
      ],
    ],
    good: ['The mailbox was hacked, and the password changed.'],
  },
  {
    id: 'dark-web-called-deep-web',
    wrong: 'deep-web',
    right: 'dark-web',
    triggers: ['deep web', 'deepweb'],
    message:
      '“{wrong}”: that is everything search engines do not list, such as your own mailbox. What needs Tor is the dark web: write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>deep[- ]?web)\b/gi,
      /\b(?:tor\b|onion|market(?:place|s)?|forums?|sold|sale|sell(?:s|ing)?|offered|stolen|drugs|leak site|criminal|dealers?|bitcoin|monero)\b/i,
      /\bdark(?:net| ?web)?\b|\bdatabases? (?:and|or)\b|\bsearch engines?\b/i,
      () => 'dark web',
    ),
    bad: [['The records were for sale on a deep web forum.', 'The records were for sale on a dark web forum.']],
    good: ['The deep web is what search engines do not list.', 'The records were for sale on the dark web.'],
  },
  {
    id: 'scan-called-penetration-test',
    wrong: 'penetration-test',
    right: 'vulnerability-scan',
    triggers: ['penetration test', 'penetration tests', 'pen test', 'pentest', 'pentests', 'pen tests', 'penetration testing'],
    message: '“{wrong}”: in a penetration test people try to get in, while here a program looked for known flaws. Write “{better}”.',
    find: wording => [
      ...slipsAt(/\b(?:fully )?(?:automated|automatic)\s+(?<wrong>(?:penetration|pen)[- ]?test(?:s|ing)?)\b/gi, match =>
        /s$/i.test(match[0]) ? 'vulnerability scans' : /ing$/i.test(match[0]) ? 'vulnerability scanning' : 'vulnerability scan',
      )(wording),
      ...slipsWhere(
        /\b(?<wrong>(?:penetration|pen)[- ]?tests?)\b/gi,
        /\b(?:fully automated|automatically|(?:a|an automated|the) (?:vulnerability )?scanner|automated (?:tool|scan|scanner)|a scan(?:ning)? tool|run by (?:a )?(?:tool|software|scanner)|no (?:person|people|human|testers?) (?:was|were)? ?involved)\b/i,
        /\b(?:not|then|followed by|as well as|besides|before|after|manual(?:ly)?|testers? (?:also|then)|and a)\b/i,
        match => (/s$/i.test(match[0]) ? 'vulnerability scans' : 'vulnerability scan'),
      )(wording),
    ],
    bad: [
      [
        'The penetration test was run by an automated scanner overnight.',
        'The vulnerability scan was run by an automated scanner overnight.',
      ],
    ],
    good: ['The penetration test took two testers a week.', 'A penetration test is not an automated scan.'],
  },
  {
    id: 'jailbreak-called-rooting',
    wrong: 'rooting',
    right: 'jailbreak',
    triggers: ['rooted', 'rooting', 'jailbroken', 'jailbreaking', 'jailbreak'],
    message: '“{wrong}”: iPhones and iPads are jailbroken, Android phones are rooted. Write “{better}”.',
    find: wording => [
      ...slipsAt(/\b(?<wrong>rooted)(?=\s+(?:iPhones?|iPads?|iOS)\b)/gi, () => 'jailbroken')(wording),
      ...slipsAt(/\b(?<wrong>jailbroken)(?=\s+Android\b)/gi, () => 'rooted')(wording),
    ],
    bad: [['It runs only on rooted iPhones.', 'It runs only on jailbroken iPhones.']],
    good: ['It runs on rooted Android phones and jailbroken iPhones.'],
  },
];
