import { createHash } from 'node:crypto';
import { SCHEMA_VERSION } from './round/round.ts';
import type { AuditEntry } from './trajectory.ts';

/** Makes an audit entry; its id follows from its content, so a repeated write is the same entry. */
export function auditEntry(entry: Omit<AuditEntry, 'kind' | 'schemaVersion' | 'id'>): AuditEntry {
  const content = JSON.stringify([entry.trajectory, entry.what, entry.subject, entry.at, entry.details]);
  const id = createHash('sha256').update(content).digest('hex').slice(0, 16);
  return { kind: 'audit', schemaVersion: SCHEMA_VERSION, id, ...entry };
}
