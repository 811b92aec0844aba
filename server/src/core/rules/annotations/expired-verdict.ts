// Owns: the rule annotations/expired-verdict.
// Must not know: where verdicts are kept, how passages are followed.
import { type Phrase, phrase } from '../../text/phrases.ts';
import { defineDocumentRule } from '../types.ts';

const VERDICT =
  '{"id":"urn:uuid:1","type":"Annotation","motivation":"assessing","body":{"type":"TextualBody","purpose":"assessing","value":"verified"},"target":{"source":"draft.md","selector":{"type":"TextQuoteSelector","exact":"The port has twelve routers from Lumenet."}}}\n';

export default defineDocumentRule({
  id: 'annotations/expired-verdict',
  version: 1,
  scope: 'document',
  severity: 'warning',
  roles: ['draft', 'notes'],
  reads: [],
  options: {},
  messages: {
    expired: 'This claim has changed since {who} called it {verdict}, so that no longer counts. Check it again.',
  },
  docs: {
    summary: 'A claim that changed after someone gave a verdict on it.',
    why: 'A verdict is about the words that its author read. One more zero, one dropped “not”, and it vouches for something that nobody checked.',
    bad: [{ draft: 'The port has ninety routers from Lumenet.\n', notes: { 'draft.md.annotations.jsonl': VERDICT } }],
    good: [{ draft: 'The port has *twelve* routers\nfrom Lumenet.\n', notes: { 'draft.md.annotations.jsonl': VERDICT } }],
  },
  check({ document, report }) {
    for (const { span, verdict, by, expired } of document.annotations) {
      if (!expired || !span || !verdict) continue;
      report({ span, message: 'expired', args: { who: by ?? phrase`somebody`, verdict: VERDICTS[verdict] ?? verdict } });
    }
  },
});

/** People's verdicts in words. */
const VERDICTS: Readonly<Record<string, Phrase>> = {
  verified: phrase`verified`,
  disputed: phrase`disputed`,
  'needs-source': phrase`needs source`,
  opinion: phrase`opinion`,
  'not-checkable': phrase`not checkable`,
};
