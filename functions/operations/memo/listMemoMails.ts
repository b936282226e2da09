import { memoMail, memoReference } from '../../domain/memo/memoMail.ts';
import type { Trajectory } from '../../domain/trajectory.ts';
import { type MailView, standOf } from '../mailViews.ts';
import type { RecordStore, ReferenceData, WallClock } from '../ports.ts';
import { memoPeople } from './memoPeople.ts';
import type { MemoStore } from './ports.ts';
import { isReplaced, LAST_MEMOS } from './sendMemos.ts';

interface Sources {
  readonly store: Pick<RecordStore, 'plan'>;
  readonly reference: ReferenceData;
  readonly now: WallClock;
  readonly memos?: Pick<MemoStore, 'memos'>;
}

/** The mails of the memos that were approved, sent or still to go; their PDF is drawn when they leave. */
export async function listMemoMails(sources: Sources, trajectory: Trajectory): Promise<MailView[]> {
  const rows = (await sources.memos?.memos(trajectory.id, LAST_MEMOS)) ?? [];
  const approved = rows.filter(({ approvedAt }) => approvedAt);
  if (approved.length === 0) return [];
  const plan = await sources.store.plan(trajectory);
  const people = await memoPeople(sources, trajectory, plan);
  return approved.flatMap((row) =>
    people
      .map(({ key, person }) => ({ key, person, state: row.mails[key] }))
      .filter(({ state }) => state?.sentAt || !(row.toldAt || isReplaced(row, rows)))
      .map(({ key, person, state }) => ({
        ...memoMail(plan, row, undefined, key, person),
        reference: memoReference(row, key),
        kind: 'memo',
        ...standOf(trajectory, state),
      })),
  );
}
