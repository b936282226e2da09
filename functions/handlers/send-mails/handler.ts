import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { type ChangedRow, forEachGroup } from '../../adapters/streamRecords.ts';
import { formatRoundId, parseRoundId } from '../../domain/roundId.ts';
import { Unavailable } from '../../domain/unavailable.ts';
import { knownPlan } from '../../operations/lookUp.ts';
import type { Log, MailSender, RecordStore, WallClock } from '../../operations/ports.ts';
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
      if (row?.kind !== 'round' && row?.kind !== 'request') return;
      const round = await store.round(row.trajectory, row.kind === 'round' ? row : parseRoundId(row.round));
      if (!round) return;
      const plan = await knownPlan(store, row.trajectory);
      const requests = await store.requestsOfRound(row.trajectory, formatRoundId(round));
      const run = await sendOwedMails(store, sender, now, plan, round, requests);
      if (run.failed > 0) throw new Unavailable('De mail', `${run.failed} berichten niet verzonden`);
      await settleRound(store, round);
    });
}

function groupOf(row: ChangedRow): string | undefined {
  if (row.kind === 'round') return `${row.trajectory} ${formatRoundId(row)}`;
  return row.kind === 'request' ? `${row.trajectory} ${row.round}` : undefined;
}
