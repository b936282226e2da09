import { type Day, dayOf } from '../calendar/days.ts';
import { addWorkingDays } from '../calendar/workingDays.ts';
import type { Calendars } from '../meetings/calendar.ts';
import type { Plan } from '../plan/schema.ts';
import { dueOfRequest } from '../planning/dueOfRequest.ts';
import { REVISION_TAKES } from '../planning/forecastRound.ts';
import type { DueDate, Planning } from '../planning/planning.ts';
import type { TrajectoryState } from '../planning/state.ts';
import type { DecisionRequest, MailState } from '../round/round.ts';
import { formatRoundId, type RoundId } from '../roundId.ts';
import type { LadderKind } from './ladder.ts';

/** Where the state of a reminder is kept: on the row that is its reason. */
export type WorkOwner = { readonly round: RoundId; readonly body?: string } | { readonly milestone: string };

/** Something a person still has to do, and by when. */
export interface OpenWork {
  readonly owner: WorkOwner;
  readonly kind: LadderKind;
  readonly title: string;
  /** `process-proposal.r1` or a milestone's id. */
  readonly subject: string;
  /** The body that must answer; absent: it is the organisation's own work. */
  readonly body?: string | undefined;
  /** The day it was asked or opened. */
  readonly since: Day;
  readonly due: DueDate;
  /** Absent: it is the organisation's own work, not an answer. */
  readonly request?: DecisionRequest | undefined;
  readonly mails: Readonly<Record<string, MailState>>;
}

/** All open work of a trajectory: requests without an answer, revisions of divided rounds, and open tasks. */
export function openWork(
  plan: Plan,
  calendars: Calendars,
  planning: Planning,
  state: TrajectoryState,
): OpenWork[] {
  return [
    ...state.rounds.flatMap((each) => [...askedWork(plan, calendars, planning, each), ...revisionWork(each)]),
    ...state.milestones.flatMap((row): OpenWork[] => {
      const milestone = plan.milestones.find(({ id }) => id === row.id);
      const due = planning.milestones.get(row.id)?.due;
      if (!milestone || !due || row.status !== 'open' || !row.openedAt) return [];
      if (milestone.kind === 'decision' || milestone.kind === 'note') return [];
      return [
        {
          owner: { milestone: row.id },
          kind: 'task',
          title: milestone.title,
          subject: row.id,
          since: dayOf(row.openedAt),
          due,
          mails: row.mails ?? {},
        },
      ];
    }),
  ];
}

function askedWork(
  plan: Plan,
  calendars: Calendars,
  planning: Planning,
  { round, requests }: TrajectoryState['rounds'][number],
): OpenWork[] {
  if (round.status !== 'open') return [];
  return requests.flatMap((request): OpenWork[] => {
    const due = dueOfRequest(plan, calendars, planning, round, request);
    if (request.status !== 'open' || !request.askedAt || !due) return [];
    const since = request.deferrals.at(-1)?.decidedOn ?? dayOf(request.askedAt);
    return [
      {
        owner: { round, body: request.body },
        kind: request.role,
        title: round.title,
        subject: formatRoundId(round),
        body: request.body,
        since,
        due,
        request,
        mails: request.mails,
      },
    ];
  });
}

/** A divided round waits for the organisation's revised proposal: an open task with reminders of its own. */
function revisionWork({ round }: TrajectoryState['rounds'][number]): OpenWork[] {
  if (round.status !== 'handed-over' || round.revisedAt || !round.closedAt) return [];
  const since = dayOf(round.closedAt);
  const day = addWorkingDays(since, REVISION_TAKES);
  return [
    {
      owner: { round },
      kind: 'task',
      title: `Herzien voorstel: ${round.title}`,
      subject: formatRoundId(round),
      since,
      due: { day, papersBy: day, assumed: false, moved: [] },
      mails: round.mails,
    },
  ];
}
