// Owns: the command `ledger`: writes the ledger of a draft, and says what is left out of it.
// Must not know: what stands in a ledger, how its formats look.
import { writeLedger } from '../core/ide/ledger/formats.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { warningWords } from '../core/ide/ledger/words.ts';
import type { LedgerArguments } from './arguments.ts';
import type { Terminal } from './check.ts';
import { checkOneDraft, deliver } from './one-draft.ts';

/** Writes the ledger and answers the exit code: 0, or 2 for a usage or configuration error or a file that cannot be written. */
export async function runLedger({ path, format, audience, output }: LedgerArguments, terminal: Terminal): Promise<number> {
  const draft = await checkOneDraft(path, terminal);
  const ledger = draft && gatherLedger(draft.workspace, draft.checked, audience);
  if (!draft || !ledger) return 2;
  for (const words of warningWords(ledger)) terminal.error(`backdraft: ${terminal.language.of(words)}\n`);
  const code = deliver(writeLedger(ledger, format, terminal.language), output, terminal);
  return draft.broken ? 2 : code;
}
