// Measures anchors: passages of real prose are marked, the text is edited as people edit, and every character is traced for the
// truth. Plain search and old positions stand beside. BACKDRAFT_ANCHORS sets how many; prose is split by the parity of a hash of
// the file's name: rules and the bar of sureness were chosen on the even half, and the figures are of the odd one. The trees come from
// other texts, see tools/train-anchors.ts.
import { randomOf } from '../support/human-edits.ts';
import { type Outcome, ours, plainSearch, positionOnly, proseOf, runFile, SURVIVES } from './anchoring.ts';

const SEED = Number(process.env.BACKDRAFT_SEED ?? 20261128);
const PER_FILE = 20;
const MOST_EDITS = 200;

export async function measure(dataDir: string): Promise<readonly { figure: string; value: number; bar: number; source: string }[]> {
  const prose = proseOf(dataDir, 1);
  if (prose.length === 0) return [];
  const wanted = Number(process.env.BACKDRAFT_ANCHORS ?? 100_000);
  const random = randomOf(SEED);
  const placers = [ours, plainSearch, positionOnly];
  const counts = placers.map(() => new Counts());
  for (let file = 0; (counts[0] as Counts).all < wanted; file++) {
    const edits = 1 + Math.floor(random() * MOST_EDITS);
    const { text, phrases } = prose[file % prose.length] as (typeof prose)[number];
    const outcomes = runFile(text, phrases, random, {
      anchors: PER_FILE,
      edits,
      placers,
    });
    outcomes.forEach((list, i) => {
      for (const outcome of list) (counts[i] as Counts).add(outcome);
    });
  }
  for (const [i, name] of ['ours', 'plain search', 'position alone'].entries()) {
    console.log(`anchors, ${name}: ${(counts[i] as Counts).summary()}`);
  }
  const { all, wrong, survivors, lost, twins, twinsLost, guessed } = counts[0] as Counts;
  const source = `${all} anchors on prose (odd half), 1 to ${MOST_EDITS} edits a file, seed ${SEED}`;
  return [
    { figure: 'anchors on a wrong passage (at most)', value: wrong / all, bar: 0.001, source },
    { figure: 'anchors orphaned although 60 % survive (at most)', value: lost / survivors, bar: 0.02, source },
    { figure: 'copies that cannot be told apart: orphaned', value: twinsLost / twins, bar: 1, source },
    { figure: 'copies that cannot be told apart: not taken for another', value: 1 - guessed / twins, bar: 1, source },
  ];
}

class Counts {
  all = 0;
  right = 0;
  wrong = 0;
  /** Most of the passage survives, and no copy of it stands elsewhere. */
  survivors = 0;
  lost = 0;
  twins = 0;
  twinsLost = 0;
  /** Placed where the same stands with the same around it; those that stand elsewhere are wrong, and counted there. */
  guessed = 0;
  copies = 0;

  add({ survived, rival, twin, guessed, verdict }: Outcome): void {
    this.all++;
    if (verdict === 'right') this.right++;
    if (verdict === 'wrong') this.wrong++;
    if (verdict === 'copy') this.copies++;
    if (twin) this.twins++;
    if (twin && verdict === 'orphaned') this.twinsLost++;
    if (guessed) this.guessed++;
    if (rival || survived < SURVIVES) return;
    this.survivors++;
    if (verdict === 'orphaned') this.lost++;
  }

  summary(): string {
    const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
    return [
      `${this.all} anchors, right ${share(this.right, this.all)}, wrong ${share(this.wrong, this.all)}`,
      `orphaned of ${this.survivors} survivors ${share(this.lost, this.survivors)}`,
      `of ${this.twins} twins orphaned ${share(this.twinsLost, this.twins)}, one of them taken ${this.guessed}; on the copy of a lost passage ${this.copies}`,
    ].join('; ');
  }
}
