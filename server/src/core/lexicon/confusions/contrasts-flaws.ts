// Owns: contrasts of flaws, of what they allow and from where, and of what is done about them.
// Must not know: other fields.
import { type Contrast, many } from './contrasts.ts';
import { named } from './signs.ts';

/** Something stops for a while. */
const STOPS =
  /\b(?:(?:stops?|crash(?:es)?|restarts?|reboots?|freezes?|hangs?) (?:the|a|an|its|every|any) (?:[\w-]{1,20} ){0,3}?(?:service|server|process|thread|device|router|printer|program|app|machine|gateway|firewall|system|phone|terminal|switch|camera|browser|daemon|controller)|makes? (?:the|a|an|its|every|any) (?:[\w-]{1,20} ){0,3}?(?:restart|reboot|crash|hang|freeze|stop)|(?:takes?|puts?|knocks?) (?:the|a|an|its|every|any|whole) (?:[\w-]{1,20} ){0,3}?(?:off the (?:net|network|air|line)|offline|out of (?:service|action|order))|until (?:somebody|someone|it is|a person|the next) (?:restarts?|restarted|reboots?|restart|reboot))\b/i;
/** It runs something, or gains rights. */
const RUNS =
  /\b(?:run|runs|running|execut\w{1,5}|code|commands?|root|admin\w{0,11}|rights|privileges?|take (?:it |them )?over|takes over|control of|shell|account|user into|becomes?)\b/i;
/** Something that was set wrongly or left as it came. */
const SET =
  '(?:misconfiguration|directory listing|(?:default|factory|standard|preset) (?:password|login|account|setting)|open (?:bucket|share|folder|port|storage|database)|(?:forgotten|wrong) setting)';

export const FLAW_CONTRASTS: readonly Contrast[] = [
  {
    id: 'stop-called-code-execution',
    wrong: 'remote-code-execution',
    right: 'denial-of-service',
    triggers: ['remote code execution', 'rce', 'code execution', 'privilege escalation', 'elevation of privilege', 'sql injection'],
    message: '“{wrong}”: nothing runs and nobody gains rights here, something only stops. Write “{better}”.',
    word: /\b(?:(?:remote |arbitrary )?code[- ]execution|RCE|(?:local )?privilege[- ]escalation|elevation of privileges?)\b/gi,
    told: new RegExp(`${STOPS.source}|\\b(?:denial[- ]of[- ]service|CWE-400|CWE-476)\\b`, 'i'),
    draftTold: STOPS,
    agreed: RUNS,
    better: () => 'denial of service',
    bad: [
      [
        'A long name stops the printer until somebody restarts it, which amounts to remote code execution.',
        'A long name stops the printer until somebody restarts it, which amounts to denial of service.',
      ],
      ['This privilege escalation takes a branch off the net.', 'This denial of service takes a branch off the net.'],
    ],
    good: [
      'The remote code execution crashes the service before it runs the commands of the attacker.',
      'A packet makes the router restart, a denial of service.',
      'Such flaws allow denial of service or remote code execution.',
    ],
  },
  {
    id: 'reading-called-code-execution',
    wrong: 'remote-code-execution',
    right: 'data-leak',
    triggers: ['remote code execution', 'rce', 'code execution', 'privilege escalation', 'elevation of privilege'],
    message: '“{wrong}”: nothing runs and nobody gains rights here, something only comes to light. Write “{better}”.',
    word: /\b(?:(?:remote |arbitrary )?code[- ]execution|RCE|(?:local )?privilege[- ]escalation|elevation of privileges?)\b/gi,
    told: /\b(?:reveals?|discloses?|leaks?|shows|hands over|gives away|returns|exposes)\b (?:[\w’'-]{1,20} ){0,3}?(?:files?|memory|pages?|passwords?|addresses|names|logs?|versions?|settings|contents?|paths?|data)\b|\b(?:information disclosure|CWE-200)\b/i,
    draftTold:
      /▢(?: (?:flaw|bug|hole))? (?:that |which |only )?(?:reveals?|discloses?|leaks?|shows|hands over|gives away|returns|exposes) (?:[\w’'-]{1,20} ){0,3}?(?:files?|memory|pages?|passwords?|addresses|names|logs?|versions?|settings|contents?|paths?|data)\b/i,
    agreed: RUNS,
    better: () => 'information disclosure',
    bad: [['This remote code execution reveals internal pages.', 'This information disclosure reveals internal pages.']],
    good: ['The remote code execution reveals internal pages and runs commands.', 'The remote code execution is rated 9.8.'],
  },
  {
    id: 'local-called-remote',
    wrong: 'remote-code-execution',
    right: 'privilege-escalation',
    triggers: [
      'remote flaw',
      'remote vulnerability',
      'remote bug',
      'remote hole',
      'remote exploit',
      'remote attack',
      'remotely',
      'remote flaws',
    ],
    message: '“{wrong}”: that works over a network, and this needs somebody at the machine. Write “{better}”.',
    word: /\b(?<wrong>remote(?:ly)?) (?:flaws?|vulnerabilit(?:y|ies)|bugs?|holes?|exploits?|exploitable|usable)\b/gi,
    told: /\bAV:[LP]\b|\b(?:local (?:user|account|access|attacker|login)s?|account on the (?:same )?(?:machine|computer|device|server|system|host)|physical access|at the keyboard|hands on the|in front of the (?:machine|computer|device|screen))\b/i,
    draftTold:
      /▢[^.;]{0,40}? (?:needs?|requires?|only|only by|by (?:somebody|someone|users?)) [^.;]{0,30}?\b(?:local (?:user|account|access|login)s?|account on the (?:same )?(?:machine|computer|device|server|system|host)|physical access|at the keyboard|hands on the)\b/i,
    agreed:
      /\b(?:AV:N|over the (?:network|internet)|from the internet|remotely|remote (?:desktop|login|access)|also|another|second|while|whereas|unlike|chain\w{0,3}|combin\w{1,5})\b/i,
    better: word => (/ly$/i.test(word) ? 'locally' : 'local'),
    bad: [
      ['This remote flaw needs somebody with an account on the machine.', 'This local flaw needs somebody with an account on the machine.'],
    ],
    good: ['The remote flaw can be used from the internet.', 'The remote flaw is chained with one that needs a local account.'],
  },
  {
    id: 'remote-called-local',
    wrong: 'privilege-escalation',
    right: 'remote-code-execution',
    triggers: ['local flaw', 'local vulnerability', 'local bug', 'local hole', 'local exploit', 'local flaws', 'locally exploitable'],
    message: '“{wrong}”: that needs somebody at the machine, and this works over a network. Write “{better}”.',
    word: /\b(?<wrong>local(?:ly)?) (?:flaws?|vulnerabilit(?:y|ies)|bugs?|holes?|exploits?|exploitable)\b/gi,
    told: /\bAV:N\b|\b(?:over the (?:network|internet)|from the internet|from anywhere|across the internet|remotely exploitable)\b/i,
    draftTold:
      /\b(?:use[ds]?|usable|exploit\w{0,4}|works?)\b[^.;]{0,40}?\b(?:over the (?:network|internet)|from the internet|from anywhere|across the internet)\b/i,
    agreed: /\b(?:AV:[LP]|local (?:user|account|access|attacker)s?|physical|also|another|second|while|whereas|unlike|chain\w{0,3}|not)\b/i,
    better: word => (/ly$/i.test(word) ? 'remotely' : 'remote'),
    bad: [['Anybody can use this local flaw from the internet.', 'Anybody can use this remote flaw from the internet.']],
    good: ['The local flaw needs an account.', 'The local flaw cannot be used from the internet, not even by an administrator.'],
  },
  {
    id: 'zero-click-called-zero-day',
    wrong: 'zero-day',
    right: 'zero-click',
    triggers: ['zero day', 'zero days', '0 day', 'zeroday'],
    message: '“{wrong}”: that is a flaw that its maker does not know. What needs no tap is “{better}”.',
    word: /\b(?:zero|0)[- ]?days?\b/gi,
    told: /\bzero-?click\b/i,
    draftTold:
      /▢(?: (?:attack|exploit|infection|hack))?(?:,| –| —|:)? (?:in other words|that is|that means|which means|meaning|because|since|as)(?:,|:)? (?:[\w’'-]{1,20} ){0,4}?(?:no(?:body| one|t)|does not|did not|do not|n['’]t|without|never) (?:[\w’'-]{1,20} ){0,4}?(?:tap|click|open|touch)/i,
    agreed: /\b(?:zero-?day|0-?day|unknown|unpatched|no (?:patch|fix))\b/i,
    better: word => (/s$/i.test(word) ? 'zero-clicks' : 'zero-click'),
    bad: [
      [
        'It was a zero-day attack, in other words: nobody had to tap anything.',
        'It was a zero-click attack, in other words: nobody had to tap anything.',
      ],
    ],
    good: ['The zero-day was used before a fix was out; nobody had to tap anything.', 'It was a zero-click attack.'],
  },
  {
    id: 'old-flaw-called-zero-day',
    wrong: 'zero-day',
    right: 'n-day',
    triggers: ['zero day', 'zero days', '0 day', '0 days', 'zeroday'],
    message: '“{wrong}”: for that no fix exists, and here one was there to be installed. Write “{better}”.',
    word: /(?<!\bno )\b(?:zero|0)[- ]?days?\b(?! (?:initiative|broker|market|prices?))/gi,
    told: /\b(?:had been (?:public|known|fixed|patched|closed|documented)(?: and (?:public|known|fixed|patched|closed|documented))? (?:since|for (?:years|months|weeks|two|three|four|five|six|\d))|had (?:been )?(?:\w{1,20} )?(?:fixed|patched|closed) (?:since|long|in (?:19|20)\d\d)|(?:skipped|missed|ignored|postponed|put off|neglected|forgot(?:ten)?|delayed) (?:to install )?(?:an?|the|that|its|one|several|all|every|the last|two|three) (?:[\w-]{1,20} )?(?:updates?|patch(?:es)?|fix(?:es)?)|(?:fix|patch|update) (?:had|has) (?:been )?(?:existed|out|available|there|offered))\b/i,
    agreed:
      /(?<!not an? )\b(?:zero-?day|0-?day|no (?:fix|patch|update)|unpatched|unknown to|before (?:a|the|any) (?:fix|patch)|at the time|later|since then|now|has since|also|another|other)\b/i,
    better: word => (/s$/i.test(word) ? 'known flaws' : 'known flaw'),
    bad: [
      [
        'A zero-day in the reader was enough, since she had skipped an update.',
        'A known flaw in the reader was enough, since she had skipped an update.',
      ],
    ],
    good: [
      'A zero-day in the reader was enough; no update would have helped.',
      'A zero-day, since patched, was enough.',
      'The zero-day had no fix when it was used, and another phone had an outdated system.',
    ],
  },
  {
    id: 'setting-called-zero-day',
    wrong: 'zero-day',
    right: 'misconfiguration',
    triggers: ['zero day', 'zero days', '0 day', 'zeroday', 'exploit'],
    message: '“{wrong}”: that is a flaw in a product, and here something was set or left wrongly. Write “{better}”.',
    word: /(?<!\bno )\b(?:zero|0)[- ]?days?\b(?! (?:initiative|broker|market|prices?))/gi,
    told: /\b(?:misconfigur\w{1,6}|directory listing|(?:left|had left|was left|were left|forgot(?:ten)? to (?:switch|turn)) (?:[\w-]{1,20} )?(?:on|open|enabled|off|unlocked|switched on)|(?:no|without a|without any) (?:password|login)|(?:default|factory|standard|preset) (?:password|login|account|setting)s?|open (?:bucket|share|folder|port|storage|database)|no (?:flaw|bug|vulnerability) in (?:the|its|our|their) (?:\w{1,20} )?(?:software|product|code|system))\b/i,
    draftTold: new RegExp(`${named(SET)}|▢, an? ${SET}`, 'i'),
    agreed: /(?<!not an? )\b(?:zero-?day|0-?day|unpatched|unknown flaw|vulnerabilit\w{1,4}|besides|also|as well)\b/i,
    better: word => (/s$/i.test(word) ? 'misconfigurations' : 'misconfiguration'),
    bad: [
      [
        'The way in was a zero-day, a directory listing that somebody had switched on.',
        'The way in was a misconfiguration, a directory listing that somebody had switched on.',
      ],
    ],
    good: ['The way in was a zero-day in the mail server.', 'A zero-day and a default password were used.'],
  },
  {
    id: 'workaround-called-patch',
    wrong: 'patch',
    right: 'workaround',
    triggers: ['patch', 'patches', 'patched'],
    message: '“{wrong}”: that mends the program, and this only goes round the flaw. Write “{better}”.',
    word: /\bpatch(?:es)?\b(?! (?:tuesday|management|day|cycle|level|notes))/gi,
    told: /\b(?:workarounds?|mitigations?)\b/i,
    draftTold:
      /▢ (?:consists of|consisted of|amounts to|amounted to) (?:[\w-]{1,20} ){0,2}?(?:switching|turning|disabling|unplugging|pulling)\b/i,
    agreed: /\b(?:patch(?:es|ed)?|update[sd]?|fix(?:es|ed)?|new (?:version|release)|version \d|release \d)\b/i,
    better: many('workaround', 'workarounds'),
    bad: [['The patch consists of switching the web interface off.', 'The workaround consists of switching the web interface off.']],
    good: [
      'The patch closes the hole.',
      'Until the patch is out, switching the web interface off helps.',
      'The workaround is to block the port.',
    ],
  },
  {
    id: 'miss-called-false-positive',
    wrong: 'alert',
    right: 'false-negative',
    triggers: ['false positive', 'false positives'],
    message: '“{wrong}”: that is an alarm about nothing, and here an alarm was missing. Write “{better}”.',
    word: /\bfalse[- ]positives?\b/gi,
    told: /\b(?:went undetected|went unnoticed|was missed|were missed|(?:did not|didn['’]t|failed to) (?:detect|notice|flag|alert|see)|let (?:it|them|the \w{1,20}) through|no alarm|raised no|overlooked)\b/i,
    draftTold:
      /(?:let (?:it|them|the \w{1,20}) through|overlooked (?:it|them)|(?:did not|failed to) (?:detect|notice|flag|see) (?:it|them)),? (?:which was )?an? ▢/i,
    agreed:
      /\b(?:false alarm|harmless|benign|wrongly|negatives?|so many|many|because of|hid(?:den)?|drown\w{0,4}|dismiss\w{0,3}|took|taken for|mistook)\b/i,
    better: many('false negative', 'false negatives'),
    bad: [['The scanner let it through, a false positive.', 'The scanner let it through, a false negative.']],
    good: [
      'The alarm was a false positive: the file was harmless.',
      'The analysts dismissed it as a false positive, and it went unnoticed.',
    ],
  },
  {
    id: 'alarm-called-false-negative',
    wrong: 'false-negative',
    right: 'alert',
    triggers: ['false negative', 'false negatives'],
    message: '“{wrong}”: that is an alarm that never came, and here one came for nothing. Write “{better}”.',
    word: /\bfalse[- ]negatives?\b/gi,
    told: /\b(?:false alarm|(?:harmless|benign|clean|innocent) (?:[\w-]{1,20} ){0,3}?(?:was|were|as) (?:flagged|blocked|malicious|reported)|wrongly (?:flagged|blocked|reported|accused)|flagged (?:a |the )?(?:harmless|benign|clean))\b/i,
    draftTold: new RegExp(named('(?:false alarm|harmless|benign|clean)'), 'i'),
    agreed: /\b(?:missed|undetected|unnoticed|positives?)\b/i,
    better: many('false positive', 'false positives'),
    bad: [
      [
        'The false negative was a harmless tool that the scanner wrongly flagged.',
        'The false positive was a harmless tool that the scanner wrongly flagged.',
      ],
    ],
    good: ['The false negative went unnoticed for a year.'],
  },
];
