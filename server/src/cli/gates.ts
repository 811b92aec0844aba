// Owns: gates of a check: what must hold of the claims of drafts for a sign-off, and what is missing.
// Must not know: how verdicts come about, how reports look.
import { isSettled, type LedgerClaim, type Standing } from '../core/annotations/ledger.ts';
import type { SidecarProblem } from '../core/annotations/types.ts';
import type { CheckedDocument, Workspace } from '../core/engine/types.ts';
import { gatherLedger } from '../core/ide/ledger/gather.ts';
import { count, supportWords, verdictWords } from '../core/ide/ledger/words.ts';
import { LineIndex, type Range } from '../core/text/line-index.ts';
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
  readonly standing: Standing;
  /** What the notes have of it, in words. */
  readonly noted: Phrase;
  /** What the last person said of it, in words. */
  readonly verdict?: Phrase;
  readonly assignee?: string;
}

/** What a gate cannot rely on: a place in a sidecar, a draft that was not checked. */
export interface GateProblem {
  readonly path: string;
  readonly range: Range;
  readonly message: Phrase;
}

export interface GateResult {
  readonly gate: 'require-verified' | 'max-unsupported';
  readonly passed: boolean;
  /** How many claims may be missing. */
  readonly limit: number;
  /** How many drafts were checked against notes. */
  readonly drafts: number;
  readonly missing: readonly MissingClaim[];
  readonly problems: readonly GateProblem[];
}

/** Faults of a sidecar after which nobody can tell what a person has said. */
const UNTRUSTED: ReadonlySet<SidecarProblem['kind']> = new Set(['unfinished-merge', 'conflicting', 'bad-line', 'unreadable']);
const START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The results of the gates that are set, over drafts of one or more workspaces. */
export class Gatekeeper {
  readonly #gates: Gates;
  readonly #unverified: MissingClaim[] = [];
  readonly #unsupported: MissingClaim[] = [];
  readonly #problems: GateProblem[] = [];
  #drafts = 0;

  constructor(gates: Gates) {
    this.#gates = gates;
  }

  get #isOn(): boolean {
    return this.#gates.requireVerified || this.#gates.maxUnsupported !== undefined;
  }

  /** Looks at one checked file; only the claims of drafts count. */
  look(workspace: Workspace, checked: CheckedDocument, pathOf: (uri: string) => string): void {
    const ledger = this.#isOn ? gatherLedger(workspace, checked, { includeAbove: true }) : undefined;
    if (!ledger) return;
    if (checked.story?.dormant === false) this.#drafts++;
    this.#lookAtSidecar(workspace, checked.uri, pathOf);
    for (const claim of ledger.claims) {
      // What only says again what other claims say is signed off with them.
      if (claim.repeats || isSignedOff(claim)) continue;
      const entry = missing(claim, pathOf(checked.uri));
      this.#unverified.push(entry);
      if (claim.support === 'unsupported' && !isApproved(claim)) this.#unsupported.push(entry);
    }
  }

  #lookAtSidecar(workspace: Workspace, uri: string, pathOf: (uri: string) => string): void {
    const { sidecar, problems } = workspace.annotationsOf(uri);
    const lines = new LineIndex(workspace.textOf(sidecar) ?? '');
    for (const { kind, span, message } of problems) {
      if (UNTRUSTED.has(kind)) this.#problems.push({ path: pathOf(sidecar), range: lines.range(span), message });
    }
  }

  /** A draft that was to be checked and could not be. */
  unchecked(path: string): void {
    if (this.#isOn) this.#problems.push({ path, range: START, message: phrase`This draft was not checked.` });
  }

  /** What came of it. `mustCheck`: somebody named a folder, so there must have been a draft. */
  results(mustCheck: boolean): readonly GateResult[] {
    const { requireVerified, maxUnsupported } = this.#gates;
    const isSure = this.#problems.length === 0 && (this.#drafts > 0 || !mustCheck);
    const result = (gate: GateResult['gate'], limit: number, found: readonly MissingClaim[]): GateResult => ({
      gate,
      passed: isSure && found.length <= limit,
      limit,
      drafts: this.#drafts,
      missing: found,
      problems: this.#problems,
    });
    return [
      ...(requireVerified ? [result('require-verified', 0, this.#unverified)] : []),
      ...(maxUnsupported === undefined ? [] : [result('max-unsupported', maxUnsupported, this.#unsupported)]),
    ];
  }
}

/** Whether a person let it pass. */
function isApproved({ signOff }: LedgerClaim): boolean {
  return isSettled(signOff);
}

/** Whether it is settled, as the ledger has it: what the notes contradict stays disputed, whoever let it pass. */
function isSignedOff(claim: LedgerClaim): boolean {
  return isApproved(claim) && claim.standing !== 'against';
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
    standing: claim.standing,
    noted: supportWords(claim),
    ...(last ? { verdict: verdictWords(last) } : {}),
    ...(claim.assignee ? { assignee: claim.assignee } : {}),
  };
}

/** A result as data, which reads the same in every language. */
export interface GateData extends Omit<GateResult, 'missing' | 'problems'> {
  readonly missing: readonly (Omit<MissingClaim, 'verdict' | 'noted'> & { readonly verdict?: string })[];
  readonly problems: readonly (Omit<GateProblem, 'message'> & { readonly message: string })[];
}

/** Results as data: in a report, for scripts. */
export function gatesData(results: readonly GateResult[]): readonly GateData[] {
  return results.map(({ missing: found, problems, ...result }) => ({
    ...result,
    missing: found.map(({ verdict, noted: _, ...claim }) => ({ ...claim, ...(verdict ? { verdict: ENGLISH.of(verdict) } : {}) })),
    problems: problems.map(problem => ({ ...problem, message: ENGLISH.of(problem.message) })),
  }));
}

/** The gates that are shut, with each claim that is missing: place, words, who has it; and what cannot be relied on. */
export function gatesText(results: readonly GateResult[], language: Language): string {
  const lines = results.flatMap(result => {
    const heads = headsOf(result);
    if (heads.length === 0) return [];
    const name = result.gate === 'require-verified' ? '--require-verified' : `--max-unsupported ${result.limit}`;
    return [
      `${name}: ${heads.map(head => language.of(head)).join('; ')}`,
      ...(result.missing.length > result.limit ? result.missing.map(one => lineOf(one, language)) : []),
      ...result.problems.map(({ path, range, message }) => `  ${placeOf(path, range)} ${language.of(message)}`),
      '',
    ];
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}`;
}

/** What is to be said of a gate in a line: why it is shut, and that nothing was there to be checked. */
function headsOf({ gate, limit, drafts, missing: found, problems }: GateResult): readonly Phrase[] {
  const counted = count(found.length, 'claim');
  const claims = gate === 'require-verified' ? phrase`${counted} not verified` : phrase`${counted} not found in the notes`;
  return [
    ...(drafts === 0 ? [phrase`no draft was checked against notes, so nothing is signed off`] : []),
    ...(found.length > limit ? [claims] : []),
    ...(problems.length > 0 ? [phrase`faults to settle first`] : []),
  ];
}

function lineOf({ path, range, text, noted, verdict, assignee }: MissingClaim, language: Language): string {
  const short = text.length > 100 ? `${text.slice(0, 99).trimEnd()}…` : text;
  const who = assignee ? phrase`assigned to ${assignee}` : phrase`assigned to nobody`;
  const facts = [noted, ...(verdict ? [verdict] : []), who].map(one => language.of(one));
  return `  ${placeOf(path, range)} ${short} (${facts.join('; ')})`;
}

function placeOf(path: string, { start }: Range): string {
  return `${path}:${start.line + 1}:${start.character + 1}`;
}
