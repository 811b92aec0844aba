// Owns: a ledger as the body of a page: summary, charts, claims, Sources, open threads. Without a script.
// Must not know: the page around it, whether that is a file or a view in an editor.
import { moreWords } from '../../annotations/bodies.ts';
import {
  type Ledger,
  type LedgerClaim,
  type LedgerEvidence,
  type LedgerPlace,
  type LedgerReply,
  type LedgerSource,
  type LedgerThread,
  type LedgerVerdict,
  STANDINGS,
  type Standing,
} from '../../annotations/ledger.ts';
import type { Language } from '../../text/phrases.ts';
import { ageChart } from './charts/age.ts';
import { figure } from './charts/chart.ts';
import { originsChart } from './charts/origins.ts';
import { stripChart } from './charts/strip.ts';
import { verdictChart } from './charts/verdicts.ts';
import { escaped, isolated } from './escape.ts';
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

/** A place that a reader may ask to see; without a path it is in the draft. */
export interface Target {
  readonly path?: string;
  readonly place: LedgerPlace;
}

/** What the parts of a page share. */
interface Page {
  readonly language: Language;
  /** The Sources that may be named, by key. */
  readonly names: ReadonlyMap<string, LedgerSource>;
  /** Words as HTML, as a button that leads to a place where there are such buttons. */
  readonly reveal: (words: string, target: Target) => string;
}

/**
 * The body of a ledger's page as HTML. Everything from drafts, notes and people in it is plain text.
 * With `targets`, claims and passages become buttons with `data-target`, an index into the list, which is filled here.
 */
export function ledgerBody(ledger: Ledger, language: Language, targets?: Target[]): string {
  const { draft, summary, claims, sources, threads, orphaned } = ledger;
  const page: Page = {
    language,
    names: new Map(sources.map(source => [source.key, source])),
    reveal(words, target) {
      if (!targets) return words;
      targets.push(target);
      return `<button type="button" class="reveal" data-target="${targets.length - 1}">${words}</button>`;
    },
  };
  return `<header>
<p class="kicker">${language.say`Ledger`}</p>
<h1>${isolated(draft.title)}</h1>
<p class="about">${[isolated(draft.path), ...(draft.date ? [escaped(draft.date)] : []), mark(ledger.tlp)].join(' <span aria-hidden="true">·</span> ')}</p>
</header>
${handling(ledger, language)}
<section aria-labelledby="summary"><h2 id="summary">${language.say`Summary`}</h2>
${keyFigures(ledger, language)}
<div class="charts">
${[stripChart, verdictChart, originsChart, ageChart].map(chart => figure(chart(ledger, language), language)).join('\n')}
</div>
${legend(ledger, language)}
</section>
<section aria-labelledby="attention"><h2 id="attention">${language.say`What needs work`}</h2>
${attention(summary.attention, claims, language)}
</section>
<section aria-labelledby="claims"><h2 id="claims">${language.say`Claims in order`}</h2>
${claims.length === 0 ? `<p>${language.say`There are no claims in this draft.`}</p>` : claims.map(claim => article(claim, page)).join('\n')}
</section>
${threads.length === 0 ? '' : `<section aria-labelledby="threads"><h2 id="threads">${language.say`Other open threads`}</h2>\n${threads.map(one => thread(one, page)).join('\n')}\n</section>`}
<section aria-labelledby="sources"><h2 id="sources">${language.say`Sources`}</h2>
${sourceTable(sources, language)}
</section>${orphaned.length === 0 ? '' : `\n<section aria-labelledby="orphaned"><h2 id="orphaned">${language.say`Annotations without a place`}</h2>\n${orphaned.map(one => thread(one, page)).join('\n')}\n</section>`}`;
}

function mark(tlp: string): string {
  return `<span class="tlp tlp-${tlp.toLowerCase().replace('+', '-')}">TLP:${escaped(tlp)}</span>`;
}

function handling(ledger: Ledger, language: Language): string {
  const words = warningWords(ledger);
  if (words.length === 0) return '';
  return `<aside class="handling" aria-label="${language.say`Handling`}"><ul>${words.map(one => `<li>${escaped(language.of(one))}</li>`).join('')}</ul></aside>`;
}

function keyFigures({ summary }: Ledger, language: Language): string {
  const figures: readonly (readonly [string, string])[] = [
    [String(summary.claims), summary.claims === 1 ? language.say`claim` : language.say`claims`],
    [percent(summary.shareBacked), language.say`backed`],
    [String(summary.bySupport.unsupported), language.say`not found in the notes`],
    [String(summary.byStanding.against), language.say`disputed`],
    [language.say`${summary.signedOff} of ${summary.claims}`, language.say`signed off`],
    [String(summary.threads), summary.threads === 1 ? language.say`open thread` : language.say`open threads`],
    [String(summary.origins), summary.origins === 1 ? language.say`independent origin` : language.say`independent origins`],
  ];
  return `<dl class="figures">${figures.map(([value, name]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`;
}

function sign(standing: Standing): string {
  return `<span class="sign ${standing}" aria-hidden="true">${STANDING_WORDS[standing].sign}</span>`;
}

function legend({ summary }: Ledger, language: Language): string {
  const entries = STANDINGS.map(one => {
    const { word, means } = STANDING_WORDS[one];
    return `<div><dt>${sign(one)} ${language.of(word)} (${summary.byStanding[one]})</dt><dd>${escaped(language.of(means))}</dd></div>`;
  });
  return `<dl class="legend">${entries.join('')}</dl>`;
}

function attention(numbers: readonly number[], claims: readonly LedgerClaim[], language: Language): string {
  if (numbers.length === 0) return `<p>${language.say`Nothing.`}</p>`;
  const items = numbers.flatMap(number => {
    const claim = claims[number - 1];
    if (!claim) return [];
    const who = claim.assignee ? ` <span class="who">${language.say`for ${isolated(claim.assignee)}`}</span>` : '';
    return [
      `<li>${sign(claim.standing)} <a href="#claim-${number}">${isolated(short(claim.text))}</a> <span class="why">${escaped(language.of(whyWords(claim)))}</span>${who}</li>`,
    ];
  });
  return `<ol class="attention">${items.join('\n')}</ol>`;
}

function article(claim: LedgerClaim, page: Page): string {
  const { language, names, reveal } = page;
  const { number, text, place, standing, signOff } = claim;
  const facts = claimFacts(claim).map(one => isolated(language.of(one)));
  const others = claim.verdicts.filter(one => one !== signOff);
  return `<article id="claim-${number}" class="claim ${standing}" aria-labelledby="claim-${number}-text">
<h3 id="claim-${number}-text"><span class="number">${number}</span> ${reveal(isolated(text), { place })}</h3>
<p class="status">${sign(standing)} <strong>${language.of(STANDING_WORDS[standing].word)}</strong>: ${escaped(language.of(supportWords(claim)))} <span class="facts">${facts.join(' · ')}</span></p>
${claim.differences.map(({ drafted, noted, source }) => `<p class="difference">${language.say`The draft has “${isolated(drafted)}”, ${isolated(names.get(source)?.name ?? source)} has “${isolated(noted)}”.`}</p>`).join('\n')}
${claim.quotes
  .filter(({ status }) => status !== 'unchecked')
  .map(({ text: quote, status }) => `<p class="quote">${language.say`Quote “${isolated(quote)}”: ${QUOTE_WORDS[status]}.`}</p>`)
  .join('\n')}
${claim.evidence.map(one => evidence(one, page)).join('\n')}
${claim.leftOut > 0 ? `<p class="left-out">${language.say`${count(claim.leftOut, 'passage')} left out.`}</p>` : ''}
${signOff ? `<p class="sign-off">${verdict(signOff, claim, page)}</p>` : ''}
${others.map(one => `<p class="earlier">${verdict(one, claim, page)}</p>`).join('\n')}
${claim.threads.map(one => thread(one, page, claim)).join('\n')}
</article>`.replace(/\n{2,}/g, '\n');
}

function evidence(one: LedgerEvidence, { language, names, reveal }: Page): string {
  const facts = evidenceFacts(one, names).map(fact => isolated(language.of(fact)));
  const relation = one.relation === 'supports' ? '' : `<strong>${escaped(language.of(RELATION_WORDS[one.relation]))}</strong> · `;
  return `<figure class="evidence ${one.relation}"><blockquote>${reveal(isolated(one.quote), { path: one.path, place: one.place })}</blockquote>
<figcaption>${relation}${facts.join(' · ')}</figcaption></figure>`;
}

/** What a person said of a claim, and what it rests on; the words of an open thread stand in the thread. */
function verdict(one: LedgerVerdict, { threads }: LedgerClaim, { language, names }: Page): string {
  const { comment = '' } = one;
  const isBelow = threads.some(open => open.comment === comment && open.verdict === one.verdict && open.by === one.by);
  const said = comment === '' || isBelow ? '' : `: ${words({ ...one, comment }, language)}`;
  const keys = one.evidence.map(key => isolated(names.get(key)?.name ?? key)).join(', ');
  const rests = [...(keys === '' ? [] : [language.say`rests on ${keys}`]), ...restWords(one).map(part => isolated(language.of(part)))];
  return `<strong>${escaped(language.of(verdictWords(one)))}</strong>${rests.map(part => `, ${part}`).join('')}${said}`;
}

/** A thread; below its claim the passage is said only where it is not the claim itself. */
function thread(one: LedgerThread, { language, reveal }: Page, claim?: LedgerClaim): string {
  const head = threadHead(one).map(part => isolated(language.of(part)));
  const passage =
    one.passage === undefined || (claim && one.place?.start === claim.place.start && one.place.end === claim.place.end)
      ? ''
      : one.place
        ? reveal(`“${isolated(one.passage)}”`, { place: one.place })
        : language.say`“${isolated(one.passage)}” (no longer in the draft)`;
  return `<div class="thread"><p><strong>${head.join(' · ')}</strong> ${passage}</p>
${[one, ...one.replies].map(part => said(part, language)).join('\n')}</div>`;
}

function said(one: LedgerReply, language: Language): string {
  const who = [one.by, one.at && dayOf(one.at)].filter(part => part !== undefined).map(isolated);
  const comment = one.comment.trim() === '' ? [] : [`<span class="comment">${words(one, language)}</span>`];
  return who.length + comment.length === 0
    ? ''
    : `<p class="said">${[who.join(', '), ...comment].filter(part => part !== '').join(': ')}</p>`;
}

/** What a person wrote, and how much of it is not shown. */
function words({ comment, more }: Pick<LedgerReply, 'comment' | 'more'>, language: Language): string {
  return `${isolated(comment)}${more ? escaped(language.of(moreWords(more))) : ''}`;
}

function wordsOfOrigin(source: LedgerSource, language: Language): string {
  const words = originWords(source);
  return words ? escaped(language.of(words)) : isolated(source.origin);
}

function sourceTable(sources: readonly LedgerSource[], language: Language): string {
  if (sources.length === 0) return `<p>${language.say`No source is cited or speaks for a claim.`}</p>`;
  const rows = sources.map(source => {
    const cells = [
      isolated(source.key),
      escaped(source.published ?? ''),
      escaped(language.of(ageWords(source.age))),
      escaped(source.grade ?? ''),
      source.tlp ? escaped(`TLP:${source.tlp}`) : '',
      wordsOfOrigin(source, language),
      source.claims.map(number => `<a href="#claim-${number}">${number}</a>`).join(' '),
    ];
    const who = source.authors.length > 0 ? ` <span class="facts">${isolated(source.authors.join(', '))}</span>` : '';
    const url = source.url ? ` <span class="url">${isolated(source.url)}</span>` : '';
    return `<tr><th scope="row">${isolated(source.name)}${who}${url}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const heads = SOURCE_HEADS.map(head => `<th scope="col">${language.of(head)}</th>`).join('');
  return `<table class="sources"><caption class="unseen">${language.say`Sources of the draft, those that carry most claims first`}</caption><thead><tr>${heads}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function short(text: string): string {
  return text.length > 140
    ? `${text
        .slice(0, 139)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`
    : text;
}
