import { ANYBODY } from '../domain/access/viewer.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { askedPeople } from '../domain/mails/askedPeople.ts';
import { composeMail, mailReference } from '../domain/mails/compose.ts';
import { composeNotice, noticeReference } from '../domain/mails/composeNotice.ts';
import { stoppedBy } from '../domain/mails/markedAddress.ts';
import { type MessageReason, mailsOfRound, type RoundMail } from '../domain/mails/owedMails.ts';
import { Refusal } from '../domain/refusal.ts';
import type { MailState } from '../domain/round/round.ts';
import { leavingMoment } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { asSeenBy } from '../domain/seen/asSeenBy.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import { listStatementMails } from './ledger/listStatementMails.ts';
import type { LedgerStore } from './ledger/ports.ts';
import type { StatementStore } from './ledger/statementPorts.ts';
import { listReminders } from './listReminders.ts';
import { knownTrajectory } from './lookUp.ts';
import { linkInMail, type MailView, standOf, withStopped } from './mailViews.ts';
import { listMemoMails } from './memo/listMemoMails.ts';
import type { MemoStore } from './memo/ports.ts';
import type { RecordStore, WallClock } from './ports.ts';
import { type MailSources, readMailMatter } from './readMailMatter.ts';
import { replanNotices } from './replanNotices.ts';

export interface MailListSources extends MailSources {
  readonly store: RecordStore;
  readonly now: WallClock;
  /** The money and its statements; absent: their mails are not listed. */
  readonly ledger?: Pick<LedgerStore, 'entries'>;
  readonly statements?: Pick<StatementStore, 'lastStatements'>;
  /** The information memos; absent: their mails are not listed. */
  readonly memos?: Pick<MemoStore, 'memos'>;
}

/** All mails of a trajectory, what is still to go first, as if it went now. Refuses UNKNOWN_TRAJECTORY. */
export async function listMails(sources: MailListSources, id: string): Promise<MailView[]> {
  const { store, now } = sources;
  const trajectory = await knownTrajectory(store, id);
  const [plan, milestones, rounds, requests] = await Promise.all([
    store.plan(trajectory),
    store.milestones(id),
    store.rounds(id),
    store.requests(id),
  ]);
  const today = todayOf(trajectory, now());
  const { hidden } = asSeenBy(ANYBODY, plan, { milestones, rounds, requests }, today);
  const matter = await readMailMatter(sources, trajectory, plan, true);
  const mails = rounds.flatMap((round) => {
    const ofRound = requests.filter((request) => request.round === formatRoundId(round));
    return (
      mailsOfRound(round, ofRound, today, hidden.rounds.has(formatRoundId(round)))
        // The past of a joined process was told by others.
        .filter(({ owed, state }) => owed || (state?.sentAt && state.messageId !== 'history'))
        .flatMap((mail) => messagesOf(mail))
        .map(
          ({ reason, state }): MailView => ({
            ...composeMail(reason, {
              ...matter,
              round,
              requests: ofRound,
              leavesAt: leavingMoment(trajectory.clock, state?.sentAt ?? now()),
            }),
            reference: mailReference(reason, round),
            kind: reason.kind,
            ...standOf(trajectory, state),
          }),
        )
    );
    /** A request is a message to each who answers for the body; only the message itself holds the link. */
    function messagesOf({
      reason,
      state,
    }: RoundMail): { reason: MessageReason; state: MailState | undefined }[] {
      if (reason.kind !== 'asked') return [{ reason, state }];
      const { request } = reason;
      const leaves = leavingMoment(trajectory.clock, state?.sentAt ?? now());
      const day = dayOf(leaves ?? request.askedAt ?? round.askAt);
      return askedPeople(plan, matter.contacts, request, day).map((person) => ({
        reason: { ...person, ...(person.answers && { link: linkInMail(sources) }) },
        state: request.mails[person.key],
      }));
    }
  });
  const [notices, reminders, statements, memos, marks] = await Promise.all([
    noticesOfReplannings(sources, trajectory),
    listReminders(sources, trajectory),
    listStatementMails(sources, trajectory),
    listMemoMails(sources, trajectory),
    store.markedAddresses(),
  ]);
  const isStopped = stoppedBy(marks);
  return [...mails, ...notices, ...reminders, ...statements, ...memos]
    .map((view) => withStopped(view, isStopped))
    .sort((a, b) => (a.sentAt ?? '9').localeCompare(b.sentAt ?? '9') * -1);
}

async function noticesOfReplannings(
  { store, reference }: MailListSources,
  trajectory: Trajectory,
): Promise<MailView[]> {
  if (trajectory.planVersion === 1) return [];
  const views: MailView[] = [];
  for (const replanning of await store.replannings(trajectory.id)) {
    const { plan, notices } = await replanNotices(store, reference, trajectory, replanning, replanning.at);
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

/** One mail by its reference. Refuses UNKNOWN_MAIL. */
export async function showMail(sources: MailListSources, id: string, reference: string): Promise<MailView> {
  const found = (await listMails(sources, id)).find((mail) => mail.reference === reference);
  if (!found) {
    throw new Refusal(
      'UNKNOWN_MAIL',
      `Er is geen bericht "${reference}" in traject ${id}; bekijk ze met: mail list ${id}.`,
    );
  }
  return found;
}
