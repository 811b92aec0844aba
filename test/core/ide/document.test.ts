// What the editor shows of a whole document: outline, links, lenses, hints, tokens, folds, selections.
import assert from 'node:assert';
import { foldsOf } from '../../../server/src/core/ide/folding.ts';
import { hintsOf } from '../../../server/src/core/ide/hints.ts';
import { lensesOf, paragraphLens, sourceLens, verdictLens } from '../../../server/src/core/ide/lenses.ts';
import { linksOf } from '../../../server/src/core/ide/links.ts';
import { selectionAt } from '../../../server/src/core/ide/selection.ts';
import { findClaims, findSources, type OutlineSymbol, outlineOf } from '../../../server/src/core/ide/symbols.ts';
import { TOKEN_MODIFIERS, TOKEN_TYPES, tokensOf } from '../../../server/src/core/ide/tokens.ts';
import { ENGLISH } from '../../../server/src/core/text/phrases.ts';
import { storyOf } from '../../support/ide.ts';
import { ROOT, uriOf } from '../../support/memory-files.ts';

const DRAFT = `---
date: 2026-03-02
---

# Routers

The office took all 21 routers to its laboratory in Sandvik the same night.[@office] The agency reported the same.[@wire]

## Aftermath

"We have not finished looking," Jonas Feld said on 3 March.[@office] Nobody was arrested in Sandvik in 2026.

- Lumenet paid 4,300 euros to the harbour office in March 2026. [@desk]

> A quote
> of two lines

<!-- backdraft-disable terms/hype -- ours -->

It spread to evil[.]com in an unprecedented attack.

<!-- backdraft-enable -->

# Other

A zero-day. See [the post](https://example.org/briefing).
`;

const NOTES = `---
tlp: GREEN
---

# Notes

## Briefing of the office {#office}
- published: 2026-03-03
- grade: B2
- url: https://example.org/briefing
- origin: wire

The office took all 12 routers to its laboratory in Sandvik the same night.

> "We have not finished looking." — Jonas Feld
>
> "Nor will we." — Jonas Feld

### A part of it {#part}
- url: https://user:secret@example.org/x

Nothing.

## Wire {#wire}
- url: javascript:alert(1)
- origin: nobody

The agency reported that the office took all 12 routers to its laboratory in Sandvik the same night.

## Desk {#desk}
- tlp: RED
- url: https://example.org/\u202Egnp.exe

Lumenet paid 5,600 euros to the harbour office in March 2026.
`;

const FILES = { 'draft.md': DRAFT, 'notes/n.md': NOTES, 'notes/plain.md': 'A note without any heading, on nothing at all.\n' };

const lines = (symbols: readonly OutlineSymbol[], depth = 0): string[] =>
  symbols.flatMap(({ kind, name, detail, children }) => [
    // How well a quote supports its sentence is for other tests.
    `${'  '.repeat(depth)}${kind} ${name}${detail ? ` (${ENGLISH.of(detail).replace(' in part', '')})` : ''}`,
    ...lines(children, depth + 1),
  ]);

describe('outline', () => {
  it('of a draft: sections with their claims and verdicts', async () => {
    const { check } = await storyOf(FILES);
    assert.deepEqual(lines(outlineOf(check('draft.md'))), [
      'section Routers',
      '  claim The office took all 21 routers to its laboratory in Sandvik the same night. (the notes say otherwise)',
      '  claim The agency reported the same. (supported)',
      '  section Aftermath',
      '    claim "We have not finished looking," Jonas Feld said on 3 March. (supported)',
      '    claim Nobody was arrested in Sandvik in 2026. (not in the notes)',
      '    claim Lumenet paid 4,300 euros to the harbour office in March 2026. (the notes say otherwise)',
      'section Other',
    ]);
  });

  it('of notes: sources, nested as they stand', async () => {
    const { check } = await storyOf(FILES);
    assert.deepEqual(lines(outlineOf(check('notes/n.md'))), [
      'source Briefing of the office (office · 2026-03-03 · B2 · TLP:GREEN)',
      '  source A part of it (part · TLP:GREEN)',
      'source Wire (wire · TLP:GREEN)',
      'source Desk (desk · TLP:RED)',
    ]);
    assert.deepEqual(lines(outlineOf(check('notes/plain.md'))), ['source plain']);
  });

  it('selections lie within, children within their parents, nothing overlaps', async () => {
    const { check } = await storyOf(FILES);
    const verify = (symbols: readonly OutlineSymbol[], outer: { start: number; end: number }): void => {
      let from = outer.start;
      for (const { name, span, selection, children } of symbols) {
        assert.ok(from <= span.start && span.end <= outer.end, name);
        assert.ok(span.start <= selection.start && selection.end <= span.end, name);
        if (children.length > 0) verify(children, span);
        from = span.start;
      }
    };
    for (const path of ['draft.md', 'notes/n.md', 'notes/plain.md']) {
      const checked = check(path);
      verify(outlineOf(checked), { start: 0, end: checked.text.length });
    }
  });

  it('sources and claims are found by words', async () => {
    const { workspace, check } = await storyOf(FILES);
    const { view } = workspace.storyOf(uriOf('draft.md')) ?? assert.fail();
    assert.deepEqual(
      findSources(view, 'OFFICE brief').map(({ source }) => source.key),
      ['office'],
    );
    assert.deepEqual(
      findClaims(check('draft.md'), 'arrested').map(({ name }) => name),
      ['Nobody was arrested in Sandvik in 2026.'],
    );
    assert.equal(findSources(view, '').length, 5);
  });
});

describe('links', () => {
  it('of a draft lead from citations to sources, and nowhere else', async () => {
    const { check, words } = await storyOf(FILES);
    assert.deepEqual(
      linksOf(check('draft.md')).map(link => [
        words(uriOf('draft.md'), link.span),
        'place' in link ? words(link.place.uri, link.place.span) : link.url,
      ]),
      [
        ['office', 'office'],
        ['wire', 'wire'],
        ['office', 'office'],
        ['desk', 'desk'],
      ],
    );
  });

  it('of notes lead to web addresses of sources that are what they seem, and to origins', async () => {
    const { check } = await storyOf(FILES);
    assert.deepEqual(
      linksOf(check('notes/n.md')).map(link => ('url' in link ? link.url : ENGLISH.of(link.tooltip))),
      ['https://example.org/briefing', 'Open “Wire”'],
    );
  });
});

describe('lenses', () => {
  const BOTH = { paragraphs: true, sources: true };

  it('above paragraphs: how many sources, how many independent', async () => {
    const { check, words } = await storyOf(FILES);
    const checked = check('draft.md');
    assert.deepEqual(
      lensesOf(checked, [], BOTH).map(({ span }) => [words(checked.uri, span).slice(0, 12), paragraphLens(checked, span.start)?.title]),
      [
        ['The office t', '2 sources, 1 independent'],
        ['"We have not', '1 source'],
      ],
    );
    assert.deepEqual(lensesOf(checked, [], { paragraphs: false, sources: true }), []);
    for (const offset of [-1, 0, DRAFT.indexOf('## After'), 1e9]) assert.equal(paragraphLens(checked, offset), undefined);
  });

  it('above claims: what people said of them, and who has to act', async () => {
    const line = (id: string, exact: string, more: object): string =>
      `${JSON.stringify({
        id,
        type: 'Annotation',
        creator: 'Ada',
        created: '2026-11-28T10:00:00Z',
        target: { source: 'draft.md', selector: { type: 'TextQuoteSelector', exact } },
        ...more,
      })}\n`;
    const said = (value: string) => ({ body: { type: 'TextualBody', purpose: 'assessing', value } });
    const [first = '', second = ''] = DRAFT.split(/\n\n+/).filter(one => /^[A-Z"]/.test(one));
    const { workspace, check } = await storyOf({
      ...FILES,
      'draft.md.annotations.jsonl': [
        line('1', first.trim(), { ...said('verified'), modified: '2026-12-24T10:00:00Z' }),
        line('2', second.trim(), { ...said('disputed'), assignee: 'Grace', creator: undefined }),
        line('3', second.trim(), { ...said('disputed'), resolved: true }),
        line('4', second.trim(), { bodyValue: 'Hm.' }),
      ].join(''),
    });
    const { annotations } = workspace.annotationsOf(uriOf('draft.md'));
    const lenses = lensesOf(check('draft.md'), annotations, BOTH).filter(({ kind }) => kind === 'verdict');
    const titles = lenses.map(lens => {
      const one = annotations.find(({ annotation }) => annotation.id === lens.annotation);
      assert.ok(one);
      return [verdictLens(one), verdictLens({ ...one, expired: true })];
    });
    assert.deepEqual(titles, [
      ['Verified by Ada, 2026-11-28', 'Verified by Ada, 2026-11-28, its words have changed since'],
      ['Disputed, 2026-11-28, for Grace', 'Disputed, 2026-11-28, its words have changed since, for Grace'],
    ]);
    assert.deepEqual(lensesOf(check('draft.md'), annotations, { paragraphs: false, sources: true }), []);
  });

  it('above sources: what rests on them', async () => {
    const { workspace, check } = await storyOf(FILES);
    assert.deepEqual(
      lensesOf(check('notes/n.md'), [], BOTH).map(({ key = '' }) => `${key}: ${sourceLens(workspace, ROOT, key).title}`),
      [
        'office: Rests on this: 2 claims',
        'part: Rests on this: nothing yet',
        'wire: Rests on this: 1 claim',
        'desk: Rests on this: 1 claim',
      ],
    );
    assert.equal(sourceLens(workspace, ROOT, 'nobody').places.length, 0);
  });

  it('none in dormant stories', async () => {
    const { workspace, check } = await storyOf({ 'draft.md': DRAFT });
    workspace.open(uriOf('draft.md'), DRAFT, 'markdown');
    assert.deepEqual(lensesOf(check('draft.md'), [], BOTH), []);
  });
});

describe('hints', () => {
  const ALL = { start: 0, end: DRAFT.length };

  it('grade and date behind citations, where asked for', async () => {
    const { check } = await storyOf(FILES);
    const found = hintsOf(check('draft.md'), ALL, { sources: true, numbers: false });
    assert.deepEqual(
      found.map(({ offset, label }) => [DRAFT.slice(offset - 3, offset), label]),
      [
        ['ce]', 'B2 · 2026-03-03 · TLP:GREEN'],
        ['re]', 'TLP:GREEN'],
        ['ce]', 'B2 · 2026-03-03 · TLP:GREEN'],
        ['sk]', 'TLP:RED'],
        ['ng)', 'B2 · 2026-03-03 · TLP:GREEN'],
      ],
    );
  });

  it('the notes’ value behind a number that drifted, never from a source above the draft’s mark', async () => {
    const draft = DRAFT.replace('date:', 'tlp: GREEN\ndate:');
    const { check, at } = await storyOf({ ...FILES, 'draft.md': draft });
    const wants = { sources: false, numbers: true };
    const found = hintsOf(check('draft.md'), { start: 0, end: draft.length }, wants);
    assert.deepEqual(
      found.map(({ label }) => label),
      ['notes: 12'],
    );
    assert.equal(found[0]?.offset, at('draft.md', '21 routers', 2));
    assert.deepEqual(hintsOf(check('draft.md'), { start: 0, end: 10 }, wants), []);
  });

  it('what the draft’s words come to', async () => {
    const files = {
      'draft.md': 'Lumenet paid 1.2 million euros to the harbour office in March 2026.[@a]\n',
      'notes/a.md': 'Lumenet paid 900,000 euros to the harbour office in March 2026.\n',
    };
    const { check } = await storyOf(files);
    const [hint] = hintsOf(check('draft.md'), { start: 0, end: 1e6 }, { sources: false, numbers: true });
    assert.match(hint?.label ?? '', /^= 1,200,000 EUR, notes: 900,000/);
  });
});

describe('tokens', () => {
  it('claims with verdicts, and in them quotes, attributions, terms, indicators', async () => {
    const { check, words } = await storyOf(FILES);
    const shown = tokensOf(check('draft.md')).map(
      ({ span, type, modifiers }) =>
        `${[TOKEN_TYPES[type], ...TOKEN_MODIFIERS.filter((_, bit) => modifiers & (1 << bit))].join('.')} ${words(uriOf('draft.md'), span)}`,
    );
    for (const token of [
      'claim.contradicted The office took all 21 routers to its laboratory in Sandvik the same night.[@office]',
      'quote "We have not finished looking,"',
      'attribution Jonas Feld said',
      'claim.unsupported Nobody was arrested in Sandvik in 2026.',
      'term zero-day',
      'indicator evil[.]com',
      'quote A quote',
      'quote of two lines',
    ])
      assert.ok(shown.includes(token), `${token} is not among\n${shown.join('\n')}`);
  });

  it('lie in order within their lines, and those of a range are among those of all', async () => {
    const { check } = await storyOf(FILES);
    for (const path of ['draft.md', 'notes/n.md']) {
      const checked = check(path);
      const all = tokensOf(checked);
      let from = 0;
      for (const { span } of all) {
        assert.ok(from <= span.start && span.start < span.end);
        assert.doesNotMatch(checked.text.slice(span.start, span.end), /[\r\n]|^\s|\s$/);
        from = span.end;
      }
      const within = { start: 100, end: 400 };
      assert.deepEqual(
        tokensOf(checked, within),
        all.filter(({ span }) => span.start < within.end && span.end > within.start),
      );
    }
  });
});

describe('folds', () => {
  const shown = async (path: keyof typeof FILES): Promise<string[]> => {
    const { check, words } = await storyOf(FILES);
    return foldsOf(check(path)).map(({ kind, span }) => {
      const text = words(uriOf(path), span).split('\n');
      return `${kind}: ${text[0]} … ${text.at(-1)}`;
    });
  };

  it('of a draft: front matter, block quotes, regions without a rule', async () =>
    assert.deepEqual(await shown('draft.md'), [
      'front-matter: --- … ---',
      'evidence: A quote … > of two lines',
      'suppression: <!-- backdraft-disable terms/hype -- ours --> … <!-- backdraft-enable -->',
    ]));

  it('of notes: sources, their metadata, their quotes', async () =>
    assert.deepEqual(await shown('notes/n.md'), [
      'front-matter: --- … ---',
      'source: ## Briefing of the office {#office} … Nothing.',
      'metadata: published: 2026-03-03 … - origin: wire',
      'evidence: "We have not finished looking." — Jonas Feld … > "Nor will we." — Jonas Feld',
      'source: ### A part of it {#part} … Nothing.',
      'metadata: url: https://user:secret@example.org/x … url: https://user:secret@example.org/x',
      'source: ## Wire {#wire} … The agency reported that the office took all 12 routers to its laboratory in Sandvik the same night.',
      'metadata: url: javascript:alert(1) … - origin: nobody',
      'source: ## Desk {#desk} … Lumenet paid 5,600 euros to the harbour office in March 2026.',
      'metadata: tlp: RED … - url: https://example.org/\u202Egnp.exe',
    ]));
});

describe('selections', () => {
  const grown = async (path: keyof typeof FILES, needle: string): Promise<string[]> => {
    const { check, at, words } = await storyOf(FILES);
    const spans = selectionAt(check(path), at(path, needle, 1));
    for (const [i, span] of spans.entries()) {
      const inner = spans[i - 1];
      if (inner) assert.ok(span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start);
    }
    return spans.map(span => words(uriOf(path), span).replace(/\s+/g, ' '));
  };

  it('grow from quote over sentence, paragraph and sections to all', async () => {
    const spans = await grown('draft.md', 'have not finished');
    assert.equal(spans[0], '"We have not finished looking,"');
    assert.equal(spans[1], '"We have not finished looking," Jonas Feld said on 3 March.[@office]');
    assert.ok(spans[2]?.endsWith('Nobody was arrested in Sandvik in 2026.'));
    assert.ok(spans[3]?.startsWith('## Aftermath') && spans[3].endsWith('<!-- backdraft-enable -->'));
    assert.ok(spans[4]?.startsWith('# Routers') && spans[4].endsWith('<!-- backdraft-enable -->'));
    assert.ok(spans[5]?.startsWith('---'));
    assert.equal(spans.length, 6);
  });

  it('know clauses', async () => {
    const draft =
      'The office took 12 routers to its laboratory in Sandvik in 2025, and the agency paid 4,300 euros for them in March 2026.\n';
    const { check, at } = await storyOf({ ...FILES, 'draft.md': draft });
    const [clause = assert.fail()] = selectionAt(check('draft.md'), at('draft.md', 'paid'));
    assert.equal(draft.slice(clause.start, clause.end).trim(), 'and the agency paid 4,300 euros for them in March 2026.');
  });

  it('take any offset', async () => {
    const { check } = await storyOf(FILES);
    for (const offset of [-1, 0, 1e9]) assert.ok(selectionAt(check('draft.md'), offset).length > 0);
  });
});
