// Owns: the bars of claims by verdict: what the notes say, then what people said.
// Must not know: other charts.
import { type Ledger, type LedgerClaim, type Standing, SUPPORTS } from '../../../annotations/ledger.ts';
import { VERDICTS } from '../../../annotations/types.ts';
import type { Language } from '../../../text/phrases.ts';
import { PERSONS_VERDICT_WORDS } from '../../verdicts.ts';
import { escaped } from '../escape.ts';
import { count, STANDING_WORDS, SUPPORT_WORDS } from '../words.ts';
import { at, type Chart } from './chart.ts';

const WIDTH = 486;
const LABEL = 304;
const ROW = 26;

interface Bar {
  readonly label: string;
  readonly standing: Standing;
  readonly count: number;
}

export function verdictChart({ claims, summary }: Ledger, language: Language): Chart {
  const notes: readonly Bar[] = SUPPORTS.map(support => ({
    label: language.of(SUPPORT_WORDS[support]),
    standing: OF_SUPPORT[support],
    count: summary.bySupport[support],
  }));
  const people: readonly Bar[] = VERDICTS.map(verdict => ({
    label: language.say`${PERSONS_VERDICT_WORDS[verdict]} (by a person)`,
    standing: OF_VERDICT[verdict],
    count: claims.filter(claim => claim.signOff?.verdict === verdict).length,
  }));
  const bars = [...notes, ...people].filter(bar => bar.count > 0);
  const most = Math.max(1, ...bars.map(bar => bar.count));
  const pieces = bars.map((bar, index) => {
    const y = 4 + index * ROW;
    const width = ((WIDTH - LABEL - 34) * bar.count) / most;
    return `<text class="sign" x="10" y="${y + 16}">${STANDING_WORDS[bar.standing].sign}</text><text x="28" y="${y + 16}">${escaped(bar.label)}</text><rect class="mark ${bar.standing}" x="${LABEL}" y="${y + 3}" width="${at(Math.max(2, width))}" height="${ROW - 8}"/><text x="${at(LABEL + width + 8)}" y="${y + 16}">${bar.count}</text>`;
  });
  return {
    id: 'verdicts',
    title: language.say`Claims by verdict`,
    description: bars.length === 0 ? language.say`There are no claims.` : bars.map(bar => `${bar.label}: ${bar.count}`).join('; '),
    caption: language.say`${count(summary.claims, 'claim')}; ${summary.signedOff} signed off by a person.`,
    width: WIDTH,
    height: 8 + Math.max(1, bars.length) * ROW,
    picture: pieces.join('\n'),
    columns: [language.say`Verdict`, language.say`Claims`],
    rows: bars.map(bar => [bar.label, String(bar.count)]),
  };
}

const OF_SUPPORT: Readonly<Record<LedgerClaim['support'], Standing>> = {
  supported: 'backed',
  partial: 'in-part',
  attributed: 'in-part',
  uncited: 'in-part',
  unchecked: 'open',
  miscited: 'open',
  unsupported: 'open',
  contradicted: 'against',
  'not-a-claim': 'aside',
};

const OF_VERDICT: Readonly<Record<(typeof VERDICTS)[number], Standing>> = {
  verified: 'backed',
  disputed: 'against',
  'needs-source': 'open',
  opinion: 'aside',
  'not-checkable': 'aside',
};
