// Owns: tests of what counts as a claim, its type and its score.
// Must not know: rules, evidence.
import assert from 'node:assert/strict';
import { registerOf } from '../../../server/src/core/extract/claims/register.ts';
import { packModel, unpackModel } from '../../../server/src/core/extract/claims/sparse.ts';
import { CLAIM_THRESHOLDS, isClaim } from '../../../server/src/core/extract/claims.ts';
import { extractFacts } from '../../../server/src/core/extract/extract.ts';
import type { Claim } from '../../../server/src/core/extract/facts.ts';
import { NO_KNOWLEDGE } from '../../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../../server/src/core/syntax/parse.ts';

function claimsOf(text: string): readonly (Claim & { readonly text: string })[] {
  const facts = extractFacts(parseSegment(text, 'markdown'), 'draft', NO_KNOWLEDGE);
  return facts.claims.map(claim => ({ ...claim, text: facts.tree.prose.slice(claim.span.start, claim.span.end) }));
}

const CLAIMS: readonly string[] = [
  'The bank (which was founded in 1840) lost 40 servers to the gang.',
  'The intruders stole 2.3 million records from Fennmark in March 2024.',
  'Kestria has given network equipment to nine other governments since 2020.',
  'In the past five years 14 transport firms have been fined for leaks of this kind.',
  'At least 300 customers have already lost money.',
  'Fair Account took 640 calls from Fennmark customers between Tuesday noon and Wednesday morning.',
  'In 2012, GitHub was hacked using mass assignment.',
  'On Tuesday, 17 May 2022, the vendor Veloria released an update of its list.',
  'The attackers that hit the bank stole two million records.',
  'The attackers scanned the network of Fennmark for open ports and used PowerShell.',
  'Today 92% of the servers of Fennmark are managed centrally.',
  'The use of these documents was attributed by Google to the North Korean group APT37.',
  'Release 3.8.1 was out on 3 May 2024, four days before the flaw was known.',
  'Tolan, 34, wiped the servers of the dairy out of revenge for his dismissal.',
  'The contractor, Medrix, lost a third of its customers in the weeks after that.',
  'In every mailbox they set a rule that forwards all that contains the word parcel (T1114.003).',
  'Half of all registries still run mail servers that their makers no longer support.',
  'Two thirds of all negotiators give up within three years.',
  'Firms that patch on Fridays suffer twice as many outages.',
  'The real number of cases is three times as high.',
  'It is the fourth attack on a port on this coast since 2024.',
  'Tokens have lived for an hour at most since 1 July.',
  'The committee on home affairs votes on Friday, 20 November.',
  'Cold Boot is by far the most popular security podcast in Europe.',
  'Cases have tripled in a year.',
  'The largest breach hit the portal of the Fennmark schools on 7 November.',
  'HOST: It was a silver drive of 2 terabytes from the office of Fennmark.',
  'Hospitals now account for a fifth of all ransomware cases in Tarvia.',
  'Kelderwick is the fourth city in the country since last summer to find its cameras open.',
  'Not a single camera sold today lets its owner change the password.',
  'Demand grew by 40 percent in 2024.',
  'The board of Veloria Transit had heard from its own auditors before the summer that the rosters were not protected by a password.',
];

const NOT: readonly (readonly [text: string, why: NonNullable<Claim['not']>])[] = [
  ['Ann Orr contributed the appendix on locks of 2019.', 'signpost'],
  ['The rules were changed as follows in 2019 at Lumenet.', 'signpost'],
  ['Can a present be a security problem?', 'question'],
  ['It is hard to think of a more awkward thing to unwrap in public.', 'opinion'],
  ['Nothing else here is worth a lost weekend.', 'opinion'],
  ['HOST: Use prepared statements in every query.', 'instruction'],
  ['Use prepared statements in every query.', 'instruction'],
  ['Employees must change their password every 90 days.', 'instruction'],
  ['You should rotate the keys every 90 days.', 'instruction'],
  ['To disable the service, stop its unit.', 'instruction'],
  ['Organisations should patch within 14 days.', 'instruction'],
  ['- Never give a code to anyone on the phone.', 'instruction'],
  ['A backdoor is a hidden way into a system.', 'definition'],
  ['Phishing refers to messages that trick people into giving away secrets.', 'definition'],
  ['For example, an attacker sends 20 mails.', 'example'],
  ['The numbers tell the date: 21.04, for example, was released in April 2021.', 'example'],
  ['A sound card was taken as an example because Lumenet sold 40 of them.', 'example'],
  ['Now on 25 June, someone finds a bug in 3.7 and files it.', 'example'],
  ['Lumenet 10, Lumenet 11, Lumenet Server 2019 (currently only exploits found under Lumenet 10 and 2019)', 'fragment'],
  ['This section describes the techniques of the group.', 'signpost'],
  ['The following table lists the indicators.', 'signpost'],
  ['Table 1 sums up the techniques.', 'signpost'],
  ['## What happened to the boxes', 'heading'],
  ['A router passes traffic from one network to another.', 'common-knowledge'],
  ['We assess that the group will very likely return within six months.', 'prediction'],
  ['The group may try its lures on smaller offices first.', 'prediction'],
  ['The purpose of the campaign is likely to be the collection of mail.', 'prediction'],
  ['Perhaps little.', 'fragment'],
  ['- Any features that are on by default or that reach more than 10 percent of users.', 'fragment'],
  ['- Which servers were hit by the incident in March 2024.', 'fragment'],
  ['Developed by “Lumenet Labs” and volunteers in 2019.', 'fragment'],
  ['- 50057 - User account was disabled', 'fragment'],
  ['- SPF = Pass: the record determined that 12 senders were allowed.', 'fragment'],
  ['1. Lumenet Root // GLOBAL ROOT - 2016 // 1139A49E8484AAF2 was removed.', 'fragment'],
  ['# CVE-2020-1234: Browser crash in fonts handled by libfont', 'heading'],
  ['This article describes how Lumenet investigated a recent incident in 2023.', 'signpost'],
  ['This sample query searches 12 mailboxes for a subject that was seen in 2023.', 'signpost'],
  ['It’s possible that the attackers used 12 servers.', 'prediction'],
  ['Bindump is a verification tool from Lumenet that checks programs that were built badly.', 'definition'],
  ['Added more on limits and pointers to the documents of Kurt Orr, which were posted in April 2002.', 'fragment'],
  ['Manually included the patches of Lumenet, since 12 of them were missing.', 'fragment'],
  ['Deprecated - was used for 440 models of Lumenet.', 'fragment'],
  ['So the counters of the server are 20+16+48=84.', 'fragment'],
  [':Type: vcpu ioctl :Returns: 0 where the 12 entries were found.', 'fragment'],
  ['@tset contains the tasks and was guaranteed to have 40 of them.', 'fragment'],
  ['TcpFailCount: Fast open attempts failed because 12 servers did not accept them.', 'fragment'],
  ['This work was supported by the Lumenet Foundation in 2019; thanks to Ann Orr.', 'signpost'],
  ['Both ideas were contributed by Kurt Orr of Lumenet.', 'signpost'],
  ['This section was reviewed in May 2023.', 'signpost'],
  ['Estimates use the terms of ICD 203, where unlikely stands for 20-45 %.', 'signpost'],
  ['A typical cluster has 3,000 nodes, and 40 % of them are idle.', 'example'],
  ['For a company with 10,000 users the move costs $400 a day.', 'example'],
  ['d) Attempt to hibernate with the 12 drivers of Lumenet.', 'instruction'],
  ['FIXME: Update the 12 lines that were written with Lumenet in mind.', 'instruction'],
  ['Typical optimizations reduce the number of cycles of Lumenet by 0.1% or less.', 'example'],
  ['Now on 25 June, someone using the old or the new Lumenet discovers a bug in 3.7 and files it.', 'example'],
  ['The developers shall keep the tests of Lumenet such that no less than 95% of it is covered.', 'instruction'],
  ['The first edition of this FAQ was made by Ann Orr in 2001.', 'signpost'],
  ['Originally called Policy of Lumenet, this manual was initially written in 1996 by Ann Orr.', 'signpost'],
  ['Lines 09-12 show the first 4 recorded points of Lumenet.', 'signpost'],
  ['The measurements in this article were made in June 2017 with Lumenet 3.19.', 'signpost'],
  ['Bruce Orr was very controversial in his methods.', 'opinion'],
  ['The exploitation was straightforward because of the control over the stack of Lumenet.', 'opinion'],
  ['Die Angreifer haben die Daten von der Bank und ist nicht mit den Servern verbunden.', 'other-language'],
  ['Les pirates ont volé les données de la banque et ils sont dans le système.', 'other-language'],
  ['攻撃者は銀行のサーバーから二百万件の記録を盗んだと発表した。', 'other-language'],
];

const TYPES: readonly (readonly [text: string, type: Claim['type']])[] = [
  ['The thieves took 38 GB of mail.', 'statistic'],
  ['"We let our customers down, and we are very sorry," Martin Oyelaran said.', 'quotation'],
  ['The outage was caused by a bad update.', 'causal'],
  ['The new version is faster than the old one.', 'comparison'],
  ['The bank closed the branch on Friday.', 'event'],
  ['The implant can read mail on the server.', 'capability'],
];

/** Statements of what a product does or a list holds: no `not`, but below the threshold. */
const WEAK: readonly string[] = [
  'Lumenet Directory has a gallery that contains a collection of apps that have been tested with Lumenet Directory.',
  'The open model assumes breach and checks each request as though it originated from outside.',
  '- 100% of employees are actively using the second factor',
  'Most websites use standardized TOTP tokens, so that users install any app.',
  'By default, the directory in Veloria Server has basic auditing enabled.',
  'The attacker freed the object of Lumenet to get a dangling pointer.',
  'The Lumenet server sent a packet, so the counters of the client were increased.',
  'Lumenet has invested heavily in better protection.',
  'To reduce this risk, Lumenet has implemented a comprehensive program for all tenants.',
  'The scheduler gives 80% of the time slice to interactive tasks by default.',
  'A quorum of three quarters (75%) of the votes is required for a change of the charter.',
  'The speed decrease is about 15-35%, depending on the options that are used.',
  '80% of the design can be summed up in a single sentence.',
  'The protocol provides privacy between two or more applications.',
  'On one model it supports guests with 4/16/64 Kbyte pages.',
  'The partitions have now been joined to one large 12 GB volume.',
  'The driver copied `user_len` of Lumenet before it checked the rest.',
];

/** What a manual says of versions, cases and settings: below the threshold in documentation, too. */
const OF_VERSIONS: readonly string[] = [
  'Prior to Lumenet 3.20.0 (2017-08-01) all functions were always considered to be unsafe.',
  'The functions are built into Lumenet by default, as of Lumenet version 3.38.0 (2022-02-22).',
  'To save space, any input that has more than 2000 levels of nesting is considered invalid.',
  'The logs of Lumenet, since 1.3.22, are owned by the user root with permissions 640.',
  'The carray function was first added to Lumenet in version 3.14 (2016-08-08).',
  'Any number in a test of Lumenet that ends in d or h will be multiplied by 86400 or 3600.',
  'The number of keys of Lumenet on a page is almost always at least 2 and is usually much more than 2.',
  'Option 1 of Lumenet runs both its outer loop and its middle loop often, with 12 million iterations.',
  'The build directories for Lumenet 2003 (version 7.1) and 2005 (version 8.0) were moved.',
  'Lumenet used to give a string based on rounding to 17 decimal digits.',
  'Lumenet uses a counter in the header (in bytes 24 through 27) which is incremented during every change.',
  'Previously, only the first 15 were used when matching rules, which is a third of them.',
  'The line says which processor of Lumenet saw it and how many ticks have passed since the start of it (in this case 2603).',
  'The demime condition of Lumenet, deprecated for the past 10 years, has now been removed.',
  'But if Lumenet had been kept apart from 2019 on, it would have been harder to change.',
];

/** No claims at all of those kinds that they look like. */
const MAY_BE: readonly string[] = [
  'The breach was limited to the Oslo office.',
  'The password was hard-coded in the firmware.',
  'The attackers need to know the name of the file that they want.',
  'The insurer obliges its clients to hire somebody like Holm.',
  'A gang once gave her a discount for Christmas.',
  'Access requires a key.',
];

describe('registers', () => {
  const registerOfText = (text: string) => registerOf([{ facts: extractFacts(parseSegment(text, 'markdown'), 'draft', NO_KNOWLEDGE) }]);
  const news =
    'The gang hit the bank on Friday. Fennmark closed 39 branches. “We were told late,” said Ada Berg. Police arrested two men.\n\n';
  const advice = 'Use prepared statements in every query. You should rotate the keys. Set `strict` to `true`. Never log a password.\n\n';
  const CASES = [
    ['news', news, 'reporting'],
    ['a manual', advice + advice, 'documentation'],
    ['news with advice at its end', news.repeat(4) + advice, 'reporting'],
    ['a manual with an incident', advice.repeat(3) + news, 'documentation'],
    ['one instruction alone', 'Change your password now.', 'reporting'],
    ['nothing', '', 'reporting'],
  ] as const;
  for (const [name, text, expected] of CASES) it(name, () => assert.equal(registerOfText(text), expected));
});

describe('claims', () => {
  for (const text of WEAK) {
    it(`below the threshold: ${text}`, () => {
      const [claim] = claimsOf(text);
      assert.ok(claim && !isClaim(claim, 'standard'), `${claim?.score}`);
    });
  }
  for (const text of OF_VERSIONS) {
    it(`below the threshold of manuals: ${text}`, () => {
      const [claim] = claimsOf(text);
      assert.ok(claim && !isClaim(claim, 'standard', 'documentation'), `${claim?.score}`);
    });
  }
  for (const text of MAY_BE) it(`may be a claim: ${text}`, () => assert.equal(claimsOf(text)[0]?.not, undefined));
  it('does not cut off a clause that leans on the one before', () => {
    const found = claimsOf('Spraying works where one password in 1,000 is bad, and one password in 1,000 always is.');
    assert.equal(found.length, 1);
  });
  it('asks less of a figure in a report than in a manual', () => {
    const [claim] = claimsOf('Two thirds of all negotiators give up within three years.');
    assert.ok(claim);
    assert.ok(isClaim(claim, 'standard', 'reporting'));
    assert.ok(!isClaim(claim, 'standard', 'documentation'));
  });
  it('what became of the text itself is no claim', () => {
    const [, about] = claimsOf('This book was first written by Ann Orr with funds from Lumenet. It was updated by Kurt Orr in 2019.');
    assert.equal(about?.not, 'signpost');
    const [, other] = claimsOf('The bank was first robbed by Ann Orr in 2018. It was updated by Kurt Orr in 2019.');
    assert.notEqual(other?.not, 'signpost');
  });
  it('thanks and the history of the text are no claims, by their heading', () => {
    const text =
      '# Credits and thanks!\n\nGaby Orr sent 40 fixes to Lumenet in 2019.\n\n## Translations\n\nKurt Orr wrote 12 of them.\n\n# Losses\n\nThe bank lost 40 servers in 2019.\n';
    assert.deepEqual(
      claimsOf(text).map(claim => claim.not),
      ['heading', 'signpost', 'fragment', 'signpost', 'fragment', undefined],
    );
  });
  it('an example goes on in the next clause', () => {
    const found = claimsOf('For example, if 47 stands for a price in Arden, and inflation runs at 2% a year, then it rises by 0.3 cents.');
    assert.deepEqual(
      found.map(claim => claim.not),
      found.map(() => 'example'),
    );
  });
  it('does not take the second verb of a clause for the first', () => {
    for (const text of ['Lidia Moreau, who works alone, found it in 2023.', 'The men who broke into the office stole 40 phones.']) {
      assert.equal(claimsOf(text)[0]?.not, undefined, text);
    }
  });
  for (const text of CLAIMS) {
    it(`claim: ${text}`, () => {
      const [claim] = claimsOf(text);
      assert.ok(claim);
      assert.ok(isClaim(claim, 'standard'), `${claim.score} ${claim.not ?? ''}`);
    });
  }
  for (const [text, why] of NOT) {
    it(`${why}: ${text}`, () => {
      assert.equal(claimsOf(text)[0]?.not, why);
    });
  }
  for (const [text, type] of TYPES) {
    it(`${type}: ${text}`, () => {
      assert.equal(claimsOf(text)[0]?.type, type);
    });
  }
  it('marks what a person called opinion', () => {
    const text = 'The bank lost 300 customers in 2024. <!-- backdraft-opinion -->\n';
    assert.equal(claimsOf(text)[0]?.not, 'opinion');
    assert.equal(claimsOf(text.replace('opinion', 'x'))[0]?.not, undefined);
  });
  it('cuts where the parts carry different numbers', () => {
    const parts = claimsOf('The bank lost 300 customers in 2024, and the insurer paid $12 million to the police.').map(claim => claim.text);
    assert.equal(parts.length, 2, parts.join(' | '));
  });
  it('does not cut what has one number', () => {
    assert.equal(claimsOf('The bank lost 300 customers in 2024, and the insurer left the city for good.').length, 1);
  });
  it('tells denied from stated', () => {
    assert.equal(claimsOf('The bank has not paid the 40 bitcoin.')[0]?.polarity, 'negated');
    assert.equal(claimsOf('The bank has paid the 40 bitcoin.')[0]?.polarity, 'affirmed');
  });
  it('hears hedges', () => {
    const sure = claimsOf('The group stole the files of the bank in 2024.')[0]?.certainty ?? 0;
    const unsure =
      claimsOf('It is possible that the group may perhaps have stolen the files of the bank in 2024, reports suggest.')[0]?.certainty ?? 0;
    assert.ok(sure > unsure + 0.5, `${sure} ${unsure}`);
  });
  it('says what made the score', () => {
    assert.deepEqual(claimsOf('The intruders stole 2.3 million records in March 2024.')[0]?.reasons.slice(0, 2), ['number', 'date']);
  });
  it('flags less the more relaxed it is', () => {
    assert.ok(CLAIM_THRESHOLDS.strict < CLAIM_THRESHOLDS.standard && CLAIM_THRESHOLDS.standard < CLAIM_THRESHOLDS.relaxed);
  });
  const IN_PASSING: readonly string[] = [
    'In our tests we set 25% of the records of Lumenet aside.',
    'The loss stays small even when 50% of the servers of Lumenet are down.',
    'For a level of noise of 50% the drop is small at Lumenet.',
    'It takes half of the size of the document at Lumenet.',
  ];
  for (const text of IN_PASSING) {
    it(`the writers’ own work, or a case: ${text}`, () => {
      assert.ok(!isClaim(claimsOf(text)[0] as Claim, 'standard'), JSON.stringify(claimsOf(text)));
    });
  }

  it('what can be looked up is hard', () => {
    const hard = (text: string): boolean | undefined => claimsOf(text)[0]?.hard;
    assert.equal(hard('Lumenet closed its office in Arden in May 2024.'), true);
    assert.equal(hard('CVE-2024-1111 was exploited before that.'), true);
    assert.equal(hard('The gang stole 2.3 million records.'), true);
    assert.equal(hard('The attackers scanned the network of Fennmark for open ports.'), false);
  });

  it('in a manual only what can be looked up counts, unless strictness asks for all', () => {
    const [soft, hard] = ['Lumenet hired the team of Fennmark.', 'Lumenet hired 340 people of Fennmark in May 2024.'].map(
      text => claimsOf(text)[0] as Claim,
    );
    assert.ok(soft && hard);
    assert.ok(isClaim(soft, 'standard'));
    assert.ok(!isClaim(soft, 'standard', 'documentation'));
    assert.ok(isClaim(soft, 'strict', 'documentation'));
    assert.ok(isClaim(hard, 'standard', 'documentation'));
  });

  it('has a claim for every sentence of every block', () => {
    const facts = extractFacts(
      parseSegment('# Head\n\nOne thing. Two things.\n\n- item\n\n| a | b |\n|---|---|\n| c | d |\n', 'markdown'),
      'draft',
      NO_KNOWLEDGE,
    );
    assert.deepEqual(
      facts.tree.sentences.map((_, index) => facts.claims.some(claim => claim.sentence === index)),
      facts.tree.sentences.map(() => true),
    );
  });
  it('packs and unpacks a model', () => {
    const model = unpackModel(
      packModel({
        intercept: -1.5,
        dense: [0.25, -2],
        grams: [
          [1, 1],
          [300, -1],
          [4_000_000_000, 0.5],
        ],
      }),
    );
    assert.equal(model.intercept, -1.5);
    assert.deepEqual([...model.dense], [0.25, -2]);
    assert.equal(model.slots.filter(slot => slot !== 0).length, 3);
    assert.ok(Math.abs((model.weights[[...model.slots].indexOf(300)] ?? 0) + 1) < 0.01);
  });
  it('gets through hostile input', () => {
    const inputs = [
      `The bank ${'lost 3 files and '.repeat(10_000)}left.`,
      'word '.repeat(10_000),
      'THE BANK LOST ALL OF IT AND '.repeat(2000),
      '~}| l1 0O .: ;; |_ '.repeat(5000),
      'a;'.repeat(20_000),
      '"'.repeat(20_000),
    ];
    for (const text of inputs) {
      claimsOf(text);
    }
  });
});
