// Owns: bringing node_modules in line with package-lock.json before anything else runs. Needs nothing but Node.
// Must not know: what the packages are for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runNpm } from './run.mjs';
import { say, step } from './say.mjs';

const NODE_NEEDED = [20, 19];

/** Ends the process with a plain sentence when Node is too old for the tools. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NODE_NEEDED[0] || (major === NODE_NEEDED[0] && minor >= NODE_NEEDED[1])) return;
  console.error(`Backdraft needs Node ${NODE_NEEDED.join('.')} or newer; this is Node ${process.versions.node}.`);
  process.exit(2);
}

/** Installs the packages of package-lock.json when one is missing or has another version. */
export async function ensurePackages() {
  requireNode();
  const why = staleness();
  if (!why) return;
  say(why);
  const code = await step('Installing packages with "npm ci" (half a minute or so)', () => runNpm(['ci', '--no-audit', '--no-fund']));
  if (code !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(code);
  }
}

/** Why node_modules does not match the lock file, or undefined when it does. */
function staleness() {
  const wanted = readPackages(path.join(ROOT, 'package-lock.json'));
  const present = readPackages(path.join(ROOT, 'node_modules/.package-lock.json'));
  if (!wanted) return 'There is no package-lock.json to go by.';
  if (!present) return 'The packages are not installed yet.';
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.optional || entry.link) continue;
    const name = place.replace(/^node_modules\//, '');
    if (!present[place]) return `The package ${name} is missing.`;
    if (present[place].version !== entry.version) return `The package ${name} is ${present[place].version} and should be ${entry.version}.`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
