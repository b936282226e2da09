import { ANYBODY } from '../domain/access/viewer.ts';
import { type Day, dayOf, laterDay } from '../domain/calendar/days.ts';
import { composeMail } from '../domain/mails/compose.ts';
import type { MailMatter } from '../domain/mails/mailMatter.ts';
import { type MessageReason, owedMails } from '../domain/mails/owedMails.ts';
import type { Plan } from '../domain/plan/schema.ts';
import type { DecisionRequest, Round } from '../domain/round/round.ts';
import { leavingMoment } from '../domain/round/silenceTerm.ts';
import { formatRoundId } from '../domain/roundId.ts';
import { todayOf } from '../domain/todayOf.ts';
import type { Trajectory } from '../domain/trajectory.ts';
import type { LinkMaking } from './links/createLink.ts';
import type { RecordStore } from './ports.ts';
import { readHidden } from './readHidden.ts';
import { type MailSources, readMailMatter } from './readMailMatter.ts';
import { sendAsked } from './sendAsked.ts';
import { type MailDependencies, sendClaimedMail } from './sendClaimedMail.ts';

export interface MailRun {
  readonly sent: number;
  readonly failed: number;
}

/** A round with its requests, and the trajectory and plan they are of. */
export interface RoundToTell {
  readonly trajectory: Trajectory;
  readonly plan: Plan;
  readonly round: Round;
  readonly requests: readonly DecisionRequest[];
  /** The day that a watch does, where the trajectory has not come to it yet. */
  readonly day?: Day;
}

/** Sends what this round owes, one message a reason, a request one a person. Nothing more is read when it owes none. */
export async function sendOwedMails(
  deps: MailDependencies & MailSources & LinkMaking,
  { trajectory, plan, round, requests, day = dayOf(trajectory.startedAt) }: RoundToTell,
): Promise<MailRun> {
  const run = { sent: 0, failed: 0 };
  const today = laterDay(day, todayOf(trajectory, deps.now()));
  const told = owedMails(round, requests, today);
  if (told.length === 0) return run;
  const tells = told.some(({ kind }) => kind !== 'asked');
  const isFollowing = tells && (await isHeldBack(deps.store, trajectory, round, today));
  const owed = isFollowing ? owedMails(round, requests, today, true) : told;
  const asks = owed.some(({ kind }) => kind === 'asked');
  const matter = { ...(await readMailMatter(deps, trajectory, plan, asks)), round, requests };
  for (const reason of owed) {
    const results =
      reason.kind === 'asked'
        ? await sendAsked(deps, matter, reason.request, trajectory)
        : [await sendOne(deps, matter, reason, trajectory)];
    run.sent += results.filter((result) => result === 'sent').length;
    run.failed += results.filter((result) => result === 'failed').length;
  }
  return run;
}

/** May others not know yet that there is this round: it follows from an answer under embargo in another. */
async function isHeldBack(
  store: RecordStore,
  trajectory: Trajectory,
  round: Round,
  today: Day,
): Promise<boolean> {
  return (await readHidden(store, trajectory, ANYBODY, today)).rounds.has(formatRoundId(round));
}

async function sendOne(
  deps: MailDependencies,
  matter: MailMatter,
  reason: MessageReason,
  trajectory: Trajectory,
): Promise<'sent' | 'failed' | 'left'> {
  const { round } = matter;
  const body = 'request' in reason ? reason.request.body : undefined;
  const before = ('request' in reason ? reason.request.mails : round.mails)[reason.key];
  const row = { owner: { trajectory: round.trajectory, round, body }, key: reason.key, before };
  const compose = ({ clock }: Pick<Trajectory, 'clock'>, at: string) =>
    composeMail(reason, { ...matter, leavesAt: leavingMoment(clock, at) });
  return sendClaimedMail(
    deps,
    reason.kind,
    [row],
    (_claimed, trajectory, at) => compose(trajectory, at),
    compose(trajectory, deps.now()).to,
  );
}
