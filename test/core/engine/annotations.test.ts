// Owns: tests of anchors that were written anew for an open document: what is read of them is no news, what others write is.
// Must not know: how sidecars are written, hosts.
import assert from 'node:assert/strict';
import { describeAnchor } from '../../../server/src/core/annotations/describe.ts';
import type { Anchor, Placement } from '../../../server/src/core/annotations/types.ts';
import { WordIndex } from '../../../server/src/core/annotations/words.ts';
import { selectors } from '../../../server/src/core/annotations/write.ts';
import { Annotations, sidecarOf } from '../../../server/src/core/engine/annotations.ts';
import { MemoryFiles, memoryPorts, uriOf } from '../../support/memory-files.ts';

const CLAIM = 'The port has twelve routers from Lumenet.';
const OTHER = 'Nobody counted the crates that stood at the gate.';
const BEFORE = `A morning in March. ${CLAIM} So it was said. ${OTHER} The rest is known.\n`;
const CUT = ' from Lumenet.';
const LEFT = CLAIM.replace(CUT, '');
const AFTER = BEFORE.replace(CUT, '');
const ID = 'urn:uuid:1';

const anchorOn = (text: string, words: string): Anchor => {
  const start = text.indexOf(words);
  return describeAnchor(new WordIndex(text), { start, end: start + words.length });
};
const lineOf = (anchor: Anchor): string =>
  `${JSON.stringify({ id: ID, type: 'Annotation', body: 'Why?', target: { source: 'draft.md', selector: selectors(anchor) } })}\n`;

describe('anchors that a save writes anew', () => {
  const [first, followed, elsewhere] = [anchorOn(BEFORE, CLAIM), anchorOn(AFTER, LEFT), anchorOn(AFTER, OTHER)];

  /** An annotation whose claim was cut in the open draft, and whose anchor is written anew; what others write then. */
  async function saved() {
    const files = new MemoryFiles({ 'draft.md': BEFORE, 'draft.md.annotations.jsonl': lineOf(first) });
    const annotations = new Annotations(memoryPorts(files).files);
    const uri = uriOf('draft.md');
    await annotations.load([sidecarOf(uri)]);
    annotations.of(uri, BEFORE);
    const start = BEFORE.indexOf(CUT);
    annotations.edited(uri, BEFORE, AFTER, [{ span: { start, end: start + CUT.length }, newText: '' }]);
    annotations.written(uri, new Map([[ID, followed]]));
    const placement = (text: string): Placement | undefined => annotations.of(uri, text).annotations[0]?.placement;
    const read = async (anchor: Anchor): Promise<string | undefined> => {
      files.files.set('draft.md.annotations.jsonl', lineOf(anchor));
      await annotations.refresh(sidecarOf(uri));
      const now = placement(AFTER);
      return now?.state === 'placed' ? AFTER.slice(now.span.start, now.span.end) : now?.state;
    };
    const undo = (): Placement | undefined => {
      annotations.edited(uri, AFTER, BEFORE, [{ span: { start, end: start }, newText: CUT }]);
      return placement(BEFORE);
    };
    return { read, undo };
  }

  it('are no news when they are read, and undo brings the passage back', async () => {
    const { read, undo } = await saved();
    assert.equal(await read(followed), LEFT);
    const back = undo();
    assert.equal(back?.state === 'placed' && BEFORE.slice(back.span.start, back.span.end), CLAIM);
  });

  it('that somebody takes back are searched for by what stands there then', async () => {
    const { read } = await saved();
    await read(followed);
    assert.equal(await read(elsewhere), OTHER);
    assert.equal(await read(anchorOn('A letter that nobody sent to the mayor.', 'nobody sent')), 'orphaned');
  });

  it('count no more once somebody has written another one, even if they come back', async () => {
    const { read } = await saved();
    assert.equal(await read(elsewhere), OTHER);
    assert.equal(await read(followed), LEFT);
  });
});
