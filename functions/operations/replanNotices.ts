import { type Day, dayOf } from '../domain/calendar/days.ts';
import { composeNotice, noticeReference } from '../domain/mails/composeNotice.ts';
import type { Plan } from '../domain/plan/schema.ts';
import { scopeOf } from '../domain/reference.ts';
import { noticesOf, type ReplanNotice } from '../domain/replan/notices.ts';
import type { Replanning } from '../domain/replan/replanning.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { RecordStore, ReferenceData } from './ports.ts';
import type { MailSources } from './readMailMatter.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';
import type { MailRun } from './sendMails.ts';

export interface NoticeRun extends MailRun {
  /** What could not be sent, each as "subject: sentence with the reason". */
  readonly failures: readonly string[];
}

/** Sends the notices that the re-plannings of a trajectory owe, and marks a re-planning of which all have gone. */
export async function sendReplanNotices(
  deps: MailDependencies & Pick<MailSources, 'reference'>,
  trajectory: Trajectory,
): Promise<NoticeRun> {
  const { store, reference, now } = deps;
  const run = { sent: 0, failed: 0, failures: [] as string[] };
  for (const replanning of await untold(store, trajectory)) {
    const { plan, notices } = await replanNotices(store, reference, trajectory, replanning, now());
    let gone = true;
    for (const notice of notices) {
      if (notice.state?.sentAt) continue;
      const owner = { trajectory: trajectory.id, replanning: replanning.version };
      const row = { owner, key: notice.key, before: notice.state };
      const result = await sendClaimedMail(
        deps,
        'replanned',
        [row],
        () => composeNotice(plan, replanning, notice),
        [notice.person.mail],
      );
      if (result === 'sent') run.sent++;
      else gone = false;
      if (result === 'failed') run.failed++;
      // In doubt, it is left alone until its claim lapses: it has not gone either.
      if (result === 'failed' || (result === 'left' && notice.state?.error)) {
        run.failures.push(failure(trajectory.id, replanning, notice));
      }
    }
    if (gone) await store.markTold(replanning, now());
  }
  return run;
}

/** The notices of a re-planning, to whom they go at this moment. */
export async function replanNotices(
  store: RecordStore,
  reference: ReferenceData,
  trajectory: Trajectory,
  replanning: Replanning,
  now: string,
): Promise<{ readonly plan: Plan; readonly notices: readonly ReplanNotice[] }> {
  const { id } = trajectory;
  const [current, own, previous, { contacts }] = await Promise.all([
    store.plan(trajectory),
    store.plan({ id, planHash: replanning.planHash }),
    store.plan({ id, planHash: replanning.previousPlanHash }),
    reference.contacts(scopeOf(trajectory)),
  ]);
  // Once all are told nobody is looked up anew.
  const plan = replanning.toldAt ? own : current;
  return {
    plan,
    notices: noticesOf(replanning, { plan, own, previous }, contacts, today(trajectory, replanning, now)),
  };
}

async function untold(store: RecordStore, { id, planVersion }: Trajectory): Promise<Replanning[]> {
  if (planVersion === 1) return [];
  return (await store.replannings(id)).filter(({ toldAt }) => !toldAt);
}

/** A simulated trajectory has a clock of its own. */
function today({ clock }: Trajectory, { at }: Replanning, now: string): Day {
  return dayOf(clock === 'virtual' ? at : now);
}

/** Without a name or an address: pages show flags. */
function failure(trajectory: string, replanning: Replanning, notice: ReplanNotice): string {
  const subject = noticeReference(replanning, notice);
  return `${subject}: een bericht over de herplanning is niet verzonden. Aan wie staat in: besluitketen mail list ${trajectory}. Controleer het adres; het wordt elke dag opnieuw geprobeerd.`;
}
