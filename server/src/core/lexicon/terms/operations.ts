// Owns: terms of defence, incidents and their handling.
// Must not know: how the lines are read.
export const OPERATIONS_TERMS = `
~incident; security incident; cyber incident | Something that harmed security or was about to. | security event, data breach | NIST SP 800-61, “incident”
security event | Anything that shows up in a system and might matter. Few events are incidents. | incident | NIST CSRC glossary, “event”
incident response; IR; incident responder; incident-response team | What is done from the first alarm until all works again. | digital forensics | NIST SP 800-61
CSIRT; CERT; computer emergency response team; incident response team; PSIRT | A team that helps with incidents. | soc | FIRST CSIRT Services Framework
SOC; security operations centre; security operations center | The people and screens that watch a network. | csirt | NIST CSRC glossary; MITRE “11 Strategies of a World-Class SOC”
SIEM; security information and event management | Software that gathers logs and looks for trouble in them. | soar, edr | NIST CSRC glossary, “SIEM”
SOAR; security orchestration | Software that reacts to alarms by set recipes. | siem | NIST CSRC glossary
EDR; endpoint detection and response; XDR; extended detection and response | Software that records what happens on machines and reacts to it. | antivirus, siem | NIST SP 1800-series; MITRE ATT&CK Evaluations
MDR; managed detection and response; MSSP; managed security service provider | A firm that watches others’ networks for them. | soc | NIST CSRC glossary
managed service provider; MSP | A firm that runs others’ computers. | mdr | CISA advisory AA22-131A
~log; event log; audit log; log file; access log | A record of what a system did. | packet capture | NIST SP 800-92
~alert; security alert; false positive; false alarm | A sign that something may be wrong, and one that turned out to be nothing. | incident | NIST CSRC glossary, “false positive”
false negative | Something bad that was not noticed. | alert | NIST CSRC glossary, “false negative”
dwell time | How long intruders were inside before they were noticed. | breakout time | Mandiant M-Trends
breakout time | How long intruders take from the first machine to the next. | dwell time | CrowdStrike Global Threat Report
containment; contained the incident | Keeping an incident from spreading. | eradication | NIST SP 800-61
eradication | Removing intruders and all they left. | containment, remediation | NIST SP 800-61
~recovery; disaster recovery; restore from backup | Getting back to work after an incident. | business continuity | NIST SP 800-34
business continuity; business continuity plan | Keeping the most needed work going in spite of trouble. | recovery | ISO 22301
recovery time objective; recovery point objective; RTO; RPO | How long an outage may last, and how much work may be lost. | backup | NIST SP 800-34
digital forensics; forensic analysis; forensic investigation; DFIR | Finding out from traces on machines what happened. | incident response | NIST SP 800-86
chain of custody | The record of who had a piece of evidence and when. | digital forensics | NIST SP 800-86
=root cause; root cause analysis; root-cause analysis | What made something happen in the first place. | attack vector | NIST CSRC glossary
tabletop exercise; cyber exercise | Playing through an incident around a table. | red team | NIST SP 800-84
red team; red teaming; red-team exercise | A group that plays the attacker, by agreement. | penetration test, blue team | NIST CSRC glossary, “red team”
blue team | The defenders of a network, in an exercise or for real. | red team | NIST CSRC glossary, “blue team”
purple team; purple teaming | Attackers and defenders exercising together to learn. | red team | MITRE “11 Strategies of a World-Class SOC”
threat hunting; threat hunt | Looking for intruders without waiting for an alarm. | incident response | NIST SP 800-53, RA-10
detection rule; YARA rule; Sigma rule; detection signature | A description by which programs recognise something. | indicator of compromise | Sigma and YARA documentation
honeypot; honeynet; canary token | A bait system that is there to be attacked and watched. | sandbox, sinkhole | NIST CSRC glossary, “honeypot”
defence in depth; layered defence | Several layers of protection, so that one may fail. | zero trust | NIST CSRC glossary, “defense-in-depth”
~hardening; hardened; system hardening | Switching off what is not needed and tightening what is. | patch | NIST SP 800-123
security control; safeguard; security controls | A measure that makes harm less likely or smaller. | mitigation | NIST SP 800-53
compensating control | A measure that stands in for one that is not possible. | workaround | NIST CSRC glossary, “compensating security control”
risk assessment; risk analysis | Working out what could go wrong, how likely and how bad. | vulnerability scan | NIST SP 800-30
risk appetite; risk acceptance; residual risk | How much risk an organisation will take, and what is left after its measures. | risk | ISO 31000
threat model; threat modelling; threat modeling | Thinking through who might attack a system and how. | risk assessment | OWASP Threat Modeling Cheat Sheet
=security audit; audit | Checking against a rule or standard. | penetration test | ISO 19011
~compliance; compliant with | Keeping to rules. It is not the same as being secure. | security audit | NIST CSRC glossary
ISO 27001; ISO/IEC 27001; information security management system; ISMS | The standard for managing information security, and such management itself. | nist cybersecurity framework | ISO/IEC 27000
NIST Cybersecurity Framework; NIST CSF | A widely used outline of what security work consists of. | iso 27001 | NIST CSWP 29
CIA triad; confidentiality, integrity and availability | Keeping things secret, unchanged and usable: the three aims of information security. | zero trust | ISO/IEC 27000
~confidentiality | Only those who may read something can. | integrity, privacy | ISO/IEC 27000, “confidentiality”
~integrity; data integrity | Nothing was changed without right. | confidentiality, availability | ISO/IEC 27000, “integrity”
~availability | Something is there when it is needed. | integrity | ISO/IEC 27000, “availability”
non-repudiation | Nobody can deny having done something. | digital signature | NIST CSRC glossary, “non-repudiation”
data loss prevention; DLP | Software that tries to stop data from leaving. | exfiltration | NIST CSRC glossary
asset inventory; asset management | Knowing which machines and programs one has. | software bill of materials | CIS Controls 1 and 2
patch management; vulnerability management | The routine of finding and mending flaws. | vulnerability scan | NIST SP 800-40
security awareness; security awareness training; phishing simulation | Teaching people to notice attacks. | social engineering | NIST SP 800-50
CISO; chief information security officer | The person in charge of an organisation’s information security. | data protection officer | NIST CSRC glossary
=cyber insurance; cyber-insurance | Insurance against the cost of incidents. | risk | ENISA cyber insurance reports
kill switch; kill-switch | A way to stop something for good, at times left in malware. | sinkhole | NIST CSRC glossary
hack back; active defence; active cyber defence | Striking back at attackers’ systems, which is unlawful for private people in most places. | red team | Tallinn Manual 2.0
decryption key; decryption tool; free decryptor | What brings encrypted files back after ransomware. | private key | No More Ransom
ransom negotiation; ransom payment; ransom demand | Talks with extortionists, and what they ask or get. | extortion | CISA StopRansomware Guide
~outage; service outage | A time when a service does not work, for whatever reason. | denial of service | NIST CSRC glossary
single point of failure | A part whose failure stops the whole. | availability | NIST CSRC glossary
`;
