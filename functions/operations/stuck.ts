import { type Round, SCHEMA_VERSION } from '../domain/round/round.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { RecordStore } from './ports.ts';

/** A round that does not move by itself any more becomes a flag that says what a person can do. */
export async function raiseStuckFlag(store: RecordStore, round: Round, at: string): Promise<void> {
  const id = formatRoundId(round);
  await store.raiseFlag({
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory: round.trajectory,
    flag: 'stuck',
    subject: id,
    reason: `De uitvoering van ronde ${id} is ${round.faults} keer achter elkaar mislukt en wordt niet meer vanzelf hervat. Bekijk de oorzaak in de console en hervat met: besluitketen resume ${round.trajectory} ${id}.`,
    raisedAt: at,
  });
}
