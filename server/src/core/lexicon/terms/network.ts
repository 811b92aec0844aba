// Owns: terms of networks.
// Must not know: how the lines are read.
export const NETWORK_TERMS = `
=IP address; IPv4 address; IPv6 address | The number by which a machine is reached on a network. It seldom names a person, and many may share one. | mac address, domain name | RFC 791; RFC 8200
MAC address | The number of a network card, seen only in the local network. | ip address | IEEE 802
~port; network port; open port; TCP port; UDP port | A number that tells which service on a machine a connection is for. | port scan | RFC 6335
=~router | A device that passes traffic between networks. | firewall, switch | NIST CSRC glossary, “router”
~switch; network switch | A device that connects machines within a network. | router | NIST CSRC glossary
=firewall | A device or program that lets some connections through and stops others. It does not look for viruses by itself. | antivirus, intrusion detection system | NIST SP 800-41, “firewall”
web application firewall; WAF | A filter in front of a website that looks for attacks in requests. | firewall | OWASP WAF
DMZ; demilitarised zone | A part of a network between the inside and the internet, for servers that both must reach. | network segmentation | NIST SP 800-41
network segmentation; network segment; segmented network; micro-segmentation | Dividing a network so that trouble in one part does not reach the others. | air gap | NIST SP 800-125B
air gap; air-gapped; airgapped | No connection at all between a system and other networks. A firewall or VPN makes no air gap. | network segmentation | NIST CSRC glossary, “air gap”
=VPN; virtual private network | An encrypted tunnel between a device and a network. It hides traffic from the line in between and not from the VPN’s provider. | tor, proxy | NIST SP 800-77
~proxy; proxy server; residential proxy; SOCKS proxy | A machine that makes connections for others. | vpn | RFC 9110
Tor; Tor network; onion service; onion routing | A network that passes traffic through several machines so that no single one knows both ends. | vpn, dark web | Tor Project glossary
dark web; darknet; dark-web forum | Sites that can be reached only with special software such as Tor. | deep web | Europol IOCTA
deep web | All that search engines do not list, such as mailboxes and company pages. Nothing about it is secret or criminal. | dark web | Oxford Internet Institute; Europol IOCTA
DNS; Domain Name System; DNS query; DNS record | The system that turns names into addresses. | ip address | RFC 9499
=domain name; top-level domain; TLD | A name under which machines are found on the internet. | url, active directory | RFC 9499
=URL; web address | The full address of a page or file on the web. | domain name | RFC 3986
DNSSEC | Signatures on DNS answers, so that forged ones are noticed. They are not encrypted. | dns over https | RFC 9364
DNS over HTTPS; DoH; DNS over TLS | Asking for names through an encrypted connection. | dnssec | RFC 8484
jamming; GPS jamming; GNSS jamming | Drowning a radio signal in noise, so that nobody receives it. Who feigns a signal is spoofing. | spoofing | GPS.gov, “jamming”
fast flux; fast-flux | Changing the addresses behind a name every few minutes to escape blocking. | domain generation algorithm | NSA and CISA advisory on fast flux, 2025
sinkhole; sinkholed; sinkholing | Leading the traffic of malicious names to a server of the defenders. | takedown | ENISA, “sinkholing”
takedown; domain seizure | Putting servers or domains of criminals out of action. | sinkhole | Europol press glossary
bulletproof hosting; bulletproof hoster | Hosting whose owners ignore complaints and requests by police. | sinkhole | Europol IOCTA
autonomous system; ASN; autonomous system number | A part of the internet under one management, with a number. | ip address | RFC 1930
BGP; Border Gateway Protocol | The protocol by which the parts of the internet tell each other which addresses they reach. | dns | RFC 4271
NAT; network address translation | Letting many machines share one public address. | firewall | RFC 3022
DHCP | The protocol that hands out addresses in a network. | dns | RFC 2131
=HTTPS | Web traffic inside TLS. The padlock says that the line is encrypted, not that the site is honest. | tls, end-to-end encryption | RFC 9110
SSH; Secure Shell | A protocol for working on machines far away through an encrypted line. | rdp, telnet | RFC 4251
Telnet | An old way to work on machines far away, without any encryption. | ssh | RFC 854
RDP; Remote Desktop Protocol; remote desktop | Microsoft’s protocol for using the screen of a machine far away. | vpn | Microsoft MS-RDPBCGR
SMB; Server Message Block | The protocol by which Windows machines share files. | rdp | Microsoft MS-SMB2
FTP; SFTP; FTPS | Protocols for moving files; plain FTP encrypts nothing. | managed file transfer | RFC 959
managed file transfer; MFT; file transfer appliance | Products with which firms send large files to each other. | ftp | CISA advisory AA23-158A
SNMP | A protocol for watching and setting network devices. | ssh | RFC 3411
~packet; network packet | A small piece in which data travels. | payload | RFC 791
packet capture; traffic capture; PCAP; packet sniffer | A recording of network traffic. | log | NIST CSRC glossary, “packet sniffer”
deep packet inspection; DPI | Looking into the content of traffic and not only at its addresses. | packet capture | NIST CSRC glossary
NetFlow; flow data; flow logs | Records of who talked to whom and how much, without the content. | packet capture, metadata | RFC 3954
intrusion detection system; IDS; NIDS | A system that watches traffic or machines and raises alarms. | intrusion prevention system, firewall | NIST SP 800-94
intrusion prevention system; IPS | A system that also stops what it takes for an attack. | intrusion detection system | NIST SP 800-94
~load balancer; reverse proxy | A machine that spreads requests over several servers. | proxy | NIST CSRC glossary
content delivery network; CDN | Servers all over the world that hold copies of sites close to their readers. | proxy | NIST CSRC glossary
=Wi-Fi; WPA2; WPA3; WEP | Wireless networks and the standards that protect them; WEP no longer does. | vpn | IEEE 802.11
=Bluetooth; Bluetooth Low Energy | Radio for short distances between devices. | wi-fi | NIST SP 800-121
SS7; Signalling System 7 | The old protocol by which phone networks talk to each other, and which trusts them all. | sim swapping | GSMA FS.11
IMSI catcher; cell-site simulator; Stingray | A device that poses as a phone mast to find or listen to phones. | eavesdropping | EFF; US DOJ policy on cell-site simulators
eSIM; SIM card | The chip that identifies a subscriber to the phone network. | sim swapping | GSMA SGP.22
=email gateway; secure email gateway | A filter that all mail of a firm passes through. | spam | NIST SP 800-177
SPF; DKIM; DMARC | Records by which a domain says which servers may send its mail and what to do with forged mail. | spoofing | RFC 7208; RFC 6376; RFC 7489
edge device; perimeter device; edge appliance | A device at the border of a network that faces the internet. | firewall | CISA guidance on edge devices, 2025
internet-facing; exposed to the internet; publicly reachable | Reachable by anyone on the internet. | data exposure | CISA BOD 23-02
latency; round-trip time | How long a message takes. | denial of service | NIST CSRC glossary
throttling; rate limiting; rate limit | Letting only so many requests through in a given time. | denial of service | OWASP API Security Top 10
traffic distribution system; TDS | A service that sends visitors on to different pages by country, browser or luck. | malvertising | ENISA Threat Landscape
`;
