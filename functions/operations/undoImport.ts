import type { Imported } from '../domain/reference.ts';
import { Refusal } from '../domain/refusal.ts';
import { type ImportResult, onLatestVersion } from './onLatestVersion.ts';
import type { ReferenceData } from './ports.ts';

/**
 * Brings back what counted before the last import, as a version of its own; again undoes this. `seen` is the version
 * that was in front of who asks. Refuses NOTHING_TO_UNDO, and CONFLICT when another version counts than the one seen.
 */
export function undoImport(
  reference: ReferenceData,
  what: 'calendars' | 'contacts',
  scope: string,
  by: Imported,
  seen?: number,
): Promise<ImportResult> {
  return onLatestVersion(async () => {
    if (what === 'calendars') {
      const before = await reference.calendarsBefore(scope);
      refuseUnlessSeen(before.version, seen);
      const written = await reference.writeCalendars(scope, before, by);
      return written ? { changed: true, version: before.version + 1 } : undefined;
    }
    const before = await reference.contactsBefore(scope);
    refuseUnlessSeen(before.version, seen);
    const written = await reference.writeContacts(scope, before, by);
    return written ? { changed: true, version: before.version + 1 } : undefined;
  });
}

function refuseUnlessSeen(version: number, seen: number | undefined): void {
  if (version === 0)
    throw new Refusal('NOTHING_TO_UNDO', 'Er is nog niets ingelezen; er valt niets terug te draaien.');
  if (seen === undefined || seen === version) return;
  throw new Refusal(
    'CONFLICT',
    'Er is inmiddels iets anders ingelezen of teruggedraaid; bekijk wat er nu geldt en probeer het opnieuw.',
  );
}
