// Owns: tests of keys that are renamed in sidecars.
// Must not know: which files a renaming touches.
import assert from 'node:assert/strict';
import { renameKeys } from '../../../server/src/core/annotations/keys.ts';

describe('keys in a sidecar', () => {
  it('are renamed however their letters are composed', () => {
    const body = { type: 'TextualBody', purpose: 'linking', value: 'müller'.normalize('NFD') };
    const line = `${JSON.stringify({ id: 'urn:1', type: 'Annotation', body: [body], target: 'draft.md' })}\n`;
    const [edit] = renameKeys(line, new Map([['müller'.normalize('NFC'), 'maier']]));
    assert.match(edit?.newText ?? '', /"value":"maier"/);
  });
});
