// What a Source is called: its heading, whatever its length, and never the first sentence of its text.
import assert from 'node:assert';
import { nameOf } from '../../../server/src/core/evidence/source-name.ts';
import { read } from './notes.ts';

const names = (path: string, text: string): string[] => read(path, text).sources.map(nameOf);

describe('The name of a Source', () => {
  it('is the heading over its section', () => {
    const note =
      '## Statement of St. Brigid Hospital on the outage {#brigid}\n- published: 2026-11-24\n\nThe hospital shut down its network.\n';
    assert.deepEqual(names('notes/a.md', note), ['Statement of St. Brigid Hospital on the outage']);
  });

  it('is the heading of its file', () => {
    const note = '# Statement of St. Brigid Hospital on the outage\n\nThe hospital shut down its network.\n';
    assert.deepEqual(names('notes/brigid.md', note), ['Statement of St. Brigid Hospital on the outage']);
  });

  it('is its key where the file begins with a sentence', () => {
    assert.deepEqual(names('notes/brigid.md', 'St. Brigid Hospital shut down its network.\n'), ['brigid']);
    assert.deepEqual(names('notes/brigid.txt', 'The hospital shut down its network. It called the police.\n'), ['brigid']);
  });
});
