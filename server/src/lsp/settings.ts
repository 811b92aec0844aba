// Owns: reading the client's settings, whatever their shape.
// Must not know: where they come from, what they switch.
import { DEFAULT_SETTINGS, type ServerSettings } from '../protocol.ts';

/** Settings from what a client sent: what is absent or of a wrong type keeps its default. */
export function settingsFrom(value: unknown): ServerSettings {
  const check = member(value, 'check');
  const limits = member(value, 'limits');
  const { limits: defaults } = DEFAULT_SETTINGS;
  const closedFiles = member(check, 'closedFiles');
  return {
    check: { closedFiles: typeof closedFiles === 'boolean' ? closedFiles : DEFAULT_SETTINGS.check.closedFiles },
    limits: {
      draftLength: limit(member(limits, 'draftLength'), defaults.draftLength),
      noteLength: limit(member(limits, 'noteLength'), defaults.noteLength),
      files: limit(member(limits, 'files'), defaults.files),
    },
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function limit(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : otherwise;
}
