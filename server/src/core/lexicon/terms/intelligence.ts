// Owns: terms of threat intelligence and of grading sources.
// Must not know: how the lines are read.
export const INTELLIGENCE_TERMS = `
threat intelligence; cyber threat intelligence; CTI | What is known about attackers and put in a form that helps to decide. | indicator of compromise | NIST SP 800-150
=threat actor; threat group; intrusion set; activity group | A person or group that attacks. Firms name them by their own view, so two names need not mean exactly one group. | campaign, advanced persistent threat | STIX 2.1, “threat actor”, “intrusion set”
advanced persistent threat; APT; APT group | An attacker with means and patience, mostly working for a state. | threat actor, malware | NIST SP 800-39, “advanced persistent threat”
nation-state actor; state-sponsored; state-backed; state-sponsored group; nation state | An attacker who works for a state, or with its support. The two are not the same. | advanced persistent threat | ODNI Annual Threat Assessment
=cybercrime; cybercriminal; cyber criminal; e-crime | Crime by means of computers, mostly for money. | hacktivism | Council of Europe Budapest Convention
script kiddie | Someone who attacks with tools of others and little understanding. | threat actor | NIST CSRC glossary
~campaign; attack campaign; intrusion campaign | A series of attacks that belong together by time, target or means. | threat actor, malware family | STIX 2.1, “campaign”
~attribution; attributed to the group | Saying who is behind an attack, and how sure one is. | overlap | ODNI “A Guide to Cyber Attribution”
false flag; false-flag operation | Traces left on purpose to put the blame on others. | attribution | ODNI “A Guide to Cyber Attribution”
activity cluster; threat cluster; UNC; uncategorised group | Activity that seems to belong together but has not been tied to a known group. | threat actor | Mandiant, “UNC groups”
indicator of compromise; IOC; indicators of compromise; IoC | A trace, such as a hash or address, that points to an intrusion. | indicator of attack | NIST SP 800-150; RFC 9424
indicator of attack; IOA; indicators of attack | Behaviour that shows that an attack is going on. | indicator of compromise | RFC 9424
tactics, techniques and procedures; TTP; tactics techniques and procedures; TTPs | How attackers work: their aims, their methods and their habits. | indicator of compromise | NIST SP 800-150
~tactic; ATT&CK tactic | In ATT&CK, why an attacker does something: the aim of a step. | technique | MITRE ATT&CK, “tactics”
~technique; ATT&CK technique; sub-technique | In ATT&CK, how an attacker reaches an aim. | tactic | MITRE ATT&CK, “techniques”
MITRE ATT&CK; ATT&CK; ATT&CK framework | A public catalogue of what attackers do, with numbers such as T1566. | cyber kill chain | MITRE ATT&CK
cyber kill chain; kill chain | A model of an attack as seven steps one after another. | mitre att&ck | Lockheed Martin, 2011
Diamond Model | A model that ties each intrusion to adversary, means, infrastructure and victim. | cyber kill chain | Caltagirone, Pendergast, Betz, 2013
pyramid of pain | The idea that attackers change hashes easily and habits hardly at all. | indicator of compromise | Bianco, 2013
STIX; TAXII; STIX 2.1 | A format for threat intelligence, and a protocol for passing it on. | misp | OASIS STIX 2.1
MISP; threat intelligence platform; TIP | Software for sharing indicators and reports. | stix | MISP project
information sharing and analysis centre; ISAC; sharing group | A circle of organisations in one field that share warnings. | csirt | NIST SP 800-150
Traffic Light Protocol; TLP | Four colours that say how far information may be passed on. | classification | FIRST TLP 2.0
~classification; classified information | Marking information by how much harm its release would do. | traffic light protocol | US Executive Order 13526
Admiralty code; Admiralty grade; Admiralty system; NATO system | A letter for how reliable a source is and a digit for how credible its information is. | words of estimative probability | NATO AJP-2.1
source reliability | How far a source has proved right before, from A to F. | information credibility | NATO AJP-2.1
information credibility | How far a piece of information fits with others, from 1 to 6. | source reliability | NATO AJP-2.1
words of estimative probability; estimative language | Words such as “likely” that stand for set ranges of probability. | analytic confidence | ICD 203; Kent, 1964
analytic confidence; high confidence; moderate confidence; low confidence | How good the grounds of a judgement are. It is not how likely the judgement is. | words of estimative probability | ICD 203
~assessment; intelligence assessment | A judgement that goes beyond what is known, and says so. | attribution | ICD 203
open-source intelligence; OSINT | Knowledge gained from what anyone can get at. | open source | NIST CSRC glossary; NATO AJP-2.9
human intelligence; HUMINT; signals intelligence; SIGINT | Knowledge gained from people, or from signals. | open-source intelligence | ODNI, “What is Intelligence?”
operations security; OPSEC | Keeping one’s own traces small. | defence evasion | NIST CSRC glossary, “operations security”
defang; defanged; defanging; refang | Writing an address so that nobody can click it by mistake, such as evil[.]example. | obfuscation | RFC 9424; MISP
~infrastructure; attacker infrastructure; staging server | The servers, names and accounts that an attacker uses. | command and control | STIX 2.1, “infrastructure”
victimology | Who is attacked, and what they have in common. | attribution | Diamond Model
~overlap; infrastructure overlap; code overlap | Something that two sets of activity share. It is a hint and no proof that they are one. | attribution | ODNI “A Guide to Cyber Attribution”
telemetry; sensor data | Data that products send home from customers’ machines. What they do not run on, they do not see. | log | vendor reports; NIST CSRC glossary
=disinformation; information operation; influence operation | False or slanted information spread on purpose. | misinformation | EEAS FIMI reports
=misinformation | False information spread without ill will. | disinformation | EU Code of Practice on Disinformation
doxing; doxxing; doxed | Publishing someone’s private details to do harm. | data leak | NIST CSRC glossary
swatting | Calling armed police to someone’s home under a pretext. | doxing | FBI notices
=cyberwar; cyber war; cyberwarfare | Attacks that reach the force of war; most attacks that are called so do not. | espionage, sabotage | Tallinn Manual 2.0
hack-and-leak; hack and leak; hack-and-leak operation | Stealing material in order to publish it for effect. | data leak, disinformation | EEAS FIMI reports
intelligence requirement; priority intelligence requirement; PIR | A question that intelligence is to answer. | assessment | ODNI; NATO AJP-2
threat landscape | The sum of who attacks whom and how at a time. | threat | ENISA Threat Landscape
honeytoken; canary | A false record that raises an alarm when it is used. | honeypot | NIST CSRC glossary
`;
