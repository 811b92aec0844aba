// Owns: the rule suppressions/missing-reason.
// Must not know: how suppressions hide findings.
import { defineDocumentRule } from '../types.ts';

export default defineDocumentRule({
  id: 'suppressions/missing-reason',
  version: 1,
  scope: 'document',
  severity: 'info',
  optIn: true,
  roles: ['draft', 'notes'],
  afterSuppressions: true,
  reads: ['suppressions'],
  options: {},
  messages: { missing: 'This suppression gives no reason. Add one after "--", so that colleagues know why it is here.' },
  docs: {
    summary: 'A suppression comment gives no reason.',
    why: 'Months later nobody knows whether a suppression still holds, unless it says why it was written.',
    bad: [
      {
        configuration: 'rules:\n  suppressions/missing-reason: warning\n',
        draft: '<!-- backdraft-disable-next-line handling/obsolete-tlp -->\nTLP:WHITE was renamed.\n',
      },
    ],
    good: [
      {
        configuration: 'rules:\n  suppressions/missing-reason: warning\n',
        draft: '<!-- backdraft-disable-next-line handling/obsolete-tlp -- the old name is the point -->\nTLP:WHITE was renamed.\n',
      },
    ],
  },
  check({ document, report }) {
    for (const use of document.suppressions) {
      if (use.kind === 'front-matter' || use.reason) continue;
      report({ span: use.span, message: 'missing' });
    }
  },
});
