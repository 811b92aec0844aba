// Owns: whether a document reports what happened or explains how things work and what to do.
// Must not know: single claims, scores, documents beyond their segments' facts.
import type { Facts } from '../facts.ts';

/** `documentation`: manuals, how-tos, walks through code. `reporting`: news, reports of incidents, anything short. */
export type Register = 'reporting' | 'documentation';

/** What counts for either, in one segment. */
interface Tally {
  readonly explains: number;
  readonly reports: number;
  readonly sentences: number;
}

/** What an instruction weighs beside a name of code, a sentence in the past, a quote or a named source. */
const INSTRUCTION = 3;
/** How much more must explain than report. */
const MARGIN = 4;
/** Reports that a sentence of a report has on the average: few documents of news have less than half of one, manuals seldom a quarter. */
const DENSITY = 0.3;
/** Fewer sentences tell nothing of that. */
const ENOUGH = 12;

const TALLIES = new WeakMap<Facts, Tally>();

/** The register of a document: a few instructions weigh as much as many events. Cheap where few segments are new. */
export function registerOf(segments: Iterable<{ readonly facts: Facts }>): Register {
  let explains = 0;
  let reports = 0;
  let sentences = 0;
  for (const { facts } of segments) {
    let tally = TALLIES.get(facts);
    if (!tally) {
      tally = tallyOf(facts);
      TALLIES.set(facts, tally);
    }
    explains += tally.explains;
    reports += tally.reports;
    sentences += tally.sentences;
  }
  const isSparse = explains > 0 && sentences >= ENOUGH && reports < sentences * DENSITY;
  return explains > reports + MARGIN || isSparse ? 'documentation' : 'reporting';
}

function tallyOf({ tree, claims, quotes, attributions }: Facts): Tally {
  let explains = 0;
  let reports = 0;
  let sentences = 0;
  for (const { not, reasons } of claims) {
    if (not === 'heading' || not === 'fragment' || not === 'other-language') continue;
    sentences++;
    if (not === 'instruction') explains += INSTRUCTION;
    if (reasons.includes('past-event')) reports++;
  }
  for (const inline of tree.inlines) if (inline.kind === 'code') explains++;
  for (const quote of quotes) if (quote.kind === 'speech' || quote.kind === 'block') reports++;
  for (const { kind } of attributions) if (kind !== 'passive') reports++;
  return { explains, reports, sentences };
}
