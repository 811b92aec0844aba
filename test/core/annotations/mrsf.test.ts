// Owns: tests of review files (MRSF): what a comment on lines becomes, and becomes again.
// Must not know: how passages are found.
import assert from 'node:assert/strict';
import { fromMrsf, toMrsf } from '../../../server/src/core/annotations/mrsf.ts';
import { readSidecar } from '../../../server/src/core/annotations/sidecar.ts';

const TEXT = 'One line.\n\nAnother line.\n';

function imported(comment: string) {
  const read = fromMrsf(`mrsf_version: "1.0"\ndocument: draft.md\ncomments:\n  - id: c1\n    text: Hm.\n${comment}`, 'draft.md', TEXT);
  return readSidecar(read?.lines.join('\n') ?? '').annotations[0];
}

describe('review files', () => {
  for (const [what, comment, exact, pointer] of [
    ['a comment on the document', '', undefined, undefined],
    ['a line that is there', '    line: 3\n', 'Another line.', undefined],
    ['a line with an empty selection', '    line: 3\n    selected_text: ""\n', 'Another line.', undefined],
    ['a line that is not there', '    line: 300\n', undefined, 'FragmentSelector line=299,300'],
    ['lines that are not there', '    line: 300\n    end_line: 302\n', undefined, 'FragmentSelector line=299,302'],
    ['an empty line', '    line: 2\n', undefined, 'FragmentSelector line=1,2'],
  ] as const)
    it(what, () => {
      const annotation = imported(comment);
      assert.ok(annotation);
      assert.deepEqual([annotation.anchor?.exact, annotation.pointer], [exact, pointer]);
      if (!pointer) return;
      const out = toMrsf('draft.md', TEXT, [
        { annotation, placement: { state: 'orphaned', lastText: pointer, why: 'no-target' }, expired: false },
      ]);
      const again = fromMrsf(out, 'draft.md', TEXT);
      assert.equal(readSidecar(again?.lines.join('\n') ?? '').annotations[0]?.pointer, pointer);
    });
});
