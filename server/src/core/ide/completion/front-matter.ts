// Owns: completing what front matter may say, of drafts and of notes.
// Must not know: other kinds of completion.
import { SCALES } from '../../lexicon/estimates.ts';
import { type Phrase, phrase } from '../../text/phrases.ts';
import { METADATA_KEYS, metadataValues } from './metadata.ts';
import { type Completion, choice, type Place, replaced } from './place.ts';
import { ruleCompletions } from './rules.ts';

const OF_DRAFTS: Readonly<Record<string, Phrase>> = {
  title: phrase`title of the draft`,
  date: phrase`date of the draft, which relative dates count from`,
  tlp: phrase`Traffic Light Protocol`,
  audience: phrase`who reads it: decides which terms need no explanation`,
  scale: phrase`scale of words of likelihood`,
};
const OF_ALL: Readonly<Record<string, Phrase>> = {
  backdraft: phrase`what this file is, whatever its path says`,
  'backdraft-disable': phrase`rules that do not apply in this file`,
};
const VALUES: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = {
  audience: { general: phrase`readers who know no security terms`, security: phrase`readers of the field` },
  backdraft: { draft: phrase`a text to check`, notes: phrase`evidence`, off: phrase`neither` },
};

/** Keys that are not there yet, or values of the key on the line; undefined outside of front matter. */
export function frontMatterCompletions(place: Place): readonly Completion[] | undefined {
  const { view, offset, before, story } = place;
  const { span: whole, items } = view.frontMatter;
  if (offset <= whole.start || offset >= whole.end) return undefined;
  const [, key = '', value = ''] = /^([a-z-]{1,30}):[ \t]{0,5}(.*)$/.exec(before) ?? [];
  if (key === '') {
    if (!/^[a-z-]{0,30}$/.test(before) || before === '---') return [];
    const known = { ...(view.role === 'draft' ? OF_DRAFTS : METADATA_KEYS), ...OF_ALL };
    const span = replaced(place, before.length, /^[a-z-]*:?[ \t]?/);
    return Object.entries(known)
      .filter(([name]) => !items.some(item => item.key === name))
      .map(([name, meaning]) => choice('key', name, meaning, span));
  }
  if (key === 'backdraft-disable') return ruleCompletions(place, /[\w/-]*$/.exec(value)?.[0] ?? '', value.split(/[^\w/-]+/));
  const span = replaced(place, value.length, /^[\w+:-]*/);
  if (key === 'scale') return SCALES.map(scale => choice('value', scale.id, scale.name, span));
  const words = VALUES[key];
  if (words) return Object.entries(words).map(([word, meaning]) => choice('value', word, meaning, span));
  return view.role === 'notes' || key === 'tlp' ? metadataValues(story, key, value, span) : [];
}
