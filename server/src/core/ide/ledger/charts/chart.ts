// Owns: what all charts of a ledger share: a figure with a picture, its words, and a table of the same figures.
// Must not know: single charts.
import type { Language } from '../../../text/phrases.ts';
import { escaped, isolated } from '../escape.ts';

export interface Chart {
  /** Part of the ids in the page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** Content of the svg element; empty where there is nothing to see. Whatever comes from a draft or note in it is escaped. */
  readonly picture: string;
  readonly caption?: string;
  /** The same figures: heads, then rows; first cells are heads of their rows. Plain text. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart as HTML: picture with title and description, caption, and its figures to unfold. */
export function figure({ id, title, description, width, height, picture, caption, columns, rows }: Chart, language: Language): string {
  const name = escaped(title);
  return `<figure id="${id}">
<h3>${name}</h3>
${picture === '' ? '' : svg({ id, title, description, width, height, picture })}
<figcaption>${escaped(caption ?? description)}</figcaption>
<details><summary>${language.say`Figures`}<span class="unseen">: ${name}</span></summary>
<table><caption class="unseen">${name}</caption><thead><tr>${columns.map(one => `<th scope="col">${escaped(one)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(([head = '', ...cells]) => `<tr><th scope="row">${isolated(head)}</th>${cells.map(one => `<td>${isolated(one)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>
</details>
</figure>`;
}

function svg({ id, title, description, width, height, picture }: Omit<Chart, 'caption' | 'columns' | 'rows'>): string {
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text"><title id="${id}-title">${escaped(title)}</title><desc id="${id}-text">${escaped(description)}</desc>
${picture}
</svg>`;
}

/** A number of a picture, short. */
export function at(value: number): string {
  return String(Math.round(value * 100) / 100);
}
