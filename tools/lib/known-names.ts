// Joins the tables of ATT&CK and MISP galaxy names to one list, for learning and for measuring.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { KnownName } from '../../server/src/core/knowledge/knowledge.ts';

interface Entry {
  readonly id?: string;
  readonly kind?: string;
  readonly cluster?: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** Names out of `attack.json` and `misp-names.json` of a folder. */
export function readKnownNames(folder: string): readonly KnownName[] {
  const read = (file: string): readonly Entry[] => JSON.parse(readFileSync(path.join(folder, file), 'utf8')).entries as Entry[];
  const names: KnownName[] = [];
  for (const { id = '', kind, name, aliases = [] } of read('attack.json')) {
    if (kind === 'group') names.push({ id, kind: 'actor', name, aliases });
    if (kind === 'malware' || kind === 'tool') names.push({ id, kind, name, aliases });
  }
  for (const { cluster = '', name, aliases = [] } of read('misp-names.json')) {
    if (cluster === 'branded_vulnerability') continue;
    const kind = /actor|activity-group/.test(cluster) ? 'actor' : cluster === 'tool' || cluster === 'exploit-kit' ? 'tool' : 'malware';
    names.push({ id: `${cluster}:${name}`, kind, name, aliases });
  }
  return names;
}
