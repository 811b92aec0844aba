// Owns: the unit behind a figure: money, shares, time, bytes.
// Must not know: bounds, what is counted.
import { ATTACHED_ONLY, UNITS, type Unit } from '../../lexicon/quantities.ts';
import { DASH, type Token } from '../../text/tokens.ts';
import type { NumberFact } from '../facts.ts';
import type { Figure } from './figures.ts';

/** A unit and the token behind it. */
export interface UnitRead {
  readonly unit?: Unit;
  readonly kind: NumberFact['kind'];
  readonly next: number;
}

/** The unit at token `next`, behind a figure. `sign` is the currency that stood before it, where one did. */
export function unitAt(tokens: readonly Token[], next: number, figure: Figure, sign: string | undefined): UnitRead {
  const token = tokens[next];
  if (sign !== undefined) {
    const named = token && UNITS.get(token.lower)?.kind === 'money' ? next + 1 : next;
    return { unit: { kind: 'money', unit: sign, factor: 1 }, kind: 'money', next: named };
  }
  if (!token) return { kind: figure.form === 'share' ? 'share' : 'count', next };
  if (token.text === '%') {
    if (/^(?:points?|pts?)$/.test(tokens[next + 1]?.lower ?? '')) return { kind: 'percentage-points', next: next + 2 };
    return { kind: 'percent', next: next + 1 };
  }
  if (token.lower === 'per' && tokens[next + 1]?.lower === 'cent') return { kind: 'percent', next: next + 2 };
  if (token.lower === 'percentage' && /^points?$/.test(tokens[next + 1]?.lower ?? '')) return { kind: 'percentage-points', next: next + 2 };
  if (token.lower === 'pp' && figure.form === 'digits') return { kind: 'percentage-points', next: next + 1 };
  let word = next;
  if (DASH.test(token.text) && !token.spaced && tokens[next + 1]?.spaced === false) word = next + 1;
  if (figure.form === 'share') {
    if (token.lower === 'of' && /^an?$/.test(tokens[next + 1]?.lower ?? '')) word = next + 2;
    else if (/^an?$/.test(token.lower)) word = next + 1;
    const part = UNITS.get(tokens[word]?.lower ?? '');
    if (word > next && part && part.kind !== 'percent') return { unit: part, kind: part.kind, next: word + 1 };
    return { kind: 'share', next };
  }
  const unitToken = tokens[word] as Token;
  if (unitToken.lower === 's' && !unitToken.spaced && figure.form === 'digits')
    return { unit: { kind: 'duration', unit: 's', factor: 1 }, kind: 'duration', next: word + 1 };
  const unit = UNITS.get(unitToken.lower);
  if (!unit || (ATTACHED_ONLY.has(unitToken.lower) && figure.form !== 'digits')) return { kind: 'count', next };
  if (unitToken.lower === 'us' && unitToken.spaced) return { kind: 'count', next };
  if (unitToken.lower === 'won' && unitToken.spaced && !figure.scaled && figure.value < 1000) return { kind: 'count', next };
  if (unit.unit === '%' && /^points?$/.test(tokens[word + 1]?.lower ?? '')) return { kind: 'percentage-points', next: word + 2 };
  if (unit.kind === 'percent') return { kind: 'percent', next: word + 1 };
  return { unit, kind: unit.kind, next: unit.unit === 'bit/s' ? pastPerSecond(tokens, word + 1) : word + 1 };
}

/** Behind "Gbit" and "gigabits": "/s", "per second", "a second". */
function pastPerSecond(tokens: readonly Token[], next: number): number {
  const [joint, second] = [tokens[next], tokens[next + 1]?.lower ?? ''];
  const isRate = joint?.text === '/' || joint?.lower === 'per' || joint?.lower === 'a';
  return isRate && /^(?:s|sec|second)$/.test(second) ? next + 2 : next;
}
