// Owns: terms of law, privacy and data protection.
// Must not know: how the lines are read.
export const LAW_TERMS = `
=data breach; security breach; breach of data; !breech | People getting at data they had no right to, by breaking in or by theft. Data protection law uses the word more widely, for loss and exposure too. | data leak, data exposure, hack | ISO/IEC 27040; GDPR, article 4(12)
=data leak; data leakage; leaked data; data dump | Data getting out to people it was not meant for, by mistake or by an insider. | data breach, data exposure | NIST CSRC glossary; ENISA
data exposure; exposed data; unsecured database; open folder | Data lying where outsiders could have reached it, whether or not anyone did. | data breach, data leak | ENISA; Verizon DBIR, “data disclosure”
=personal data; personal information; personally identifiable information; PII | Whatever can be tied to a living person. | sensitive data | GDPR, article 4(1); NIST SP 800-122
sensitive data; special category data; special categories of data | Data about health, belief, origin, sex life and the like, which the law guards more closely. | personal data | GDPR, article 9
protected health information; PHI; health data | Data about someone’s health. | sensitive data | HIPAA; GDPR, article 4(15)
anonymisation; anonymised; anonymise; anonymous data | Changing data so that nobody can tell any more whom it is about, not even its holder. | pseudonymisation, redaction | GDPR, recital 26; ISO/IEC 20889
pseudonymisation; pseudonymised; pseudonymous; pseudonymous data | Replacing names with codes that can be turned back with a key kept apart. | anonymisation, encryption | GDPR, article 4(5); ISO/IEC 20889
de-identification; de-identified data | Taking names and the like out of data; how far that protects people depends on the rest. | anonymisation | NIST IR 8053
re-identification; re-identified | Finding out whom supposedly nameless data is about. | attribution | NIST IR 8053
~redaction; redacted | Blacking out parts of a document. | anonymisation | NIST CSRC glossary
data minimisation | Keeping only the data one needs. | anonymisation | GDPR, article 5(1)(c)
differential privacy | Adding noise to statistics so that no single person shows. | anonymisation | NIST SP 800-226
=metadata; call metadata; traffic data | Data about data: who, when, where, how long, and not the content. | personal data, netflow | ISO/IEC 11179; EU ePrivacy Directive
~privacy; data privacy | People’s say over what others know about them. | confidentiality | NIST Privacy Framework
=data protection; data protection law; GDPR; General Data Protection Regulation | The law on what may be done with personal data. | privacy | Regulation (EU) 2016/679
data controller; controller of the data | Who decides why and how personal data is used. | data processor | GDPR, article 4(7)
data processor | Who handles personal data for someone else. | data controller | GDPR, article 4(8)
data subject; data subjects | The person whom personal data is about. | data controller | GDPR, article 4(1)
data protection officer; DPO | The person who watches over data protection in an organisation. | ciso | GDPR, articles 37–39
data protection authority; supervisory authority; privacy regulator | The public body that enforces data protection law. | data protection officer | GDPR, article 51
breach notification; notification duty; 72-hour rule; notify the regulator | The duty to tell authorities or people of a breach; under GDPR within 72 hours of becoming aware of it. | coordinated vulnerability disclosure | GDPR, articles 33 and 34
right to erasure; right to be forgotten | The right to have one’s data deleted in some cases. | data retention | GDPR, article 17
data retention; retention period | How long data is kept, or must be. | backup | NIST CSRC glossary
data broker; data brokers | A firm that trades in data about people. | data processor | FTC report on data brokers, 2014
impact assessment; data protection impact assessment; DPIA | Working out in advance what a use of data may do to people. | risk assessment | GDPR, article 35
~consent; cookie consent | Agreement that is free, informed and can be taken back. | authorisation | GDPR, article 4(11)
HIPAA; Health Insurance Portability and Accountability Act | The United States law on health data. | data protection | 45 CFR 160–164
NIS2; NIS 2; NIS2 Directive | The European directive on security of important organisations. | dora | Directive (EU) 2022/2555
DORA; Digital Operational Resilience Act | The European regulation on computer security of financial firms. | nis2 | Regulation (EU) 2022/2554
Cyber Resilience Act; CRA | The European regulation on security of products with digital parts. | nis2 | Regulation (EU) 2024/2847
Computer Fraud and Abuse Act; CFAA; Computer Misuse Act | The main laws against unauthorised access in the United States and in Britain. | budapest convention | 18 USC 1030; UK Computer Misuse Act 1990
Budapest Convention; Convention on Cybercrime | The first treaty on crime by computer, of 2001. | cybercrime | Council of Europe, ETS 185
safe harbour; good-faith research; security research exemption | Protection from prosecution for those who look for flaws in good faith. | bug bounty | US DOJ CFAA policy, 2022
lawful interception; lawful access; wiretap order | Listening in by order of law. | backdoor, eavesdropping | ETSI LI; CALEA
=mass surveillance; bulk collection | Watching everybody instead of suspects. | lawful interception | European Court of Human Rights case law
facial recognition system; biometric identification; remote biometric identification | Telling who someone is by a camera. | biometrics | Regulation (EU) 2024/1689
export control; dual-use | Rules on selling abroad what can serve for good and ill. | sanctions | Wassenaar Arrangement; Regulation (EU) 2021/821
=sanctions; sanctioned entity; OFAC | A ban on business with named people, firms or states. | export control | US Treasury OFAC; EU sanctions map
=indictment; indicted | A formal charge. It is no proof and no conviction. | conviction, attribution | US DOJ Justice Manual
=conviction; convicted | A court’s finding of guilt. | indictment | national criminal law
=whistleblower; whistle-blower; whistleblowing | Someone who reports wrongdoing from the inside. | insider threat, data leak | Directive (EU) 2019/1937
non-disclosure agreement; NDA | A promise in a contract to keep something secret. | embargo | national contract law
~embargo; embargoed | An agreed time before which nothing is published. | non-disclosure agreement | FIRST guidelines on coordinated disclosure
PCI DSS; PCI-DSS; Payment Card Industry Data Security Standard | The card firms’ rules on handling card data. | iso 27001 | PCI SSC
money mule; money mules; money laundering | Someone who passes on stolen money, and the hiding of where money came from. | business email compromise | Europol; FATF
=cryptocurrency; cryptocurrency wallet; bitcoin; crypto wallet | Money kept as entries in a blockchain, and what holds the keys to it. | blockchain | FATF guidance on virtual assets
~mixer; cryptocurrency mixer; coin mixer; tumbler | A service that mixes people’s coins to hide where they came from. | money mule | FATF; US Treasury
chain analysis; blockchain analysis | Following payments through a blockchain. | attribution | Europol; FATF
`;
