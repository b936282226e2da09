import { memoMail, memoReference } from '../../domain/memo/memoMail.ts';
import type { MemoRow } from '../../domain/memo/memoRow.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import type { ReferenceData } from '../ports.ts';
import type { NoticeRun } from '../replanNotices.ts';
import { type MailDependencies, sendClaimedMail } from '../sendClaimedMail.ts';
import { memoPeople } from './memoPeople.ts';
import type { DrawMemoPdf, MemoStore } from './ports.ts';

/** More versions than these a trajectory has in a month of changes; what waits is among the last. */
export const LAST_MEMOS = 50;

export interface MemoSending extends MailDependencies {
  readonly reference: ReferenceData;
  readonly memos: MemoStore;
  readonly memoPdf: DrawMemoPdf;
}

/** Sends every memo that was approved to the clerks of the councils: each person once, as it was approved. */
export async function sendMemos(deps: MemoSending, trajectory: Trajectory): Promise<NoticeRun> {
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  const rows = await deps.memos.memos(trajectory.id, LAST_MEMOS);
  for (const row of rows) {
    if (!row.approvedAt || row.toldAt || isReplaced(row, rows)) continue;
    if (await sendTo(deps, trajectory, row, run)) await deps.memos.markMemoTold(row, deps.now());
  }
  return run;
}

/** Whom an earlier version has not reached gets the later one alone, which says that it replaces it. */
export function isReplaced({ round, version }: MemoRow, rows: readonly MemoRow[]): boolean {
  return rows.some((other) => other.round === round && other.version > version && other.approvedAt);
}

/** Whether all of them have it now. */
async function sendTo(
  deps: MemoSending,
  trajectory: Trajectory,
  row: MemoRow,
  run: { sent: number; failed: number; failures: string[] },
): Promise<boolean> {
  const plan = await deps.store.plan(trajectory);
  let gone = true;
  const people = await memoPeople(deps, trajectory, plan);
  const waiting = people.filter(({ key }) => !row.mails[key]?.sentAt);
  if (waiting.length === 0) return true;
  const pdf = await deps.memoPdf(row);
  for (const { person, key } of waiting) {
    const before = row.mails[key];
    const owner = { trajectory: trajectory.id, memo: `${row.round}#${row.version}` };
    const rows = [{ owner, key, before }];
    const result = await sendClaimedMail(deps, 'memo', rows, () => memoMail(plan, row, pdf, key, person), [
      person.mail,
    ]);
    if (result === 'sent') run.sent++;
    else gone = false;
    if (result !== 'failed') continue;
    run.failed++;
    run.failures.push(
      `${memoReference(row, key)}: de raadsinformatiebrief is niet verzonden. Controleer het adres; het wordt elke dag opnieuw geprobeerd.`,
    );
  }
  return gone;
}
