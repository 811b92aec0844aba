// Owns: gates of a check: what must hold of the claims of drafts for a sign-off, and what is missing.
// Must not know: how verdicts come about, how reports look.
import type { LedgerClaim } from '../core/annotations/ledger.ts';
import type { CheckedDocument, Workspace } from '../core/engine/types.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { count, SUPPORT_WORDS, verdictWords } from '../core/ide/ledger/words.ts';
import type { Range } from '../core/text/line-index.ts';
import { ENGLISH, type Language, type Phrase, phrase } from '../core/text/phrases.ts';

export interface Gates {
  /** Each claim must carry a verdict `verified` or `opinion` of a person, for the words that it has now. */
  readonly requireVerified: boolean;
  /** So many claims may be found nowhere in the notes; absent: any number. */
  readonly maxUnsupported?: number;
}

/** A claim that keeps a gate shut. Redacted. */
export interface MissingClaim {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly range: Range;
  readonly text: string;
  readonly support: string;
  /** What the last person said of it, in words. */
  readonly verdict?: Phrase;
  readonly assignee?: string;
}

export interface GateResult {
  readonly gate: 'require-verified' | 'max-unsupported';
  readonly passed: boolean;
  /** How many claims may be missing. */
  readonly limit: number;
  readonly missing: readonly MissingClaim[];
}

/** The results of the gates that are set, over drafts of one or more workspaces. */
export class Gatekeeper {
  readonly #gates: Gates;
  readonly #unverified: MissingClaim[] = [];
  readonly #unsupported: MissingClaim[] = [];

  constructor(gates: Gates) {
    this.#gates = gates;
  }

  /** Looks at one checked file; only the claims of drafts count. */
  look(workspace: Workspace, checked: CheckedDocument, path: string): void {
    if (!this.#gates.requireVerified && this.#gates.maxUnsupported === undefined) return;
    for (const claim of gatherLedger(workspace, checked, { includeAbove: true })?.claims ?? []) {
      // What only says again what other claims say is signed off with them.
      if (claim.repeats || isSignedOff(claim)) continue;
      const entry = missing(claim, path);
      this.#unverified.push(entry);
      if (claim.support === 'unsupported') this.#unsupported.push(entry);
    }
  }

  results(): readonly GateResult[] {
    const { requireVerified, maxUnsupported } = this.#gates;
    return [
      ...(requireVerified ? [resultOf('require-verified', 0, this.#unverified)] : []),
      ...(maxUnsupported === undefined ? [] : [resultOf('max-unsupported', maxUnsupported, this.#unsupported)]),
    ];
  }
}

function isSignedOff({ signOff }: LedgerClaim): boolean {
  return signOff?.verdict === 'verified' || signOff?.verdict === 'opinion';
}

function missing(claim: LedgerClaim, path: string): MissingClaim {
  const last = claim.signOff ?? claim.verdicts.at(-1);
  const { start, end, range } = claim.place;
  return {
    path,
    start,
    end,
    range,
    text: claim.text,
    support: claim.support,
    ...(last ? { verdict: verdictWords(last) } : {}),
    ...(claim.assignee ? { assignee: claim.assignee } : {}),
  };
}

function resultOf(gate: GateResult['gate'], limit: number, found: readonly MissingClaim[]): GateResult {
  return { gate, passed: found.length <= limit, limit, missing: found };
}

/** A result as data, which reads the same in every language. */
export interface GateData extends Omit<GateResult, 'missing'> {
  readonly missing: readonly (Omit<MissingClaim, 'verdict'> & { readonly verdict?: string })[];
}

/** Results as data: in a report, for scripts. */
export function gatesData(results: readonly GateResult[]): readonly GateData[] {
  return results.map(result => ({
    ...result,
    missing: result.missing.map(({ verdict, ...claim }) => ({ ...claim, ...(verdict ? { verdict: ENGLISH.of(verdict) } : {}) })),
  }));
}

/** The gates that are shut, with each claim that is missing: place, words, who has it. */
export function gatesText(results: readonly GateResult[], language: Language): string {
  const lines = results
    .filter(({ passed }) => !passed)
    .flatMap(({ gate, limit, missing: found }) => [
      gate === 'require-verified'
        ? `--require-verified: ${language.say`${count(found.length, 'claim')} not verified`}`
        : `--max-unsupported ${limit}: ${language.say`${count(found.length, 'claim')} not found in the notes`}`,
      ...found.map(one => lineOf(one, language)),
      '',
    ]);
  return lines.length === 0 ? '' : `${lines.join('\n')}`;
}

function lineOf({ path, range, text, support, verdict, assignee }: MissingClaim, language: Language): string {
  const { line, character } = range.start;
  const short = text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text;
  const known = Object.entries(SUPPORT_WORDS).find(([name]) => name === support)?.[1] ?? support;
  const who = assignee ? phrase`assigned to ${assignee}` : phrase`assigned to nobody`;
  const facts = [known, ...(verdict ? [verdict] : []), who].map(one => language.of(one));
  return `  ${path}:${line + 1}:${character + 1} ${short} (${facts.join('; ')})`;
}
