import { municipalitiesOf, yearsOf } from '../../domain/ledger/balances.ts';
import { exportHeader, exportLinesOf, type FileTotals } from '../../domain/ledger/export/exportLines.ts';
import { addPart, type LedgerSums, noSums } from '../../domain/ledger/sums.ts';
import { Refusal } from '../../domain/refusal.ts';
import { knownPlan } from '../lookUp.ts';
import type { RecordStore } from '../ports.ts';
import type { LedgerReading } from './ports.ts';

export interface ExportOrder {
  readonly trajectory: string;
  /** Absent: all. */
  readonly municipality?: string | undefined;
  readonly year?: number | undefined;
  readonly dutch: boolean;
}

/** Takes the text of a file as it comes, so that of a large ledger only a page is in memory. */
export type Append = (file: string, text: string) => void;

interface Filling {
  readonly municipality: string;
  readonly year: number;
  readonly sums: LedgerSums;
  lines: number;
}

/**
 * One file for each municipality and budget year, also one without a booking; each line is a municipality's part in an
 * entry. The files of all municipalities add up to the ledger, which nobody books on meanwhile: otherwise refused with
 * UNAVAILABLE. Refuses UNKNOWN_TRAJECTORY and UNKNOWN_MUNICIPALITY.
 */
export async function exportLedger(
  { store, ledger }: { readonly store: RecordStore; readonly ledger: LedgerReading },
  { trajectory, municipality, year, dutch }: ExportOrder,
  append: Append,
): Promise<FileTotals[]> {
  const plan = await knownPlan(store, trajectory);
  const before = await ledger.head(trajectory);
  const codes = municipalitiesOf(
    before.counters,
    plan.participants.map(({ code }) => code),
  );
  if (municipality !== undefined && !codes.includes(municipality))
    throw new Refusal(
      'UNKNOWN_MUNICIPALITY',
      `Gemeente ${municipality} doet niet mee; kies uit ${codes.join(', ')}, of all.`,
    );
  const manner = { dutch };
  const files = new Map<string, Filling>();
  const fileOf = (of: string, in_: number): [string, Filling] => {
    const name = `${trajectory}-${of}-${in_}.csv`;
    const known = files.get(name);
    if (known) return [name, known];
    const filling = { municipality: of, year: in_, sums: noSums(), lines: 0 };
    files.set(name, filling);
    append(name, exportHeader(manner));
    return [name, filling];
  };
  const wanted = (of: string, in_: number) =>
    (municipality === undefined || of === municipality) && (year === undefined || in_ === year);
  for (const in_ of year === undefined ? yearsOf(before.counters) : [year])
    for (const code of codes) if (wanted(code, in_)) fileOf(code, in_);
  for await (const page of ledger.entries(trajectory)) {
    for (const entry of page) {
      for (const { part, line } of exportLinesOf(entry, manner)) {
        if (!wanted(part.municipality, entry.year)) continue;
        const [name, filling] = fileOf(part.municipality, entry.year);
        append(name, line);
        addPart(filling.sums, part);
        filling.lines++;
      }
    }
  }
  if ((await ledger.head(trajectory)).version !== before.version)
    throw new Refusal(
      'UNAVAILABLE',
      'Er werd geboekt terwijl de bestanden werden gemaakt, dus zij kloppen niet met elkaar; voer de opdracht opnieuw uit.',
    );
  return [...files].map(([file, filling]) => ({ file, ...filling }));
}
