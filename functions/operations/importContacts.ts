import type { Contact } from '../domain/contacts/contact.ts';
import { grouped } from '../domain/importFile/grouped.ts';
import type { Imported } from '../domain/reference.ts';
import { type ImportResult, onLatestVersion } from './onLatestVersion.ts';
import type { ReferenceData } from './ports.ts';

/** Replaces the contacts of the bodies these are of and keeps those of others. The same again is no change. */
export async function importContacts(
  reference: ReferenceData,
  scope: string,
  contacts: readonly Contact[],
  by: Imported,
): Promise<ImportResult> {
  const given = grouped(contacts, ({ body }) => body);
  return onLatestVersion(async () => {
    const current = await reference.contacts(scope);
    const known = grouped(current.contacts, ({ body }) => body);
    const changed = [...given].filter(([body, ofBody]) => contentOf(ofBody) !== contentOf(known.get(body)));
    if (changed.length === 0) return { changed: false, version: current.version };
    const next = {
      version: current.version,
      contacts: [...new Map([...known, ...changed]).values()].flat(),
      imported: new Map([...current.imported, ...changed.map(([body]) => [body, by] as const)]),
    };
    const written = await reference.writeContacts(scope, next, by);
    return written ? { changed: true, version: current.version + 1 } : undefined;
  });
}

/** Without regard to the order in which its keys were stored. */
function contentOf(contacts: readonly Contact[] | undefined): string {
  return JSON.stringify(
    contacts?.map(({ role, name, mail, from, until, language, replacements }) => [
      role,
      name,
      mail,
      from ?? null,
      until ?? null,
      language ?? null,
      replacements.map((each) => [each.name, each.mail, each.from, each.until]),
    ]),
  );
}
