import { trajectoryKey } from '../../../functions/adapters/record/keys.ts';
import { parseRow } from '../../../functions/adapters/record/rows.ts';
import type { Table } from '../../../functions/adapters/record/table.ts';
import { requestSchema } from '../../../functions/domain/round/round.ts';
import type { TakenMail } from './stubServices.ts';

/** What the rows and the taken mails say of one rung of all requests. */
export interface Claims {
  readonly requests: number;
  /** Requests of which every part of the rung was claimed once, and sent. */
  readonly once: number;
  readonly claimedAgain: number;
  /** Requests that nobody was reminded of. */
  readonly missed: number;
  /** Trajectories with a claim that nobody marked: its sender was killed. */
  readonly inDoubt: readonly string[];
  /** Messages that one recipient got more than once for the very same reminders. */
  readonly doubles: number;
}

/** Reads every request of these trajectories; `rung` names the keys of the rung's mails. */
export async function claimsOf(
  table: Table,
  trajectories: readonly string[],
  rung: RegExp,
  taken: readonly TakenMail[],
): Promise<Claims> {
  const counts = { requests: 0, once: 0, claimedAgain: 0, missed: 0 };
  const inDoubt = new Set<string>();
  for (const trajectory of trajectories) {
    const rows = await table.query(trajectoryKey(trajectory).pk, 'REQUEST#');
    for (const { mails } of rows.map((row) => parseRow(requestSchema, row))) {
      const states = Object.entries(mails).flatMap(([key, state]) => (rung.test(key) ? [state] : []));
      counts.requests++;
      if (states.length === 0) counts.missed++;
      else if (states.some(({ sentAt }) => !sentAt)) inDoubt.add(trajectory);
      else if (states.some(({ attempts }) => attempts > 1)) counts.claimedAgain++;
      else counts.once++;
    }
  }
  const messages = taken.flatMap(({ reason, to }) => to.map((address) => `${reason} ${address}`));
  return { ...counts, inDoubt: [...inDoubt], doubles: messages.length - new Set(messages).size };
}
