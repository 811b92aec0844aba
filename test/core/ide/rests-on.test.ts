// The hierarchy "rests on": from claims over sources to origins, and back.
import assert from 'node:assert';
import { type RestingItem, restsOn } from '../../../server/src/core/ide/rests-on.ts';
import { storyOf } from '../../support/ide.ts';

const FILES = {
  'draft.md': `Lumenet gave 12 routers to the harbour office.[@pool]

Lumenet paid 4,300 euros to the harbour office in March 2026.[@invoices]

Is that all?
`,
  'second.md': 'Lumenet gave 12 routers to the harbour office.[@pool]\n',
  'notes/sources.md': `## Pool report {#pool}
- published: 2026-02-13
- grade: B2
- origin: Agency wire

Lumenet gave 12 routers to the harbour office.

## Agency wire {#wire}
- origin: a phone call

The agency says that Lumenet gave 12 routers to the port.

## Invoices {#invoices}
- tlp: AMBER
- origin: ring

Lumenet paid 4,300 euros to the harbour office in March 2026.

## Ring {#ring}
- origin: invoices

Nothing of use.
`,
};

const outline = (items: readonly RestingItem[], depth = 0): string[] =>
  items.flatMap(({ kind, label, detail, verdict, children }) => [
    `${'  '.repeat(depth)}${kind} ${label}${detail ? ` (${detail})` : ''}${verdict ? ` ${verdict}` : ''}`,
    ...outline(children, depth + 1),
  ]);

describe('rests on', () => {
  it('claims rest on sources, sources on origins; circles end', async () => {
    const { workspace, check } = await storyOf(FILES);
    assert.deepEqual(outline(restsOn(workspace, check('draft.md'), 'origins')), [
      'claim Lumenet gave 12 routers to the harbour office. supported',
      '  source Pool report (2026-02-13 · B2)',
      '    source Agency wire',
      '      origin a phone call',
      'claim Lumenet paid 4,300 euros to the harbour office in March 2026. supported',
      '  source Invoices (TLP:AMBER)',
      '    source Ring',
      '      source Invoices (TLP:AMBER)',
    ]);
  });

  it('at an offset: the citation, else the claim; nothing where neither stands', async () => {
    const { workspace, check, at, words } = await storyOf(FILES);
    const here = (needle: string, plus = 1) => restsOn(workspace, check('draft.md'), 'origins', at('draft.md', needle, plus));
    assert.deepEqual(outline(here('[@invoices]'))[0], 'source Invoices (TLP:AMBER)');
    const [claim] = here('Lumenet paid');
    assert.equal(
      claim?.place && words(claim.place.uri, claim.place.span),
      'Lumenet paid 4,300 euros to the harbour office in March 2026.[@invoices]',
    );
    assert.deepEqual(here('Is that all'), []);
    assert.deepEqual(restsOn(workspace, check('draft.md'), 'origins', 1e9), []);
  });

  it('from a source to the claims of all drafts, and to sources that rely on it', async () => {
    const { workspace, check, at } = await storyOf(FILES);
    const [wire] = restsOn(workspace, check('notes/sources.md'), 'claims', at('notes/sources.md', '{#wire}'));
    assert.deepEqual(outline(wire ? [wire] : []), [
      'source Agency wire',
      '  source Pool report (2026-02-13 · B2)',
      '    claim Lumenet gave 12 routers to the harbour office. supported',
      '    claim Lumenet gave 12 routers to the harbour office. supported',
    ]);
    assert.equal(restsOn(workspace, check('notes/sources.md'), 'claims').length, 4);
  });
});
