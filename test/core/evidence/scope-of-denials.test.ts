// What a denial in the notes denies, and what it leaves alone: sentences that have words of it and are right, and those that it rules out.
import assert from 'node:assert';
import { differences } from './judge.ts';

/** [draft, note]: both can be right. */
const BOTH: readonly (readonly [string, string])[] = [
  ['The third page of the report names the supplier [[source]].', 'The report of the supplier has no page numbers.'],
  ['She turned the page and found the name of the broker [[source]].', 'Broker: the notices of the fund never carry a page number.'],
  ['He found the bug at four in the morning, told nobody and made coffee [[source]].', 'Found the bug 4 a.m. Told nobody, made coffee.'],
  ['She rang nobody and went back to bed [[source]].', 'Rang nobody, went back to bed.'],
  [
    'The script sends each file to a server in Malden [[source]].',
    'No scripts in attachments any more since the filter of May. Server in Malden gets each file.',
  ],
  [
    'A script in the attachment opened the door in April [[source]].',
    'Mail filter: no scripts in attachments any more, since May. In April one got through.',
  ],
  ['Users can sign up with a number of aliases [[source]].', 'Users sign up without handing over a mobile number.'],
  ['He kept silent about the number for years [[source]].', 'Customers can register w/o a mobile number. Years of silence.'],
  ['Her daughter was three when the letter came [[source]].', 'Told nobody for three years about the letter. Her daughter was three.'],
  ['The 2.x line is out of support, and nothing else is affected [[source]].', '2.x line affected, out of support; nothing else.'],
  ['Only the 2.x line is affected [[source]].', '2.x line affected. 3.x is not.'],
  [
    'The faulty counter was written by Belmont itself [[source]].',
    'The counter was written by Belmont itself; the chip maker Oster is not at fault.',
  ],
  ['The stolen laptop belonged to a clerk [[source]].', 'Laptop of a clerk: no customer data stolen with it.'],
  ['The encrypted disk held the payroll of the port [[source]].', 'Payroll of the port: not encrypted by the gang, the disk was off.'],
  ['The intruders read the logs of the gateway at night [[source]].', '"Nobody reads the logs of a gateway." — Ann Reed'],
  ['They then read the logs [[source]].', 'Nobody at the plant reads the logs, says Reed; the attackers did.'],
  [
    'Neither the broker nor his clerk saw the mail, because the mailbox had no rules, as others in the house have [[source]].',
    'Other mailboxes in the house have rules.',
  ],
  ['The notice had no stamp, as all genuine ones do [[source]].', 'Genuine notices always have a stamp.'],
  ['The firm sees no sign that any of its other clients was hit [[source]].', 'None of our other clients is affected, as far as we see.'],
  ['Nothing suggests that the archive was copied [[source]].', 'Archive was not copied.'],
  ['There is no indication that the tapes were touched [[source]].', 'Tapes not touched.'],
  ['The script was rewritten ten days after the call [[source]].', 'The script did not ask for a call-back.'],
  [
    'Where a second factor was in use, the crew sent prompts until somebody gave in [[source]].',
    'Most accounts had no second factor. Crew sent prompts to the rest until somebody gave in.',
  ],
  ['The crew came in through accounts that had a password alone [[source]].', 'Accounts taken over had no second factor.'],
  [
    'The board turned the gang down without a single vote against [[source]].',
    'Board voted on it Monday, unanimous. Turned the gang down.',
  ],
  ['They ended on a server of the ground station at Holm [[source]].', 'Ground segment, Holm: no statement on who did it.'],
  ['“It was my duty and I did it,” said Rolf Krag, who runs the office [[source]].', 'Krag: "It was my duty and I didn\'t do it."'],
  [
    'If the password is reused, the account can be taken over [[source]].',
    'Password is not reused at the bank; the accounts were not taken over.',
  ],
  ['Seen from the harbour, the cranes stood still for a day [[source]].', 'Cranes stood still for a day. Nothing seen since.'],
  ['Nobody else was in the house that night [[source]].', 'She was in the house that night, with nobody else.'],
  ['He asked whether the mail had been opened [[source]].', 'Mail was not opened, he was told when he asked.'],
  ['The people of the island were told on Friday [[source]].', 'Friday: islanders told by leaflet. No people were hurt.'],
  ['The maker recalled the first series [[source]].', 'First series recalled by the maker, second series not.'],
  ['The pumps in the north were hit, those in the south were not [[source]].', 'South: pumps not hit. North: pumps hit.'],
  ['Staff who had not been trained clicked twice as often [[source]].', 'Trained staff clicked half as often.'],
  ['The gang asked for money twice [[source]].', 'The gang did not ask for money a third time.'],
  ['The union says the firm knew of the leak [[source]].', 'Union: firm knew of the leak. Firm: "We did not know of any leak."'],
  ['The clinic restored its records from tape [[source]].', 'Records restored from tape, no ransom paid, no records lost.'],
  ['The attackers used a valid password [[source]].', 'They did not use an exploit but a valid password.'],
  ['The code was signed with a valid key [[source]].', 'Code signed with a valid key; the key was not revoked until June.'],
  ['The second mail went to the treasurer [[source]].', 'Second mail to the treasurer. The first was not answered.'],
  ['Employees can read their own files [[source]].', "Employees cannot read others' files, only their own."],
  ['The leak was found by a student [[source]].', "Found by a student, not by the firm's own staff."],
  ['The firm answered within an hour [[source]].', 'Firm answered within an hour. The agency did not answer at all.'],
  ['The phone was in her bag the whole evening [[source]].', 'Phone in her bag all evening. It was not on.'],
  ['The law covers banks from January [[source]].', 'Law covers banks from January; insurers are not covered before July.'],
  ['The report has 40 pages and a summary [[source]].', 'Report: 40 pages, no index, a summary.'],
  ['The lock opens in four minutes [[source]].', 'Lock opens in four minutes. It does not open with the old card.'],
  ['The court heard the expert on Tuesday [[source]].', 'Tuesday: expert heard. The court did not hear the second expert.'],
  ['The update closes the hole in the web page [[source]].', 'Update closes the hole in the web page, does not touch the one in the API.'],
  ['The office keeps the pictures for two weeks [[source]].', 'Pictures kept two weeks. Sound is not kept.'],
  ['He made no secret of the number of his accounts [[source]].', 'He had a number of accounts and made no secret of it.'],
  ['Nobody in the firm had the key but the founder [[source]].', 'The founder had the key, nobody else in the firm.'],
  ['The vendor has patched the flaw without naming it [[source]].', 'Vendor patched the flaw. It did not name it.'],
  [
    'The town hall closed for three days and reopened on Monday [[source]].',
    'Town hall closed three days, reopened Monday. The library did not close.',
  ],
  ['Customers lost no money, the bank says [[source]].', 'Bank: no customer has lost money.'],
  ['The police seized two laptops and a phone [[source]].', 'Police seized two laptops and a phone, no arrests. Nothing else was seized.'],
  ['The suspects remain in custody [[source]].', 'The suspects are in custody. A third man was released on Saturday.'],
  ['The council agreed to an outside review [[source]].', 'Motion for an outside review carried, 4 to 3. A motion to wait was lost.'],
  ['The card has to be a valid one [[source]].', 'Card must be valid. An expired one is refused.'],
  ['Firms must report within a day, but agents need not [[source]].', 'Firms must report within a day, agents need not.'],
  ['The first letter was answered, the second not at all [[source]].', 'First letter was answered. Second letter: no answer.'],
  [
    'The bridge was closed because of the storm, not because of the crack [[source]].',
    'Bridge closed because of the storm. Crack: no reason to close it.',
  ],
  ['The bridge was closed because of the storm [[source]].', 'Bridge closed because of the storm, not because of the crack.'],
  ['Some bookings were moved to May [[source]].', 'Not one booking was lost, some moved to May.'],
  ['Police are looking into the matter [[source]].', 'Police are looking into the matter.'],
  ['She knows of nine victims [[source]].', 'Nine victims that she knows of.'],
  ['The updater does not verify the signature [[source]].', 'Updater takes any file, signature not verified.'],
  ['Nothing in the message proves who sent it [[source]].', 'Message: no proof who sent it.'],
  ['Brand sees a thin link to the thefts of 2023 [[source]].', 'May be the same people as in the thefts of 2023, Brand: thin link.'],
  [
    'The lock has to be opened by hand, which takes four minutes [[source]].',
    'Q: What did you think when the lock opened? A: It has to be opened by hand, four minutes.',
  ],
  [
    '"Everybody on the floor knew it," said Paul Ives, who wrote code for the firm [[source]].',
    'Ives, wrote code for the firm: I think everybody on the floor knew it.',
  ],
  ['The council promised to publish the report [[source]].', 'Council promises to publish the report.'],
  ['The gang promised to delete the scans [[source]].', 'Gang promises to have deleted the scans.'],
  ['The union fears for jobs [[source]].', 'Union fears that jobs may go.'],
  ['The regulator will decide whether to open an inquiry [[source]].', 'Whether there will be an inquiry depends on the regulator.'],
  ['The council has not answered the offer [[source]].', 'The council has not answered the offer yet.'],
  ['The agency has opened a case [[source]].', 'Agency opened a case. Whether there will be a fine depends on the answers.'],
  ['All accounts but one had a second factor [[source]].', 'Only one account had no second factor.'],
  ['The members voted for a strike [[source]].', 'Members voted for a strike, 30 to 12. The motion to adjourn was defeated.'],
  ['Two trains were late because of the attack [[source]].', 'Two trains late because of the attack; the third had nothing to do with it.'],
  ['The brothers were freed in May [[source]].', 'Both brothers in prison until May, then freed.'],
];

/** [draft, note]: the note keeps open, or says the opposite of, what the draft states. */
const SURER: readonly (readonly [string, string])[] = [
  ['The thieves came from the yard [[source]].', 'Looks like the thieves came from the yard, Brand says.'],
  ['The mail with the invoice let them in [[source]].', 'Gruber cannot prove that it was the mail with the invoice that let them in.'],
  ['The gang has deleted the scans that it copied [[source]].', 'Gang promises to have deleted the scans that it copied.'],
  ['Two of the divers were minors [[source]].', 'She thinks that two of the divers were minors, has not checked.'],
  ['The key was copied in the workshop [[source]].', 'The key may have been copied in the workshop.'],
  ['Nobody got into the vault, the bank says [[source]].', 'Bank: no sign that anybody got into the vault, still looking.'],
  ['A rival firm paid for the attack [[source]].', 'Rumour has it that a rival firm paid for the attack.'],
  ['The fire was set on purpose, the marshal said [[source]].', 'Marshal: "probably set on purpose, I will not go further".'],
  [
    'The regulator has opened an inquiry into the port [[source]].',
    'Regulator: whether there will be an inquiry depends on the answers of the port.',
  ],
  ['The agency has opened a case against the bank [[source]].', 'Agency will decide next week whether to open a case against the bank.'],
  ['Halden has ruled out that the card was cloned [[source]].', 'Halden: not aware of any cloned card, cannot exclude it.'],
  ['The leak cost three people their jobs [[source]].', 'The leak may have cost three people their jobs, the union fears.'],
];

/** [draft, note]: one of them is wrong. */
const ONE: readonly (readonly [string, string])[] = [
  ['The report has page numbers [[source]].', 'The report has no page numbers.'],
  ['Each notice bears a stamp [[source]].', 'None of the notices bears a stamp.'],
  ['The wire was sent on Friday [[source]].', 'The wire was not sent on Friday.'],
  ['The ministry has replied to the letter [[source]].', 'Ministry has not replied to the letter.'],
  ['The clinic keeps copies of the scans [[source]].', 'Clinic does not keep copies of the scans.'],
  ['The intruders reached the signal boxes as well [[source]].', 'Signal boxes: not reached.'],
  ['The attackers left a note [[source]].', 'The attackers left no note.'],
  ['Two suspects were arrested [[source]].', 'No arrests.'],
  ['The minister has read the report [[source]].', 'The minister has not read the report.'],
  ['The firm had a plan for such a case [[source]].', 'The firm had no plan for such a case.'],
  ['The mast needs a permit [[source]].', 'The mast needs no permit.'],
  ['Owners have to install the update themselves [[source]].', 'Owners need not install anything themselves, update is automatic.'],
  ['The union was told beforehand [[source]].', 'Nobody told the union beforehand.'],
  ['The lock can be opened with a phone [[source]].', 'Lock cannot be opened with a phone.'],
  ['The tender was open to foreign firms [[source]].', 'Tender not open to foreign firms.'],
  ['No one in the plant has been trained [[source]].', 'All in the plant have been trained.'],
  ['The school never answered the parents [[source]].', 'School answered the parents in May.'],
  ['The site stores the addresses of visitors [[source]].', 'Site does not store addresses of visitors.'],
  ['The chief of the agency resigned over the leak [[source]].', 'The chief of the agency did not resign over the leak.'],
  ['The devices have a microphone [[source]].', 'No microphone in the devices.'],
  ['The breach cost the port its licence [[source]].', 'The breach did not cost the port its licence.'],
  ['The vote was secret [[source]].', 'The vote was not secret.'],
  ['The keys were changed after the theft [[source]].', 'Keys were never changed after the theft.'],
  ['The supplier warned the town about the pumps [[source]].', 'No warning from the supplier to the town about the pumps.'],
  ['An appeal is possible [[source]].', 'No appeal is possible.'],
  ['A backup existed [[source]].', 'There was no backup.'],
  ['The thieves used a crane of the yard [[source]].', 'The thieves did not use a crane of the yard.'],
  ['The board signed the contract [[source]].', 'The board has not signed the contract.'],
  ['The system logs every visit [[source]].', 'System does not log visits.'],
  ['The database was password protected [[source]].', 'Database had no password.'],
  ['Some bookings were lost altogether [[source]].', 'Not one booking was lost.'],
  ['Some of the guests lost their rooms [[source]].', 'No guest lost a room.'],
  ['Several flights were cancelled [[source]].', 'Not a single flight was cancelled.'],
  ['Every account had a second factor [[source]].', 'None of the accounts had a second factor.'],
  ['No account had a second factor [[source]].', 'All accounts but one had a second factor.'],
  ['No vote was cast against the budget [[source]].', 'Two votes were cast against the budget.'],
  ['The bridge was closed because of the storm [[source]].', 'Bridge closed not because of the storm but because of a crack.'],
  ['The ship changed its course because of the jammer [[source]].', 'Ship changed course because of the wind, not because of the jammer.'],
  ['Two trains were late because of the attack [[source]].', 'The two late trains had nothing to do with the attack.'],
  ['The suspects remain in custody [[source]].', 'The suspects were released on Saturday.'],
  ['The two brothers are still in prison [[source]].', 'Both brothers were freed in May.'],
  ['The council agreed to an outside review [[source]].', 'Motion for an outside review lost, 3 to 4.'],
  ['The members voted for a strike [[source]].', 'Motion to strike was defeated, 12 to 30.'],
  ['The card has to be a valid one [[source]].', 'An expired card is enough.'],
  ['Firms must report within a day, but agents need not [[source]].', 'Agents must report within a day, firms need not.'],
  ['The first letter was answered, the second not at all [[source]].', 'First letter: no answer. Second letter was answered.'],
  ['Traders have to use a second factor; brokers do not have to [[source]].', 'Brokers have to use a second factor, traders do not.'],
  ['The north gate was locked, the south gate was not [[source]].', 'South gate locked, north gate not locked.'],
  ['Those made at Orn have the same fault [[source]].', 'Cards made at Orn are not concerned.'],
  ['The agent has lost his job over the call [[source]].', 'Agent has not been dismissed, on leave at his own wish.'],
  ['The stolen scans are gone, and the gang keeps nothing [[source]].', 'The gang has kept copies of the scans.'],
];

describe('the scope of denials', () => {
  for (const [draft, note] of BOTH)
    it(`both: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(!found.some(one => /^(?:polarity|certainty)/.test(one)), found.join('\n'));
    });
  for (const [draft, note] of ONE)
    it(`one: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(
        found.some(one => /^(?:polarity|number|certainty)/.test(one)),
        found.join('\n'),
      );
    });
  for (const [draft, note] of SURER)
    it(`surer: ${draft} | ${note}`, async () => {
      const found = await differences(draft, note);
      assert.ok(
        found.some(one => /^(?:certainty|polarity)/.test(one)),
        found.join('\n'),
      );
    });
});
