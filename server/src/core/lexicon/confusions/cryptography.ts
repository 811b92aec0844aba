// Owns: confusions of hashing, encrypting, encoding, signing, and of where encryption ends.
// Must not know: other fields.
import { type Confusion, likeVerb, slipsAt, slipsWhere } from './types.ts';

const HASH =
  '(?:bcrypt|scrypt|yescrypt|argon2(?:id|i|d)?|pbkdf2|md4|md5|sha-?1|sha-?2|sha-?3|sha-?224|sha-?256|sha-?384|sha-?512|blake2b?|blake3|ripemd-?160|whirlpool|ntlm)';
const CIPHER =
  '(?:aes(?:-?(?:128|192|256))?(?:-(?:cbc|gcm|ctr|ecb))?|3des|triple des|des|rsa(?:-?(?:2048|3072|4096))?|chacha20(?:-poly1305)?|rc4|blowfish|twofish|salsa20|pgp|gpg)';
const ENCODING =
  '(?:base-?64|base-?32|base-?58|base-?85|hex|hexadecimal|url[- ]encoding|percent[- ]encoding|ascii|utf-?8|unicode|uuencode|morse code|rot-?13|html entities|punycode|qr codes?|bar ?codes?|json|pem|protobuf)';
const COMPRESSION = '(?:gzip|bzip2|zlib|deflate|zstd|zstandard|lz4|lzma|brotli|huffman(?: coding)?|tar|xz)';
const BY = '(?:with|using|by|via|in|through|as)';
const BETWEEN = "(?:\\s+(?!(?:with|using|by|via|in|through|as|and|or|then|but|not)\\b)[\\w’'-]{1,20}){0,3}";
const EXTRA =
  '(?:\\s+(?:the|a|an|only|just|mere|simple|plain|salted|unsalted|strong|weak|old|outdated|aging|algorithm|function|called|so-called)){0,3}';

const HASHING = { base: 'hash', s: 'hashes', ed: 'hashed', ing: 'hashing', noun: 'hashing' };
const ENCODE = { base: 'encode', s: 'encodes', ed: 'encoded', ing: 'encoding', noun: 'encoding' };
const ENCRYPT = { base: 'encrypt', s: 'encrypts', ed: 'encrypted', ing: 'encrypting', noun: 'encryption' };
const COMPRESS = { base: 'compress', s: 'compresses', ed: 'compressed', ing: 'compressing', noun: 'compression' };
const DECODE = { base: 'decode', s: 'decodes', ed: 'decoded', ing: 'decoding', noun: 'decoding' };
const CRACK = { base: 'crack', s: 'cracks', ed: 'cracked', ing: 'cracking', noun: 'cracking' };

export const CRYPTOGRAPHY: readonly Confusion[] = [
  {
    id: 'hash-called-encryption',
    wrong: 'encryption',
    right: 'hash',
    triggers: [
      'bcrypt',
      'scrypt',
      'yescrypt',
      'argon',
      'argon2',
      'argon2id',
      'argon2i',
      'argon2d',
      'pbkdf2',
      'md4',
      'md5',
      'sha',
      'sha1',
      'sha256',
      'sha512',
      'blake2',
      'blake2b',
      'blake3',
      'ripemd',
      'whirlpool',
      'ntlm',
    ],
    message: '“{wrong}”: that is a hash function, which nobody can reverse with a key, so nothing was encrypted. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        new RegExp(
          `\\b(?<wrong>(?<verb>encrypt(?:ed|s|ing|ion)?)(?<mid>${BETWEEN}\\s+${BY}${EXTRA}\\s+)(?<name>(?:salted\\s+)?${HASH}))\\b(?!-(?:derived|based))(?!\\s+(?:derived|keys?|hmac|certificates?))`,
          'gi',
        ),
        match => {
          const { verb = '', mid = '', name = '' } = match.groups ?? {};
          return `${likeVerb(verb, HASHING)}${mid}${name}`;
        },
      )(wording),
      ...slipsAt(new RegExp(`\\b(?<wrong>(?<name>${HASH})(?<gap>[- ])(?<verb>encrypt(?:ed|ion|s|ing)?))\\b`, 'gi'), match => {
        const { name = '', gap = '', verb = '' } = match.groups ?? {};
        return `${name}${gap}${likeVerb(verb, HASHING)}`;
      })(wording),
    ],
    bad: [
      ['The passwords were encrypted with bcrypt, the bank said.', 'The passwords were hashed with bcrypt, the bank said.'],
      ['It encrypts all PINs using unsalted SHA-1.', 'It hashes all PINs using unsalted SHA-1.'],
      ['The dump holds MD5-encrypted passwords.', 'The dump holds MD5-hashed passwords.'],
      ['The site relied on SHA-256 encryption.', 'The site relied on SHA-256 hashing.'],
    ],
    good: [
      'The passwords were hashed with bcrypt.',
      'The passwords were not encrypted with bcrypt but hashed.',
      'The archive was encrypted with AES-256 and its SHA-256 published.',
      'Files are encrypted with a key derived by PBKDF2.',
      'The disk is encrypted using AES with SHA-256 for integrity.',
      'The vault is encrypted with PBKDF2-derived keys.',
    ],
  },
  {
    id: 'encoding-called-encryption',
    wrong: 'encryption',
    right: 'encoding',
    triggers: [
      'base64',
      'base32',
      'base58',
      'base85',
      'base-64',
      'hex',
      'hexadecimal',
      'url encoding',
      'percent encoding',
      'ascii',
      'utf 8',
      'unicode',
      'uuencode',
      'morse',
      'rot13',
      'html entities',
      'punycode',
      'qr code',
      'qr codes',
      'barcode',
      'json',
      'pem',
      'protobuf',
    ],
    message: '“{wrong}”: that is an encoding, which anyone can undo without a key and which protects nothing. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        new RegExp(`\\b(?<wrong>(?<verb>encrypt(?:ed|s|ing|ion)?)(?<mid>${BETWEEN})\\s+${BY}${EXTRA}\\s+(?<name>${ENCODING}))\\b`, 'gi'),
        match => {
          const { verb = '', mid = '', name = '' } = match.groups ?? {};
          return `${likeVerb(verb, ENCODE)}${mid} in ${name}`;
        },
      )(wording),
      ...slipsAt(/\b(?<wrong>(?<name>base-?(?:64|32|58|85))(?<gap>[- ])(?<verb>encrypt(?:ed|ion|s|ing)?))\b/gi, match => {
        const { name = '', gap = '', verb = '' } = match.groups ?? {};
        return `${name}${gap}${likeVerb(verb, ENCODE)}`;
      })(wording),
      ...slipsAt(
        /\b(?<wrong>(?<verb>decrypt(?:ed|s|ing|ion)?))(?=\s+(?:the\s+|this\s+|a\s+|that\s+|of\s+)?(?:the\s+)?base-?64\b)/gi,
        match => likeVerb(match.groups?.verb ?? '', DECODE),
      )(wording),
    ],
    bad: [
      ['The health codes were encrypted with Base64.', 'The health codes were encoded in Base64.'],
      ['Tokens with Base64 encryption were found.', 'Tokens with Base64 encoding were found.'],
      ['The script decrypts the Base64 string.', 'The script decodes the Base64 string.'],
    ],
    good: [
      'Base64 is not encryption.',
      'The health codes were encoded in Base64.',
      'The file is encrypted with AES and then encoded in Base64.',
      'The payload was encrypted and written in hex.',
    ],
  },
  {
    id: 'compression-called-encryption',
    wrong: 'encryption',
    right: 'encoding',
    triggers: ['gzip', 'bzip2', 'zlib', 'deflate', 'zstd', 'zstandard', 'lz4', 'lzma', 'brotli', 'tar', 'xz', 'huffman'],
    message: '“{wrong}”: that only makes data smaller, and anyone can unpack it without a key. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        new RegExp(
          `\\b(?<wrong>(?<verb>(?:encrypt|hash)(?:ed|es|s|ing|ion)?)(?<mid>${BETWEEN}\\s+${BY}${EXTRA}\\s+)(?<name>${COMPRESSION}))\\b`,
          'gi',
        ),
        match => {
          const { verb = '', mid = '', name = '' } = match.groups ?? {};
          return `${likeVerb(verb, COMPRESS)}${mid}${name}`;
        },
      )(wording),
      ...slipsAt(new RegExp(`\\b(?<wrong>(?<name>${COMPRESSION})(?<gap>[- ])(?<verb>encrypt(?:ed|ion|s|ing)?))\\b`, 'gi'), match => {
        const { name = '', gap = '', verb = '' } = match.groups ?? {};
        return `${name}${gap}${likeVerb(verb, COMPRESS)}`;
      })(wording),
    ],
    bad: [
      ['The clips were encrypted with gzip.', 'The clips were compressed with gzip.'],
      ['It encrypts the logs using zlib.', 'It compresses the logs using zlib.'],
      ['The dump relied on LZ4 encryption.', 'The dump relied on LZ4 compression.'],
    ],
    good: [
      'The clips were compressed with gzip and then encrypted with AES.',
      'The archive was encrypted, and gzip had made it smaller before.',
      'Gzip is no encryption.',
    ],
  },
  {
    id: 'checksum-called-encryption',
    wrong: 'encryption',
    right: 'checksum',
    triggers: ['checksum', 'checksums', 'crc', 'crc32', 'parity'],
    message: '“{wrong}”: a checksum notices changes by accident and hides nothing. Write “{better}”.',
    find: slipsAt(
      /\b(?<wrong>encrypt(?:ed|s|ing)|(?:digitally |cryptographically )?signed)(?= (?:only |just |merely )?(?:with|by|using|through|by means of) (?:an? |the |its |their |simple |plain |mere ){0,3}(?:checksums?|CRC(?:-?32)?|parity)\b)/gi,
      match => (/^encrypts/i.test(match[0]) ? 'checks' : /^encrypting/i.test(match[0]) ? 'checking' : 'checked'),
    ),
    bad: [
      ['The frames are encrypted with a CRC.', 'The frames are checked with a CRC.'],
      ['Each update is signed by a simple checksum.', 'Each update is checked by a simple checksum.'],
    ],
    good: ['The frames are encrypted and carry a CRC.', 'Each update is signed, and a checksum stands beside it.'],
  },
  {
    id: 'encryption-called-hash',
    wrong: 'hash',
    right: 'encryption',
    triggers: ['hashed', 'hashes', 'hashing', 'hash', 'encoded', 'encodes', 'encoding', 'encode'],
    message: '“{wrong}”: that is a cipher, which whoever holds the key can undo. Write “{better}”.',
    find: wording =>
      slipsAt(
        new RegExp(
          `\\b(?<wrong>(?<verb>hash(?:ed|es|ing)|encod(?:ed|es|ing))(?<mid>${BETWEEN}\\s+${BY}${EXTRA}\\s+)(?<name>${CIPHER}))\\b(?!-?based)(?!\\s+(?:keys?|certificates?|hash))`,
          'gi',
        ),
        match => {
          const { verb = '', mid = '', name = '' } = match.groups ?? {};
          return `${likeVerb(verb, ENCRYPT)}${mid.replace(/\bin(\s+)$/i, 'with$1')}${name}`;
        },
      )(wording),
    bad: [
      ['The card numbers were hashed with AES-256.', 'The card numbers were encrypted with AES-256.'],
      ['Messages are encoded with RSA.', 'Messages are encrypted with RSA.'],
    ],
    good: [
      'The card numbers were encrypted with AES-256.',
      'Passwords were hashed with bcrypt and the disk encrypted with AES.',
      'A key in DER is encoded as ASN.1.',
    ],
  },
  {
    id: 'hash-called-decryptable',
    wrong: 'decryption',
    right: 'hash',
    triggers: ['decrypt', 'decrypts', 'decrypted', 'decrypting'],
    message: '“{wrong}”: a hash cannot be decrypted, since there is no key; passwords behind hashes are guessed. Write “{better}”.',
    find: wording =>
      slipsAt(
        new RegExp(
          `\\b(?<wrong>decrypt(?:ed|s|ing)?)(?=\\s+(?:(?:the|all|these|those|its|their|most|some|stolen|leaked|of|password|salted|unsalted|${HASH})\\s+){0,4}(?:hashes|hashed passwords|password hash)\\b)`,
          'gi',
        ),
        match => likeVerb(match.groups?.wrong ?? '', CRACK),
      )(wording),
    bad: [['The group decrypted most of the hashes within a day.', 'The group cracked most of the hashes within a day.']],
    good: ['The group decrypted the files and compared their hashes.', 'Nobody can decrypt hashed passwords.'],
  },
  {
    id: 'decrypted-with-public-key',
    wrong: 'public-key',
    right: 'private-key',
    triggers: ['public key', 'private key'],
    message: '“{wrong}”: what a public key locks, only the matching private key opens. Write “{better}”.',
    find: wording => [
      ...slipsAt(
        /\bdecrypt(?:ed|s|ing|ion)?(?:\s+(?!encrypt|with\b|using\b|and\b)[\w’'-]{1,20}){0,4}\s+(?:with|using|by)\s+(?:(?:the|a|an|her|his|its|their|one’s|own|recipient['’]s|receiver['’]s|attackers?['’]s?)\s+){0,3}(?<wrong>public(?:\s+rsa)?\s+key)\b/gi,
        () => 'private key',
      )(wording),
      ...slipsAt(
        /\bencrypt(?:ed|s|ing)?(?:\s+(?!decrypt|with\b|using\b|and\b)[\w’'-]{1,20}){0,4}\s+(?:with|using|to|for)\s+(?:the\s+)?(?:recipient|receiver|addressee)['’]s\s+(?<wrong>private\s+key)\b/gi,
        () => 'public key',
      )(wording),
    ],
    bad: [
      ['The recipient decrypts the message with her public key.', 'The recipient decrypts the message with her private key.'],
      ['Mail is encrypted with the recipient’s private key.', 'Mail is encrypted with the recipient’s public key.'],
    ],
    good: [
      'Files are encrypted with the attackers’ public key.',
      'She decrypts it with her private key and checks the signature with the public key.',
    ],
  },
  {
    id: 'in-transit-called-end-to-end',
    wrong: 'end-to-end-encryption',
    right: 'encryption-in-transit',
    triggers: ['end to end'],
    message:
      '“{wrong}”: end to end means that nobody between the two ends can read it, the provider included. Here it is encrypted on the way only: write “{better}”.',
    find: slipsWhere(
      /\b(?<wrong>end[- ]to[- ]end[- ]encrypt(?:ed|ion|s)|encrypt(?:ed|ion|s)\s+(?:from\s+)?end[- ]to[- ]end)\b/gi,
      /\b(?:company|provider|operator|service|vendor|firm|maker|staff|administrators?|servers?|platform|engineers?|employees|support(?: team| staff)?|moderators?|it|they|we)(?:\s+itself|\s+themselves)?\s+(?:can|could|may|is able to|are able to|was able to|were able to|also|still|then|do|does|did|to|who){0,1}\s*(?:still|also|then)?\s*(?:read|reads|decrypts?|see|sees|scans?|open|opens|hold|holds|held|keep|keeps|kept|stores?|look into|looks into|search|searches)\s+(?:(?:the|all|every|any|each|their|its|users?['’]?|customers?['’]?|private|decryption|encryption|plain|contents? of|text of|a copy of)\s+){0,4}(?:messages?|mails?|e-?mails?|chats?|texts?|keys?|content|contents|files?|calls?|conversations?|them|it|photos|videos|everything|plaintext)\b|\bdecrypted\s+(?:on|at|by)\s+(?:the\s+|its\s+|their\s+)?(?:\w{1,20}['’]s\s+|company\s+|provider\s+)?(?:servers?|company|provider|cloud|data cent(?:er|re)s?)|\bend[- ]to[- ]end[- ]encrypt(?:ed|ion|s)\s+(?:with|using|by|via|over|through)\s+(?:plain\s+|standard\s+)?(?:tls|https|ssl)\b|\bonly (?:between|from) the (?:app|phone|client|device|browser)s?(?: and| to) (?:the|its|their) (?:\w{1,20}['’]s\s+)?servers?\b/i,
      /\b(?:cannot|can['’]t|could not|couldn['’]t|unable|nobody|no one|not even|neither|only the (?:recipient|sender|two)|without reading)\b/i,
      match => (/ion\b/i.test(match[0]) ? 'encryption in transit' : 'encrypted in transit'),
      'paragraph',
    ),
    bad: [
      [
        'Calls are end-to-end encrypted, and the provider can read the messages on its servers.',
        'Calls are encrypted in transit, and the provider can read the messages on its servers.',
      ],
      ['The portal offers end-to-end encryption using TLS.', 'The portal offers encryption in transit using TLS.'],
    ],
    good: [
      'Chats are end-to-end encrypted, so the company cannot read the messages.',
      'End-to-end encryption keeps even the provider out.',
    ],
  },
  {
    id: 'in-transit-called-at-rest',
    wrong: 'encryption-at-rest',
    right: 'encryption-in-transit',
    triggers: ['at rest'],
    message: '“{wrong}” is for stored data; what travels is encrypted in transit. Write “{better}”.',
    find: slipsWhere(
      /\bencrypt(?:ed|ion|s)?\s+(?<wrong>at[- ]rest)\b/gi,
      /\b(?:while|when|as)\s+(?:it|they|the \w{1,20}|being)\s+(?:is|are|was|were)?\s*(?:being\s+)?(?:sent|transmitted|transferred|travels?|moves?)|\bat[- ]rest\s+(?:over|across|on its way|between|during transmission|on the wire)\b/i,
      /\bin transit\b|\bboth\b|\bonly at rest\b/i,
      () => 'in transit',
    ),
    bad: [
      [
        'The records are encrypted at rest while they are sent to the clinic.',
        'The records are encrypted in transit while they are sent to the clinic.',
      ],
    ],
    good: ['The records are encrypted at rest and in transit.', 'The backups are encrypted at rest.'],
  },
  {
    id: 'signature-called-encryption',
    wrong: 'encryption',
    right: 'digital-signature',
    triggers: ['digital signature', 'signature', 'code signing certificate'],
    message: '“{wrong}”: a signature shows who vouches for something and hides nothing. Write “{better}”.',
    find: slipsAt(
      /\b(?<wrong>(?<verb>encrypt(?:ed|s|ing))\s+(?:with|by|using)\s+(?<rest>(?:a|an|the|its|their)\s+(?:valid\s+|stolen\s+)?(?:digital\s+signature|code[- ]signing\s+certificate)))\b/gi,
      match => {
        const { verb = '', rest = '' } = match.groups ?? {};
        const word = likeVerb(verb, { base: 'sign', s: 'signs', ed: 'signed', ing: 'signing', noun: 'signing' });
        return /signature/i.test(rest) ? `${word} with ${rest}` : `${word} with ${rest}`;
      },
    ),
    bad: [
      ['The driver was encrypted with a stolen code-signing certificate.', 'The driver was signed with a stolen code-signing certificate.'],
    ],
    good: ['The mail was encrypted and carried a digital signature.'],
  },
  {
    id: 'hash-called-signature',
    wrong: 'digital-signature',
    right: 'hash',
    triggers: ['signed'],
    message: '“{wrong}”: that needs a private key, and a hash has none. Write “{better}”.',
    find: slipsAt(
      /\b(?:digitally )?(?<wrong>signed)(?= (?:with|using|by) (?:an? )?(?:MD5|SHA-?\d{1,3}|checksum|hash)\b)/gi,
      () => 'hashed',
      ({ text }) => !/\b(?:RSA|ECDSA|Ed25519|certificates?|keys?|HMAC|PGP|GPG|Authenticode)\b/i.test(text),
    ),
    bad: [['The files are signed with SHA-256.', 'The files are hashed with SHA-256.']],
    good: ['The files are signed with SHA-256 and RSA.', 'The files are signed with a private key.'],
  },
];
