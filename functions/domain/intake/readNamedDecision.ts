import * as z from 'zod';
import type { Announcement } from './announcement.ts';
import type { SourceMapping } from './sourceMapping.ts';

/** Where an event may name the decision it is about; the first that says something counts. */
const namesSchema = z.looseObject({
  datum: z.unknown().optional(),
  date: z.unknown().optional(),
  identificatie: z.unknown().optional(),
  reference: z.unknown().optional(),
  hoofdObject: z.unknown().optional(),
  resourceUrl: z.unknown().optional(),
  besluit: z.unknown().optional(),
  url: z.unknown().optional(),
});

export interface NamingEvent {
  readonly type: string;
  readonly data: unknown;
  /** `dataref` of a CloudEvent. */
  readonly reference?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly destroyed: boolean;
}

const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/**
 * An event holds its decision (`data.datum`, or `data.date`), names its address, or only an id: that is looked up where the mapping
 * says, and nowhere else.
 */
export function readNamedDecision(
  { type, data, reference, subject, destroyed }: NamingEvent,
  mapping: Pick<SourceMapping, 'resources'>,
  messageKey: string,
): Announcement {
  const said = namesSchema.safeParse(data).data;
  const names = [said?.hoofdObject, said?.resourceUrl, reference, said?.besluit, said?.url, subject].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  );
  if (said?.datum !== undefined || said?.date !== undefined) {
    const own = [said.identificatie, said.reference].find((name) => typeof name === 'string');
    return { kind: 'stated', json: data, type, named: names[0] ?? own ?? messageKey, destroyed };
  }
  const url = names.find((name) => /^https?:\/\//i.test(name));
  if (url) return { kind: 'resource', url, type, destroyed };
  const [, id] = names.map((name) => UUID.exec(name)).find((match) => match !== null) ?? [];
  if (id && mapping.resources)
    return {
      kind: 'resource',
      url: `${mapping.resources.replace(/\/+$/, '')}/${id.toLowerCase()}`,
      type,
      destroyed,
    };
  return {
    kind: 'unclear',
    title: id ? `${type}: ${id}` : type,
    reason: id
      ? `Het bericht (${type}) noemt alleen het nummer ${id} van het besluit. Zet bij "resources" in de map van de bron waar besluiten staan, of voer de uitkomst zelf in.`
      : `Het bericht (${type}) zegt niet over welk besluit het gaat. Voer de uitkomst zelf in, of zet de soort bij "ignore" in de map van de bron.`,
  };
}
