import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ChangedRow, forEachGroup } from '../../adapters/streamRecords.ts';
import { formatRoundId, parseRoundId } from '../../domain/roundId.ts';
import { moveRoundOn } from '../../operations/moveRoundOn.ts';
import { openMilestones } from '../../operations/openMilestones.ts';
import type { Chain, Log, RecordStore, WallClock } from '../../operations/ports.ts';

interface Dependencies {
  readonly store: RecordStore;
  readonly chain: Chain;
  readonly log: Log;
  readonly now: WallClock;
}

/**
 * The first consumer of the record's stream: what a change owes the chain and the plan is done at once. A
 * started trajectory and a completed milestone open what waited; a round is moved on by its own rows.
 */
export function createHandler({ store, chain, log, now }: Dependencies) {
  return (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    forEachGroup(event, log, groupOf, async (rows) => {
      const first = rows[0];
      if (!first) return;
      if (first.kind === 'trajectory' || first.kind === 'milestone') {
        await openWhatWaited(first, rows);
      } else {
        await moveOn(first);
      }
    });

  async function openWhatWaited(first: ChangedRow, rows: readonly ChangedRow[]): Promise<void> {
    const trajectory = await store.trajectory(
      first.kind === 'trajectory' ? first.id : (first as { trajectory: string }).trajectory,
    );
    if (!trajectory) return;
    const moments = rows.map((row) =>
      row.kind === 'milestone' ? row.completedAt : row.kind === 'trajectory' ? row.startedAt : undefined,
    );
    const at = moments.reduce((a, b) => (b && (!a || b > a) ? b : a), undefined);
    if (at) await openMilestones(store, trajectory, at);
  }

  async function moveOn(row: ChangedRow): Promise<void> {
    if (row.kind !== 'round' && row.kind !== 'request') return;
    const roundId = row.kind === 'round' ? row : parseRoundId(row.round);
    const round = await store.round(row.trajectory, roundId);
    if (!round) return;
    const requests = await store.requestsOfRound(row.trajectory, formatRoundId(round));
    await moveRoundOn(store, chain, round, requests, now());
  }
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
  }
}
