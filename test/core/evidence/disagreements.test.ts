// Notes that contradict each other: said so, both named; the cited one counts.
import assert from 'node:assert';
import { judge } from './judge.ts';

const A = 'The office took 12 routers to its laboratory in Sandvik on Monday.\n';
const B = 'The office took 21 routers to its laboratory in Sandvik on Monday.\n';
const NOTES = { 'notes/first.md': A, 'notes/second.md': B };

describe('notes that disagree', () => {
  it('the cited one says otherwise: a contradiction that names the other', async () => {
    const [claim] = await judge('The office took 12 routers to its laboratory in Sandvik on Monday [@second].\n', NOTES);
    assert.equal(claim?.support.verdict, 'contradicted');
    const [difference] = claim?.support.differences ?? [];
    assert.equal(difference?.passage.source.key, 'second');
    assert.equal(difference?.agreeing?.source.key, 'first');
  });

  it('the cited one has it: supported, and the other is told', async () => {
    const [claim] = await judge('The office took 12 routers to its laboratory in Sandvik on Monday [@first].\n', NOTES);
    assert.equal(claim?.support.verdict, 'supported');
    assert.deepEqual(claim?.support.differences, []);
    const [conflict] = claim?.support.conflicts ?? [];
    assert.equal(conflict?.passage.source.key, 'second');
    assert.equal(conflict?.agreeing?.source.key, 'first');
  });

  it('both have it: nothing is told', async () => {
    const notes = { 'notes/first.md': A, 'notes/second.md': A.replace('The office', 'Our office') };
    const [claim] = await judge('The office took 12 routers to its laboratory in Sandvik on Monday [@first].\n', notes);
    assert.equal(claim?.support.verdict, 'supported');
    assert.equal(claim?.support.conflicts, undefined);
  });

  it('neither has it: both contradict', async () => {
    const [claim] = await judge('The office took 33 routers to its laboratory in Sandvik on Monday [@first].\n', NOTES);
    assert.equal(claim?.support.verdict, 'contradicted');
    assert.equal(claim?.support.differences[0]?.agreeing, undefined);
  });
});
