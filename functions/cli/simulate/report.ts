import { dayOf } from '../../domain/calendar/days.ts';
import { isWorkingDay } from '../../domain/calendar/workingDays.ts';
import type { YearBalance } from '../../domain/ledger/balances.ts';
import type { StatementRow } from '../../domain/ledger/statement/statementRow.ts';
import { isAskedKey } from '../../domain/mails/askedPeople.ts';
import type { DecisionRequest, Round } from '../../domain/round/round.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { dayOfMail } from './dayOfMail.ts';
import type { ExecutionCounts } from './executions.ts';
import type { FunctionUse } from './functionUse.ts';
import { kindOfMail, type SeenMail } from './mailbox.ts';
import type { Played } from './play.ts';

/** What was seen in the table, the mailbox and the executions; fits conformance/report.schema.json. */
export interface Report {
  readonly trajectory: string;
  readonly finishedOn: string | null;
  readonly milestones: readonly {
    id: string;
    title: string;
    status: string;
    dueOn: string;
    completedOn: string | null;
  }[];
  readonly rounds: readonly {
    id: string;
    title: string;
    status: string;
    verdict: string | null;
    requests: readonly {
      body: string;
      outcome: string | null;
      decidedOn: string | null;
      askedTimes: number;
    }[];
  }[];
  readonly mails: {
    total: number;
    byKind: Record<string, number>;
    onNonWorkingDays: number;
    duplicates: number;
  };
  readonly flags: readonly { kind: string; subject: string; raisedOn: string; resolvedOn: string | null }[];
  readonly executions: { started: number; succeeded: number; failed: number; resumed: number };
  readonly billable: {
    stateTransitions: number;
    functionInvocations: number;
    writeUnits: number;
    readUnits: number;
    mails: number;
  };
  /** In cents; only of a scenario with bookings. */
  readonly money?: YearBalance;
  readonly faults: Played['kills'];
  readonly days: number;
  readonly seconds: number;
}

export interface Seen {
  readonly status: TrajectoryStatus;
  readonly rounds: readonly Round[];
  readonly requests: readonly DecisionRequest[];
  readonly statements: readonly StatementRow[];
  readonly mails: readonly SeenMail[];
  readonly executions: ExecutionCounts;
  readonly use: FunctionUse;
  /** Units consumed by the recordings themselves, which the simulation did in place of a person. */
  readonly recording: { readonly readUnits: number; readonly writeUnits: number };
  readonly played: Played;
  readonly money?: YearBalance;
  readonly days: number;
  readonly seconds: number;
}

export function writeReport(seen: Seen): Report {
  const { status, mails, executions, use, recording, played } = seen;
  const completed = status.milestones.map(({ completedOn }) => completedOn ?? '').sort();
  const byKind: Record<string, number> = {};
  for (const mail of mails) byKind[kindOfMail(mail)] = (byKind[kindOfMail(mail)] ?? 0) + 1;
  return {
    trajectory: status.trajectory,
    finishedOn: played.finished ? (completed.at(-1) ?? null) : null,
    milestones: status.milestones.map(({ id, title, status: state, dueOn, completedOn }) => ({
      id,
      title,
      status: state,
      dueOn,
      completedOn,
    })),
    rounds: status.rounds.map((round) => ({
      id: round.id,
      title: round.title,
      status: round.status,
      verdict: round.verdict,
      requests: round.requests.map(({ body, outcome, decidedOn }) => ({
        body,
        outcome,
        decidedOn,
        askedTimes: timesAsked(mails, `${round.id}/${body}/`),
      })),
    })),
    mails: {
      total: mails.length,
      byKind,
      onNonWorkingDays: mails.filter((mail) => !isWorkingDay(dayOfMail(mail, seen))).length,
      duplicates: duplicatesOf(mails),
    },
    flags: status.flags.map(({ flag, subject, raisedAt, resolvedAt }) => ({
      kind: flag,
      subject,
      raisedOn: dayOf(raisedAt),
      resolvedOn: resolvedAt ? dayOf(resolvedAt) : null,
    })),
    executions: {
      started: executions.started,
      succeeded: executions.succeeded,
      failed: executions.failed,
      resumed: executions.resumed,
    },
    billable: {
      stateTransitions: executions.stateTransitions,
      functionInvocations: use.invocations,
      writeUnits: Math.ceil(use.writeUnits + recording.writeUnits + executions.waits),
      readUnits: Math.ceil(use.readUnits + recording.readUnits),
      mails: mails.reduce((sum, { to }) => sum + to.length, 0),
    },
    ...(seen.money && { money: seen.money }),
    faults: played.kills,
    days: seen.days,
    seconds: seen.seconds,
  };
}

/** How often a body was sent its request: as often as one person was, for each who answers gets a message of their own. */
export function timesAsked(mails: readonly SeenMail[], ofBody: string): number {
  const copies = new Map<string, number>();
  const asked = mails.filter(
    ({ reference }) => reference.startsWith(ofBody) && isAskedKey(reference.slice(ofBody.length)),
  );
  for (const address of asked.flatMap(({ to }) => to)) copies.set(address, (copies.get(address) ?? 0) + 1);
  return Math.max(0, ...copies.values());
}

/** Copies beyond the first that one recipient got of one mail; a mail to many may be several messages. */
function duplicatesOf(mails: readonly SeenMail[]): number {
  const copies = mails.flatMap(({ reference, to }) => to.map((address) => `${reference} ${address}`));
  return copies.length - new Set(copies).size;
}
