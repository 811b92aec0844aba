// Owns: reading the client's settings, whatever their shape.
// Must not know: where they come from, what they switch.
import { TLP_LEVELS } from '../core/extract/tlp.ts';
import { DEFAULT_SETTINGS, type ServerSettings } from '../protocol.ts';

/** Settings from what a client sent: what is absent or of a wrong type keeps its default. */
export function settingsFrom(value: unknown): ServerSettings {
  const check = member(value, 'check');
  const limits = member(value, 'limits');
  const assistant = member(value, 'assistant');
  const { limits: defaults } = DEFAULT_SETTINGS;
  const { codeLens, inlayHints, semanticTokens } = DEFAULT_SETTINGS;
  const [lens, hints] = [member(value, 'codeLens'), member(value, 'inlayHints')];
  return {
    check: { closedFiles: flag(member(check, 'closedFiles'), DEFAULT_SETTINGS.check.closedFiles) },
    codeLens: {
      paragraphs: flag(member(lens, 'paragraphs'), codeLens.paragraphs),
      sources: flag(member(lens, 'sources'), codeLens.sources),
    },
    inlayHints: {
      sources: flag(member(hints, 'sources'), inlayHints.sources),
      numbers: flag(member(hints, 'numbers'), inlayHints.numbers),
    },
    semanticTokens: { enabled: flag(member(member(value, 'semanticTokens'), 'enabled'), semanticTokens.enabled) },
    limits: {
      draftLength: limit(member(limits, 'draftLength'), defaults.draftLength),
      noteLength: limit(member(limits, 'noteLength'), defaults.noteLength),
      files: limit(member(limits, 'files'), defaults.files),
    },
    assistant: {
      enabled: flag(member(assistant, 'enabled'), DEFAULT_SETTINGS.assistant.enabled),
      maximumTlp: TLP_LEVELS.find(level => level === member(assistant, 'maximumTlp')) ?? DEFAULT_SETTINGS.assistant.maximumTlp,
    },
  };
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function limit(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? Math.floor(value) : otherwise;
}
