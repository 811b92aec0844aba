// Cases for indicators: values in many spellings and sentences, with the place of each, and texts that hold none.

/** `text` holds exactly these indicators: what is written, its kind and its canonical value. */
export interface IndicatorCase {
  readonly text: string;
  readonly found: readonly {
    readonly written: string;
    readonly kind: string;
    readonly value: string;
    readonly state: string;
    readonly harmless?: string;
  }[];
}

const FRAMES = [
  (x: string) => `The server at ${x} answered.`,
  (x: string) => `It was ${x}, they say.`,
  (x: string) => `(${x})`,
  (x: string) => `Calls went to the host ${x}.`,
  (x: string) => `Indicators: ${x}; more will follow.`,
];

const DOTS = ['[.]', '(.)', '{.}', '[dot]', '(dot)', '{dot}', '[DOT]', ' [.] ', '[ . ]', '[.', '\\.'];
const HEX =
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08d1e2f3a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9a0b1c2d3e4f506';

/** All generated and hand-written cases. */
export function indicatorCases(): readonly IndicatorCase[] {
  const cases: IndicatorCase[] = [];
  const one = (written: string, kind: string, value: string, state: string, frame: (x: string) => string, harmless?: string): void => {
    cases.push({ text: frame(written), found: [{ written, kind, value, state, ...(harmless ? { harmless } : {}) }] });
  };
  const each = (written: string, kind: string, value: string, state: string, harmless?: string): void => {
    for (const frame of FRAMES) one(written, kind, value, state, frame, harmless);
  };
  for (const domain of ['parcel-return.com', 'mail.parcel-refund.net', 'login.bank7.co.uk']) {
    each(domain, 'domain', domain, 'plain');
    const last = domain.lastIndexOf('.');
    for (const dot of DOTS) each(domain.slice(0, last) + dot + domain.slice(last + 1), 'domain', domain, 'defanged');
  }
  for (const ip of ['198.18.44.7', '45.61.136.9']) {
    each(ip, 'ipv4', ip, 'plain');
    const last = ip.lastIndexOf('.');
    for (const dot of DOTS.slice(0, 7)) each(ip.slice(0, last) + dot + ip.slice(last + 1), 'ipv4', ip, 'defanged');
    each(ip.replaceAll('.', '[.]'), 'ipv4', ip, 'defanged');
    each(`${ip}:8080`, 'ipv4', `${ip}:8080`, 'plain');
    each(`${ip}/24`, 'ipv4', `${ip}/24`, 'plain');
  }
  for (const scheme of ['hxxp', 'hxxps', 'hXXp', 'h**p', 'meow']) {
    const plain = scheme === 'hxxps' ? 'https' : 'http';
    for (const colon of ['://', '[:]//', '[://]', ':[//]'])
      each(`${scheme}${colon}parcel-return[.]com/a?b=1`, 'url', `${plain}://parcel-return.com/a?b=1`, 'defanged');
  }
  each('https://parcel-return.com/login', 'url', 'https://parcel-return.com/login', 'plain');
  each('http://198.18.44.7:8443/x_(y)', 'url', 'http://198.18.44.7:8443/x_(y)', 'plain');
  each('hxxp://parcel-return.com/login', 'url', 'http://parcel-return.com/login', 'half-defanged');
  each('http://localhost:8080/a', 'url', 'http://localhost:8080/a', 'plain', 'reserved');
  for (const at of ['@', '[at]', '(at)', '[@]', '{at}'])
    each(`desk${at}parcel-return.com`, 'email', 'desk@parcel-return.com', at === '@' ? 'plain' : 'defanged');
  for (const [length, kind] of [
    [32, 'md5'],
    [40, 'sha1'],
    [64, 'sha256'],
    [128, 'sha512'],
  ] as const) {
    each(HEX.slice(0, length), kind, HEX.slice(0, length), 'plain');
    each(HEX.slice(0, length).toUpperCase(), kind, HEX.slice(0, length), 'plain');
  }
  each('2a02:4780:10:5::7', 'ipv6', '2a02:4780:10:5::7', 'plain');
  each('2001:db8::1', 'ipv6', '2001:db8::1', 'plain', 'reserved');
  each('fe80::1', 'ipv6', 'fe80::1', 'plain', 'reserved');
  each('192.168.1.1', 'ipv4', '192.168.1.1', 'plain', 'reserved');
  each('203.0.113.9', 'ipv4', '203.0.113.9', 'plain', 'reserved');
  each('C:\\Windows\\Temp\\a.exe', 'file-path', 'C:\\Windows\\Temp\\a.exe', 'plain');
  each('%APPDATA%\\loader\\b.dll', 'file-path', '%APPDATA%\\loader\\b.dll', 'plain');
  each('/etc/cron.d/update', 'file-path', '/etc/cron.d/update', 'plain');
  each(
    'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run',
    'registry-key',
    'HKLM\\Software\\Microsoft\\Windows\\CurrentVersion\\Run',
    'plain',
  );
  each('AS13335', 'asn', 'AS13335', 'plain');
  each('bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'wallet', 'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', 'plain');
  each('0x52908400098527886E0F7030069857D2E4169EE7', 'wallet', '0x52908400098527886E0F7030069857D2E4169EE7', 'plain');
  for (const text of NONE) cases.push({ text, found: [] });
  for (const [text, written, kind, value, harmless] of HARMLESS)
    cases.push({ text, found: [{ written, kind, value, state: 'plain', harmless }] });
  return cases;
}

/** Texts without any indicator. */
const NONE: readonly string[] = [
  'All infected machines ran Windows 10, build 10.0.19045.5854 or older.',
  'Parcelgate version 12.4.0.31 is affected.',
  'The units run firmware 3.1.4.20.',
  'Update to 7.4.2.1 or later.',
  'Versions 1.2.3.4 and 1.2.3.5 are affected.',
  'Corvane Edge 9.4.2.1 fixes both.',
  'Chrome 120.0.6099.109 is out.',
  'The OID is 1.3.6.1.4.1.311.',
  'See section 4.3.2.1 of the manual.',
  'The console is written with Node.js.',
  'He stopped at the end.In the morning he went on.',
  'That is it, i.e. nothing, e.g. none, at 10 a.m. in the U.S. and the U.K. by D.C. time.',
  'The meeting began at 10:30:45 and ended at 12:00.',
  'The type std::string and the macro a::b are code.',
  'The MAC address 00:1a:2b:3c:4d:5e is on the label.',
  'Either/or, and/or, his/her, 24/7, TCP/IP.',
  'It costs $1.2 million, 3.5 percent more.',
  'The commit 1a2b3c4 fixed it.',
  'The ticket 123e4567-e89b-12d3-a456-426614174000 is closed.',
  'IBM AS400 and AS2 are old.',
  'Zeros 00000000000000000000000000000000 are no hash.',
  'wait...what..is this',
  'Write "[.]" instead of the dot.',
  'The (at) sign and the [dot] are spelled out.',
  'We were at work (at home, that is).',
  'Ask @nordkern about it.',
  'npm install @tallow/preview brings the package.',
  'Use $HOME and %20 in links.',
  'It takes 5.5.5 steps.',
  'The ratio is 1:2:3 and 4:5.',
  'C: is a drive, and so is D:',
  'Mr.Smith and Dr.Who met.',
];

/** Texts whose one indicator may stand live. */
const HARMLESS: readonly (readonly [string, string, string, string, string])[] = [
  ['A README.md lists the parts.', 'README.md', 'domain', 'readme.md', 'file-name'],
  ['Run install.sh first.', 'install.sh', 'domain', 'install.sh', 'file-name'],
  ['The script is fetch.py.', 'fetch.py', 'domain', 'fetch.py', 'file-name'],
  ['It is built on Socket.io 4.8.1.', 'Socket.io', 'domain', 'socket.io', 'product'],
  ['The page is ASP.NET.', 'ASP.NET', 'domain', 'asp.net', 'product'],
  ['The code is on github.com.', 'github.com', 'domain', 'github.com', 'publisher'],
  ['The page is at www.cisa.gov.', 'www.cisa.gov', 'domain', 'www.cisa.gov', 'publisher'],
  ['Use example.org for tests.', 'example.org', 'domain', 'example.org', 'reserved'],
  ['Write to desk@roundup.example.', 'desk@roundup.example', 'email', 'desk@roundup.example', 'reserved'],
  ['The package com.parcel.tools is new.', 'com.parcel.tools', 'domain', 'com.parcel.tools', 'product'],
  ['Set user.id to zero.', 'user.id', 'domain', 'user.id', 'product'],
  ['Rooms are cheap on Booking.com.', 'Booking.com', 'domain', 'booking.com', 'product'],
];
