import type { Ladder, LadderKind } from '../reminders/ladder.ts';
import { USUAL_LADDER } from '../reminders/ladder.ts';
import type { Plan, PlanMilestone } from './schema.ts';

// What a plan says about time, or what is usual when it says nothing.

const USUAL_PAPERS = { college: 10, council: 20, joint: 10 } as const;
const USUAL_DURATION: Readonly<Record<PlanMilestone['kind'], number>> = {
  decision: 0,
  note: 0,
  task: 20,
  consultation: 20,
  session: 5,
};
const USUAL_HOURS = { from: '07:00', until: '18:00' } as const;

/** Working days before a meeting of this body on which its papers must be in. */
export function papersLeadOf(plan: Plan, body: string): number {
  const [code, which] = body.split('/');
  if (which === 'college' || which === 'council') {
    const own = plan.participants.find((participant) => participant.code === code)?.[which]?.papers;
    return own ?? plan.papers?.[which] ?? USUAL_PAPERS[which];
  }
  return plan.bodies.find(({ id }) => id === body)?.papers ?? plan.papers?.joint ?? USUAL_PAPERS.joint;
}

export function ladderOf(plan: Plan, kind: LadderKind): Ladder {
  return plan.reminders?.[kind] ?? USUAL_LADDER;
}

/** Working days a milestone takes once it can begin; nothing for what bodies decide, their meetings say when. */
export function durationOf(milestone: PlanMilestone): number {
  return milestone.duration ?? USUAL_DURATION[milestone.kind];
}

/** Between which times of the day, in Europe/Amsterdam, people are reminded. */
export function reminderHours(plan: Plan): { readonly from: string; readonly until: string } {
  return plan.reminders?.hours ?? USUAL_HOURS;
}
