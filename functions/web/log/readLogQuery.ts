import { type Day, readDay } from '../../domain/calendar/days.ts';
import { isAuditKind } from '../../domain/log/auditWords.ts';
import type { LogFilter } from '../../domain/log/logFilter.ts';
import { IS_ROUND } from '../../domain/plan/planNames.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { AuditPlace } from '../../operations/ports.ts';

/** The fields of the form above the log, as they stand in the address. */
export const LOG_FIELDS = ['soort', 'ronde', 'orgaan', 'van', 'tot'] as const;
export type LogField = (typeof LOG_FIELDS)[number];
export const BEHIND = 'na';

const IS_BODY = /^[A-Za-z0-9-]{1,40}(\/(college|council))?$/;
/** Where an entry stands: its moment and its id. */
const PLACE = /^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{5,16}Z)~([0-9a-f]{16})$/;

export interface LogQuery {
  readonly filter: LogFilter;
  readonly after?: AuditPlace | undefined;
  /** What was given, to show it again. */
  readonly given: Readonly<Partial<Record<LogField, string>>>;
  /** Sentences; with any of them nothing is looked up. */
  readonly mistakes: readonly string[];
}

/** Reads the address of a page of the log: everything in it may have been written by anybody. */
export function readLogQuery(query: (name: string) => string | undefined): LogQuery {
  const given = Object.fromEntries(
    LOG_FIELDS.flatMap((field) => {
      const text = query(field)?.trim();
      return text ? [[field, text.slice(0, 80)]] : [];
    }),
  ) as LogQuery['given'];
  const { soort, ronde, orgaan } = given;
  const mistakes: string[] = [];
  const dayIn = (field: 'van' | 'tot'): Day | undefined => {
    try {
      return given[field] === undefined ? undefined : readDay(given[field]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      mistakes.push(error.message);
      return undefined;
    }
  };
  const [from, until] = [dayIn('van'), dayIn('tot')];
  if (from && until && from > until) mistakes.push('De eerste dag ligt na de laatste; draai ze om.');
  if (soort !== undefined && !isAuditKind(soort)) mistakes.push('Kies een soort uit de lijst.');
  if (ronde !== undefined && !IS_ROUND.test(ronde)) mistakes.push('Kies een ronde uit de lijst.');
  if (orgaan !== undefined && !IS_BODY.test(orgaan)) mistakes.push('Kies een orgaan uit de lijst.');
  const place = query(BEHIND);
  const [, at, id] = PLACE.exec(place ?? '') ?? [];
  if (place !== undefined && (!at || Number.isNaN(Date.parse(at))))
    mistakes.push('Dit deel van het logboek bestaat niet; begin opnieuw bij het nieuwste.');
  const kind = soort !== undefined && isAuditKind(soort) ? soort : undefined;
  return {
    filter: { kind, round: ronde, body: orgaan, from, until },
    ...(at && id && { after: { at, id } }),
    given,
    mistakes,
  };
}

/** The same choice in an address, perhaps behind an entry. */
export function logQueryText(given: LogQuery['given'], after?: AuditPlace): string {
  const parts = new URLSearchParams(given);
  if (after) parts.set(BEHIND, `${after.at}~${after.id}`);
  const text = parts.toString();
  return text === '' ? '' : `?${text}`;
}
