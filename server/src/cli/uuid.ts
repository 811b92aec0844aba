// Owns: names as UUIDs (RFC 9562, version 5).
// Must not know: what is named.

/** The version 5 UUID of a name in a namespace, itself a UUID: equal names, equal UUIDs. */
export function uuid5(namespace: string, name: string): string {
  const bytes = process
    .getBuiltinModule('node:crypto') // loaded when a name is made: most commands make none
    .createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
