// Owns: completing CVE ids that the notes hold, ATT&CK ids, and the name that goes with an ATT&CK id.
// Must not know: other kinds of completion.
import { identifiersOf } from '../../evidence/identifiers.ts';
import type { AttackEntry, AttackTable } from '../../knowledge/knowledge.ts';
import { phrase } from '../../text/phrases.ts';
import { plain } from '../markdown.ts';
import { type Completion, type Forms, foldTyped, formsOf, type Place, replaced } from './place.ts';

const CVE = /(?<![\p{L}\p{N}])CVE(?:-\d{0,4}(?:-\d{0,10})?)?$/iu;
const ATTACK_ID = /(?<![\p{L}\p{N}.-])(?:TA|[TGSCM])\d{1,4}(?:\.\d{0,3})?$/u;
const NAME_AFTER = /(?<![\p{L}\p{N}.-])((?:TA|[TGSCM])\d{4}(?:\.\d{3})?)(?: \(|: | [–—-] | )((?:[\p{L}\p{N}][\p{L}\p{N}/&' -]{0,60})?)$/u;
const MOST = 100;

/** Ids, or names after ids; undefined where none is being typed. */
export function identifierCompletions(place: Place): readonly Completion[] | undefined {
  const cve = CVE.exec(place.before)?.[0];
  if (cve !== undefined) return cves(place, cve);
  const table = place.story.knowledge.attack;
  if (!table) return undefined;
  const id = ATTACK_ID.exec(place.before)?.[0];
  if (id !== undefined) return attackIds(place, id, table);
  const [, entryId = '', typed = ''] = NAME_AFTER.exec(place.before) ?? [];
  const entry = table.entries.get(entryId);
  if (entry?.status !== 'live' || !foldTyped(entry.name).startsWith(foldTyped(typed))) return undefined;
  if (entry.name === typed) return undefined;
  return [
    {
      ...describe(entry, table),
      label: entry.name,
      span: { start: place.offset - typed.length, end: place.offset },
      newText: entry.name,
      filterText: entry.name,
      kind: 'identifier',
    },
  ];
}

/** Ids of Sources that may be offered; the draft is no evidence for an id. */
function cves(place: Place, typed: string): readonly Completion[] {
  const { story, view } = place;
  const held = new Map<string, string[]>();
  for (const source of story.sources.values()) {
    if (!story.mayOffer(source, view)) continue;
    for (const id of identifiersOf(source).ids) {
      if (!id.startsWith(typed.toUpperCase())) continue;
      const keys = held.get(id);
      if (keys) keys.push(source.key);
      else held.set(id, [source.key]);
    }
  }
  const span = replaced(place, typed.length, /^[\d-]*/);
  return [...held]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([id, keys]) => {
      const kev = story.knowledge.kev?.entries.get(id);
      return {
        label: id,
        detail: keys.slice(0, 3).join(', '),
        markdown: kev
          ? phrase`${plain(`${kev.vendor} ${kev.product}`)}: in CISA's catalogue of exploited vulnerabilities since ${plain(kev.added)}`
          : '',
        span,
        newText: id,
        filterText: id,
        kind: 'identifier',
      };
    });
}

const byId = new WeakMap<AttackTable, Forms<AttackEntry>>();

function attackIds(place: Place, typed: string, table: AttackTable): readonly Completion[] {
  let ids = byId.get(table);
  if (!ids) {
    ids = formsOf([...table.entries.values()].filter(entry => entry.status === 'live').map(entry => [entry.id, entry] as const));
    byId.set(table, ids);
  }
  const span = replaced(place, typed.length, /^[\d.]*\d|^/);
  return ids.startingWith(typed, MOST).map(({ value }) => ({
    ...describe(value, table),
    label: `${value.id} ${value.name}`,
    span,
    newText: value.id,
    filterText: value.id,
    kind: 'identifier',
  }));
}

/** What the list says of an entry beside its name. */
export function describe(entry: AttackEntry, table: AttackTable): { readonly detail: string; readonly markdown: string } {
  const parent = entry.id.includes('.') ? table.entries.get(entry.id.slice(0, entry.id.indexOf('.')))?.name : undefined;
  const more = [
    parent && `${parent}: ${entry.name}`,
    entry.tactics.map(tactic => tactic.replaceAll('-', ' ')).join(', '),
    entry.aliases.join(' · '),
    table.label,
  ];
  return {
    detail: `${entry.id} · ${entry.kind}`,
    markdown: more
      .filter(one => typeof one === 'string' && one !== '')
      .map(one => plain(String(one), 300))
      .join('\n\n'),
  };
}
