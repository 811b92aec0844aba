// TLP marks, Admiralty grades and estimates: what is one, what it says, where it stands.
import assert from 'node:assert';
import { extractEstimates } from '../../../server/src/core/extract/estimates.ts';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import { extractGrades } from '../../../server/src/core/extract/grades.ts';
import { extractMarks } from '../../../server/src/core/extract/marks.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

const facts = extractFacts(parseSegment('', 'plain'), 'draft', NO_KNOWLEDGE);
const inputOf = (text: string) => ({ tree: parseSegment(text, 'markdown'), role: 'draft' as const, knowledge: NO_KNOWLEDGE, facts });

describe('TLP marks', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['**TLP:GREEN**', ['GREEN GREEN banner']],
    ['TLP: AMBER+STRICT', ['AMBER+STRICT AMBER+STRICT banner']],
    ['Pass it on as TLP:WHITE.', ['WHITE CLEAR inline']],
    ['It is marked TLP:ORANGE.', ['ORANGE - inline']],
    ['## (TLP:AMBER) For members', ['AMBER AMBER portion']],
    ['(TLP:RED) Only you may read this.', ['RED RED portion']],
    ['It is tlp:green.', ['GREEN GREEN inline']],
    ['TLP marks and TLP 2.0, TLP: the protocol.', []],
  ];
  for (const [text, expected] of cases) {
    it(text, () =>
      assert.deepEqual(
        extractMarks(inputOf(text)).map(mark => `${mark.word} ${mark.level ?? '-'} ${mark.position}`),
        expected,
      ),
    );
  }
});

describe('Admiralty grades', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['We grade that report C3.', ['C3']],
    ['The source is B2 on the Admiralty scale.', ['B2']],
    ['Print it on A4 paper, in room B2.', []],
  ];
  for (const [text, expected] of cases)
    it(text, () =>
      assert.deepEqual(
        extractGrades(inputOf(text)).map(grade => grade.grade),
        expected,
      ),
    );
});

describe('estimates', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['We assess with high confidence that they will very likely return.', ['high confidence!', 'very likely!']],
    ['It is very likely (60 %) that it grows.', ['very likely! 60-60']],
    ['Our confidence in this judgement is moderate.', ['moderate confidence!']],
    ['Rain is likely in the north.', ['likely']],
    ['The most likely cause is rust.', []],
    ['There is a realistic possibility of more.', ['realistic possibility!']],
    ['Most of it fell between May and July.', []],
    ['*likely* stands for 55–80 %', ['likely! 55-80']],
    ['It may rise.', ['may']],
  ];
  for (const [text, expected] of cases) {
    it(text, () =>
      assert.deepEqual(
        extractEstimates(inputOf(text)).map(
          one => `${one.term}${one.assessed ? '!' : ''}${one.percent ? ` ${one.percent.low}-${one.percent.high}` : ''}`,
        ),
        expected,
      ),
    );
  }
});
