// Owns: the rule references/attack-name-mismatch.
// Must not know: how references are found, where the table comes from.
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { notedIds, replaceBy } from './shared.ts';

export default defineDocumentRule({
  id: 'references/attack-name-mismatch',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['references', 'story'],
  options: {},
  messages: {
    mismatch: '{id} is {official}, and “{name}” is {others}. Correct the id or the name.',
  },
  docs: {
    summary: 'The name beside an ATT&CK id belongs to another id.',
    why: 'A reader cannot tell which of the two you mean, and tools take the id.',
    bad: [{ draft: 'It comes back through T1053.003 Scheduled Task.\n' }],
    good: [
      {
        draft:
          'It comes back through T1053.005 Scheduled Task. ATT&CK calls the first step Command and Scripting Interpreter: PowerShell (T1059.001).\n',
      },
    ],
  },
  check({ document, story, report }) {
    for (const { fact, segment } of document.all('references')) {
      const attack = fact.attack;
      if (attack?.status !== 'live' || attack.nameIs !== 'other' || !fact.name) continue;
      const { text } = segment.facts.tree;
      const named = attack.named ?? [];
      const noted = new Set(notedIds(document, story, ''));
      const ids = [...named].sort((a, b) => Number(noted.has(b)) - Number(noted.has(a)));
      const span = { start: Math.min(fact.span.start, fact.name.start), end: Math.max(fact.span.end, fact.name.end) };
      const official = attack.name ?? '';
      const name = shift(fact.name, segment.offset);
      report({
        span: shift(span, segment.offset),
        message: 'mismatch',
        args: {
          id: fact.id,
          official: attack.parentName ? `${attack.parentName}: ${official}` : official,
          name: slice(text, fact.name),
          others: ids.slice(0, 3).join(', '),
        },
        fixes: [
          ...ids.slice(0, 3).map(id => replaceBy(document, segment, fact, id, phrase`Write ${id}`)),
          { title: phrase`Write ${official}`, kind: 'suggestion' as const, edits: [{ uri: document.uri, span: name, newText: official }] },
        ],
      });
    }
  },
});
