import { createHash } from 'node:crypto';

/** A hash over all fields, whatever their order: the same notification sent twice has the same key. */
export function keyOfContent(content: unknown): string {
  return keyOf(canonical(content));
}

export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** JSON with the keys of every object in order. Bounded by the depth that was checked before (`readJson`). */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}
