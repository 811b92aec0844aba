// Owns: a ledger as the body of a page: summary, charts, claims, Sources, open threads. Without a script.
// Must not know: the page around it, whether that is a file or a view in an editor.
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
import { ageChart } from './charts/age.ts';
import { figure } from './charts/chart.ts';
import { originsChart } from './charts/origins.ts';
import { stripChart } from './charts/strip.ts';
import { verdictChart } from './charts/verdicts.ts';
import { escaped, isolated } from './escape.ts';
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

/** A place that a reader may ask to see; without a path it is in the draft. */
export interface Target {
  readonly path?: string;
  readonly place: LedgerPlace;
}

/**
 * The body of a ledger's page as HTML. Everything from drafts, notes and people in it is plain text.
 * With `targets`, claims and passages become buttons with `data-target`, an index into the list, which is filled here.
 */
export function ledgerBody(ledger: Ledger, targets?: Target[]): string {
  const { draft, summary, claims, sources, threads } = ledger;
  const names = new Map(sources.map(source => [source.key, source]));
  const reveal = (words: string, target: Target): string => {
    if (!targets) return words;
    targets.push(target);
    return `<button type="button" class="reveal" data-target="${targets.length - 1}">${words}</button>`;
  };
  return `<header>
<p class="kicker">Ledger</p>
<h1>${isolated(draft.title)}</h1>
<p class="about">${[isolated(draft.path), ...(draft.date ? [escaped(draft.date)] : []), mark(ledger.tlp)].join(' <span aria-hidden="true">·</span> ')}</p>
</header>
${handling(ledger)}
<section aria-labelledby="summary"><h2 id="summary">Summary</h2>
${keyFigures(ledger)}
<div class="charts">
${[stripChart(ledger), verdictChart(ledger), originsChart(ledger), ageChart(ledger)].map(figure).join('\n')}
</div>
${legend(ledger)}
</section>
<section aria-labelledby="attention"><h2 id="attention">What needs work</h2>
${attention(summary.attention, claims)}
</section>
<section aria-labelledby="claims"><h2 id="claims">Claims in order</h2>
${claims.length === 0 ? '<p>There are no claims in this draft.</p>' : claims.map(claim => article(claim, names, reveal)).join('\n')}
</section>
${threads.length === 0 ? '' : `<section aria-labelledby="threads"><h2 id="threads">Other open threads</h2>\n${threads.map(one => thread(one, reveal)).join('\n')}\n</section>`}
<section aria-labelledby="sources"><h2 id="sources">Sources</h2>
${sourceTable(sources)}
</section>`;
}

type Reveal = (words: string, target: Target) => string;

function mark(tlp: string): string {
  return `<span class="tlp tlp-${tlp.toLowerCase().replace('+', '-')}">TLP:${escaped(tlp)}</span>`;
}

function handling(ledger: Ledger): string {
  const words = handlingWords(ledger);
  if (words.length === 0) return '';
  return `<aside class="handling" aria-label="Handling"><ul>${words.map(one => `<li>${escaped(one)}</li>`).join('')}</ul></aside>`;
}

function keyFigures({ summary }: Ledger): string {
  const figures: readonly (readonly [string, string])[] = [
    [String(summary.claims), summary.claims === 1 ? 'claim' : 'claims'],
    [percent(summary.shareBacked), 'backed'],
    [String(summary.bySupport.unsupported), 'not found in the notes'],
    [String(summary.byStanding.against), 'disputed'],
    [`${summary.signedOff} of ${summary.claims}`, 'signed off'],
    [String(summary.threads), summary.threads === 1 ? 'open thread' : 'open threads'],
    [String(summary.origins), summary.origins === 1 ? 'independent origin' : 'independent origins'],
  ];
  return `<dl class="figures">${figures.map(([value, name]) => `<div><dt>${name}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`;
}

function sign(standing: Standing): string {
  return `<span class="sign ${standing}" aria-hidden="true">${STANDING_WORDS[standing].sign}</span>`;
}

function legend({ summary }: Ledger): string {
  return `<dl class="legend">${STANDINGS.map(one => `<div><dt>${sign(one)} ${STANDING_WORDS[one].word} (${summary.byStanding[one]})</dt><dd>${escaped(STANDING_WORDS[one].means)}</dd></div>`).join('')}</dl>`;
}

function attention(numbers: readonly number[], claims: readonly LedgerClaim[]): string {
  if (numbers.length === 0) return '<p>Nothing.</p>';
  const items = numbers.flatMap(number => {
    const claim = claims[number - 1];
    if (!claim) return [];
    const who = claim.assignee ? ` <span class="who">for ${isolated(claim.assignee)}</span>` : '';
    return [
      `<li>${sign(claim.standing)} <a href="#claim-${number}">${isolated(short(claim.text))}</a> <span class="why">${escaped(whyWords(claim))}</span>${who}</li>`,
    ];
  });
  return `<ol class="attention">${items.join('\n')}</ol>`;
}

function article(claim: LedgerClaim, names: ReadonlyMap<string, LedgerSource>, reveal: Reveal): string {
  const { number, text, place, standing, type, section, signOff, origins } = claim;
  const facts = [
    `line ${place.range.start.line + 1}`,
    type,
    ...(section ? [`under “${section}”`] : []),
    ...(origins > 0 ? [count(origins, 'independent origin')] : []),
    ...(claim.assignee ? [`assigned to ${claim.assignee}`] : []),
  ];
  const others = claim.verdicts.filter(one => one !== signOff);
  return `<article id="claim-${number}" class="claim ${standing}" aria-labelledby="claim-${number}-text">
<h3 id="claim-${number}-text"><span class="number">${number}</span> ${reveal(isolated(text), { place })}</h3>
<p class="status">${sign(standing)} <strong>${STANDING_WORDS[standing].word}</strong>: ${escaped(supportWords(claim))} <span class="facts">${facts.map(isolated).join(' · ')}</span></p>
${claim.differences.map(({ drafted, noted, source }) => `<p class="difference">The draft has “${isolated(drafted)}”, ${isolated(names.get(source)?.name ?? source)} has “${isolated(noted)}”.</p>`).join('\n')}
${claim.quotes
  .filter(({ status }) => status !== 'unchecked')
  .map(({ text: quote, status }) => `<p class="quote">Quote “${isolated(quote)}”: ${QUOTE_WORDS[status]}.</p>`)
  .join('\n')}
${claim.evidence.map(one => evidence(one, names, reveal)).join('\n')}
${claim.leftOut > 0 ? `<p class="left-out">${count(claim.leftOut, 'passage')} left out.</p>` : ''}
${signOff ? `<p class="sign-off">${verdict(signOff, claim, names)}</p>` : ''}
${others.map(one => `<p class="earlier">${verdict(one, claim, names)}</p>`).join('\n')}
${claim.threads.map(one => thread(one, reveal, claim)).join('\n')}
</article>`.replace(/\n{2,}/g, '\n');
}

function evidence(one: LedgerEvidence, names: ReadonlyMap<string, LedgerSource>, reveal: Reveal): string {
  const source = names.get(one.source);
  const facts = [
    ...(one.speaker ? [one.speaker] : []),
    source?.name ?? one.source,
    ...(source?.published ? [source.published] : []),
    ...(one.grade ? [`grade ${one.grade}`] : []),
    ...(source && source.origin !== source.key ? [`origin: ${names.get(source.origin)?.name ?? source.origin}`] : []),
    ...(source?.tlp ? [`TLP:${source.tlp}`] : []),
    `${one.path}, line ${one.place.range.start.line + 1}`,
  ];
  return `<figure class="evidence ${one.relation}"><blockquote>${reveal(isolated(one.quote), { path: one.path, place: one.place })}</blockquote>
<figcaption>${one.relation === 'supports' ? '' : `<strong>${escaped(RELATION_WORDS[one.relation])}</strong> · `}${facts.map(isolated).join(' · ')}</figcaption></figure>`;
}

/** What a person said of a claim; the words of an open thread stand in the thread. */
function verdict(one: LedgerVerdict, { threads }: LedgerClaim, names: ReadonlyMap<string, LedgerSource>): string {
  const { comment = '' } = one;
  const isBelow = threads.some(open => open.comment === comment && open.verdict === one.verdict && open.by === one.by);
  const said = comment === '' || isBelow ? '' : `: ${isolated(comment)}`;
  return `<strong>${escaped(verdictWords(one))}</strong>${restsOn(one.evidence, names)}${said}`;
}

function restsOn(keys: readonly string[], names: ReadonlyMap<string, LedgerSource>): string {
  return keys.length === 0 ? '' : `, rests on ${keys.map(key => isolated(names.get(key)?.name ?? key)).join(', ')}`;
}

/** A thread; below its claim the passage is said only where it is not the claim itself. */
function thread(one: LedgerThread, reveal: Reveal, claim?: LedgerClaim): string {
  const head = [one.verdict ? VERDICT_WORDS[one.verdict] : 'Open thread', ...(one.assignee ? [`for ${one.assignee}`] : [])];
  const passage =
    one.passage === undefined || (claim && one.place?.start === claim.place.start && one.place.end === claim.place.end)
      ? ''
      : one.place
        ? reveal(`“${isolated(one.passage)}”`, { place: one.place })
        : `“${isolated(one.passage)}” (no longer in the draft)`;
  return `<div class="thread"><p><strong>${head.map(isolated).join(' · ')}</strong> ${passage}</p>
${[one, ...one.replies].map(said).join('\n')}</div>`;
}

function said({ by, at, comment }: LedgerReply): string {
  const who = [by, at && dayOf(at)].filter(part => part !== undefined).map(isolated);
  const words = comment.trim() === '' ? [] : [`<span class="comment">${isolated(comment)}</span>`];
  return who.length + words.length === 0 ? '' : `<p class="said">${[who.join(', '), ...words].filter(part => part !== '').join(': ')}</p>`;
}

function sourceTable(sources: readonly LedgerSource[]): string {
  if (sources.length === 0) return '<p>No source is cited or speaks for a claim.</p>';
  const heads = ['Source', 'Key', 'Published', 'Age', 'Grade', 'Mark', 'Origin', 'Claims'];
  const rows = sources.map(source => {
    const cells = [
      isolated(source.key),
      escaped(source.published ?? ''),
      escaped(ageWords(source.age)),
      escaped(source.grade ?? ''),
      source.tlp ? escaped(`TLP:${source.tlp}`) : '',
      source.origin === source.key ? 'its own' : isolated(source.origin),
      source.claims.map(number => `<a href="#claim-${number}">${number}</a>`).join(' '),
    ];
    const who = source.authors.length > 0 ? ` <span class="facts">${isolated(source.authors.join(', '))}</span>` : '';
    const url = source.url ? ` <span class="url">${isolated(source.url)}</span>` : '';
    return `<tr><th scope="row">${isolated(source.name)}${who}${url}</th>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<table class="sources"><caption class="unseen">Sources of the draft, those that carry most claims first</caption><thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>
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
