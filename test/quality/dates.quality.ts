// Measures dates to ISO values against the time expressions of AnnoCTR dev (evaluation only).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { extractDates, resolveDates } from '../../server/src/core/extract/dates.ts';
import { type DateFact, noFacts } from '../../server/src/core/extract/facts.ts';
import { NO_KNOWLEDGE } from '../../server/src/core/knowledge/knowledge.ts';
import { parseSegment } from '../../server/src/core/syntax/parse.ts';

export interface Expression {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  readonly text: string;
}

export interface Judged extends Expression {
  readonly file: string;
  readonly found: string | undefined;
  readonly right: boolean;
}

/** Every annotated expression with what was found in its place. */
export function judge(folder: string): Judged[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.tml'))
    .sort()
    .flatMap(name => {
      const { text, date, expressions } = readTimeMl(readFileSync(path.join(folder, name), 'utf8'));
      const facts = datesOf(text);
      const values = resolveDates(facts, date);
      return expressions.map(expression => {
        const at = facts.findIndex(fact => fact.span.start < expression.end && expression.start < fact.span.end);
        const value = at < 0 ? undefined : values[at];
        const candidates = [value?.iso, value?.isoEnd].filter(iso => iso !== undefined);
        return {
          ...expression,
          file: name,
          found: candidates.join('/') || undefined,
          right: candidates.some(iso => agrees(iso, expression.value)),
        };
      });
    });
}

/** Equal, or equal as far as the annotation goes (a time of day, or the year that it leaves open). */
function agrees(iso: string, value: string): boolean {
  if (value.startsWith('XXXX')) return iso.slice(4, 7) === value.slice(4, 7);
  return iso === value || iso.replace(/T.*/, '') === value;
}

function datesOf(text: string): readonly DateFact[] {
  const tree = parseSegment(text, 'plain');
  const facts = noFacts(tree);
  return extractDates({ tree, role: 'draft', knowledge: NO_KNOWLEDGE, facts });
}

function readTimeMl(xml: string): { text: string; date: string; expressions: Expression[] } {
  const date = /functionInDocument="CREATION_TIME"[^>]*value="([^"]*)"/.exec(xml)?.[1] ?? '';
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? '';
  const expressions: Expression[] = [];
  let text = '';
  let at = 0;
  for (const match of body.matchAll(/<TIMEX3[^>]*value="([^"]*)"[^>]*>([\s\S]*?)<\/TIMEX3>/g)) {
    text += plain(body.slice(at, match.index));
    const inside = plain(match[2] ?? '');
    expressions.push({ start: text.length, end: text.length + inside.length, value: match[1] ?? '', text: inside });
    text += inside;
    at = match.index + match[0].length;
  }
  return { text: text + plain(body.slice(at)), date, expressions };
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&');
}

export async function measure(dataDir: string): Promise<{ figure: string; value: number; bar: number; aim?: number; source: string }[]> {
  const folder = path.join(dataDir, 'security', 'annoctr', 'time', 'dev');
  if (!existsSync(folder)) return [];
  const all = judge(folder);
  const dated = all.filter(one => /\d{4}/.test(one.text));
  const share = (list: readonly Judged[]): number => list.filter(one => one.right).length / list.length;
  const source = `AnnoCTR dev, ${all.length} expressions, ${dated.length} with a year`;
  return [
    { figure: 'dates with a year, ISO value right', value: share(dated), bar: 0.9, source },
    { figure: 'all dates, ISO value right', value: share(all), bar: 0.8, aim: 0.9, source },
  ];
}
