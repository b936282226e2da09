import { dayOf, timeOfDay } from '../calendar/days.ts';
import { type CsvManner, csvLine, textCell } from '../ledger/export/csvText.ts';
import type { PlanNames } from '../plan/planNames.ts';
import { subjectWords } from '../plan/planNames.ts';
import type { AuditEntry } from '../trajectory.ts';
import { auditSentence } from './auditSentence.ts';
import { AUDIT_WORD, viaWord } from './auditWords.ts';

/** Columns of the log as a file; the moment in UTC, the day and time in Europe/Amsterdam. */
const COLUMNS = [
  'tijdstip_utc',
  'dag',
  'tijd',
  'soort',
  'wat',
  'betreft',
  'door',
  'langs',
  'onderwerp',
  'gegevens',
  'regel',
] as const;
export const logHeader = (manner: CsvManner) => csvLine(COLUMNS, manner);

export function logLine(names: PlanNames, entry: AuditEntry, manner: CsvManner): string {
  const { at, what, subject, by, via, details, id } = entry;
  return csvLine(
    [
      at,
      dayOf(at),
      timeOfDay(at),
      AUDIT_WORD[what],
      ...[
        auditSentence(names, entry),
        subjectWords(names, subject),
        by,
        viaWord(via),
        subject,
        JSON.stringify(details),
      ].map(textCell),
      id,
    ],
    manner,
  );
}

/** The same entry for programs: as it is kept, and as it reads. */
export function logRecord(names: PlanNames, entry: AuditEntry): object {
  const { id, at, what, subject, by, via, details } = entry;
  return { id, at, what, subject, by, via, details, sentence: auditSentence(names, entry) };
}
