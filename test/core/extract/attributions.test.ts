// Who is named as the source of what, as data.
import assert from 'node:assert';
import { introducedBlocks } from '../../../server/src/core/extract/attributions/carry.ts';
import { carryAttributions, resolveSpeaker, voicesOf } from '../../../server/src/core/extract/attributions.ts';
import { neutralForm, reportingVerb } from '../../../server/src/core/lexicon/reporting-verbs.ts';
import { slice } from '../../../server/src/core/text/span.ts';
import { placedQuoteFacts } from '../../support/quote-facts.ts';

/** Each attribution as `kind lemma: source`, with its grades. */
function shown(text: string): string[] {
  return placedQuoteFacts(text, 'markdown').flatMap(({ facts }) =>
    facts.attributions.map(({ kind, lemma, source, graded }) => {
      const grades = graded && graded.length > 0 ? ` (${graded.join(', ')})` : '';
      return `${kind} ${lemma}: ${source ? slice(facts.tree.prose, source) : '-'}${grades}`;
    }),
  );
}

const CASES: readonly (readonly [name: string, text: string, attributions: readonly string[]])[] = [
  ['subject and verb', 'Hanna Brodie said that the server was off.', ['person say: Hanna Brodie']],
  ['according to', 'The units run firmware 3.1, according to the company.', ['organisation according to: the company']],
  ['according to a pronoun', 'The units run firmware 3.1, according to her.', ['pronoun according to: her']],
  [
    'a name and its body',
    'The gates shut at nine, Inspector Tomas Reyl of the cyber unit said.',
    ['person say: Inspector Tomas Reyl of the cyber unit'],
  ],
  ['the head of a night shift', 'The file was gone, the head of the night shift said.', ['role say: the head of the night shift']],
  ['a title that is a verb, too', '“You knew,” Judge Honor Penhale told Owen Tressider.', ['person tell: Judge Honor Penhale']],
  ['what somebody wants', 'Orre urged companies not to pay.', ['person urge: Orre']],
  ['what somebody asks for', 'Marta Quayle asked for three years or more.', ['person ask: Marta Quayle']],
  ['a demand is a deed', 'Hollow Tithe asked for 640,000 dollars.', []],
  ['an offer asked of nobody', 'The attackers asked for a ransom in March.', []],
  ['told a paper', 'Two people told the Post that the line would close.', ['group tell: Two people (count)']],
  ['a person at a body', 'A person at the bank said the line would close.', ['group say: A person at the bank (affiliation)']],
  ['a crowd that thinks', 'Legal observers think the case is thin.', ['group think: Legal observers']],
  ['a crowd that speaks of', 'Sources in the industry speak of a dozen victims.', ['group speak: Sources in the industry']],
  ['a forecast', 'Reuter expects all systems to be back by 5 December.', ['person expect: Reuter']],
  ['an intent is no forecast', 'Reuter expects to return by 5 December.', []],
  ['post-posed', 'The first results will come in November, Jonas Feld said.', ['person say: Jonas Feld']],
  ['inverted, with an apposition', '“Base64 is not encryption,” writes Amina Yusuf, a professor of law.', ['person write: Amina Yusuf']],
  [
    'an apposition before the verb',
    'Hanna Brodie, who heads security at Fennmark, said in a call that it was off.',
    ['person say: Hanna Brodie'],
  ],
  [
    'a role with its name',
    'The inquiry is open, its deputy director, Luis Ferrant, told reporters.',
    ['person tell: its deputy director, Luis Ferrant'],
  ],
  ['a document', 'The bank has not paid, its statement says.', ['document say: its statement']],
  ['the maker of a work', 'Measurements by Ostnet Labs show 41 percent of all users.', ['organisation show: Ostnet Labs']],
  ['a work with its subject', 'An analysis of the logs by Keldan Labs found 12 implants.', ['organisation find: Keldan Labs']],
  ['a work compiled by a body', 'Figures compiled by the agency show 300 attacks in 2024.', ['organisation show: the agency']],
  ['a work and its owner', "The ministry's own figures show 300 attacks.", ['role show: The ministry']],
  ['a count', 'A count by the Post came to 300 phones.', ['organisation show: the Post']],
  ['a work of nobody', 'The logs show 300 visits, and a survey of the members found 40 phones.', []],
  ['what came from somewhere', 'Data from 300 hospitals came to the server on 3 May.', []],
  ['a view', "It is a weapon, in Raman's view.", ['person according to: Raman']],
  ['a count of somebody', "By the port's own reckoning, 40 cranes stood still.", ['role according to: the port']],
  ['figures of somebody', 'On the figures of the Harbour Board, 40 cranes stood still.', ['organisation according to: the Harbour Board']],
  ['a count by hand', 'Feld had locked the gate by hand.', []],
  ['going by', 'Going by the log, 40 cranes stood still.', ['document according to: the log']],
  ['a document behind what it holds', 'Forty cranes stood still, the harbour log shows.', ['document show: the harbour log']],
  ['as a document holds', 'Forty cranes stood still, as the indictment notes.', ['document note: the indictment']],
  ['what is done with a document', 'The clerk took the log, the notes and the records.', []],
  [
    'a survey by a body in a year',
    'A survey of ports by the Harbour Board in 2023 found 40 open ones.',
    ['organisation find: the Harbour Board'],
  ],
  ['a colon', 'Raman: "I would not plug it in at home."', ['person :: Raman']],
  ['a tail', '> "The loader is small and in no hurry." — Ines Halloran', ['person —: Ines Halloran']],
  ['quoted as saying', 'Raman was quoted as saying the port is open.', ['person say: Raman']],
  ['a crowd', 'Analysts say the port is open.', ['group say: Analysts']],
  [
    'a crowd with more',
    'Two officials at the Ministry of Transport said the port is open.',
    ['group say: Two officials at the Ministry of Transport (count, affiliation)'],
  ],
  [
    'a reason',
    'An engineer who worked on it said the port is open, asking not to be named because she fears for her job.',
    ['group say: An engineer (reason, description)'],
  ],
  ['the unnamed passive', 'It is understood that the port is open.', ['passive understand: -']],
  ['the passive with its source', 'It is believed by Raman that the port is open.', ['person believe: Raman']],
  ['is believed to', 'The group is believed to have moved.', ['passive believe: -']],
  [
    'nested',
    'The Harbour Post, citing two officials, reported that the port is open.',
    ['group cite: two officials (count)', 'organisation report: The Harbour Post'],
  ],
  ['nothing is said by nobody', 'Nobody said a word. She did not say that. He declined to say more.', []],
  ['nouns are no verbs', 'The claims of the bank, its report and the notes were read. The states estimate tables.', []],
  ['responsibility is claimed, not said', 'The group claimed responsibility for the attack.', []],
];

describe('extractAttributions', () => {
  for (const [name, text, attributions] of CASES) {
    it(name, () => assert.deepEqual(shown(text).sort(), [...attributions].sort()));
  }

  /** The speaker of each quote, by its resolved name. */
  const speakers = (text: string): (string | undefined)[] => {
    const segments = placedQuoteFacts(text, 'markdown');
    const voices = voicesOf(segments);
    return segments.flatMap(segment => segment.facts.quotes.map(quote => voices.of(segment, quote)?.speaker?.text));
  };
  const SPEAKERS: readonly (readonly [string, string, readonly (string | undefined)[]])[] = [
    ['before and after', 'Varga answered, "Only if you invite them." "Not today," Jonas Feld said.', ['Varga', 'Jonas Feld']],
    ['split', '"Only if you invite them in," Varga answered. "Let your engineers take them apart."', ['Varga', 'Varga']],
    ['a pronoun', 'Hanna Brodie said it was off. "We saw it on Tuesday," she added.', ['Hanna Brodie']],
    ['several paragraphs', '“Our members drive at four.\n\n“They are owed an answer,” Lena Strand said.', ['Lena Strand', 'Lena Strand']],
    [
      'a colon into the next block',
      'Aoife Tran, the director of Fair Account, put it this way:\n\n"Nobody needs to close an account."',
      ['Aoife Tran'],
    ],
    ['nobody', 'The boxes went to Sandvik.\n\n"A gift is a device like any other device."', [undefined]],
    ['not over a paragraph', 'Feld said it was off.\n\n"A gift is a device like any other device."', [undefined]],
    ['inside of a quote', '“My boss said to me, ‘Go home and say nothing,’ and left,” Robin says.', ['Robin', 'My boss']],
  ];
  for (const [name, text, expected] of SPEAKERS) it(`speaker: ${name}`, () => assert.deepEqual(speakers(text), expected));

  it('reaches over sentences on the same subject, and ends at a new source', () => {
    const text = 'The report says that the exchange lasted a minute. It adds no names. They laughed. Feld said it was off.';
    const [placed] = placedQuoteFacts(text, 'markdown');
    const scopes = placed?.facts.attributions.map(({ scope }) => slice(text, scope).trim());
    assert.deepEqual(scopes, [
      'The report says that the exchange lasted a minute.',
      'It adds no names. They laughed.',
      'Feld said it was off.',
    ]);
  });

  it('reaches over the list that its sentence introduces', () => {
    const text = 'Tran gave this advice, she said:\n\n- Look at the account.\n- Keep the letter.\n';
    const segments = placedQuoteFacts(text, 'markdown');
    const [placed] = segments;
    const scope = placed?.facts.attributions[0]?.scope;
    assert.ok(scope && (segments.length > 1 || slice(text, scope).includes('Keep the letter')));
  });

  it('carries the source of a colon over the list behind it, to its end', () => {
    const text = 'Fennmark said on Friday:\n\n- The gang took it.\n- Ada Berg said it was old.\n- It closed.\n\nIt was late.\n';
    const segments = placedQuoteFacts(text, 'markdown');
    const reached = introducedBlocks(segments).map(({ segment, block }) => {
      const tree = segments[segment]?.facts.tree;
      return tree && slice(tree.prose, tree.blocks[block]?.span ?? { start: 0, end: 0 });
    });
    assert.deepEqual(reached, ['The gang took it.']);
  });

  for (const text of [
    'The Post, citing two officials, reported that the line would close.',
    'The Post reported, citing two officials, that the line would close.',
    'Citing two officials, the Post reported that the line would close.',
  ]) {
    it(`relays: ${text}`, () => {
      const [placed] = placedQuoteFacts(text, 'markdown');
      assert.ok(placed);
      const { attributions, tree } = placed.facts;
      const at = attributions.findIndex(one => one.lemma === 'report');
      const officials = attributions.find(one => one.lemma === 'cite');
      assert.equal(officials?.via, at);
      assert.equal(officials?.kind, 'group');
      assert.equal(attributions[at]?.kind, 'organisation');
      for (const { scope } of attributions) assert.equal(slice(tree.prose, scope), text);
    });
  }

  it('carries nothing to a quote that has its own speaker', () =>
    assert.deepEqual(carryAttributions(placedQuoteFacts('Feld put it this way:\n\n"It was off," Raman said.', 'markdown')), []));

  it('resolves an unknown pronoun to nobody', () => {
    const [placed] = placedQuoteFacts('"It was off," she said.', 'markdown');
    const attribution = placed?.facts.attributions[0];
    assert.ok(placed && attribution);
    assert.equal(resolveSpeaker(placed.facts, attribution)?.named, false);
  });
});

describe('reporting verbs', () => {
  it('knows every form', () => {
    for (const [form, lemma] of [
      ['said', 'say'],
      ['admits', 'admit'],
      ['admitted', 'admit'],
      ['denies', 'deny'],
      ['writing', 'write'],
      ['written', 'write'],
    ] as const)
      assert.equal(reportingVerb(form)?.verb.lemma, lemma);
  });
  it('neutralises loaded ones in their tense', () =>
    assert.deepEqual(['admitted', 'admits', 'claiming', 'refuted', 'said'].map(neutralForm), [
      'said',
      'says',
      'saying',
      'disputed',
      undefined,
    ]));
});
