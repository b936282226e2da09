import { ANYBODY } from '../domain/access/viewer.ts';
import { dayOf } from '../domain/calendar/days.ts';
import { quarterOf } from '../domain/calendar/periods.ts';
import type { Outcome } from '../domain/decision/outcomes.ts';
import type { PublicMilestone, PublicRound, PublicTimeline } from '../domain/public/publicTimeline.ts';
import { readStatus, type StatusSources } from './readStatus.ts';
import type { MilestoneView, RequestView, RoundView } from './statusViews.ts';

/**
 * The public timeline of a trajectory; undefined where there is none: not switched on, a simulation, or no such
 * trajectory, which nobody can tell apart. Answers under embargo, and what followed, are as anybody sees them.
 */
export async function readPublicTimeline(
  sources: StatusSources,
  id: string,
): Promise<PublicTimeline | undefined> {
  const trajectory = await sources.store.trajectory(id);
  if (!trajectory?.publishedAt || trajectory.clock !== 'real') return undefined;
  const { title, today, forecast, milestones, rounds } = await readStatus(sources, id, ANYBODY);
  return {
    ...{ id, title, asOf: today, finish: forecast.finish },
    milestones: milestones.map(milestoneOf),
    rounds: rounds.map(roundOf),
  };
}

function milestoneOf(milestone: MilestoneView): PublicMilestone {
  const { id, title, kind, period, status, dueOn, completedOn, forecast } = milestone;
  const { startsOn, expectedOn, critical } = forecast;
  return {
    ...{ id, title, kind, period, status, dueOn, completedOn, startsOn, expectedOn, critical },
    quarter: quarterOf(dueOn),
  };
}

function roundOf({ id, title, status, verdict, openedAt, closedAt, requests }: RoundView): PublicRound {
  return {
    ...{ id, title, status, verdict, opened: dayOf(openedAt), closed: closedAt && dayOf(closedAt) },
    answers: requests.map(answerOf),
  };
}

function answerOf({
  body,
  name,
  outcome,
  decidedOn,
  newDate,
  embargo,
}: RequestView): PublicRound['answers'][number] {
  // The last word of who postpones is that, for as long as it is.
  const word = outcome ?? (newDate ? 'deferred' : null);
  return { body, name, outcome: word as Outcome | null, on: decidedOn, newDate, publicOn: embargo };
}
