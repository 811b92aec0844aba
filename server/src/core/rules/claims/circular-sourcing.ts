// Owns: the rule claims/circular-sourcing.
// Must not know: how origins are worked out.
import { nameOf } from '../../evidence/source-name.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { sourcesBySentence } from '../sourcing.ts';
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'claims/circular-sourcing',
  version: 1,
  scope: 'document',
  bySegment: true,
  severity: 'warning',
  roles: ['draft'],
  reads: ['citations', 'story'],
  options: {},
  messages: {
    circular: 'These {count} sources are one: {keys} rest on the same origin. Say so, or find an independent one.',
  },
  docs: {
    summary: 'Several citations stand for one independent source.',
    why: 'Three reports that all repeat one wire story look like three confirmations and are one. Readers and editors count citations.',
    bad: [
      {
        draft: 'The gift had been planned since spring [@wire; @post].\n',
        notes: {
          'notes/cuttings.md':
            '## The wire {#wire}\n\nThe gift had been planned since spring.\n\n## The Post {#post}\n- origin: wire\n\nPlanned since spring, says the wire.\n',
        },
      },
    ],
    good: [
      {
        draft: 'The gift had been planned since spring [@wire; @minutes].\n',
        notes: {
          'notes/cuttings.md':
            '## The wire {#wire}\n\nThe gift had been planned since spring.\n\n## Minutes of March {#minutes}\n\nThe gift is on the list of March.\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    for (const { segment, sentence, sources } of sourcesBySentence(document)) {
      if (sources.length < 2 || new Set(sources.map(source => story.originOf(source))).size > 1) continue;
      report({
        span: shift(sentence.span, segment.offset),
        message: 'circular',
        args: { count: `${sources.length}`, keys: listOf(sources.map(source => source.key)) },
        related: sources.map(source => ({
          uri: source.uri,
          span: source.keySpan.end > source.keySpan.start ? source.keySpan : { start: source.span.start, end: source.span.start },
          message: source.metadata.reliesOn === undefined ? nameOf(source) : phrase`${nameOf(source)}: origin ${source.metadata.reliesOn}`,
        })),
      });
    }
  },
});

function listOf(keys: readonly string[]): Phrase {
  return phrase`${keys.slice(0, -1).join(', ')} and ${keys.at(-1) ?? ''}`;
}
