// Owns: the small story that the tests of the language server share.
// Must not know: single tests.

/** A note with two sources. */
export const NOTE = `## Pool report from the harbour {#pool}
- url: https://example.org/pool
- published: 2026-02-13
- grade: B2

Lumenet gave 12 routers to the harbour office on 12 February 2026.

> "We have not checked every single router." — Ana Feld

## Invoices of the gift {#invoices}
- published: 2026-02-20

The gift cost 4,300 euros.
`;

/** A draft with a number that drifted, a key that nothing has, and an obsolete mark. */
export const DRAFT = `---
date: 2026-03-02
---

# Routers for the harbour

Lumenet gave 21 routers to the harbour office on 12 February 2026.[@pool]

The gift cost 4,300 euros.[@invoises]

This paper was TLP:WHITE before.
`;

export const FILES = { '.backdraft.yaml': 'citations:\n  style: pandoc\n', 'notes/sources.md': NOTE, 'draft.md': DRAFT };

export const NUMBER = 'claims/contradicted-number';
export const UNRESOLVED = 'citations/unresolved';
export const OBSOLETE = 'handling/obsolete-tlp';
