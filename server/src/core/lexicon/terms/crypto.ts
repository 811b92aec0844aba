// Owns: terms of cryptography.
// Must not know: how the lines are read.
export const CRYPTO_TERMS = `
=encryption; encrypt; encrypts; encrypted; encrypting | Turning data into a form that only someone with the right key can read again. Unlike hashing it can be undone, and unlike encoding it needs a secret. | hash, encoding | NIST SP 800-175B, “encryption”
decryption; decrypt; decrypts; decrypted; decrypting; decryptor | Turning encrypted data back into readable data with the key. | cracking, decoding | NIST CSRC glossary, “decryption”
hash; hash function; hashing; hashed; cryptographic hash; hash value | A short fingerprint computed from data, which cannot be turned back into it. The same data always gives the same hash. | encryption, checksum | NIST FIPS 180-4; NIST CSRC glossary, “hash function”
encoding; encode; encodes; encoded | Writing data in another alphabet so that machines can carry it. Anyone can undo it, so it hides nothing. | encryption, hash | RFC 4648
decoding; decode; decodes; decoded | Turning encoded data back into its original form; no key is needed. | decryption | RFC 4648
Base64; base-64 | A way to write any bytes with 64 printable characters. It is an encoding and protects nothing. | encryption | RFC 4648, section 4
checksum; cyclic redundancy check; CRC | A small number computed from data to notice accidental changes. It is easy to forge, which a cryptographic hash is not. | hash | NIST CSRC glossary, “checksum”
salt; salted; salting | Random data added to a password before hashing, so that equal passwords give different hashes. | pepper | NIST SP 800-63B, “salt”
pepper; peppered | A secret added to a password before hashing and kept apart from the database. | salt | NIST SP 800-63B
bcrypt | A deliberately slow function for hashing passwords. It does not encrypt. | encryption | OWASP Password Storage Cheat Sheet
scrypt; yescrypt | A function for hashing passwords that costs much memory, which slows down guessing. | encryption | RFC 7914
Argon2; argon2id | A modern function for hashing passwords that costs both time and memory. | encryption | RFC 9106
PBKDF2 | A function that derives a key from a password by repeating a hash many times. | encryption | NIST SP 800-132
MD5 | An old hash function for which two files with one hash can be made at will. It still serves to name known files, not to prove anything. | encryption | RFC 6151
SHA-1 | A hash function for which collisions have been shown since 2017 and which is being withdrawn. | sha-256 | NIST FIPS 180-4
SHA-256; SHA-2; SHA-512 | A widely used hash function of the SHA-2 family that gives 256 bits. | sha-1, encryption | NIST FIPS 180-4
HMAC; message authentication code | A check value made from a message and a shared secret, which shows that the message is unchanged and comes from someone with the secret. | digital signature | NIST FIPS 198-1
AES; Advanced Encryption Standard | The most common symmetric cipher, a standard since 2001. | hash | NIST FIPS 197
DES; 3DES; Triple DES | Old symmetric ciphers that are too weak for new use. | aes | NIST SP 800-131A
RC4 | An old stream cipher that is forbidden in TLS and still common in malware. | aes | RFC 7465
ChaCha20; ChaCha20-Poly1305 | A fast symmetric stream cipher. | aes | RFC 8439
RSA | An asymmetric algorithm for encrypting and signing that rests on the difficulty of factoring large numbers. | aes | NIST FIPS 186-5
elliptic-curve cryptography; elliptic curve cryptography; ECC; ECDSA; ECDH | Asymmetric cryptography on elliptic curves, which needs shorter keys than RSA. | rsa | NIST SP 800-186
XOR encryption; XOR cipher; XORed | Combining data with a key bit by bit; with a short repeated key it hides data from a glance and from little else. | encryption, encoding | NIST CSRC glossary, “exclusive-or”
ROT13 | Shifting each letter by thirteen places. It hides a punch line and protects nothing. | encryption | RFC 4949
symmetric encryption; symmetric cipher; secret-key cryptography | Encryption with one key for both locking and unlocking. | asymmetric encryption | NIST SP 800-175B
asymmetric encryption; public-key cryptography; public key cryptography; asymmetric cryptography | Cryptography with a pair of keys: one may be public, the other stays secret. | symmetric encryption | NIST SP 800-175B
public key | The half of a key pair that may be given to anyone, to encrypt for its owner or to check signatures. | private key | NIST CSRC glossary, “public key”
private key | The half of a key pair that its owner keeps secret, to decrypt and to sign. | public key | NIST CSRC glossary, “private key”
encryption key; cryptographic key; secret key | The secret that decides how data is encrypted; who has it can read the data. | password | NIST SP 800-57 Part 1
key exchange; key agreement; Diffie–Hellman; Diffie-Hellman | How two sides agree on a secret key over a line that others can hear. | encryption | NIST SP 800-56A
key escrow | Leaving a copy of a key with a third party who may hand it out under set conditions. | backdoor | NIST CSRC glossary, “key escrow”
forward secrecy; perfect forward secrecy | A property of key exchange by which a stolen long-term key does not open past conversations. | end-to-end encryption | RFC 8446
end-to-end encryption; end-to-end encrypted; E2EE; encrypted end-to-end | Encryption by which only the people at both ends can read a message, and the provider between them cannot. | encryption in transit | RFC 4949; IETF draft “Definition of End-to-end Encryption”
=encryption in transit; encrypted in transit; transport encryption | Encryption of data on its way between two machines; each of them can read it. | end-to-end encryption, encryption at rest | NIST SP 800-52
encryption at rest; encrypted at rest; full-disk encryption; disk encryption | Encryption of stored data, which helps when a disk is stolen and not against someone who is logged in. | encryption in transit | NIST SP 800-111
TLS; Transport Layer Security; SSL; !SSL/TLS | The protocol that encrypts web, mail and other connections on their way. SSL was its predecessor and is no longer in use. | end-to-end encryption | RFC 8446
digital signature; digitally signed | A value made with a private key that shows who vouches for data and that it is unchanged. It hides nothing. | encryption | NIST FIPS 186-5
code signing; code-signing certificate; signed binary; signed driver | Putting a digital signature on software, which shows who published it and not that it is harmless. | encryption | NIST CSRC glossary, “code signing”
digital certificate; TLS certificate; X.509 certificate; public-key certificate | A signed statement that a public key belongs to a named person, firm or domain. | digital signature | RFC 5280
certificate authority; certification authority | An organisation that issues certificates and is trusted by browsers or firms to check whom it issues them to. | digital certificate | RFC 5280
public key infrastructure; PKI | The authorities, certificates and rules by which people trust each other’s public keys. | certificate authority | NIST SP 800-32
collision; hash collision | Two different inputs with one hash. | brute force | NIST CSRC glossary, “collision”
rainbow table | A large prepared table for looking up passwords behind unsalted hashes. | dictionary attack | NIST CSRC glossary
nonce; initialisation vector | A number used once, so that equal messages do not look equal. | salt | NIST CSRC glossary, “nonce”
random number generator; PRNG; pseudorandom number generator | What makes the numbers that keys are made of; if they can be guessed, so can the keys. | nonce | NIST SP 800-90A
post-quantum cryptography; quantum-safe cryptography; quantum-resistant cryptography | Cryptography meant to withstand quantum computers, run on ordinary ones. | quantum key distribution | NIST FIPS 203, 204, 205
quantum key distribution; QKD | Sending keys by single particles of light so that listening is noticed. It needs special lines. | post-quantum cryptography | ETSI QKD; NCSC white paper
steganography | Hiding that there is a message at all, for instance inside a picture. | encryption | NIST CSRC glossary, “steganography”
cryptanalysis | The study of breaking ciphers. | cracking | NIST CSRC glossary, “cryptanalysis”
cracking; password cracking; crack the hash; cracked hashes | Guessing passwords until one gives a stolen hash. Nothing is decrypted. | decryption | ATT&CK T1110.002
plaintext; cleartext; clear text; plain text password | Data that is not encrypted, or no longer. | encryption | NIST CSRC glossary, “plaintext”
ciphertext | Data in its encrypted form. | hash | NIST CSRC glossary, “ciphertext”
hardware security module; HSM | A device that keeps keys and uses them without ever giving them out. | trusted platform module | NIST CSRC glossary, “hardware security module”
trusted platform module; TPM | A chip that keeps keys and measures what a computer starts with. | hardware security module | ISO/IEC 11889
PGP; OpenPGP; GPG | Software and a format for encrypting and signing mail and files. | tls | RFC 9580
=blockchain | A shared list of records in which each block holds the hash of the one before, so that changes are noticed. | encryption | NIST IR 8202
zero-knowledge proof | A way to show that one knows something without showing it. | end-to-end encryption | NIST CSRC glossary
homomorphic encryption | Encryption under which one can compute with data without reading it. | end-to-end encryption | NIST CSRC glossary, “homomorphic encryption”
`;
