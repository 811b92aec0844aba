// Owns: the rule references/cwe-name-mismatch.
// Must not know: how references are found, where the table comes from.
import { phrase } from '../../text/phrases.ts';
import { shift, slice } from '../../text/span.ts';
import { defineDocumentRule } from '../types.ts';
import { replaceBy } from './shared.ts';

export default defineDocumentRule({
  id: 'references/cwe-name-mismatch',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  dormant: true,
  roles: ['draft'],
  reads: ['references'],
  options: {},
  messages: {
    mismatch: '{id} is “{official}”, and “{name}” is {others}. Correct the number or the name.',
  },
  docs: {
    summary: 'The name beside a CWE number belongs to another number.',
    why: 'The reader cannot tell which kind of weakness you mean.',
    bad: [{ draft: 'The flaw in the kernel (CWE-416, heap-based buffer overflow) is fixed.\n' }],
    good: [{ draft: 'The flaw is a cross-site scripting (CWE-79), the other an OS command injection (CWE-78).\n' }],
  },
  check({ document, report }) {
    for (const { fact, segment } of document.all('references')) {
      const { cwe } = fact;
      if (cwe?.status !== 'known' || cwe.nameIs !== 'other' || !fact.name) continue;
      const named = [...new Set(cwe.named ?? [])];
      const official = /\('([^']+)'\)/.exec(cwe.name ?? '')?.[1] ?? cwe.name ?? '';
      const written = slice(segment.facts.tree.text, fact.name);
      const newText = /^\p{Lu}/u.test(written) ? official : lowerWords(official);
      const span = { start: Math.min(fact.span.start, fact.name.start), end: Math.max(fact.span.end, fact.name.end) };
      report({
        span: shift(span, segment.offset),
        message: 'mismatch',
        args: { id: fact.id, official, name: written, others: named.slice(0, 3).join(', ') },
        fixes: [
          {
            title: phrase`Write ${newText}`,
            kind: 'suggestion' as const,
            edits: [{ uri: document.uri, span: shift(fact.name, segment.offset), newText }],
          },
          ...named.slice(0, 2).map(id => replaceBy(document, segment, fact, id, phrase`Write ${id}`)),
        ],
      });
    }
  },
});

/** Title case to running text; words with capitals inside stay ("OS", "XSS"). */
function lowerWords(name: string): string {
  return name
    .split(' ')
    .map(word => (/^\p{Lu}\p{Ll}*(?:-\p{L}+)*$/u.test(word) ? word.toLowerCase() : word))
    .join(' ');
}
