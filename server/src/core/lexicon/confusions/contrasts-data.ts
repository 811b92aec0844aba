// Owns: contrasts of how data and networks are kept apart, hidden, signed and read.
// Must not know: other fields.
import type { Contrast } from './contrasts.ts';

/** A line of its own to somewhere else. */
const JOINED =
  /\b(?:reach(?:es|ed|able)?|connects?|connected|link(?:s|ed)|joined|talks?|sends?|uploads?|synchroni[sz]es?|hangs?|attached|administer\w{0,3}|managed|updated|backed up)\b(?: [\w’'-]{1,20}){0,6}? (?:over|through|via|to|by|on|into|across) (?:the|an?|its|their) (?:[\w’'-]{1,20} ){0,2}?(?:network|internet|internet line|line of its own|VPN|LAN|wi-?fi|wlan|cloud|intranet|domain)\b|\b(?:own|separate|direct|second) internet (?:line|connection|access)\b|\b(?:part of|member of) the (?:\w{1,20} )?(?:network|domain)\b/i;

const anonymToPseudonym = (word: string): string =>
  word
    .toLowerCase()
    .replace(/^(?:fully |completely )?anonymous/, 'pseudonymous')
    .replace(/^anonymi/, 'pseudonymi');

export const DATA_CONTRASTS: readonly Contrast[] = [
  {
    id: 'joined-called-air-gap',
    wrong: 'air-gap',
    right: 'network-segmentation',
    triggers: ['air gapped', 'airgapped', 'air gap'],
    message: '“{wrong}”: then no line leads anywhere, and here one does. Write “{better}”, or check it.',
    word: /\bair-?gapped\b(?! from)/gi,
    told: JOINED,
    agreed:
      /\b(?:no longer|until|once|formerly|should|would|could|was to|were to|planned|not|never|nothing|nobody|neither|cannot|n['’]t|while|whereas|but|unlike|instead|usb|sticks?|disks?|courier|by hand|diode|one[- ]way|bridg\w{1,3}|others?|before|after|later|attackers?|intruders?|malware|air[- ]gap\w{0,4})\b/i,
    better: () => 'segmented',
    bad: [
      [
        'Filings went through the air-gapped PC, which reaches the court over an internet line of its own.',
        'Filings went through the segmented PC, which reaches the court over an internet line of its own.',
      ],
    ],
    good: [
      'The air-gapped PC is updated by USB stick.',
      'The PC was air-gapped until it was connected to the internet.',
      'The air-gapped PC reaches nothing.',
    ],
  },
  {
    id: 'list-called-anonymous',
    wrong: 'anonymisation',
    right: 'pseudonymisation',
    triggers: ['anonymous', 'anonymised', 'anonymized', 'anonymisation', 'anonymization'],
    message: '“{wrong}”: then nobody can tell again who is who, and here somebody can. Write “{better}”.',
    word: /\banonymi[sz](?:ed|ation)\b|\banonymous(?= (?:data|records?|dataset|pictures|lists?|sets?|numbers?|samples?|entries))/gi,
    told: /\b(?:hash(?:es|ed)?|MD5|SHA-?(?:1|256)|pseudonym\w{0,6}|numbers? (?:stand|stands|stood|take|took) (?:for|in for|the place of) (?:the )?(?:names?|people|patients|customers)|(?:number|code|token|id|identifier)s? (?:in place of|instead of|for) (?:an? |the |each |every )?(?:names?|patient|customer|person|address)|lists? (?:that )?(?:turns?|leads?|translates?|maps?|links?) (?:them|it|the \w{1,20}) back|(?:keeps?|kept|holds?|has|have|there is) (?:the|a) (?:list|key|table) (?:that|which|of|to|with)|lead(?:s)? back to|can be (?:traced|linked|led|turned) back|re-?identif\w{1,8}|advertising id\w{0,8}|device id\w{0,8})\b/i,
    draftTold:
      /\bnumbers? (?:stand|stands|stood|take|took) (?:for|in for|the place of) (?:the )?(?:names?|people|patients|customers)|\b(?:number|code|token)s? (?:in place of|instead of) (?:an? |the |each |every )?(?:names?|patient|customer|person|address)\b|\b(?:passed on|replaced|stored|given) (?:only )?(?:as|by) (?:an? |its |their )?(?:[\w-]{1,20} )?(?:MD5|SHA-?(?:1|256)|hash)/i,
    agreed:
      /(?<!pseud)\b(?:anonym\w{1,8}|cannot|can['’]t|nobody can|no one can|not be|aggregat\w{1,4}|destroyed|deleted the|threw away|tip|caller|letter|user called|passwords?)\b/i,
    better: anonymToPseudonym,
    bad: [
      [
        'The pictures were anonymised, and numbers stand for the names.',
        'The pictures were pseudonymised, and numbers stand for the names.',
      ],
      [
        'Such data is anonymised, since the address is passed on as an MD5 value.',
        'Such data is pseudonymised, since the address is passed on as an MD5 value.',
      ],
    ],
    good: [
      'The data was anonymised: only sums per district are left.',
      'The data was anonymised, and the list of names was destroyed.',
      'The pictures were pseudonymised: numbers stand for the names.',
    ],
  },
  {
    id: 'readable-called-end-to-end',
    wrong: 'end-to-end-encryption',
    right: 'encryption-in-transit',
    triggers: ['end to end'],
    message: '“{wrong}”: then nobody between sender and receiver can read it, and here somebody can. Write “{better}”.',
    word: /\bend[- ]to[- ]end[- ]encrypt(?:ed|ion)\b|\bencrypt(?:ed|ion) (?:from )?end[- ]to[- ]end\b/gi,
    told: /\b(?:can|could|is able to|are able to) (?:still |also )?(?:read|see|open|decrypt|scan|look into)\b(?! (?:it|them) only)|\b(?:TLS|HTTPS|SSL)\b|\bin transit\b|\bon the way only\b|\bonly on the way\b|\b(?:holds?|has|have|keeps?) (?:the|all|its|their) (?:own )?keys?\b|\bdecrypted on\b/i,
    draftTold:
      /▢[^.;]{0,20}? (?:with|by|through|using|via) (?:TLS|HTTPS|SSL)\b|\b(?:company|provider|operator|maker|firm|service|vendor) (?:can|could) (?:still |also )?(?:read|decrypt) (?:the |all |every |any )?(?:messages?|chats?|contents?|mails?|them|it|everything)\b|\b(?:company|provider|operator|maker|firm|service|vendor) (?:holds?|has|keeps?) (?:the|all|its) keys?\b/i,
    agreed:
      /\b(?:end[- ]to[- ]end|E2EE?|cannot|can['’]t|could not|nobody|no one|only the (?:recipients?|receivers?|senders?|two|users?|phones?|devices?)|neither|if|unless|fear\w{0,3})\b/i,
    better: word => (/ion\b/i.test(word) ? 'encryption in transit' : 'encrypted in transit'),
    bad: [['The maker has the keys of its end-to-end encrypted chat.', 'The maker has the keys of its encrypted in transit chat.']],
    good: ['The pictures are end-to-end encrypted, so that the maker cannot read them.', 'The pictures travel over TLS.'],
  },
  {
    id: 'obfuscation-called-encryption',
    wrong: 'encryption',
    right: 'obfuscation',
    triggers: ['encrypted', 'encrypts', 'encryption', 'encrypt'],
    message: '“{wrong}”: that needs a key, and here code was only made hard to read. Write “{better}”.',
    word: /\bencrypt(?:ed|s|ion)\b/gi,
    told: /\b(?:obfuscat\w{1,5}|minif\w{1,5}|renam(?:es|ed|ing) (?:its |the |all |every )?(?:\w{1,20} )?(?:variables?|functions?))\b/i,
    draftTold:
      /▢(?: [\w’'-]{1,20}){0,8}? renam(?:es|ed|ing) (?:its |the |all |every |their )?(?:\w{1,20} )?(?:variables?|functions?)\b|▢ (?:with|by|in) (?:JavaScript|an? obfuscator|an? minifier|minified)\b/i,
    agreed: /\b(?:encrypt\w{0,4}|AES|XOR|RC4|RSA|ciphers?|keys?|decrypt\w{0,4}|files|disks?|TLS)\b/i,
    better: word => (/ed$/i.test(word) ? 'obfuscated' : /s$/i.test(word) ? 'obfuscates' : 'obfuscation'),
    bad: [['The kit is encrypted by renaming its variables.', 'The kit is obfuscated by renaming its variables.']],
    good: ['The kit is encrypted with a key that it fetches.', 'The kit renames its variables, and the strings are encrypted with XOR.'],
  },
  {
    id: 'content-called-metadata',
    wrong: 'metadata',
    right: 'personal-data',
    triggers: ['metadata', 'meta data'],
    message: '“{wrong}”: that is who, when and where, and this is what was said. Write “{better}”.',
    word: /\bmeta-?data\b/gi,
    told: /\b(?:text|content|contents|wording|body|recordings?) of (?:the |all |their |its |every )?(?:\w{1,20} )?(?:messages?|calls?|mails?|e-mails?|chats?|letters?|conversations?)\b|\bwhat (?:they|people|he|she|callers|users) (?:said|wrote)\b/i,
    draftTold:
      /▢(?:,| \(|:| –| —)? (?:such as|that is|namely|including|like|i\.e\.|in other words)[,:]? (?:[\w’'-]{1,20} ){0,3}?(?:text|content|contents|wording|body|recordings?) of\b/i,
    agreed: /\b(?:metadata|who called|when|times?|durations?|senders?|no|not|but|and not|without)\b/i,
    better: () => 'content',
    bad: [['The box stores metadata, that is, the text of the messages.', 'The box stores content, that is, the text of the messages.']],
    good: ['The box stores metadata, such as the times of calls.', 'The box stores metadata and the text of the messages.'],
  },
  {
    id: 'symmetric-called-asymmetric',
    wrong: 'asymmetric-encryption',
    right: 'symmetric-encryption',
    triggers: ['asymmetric', 'asymmetrically'],
    message: '“{wrong}”: that works with a pair of keys, and this with one. Write “{better}”.',
    word: /\basymmetric(?:ally)?\b(?! (?:war|warfare|threats?|conflict))/gi,
    told: /\b(?:AES(?:-\d{3})?|ChaCha20|Blowfish|(?:one|the same|a single|a shared) key)\b/i,
    draftTold: /▢(?: encrypt(?:ed|ion))?,? with (?:one|the same|a single) key\b/i,
    agreed: /\b(?:RSA|ECC?|elliptic|public|private|pair|hybrid|then|and)\b/i,
    better: word => (/ly$/i.test(word) ? 'symmetrically' : 'symmetric'),
    bad: [
      ['The disks are asymmetrically encrypted, with one key for all.', 'The disks are symmetrically encrypted, with one key for all.'],
    ],
    good: ['It uses RSA, an asymmetric cipher.'],
  },
  {
    id: 'asymmetric-called-symmetric',
    wrong: 'symmetric-encryption',
    right: 'asymmetric-encryption',
    triggers: ['symmetric', 'symmetrically'],
    message: '“{wrong}”: that works with one key, and this with a pair. Write “{better}”.',
    word: /(?<!\ba)\bsymmetric(?:ally)?\b/gi,
    told: /\b(?:RSA(?:-\d{4})?|elliptic[- ]curve|(?:public|private) keys?|pair of keys|key pair)\b/i,
    draftTold: /▢(?: encrypt(?:ed|ion))?,? with (?:an? )?(?:key pair|pair of keys)\b/i,
    agreed: /\b(?:AES|ChaCha20|one key|same key|hybrid|then|and|wrapped|protects? the)\b/i,
    better: word => (/ly$/i.test(word) ? 'asymmetrically' : 'asymmetric'),
    bad: [
      [
        'The mails are symmetrically encrypted, with a key pair for each.',
        'The mails are asymmetrically encrypted, with a key pair for each.',
      ],
    ],
    good: ['It uses a symmetric key, which is wrapped with RSA.'],
  },
];
