// Owns: terms of attacks and techniques.
// Must not know: how the lines are read.
export const ATTACK_TERMS = `
=~attack; cyberattack; cyber attack; cyber-attack; attacked | An attempt to harm a system or to get into it against its owner’s will. It may fail, and a mere scan is not one. | hack, port scan, intrusion | NIST CSRC glossary, “attack”
=~hack; hacked; hacking; hacker | Getting into a system without permission. It is no word for floods of traffic, lucky finds or lost devices. | attack, data breach | RFC 4949, “hacker”
=intrusion; intruder; unauthorised access | Somebody being in a system without permission. | attack, data breach | NIST CSRC glossary, “intrusion”
attack surface | All the places where someone could try to get in. | attack vector | NIST CSRC glossary, “attack surface”
attack vector; infection vector | The way by which an attacker gets in. | attack surface | NIST CSRC glossary, “attack vector”
initial access; foothold | The first step into a network. | persistence | ATT&CK TA0001
initial access broker; IAB; access broker | Someone who breaks in and sells the access to others. | ransomware as a service | ENISA Threat Landscape
reconnaissance; recon | Finding out about a target before acting. | port scan | ATT&CK TA0043
~persistence; persistence mechanism | Ways to stay on a machine after a restart or a new password. | backdoor | ATT&CK TA0003
lateral movement; moved laterally; move laterally | Going from one machine to others inside a network. | privilege escalation | ATT&CK TA0008
pivoting; pivoted to | Using one captured machine to reach others behind it. | lateral movement | ATT&CK T1090
~exfiltration; data exfiltration; exfiltrated; exfiltrate | Carrying data out of a network without permission. | data leak | ATT&CK TA0010
defence evasion; evasion technique | What intruders do so as not to be noticed. | obfuscation | ATT&CK TA0005
living off the land; living-off-the-land; LOLBin; LOLBAS | Using tools that are already on a machine instead of bringing malware. | fileless malware | CISA guidance “Living Off the Land”, 2024
=phishing; phishing mail; phishing email; phishing site; phish | Messages that pretend to come from someone trusted, to get passwords, money or a click. | spear phishing, spam, spoofing | NIST CSRC glossary, “phishing”; ATT&CK T1566
spear phishing; spear-phishing; spearphishing | Phishing written for one person or office. | phishing | ATT&CK T1566.001
whaling | Spear phishing aimed at the heads of an organisation. | spear phishing | NIST CSRC glossary
smishing; SMS phishing | Phishing by text message. | phishing, vishing | NIST CSRC glossary
vishing; voice phishing | Phishing by telephone. | smishing | ATT&CK T1566.004
quishing; QR-code phishing | Phishing through a QR code. | phishing | ENISA Threat Landscape
=~spam; spam mail | Unwanted messages sent in bulk. | phishing | NIST CSRC glossary, “spam”
spoofing; spoofed; email spoofing; caller ID spoofing | Forging where something comes from, such as a sender or an address. No account is broken into. | hack, phishing | NIST CSRC glossary, “spoofing”
business email compromise; BEC; CEO fraud; !boss scam | Fraud in which someone poses as a boss or supplier, often from a real mailbox, to have money sent. | phishing | FBI IC3 annual report
social engineering | Getting people to do or tell what they should not. | phishing | NIST CSRC glossary, “social engineering”
pretexting | Making up a story to win someone’s trust. | social engineering | NIST CSRC glossary
watering hole attack; watering-hole attack; strategic web compromise | Infecting a site that the targets are known to visit. | drive-by download | ATT&CK T1189
drive-by download; drive-by compromise | Malware that arrives by merely opening a web page. | watering hole attack | ATT&CK T1189
malvertising | Malware or fraud spread through advertisements. | adware | CISA glossary
typosquatting; typosquatted | Registering names that differ from known ones by a slip of the finger. | homograph attack | CAPEC-630
homograph attack; homoglyph; IDN homograph | Using letters that look alike to imitate a name. | typosquatting | CAPEC-632
SEO poisoning | Pushing malicious pages to the top of search results. | malvertising | ATT&CK T1608.006
denial of service; denial-of-service; DoS | Making a service unusable. It may take a flood, or one message that crashes it. | distributed denial of service | NIST CSRC glossary, “denial of service”
distributed denial of service; distributed denial-of-service; DDoS | A denial of service in which many machines take part. Nobody gets in, and no data is taken. | denial of service, hack | NIST CSRC glossary, “distributed denial of service”
amplification attack; reflection attack | A flood that is multiplied by servers which give long answers to short forged questions. | distributed denial of service | CISA TA14-017A
brute force; brute-force; brute-forced; brute-force attack | Trying all possible passwords or keys until one fits. | password spraying, credential stuffing | ATT&CK T1110
dictionary attack | Trying passwords from a list of likely ones. | brute force | NIST CSRC glossary, “dictionary attack”
password spraying; password-spraying; password spray | Trying a few common passwords on many accounts. | brute force, credential stuffing | ATT&CK T1110.003
credential stuffing; credential-stuffing | Trying pairs of name and password that leaked elsewhere. | brute force, password spraying | ATT&CK T1110.004
credential theft; credential harvesting; credential dumping | Stealing passwords, hashes or tokens. | credential stuffing | ATT&CK TA0006
pass the hash; pass-the-hash | Logging in with a stolen hash without knowing the password. | credential stuffing | ATT&CK T1550.002
Kerberoasting | Asking a Windows domain for service tickets and guessing the passwords behind them at home. | pass the hash | ATT&CK T1558.003
golden ticket | A forged Windows ticket that opens a whole domain. | kerberoasting | ATT&CK T1558.001
session hijacking; cookie theft; session theft | Taking over a login that someone else has made, mostly by stealing its cookie. | credential theft | ATT&CK T1539
MFA fatigue; push bombing; MFA bombing; prompt bombing | Sending login prompts until the owner accepts one. | phishing | ATT&CK T1621
adversary in the middle; man in the middle; man-in-the-middle; machine-in-the-middle; adversary-in-the-middle; AitM; MITM | Standing unseen between two sides that talk to each other, and reading or changing what they say. | eavesdropping | ATT&CK T1557
eavesdropping; wiretapping; sniffing | Listening to what others send. | adversary in the middle | NIST CSRC glossary, “eavesdropping attack”
replay attack | Sending a recorded valid message again. | session hijacking | NIST CSRC glossary, “replay attack”
DNS hijacking; DNS spoofing; DNS cache poisoning | Getting names to lead to the wrong address. | bgp hijacking | NIST SP 800-81
BGP hijacking; route hijacking | Announcing other people’s addresses on the internet so that their traffic comes one’s own way. | dns hijacking | NIST SP 800-189
domain hijacking | Taking over somebody’s domain name at the registrar. | dns hijacking | ICANN SSAC 007
subdomain takeover | Claiming a name that still points to a service its owner gave up. | domain hijacking | OWASP WSTG
SIM swapping; SIM swap; SIM-swap; SIM hijacking | Getting a phone number moved to another card, so that codes and calls go there. | smishing | ATT&CK T1451
~skimming; card skimming; web skimming; Magecart | Copying card data at a machine or in a shop’s web page. | phishing | PCI SSC bulletin on web skimming
supply chain attack; supply-chain attack; supply chain compromise | Getting at many targets through a product or service that all of them use. | third-party breach | ATT&CK T1195; NIST SP 800-161
third-party breach | A breach at a supplier that holds a firm’s data; its product need not be tampered with. | supply chain attack | NIST SP 800-161
dependency confusion | Getting a build to fetch a public package in place of a private one of the same name. | typosquatting | CAPEC-538
insider threat; insider attack; malicious insider | Harm done by someone with rightful access. | intrusion | NIST CSRC glossary, “insider threat”
=sabotage; cyber sabotage | Disturbing or destroying on purpose. | espionage | Tallinn Manual 2.0
=espionage; cyberespionage; cyber espionage; cyber-espionage | Secretly getting at information for a state or competitor. | sabotage | Tallinn Manual 2.0, rule 32
=~extortion; cyber extortion; data extortion | Demanding money under a threat, such as publishing stolen data. | ransomware | Europol IOCTA
defacement; website defacement; defaced | Changing how a website looks without permission. | data breach | ATT&CK T1491
=hacktivism; hacktivist | Hacking for a political cause, or in its name. | hack | ENISA Threat Landscape
=deepfake; deep fake | A picture, sound or film made by a machine to look like a real person. | disinformation | NIST AI 100-4
prompt injection | Text that makes a language model follow an attacker’s orders. | sql injection | OWASP Top 10 for LLM Applications, LLM01
jailbreak; jailbroken; jailbreaking | Removing a maker’s limits, on an iPhone or from a language model. | rooting | NIST CSRC glossary; OWASP LLM Top 10
rooting; rooted phone; rooted device | Gaining full rights on an Android device. | jailbreak | NIST SP 800-124
juice jacking | Getting at a phone through a charging socket. Cases outside of demonstrations are hardly known. | skimming | FCC consumer guide
zero-click; zero-click exploit; zero-click attack | An attack that needs no action of the victim at all. | zero-day, one-click | Citizen Lab reports; Google Project Zero
one-click; one-click exploit | An attack for which the victim has to open a link or file once. | zero-click | Google Threat Analysis Group
port scan; port scanning; port scanner; internet-wide scan; network scan | Knocking at the ports of a machine to see which answer. It is no break-in. | attack, intrusion | ATT&CK T1046, T1595
side-channel attack; side channel; timing attack | Learning secrets from time, power or noise instead of from the data itself. | covert channel | NIST CSRC glossary, “side-channel attack”
covert channel | A hidden way of passing data through something not meant for it. | side-channel attack | NIST CSRC glossary, “covert channel”
evil twin; rogue access point | A Wi-Fi network that pretends to be another. | adversary in the middle | NIST SP 800-153
war driving; wardriving | Driving about to record Wi-Fi networks. | evil twin | NIST CSRC glossary
shoulder surfing | Watching over someone’s shoulder. | social engineering | NIST CSRC glossary, “shoulder surfing”
dumpster diving | Looking for secrets in the rubbish. | social engineering | NIST CSRC glossary
tailgating; piggybacking | Following someone through a locked door. | social engineering | NIST CSRC glossary
ClickFix | A trick by which a web page has people paste and run a command themselves. | phishing, drive-by download | ATT&CK T1204.004
`;
