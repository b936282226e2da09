import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ChangedRow, forEachGroup } from '../../adapters/streamRecords.ts';
import { formatRoundId, parseRoundId, type RoundId } from '../../domain/roundId.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { knownPlan, knownTrajectory } from '../../operations/lookUp.ts';
import type { Log, MailSender, RecordStore, WallClock } from '../../operations/ports.ts';
import { sendReplanNotices } from '../../operations/replanNotices.ts';
import { sendOwedMails } from '../../operations/sendMails.ts';
import { settleRound } from '../../operations/settleRound.ts';

interface Dependencies {
  readonly store: RecordStore;
  readonly sender: MailSender;
  readonly log: Log;
  readonly now: WallClock;
}

/** The second consumer of the record's stream: sends the mails that a round's rows owe. */
export function createHandler({ store, sender, log, now }: Dependencies) {
  return (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
    forEachGroup(event, log, groupOf, async ([row]) => {
      if (row?.kind === 'trajectory') {
        for (const id of await store.openRounds(row.id)) await sendFor(row.id, id);
        await sendNotices(row.id);
      } else if (row?.kind === 'round') {
        await sendFor(row.trajectory, row);
      } else if (row?.kind === 'request') {
        await sendFor(row.trajectory, parseRoundId(row.round));
      }
    });

  async function sendNotices(id: string): Promise<void> {
    const run = await sendReplanNotices(store, sender, now, await knownTrajectory(store, id));
    if (run.failed > 0) throw new Unavailable('De mail', `${run.failed} berichten niet verzonden`);
  }

  async function sendFor(trajectory: string, roundId: RoundId): Promise<void> {
    const [round, requests, plan] = await Promise.all([
      store.round(trajectory, roundId),
      store.requestsOfRound(trajectory, formatRoundId(roundId)),
      knownPlan(store, trajectory),
    ]);
    if (!round) return;
    const run = await sendOwedMails(store, sender, now, plan, round, requests);
    if (run.failed > 0) throw new Unavailable('De mail', `${run.failed} berichten niet verzonden`);
    await settleRound(store, round);
  }
}

function groupOf(row: ChangedRow): string | undefined {
  if (row.kind === 'round') return `${row.trajectory} ${formatRoundId(row)}`;
  if (row.kind === 'request') return `${row.trajectory} ${row.round}`;
  // A trajectory whose mails were let go again, or whose plan was replaced.
  return row.kind === 'trajectory' ? row.id : undefined;
}
