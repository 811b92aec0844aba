// Owns: words with a dot that are no indicators: file suffixes, products, names in code, well-known publishers.
// Must not know: how indicators are found.

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Suffixes of files that are top-level domains too. */
export const FILE_SUFFIXES = list(`
md sh py rs zip mov pl ps cc so app cab ai pub ml mk tf vi pm in as java am la gz bz bz2 tar mo ms box foo cat bar bin swift kt ts
sc do st sb ph dev map page win ink dot cfd
`);

/** Suffixes that are words or members of objects in code: "user.id", "this.me". */
export const WORD_SUFFIXES = list(`
id me no be at it my us in is to so do as am by la pe re info live host space fun top online name site store website tech cloud icu vip
media data day one work works run call zone link media news plus pro map page cat men man open show now new next best like
`);

/** Objects, classes and parameters in code whose members look like domains. */
export const CODE_WORDS = list(`
window document location req request res response user users event events process data obj object this self system file files config
configuration item items node element session app application microsoft windows console math json array string model view controller
params query body headers header cookie cookies env settings module exports require props state ctx context logger log http https fs os
path sys java javax android google azure graph policy auth identity token account server client crypto tls ssl xml sql db std context
`);

/** Products and projects whose names look like domains. */
export const PRODUCTS = list(`
socket.io asp.net ado.net vb.net ml.net node.js paint.net booking.com salesforce.com amazon.com monday.com draw.io diagrams.net crates.io docker.io
hotels.com cars.com ancestry.com match.com pets.com overstock.com bet365.com expedia.com walmart.com alibaba.com mail.ru yahoo.com archive.org
fast.ai c3.ai x.ai character.ai open.ai h2o.ai clarity.ms cal.com app.net about.me keybase.io snyk.io hackerone.com bugcrowd.com
polyfill.io crypto.com bitcoin.org blockchain.com have.i.been.pwned haveibeenpwned.com quay.io gcr.io ghcr.io npm.js three.js
babylon.js asp.net-core drupal.org wordpress.com wordpress.org
`);

/** Registries, platforms, authorities and publishers that a draft may name live; subdomains count. */
export const KNOWN_PUBLISHERS = list(`
github.com githubusercontent.com gitlab.com bitbucket.org npmjs.com npmjs.org pypi.org rubygems.org crates.io packagist.org nuget.org docker.com
microsoft.com windows.com office.com microsoftonline.com live.com outlook.com azure.com windows.net aka.ms google.com googleapis.com youtube.com
chromium.org android.com apple.com mozilla.org firefox.com oracle.com redhat.com debian.org ubuntu.com kernel.org apache.org python.org
nodejs.org openssl.org wikipedia.org wikimedia.org mitre.org cve.org first.org owasp.org ietf.org rfc-editor.org iana.org icann.org w3.org
cisa.gov nist.gov cert.org enisa.europa.eu europa.eu ncsc.gov.uk bsi.bund.de bund.de un.org interpol.int
virustotal.com shodan.io censys.io abuse.ch urlscan.io any.run hybrid-analysis.com alienvault.com crowdstrike.com mandiant.com fireeye.com
kaspersky.com securelist.com trendmicro.com symantec.com broadcom.com sophos.com eset.com welivesecurity.com paloaltonetworks.com unit42.com
talosintelligence.com cisco.com fortinet.com checkpoint.com proofpoint.com sentinelone.com rapid7.com tenable.com qualys.com bitdefender.com
malwarebytes.com eff.org krebsonsecurity.com bleepingcomputer.com therecord.media wired.com arstechnica.com zdnet.com theregister.com
reuters.com apnews.com bbc.com bbc.co.uk nytimes.com washingtonpost.com theguardian.com bloomberg.com ft.com wsj.com cnn.com
spiegel.de lemonde.fr heise.de yonhapnews.co.kr yna.co.kr nature.com acm.org ieee.org usenix.org arxiv.org doi.org jstor.org springer.com
twitter.com x.com t.co facebook.com instagram.com linkedin.com reddit.com medium.com substack.com mastodon.social telegram.org t.me
signal.org whatsapp.com slack.com discord.com zoom.us amazon.com amazonaws.com cloudflare.com akamai.com wordpress.org wordpress.com
stackoverflow.com stackexchange.com archive.org bugcrowd.com hackerone.com exploit-db.com packetstormsecurity.com zerodayinitiative.com
letsencrypt.org torproject.org haveibeenpwned.com schema.org sans.org isc2.org isaca.org creativecommons.org gnu.org
`);
