import { besluitSchema, besluittypeSchema } from '../../domain/intake/read/besluit.ts';
import { organOf, type ReadDecision } from '../../domain/intake/read/readDecision.ts';
import type { Source } from '../../domain/intake/source.ts';
import type { ResourceReader } from './ports.ts';

/**
 * The decision at this address, as the Besluiten API gives it, or why a person must look. The name of its besluittype is
 * fetched only when the mapping knows kinds by name. Throws `Unavailable` when asking again may help.
 */
export async function fetchDecision(
  resources: ResourceReader,
  source: Source,
  url: string,
  types: readonly string[],
): Promise<{ readonly decision: ReadDecision } | { readonly reason: string }> {
  const fetched = await resources.read(url, source);
  if (fetched.kind === 'gone') return { reason: 'Dit besluit is bij de bron niet (meer) te vinden.' };
  if (fetched.kind === 'refused') return { reason: `Het besluit is niet opgehaald: ${fetched.why}.` };
  const besluit = besluitSchema.safeParse(fetched.json);
  if (!besluit.success) {
    const fields = besluit.error.issues.map(({ path }) => path.join('.')).join(', ');
    return { reason: `De bron geeft het besluit in een vorm die wij niet kennen (${fields}).` };
  }
  const { besluittype, zaak, datum, identificatie, toelichting, bestuursorgaan } = besluit.data;
  return {
    decision: {
      types: [...types, besluittype, ...(await nameOfKind(resources, source, besluittype))],
      cases: zaak ? [zaak] : [],
      day: datum,
      reference: identificatie?.slice(0, 100),
      text: toelichting?.slice(0, 4000) ?? '',
      organ: organOf(bestuursorgaan),
    },
  };
}

async function nameOfKind(resources: ResourceReader, source: Source, besluittype: string): Promise<string[]> {
  if (source.mapping.decisions.every(({ type }) => URL.canParse(type))) return [];
  const fetched = await resources.read(besluittype, source);
  const kind = fetched.kind === 'found' ? besluittypeSchema.safeParse(fetched.json) : undefined;
  return kind?.success ? [kind.data.omschrijving] : [];
}
