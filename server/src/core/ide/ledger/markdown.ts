// Owns: a ledger as Markdown that reads well on GitHub.
// Must not know: how it is gathered.
import { moreWords } from '../../annotations/bodies.ts';
import {
  type Ledger,
  type LedgerClaim,
  type LedgerReply,
  type LedgerSource,
  type LedgerThread,
  type LedgerVerdict,
  STANDINGS,
} from '../../annotations/ledger.ts';
import type { Language, Phrase } from '../../text/phrases.ts';
import { cutTo, visible } from './escape.ts';
import {
  ageWords,
  claimFacts,
  count,
  dayOf,
  evidenceFacts,
  originWords,
  percent,
  QUOTE_WORDS,
  RELATION_WORDS,
  restWords,
  SOURCE_HEADS,
  STANDING_WORDS,
  supportWords,
  threadHead,
  verdictWords,
  warningWords,
  whyWords,
} from './words.ts';

/** The ledger as GitHub-flavoured Markdown. Everything from drafts, notes and people in it is plain text: it neither links nor runs. */
export function ledgerMarkdown(ledger: Ledger, language: Language): string {
  const { draft, summary, claims, sources, threads, orphaned, tlp } = ledger;
  const names = new Map(sources.map(source => [source.key, source]));
  const about = [draft.path, ...(draft.date ? [draft.date] : []), `TLP:${tlp}`];
  const blocks = [
    '---\nbackdraft: off\n---', // a ledger in a Story's folder is no draft
    `# ${language.say`Ledger: ${safe(draft.title)}`}`,
    about.map(one => safe(one)).join(' · '),
    ...warningWords(ledger).map(one => `> ${safe(language.of(one))}`),
    `## ${language.say`Summary`}`,
    table(
      ['', language.say`Standing`, language.say`Claims`],
      STANDINGS.filter(one => summary.byStanding[one] > 0).map(one => [
        STANDING_WORDS[one].sign,
        language.of(STANDING_WORDS[one].word),
        String(summary.byStanding[one]),
      ]),
    ),
    language.say`${count(summary.claims, 'claim')}, ${percent(summary.shareBacked)} backed, ${summary.bySupport.unsupported} not found in the notes, ${summary.signedOff} signed off, ${count(summary.threads, 'open thread')}, ${count(summary.origins, 'independent origin')}.`,
    `## ${language.say`What needs work`}`,
    summary.attention.length === 0
      ? language.say`Nothing.`
      : summary.attention
          .flatMap(number => {
            const claim = claims[number - 1];
            if (!claim) return [];
            const who = claim.assignee ? `, ${language.say`for ${safe(claim.assignee)}`}` : '';
            const why = safe(language.of(whyWords(claim)));
            return [`- ${STANDING_WORDS[claim.standing].sign} **${number}** ${safe(claim.text, 140)} (${why}${who})`];
          })
          .join('\n'),
    `## ${language.say`Claims in order`}`,
    ...(claims.length === 0 ? [language.say`There are no claims in this draft.`] : claims.map(claim => claimBlock(claim, names, language))),
    ...(threads.length === 0 ? [] : [`## ${language.say`Other open threads`}`, ...threads.map(one => threadBlock(one, language))]),
    `## ${language.say`Sources`}`,
    sources.length === 0
      ? language.say`No source is cited or speaks for a claim.`
      : table(
          SOURCE_HEADS.map(head => language.of(head)),
          sources.map(source => [
            source.name,
            source.key,
            source.published ?? '',
            language.of(ageWords(source.age)),
            source.grade ?? '',
            source.tlp ? `TLP:${source.tlp}` : '',
            language.of(originWords(source) ?? source.origin),
            source.claims.join(', '),
          ]),
        ),
    ...(orphaned.length === 0
      ? []
      : [`## ${language.say`Annotations without a place`}`, ...orphaned.map(one => threadBlock(one, language))]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function claimBlock(claim: LedgerClaim, names: ReadonlyMap<string, LedgerSource>, language: Language): string {
  const { number, text, standing, signOff } = claim;
  const { sign, word } = STANDING_WORDS[standing];
  const line = (facts: readonly (Phrase | string)[]): string => facts.map(one => safe(language.of(one))).join(' · ');
  return [
    `### ${number}. ${safe(text, 2000)}`,
    `${sign} **${language.of(word)}**: ${safe(language.of(supportWords(claim)))} (${line(claimFacts(claim))})`,
    ...claim.differences.map(
      ({ drafted, noted, source }) =>
        language.say`The draft has “${safe(drafted)}”, ${safe(names.get(source)?.name ?? source)} has “${safe(noted)}”.`,
    ),
    ...claim.quotes
      .filter(({ status }) => status !== 'unchecked')
      .map(({ text: quote, status }) => language.say`Quote “${safe(quote)}”: ${QUOTE_WORDS[status]}.`),
    ...claim.evidence.map(one => {
      const relation = one.relation === 'supports' ? [] : [RELATION_WORDS[one.relation]];
      return `> ${safe(one.quote, 1200)}\n>\n> ${line([...relation, ...evidenceFacts(one, names)])}`;
    }),
    ...(claim.leftOut > 0 ? [`*${language.say`${count(claim.leftOut, 'passage')} left out.`}*`] : []),
    ...(signOff ? [verdict(signOff, names, language)] : []),
    ...claim.verdicts.filter(one => one !== signOff).map(one => verdict(one, names, language)),
    ...claim.threads.map(one => threadBlock(one, language)),
  ].join('\n\n');
}

/** What a person said of a claim, and what it rests on. */
function verdict(one: LedgerVerdict, names: ReadonlyMap<string, LedgerSource>, language: Language): string {
  const keys = one.evidence.map(key => safe(names.get(key)?.name ?? key)).join(', ');
  const rests = [...(keys === '' ? [] : [language.say`rests on ${keys}`]), ...restWords(one).map(part => safe(language.of(part)))];
  const said = one.comment ? `: ${words({ ...one, comment: one.comment }, language)}` : '';
  return `**${safe(language.of(verdictWords(one)))}**${rests.map(part => `, ${part}`).join('')}${said}`;
}

function threadBlock(thread: LedgerThread, language: Language): string {
  const head = threadHead(thread)
    .map(one => safe(language.of(one)))
    .join(' · ');
  const passage = thread.passage === undefined ? '' : ` “${safe(thread.passage)}”`;
  return [`- **${head}**${passage}`, ...[thread, ...thread.replies].map(one => said(one, language))].join('\n');
}

function said(one: LedgerReply, language: Language): string {
  const who = [one.by, one.at && dayOf(one.at)].filter(part => part !== undefined).map(part => safe(part));
  return `  - ${[who.join(', '), words(one, language)].filter(part => part !== '').join(': ')}`;
}

/** What a person wrote, and how much of it is not shown. */
function words({ comment, more }: Pick<LedgerReply, 'comment' | 'more'>, language: Language): string {
  return `${safe(comment, comment.length)}${more ? safe(language.of(moreWords(more))) : ''}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(row => line(row.map(cell => safe(cell))))].join('\n');
}

/** What could be markup, a mention, an issue, an emoji, a formula or html anywhere in a line; times and TLP marks stay readable. */
const ANYWHERE = /[\\`*_[\]<>&~$|#@]|(?<!\bTLP(?=:[A-Z])|\d(?=:\d)):(?=\S)|(?<=\bwww)\./gi;
/** What could open a block at the start of one. */
const AT_START = /^(?:[-+=]|\d+(?=[.)]))/;

/** Plain text on one line, as Markdown that shows exactly these words and is still read easily as it is. */
function safe(text: string, limit = 600): string {
  const line = cutTo(visible(text).replace(/\s+/g, ' ').trim(), limit);
  return line
    .replace(ANYWHERE, character => `&#${character.charCodeAt(0)};`)
    .replace(AT_START, start => `&#${start.charCodeAt(0)};${start.slice(1)}`);
}
