// Owns: how well verdicts of support hold on labelled data: WiCE (evaluation only).
// Must not know: how the model was trained.
import { keyed } from '../../server/src/core/evidence/alignment.ts';
import { absentFigures, Figures } from '../../server/src/core/evidence/figures.ts';
import { createEvidenceIndex } from '../../server/src/core/evidence/index.ts';
import { bearsOn } from '../../server/src/core/evidence/support.ts';
import { UNBACKED, unbacked, weigh } from '../../server/src/core/evidence/support-model.ts';
import { auc, f1 } from '../../tools/lib/measures.ts';
import { readWice, type SupportExample } from '../../tools/lib/support-data.ts';

interface Figure {
  readonly figure: string;
  readonly value: number;
  readonly bar: number;
  readonly aim?: number;
  readonly source: string;
}

function weighExample(example: SupportExample) {
  const index = createEvidenceIndex();
  index.replace(example.source.uri, [example.source]);
  const passages = index.search(example.claim, { limit: 12 }).map(match => match.passage);
  return weigh(keyed(example.claim), passages, example.source.title, example.context);
}

/** Figures of DESIGN section 8 on support; an empty list where the data is not there. */
export async function measure(dataDir: string): Promise<Figure[]> {
  const dev = readWice(dataDir, 'claim-dev');
  const tokens = readWice(dataDir, 'unsupported-tokens-dev');
  if (dev === undefined) return [];
  const source = 'WiCE claim-dev, 349 claims with the cited page';
  const scored = dev.map(example => {
    const weighed = weighExample(example);
    return { label: example.label, score: weighed.score, bears: bearsOn(weighed) };
  });
  const of = (label: SupportExample['label']): number[] => scored.filter(one => one.label === label).map(one => one.score);
  const [full, part, none] = [of('supported'), of('partially_supported'), of('not_supported')];
  const warned = (label: SupportExample['label']): number => {
    const all = scored.filter(one => one.label === label);
    return all.filter(one => !one.bears).length / all.length;
  };
  const figures: Figure[] = [
    { figure: 'support: AUC supported against rest', value: auc(full, [...part, ...none]), bar: 0.8, aim: 0.83, source },
    { figure: 'support: AUC supported against not supported', value: auc(full, none), bar: 0.91, aim: 0.93, source },
    {
      figure: 'support: AUC supported and partly supported against not supported (another reading)',
      value: auc([...full, ...part], none),
      bar: 0,
      source,
    },
    { figure: 'support: supported claims warned about (at most)', value: warned('supported'), bar: 0.05, aim: 0.03, source },
    { figure: 'support: not-supported claims caught', value: warned('not_supported'), bar: 0.5, aim: 0.65, source },
    ...numberFigures(dev, source),
  ];
  if (tokens !== undefined) {
    const said: boolean[][] = [];
    const truth: boolean[][] = [];
    for (const example of tokens) {
      const words = keyed(example.claim).words;
      said.push(unbacked(weighExample(example)).map(p => p >= UNBACKED));
      truth.push(words.map(word => (example.unsupported ?? []).some(span => span.start < word.end && word.start < span.end)));
    }
    figures.push({ figure: 'support: unsupported words, F1', value: f1(said, truth), bar: 0.66, source: 'WiCE unsupported-tokens dev' });
  }
  return figures;
}

/** "Number not in notes": claims with a figure that the cited page holds in no form are not fully supported. */
function numberFigures(dev: readonly SupportExample[], source: string): Figure[] {
  let right = 0;
  let said = 0;
  for (const example of dev) {
    if (absentFigures(keyed(example.claim), new Figures(example.source.passages)).length === 0) continue;
    said++;
    if (example.label !== 'supported') right++;
  }
  const wanted = dev.filter(example => example.label !== 'supported').length;
  return [
    { figure: 'number not in notes: precision', value: said === 0 ? 0 : right / said, bar: 0.92, aim: 0.95, source },
    { figure: 'number not in notes: recall', value: right / wanted, bar: 0.3, aim: 0.35, source },
  ];
}
