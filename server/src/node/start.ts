// Owns: starting a bundle that stands beside this script, with the code that V8 made of it when it was built.
// Must not know: what the bundle does, how its code was kept (tools/lib/kept-code.mjs).
import { readFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/** Name of the bundle, filled in by the build. */
declare const BUNDLE: string;

// Electron has closed its flags, and its V8 is another one than that of the build.
const isElectron = process.versions.electron !== undefined;
// A first run uses most expressions a few times, and V8 would compile each of them twice for that.
if (!isElectron) setFlagsFromString('--no-regexp-tier-up');

const file = path.join(__dirname, `${BUNDLE}.js`);
// Code of another version of V8, or of one with other flags, is no code to V8: it compiles the bundle as if there were none.
const script = new Script(wrap(readFileSync(file, 'latin1')), { filename: file, cachedData: keptCode() });
const bundle = { exports: {} };
script.runInThisContext().call(bundle.exports, bundle.exports, createRequire(file), bundle, file, __dirname);

function keptCode(): Buffer | undefined {
  if (isElectron) return undefined;
  try {
    return readFileSync(path.join(__dirname, `${BUNDLE}.code`));
  } catch {
    return undefined;
  }
}
