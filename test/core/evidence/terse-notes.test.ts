// Terse notes beside full sentences: lines that leave out verbs and subjects, as reporters write them down.
import assert from 'node:assert';
import { judge } from './judge.ts';

/** [draft, note, kinds of the differences with a piece of the draft's words after a colon, or empty]. */
const PAIRS: Readonly<Record<string, readonly (readonly [string, string, string])[]>> = {
  parts: [
    ['All 36 flights planned for Monday were cancelled.', '- flights planned on Mon: 36. 31 cancelled, 5 flown', 'number:36'],
    ['Of the 36 flights planned for Monday, 31 were cancelled.', '- flights planned on Mon: 36. 31 cancelled, 5 flown', ''],
    ['All 36 flights planned for Monday were cancelled.', '- flights planned on Mon: 36, every one cancelled', ''],
    ['Most of the 36 flights planned for Monday were cancelled.', '- flights planned on Mon: 36. 31 cancelled, 5 flown', ''],
    ['The whole crew of 14 signed the letter.', 'Crew: 14. Signed the letter: 9.', 'number'],
    ['The whole crew of 14 signed the letter.', 'Crew: 14. All signed the letter.', ''],
    [
      'Police hold nine people, seven drivers and two of the planners.',
      'Held by police: 9, all of them drivers. No planner so far.',
      'number',
    ],
    ['Police hold nine people, all of them drivers.', 'Held by police: 9, all of them drivers. No planner so far.', ''],
    ['Police hold nine people, seven drivers and two planners.', 'Held by police: 9. Seven drivers, two planners.', ''],
  ],
  shares: [
    [
      'One household in four has had such a letter, a poll of 1,508 people by Redmere University found in spring.',
      '1,508 adults asked in spring 2025. 34 % have had a letter of this kind. 2 % paid.',
      'number:in four',
    ],
    [
      'One household in three has had such a letter, a poll of 1,508 people by Redmere University found in spring.',
      '1,508 adults asked in spring 2025. 34 % have had a letter of this kind. 2 % paid.',
      '',
    ],
    ['Only two in a hundred paid.', '1,508 adults asked in spring 2025. 34 % have had a letter of this kind. 2 % paid.', ''],
    ['Two in five voted against the dam.', 'Dam vote: 41 % against, 59 % for.', ''],
  ],
  'none at all': [
    ['Two of the divers were hurt.', 'Boat lost. No divers hurt.', 'number|polarity'],
    ['None of the divers was hurt.', 'Boat lost. No divers hurt.', ''],
    ['The search of the depot turned up three weapons.', 'Depot searched: no weapons.', 'number|polarity'],
    ['The search of the depot turned up no weapons.', 'Depot searched: no weapons.', ''],
  ],
  quantifiers: [
    ['All drivers had a licence, and it was valid.', 'licence: 9 of the 11 drivers had one, all valid. 2 had none', ''],
    ['All drivers had a valid licence.', 'valid licence: 9 of the 11 drivers had one. 2 had none', 'number:All drivers'],
    ['All drivers had a valid licence.', 'valid licence: 11 of the 11 drivers had one', ''],
    ['Not all drivers had a valid licence.', 'valid licence: 9 of the 11 drivers had one. 2 had none', ''],
    ['Almost all drivers had a valid licence.', 'valid licence: 9 of the 11 drivers had one. 2 had none', ''],
    ['Every ward has a red binder.', 'each ward has a red binder, one of them two', ''],
    ['Both ferries lost their radio.', 'Only one of the ferries lost its radio.', 'number:Both ferries'],
    ['Both ferries lost their radio.', 'Ferries: both lost the radio.', ''],
  ],
  ages: [
    [
      'Vik, then 32, worked nights for a bakery and swept the floors.',
      'Night shift at a bakery. She was 23. Swept floors, too.',
      'number:32',
    ],
    ['Vik, then 23, worked nights for a bakery and swept the floors.', 'Night shift at a bakery. She was 23. Swept floors, too.', ''],
  ],
  begins: [
    ['The change comes in May.', 'Lantern: no trust in old keys. From March.', 'date:May'],
    ['The change comes in March.', 'Lantern: no trust in old keys. From March.', ''],
    ['Two days later, on a Tuesday, a mail asked for four coins.', 'mail with a demand of 4 coins: Sun 16 March 2025', 'date:on a Tuesday'],
    ['Two days later, on a Sunday, a mail asked for four coins.', 'mail with a demand of 4 coins: Sun 16 March 2025', ''],
    ['The page went back up on Sunday at 13:45.', '13:45 page up again', ''],
  ],
  sides: [
    ['The chamber has come out in favour of the bill.', 'Rejects the bill.', 'polarity'],
    ['The chamber has come out against the bill.', 'Rejects the bill.', ''],
    [
      'Two warnings came in before the flood, and the mayor answered both.',
      'Two warnings before the flood. Neither was answered.',
      'polarity',
    ],
    ['The union has never gone to court over a single case.', '62,000 members. Took one case to court in 2024, lost it.', 'polarity'],
    ['The drivers stood in the yard, and nobody could tell them where to go.', 'Yard full, no one could tell the drivers where to go.', ''],
    ['He keeps a list of the words that the callers use.', 'List of words. No caller caught yet. No caller yet.', ''],
  ],
  points: [
    [
      'The rule costs the town 27 percent of the reports.',
      'Reports to the town: 58 % without the rule, 31 % with the rule.',
      'number:27 percent',
    ],
    ['The rule costs the town 27 percentage points.', 'Reports to the town: 58 % without the rule, 31 % with the rule.', ''],
  ],
  answers: [
    ['The ministry had agreed.', 'She asked the ministry for keys. The ministry said no, too dear.', 'polarity:agreed'],
    ['Two days would do, they wrote; Holm accepted.', 'Support offers two days. Holm turns it down.', 'polarity:accepted'],
    ['Holm accepts, provided that the client agrees.', 'Holm accepts every client. Refuses none.', ''],
    ['Toys are covered by the bill.', 'art. 2: Toys are exempt from the bill', 'polarity:covered'],
    ['Toys are covered by the bill.', 'art. 2: Toys are covered. Boats are exempt', ''],
    ['The insurer obliges its clients to hire a guard.', 'A guard is recommended to clients, not required.', 'polarity:obliges'],
    ['The tool keeps a copy of each mail.', 'Sends mails at night. Deletes its copies after that.', 'polarity:keeps'],
    ['The old gate is open.', 'old gate shut', 'polarity'],
    ['Nurses who had been trained did better than the others.', 'Training of nurses made no difference.', 'polarity:better'],
    ['The analysts have linked the loader to the gang.', 'The loader: analysts see no link between the two.', 'polarity:linked'],
    ['It sleeps on public holidays.', 'Does nothing on public holidays.', ''],
  ],
  wholes: [
    ['Three of the six gates opened at dawn.', 'Gates 3 and 4, two of our six gates, open at dawn.', 'number:Three'],
    ['Two of the six gates opened at dawn.', 'Gates 3 and 4, two of our six gates, open at dawn.', ''],
    ['Attacks on firms rose from 412 to 388.', '| attacks on firms | 412 | 388 |', 'number:rose from 412 to 388'],
    ['Attacks on firms fell from 412 to 388.', '| attacks on firms | 412 | 388 |', ''],
    ['The key opened all of the machines.', 'The key worked on 29 of the 31 machines.', 'number:all'],
    ['The banks have refunded all victims.', 'Refunds: in 38 % of the cases.', 'number:all victims'],
    ['The trains ran from 19 to 21 hours.', 'trains ran from 19 to 21 hours', ''],
  ],
  'since then': [
    ['The island has had such a law since May 2023.', 'Island law: in force since March 2023.', 'date:May 2023'],
    ['The island has had such a law since March 2023.', 'Island law: in force since March 2023.', ''],
  ],
  'counted in': [
    ['The pumps were damaged as well.', 'Weir: gate destroyed. Pumps: not touched.', 'polarity:damaged'],
    ['The pumps were damaged as well.', 'Weir: gate destroyed. Pumps hit, too.', ''],
    ['The pumps were damaged as well.', 'Weir: gate destroyed. Pumps: not touched at first, then damaged.', ''],
    ['The tape library was hit too.', 'Disk array gone. The tape library is fine.', 'polarity:hit'],
    ['The tape library was hit too.', 'Disk array gone. The tape library is gone, too.', ''],
    ['The customs brokers received the mail too.', 'The brokers got no mail, there it was a phone call.', 'polarity'],
    ['They also reached the turbine controllers.', 'turbine controllers: not one packet of theirs got that far', 'polarity'],
    ['Buoys were disturbed as well.', 'Buoys have a link of their own, tested on six vessels. None was affected.', 'polarity:disturbed'],
    ['He also says that the buoys were blue.', 'Buoys: not red.', ''],
    ['The pumps were not damaged either.', 'Pumps: not touched.', ''],
    ['Operators of ferries risk a fine, too.', 'Ferries: fine up to 900 crowns.', ''],
  ],
  'names that begin alike': [
    ['Work has stopped at Holmstrand, the yard says.', 'Holmsund yard, notice: all work stopped.', 'name:Holmstrand'],
    ['The other failure was at Silverline Bank.', 'second failure in a year, the other was at Silver Bank', 'name:Silverline'],
    ['The phones went to Port Halwick.', 'new phones for Port Halwen', 'name:Halwick'],
    ['The Norwegian yard stopped all work.', 'yard in Norway stopped all work', ''],
    ['Holmsund stopped all work, and Holmsunders went home.', 'Holmsund yard, notice: all work stopped.', ''],
    ['The failure was at Northern Bank.', 'failure at North Bank', ''],
  ],
  'kept open': [
    ['The gang came in through the account of a supplier.', 'It looks as if they came in over the account of a supplier.', 'certainty'],
    ['Boredom keeps guards from reading the reports.', 'Ilves suspects boredom.', 'certainty'],
    ['Boredom, Ilves suspects, keeps guards from reading the reports.', 'Ilves suspects boredom.', ''],
    [
      'The sender of the parcels is the author of the tool.',
      'Sender of the parcels is SUSPECTED to be the author of the tool.',
      'certainty',
    ],
    ['The door was open all night, she said.', 'The door was open all night. She cannot say how long the alarm was off.', ''],
    ['The minister is thinking of merging the two ports.', 'The minister is considering to merge the two ports.', ''],
    ['Police arrested two men who are said to have sold the badges.', 'Two men arrested, suspected of having sold the badges.', ''],
  ],
  'denied on both sides': [
    ['The water could be drunk all the time.', 'At no time was the water unsafe to drink.', ''],
    ['Some 900 farms had hardly any power, or none.', '900 farms had little or no power until noon.', ''],
    ['Bank details were not among the files.', 'No bank details in the files.', ''],
    ['None of his eleven other customers was hit.', 'Our eleven other customers are not affected.', ''],
    ['The mayor has yet to decide on the dam.', 'Mayor: I have not decided on the dam.', ''],
    ['They will be back, perhaps under another name.', 'They will be back, maybe not under this name.', ''],
    ['A search without the number of a badge is impossible.', 'Every search needs a badge number.', ''],
    [
      'The package was installed before its seal had been checked completely.',
      'Package installed although the seal is not checked to the end.',
      '',
    ],
    ['Bank details were among the files.', 'No bank details in the files.', 'polarity'],
    ['The mayor has decided on the dam.', 'Mayor: I have not decided on the dam.', 'polarity'],
  ],
  'left open': [
    [
      'He copied the number plates of all subscribers.',
      '- the list of subscribers (number plates) was opened. Whether it was copied could not be established',
      'certainty',
    ],
    ['The law is the reason for this rise in thefts.', 'The authors cannot separate the effect of the law on thefts.', 'certainty'],
    ['The gang works for a builder.', 'a builder "would fit" the gang, one of several hypotheses, no evidence', 'certainty'],
  ],
  open: [
    [
      'A state agency was behind it, as the regulator found.',
      'Who did it: the regulator sees traces that are consistent with a state agency; it does not attribute it.',
      'certainty',
    ],
    ['The report puts it down to a campaign on radio.', 'No reason is given for the low share: "our data do not say why".', 'certainty'],
    ['Sund proved that no letters were read.', 'reads of letters: no evidence of any. The log was off for a week', 'certainty'],
    ['Sund found no evidence that letters were read.', 'reads of letters: no evidence of any. The log was off for a week', ''],
    [
      'The gang works from the time zone of the eastern Baltic.',
      'working hours fit the eastern Baltic, and half of the world',
      'certainty',
    ],
  ],
  since: [
    ['She has followed the trade in 63 cases since April.', '63 cases since February.', 'date:April'],
    ['She has followed the trade in 63 cases since February.', '63 cases since February.', ''],
    ['The bridge has been closed since June.', 'bridge closed since early May', 'date:June'],
    ['The bridge has been closed since May.', 'bridge closed since early May', ''],
  ],
  weekdays: [
    ['Lessons start again on Thursday, 16 March 2026.', '- lessons again from Mon 16 March 2026', 'date:Thursday'],
    ['Lessons start again on Monday, 16 March 2026.', '- lessons again from Mon 16 March 2026', ''],
    ['Release 3.8.1 was out on Wednesday, 18 June 2025.', '- 3.8.1 out on Tue 17 June 2025', 'date:18 June'],
    ['Release 3.8.1 was out on Tuesday, 17 June 2025.', '- 3.8.1 out on Tue 17 June 2025', ''],
    ['She answers six calls on a normal Monday.', 'Interview on Wed 4 June 2025. Six calls on a normal Monday.', ''],
  ],
  names: [
    [
      'Karin Holt, the harbour master, opened the gate.',
      'Present: Karin Brandt (harbour master), Mats Holt (mayor). Gate opened by Brandt.',
      'name:Karin Holt',
    ],
    [
      'Karin Brandt, the harbour master, opened the gate.',
      'Present: Karin Brandt (harbour master), Mats Holt (mayor). Gate opened by Brandt.',
      '',
    ],
    [
      'Sergeant Ole Marsh, who runs the night desk, takes six calls an hour.',
      'Ole Vinter, sergeant, night desk. Six calls an hour. Marsh (union): too many.',
      'name:Ole Marsh',
    ],
    [
      'Sergeant Ole Vinter, who runs the night desk, takes six calls an hour.',
      'Ole Vinter, sergeant, night desk. Six calls an hour. Marsh (union): too many.',
      '',
    ],
    [
      'Dr Ines Vogt, the head of surgery, sent the patients home.',
      'Dr Ines Vogt (head of pharmacy), Dr Paul Ekman (head of surgery). Ekman sent the patients home.',
      'name',
    ],
    [
      'Dr Paul Ekman, the head of surgery, sent the patients home.',
      'Dr Ines Vogt (head of pharmacy), Dr Paul Ekman (head of surgery). Ekman sent the patients home.',
      '',
    ],
    ['Doyle pleaded guilty on Friday.', 'Friday: Marsh pleaded guilty, Doyle not guilty.', 'name|polarity'],
    ['Marsh pleaded guilty on Friday.', 'Friday: Marsh pleaded guilty, Doyle not guilty.', ''],
    ['Doyle pleaded guilty on Friday.', 'Court, Friday. Marsh pleaded guilty. Doyle was not in court.', 'name'],
    ['Marsh pleaded guilty on Friday.', 'Court, Friday. Marsh pleaded guilty. Doyle was not in court.', ''],
    ['The printers stand in a cellar in Velden.', 'printers: in a cellar in Marnow. Offices in Velden.', 'name:Velden'],
    ['The printers stand in a cellar in Marnow.', 'printers: in a cellar in Marnow. Offices in Velden.', ''],
    ['Corvid bought Larkspur in 2021.', 'Larkspur bought Corvid in 2021.', 'name'],
    ['Larkspur bought Corvid in 2021.', 'Larkspur bought Corvid in 2021.', ''],
    ['Corvid was bought by Larkspur in 2021.', 'Larkspur bought Corvid in 2021.', ''],
  ],
  polarity: [
    ['The robbers have named their price.', 'no price named, neither by letter nor by phone', 'polarity'],
    ['The robbers have not named a price.', 'no price named, neither by letter nor by phone', ''],
    ['The kidnappers have sent their demands, Vogt said.', 'Vogt, asked twice: no demand has arrived', 'polarity'],
    ['The union has never taken the company to court.', 'Union took the company to court once, in 2023, and lost.', 'polarity'],
    ['The union took the company to court.', 'Union took the company to court once, in 2023, and lost.', ''],
    ['The insurer has paid her back.', 'insurer has not paid her anything back. She did not ask', 'polarity'],
    ['The insurer has not paid her back.', 'insurer has not paid her anything back. She did not ask', ''],
    [
      'Owners of the diesel model have to visit the workshop too.',
      '- diesel model is not affected, owners of it need do nothing',
      'polarity',
    ],
    ['Owners of the diesel model need not visit the workshop.', '- diesel model is not affected, owners of it need do nothing', ''],
    ['The update works without a restart.', 'A restart is required before the update works.', 'polarity'],
    ['The gate was closed all night.', 'gate stayed open all night', 'polarity'],
    ['The gate was open all night.', 'gate stayed open all night', ''],
    ['The court in Velden ruled for the paper.', 'Court in Velden ruled against the paper.', 'polarity'],
    ['The court in Velden ruled against the paper.', 'Court in Velden ruled against the paper.', ''],
    ['Bauer denied that the firm had kept copies.', 'Bauer admits that the firm kept copies.', 'polarity'],
    ['Bauer admitted that the firm had kept copies.', 'Bauer admits that the firm kept copies.', ''],
    ['The lid asks for a key that not every keeper still has.', '- lid asks for the key, which some keepers have lost', ''],
    ['The lid is broken, and not all keepers know it.', 'lid broken, some keepers do not know', ''],
    ['The ministry has audited the lab.', 'The ministry has not audited us yet, she writes.', 'polarity'],
    ['The ministry has not yet audited the lab.', 'The ministry has not audited us yet, she writes.', ''],
    ['The council will publish the report.', 'report: council will not publish it', 'polarity'],
    ['The mayor opposed the new road.', 'mayor supported the new road', 'polarity'],
    ['The mayor backed the new road.', 'mayor supported the new road', ''],
  ],
  denials: [
    ['The museum paid within a month.', 'Museum, letter with a demand. Nothing was ever paid.', 'polarity'],
    ['The museum never paid.', 'Museum, letter with a demand. Nothing was ever paid.', ''],
    [
      'Birth dates and card numbers were taken as well.',
      '310,000 guests. Birth dates and card numbers not touched, they are kept elsewhere.',
      'polarity',
    ],
    [
      'Birth dates and card numbers were not taken.',
      '310,000 guests. Birth dates and card numbers not touched, they are kept elsewhere.',
      '',
    ],
    ['Ferris will appeal, its lawyer said.', 'Ferris will not appeal (lawyer, by phone).', 'polarity'],
    ['The league has never sued over a single ticket.', 'Sued over one ticket in 2022, lost.', 'polarity'],
    ['The browser will stop trusting old keys.', 'Browser: no trust in old keys. From March.', ''],
    ['The demand for ice rose last summer.', 'Ice: sales up last summer. No demand has arrived from abroad.', ''],
    ['The crew had received no warning.', 'Crew received a warning at 4 pm.', 'polarity'],
    ['The crew had received a warning.', 'Crew received a warning at 4 pm.', ''],
    ['The vault has a second lock.', 'vault: no second lock', 'polarity'],
    ['The vault has no second lock.', 'vault: no second lock', ''],
    ['The town informed its residents at once.', 'Residents were not informed until a week later.', 'polarity'],
    ['Drivers have to bring the cars in.', '- no action required for cars built before 2019, drivers there need do nothing', ''],
  ],
  certainty: [
    [
      'Thieves have used the gap since 4 May, Norsel has confirmed.',
      '- thefts? One owner suspects one on 4 May. Being looked at, not confirmed',
      'certainty',
    ],
    [
      'One owner suspects a theft on 4 May, which Norsel has not confirmed.',
      '- thefts? One owner suspects one on 4 May. Being looked at, not confirmed',
      '',
    ],
    ['The same crew was behind both fires.', '- same crew behind both fires? "Possible", they say, not established', 'certainty'],
    ['The same crew was possibly behind both fires.', '- same crew behind both fires? "Possible", they say, not established', ''],
    [
      'The burglars copied the keys of the tenants.',
      'Brandt: "signs" that keys were copied. Cannot say yet whether keys of tenants are among them',
      'certainty',
    ],
    ['He is certain that the hole was drilled from inside.', 'He is almost certain that the hole was drilled from inside.', 'certainty'],
    ['He is almost certain that the hole was drilled from inside.', 'He is almost certain that the hole was drilled from inside.', ''],
    [
      'The gap was used against at least one shop.',
      'One shop thinks that the gap was used against them. We could not confirm it.',
      'certainty',
    ],
  ],
  figures: [
    ['In nine weeks 4.6 terabytes left the server.', 'Nine weeks. 4.6 GB went out.', 'number:4.6'],
    ['In nine weeks 4.6 gigabytes left the server.', 'Nine weeks. 4.6 GB went out.', ''],
    ['The patches 5.2.8 and 4.9.31 close the hole.', 'Fixed in 5.2.3 and in 4.9.31.', 'number:5.2.8'],
    ['The patches 5.2.3 and 4.9.31 close the hole.', 'Fixed in 5.2.3 and in 4.9.31.', ''],
    ['- CVE-2024-7001, the ferry gate, since 14 July', '12 July: CVE-2024-7001, ferry gate and lock.', 'date:14 July'],
    ['- CVE-2024-7001, the ferry gate, since 12 July', '12 July: CVE-2024-7001, ferry gate and lock.', ''],
    ['Ambulances were sent to Oster for 32 hours.', '- ambulances go to Oster, 23 hours so far', 'number:32'],
    ['She drew 8,000 in cash and gave it to a young man.', 'Drew 6,500, more was not in the account. "a polite young man"', 'number:8,000'],
    ['The firm has 90 people, and 12 of them write code.', '90 people, 21 of them write code', 'number:12'],
  ],
};

const OTHER = 'The fair in Lindow opens on Saturday with 200 stalls.\n';

describe('terse notes', () => {
  for (const [group, pairs] of Object.entries(PAIRS)) {
    for (const [draft, note, wanted] of pairs) {
      it(`${group} ${wanted === '' ? 'agree' : 'differ'}: ${draft} | ${note}`, async () => {
        const [kinds = '', piece = ''] = wanted.split(':');
        const line = draft.startsWith('- ') ? `${draft} [@source]` : `${draft.slice(0, -1)} [@source].`;
        const claims = await judge(`---\ndate: 2025-08-29\n---\n\n${line}\n`, { 'notes/source.md': `${note}\n`, 'notes/other.md': OTHER });
        const told = claims.flatMap(claim => claim.support.differences);
        if (wanted === '') {
          assert.deepEqual(
            told.map(one => `${one.kind}: ${one.drafted} | ${one.noted}`),
            [],
          );
          assert.ok(!claims.some(claim => claim.support.verdict === 'miscited'), 'miscited');
          return;
        }
        assert.ok(
          told.some(one => kinds.split('|').includes(one.kind)),
          `told: ${told.map(one => `${one.kind}: ${one.drafted} | ${one.noted}`).join('; ')}`,
        );
        assert.ok(
          told.some(one => one.drafted.includes(piece)),
          told.map(one => one.drafted).join('; '),
        );
      });
    }
  }
});
