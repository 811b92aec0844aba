// Owns: tests of passages followed through edits; undo brings them back.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type TextEdit, type Tracked, track, trackedAt } from '../../../server/src/core/annotations/track.ts';

const TEXT = 'The port has twelve routers. Nobody counted them. The mayor knows.';

function apply(text: string, { span, newText }: TextEdit): string {
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

/** Follows `words` through edits given as [what goes, what comes]. */
function follow(words: string, ...edits: readonly (readonly [string, string])[]): string | undefined {
  let text = TEXT;
  const start = text.indexOf(words);
  let tracked: Tracked = trackedAt({ start, end: start + words.length }, text);
  for (const [goes, comes] of edits) {
    const at = text.indexOf(goes);
    const edit = { span: { start: at, end: at + goes.length }, newText: comes };
    text = apply(text, edit);
    tracked = track(tracked, edit, text);
  }
  return text.slice(tracked.span.start, tracked.span.end);
}

describe('passages of an open document', () => {
  it('move with what stands before them, and take in what is written within', () => {
    assert.equal(follow('Nobody counted them.', ['The port', 'The old port']), 'Nobody counted them.');
    assert.equal(follow('Nobody counted them.', ['counted', 'ever counted']), 'Nobody ever counted them.');
    assert.equal(follow('Nobody counted them.', ['routers. ', 'routers. Really. ']), 'Nobody counted them.');
    assert.equal(follow('Nobody counted them.', [' The mayor', ' So. The mayor']), 'Nobody counted them.');
  });

  it('shrink where an edge is cut, and are empty where all is gone', () => {
    assert.equal(follow('Nobody counted them.', ['counted them. The', 'X']), 'Nobody ');
    assert.equal(follow('Nobody counted them.', ['routers. Nobody', 'X']), ' counted them.');
    assert.equal(follow('Nobody counted them.', ['Nobody counted them.', 'No one did.']), '');
  });

  it('come back where their words are written again, and to nothing that stood there before', () => {
    assert.equal(
      follow('Nobody counted them.', ['Nobody counted them. ', ''], ['knows.', 'knows. Nobody counted them.']),
      'Nobody counted them.',
    );
    const text = 'Nobody knows.\nNobody knows.\n';
    const edit = { span: { start: 0, end: 14 }, newText: '' };
    const { span } = track(trackedAt({ start: 0, end: 13 }, text), edit, apply(text, edit));
    assert.deepEqual(span, { start: 0, end: 0 });
  });

  it('are after each undo what they were before the edit', () => {
    const edits = [
      ['counted them.', 'saw'],
      ['Nobody saw', 'No one saw'],
      ['saw', 'ever saw'],
      [' ever saw', ''],
    ] as const;
    const steps: string[] = [];
    let text = TEXT;
    const start = text.indexOf('Nobody');
    let tracked = trackedAt({ start, end: start + 'Nobody counted them.'.length }, text);
    const undo: TextEdit[] = [];
    for (const [goes, comes] of edits) {
      steps.push(text.slice(tracked.span.start, tracked.span.end));
      const at = text.indexOf(goes);
      const edit = { span: { start: at, end: at + goes.length }, newText: comes };
      undo.push({ span: { start: at, end: at + comes.length }, newText: goes });
      text = apply(text, edit);
      tracked = track(tracked, edit, text);
    }
    for (const edit of undo.reverse()) {
      text = apply(text, edit);
      tracked = track(tracked, edit, text);
      assert.equal(text.slice(tracked.span.start, tracked.span.end), steps.pop());
    }
    assert.equal(text, TEXT);
  });

  it('come back with every undo, step by step', () => {
    fc.assert(
      fc.property(
        fc.nat(TEXT.length - 1),
        fc.nat(30),
        fc.array(fc.tuple(fc.nat(200), fc.nat(20), fc.stringMatching(/^[a-z ]{0,12}$/)), { maxLength: 8 }),
        (from, length, edits) => {
          const start = Math.min(from, TEXT.length - 4);
          const end = Math.min(TEXT.length, start + 4 + length);
          const words = TEXT.slice(start, end);
          let text = TEXT;
          let tracked: Tracked = trackedAt({ start, end }, text);
          const undo: TextEdit[] = [];
          for (const [at, cut, newText] of edits) {
            const a = Math.min(at, text.length);
            const edit = { span: { start: a, end: Math.min(text.length, a + cut) }, newText };
            undo.push({ span: { start: a, end: a + newText.length }, newText: text.slice(edit.span.start, edit.span.end) });
            text = apply(text, edit);
            tracked = track(tracked, edit, text);
            assert.ok(tracked.span.start >= 0 && tracked.span.start <= tracked.span.end && tracked.span.end <= text.length);
          }
          for (const edit of undo.reverse()) {
            text = apply(text, edit);
            tracked = track(tracked, edit, text);
          }
          assert.equal(text, TEXT);
          // Words that stand more than once nearby may not be told apart: then nothing is claimed.
          if (TEXT.indexOf(words) === TEXT.lastIndexOf(words)) assert.equal(text.slice(tracked.span.start, tracked.span.end), words);
        },
      ),
      { numRuns: 1000, seed: 20260807 },
    );
  });
});
