// Owns: matters of which one thing or its opposite holds, and the words for either: left alone or copied, held or released, in force or ended.
// Must not know: how sentences are compared.

/** One matter. Phrases are parted by bars; a star stands for any form of a word, an underscore for up to four words between. */
export interface FieldTable {
  readonly name: string;
  /** It is so, in general: denied, it is the other side. */
  readonly yes: string;
  /** The other side, in general. */
  readonly no: string;
  /** Ways in which it can be so, each with its synonyms: denied, each says nothing of the others. */
  readonly kinds?: readonly string[];
  /** What is said of whoever acts, not of what is acted upon: "the firm paid". */
  readonly ofAgent?: true;
  /** There is but one such matter in most stories: who it was, what was pleaded. */
  readonly narrow?: true;
}

/** All matters. */
export const FIELDS: readonly FieldTable[] = [
  {
    name: 'harm',
    yes: 'affected|touched|harmed|hit|reached|involved|impacted|concerned|compromised|drawn in|dragged in|pulled in|sucked in|caught up in it|swept up|struck|in danger|at risk|endangered|suffered|fell victim|fell to the|bore the brunt|victims|came under attack|attacked|had trouble|had _ trouble|had _ problems|had _ difficulties|in trouble|interfered with|meddled with',
    no: 'left _ alone|left _ untouched|left _ in peace|left _ intact|untouched|unaffected|unharmed|unscathed|undamaged|uncompromised|unimpaired|intact|spared|stayed safe|remained safe|is safe|are safe|was safe|were safe|out of reach|came to no harm|stayed clean|was clean|were clean|is clean|are clean|remained clean|free of malware|free from malware|out of danger|never in danger|never at risk|escaped harm|escaped damage|got off lightly|came through whole',
    kinds: [
      'theft of|copying of|a copy of|stole|took _ away|copied|stolen|exfiltrated|downloaded|taken away|carried off|made off with|siphoned off|pulled out|left the network|left the building|leaked|got hold of|grabbed|looted|harvested|scraped|drained',
      'read|viewed|looked at|seen|opened|accessed|browsed|leafed through|inspected|peered into',
      'deletion of|deleted|wiped|erased|destroyed|overwritten|shredded|purged',
      'encrypted|scrambled|locked up|rendered unreadable',
      'changes to|change to|manipulation of|tampering with|alteration of|altered|changed|modified|tampered with|manipulated|edited|falsified|forged|doctored|rewritten|rigged|fiddled with|interfered with',
      'intrusion into|intrusion|break in|break ins|unauthorised access to|unauthorized access to|broken into|hacked|breached|entered|penetrated|intruded|infiltrated|cracked|broke into|got into|hijacked|taken over',
      'infection of|malware on|infected|contaminated|carried the malware|caught the worm|carried the worm',
      'exposed|laid bare|lay open|lay bare|lay in the open|could be read by anyone|could be seen by anyone|visible to anyone|visible to anybody|visible to all|publicly readable|open to all',
      'disrupted|disturbed|interrupted|delayed|crippled|paralysed|paralyzed|halted|knocked out|brought to a halt',
    ],
  },
  {
    name: 'integrity',
    yes: 'torn|broken|ripped|smashed|cracked open|forced|forced open|cut|cut through|cut open|pried open|prised open|damaged|missing|levered open|broken open|shattered|dented|burst',
    no: 'unbroken|intact|whole|undamaged|untouched|unopened|sealed|in place|in one piece|unbroken|unscathed|without a scratch|in order|unharmed|closed',
  },
  {
    name: 'spill',
    yes: 'escaped|leaked|spilled|spilt|ran out|seeped|poured out|flowed out|discharged|got out|lost',
    no: 'not a drop|dry|watertight|tight|contained|held tight|no leak',
  },
  {
    name: 'who',
    yes: 'identified|identify|identifies|identifying|know* who|knew who|tell who|say who|work out who|worked out who|find out who|found out who|establish* who|unmasked|unmask*|attribute*|traced the|traced them|traced him|traced to|traced back|tracked down|pinned on|knows the identity|known by name|know* the culprit*|know* the name*|know* their name*|has a name for|determined who|learned who|learnt who|made out who',
    no: 'unidentified|no idea who|identity is unknown|identities are unknown|identity unknown|still unknown|remain unknown|remains unknown|are unknown|is unknown|was unknown|were unknown|anyone guess|anybody guess|in the dark about who|a mystery|unattributed|no name for|against persons unknown|against unknown',
    narrow: true,
  },
  {
    name: 'held',
    yes: 'in custody|behind bars|in detention|in prison|in jail|locked up|being held|still held|still holding|in a cell|remanded|remains in detention|still detained|still locked up',
    no: 'released|went home|let go|freed|set free|walked free|at large|on the run|at liberty|on bail|allowed home|sent home|back home|back at home|out of custody|bailed|free again|allowed to go|allowed to leave|free to go|let _ out|is free|are free|turned loose',
    narrow: true,
  },
  {
    name: 'suspect',
    yes: 'suspect|suspects|under suspicion|as the accused|accused|as defendants|as a defendant|prime suspect|under investigation',
    no: 'witness|witnesses|as a witness|as witnesses|cleared of suspicion|above suspicion|no longer suspected|ruled out as',
    narrow: true,
  },
  {
    name: 'charge',
    yes: 'charged with|indicted|prosecute|prosecuted|prosecutes|prosecuting|wants to see _ in court|want to see _ in court|wants _ in court|want _ in court|wants _ prosecuted|wants _ punished|wants _ tried|press charges|pressed charges|pressing charges|presses charges|bring charges|brought charges|bringing charges|brings charges|see _ in court|take _ to court|took _ to court|taking _ to court|taken to court|sue|sued|suing|sues|suit against|legal action|put on trial|stand trial|stands trial|standing trial|facing trial|faces trial|faces charges|facing charges|haul _ before|hauled before|lodge a complaint|lodged a complaint|filed charges|file charges|files charges',
    no: 'drop the charges|dropped the charges|dropped the case|drops the case|dropped all charges|closed the case|case is closed|case was closed|let off|let _ off|without charge|discontinued|no further action|no action against|shelved the case|leave it at that|left it at that|off the hook|forgave|forgives|forgiven|waived its claim|settled out of court',
    narrow: true,
  },
  {
    name: 'plea',
    yes: 'plead* guilty|pleaded guilty|pled guilty|admit* the|admit* to|admit* all|admit* both|admit* it|admits|confess*|accepted both|accepted all|accepts both|accepts the charge*|accepted the charge*|accepted the count*|accepts all|owned up|owns up|a confession|made a confession|conceded the|acknowledged the|acknowledges the',
    no: 'den* the|den* both|den* all|den* it|den* any|den* having|den* everything|not guilty|protest* _ innocence|maintain* _ innocence|insist* _ innocen*|contest* the|contest* all|contest* both|disput* the|disput* all|says he is innocent|says she is innocent|den*',
    narrow: true,
    ofAgent: true,
  },
  {
    name: 'verdict',
    yes: 'convicted|found guilty|guilty|sentenced|condemned|given a sentence|found liable|conviction',
    no: 'acquitted|was cleared|were cleared|cleared of|not guilty|found innocent|exonerated|walked free|innocent|acquittal|case dismissed|found not liable',
    narrow: true,
  },
  {
    name: 'appeal',
    yes: 'may appeal|can appeal|may still appeal|can still appeal|right of appeal|right to appeal|open to appeal|can be appealed|may be appealed|can be challenged|may be challenged|leave to appeal|is appealing|are appealing|will appeal|has appealed|have appealed|appealed|lodged an appeal|filed an appeal|appeal is possible|appeals|appeal is allowed|appeal is pending',
    no: 'is final|final and binding|legally binding|became final|no appeal|cannot appeal|may not appeal|cannot be appealed|cannot be challenged|accepted the verdict|accepted the ruling|accepts the verdict|accepts the ruling|waived its right|waived his right|waived her right|beyond appeal|last word',
    narrow: true,
  },
  {
    name: 'force',
    yes: 'in force|in effect|still valid|is valid|are valid|still running|still runs|still applies|still apply|still binding|remains in place|stays in place|still in place|is binding|still stands|ongoing|goes on|continues|continue|carries on|under way|still going on|still active|is active|are active|remains active|lives on|renewed|extended|prolonged',
    no: 'ended|terminated|cancelled|canceled|expired|lapsed|ran out|has run out|void|null and void|repealed|suspended|scrapped|abolished|revoked|withdrawn|no longer applies|no longer apply|no longer valid|no longer in force|wound up|came to an end|came to a close|was closed|shelved|is over|are over|was over|is finished|called off|broken off|abandoned|dissolved|discontinued|given up|rescinded|struck down|annulled|invalidated',
  },
  {
    name: 'answer',
    yes: 'agreed to|agrees to|agree to|consented to|agreed on|agreed|agrees|agree|accepted|accepts|accept|approved|approves|approve|said yes|says yes|consented|gave _ consent|granted|grants|endorsed|endorses|took up the offer|took _ up on|signed|has signed|ratified|adopted|passed|gave the green light|gave _ blessing|waved through|voted for|voted in favour|allowed|allows|permitted|permits|authorised|authorized|welcomed|complied|went along with|voted to|decided to|decided in favour|carried',
    no: 'turned _ down|turns _ down|turn _ down|turned down|rejected|rejects|reject|refused|refuses|refuse|declined|declines|decline|negotiation is out of the question|said no|says no|walked away|broke off talks|talks broke down|talks failed|vetoed|vetoes|blocked|blocks|voted down|voted against|threw _ out|thrown out|forbade|forbids|forbidden|banned|bans|prohibited|prohibits|barred|opposed|opposes|ignored|knocked back|dismissed|withheld _ consent|not allowed|gave the cold shoulder|motion _ lost|motion _ defeated|motion _ fell|motion _ failed|proposal _ lost|proposal _ defeated|proposal _ fell|bill _ defeated|not carried|found no majority|failed to pass',
  },
  {
    name: 'ransom',
    yes: 'paid|pays|pay|handed over the money|met the demand*|met _ demand*|gave in|gives in|given in|transferred|bought _ off|wired|coughed up|forked out|caved in|paid up|settled up|sent the money|bowed to the|yielded to',
    no: 'unpaid|kept _ money|refused to pay|refuses to pay|held out|stood firm|stands firm|did not give in|kept _ wallet shut|let the deadline pass|still owes|still owe|outstanding|owed|still open',
    narrow: true,
    ofAgent: true,
  },
  {
    name: 'validity',
    yes: 'valid|be valid|a valid one|unexpired|in date|still good',
    no: 'expired _ enough|expired _ do|expired _ works|old _ do|old _ enough|invalid _ enough|invalid _ do|any _ do|any _ enough|used _ do|cancelled _ enough|stale _ do',
  },
  {
    name: 'refund',
    yes: 'refunded|reimbursed|compensated|got _ back|gets _ back|get _ back|gave _ back|paid _ back|paid back|made good|returned|recovered|recouped|was back|is back|are back|were back|retrieved|restored|back with',
    no: 'out of pocket|lost for good|gone for good|got nothing back|gets nothing back|never recovered|irretrievable|written off|lost forever|gone forever|beyond recovery|left without|kept the money|kept all the money|no compensation',
  },
  {
    name: 'fix',
    yes: 'patched|fixed|remedied|plugged|mended|repaired|up to date|closed the gap|closed the hole|closed the flaw|a fix is out|a patch is out|has been closed|was closed|were closed|hardened|rectified|sealed off|has a fix|have a fix|has a patch|immune',
    no: 'unpatched|unfixed|still open|remains open|remain open|left open|still vulnerable|remains vulnerable|remain vulnerable|still exposed|no fix|no patch|no update|stays open|stay open|outdated|out of date|end of life|without a fix|without a patch|will not be fixed|is not planned to fix|never be fixed|unresolved|unsolved|exploitable|vulnerable|at the mercy of',
  },
  {
    name: 'issued',
    yes: 'already have|already has|already available|is available|are available|already out|is out|is out now|has shipped|have shipped|been shipped|was shipped|rolled out|been rolled out|was released|been released|has released|have released|was delivered|been delivered|have received|has received|received|can be downloaded|on sale|in use|on the market|reached customers|installed|has gone live|went live|is live|in operation|already runs|already uses|already use|launched|was launched|has launched|handed out|was published|been published',
    no: 'planned for|is planned|are planned|was planned|due in|due on|is due|are due|still due|will follow|to follow|in preparation|in the works|being tested|being prepared|being written|being built|in development|under development|being developed|unreleased|withdrawn|recalled|has been pulled|was pulled|called back|given to no|no customer yet|still to come|to come in|not before|postponed|put off|still waiting for|still working on|being worked on|announced for|scheduled for|will be released|will be available|will come|will ship|will arrive|will get it|coming in|is coming',
  },
  {
    name: 'switched',
    yes: 'switched on|turned on|switches on|on by default|enabled|activated|enabled by default|is on|are on|was on|were on|on from the start|on out of the box|active by default|armed',
    no: 'switched off|turned off|off by default|disabled|deactivated|disabled by default|is off|are off|was off|were off|off as delivered|opt in|must be switched on|has to be switched on|disarmed|inactive|dormant|turned it off',
  },
  {
    name: 'running',
    yes: 'up and running|kept running|kept working|kept going|stayed up|stayed online|stayed open|remained open|remained online|ran on|ran as usual|worked as usual|worked throughout|worked all the time|ran without|ran normally|worked normally|in operation|was reachable|were reachable|stayed reachable|remained reachable|remained available|stayed available|were available|was available|undisturbed|uninterrupted|did not stop|open as usual|as normal|on the air',
    no: 'was down|were down|went down|is down|are down|offline|out of action|out of service|out of order|unreachable|unavailable|stopped|stood still|stands still|at a standstill|shut down|knocked out|collapsed|crashed|went dark|went silent|failed|broke down|ground to a halt|came to a halt|came to a standstill|off the air|halted|inoperative|paralysed|paralyzed|stayed closed|stayed shut|remained closed|were closed|was closed|off line',
  },
  {
    name: 'aware',
    yes: 'knew|aware of|was aware|were aware|been told|was told|were told|been warned|was warned|were warned|informed|notified|in the know|alerted|understood|briefed|had heard|got word|learned of|received a warning|received warnings|been informed|had seen|realised|realized|was in the picture|were in the picture',
    no: 'unaware|in the dark|no idea|had no inkling|learned from the newspaper*|learned _ from the press|read about it in|knew nothing|oblivious|unsuspecting|out of the loop|was kept from|caught unawares|had no warning|without warning|unwarned|believed that|thought that|ignorant of',
    ofAgent: true,
  },
  {
    name: 'intent',
    yes: 'deliberate|deliberately|on purpose|intentional|intentionally|knowingly|wilfully|wilful|with intent|by design|calculated|planned it|malicious|sabotage',
    no: 'accident|accidental|accidentally|by mistake|by accident|mistakenly|unintentional|unintentionally|inadvertent|inadvertently|oversight|human error|a slip|out of carelessness|careless|carelessness|mishap|a typo|a mix up|without meaning to|innocent mistake|honest mistake',
  },
  {
    name: 'origin',
    yes: 'insider|insiders|from inside|from within|inside job|an employee|one of its own|member of staff|somebody in the firm|one of the staff',
    no: 'from outside|from the outside|outsider|outsiders|a stranger|strangers|somebody from outside|no employee|no insider|external attacker|external attackers|no one on the staff',
    narrow: true,
  },
  {
    name: 'ciphered',
    yes: 'encrypted|in encrypted form|ciphered|salted and hashed|hashed|with encryption|end to end encrypted|protected by encryption|scrambled',
    no: 'unencrypted|plaintext|plain text|in the clear|cleartext|clear text|without encryption|in readable form|readable by anyone|open text|legible|unhashed|without any encryption|no encryption',
  },
  {
    name: 'login',
    yes: 'without a login|without logging in|without authentication|without an account|unauthenticated|without a password|no login|no password|no account|no authentication|no credentials|without credentials|needs no login|anonymous|anonymously|from anyone|by anyone',
    no: 'logged in|logged on|authenticated|with an account|needs an account|need an account|needs a login|needs a password|needs valid credentials|valid credentials|after logging in|with a valid account|requires a login|requires an account|requires authentication|requires credentials|registered users|only administrators|administrators only|admin rights',
  },
  {
    name: 'remote',
    yes: 'over the internet|remotely|from afar|from anywhere|over the network|from a distance|at a distance|from abroad|remote access',
    no: 'physical access|local access|on site|on the spot|in the building|by hand|at the device|at the machine|on the premises|locally|in person|with a cable|plugged in by',
  },
  {
    name: 'public',
    yes: 'published|made public|is public|are public|public|posted|put online|disclosed|went public|on the open web|on the internet|for all to see|leaked to|revealed|in the open|freely available|can be read by anyone|released to the public|unsealed|shared with the press|shown to the press',
    no: 'secret|confidential|unpublished|under wraps|kept secret|kept it secret|withheld|behind closed doors|keeps _ to itself|kept _ to itself|keeps _ to himself|kept _ to himself|keeps _ to herself|kept _ to herself|under seal|sealed|classified|under lock and key|not for publication|kept quiet|hushed up|in a drawer|locked away|stays internal|internal only',
  },
  {
    name: 'lawful',
    yes: 'legal|lawful|within the law|permissible|lawfully|legally|in accordance with the law|in line with the law|complied with the law|compliant|allowed by law|complied with',
    no: 'illegal|unlawful|unlawfully|illegally|against the law|broke the law|breaks the law|breach of the law|breached the law|breached the rules|broke the rules|violated the|violates the|in violation of|non compliant|an offence|a crime|outlawed|in breach of',
  },
  {
    name: 'obligation',
    yes: 'mandatory|compulsory|obligatory|obliges|obliged|required|requires|binding|a duty|an obligation|a condition|forces|forced|no choice|made to|a must',
    no: 'voluntary|voluntarily|optional|free to choose|recommended|recommends|recommendation|advice|advised|advises|suggestion|up to them|up to him|up to her|of their own will|nobody is forced|non binding|a matter of choice|at their discretion|encouraged',
  },
  {
    name: 'office',
    yes: 'still works for|still works at|still employed|in office|stays on|stayed on|kept her job|kept his job|keeps her job|keeps his job|remains in charge|remains in her post|remains in his post|remains in post|still heads|still leads|still runs|still in charge|stays in office|keeps her post|keeps his post|keeps the job|back at work|reinstated|still at work',
    no: 'dismissed|fired|sacked|lost her job|lost his job|resigned|stepped down|retired|was let go|were let go|gave up her post|gave up his post|suspended|has left|has quit|quit|left the firm|left the company|laid off|removed from office|made redundant|has gone|was replaced|on leave|on gardening leave|relieved of',
    narrow: true,
  },
  {
    name: 'leaving',
    yes: 'dismissed|fired|sacked|lost his job|lost her job|lost their jobs|cost _ job|thrown out|forced out|pushed out|shown the door|removed from office|was let go|ousted|kicked out|expelled',
    no: 'resigned|of her own accord|of his own accord|of her own will|of his own will|at her own wish|at his own wish|at her own request|at his own request|stepped down|left by choice|handed in her notice|handed in his notice|gave notice|voluntarily|retired|retires|moved on to',
    narrow: true,
  },
  {
    name: 'reply',
    yes: 'answered|replied|responded|replies|responds|commented|took questions|wrote back|called back|gave an answer|sent an answer|gave a reply|sent a reply|gave an interview|returned the call|returned our calls',
    no: 'unanswered|no reply|no answer|no response|no comment|silent|silence|stonewalled|declined to comment|refused to comment|could not be reached|was not reached|ignored|went without an answer|hung up|kept silent|turned down an interview|left it without',
    ofAgent: true,
  },
  {
    name: 'cooperation',
    yes: 'cooperated|cooperates|is cooperating|are cooperating|cooperating|helped|helps|handed over|gave access|opened its books|provided|turned over|surrendered|supplied|gave up its',
    no: 'uncooperative|refused to help|refuses to help|refused access|denied access|blocked access|dragged its feet|dragged _ feet|obstructed|kept back|held back|withheld|stonewalled|refused to hand over|refuses to hand over|kept _ from the',
    ofAgent: true,
  },
  {
    name: 'punctual',
    yes: 'in time|on time|promptly|within the deadline|within the time limit|met the deadline|kept the deadline|before the deadline|in good time|without delay|immediately|at once|straight away|ahead of time|punctually',
    no: 'too late|overdue|missed the deadline|belated|belatedly|after the deadline|past the deadline|behind time|was late|were late|came late|came too late|is late|late by|weeks late|days late|a week late|a day late|with a delay|behind schedule|tardy|delayed',
  },
  {
    name: 'outcome',
    yes: 'succeeded|succeeds|successful|successfully|worked|it works|paid off|came off|got through|did the trick|bore fruit|was a success|were a success',
    no: 'failed|fails|came to nothing|in vain|unsuccessful|unsuccessfully|thwarted|foiled|fell through|misfired|without success|without result|to no avail|a failure|backfired|went nowhere|fell flat|repelled|fended off|beaten off|averted|stopped in time|bounced off|held off|fruitless',
  },
  {
    name: 'death',
    yes: 'died|killed|dead|lost his life|lost her life|lost their lives|deaths|fatal|perished|passed away',
    no: 'survived|alive|recovered|recovering|pulled through|out of danger|lived|back on her feet|back on his feet|no deaths|saved',
  },
  {
    name: 'injury',
    yes: 'injured|hurt|wounded|injuries|came to harm|taken to hospital|in hospital|hospitalised|hospitalized|hit by',
    no: 'unhurt|uninjured|unharmed|unscathed|safe and sound|without a scratch|no injuries|escaped injury|walked away|came to no harm|not a scratch',
  },
  {
    name: 'noticed',
    yes: 'noticed|detected|spotted|discovered|raised an alarm|raised the alarm|set off an alarm|set off the alarm|sounded the alarm|alarm went off|alerted|saw it|came to light|caught it|picked up|was seen|were seen|flagged|went off',
    no: 'unnoticed|undetected|slipped through|unseen|unobserved|overlooked|under the radar|below the radar|raised no alarm|no alarm|stayed hidden|remained hidden|missed it|went past|kept quiet|stayed silent|stayed quiet|remained silent|escaped notice|escaped attention|invisible|out of sight|failed to notice',
  },
  {
    name: 'presence',
    yes: 'on board|was present|were present|attended|was there|were there|took part|was in the room|in attendance|turned up|showed up|appeared in person|came to the',
    no: 'absent|stayed away|was not there|was elsewhere|was abroad|were abroad|on holiday|on leave|did not attend|was away|were away|ashore|sent apologies|failed to appear|failed to turn up|kept away|skipped|boycotted|at home',
    ofAgent: true,
  },
  {
    name: 'staffed',
    yes: 'staffed|manned|on duty|on watch|on shift|guarded|under guard|watched around the clock|supervised|attended around the clock|monitored',
    no: 'unstaffed|unmanned|unguarded|unattended|unsupervised|unwatched|nobody on duty|nobody was on|no one on duty|empty|deserted|no guard|unmonitored|left to itself',
  },
  {
    name: 'connected',
    yes: 'connected to the internet|connected to the network|connected to the same|on the internet|on the same network|reachable from the internet|reachable from outside|exposed to the internet|open to the internet|is online|are online|linked to the internet|hooked up|on the network|networked|share* a network|share* the network|on one network|in the same network',
    no: 'cut off|isolated|air gapped|airgapped|disconnected|standalone|stand alone|own network|separate network|network of its own|networks of their own|network of their own|other network|another network|different network|offline|unplugged|no connection|off the network|off the internet|kept apart|unconnected',
  },
  {
    name: 'exercise',
    yes: 'tested|trained|practised|practiced|rehearsed|drilled|audited|tried out|checked|inspected|examined|reviewed|exercised|had training',
    no: 'untested|untrained|unprepared|unrehearsed|unchecked|unaudited|without a test|without training|without any training|unexamined|unreviewed|no training|no test|no audit|never been put to the test',
  },
  {
    name: 'insured',
    yes: 'insured|covered|under cover|included|within the policy|covers|insures|subject to|applies to|apply to|falls under|fall under|counts as',
    no: 'uninsured|exempt|exempted|excluded|outside the policy|left out|not covered|excludes|exempts|falls outside|fall outside|no cover|without cover|without insurance|carved out',
  },
  {
    name: 'override',
    yes: '',
    no: 'hard wired|hardwired|tamper proof|fool proof|foolproof',
    kinds: [
      'cancel|cancels|override|overrides|overrule|overrules|bypass|bypasses|bypassed|circumvent|circumvented|disable|disabled|defeat|defeated|get around|gets around|get past|switch off|switched off|turn off|turned off|undo|suppress|suppressed|cancelled|overridden',
    ],
  },
  {
    name: 'sale',
    yes: 'on sale|still sells|still sold|stays on the shelf|stay on the shelf|stays on the shelves|stay on the shelves|on the shelf|on the shelves|remains on sale|remain on sale|goes on selling|keeps selling|still in the shop*|still offered|can still be bought|back on the shelves|in stock',
    no: 'off the shelf|off the shelves|cleared from|taken off the market|withdrawn from sale|withdrawn from the market|no longer sells|no longer sold|stopped selling|recalled|out of sale|discontinued|delisted|removed from the shop*|removed from the shelves|took _ off the shelves|cleared _ from|pulled from|sold out|banned from sale|from their shelves|from its shelves',
  },
  {
    name: 'novelty',
    yes: 'previously unknown|unknown until then|zero day|never seen before|was new|were new|for the first time|unknown to|first of its kind|had never happened|a novelty|brand new',
    no: 'known since|known for|long known|well known|already known|known about|had been fixed|already fixed|already been fixed|already closed|once before|happened before|seen before|not the first|the second time|the third time|second attack|an old|years old|reported a year|reported months',
  },
  {
    name: 'exploited',
    yes: 'exploited|exploiting|exploit the|abused|used in attacks|used in an attack|under attack|in the wild|attackers use|attackers used|attackers are using|being used by|misused|taken advantage of|weaponised|weaponized',
    no: 'no exploitation|unexploited|no attack* known|no known attack*|no known exploit*|no known case*|theoretical|only in theory|only in the laborator*|only in the lab|purely academic|proof of concept only',
  },
  {
    name: 'reused',
    yes: 'used elsewhere|reused|re used|the same password|shared password|used for other accounts|used on other|used by several|shared by several|shared by all|the same for all|same key for all|identical on all|the same on all|the same in all',
    no: 'unique|used nowhere else|its own password|one of its own|different for each|differs from|each its own|individual|one per device|a different one',
  },
  {
    name: 'kept',
    yes: 'stores|stored|keeps|kept|retains|retained|holds on to|archives|archived|saves|saved|hoards|preserved|preserves|on file|still holds|keep|store',
    no: 'deletes|deleted|discards|discarded|throws _ away|threw _ away|thrown away|erases|erased|destroyed|destroys|wipes|wiped|shreds|shredded|gets rid of|got rid of|purged|purges|forgets|gone within|disposed of',
  },
  {
    name: 'sharing',
    yes: 'shares|shared|sells|sold|passes on|passed on|passes _ on|passed _ on|hands over|handed over|forwards|forwarded|gives to|gave to|sent to third|trades|traded|sells on',
    no: 'keeps to itself|kept to itself|stays in the house|stay in the house|stays on the device|stay on the device|never leaves|never leave|stays on the phone|stay on the phone|remain on the device|remains on the device|kept in house|kept private',
  },
  {
    name: 'decided',
    yes: 'decided|ruled|made up _ mind|chosen|chose|settled|rejected|granted|dismissed|approved|fined|upheld|awarded|ordered|convicted|acquitted|imposed|voted|adopted|passed|resolved|turned down|allowed|found that|established that|concluded that|has ruled|signed',
    no: 'will decide|undecided|yet to decide|to be decided|still to decide|decides on|decides next|decides in|pending|no decision|no finding|no ruling|has not decided|under consideration|is considering|are considering|is weighing|are weighing|due to decide|decision is due|decision is expected|expected to decide|will rule|will vote|is to decide|still open|will look into|is looking into|are looking into|is examining|adjourned|postponed|reserved judgment|still thinking|nothing is signed|nothing signed|not signed|has yet to|have yet to|on the table|up for debate|will be decided|in the balance',
  },
  {
    name: 'begun',
    yes: 'has begun|have begun|began|has started|have started|started|under way|underway|launched|got going|opened|has opened|is running|are running|already runs|already under|in full swing|set out',
    no: 'will begin|will start|to begin in|to start in|due to start|due to begin|starts in|begins in|starts next|begins next|postponed|put off|cancelled|canceled|called off|yet to begin|yet to start|has yet to|have yet to|is planned|are planned|planned for|scheduled for|is to start|is to begin|shelved|on hold|still in planning|on paper',
  },
  {
    name: 'found',
    yes: 'found|located|turned up|retrieved|recovered|resurfaced|tracked down|reappeared',
    no: 'still missing|never found|cannot be found|unaccounted for|no trace|without a trace|has never been seen|untraceable|nowhere to be found|still looking for|still searching for|never turned up|never came back',
  },
  {
    name: 'view',
    yes: 'agrees with|agreed with|shares that view|shares the view|shares this view|sees it the same way|concurs|of the same opinion|in agreement|confirms|backs|sides with|sided with|seconds|of one mind',
    no: 'disagrees|disagreed|contradicts|contradicted|sees it differently|takes the opposite view|of another opinion|takes another view|objects|objected|begs to differ|doubts|doubted|thinks otherwise|is wrong|is mistaken|at odds with|rejects the|disputes|disputed',
    ofAgent: true,
  },
  {
    name: 'blame',
    yes: 'apologised|apologized|apologises|apologizes|said sorry|says sorry|asked for forgiveness|accepts the blame|accepted the blame|took the blame|takes the blame|took responsibility|takes responsibility|accepts responsibility|accepted responsibility|an apology|asked for pardon|my fault|our fault|my job|our mistake|my mistake',
    no: 'no apology|refused to apologise|refuses to apologise|refused to apologize|denies responsibility|denied responsibility|refuses responsibility|blames others|blamed others|blames the|blamed the|not our fault|not my fault|nothing to apologise for|nothing to be sorry for|nothing to regret|no regrets|no fault of',
    ofAgent: true,
  },
  {
    name: 'stance',
    yes: 'supports|supported|support|in favour of|in favor of|favours|favors|welcomes|welcomed|endorses|endorsed|is for the|are for the|voted for|speaks for|champions|praised|praises|backs|backed|applauds|applauded|stands behind|stand behind',
    no: 'opposes|opposed|oppose|objects to|objected to|is against|are against|voted against|against the|criticises|criticised|criticizes|criticized|condemns|condemned|fights|fought|resists|protested|protests|warned against|warns against|attacks|attacked|rejects|rejected|denounced|denounces',
    ofAgent: true,
  },
  {
    name: 'link',
    yes: 'linked|connected with|related|same group|same people|same gang|same hand|the same attackers|same actor|a connection between|a link between|belong together|tied to|connection to|one and the same|from the same|work together|works with|worked with|in contact with|ties to|ties with',
    no: 'unrelated|unconnected|independent of|independently|nothing to do with|no link|no connection|no tie*|coincidence|different people|different groups|another group|not the same|separate groups|two different|separate cases|has never worked with|never met|pure chance|strangers to',
  },
  {
    name: 'genuine',
    yes: 'genuine|is real|are real|was real|were real|authentic|legitimate|the real one|true|truthful|the original|originals',
    no: 'fake|faked|forged|counterfeit|bogus|false|fabricated|made up|invented|a forgery|forgeries|a hoax|untrue|a lie|phoney|phony|imitation|spurious|concocted|doctored',
  },
  {
    name: 'cost',
    yes: 'free of charge|for free|is free|are free|at no cost|no charge|costs nothing|cost nothing|gratis|without charge|pay nothing|pays nothing|at no charge|for nothing|without a fee',
    no: 'must pay|have to pay|has to pay|for a fee|against payment|charges for|charged for|at a price|costs extra|cost extra|at their own expense|out of their own pocket|at customers expense|sold for|pays for|pay for it|on top of the price|comes at a cost',
  },
  {
    name: 'mode',
    yes: 'automatic|automatically|by itself|by themselves|without help|of its own accord|on its own|without a click|without any click|self starting|without any action|unattended',
    no: 'manual|manually|by hand|started by|must be started|has to be started|click|double click|had to click|must be installed|has to be installed|with help from|needs a user|user has to',
  },
  {
    name: 'enough',
    yes: 'enough|sufficient|sufficiently|ample|adequate|plenty of|more than enough|adequately|fully|well equipped|well prepared',
    no: 'insufficient|insufficiently|too few|too little|inadequate|lacks|lacked|lack of|a lack|shortage of|short of|scarce|not enough|understaffed|underfunded|inadequately|poorly|ill prepared|falls short|fell short|wanting',
  },
  {
    name: 'company',
    yes: 'was alone|is alone|were alone|on his own|on her own|single handed|single handedly|acted alone|worked alone|no accomplice*|no helper*|by himself|by herself|lone|solo|without accomplices|no one else',
    no: 'accomplice|accomplices|with others|had help|had helpers|helpers|a gang|together with|in a group|a team|with a partner|co conspirators|several people|at least two people|not alone|a second person|a second man|another person',
    narrow: true,
  },
  {
    name: 'consent',
    yes: 'with _ consent|with permission|with _ knowledge|with _ agreement|with _ permission|after asking|asked for consent|asked for permission|had consented|had agreed|knew about it|gave permission|with the blessing of',
    no: 'without _ consent|without permission|without _ knowledge|without asking|without being asked|behind _ back|behind _ backs|secretly|in secret|without telling|never asked|had not been asked|unasked|against _ will|without _ permission|without _ agreement',
  },
  {
    name: 'gag',
    yes: 'told to keep quiet|ordered to keep quiet|told to stay silent|ordered _ to stay silent|ordered to stay silent|silence was|bought _ silence|gagged|told to say nothing|sworn to secrecy|forbidden to speak|forbidden to talk|a gag order|hush money|ordered to be silent|silenced|had to keep quiet|had to keep silent',
    no: 'free to speak|free to talk|allowed to speak|allowed to talk|may speak|may talk|no gag|asked nicely|no silence was|nobody asked _ to keep quiet|spoke freely',
    narrow: true,
  },
  {
    name: 'busy',
    yes: 'busy|busiest|crowded|most active|at its height|noisiest',
    no: 'quiet|quietest|calm|deserted|least active|slack',
  },
  {
    name: 'blocked',
    yes: 'blocked|locked out|barred|frozen|revoked|shut out|lost access|deactivated|withdrawn',
    no: 'kept access|still has access|still have access|kept _ access|still valid|still active|still logged in|never withdrawn|never revoked',
  },
  {
    name: 'move',
    yes: 'moved to|transferred to|switched to|changed to|has left|taken her case away|taken his case away|gone over to|migrated to|parted with|parted from|turned _ back on|left for|replaced by|dropped|broke with|took _ business elsewhere',
    no: 'stays with|stayed with|remains with|remained with|is staying|are staying|not leaving|stays where|keeps the|kept the|sticks with|stuck with|stays put|stayed put|stays at|still with|is keeping|loyal to|remains at|remains a customer|remain customers',
  },
];
