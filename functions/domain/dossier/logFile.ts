import { csvLine, fileStart, textCell } from '../ledger/export/csvText.ts';
import type { AuditEntry } from '../trajectory.ts';

const DUTCH = { dutch: true } as const;

/** The log in its own order, for a spreadsheet; the JSON beside it is for machines. */
export function logFile(log: readonly AuditEntry[], withoutPeople: boolean): string {
  const columns = ['moment', 'wat', 'waarover', ...(withoutPeople ? [] : ['door']), 'langs', 'inhoud'];
  const lines = log.map(({ at, what, subject, by, via, details }) =>
    [at, what, subject, ...(withoutPeople ? [] : [by]), via, JSON.stringify(details)].map(textCell),
  );
  return fileStart(DUTCH) + [columns, ...lines].map((cells) => csvLine(cells, DUTCH)).join('');
}

export function logJson(log: readonly AuditEntry[], withoutPeople: boolean): string {
  const told = log.map(({ kind: _kind, schemaVersion: _schema, by, ...entry }) => ({
    ...entry,
    ...(!withoutPeople && { by }),
  }));
  return `${JSON.stringify(told, null, 2)}\n`;
}
