// Owns: the list of all confusions, and finding slips in a sentence quickly.
// Must not know: rules, findings, documents.
import { WordTrie } from '../../text/word-trie.ts';
import { ATTACKS } from './attacks.ts';
import { asConfusion, type Contrast } from './contrasts.ts';
import { ATTACK_CONTRASTS } from './contrasts-attacks.ts';
import { DATA_CONTRASTS } from './contrasts-data.ts';
import { FLAW_CONTRASTS } from './contrasts-flaws.ts';
import { IDENTITY_CONTRASTS } from './contrasts-identity.ts';
import { INCIDENT_CONTRASTS } from './contrasts-incidents.ts';
import { MALWARE_CONTRASTS } from './contrasts-malware.ts';
import { SIGNAL_CONTRASTS } from './contrasts-signals.ts';
import { CRYPTOGRAPHY } from './cryptography.ts';
import { IDENTITY } from './identity.ts';
import { MALWARE } from './malware.ts';
import { REACH } from './reach.ts';
import type { Confusion, Slip, Wording } from './types.ts';
import { WEAKNESSES } from './weaknesses.ts';

/** Every contrast; the notes are compared with them, too. */
export const CONTRASTS: readonly Contrast[] = [
  ...MALWARE_CONTRASTS,
  ...SIGNAL_CONTRASTS,
  ...FLAW_CONTRASTS,
  ...DATA_CONTRASTS,
  ...ATTACK_CONTRASTS,
  ...IDENTITY_CONTRASTS,
  ...INCIDENT_CONTRASTS,
];

/** Every confusion, grouped by field. */
export const CONFUSIONS: readonly Confusion[] = [
  ...CRYPTOGRAPHY,
  ...WEAKNESSES,
  ...ATTACKS,
  ...MALWARE,
  ...IDENTITY,
  ...REACH,
  ...CONTRASTS.map(asConfusion),
];

/** A slip with the confusion that found it. */
export interface FoundSlip {
  readonly confusion: Confusion;
  readonly slip: Slip;
}

/** What is longer is left alone: the patterns take more than linear time, seconds for the longest sentences. */
const LONGEST_READ = 2000;

let triggers: WordTrie<Confusion[]> | undefined;

function triggerTrie(): WordTrie<Confusion[]> {
  const trie = new WordTrie<Confusion[]>();
  for (const confusion of CONFUSIONS) {
    for (const phrase of confusion.triggers) {
      const list = trie.add(phrase, []);
      if (!list.includes(confusion)) list.push(confusion);
    }
  }
  return trie;
}

/** All slips of a sentence, in order, one per place: the first confusion of the list wins. */
export function slipsIn(wording: Wording): readonly FoundSlip[] {
  if (wording.text.length > LONGEST_READ) return [];
  triggers ??= triggerTrie();
  const called = new Set<Confusion>();
  for (const { value } of triggers.find(wording.text)) for (const confusion of value) called.add(confusion);
  if (called.size === 0) return [];
  const found: FoundSlip[] = [];
  for (const confusion of CONFUSIONS) {
    if (!called.has(confusion)) continue;
    for (const slip of confusion.find(wording)) {
      if (found.some(other => other.slip.span.start < slip.span.end && slip.span.start < other.slip.span.end)) continue;
      found.push({ confusion, slip });
    }
  }
  return found.sort((a, b) => a.slip.span.start - b.slip.span.start);
}
