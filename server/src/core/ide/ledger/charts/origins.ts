// Owns: the graph of Sources by weight and by origin.
// Must not know: other charts.
import type { Ledger, LedgerSource } from '../../../annotations/ledger.ts';
import type { Language } from '../../../text/phrases.ts';
import { cutTo, escaped } from '../escape.ts';
import { count } from '../words.ts';
import { at, type Chart } from './chart.ts';

const WIDTH = 460;
const ROW = 28;
const MOST = 20;
const ORIGIN = 128;
const SOURCE = 206;

/** Origins on the left, each joined to the Sources that rest on it; a Source's disc grows with the claims that it carries. */
export function originsChart({ sources }: Ledger, language: Language): Chart {
  const groups = groupsOf(sources);
  const shown = groups.flatMap(({ members }) => members).slice(0, MOST);
  const most = Math.max(1, ...sources.map(source => source.claims.length));
  const pieces: string[] = [];
  let row = 0;
  for (const { origin, members } of groups) {
    const visible = members.slice(0, Math.max(0, MOST - row));
    if (visible.length === 0) break;
    const middle = 6 + (row + visible.length / 2) * ROW;
    const alone = members.length === 1 && members[0]?.key === origin;
    visible.forEach((source, index) => {
      const y = 6 + (row + index + 0.5) * ROW;
      const radius = source.claims.length === 0 ? 3 : 4 + 7 * Math.sqrt(source.claims.length / most);
      const label = cutTo(source.name, 30);
      pieces.push(
        `<path class="link" d="M${ORIGIN + 8} ${at(middle)}C${ORIGIN + 46} ${at(middle)} ${SOURCE - 40} ${at(y)} ${SOURCE} ${at(y)}"/>`,
        `<circle class="mark ${source.claims.length === 0 ? 'open' : 'backed'}" cx="${SOURCE}" cy="${at(y)}" r="${at(radius)}"/>`,
        `<text x="${SOURCE + 18}" y="${at(y + 4)}">${escaped(label)}</text><text class="axis end" x="${WIDTH - 4}" y="${at(y + 4)}">${source.claims.length}</text>`,
      );
    });
    const name = members.find(source => source.key === origin)?.name ?? origin;
    pieces.push(
      `<rect class="mark origin" x="${ORIGIN}" y="${at(middle - 5)}" width="10" height="10"/>`,
      ...(alone ? [] : [`<text class="end" x="${ORIGIN - 8}" y="${at(middle + 4)}">${escaped(cutTo(name, 18))}</text>`]),
    );
    row += visible.length;
  }
  const dependent = groups.filter(({ members }) => members.length > 1).length;
  const counted = language.say`${count(sources.length, 'source')} from ${count(groups.length, 'independent origin')}`;
  const shared = dependent > 0 ? `; ${language.say`${count(dependent, 'origin')} behind several sources`}` : '';
  return {
    id: 'origins',
    title: language.say`Sources by weight and origin`,
    description: `${counted}${shared}. ${language.say`A disc grows with the number of claims that the source speaks for.`}`,
    ...(sources.length > shown.length
      ? { caption: `${counted}; ${language.say`the ${MOST} that carry most are drawn, all are in the figures.`}` }
      : {}),
    width: WIDTH,
    height: 12 + Math.max(1, shown.length) * ROW,
    picture: pieces.join('\n'),
    columns: [language.say`Source`, language.say`Origin`, language.say`Claims`],
    rows: groups.flatMap(({ origin, members }) => members.map(source => [source.name, origin, String(source.claims.length)])),
  };
}

function groupsOf(sources: readonly LedgerSource[]): readonly { readonly origin: string; readonly members: readonly LedgerSource[] }[] {
  const groups = new Map<string, LedgerSource[]>();
  for (const source of sources) {
    const members = groups.get(source.origin);
    if (members) members.push(source);
    else groups.set(source.origin, [source]);
  }
  const weight = (members: readonly LedgerSource[]): number => new Set(members.flatMap(source => source.claims)).size;
  return [...groups]
    .map(([origin, members]) => ({ origin, members }))
    .sort((a, b) => weight(b.members) - weight(a.members) || (a.origin < b.origin ? -1 : 1));
}
