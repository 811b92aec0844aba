// Owns: which acronyms need no expansion, for whom; what common security acronyms stand for; capitals that are no acronym.
// Must not know: documents, house terms, where an acronym was found.

/** Who reads the draft. */
export type Audience = 'general' | 'security';

/** Whether readers of this kind know an acronym without help. Case counts: "IT", not "it". */
export function isKnownAcronym(text: string, audience: Audience): boolean {
  lists ??= compile();
  return lists.general.has(text) || (audience === 'security' && lists.security.has(text));
}

/** Letters that name a kind of file to some and something else to others. */
const FILES_AND_MORE: ReadonlySet<string> = new Set(['CAB', 'ICS', 'TAR', 'BAT']);
const FILE_AFTER =
  /^s?[\s-]+(?:files?|archives?|formats?|attachments?|packages?|invitations?|calendars?|entries|scripts?|lures?|downloads?)\b/i;

/** "Ask the CAB", but "a CAB file": whether such letters are used as the name of a thing that there is one of. */
export function isNoFile(text: string, before: string, after: string): boolean {
  return FILES_AND_MORE.has(text) && /\bthe $/i.test(before) && !FILE_AFTER.test(after);
}

/** Whether the lists know an acronym at all, for whatever readers. */
export function isListedAcronym(text: string): boolean {
  lists ??= compile();
  return lists.general.has(text) || lists.security.has(text);
}

/** What a security acronym usually stands for, in lower case but for names; undefined for others. */
export function usualExpansion(text: string): string | undefined {
  lists ??= compile();
  return lists.security.get(text) || undefined;
}

/** Words that are often written in capitals and abbreviate nothing: emphasis, keywords, units, currencies, months. */
export function isCapitalWord(text: string): boolean {
  lists ??= compile();
  return lists.capitals.has(text);
}

let lists: { general: Set<string>; security: Map<string, string>; capitals: Set<string> } | undefined;

function compile() {
  const security = new Map<string, string>();
  for (const line of SECURITY.trim().split('\n')) {
    const [text = '', expansion = ''] = line.split(' = ');
    security.set(text.trim(), expansion.trim());
  }
  return { general: new Set(GENERAL.trim().split(/\s+/)), security, capitals: new Set(CAPITALS.trim().split(/\s+/)) };
}

/** Known to a reader of a newspaper: institutions, everyday technology, places, time zones, titles, degrees. */
const GENERAL = `
US USA UK EU UN UAE UAR GDR USSR DC NY LA NYC NSW EEA EMEA APAC
NATO FBI CIA NSA NASA GCHQ MI5 MI6 KGB FSB GRU SVR IRS DHS DOJ DOD NHS BBC CNN NBC ABC CBS NPR PBS AP AFP WHO IMF ECB WTO OECD OPEC UNESCO UNICEF UNHCR IAEA ICC
G7 G8 G20 BRICS ASEAN NGO NGOs CEO CFO COO CTO CIO CISO HR PR IT AI TV PC PCs VIP MP MPs PM MEP MEPs FM QC KC SUV HIV AIDS DNA RNA COVID MRI CT GP ICU
AM UTC GMT BST CET CEST EST EDT CST CDT MST MDT PST PDT IST JST AEST BC AD CE BCE
ID IDs PIN PINs ATM ATMs SIM SIMs SMS MMS GPS USB CD CDs DVD DVDs RAM ROM CPU CPUs GPU GPUs SSD HDD LED LCD HD UHD DJ OK FAQ FAQs DIY RSVP PDF PDFs JPEG JPG PNG GIF MP3 MP4 CSV ZIP RAR DOC DOCX XLS XLSX HTML CSS URL URLs WWW HTTP HTTPS IP IPs ISP ISPs VPN VPNs WiFi LAN NFC RFID QR OS iOS macOS API APIs UI UX PS PhD MBA BA MA BSc MSc MD VAT GDP GDPR ISBN PO CCTV CC NB PTA MOT DVLA SAT UFO SOS SWAT ANC ID4 AT BT IBM SAP AMD AWS HP LG BMW VW IKEA UPS DHL HSBC BNP ING KPMG PwC EY AOL MSN MSI NEC TSMC AAA CBC RTL ARD ZDF DW TASS IRA ETA PLO PKK ISIS IS LGBT LGBTQ BAME NBA NFL FIFA UEFA IOC
CVE CVEs DDoS DoS DLL DLLs ISO IEC EXE RSA AES MD5 SHA TLS SSL SSH FTP SFTP DNS SQL XML JSON PHP IoT TLP ASCII UTF BIOS LTS SDK CLI GUI PoC OSS LTD LLC INC GMBH AG SA BV NV AB SE KG
MITRE OWASP ESET ASUS IEEE IANA ICANN SANS SWIFT BASF BBVA APEC FTC SEC FCC GAO DoJ DoD NYT WSJ FYI AKA ASAP B2B B2C DB QQ VoIP MacOS LaTeX GNU YAML AJAX REST JS ASP ERP CRM AZERTY QWERTY RTF TXT CMS SEO UML UAV SME NHL IBAN BIC TOR TCP SMTP IMAP MIT UCLA ETH EPFL KU VU NIST NCSC BSI ANSSI ENISA CISA CERT INTERPOL EUROPOL
MIPS ARM RISC SPARC PPC AVR ELF JAR APK TAR CAB IMG SVG BMP TIFF WAV AVI MKV FLAC PPT PPTX ODT EPUB XHTML TOML INI BAT RPM MBOX VCF ICS OGG AAC HEIC DWG KML
DES RC ECDH EdDSA CRC PGP GPG LZMA BLAKE SHAKE XOR WEP WPA WPA2 WPA3 HDMI VGA DVI LTE GSM UMTS CDMA LoRa LoRaWAN BLE DECT DAB VHF UHF AIS GNSS
dB dBm VA Ah mAh mm cm km kg hPa ppm dpi fps rpm bpm kV kVA kB Mbit Gbit GBit MBit
EUR USD GBP CHF JPY CNY RUB UAH SEK NOK DKK PLN CZK HUF CAD AUD NZD INR BRL KRW SGD HKD TWD ILS TRY ZAR MXN BTC XMR USDT
KB MB GB TB PB KiB MiB GiB TiB Kbps Mbps Gbps kHz MHz GHz kW MW GW kWh MWh mph kph
`;

/** Known to people who work in security, with what each stands for. */
const SECURITY = `
2FA = two-factor authentication
AAD = Azure Active Directory
ACE = access control entry
ACL = access control list
AD = Active Directory
AES = Advanced Encryption Standard
AMSI = Antimalware Scan Interface
APK = Android package
APT = advanced persistent threat
ARP = Address Resolution Protocol
ASLR = address space layout randomisation
ASN = autonomous system number
AV = antivirus
BEC = business email compromise
BGP = Border Gateway Protocol
BOD = Binding Operational Directive
BOF = beacon object file
BYOD = bring your own device
BYOVD = bring your own vulnerable driver
C2 = command and control
C&C = command and control
CA = certificate authority
CAB = change advisory board
CAPTCHA = test to tell people from machines
CASB = cloud access security broker
CDN = content delivery network
CERT = computer emergency response team
CI = continuous integration
CD = continuous delivery
CISA = Cybersecurity and Infrastructure Security Agency
CNA = CVE numbering authority
COM = Component Object Model
CPE = Common Platform Enumeration
CRL = certificate revocation list
CSIRT = computer security incident response team
CSP = content security policy
CSPM = cloud security posture management
CSRF = cross-site request forgery
CTF = capture the flag
CTI = cyber threat intelligence
CTR = counter mode
CVSS = Common Vulnerability Scoring System
CWE = Common Weakness Enumeration
DAST = dynamic application security testing
DC = domain controller
DDoS = distributed denial of service
DEP = data execution prevention
DFIR = digital forensics and incident response
DGA = domain generation algorithm
DHCP = Dynamic Host Configuration Protocol
DKIM = DomainKeys Identified Mail
DLP = data loss prevention
DMARC = Domain-based Message Authentication, Reporting and Conformance
DMZ = demilitarised zone
DORA = Digital Operational Resilience Act
DoH = DNS over HTTPS
DoS = denial of service
DPAPI = Data Protection API
DRM = digital rights management
E2EE = end-to-end encryption
ECDSA = Elliptic Curve Digital Signature Algorithm
EDR = endpoint detection and response
ELF = Executable and Linkable Format
EML = saved e-mail
ENISA = European Union Agency for Cybersecurity
EPP = endpoint protection platform
EPSS = Exploit Prediction Scoring System
FIDO = Fast Identity Online
FIPS = Federal Information Processing Standard
FIRST = Forum of Incident Response and Security Teams
FQDN = fully qualified domain name
GCM = Galois/Counter Mode
GPO = group policy object
GRC = governance, risk and compliance
GUID = globally unique identifier
HIDS = host-based intrusion detection system
HIPAA = Health Insurance Portability and Accountability Act
HMAC = hash-based message authentication code
HMI = human-machine interface
HSM = hardware security module
HTA = HTML application
HUMINT = human intelligence
IAB = initial access broker
IABs = initial access brokers
IAM = identity and access management
ICMP = Internet Control Message Protocol
ICS = industrial control system
ICD = Intelligence Community Directive
IDA = Interactive Disassembler
IDOR = insecure direct object reference
IDS = intrusion detection system
IIS = Internet Information Services
IMAP = Internet Message Access Protocol
IMDS = instance metadata service
IOC = indicator of compromise
IOCs = indicators of compromise
IOA = indicator of attack
IoC = indicator of compromise
IoCs = indicators of compromise
IPS = intrusion prevention system
IPsec = Internet Protocol Security
IR = incident response
ISAC = information sharing and analysis centre
JNDI = Java Naming and Directory Interface
JIT = just in time
JWT = JSON web token
KDC = key distribution centre
KYC = know your customer
KEV = Known Exploited Vulnerabilities
LDAP = Lightweight Directory Access Protocol
LFI = local file inclusion
LNK = Windows shortcut
LOLBAS = living-off-the-land binaries and scripts
LOLBin = living-off-the-land binary
LPE = local privilege escalation
LSASS = Local Security Authority Subsystem Service
MAC = media access control
MBR = master boot record
MDM = mobile device management
MDR = managed detection and response
MFA = multi-factor authentication
MFT = managed file transfer
MISP = Malware Information Sharing Platform
MITM = machine in the middle
MitM = machine in the middle
MOTW = mark of the web
MSP = managed service provider
MSPs = managed service providers
MSSP = managed security service provider
MTA = mail transfer agent
MTTD = mean time to detect
MTTR = mean time to respond
NAC = network access control
NAS = network-attached storage
NAT = network address translation
NCSC = National Cyber Security Centre
NDR = network detection and response
NIDS = network intrusion detection system
NIS = network and information security
NIS2 = second directive on network and information security
NIST = National Institute of Standards and Technology
NTLM = NT LAN Manager
NVD = National Vulnerability Database
OAuth = Open Authorization
OFAC = Office of Foreign Assets Control
OIDC = OpenID Connect
OPSEC = operations security
OpSec = operations security
OSINT = open-source intelligence
OT = operational technology
OTP = one-time password
OU = organisational unit
OWASP = Open Worldwide Application Security Project
PAM = privileged access management
PCI = Payment Card Industry
PDB = program database
PE = Portable Executable
PGP = Pretty Good Privacy
PHI = protected health information
PII = personally identifiable information
PKI = public key infrastructure
POC = proof of concept
PRNG = pseudorandom number generator
PSIRT = product security incident response team
RaaS = ransomware as a service
RAT = remote access trojan
RATs = remote access trojans
RBAC = role-based access control
RC4 = Rivest cipher 4
RCE = remote code execution
RDP = Remote Desktop Protocol
RFC = Request for Comments
RFI = remote file inclusion
RMM = remote monitoring and management
ROT = rotation, a cipher that shifts letters
RPC = remote procedure call
RPO = recovery point objective
RTO = recovery time objective
RTU = remote terminal unit
SaaS = software as a service
PaaS = platform as a service
IaaS = infrastructure as a service
MaaS = malware as a service
PhaaS = phishing as a service
DaaS = desktop as a service
SAM = Security Account Manager
SAML = Security Assertion Markup Language
SASE = secure access service edge
SAST = static application security testing
SBOM = software bill of materials
SBOMs = software bills of materials
SCADA = supervisory control and data acquisition
SEO = search engine optimisation
SID = security identifier
SIEM = security information and event management
SIGINT = signals intelligence
SLA = service level agreement
SMB = Server Message Block
SMTP = Simple Mail Transfer Protocol
SNMP = Simple Network Management Protocol
SOAR = security orchestration, automation and response
SOC = security operations centre
SOCs = security operations centres
SPF = Sender Policy Framework
SQLi = SQL injection
SSDLC = secure software development life cycle
SSO = single sign-on
SSRF = server-side request forgery
SSTI = server-side template injection
STIX = Structured Threat Information Expression
TAXII = Trusted Automated Exchange of Intelligence Information
TCP = Transmission Control Protocol
TDS = traffic distribution system
TEE = trusted execution environment
TGT = ticket-granting ticket
TGS = ticket-granting service
TIP = threat intelligence platform
TLD = top-level domain
TOCTOU = time of check to time of use
TOTP = time-based one-time password
TPM = trusted platform module
TTP = tactic, technique and procedure
TTPs = tactics, techniques and procedures
TTL = time to live
UAC = user account control
UAF = use after free
UDP = User Datagram Protocol
UEBA = user and entity behaviour analytics
UEFI = Unified Extensible Firmware Interface
UNC = Universal Naming Convention
UPnP = Universal Plug and Play
UTM = unified threat management
UUID = universally unique identifier
VBA = Visual Basic for Applications
VBS = Visual Basic Script
VDP = vulnerability disclosure policy
VLAN = virtual local area network
VM = virtual machine
VMs = virtual machines
VNC = Virtual Network Computing
VPC = virtual private cloud
VPS = virtual private server
VSS = Volume Shadow Copy Service
WAF = web application firewall
WMI = Windows Management Instrumentation
WPA = Wi-Fi Protected Access
WPA2 = Wi-Fi Protected Access 2
WPA3 = Wi-Fi Protected Access 3
XDR = extended detection and response
XOR = exclusive or
XSS = cross-site scripting
XXE = XML external entity
YARA = YARA rule language
ZTNA = zero trust network access
PLC = programmable logic controller
PLCs = programmable logic controllers
`;

/** Capitals for emphasis, keywords of standards and of programming, marks, labels, days and months. */
const CAPITALS = `
OF AS IF BE SO FAR AN MY ME HI OH AT TO LIFE CYCLE CLOSE SEARCH ANSWER SAMPLES RULE RULES SAFE BROKEN CORRECT RUN HEALTH SERVICE SELF HIDDEN GENERAL TROJAN YEARS SHAPE FOG SAID LET PAY NEED WANT KNOW BIG REAL SOLD FREE SALE HELP LOVE HATE WAR HERE ABOVE BELOW BAD GOOD WRONG RIGHT DATA FILE NAME TYPE CODE KEY VALUE LINE TEXT NULL VOID CREATE ALTER GRANT BEGIN COMMIT ELSE THEN CASE SHOW ASC DESC DWORD CDATA APPDATA PROGRAMDATA USERPROFILE MINUTE HOUR DAY
NOT NO NOR YES AND OR BUT ALL ANY NEVER ONLY MUST SHOULD SHALL MAY CAN WILL NEW NOTE NOTES WARNING IMPORTANT TIP INFO READ THIS THAT THE WE YOU THEY HE SHE IT IS ARE WAS WERE HAS HAVE HAD DO DOES DID DONE EVERY EACH NONE ONE TWO TEN SOME MANY MORE MOST LESS LAST FIRST NEXT NOW THEN ALWAYS AGAIN STILL ALSO BOTH BEFORE AFTER DURING UNTIL SINCE FROM WITH FOR BY ON OFF IN OUT UP DOWN WHO WHAT WHEN WHERE WHY HOW VERY TOO OWN OPEN CLOSED DRAFT FINAL TODO FIXME TBD TBC TBA NB ETA HACK XXX PS RE FW FWD CC BCC UPDATE UPDATED EDIT EDITED ADDED REMOVED FIXED BREAKING LIVE EXCLUSIVE END STOP START GO OFFICIAL SECRET TOP PUBLIC PRIVATE INTERNAL CONFIDENTIAL RESTRICTED CLASSIFIED UNCLASSIFIED CLEAR GREEN AMBER RED WHITE BLUE BLACK STRICT HIGH LOW MEDIUM CRITICAL NULL TRUE FALSE SELECT INSERT INTO DELETE UPDATE WHERE FROM JOIN UNION DROP TABLE VALUES ORDER LIMIT GET POST PUT PATCH HEAD OPTIONS TRACE CONNECT README LICENSE LICENCE CHANGELOG COPYING MAKEFILE DOCKERFILE SYSTEM ADMIN ROOT USER GUEST PATH HOME TEMP MIT BSD GPL LGPL EOF EOL
JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU FRI SAT SUN
`;
