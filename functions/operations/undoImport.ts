import type { Imported } from '../domain/reference.ts';
import { Refusal } from '../domain/refusal.ts';
import { type ImportResult, onLatestVersion } from './onLatestVersion.ts';
import type { ReferenceData } from './ports.ts';

/** Brings back what counted before the last import, as a version of its own; again undoes this. Refuses NOTHING_TO_UNDO. */
export function undoImport(
  reference: ReferenceData,
  what: 'calendars' | 'contacts',
  scope: string,
  by: Imported,
): Promise<ImportResult> {
  return onLatestVersion(async () => {
    if (what === 'calendars') {
      const before = await reference.calendarsBefore(scope);
      refuseWithout(before.version);
      const written = await reference.writeCalendars(scope, before, by);
      return written ? { changed: true, version: before.version + 1 } : undefined;
    }
    const before = await reference.contactsBefore(scope);
    refuseWithout(before.version);
    const written = await reference.writeContacts(scope, before, by);
    return written ? { changed: true, version: before.version + 1 } : undefined;
  });
}

function refuseWithout(version: number): void {
  if (version > 0) return;
  throw new Refusal('NOTHING_TO_UNDO', 'Er is nog niets ingelezen; er valt niets terug te draaien.');
}
