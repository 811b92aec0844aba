// Owns: the rule handling/off-record.
// Must not know: how content is compared.
import type { Source } from '../../evidence/types.ts';
import { PLACES } from '../../lexicon/name-cues.ts';
import { ORGANISATION_NAME } from '../../lexicon/source-nouns.ts';
import { phrase } from '../../text/phrases.ts';
import { shift } from '../../text/span.ts';
import { type DocumentView, defineDocumentRule, type StoryView } from '../types.ts';
import { fileOf, isMarkedAbove, leaks } from './shared.ts';

export default defineDocumentRule({
  id: 'handling/off-record',
  version: 1,
  scope: 'document',
  severity: 'error',
  roles: ['draft'],
  reads: ['names', 'citations', 'claims', 'support', 'story'],
  options: {},
  messages: {
    content: 'Only {file} has this, and that was said off the record. Find it somewhere else, or take it out.',
    named: '{file} is on background, so its words may be used and its name may not. Describe the person instead.',
  },
  docs: {
    summary: 'Content that was said off the record, or the name of someone who spoke on background.',
    why: 'The agreement with a source holds after the interview; breaking it closes doors and can hurt people.',
    bad: [
      {
        draft: 'The ministry had known of the hole in the router since the spring, months before the summit.\n',
        notes: {
          'notes/desk.md':
            '---\nterms: off-record\n---\n\nThe ministry had known of the hole in the router since the spring, months before the summit.\n',
        },
      },
    ],
    good: [
      {
        draft: 'The ministry had known of the hole in the router since the spring, months before the summit.\n',
        notes: {
          'notes/desk.md':
            '---\nterms: off-record\n---\n\nThe ministry had known of the hole in the router since the spring, months before the summit.\n',
          'notes/minutes.md': 'The ministry had known of the hole in the router since the spring, months before the summit.\n',
        },
      },
    ],
  },
  check({ document, story, report }) {
    const isOff = (source: Source): boolean => source.metadata.terms === 'off-record';
    for (const { leak, segment } of leaks(document, story, (source, level) => isOff(source) && !isMarkedAbove(source, level))) {
      if (leak.certainty === 'faint') continue;
      report({
        span: shift(leak.span, segment.offset),
        message: 'content',
        args: { file: fileOf(leak.source) },
        related: [{ uri: leak.source.uri, span: leak.passage.span, message: phrase`Off the record` }],
      });
    }
    for (const { span, source } of backgroundNames(document, story)) report({ span, message: 'named', args: { file: fileOf(source) } });
  },
});

/** Full names of people who speak in background Sources and in no other. */
function* backgroundNames(document: DocumentView, story: StoryView) {
  for (const [name, source] of protectedSpeakers(story)) {
    for (let at = document.text.indexOf(name); at >= 0; at = document.text.indexOf(name, at + name.length))
      yield { span: { start: at, end: at + name.length }, source };
  }
}

const TALK =
  '[Ee]-?mail|[Mm]ail|[Cc]all|[Tt]alk|[Cc]hat|[Ii]nterview|[Cc]onversation|[Mm]eeting|[Pp]hone|[Mm]essage|[Cc]offee|[Ll]unch|[Vv]isit';
/** "Mail, Dana Orrin, clerk at the registry", "Interview with Dana Orrin", "Dana Orrin, clerk": a title that says who speaks. */
const IN_TITLE = new RegExp(
  `(?:\\b(?:${TALK}),? (?:with |from |by |of )?|^(?=[^,(]{1,60},? [(]?\\p{Ll}))(\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}.’'-]+){1,2})(?=,| \\(|:| [–—-] |$)`,
  'u',
);

function personsInTitle(title: string): readonly string[] {
  const name = IN_TITLE.exec(title)?.[1];
  if (name === undefined) return [];
  return name.split(' ').some(word => ORGANISATION_NAME.has(word.toLowerCase()) || PLACES.has(word.toLowerCase())) ? [] : [name];
}

/** Of each state of a Story: drafts ask on every version. */
const SPEAKERS = new WeakMap<StoryView, ReadonlyMap<string, Source>>();

function protectedSpeakers(story: StoryView): ReadonlyMap<string, Source> {
  const known = SPEAKERS.get(story);
  if (known) return known;
  const names = new Map<string, Source>();
  const sources = [...story.sources.values()];
  for (const source of sources.filter(isProtected)) for (const name of peopleIn(source)) names.set(name, source);
  for (const source of names.size === 0 ? [] : sources) {
    if (!isProtected(source)) for (const name of peopleIn(source, [...names.keys()])) names.delete(name);
  }
  SPEAKERS.set(story, names);
  return names;
}

function isProtected({ metadata: { terms } }: Source): boolean {
  return terms === 'background' || terms === 'deep-background' || terms === 'off-record';
}

/** Full names of those who wrote a Source, speak in it or stand in its title; where only some `names` matter, speakers with others may be left out. */
function peopleIn(source: Source, names?: readonly string[]): readonly string[] {
  const { late, metadata, passages, title } = source;
  const mayName = (name: string): boolean => name.split(' ').every(word => late?.mayName(word.toLowerCase()) !== false);
  const speakers = names === undefined || names.some(mayName) ? passages.map(passage => passage.quote?.speaker ?? '') : [];
  const people = [...(metadata.authors ?? []), ...speakers].filter(name => /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){1,3}$/u.test(name));
  return [...people, ...personsInTitle(title)];
}
