// Owns: completing suppression comments: their directives and the ids of rules and groups.
// Must not know: what suppressions do.
import { RULES } from '../../rules/registry.ts';
import { groupOf } from '../../rules/types.ts';
import { type Phrase, phrase, worded } from '../../text/phrases.ts';
import { type Completion, type Place, replaced } from './place.ts';

const DIRECTIVE = /<!--[ \t]{0,5}(backdraft-[a-z-]{0,20})$/;
const IDS = /<!--[ \t]{0,5}backdraft-(disable-next-line|disable|enable)[ \t,]+((?:[\w/-]+[ \t,]+)*)([\w/-]*)$/;

const DIRECTIVES: Readonly<Record<string, Phrase>> = {
  'backdraft-disable-next-line': phrase`switches rules off for the next line`,
  'backdraft-disable': phrase`switches rules off from here on`,
  'backdraft-enable': phrase`switches them on again`,
  'backdraft-opinion': phrase`the sentence before is opinion or analysis`,
};

/** Directives or ids; undefined where no such comment is being typed. */
export function suppressionCompletions(place: Place): readonly Completion[] | undefined {
  const directive = DIRECTIVE.exec(place.before)?.[1];
  if (directive !== undefined) {
    const span = replaced(place, directive.length, /^[a-z-]*[a-z]|^/);
    return Object.entries(DIRECTIVES).map(([text, detail]) => rule(text, detail, span));
  }
  const ids = IDS.exec(place.before);
  if (!ids) return undefined;
  const named = (ids[2] ?? '').split(/[ \t,]+/);
  return named.includes('--') ? [] : ruleCompletions(place, ids[3] ?? '', named);
}

/** Ids that are not named yet, those with findings on this line or the next one first. */
export function ruleCompletions(place: Place, typed: string, named: readonly string[]): readonly Completion[] {
  const { checked, offset } = place;
  const span = replaced(place, typed.length, /^(?:[\w/]|-(?!->|-\s))*/);
  const line = checked.lines.lineAt(offset);
  const near = new Set(
    checked.findings.filter(({ span: { start } }) => [line, line + 1].includes(checked.lines.lineAt(start))).map(finding => finding.rule),
  );
  const rules = RULES.filter(({ id }) => !named.includes(id));
  const groups = [...new Set(rules.map(({ id }) => groupOf(id)))].filter(group => !named.includes(group));
  return [
    ...rules.filter(({ id }) => near.has(id)).map(({ id, docs }) => rule(id, worded(docs.summary), span)),
    ...rules.filter(({ id }) => !near.has(id)).map(({ id, docs }) => rule(id, worded(docs.summary), span)),
    ...groups.map(group => rule(group, phrase`all rules of ${group}`, span)),
  ];
}

function rule(text: string, detail: Phrase | string, span: Completion['span']): Completion {
  return { label: text, detail, markdown: '', span, newText: text, filterText: text, kind: 'rule' };
}
