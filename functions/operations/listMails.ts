import { type ComposedMail, composeMail, mailReference } from '../domain/mails/compose.ts';
import { composeNotice, noticeReference } from '../domain/mails/composeNotice.ts';
import { mailsOfRound } from '../domain/mails/owedMails.ts';
import { Refusal } from '../domain/refusal.ts';
import type { MailState } from '../domain/round/round.ts';
import { leavingDay } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { knownTrajectory } from './lookUp.ts';
import type { RecordStore } from './ports.ts';
import { replanNotices } from './replanNotices.ts';

/** A mail that was sent or will be; drawn from the rows, to the addresses of the plan as it is now. */
export interface MailView extends ComposedMail {
  /** The "Berichtkenmerk" that stands in the mail itself. */
  readonly reference: string;
  readonly kind: string;
  readonly status: 'to-send' | 'paused' | 'failed' | 'sent';
  readonly sentAt: string | null;
  readonly attempts: number;
  readonly error: string | null;
}

/** All mails of a trajectory, what is still to go first. Refuses UNKNOWN_TRAJECTORY. */
export async function listMails(store: RecordStore, id: string): Promise<MailView[]> {
  const trajectory = await knownTrajectory(store, id);
  const [plan, rounds, requests] = await Promise.all([
    store.plan(trajectory),
    store.rounds(id),
    store.requests(id),
  ]);
  const mails = rounds.flatMap((round) => {
    const ofRound = requests.filter((request) => request.round === formatRoundId(round));
    return (
      mailsOfRound(round, ofRound)
        // The past of a joined process was told by others.
        .filter(({ owed, state }) => owed || (state?.sentAt && state.messageId !== 'history'))
        .map(
          ({ reason, state }): MailView => ({
            ...composeMail(
              reason,
              plan,
              round,
              ofRound,
              state?.sentAt && leavingDay(trajectory.clock, state.sentAt),
            ),
            reference: mailReference(reason, round),
            kind: reason.kind,
            ...standOf(trajectory, state),
          }),
        )
    );
  });
  const notices = await noticesOfReplannings(store, trajectory);
  return [...mails, ...notices].sort((a, b) => (a.sentAt ?? '9').localeCompare(b.sentAt ?? '9') * -1);
}

async function noticesOfReplannings(store: RecordStore, trajectory: Trajectory): Promise<MailView[]> {
  if (trajectory.planVersion === 1) return [];
  const views: MailView[] = [];
  for (const replanning of await store.replannings(trajectory.id)) {
    const { plan, notices } = await replanNotices(store, trajectory, replanning, replanning.at);
    for (const notice of notices.filter(({ state }) => state?.sentAt || !replanning.toldAt)) {
      views.push({
        ...composeNotice(plan, replanning, notice),
        reference: noticeReference(replanning, notice),
        kind: 'replanned',
        ...standOf(trajectory, notice.state),
      });
    }
  }
  return views;
}

function standOf(
  { mailsPausedAt }: Trajectory,
  state: MailState | undefined,
): Pick<MailView, 'status' | 'sentAt' | 'attempts' | 'error'> {
  const unsent = mailsPausedAt ? 'paused' : state?.error ? 'failed' : 'to-send';
  return {
    status: state?.sentAt ? 'sent' : unsent,
    sentAt: state?.sentAt ?? null,
    attempts: state?.attempts ?? 0,
    error: state?.sentAt ? null : (state?.error ?? null),
  };
}

/** One mail by its reference. Refuses UNKNOWN_MAIL. */
export async function showMail(store: RecordStore, id: string, reference: string): Promise<MailView> {
  const found = (await listMails(store, id)).find((mail) => mail.reference === reference);
  if (!found) {
    throw new Refusal(
      'UNKNOWN_MAIL',
      `Er is geen bericht "${reference}" in traject ${id}; bekijk ze met: mail list ${id}.`,
    );
  }
  return found;
}
