// Owns: the role of a file in its Story, from path, front matter and configuration alone.
// Must not know: what is open in an editor, what the file says beyond its front matter.
import picomatch from 'picomatch';
import type { FrontMatter } from '../rules/types.ts';
import { CONFIGURATION_FILE, type Configuration } from './configuration.ts';

export type Role = 'draft' | 'notes' | 'bibliography' | 'configuration' | 'off';

const NOT_DRAFTS = /^(?:readme|changelog|license|licence|contributing|security)(?:\..*)?$/i;
const PROSE = /\.(?:md|markdown|txt)$/i;
const BIBLIOGRAPHY = /\.(?:bib|bibtex)$|(?:^|[./-])(?:references|bibliography|library|csl)[^/]*\.json$/i;
/** Files in notes that are read as evidence, or named as unchecked. */
const EVIDENCE = /\.(?:md|markdown|txt|html?|eml|vtt|srt|pdf|docx)$/i;

type Matcher = (path: string) => boolean;
const matchers = new WeakMap<Configuration, { readonly notes: Matcher; readonly drafts: Matcher | undefined }>();

/** Role of the file at `path` (from the Story's folder, with "/"), not looking at its front matter. */
export function roleOfPath(path: string, configuration: Configuration): Role {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === CONFIGURATION_FILE) return 'configuration';
  if (path.split('/').some(part => part.startsWith('.') && part.length > 1) || /(?:^|\/)node_modules\//.test(path)) return 'off';
  if (BIBLIOGRAPHY.test(path)) return 'bibliography';
  const { notes, drafts } = matchersOf(configuration);
  if (notes(path)) return EVIDENCE.test(name) ? 'notes' : 'off';
  if (drafts) return drafts(path) ? 'draft' : 'off';
  return PROSE.test(name) && !NOT_DRAFTS.test(name) ? 'draft' : 'off';
}

/** Whether files of this role hold evidence. */
export function isEvidence(role: Role | undefined): role is 'notes' | 'bibliography' {
  return role === 'notes' || role === 'bibliography';
}

/** What front matter says of the role, which comes before everything else; undefined when it says nothing. */
export function roleOfFrontMatter(frontMatter: FrontMatter): 'draft' | 'notes' | 'off' | undefined {
  const value = frontMatter.items.find(item => item.key === 'backdraft')?.value;
  if (value === false) return 'off'; // "off" is a boolean in YAML 1.1
  return value === 'draft' || value === 'notes' || value === 'off' ? value : undefined;
}

/** Whether a file is read as Markdown or as plain text. */
export function markupOf(path: string, languageId?: string): 'markdown' | 'plain' {
  if (/\.(?:md|markdown)$/i.test(path)) return 'markdown';
  if (/\.[a-z0-9]+$/i.test(path)) return 'plain';
  return languageId === 'markdown' ? 'markdown' : 'plain';
}

function matchersOf(configuration: Configuration): { readonly notes: Matcher; readonly drafts: Matcher | undefined } {
  let found = matchers.get(configuration);
  if (!found) {
    found = { notes: globs(configuration.notes), drafts: configuration.drafts && globs(configuration.drafts) };
    matchers.set(configuration, found);
  }
  return found;
}

function globs(patterns: readonly string[]): Matcher {
  const compiled = patterns.map(pattern => {
    const relative = pattern.replace(/^\.\//, '').replace(/\/$/, '/**');
    // A glob without a folder names files at any depth, as in .gitignore.
    const anywhere = relative.includes('/') ? relative : `**/${relative}`;
    // Never backtracking: picomatch compiles extglobs and braces to nested groups, which a hostile configuration could abuse.
    return picomatch(anywhere.slice(0, 300), { nonegate: true, noextglob: true, nocase: false });
  });
  return path => compiled.some(match => match(path));
}
