import type { Day } from '../../domain/calendar/days.ts';
import type { CouncilRecesses } from '../../domain/meetings/councilRecesses.ts';
import type { TrajectoryStatus } from '../../operations/statusViews.ts';
import { planPart } from '../timeline/planPart.ts';
import { TimelineSection } from '../timeline/timelineSection.tsx';
import { AttentionSection } from './attentionSection.tsx';
import type { SectionLevel } from './heading.tsx';
import { PlanSection } from './planSection.tsx';
import { RoundsSection } from './roundsSection.tsx';
import { Summary } from './summary.tsx';
import { TurnSection } from './turnSection.tsx';

interface Props {
  readonly status: TrajectoryStatus;
  /** Of the headings of its sections: 2 on the trajectory's own page, 3 on the overview. */
  readonly level: SectionLevel;
  readonly today: Day;
  /** Of the trajectory's own page: with these it has the drawing of the plan. */
  readonly recesses?: readonly CouncilRecesses[];
  /** Which part of a long plan is asked for. */
  readonly part?: string | undefined;
}

/** Everything about one trajectory, most urgent first. */
export function TrajectoryDetails({ status, level, today, recesses, part: asked }: Props) {
  // A simulation's days are not ours: nothing of it is late by our calendar.
  const measuredBy = status.clock === 'real' ? today : undefined;
  const part = planPart(status.milestones, asked);
  return (
    <>
      <Summary status={status} />
      <TurnSection status={status} level={level} today={measuredBy} />
      <AttentionSection status={status} level={level} />
      {recesses && <TimelineSection status={status} part={part} recesses={recesses} />}
      <RoundsSection status={status} level={level} />
      <PlanSection status={status} level={level} today={measuredBy} part={part} />
    </>
  );
}
