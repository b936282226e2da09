import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ChangedRow, forEachGroup } from '../../adapters/streamRecords.ts';
import { formatRoundId, parseRoundId, type RoundId } from '../../domain/roundId.ts';
import { moveRoundOn } from '../../operations/moveRoundOn.ts';
import { openMilestones } from '../../operations/openMilestones.ts';
import type { Chain, Log, RecordStore, ReferenceData, WallClock } from '../../operations/ports.ts';
import { settleAllBouncedFlags } from '../../operations/settleBouncedFlags.ts';
import { settleRound } from '../../operations/settleRound.ts';
import { withdrawWhatWasDropped } from '../../operations/withdrawWhatWasDropped.ts';

interface Dependencies {
  readonly store: RecordStore;
  readonly reference: ReferenceData;
  readonly chain: Chain;
  readonly now: WallClock;
  readonly log: Log;
}

/**
 * The first consumer of the record's stream: what a change owes the chain and the plan is done at once. A
 * started trajectory, another plan and a completed milestone open what waited; a round is moved on by its own rows.
 */
export function createHandler({ store, reference, chain, now, log }: Dependencies) {
  return (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    forEachGroup(event, log, groupOf, async (rows) => {
      const first = rows[0];
      if (!first) return;
      if (first.kind === 'trajectory' || first.kind === 'milestone') {
        await openWhatWaited(first, rows);
      } else if (first.kind === 'round' || first.kind === 'request') {
        await moveOn(
          first.trajectory,
          first.kind === 'round' ? first : parseRoundId(first.round),
          latestMoment(rows),
        );
      } else if (first.kind === 'marked-address') {
        await settleAllBouncedFlags({ store, reference }, now());
      }
    });

  async function openWhatWaited(
    first: Extract<ChangedRow, { kind: 'trajectory' | 'milestone' }>,
    rows: readonly ChangedRow[],
  ): Promise<void> {
    const id = first.kind === 'trajectory' ? first.id : first.trajectory;
    const trajectory = await store.trajectory(id);
    const at = latestMoment(rows);
    if (!trajectory || !at) return;
    await withdrawWhatWasDropped(store, trajectory);
    await openMilestones(store, trajectory, at);
    // A process that was joined under way brings open rounds along.
    if (first.kind === 'trajectory')
      for (const round of await store.openRounds(id)) await moveOn(id, round, at);
  }

  async function moveOn(trajectory: string, roundId: RoundId, at: string | undefined): Promise<void> {
    const [round, requests] = await Promise.all([
      store.round(trajectory, roundId),
      store.requestsOfRound(trajectory, formatRoundId(roundId)),
    ]);
    if (!round) return;
    await moveRoundOn(store, chain, round, requests, at ?? round.askAt);
    // Whoever does the last thing a closed round owes takes it off the list: this, or the mails.
    await settleRound(store, round);
  }
}

/** The moment at which the latest of these changes was made: time travels with the data. */
function latestMoment(rows: readonly ChangedRow[]): string | undefined {
  return rows
    .map((row) => {
      if (row.kind === 'trajectory') return row.replannedAt ?? row.startedAt;
      if (row.kind === 'milestone') return row.completedAt;
      if (row.kind === 'round') return row.askAt;
      return row.kind === 'request' ? row.recordedAt : undefined;
    })
    .reduce((a, b) => (b && (!a || b > a) ? b : a), undefined);
}

function groupOf(row: ChangedRow): string | undefined {
  switch (row.kind) {
    case 'trajectory':
      return `plan ${row.id}`;
    case 'milestone':
      return `plan ${row.trajectory}`;
    case 'round':
      return `${row.trajectory} ${formatRoundId(row)}`;
    case 'request':
      return `${row.trajectory} ${row.round}`;
    case 'marked-address':
      return 'addresses';
    case 'ledger-statement':
    case 'memo':
    case 'incoming':
      // What came in moves nothing before a person has confirmed it.
      return undefined;
  }
}
