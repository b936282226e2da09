import type { BodyCalendar, Calendars } from '../domain/meetings/calendar.ts';
import type { Imported } from '../domain/reference.ts';
import { type ImportResult, onLatestVersion } from './onLatestVersion.ts';
import type { ReferenceData } from './ports.ts';

/** Replaces the calendars of these bodies and keeps those of others. The same again is no change. */
export async function importCalendars(
  reference: ReferenceData,
  scope: string,
  calendars: Calendars,
  by: Imported,
): Promise<ImportResult> {
  return onLatestVersion(async () => {
    const current = await reference.calendars(scope);
    const changed = [...calendars].filter(
      ([body, calendar]) => contentOf(calendar) !== contentOf(current.calendars.get(body)),
    );
    if (changed.length === 0) return { changed: false, version: current.version };
    const next = {
      version: current.version,
      calendars: new Map([...current.calendars, ...changed]),
      imported: new Map([...current.imported, ...changed.map(([body]) => [body, by] as const)]),
    };
    const written = await reference.writeCalendars(scope, next, by);
    return written ? { changed: true, version: current.version + 1 } : undefined;
  });
}

/** Without regard to the order in which its keys were stored. */
function contentOf(calendar: BodyCalendar | undefined): string | undefined {
  if (!calendar) return undefined;
  const { meetings, recesses, facts } = calendar;
  return JSON.stringify([
    meetings.map(({ day, papersBy }) => [day, papersBy ?? null]),
    recesses.map(({ from, until, name }) => [from, until, name]),
    facts.map(({ day, kind, name }) => [day, kind, name]),
  ]);
}
