// Owns: where the sample story is and which of its drafts to open.
// Must not know: what opens it.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './run.mjs';

/** The folder of the sample story and its first draft; the draft is undefined where there is none. */
export function sampleStory() {
  const samples = path.join(ROOT, 'samples');
  const isStory = folder => existsSync(path.join(folder, '.backdraft.yaml')) || existsSync(path.join(folder, 'notes'));
  const folders = [samples, ...entries(samples).map(name => path.join(samples, name))];
  const folder = folders.find(isStory) ?? samples;
  const drafts = entries(folder).filter(
    name => /\.(md|markdown|txt)$/i.test(name) && !/^(readme|changelog|license)\b|\.notes\./i.test(name),
  );
  const draft = drafts.find(name => /draft/i.test(name)) ?? drafts[0];
  return { folder, draft: draft && path.join(folder, draft) };
}

function entries(folder) {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
