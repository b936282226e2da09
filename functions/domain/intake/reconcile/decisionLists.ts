import type { SourceMapping } from '../sourceMapping.ts';
import { isAddress } from '../whatMappingSays.ts';

/**
 * The lists to ask for. The Besluiten API 1.1 filters by identificatie, verantwoordelijkeOrganisatie, besluittype and
 * zaak, and not by day (VNG-Realisatie/gemma-zaken, api-specificatie/brc/1.1.x). So by kind and case where everything
 * that the map knows a decision by is the address of one; otherwise the whole list, of which words may fit any.
 */
export function decisionLists(list: string, { decisions, cases, keywords }: SourceMapping): string[] {
  const asked = [
    ...decisions.map(({ type }) => ['besluittype', type] as const),
    ...cases.map((rule) => ['zaak', rule.case] as const),
  ];
  const byAddress = asked.length > 0 && keywords.length === 0 && asked.every(([, name]) => isAddress(name));
  if (!byAddress) return [list];
  const addresses = asked.map(([filter, name]) => {
    const address = new URL(list);
    address.searchParams.set(filter, name);
    return address.href;
  });
  return [...new Set(addresses)];
}
