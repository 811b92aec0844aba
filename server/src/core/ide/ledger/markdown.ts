// Owns: a ledger as Markdown that reads well on GitHub.
// Must not know: how it is gathered.
import {
  type Ledger,
  type LedgerClaim,
  type LedgerReply,
  type LedgerSource,
  type LedgerThread,
  type LedgerVerdict,
  STANDINGS,
} from '../../annotations/ledger.ts';
import { cutTo, visible } from './escape.ts';
import {
  ageWords,
  count,
  dayOf,
  handlingWords,
  percent,
  QUOTE_WORDS,
  RELATION_WORDS,
  STANDING_WORDS,
  supportWords,
  VERDICT_WORDS,
  verdictWords,
  whyWords,
} from './words.ts';

/** The ledger as GitHub-flavoured Markdown. Everything from drafts, notes and people in it is plain text: it neither links nor runs. */
export function ledgerMarkdown(ledger: Ledger): string {
  const { draft, summary, claims, sources, threads, tlp } = ledger;
  const names = new Map(sources.map(source => [source.key, source]));
  const about = [draft.path, ...(draft.date ? [draft.date] : []), `TLP:${tlp}`];
  const blocks = [
    '---\nbackdraft: off\n---', // a ledger in a Story's folder is no draft
    `# Ledger: ${safe(draft.title)}`,
    about.map(one => safe(one)).join(' · '),
    ...handlingWords(ledger).map(one => `> ${safe(one)}`),
    '## Summary',
    table(
      ['', 'Standing', 'Claims'],
      STANDINGS.filter(one => summary.byStanding[one] > 0).map(one => [
        STANDING_WORDS[one].sign,
        STANDING_WORDS[one].word,
        String(summary.byStanding[one]),
      ]),
    ),
    `${count(summary.claims, 'claim')}, ${percent(summary.shareBacked)} backed, ${summary.bySupport.unsupported} not found in the notes, ${summary.signedOff} signed off, ${count(summary.threads, 'open thread')}, ${count(summary.origins, 'independent origin')}.`,
    '## What needs work',
    summary.attention.length === 0
      ? 'Nothing.'
      : summary.attention
          .flatMap(number => {
            const claim = claims[number - 1];
            if (!claim) return [];
            const who = claim.assignee ? `, for ${safe(claim.assignee)}` : '';
            return [`- ${STANDING_WORDS[claim.standing].sign} **${number}** ${safe(claim.text, 140)} (${safe(whyWords(claim))}${who})`];
          })
          .join('\n'),
    '## Claims in order',
    ...(claims.length === 0 ? ['There are no claims in this draft.'] : claims.map(claim => claimBlock(claim, names))),
    ...(threads.length === 0 ? [] : ['## Other open threads', ...threads.map(one => threadBlock(one))]),
    '## Sources',
    sources.length === 0
      ? 'No source is cited or speaks for a claim.'
      : table(
          ['Source', 'Key', 'Published', 'Age', 'Grade', 'Mark', 'Origin', 'Claims'],
          sources.map(source => [
            source.name,
            source.key,
            source.published ?? '',
            ageWords(source.age),
            source.grade ?? '',
            source.tlp ? `TLP:${source.tlp}` : '',
            source.origin === source.key ? 'its own' : source.origin,
            source.claims.join(', '),
          ]),
        ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function claimBlock(claim: LedgerClaim, names: ReadonlyMap<string, LedgerSource>): string {
  const { number, text, place, standing, type, section, signOff } = claim;
  const facts = [
    `line ${place.range.start.line + 1}`,
    type,
    ...(section ? [`under “${section}”`] : []),
    ...(claim.origins > 0 ? [count(claim.origins, 'independent origin')] : []),
    ...(claim.assignee ? [`assigned to ${claim.assignee}`] : []),
  ];
  return [
    `### ${number}. ${safe(text, 2000)}`,
    `${STANDING_WORDS[standing].sign} **${STANDING_WORDS[standing].word}**: ${safe(supportWords(claim))} (${facts.map(one => safe(one)).join(' · ')})`,
    ...claim.differences.map(
      ({ drafted, noted, source }) => `The draft has “${safe(drafted)}”, ${safe(names.get(source)?.name ?? source)} has “${safe(noted)}”.`,
    ),
    ...claim.quotes
      .filter(({ status }) => status !== 'unchecked')
      .map(({ text: quote, status }) => `Quote “${safe(quote)}”: ${QUOTE_WORDS[status]}.`),
    ...claim.evidence.map(one => {
      const source = names.get(one.source);
      const facts = [
        ...(one.relation === 'supports' ? [] : [RELATION_WORDS[one.relation]]),
        ...(one.speaker ? [one.speaker] : []),
        source?.name ?? one.source,
        ...(source?.published ? [source.published] : []),
        ...(one.grade ? [`grade ${one.grade}`] : []),
        ...(source && source.origin !== source.key ? [`origin: ${names.get(source.origin)?.name ?? source.origin}`] : []),
        ...(source?.tlp ? [`TLP:${source.tlp}`] : []),
        `${one.path}, line ${one.place.range.start.line + 1}`,
      ];
      return `> ${safe(one.quote, 1200)}\n>\n> ${facts.map(fact => safe(fact)).join(' · ')}`;
    }),
    ...(claim.leftOut > 0 ? [`*${count(claim.leftOut, 'passage')} left out.*`] : []),
    ...(signOff ? [verdict(signOff, names)] : []),
    ...claim.verdicts.filter(one => one !== signOff).map(one => verdict(one, names)),
    ...claim.threads.map(one => threadBlock(one)),
  ].join('\n\n');
}

/** What a person said of a claim, and what it rests on. */
function verdict(one: LedgerVerdict, names: ReadonlyMap<string, LedgerSource>): string {
  const rests = one.evidence.length > 0 ? `, rests on ${one.evidence.map(key => safe(names.get(key)?.name ?? key)).join(', ')}` : '';
  return `**${safe(verdictWords(one))}**${rests}${one.comment ? `: ${safe(one.comment, 2000)}` : ''}`;
}

function threadBlock(thread: LedgerThread): string {
  const { verdict, assignee, passage } = thread;
  const head = [verdict ? VERDICT_WORDS[verdict] : 'Open thread', ...(assignee ? [`for ${assignee}`] : [])]
    .map(one => safe(one))
    .join(' · ');
  return [`- **${head}**${passage === undefined ? '' : ` “${safe(passage)}”`}`, ...[thread, ...thread.replies].map(said)].join('\n');
}

function said({ by, at, comment }: LedgerReply): string {
  const who = [by, at && dayOf(at)].filter(part => part !== undefined).map(one => safe(one));
  return `  - ${[who.join(', '), safe(comment, 4000)].filter(part => part !== '').join(': ')}`;
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
