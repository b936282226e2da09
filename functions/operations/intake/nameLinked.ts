import { readIdentificatie, readOmschrijving } from '../../domain/intake/linkedResources.ts';
import type { ReportedDecision } from '../../domain/intake/reportedDecision.ts';
import type { Source } from '../../domain/intake/source.ts';
import { isAddress } from '../../domain/intake/whatMappingSays.ts';
import type { ResourceReader } from './ports.ts';

/**
 * A mapping may name a kind of decision by its omschrijving and a case by its identification: then, and only then,
 * those are looked up. What may not be asked, or is gone, has no other name than its address.
 */
export async function nameLinked(
  resources: ResourceReader,
  decision: ReportedDecision,
  source: Source,
): Promise<ReportedDecision> {
  const { decisions, cases, ignore } = source.mapping;
  const kinds = [...decisions.map(({ type }) => type), ...ignore.types];
  const more = async (
    names: readonly string[],
    ruled: readonly string[],
    read: (json: unknown) => string | undefined,
  ) => {
    const address = names.find(isAddress);
    // Nothing to ask for when every rule goes by address, or one of them knows it as it is.
    if (!address || ruled.every(isAddress) || names.some((name) => ruled.includes(name))) return names;
    const fetched = await resources.read(address, source);
    const name = fetched.kind === 'found' ? read(fetched.json) : undefined;
    return name === undefined ? names : [...names, name];
  };
  return {
    ...decision,
    types: await more(decision.types, kinds, readOmschrijving),
    cases: await more(
      decision.cases,
      cases.map((rule) => rule.case),
      readIdentificatie,
    ),
  };
}
