// Owns: what a new source looks like in notes: a heading with a key and its metadata, or the front matter of a note of its own.
// Must not know: other kinds of completion.
import { type Phrase, phrase } from '../../text/phrases.ts';
import { type Completion, type Place, replaced } from './place.ts';

const LINE = /^#{0,6}[ ]?[A-Za-z]{0,12}$/;
/** The grades that most sources have; all can be completed. */
const GRADES = 'B2,A1,A2,B1,B3,C2,C3,D4,F6';

const SECTION = `## \${1:Title of the source} {#\${2:key}}
- url: \${3:https://}
- published: \${4:YYYY-MM-DD}
- grade: \${5|${GRADES}|}

$0
`;
const FRONT_MATTER = `---
url: \${1:https://}
published: \${2:YYYY-MM-DD}
grade: \${3|${GRADES}|}
---

$0
`;

/** On a line of its own in notes: a new source; at the top of a note, what is to be said of it. */
export function newSourceCompletions(place: Place): readonly Completion[] {
  const { before, after, checked, offset } = place;
  const typed = before.replace(/^#{1,6} ?/, '').toLowerCase();
  if (!LINE.test(before) || after.trim() !== '' || !('new source'.startsWith(typed) || 'source'.startsWith(typed))) return [];
  const span = replaced(place, before.length, /^/);
  const found = [entry('New source', phrase`a heading with a key and its metadata`, SECTION, before, span)];
  if (checked.text.slice(0, offset).trim() === before.trim() && !before.startsWith('#'))
    found.push(entry('New source (this file)', phrase`front matter of a note about one source`, FRONT_MATTER, before, span));
  return found;
}

function entry(label: string, detail: Phrase, snippet: string, before: string, span: Completion['span']): Completion {
  return { label, detail, markdown: '', span, newText: plain(snippet), filterText: `${before} ${label}`, kind: 'snippet', snippet };
}

/** The same without places to fill in, for editors that know none. */
function plain(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d/g, '');
}
