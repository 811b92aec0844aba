// Owns: who annotates, as far as a setting says it; else the server asks git's files.
// Must not know: what is annotated.
import { workspace } from 'vscode';

/** The name in the settings of the user; a workspace cannot speak in somebody's name. */
export function author(): string | undefined {
  const value = workspace.getConfiguration('backdraft').inspect<string>('annotations.author')?.globalValue;
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
