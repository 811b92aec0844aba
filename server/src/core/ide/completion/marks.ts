// Owns: completing TLP marks, in the text and in front matter, and the other words that front matter knows.
// Must not know: other kinds of completion.
import { SCALES } from '../../lexicon/estimates.ts';
import { TLP_MEANING } from '../knowledge-hover.ts';
import { type Completion, type Place, replaced } from './place.ts';
import { ruleCompletions } from './rules.ts';

const MARK = /(?<![\p{L}\p{N}])TLP(?::[ \t]?[A-Z+]{0,13})?$/iu;
const LEVELS = Object.entries(TLP_MEANING);

/** Marks; undefined where none is being typed. */
export function markCompletions(place: Place): readonly Completion[] | undefined {
  const typed = MARK.exec(place.before)?.[0];
  if (typed === undefined) return undefined;
  const span = replaced(place, typed.length, /^[A-Z+]*/i);
  return LEVELS.map(([level, meaning]) => option(`TLP:${level}`, meaning, span));
}

/** What front matter may say; undefined outside of it. */
export function frontMatterCompletions(place: Place): readonly Completion[] | undefined {
  const { view, offset, before } = place;
  if (offset <= view.frontMatter.span.start || offset >= view.frontMatter.span.end) return undefined;
  const [, key = '', value = ''] = /^([a-z-]{1,30}):[ \t]{0,5}(.*)$/.exec(before) ?? [];
  if (key === 'backdraft-disable') return ruleCompletions(place, /[\w/-]*$/.exec(value)?.[0] ?? '', value.split(/[^\w/-]+/));
  const span = replaced(place, value.length, /^[\w+:-]*/);
  if (key === 'tlp') return LEVELS.map(([level, meaning]) => option(level, meaning, span));
  if (key === 'scale') return SCALES.map(scale => option(scale.id, scale.name, span));
  if (key === 'audience') return ['general', 'security'].map(word => option(word, '', span));
  if (key === 'backdraft') return ['draft', 'notes', 'off'].map(word => option(word, '', span));
  return [];
}

function option(text: string, detail: string, span: Completion['span']): Completion {
  return { label: text, detail, markdown: '', span, newText: text, filterText: text, kind: 'mark' };
}
