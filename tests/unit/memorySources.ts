import type { Source } from '../../functions/domain/intake/source.ts';
import type { SourceSecret, SourceSecrets, SourceStore } from '../../functions/operations/intake/ports.ts';

/** Sources and their secrets, with the conditions of their adapters. */
export function createMemorySources() {
  const rows = new Map<string, Source>();
  const kept = new Map<string, SourceSecret>();
  const sources: SourceStore = {
    source: async (name) => rows.get(name),
    sources: async () => [...rows.values()].sort((a, b) => a.name.localeCompare(b.name)),
    addSource: async (source) => {
      if (rows.has(source.name)) return false;
      rows.set(source.name, source);
      return true;
    },
    writeSource: async (source, seen) => {
      if (rows.get(source.name)?.lastWrite !== seen.lastWrite) return false;
      rows.set(source.name, source);
      return true;
    },
    removeSource: async (name) => rows.delete(name),
  };
  const secrets: SourceSecrets = {
    read: async (name) => kept.get(name),
    write: async (name, secret) => void kept.set(name, secret),
    remove: async (name) => void kept.delete(name),
  };
  return { sources, secrets, rows, kept };
}
