// Owns: confusions of vulnerabilities, backdoors, exploits, zero-days and what a flaw allows.
// Must not know: other fields.
import { type Confusion, slipsAt, slipsWhere } from './types.ts';

const PLANTED =
  /\b(?:plant(?:ed|s|ing)?|implant(?:ed|s)?|insert(?:ed|s)?|install(?:ed|s|ing)?|deploy(?:ed|s|ing)?|drop(?:ped|s)?|hid(?:den)?|deliberate(?:ly)?|intentional(?:ly)?|on purpose|malicious|malware|implants?|trojan|loader|payload|web ?shell|smuggled|slipped|sneaked|secret(?:ly)?|covert(?:ly)?|law enforcement|government access|mandated?|built[- ]in|hard-?coded|undocumented|master (?:key|password)|operators?|command[- ]and[- ]control|c2|persist(?:s|ed|ence)?|attackers?['’]? (?:own|left|added|used)|left behind|compromised (?:build|update|package|maintainer)|supply[- ]chain|spies|espionage|contributor)\b/i;

const ACCIDENT =
  /\b(?:by (?:accident|mistake)|accidental(?:ly)?|unintended|unintentional(?:ly)?|inadvertent(?:ly)?|(?:programming|coding|software|design|logic|configuration) (?:error|mistake|flaw|bug|slip)|coding slip|oversight|typo|(?:missing|forgotten|faulty|broken|wrong|insufficient|absent|incorrect|incomplete|skipped) (?:\w{1,20} ){0,2}(?:check|checks|validation|verification|sanitisation|sanitization|authentication|bounds|test)|fail(?:s|ed|ure) to (?:check|validate|verify|sanitise|sanitize)|(?:buffer|stack|heap|integer)[- ](?:based )?(?:buffer )?overflow|use[- ]after[- ]free|path traversal|directory traversal|(?:sql|command|code|template) injection|deseriali[sz]ation|cross-site|race condition|off-by-one|out-of-bounds|memory corruption|a mistake|a (?:software |programming )?bug|nobody (?:knew|had noticed|put it there)|no one knew|login flaw|not built on purpose|flaw|CVE-\d{4}-\d+|CWE-\d+|CVSS)\b/i;

const MALICIOUS_BUG =
  /\b(?:deliberate(?:ly)?|intentional(?:ly)?|purposely|on purpose|purposefully|knowingly)\b(?:\s+[\w’'-]{1,20}){0,4}|\b(?:planted|hidden|built|placed|left|inserted|added)\s+(?:there\s+)?(?:deliberately|intentionally|on purpose|by the (?:maker|manufacturer|vendor|spy|secret|intelligence))/i;

const DURATION =
  '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|a few|few|\\d{1,3})\\s+(?:full\\s+|whole\\s+)?(?:years?|months?|weeks?|days?)';

/** The flaw was fixed or public before it was used or written about. */
const ALREADY_KNOWN = new RegExp(
  [
    `\\b(?:fixed|patched|closed|repaired|corrected|plugged|resolved|remedied|addressed|mended|disclosed|published|reported publicly|made public|documented|known|described)\\b[^.;]{0,60}?\\b(?:${DURATION}|long|well|shortly)\\s+(?:before|earlier|previously|beforehand|prior)\\b`,
    `\\b${DURATION}\\s+(?:before|earlier|previously|prior)\\b[^.;]{0,50}?\\b(?:fixed|patched|closed|fix|patch|update|disclosed|published)\\b`,
    `\\b(?:already|long since|long ago|previously)\\s+(?:been\\s+)?(?:fixed|patched|closed|known|disclosed|public|documented|published|had a (?:fix|patch)|corrected)\\b`,
    `\\b(?:fix|patch|update|correction)(?:\\s+[\\w’'-]{1,20}){0,4}\\s+(?:had|has)\\s+(?:already\\s+|long\\s+)?been\\s+(?:out|available|published|released|there|ready|offered)\\b`,
    `\\bhad\\s+(?:already\\s+|long\\s+|quietly\\s+)?(?:been\\s+)?(?:fixed|patched|closed|corrected)\\b[^.;]{0,40}\\b(?:in (?:19|20)\\d\\d|(?:the|a) (?:year|month|week) before|last year|before)\\b`,
    `\\b${DURATION}\\s+after\\s+(?:the|a|its|their|that|this)?\\s*(?:\\w{1,20}['’]s\\s+)?(?:fix|patch|update|disclosure|advisory|corrected version)\\b`,
    `\\b(?:publicly|well|widely)\\s+known\\s+(?:since|for)\\b|\\bknown\\s+since\\s+(?:19|20)\\d\\d\\b|\\bknown for\\s+${DURATION}\\b`,
    `\\b(?:years?|months?)-old\\s+(?:zero|0)[- ]day\\b|\\b(?:known|old|long-known|already patched|already fixed|patched|well-known|publicly known)\\s+(?:zero|0)[- ]days?\\b`,
    `\\b(?:fixed|patched|closed|repaired|corrected|plugged|mended)\\s+(?:it\\s+|them\\s+)?before\\s+(?:anyone|anybody|somebody|someone|attackers|outsiders|criminals|the public|it was (?:known|used|exploited|public))\\b`,
    `\\b(?:in|on page \\d{1,4} of)\\s+(?:the|its|their|every)\\s+(?:\\w{1,20}\\s+)?(?:manual|handbook|user guide)\\b`,
    `\\bfor which (?:a|the) (?:fix|patch|update) (?:has|had) (?:existed|been)\\b|\\b(?:had not|hadn['’]t|never|not yet|failed to|had yet to)\\s+(?:\\w{1,20}\\s+){0,2}(?:install|installed|apply|applied)\\s+(?:the|that|this|its|a)\\s+(?:\\w{1,20}['’]s\\s+)?(?:available\\s+|year-old\\s+|existing\\s+)?(?:fix|patch|update)\\b`,
  ].join('|'),
  'i',
);

const REALLY_ZERO_DAY =
  /\b(?:no (?:fix|patch|update) (?:was|is|exists|existed|available|yet)|before (?:there (?:was|were|had been) )?(?:an?|any|the|its) (?:fix|patch|update)(?:es)?\b|before (?:(?:the|its|their) (?:maker|vendor|company|firm|manufacturer|developers?) (?:had |ever )?(?:fixed|patched|closed|published|released|issued|shipped|offered|knew|learned)|it (?:was|had been|got) (?:fixed|patched|closed))\b|unpatched at the time|then[- ](?:unknown|unpatched)|unknown to the (?:vendor|maker|company)|(?:was|were) a zero[- ]day (?:when|at the time)|at the time)\b/i;

export const WEAKNESSES: readonly Confusion[] = [
  {
    id: 'vulnerability-called-backdoor',
    wrong: 'backdoor',
    right: 'vulnerability',
    triggers: ['backdoor', 'backdoors', 'back door', 'back doors', 'backdoored'],
    message:
      '“{wrong}”: a backdoor is built or left on purpose, and what is described here reads like a mistake. Write “{better}” unless intent is shown.',
    find: slipsWhere(
      /(?<!\bthe\s)\b(?<wrong>back[- ]?doors?)\b(?!\s+(?:is not|isn['’]t|was not|account|access|trojan|malware|implant|program|that calls|written|family|named|called|dubbed|is a door|means))/gi,
      ACCIDENT,
      new RegExp(
        `${PLANTED.source}|\\b(?:no (?:sign|evidence|trace|proof) (?:of|that)|new back ?doors|threat actors?|credentials|whether|difference between|bugdoor|not (?:just )?(?:any|every) (?:flaw|bug)|xz|used the (?:flaw|bug|vulnerability)|exploit(?:s|ing|ation)?\\b[^.;]{0,80}|exploit(?:ed|ing|s)? (?:the |a |this |that |another )?(?:flaws?|bugs?|vulnerabilit(?:y|ies)|holes?|weakness(?:es)?|CVE)|(?:use|using|used|uses)\\b[^.;]{0,30} (?:vulnerabilit(?:y|ies)|CVE)|through (?:a|the|this) (?:flaw|bug|vulnerability))\\b`,
        'i',
      ),
      match => (/s$/i.test(match[0]) ? 'vulnerabilities' : 'vulnerability'),
    ),
    bad: [
      [
        'The update closes a backdoor in the login page, a missing check on the length of names.',
        'The update closes a vulnerability in the login page, a missing check on the length of names.',
      ],
      [
        'Researchers found a backdoor (CVE-2025-1234) in the printer, a buffer overflow in its web server.',
        'Researchers found a vulnerability (CVE-2025-1234) in the printer, a buffer overflow in its web server.',
      ],
      [
        'Attackers exploited a backdoor, CVE-2025-1111, a missing check in the login page.',
        'Attackers exploited a vulnerability, CVE-2025-1111, a missing check in the login page.',
      ],
      ['A programming error had left a back door in the firmware.', 'A programming error had left a vulnerability in the firmware.'],
    ],
    good: [
      'A backdoor is a door that somebody built on purpose.',
      'The group installed a backdoor through the flaw CVE-2025-1234.',
      'The backdoor was planted in the build and got the number CVE-2024-3094.',
      'A backdoor is not just any flaw, she said.',
      'The loader drops a backdoor written in Rust.',
    ],
  },
  {
    id: 'backdoor-called-vulnerability',
    wrong: 'vulnerability',
    right: 'backdoor',
    triggers: ['vulnerability', 'flaw', 'bug', 'weakness', 'vulnerabilities', 'flaws', 'bugs'],
    message: '“{wrong}”: a way in that somebody put there on purpose is a backdoor, not a mistake. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\b(?:deliberately|intentionally|purposely|secretly|covertly)[- ](?:planted|inserted|built[- ]in|hidden|placed|implanted|added|introduced)\s+(?<wrong>vulnerability|flaw|bug|weakness)\b/gi,
        () => 'backdoor',
      )(wording),
      ...slipsAt(
        /\b(?<wrong>vulnerability|flaw|bug|weakness)\s+(?:that|which)\s+(?:(?:the|its|a)\s+)?(?:[\w’'-]{1,20}\s+){0,3}?(?:had\s+|was\s+|has\s+been\s+|had\s+been\s+)?(?:(?:deliberately|intentionally|purposely|secretly)\s+(?:planted|inserted|built|hidden|placed|added|put|left|introduced)|(?:planted|inserted|built|hidden|placed|added|put|left)\s+(?:there\s+|in\s+|in it\s+)?(?:deliberately|intentionally|on purpose))\b/gi,
        () => 'backdoor',
        (whole, match) =>
          !/\b(?:nobody|no one|never|not)\b/i.test(match[0]) && (MALICIOUS_BUG.test(match[0]) || /secretly|covertly/i.test(whole.text)),
      )(wording),
    ],
    bad: [
      [
        'The auditors found a deliberately planted vulnerability in the update server.',
        'The auditors found a deliberately planted backdoor in the update server.',
      ],
      ['It was a flaw that the maker had built in on purpose.', 'It was a backdoor that the maker had built in on purpose.'],
    ],
    good: [
      'It was a flaw that nobody had built in on purpose.',
      'The vulnerability was introduced in version 3.',
      'Attackers deliberately used the vulnerability.',
    ],
  },
  {
    id: 'known-flaw-called-zero-day',
    wrong: 'zero-day',
    right: 'n-day',
    triggers: ['zero day', 'zero days', '0 day', '0 days', '0day', '0days', 'zeroday'],
    message:
      '“{wrong}”: a zero-day is a flaw that its maker has had no day to fix, and this one was known or fixed before. Write “{better}”.',
    find: slipsWhere(
      /(?<!\bno\s)\b(?<wrong>(?:zero|0)[- ]?days?)\b(?<noun>\s+(?:vulnerabilit(?:y|ies)|flaws?|bugs?|holes?|exploits?|weakness(?:es)?))?(?!\s+(?:initiative|when|at the time|until|broker|market))/gi,
      ALREADY_KNOWN,
      REALLY_ZERO_DAY,
      match => {
        if (match.groups?.noun) return 'known';
        return /s$/i.test(match.groups?.wrong ?? '') ? 'known flaws' : 'known flaw';
      },
      'paragraph',
    ),
    bad: [
      [
        'The lab wrote about a zero-day in the router, which the maker had fixed a year before.',
        'The lab wrote about a known flaw in the router, which the maker had fixed a year before.',
      ],
      [
        'They used a zero-day vulnerability three months after the patch came out.',
        'They used a known vulnerability three months after the patch came out.',
      ],
      ['The zero-day had already been patched when the attacks began.', 'The known flaw had already been patched when the attacks began.'],
      ['It was a 0-day, publicly known since 2019.', 'It was a known flaw, publicly known since 2019.'],
      [
        'Its own testers found this zero-day, and it was fixed before anyone outside knew of it.',
        'Its own testers found this known flaw, and it was fixed before anyone outside knew of it.',
      ],
      ['The zero-day stood on page 9 of the manual.', 'The known flaw stood on page 9 of the manual.'],
    ],
    good: [
      'The vendor fixed the zero-day on Tuesday.',
      'The flaw was a zero-day when it was used; it has since been fixed.',
      'The flaw was no zero-day: it had been fixed a year before.',
      'Attackers used the zero-day for two months before a patch was available.',
      'They used the zero-day before it was fixed.',
      'The raid came four weeks before there was a patch, so the flaw was a zero-day.',
      'The zero-day was in use two months before the maker fixed it.',
    ],
  },
  {
    id: 'zero-day-called-n-day',
    wrong: 'n-day',
    right: 'zero-day',
    triggers: ['n day', 'n days', 'one day', '1 day'],
    message: '“{wrong}”: an n-day is public and usually fixed, and here no fix exists yet. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>n-days?|1-day|one-day\s+(?:flaw|vulnerability|exploit))\b/gi,
      /\b(?:no (?:fix|patch|update) (?:was|is|exists|existed|yet|available)|unknown to (?:the|its) (?:vendor|maker|developer)|nobody but the attackers knew)\b/i,
      /\bzero[- ]day/i,
      match => (/s$/i.test(match[0]) ? 'zero-days' : 'zero-day'),
    ),
    bad: [['It was the n-day for which no patch existed.', 'It was the zero-day for which no patch existed.']],
    good: ['The group prefers n-days, since many never install the patch.'],
  },
  {
    id: 'privilege-escalation-called-rce',
    wrong: 'remote-code-execution',
    right: 'privilege-escalation',
    triggers: ['remote code execution', 'rce'],
    message: '“{wrong}”: the attacker here already has an account or a shell on the machine, so nothing is remote. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>remote[- ]code[- ]execution|RCE)\b(?!\s+(?:and|or)\s+(?:local\s+)?(?:privilege|elevation))/gi,
      /\b(?:(?:local|logged-in|unprivileged|low-privileged|ordinary|normal|standard|non-admin(?:istrator)?|already authenticated)\s+(?:\w{1,15}\s+)?(?:users?|accounts?|attackers?|intruders?)|(?:users?|attackers?|intruders?|someone|anyone|whoever|somebody)\s+(?:with|who (?:already )?(?:has|have)|on|at)\s+(?:a |an |local |physical )?(?:shell|account|local access|the machine|local account|login on the (?:machine|server)|keyboard)|already (?:on|logged in(?:to| on)?|inside|has|have))\b[^.;]{0,160}?\b(?:root|system|administrator|admin|higher (?:rights|privileges)|full (?:rights|control|privileges)|privileges|kernel|superuser)\b|\b(?:root|system|administrator|admin) (?:rights|privileges|access)\b[^.;]{0,80}\b(?:local (?:user|account)|shell on|logged-in)/i,
      /\b(?:chain(?:ed|s)?|combin(?:ed|es|ing|ation)|together with|followed by|second (?:flaw|bug)|then|unlike|remote attackers?|over the (?:network|internet)|from the internet|unauthenticated|without (?:a |any )?(?:login|account|authentication|password))\b/i,
      () => 'privilege escalation',
      'sentence',
    ),
    bad: [
      [
        'This remote code execution turns a local user with a shell into root.',
        'This privilege escalation turns a local user with a shell into root.',
      ],
      [
        'The RCE lets a logged-in user gain administrator rights.',
        'The privilege escalation lets a logged-in user gain administrator rights.',
      ],
    ],
    good: [
      'The remote code execution lets anyone on the internet run commands as root.',
      'They chained a remote code execution with a flaw that turns a local user into root.',
      'Remote code execution without a login, as root: that is as bad as it gets.',
    ],
  },
  {
    id: 'rce-called-privilege-escalation',
    wrong: 'privilege-escalation',
    right: 'remote-code-execution',
    triggers: ['privilege escalation', 'elevation of privilege', 'escalation of privilege', 'escalation of privileges', 'lpe'],
    message:
      '“{wrong}”: here a stranger runs code over the network without an account, so there is no privilege to start from. Write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>(?:local\s+)?privilege[- ]escalation|(?:elevation|escalation) of privileges?|LPE)\b/gi,
      /\b(?:anyone|anybody|strangers?|attackers?|outsiders?|whoever)\b[^.;]{0,60}?\b(?:on|over|across|from) the (?:internet|network|web)\b[^.;]{0,100}?\b(?:run|runs|execute|executes)\b[^.;]{0,40}?\b(?:code|commands?|programs?)\b|\b(?:run|runs|execute|executes)\s+(?:arbitrary\s+|any\s+|their\s+own\s+|own\s+)?(?:code|commands?)\b[^.;]{0,80}?\b(?:without (?:a |any )?(?:login|logging in|account|password|authentication)|over the (?:internet|network)|from the internet|remotely|unauthenticated)\b/i,
      /\b(?:local|chain(?:ed|s)?|combin(?:ed|es|ing)|then|second|after|followed|together|remote code execution|rce|logged-in|low-privileged)\b(?!\s*privilege)/i,
      () => 'remote code execution',
    ),
    bad: [
      [
        'The privilege escalation lets anyone on the internet run commands without a login.',
        'The remote code execution lets anyone on the internet run commands without a login.',
      ],
    ],
    good: [
      'The privilege escalation turns a user into root.',
      'After the remote code execution the group used a privilege escalation to run code as root.',
    ],
  },
  {
    id: 'vulnerability-called-exploit',
    wrong: 'exploit',
    right: 'vulnerability',
    triggers: ['exploit', 'exploits'],
    message: '“{wrong}”: an exploit is what makes use of a flaw; what one finds in a product and fixes is the flaw. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\b(?:patch(?:ed|es|ing)?|fix(?:ed|es|ing)?|clos(?:e|ed|es|ing)|plug(?:ged|s|ging)?|remediat(?:e|ed|es|ing)|repair(?:ed|s|ing)?|(?:patch|fix|update|advisory|correction) for)\s+(?:(?:an|the|this|that|these|those|all|both|two|three|four|five|six|several|many|some|\d{1,3}|its|critical|serious|severe|known|zero-day|security|new|old|of)\s+){0,4}(?<wrong>exploits?)\b(?!\s+(?:code|kits?|chains?|attempts?|protection|mitigation|paths?|vectors?))/gi,
        match => (/s$/i.test(match.groups?.wrong ?? '') ? 'vulnerabilities' : 'vulnerability'),
      )(wording),
      ...slipsAt(
        /\b(?<wrong>exploits?)\s+(?:was|were|is|are|has been|have been|had been|got)\s+(?:\w{1,15}ly\s+|since\s+|already\s+|later\s+)?(?:fixed|patched|closed|plugged|remedied|repaired)\b/gi,
        match => (/s$/i.test(match.groups?.wrong ?? '') ? 'vulnerabilities' : 'vulnerability'),
      )(wording),
      ...slipsAt(/\b(?<wrong>unpatched exploits?)\b/gi, match =>
        /s$/i.test(match[0]) ? 'unpatched vulnerabilities' : 'unpatched vulnerability',
      )(wording),
      ...slipsAt(
        /\b(?:found|discovered|reported|uncovered|identified|disclosed|contains?|contained|there (?:is|was)|has|had)\s+(?:(?:an?|the|two|three|several|another|new|critical|serious|severe|security|zero-day|\d{1,3})\s+){1,3}(?<wrong>exploits?)\s+in\s+(?!the wild|use\b|circulation|metasploit|public|a (?:kit|framework|forum|repository|leak)|the (?:kit|framework|forum|repository|leak|archive|toolkit|logs?|dump|code of the malware)|(?:its|their|his|her) (?:arsenal|toolkit|hands|collection))/gi,
        match => (/s$/i.test(match.groups?.wrong ?? '') ? 'vulnerabilities' : 'vulnerability'),
      )(wording),
      ...slipsAt(
        /\bCVE-\d{4}-\d{4,}(?:,| is| was)\s+(?:(?:an?|the|critical|serious|severe|known|remote|local|zero-day)\s+){1,3}(?<wrong>exploit)\b(?!\s+(?:for|of|target|against))(?:\s+in\b)?/gi,
        () => 'vulnerability',
      )(wording),
    ],
    bad: [
      ['Microsoft patched the exploit in March.', 'Microsoft patched the vulnerability in March.'],
      ['The exploit was fixed in version 3.2.', 'The vulnerability was fixed in version 3.2.'],
      ['Many servers still run with unpatched exploits.', 'Many servers still run with unpatched vulnerabilities.'],
      [
        'She discovered a critical exploit in the firmware of the camera.',
        'She discovered a critical vulnerability in the firmware of the camera.',
      ],
    ],
    good: [
      'An exploit for the flaw was published a day later.',
      'They found an exploit in the wild.',
      'The patch stops the exploit code from working.',
      'The kit holds an exploit for each of them.',
    ],
  },
  {
    id: 'exploit-called-vulnerability',
    wrong: 'vulnerability',
    right: 'exploit',
    triggers: ['vulnerability', 'vulnerabilities'],
    message: '“{wrong}”: a vulnerability is the flaw; the code or trick that makes use of it is an exploit. Write “{better}”.',
    find: slipsAt(
      /\b(?:(?:working|weaponi[sz]ed|functional|ready-made|proof[- ]of[- ]concept)\s+(?<wrong>vulnerabilit(?:y|ies))(?!\s+(?:exploit|code|report|scanner))|(?:wrote|developed|coded|programmed)\s+(?:an?|the|their own)\s+(?:new\s+)?(?<other>vulnerability)\s+(?:for|to|that|against))\b/gi,
      match => (/ies$/i.test(match[0]) ? 'exploits' : 'exploit'),
    ),
    bad: [['A working vulnerability was for sale on the forum.', 'A working exploit was for sale on the forum.']],
    good: ['A working exploit for the vulnerability was for sale.', 'The vulnerability can be used remotely.'],
  },
  {
    id: 'vulnerability-called-threat',
    wrong: 'threat',
    right: 'vulnerability',
    triggers: ['threat', 'threats', 'risk', 'risks'],
    message: '“{wrong}”: a threat comes from outside and a risk is what may follow; what one patches is a vulnerability. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\b(?:patch(?:ed|es|ing)?|patch(?:es)? for|unpatched|install(?:ed|ing)? (?:the )?(?:patch|fix|update)s? for)\s+(?:(?:a|an|the|this|that|these|those|all|both|two|three|several|many|some|\d{1,3}|critical|serious|known|security|new|old)\s+){0,4}(?<wrong>threats?|risks?)\b(?!\s+(?:actors?|management|model|hunting|level|intelligence|assessment))/gi,
        match => (/s$/i.test(match.groups?.wrong ?? '') ? 'vulnerabilities' : 'vulnerability'),
      )(wording),
    ],
    bad: [
      [
        'The vendor patched two critical threats in its mail server.',
        'The vendor patched two critical vulnerabilities in its mail server.',
      ],
    ],
    good: ['Unpatched servers are a threat to everyone.', 'The threat comes from two groups.', 'Patching reduces the risk.'],
  },
  {
    id: 'severity-called-risk',
    wrong: 'risk',
    right: 'severity',
    triggers: ['cvss'],
    message:
      '“{wrong}”: CVSS measures how severe a flaw is, while risk also depends on who may use it and what is at stake. Write “{better}”.',
    find: slipsAt(/\bCVSS\s+(?<wrong>risk)(?=\s+(?:score|rating|level|of)\b)/gi, () => 'severity'),
    bad: [['The flaw has a CVSS risk rating of 9.8.', 'The flaw has a CVSS severity rating of 9.8.']],
    good: ['CVSS scores are not a measure of risk.', 'Its CVSS score is 9.8, and the risk is high.'],
  },
  {
    id: 'cvss-called-cve',
    wrong: 'cve',
    right: 'cvss',
    triggers: ['cve', 'cves', 'cvss'],
    message: '“{wrong}”: CVE numbers flaws and CVSS rates them. Write “{better}”.',
    find: wording => [
      ...slipsAt(/\b(?<wrong>CVE)\s+(?:base\s+)?(?:score|scores|rating|severity score)\b/g, () => 'CVSS')(wording),
      ...slipsAt(/\b(?<wrong>CVSS)(?=-(?:19|20)\d\d-\d{4,})/g, () => 'CVE')(wording),
    ],
    bad: [['With a CVE score of 9.8 it is critical.', 'With a CVSS score of 9.8 it is critical.']],
    good: ['CVE-2025-1234 has a CVSS score of 9.8.'],
  },
  {
    id: 'cwe-called-cve',
    wrong: 'cve',
    right: 'cwe',
    triggers: ['cve', 'cwe'],
    message: '“{wrong}”: CVE numbers single flaws by year, and CWE their kinds. Write “{better}”.',
    find: slipsAt(/\bCVE(?=-\d{1,4}\b(?!-))|\bCWE(?=-(?:19|20)\d\d-\d{4,})/g, match => (match[0] === 'CVE' ? 'CWE' : 'CVE')),
    bad: [
      ['It is a path traversal (CVE-22).', 'It is a path traversal (CWE-22).'],
      ['The fix closes CWE-2025-12345.', 'The fix closes CVE-2025-12345.'],
    ],
    good: ['CVE-2025-12345 is a path traversal (CWE-22).'],
  },
];
