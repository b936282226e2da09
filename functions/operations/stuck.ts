import { type Round, SCHEMA_VERSION } from '../domain/round/round.ts';
import type { StuckCause } from '../domain/round/stuck.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { RecordStore } from './ports.ts';
import { raiseFlag } from './raiseFlag.ts';

const WHAT_IS_THE_MATTER: Readonly<Record<StuckCause | 'resumed-too-often', (round: Round) => string>> = {
  'answered-not-weighed': () =>
    'Alle antwoorden van deze stap zijn er, maar de ronde is niet verder gegaan; zij wordt opnieuw gestart.',
  'not-asked': () =>
    'De uitvoering loopt, maar niet elk orgaan van deze stap is gevraagd; zij wordt opnieuw gestart.',
  'resumed-too-often': (round) =>
    `De uitvoering is ${round.faults} keer achter elkaar opnieuw gestart zonder dat de ronde verder kwam, en wordt niet meer vanzelf hervat.`,
};

/** A round that does not move by itself becomes a flag that says what a person can do. */
export async function raiseStuckFlag(
  store: RecordStore,
  round: Round,
  at: string,
  cause: StuckCause | 'resumed-too-often',
): Promise<void> {
  const id = formatRoundId(round);
  await raiseFlag(store, {
    kind: 'flag',
    schemaVersion: SCHEMA_VERSION,
    trajectory: round.trajectory,
    flag: 'stuck',
    subject: id,
    reason: `Ronde ${id} staat stil. ${WHAT_IS_THE_MATTER[cause](round)} Bekijk de oorzaak in de console; blijft zij staan, stop dan daar de uitvoering als die nog loopt, en hervat de ronde met: besluitketen resume ${round.trajectory} ${id}.`,
    raisedAt: at,
  });
}
