import { createRecordStore } from '../../../functions/adapters/record/createRecordStore.ts';
import { createReferenceData } from '../../../functions/adapters/record/referenceData.ts';
import type { Table } from '../../../functions/adapters/record/table.ts';
import { createHandler as createFind } from '../../../functions/handlers/find-watch-days/handler.ts';
import { createHandler as createWatchDay } from '../../../functions/handlers/watch-day/handler.ts';
import type { Chain, MailSender, WallClock } from '../../../functions/operations/ports.ts';
import type { WatchSummary } from '../../../functions/operations/watchDay.ts';

/** Executions that run, and are asked for nothing: a figure of the watch starts none. */
const running: Chain = {
  state: async () => 'running',
  start: async (round) => {
    throw new Error(`the bench starts no execution: ${round.trajectory}`);
  },
  wake: async () => {
    throw new Error('the bench wakes nobody');
  },
};

/** Keeps nothing of a mail but whom it went to. */
export function countingSender(): MailSender & { readonly sentTo: string[] } {
  const sentTo: string[] = [];
  return {
    sentTo,
    send: async ({ to }) => {
      sentTo.push(...to);
      return `mail-${sentTo.length}`;
    },
  };
}

/** One morning by the handlers of both functions with the record's own adapters, in this process. */
export async function watchMorning(
  table: Table,
  sender: MailSender,
  at: string,
  only?: string,
  now: WallClock = () => new Date().toISOString(),
): Promise<WatchSummary[]> {
  const store = createRecordStore(table);
  const find = createFind({ store, stage: 'local', now });
  // Warm functions keep plans; each morning here begins cold, as a function that rested for a day does.
  const watch = createWatchDay({ store, reference: createReferenceData(table), chain: running, sender, now });
  const { days } = await find({ at, ...(only && { trajectory: only }) });
  const summaries: WatchSummary[] = [];
  for (const { pages } of days) for (const page of pages) summaries.push(...(await watch(page)));
  return summaries;
}
