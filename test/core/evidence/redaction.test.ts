// Protected names: the forms that give a person away, and words that do not.
import assert from 'node:assert';
import { createRedactor, namesakesIn } from '../../../server/src/core/evidence/redaction.ts';

const CASES: readonly (readonly [names: readonly string[], text: string, redacted: string, others?: readonly string[]])[] = [
  [
    ['Petra Lindqvist (protocol desk officer)'],
    'Petra Lindqvist notes it. The protocol desk officer left.',
    '████ notes it. The protocol desk officer left.',
  ],
  [
    ['Petra Lindqvist'],
    'Lindqvist left, and P. Lindqvist’s desk, PETRA LINDQVIST and Lindqvists too.',
    '████ left, and ████’s desk, ████ and ████ too.',
  ],
  [['Petra Lindqvist'], 'P.L. will not be quoted; PL is a language.', '████. will not be quoted; PL is a language.'],
  [
    ['Petra Lindqvist'],
    'petra.lindqvist@example.org and example.org/lindqvist and petra-lindqvist.jpg',
    '████@example.org and example.org/████ and ████.jpg',
  ],
  [['Petra Lindqvist'], 'Petra said so.', '████ said so.'],
  [['Petra Lindqvist'], 'Petra said so.', 'Petra said so.', ['Petra Holm']],
  [
    ['Daria Kovel (night supervisor, depot 4)'],
    "He said, 'Daria, go home.' Depot 4 is quiet.",
    "He said, '████, go home.' Depot 4 is quiet.",
  ],
  [['Kim J. (desk officer)'], 'Kim spoke. J. Kim, Kim J. and the desk officer.', '████ spoke. ████, ████. and the desk officer.'],
  [['Aldport Water'], 'At Aldport Water, in Aldport, water ran. aldport-water.example', 'At ████, in Aldport, water ran. ████.example'],
  [['Anna-Maria Weiß'], 'Anna Maria Weiss and Anna-Maria Weiß and Weiß.', '████ and ████ and ████.'],
  [['12 Harbour Street, Sandvik'], 'She lives at 12, Harbour Street – Sandvik. Sandvik is nice.', 'She lives at ████. Sandvik is nice.'],
  [['+49 170 1234567'], 'Call +49 (170) 123-4567 or 0170 999.', 'Call +████ or 0170 999.'],
  [['@nightowl'], 'Handle @nightowl, not nightowls.', 'Handle @████, not nightowls.'],
  [['Joan Baker'], 'The baker sold bread; Baker denied it.', 'The baker sold bread; ████ denied it.'],
  [['Will Young'], 'We will be young.', 'We will be young.'],
  [[], 'Nothing.', 'Nothing.'],
  [['(only a description)'], 'only a description', 'only a description'],
];

describe('protected names', () => {
  for (const [names, text, redacted, others] of CASES)
    it(`${names.join('; ')}: ${text}`, () => assert.equal(createRedactor(names, others).redact(text), redacted));

  it('says which name was found, and where', () => {
    const text = 'We met Lindqvist.';
    const [found] = createRedactor(['Petra Lindqvist (desk)']).find(text);
    assert.equal(found?.name, 'Petra Lindqvist');
    assert.equal(text.slice(found?.span.start, found?.span.end), 'Lindqvist');
  });

  it('finds others with the same first name', () => {
    const names = ['Daria Kovel (night supervisor)', 'Petra Lindqvist'];
    const texts = ['Daria Kovel met Daria Holm’s sister.', 'Petra Lindqvist, Petra said. XPetra Moss. Petra Lindqvist’s desk.'];
    assert.deepEqual(namesakesIn(names, texts), ['Daria Holm']);
    const { redact } = createRedactor(names, namesakesIn(names, texts));
    assert.equal(redact('Daria and Petra and Kovel'), 'Daria and ████ and ████');
  });

  it('gets through hostile text', () => {
    const redactor = createRedactor(['Petra Lindqvist', '+49 170 1234567', 'Aldport Water']);
    for (const piece of ['Petra ', 'P. ', 'Petra-', '1 ', 'Lindqvist', ' ', "'s", '\u0301']) {
      redactor.redact(piece.repeat(150_000));
    }
  });
});
